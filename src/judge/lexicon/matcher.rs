//! Finding rows in a block: one pass for all of them, then the question of where they stand.

use std::collections::HashSet;

use aho_corasick::AhoCorasick;

use super::fold::fold;
use super::{At, Phrase, PhraseHit};
use crate::text::measure::{is_comma, is_hangul, is_ideograph, is_stop};

/// A block longer than this, in characters, is no notice: the longest rights notices of portals stay below 600, and the cut keeps the
/// cost of a page linear in its number of blocks.
pub(super) const MAX_CHARS: usize = 800;

/// Characters a block may have for each one of a row at its edge. Four times: the row is then at least a fifth of a short notice.
const EDGE_TIMES: usize = 4;
/// Characters beyond that for a row at the edge: one headline or one appeal, of at most about 20 English words.
const EDGE_ROOM: usize = 120;
/// The same in Han, kana and Hangul, where a headline has up to 30 characters and a sentence about 50.
const EDGE_ROOM_CJK: usize = 60;

/// Characters a block may have for each one of a row inside it: such rows stand in notices of several sentences.
const WITHIN_TIMES: usize = 8;
const WITHIN_ROOM: usize = 240;
const WITHIN_ROOM_CJK: usize = 120;

/// Channel names that make a menu: fewer stand side by side in tables and subheadings, too.
const LISTED_MIN: usize = 4;

/// A row at its place in a folded block, as byte positions on character boundaries.
#[derive(Clone, Copy)]
struct Place {
    row: &'static Phrase,
    start: usize,
    end: usize,
}

/// Rows, and the automaton over all of their texts.
pub(super) struct Matcher {
    rows: Vec<&'static Phrase>,
    /// `None` when the rows are too many for the automaton, which the tests rule out.
    automaton: Option<AhoCorasick>,
}

impl Matcher {
    pub(super) fn new(rows: impl Iterator<Item = &'static Phrase>) -> Self {
        let mut seen = HashSet::new();
        let rows: Vec<&'static Phrase> =
            rows.filter(|row| seen.insert((row.text, row.at))).collect();
        let automaton = AhoCorasick::new(rows.iter().map(|row| row.text)).ok();
        Self { rows, automaton }
    }

    /// Returns the row that says most: the rows that are the whole block, else the one that covers most of it, else a menu of
    /// channel names. Of equals the first.
    pub(super) fn strongest(&self, text: &str) -> Option<PhraseHit> {
        let block = Block::of(text)?;
        let places = self.places(&block);
        block
            .whole(&places)
            .or_else(|| block.partial(&places))
            .or_else(|| block.menu(&places))
    }

    /// Returns the row of the given place that covers all letters of the block.
    pub(super) fn alone(&self, text: &str, at: At) -> Option<&'static Phrase> {
        let block = Block::of(text)?;
        let places = self.places(&block);
        places
            .iter()
            .find(|place| place.row.at == at && block.letters_of(**place) == block.letters)
            .map(|place| place.row)
    }

    /// Returns the first row that stands where it has to, by the order of the rows, in a text of any length up to `max` characters.
    pub(super) fn first(&self, text: &str, max: usize) -> Option<&'static Phrase> {
        let block = Block::up_to(text, max)?;
        let places = self.places(&block);
        let mut found: Vec<&Place> = places
            .iter()
            .filter(|place| block.stands(**place))
            .collect();
        found.sort_by_key(|place| {
            self.rows
                .iter()
                .position(|row| std::ptr::eq(*row, place.row))
        });
        found.first().map(|place| place.row)
    }

    /// Returns all rows in the block, at word boundaries, wherever they stand.
    fn places(&self, block: &Block) -> Vec<Place> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        automaton
            .find_overlapping_iter(&block.text)
            .filter_map(|found| {
                Some(Place {
                    row: self.rows.get(found.pattern().as_usize())?,
                    start: found.start(),
                    end: found.end(),
                })
            })
            .filter(|place| block.is_bounded(*place))
            .collect()
    }
}

/// A block in the folded spelling.
struct Block {
    text: String,
    chars: usize,
    /// Characters that are letters. Never 0.
    letters: usize,
}

impl Block {
    fn of(text: &str) -> Option<Self> {
        Self::up_to(text, MAX_CHARS)
    }

    /// `None` when the text is longer than `max` characters or has no letter.
    fn up_to(text: &str, max: usize) -> Option<Self> {
        if text.chars().nth(max).is_some() {
            return None;
        }
        let text = fold(text);
        let letters = letters(&text);
        let chars = text.chars().count();
        (letters > 0).then_some(Self {
            text,
            chars,
            letters,
        })
    }

    fn before(&self, place: Place) -> &str {
        self.text.get(..place.start).unwrap_or_default()
    }

    fn after(&self, place: Place) -> &str {
        self.text.get(place.end..).unwrap_or_default()
    }

    fn letters_of(&self, place: Place) -> usize {
        letters(self.text.get(place.start..place.end).unwrap_or_default())
    }

    /// Whether the row is no part of a longer word, for scripts that set words apart.
    fn is_bounded(&self, place: Place) -> bool {
        let glued = |inner: Option<char>, outer: Option<char>| {
            inner.is_some_and(is_spaced_letter) && outer.is_some_and(is_spaced_letter)
        };
        let row = place.row.text;
        !glued(row.chars().next(), self.before(place).chars().next_back())
            && !glued(row.chars().next_back(), self.after(place).chars().next())
    }

    /// Whether the row stands where it has to, in a block that is not too long for it.
    fn stands(&self, place: Place) -> bool {
        let at_start = || !self.before(place).contains(char::is_alphabetic);
        let at_end = || !self.after(place).contains(char::is_alphabetic);
        match place.row.at {
            At::Whole | At::Heading => at_start() && at_end(),
            At::Start => self.chars <= edge_room(place.row) && at_start(),
            At::End => self.chars <= edge_room(place.row) && at_end(),
            At::Within => self.chars <= within_room(place.row),
            At::Listed => false,
        }
    }

    /// The block as a chain of rows with nothing but punctuation and digits between; the reason that covers most, by its longest row.
    fn whole(&self, places: &[Place]) -> Option<PhraseHit> {
        if self.text.contains(is_code) {
            return None;
        }
        let chain = self.chain(places)?;
        let weight = |place: &Place| {
            let same = chain
                .iter()
                .filter(|other| other.row.marks == place.row.marks);
            same.map(|other| self.letters_of(*other)).sum::<usize>()
        };
        // `rev`, as of equals `max_by_key` takes the last.
        let longest = chain
            .iter()
            .rev()
            .max_by_key(|place| (weight(place), self.letters_of(**place)))?;
        Some(PhraseHit {
            phrase: longest.row,
            cover: 1.0,
        })
    }

    /// Walks the block from the left, always over the longest row that starts at the next letter.
    fn chain(&self, places: &[Place]) -> Option<Vec<Place>> {
        let mut places: Vec<Place> = places
            .iter()
            .copied()
            .filter(|place| place.row.at != At::Listed)
            .collect();
        places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        let mut chain = Vec::new();
        let mut reached = 0;
        for place in places {
            let Some(between) = self.text.get(reached..place.start) else {
                continue; // Starts inside the row before it.
            };
            if between.contains(char::is_alphabetic) {
                return None;
            }
            reached = place.end;
            chain.push(place);
        }
        let rest = self.text.get(reached..).unwrap_or_default();
        (!chain.is_empty() && !rest.contains(char::is_alphabetic)).then_some(chain)
    }

    /// The row that covers most of the block from where it has to stand.
    fn partial(&self, places: &[Place]) -> Option<PhraseHit> {
        let standing = places.iter().filter(|place| self.stands(**place));
        // `rev`, as of equals `max_by_key` takes the last.
        let place = standing
            .rev()
            .max_by_key(|place| self.letters_of(**place))?;
        Some(PhraseHit {
            phrase: place.row,
            cover: self.letters_of(*place) as f32 / self.letters as f32,
        })
    }

    /// Channel names between spaces, bars and bullets, that are half of the block or more. A sentence has commas or a stop.
    fn menu(&self, places: &[Place]) -> Option<PhraseHit> {
        if self.text.chars().any(|c| is_stop(c) || is_comma(c)) {
            return None;
        }
        let named: Vec<&Place> = places
            .iter()
            .filter(|place| self.is_entry(**place))
            .collect();
        let listed = named
            .iter()
            .filter(|place| place.row.at == At::Listed)
            .count();
        let covered: usize = named.iter().map(|place| self.letters_of(**place)).sum();
        let first = named.iter().find(|place| place.row.at == At::Listed)?;
        (listed >= LISTED_MIN && covered * 2 >= self.letters).then(|| PhraseHit {
            phrase: first.row,
            cover: (covered as f32 / self.letters as f32).min(1.0),
        })
    }

    /// Whether the row is a whole entry of a list, in any script.
    fn is_entry(&self, place: Place) -> bool {
        matches!(place.row.at, At::Listed | At::Whole)
            && !self.before(place).ends_with(char::is_alphanumeric)
            && !self.after(place).starts_with(char::is_alphanumeric)
    }
}

fn edge_room(row: &Phrase) -> usize {
    let room = if is_cjk(row) {
        EDGE_ROOM_CJK
    } else {
        EDGE_ROOM
    };
    row.text.chars().count() * EDGE_TIMES + room
}

fn within_room(row: &Phrase) -> usize {
    let room = if is_cjk(row) {
        WITHIN_ROOM_CJK
    } else {
        WITHIN_ROOM
    };
    row.text.chars().count() * WITHIN_TIMES + room
}

fn is_cjk(row: &Phrase) -> bool {
    row.text.chars().any(|c| is_ideograph(c) || is_hangul(c))
}

/// Characters of source text and prices, which manuals and reviews show in short blocks: `reply_sms`, `continue;`, `Save $50`.
fn is_code(c: char) -> bool {
    matches!(c, '_' | '=' | '{' | '}' | ';' | '$' | '\\')
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// A letter or digit of a script that sets words apart. Hangul does, but glues particles to the word.
fn is_spaced_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_ideograph(c) && !is_hangul(c)
}
