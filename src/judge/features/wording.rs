//! What a block's wording has in common with what the page says of itself. One pass over its characters.

use super::headline::known_row;
use crate::judge::certain::Page;
use crate::page::block::{BlockId, Kind, Presence};

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
        let mut scan = Scan::default();
        for c in page.headline.text.as_deref().unwrap_or_default().chars() {
            title.extend(scan.word_ended_by(c, letter(c)));
        }
        title.extend(scan.word_ended_by(' ', None));
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
    pub(super) fn read(&self, page: &Page<'_>, id: BlockId, is_open: bool) -> Wording {
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
        let mut scan = Scan::default();
        let (mut found, mut all, mut described, mut embedded) = (0_u64, 0_u32, 0_u32, 0_u32);
        let mut wording = Wording::default();
        let text = page.blocks.text_of(id);
        for c in text.chars() {
            let letter = letter(c);
            if let Some(word) = scan.word_ended_by(c, letter) {
                found |= self.title_bit(word);
            }
            if has_shingles
                && let Some(shingle) = letter.and_then(|letter| scan.shingle_ended_by(letter))
            {
                let place = place(shingle);
                all += 1;
                described += u32::from(self.described.has(place));
                embedded += u32::from(self.embedded.has(place));
            }
            wording.copyright |= c == '©';
        }
        if let Some(word) = scan.word_ended_by(' ', None) {
            found |= self.title_bit(word);
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
            let mut scan = Scan::default();
            for shingle in text
                .chars()
                .filter_map(|c| scan.shingle_ended_by(letter(c)?))
            {
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

/// Words and shingles of a text read character by character.
#[derive(Default)]
struct Scan {
    word: Option<u64>,
    ideograph: Option<u64>,
    ring: [u64; SHINGLE],
    read: usize,
    rolling: u64,
}

impl Scan {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    /// What the oldest letter of a full shingle has been multiplied by when the next one comes.
    const OLDEST: u64 = Self::PRIME.wrapping_pow(SHINGLE as u32);

    /// The word before `c`, when `c`, which is this letter, ends one; an ideograph is a word by itself.
    fn word_ended_by(&mut self, c: char, letter: Option<u64>) -> Option<u64> {
        let before = self.ideograph.take();
        if crate::text::measure::is_ideograph(c) {
            self.ideograph = Some(Self::PRIME ^ u64::from(u32::from(c)));
            return self.word.take().or(before);
        }
        let Some(letter) = letter else {
            return self.word.take().or(before);
        };
        let word = self.word.unwrap_or(0xcbf2_9ce4_8422_2325);
        self.word = Some((word ^ letter).wrapping_mul(Self::PRIME));
        before
    }

    /// The run of [`SHINGLE`] letters and digits that ends with this one.
    fn shingle_ended_by(&mut self, letter: u64) -> Option<u64> {
        let slot = self.read % SHINGLE;
        let old = std::mem::replace(&mut self.ring[slot], letter);
        self.rolling = self
            .rolling
            .wrapping_mul(Self::PRIME)
            .wrapping_add(letter)
            .wrapping_sub(old.wrapping_mul(Self::OLDEST));
        self.read += 1;
        (self.read >= SHINGLE).then_some(self.rolling)
    }
}

/// A letter or digit in lower case.
#[inline]
fn letter(c: char) -> Option<u64> {
    if c.is_ascii() {
        return c
            .is_ascii_alphanumeric()
            .then(|| u64::from(c.to_ascii_lowercase() as u32));
    }
    // Han and Hangul have no case, and are most of a page or none of it.
    if matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}') {
        return Some(u64::from(u32::from(c)));
    }
    if !c.is_alphanumeric() {
        return None;
    }
    c.to_lowercase().next().map(|c| u64::from(u32::from(c)))
}
