//! Lines that were wrapped at a column.

use super::{Line, is_item, is_wide_sign};
use crate::text::measure::{Measure, is_ideograph};

/// Columns at which texts are wrapped.
const COLUMNS: std::ops::RangeInclusive<usize> = 40..=120;

/// One line of so many may be wider than the column: a heading or a table that was left as it was.
const WIDER: usize = 30;

/// Bytes of a word that is an address, or as long.
const LONGEST_WORD: usize = 40;

/// Lines that end for want of room, at least, and their share of all lines of half a column or more that another follows.
const LEAST_FULL: usize = 3;
const FULL_SHARE: f32 = 0.7;

/// Joins the lines of a text that was wrapped.
pub(super) fn join(lines: &mut Vec<Line<'_>>) {
    let Some(column) = column(lines) else { return };
    let mut joined: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    // The last row as it stands in the text, not what was joined.
    let mut above = Row::default();
    for line in lines.drain(..) {
        let row = Row::of(&line);
        let goes_on = !line.gap_before
            && !begins(&line.text)
            && (above.has_no_room_for(&line, column) || above.is_continued_by(&line, column));
        match joined.last_mut() {
            Some(last) if goes_on => last.append(&line),
            _ => joined.push(line),
        }
        above = row;
    }
    *lines = joined;
}

/// A line as it stands in the text.
#[derive(Default)]
struct Row {
    width: usize,
    ends_sentence: bool,
}

impl Row {
    fn of(line: &Line<'_>) -> Self {
        Self {
            width: width(&line.text),
            ends_sentence: Measure::of(&line.text).ends_sentence,
        }
    }

    fn is_long(&self, column: usize) -> bool {
        self.width * 2 > column
    }

    /// Whether the first word of the line below had no room in it.
    fn has_no_room_for(&self, below: &Line<'_>, column: usize) -> bool {
        let next = first_word(below.text.trim_start());
        let space = usize::from(!next.contains(is_ideograph));
        self.is_long(column) && self.width + width(next) + space > column
    }

    /// Whether the line below goes on in small letters: a sign that the program counted was taken out of the row.
    fn is_continued_by(&self, below: &Line<'_>, column: usize) -> bool {
        let first = below.text.trim_start().chars().next();
        self.is_long(column) && !self.ends_sentence && first.is_some_and(char::is_lowercase)
    }
}

/// Whether a line begins a paragraph by its sign or its indent.
fn begins(text: &str) -> bool {
    text.trim_start_matches([' ', '\t']).starts_with('\u{3000}') || is_item(text)
}

/// The column at which the text was wrapped.
fn column(lines: &[Line<'_>]) -> Option<usize> {
    // An address is longer than the column, and cannot be broken.
    let may_break = |line: &&Line<'_>| {
        let text = line.text.trim_start();
        let mut words = text.split(is_break);
        text.contains(is_break) && words.all(|word| word.len() < LONGEST_WORD)
    };
    let mut widths: Vec<usize> = lines
        .iter()
        .filter(may_break)
        .map(|line| width(&line.text))
        .collect();
    widths.sort_unstable_by(|a, b| b.cmp(a));
    let column = *widths.get(widths.len() / WIDER)?;
    if !COLUMNS.contains(&column) {
        return None;
    }
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let (mut full, mut all) = (0_usize, 0_usize);
    for (line, below) in pairs {
        let row = Row::of(line);
        let counts = !below.gap_before && !begins(&below.text) && row.is_long(column);
        all += usize::from(counts);
        full += usize::from(counts && row.has_no_room_for(below, column));
    }
    (full >= LEAST_FULL && full as f32 >= FULL_SHARE * all as f32).then_some(column)
}

/// Whether a row may be broken at a character.
fn is_break(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_ideograph(c)
}

fn first_word(text: &str) -> &str {
    let mut chars = text.char_indices();
    let is_end = |c: char| c.is_whitespace();
    let Some((_, first)) = chars.next() else {
        return "";
    };
    let end = if is_ideograph(first) || is_wide_sign(first) {
        chars.next().map(|(at, _)| at)
    } else {
        text.find(|c| is_end(c) || is_ideograph(c))
    };
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

/// Columns that a text takes: two for each character of East Asian scripts.
fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let wide = |c: char| is_ideograph(c) || is_wide_sign(c) || matches!(c, '\u{ac00}'..='\u{d7a3}');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}
