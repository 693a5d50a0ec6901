//! The words by which furniture is known: rows in tables by language, and what they say of a block.
//!
//! A row is evidence for the judge, and the first evidence a reader of the trace can check. So a row is only taken in when no
//! sentence of a news text holds it at that place of a block: `share` marks a block that says nothing else, never the shares in a
//! story about a bank.

pub(crate) mod blocked;
mod fold;
pub(crate) mod headings;
mod matcher;
pub(crate) mod names;
pub(crate) mod patterns;

use std::sync::LazyLock;

use crate::article::Reason;
use matcher::Matcher;

/// Rows by language. A line says the place and the reason, then the texts, each of them a row.
macro_rules! rows {
    ($($lang:literal; $($at:ident $marks:ident: $($text:literal),+ $(,)?;)+)+) => {
        pub(super) static ROWS: &[$crate::lexicon::Phrase] = &[$($($($crate::lexicon::Phrase {
            lang: $lang,
            text: $text,
            marks: $crate::article::Reason::$marks,
            at: $crate::lexicon::At::$at,
        }),+),+),+];
    };
}
pub(crate) use rows;

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod further;
mod it;
mod ja;
mod ko;
mod more;
mod mul;
mod nl;
mod pl;
mod pt;
mod ru;
mod tr;
mod zh;
mod zh_hant;

/// One row: a text in one language, and what a block is that holds it at that place.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// BCP 47 language of the row; `mul` for names that are written alike everywhere.
    pub(crate) lang: &'static str,
    /// The text, in the spelling of [`fold::fold`].
    pub(crate) text: &'static str,
    /// What the block is.
    pub(crate) marks: Reason,
    /// Where in the block the text has to stand.
    pub(crate) at: At,
}

/// Where in a block a row has to stand to say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum At {
    /// The block is this phrase and nothing else (punctuation, digits, bullets and other rows aside).
    Whole,
    /// As `Whole`, and what follows up to the next heading belongs to it: "Related stories".
    Heading,
    /// The block starts with it.
    Start,
    /// The block ends with it.
    End,
    /// Anywhere in a block: phrases that no sentence of a news text would hold.
    Within,
    /// Weak: a channel name. One alone may be a subheading of the story; a row of them is a menu.
    Listed,
}

/// What the lexicon says of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PhraseHit {
    pub(crate) phrase: &'static Phrase,
    /// Share of the block's letters that the phrase covers, from 0 to 1; 1 when the block is made of rows only.
    #[cfg_attr(not(test), allow(dead_code))] // what the tests of the rows look at
    pub(crate) cover: f32,
}

impl Phrase {
    /// Returns the row's name for the trace and the record: `zh/亲爱的用户`.
    pub(crate) fn label(&self) -> String {
        format!("{}/{}", self.lang, self.text)
    }
}

/// All tables. Where two languages write a row alike, the first speaks.
static TABLES: [&[Phrase]; 18] = [
    mul::ROWS,
    zh::ROWS,
    zh_hant::ROWS,
    ja::ROWS,
    ko::ROWS,
    en::ROWS,
    de::ROWS,
    fr::ROWS,
    es::ROWS,
    pt::ROWS,
    it::ROWS,
    nl::ROWS,
    pl::ROWS,
    ru::ROWS,
    tr::ROWS,
    ar::ROWS,
    more::ROWS,
    further::ROWS,
];

static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::new(&TABLES.iter().copied().flatten()));

/// Returns the strongest row that speaks for a block being furniture.
///
/// `None` when no row stands where it has to, and for blocks longer than any notice ([`matcher::MAX_CHARS`]).
pub(crate) fn phrase(text: &str) -> Option<PhraseHit> {
    MATCHER.strongest(text)
}

/// Whether a text is the name of one channel and nothing else, as menus list them.
pub(crate) fn is_channel(text: &str) -> bool {
    MATCHER.alone(text, At::Listed).is_some()
}

/// Whether a text is made of the names of several channels and nothing else.
pub(crate) fn are_channels(text: &str) -> bool {
    MATCHER.lists(text)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::fold::folded;
    use super::{At, Phrase, TABLES, phrase};

    const BODY: &str = include_str!("../../fixtures/lexicon/body.txt");
    const FURNITURE: &str = include_str!("../../fixtures/lexicon/furniture.txt");

    fn rows() -> impl Iterator<Item = &'static Phrase> {
        TABLES.iter().copied().flatten()
    }

    /// A block that holds the row where it has to stand.
    fn block_of(row: &Phrase) -> String {
        match row.at {
            At::Listed => [row.text; 4].join(" | "),
            _ => row.text.to_owned(),
        }
    }

    #[test]
    fn every_row_is_found_in_itself_with_its_own_reason() {
        for row in rows() {
            let hit = phrase(&block_of(row));
            assert_eq!(
                hit.map(|hit| hit.phrase.marks),
                Some(row.marks),
                "{}",
                row.label()
            );
        }
    }

    #[test]
    fn rows_are_written_in_the_folded_spelling() {
        for row in rows() {
            assert_eq!(folded(row.text), row.text, "{}", row.label());
        }
    }

    #[test]
    fn a_row_stands_once_in_its_language_at_one_place() {
        let mut seen = HashSet::new();
        for row in rows() {
            assert!(seen.insert((row.lang, row.text, row.at)), "{}", row.label());
        }
    }

    #[test]
    fn no_sentence_of_a_story_hits() {
        let hits: Vec<String> = BODY
            .lines()
            .filter(|line| !line.trim().is_empty())
            .filter_map(|line| Some(format!("{}: {line}", phrase(line)?.phrase.label())))
            .collect();
        assert!(hits.is_empty(), "{hits:#?}");
    }

    #[test]
    fn furniture_hits_with_its_reason() {
        let wrong: Vec<String> = FURNITURE
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(reason, text)| {
                let hit = phrase(text);
                let found = hit.map(|hit| {
                    serde_json::to_string(&hit.phrase.marks)
                        .unwrap_or_default()
                        .replace('"', "")
                });
                let by = hit.map(|hit| hit.phrase.label()).unwrap_or_default();
                (found.as_deref() != Some(reason))
                    .then(|| format!("{reason} but {found:?} by {by}: {text}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_word_is_no_part_of_another_word() {
        assert!(phrase("Share").is_some());
        assert!(phrase("Shared").is_none());
        assert!(phrase("Shares fell").is_none());
    }

    #[test]
    fn a_block_of_several_rows_is_furniture_as_a_whole() {
        let hit = phrase("分享到：微信 | 新浪微博 | 打印").map(|hit| hit.cover);
        assert_eq!(hit, Some(1.0));
    }

    #[test]
    fn a_channel_name_alone_says_nothing() {
        assert!(phrase("健康").is_none());
        assert!(phrase("要闻 | 财经 | 健康 | 某县 | 旅游").is_some());
        assert!(phrase("健康、教育、文化、旅游等领域的投入逐年增加。").is_none());
    }

    #[test]
    fn a_long_paragraph_that_opens_like_a_notice_is_no_notice() {
        let story =
            "亲爱的用户，".to_owned() + &"码头的老人在信里这样写道，渡船停了三年。".repeat(20);
        assert!(phrase(&story).is_none());
    }

    #[test]
    fn the_label_names_language_and_row() {
        let label = phrase("无障碍").map(|hit| hit.phrase.label());
        assert_eq!(label.as_deref(), Some("zh/无障碍"));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in "\\PC{0,200}") {
            if let Some(hit) = phrase(&text) {
                prop_assert!(hit.cover > 0.0 && hit.cover <= 1.0);
            }
        }

        #[test]
        fn any_order_of_rows_gets_an_answer(picks in prop::collection::vec(0_usize..5000, 0..6), glue in "[ |：a中]{0,2}") {
            let all: Vec<&Phrase> = rows().collect();
            let texts: Vec<&str> = picks.iter().map(|pick| all[pick % all.len()].text).collect();
            if let Some(hit) = phrase(&texts.join(&glue)) {
                prop_assert!(hit.cover > 0.0 && hit.cover <= 1.0);
            }
        }
    }
}
