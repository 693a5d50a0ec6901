//! What a block's wording has in common with what the page says of itself.

use super::headline::known_row;
use crate::judge::certain::Page;
use crate::page::block::{BlockId, Kind, Presence};
use crate::text::fold::{HASH_START, ascii_letter};
use crate::text::letters::is_alphanumeric;
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
pub(super) struct SelfDescription {
    title: Vec<u64>,
    /// A bit for each word of the title: most words of a page have none of them.
    title_sieve: u64,
    described: Shingles,
    embedded: Shingles,
    /// Whether any block may be the headline: none is known to be.
    seeks_headline: bool,
}

/// A set of hashes of character runs, that may seem to hold more than it does.
struct Shingles {
    bits: Vec<u64>,
}

impl SelfDescription {
    pub(super) fn of(page: &Page<'_>, descriptions: &[String]) -> Self {
        let mut title: Vec<u64> = Vec::new();
        let headline = page.headline.text.as_deref().unwrap_or_default();
        each_word(headline, |word| title.push(word));
        title.sort_unstable();
        title.dedup();
        title.truncate(TITLE_WORDS);
        let embedded = page
            .blocks
            .ids()
            .filter(|&id| page.blocks[id].presence == Presence::JsonLd);
        Self {
            title_sieve: title.iter().fold(0, |sieve, &word| sieve | sieve_bit(word)),
            title,
            described: Shingles::of(descriptions.iter().map(String::as_str)),
            embedded: Shingles::of(embedded.map(|id| page.blocks.text_of(id))),
            seeks_headline: known_row(page).is_none(),
        }
    }

    /// Compares a block. What it shares with descriptions and with the embedded body is asked of open blocks only, and what it has of
    /// the title of these, of headings, and of those that may be the headline.
    pub(super) fn read(&self, page: &Page<'_>, id: BlockId, is_open: bool) -> Wording {
        let text = page.blocks.text_of(id);
        let measure = &page.blocks[id].measure;
        let is_heading = matches!(page.blocks[id].kind, Kind::Heading(_));
        let may_be_dated = measure.digits > 1 && measure.weight() <= DATE_LINE_WORDS;
        let mut wording = Wording {
            dated: may_be_dated && is_dated(text),
            ..Wording::default()
        };
        if !is_open && !is_heading && !self.seeks_headline {
            return wording;
        }
        wording.copyright = !text.is_ascii() && text.contains('©');
        if !self.title.is_empty() {
            let mut found = 0_u64;
            each_word(text, |word| found |= self.title_bit(word));
            let (shared, title) = (found.count_ones() as f32, self.title.len() as f32);
            let words = (measure.words as f32).max(shared);
            wording.of_title = Some(shared / title);
            wording.like_title = Some(shared / (title + words - shared));
        }
        let has_shingles = is_open && !(self.described.is_empty() && self.embedded.is_empty());
        if has_shingles && text.is_ascii() {
            // Of ASCII the folded text is what the letters of the text are.
            self.share(page.blocks.folded(id).as_bytes(), &mut wording);
        } else if has_shingles {
            self.share(&letters(text), &mut wording);
        }
        wording
    }

    fn share<L: Copy + Into<u64>>(&self, letters: &[L], wording: &mut Wording) {
        wording.described = self.described.share_of(letters);
        wording.embedded = self.embedded.share_of(letters);
    }

    fn title_bit(&self, word: u64) -> u64 {
        if self.title_sieve & sieve_bit(word) == 0 {
            return 0;
        }
        self.title.binary_search(&word).map_or(0, |at| 1 << at)
    }
}

/// The bit of a word in a sieve, by the end of its hash.
fn sieve_bit(word: u64) -> u64 {
    1 << (word % 64)
}

impl Shingles {
    /// Empty, without any bits, when there is no text.
    fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut bits = Vec::new();
        for text in texts {
            each_shingle(&letters(text), |shingle| {
                if bits.is_empty() {
                    bits = vec![0; 1 << (SET_BITS - 6)];
                }
                let (at, bit) = place(shingle);
                bits[at] |= bit;
            });
        }
        Self { bits }
    }

    fn is_empty(&self) -> bool {
        self.bits.is_empty()
    }

    /// The share of a text's shingles that the set has; `None` where either has none.
    fn share_of<L: Copy + Into<u64>>(&self, letters: &[L]) -> Option<f32> {
        if self.is_empty() {
            return None;
        }
        let (mut all, mut shared) = (0_u32, 0_u32);
        each_shingle(letters, |shingle| {
            let (at, bit) = place(shingle);
            all += 1;
            shared += u32::from(self.bits.get(at).is_some_and(|word| word & bit != 0));
        });
        (all > 0).then(|| shared as f32 / all as f32)
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

/// What hashes are multiplied by for each letter: FNV's prime.
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Gives the hash of each run of [`SHINGLE`] letters and digits.
#[inline]
fn each_shingle<L: Copy + Into<u64>>(letters: &[L], mut give: impl FnMut(u64)) {
    /// What the oldest letter of a shingle has been multiplied by when the next one comes.
    const OLDEST: u64 = PRIME.wrapping_pow(SHINGLE as u32);
    let Some((first, rest)) = letters.split_at_checked(SHINGLE) else {
        return;
    };
    let with = |hash: u64, letter: L| hash.wrapping_mul(PRIME).wrapping_add(letter.into());
    let mut hash = first.iter().copied().fold(0, with);
    give(hash);
    for (&new, &old) in rest.iter().zip(letters) {
        hash = with(hash, new).wrapping_sub(old.into().wrapping_mul(OLDEST));
        give(hash);
    }
}

/// Gives the hash of each word; an ideograph is a word by itself.
#[inline]
fn each_word(text: &str, mut give: impl FnMut(u64)) {
    let mut word = HASH_START;
    let mut end = |word: &mut u64| {
        let word = std::mem::replace(word, HASH_START);
        if word != HASH_START {
            give(word);
        }
    };
    if text.is_ascii() {
        for byte in text.bytes() {
            match ascii_letter(byte) {
                0 => end(&mut word),
                letter => word = (word ^ u64::from(letter)).wrapping_mul(PRIME),
            }
        }
    } else {
        for c in text.chars() {
            if is_ideograph(c) {
                end(&mut word);
                end(&mut (PRIME ^ u64::from(u32::from(c))));
            } else if let Some(letter) = letter(c) {
                word = (word ^ u64::from(letter)).wrapping_mul(PRIME);
            } else {
                end(&mut word);
            }
        }
    }
    end(&mut word);
}

fn letters(text: &str) -> Vec<u32> {
    let mut letters = Vec::with_capacity(text.len());
    for c in text.chars() {
        let letter = if c.is_ascii() {
            u32::from(ascii_letter(c as u8))
        } else {
            letter(c).unwrap_or(0)
        };
        if letter != 0 {
            letters.push(letter);
        }
    }
    letters
}

/// A letter or digit in lower case.
#[inline]
fn letter(c: char) -> Option<u32> {
    if c.is_ascii() {
        let letter = ascii_letter(c as u8);
        return (letter != 0).then(|| u32::from(letter));
    }
    // Han and Hangul have no case, and are most of a page or none of it.
    if matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}') {
        return Some(u32::from(c));
    }
    letter_elsewhere(c)
}

/// By itself, so that the common part is short where it is asked for.
fn letter_elsewhere(c: char) -> Option<u32> {
    if !is_alphanumeric(c) {
        return None;
    }
    c.to_lowercase().next().map(u32::from)
}
