//! What the tables of roles, titles, outlets and kinds of text say of a word: one look instead of one at each row.

use std::ops::BitOrAssign;
use std::sync::LazyLock;

use super::roles::{
    AGENCIES, Form, JAPANESE_FAMILY_NAMES, KIND_WORDS, NOT_NAMES, OUTLET_ENDINGS, OUTLET_WORDS,
    ROLE_WORDS, TITLE_WORDS,
};
use crate::text::trie::Trie;
use crate::text::{Table, table};

/// What is known of a text in lower case; several things at once, or nothing.
#[derive(Clone, Copy, Default)]
pub(super) struct Known(u8);

impl Known {
    /// Stands where a name should and is none: `staff`.
    const NOT_NAME: Self = Self(1);
    /// A role, in any form.
    const ROLE: Self = Self(1 << 1);
    /// A role that is no preposition.
    const CALLING: Self = Self(1 << 2);
    /// A title or an office.
    const TITLE: Self = Self(1 << 3);
    /// A title that lost its point.
    const CUT_TITLE: Self = Self(1 << 4);
    /// The last word of an outlet's name.
    const OUTLET: Self = Self(1 << 5);
    /// A section or a kind of text.
    const KIND: Self = Self(1 << 6);

    fn is_any(self, of: &[Self]) -> bool {
        of.iter().any(|one| self.0 & one.0 != 0)
    }

    /// Whether it is a role, or stands for an author and names none; prepositions aside, which are names as well.
    pub(super) fn is_no_name(self) -> bool {
        self.is_any(&[Self::NOT_NAME, Self::CALLING])
    }

    /// Whether it is any word of a role, or stands for an author and names none.
    pub(super) fn is_nobody(self) -> bool {
        self.is_any(&[Self::NOT_NAME, Self::ROLE])
    }

    /// Whether it is a role that stands by itself.
    pub(super) fn is_calling(self) -> bool {
        self.is_any(&[Self::CALLING])
    }

    pub(super) fn is_title(self) -> bool {
        self.is_any(&[Self::TITLE])
    }

    /// Whether it is a title, with its point or without.
    pub(super) fn is_any_title(self) -> bool {
        self.is_any(&[Self::TITLE, Self::CUT_TITLE])
    }

    pub(super) fn ends_outlet(self) -> bool {
        self.is_any(&[Self::OUTLET])
    }

    pub(super) fn is_kind(self) -> bool {
        self.is_any(&[Self::KIND])
    }
}

impl BitOrAssign for Known {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

static WORDS: LazyLock<Table<&str, Known>> = LazyLock::new(|| {
    let not_names = NOT_NAMES.iter().map(|row| (row.1, Known::NOT_NAME));
    let roles = ROLE_WORDS.iter().map(|row| (row.text, Known::ROLE));
    let callings = ROLE_WORDS
        .iter()
        .filter(|row| !matches!(row.form, Form::Opens | Form::OpensAtHome));
    let callings = callings.map(|row| (row.text, Known::CALLING));
    let titles = TITLE_WORDS.iter().map(|row| (row.1, Known::TITLE));
    let cut = TITLE_WORDS
        .iter()
        .filter_map(|row| Some((row.1.strip_suffix('.')?, Known::CUT_TITLE)));
    let outlets = OUTLET_WORDS.iter().map(|row| (row.1, Known::OUTLET));
    let kinds = KIND_WORDS.iter().map(|row| (row.1, Known::KIND));
    let rows = not_names.chain(roles).chain(callings).chain(titles);
    let rows = rows.chain(cut).chain(outlets).chain(kinds);
    let rows_at_most = NOT_NAMES.len() + ROLE_WORDS.len() + TITLE_WORDS.len();
    let mut words: Table<&str, Known> = table(rows_at_most);
    for (word, known) in rows {
        *words.entry(word).or_default() |= known;
    }
    words
});

/// What is known of a text in lower case, as a whole.
pub(super) fn known(lower: &str) -> Known {
    WORDS.get(lower).copied().unwrap_or_default()
}

static WIRES: LazyLock<Table<&str, &'static str>> = LazyLock::new(|| {
    // Of rows for one print the first counts.
    AGENCIES.iter().rev().copied().collect()
});

/// The agency that a text in lower case is the print of.
pub(super) fn agency(lower: &str) -> Option<&'static str> {
    WIRES.get(lower).copied()
}

static FAMILIES: LazyLock<Trie<()>> =
    LazyLock::new(|| Trie::new(JAPANESE_FAMILY_NAMES.iter().map(|name| (*name, ()))));

/// What stands behind each of the frequent Japanese family names with which a text begins.
pub(super) fn behind_japanese_family(text: &str) -> impl Iterator<Item = &str> {
    let begun = FAMILIES.beginning(text.chars());
    begun.map(|(length, _)| {
        let mut rest = text.chars();
        rest.by_ref().take(length).for_each(drop);
        rest.as_str()
    })
}

/// The endings are read from the last character on.
static ENDINGS: LazyLock<Trie<()>> = LazyLock::new(|| {
    let turned = |ending: &str| ending.chars().rev().collect::<String>();
    let rows = OUTLET_ENDINGS.iter();
    Trie::new(rows.map(|(_, ending)| (turned(ending), ())))
});

/// Whether a text in Han, kana or Hangul ends as an outlet's name does.
pub(super) fn ends_as_outlet(text: &str) -> bool {
    ENDINGS.beginning(text.chars().rev()).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::{agency, known};

    #[test]
    fn each_table_says_its_own() {
        assert!(known("staff").is_nobody() && known("staff").is_no_name());
        assert!(known("记者").is_no_name() && known("记者").is_nobody());
        assert!(known("news").is_kind());
        assert!(known("tribune").ends_outlet() && !known("tribune").is_nobody());
        assert!(known("correspondent").is_title());
        let name = known("ada quill");
        assert!(!name.is_nobody() && !name.is_any_title() && !name.is_kind());
    }

    #[test]
    fn a_preposition_is_a_role_and_may_be_a_name() {
        assert!(known("di").is_nobody());
        assert!(!known("di").is_no_name());
    }

    #[test]
    fn a_title_is_known_without_its_point() {
        assert!(known("ph.d.").is_title());
        assert!(known("ph.d").is_any_title() && !known("ph.d").is_title());
    }

    #[test]
    fn an_agency_is_known_as_printed_in_lower_case() {
        assert_eq!(agency("thomson reuters"), Some("Reuters"));
        assert_eq!(agency("Reuters"), None);
    }
}
