"""Which blocks of a page are in the annotated body: truth and blocks aligned in order.

A bag of words would label "Source", prices and dates wherever they stand; a block that stands twice would be labelled twice.
"""
import re
from bisect import bisect_right
from collections import Counter, defaultdict

CJK = '\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff' \
      '\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff'
TOKEN = re.compile(f'[{CJK}]|[^\\W{CJK}]+')

# A block of so many tokens or fewer is looked for as a whole, at no more places than this.
SHORT, MOST_PLACES = 3, 60
# A longer one by its 3-grams: the best diagonals, from this share of its tokens on; a 3-gram on more places says nothing.
DIAGONALS, LEAST_SHARE, MOST_GRAM_PLACES = 12, 0.3, 400
# What a token that is not in the truth costs, and what following the block before is worth.
UNMATCHED, FOLLOWS, NEAR, ADJACENT = 1.2, 1.0, 1.0, 0.5
# Text that no reader sees, and copies that are not kept, give way to the others.
UNSEEN = 0.9
# Chains: the second and later ones are for truth that stands in another order.
CHAINS = 4
# A block this long that matches this well, but lost its place to another copy, is not known to be furniture.
UNKNOWN_TOKENS, UNKNOWN_SHARE = 8, 0.7


def tokens(text):
    """Runs of word characters in lower case, every Han or kana character by itself: as the scorer counts."""
    return TOKEN.findall((text or '').lower())


class Index:
    """Places of the 1-, 2- and 3-grams of the truth."""

    def __init__(self, truth):
        self.truth = truth
        self.places = [defaultdict(list) for _ in range(SHORT + 1)]
        for n in range(1, SHORT + 1):
            for at in range(len(truth) - n + 1):
                self.places[n][tuple(truth[at:at + n])].append(at)

    def candidates(self, block):
        """(start, end, matched tokens) of the places where a block may stand."""
        n = len(block)
        if n == 0:
            return []
        if n <= SHORT:
            return [(at, at + n, n) for at in self.places[n].get(tuple(block), [])[:MOST_PLACES]]
        votes, hits = Counter(), []
        for i in range(n - 2):
            found = self.places[3].get(tuple(block[i:i + 3]), ())
            if len(found) <= MOST_GRAM_PLACES:
                for at in found:
                    votes[at - i] += 1
                    hits.append((at - i, i, at))
        if not votes:
            return []
        width = max(3, n // 10)
        diagonals, out = [], []
        for diagonal, _ in votes.most_common(10 * DIAGONALS):
            if all(abs(diagonal - other) > width for other in diagonals):
                diagonals.append(diagonal)
            if len(diagonals) == DIAGONALS:
                break
        for diagonal in diagonals:
            inside = [(i, at) for d, i, at in hits if abs(d - diagonal) <= width]
            matched = len({j for i, _ in inside for j in (i, i + 1, i + 2)})
            if matched >= LEAST_SHARE * n:
                start = min(at for _, at in inside)
                out.append((start, max(at for _, at in inside) + 3, matched))
        return out


class Fenwick:
    """The greatest (score, node) among the ends up to a place."""

    def __init__(self, size):
        self.best = [(0.0, -1)] * (size + 2)

    def raise_to(self, at, value):
        at += 1
        while at < len(self.best):
            if value > self.best[at]:
                self.best[at] = value
            at += at & -at

    def up_to(self, at):
        at, best = min(at, len(self.best) - 2) + 1, (0.0, -1)
        while at > 0:
            best = max(best, self.best[at])
            at -= at & -at
        return best


def chain(nodes, size):
    """The best chain of placements in page order and truth order; indices of nodes (block, start, end, score)."""
    tree, ends, best, back = Fenwick(size), {}, [0.0] * len(nodes), [-1] * len(nodes)
    at = 0
    while at < len(nodes):
        stop = at
        while stop < len(nodes) and nodes[stop][0] == nodes[at][0]:
            block, start, _, score = nodes[stop]
            value, previous = tree.up_to(start + 1)
            for place in range(start - 2, start + 3):
                known = ends.get(place)
                if known is not None:
                    gap = block - nodes[known][0]
                    bonus = FOLLOWS + (NEAR if gap <= 4 else 0) + (ADJACENT if gap == 1 else 0)
                    if best[known] + bonus > value:
                        value, previous = best[known] + bonus, known
            best[stop], back[stop] = value + score, previous
            stop += 1
        for node in range(at, stop):
            end = nodes[node][2]
            tree.raise_to(end, (best[node], node))
            if end not in ends or best[node] >= best[ends[end]]:
                ends[end] = node
        at = stop
    _, node = max((value, node) for node, value in enumerate(best))
    out = []
    while node >= 0:
        out.append(node)
        node = back[node]
    return out


def labels(blocks, truth):
    """Per block the share of its tokens that stand at its place in the truth; None where that is not known.

    `blocks` are (tokens, seen): seen is False for hidden text and for copies that are not kept.
    """
    index, found = Index(truth), []
    for block, _ in blocks:
        found.append(index.candidates(block))
    share, used = [0.0] * len(blocks), bytearray(len(truth))
    placed = [False] * len(blocks)
    for _ in range(CHAINS):
        nodes = []
        for number, places in enumerate(found):
            if placed[number]:
                continue
            n, seen = len(blocks[number][0]), blocks[number][1]
            for start, end, matched in places:
                score = matched - UNMATCHED * (n - matched)
                free = end - start - sum(used[start:end])
                if score > 0 and 2 * free > end - start:
                    nodes.append((number, start, end, score * (1.0 if seen else UNSEEN)))
        if not nodes:
            break
        taken = chain(nodes, len(truth) + 1)
        for node in taken:
            number, start, end, _ = nodes[node]
            matched = next(m for s, e, m in found[number] if (s, e) == (start, end))
            share[number], placed[number] = matched / len(blocks[number][0]), True
            used[start:end] = b'\1' * (end - start)
    for number, places in enumerate(found):
        n = len(blocks[number][0])
        if not placed[number] and n >= UNKNOWN_TOKENS and any(m >= UNKNOWN_SHARE * n for _, _, m in places):
            share[number] = None
    return share


def snippet_labels(texts, wanted, unwanted):
    """1 for the block that holds a wanted snippet, 0 for one with an unwanted snippet, None for the rest."""
    folded = [' '.join(text.split()) for text in texts]
    out = [None] * len(texts)
    for snippets, label in ((wanted, 1.0), (unwanted, 0.0)):
        for snippet in snippets:
            snippet = ' '.join(snippet.split())
            holders = [number for number, text in enumerate(folded) if snippet and snippet in text]
            if len(holders) == 1:
                out[holders[0]] = label
    return out
