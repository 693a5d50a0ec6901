#!/usr/bin/env python3
"""Learns the forest of src/judge/forest/table.rs from annotated pages, and measures it on pages it has not seen.

    train.py --pages DIR --lessons PROGRAM --work DIR --out DIR [--check]

DIR of --pages holds pages/ and truth/.  PROGRAM is the built `lessons`; --work keeps dumps and labels, --out is src/judge/forest.
With --check nothing is written and fewer bars are tried.  run.sh makes all of this one command.
"""
import argparse
import datetime
import json
import os
from collections import defaultdict

import numpy as np
from catboost import CatBoostClassifier, Pool

import measure
import sets
from align import tokens

SEED, FOLDS, THREADS = 7, 5, 2
TREES, DEPTH, RATE, L2, RSM, SUBSAMPLE = 200, 6, 0.12, 5.0, 0.4, 0.7
BINS = 64
BAR = 0.55
LEAF_UNIT = 1024
# Weights of a page by what is known of it.
ARTICLE, OTHER_TYPE, SNIPPET_PAGE, PORTAL = 1.0, 0.35, 0.5, 3.0
# Words of furniture count at most this many times the words of truth.
MOST_FURNITURE = 3.0
# Pages on which the judge is this far off have a truth of another kind; they teach nothing.
NOISE_ARTICLE, NOISE_OTHER = 0.6, 0.3
RIGHT = 0.9


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


def fit(bins, label, weight, seed=SEED):
    use = weight > 0
    model = CatBoostClassifier(
        loss_function='CrossEntropy', grow_policy='SymmetricTree', iterations=TREES, depth=DEPTH, learning_rate=RATE, l2_leaf_reg=L2,
        rsm=RSM, bootstrap_type='Bernoulli', subsample=SUBSAMPLE, border_count=BINS - 1, random_seed=seed, thread_count=THREADS,
        allow_writing_files=False, verbose=False)
    model.fit(Pool(bins[use].astype(np.float32), label[use], weight=weight[use]))
    return model


def predict(model, bins):
    return model.predict_proba(bins.astype(np.float32), thread_count=1)[:, 1] if len(bins) else np.zeros(0)


class Table:
    """The model as the program evaluates it: bins by the edges that are asked for, whole numbers in the leaves."""

    def __init__(self, model, names, edges, work):
        path = os.path.join(work, 'model.json')
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


def report(pages, probabilities, bars=(BAR,)):
    """Per group and bar, (precision, recall, F1) and the number of pages."""
    leaned = [measure.lean(page, p) for page, p in zip(pages, probabilities)]
    truth = [truth_tokens(page) for page in pages]
    out = {}
    for name, members in groups(pages).items():
        for bar in bars:
            chosen = {at: measure.kept(pages[at], leaned[at], bar) for at in members}
            if name.endswith('snippets'):
                value = measure.snippet_f1([measure.snippets(pages[at], chosen[at]) for at in members])
            else:
                value = np.mean([measure.page_prf(pages[at], chosen[at], truth[at]) for at in members], axis=0)
            out[name, bar] = (*value, len(members))
    return out


def show(title, found):
    lines = [f'| {title} | pages | bar | precision | recall | F1 |', '|---|---:|---:|---:|---:|---:|']
    lines += [f'| {name} | {n} | {bar:.2f} | {p:.4f} | {r:.4f} | {f:.4f} |' for (name, bar), (p, r, f, n) in found.items()]
    return '\n'.join(lines)


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


def cross_validate(pages, bins, label, weight, fold):
    probabilities = [None] * len(pages)
    row_fold = np.concatenate([np.full(p.rows[1] - p.rows[0], f) for p, f in zip(pages, fold)])
    for part in range(FOLDS):
        learn = row_fold != part
        model = fit(bins[learn], label[learn], weight[learn])
        print('fold', part, flush=True)
        for at, page in enumerate(pages):
            if fold[at] == part:
                probabilities[at] = predict(model, bins[page.rows[0]:page.rows[1]])
    return probabilities


def noisy(pages, probabilities):
    out = set()
    for at, (page, p) in enumerate(zip(pages, probabilities)):
        if page.label is not None and not is_snippet(page):
            f1 = measure.page_prf(page, measure.kept(page, measure.lean(page, p), BAR), truth_tokens(page))[2]
            if f1 < (NOISE_ARTICLE if is_article(page) else NOISE_OTHER):
                out.add(at)
    return out


def folds(pages):
    """A fold per page; pages of one registered domain, and byte-identical ones (same texts), share it."""
    import hashlib
    return [int(hashlib.sha256(sets.domain(p.truth['url']).encode()).hexdigest(), 16) % FOLDS for p in pages]


def confidence_points(pages, probabilities):
    expected, right, weight = [], [], []
    for page, p in zip(pages, probabilities):
        if page.label is None or is_snippet(page):
            continue
        leaned = measure.lean(page, p)
        chosen = measure.kept(page, leaned, BAR)
        expected.append(measure.expected_f1(page, leaned, chosen))
        right.append(measure.page_prf(page, chosen, truth_tokens(page))[2] >= RIGHT)
        weight.append(ARTICLE if is_article(page) else OTHER_TYPE)
    return measure.points(np.array(expected), np.array(right, dtype=float), np.array(weight))


def reliability(pages, probabilities, found):
    """Mean confidence and share of right pages, by confidence, articles only."""
    rows = defaultdict(list)
    for page, p in zip(pages, probabilities):
        if page.label is None or is_snippet(page) or not is_article(page):
            continue
        leaned = measure.lean(page, p)
        chosen = measure.kept(page, leaned, BAR)
        given = float(np.interp(measure.expected_f1(page, leaned, chosen), [e for e, _ in found], [r for _, r in found]))
        rows[min(int(given * 10) / 10, 0.9)].append((given, measure.page_prf(page, chosen, truth_tokens(page))[2] >= RIGHT))
    lines = ['| confidence from | pages | mean given | right |', '|---|---:|---:|---:|']
    for start in sorted(rows):
        given, right = np.mean(rows[start], axis=0)
        lines.append(f'| {start:.1f} | {len(rows[start])} | {given:.2f} | {right:.2f} |')
    return '\n'.join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('pages', 'lessons', 'work', 'out'):
        parser.add_argument(f'--{name}', required=True)
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
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
    unseen_p = cross_validate(pages, bins, label, weight, fold)
    skip = noisy(pages, unseen_p)
    bars = (0.45, BAR, 0.65) if options.check else (0.35, 0.45, 0.5, BAR, 0.6, 0.65, 0.7, 0.75)
    unseen = report(pages, unseen_p, bars)
    keep = np.concatenate([np.full(p.rows[1] - p.rows[0], at not in skip) for at, p in enumerate(pages)])
    model = fit(bins[keep], label[keep], weight[keep])
    table = Table(model, names, edges, options.work)
    exact = np.abs(predict(model, bins) - table.probabilities(rows)).max()
    assert exact < 0.05, f'table and model differ by {exact}'
    held_p = table.probabilities(held_rows)
    held_p = [held_p[page.rows[0]:page.rows[1]] for page in held]
    unseen.update(report(held, held_p, bars))
    shipped = table.probabilities(rows)
    shipped = report(pages, [shipped[page.rows[0]:page.rows[1]] for page in pages])
    found = confidence_points(pages + held, unseen_p + held_p)
    importance = sorted(zip(model.get_feature_importance(), names), reverse=True)
    print(show('out of fold; fundus held out', unseen))
    print(show('shipped, in sample', shipped))
    print(f'{len(skip)} noisy pages; {len(table.bounds)} features, {sum(len(b) for _, _, b in table.bounds)} edges; table off by {exact:.4f}')
    print(', '.join(f'{name} {value:.1f}' for value, name in importance))
    print('confidence', found)
    print(reliability(pages + held, unseen_p + held_p, found))
    np.save(os.path.join(options.work, 'out_of_fold.npy'), np.concatenate(unseen_p))
    if not options.check:
        write(options, table, found, unseen, shipped, pages, skip, importance, (text, reliability(pages + held, unseen_p + held_p, found)))


def write(options, table, found, unseen, shipped, pages, skip, importance, texts):
    lines = ['//! The forest, as `tools/train` learned it (see CARD.md). Not to be edited by hand.', '',
             '#![cfg_attr(rustfmt, rustfmt_skip)]' if False else '', 'use super::{Bounds, Forest, Tree};', '',
             '#[rustfmt::skip]', table.rust('FOREST', 'The forest for pages with markup.'), '',
             '/// What expected F1 says of the chance that the body is right: points, linear between them.',
             '#[rustfmt::skip]', 'pub(crate) static CONFIDENCE: &[(f32, f32)] = &[']
    lines += [f'    ({e:.4f}, {r:.4f}),' for e, r in found] + ['];', '']
    with open(os.path.join(options.out, 'table.rs'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(line for line in lines if line is not None).replace('\n\n\n', '\n\n'))
    with open(os.path.join(options.out, 'CARD.md'), 'w', encoding='utf-8') as file:
        file.write(card(table, unseen, shipped, pages, skip, importance, texts))


def card(table, unseen, shipped, pages, skip, importance, texts):
    main_bar = {key: value for key, value in unseen.items() if key[1] == BAR}
    articles = {key: value for key, value in unseen.items() if key[0] in ('wcxb-dev article', 'magic-html article', 'gne article', 'fundus article')}
    date = os.environ.get('SOURCE_DATE') or datetime.date.today().isoformat()
    return f'''# The judge's forest

{len(table.trees)} oblivious trees of depth {DEPTH} over {len(table.bounds)} features, written {date} by `tools/train/run.sh PAGES`.

## Data

Annotations of these collections; the pages belong to their publishers and are not part of this project, nor is any text of them.

* WCXB, development part (Murrough Foley, 2026, CC-BY-4.0): bodies of articles and of six other kinds of page
* magic-html, benchmark (opendatalab, Apache-2.0): bodies of articles and forum threads, x {PORTAL:g} for articles
* Chinese news pages of GeneralNewsExtractor's tests with bodies annotated for this purpose, x {PORTAL:g}
* trafilatura, evaluation data (adbar, Apache-2.0) and mercury, parser fixtures (postlight, MIT or Apache-2.0): snippets that must or
  must not be in the body

{len(pages)} pages, of which {len(skip)} were left out of the shipped forest (not of the folds) as their truth is of another kind than the
judge's answer: word F1 out of fold below {NOISE_ARTICLE} for articles, {NOISE_OTHER} for others. **fundus** (publishers' own parsers, MIT) takes no part in training.

## Recipe

Label of a block: the share of its tokens that stands at its place in the annotated body, aligned in order. Weight: tokens, by page.
CatBoost, cross-entropy on soft labels, rate {RATE}, l2 {L2:g}, {RSM:g} of the features a level, {SUBSAMPLE:g} of the blocks a tree, at most {BINS - 1}
edges a feature, seed {SEED}, {THREADS} threads. Features of `src/judge/features`, dumped by the program itself.

## Figures

{FOLDS} folds, split by registered domain; fundus with the shipped forest. Precision, recall and F1 of words, the mean over pages (snippets: pooled).
Chosen among the blocks no rule has settled; blocks of one template lean on each other; bar {BAR}.

{show('out of fold', main_bar)}

{show('in sample', shipped)}

By bar (`Focus` moves it):

{show('out of fold', articles)}

## Certain rules

What choosing just the blocks that the annotation has would lose where a rule settles them; copies and hidden text included.

{texts[0]}

## Confidence

Right: word F1 of at least {RIGHT}. Articles, out of fold:

{texts[1]}

## Features by importance, in percent

{', '.join(f'{name} {value:.1f}' for value, name in importance)}
'''


if __name__ == '__main__':
    main()
