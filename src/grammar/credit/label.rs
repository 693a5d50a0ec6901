//! Credits behind a label: `Photo: Ada Quill`, `写真＝王某`, `图源：江州网`.

use std::sync::LazyLock;

use super::ending::ended;
use super::found::{CREDIT_CHARS, Found, found, labelled_found};
use super::korean;
use super::unlabelled::is_wire_shape;
use super::words::Lead::{Bare, Marked};
use super::words::Whom::Photographer;
use super::words::{DOUBTFUL, LABELS, LabelRow};
use crate::grammar::labels::{fold_char, is_cjk};
use crate::grammar::names;
use crate::text::ends::without_first;
use crate::text::trie::Trie;

/// Words for a picture behind which a name may stand without a mark.
const PICTURES: [&str; 5] = ["photo", "photos", "foto", "fotos", "фото"];

static TRIE: LazyLock<Trie<&LabelRow>> =
    LazyLock::new(|| Trie::new(LABELS.iter().map(|row| (row.1, row))));

/// A label at a boundary, with a short credit behind it to the end; or before the caption, ended by a full stop.
pub(super) fn labelled(text: &str) -> Option<Found> {
    let total = text.chars().count();
    let mut previous = None;
    for (index, (at, c)) in text.char_indices().enumerate() {
        let boundary = match previous {
            None => true,
            Some(before) if is_cjk(c) || c == '©' || c == 'ⓒ' => {
                !char::is_alphanumeric(before) || (is_cjk(before) && !is_cjk(c))
            }
            Some(before) => {
                is_cjk(before)
                    || !(char::is_alphanumeric(before)
                        || matches!(before, '_' | '@' | '#' | '&' | '+' | '='))
            }
        };
        previous = Some(c);
        // A label further from the end than a credit is long stands in a sentence, unless it opens the text.
        let far = total - index > CREDIT_CHARS + 24;
        if !boundary || (far && index > 0) {
            continue;
        }
        let rest = text.get(at..)?;
        let Some((row, credit)) = label_at_start(rest) else {
            continue;
        };
        let before = text.get(..at)?;
        // A word of an address is none: "example.org/photo/boat".
        let path = before.ends_with('/') && !row.1.contains(' ') && !row.1.contains(is_cjk);
        if path {
            continue;
        }
        // "… at the mill. Photo Ada Quill": without a mark only behind a sentence.
        if is_unmarked(rest, row, credit) && (index == 0 || !ends_part(before)) {
            continue;
        }
        if index == 0 {
            if let Some((credit, caption)) = leading(credit) {
                let printed = rest.strip_suffix(caption).unwrap_or(credit);
                return labelled_found(caption, printed, credit, row.3, true);
            }
            if is_doubtful(row.1) && !is_credit_value(credit) {
                return None;
            }
        }
        if row.2 == Marked && !ends_part(before) && !is_credit_value(credit) {
            continue;
        }
        let short = credit.chars().count() <= CREDIT_CHARS && !is_sentence(credit);
        let loose = row.2 == Bare && row.1.contains(' ') && !ends_part(before);
        if let Some((caption, inside)) = in_bracket(before).filter(|_| short) {
            let whole = format!("{inside}{rest}");
            return found(caption, &whole, row.3, true);
        }
        if short && !credit.is_empty() && !loose {
            let doubtful = is_doubtful(row.1) && index > 0 && !ends_part(before);
            let set_off = before.ends_with(char::is_whitespace) && credit.contains(is_cjk);
            let firm = !doubtful || set_off && is_credit_value(credit);
            return labelled_found(before, rest, credit, row.3, firm);
        }
    }
    None
}

/// The longest label that begins a text, with what follows its mark.
pub(super) fn label_at_start(text: &str) -> Option<(&'static LabelRow, &str)> {
    let begun = TRIE.beginning(text.chars().map(fold_char));
    let labels = begun.flat_map(|(length, rows)| {
        let rest = without_first(text, length);
        rows.iter()
            .filter_map(move |row| Some((*row, after_label(rest, row)?)))
    });
    labels.last()
}

/// What follows the mark that a label needs.
fn after_label<'t>(rest: &'t str, row: &LabelRow) -> Option<&'t str> {
    let spaced = rest.trim_start();
    match row.2 {
        Marked => spaced
            .strip_prefix([':', '：', '＝', '=', '／', '|', '｜', '﹕'])
            .or_else(|| {
                spaced
                    .strip_prefix('/')
                    .filter(|_| row.1.chars().all(is_cjk))
            })
            .or_else(|| spaced.strip_prefix(',').filter(|_| row.1 == "image source"))
            .or_else(|| named_after(rest, row)),
        Bare => {
            let word = row
                .1
                .chars()
                .next_back()
                .is_some_and(|c| c.is_alphanumeric() && c != 'ⓒ')
                && !row.1.chars().all(is_cjk);
            if word && !rest.starts_with(char::is_whitespace) && !rest.starts_with(':') {
                return None;
            }
            Some(rest.trim_start_matches([' ', ':', '：', '/']))
        }
    }
    .map(str::trim)
}

/// Whether a label that needs a mark, in letters of an alphabet, has a name right behind it.
fn is_unmarked(rest: &str, row: &LabelRow, credit: &str) -> bool {
    let label = rest.trim_end().strip_suffix(credit).unwrap_or_default();
    let ends = label.trim_end().ends_with(char::is_alphanumeric);
    row.2 == Marked && ends && !row.1.chars().all(is_cjk)
}

/// A name behind a label of photographers in Han or Hangul, set off by a space or a point, or behind a word for a picture: `撮影・佐藤花`,
/// `사진 김하나 기자`, `Foto Ana Ruiz`.
fn named_after<'t>(rest: &'t str, row: &LabelRow) -> Option<&'t str> {
    if PICTURES.contains(&row.1) {
        let name = rest.strip_prefix(' ')?;
        let is_whole = name.contains(' ') && names::is_plain_name(name.trim_end_matches('.'));
        return is_whole.then_some(name);
    }
    let is_label = row.3 == Photographer && row.1.chars().all(is_cjk);
    let name = rest.strip_prefix([' ', '・']).filter(|_| is_label)?;
    names_photographer(name.trim_end_matches([')', '）'])).then_some(name)
}

/// Whether a text in Han or Hangul is a name, or one with what says that its bearer took a picture: `王某攝`, `김하나 기자`.
pub(super) fn names_photographer(text: &str) -> bool {
    let whole = |found: Option<Found>| {
        found.is_some_and(|found| found.caption.is_empty() && found.whom == Photographer)
    };
    text.contains(is_cjk)
        && (names::is_plain_name(text) || whole(korean::reporter(text)) || whole(ended(text)))
}

pub(super) fn is_doubtful(label: &str) -> bool {
    DOUBTFUL.iter().any(|(_, doubtful)| *doubtful == label)
}

/// Splits at a bracket that is still open, when words stand behind it: `… (Harbour Post/courtesy of the office)`.
fn in_bracket(before: &str) -> Option<(&str, &str)> {
    let open = before.rfind(['(', '（', '['])?;
    let (caption, inside) = before.split_at_checked(open)?;
    let inside = inside.trim_start_matches(['(', '（', '[']);
    let whole = !inside.contains([')', '）', ']', '。']) && inside.contains(char::is_alphanumeric);
    whole.then_some((caption, inside))
}

/// Whether a text is empty or ends a sentence or a part of one.
fn ends_part(text: &str) -> bool {
    let last = text.trim_end().chars().next_back();
    last.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '&' | '+' | '*' | '#' | '@' | '_'))
}

/// `Photo: Ada Quill. A boat at night.`
fn leading(text: &str) -> Option<(&str, &str)> {
    const CREDIT_WORDS: usize = 6;
    let (at, mark) = stops(text).next()?;
    let (credit, caption) = (text.get(..at)?, text.get(at + mark.len()..)?);
    let words = credit.split_whitespace().count();
    let cased = credit
        .split_whitespace()
        .all(|word| !word.starts_with(char::is_lowercase) || word == "via" || word == "von");
    (words <= CREDIT_WORDS && words > 1 && cased && caption.split_whitespace().count() > 3)
        .then_some((credit, caption))
}

/// The full stops inside a text; the point of an initial is none: "Photo by A. Q. Marsh".
fn stops(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(". ").filter(|&(at, _)| {
        let word = text.get(..at).unwrap_or_default();
        let word = word.rsplit(' ').next().unwrap_or_default();
        word.chars().count() > 1
    })
}

fn is_sentence(text: &str) -> bool {
    const WORDS: usize = 16;
    let inner = text.trim_end_matches(['。', '.', ' ', '）', ')']);
    inner.contains(['。', '！', '？', '，'])
        || text.split_whitespace().count() > WORDS
        || stops(inner).any(|(at, mark)| {
            let rest = inner.get(at + mark.len()..).unwrap_or_default();
            let part = rest.split(". ").next().unwrap_or_default();
            part.split_whitespace().count() > 3
        })
}

/// Whether what follows a doubtful label is a name, an outlet, a handle: a caption would be longer or in small letters.
fn is_credit_value(text: &str) -> bool {
    if text.contains(is_cjk) {
        let text = text.trim_end_matches('。');
        return names::is_chinese_name(text)
            || names::is_outlet(text)
            || ended(text).is_some_and(|found| found.caption.is_empty())
            || names::is_korean_name(text)
            || text.split([' ', '/', '、']).all(|part| {
                names::is_chinese_name(part)
                    || names::is_korean_name(part)
                    || names::is_outlet(part)
                    || (names::is_japanese_name(part))
            });
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let cased = words.iter().all(|word| {
        !word.starts_with(char::is_lowercase)
            || matches!(
                *word,
                "via" | "von" | "van" | "de" | "and" | "und" | "&" | "der" | "of" | "et" | "y"
            )
    });
    let named = text.starts_with(|c: char| c.is_alphabetic() || c == '@');
    named && ((words.len() <= 8 && cased) || words.len() == 1) || is_wire_shape(text)
}
