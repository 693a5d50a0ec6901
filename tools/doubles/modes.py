#!/usr/bin/env python3
"""Double annotated pages in many ways, and measure what that costs a record.

    modes.py --eval DIR [--set NAME ...] [--mode NAME ...] [--limit N] [--seed S] [--flat] [--list] [--keep OUT] -- COMMAND [ARG ...]

DIR holds truth/<set>.jsonl and pages/<set>/<id>.html.gz; COMMAND reads a JSON object per line ({"id", "url", "html_base64"}) and
writes a record per line; with --flat the object has "text" in the place of the page, a line for each of its blocks. Articles whose text was annotated are taken in an order that the seed gives, the first N that have an element
of their own for it. Each is given to COMMAND once as it is, and once in every mode: a second copy in a form field, hidden, as data,
edited, torn … (doubled.py has them all). A row says for one set and mode:

    word_f1   mean F1 of the words
    lost      mean word F1 lost against the same page undoubled
    hurt      share of pages that lose more than 0.05
    excess    mean share of the text in long lines said before, beyond that of the truth
    fields    share of pages whose title, authors or day are other than on the undoubled page

Needs lxml. The pages it makes are other people's work: --keep them outside the repository.
"""
import argparse
import base64
import collections
import gzip
import json
import os
import random
import re
import subprocess
import sys
import unicodedata

import doubled

HURT = 0.05         # word F1 that a page may lose
LISTED = 0.01       # lost, or repeated, from which on a page is listed
CHARSET = re.compile(rb'<meta[^>]{0,200}?charset\s*=\s*["\']?\s*([\w-]+)', re.I)
WIDER = {'gb2312': 'gb18030', 'gbk': 'gb18030', 'iso-8859-1': 'cp1252'}


# ------------------------------------------------------------------------- pages
def decoded(raw):
    try:
        return raw.decode('utf-8-sig')
    except UnicodeDecodeError:
        found = CHARSET.search(raw[:4096])
        label = found.group(1).decode().lower() if found else 'utf-8'
        try:
            return raw.decode(WIDER.get(label, label), 'replace')
        except LookupError:
            return raw.decode('utf-8', 'replace')


def chosen(root, name, limit, seed):
    """The pages to double, in the seed's order."""
    with open(os.path.join(root, 'truth', name + '.jsonl'), encoding='utf-8') as rows:
        rows = [row for row in map(json.loads, rows) if row.get('page_type') == 'article' and row.get('body') and not row.get('body_from')]
    rows.sort(key=lambda row: row['id'])
    random.Random(f'{seed}:{name}').shuffle(rows)
    pages = []
    for row in rows:
        path = os.path.join(root, 'pages', name, row['id'] + '.html.gz')
        if len(pages) == limit or not os.path.exists(path):
            continue
        with gzip.open(path) as page:
            page = doubled.Page(decoded(page.read()), row)
        if page.article is not None:
            pages.append(page)
    return sorted(pages, key=lambda page: page.row['id'])


def form_of(page, mode, turn, seed, flat):
    """What is asked of a page in a mode, and its bytes, or its text; None where it does not suit."""
    page.again()
    rng = random.Random(f'{seed}:{page.row["id"]}:{mode}')
    if doubled.MODES[mode](page, turn, rng) is False:
        return None
    return {**page.row, 'other': page.other_truth}, page.lines() if flat else page.bytes()


# ----------------------------------------------------------------------- records
def records(asked, command):
    def line(row, page):
        given = {'text': page} if isinstance(page, str) else {'html_base64': base64.b64encode(page).decode()}
        return json.dumps({'id': row['id'], 'url': row.get('url'), **given})

    lines = (line(row, page) for row, page in asked)
    done = subprocess.run(command, input='\n'.join(lines) + '\n', capture_output=True, text=True, check=False)
    found = {record['id']: record for record in map(json.loads, done.stdout.splitlines())}
    if len(found) < len(asked):
        sys.exit(f'{len(asked) - len(found)} of {len(asked)} records are missing: {done.stderr.strip()[-300:]}')
    return found


def text_of(record):
    if isinstance(record.get('text'), str):
        return record['text']
    return '\n'.join(block.get('text') or '' for block in record.get('body') or [])


def word_f1(text, truth):
    one, other = (collections.Counter(doubled.words(each)) for each in (text, truth))
    return 2 * sum((one & other).values()) / max(1, sum(one.values()) + sum(other.values()))


def fold(text):
    return ''.join(c for c in unicodedata.normalize('NFKC', text).casefold() if c.isalnum())


def said_again(text):
    """Share of the characters in long lines that stood in the text before."""
    lines = [line.strip() for line in text.split('\n')]
    again, seen = 0, set()
    for line in lines:
        han = sum('\u3041' <= char <= '\u9fff' for char in line)
        folded = fold(line)
        if folded and (len(line) >= 30 or han >= 15):
            again += len(line) if folded in seen else 0
            seen.add(folded)
    return again / max(1, sum(map(len, lines)))


def measured(row, record):
    text = text_of(record)
    names = sorted(author.get('name') or '' for author in record.get('authors') or [])
    return {'f1': max(word_f1(text, row['body']), word_f1(text, row['other'])),
            'excess': max(0.0, said_again(text) - said_again(row['body'])),
            'fields': (record.get('title'), names, (record.get('published_at') or '')[:10])}


# ------------------------------------------------------------------------- table
def mean(values):
    values = list(values)
    return sum(values) / max(1, len(values))


def kept(folder, mode, asked):
    os.makedirs(os.path.join(folder, mode), exist_ok=True)
    for row, page in asked:
        flat = isinstance(page, str)
        with open(os.path.join(folder, mode, row['id'] + ('.txt' if flat else '.html')), 'wb') as out:
            out.write(page.encode() if flat else page)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--eval', required=True, metavar='DIR')
    parser.add_argument('--set', action='append', metavar='NAME', help='wcxb-dev, magic-html and gne unless given')
    parser.add_argument('--mode', action='append', choices=[mode for mode in doubled.MODES if mode != 'once'], help='all unless given')
    parser.add_argument('--limit', type=int, default=40, metavar='N', help='pages of each set (40)')
    parser.add_argument('--seed', default='fair', metavar='S')
    parser.add_argument('--flat', action='store_true', help='as text without markup, in the modes that a reader sees')
    parser.add_argument('--list', action='store_true', help='name the pages that lose, or that say a line again')
    parser.add_argument('--keep', metavar='OUT', help='write the pages to OUT/<set>/<mode>/')
    parser.add_argument('command', nargs=argparse.REMAINDER)
    args = parser.parse_args()
    sys.setrecursionlimit(20000)
    command = args.command[1:] if args.command[:1] == ['--'] else args.command
    suits = [mode for mode in doubled.MODES if mode != 'once' and (mode in doubled.SEEN or not args.flat)]
    modes = ['once', *(args.mode or suits)]
    print(f'{"set":12}{"mode":13}{"pages":>6}{"word_f1":>9}{"lost":>9}{"hurt":>8}{"excess":>8}{"fields":>8}')
    for name in args.set or ['wcxb-dev', 'magic-html', 'gne']:
        pages = chosen(args.eval, name, args.limit, args.seed)
        before = {}
        for at, mode in enumerate(modes):
            print(f'\r{name}: {mode}, {at + 1} of {len(modes)} \033[K', end='', file=sys.stderr, flush=True)
            forms = (form_of(page, mode, turn, args.seed, args.flat) for turn, page in enumerate(pages))
            asked = [form for form in forms if form]
            if args.keep:
                kept(os.path.join(args.keep, name), mode, asked)
            made = records(asked, command)
            now = {row['id']: measured(row, made[row['id']]) for row, _ in asked}
            before = before or now
            lost = {page: before[page]['f1'] - here['f1'] for page, here in now.items()}
            fields = {page for page, here in now.items() if here['fields'] != before[page]['fields']}
            print('\r\033[K', end='', file=sys.stderr, flush=True)
            print(f'{name:12}{mode:13}{len(now):6}{mean(here["f1"] for here in now.values()):9.4f}{mean(lost.values()):9.4f}'
                  f'{mean(x > HURT for x in lost.values()):8.3f}{mean(here["excess"] for here in now.values()):8.4f}'
                  f'{len(fields) / max(1, len(now)):8.3f}', flush=True)
            for page, here in now.items() if args.list else ():
                more = here['excess'] - before[page]['excess']
                if lost[page] > LISTED or more > LISTED or page in fields:
                    other = [f'{was!r} → {is_!r}' for was, is_ in zip(before[page]['fields'], here['fields']) if was != is_]
                    print(f'    {page:28} lost {lost[page]:.4f}, excess {more:.4f} {"; ".join(other)}')


if __name__ == '__main__':
    sys.exit(main())
