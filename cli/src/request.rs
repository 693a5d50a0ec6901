//! A line of a stream: what it asks for.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use faircopy::{Article, Extractor};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::record::{Id, Kind};

/// Base64 with or without its padding: both are common, and nothing is in doubt without it.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A page with what is known about it.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) id: Option<Id>,
    url: Option<String>,
    content_type: Option<String>,
    fetched_at: Option<String>,
    page: Page,
    /// Names of fields that stand in the line and cannot be used.
    ignored: Vec<&'static str>,
}

/// The page as the line brings it.
#[derive(Debug, PartialEq, Eq)]
enum Page {
    Bytes(Vec<u8>),
    Html(String),
    Flat(String),
}

/// A line that could not be read.
#[derive(Debug)]
pub(crate) struct Unreadable {
    /// Its id, where that much could be read.
    pub(crate) id: Option<Id>,
    pub(crate) kind: Kind,
    pub(crate) message: String,
}

/// The fields of a line, unread: what is not asked for costs nothing. Of fields of one name the last counts, as in most parsers.
type Fields<'a> = BTreeMap<String, &'a RawValue>;

impl Request {
    /// Reads a line.
    ///
    /// # Errors
    ///
    /// When it is not UTF-8, not JSON, not an object, or brings no page.
    pub(crate) fn read(line: &[u8]) -> Result<Self, Unreadable> {
        let Ok(line) = str::from_utf8(line) else {
            return Err(not_utf8(line));
        };
        let fields: Fields = serde_json::from_str(line).map_err(|error| not_fields(&error))?;
        let mut ignored = Vec::new();
        let id = id(&fields);
        if id.is_none() && fields.contains_key("id") {
            ignored.push("id");
        }
        let mut option = |name| {
            let value = *fields.get(name)?;
            let text = text(value);
            if text.is_none() && value.get() != "null" {
                ignored.push(name);
            }
            text
        };
        let (url, content_type) = (option("url"), option("content_type"));
        let fetched_at = option("fetched_at");
        match page(&fields) {
            Ok(page) => Ok(Self {
                id,
                url,
                content_type,
                fetched_at,
                page,
                ignored,
            }),
            Err((kind, message)) => Err(Unreadable { id, kind, message }),
        }
    }

    /// Extracts the page. Returns the names of the fields that were no use beside it: a page is not lost over its address.
    pub(crate) fn extract(&self, extractor: &Extractor) -> (Article, Vec<&'static str>) {
        let mut extractor = extractor.clone();
        let mut ignored = self.ignored.clone();
        if let Some(content_type) = &self.content_type {
            extractor = extractor.content_type(content_type);
        }
        if let Some(url) = &self.url {
            match extractor.clone().url(url) {
                Ok(with_url) => extractor = with_url,
                Err(_) => ignored.push("url"),
            }
        }
        if let Some(time) = &self.fetched_at {
            match extractor.clone().fetched_at(time) {
                Ok(with_time) => extractor = with_time,
                Err(_) => ignored.push("fetched_at"),
            }
        }
        let article = match &self.page {
            Page::Bytes(bytes) => extractor.extract_bytes(bytes),
            Page::Html(html) => extractor.extract(html),
            Page::Flat(text) => extractor.extract_text(text),
        };
        (article, ignored)
    }
}

fn page(fields: &Fields) -> Result<Page, (Kind, String)> {
    let given = ["html_base64", "html", "text"]
        .into_iter()
        .find_map(|name| {
            let value = *fields.get(name)?;
            (value.get() != "null").then_some((name, value))
        });
    let Some((name, value)) = given else {
        let message = "no html, html_base64 or text".to_owned();
        return Err((Kind::Shape, message));
    };
    let Some(text) = text(value) else {
        return Err((Kind::Shape, format!("{name} is no string")));
    };
    match name {
        "html_base64" => match BASE64.decode(text.as_bytes()) {
            Ok(bytes) => Ok(Page::Bytes(bytes)),
            Err(_) => Err((Kind::Base64, format!("{name} is not base64"))),
        },
        "html" => Ok(Page::Html(text)),
        _ => Ok(Page::Flat(text)),
    }
}

fn id(fields: &Fields) -> Option<Id> {
    let value = *fields.get("id")?;
    match value.get().chars().next()? {
        '"' => text(value).map(Id::Text),
        '[' | '{' => None,
        _ => Some(Id::Literal(value.to_owned())),
    }
}

/// Returns a JSON string's text; `None` for any other value.
fn text(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get())
        .ok()
        .map(|Lossy(text)| text)
}

/// A string whose half surrogates, which some writers of JSON leave in, become U+FFFD: a page is not lost over one character.
struct Lossy(String);

impl<'de> Deserialize<'de> for Lossy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(LossyVisitor)
    }
}

struct LossyVisitor;

impl Visitor<'_> for LossyVisitor {
    type Value = Lossy;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<Lossy, E> {
        Ok(Lossy(text.to_owned()))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Lossy, E> {
        // Nearly all are valid, and to find that out takes a fraction of the time in which the parts that are not are looked for.
        Ok(Lossy(match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => String::from_utf8_lossy(bytes).into_owned(),
        }))
    }
}

fn not_utf8(line: &[u8]) -> Unreadable {
    // The id is read all the same, so that the answer can be told from others.
    let lossy = String::from_utf8_lossy(line);
    let fields = serde_json::from_str::<Fields>(&lossy).ok();
    Unreadable {
        id: fields.as_ref().and_then(id),
        kind: Kind::Utf8,
        message: "not UTF-8".to_owned(),
    }
}

fn not_fields(error: &serde_json::Error) -> Unreadable {
    if error.classify() == Category::Data {
        return Unreadable {
            id: None,
            kind: Kind::Shape,
            message: "not a json object".to_owned(),
        };
    }
    let said = error.to_string();
    let what = said.split_once(" at line ").map_or(&*said, |s| s.0);
    Unreadable {
        id: None,
        kind: Kind::Json,
        message: format!("not json: {what} at column {}", error.column()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, Request};
    use crate::record::Kind;

    fn page(line: &str) -> Result<Page, Kind> {
        match Request::read(line.as_bytes()) {
            Ok(request) => Ok(request.page),
            Err(unreadable) => Err(unreadable.kind),
        }
    }

    #[test]
    fn the_page_nearest_to_the_wire_counts() {
        assert_eq!(
            page(r#"{"text":"a","html":"<p>b","html_base64":"PHA+Yw=="}"#),
            Ok(Page::Bytes(b"<p>c".to_vec()))
        );
        assert_eq!(
            page(r#"{"text":"a","html":"<p>b","html_base64":null}"#),
            Ok(Page::Html("<p>b".to_owned()))
        );
        assert_eq!(page(r#"{"text":"a"}"#), Ok(Page::Flat("a".to_owned())));
    }

    #[test]
    fn base64_may_lack_its_padding() {
        assert_eq!(
            page(r#"{"html_base64":"PHA+Yw"}"#),
            Ok(Page::Bytes(b"<p>c".to_vec()))
        );
    }

    #[test]
    fn half_a_surrogate_costs_a_character_only() {
        let Ok(Page::Html(html)) = page(r#"{"html":"<p>a\ud800b \u6c5f"}"#) else {
            unreachable!("the line has a page")
        };
        assert!(html.starts_with("<p>a\u{fffd}") && html.ends_with("b 江"));
    }

    #[test]
    fn of_equal_names_the_last_counts() {
        assert_eq!(
            page(r#"{"html":"a","html":"b"}"#),
            Ok(Page::Html("b".to_owned()))
        );
    }

    #[test]
    fn lines_without_a_page_say_what_is_wrong() {
        for (line, kind) in [
            ("{", Kind::Json),
            ("not json", Kind::Json),
            (r#"{"html":"a"} x"#, Kind::Json),
            ("[]", Kind::Shape),
            ("null", Kind::Shape),
            ("5", Kind::Shape),
            ("{}", Kind::Shape),
            (r#"{"html":null}"#, Kind::Shape),
            (r#"{"html":6}"#, Kind::Shape),
            (r#"{"html":["a"]}"#, Kind::Shape),
            (r#"{"html_base64":"@@"}"#, Kind::Base64),
        ] {
            assert_eq!(page(line), Err(kind), "{line}");
        }
    }
}
