//! The language of code, as highlighters write it into class names.

use crate::page::block::{BlockId, Blocks};

/// Elements around the code whose names are read: a wrapper or two, when they hold nothing else.
const REACH: usize = 3;

/// What stands before the language in a name of its own: `language-rust`, `highlight-source-python`.
const PREFIXES: &[&str] = &[
    "language-",
    "lang-",
    "highlight-source-",
    "highlight-text-",
    "highlight-",
    "brush-",
];

/// Names after which the next one is the language: `hljs python`, `brush: js`, `sourceCode haskell`.
const MARKERS: &[&str] = &["hljs", "brush:", "sourceCode"];

/// Names that are no language, though they stand where one does.
const NO_LANGUAGE: &[&str] = &[
    "none",
    "default",
    "plain",
    "text",
    "plaintext",
    "nohighlight",
    "wrapper",
    "block",
    "container",
    "box",
    "linenums",
    "rouge",
    "copy",
    "hljs",
    "line",
    "lines",
    "toolbar",
    "area",
    "notranslate",
    "wrap",
    "basic",
    "inline",
    "snippet",
    "numbers",
    "example",
    "sample",
];

/// Letters and signs of a language, at most.
const MOST_CHARS: usize = 20;

/// Returns the language that a code block names, as in `rust`.
pub(super) fn language(blocks: &Blocks, id: BlockId) -> Option<String> {
    let around = blocks.ancestors(id).take(REACH);
    let alone = around.take_while(|&element| blocks[element].blocks.len() == 1);
    alone
        .map(|element| &**blocks[element].names)
        .find_map(named)
}

fn named(names: &str) -> Option<String> {
    let names: Vec<&str> = names.split_whitespace().collect();
    let prefixed = names.iter().find_map(|name| {
        PREFIXES
            .iter()
            .find_map(|prefix| name.strip_prefix(prefix).filter(|rest| is_language(rest)))
    });
    let marked = || {
        let at = names.iter().position(|name| MARKERS.contains(name))?;
        let next = names.get(at + 1)?;
        Some(next.trim_end_matches(';')).filter(|next| is_language(next))
    };
    let joined = || {
        names
            .iter()
            .find_map(|name| {
                name.strip_prefix("brush:")
                    .map(|rest| rest.trim_end_matches(';'))
            })
            .filter(|rest| is_language(rest))
    };
    prefixed
        .or_else(marked)
        .or_else(joined)
        .map(str::to_lowercase)
}

fn is_language(name: &str) -> bool {
    let lower = name.to_lowercase();
    !NO_LANGUAGE.contains(&lower.as_str())
        && (1..=MOST_CHARS).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+#-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn the_language_is_read_as_highlighters_write_it() {
        for (names, language) in [
            ("language-rust", Some("rust")),
            ("highlight highlight-source-python", Some("python")),
            ("brush: js; toolbar: false", Some("js")),
            ("brush:java;", Some("java")),
            ("hljs cpp", Some("cpp")),
            ("sourceCode haskell", Some("haskell")),
            ("lang-c++", Some("c++")),
            ("code-block", None),
            ("highlight-text notranslate", None),
            ("hljs", None),
            ("language-none", None),
        ] {
            assert_eq!(named(names).as_deref(), language, "{names}");
        }
    }
}
