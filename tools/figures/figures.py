#!/usr/bin/env python3
"""Measures faircopy, and writes BENCHMARKS.md.

    tools/figures/figures.py --pages FOLDER [--short] [--hostile run_bad.py FOLDER] [--out FILE]

FOLDER has real pages below it, as *.html or *.html.gz. --short takes a part of everything, to see that it works. Builds what it
needs in release mode first; wants Rust, Linux, and a machine that does nothing else. Python's standard library only.
"""
import argparse
import gzip
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

# Sizes of the made pages, in bytes.
SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000]
# Times below this are the start of the process and the clock's, not the page's.
LEAST_SECONDS = 0.002
# Peak memory of a page: so many times its size, and so many kB more.
TIMES_SIZE, KB_MORE = 12, 4096
WORDS = "harbour ferry night pier boats crossing office board winter lantern rope captain fare cabin island cargo tide".split()


def run(*argv, **more):
    done = subprocess.run([str(x) for x in argv], cwd=ROOT, stdout=subprocess.PIPE, text=True, **more)
    if done.returncode:
        sys.exit(f"exit code {done.returncode} of: {' '.join(map(str, argv))}")
    return done.stdout


def built(manifest, name):
    run("cargo", "build", "--release", "--quiet", "--manifest-path", manifest)
    target = os.environ.get("CARGO_TARGET_DIR") or (ROOT / manifest).parent / "target"
    return pathlib.Path(target) / "release" / name


def sentence(n):
    words = [WORDS[(n * 7 + i * i + n // 11 * i) % len(WORDS)] for i in range(14)]
    return f"The {' '.join(words)}, the office said on day {n} of the year, and so it was."


# What a page grows by, each with a number in it.
KINDS = {
    "paragraphs": lambda n: f"<p>{sentence(n)} {sentence(n + 1)}</p>\n",
    "paragraphs, Chinese": lambda n: f"<p>港务局第{n}号通告说，夜航渡轮自周一起复航，舱位共{n % 97}个，票价不变，旅客可在码头购票。</p>\n",
    "links": lambda n: f"<li><a href=/news/{n}.html>{sentence(n)[:40]} {n}</a></li>\n",
    "tables": lambda n: f"<table><tr><td>{n}<td>{WORDS[n % 17]}<td>{n * n % 1000}</table>\n",
    "pictures": lambda n: f"<figure><img src=/p/{n}.jpg alt='Pier {n}'><figcaption>{sentence(n)[:60]}. Photo: Ada Quill</figcaption></figure>\n",
    "markup": lambda n: f"<div class='c{n}'><span><b>{n}</b> <i>{WORDS[n % 17]}</i></span></div>\n",
    "scripts": lambda n: f"<script>window.x{n} = {{ a: '{sentence(n)}' }};</script>\n",
    "copies": lambda n: f"<h2>Part {n // 40 % 2}</h2><p>{sentence(n % 40)} {sentence(n % 40 + 1)}</p>\n",
}


def made(kind, size):
    out = ["<!DOCTYPE html><title>A quiet year</title><article><h1>A quiet year</h1>\n", f"<p>{sentence(0)}</p>"]
    length, n = sum(map(len, out)), 1
    while length < size:
        out.append(KINDS[kind](n))
        length += len(out[-1].encode())
        n += 1
    return "".join(out) + "</article>"


def exponent(points):
    """The slope of log y over log x, by least squares."""
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len(logs) < 2:
        return None
    mx, my = (sum(c) / len(logs) for c in zip(*logs))
    return sum((x - mx) * (y - my) for x, y in logs) / sum((x - mx) ** 2 for x, _ in logs)


def show(number, form="{:.2f}"):
    return "-" if number is None else form.format(number)


def linearity(program, folder, sizes):
    yield "| a page of | exponent of time | exponent of peak memory | largest: MB, s, MB/s, peak MB |"
    yield "|---|---:|---:|---|"
    for kind in KINDS:
        points = []
        for size in sizes:
            path = folder / "made"
            path.write_text(made(kind, size), encoding="utf-8")
            points.append([float(x) for x in run(program, "once", path).split()])
        big = points[-1]
        time = exponent([(size, t) for size, t, *_ in points if t >= LEAST_SECONDS])
        # What a process has whatever the page would flatten the curve.
        memory = exponent([(size, kb) for size, _, kb, _ in points if size >= 300_000])
        yield (f"| {kind} | {show(time)} | {show(memory)} | {big[0] / 1e6:.1f}, {big[1]:.2f}, {big[0] / 1e6 / big[1]:.0f}, "
               f"{big[2] / 1024:.0f} |")


def memory(program, pages):
    rows = [[float(x) for x in run(program, "once", page).split()] for page in pages]
    bound = lambda size: TIMES_SIZE * size / 1024 + KB_MORE
    over = sum(kb > bound(size) for size, _, kb, _ in rows)
    share = sorted(kb / bound(size) for size, _, kb, _ in rows)
    more = sorted(max(0.0, kb - KB_MORE) * 1024 / size for size, _, kb, _ in rows)
    tables = sorted(kb / 1024 for *_, kb in rows)[len(rows) // 2]
    at = lambda values, q: values[min(len(values) - 1, int(q * len(values)))]
    yield (f"{len(rows)} pages, each in a process of its own, above the idle process, the page itself included. The library's tables are "
           f"made once per process and take {tables:.1f} MB more, a part of it left over from their making.")
    yield ""
    yield "| | median | 99 of 100 | most |"
    yield "|---|---:|---:|---:|"
    yield f"| peak over {TIMES_SIZE} × size + {KB_MORE // 1024} MB | {at(share, .5):.2f} | {at(share, .99):.2f} | {share[-1]:.2f} |"
    yield f"| (peak − {KB_MORE // 1024} MB) / size | {at(more, .5):.1f} | {at(more, .99):.1f} | {more[-1]:.1f} |"
    yield ""
    yield f"Over the bound: {over} of {len(rows)}."


def growth(program, pages, folder):
    rows = [line.split() for line in run(program, "growth", pages, folder).splitlines()]
    yield "| pages | " + " | ".join(f"{int(done):,}" for done, _ in rows) + " |"
    yield "|---|" + "---:|" * len(rows)
    yield "| MB in use | " + " | ".join(f"{int(kb) / 1024:.0f}" for _, kb in rows) + " |"


def threads(program, rounds, folder):
    one, two = map(float, run(program, "threads", rounds, folder).split())
    yield f"One thread {one:.2f} s, two {two:.2f} s: **{one / two:.2f} ×**, with one `Extractor` for both."


def peers(rounds, folder):
    program = built("tools/peers/Cargo.toml", "faircopy-peers")
    yield "```text"
    yield run(program, "--rounds", rounds, folder).rstrip()
    yield "```"


def hostile(script, folder):
    program = built("Cargo.toml", "faircopy")
    done = subprocess.run([sys.executable, script, folder, "--quiet", "--cmd", f"{program} {{file}}", "--ndjson-cmd", f"{program} --ndjson {{file}}"],
                          stdout=subprocess.PIPE, text=True)
    yield "```text"
    yield done.stdout.strip()
    yield "```"


def take(folder, into, limit):
    found = sorted(p for p in folder.rglob("*") if re.search(r"\.html(\.gz)?$", p.name))
    step = max(1, len(found) // limit) if limit else 1
    for index, path in enumerate(found[::step]):
        page = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        (into / f"{index:05}.html").write_bytes(page)
    return sorted(into.iterdir())


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), "unknown")
    return f"{model}, {os.cpu_count()} cores; {run('rustc', '--version').strip()}; load when it began {os.getloadavg()[0]:.1f}"


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--pages", type=pathlib.Path, required=True)
    ask.add_argument("--short", action="store_true")
    ask.add_argument("--hostile", nargs=2, metavar=("SCRIPT", "FOLDER"))
    ask.add_argument("--without-peers", action="store_true")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "BENCHMARKS.md")
    asked = ask.parse_args()
    where = machine()
    program = built("tools/figures/Cargo.toml", "faircopy-figures")
    short = asked.short
    with tempfile.TemporaryDirectory() as made_here:
        pages, scratch = pathlib.Path(made_here, "pages"), pathlib.Path(made_here, "scratch")
        pages.mkdir()
        scratch.mkdir()
        paths = take(asked.pages, pages, 100 if short else 0)
        size = sum(path.stat().st_size for path in paths)
        parts = [
            ("Growth with the size of a page", linearity(program, scratch, SIZES[:5] if short else SIZES)),
            ("Peak memory of a page", memory(program, paths)),
            ("Memory over many pages", growth(program, 2_000 if short else 100_000, pages)),
            ("Two threads", threads(program, 3 if short else 7, pages)),
        ]
        if not asked.without_peers:
            parts.insert(0, ("Time beside the bare parse and other extractors", peers(1 if short else 5, pages)))
        if asked.hostile:
            parts.append(("Hostile inputs", hostile(*asked.hostile)))
        command = "tools/figures/figures.py --pages FOLDER" + (" --short" if short else "")
        text = ["# Benchmarks", "", f"Written by `{command}`; run it again rather than edit this.", "",
                f"{len(paths)} pages, {size / 1e6:.1f} MB. {where}.", "",
                "Trust the ratios and the exponents: seconds are the machine's."]
        if short:
            text += ["", "*The short form, on a part of the pages: a look, not the figures.*"]
        for title, lines in parts:
            text += ["", f"## {title}", ""] + list(lines)
            print(title, flush=True)
    asked.out.write_text("\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
