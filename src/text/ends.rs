//! How a text begins and how it ends.

/// Returns so many characters from the beginning of a text, or all it has.
pub(crate) fn first_chars(text: &str, chars: usize) -> &str {
    text.get(..behind(text, chars)).unwrap_or_default()
}

/// Returns a text without so many characters at its beginning.
pub(crate) fn without_first(text: &str, chars: usize) -> &str {
    text.get(behind(text, chars)..).unwrap_or_default()
}

/// Returns so many characters from the end of a text, or all it has.
pub(crate) fn last_chars(text: &str, chars: usize) -> &str {
    let Some(before) = chars.checked_sub(1) else {
        return "";
    };
    let from = text.char_indices().rev().nth(before);
    let from = from.map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

/// Whether a text ends where somebody cut it: `Rain is expec…`.
pub(crate) fn is_cut(text: &str) -> bool {
    text.ends_with('…') || text.ends_with("...")
}

/// The place behind so many characters.
fn behind(text: &str, chars: usize) -> usize {
    let at = text.char_indices().nth(chars);
    at.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{first_chars, last_chars, without_first};

    #[test]
    fn a_text_is_cut_by_characters_at_either_end() {
        let text = "江州渡轮";
        for (chars, first, rest, last) in [
            (0, "", text, ""),
            (1, "江", "州渡轮", "轮"),
            (4, text, "", text),
            (9, text, "", text),
        ] {
            assert_eq!(first_chars(text, chars), first);
            assert_eq!(without_first(text, chars), rest);
            assert_eq!(last_chars(text, chars), last);
        }
    }
}
