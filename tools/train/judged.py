"""What the program makes of probabilities that it is given: the verdicts after all of its rules, for pages that are out of fold."""
import json
import re
import subprocess
from collections import defaultdict

import numpy as np

NUMBER = re.compile(r' [\d.]+$')


def verdicts(program, pages, probabilities, out):
    """Two runs, with the pages taken for articles and for others: (verdicts, expected F1) per page, a verdict being per block whether
    it is body, and on what evidence. Then names and rows of what the pages are judged by as a whole."""
    np.concatenate(probabilities).astype('<f4').tofile(out + '.p')
    with open(out + '.counts', 'w', encoding='utf-8') as file:
        file.writelines(f'{len(p)}\n' for p in probabilities)
    paths = ''.join(f'{page.truth["path"]}\t{page.truth["url"] or ""}\n' for page in pages)
    subprocess.run([program, '--judge', out], input=paths.encode(), check=True)
    with open(out + '.judged.jsonl', encoding='utf-8') as lines:
        found = [json.loads(line) for line in lines]
    runs = [([page[side]['blocks'] for page in found], [page[side]['expected'] for page in found]) for side in (0, 1)]
    names = next((page[0]['page'][0] for page in found if page[0]['page'][0]), [])
    rows = [[np.nan if v is None else v for v in page[0]['page'][1]] or [np.nan] * len(names) for page in found]
    return runs, names, np.array(rows, dtype='<f4')


def body(verdict):
    return [number for number, (is_body, _) in enumerate(verdict) if is_body]


def evidence(by):
    """The kind of evidence: a phrase row, a rule by its name, the judge."""
    return 'phrase' if by.startswith('phrase') else NUMBER.sub('', by)


def losses(pages, judged, truths):
    """Per kind of evidence, the words wrongly out and wrongly in as shares of what page F1 counts, and the pages with the most."""
    out, count = defaultdict(lambda: [0.0, 0.0, []]), 0
    for page, verdict, truth in zip(pages, judged, truths):
        if page.label is None or not truth:
            continue
        count += 1
        chosen = body(verdict)
        size = sum(len(page.tokens[number]) for number in chosen) + max(map(len, truth))
        for number, (is_body, by) in enumerate(verdict):
            label, n = page.label[number], len(page.tokens[number])
            if label is None or n == 0:
                continue
            wrong = n * (1 - label) if is_body else n * label
            if wrong and (label < 0.5) == is_body:
                kind = out[evidence(by)]
                kind[int(is_body)] += wrong / max(size, 1)
                kind[2].append((round(wrong / max(size, 1), 4), page.truth['id'], is_body, page.texts[number][:90]))
    return out, count
