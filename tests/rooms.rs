//! The shape of the source: data flows one way, so a stage knows the stages before it and none after.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The rooms of `src/` from the ground up. A file may name rooms further up in this list, and its own; the last rows are the hall.
const ROOMS: &[&str] = &[
    "error",
    "limits",
    "text",
    "article",
    "render",
    "input",
    "lexicon",
    "grammar",
    "page",
    "dedup",
    "headline",
    "judge",
    "captions",
    "fields",
    "compose",
    "collapse",
    "trace",
    "extractor",
    "training",
    "lib",
];

/// The source files below a folder, in no order.
fn sources(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

fn floor(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

/// The rooms that a source names: each `crate::room`, outside of comments and of the tests at its end.
fn named(source: &str) -> BTreeSet<&str> {
    let code = source
        .split("#[cfg(test)]\nmod ")
        .next()
        .unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .filter_map(|path| {
            path.split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
        })
        .filter(|name| floor(name).is_some())
        .collect()
}

#[test]
fn a_room_knows_the_rooms_below_it_and_none_above() -> io::Result<()> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&src)?;
    assert!(files.len() > 100, "{} files", files.len());
    let mut wrong = Vec::new();
    for file in &files {
        let inner = file.strip_prefix(&src).unwrap_or(file);
        let first = inner.iter().next().unwrap_or_default().to_string_lossy();
        let room = first.trim_end_matches(".rs");
        if floor(room).is_none() {
            wrong.push(format!("{room} has no place in the list"));
        }
        for other in named(&fs::read_to_string(file)?) {
            if floor(other) > floor(room) {
                wrong.push(format!("{} knows {other}", inner.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}
