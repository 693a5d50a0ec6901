//! What holds for every input, on made-up ones and on the fixture pages.

#![allow(clippy::expect_used, clippy::panic)] // a broken property is a failed run

mod cases;

use faircopy::Article;
use proptest::prelude::*;

use crate::cases::Input;

/// Pieces that real pages are made of, and the ways they break.
const PIECES: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<br>",
    "<br><br>　　",
    "<table><tr><td>",
    "</td></tr></table>",
    "<ul><li>",
    "</ul>",
    "<h1>",
    "</h1>",
    "<article>",
    "</article>",
    "<a href='/x'>",
    "</a>",
    "<b>",
    "</i>",
    "<img src=a.jpg alt='港区。'>",
    "<figure><figcaption>",
    "</figure>",
    "<noscript>",
    "</noscript>",
    "<template>",
    "<textarea>",
    "</textarea>",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":",
    "</script>",
    "<style>",
    "</style>",
    "<meta name=description content='",
    "<!--",
    "-->",
    "<![CDATA[",
    "&amp;",
    "&#x0;",
    "&#55296;",
    "<",
    ">",
    "\"",
    "'",
    "\0",
    "\n",
    "\n\n",
    "来源:江州日报2024-03-18",
    "(记者 沈知远)",
    "[责任编辑: 何苒 ]",
    "By Tessa Marlowe",
    "Foto: Jule Harmsen",
    "18.03.2024, 21:07 Uhr",
    "3小时前",
    "民國113年3月18日",
    "首页 | 要闻 | 财经",
    "Photo: ",
    "©",
    "\u{202e}",
    "\u{feff}",
    "The night ferry returns on Monday, the harbour office said on Friday. ",
    "渡轮自周一起复航，港务局周五表示。",
    "Die Fähre fährt ab Montag wieder, teilte das Hafenamt am Freitag mit. ",
    "夜行フェリーは月曜に再開する。",
    "밤 여객선은 월요일에 다시 다닌다. ",
];

/// How many made-up inputs each property sees.
const INPUTS: u32 = 96;

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => ".{0,12}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn round_trips(article: &Article) -> bool {
    let json = serde_json::to_string(article).expect("a record serialises");
    serde_json::from_str::<Article>(&json).expect("a record reads back") == *article
}

proptest! {
    #![proptest_config(ProptestConfig { cases: INPUTS, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_one_record(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let article = faircopy::extract_bytes(&bytes);
        prop_assert_eq!(&article, &faircopy::extract_bytes(&bytes));
        prop_assert!(round_trips(&article));
    }

    #[test]
    fn any_markup_gives_one_record(page in soup()) {
        let article = faircopy::extract(&page);
        prop_assert_eq!(&article, &faircopy::extract(&page));
        prop_assert!(round_trips(&article));
    }

    #[test]
    fn any_text_gives_one_record(text in prop_oneof![soup(), "\\PC{0,200}"]) {
        let article = faircopy::extract_text(&text);
        prop_assert_eq!(&article, &faircopy::extract_text(&text));
        prop_assert!(round_trips(&article));
    }
}

#[test]
fn one_more_div_around_the_page_changes_nothing() {
    let found = cases::all().into_iter().filter_map(|case| {
        let Input::Html(bytes) = &case.input else {
            return None;
        };
        let wrapped = wrapped(bytes)?;
        let (one_more, plain) = (case.extract_bytes(&wrapped), case.extract());
        (without_weights_and_places(one_more) != without_weights_and_places(plain))
            .then(|| case.name.clone())
    });
    assert_none_but("wrapped_exceptions.txt", &found.collect::<Vec<_>>());
}

#[test]
fn rendered_text_keeps_its_body_through_the_flat_door() {
    let found = cases::all().into_iter().filter_map(|case| {
        let text = rendered(&case.extract());
        let again = rendered(&faircopy::extract_text(&text));
        (lines(&again) != lines(&text)).then(|| case.name.clone())
    });
    assert_none_but("flat_again_exceptions.txt", &found.collect::<Vec<_>>());
}

/// Compares the cases a property does not hold for with the listed ones: a case too many fails as one too few does.
fn assert_none_but(file: &str, found: &[String]) {
    let listed = cases::exceptions(file);
    let new: Vec<&String> = found
        .iter()
        .filter(|name| !listed.contains_key(*name))
        .collect();
    let gone: Vec<&String> = listed.keys().filter(|name| !found.contains(name)).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "does not hold for {new:#?}\nlisted in {file}, but holds for, or no such case: {gone:#?}"
    );
}

/// The record without what weighs and where it stands: one more element is one more level, so the judge's probabilities move in
/// their last digits, and what follows it moves. What the judge decides, and every field, has to stay.
fn without_weights_and_places(mut article: Article) -> serde_json::Value {
    article.confidence = 0.0;
    for removed in &mut article.removed {
        removed.by.clear();
    }
    cases::unplaced(&article)
}

/// Puts one more element around all that the body holds. Works on bytes: in no encoding of the fixtures is `<` part of another
/// character.
fn wrapped(page: &[u8]) -> Option<Vec<u8>> {
    let lower = page.to_ascii_lowercase();
    let body = position(&lower, b"<body")?;
    let start = body + position(lower.get(body..)?, b">")? + 1;
    let end = lower.windows(7).rposition(|bytes| bytes == b"</body>")?;
    let (head, rest) = page.split_at_checked(start)?;
    let (content, tail) = rest.split_at_checked(end.checked_sub(start)?)?;
    Some([head, b"<div>", content, b"</div>", tail].concat())
}

fn position(bytes: &[u8], of: &[u8]) -> Option<usize> {
    bytes.windows(of.len()).position(|window| window == of)
}

/// The record as text: blocks parted by a blank line.
fn rendered(article: &Article) -> String {
    article.text()
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect()
}
