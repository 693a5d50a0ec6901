//! The promises of DESIGN.md that need more than one input, and the findings of the fuzzers.

#![allow(clippy::unwrap_used)] // a test fails by panicking

#[allow(dead_code)] // no exceptions here
mod cases;
mod watch;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use faircopy::{Article, Block, Error, Extractor, InputBlock, Limits, Status, Why};

use crate::cases::{Case, Input};

const BODY: &str = "<p>The night ferry to Sandholm, laid up since 2013, will take passengers again from Friday, the harbour office said.\
    <p>She leaves at 10.40pm and reaches the island shortly before six, with forty cabins and a dining room on board.";

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = found.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn p1_what_fuzzers_found_stays_mended() {
    for (name, door) in watch::DOORS {
        for path in files(&cases::root().join("findings").join(name)) {
            let input = fs::read(&path).unwrap();
            assert_eq!(door(&input), None, "{}", path.display());
        }
    }
}

#[test]
fn p5_p9_p12_every_fixture_keeps_them() {
    for case in cases::all() {
        let article = case.extract();
        assert_eq!(watch::wrong(&article), None, "{}", case.name);
    }
}

/// Every address there is a field for, below a `base` that is no place to start from.
#[test]
fn p5_no_base_makes_an_address_active() {
    let bases = [
        "javascript:alert(1)//",
        "JaVaScRiPt&colon;alert(1)//",
        "java&#10;script:alert(1)//",
        "&#1;javascript:alert(1)//",
        "data:text/html,x",
        "vbscript:x",
        "blob:https://h.example/1",
        "filesystem:https://h.example/",
        "file:///etc/",
        "about:blank",
        "mailto:ada@h.example",
        "ftp://h.example/",
        "view-source:https://h.example/",
        "https://ada:secret@h.example/",
        "https://",
        "http://[",
        "//",
        "///",
        "\\\\h.example\\",
        "https:h.example",
        "",
    ];
    let addresses = [
        "a",
        "/a",
        "//h2.example/a",
        "?a",
        "#a",
        "",
        "javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "https://bo:secret@h.example/a",
        "https:\\\\h.example\\a\"'<>",
        "http://\u{202e}h.example/",
        "http://h.example\u{0}/",
    ];
    let mut asked = 0;
    for base in bases {
        for address in addresses {
            let page = format!(
                "<base href=\"{base}\"><link rel=canonical href='{address}'><link rel=next href='{address}'><link rel=license href='{address}'>\
                 <meta property=og:image content='{address}'><meta property=og:url content='{address}'>\
                 <script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"url\":\"{base}{address}\",\"image\":\"{address}\",\
                 \"author\":{{\"@type\":\"Person\",\"name\":\"Ada Quill\",\"url\":\"{address}\"}}}}</script>\
                 <article><h1>Night ferry returns</h1>{BODY}<p>Fares are <a href='{address}'>on the site</a> of the office, it said.\
                 <img src='{address}' alt='The pier'><iframe src='{address}'></iframe><video src='{address}'></video>\
                 <p>It opens at nine, and the last tickets are sold when the boat has come in.</article>"
            );
            for extractor in [
                Extractor::new(),
                Extractor::new()
                    .url("https://harbourpost.example/ferry")
                    .unwrap(),
            ] {
                let article = extractor.explain(true).extract(&page);
                assert_eq!(
                    watch::wrong(&article),
                    None,
                    "base {base:?}, address {address:?}"
                );
                assert!(
                    article.text().contains("on the site"),
                    "the link's text stays"
                );
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 2 * bases.len() * addresses.len());
}

/// The page's address is printed in the record as well, and a password in it is the caller's secret.
#[test]
fn p5_the_callers_password_is_not_printed() {
    let article = Extractor::new()
        .url("https://ada:secret@harbourpost.example/ferry")
        .unwrap()
        .extract(BODY);
    assert_eq!(
        article.url.as_deref(),
        Some("https://harbourpost.example/ferry")
    );
}

fn records(extractor: &Extractor, cases: &[Case]) -> Vec<Article> {
    let each = |case: &Case| match &case.input {
        Input::Html(bytes) => extractor.extract_bytes(bytes),
        Input::Text(text) => extractor.extract_text(text),
    };
    cases.iter().map(each).collect()
}

/// One extractor, two threads on the same pages in another order, and the same once more.
#[test]
fn p6_threads_and_order_change_nothing() {
    fn shared<T: Send + Sync>() {}
    shared::<Extractor>();
    shared::<Limits>();
    shared::<Error>();
    shared::<InputBlock<'_>>();

    let extractor = Extractor::new().explain(true).comments(true);
    let cases = cases::all();
    let first = records(&extractor, &cases);
    let mut reversed = cases::all();
    reversed.reverse();
    let (one, mut other) = thread::scope(|scope| {
        let one = scope.spawn(|| records(&extractor, &cases));
        let other = scope.spawn(|| records(&extractor, &reversed));
        (one.join().unwrap(), other.join().unwrap())
    });
    other.reverse();
    for (((case, first), one), other) in cases.iter().zip(&first).zip(&one).zip(&other) {
        assert_eq!(first, one, "{}", case.name);
        assert_eq!(first, other, "{}", case.name);
    }
}

/// What no library of pure functions names: clocks, files, sockets, processes, the environment, threads, and state of its own.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time",
    "std::io",
    "SystemTime",
    "Instant::",
    "Zoned::now",
    "Timestamp::now",
    "thread_local!",
    "static mut",
    "AtomicU",
    "Mutex",
    "RwLock",
    "catch_unwind",
    "println!",
    "dbg!",
];

#[test]
fn p7_the_library_names_nothing_outside_itself() {
    let mut open = ["src", "tokenizer/src"]
        .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
        .to_vec();
    let mut read = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(files(&path));
            continue;
        }
        // Tests read their fixtures.
        let is_test = path.ends_with("tests.rs") || path.ends_with("cases.rs");
        if is_test || path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        // The unit tests stand at the end of their file, and read fixtures.
        let code = text.split("\nmod tests {").next().unwrap_or_default();
        let named: Vec<&&str> = OUTSIDE
            .iter()
            .filter(|name| code.contains(**name))
            .collect();
        assert!(named.is_empty(), "{}: {named:?}", path.display());
        read += 1;
    }
    assert!(read > 100, "{read} files only");
}

/// In every place of a page that reaches the record.
#[test]
fn p9_no_field_has_a_hidden_character() {
    let harmful = "&#0;&#1;&#8;&#11;&#27;[31m&#127;&#x80;&#x85;&#x9b;\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202e}\u{2028}\
        \u{2060}\u{2066}\u{2069}\u{feff}\u{fdd0}\u{ffff}\u{fff9}\u{fffc}\u{1fffe}\u{e0001}\u{e0061}\u{61c}\u{180e}\u{1b}";
    let h = format!("ferry{harmful}boat");
    let page = format!(
        "<html lang='en{harmful}'><title>{h} returns</title><meta name=author content='Ada {h}'><meta name=description content='Lead {h}.'>\
         <meta name=keywords content='a{h},b'><meta property=og:site_name content='Post {h}'><meta property=article:section content='{h}'>\
         <meta property=og:image content='https://h.example/{h}.jpg'><meta name=copyright content='{h}'>\
         <meta property=article:published_time content='2024-03-18{harmful}T21:07'><link rel=canonical href='https://h.example/{h}'>\
         <script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"{h} \\u0000\\u202e\\ud800\",\"license\":\"{h}\",\
         \"author\":{{\"name\":\"Bo {h}\"}},\"publisher\":{{\"name\":\"{h}\"}}}}</script>\
         <article><p>{h} kicker<h1>{h} returns</h1><p class=byline>By Tessa {h}, 18 March 2024{harmful}<p>来源：{h}日报 {BODY}\
         <h2>{h}</h2><ul><li>{h} one<li>{h} two</ul><table><tr><th>{h}<th>x<tr><td>{h}<td>{h}</table><pre>{h}\n  {h}</pre>\
         <blockquote>{h} said, and the harbour office said so too, on Friday.</blockquote>\
         <p>All of it <b>{h}</b> is <a href='https://h.example/{h}'>{h}</a> to be <i>{harmful}</i> read on Friday, the office said.\
         <figure><img src=https://h.example/{h}.jpg alt='{h}'><figcaption>{h} at the pier. Photo: Ada {h}</figcaption></figure>\
         <iframe src='https://h.example/{h}' title='{h}'></iframe></article>\
         <div id=comments class=comments><div class=comment><b class=author>{h}</b><time>2024-03-19</time><p>{h}, I say.</div></div>"
    );
    let extractor = Extractor::new().explain(true).comments(true);
    let article = extractor.extract(&page);
    assert!(article.text().contains("is ferry"), "{}", article.text());
    assert_eq!(watch::wrong(&article), None);
    let flat: String = page
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .fold(String::new(), |text, (_, line)| text + line + "\n");
    assert_eq!(watch::wrong(&extractor.extract_text(&flat)), None);
}

/// Where a name or a caption may stand that is read by itself; `#` is the place.
const PLACES: &[&str] = &[
    "<p class=byline>By Te#ssa Marlowe, bo#at.example/n2",
    "<p class=author>Te#ssa Marlowe",
    "<span class=author-name>Te#ssa</span>",
    "<div itemscope itemtype=https://schema.org/NewsArticle><b itemprop=author>Te#ssa Marlowe</b><b itemprop=publisher>Po#st</b>",
    "<meta itemprop=author content='Te#ssa Marlowe'>",
    "<div itemscope itemtype=https://schema.org/NewsArticle><img itemprop=image src=https://h.example/a.jpg alt='Pi#er'>",
    "<a rel=author href='https://h.example/#'>Te#ssa Marlowe</a>",
    "<meta name=author content='Te#ssa Marlowe'><meta name=source content='Po#st'><meta name=copyright content='Po#st'>",
    "<meta property=og:image content=https://h.example/a.jpg><meta property=og:image:alt content='Pi#er'>",
    "<link rel=license href='https://h.example/#'><a rel=license href='/#'>CC#</a>",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"Te#ssa Marlowe\",\"license\":\"C#C\",\"image\":{\"@type\":\"ImageObject\",     \"url\":\"https://h.example/a.jpg\",\"caption\":\"Pi#er\",\"creditText\":\"Ad#a\"}}</script>",
    "<p>来源：江#州日报 2024-03-18 记者：沈#知远",
    "<p>By Te#ssa Marlowe, Po#st | 18 March 2024",
    "<html lang='e#n'><meta property=og:site_name content='Po#st'><meta property=og:locale content='e#n'>",
    "<div class=dateline>HARB#OUR, 18 March 2024 (Reu#ters) – The bo#ats return.",
    "<iframe src='https://h.example/e#' title='Fi#lm'></iframe><figure><img src=https://h.example/a.jpg><figcaption>Pi#er. Photo: Ad#a Quill</figcaption></figure>",
];

#[test]
fn p9_no_name_has_a_hidden_character() {
    let harmful = "\u{1}\u{8}\u{b}\u{1b}\u{7f}\u{80}\u{9b}\u{ad}\u{200b}\u{200d}\u{200e}\u{202e}\u{2028}\u{2060}\u{2069}\u{feff}\u{ffff}\u{fff9}\u{e0061}";
    let extractor = Extractor::new()
        .explain(true)
        .url("https://harbourpost.example/ferry")
        .unwrap();
    let mut wrong = Vec::new();
    for place in PLACES {
        for c in harmful.chars() {
            let marked = place.replace('#', &c.to_string());
            for page in [
                format!("{marked}<h1>Night ferry returns</h1>{BODY}"),
                format!("<article><h1>Night ferry returns</h1>{marked}{BODY}"),
                format!("<article><h1>Night ferry returns</h1>{BODY}{marked}"),
            ] {
                wrong.extend(watch::wrong(&extractor.extract(&page)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn p11_no_body_comes_out_of_what_is_no_page() {
    let noise: Vec<u8> = (0_u64..40_000)
        .map(|n| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8)
        .collect();
    let with = |head: &[u8]| [head, noise.as_slice()].concat();
    let files: [(&str, Vec<u8>); 12] = [
        ("nothing", Vec::new()),
        ("white space", b" \n\t ".repeat(100)),
        ("zeros", vec![0; 10_000]),
        ("noise", noise.clone()),
        ("PNG", with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
        ("JPEG", with(b"\xff\xd8\xff\xe0\0\x10JFIF")),
        ("PDF", with(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >> stream\n")),
        ("ZIP", with(b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml")),
        ("gzip", with(b"\x1f\x8b\x08\0\0\0\0\0")),
        ("program", with(b"\x7fELF\x02\x01\x01\0")),
        ("script", b"<script>var a = 'The night ferry returns on Monday, the harbour office said.';</script>".repeat(200)),
        ("style", b"<style>p { content: 'The night ferry returns on Monday.' }</style>".repeat(200)),
    ];
    for (name, bytes) in files {
        let article = faircopy::extract_bytes(&bytes);
        assert_eq!(article.status, Status::None, "{name}: {}", article.text());
        assert!(
            article.body.is_empty() && article.title.is_none(),
            "{name}: {:?}",
            article.body
        );
        assert!(
            matches!(article.why, Some(Why::NotHtml | Why::Empty)),
            "{name}: {:?}",
            article.why
        );
    }
}

/// A page that only begins with text, and is broken off in a character, is a page all the same.
#[test]
fn p4_p10_a_torn_page_keeps_what_it_has() {
    let page = format!("<meta charset=utf-8><h1>Night ferry returns</h1>{BODY}<p>渡轮");
    let torn = page
        .as_bytes()
        .split_last()
        .map(|(_, rest)| rest)
        .unwrap_or_default();
    let article = faircopy::extract_bytes(torn);
    let paragraphs = article
        .body
        .iter()
        .filter(|block| matches!(block, Block::Paragraph { .. }));
    assert!(paragraphs.count() >= 2);
    assert!(
        !article.text().contains('\u{fffd}'),
        "a torn character is dropped, not replaced"
    );
}
