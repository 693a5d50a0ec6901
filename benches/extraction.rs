//! Extraction, and beside it in the same run the parse alone: what is told is the ratio, as the digits are the machine's.
//!
//! `cargo bench` takes the fixture pages. With `FAIRCOPY_BENCH_PAGES=FOLDER`, the `*.html` files of a folder are a second group.

#![allow(clippy::expect_used)] // a folder that cannot be read is no benchmark
#![allow(missing_docs)] // `criterion_group!` makes public functions without any

use std::ffi::OsStr;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use faircopy::{Extractor, Input, InputBlock, Limits};
use scraper::Html;

/// Names a folder of further pages.
const FOLDER: &str = "FAIRCOPY_BENCH_PAGES";

fn fixtures(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut paths = Vec::new();
    for kind in ["pages", "forms"] {
        for folder in entries(&root.join(kind)) {
            paths.extend(html_files(&folder));
        }
    }
    compare(criterion, "fixtures", &read(&paths));
}

fn folder(criterion: &mut Criterion) {
    if let Some(folder) = std::env::var_os(FOLDER) {
        compare(criterion, "folder", &read(&html_files(Path::new(&folder))));
    }
}

/// Times all pages at a go: parsed only, by the door for text, by the door for bytes, and the search for copies among their blocks.
fn compare(criterion: &mut Criterion, name: &str, pages: &[Vec<u8>]) {
    let texts: Vec<String> = pages.iter().map(|page| text_of(page)).collect();
    let bytes = texts.iter().map(|text| text.len() as u64).sum();
    let extractor = Extractor::new();
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20);
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("scraper parse alone", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(Html::parse_document(text));
            }
        });
    });
    group.bench_function("extract", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(extractor.extract(text));
            }
        });
    });
    group.bench_function("extract_bytes", |bencher| {
        bencher.iter(|| {
            for page in pages {
                black_box(extractor.extract_bytes(page));
            }
        });
    });
    group.bench_function("copies alone", |bencher| {
        let lines: Vec<Vec<String>> = texts.iter().map(|text| lines(&extractor, text)).collect();
        let pages: Vec<Vec<InputBlock<'_>>> = lines
            .iter()
            .map(|lines| lines.iter().map(|line| InputBlock::new(line)).collect())
            .collect();
        bencher.iter(|| {
            for blocks in &pages {
                black_box(extractor.collapse(blocks));
            }
        });
    });
    let unbounded = extractor.limits(Limits::unbounded());
    group.bench_function("extract, unbounded", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(unbounded.extract(text));
            }
        });
    });
    group.finish();
}

/// The texts of a page's blocks, for the search for copies.
fn lines(extractor: &Extractor, text: &str) -> Vec<String> {
    let (_, trace) = extractor.trace(Input::Html(text));
    trace.into_iter().map(|line| line.text).collect()
}

/// A page as text, in the encoding the library finds for it.
fn text_of(page: &[u8]) -> String {
    let encoding = faircopy::extract_bytes(page).encoding.unwrap_or_default();
    let found = encoding_rs::Encoding::for_label(encoding.label.as_bytes());
    let (text, _, _) = found.unwrap_or(encoding_rs::UTF_8).decode(page);
    text.into_owned()
}

fn read(paths: &[PathBuf]) -> Vec<Vec<u8>> {
    paths
        .iter()
        .map(|path| fs::read(path).expect("the page can be read"))
        .collect()
}

fn html_files(folder: &Path) -> Vec<PathBuf> {
    let is_html = |path: &PathBuf| path.extension() == Some(OsStr::new("html"));
    entries(folder).into_iter().filter(is_html).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = found.map(|entry| entry.expect("listed").path()).collect();
    paths.sort();
    paths
}

criterion_group!(benches, fixtures, folder);
criterion_main!(benches);
