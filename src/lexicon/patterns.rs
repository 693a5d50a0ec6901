//! Furniture that is no fixed wording but a form: a rights line with its year, a register number, a page counter. A row is a
//! pattern over one short block, and the whole block has to fit.

use std::sync::LazyLock;

use regex::RegexSet;

use crate::article::Reason;

/// A pattern, and what a block is that fits it.
pub(crate) struct Pattern {
    /// Its name in the trace and the record.
    pub(crate) name: &'static str,
    form: &'static str,
    /// Characters of a block of this form, at most.
    most_chars: u32,
    pub(crate) marks: Reason,
}

/// All patterns. Each is bound to the block's start and end, so that no sentence fits by a part of it, and has a digit in it or the
/// sign of a right. A length stands beside the form: counted inside, it would be as many copies of what it counts. And none asks for the
/// edge of a word (`\b`): for that the automaton gives way to a slow one wherever a letter is not ASCII.
static PATTERNS: &[Pattern] = &[
    row(
        "rights_line",
        r"^(?:copyright\s*)?(?:©|\(c\)|ⓒ|copyright)\s*(?:copyright\s*)?(?:19|20)[0-9][0-9](?:\s*[-–—]\s*(?:19|20)?[0-9][0-9])?(?:[^\w\n].*)?$",
        RIGHTS_CHARS,
        Reason::Legal,
    ),
    row("rights_line_of", r"^(?:©|ⓒ).*$", OWNER_CHARS, Reason::Legal),
    row(
        "register_number",
        r"^\S*\s*ICP\s*[备证備證]\s*[0-9]{6,}号?(?:-[0-9]+)?$",
        REGISTER_CHARS,
        Reason::Legal,
    ),
    row(
        "security_number",
        r"^\S*公网安备\s*[0-9]{8,}\s*号?$",
        REGISTER_CHARS,
        Reason::Legal,
    ),
    row(
        "page_counter",
        r"^(?:page|seite|página|pagina|strona|第)?\s*[0-9]{1,3}\s*(?:/|of|von|de|di|z|页?\s*共)\s*[0-9]{1,3}\s*页?$",
        MOST_CHARS,
        Reason::Navigation,
    ),
    row(
        "page_numbers",
        r"^(?:[«‹<]\s*)?(?:[0-9]{1,3}\s+){2,}(?:…\s*|\.\.\.\s*)?(?:[0-9]{1,4}\s*)?(?:[»›>]\s*)?$",
        MOST_CHARS,
        Reason::Navigation,
    ),
    row(
        "view_counter",
        r"^[0-9.,]+\s*[kKmM万萬]?\s*(?:views?|reads?|shares?|likes?|comments?|Aufrufe|Kommentare?|vistas|commentaires?|次?(?:阅读|閱讀|浏览|瀏覽|播放|评论|評論|点赞))$",
        MOST_CHARS,
        Reason::Navigation,
    ),
    row(
        "player_time",
        r"^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s*/\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$",
        MOST_CHARS,
        Reason::Navigation,
    ),
];

const fn row(name: &'static str, form: &'static str, most_chars: u32, marks: Reason) -> Pattern {
    Pattern {
        name,
        form,
        most_chars,
        marks,
    }
}

/// A block with more characters is longer than any of the forms.
const MOST_CHARS: u32 = 120;

/// A sign, a year or two, an owner and a reservation of rights.
const RIGHTS_CHARS: u32 = 100;

/// A province, a register and a number in it.
const REGISTER_CHARS: u32 = 32;

/// A sign and an owner.
const OWNER_CHARS: u32 = 60;

/// One automaton of all patterns; empty only if a pattern were malformed, which a test rules out.
static SET: LazyLock<RegexSet> = LazyLock::new(|| {
    RegexSet::new(PATTERNS.iter().map(|row| format!("(?i){}", row.form))).unwrap_or_default()
});

/// Returns the first pattern that a block of so many characters fits as a whole.
pub(crate) fn pattern(text: &str, chars: u32) -> Option<&'static Pattern> {
    if chars > MOST_CHARS {
        return None;
    }
    // Without a way out of the loop, so that many bytes are asked at a time.
    let digits = text.bytes().map(|byte| byte.is_ascii_digit());
    let has_digit = digits.fold(false, |any, digit| any | digit);
    if !has_digit && (text.is_ascii() || !text.contains(['©', 'ⓒ'])) {
        return None;
    }
    if !may_fit(text) {
        return None;
    }
    let fitting = SET.matches(text);
    let rows = fitting.iter().filter_map(|row| PATTERNS.get(row));
    rows.into_iter().find(|row| chars <= row.most_chars)
}

/// Whether a text begins as one of the forms does, or holds the sign of a register: most lines with a digit do neither.
fn may_fit(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(|c| match c {
        '0'..='9' | 'c' | 'C' | 'p' | 'P' | 's' | 'S' | '(' | '<' | '.' | ',' => true,
        _ => c.is_whitespace() || !c.is_ascii(),
    });
    begins || !text.is_ascii() && text.contains(['备', '证', '備', '證'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PATTERNS, SET, may_fit, pattern};

    proptest! {
        #[test]
        fn what_fits_may_fit(text in "(copyright|Seite|STRONA|第|page|«|<|江|A| )?[ ©.,:/0-9]{0,5}(ICP|公网安备|views|of|z|阅读)?[备證 0-9:/]{0,9}") {
            prop_assert!(may_fit(&text) || !SET.is_match(&text), "{}", text);
        }
    }

    fn name(text: &str) -> Option<&'static str> {
        pattern(text, text.chars().count() as u32).map(|row| row.name)
    }

    #[test]
    fn every_pattern_is_well_formed() {
        assert_eq!(SET.len(), PATTERNS.len());
    }

    #[test]
    fn forms_are_known_by_their_name() {
        assert_eq!(name("© 2024 Harbour Post Media"), Some("rights_line"));
        assert_eq!(
            name("Copyright © 2019-2024 江州日报社"),
            Some("rights_line")
        );
        assert_eq!(name("江ICP备20240001号-1"), Some("register_number"));
        assert_eq!(name("Seite 2 von 3"), Some("page_counter"));
        assert_eq!(name("1 2 3 … 14 »"), Some("page_numbers"));
        assert_eq!(name("1.2万次阅读"), Some("view_counter"));
    }

    #[test]
    fn a_year_ends_where_its_word_does() {
        assert_eq!(name("Copyright 2024"), Some("rights_line"));
        assert_eq!(name("Copyright 2019–24, 江州日报社"), Some("rights_line"));
        assert_eq!(name("Copyright 2024年鉴"), None);
        assert_eq!(name("Copyright 2024 \n 江州日报社"), None);
    }

    #[test]
    fn sentences_and_scores_fit_none() {
        assert_eq!(
            name("The copyright of the song ran out in 2024, and nobody noticed."),
            None
        );
        assert_eq!(name("3 of 12 boats"), None);
        assert_eq!(name("2 : 1"), None);
        assert_eq!(name("2024 2025"), None);
    }
}
