//! Words looked up at a place in a line: rows by language, folded once.

use super::line::{Cursor, fold, is_spaced_letter};
use crate::text::trie::Trie;

struct Row<V> {
    lang: &'static str,
    means: V,
}

/// Rows of words, the longest of which is read.
pub(super) struct Words<V> {
    rows: Trie<Row<V>>,
}

impl<V: Copy + PartialEq> Words<V> {
    /// Folds rows of language, word and meaning.
    pub(super) fn new(rows: impl Iterator<Item = (&'static str, &'static str, V)>) -> Self {
        let folded = rows.map(|(lang, text, means)| {
            let letters: String = text.chars().filter_map(fold).collect();
            (letters, Row { lang, means })
        });
        Self {
            rows: Trie::new(folded),
        }
    }

    /// Returns the words as they are looked up.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.words()
    }

    /// Whether a word stands here, whatever it means.
    pub(super) fn stand_at(&self, cursor: &Cursor<'_>) -> bool {
        let mut begun = self.rows.beginning(cursor.rest());
        begun.any(|(length, _)| !cursor.is_inside_word(length))
    }

    /// Passes the longest word that stands here and gives what it means.
    ///
    /// A word that means two things in two languages (listopada is November in Polish, October in Croatian) is read only when
    /// `language` tells which.
    pub(super) fn read(&self, cursor: &mut Cursor<'_>, language: Option<&str>) -> Option<V> {
        let (length, rows) = self
            .rows
            .beginning(cursor.rest())
            .filter(|(length, _)| !cursor.is_inside_word(*length))
            .last()?;
        // In scripts with spaces a word stands by itself.
        if cursor.peek().is_some_and(is_spaced_letter) && !cursor.word_may_start() {
            return None;
        }
        let longest = rows.first()?.means;
        let means = if rows.iter().all(|row| row.means == longest) {
            longest
        } else {
            let language = language?;
            rows.iter().find(|row| speaks(language, row.lang))?.means
        };
        cursor.skip(length);
        Some(means)
    }
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
