//! The outlet a text comes from, in the line that names it.

use crate::text::clean::fold_space;

/// Characters of an outlet's name. The longest of 45 on the development pages has 22; lists of institutes are about twice that.
const OUTLET_CHARS: usize = 48;

/// What stands for an outlet and is none, in lower case.
const UNKNOWN: &[(&str, &str)] = &[
    ("zh", "未知"),
    ("zh", "不详"),
    ("zh", "暂无"),
    ("zh", "无"),
    ("zh", "其他"),
    ("zh-Hant", "未知"),
    ("en", "unknown"),
    ("en", "n/a"),
    ("en", "none"),
    ("en", "null"),
    ("en", "undefined"),
];

/// Returns a label's value as the outlet's name; `None` where it is a sentence, a number, an address or unknown.
pub(crate) fn outlet(value: &str) -> Option<String> {
    let value = fold_space(value);
    let value = value.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“'
                    | '”'
                    | '「'
                    | '」'
                    | '《'
                    | '》'
                    | ','
                    | '，'
                    | ';'
                    | '；'
                    | '-'
                    | '–'
                    | '—'
                    | '/'
                    | '.'
                    | '_'
                    | '*'
            )
    });
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let sentence = value.contains(['，', '。', '；', '！', '？', '?', '!'])
        || value.contains(", ")
        || value.split_whitespace().count() > OUTLET_WORDS;
    let named = letters >= 2
        && value.chars().count() <= OUTLET_CHARS
        && !sentence
        && !value.contains("://")
        && !is_unknown(value);
    named.then(|| value.to_owned())
}

/// Words of an outlet's name in a script with spaces.
const OUTLET_WORDS: usize = 8;

/// Whether a value says that the outlet is not known.
pub(crate) fn is_unknown(value: &str) -> bool {
    let lower = value.trim().to_lowercase();
    UNKNOWN.iter().any(|(_, word)| *word == lower)
}

#[cfg(test)]
mod tests {
    use crate::grammar::cases::assert_rows;
    use crate::grammar::date::Hints;
    use crate::grammar::header::{HeaderLine, Part};

    /// The outlet a header line names: `来源:江州日报-江州客户端2023-01-11`, `Quelle: dpa`, `via Harbour Post`.
    fn labelled_source(line: &str) -> Option<String> {
        let parts = HeaderLine::read(line, &Hints::default()).parts;
        parts.into_iter().find_map(|part| match part {
            Part::Source(name) => Some(name),
            _ => None,
        })
    }

    #[test]
    fn lines_name_the_outlet_of_their_rows() {
        assert_rows("source", "", 30, |line| {
            labelled_source(line).unwrap_or_else(|| "-".to_owned())
        });
    }
}
