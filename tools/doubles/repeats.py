#!/usr/bin/env python3
"""Count what pages say twice on purpose, and how much of it a record keeps.

    repeats.py --truth DIR [--set NAME ...] [--list] -- COMMAND [ARG ...]

DIR holds truth/<set>.jsonl and pages/<set>/<id>.html.gz; COMMAND reads a JSON object per line ({"id", "url", "html_base64"}) and
writes a record per line. A line of the truth is a wanted repeat when it stands there more than once; it is lost when the record has
it fewer times. It is collapsed when the record says that it was taken out as a copy (COMMAND must list what it removed, see --explain);
what was left out for another reason is a loss of another kind.
"""
import argparse
import base64
import collections
import gzip
import json
import os
import subprocess
import sys
import unicodedata


def fold(text):
    return ''.join(c for c in unicodedata.normalize('NFKC', text).casefold() if c.isalnum())


def lines(text):
    """How often each line stands in a text, folded; a line of less than two characters says nothing."""
    folded = (fold(line) for line in (text or '').split('\n'))
    return collections.Counter(line for line in folded if len(line) > 1)


def pages(root, names):
    for name in names:
        with open(os.path.join(root, 'truth', name + '.jsonl'), encoding='utf-8') as rows:
            for row in map(json.loads, rows):
                path = os.path.join(root, 'pages', name, row['id'] + '.html.gz')
                if row.get('body') and not row.get('body_from') and os.path.exists(path):
                    yield row, path


def records(found, command):
    asked = []
    for row, path in found:
        with gzip.open(path) as page:
            html = base64.b64encode(page.read()).decode()
        asked.append(json.dumps({'id': row['id'], 'url': row.get('url'), 'html_base64': html}))
    done = subprocess.run(command, input='\n'.join(asked) + '\n', capture_output=True, text=True, check=False)
    return {record['id']: record for record in map(json.loads, done.stdout.splitlines())}


def is_long(line):
    return len(line) >= (25 if any('\u3040' <= c <= '\u9fff' for c in line) else 60)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--truth', required=True)
    parser.add_argument('--set', action='append')
    parser.add_argument('--list', action='store_true', help='name the pages that lose a repeat, and those that repeat a long line unasked')
    parser.add_argument('command', nargs=argparse.REMAINDER)
    args = parser.parse_args()
    command = args.command[1:] if args.command[:1] == ['--'] else args.command
    names = args.set or sorted(f[:-6] for f in os.listdir(os.path.join(args.truth, 'truth')) if f.endswith('.jsonl'))
    found = list(pages(args.truth, names))
    made = records(found, command)
    wanted = kept = collapsed = unasked = 0
    losing, doubling = [], []
    for row, _ in found:
        record = made.get(row['id']) or {}
        truth, text = lines(row['body']), lines(record.get('text') if 'text' in record else '\n'.join(
            block.get('text') or '' for block in record.get('body') or [] if isinstance(block, dict)))
        copies = collections.Counter(
            fold(line) for entry in record.get('removed') or [] if entry.get('similarity') is not None
            for line in (entry.get('text') or '').split('\n'))
        lost_here = []
        for line, times in truth.items():
            if times < 2 or not text[line]:
                continue
            wanted += times - 1
            lost = max(0, times - text[line])
            kept += times - 1 - lost
            if min(lost, copies[line]):
                lost_here.append((line, min(lost, copies[line])))
        gone = sum(times for _, times in lost_here)
        collapsed += gone
        if gone:
            losing.append((gone, row['id'], [line[:40] for line, _ in lost_here][:3]))
        more = [line for line, times in text.items() if times > max(1, truth[line]) and is_long(line)]
        unasked += len(more)
        if more:
            doubling.append((len(more), row['id'], [line[:40] for line in more][:3]))
    print(f'{len(found)} pages; wanted repeats {wanted}, kept {kept}, collapsed {collapsed} (1 in {wanted / max(1, collapsed):.0f}); '
          f'long lines repeated unasked {unasked} on {len(doubling)} pages')
    if args.list:
        for title, rows in (('collapsed', losing), ('unasked', doubling)):
            for count, name, shown in sorted(rows, reverse=True):
                print(f'{title}\t{count}\t{name}\t{shown}')


if __name__ == '__main__':
    sys.exit(main())
