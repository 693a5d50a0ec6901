//! What is printed from a record.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod watch;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use faircopy::Article;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Runs every case of `fixtures/<stage>/`: a record, a line `---`, what is printed from it.
fn cases(stage: &str, print: fn(&Article) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(stage);
    let mut seen = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let case = fs::read_to_string(&path).unwrap();
        let (record, expected) = case.split_once("\n---\n").unwrap();
        let article: Article = serde_json::from_str(record).unwrap();
        let printed = print(&article);
        if printed != expected.trim_end_matches('\n') {
            wrong.push(format!("{}\n{printed}", path.display()));
        }
        seen += 1;
    }
    assert!(seen > 0, "no cases in {}", folder.display());
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn records_print_as_the_markdown_of_their_case() {
    cases("markdown", Article::to_markdown);
}

#[test]
fn records_print_as_the_html_of_their_case() {
    cases("html", |article| {
        let html = article.to_html();
        assert_inert(&html);
        html
    });
}

fn assert_inert(html: &str) {
    assert_eq!(watch::not_inert(html), None);
}

/// Pieces of hostile pages, of markup of either kind, and of plain text.
const PIECES: &[&str] = &[
    "<script>alert(1)</script>",
    "</pre>",
    "</article>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<svg onload=alert(1)>",
    "\" onerror=\"alert(1)",
    "' onclick='x",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "](javascript:alert(1))",
    "[fake](javascript:x)",
    "![i](data:x)",
    "<javascript:alert(1)>",
    "&lt;",
    "&#106;",
    "&amp",
    "\0",
    "\x1b[31m",
    "\u{202e}",
    "\u{feff}",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    "    ",
    " ",
    "# ",
    "#",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "```",
    "~~~",
    "===",
    "---",
    "| a | b |",
    "`",
    "``",
    "**",
    "*",
    "__",
    "_",
    "~",
    "\\",
    "|",
    "!",
    "[",
    "]",
    "(",
    ")",
    "\u{a0}",
    "\u{3000}",
    "渡轮",
    "停航。",
    "「重点」",
    "港口",
    "ferry",
    "boat_yard",
    "א",
    "ก",
    "5 * 3",
    "Quill & Co",
];

const ADDRESSES: &[&str] = &[
    "https://example.org/plan",
    "http://h.example/x)[y](javascript:alert(1)",
    "https://h.example/?a=1&copy;=2&b=`'\"<>",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "/x\"onmouseover=\"alert(1)",
    "//x.example",
    "http://[::1",
    "https://ada:secret@h.example/",
    "file:///etc/hosts",
    "",
    "HTTPS://H.EXAMPLE/渡轮 (1).jpg",
    "http://a\"b`c.example/",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![3 => prop::sample::select(ADDRESSES).prop_map(str::to_owned), 1 => words()]
}

/// Runs that join up to a text, as `{text, inlines}`.
fn inlines() -> impl Strategy<Value = Value> {
    let emphasis = prop::sample::select(vec![
        None,
        Some("strong"),
        Some("em"),
        Some("code"),
        Some("new"),
    ]);
    let run = (words(), prop::option::of(address()), emphasis).prop_map(
        |(text, href, emphasis)| json!({"text": text, "href": href, "emphasis": emphasis}),
    );
    prop::collection::vec(run, 0..5).prop_map(|runs| {
        let text: String = runs.iter().filter_map(|run| run["text"].as_str()).collect();
        json!({"text": text, "inlines": runs})
    })
}

fn with(mut base: Value, more: Value) -> Value {
    if let (Some(base), Value::Object(more)) = (base.as_object_mut(), more) {
        base.extend(more);
    }
    base
}

fn block() -> impl Strategy<Value = Value> {
    let item = (inlines(), 0_u8..12).prop_map(|(item, depth)| with(item, json!({"depth": depth})));
    let cell = (words(), any::<bool>(), 0_u16..5, any::<u16>()).prop_map(
        |(text, header, columns, rows)| json!({"text": text, "header": header, "colspan": columns, "rowspan": rows}),
    );
    let image = (address(), prop::option::of(words()), any::<Option<u32>>())
        .prop_map(|(url, alt, width)| json!({"url": url, "alt": alt, "width": width}));
    prop_oneof![
        (inlines(), any::<u8>()).prop_map(|(text, level)| with(text, json!({"kind": "heading", "level": level}))),
        inlines().prop_map(|text| with(text, json!({"kind": "paragraph"}))),
        inlines().prop_map(|text| with(text, json!({"kind": "quote"}))),
        (prop::collection::vec(item, 0..8), any::<bool>())
            .prop_map(|(items, ordered)| json!({"kind": "list", "items": items, "ordered": ordered, "text": "x"})),
        prop::collection::vec(prop::collection::vec(cell, 0..4), 0..4).prop_map(|rows| json!({"kind": "table", "rows": rows})),
        (words(), words()).prop_map(|(text, language)| json!({"kind": "code", "text": text, "language": language})),
        (prop::option::of(image), words(), prop::option::of(words()))
            .prop_map(|(image, caption, credit)| json!({"kind": "figure", "image": image, "caption": caption, "credit": credit})),
        (words(), address(), words()).prop_map(|(provider, url, text)| json!({"kind": "embed", "provider": provider, "url": url, "text": text})),
        Just(json!({"kind": "new"})),
    ]
}

fn article() -> impl Strategy<Value = Article> {
    (
        words(),
        words(),
        words(),
        prop::collection::vec(block(), 0..6),
    )
        .prop_map(|(title, subtitle, language, body)| {
            let record =
                json!({"title": title, "subtitle": subtitle, "language": language, "body": body});
            serde_json::from_value(record).unwrap()
        })
}

fn is_control(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || "\u{202e}\u{feff}".contains(c)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_record_prints_anything_active(article in article()) {
        let html = article.to_html();
        assert_inert(&html);
        prop_assert!(!html.contains(is_control));
        prop_assert!(!article.to_markdown().contains(is_control));
        prop_assert!(!article.text_with_captions().contains(is_control));
    }

    #[test]
    fn markdown_has_no_address_that_is_not_the_web(article in article()) {
        // Code may say anything, as nothing in it is a link.
        let record = serde_json::to_string(&article).unwrap();
        let record = record.replace(r#""kind":"code""#, r#""kind":"paragraph""#).replace(r#""emphasis":"code""#, r#""emphasis":"em""#);
        let markdown = serde_json::from_str::<Article>(&record).unwrap().to_markdown();
        let mut links = markdown.split("](");
        let mut before = links.next().unwrap_or_default();
        for link in links {
            let escaped = before.len() - before.trim_end_matches('\\').len();
            let address = link.trim_start_matches('<');
            prop_assert!(escaped % 2 == 1 || address.starts_with("http"), "{}", markdown);
            before = link;
        }
    }
}

#[test]
fn text_parts_blocks_by_a_blank_line_and_leaves_captions_out() {
    let article: Article = serde_json::from_value(json!({"title": "T", "body": [
        {"kind": "heading", "text": "渡轮"},
        {"kind": "figure", "caption": "夜航。", "credit": "林晓"},
        {"kind": "list", "items": [{"text": "绳"}, {"text": "灯"}], "text": "绳\n灯"},
        {"kind": "paragraph", "text": " "},
        {"kind": "table", "rows": [], "text": "月\t船\n五月\t31"},
        {"kind": "embed", "url": "https://example.org/v"},
        {"kind": "paragraph", "text": "\u{1b}]0;x\u{7}周一复航。"}
    ]}))
    .unwrap();
    assert_eq!(
        article.text(),
        "渡轮\n\n绳\n灯\n\n月\t船\n五月\t31\n\n]0;x周一复航。"
    );
    assert_eq!(
        article.text_with_captions(),
        "渡轮\n\n夜航。 (林晓)\n\n绳\n灯\n\n月\t船\n五月\t31\n\n]0;x周一复航。"
    );
}

#[test]
fn output_stays_in_proportion_to_the_record() {
    let items: Vec<Value> = (0..2_000)
        .map(|_| json!({"text": "x", "depth": 255}))
        .collect();
    let mut rows = vec![vec![json!({"text": "x"}); 2_000]];
    rows.extend((0..2_000).map(|_| vec![json!({"text": "x"})]));
    let record =
        json!({"body": [{"kind": "list", "items": items}, {"kind": "table", "rows": rows}]})
            .to_string();
    let article: Article = serde_json::from_str(&record).unwrap();
    let printed: BTreeSet<usize> = [article.to_markdown().len(), article.to_html().len()].into();
    assert!(
        printed.last() < Some(&(3 * record.len())),
        "{printed:?} of {}",
        record.len()
    );
}
