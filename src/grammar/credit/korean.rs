//! Korean reporters who sign a caption: `… 창고. /김하나 기자 abc@example.kr`.

use super::found::{Found, labelled_found};
use super::words::Whom::Photographer;
use crate::grammar::names;

/// What a reporter is called behind the name, the longer first.
const REPORTERS: &[&str] = &["사진기자", "선임기자", "인턴기자", "객원기자", "기자"];

/// What ends the caption before the name, or sets the name off.
const ENDS: &[char] = &[
    '.', '…', '!', '?', '"', '”', '’', '/', '|', ']', ')', '>', '〉',
];

/// The credit of a text that ends in a reporter's name, with or without outlet and address. A reporter whom no end of a sentence sets off
/// is one of those whom the picture shows.
pub(super) fn reporter(text: &str) -> Option<Found> {
    let text = text.trim_end();
    let signed = text
        .rsplit_once(char::is_whitespace)
        .filter(|(_, word)| word.contains('@'))
        .map_or(text, |(signed, _)| signed.trim_end());
    let head = REPORTERS
        .iter()
        .find_map(|word| signed.strip_suffix(word))?
        .trim_end();
    let (before, name) = last_word(head);
    if !names::is_korean_name(name) {
        return None;
    }
    let (farther, outlet) = last_word(before.trim_end());
    let caption = if names::is_outlet(outlet) {
        farther
    } else {
        before
    };
    let caption = caption.trim_end();
    if !caption.is_empty() && !caption.ends_with(ENDS) {
        return None;
    }
    let printed = text.get(caption.len()..)?;
    let caption = caption.trim_end_matches(['/', '|', ' ']);
    labelled_found(caption, printed, name, Photographer, true)
}

/// Parts the last word off, at a space or a mark.
fn last_word(text: &str) -> (&str, &str) {
    let parts = |c: char| c.is_whitespace() || ENDS.contains(&c);
    let at = text.rfind(parts).map_or(0, |at| {
        at + text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8)
    });
    text.split_at_checked(at).unwrap_or(("", text))
}
