//! Pages with bytes, tokens and pieces changed at random, from a seed: each gives a record that keeps the promises.
//!
//! By itself a few hundred of the fixture pages. More, of a folder of pages (with those in folders below it):
//! `FAIRCOPY_PAGES=FOLDER FAIRCOPY_MUTATIONS=10000 FAIRCOPY_SEED=1 cargo test --release --test mutations -- --nocapture`.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod watch;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const MUTATIONS: u64 = 300;

/// Changes to one page at most.
const CHANGES: usize = 12;

/// Longest piece that is cut out, doubled or moved, in bytes.
const PIECE: usize = 4_000;

/// Of so many mutations one goes through the door for flat text.
const FLAT: u64 = 8;

/// What is put in: markup that opens and never closes, ends of what is not open, states of the tokenizer, encodings, characters.
const TOKENS: &[&[u8]] = &[
    b"<div>",
    b"</div>",
    b"<p>",
    b"</p>",
    b"<b>",
    b"</b>",
    b"<a href='javascript:alert(1)'>",
    b"<a href=//[>",
    b"<base href='data:x'>",
    b"<base href=http://:@>",
    b"<table>",
    b"</table>",
    b"<td>",
    b"<select>",
    b"<template>",
    b"</template>",
    b"<svg>",
    b"<math><mi>",
    b"<noscript>",
    b"<plaintext>",
    b"<textarea>",
    b"<script>",
    b"</script>",
    b"<style>",
    b"<title>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"<meta charset=utf-16>",
    b"<meta charset=gbk>",
    b"<meta charset=iso-2022-jp>",
    b"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"",
    b"<body onload=x>",
    b"<img src=x onerror=y alt=",
    b"<article itemscope itemtype=https://schema.org/NewsArticle>",
    b"&#0;",
    b"&#x202e;",
    b"&#xd800;",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe2\x80\x8b",
    b"\xc2\x85",
    b"\x1b$B",
    b"\0",
    b"\"",
    b"'",
    b"<",
    b">",
    b"=",
    b"\n\n",
    b"31.02.2024 25:61",
    b"9999999999999999999",
];

/// `SplitMix64`: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`; 0 below 0.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound.max(1) as u64).unwrap_or(0)
    }
}

fn mutated(pages: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut page = pages[dice.below(pages.len())].clone();
    for _ in 0..=dice.below(CHANGES) {
        change(&mut page, pages, dice);
    }
    page
}

fn change(page: &mut Vec<u8>, pages: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(page.len() + 1);
    let end = (at + dice.below(PIECE)).min(page.len());
    match dice.below(9) {
        0 => {
            if let Some(byte) = page.get_mut(at) {
                *byte = dice.next().to_le_bytes()[0];
            }
        }
        1 => drop(page.drain(at..end)),
        2 => {
            let piece = page[at..end].to_vec();
            let to = dice.below(page.len() + 1);
            page.splice(to..to, piece);
        }
        3 => {
            let piece: Vec<u8> = page.drain(at..end).collect();
            let to = dice.below(page.len() + 1);
            page.splice(to..to, piece);
        }
        4 => {
            let other = &pages[dice.below(pages.len())];
            let from = dice.below(other.len() + 1);
            let piece = &other[from..(from + dice.below(PIECE)).min(other.len())];
            page.splice(at..at, piece.iter().copied());
        }
        5 if dice.below(8) == 0 => page.truncate(at),
        6 => {
            // One token many times.
            let token = TOKENS[dice.below(TOKENS.len())];
            let many = token.repeat(1 + dice.below(400));
            page.splice(at..at, many);
        }
        _ => {
            // Where a tag begins, a token does more than inside one.
            let tag = page[at..].iter().position(|byte| *byte == b'<');
            let to = tag.map_or(at, |tag| at + tag);
            page.splice(to..to, TOKENS[dice.below(TOKENS.len())].iter().copied());
        }
    }
}

/// The files below a folder that are pages.
fn pages(folder: &Path) -> Vec<Vec<u8>> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == "html") {
                found.push(path);
            }
        }
    }
    found.sort();
    found.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn number(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |given| given.parse().unwrap())
}

#[test]
fn mutated_pages_keep_the_promises() {
    let folder = env::var_os("FAIRCOPY_PAGES").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"));
    let pages = pages(&folder);
    let seed = number("FAIRCOPY_SEED", 1);
    let mutations = number("FAIRCOPY_MUTATIONS", MUTATIONS);
    let mut findings = Vec::new();
    for index in 0..mutations {
        let page = mutated(&pages, &mut Dice(seed << 32 | index));
        let door = if index % FLAT == 0 {
            watch::flat_text
        } else {
            watch::bytes
        };
        let (name, input) = (format!("mutation {index}"), page.clone());
        let wrong = watch::watched(&name, move || {
            let text = String::from_utf8_lossy(&input).into_owned().into_bytes();
            door(if index % FLAT == 0 { &text } else { &input })
        });
        if let Some(what) = wrong.unwrap_or_else(Some) {
            let kept =
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutation-{seed}-{index}"));
            fs::write(&kept, &page).unwrap();
            let what: String = what.chars().take(400).collect();
            findings.push(format!("{}: {what}", kept.display()));
        }
    }
    println!(
        "{mutations} mutations of {} pages, seed {seed}: {} findings",
        pages.len(),
        findings.len()
    );
    assert!(findings.is_empty(), "{findings:#?}");
}
