//! Finding rows in a block: all that begin where a word may, then the question of where they stand.

use std::ops::Range;

use super::fold::{Folded, fold};
use super::{At, Phrase, PhraseHit};
use crate::text::clean::is_unspaced;
use crate::text::letters::{is_alphabetic, is_alphanumeric};
use crate::text::measure::{is_comma, is_hangul, is_ideograph, is_stop};
use crate::text::openings::Openings;
use crate::text::trie::Trie;
use crate::text::{Letter, chars};

/// A block longer than this, in characters, is no notice: the longest rights notices of portals stay below 600, and the cut keeps the
/// cost of a page linear in its number of blocks.
pub(super) const MAX_CHARS: usize = 800;

/// Characters of a label, with the count and the marks around it, at most: twice those of the longest row.
const LABEL_CHARS: usize = 80;

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

/// A row at its place in a folded block, in characters.
#[derive(Clone, Copy)]
struct Place {
    row: &'static Phrase,
    start: usize,
    end: usize,
}

/// Rows, found by how they begin.
pub(super) struct Matcher {
    rows: Trie<Ranked>,
    /// How the rows begin that may stand behind the first letter, channel names among them.
    inside: Openings,
}

/// A row and its rank among all.
struct Ranked(usize, &'static Phrase);

impl Matcher {
    /// Of rows with one text and place the first counts.
    pub(super) fn new(rows: &(impl Iterator<Item = &'static Phrase> + Clone)) -> Self {
        let ranked = rows
            .clone()
            .enumerate()
            .map(|(rank, row)| (row.text, Ranked(rank, row)));
        let texts_at = |places: &'static [At]| {
            let rows = rows.clone().filter(|row| places.contains(&row.at));
            rows.map(|row| row.text)
        };
        Self {
            rows: Trie::new(ranked),
            inside: Openings::of(texts_at(&[At::End, At::Within, At::Listed])),
        }
    }

    /// Returns the row that says most: the rows that are the whole block, else the one that covers most of it, else a menu of
    /// channel names. Of equals the first.
    pub(super) fn strongest(&self, text: &str) -> Option<PhraseHit> {
        let (block, places) = self.read(text, MAX_CHARS)?;
        let places: Vec<Place> = places.into_iter().map(|(_, place)| place).collect();
        block
            .whole(&places)
            .or_else(|| block.partial(&places))
            .or_else(|| block.menu(&places))
    }

    /// Whether rows may stand in a block so that they say something of it: most blocks of a story hold none but those that would have
    /// to stand at its beginning.
    fn may_say<C: Letter>(&self, text: &[C]) -> bool {
        let Some(first_letter) = first_letter(text) else {
            return false;
        };
        // A channel name says nothing unless there are more.
        let speaks = |rows: &[Ranked]| rows.iter().any(|Ranked(_, row)| row.at != At::Listed);
        let leads = word_starts(text)
            .take_while(|&start| start <= first_letter)
            .any(|start| self.beginning(text, start).any(|(_, rows)| speaks(rows)));
        if leads {
            return true;
        }
        let mut listed = 0;
        let is_inside = self.inside.starts(text).any(|start| {
            let begun = self.beginning(text, start);
            let mut is_inside = false;
            for Ranked(_, row) in begun.flat_map(|(_, rows)| rows) {
                is_inside |= matches!(row.at, At::Within | At::End);
                listed += usize::from(row.at == At::Listed);
            }
            is_inside
        });
        is_inside || listed >= LISTED_MIN && !chars(text).any(is_of_sentence)
    }

    /// Returns the row of the given place that covers all letters of the block. `None` for what is too long for a label.
    pub(super) fn alone(&self, text: &str, at: At) -> Option<&'static Phrase> {
        match folded(text, LABEL_CHARS)? {
            Folded::Ascii(bytes) => self.alone_in(&bytes, at),
            Folded::Other(chars) => self.alone_in(&chars, at),
        }
    }

    fn alone_in<C: Letter>(&self, text: &[C], at: At) -> Option<&'static Phrase> {
        // What begins behind the first letter does not cover it.
        let first_letter = first_letter(text)?;
        let covers = |end: usize| {
            let rest = text.get(end..).unwrap_or_default();
            !is_inside_word(text, end) && !chars(rest).any(is_alphabetic)
        };
        word_starts(text)
            .take_while(|&start| start <= first_letter)
            .find_map(|start| {
                self.beginning(text, start).find_map(|(length, rows)| {
                    let mut rows = rows.iter();
                    let found = rows.find(|Ranked(_, row)| row.at == at);
                    let Ranked(_, row) = found.filter(|_| covers(start + length))?;
                    Some(*row)
                })
            })
    }

    /// Whether a text is a chain of several channel names, no longer than a label.
    pub(super) fn lists(&self, text: &str) -> bool {
        let letters = folded(text, LABEL_CHARS).map(Folded::into_chars);
        let found = letters.and_then(|chars| self.places(chars));
        found.is_some_and(|(block, places)| {
            let names = places.into_iter().map(|(_, place)| place);
            let names = names.filter(|place| place.row.at == At::Listed);
            block
                .walk(names.collect())
                .is_some_and(|chain| chain.len() > 1)
        })
    }

    /// Returns the first row that stands where it has to, by the order of the rows, in a text of any length up to `max` characters.
    pub(super) fn first(&self, text: &str, max: usize) -> Option<&'static Phrase> {
        let (block, places) = self.read(text, max)?;
        places
            .into_iter()
            .filter(|(_, place)| block.stands(*place))
            .min_by_key(|(rank, _)| *rank)
            .map(|(_, place)| place.row)
    }

    /// Finds all rows in a block, at word boundaries, with their ranks. `None` when there are none or they say nothing, for a text
    /// without a letter, and for one of more than `max` characters.
    fn read(&self, text: &str, max: usize) -> Option<(Block, Vec<(usize, Place)>)> {
        let folded = folded(text, max)?;
        let may_say = match &folded {
            Folded::Ascii(bytes) => self.may_say(bytes),
            Folded::Other(chars) => self.may_say(chars),
        };
        may_say.then(|| self.places(folded.into_chars())).flatten()
    }

    /// Finds all rows in the letters of a block; `None` where there are none.
    fn places(&self, chars: Vec<char>) -> Option<(Block, Vec<(usize, Place)>)> {
        let mut places = Vec::new();
        for start in word_starts(&chars) {
            for (length, rows) in self.beginning(&chars, start) {
                let end = start + length;
                if is_inside_word(&chars, end) {
                    continue;
                }
                for (nth, Ranked(rank, row)) in rows.iter().enumerate() {
                    let said = rows
                        .iter()
                        .take(nth)
                        .any(|Ranked(_, first)| first.at == row.at);
                    if !said {
                        places.push((*rank, Place { row, start, end }));
                    }
                }
            }
        }
        if places.is_empty() {
            return None;
        }
        let block = Block::of(chars);
        (block.letters() > 0).then_some((block, places))
    }

    /// The rows with which a text goes on from a place.
    #[inline]
    fn beginning<C: Letter>(
        &self,
        text: &[C],
        start: usize,
    ) -> impl Iterator<Item = (usize, &[Ranked])> {
        self.rows
            .beginning(chars(text.get(start..).unwrap_or_default()))
    }
}

/// The folded spelling of a block, unless it has more than `max` characters.
fn folded(text: &str, max: usize) -> Option<Folded> {
    let long = text.len() > max && text.chars().nth(max).is_some();
    (!long).then(|| fold(text))
}

fn first_letter<C: Letter>(text: &[C]) -> Option<usize> {
    chars(text).position(is_alphabetic)
}

/// Where a word may begin: everywhere but inside the words of a script that sets them apart.
fn word_starts<C: Letter>(text: &[C]) -> impl Iterator<Item = usize> {
    let mut in_word = false;
    chars(text).enumerate().filter_map(move |(at, c)| {
        let follows = std::mem::replace(&mut in_word, is_spaced_letter(c));
        (!(follows && in_word)).then_some(at)
    })
}

/// Whether the place is within a word of a script that sets words apart.
fn is_inside_word<C: Letter>(text: &[C], at: usize) -> bool {
    let is_letter = |at: usize| text.get(at).is_some_and(|&c| is_spaced_letter(c.into()));
    is_letter(at) && at.checked_sub(1).is_some_and(is_letter)
}

/// A block in the folded spelling.
struct Block {
    chars: Vec<char>,
    /// Letters before each character, and all of them at the end.
    letters: Vec<usize>,
}

impl Block {
    fn of(chars: Vec<char>) -> Self {
        let mut letters = Vec::with_capacity(chars.len() + 1);
        let mut count = 0;
        letters.push(count);
        for c in &chars {
            count += usize::from(is_alphabetic(*c));
            letters.push(count);
        }
        Self { chars, letters }
    }

    fn letters(&self) -> usize {
        self.letters_in(0..self.chars.len())
    }

    fn letters_of(&self, place: Place) -> usize {
        self.letters_in(place.start..place.end)
    }

    fn letters_in(&self, range: Range<usize>) -> usize {
        let before = |at: usize| self.letters.get(at).copied().unwrap_or_default();
        before(range.end).saturating_sub(before(range.start))
    }

    /// So many letters as a share of the block's, which has some.
    fn cover(&self, letters: usize) -> f32 {
        (letters as f32 / self.letters() as f32).min(1.0)
    }

    /// Whether the row stands where it has to, in a block that is not too long for it.
    fn stands(&self, place: Place) -> bool {
        let at_start = || self.letters_in(0..place.start) == 0;
        let at_end = || self.letters_in(place.end..self.chars.len()) == 0;
        match place.row.at {
            At::Whole | At::Heading => at_start() && at_end(),
            At::Start => self.chars.len() <= edge_room(place.row) && at_start(),
            At::End => self.chars.len() <= edge_room(place.row) && at_end(),
            At::Within => self.chars.len() <= within_room(place.row),
            At::Listed => false,
        }
    }

    /// The block as a chain of rows with nothing but punctuation and digits between; the reason that covers most, by its longest row.
    fn whole(&self, places: &[Place]) -> Option<PhraseHit> {
        if self.chars.iter().copied().any(is_code) {
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

    /// The rows the block is made of. Where most of three are no channel's name, the others are none either: `【打印】【推荐】【关闭】`.
    fn chain(&self, places: &[Place]) -> Option<Vec<Place>> {
        let is_listed = |place: &Place| place.row.at == At::Listed;
        let mut firm = places.to_vec();
        firm.retain(|place| !is_listed(place));
        if firm.len() == places.len() || firm.len() < 2 {
            return self.walk(firm);
        }
        self.walk(firm).or_else(|| {
            let chain = self.walk(places.to_vec())?;
            let listed = chain.iter().filter(|place| is_listed(place)).count();
            (listed * 2 < chain.len()).then_some(chain)
        })
    }

    /// Walks the block from the left, always over the longest row that starts at the next letter.
    fn walk(&self, mut places: Vec<Place>) -> Option<Vec<Place>> {
        places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        let mut chain = Vec::new();
        let mut reached = 0;
        for place in places {
            if place.start < reached {
                continue; // Starts inside the row before it.
            }
            if self.letters_in(reached..place.start) > 0 {
                return None;
            }
            reached = place.end;
            chain.push(place);
        }
        let rest = self.letters_in(reached..self.chars.len());
        (!chain.is_empty() && rest == 0).then_some(chain)
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
            cover: self.cover(self.letters_of(*place)),
        })
    }

    /// Channel names between spaces, bars and bullets, that are half of the block or more. A sentence has commas or a stop.
    fn menu(&self, places: &[Place]) -> Option<PhraseHit> {
        if self.chars.iter().copied().any(is_of_sentence) {
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
        (listed >= LISTED_MIN && covered * 2 >= self.letters()).then(|| PhraseHit {
            phrase: first.row,
            cover: self.cover(covered),
        })
    }

    /// Whether the row is a whole entry of a list, in any script.
    fn is_entry(&self, place: Place) -> bool {
        let is_word = |at: usize| self.chars.get(at).is_some_and(|&c| is_alphanumeric(c));
        matches!(place.row.at, At::Listed | At::Whole)
            && !place.start.checked_sub(1).is_some_and(is_word)
            && !is_word(place.end)
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

/// A stop or a comma: a menu has none.
fn is_of_sentence(c: char) -> bool {
    is_stop(c) || is_comma(c)
}

/// Characters of source text and prices, which manuals and reviews show in short blocks: `reply_sms`, `continue;`, `Save $50`.
fn is_code(c: char) -> bool {
    matches!(c, '_' | '=' | '{' | '}' | ';' | '$' | '\\')
}

/// A letter or digit of a script that sets words apart. Hangul does, but glues particles to the word.
#[inline]
fn is_spaced_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii()
            && !is_ideograph(c)
            && !is_hangul(c)
            && !is_unspaced(c)
            && is_alphanumeric(c)
}
