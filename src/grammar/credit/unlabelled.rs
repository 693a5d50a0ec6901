//! Credits without a word that says so: an agency, a supplier, or two names at a slash.

use super::found::{CREDIT_CHARS, Found, found};
use super::words::SUPPLIERS;
use super::words::Whom::Photographer;
use crate::grammar::labels::is_cjk;
use crate::grammar::names;

/// What ends a sentence or a part of one before a credit.
const PART_ENDS: [&str; 12] = [
    "。",
    ". ",
    "! ",
    "? ",
    " | ",
    " - ",
    " – ",
    " — ",
    ".\u{201d} ",
    ".\" ",
    "”",
    "… ",
];

/// Whether a text ends a sentence or a part of one. The point of an initial does not: "A. Quill/Harbour Wire".
fn ends_part(text: &str) -> bool {
    let is_initial = |before: &str| {
        let word = before.rsplit(' ').next().unwrap_or_default();
        word.chars().count() == 1
    };
    text.ends_with(['。', ' ', '”'])
        && PART_ENDS.iter().any(|mark| {
            let before = text.strip_suffix(mark);
            before.is_some_and(|before| !(mark.starts_with('.') && is_initial(before)))
        })
}

/// A wire's credit behind a sentence's end, a bar or a dash, without label or bracket; or alone.
pub(super) fn unlabelled(text: &str) -> Option<Found> {
    let trimmed = text.trim_end_matches(['。', ' ']);
    let starts = trimmed.char_indices().rev().map(|(at, _)| at);
    let cut = std::iter::once(trimmed.len())
        .chain(starts)
        .find(|&at| trimmed.get(..at).is_some_and(ends_part))
        .unwrap_or(0);
    let (before, tail) = (trimmed.get(..cut)?, trimmed.get(cut..)?);
    is_wire_shape(tail)
        .then(|| found(before, tail, Photographer, false))
        .flatten()
        .or_else(|| name_behind_mark(trimmed))
}

/// Words of a name that stands alone, at most.
const NAME_WORDS: usize = 3;

/// A lone name behind a bar, or behind a slash that follows a sentence: `A boat at night | Ada Quill`, `Un barco. / ANA RUIZ`.
fn name_behind_mark(text: &str) -> Option<Found> {
    let at = text.rfind(['|', '/'])?;
    let (before, name) = (text.get(..at)?, text.get(at + 1..)?);
    let name = name.strip_prefix(' ')?;
    let caption = before.strip_suffix(' ')?.trim_end();
    let few = (2..=NAME_WORDS).contains(&name.split(' ').count());
    let parted = text.matches('|').count() == 1 || caption.ends_with(['.', '!', '?', '”', '"']);
    // "picture alliance | Ada Quill" is one credit.
    let lower = caption.to_lowercase();
    let supplied = SUPPLIERS.iter().any(|supplier| lower.ends_with(supplier));
    (parted && few && !supplied && !caption.is_empty() && names::is_plain_name(name))
        .then(|| found(caption, name, Photographer, false))
        .flatten()
}

/// `Ada Quill/Harbour Wire`, `AP`, `Ada Quill via Example Images`: an agency or a supplier as a part, or two capitalised parts at a slash.
pub(super) fn is_wire_shape(text: &str) -> bool {
    const WORDS: usize = 10;
    let text = text.trim().trim_end_matches('.');
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || words.len() > WORDS || text.chars().nth(CREDIT_CHARS).is_some() {
        return false;
    }
    let parts = parts(text);
    let small = |word: &str| {
        word.starts_with(char::is_lowercase)
            && !matches!(
                word,
                "via" | "von" | "van" | "de" | "der" | "and" | "und" | "og" | "di" | "et" | "y"
            )
    };
    let is_cased = |part: &&str| !part.split_whitespace().any(small) || is_supplier(part);
    let slashed = text.contains('/')
        && parts.len() >= 2
        && parts
            .iter()
            .all(|part| part.chars().filter(|c| c.is_alphabetic()).count() >= 2)
        && text.chars().next().is_some_and(|c| !c.is_numeric())
        && !text.contains(is_cjk)
        && words.len() >= 2;
    let via = words.len() >= 3 && text.contains(" via ");
    let supplied = || parts.iter().any(|part| is_supplier(part));
    parts.iter().all(is_cased) && (slashed || via || supplied())
}

pub(super) fn parts(text: &str) -> Vec<&str> {
    text.split(['/', ',', '|', '／', '、', '–', '·'])
        .flat_map(|part| part.split(" via "))
        .flat_map(|part| part.split(" / "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

pub(super) fn is_supplier(part: &str) -> bool {
    let lower = part.trim().trim_end_matches('.').to_lowercase();
    names::agency(&lower).is_some()
        || SUPPLIERS.contains(&lower.as_str())
        || lower.starts_with("ap photo")
}
