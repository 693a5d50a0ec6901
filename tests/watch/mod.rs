//! What has to hold of the record of every input, whatever it is: asked by the tests and by the fuzz targets alike.
//!
//! A door takes an input and says what it found wrong, `None` as a rule.

#![allow(dead_code, unused_imports, unreachable_pub)] // each test binary and each fuzz target has its own copy of this module

mod dates;
mod html;
mod stack;
mod strings;

use faircopy::{Article, Extractor};

pub use html::not_inert;
pub use stack::watched;

/// A page's address and the time it was fetched, for the doors that read dates and links.
const ADDRESS: &str = "https://harbourpost.example/2024/03/18/ferry";
const FETCHED: &str = "2024-03-20T12:00";

/// A way into the library, by the name of its fuzz target and of its folder of findings.
pub type Door = (&'static str, fn(&[u8]) -> Option<String>);

/// All doors that are watched.
pub const DOORS: &[Door] = &[
    ("bytes", bytes),
    ("flat_text", flat_text),
    ("jsonld", jsonld),
    ("dates", dates),
];

/// A page in any bytes.
pub fn bytes(input: &[u8]) -> Option<String> {
    twice(|| Extractor::new().explain(true).extract_bytes(input))
}

/// Text without markup.
pub fn flat_text(input: &[u8]) -> Option<String> {
    let text = str::from_utf8(input).ok()?;
    twice(|| Extractor::new().explain(true).extract_text(text))
}

/// A block of JSON-LD in an otherwise plain page.
pub fn jsonld(input: &[u8]) -> Option<String> {
    let block = str::from_utf8(input).ok()?;
    let page = format!(
        "<title>Two boats</title><script type=application/ld+json>{block}</script><h1>Two boats</h1><p>The night ferry returns."
    );
    let extractor = Extractor::new().url(ADDRESS).ok()?;
    twice(|| extractor.extract(&page))
}

/// A date wherever a page may have one: in an address, written for programs, printed beside a headline, and as a line of flat text.
pub fn dates(input: &[u8]) -> Option<String> {
    let date = str::from_utf8(input).ok()?;
    let fetched = Extractor::new().fetched_at(FETCHED).ok()?;
    let escaped = escaped(date);
    let page = format!(
        "<meta property=article:published_time content=\"{escaped}\"><h1>Two boats</h1><p class=byline>By Tessa Marlowe, {escaped}</p>\
         <time datetime=\"{escaped}\">{escaped}</time><p>The night ferry returns."
    );
    let address = format!("https://harbourpost.example/{date}/ferry");
    let at = fetched.clone().url(&address).unwrap_or(fetched.clone());
    let flat = format!("Two boats\n{date}\nThe night ferry returns on Monday.");
    twice(|| at.extract(&page)).or_else(|| twice(|| fetched.extract_text(&flat)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// Extracts two times, and says what is wrong with the record, or that the second is another.
fn twice(extract: impl Fn() -> Article) -> Option<String> {
    let article = extract();
    if extract() != article {
        return Some("the second record is not the first".to_owned());
    }
    wrong(&article)
}

/// Says what no record may be, and this one is.
pub fn wrong(article: &Article) -> Option<String> {
    strings::wrong(article)
        .or_else(|| strings::lost(article))
        .or_else(|| dates::wrong(article))
        .or_else(|| not_inert(&article.to_html()))
}
