//! Where a date cannot begin: most places of a line, passed with one look instead of one by each form.

use std::sync::LazyLock;

use super::calendars::ERA_WORDS;
use super::labels::LABEL_WORDS;
use super::line::{Cursor, Line};
use super::months::{MONTH_WORDS, WEEKDAY_WORDS};
use super::named::DAY_LEAD_WORDS;
use super::relative;
use crate::text::openings::Openings;

/// How the words begin with which dates begin, of all tables.
static WORDS: LazyLock<Openings> = LazyLock::new(|| {
    let words = LABEL_WORDS
        .texts()
        .chain(WEEKDAY_WORDS.texts())
        .chain(ERA_WORDS.texts())
        .chain(MONTH_WORDS.texts())
        .chain(DAY_LEAD_WORDS.texts());
    Openings::of(words)
});

/// The places of a line at which words begin that may begin a date.
pub(super) fn words(line: &Line) -> impl Iterator<Item = usize> {
    WORDS.starts(line.letters())
}

/// Whether a date that needs no time of reading may begin here, given where the next word that may begin one does: with a number, that
/// word, a day to be checked, or the bracket or the space before a weekday.
pub(super) fn may_begin(cursor: &Cursor<'_>, word: Option<usize>) -> bool {
    let begins_word = |cursor: &Cursor<'_>| word.is_some_and(|at| cursor.is_at(at));
    let Some(c) = cursor.peek() else { return false };
    match c {
        '0'..='9' | '(' | '[' => true,
        ' ' => {
            let mut next = *cursor;
            next.skip(1);
            matches!(next.peek(), Some('(' | '[')) || begins_word(&next)
        }
        _ => cursor.numeral_follows() || relative::is_checked(c) || begins_word(cursor),
    }
}
