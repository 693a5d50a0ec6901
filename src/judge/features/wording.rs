//! What a block's wording has in common with what the page says of itself. One pass over its characters.

use super::headline::known_row;
use crate::judge::certain::Page;
use crate::page::block::{BlockId, Kind, Presence};
use crate::text::measure::is_ideograph;

/// Characters of a shingle: about one English word and a half, two Chinese ones and more.
const SHINGLE: usize = 7;

/// Bits of a set of shingles. A body of 5,000 characters fills 4 % of them, so 4 % of foreign shingles seem to be known.
const SET_BITS: u32 = 17;

/// Words of a title that are told apart.
const TITLE_WORDS: usize = 64;

/// A line with a date in it is no longer than this, in words.
const DATE_LINE_WORDS: f32 = 14.0;

/// What one block shares.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wording {
    /// Share of the title's words that it has.
    pub(super) of_title: Option<f32>,
    /// Words in common with the title, by the words of both.
    pub(super) like_title: Option<f32>,
    /// Share of its shingles that a description has.
    pub(super) described: Option<f32>,
    /// Share of its shingles that the `articleBody` of the page's JSON-LD has.
    pub(super) embedded: Option<f32>,
    /// Whether it has a copyright sign.
    pub(super) copyright: bool,
    /// Whether it is short and names a year or a day in digits.
    pub(super) dated: bool,
}

/// What the page says of itself, ready to be compared.
pub(super) struct Known {
    title: Vec<u64>,
    described: Shingles,
    embedded: Shingles,
    /// Whether any block may be the headline: none is known to be.
    seeks_headline: bool,
}

/// A set of hashes of character runs, that may seem to hold more than it does.
struct Shingles {
    bits: Vec<u64>,
}

impl Known {
    pub(super) fn of(page: &Page<'_>, descriptions: &[String]) -> Self {
        let mut title: Vec<u64> = Vec::new();
        let mut words = Words::default();
        for c in page.headline.text.as_deref().unwrap_or_default().chars() {
            title.extend(words.ended_by(Sign::of(c)));
        }
        title.extend(words.ended_by(Sign::Other));
        title.sort_unstable();
        title.dedup();
        title.truncate(TITLE_WORDS);
        let embedded = page
            .blocks
            .ids()
            .filter(|&id| page.blocks[id].presence == Presence::JsonLd);
        Self {
            title,
            described: Shingles::of(descriptions.iter().map(String::as_str)),
            embedded: Shingles::of(embedded.map(|id| page.blocks.text_of(id))),
            seeks_headline: known_row(page).is_none(),
        }
    }

    /// Compares a block. What it shares with descriptions and with the embedded body is asked of open blocks only, and what it has of
    /// the title of these, of headings, and of those that may be the headline.
    pub(super) fn read(
        &self,
        page: &Page<'_>,
        id: BlockId,
        is_open: bool,
        letters: &mut Vec<u64>,
    ) -> Wording {
        let is_heading = matches!(page.blocks[id].kind, Kind::Heading(_));
        let may_be_dated = page.blocks[id].measure.weight() <= DATE_LINE_WORDS;
        if !is_open && !is_heading && !self.seeks_headline {
            let dated = may_be_dated && is_dated(page.blocks.text_of(id));
            return Wording {
                dated,
                ..Wording::default()
            };
        }
        let has_shingles = is_open && !(self.described.is_empty() && self.embedded.is_empty());
        let mut words = Words::default();
        let mut found = 0_u64;
        let mut wording = Wording::default();
        let text = page.blocks.text_of(id);
        letters.clear();
        for c in text.chars() {
            let sign = Sign::of(c);
            letters.extend(sign.letter());
            if let Some(word) = words.ended_by(sign) {
                found |= self.title_bit(word);
            }
            wording.copyright |= c == '©';
        }
        if let Some(word) = words.ended_by(Sign::Other) {
            found |= self.title_bit(word);
        }
        let (mut all, mut described, mut embedded) = (0_u32, 0_u32, 0_u32);
        if has_shingles {
            for shingle in shingles(letters) {
                let place = place(shingle);
                all += 1;
                described += u32::from(self.described.has(place));
                embedded += u32::from(self.embedded.has(place));
            }
        }
        let measure = &page.blocks[id].measure;
        wording.dated = may_be_dated && is_dated(text);
        if !self.title.is_empty() {
            let (shared, title) = (found.count_ones() as f32, self.title.len() as f32);
            let words = (measure.words as f32).max(shared);
            wording.of_title = Some(shared / title);
            wording.like_title = Some(shared / (title + words - shared));
        }
        let share = |count: u32| (all > 0).then(|| count as f32 / all as f32);
        wording.described = share(described).filter(|_| !self.described.is_empty());
        wording.embedded = share(embedded).filter(|_| !self.embedded.is_empty());
        wording
    }

    fn title_bit(&self, word: u64) -> u64 {
        self.title.binary_search(&word).map_or(0, |at| 1 << at)
    }
}

impl Shingles {
    /// Empty, without any bits, when there is no text.
    fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut bits = Vec::new();
        for text in texts {
            let signs = text.chars().map(Sign::of);
            let letters: Vec<u64> = signs.filter_map(Sign::letter).collect();
            for shingle in shingles(&letters) {
                if bits.is_empty() {
                    bits = vec![0; 1 << (SET_BITS - 6)];
                }
                let (at, bit) = place(shingle);
                bits[at] |= bit;
            }
        }
        Self { bits }
    }

    fn is_empty(&self) -> bool {
        self.bits.is_empty()
    }

    #[inline]
    fn has(&self, (at, bit): (usize, u64)) -> bool {
        self.bits.get(at).is_some_and(|word| word & bit != 0)
    }
}

/// Whether a text has digits such as a year or a day is written in: four of them, or twice no more than two.
fn is_dated(text: &str) -> bool {
    let runs = text
        .as_bytes()
        .chunk_by(|a, b| a.is_ascii_digit() && b.is_ascii_digit());
    let mut short = 0;
    for run in runs.filter(|run| run.first().is_some_and(u8::is_ascii_digit)) {
        short += u32::from(run.len() <= 2);
        if run.len() == 4 || short >= 2 {
            return true;
        }
    }
    false
}

/// Where a shingle stands in a set.
#[inline]
fn place(hash: u64) -> (usize, u64) {
    let index = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SET_BITS);
    ((index >> 6) as usize, 1 << (index & 63))
}

/// What hashes multiply by (Fowler, Noll and Vo's).
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// What the oldest letter of a full shingle has been multiplied by when the next one comes.
const OLDEST: u64 = PRIME.wrapping_pow(SHINGLE as u32);

/// A hash for each run of [`SHINGLE`] letters, rolling over them (Karp and Rabin's).
fn shingles(letters: &[u64]) -> impl Iterator<Item = u64> {
    let (begun, rest) = letters.split_at_checked(SHINGLE - 1).unwrap_or_default();
    let roll = |hash: u64, letter: u64| hash.wrapping_mul(PRIME).wrapping_add(letter);
    let mut rolling = begun.iter().fold(0, |hash, &letter| roll(hash, letter));
    let oldest = std::iter::once(&0).chain(letters);
    rest.iter().zip(oldest).map(move |(&letter, old)| {
        rolling = roll(rolling, letter).wrapping_sub(old.wrapping_mul(OLDEST));
        rolling
    })
}

/// The words of a text, read character by character.
#[derive(Default)]
struct Words {
    /// The word that is being read; 0 between words.
    word: u64,
    /// The ideograph just read, a word by itself; 0 if it was none.
    ideograph: u64,
}

impl Words {
    /// The hash of a word without a letter.
    const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

    /// The word before a character, when that ends one; an ideograph is a word by itself.
    #[inline]
    fn ended_by(&mut self, sign: Sign) -> Option<u64> {
        let ideograph = std::mem::take(&mut self.ideograph);
        let ended = match sign {
            Sign::Letter(letter) => {
                let word = if self.word == 0 {
                    Self::EMPTY
                } else {
                    self.word
                };
                self.word = (word ^ letter).wrapping_mul(PRIME);
                return (ideograph != 0).then_some(ideograph);
            }
            Sign::Ideograph(code, _) => {
                self.ideograph = PRIME ^ code;
                std::mem::take(&mut self.word)
            }
            Sign::Other => std::mem::take(&mut self.word),
        };
        let ended = if ended == 0 { ideograph } else { ended };
        (ended != 0).then_some(ended)
    }
}

/// What a character is among words.
#[derive(Clone, Copy)]
enum Sign {
    /// A letter or digit, in lower case.
    Letter(u64),
    /// An ideograph, and the letter that it is, if it is one.
    Ideograph(u64, Option<u64>),
    Other,
}

impl Sign {
    /// The letter or digit that it is, in lower case.
    #[inline]
    fn letter(self) -> Option<u64> {
        match self {
            Self::Letter(letter) | Self::Ideograph(_, Some(letter)) => Some(letter),
            Self::Ideograph(_, None) | Self::Other => None,
        }
    }

    #[inline]
    fn of(c: char) -> Self {
        if c.is_ascii() {
            return if c.is_ascii_alphanumeric() {
                Self::Letter(u64::from(c.to_ascii_lowercase() as u32))
            } else {
                Self::Other
            };
        }
        match (is_ideograph(c), letter(c)) {
            (true, letter) => Self::Ideograph(u64::from(u32::from(c)), letter),
            (false, Some(letter)) => Self::Letter(letter),
            (false, None) => Self::Other,
        }
    }
}

/// A letter or digit beyond ASCII, in lower case.
#[inline]
fn letter(c: char) -> Option<u64> {
    // Han and Hangul have no case, and are most of a page or none of it.
    if matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}') {
        return Some(u64::from(u32::from(c)));
    }
    if !c.is_alphanumeric() {
        return None;
    }
    c.to_lowercase().next().map(|c| u64::from(u32::from(c)))
}
