#!/usr/bin/env python3
"""Writes faircopy's column of the table in README.md.

    figures.py SCORECARD [TIME]

SCORECARD is a file with what the scorecard printed. TIME is faircopy's time as a multiple of the parse alone, as tools/peers
prints it. Rows that the scorecard does not have are left as they are.
"""
import pathlib
import re
import sys

README = pathlib.Path(__file__).resolve().parent.parent / "README.md"
TABLE = re.compile(r"(<!-- figures.*?-->\n)(.*?)(<!-- /figures -->)", re.DOTALL)


def figures(scorecard, time):
    """Row to figure, as the table spells both."""
    found = {"time": time} if time else {}
    for line in scorecard.splitlines():
        m = re.match(r"sets/(\S+)\s+(\d\.\d+)", line)
        if m:
            found[f"`{m[1]}`"] = f"{float(m[2]):.3f}"
    return found


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    found = figures(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), "".join(sys.argv[2:]))

    def row(line):
        cells = line.split("|")
        figure = found.get(cells[1].strip()) if len(cells) > 2 else None
        return "|".join([*cells[:-2], f" {figure} ", ""]) if figure else line

    text = README.read_text(encoding="utf-8")
    text = TABLE.sub(lambda m: m[1] + "\n".join(map(row, m[2].split("\n"))) + m[3], text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
