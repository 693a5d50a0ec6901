"""The annotated pages: which there are, how they are dumped, and what their blocks are labelled."""
import gzip
import hashlib
import json
import os
import pickle
import subprocess
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor
from urllib.parse import urlsplit

import numpy as np

import align

TRAINED = ('wcxb-dev', 'magic-html', 'gne', 'trafilatura-eval', 'mercury')
HELD_OUT = ('fundus',)
# Sets of which only snippets are annotated.
SNIPPETS = ('trafilatura-eval', 'mercury')
# States of the blocks that have features.
OPEN = ('open', 'link_row')
# Public second-level domains under a country's: the registered name is one label more.
SECOND_LEVEL = {'co', 'com', 'org', 'net', 'gov', 'edu', 'ac', 'or', 'ne', 'go', 'gob', 'gouv', 'nom'}

Page = namedtuple('Page', 'truth texts words heading hidden state template open rows label tokens')


def domain(url):
    """The registered domain, near enough to keep pages of one outlet in one fold."""
    labels = (urlsplit(url or '').hostname or '').split('.')
    take = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL else 2
    return '.'.join(labels[-take:])


def truths(root, names):
    for name in names:
        with open(os.path.join(root, 'truth', f'{name}.jsonl'), encoding='utf-8') as lines:
            for line in lines:
                truth = json.loads(line)
                suffix = 'txt' if truth.get('input') == 'text' else 'html'
                truth['path'] = os.path.join(root, 'pages', name, f'{truth["id"]}.{suffix}.gz')
                yield truth


def dump(program, pages, out, flat):
    paths = ''.join(f'{truth["path"]}\t{truth["url"] or ""}\n' for truth in pages)
    subprocess.run([program, *(['--flat'] if flat else []), out], input=paths.encode(), check=True)


def bodies(truth):
    other = truth.get('body_alt') or []
    return [body for body in (truth.get('body'), *([other] if isinstance(other, str) else other)) if body]


def label(job):
    """Labels of a page's blocks: the better of the two where a truth has an alternative body; None where nothing is annotated."""
    texts, states, hidden, truth, snippets = job
    if snippets:
        seen = [state != 'copy' for state in states]
        found = align.snippet_labels([text if ok else '' for text, ok in zip(texts, seen)], truth['with'] or [], truth['without'] or [])
        return found
    if not bodies(truth):
        return None
    blocks = [(align.tokens(text), state != 'copy' and not gone) for text, state, gone in zip(texts, states, hidden)]
    best = None
    for body in bodies(truth):
        want = align.tokens(body)
        share = align.labels(blocks, want)
        score = sum(2 * len(b) * s for (b, _), s in zip(blocks, share) if s) / (len(want) + sum(len(b) for (b, _), s in zip(blocks, share) if s and s >= 0.5) or 1)
        if best is None or score > best[0]:
            best = (score, share)
    return best[1]


def read(root, names, program, work, flat=False):
    """(feature names, rows, pages), of the pages flattened where that is asked for; blocks are dumped by the program, labels kept in `work` as long as blocks and truth are the same."""
    pages = list(truths(root, names))
    out = os.path.join(work, '-'.join(['flat'] * flat + list(names)))
    dump(program, pages, out, flat)
    lines = open(out + '.jsonl', encoding='utf-8')
    features = json.loads(next(lines))['names']
    rows = np.fromfile(out + '.f32', dtype='<f4').reshape(-1, len(features))
    raw = [json.loads(line)['blocks'] for line in lines]
    jobs = [([b[0] for b in blocks], [b[4] for b in blocks], [b[3] for b in blocks], truth, truth['set'].split('+')[0] in SNIPPETS)
            for blocks, truth in zip(raw, pages)]
    cache_path = os.path.join(work, 'flat-labels.pickle' if flat else 'labels.pickle')
    cache = pickle.load(open(cache_path, 'rb')) if os.path.exists(cache_path) else {}
    keys = [hashlib.sha256(json.dumps([j[0], [s == 'copy' for s in j[1]], j[2], bodies(j[3]), j[3]['with'], j[3]['without'], j[4]]).encode()).digest() for j in jobs]
    missing = [at for at, key in enumerate(keys) if key not in cache]
    with ProcessPoolExecutor(2) as pool:
        for at, found in zip(missing, pool.map(label, [jobs[at] for at in missing], chunksize=8)):
            cache[keys[at]] = found
    with open(cache_path, 'wb') as file:
        pickle.dump(cache, file)
    read_pages, start = [], 0
    for key, blocks, truth in zip(keys, raw, pages):
        is_open = [number for number, b in enumerate(blocks) if b[4] in OPEN]
        end = start + len(is_open)
        columns = list(zip(*blocks)) or [()] * 6
        read_pages.append(Page(truth, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], is_open,
                               (start, end), cache[key], [align.tokens(text) for text in columns[0]]))
        start = end
    return features, rows, read_pages
