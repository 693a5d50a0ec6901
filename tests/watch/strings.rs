//! No string of a record hides, reorders or controls anything, and no address is other than http or https.

use faircopy::Article;
use serde_json::Value;
use url::Url;

/// Keys whose strings are addresses.
const ADDRESSES: &[&str] = &["url", "href", "canonical_url", "next_page"];

/// Characters that only some scripts need, and only beside their letters, none of which is ASCII.
const NEIGHBOURLY: &[char] = &[
    '\u{61C}', '\u{180E}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{200E}', '\u{200F}',
];

/// Says which string of a record, or of what is printed from it, must not be there.
pub(super) fn wrong(article: &Article) -> Option<String> {
    let record = match serde_json::to_value(article) {
        Ok(record) => record,
        Err(error) => return Some(format!("no JSON: {error}")),
    };
    let mut open = vec![("record", &record)];
    while let Some((key, value)) = open.pop() {
        match value {
            Value::String(text) => {
                if let Some(what) = harm(key, text) {
                    return Some(format!("{key}: {what} in {text:?}"));
                }
            }
            // Where a field was found, by the field's name.
            Value::Object(_) if key == "origins" => {}
            // Runs join up to the block's text, which is looked at: a run by itself may begin or end with a joiner.
            Value::Array(runs) if key == "inlines" => open.extend(runs.iter().flat_map(hrefs)),
            Value::Array(list) => open.extend(list.iter().map(|inner| (key, inner))),
            Value::Object(object) => {
                open.extend(object.iter().map(|(key, inner)| (key.as_str(), inner)));
            }
            _ => {}
        }
    }
    let printed = [
        ("text", article.text_with_captions()),
        ("markdown", article.to_markdown()),
        ("html", article.to_html()),
    ];
    printed
        .iter()
        .find_map(|(name, text)| Some(format!("{name}: {} in {text:?}", hidden(text)?)))
}

fn hrefs(run: &Value) -> impl Iterator<Item = (&str, &Value)> {
    run.get("href").map(|href| ("href", href)).into_iter()
}

/// Says what is lost when the record is stored and read again.
pub(super) fn lost(article: &Article) -> Option<String> {
    let read =
        serde_json::to_string(article).and_then(|json| serde_json::from_str::<Article>(&json));
    match read {
        Ok(read) if read == *article => None,
        Ok(_) => Some("the record does not read back equal".to_owned()),
        Err(error) => Some(format!("the record does not read back: {error}")),
    }
}

fn harm(key: &str, text: &str) -> Option<String> {
    if ADDRESSES.contains(&key) && !is_web(text) {
        return Some("no address of the web".to_owned());
    }
    hidden(text).or_else(|| stray(text))
}

fn is_web(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
            && url.as_str() == address
    })
}

fn hidden(text: &str) -> Option<String> {
    let found = text.chars().find(|c| is_forbidden(*c))?;
    Some(format!("U+{:04X}", u32::from(found)))
}

/// Controls but newline and tab, soft hyphens, overrides, embeddings and isolates of direction, invisible operators, byte order marks,
/// interlinear annotation, tags, non-characters.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(u32::from(c),
            0xAD | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFFF9..=0xFFFC | 0xFDD0..=0xFDEF | 0xE0000..=0xE007F)
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// A zero-width character or a mark of direction with nothing but ASCII on both sides.
fn stray(text: &str) -> Option<String> {
    let is_neighbourly = |c: &char| NEIGHBOURLY.contains(c);
    let mut before = None;
    let mut held = None;
    for c in text.chars().map(Some).chain([None]) {
        if let Some(c) = c.filter(is_neighbourly) {
            held = held.or(Some(c));
            continue;
        }
        let plain = |c: Option<char>| c.is_none_or(|c| c.is_ascii());
        if let Some(held) = held.take().filter(|_| plain(before) && plain(c)) {
            return Some(format!("stray U+{:04X}", u32::from(held)));
        }
        before = c;
    }
    None
}
