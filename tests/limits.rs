//! A limit cuts what is beyond its bound, keeps what stands before it, and says so.

use faircopy::{Article, Block, Extractor, Limit, Limits};

const PAGE: &str = "<title>A quiet year</title><article><h1>A quiet year</h1>\
    <p>The harbour office has counted the crossings of last year, and there were fewer than ever before.</p>\
    <img src='https://harbourpost.example/a.jpg' alt='The pier'>\
    <p>It was a quiet year on <a href='https://harbourpost.example/pier'>the pier</a>, and a quieter one on the boats, the office said.</p>\
    <img src='https://harbourpost.example/b.jpg' alt='The boats'>\
    <table><tr><th>Month<th>Boats<tr><td>May<td>31<tr><td>June<td>29</table>\
    <p>This year the night ferry returns, and the office expects twice as many, it said on Friday.</p></article>";

fn bounded(limit: Limit, bound: u64) -> Article {
    let limits = Limits::default().set(limit, bound);
    Extractor::new().limits(limits).extract(PAGE)
}

/// Asserts that a limit is silent at what the page has, and is listed one below.
fn cuts_below(limit: Limit, has: u64) -> Article {
    let whole = bounded(limit, has);
    assert!(
        whole.limits_hit.is_empty(),
        "{limit} at {has}: {:?}",
        whole.limits_hit
    );
    let cut = bounded(limit, has - 1);
    let hits: Vec<Limit> = cut.limits_hit.iter().map(|hit| hit.limit).collect();
    assert_eq!(hits, [limit], "{limit} at {}", has - 1);
    cut
}

#[test]
fn cells_beyond_the_bound_are_dropped_and_the_rest_of_the_page_stays() {
    let article = cuts_below(Limit::TableCells, 6);
    let table = article.body.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let cells: usize = table.unwrap().iter().map(Vec::len).sum();
    assert_eq!(cells, 5);
    assert!(article.text().ends_with("it said on Friday."));
}

#[test]
fn pictures_beyond_the_bound_are_dropped() {
    let article = cuts_below(Limit::Images, 2);
    let figures = article
        .body
        .iter()
        .filter(|block| matches!(block, Block::Figure { .. }));
    assert_eq!(figures.count(), 1);
}

#[test]
fn the_text_of_a_link_beyond_the_bound_stays() {
    let article = cuts_below(Limit::Links, 1);
    assert!(article.text().contains("on the pier, and"));
    assert!(
        !article
            .to_markdown()
            .contains("](https://harbourpost.example/pier")
    );
}

#[test]
fn blocks_beyond_the_bound_are_dropped() {
    let whole = Extractor::new().trace(faircopy::Input::Html(PAGE)).1.len() as u64;
    let article = cuts_below(Limit::Blocks, whole);
    assert!(article.text().starts_with("The harbour office has counted"));
    assert!(!article.text().contains("it said on Friday"));
}
