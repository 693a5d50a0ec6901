//! The shape of the source: data flows one way, so a stage knows the stages before it and none after.

use std::collections::{BTreeMap, BTreeSet};
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

/// A source without comments and without the tests at its end.
fn code(source: &str) -> impl Iterator<Item = &str> {
    let code = source.split("#[cfg(test)]\nmod ").next();
    let lines = code.unwrap_or_default().lines();
    lines.filter(|line| !line.trim_start().starts_with("//"))
}

/// The rooms that a source names: each `crate::room`.
fn named(source: &str) -> BTreeSet<&str> {
    code(source)
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

/// The module that a file is, as in `page::claims`.
fn module(file: &Path) -> String {
    let path = file.with_extension("");
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    names.join("::").trim_end_matches("::mod").to_owned()
}

/// The modules that a source takes something from: of each `crate::a::b::name` the longest beginning that is one.
fn taken_from(module: &str, source: &str, modules: &BTreeSet<String>) -> BTreeSet<String> {
    let above = module.rsplit_once("::").map_or("", |(above, _)| above);
    let code = code(source).collect::<Vec<_>>().join("\n");
    let code = code.replace("super::", &format!("crate::{above}::"));
    let paths = code.split("crate::").skip(1).flat_map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && !"_:".contains(c));
        let (path, rest) = rest.split_at(end.unwrap_or(rest.len()));
        // `crate::page::{a, b::name}`
        let listed = rest.strip_prefix('{');
        let listed = listed.and_then(|rest| rest.split(['{', '}']).next());
        let parts = listed.unwrap_or_default().split(',').map(str::trim);
        let parts: Vec<String> = parts.map(|part| format!("{path}{part}")).collect();
        parts
    });
    let longest = |path: String| {
        let mut path = path.trim_end_matches("::");
        while !modules.contains(path) {
            path = path.rsplit_once("::")?.0;
        }
        Some(path.to_owned())
    };
    paths.filter_map(longest).collect()
}

/// A module and those inside it share what they hold; between others the way leads in one direction.
#[test]
fn no_way_between_modules_leads_in_a_circle() -> io::Result<()> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = BTreeMap::new();
    for file in sources(&src)? {
        let inner = file.strip_prefix(&src).unwrap_or(&file);
        texts.insert(module(inner), fs::read_to_string(&file)?);
    }
    let modules: BTreeSet<String> = texts.keys().cloned().collect();
    let is_inside = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    let mut ways = BTreeSet::new();
    for (module, text) in &texts {
        let others = taken_from(module, text, &modules).into_iter();
        let others = others.filter(|to| !is_inside(to, module) && !is_inside(module, to));
        ways.extend(others.map(|to| (module.clone(), to)));
    }
    assert!(ways.len() > 500, "{} ways", ways.len());
    // A way that no other leads to, or that leads to no other, is in no circle.
    loop {
        let from: BTreeSet<String> = ways.iter().map(|(from, _)| from.clone()).collect();
        let to: BTreeSet<String> = ways.iter().map(|(_, to)| to.clone()).collect();
        let before = ways.len();
        ways.retain(|(one, other)| to.contains(one) && from.contains(other));
        if ways.len() == before {
            break;
        }
    }
    assert!(ways.is_empty(), "{ways:#?}");
    Ok(())
}
