#!/usr/bin/env python3
"""Learns the forest of src/judge/forest/table.rs from annotated pages, and measures it on pages it has not seen.

    train.py --pages DIR --lessons PROGRAM --work DIR --out DIR [--check] [--keep-flat]

DIR of --pages holds pages/ and truth/.  PROGRAM is the built `lessons`; --work keeps dumps and labels, --out is src/judge/forest.
With --check nothing is written and fewer bars are tried.  With --keep-flat the forest for flat text stays as it is.
run.sh makes all of this one command.
"""
import argparse
import datetime
import hashlib
import json
import os
import re
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor

import catboost
import numpy as np
from catboost import CatBoostClassifier, Pool

import judged
import measure
import sets
from align import tokens

SEED, FOLDS, THREADS = 7, 5, 2
TREES, DEPTH, RATE, L2, RSM, SUBSAMPLE = 200, 6, 0.12, 5.0, 0.4, 0.7
BINS = 64
BAR = 0.55
# The forest for pages as a whole is small: it has a row a page.
PAGE_TREES, PAGE_DEPTH, PAGE_RATE = 100, 4, 0.06
# The forest for flat text.
FLAT_TREES, FLAT_RATE = 100, 0.2
# What a page's kind is worth beside what the lower bar gains or loses in F1.
PAGE_KIND = 0.05
# As in src/judge/cut.rs: a page is of another kind from this probability on.
SURELY = 0.6
LEAF_UNIT = 1024
# Weights of a page by what is known of it.
ARTICLE, OTHER_TYPE, SNIPPET_PAGE, PORTAL = 1.0, 0.7, 0.5, 3.0
# Words of furniture count at most this many times the words of truth.
MOST_FURNITURE = 3.0
# Pages on which the judge is this far off have a truth of another kind; they teach nothing.
NOISE_ARTICLE, NOISE_OTHER = 0.6, 0.3
RIGHT = 0.9
FLAT_KEPT = """, but for the forest of flat lines, which is that of an
earlier training with its columns renumbered: a later one, whose figures and features stand below, took captions of a second copy for furniture"""
ARTICLES = ('fundus article', 'gne article', 'magic-html article', 'wcxb-dev article')


def is_article(page):
    return page.truth.get('page_type') in ('article', None, 'unlabelled')


def is_snippet(page):
    return page.truth['set'] in sets.SNIPPETS


def weights(page):
    """(labels, weights) of the open blocks."""
    label, weight = np.zeros(len(page.open)), np.zeros(len(page.open))
    if page.label is None:
        return label, weight
    size = np.array([len(page.tokens[number]) for number in page.open], dtype=float)
    for at, number in enumerate(page.open):
        share = page.label[number]
        if share is not None:
            label[at], weight[at] = share, size[at]
    if page.truth['set'] == 'magic-html':
        weight[[at for at, number in enumerate(page.open) if page.heading[number] == 1]] = 0
    if is_snippet(page):
        for side in (label >= 0.5, label < 0.5):
            weight[side] /= max(weight[side].sum(), 1)
        return label, weight * SNIPPET_PAGE
    truth = max(len(tokens(body)) for body in sets.bodies(page.truth))
    weight /= truth + 0.05 * sum(len(block) for block in page.tokens)
    furniture = weight[label < 0.5].sum()
    if furniture > MOST_FURNITURE:
        weight[label < 0.5] *= MOST_FURNITURE / furniture
    scale = ARTICLE if is_article(page) else OTHER_TYPE
    if page.truth['set'] in ('magic-html', 'gne') and is_article(page):
        scale *= PORTAL
    return label, weight * scale


def edges_of(values):
    """At most BINS - 1 values that part a column's bins: quantiles, as 32-bit floats."""
    known = np.sort(values[~np.isnan(values)])
    if len(known) == 0:
        return np.array([], dtype='<f4')
    quantiles = known[(np.arange(1, BINS) * len(known) // BINS)]
    lowest = known[:1] - np.float32(1)  # parts the missing from the lowest
    found = np.unique(np.concatenate([lowest, quantiles]) if np.isnan(values).any() else quantiles).astype('<f4')
    return found[found < known[-1]][:BINS - 1]


def binned(rows, edges):
    out = np.zeros(rows.shape, dtype=np.uint8)
    for column, bounds in enumerate(edges):
        values = rows[:, column]
        out[:, column] = np.where(np.isnan(values), 0, np.searchsorted(bounds, values, side='left'))
    return out


def fit(fitted, bins, label, weight, trees=TREES, depth=DEPTH, rate=RATE):
    """The model of these rows. It is kept in the directory `fitted` under a digest of all that goes in, so that a run that was cut
    short goes on where it stopped."""
    use = weight > 0
    bins, label, weight = bins[use], label[use], weight[use]
    settings = dict(
        loss_function='CrossEntropy', grow_policy='SymmetricTree', iterations=trees, depth=depth, learning_rate=rate, l2_leaf_reg=L2,
        rsm=RSM, bootstrap_type='Bernoulli', subsample=SUBSAMPLE, border_count=BINS - 1, random_seed=SEED, thread_count=THREADS)
    digest = hashlib.sha256(json.dumps([catboost.__version__, bins.shape, settings], sort_keys=True).encode())
    for part in (bins, label, weight):
        digest.update(np.ascontiguousarray(part).tobytes())
    path = os.path.join(fitted, digest.hexdigest() + '.cbm')
    model = CatBoostClassifier(**settings, allow_writing_files=False, verbose=False)
    if os.path.exists(path):
        return model.load_model(path)
    model.fit(Pool(bins.astype(np.float32), label, weight=weight))
    os.makedirs(fitted, exist_ok=True)
    model.save_model(path + '.part')
    os.replace(path + '.part', path)
    return model


def predict(model, bins):
    return model.predict_proba(bins.astype(np.float32), thread_count=1)[:, 1] if len(bins) else np.zeros(0)


class Table:
    """The model as the program evaluates it: bins by the edges that are asked for, whole numbers in the leaves."""

    def __init__(self, model, names, edges, work):
        path = work + '-model.json'
        model.save_model(path, format='json')
        with open(path, encoding='utf-8') as file:
            saved = json.load(file)
        scale, bias = saved['scale_and_bias']
        bias = bias[0] if isinstance(bias, list) else bias
        self.bias = round(bias * LEAF_UNIT)
        asked = defaultdict(set)
        for tree in saved['oblivious_trees']:
            for split in tree['splits']:
                asked[split['float_feature_index']].add(int(split['border']))
        self.bounds, place = [], {}
        for column in sorted(asked):
            used = sorted(asked[column])
            place[column] = (len(self.bounds), {bin_: at for at, bin_ in enumerate(used)})
            self.bounds.append((names[column], column, [edges[column][bin_] for bin_ in used]))
        self.trees = []
        for tree in saved['oblivious_trees']:
            splits = [(place[s['float_feature_index']][0], place[s['float_feature_index']][1][int(s['border'])]) for s in tree['splits']]
            leaves = [round(scale * value * LEAF_UNIT) for value in tree['leaf_values']]
            while len(splits) < DEPTH:
                splits.append((0, 255))
                leaves += [0] * len(leaves)
            self.trees.append((splits, leaves))

    def probabilities(self, rows):
        total = np.full(len(rows), self.bias, dtype=np.int64)
        columns = [np.where(np.isnan(rows[:, column]), 0, np.searchsorted(np.array(bounds, dtype='<f4'), rows[:, column], side='left'))
                   for _, column, bounds in self.bounds]
        for splits, leaves in self.trees:
            leaf = np.zeros(len(rows), dtype=np.int64)
            for bit, (feature, above) in enumerate(splits):
                leaf |= (columns[feature] > above).astype(np.int64) << bit
            total += np.array(leaves)[leaf]
        return 1 / (1 + np.exp(-total / LEAF_UNIT))

    def rust(self, static, what):
        lines = [f'/// {what}', f'pub(crate) static {static}: Forest = Forest {{', f'    bias: {self.bias},', '    bounds: &[']
        for name, column, bounds in self.bounds:
            values = ', '.join(number(value) for value in bounds)
            lines.append(f'        Bounds {{ name: "{name}", column: {column}, edges: &[{values}] }},')
        lines += ['    ],', '    trees: &[']
        for splits, leaves in self.trees:
            asked = ', '.join(f'({feature}, {above})' for feature, above in splits)
            lines.append(f'        Tree {{ splits: [{asked}], leaves: [{", ".join(map(str, leaves))}] }},')
        return '\n'.join(lines + ['    ],', '};'])


def number(value):
    """A float as Rust writes it, exact in 32 bits."""
    text = np.format_float_positional(np.float32(value), unique=True, trim='0')
    return text


def truth_tokens(page):
    return [tokens(body) for body in sets.bodies(page.truth)]


def groups(pages):
    """Named lists of page numbers to measure on."""
    out = defaultdict(list)
    for at, page in enumerate(pages):
        name = page.truth['set']
        if is_snippet(page):
            out[f'{name} snippets'].append(at)
        elif page.label is not None:
            out[f'{name} {page.truth.get("page_type") or "article"}'].append(at)
    return dict(sorted(out.items()))


def report(pages, chosen):
    """Per group, (precision, recall, F1) and the number of pages; `chosen` are the blocks of each page's body."""
    out = {}
    for name, members in groups(pages).items():
        if name.endswith('snippets'):
            value = measure.snippet_f1([measure.snippets(pages[at], chosen[at]) for at in members])
        else:
            value = np.mean([measure.page_prf(pages[at], chosen[at], truth_tokens(pages[at])) for at in members], axis=0)
        out[name] = (*value, len(members))
    return out


def by_bar(pages, probabilities, bars):
    """The figures of articles at other bars, before the program's later rules."""
    leaned = [measure.lean(page, p) for page, p in zip(pages, probabilities)]
    out = {}
    for bar in bars:
        found = report(pages, [measure.kept(page, p, bar) for page, p in zip(pages, leaned)])
        out.update({f'{name}, {bar:.2f}': value for name, value in found.items() if name in ARTICLES})
    return dict(sorted(out.items()))


def show(title, found):
    lines = [f'| {title} | pages | precision | recall | F1 |', '|---|---:|---:|---:|---:|']
    lines += [f'| {name} | {n} | {p:.4f} | {r:.4f} | {f:.4f} |' for name, (p, r, f, n) in found.items()]
    return '\n'.join(lines)


def reachable(pages):
    """Per group, the figures of choosing just the blocks that the annotation has: what segmentation leaves to be won."""
    return report(pages, [[number for number, share in enumerate(page.label or []) if share and share >= 0.5] for page in pages])


def ceiling(pages):
    """Per rule, over articles with a body: share of the blocks, and the F1 that is lost when just the labelled blocks are chosen and
    those the rule settles are left out."""
    totals, lost, hit, blocks, all_blocks, full = defaultdict(float), defaultdict(float), defaultdict(int), defaultdict(int), 0, []
    open_only, members = [], [p for p in pages if p.label is not None and not is_snippet(p) and is_article(p) and p.truth['set'] != 'mercury']
    worst = defaultdict(list)
    for page in members:
        truth = truth_tokens(page)
        chosen = [number for number, share in enumerate(page.label) if share and share >= 0.5]
        best = measure.page_prf(page, chosen, truth)[2]
        full.append(best)
        open_only.append(measure.page_prf(page, [number for number in chosen if page.state[number] in sets.OPEN], truth)[2])
        states = ['phrases' if state.startswith('phrase ') else state for state in page.state]
        for state in set(states):
            rest = [number for number in chosen if states[number] != state]
            if len(rest) < len(chosen):
                loss = best - measure.page_prf(page, rest, truth)[2]
                lost[state] += loss
                hit[state] += loss > 0.005
                worst[state].append((loss, page.truth['id']))
        for state in states:
            blocks[state] += 1
            all_blocks += 1
    lines = [f'ceiling of {len(members)} articles: {np.mean(full):.4f}, without settled blocks {np.mean(open_only):.4f}', '']
    lines += ['| rule | blocks | F1 lost | pages that lose |', '|---|---:|---:|---:|']
    for state in sorted(blocks, key=blocks.get, reverse=True):
        if state != 'open' and (blocks[state] > 0.0005 * all_blocks or lost[state] > 0.1):
            lines.append(f'| {state} | {blocks[state] / all_blocks:.1%} | {lost[state] / len(members):.4f} | {hit[state]} |')
    detail = {state: sorted(found, reverse=True)[:12] for state, found in worst.items() if lost[state] > 0.3 and state != 'open'}
    return '\n'.join(lines), detail


def flat_forest(options):
    """The forest for flat text: (table, model, feature names, figures out of fold)."""
    fitted = os.path.join(options.work, 'fitted')
    names, rows, pages = sets.read(options.pages, sets.TRAINED, options.lessons, options.work, flat=True)
    both = [weights(page) for page in pages]
    label, weight = (np.concatenate([pair[side] for pair in both]) for side in (0, 1))
    edges = [edges_of(rows[:, column]) for column in range(rows.shape[1])]
    bins = binned(rows, edges)
    unseen_p = cross_validate(fitted, pages, bins, label, weight, folds(pages), FLAT_TREES, DEPTH, FLAT_RATE)
    np.save(os.path.join(options.work, 'flat_out_of_fold.npy'), np.concatenate(unseen_p))
    found = report(pages, [measure.kept(page, p, BAR) for page, p in zip(pages, unseen_p)])
    print(show('flat, out of fold', found), flush=True)
    model = fit(fitted, bins, label, weight, FLAT_TREES, DEPTH, FLAT_RATE)
    importance = sorted(zip(model.get_feature_importance(), names), reverse=True)
    return Table(model, names, edges, os.path.join(options.work, 'flat')), importance, found


def cross_validate(fitted, pages, bins, label, weight, fold, *size):
    probabilities = [None] * len(pages)
    row_fold = np.concatenate([np.full(p.rows[1] - p.rows[0], f) for p, f in zip(pages, fold)])
    for part in range(FOLDS):
        learn = row_fold != part
        model = fit(fitted, bins[learn], label[learn], weight[learn], *size)
        print('fold', part, flush=True)
        for at, page in enumerate(pages):
            if fold[at] == part:
                probabilities[at] = predict(model, bins[page.rows[0]:page.rows[1]])
    return probabilities


def page_f1(page, blocks):
    """A page's F1; None where nothing of it is annotated."""
    if page.label is None:
        return None
    if is_snippet(page):
        tp, fp, fn = measure.snippets(page, blocks)
        return 2 * tp / max(2 * tp + fp + fn, 1)
    return measure.page_prf(page, blocks, truth_tokens(page))[2]


def page_lessons(pages, strict, lower):
    """(labels, weights): whether a page is better judged by the lower bar, and how much is at stake. The kind of the page counts a
    little, so that what is the same by both is not left to chance."""
    label, weight = np.zeros(len(pages)), np.zeros(len(pages))
    for at, page in enumerate(pages):
        by_strict = page_f1(page, strict[at])
        if by_strict is None:
            continue
        of_article = is_article(page) or is_snippet(page)
        gain = page_f1(page, lower[at]) - by_strict + (-PAGE_KIND if of_article else PAGE_KIND)
        portal = page.truth['set'] in ('magic-html', 'gne') and is_article(page)
        label[at], weight[at] = gain > 0, abs(gain) * (SNIPPET_PAGE if is_snippet(page) else PORTAL if portal else 1)
    return label, weight


class Run:
    """What the program makes of probabilities, with either bar."""

    def __init__(self, program, pages, probabilities, out):
        both, self.names, self.rows = judged.verdicts(program, pages, probabilities, out)
        self.verdicts, self.expected = zip(*both)
        self.bodies = [[judged.body(verdict) for verdict in run] for run in self.verdicts]

    def chosen(self, other):
        """Bodies, expected F1 and verdicts when these are the probabilities that pages are of another kind."""
        side = [int(p >= SURELY) for p in other]
        return tuple([runs[s][at] for at, s in enumerate(side)] for runs in (self.bodies, self.expected, self.verdicts))


def noisy(pages, bodies):
    """Pages that the shipped forest does not learn from. The bodies of magic-html and of the Chinese pages were marked by hand: what
    the judge gets wrong there it has to learn."""
    out = set()
    for at, page in enumerate(pages):
        by_hand = page.truth['set'] in ('magic-html', 'gne') and is_article(page)
        if page.label is not None and not is_snippet(page) and not by_hand:
            if page_f1(page, bodies[at]) < (NOISE_ARTICLE if is_article(page) else NOISE_OTHER):
                out.add(at)
    return out


def folds(pages):
    """A fold per page; pages of one registered domain, and byte-identical ones (same texts), share it."""
    return [int(hashlib.sha256(sets.domain(p.truth['url']).encode()).hexdigest(), 16) % FOLDS for p in pages]


def rated(pages, bodies, expected):
    """(expected F1, whether the page is right, weight, whether it is an article) of the pages with a body."""
    rows = [(e, page_f1(page, body) >= RIGHT, ARTICLE if is_article(page) else OTHER_TYPE, is_article(page))
            for page, body, e in zip(pages, bodies, expected) if page.label is not None and not is_snippet(page)]
    return np.array(rows, dtype=float)


def reliability(rows, found):
    """Mean confidence and share of right pages, by confidence, articles only."""
    given = np.interp(rows[:, 0], [e for e, _ in found], [r for _, r in found])
    lines = ['| confidence from | pages | mean given | right |', '|---|---:|---:|---:|']
    for start in range(10):
        row = (rows[:, 3] > 0) & (np.minimum(given * 10, 9).astype(int) == start)
        if row.any():
            lines.append(f'| {start / 10:.1f} | {row.sum()} | {given[row].mean():.2f} | {rows[row, 1].mean():.2f} |')
    return '\n'.join(lines)


def losses(pages, verdicts):
    """Per group, where the words wrongly out and wrongly in come from, as shares of F1, and the worst of them."""
    lines, worst = [], []
    for name, members in groups(pages).items():
        if name.endswith('snippets'):
            continue
        found, count = judged.losses([pages[at] for at in members], [verdicts[at] for at in members], [truth_tokens(pages[at]) for at in members])
        order = sorted(found.items(), key=lambda kind: -kind[1][0] - kind[1][1])
        lines += [f'{name}: ' + '; '.join(f'{kind} out {out / count:.4f} in {in_ / count:.4f}' for kind, (out, in_, _) in order[:10])]
        worst += [(name, kind, *place) for kind, (_, _, places) in order for place in places]
    return '\n'.join(lines), sorted(worst, key=lambda place: -place[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('pages', 'lessons', 'work', 'out'):
        parser.add_argument(f'--{name}', required=True)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--keep-flat', action='store_true')
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    fitted = os.path.join(options.work, 'fitted')
    # Beside the others, in a process of its own.
    pool = ProcessPoolExecutor(1)
    learned_flat = None if options.keep_flat else pool.submit(flat_forest, options)
    names, rows, pages = sets.read(options.pages, sets.TRAINED, options.lessons, options.work)
    _, held_rows, held = sets.read(options.pages, sets.HELD_OUT, options.lessons, options.work)
    both = [weights(page) for page in pages]
    label, weight = (np.concatenate([pair[side] for pair in both]) for side in (0, 1))
    text, detail = ceiling(pages)
    print(text, flush=True)
    for state, worst in detail.items():
        print(state, worst)
    fold = folds(pages)
    edges = [edges_of(rows[:, column]) for column in range(rows.shape[1])]
    bins = binned(rows, edges)
    unseen_p = cross_validate(fitted, pages, bins, label, weight, fold)
    np.save(os.path.join(options.work, 'out_of_fold.npy'), np.concatenate(unseen_p))
    run = Run(options.lessons, pages, unseen_p, os.path.join(options.work, 'unseen'))
    page_label, page_weight = page_lessons(pages, *run.bodies)
    unasked = np.isnan(run.rows).all(axis=1)  # stories by their structured data
    page_weight[unasked] = 0
    page_edges = [edges_of(run.rows[:, column]) for column in range(run.rows.shape[1])]
    page_bins = binned(run.rows, page_edges)
    page_fit = lambda use: fit(fitted, page_bins[use], page_label[use], page_weight[use], PAGE_TREES, PAGE_DEPTH, PAGE_RATE)
    other = np.zeros(len(pages))
    for part in range(FOLDS):
        other[np.array(fold) == part] = predict(page_fit(np.array(fold) != part), page_bins[np.array(fold) == part])
    other[unasked] = 0
    bodies, expected, verdicts = run.chosen(other)
    unseen = report(pages, bodies)
    print(show('out of fold', unseen), flush=True)
    text_losses, worst = losses(pages, verdicts)
    with open(os.path.join(options.work, 'worst.json'), 'w', encoding='utf-8') as file:
        json.dump(worst[:5000], file, ensure_ascii=False, indent=0)
    print(text_losses, flush=True)
    skip = noisy(pages, bodies)
    keep = np.concatenate([np.full(p.rows[1] - p.rows[0], at not in skip) for at, p in enumerate(pages)])
    model = fit(fitted, bins[keep], label[keep], weight[keep])
    table = Table(model, names, edges, os.path.join(options.work, 'blocks'))
    page_model = page_fit(np.ones(len(pages), dtype=bool))
    page_table = Table(page_model, run.names, page_edges, os.path.join(options.work, 'pages'))
    for model_, table_, bins_, rows_ in ((model, table, bins, rows), (page_model, page_table, page_bins, run.rows)):
        exact = np.abs(predict(model_, bins_) - table_.probabilities(rows_)).max()
        assert exact < 0.05, f'table and model differ by {exact}'
    held_p = table.probabilities(held_rows)
    held_p = [held_p[page.rows[0]:page.rows[1]] for page in held]
    held_run = Run(options.lessons, held, held_p, os.path.join(options.work, 'held'))
    held_bodies, held_expected, _ = held_run.chosen(page_table.probabilities(held_run.rows))
    unseen.update(report(held, held_bodies))
    rows_rated = np.concatenate([rated(pages, bodies, expected), rated(held, held_bodies, held_expected)])
    found = measure.points(rows_rated[:, 0], rows_rated[:, 1], rows_rated[:, 2])
    tables = [(table, 'FOREST', 'The forest for the blocks of pages with markup.'), (page_table, 'PAGE', 'The forest for pages as a whole.')]
    importance = [shares(sorted(zip(of.get_feature_importance(), of_names), reverse=True)) for of, of_names in ((model, names), (page_model, run.names))]
    flat = Flat.kept(options.out, names) if options.keep_flat else Flat.learned(*learned_flat.result())
    texts = {
        'unseen': show('out of fold', unseen), 'flat': flat.figures, 'ceiling': text, 'reachable': show('whole blocks', reachable(pages + held)),
        'bars': show('out of fold, bar', by_bar(pages + held, unseen_p + held_p, (0.45, BAR, 0.65) if options.check else (0.35, 0.45, BAR, 0.65, 0.75))),
        'reliability': reliability(rows_rated, found),
        'lower': ', '.join(f'{name} {np.mean(other[members] >= SURELY):.0%}' for name, members in groups(pages).items()),
    }
    for part, said in texts.items():
        print(part, said, sep='\n', flush=True)
    if not options.check:
        write(options, tables, flat, found, pages, skip, importance, texts)


def shares(importance):
    return ', '.join(f'{name} {value:.1f}' for value, name in importance)


class Flat:
    """The forest for flat text as the table and the card have it: its Rust, trees and features, figures, importance, and training."""

    def __init__(self, rust, size, figures, importance, training):
        self.rust, self.size, self.figures, self.importance, self.training = rust, size, figures, importance, training

    @classmethod
    def learned(cls, table, importance, found):
        rust = table.rust('FLAT', 'The forest for flat text.')
        return cls(rust, (len(table.trees), len(table.bounds)), show('flat, out of fold', found), shares(importance), '')

    @classmethod
    def kept(cls, out, names):
        """That of the table as it is, with the columns where the features stand now."""
        with open(os.path.join(out, 'table.rs'), encoding='utf-8') as file:
            table = file.read()
        with open(os.path.join(out, 'CARD.md'), encoding='utf-8') as file:
            card_ = file.read()
        start = table.index('/// The forest for flat text.')
        rust = table[start:table.index('\n};', start) + 3]
        rust = re.sub(r'name: "(\w+)", column: \d+', lambda found: f'name: "{found[1]}", column: {names.index(found[1])}', rust)
        figures = card_[card_.index('| flat, out of fold'):]
        return cls(rust, (rust.count('Tree {'), rust.count('Bounds {')), figures[:figures.index('\n\n')],
                   re.search(r'^Lines: (.*)\.$', card_, re.MULTILINE)[1], FLAT_KEPT)


def write(options, tables, flat, found, pages, skip, importance, texts):
    lines = ['//! The forests, as `tools/train` learned them (see CARD.md). Not to be edited by hand.', '', 'use super::{Bounds, Forest, Tree};', '']
    for table, static, what in tables:
        lines += ['#[rustfmt::skip]', table.rust(static, what), '']
    lines += ['#[rustfmt::skip]', flat.rust, '']
    lines += ['/// What expected F1 says of the chance that the body is right: points, linear between them.',
              '#[rustfmt::skip]', 'pub(crate) static CONFIDENCE: &[(f32, f32)] = &[']
    lines += [f'    ({e:.4f}, {r:.4f}),' for e, r in found] + ['];', '']
    with open(os.path.join(options.out, 'table.rs'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))
    with open(os.path.join(options.out, 'CARD.md'), 'w', encoding='utf-8') as file:
        file.write(card(tables, flat, pages, skip, importance, texts))


def card(tables, flat, pages, skip, importance, texts):
    table, page_table = (table for table, *_ in tables)
    flat_trees, flat_features = flat.size
    date = os.environ.get('SOURCE_DATE') or datetime.date.today().isoformat()
    return f'''# The judge's forests

Of blocks: {len(table.trees)} oblivious trees of depth {DEPTH} over {len(table.bounds)} features. Of pages as a whole: {len(page_table.trees)} of depth {PAGE_DEPTH} over {len(page_table.bounds)}. Of lines
of flat text: {flat_trees} of depth {DEPTH} over {flat_features}. Written {date} by `tools/train/run.sh PAGES`{flat.training}.

## Data

Annotations of these collections; the pages belong to their publishers and are not part of this project, nor is any text of them.

* WCXB, development part (Murrough Foley, 2026, CC-BY-4.0): bodies of articles and of six other kinds of page
* magic-html, benchmark (opendatalab, Apache-2.0): bodies of articles and forum threads, x {PORTAL:g} for articles
* Chinese news pages of GeneralNewsExtractor's tests with bodies annotated for this purpose, x {PORTAL:g}
* trafilatura, evaluation data (adbar, Apache-2.0) and mercury, parser fixtures (postlight, MIT or Apache-2.0): snippets that must or
  must not be in the body

{len(pages)} pages, of which {len(skip)} were left out of the shipped forest of blocks (not of the folds) as their truth is of another kind than the
judge's answer: word F1 out of fold below {NOISE_ARTICLE} for articles of WCXB, {NOISE_OTHER} for others. **fundus** (publishers' own parsers, MIT) takes no part in training.

## Recipe

Label of a block: the share of its tokens that stands at its place in the annotated body, aligned in order. Weight: tokens, by page.
CatBoost, cross-entropy on soft labels, rate {RATE}, l2 {L2:g}, {RSM:g} of the features a level, {SUBSAMPLE:g} of the blocks a tree, at most {BINS - 1}
edges a feature, seed {SEED}, {THREADS} threads. Features of `src/judge/features`, dumped by the program itself.

The forest of pages says whether the lower bar is better. Its pages are judged by forests that have not seen them, once with either
bar; the label is which F1 is higher, the weight by how much, with {PAGE_KIND:g} for what kind of page it is. Rate {PAGE_RATE:g}.

## Figures

{FOLDS} folds, split by registered domain, both forests out of fold; fundus with the shipped ones. What the program gives with all its rules,
captions left out as in its text. Precision, recall and F1 of words, the mean over pages with a body (snippets: pooled).

{texts['unseen']}

Judged by the lower bar: {texts['lower']}.

Flat text, the same pages flattened by the program in several fashions, before the rules that come after the forest:

{texts['flat']}

By bar (`Focus` moves it), before the rules that come after the forest:

{texts['bars']}

What choosing just the blocks that the annotation has would give, hidden text and copies included:

{texts['reachable']}

## Certain rules

What choosing just the blocks that the annotation has would lose where a rule settles them; copies and hidden text included.

{texts['ceiling']}

## Confidence

Right: word F1 of at least {RIGHT}. Articles, out of fold:

{texts['reliability']}

## Features by importance, in percent

Blocks: {importance[0]}.

Pages: {importance[1]}.

Lines: {flat.importance}.
'''


if __name__ == '__main__':
    main()
