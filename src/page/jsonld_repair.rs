//! JSON as pages write it: what can be mended without guessing is mended, the rest is left out.

use std::borrow::Cow;

use serde_json::{Deserializer, Value};

/// What wraps a block so that an old browser or an XML parser does not read it.
const OPENERS: &[&str] = &[
    "<!--",
    "//<![CDATA[",
    "/*<![CDATA[*/",
    "// <![CDATA[",
    "<![CDATA[",
];

/// Returns the values of a JSON-LD block: one as a rule, several where objects follow one another. Empty for what is no JSON.
///
/// Mended are wrappers in comments and CDATA, semicolons at the end, commas before a closing bracket, raw line breaks and other
/// control characters in strings, escapes that JSON does not know, and quotes written as `&quot;`. A block that was cut short, or
/// has unescaped quotes inside a string, is not guessed at.
pub(crate) fn values(text: &str) -> Vec<Value> {
    let text = unwrapped(text);
    let found = parsed(text);
    if !found.is_empty() {
        return found;
    }
    let text = if text.contains('"') {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.replace("&quot;", "\"").replace("&#34;", "\""))
    };
    parsed(&mended(&text))
}

fn unwrapped(text: &str) -> &str {
    let mut text = text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    for opener in OPENERS {
        text = text.strip_prefix(opener).unwrap_or(text).trim_start();
    }
    text
}

/// What follows the last value that can be read (a semicolon, the end of a comment) is passed over. The recursion limit of
/// `serde_json` stays as it is: a block nested deeper than 128 is no value.
fn parsed(text: &str) -> Vec<Value> {
    Deserializer::from_str(text)
        .into_iter::<Value>()
        .map_while(Result::ok)
        .filter(|value| value.is_object() || value.is_array())
        .collect()
}

fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut in_string = false;
    while let Some(c) = chars.next() {
        match (in_string, c) {
            (_, '"') => {
                in_string = !in_string;
                out.push(c);
            }
            (true, '\\') => escape(&mut out, &mut chars),
            (true, '\n') => out.push_str("\\n"),
            (true, '\t' | '\r') => out.push(' '),
            (true, c) if c.is_control() => {}
            (false, ',') => {
                let mut ahead = chars.clone().skip_while(|next| next.is_whitespace());
                // Only the space up to the next sign is looked through, and it is not looked through again.
                if matches!(ahead.next(), Some('}' | ']')) {
                    while chars.next_if(|next| next.is_whitespace()).is_some() {}
                } else {
                    out.push(c);
                }
            }
            _ => out.push(c),
        }
    }
    out
}

/// Writes an escape as JSON knows it: `\'` is a quote, and half of a surrogate pair is no character.
fn escape(out: &mut String, chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let Some(c) = chars.next() else { return };
    if c != 'u' {
        if matches!(c, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') {
            out.push('\\');
        }
        if !c.is_control() {
            out.push(c);
        }
        return;
    }
    let hex = |chars: &std::iter::Peekable<std::str::Chars<'_>>| -> Option<u32> {
        let digits: String = chars.clone().take(4).collect();
        (digits.len() == 4).then(|| u32::from_str_radix(&digits, 16).ok())?
    };
    let skip = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>, count: usize| {
        for _ in 0..count {
            chars.next();
        }
    };
    match hex(chars) {
        Some(high @ 0xD800..=0xDBFF) => {
            skip(chars, 4);
            let mut ahead = chars.clone();
            let low = (ahead.next() == Some('\\') && ahead.next() == Some('u'))
                .then(|| hex(&ahead))
                .flatten()
                .filter(|low| matches!(low, 0xDC00..=0xDFFF));
            if low.is_some() {
                skip(chars, 6);
            }
            let whole = low.map(|low| 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            out.push(
                whole
                    .and_then(char::from_u32)
                    .unwrap_or(char::REPLACEMENT_CHARACTER),
            );
        }
        Some(0xDC00..=0xDFFF) => {
            skip(chars, 4);
            out.push_str("\\ufffd");
        }
        Some(_) => out.push_str("\\u"),
        None => out.push_str("\\\\u"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::values;

    #[test]
    fn what_is_sure_is_mended() {
        let name = json!([{"name": "Two boats"}]);
        for broken in [
            "{\"name\": \"Two boats\",}",
            "<!-- {\"name\": \"Two boats\"} -->",
            "//<![CDATA[\n{\"name\": \"Two boats\"}\n//]]>",
            "/*<![CDATA[*/ {\"name\": \"Two boats\"} /*]]>*/",
            "\u{feff}{\"name\": \"Two boats\"};",
            "{&quot;name&quot;: &quot;Two boats&quot;}",
            "{\"name\": \"Two\tboats\" , \n }",
        ] {
            assert_eq!(json!(values(broken)), name, "{broken}");
        }
        assert_eq!(
            json!(values("{\"a\": \"one\ntwo\"}")),
            json!([{"a": "one\ntwo"}])
        );
        assert_eq!(
            json!(values("{\"a\": \"Ada\\'s \\ud83d\",}")),
            json!([{"a": "Ada's \u{fffd}"}])
        );
        assert_eq!(
            json!(values("{\"a\": \"\\ud83d\\ude00\",}")),
            json!([{"a": "\u{1f600}"}])
        );
        assert_eq!(
            json!(values("{\"a\":1}{\"a\":2}")),
            json!([{"a": 1}, {"a": 2}])
        );
    }

    #[test]
    fn what_would_be_a_guess_is_left_out() {
        assert!(values("{\"name\": \"Two bo").is_empty());
        assert!(values("{\"name\": \"the \"Gull\" sails\"}").is_empty());
        assert!(values("var page = 1;").is_empty());
        assert!(values(&"[".repeat(10_000)).is_empty());
    }

    proptest! {
        #[test]
        fn never_panics(text in "[\\[\\]{},:;\"\\\\ud8f3/<!a1 \n&-]{0,80}|\\PC{0,80}") {
            let _ = values(&text);
        }
    }
}
