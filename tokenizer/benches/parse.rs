//! Parsing pages: this tokenizer and html5ever's in front of the same tree builder and sink.
//!
//! `PAGES=folder cargo bench -p faircopy-tokenizer` reads the files of a folder; without it, the fixtures of the project.

#![allow(missing_docs)] // `criterion_group!` makes public functions without any

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::{env, fs};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use faircopy_tokenizer::{Options, Place, tokenize};
use html5ever::local_name;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use scraper::{Html, HtmlTreeSink};

fn pages() -> Vec<String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/pages");
    let mut folders = vec![env::var_os("PAGES").map_or(fixtures, PathBuf::from)];
    let mut pages = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(page) = fs::read(path) {
                pages.push(String::from_utf8_lossy(&page).into_owned());
            }
        }
    }
    pages
}

/// A sink that only says how text is read, so that the tokenizer's own time shows.
struct Nothing;

impl TokenSink for Nothing {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match black_box(token) {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => match tag.name {
                local_name!("script") => TokenSinkResult::RawData(RawKind::ScriptData),
                local_name!("style") => TokenSinkResult::RawData(RawKind::Rawtext),
                local_name!("title") => TokenSinkResult::RawData(RawKind::Rcdata),
                _ => TokenSinkResult::Continue,
            },
            _ => TokenSinkResult::Continue,
        }
    }
}

/// Counting lines would cost a tenth on top.
fn options() -> Options {
    Options {
        place: Place::Byte,
        ..Options::default()
    }
}

fn parsed(page: &str) -> Html {
    let sink = HtmlTreeSink::new(Html::new_document());
    let builder = TreeBuilder::new(sink, TreeBuilderOpts::default());
    tokenize(page, builder, options()).sink.finish()
}

fn parse(c: &mut Criterion) {
    let pages = pages();
    let bytes = pages.iter().map(String::len).sum::<usize>();
    let mut group = c.benchmark_group("parse");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("scraper", |b| {
        b.iter(|| {
            for page in &pages {
                black_box(Html::parse_document(page));
            }
        });
    });
    group.bench_function("faircopy-tokenizer, scraper's sink", |b| {
        b.iter(|| {
            for page in &pages {
                black_box(parsed(page));
            }
        });
    });
    group.bench_function("faircopy-tokenizer alone", |b| {
        b.iter(|| {
            for page in &pages {
                tokenize(page, Nothing, options());
            }
        });
    });
    group.finish();
}

criterion_group!(benches, parse);
criterion_main!(benches);
