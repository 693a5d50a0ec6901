#!/bin/sh
# Retrains the forest: run.sh PAGES [WORK [--keep-flat]]. PAGES holds pages/ and truth/; WORK keeps the environment, dumps and labels.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
pages=$1
work=${2:-$here/target/train}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
fi
cargo build --release --manifest-path "$here/Cargo.toml" --target-dir "${CARGO_TARGET_DIR:-$here/target}"
exec "$work/venv/bin/python" "$here/train.py" --pages "$pages" --lessons "${CARGO_TARGET_DIR:-$here/target}/release/lessons" \
    --work "$work" --out "$here/../../src/judge/forest" ${3:-}
