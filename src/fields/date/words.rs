//! Words looked up at a place in a line: rows by language, folded once.

use std::collections::HashMap;

use super::line::{Cursor, fold, is_spaced_letter};

struct Entry<V> {
    lang: &'static str,
    letters: Vec<char>,
    means: V,
}

/// Rows of words, found by their first letter, the longest first.
pub(super) struct Words<V> {
    by_letter: HashMap<char, Vec<Entry<V>>>,
}

impl<V: Copy + PartialEq> Words<V> {
    /// Folds rows of language, word and meaning.
    pub(super) fn new(rows: impl Iterator<Item = (&'static str, &'static str, V)>) -> Self {
        let mut by_letter: HashMap<char, Vec<Entry<V>>> = HashMap::new();
        for (lang, text, means) in rows {
            let letters: Vec<char> = text.chars().filter_map(fold).collect();
            if let Some(first) = letters.first().copied() {
                let entry = Entry {
                    lang,
                    letters,
                    means,
                };
                by_letter.entry(first).or_default().push(entry);
            }
        }
        for entries in by_letter.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.letters.len()));
        }
        Self { by_letter }
    }

    /// Passes the longest word that stands here and gives what it means.
    ///
    /// A word that means two things in two languages (listopada is November in Polish, October in Croatian) is read only when
    /// `language` tells which.
    pub(super) fn read(&self, cursor: &mut Cursor<'_>, language: Option<&str>) -> Option<V> {
        let mut standing = self
            .by_letter
            .get(&cursor.peek()?)?
            .iter()
            .filter(|entry| cursor.stands(&entry.letters) && bounded(cursor, &entry.letters));
        let longest = standing.next()?;
        let rivals: Vec<&Entry<V>> = std::iter::once(longest)
            .chain(standing.take_while(|entry| entry.letters.len() == longest.letters.len()))
            .collect();
        let means = if rivals.iter().all(|entry| entry.means == longest.means) {
            longest.means
        } else {
            let language = language?;
            rivals
                .iter()
                .find(|entry| speaks(language, entry.lang))?
                .means
        };
        cursor.skip(longest.letters.len());
        Some(means)
    }
}

/// Whether a word stands by itself. In scripts without spaces it need not.
fn bounded(cursor: &Cursor<'_>, letters: &[char]) -> bool {
    let starts = letters.first().copied().is_some_and(is_spaced_letter);
    let ends = letters.last().copied().is_some_and(is_spaced_letter);
    (!starts || cursor.word_may_start())
        && (!ends || !cursor.ahead(letters.len()).is_some_and(is_spaced_letter))
}

/// Whether a BCP 47 tag is of the language of a row.
pub(super) fn speaks(tag: &str, lang: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    let primary = if primary.eq_ignore_ascii_case("nb") || primary.eq_ignore_ascii_case("nn") {
        "no"
    } else {
        primary
    };
    primary.eq_ignore_ascii_case(lang)
}
