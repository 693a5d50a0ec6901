//! The source, cut where a record says, holds the text that the record says stands there.

#![allow(clippy::expect_used, clippy::panic)] // a span that leads elsewhere is a failed run

mod cases;

use encoding_rs::Encoding;
use faircopy::{Article, Block, Extractor, Span};
use scraper::Html;
use scraper::node::Element;

use crate::cases::{Case, Input};

/// What a reader compares: no white space, and no characters that have no shape.
fn bare(text: &str) -> String {
    let shapeless = |c: &char| {
        !matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
    };
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .filter(shapeless)
        .collect()
}

/// Flat text without what a text browser and Markdown put into it: numbers and addresses of links, emphasis, items, headings.
fn without_signs(text: &str) -> String {
    let (mut plain, mut in_number, mut in_address) = (String::new(), false, false);
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '[' => in_number = true,
            ']' => in_number = false,
            '(' if before == ']' => in_address = true,
            ')' if in_address => in_address = false,
            '0'..='9' if in_number => {}
            '*' | '_' | '#' => {}
            _ if in_address => {}
            _ => {
                in_number = false;
                plain.push(c);
            }
        }
        before = c;
    }
    plain
}

/// The page with the encoding it was read in.
struct Source<'a> {
    bytes: &'a [u8],
    charset: &'static Encoding,
    is_flat: bool,
}

impl Source<'_> {
    fn of<'a>(input: &'a Input, article: &Article) -> Source<'a> {
        let (bytes, is_flat) = match input {
            Input::Html(bytes) => (bytes.as_slice(), false),
            Input::Text(text) => (text.as_bytes(), true),
        };
        let label = article
            .encoding
            .as_ref()
            .map_or("utf-8", |found| found.label.as_str());
        let charset = Encoding::for_label(label.as_bytes()).expect("a label of the standard");
        Source {
            bytes,
            charset,
            is_flat,
        }
    }

    /// What a browser shows of the bytes in the span, and what it has read of them, hidden or not.
    fn cut(&self, span: Span) -> [String; 2] {
        let bytes = self
            .bytes
            .get(span.range())
            .expect("the span is inside the input");
        let (markup, _) = self.charset.decode_without_bom_handling(bytes);
        if self.is_flat {
            return [bare(&markup), without_signs(&bare(&markup))];
        }
        let tree = Html::parse_fragment(&markup);
        let [mut shown, mut read] = [String::new(), String::new()];
        for node in tree.tree.nodes() {
            let Some(text) = node.value().as_text() else {
                continue;
            };
            let around: Vec<&Element> = node
                .ancestors()
                .filter_map(|node| node.value().as_element())
                .collect();
            let is_in = |names: &[&str]| around.iter().any(|tag| names.contains(&tag.name()));
            if is_in(&["script", "style", "annotation"]) {
                continue;
            }
            read.push_str(text);
            let hides = |tag: &&Element| {
                let style = tag.attr("style").unwrap_or_default();
                tag.attr("hidden").is_some() || style.replace(' ', "").contains("display:none")
            };
            // A formula is hidden where its picture is shown.
            if !around.iter().any(hides) || is_in(&["math"]) {
                shown.push_str(text);
            }
        }
        [bare(&shown), bare(&read)]
    }
}

/// Checks one record; returns how many spans it has.
fn check(name: &str, source: &Source<'_>, article: &Article) -> usize {
    let mut count = 0;
    for removed in &article.removed {
        let Some(span) = removed.span else { continue };
        let cuts = source.cut(span);
        let text = bare(&removed.text);
        assert!(cuts.contains(&text), "{name}: {removed:?}: {cuts:?}");
        count += 1;
    }
    for block in &article.body {
        let Some(span) = block.span() else { continue };
        count += 1;
        let cuts = source.cut(span);
        let text = bare(block.text());
        match block {
            // The page has the marks of footnotes as text, with brackets or without.
            Block::Paragraph { inlines, .. }
                if inlines.iter().any(|run| run.footnote.is_some()) =>
            {
                let run = |run: &faircopy::Inline| run.footnote.clone().unwrap_or(run.text.clone());
                // One at the end stands behind the span.
                let last = inlines.iter().rposition(|run| run.footnote.is_none());
                let inside = inlines.iter().take(last.map_or(0, |last| last + 1));
                let marked = bare(&inside.map(run).collect::<String>());
                let unsigned = |text: &str| text.replace(['[', ']'], "");
                let [cut, _] = cuts;
                assert_eq!(unsigned(&cut), unsigned(&marked), "{name}: {block:?}");
            }
            Block::Paragraph { .. } | Block::Heading { .. } | Block::Code { .. } => {
                assert!(cuts.contains(&text), "{name}: {block:?}: {cuts:?}");
            }
            // Between their parts, something may have been taken out.
            Block::List { .. } | Block::Quote { .. } | Block::Table { .. } => {
                let [_, cut] = cuts;
                let ends = |of: &str| (of.chars().next(), of.chars().last());
                assert_eq!(ends(&cut), ends(&text), "{name}: {block:?} {cut}");
                assert!(
                    cut.chars().count() >= text.chars().count(),
                    "{name}: {block:?}"
                );
            }
            _ => {}
        }
    }
    count
}

fn spans_of(case: &Case) -> usize {
    let article = case.extract();
    check(&case.name, &Source::of(&case.input, &article), &article)
}

#[test]
fn the_source_of_every_fixture_holds_its_text_where_the_record_says() {
    let cases = cases::all();
    let counted: Vec<usize> = cases.iter().map(spans_of).collect();
    let with: usize = counted.iter().filter(|&&count| count > 0).count();
    assert!(
        with + 5 > cases.len(),
        "{with} of {} have spans",
        cases.len()
    );
    assert!(counted.iter().sum::<usize>() > 1000, "{counted:?}");
}

const PAGE: &str = "<title>t</title>\r\n<article><h1>Zwei Boote &amp; ein Fährmann</h1>\r\n\
    <p>  Die <b>Nacht&shy;fähre</b> kehrt\r\nam Montag zurück, sagte das Hafenamt &ndash; endlich.  </p>\r\n\
    <table><tr><td>Mai<td>31<td>Boote<tr><td>Juni<td>29<td>Boote</table>\r\n\
    <p>Sie fährt um 22.40 Uhr ab und ist kurz vor sechs auf der Insel, mit vierzig Kabinen an Bord.<br><br>\
    Eine Kabine für zwei kostet 90 Kronen; wer auf Deck schläft, zahlt nicht mehr als am Tag.</p></article>";

#[test]
fn spans_are_places_in_the_bytes_whatever_their_encoding() {
    for label in ["utf-8", "windows-1252", "utf-16le"] {
        let mut bytes: Vec<u8> = match label {
            "utf-16le" => PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            label => {
                let charset = Encoding::for_label(label.as_bytes()).expect("a label");
                charset.encode(PAGE).0.into_owned()
            }
        };
        for mark in [&b""[..], b"\xef\xbb\xbf", b"\xff\xfe"] {
            let fits = mark.is_empty() || (mark.len() == 3) == (label == "utf-8");
            if !fits || label == "windows-1252" && !mark.is_empty() {
                continue;
            }
            bytes.splice(0..0, mark.iter().copied());
            let article = Extractor::new()
                .content_type(label)
                .explain(true)
                .extract_bytes(&bytes);
            let source = Source::of(&Input::Html(bytes.clone()), &article)
                .bytes
                .to_vec();
            let input = Input::Html(source);
            let spans = check(label, &Source::of(&input, &article), &article);
            assert!(spans >= 4, "{label} {mark:?}: {article:?}");
            bytes.drain(..mark.len());
        }
    }
}

#[test]
fn a_span_has_no_white_space_around_it_and_markup_inside() {
    let article = faircopy::extract(PAGE);
    let cut: Vec<&str> = article
        .body
        .iter()
        .filter_map(|block| PAGE.get(block.span()?.range()))
        .collect();
    assert_eq!(
        cut[0],
        "Die <b>Nacht&shy;fähre</b> kehrt\r\nam Montag zurück, sagte das Hafenamt &ndash; endlich."
    );
    assert_eq!(cut[1], "Mai<td>31<td>Boote<tr><td>Juni<td>29<td>Boote");
    assert!(cut[2].ends_with("an Bord."), "{cut:?}");
    assert!(cut[3].starts_with("Eine Kabine"), "{cut:?}");
}

#[test]
fn a_figure_spans_its_picture_and_its_caption() {
    let page = "<article><h1>Two boats</h1><p>The night ferry returns on Monday, the harbour office said on Friday.</p>\
        <figure><img src='/boat.jpg' alt=''><figcaption>The ferry at the quay in May</figcaption></figure>\
        <p>She leaves at 10.40pm and reaches the island shortly before six, with forty cabins on board.</p></article>";
    let article = faircopy::extract(page);
    let figure = article
        .body
        .iter()
        .find(|block| matches!(block, Block::Figure { .. }));
    let span = figure.and_then(Block::span).expect("a figure in its place");
    assert_eq!(
        page.get(span.range()).expect("the span is inside the page"),
        "<img src='/boat.jpg' alt=''><figcaption>The ferry at the quay in May"
    );
}

#[test]
fn a_frame_spans_its_tag() {
    let page = "<article><h1>Two boats</h1><p>The night ferry returns on Monday, the harbour office said on Friday.</p>\
        <p><iframe width=560 src='https://www.youtube.com/embed/abc'></iframe></p>\
        <p>She leaves at 10.40pm and reaches the island shortly before six, with forty cabins on board.</p></article>";
    let article = faircopy::extract(page);
    let mut embeds = article.body.iter();
    let embed = embeds.find(|block| matches!(block, Block::Embed { .. }));
    let span = embed.and_then(Block::span).expect("an embed in its place");
    assert_eq!(
        page.get(span.range()).expect("the span is inside the page"),
        "<iframe width=560 src='https://www.youtube.com/embed/abc'>"
    );
}

#[test]
fn what_stands_in_another_wrapping_has_no_span() {
    let body = "The night ferry returns on Monday, the harbour office said on Friday. ".repeat(8);
    let page = format!(
        "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Two boats\",\"articleBody\":\"{body}\"}}</script>\
         <title>Two boats</title><body><h1>Two boats</h1>"
    );
    let article = faircopy::extract(&page);
    assert!(!article.body.is_empty());
    assert!(article.body.iter().all(|block| block.span().is_none()));
}
