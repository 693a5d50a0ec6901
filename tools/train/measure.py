"""What a set of probabilities is worth on annotated pages: the scorer's word F1 and snippet F1, and the expected F1."""
from collections import Counter, defaultdict

import numpy as np

# As in src/judge/forest.rs and src/judge/mod.rs.
TEMPLATE_BLOCKS, TEMPLATE_SHARE = 3, 0.35


def lean(page, p):
    """Lets the blocks of one template lean on each other."""
    groups = defaultdict(list)
    for at, number in enumerate(page.open):
        groups[page.template[number]].append(at)
    out = np.array(p, dtype=float)
    for members in groups.values():
        words = np.array([page.words[page.open[at]] for at in members])
        if len(members) >= TEMPLATE_BLOCKS and words.sum() > 0:
            mean = (words * np.array([p[at] for at in members])).sum() / words.sum()
            for at in members:
                out[at] = (1 - TEMPLATE_SHARE) * p[at] + TEMPLATE_SHARE * mean
    return out


def kept(page, p, bar):
    """The blocks of an article's body: those above the bar that are no link rows, and no headings behind the last text."""
    chosen = [number for at, number in enumerate(page.open) if p[at] >= bar and page.state[number] != 'link_row']
    while chosen and page.heading[chosen[-1]]:
        chosen.pop()
    return chosen


def prf(predicted, truth):
    if not predicted or not truth:
        even = float(not predicted and not truth)
        return even, even, even
    common = sum((Counter(predicted) & Counter(truth)).values())
    p, r = common / len(predicted), common / len(truth)
    return p, r, 2 * p * r / (p + r) if common else 0.0


def page_prf(page, blocks, truth_tokens):
    """Against the better of the bodies the truth allows."""
    predicted = [token for number in blocks for token in page.tokens[number]]
    return max((prf(predicted, truth) for truth in truth_tokens), key=lambda v: v[2])


def snippets(page, blocks):
    text = ' '.join(' '.join(page.texts[number] for number in blocks).split())
    has = lambda snippet: ' '.join(snippet.split()) in text
    wanted, unwanted = page.truth['with'] or [], page.truth['without'] or []
    tp, fp = sum(map(has, wanted)), sum(map(has, unwanted))
    return tp, fp, len(wanted) - tp


def snippet_f1(counts):
    tp, fp, fn = np.sum(counts, axis=0)
    return tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn)


def points(expected, right, weight, count=9):
    """A rising map from expected F1 to the share of pages that are right: groups of equal size, neighbours that fall are pooled."""
    order = np.argsort(expected, kind='stable')
    groups = [[np.average(expected[g], weights=weight[g]), np.average(right[g], weights=weight[g]), weight[g].sum()]
              for g in np.array_split(order, count)]
    pooled = []
    for group in groups:
        pooled.append(group)
        while len(pooled) > 1 and pooled[-2][1] >= pooled[-1][1]:
            (e1, r1, w1), (e2, r2, w2) = pooled[-2:]
            pooled[-2:] = [[(e1 * w1 + e2 * w2) / (w1 + w2), (r1 * w1 + r2 * w2) / (w1 + w2), w1 + w2]]
    return [(float(e), float(r)) for e, r, _ in pooled]
