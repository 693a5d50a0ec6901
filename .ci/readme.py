#!/usr/bin/env python3
"""Runs the commands that README.md shows, and compares what they print with what it shows.

    readme.py test       the commands that begin with `cargo test`
    readme.py program    the others

A command is a line `$ ...` in a block fenced as `console`; what follows it in the block is its output. Shown is as much as a
reader needs: a line `…` stands for any number of lines. The other lines must stand in the output, whole and in that order. JSON
is compared as a terminal shows it, spread out. `cargo` itself writes to standard error, which is passed through.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "…"


def shown(readme):
    """Every command with the lines shown below it."""
    for block in BLOCK.findall(readme):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.splitlines()
            yield command, [line.rstrip() for line in lines if line.strip()]


def printed(output):
    """The lines of an output, JSON spread out."""
    try:
        output = json.dumps(json.loads(output), ensure_ascii=False, indent=2)
    except ValueError:
        pass
    return [line.rstrip() for line in output.splitlines()]


def missing(lines, output):
    """The first shown line that the output does not have where it should; None when it has all."""
    rest = iter(output)
    return next((line for line in lines if line.strip() != CUT and line not in rest), None)


def main():
    if sys.argv[1:] not in (["test"], ["program"]):
        sys.exit(__doc__)
    is_asked = lambda command: command.startswith("cargo test") == (sys.argv[1] == "test")
    commands = [c for c in shown((ROOT / "README.md").read_text(encoding="utf-8")) if is_asked(c[0])]
    if not commands:
        sys.exit("README.md shows no such command")
    for command, lines in commands:
        print(f"$ {command}", flush=True)
        keep = subprocess.PIPE if lines else None
        run = subprocess.run(command, shell=True, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=keep)
        if run.returncode:
            sys.exit(f"README.md: exit code {run.returncode} of: {command}")
        gone = missing(lines, printed(run.stdout.decode("utf-8"))) if lines else None
        if gone is not None:
            sys.exit(f"README.md: not in the output of {command}, or not in this order:\n{gone}")


if __name__ == "__main__":
    main()
