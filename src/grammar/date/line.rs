//! The text a date is looked for in: folded character by character, each with its place in the original.

use std::ops::Range;

use crate::text::letters::is_alphabetic;

/// The bytes of the original that a folded character stands for.
struct Place {
    start: u32,
    end: u32,
}

/// A text whose digits are ASCII, letters lower case and without accents, dashes and colons of one kind, white space single.
pub(super) struct Line {
    letters: Vec<char>,
    /// Of each letter.
    places: Vec<Place>,
}

/// A run of digits: what it says and how many there were, since 03 and 3 are written by different hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) digits: usize,
}

/// The longest run of digits that is still read as a number; longer ones are identifiers.
const NUMBER_DIGITS: usize = 9;

impl Line {
    /// Folds the first `limit` bytes of `text`.
    pub(super) fn read(text: &str, limit: usize) -> Self {
        let room = text.len().min(limit);
        let mut letters: Vec<char> = Vec::with_capacity(room);
        let mut places: Vec<Place> = Vec::with_capacity(room);
        for (start, c) in text.char_indices().take_while(|(at, _)| *at < limit) {
            let (start, end) = (start as u32, (start + c.len_utf8()) as u32);
            match fold(c) {
                Some(' ') if letters.last() == Some(&' ') => {}
                Some(letter) => {
                    letters.push(letter);
                    places.push(Place { start, end });
                }
                // A mark belongs to the letter before it, and is cut out with it.
                None if is_mark(c) => {
                    if let Some(last) = places.last_mut() {
                        last.end = end;
                    }
                }
                None => {}
            }
        }
        Self { letters, places }
    }

    pub(super) fn start(&self) -> Cursor<'_> {
        self.cursor(0)
    }

    /// The place of a character.
    pub(super) fn cursor(&self, at: usize) -> Cursor<'_> {
        Cursor {
            letters: &self.letters,
            at,
        }
    }

    /// The folded characters.
    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    /// The places of digits and Han numerals.
    pub(super) fn numerals(&self) -> impl Iterator<Item = usize> {
        let letters = self.letters.iter().enumerate();
        letters.filter_map(|(at, &letter)| is_numeral(letter).then_some(at))
    }

    /// The byte of the original at which a cursor stands; that of the last character behind the end.
    pub(super) fn start_of(&self, cursor: Cursor<'_>) -> usize {
        let here = self.places.get(cursor.at).or(self.places.last());
        here.map_or(0, |place| place.start as usize)
    }

    /// The bytes of the original between two cursors; white space at either edge is left outside.
    pub(super) fn bytes(&self, from: Cursor<'_>, to: Cursor<'_>) -> Range<usize> {
        let is_shown = |at: &usize| self.letters.get(*at).is_some_and(|&letter| letter != ' ');
        let place = |at: usize| self.places.get(at);
        let first = (from.at..to.at).find(is_shown).and_then(place);
        let last = (from.at..to.at).rfind(is_shown).and_then(place);
        match (first, last) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }
}

/// A place in a line. Reading moves it; a copy is a way back.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    letters: &'a [char],
    at: usize,
}

impl Cursor<'_> {
    pub(super) fn peek(&self) -> Option<char> {
        self.ahead(0)
    }

    /// The character `count` places on.
    pub(super) fn ahead(&self, count: usize) -> Option<char> {
        self.letters.get(self.at + count).copied()
    }

    /// The character `count` places back, 1 being the one just passed.
    pub(super) fn behind(&self, count: usize) -> Option<char> {
        let at = self.at.checked_sub(count)?;
        self.letters.get(at).copied()
    }

    pub(super) fn is_end(&self) -> bool {
        self.at >= self.letters.len()
    }

    /// Whether the cursor has passed a place in the line.
    pub(super) fn is_behind(&self, place: usize) -> bool {
        self.at > place
    }

    /// Whether this is the cursor's place in the line.
    pub(super) fn is_at(&self, place: usize) -> bool {
        self.at == place
    }

    /// Whether a place in the line is at most `reach` characters on.
    pub(super) fn reaches(&self, place: usize, reach: usize) -> bool {
        place <= self.at + reach
    }

    pub(super) fn same_place(&self, other: &Self) -> bool {
        self.at == other.at
    }

    pub(super) fn skip(&mut self, count: usize) {
        self.at = (self.at + count).min(self.letters.len());
    }

    /// Passes one character if it is `wanted`.
    pub(super) fn eat(&mut self, wanted: char) -> bool {
        self.eat_any(&[wanted]).is_some()
    }

    /// Passes one character if it is one of `wanted`.
    pub(super) fn eat_any(&mut self, wanted: &[char]) -> Option<char> {
        let c = self.peek().filter(|c| wanted.contains(c))?;
        self.at += 1;
        Some(c)
    }

    pub(super) fn space(&mut self) -> bool {
        self.eat(' ')
    }

    pub(super) fn digit_follows(&self) -> bool {
        self.peek().is_some_and(|c| c.is_ascii_digit())
    }

    /// Whether a digit or a Han numeral stands here.
    pub(super) fn numeral_follows(&self) -> bool {
        self.peek().is_some_and(is_numeral)
    }

    /// How many digits stand from here on.
    pub(super) fn digit_run(&self) -> usize {
        (0..)
            .take_while(|k| self.ahead(*k).is_some_and(|c| c.is_ascii_digit()))
            .take(NUMBER_DIGITS + 1)
            .count()
    }

    /// Reads a whole run of digits, if it has between `least` and `most`.
    pub(super) fn number(&mut self, least: usize, most: usize) -> Option<Number> {
        let digits = self.digit_run();
        if digits < least || digits > most.min(NUMBER_DIGITS) {
            return None;
        }
        self.first_digits(digits)
    }

    /// Reads exactly `count` digits, whatever follows: a clock may be glued on.
    pub(super) fn first_digits(&mut self, count: usize) -> Option<Number> {
        let mut value = 0_u32;
        for k in 0..count.min(NUMBER_DIGITS) {
            value = value * 10 + self.ahead(k)?.to_digit(10)?;
        }
        self.at += count.min(NUMBER_DIGITS);
        Some(Number {
            value,
            digits: count,
        })
    }

    /// Reads a number in digits or in Han numerals (二十一, 二〇二一), at most four places long.
    pub(super) fn han_number(&mut self) -> Option<Number> {
        if self.digit_follows() {
            return self.number(1, 4);
        }
        let mut numerals = [0; HAN_PLACES + 1];
        let mut places = 0;
        for (numeral, c) in numerals.iter_mut().zip(self.rest()) {
            let Some(value) = han_numeral(c) else { break };
            *numeral = value;
            places += 1;
        }
        let value = han_value(numerals.get(..places)?)?;
        self.at += places;
        Some(Number {
            value,
            digits: places,
        })
    }

    /// The characters from here on.
    pub(super) fn rest(&self) -> impl Iterator<Item = char> {
        let rest = self.letters.get(self.at..).unwrap_or_default();
        rest.iter().copied()
    }

    /// Whether a word of a spaced script would begin here: no letter of such a script runs into it.
    pub(super) fn word_may_start(&self) -> bool {
        !self.behind(1).is_some_and(is_spaced_letter)
    }

    /// Whether letters of a spaced script stand on both sides of the place `count` characters on.
    pub(super) fn is_inside_word(&self, count: usize) -> bool {
        let is_letter = |at: usize| self.ahead(at).is_some_and(is_spaced_letter);
        is_letter(count) && count.checked_sub(1).is_some_and(is_letter)
    }

    /// Moves on by what cannot hold the beginning of another date: a run of digits, a word, one character.
    pub(super) fn step(&mut self) {
        let run = match self.peek() {
            Some(c) if c.is_ascii_digit() => |c: char| c.is_ascii_digit(),
            Some(c) if is_spaced_letter(c) => is_spaced_letter,
            _ => |_| false,
        };
        self.at += 1;
        while self.peek().is_some_and(run) {
            self.at += 1;
        }
    }
}

/// Places of a number in Han numerals, at most.
const HAN_PLACES: usize = 4;

/// The value of ten in a row of Han numerals.
const HAN_TEN: u32 = 10;

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || han_numeral(c).is_some()
}

fn han_numeral(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => HAN_TEN,
        _ => return None,
    })
}

fn han_value(numerals: &[u32]) -> Option<u32> {
    let value = match *numerals {
        [] => return None,
        [HAN_TEN] => HAN_TEN,
        [HAN_TEN, ones] => HAN_TEN + ones,
        [tens, HAN_TEN] => tens * HAN_TEN,
        [tens, HAN_TEN, ones] => tens * HAN_TEN + ones,
        _ if numerals.len() > HAN_PLACES || numerals.contains(&HAN_TEN) => return None,
        _ => numerals.iter().fold(0, |sum, digit| sum * 10 + digit),
    };
    Some(value)
}

/// The zeros of the decimal digits pages are written in; the nine others follow each.
const ZEROS: &[char] = &[
    '0', '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '൦', '๐', '໐', '၀', '០', '０',
];

fn digit(c: char) -> Option<char> {
    let at = u32::from(c);
    ZEROS.iter().find_map(|zero| {
        let value = at.checked_sub(u32::from(*zero)).filter(|v| *v < 10)?;
        char::from_digit(value, 10)
    })
}

/// Folds one character; `None` for what is not seen or only marks the letter before it.
pub(super) fn fold(c: char) -> Option<char> {
    // What most lines are made of is not looked up.
    match c {
        '!'..='~' => return Some(c.to_ascii_lowercase()),
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => return Some(c),
        _ => {}
    }
    if c.is_whitespace() || c == '\u{2800}' {
        return Some(' ');
    }
    if is_mark(c) || is_unseen(c) {
        return None;
    }
    if let Some(digit) = digit(c) {
        return Some(digit);
    }
    Some(match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2236}' | '\u{fe30}' | '\u{fe55}' | '\u{a789}' => ':',
        '\u{2018}' | '\u{2019}' | '\u{b4}' | '\u{2bc}' => '\'',
        '\u{ff01}'..='\u{ff5e}' => {
            // The full-width forms stand in the order of ASCII.
            let ascii = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
            ascii.to_ascii_lowercase()
        }
        _ => bare_letter(c),
    })
}

/// Lower case, without accents. Letters that print alike within one script become one.
fn bare_letter(c: char) -> char {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let mut parts = [None; 4];
    let mut count = 0;
    if !('\u{ac00}'..='\u{d7a3}').contains(&lower) {
        unicode_normalization::char::decompose_canonical(lower, |part| {
            if let Some(slot) = parts.get_mut(count) {
                *slot = Some(part);
            }
            count += 1;
        });
    }
    let [first, rest @ ..] = parts;
    let bare = match first {
        Some(first) if rest.iter().flatten().all(|part| is_mark(*part)) => first,
        _ => lower,
    };
    match bare {
        'ς' => 'σ',
        'ı' => 'i',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        other => other,
    }
}

/// Marks that are left out of comparison. The vowel signs of Indic and Thai writing are not among them: they tell words apart.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{655}' | '\u{640}' | '\u{93c}' | '\u{fe00}'..='\u{fe0f}')
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A letter of a script that parts its words by spaces, so that a word ends where the letters end.
pub(super) fn is_spaced_letter(c: char) -> bool {
    is_alphabetic(c)
        && !matches!(c,
            '\u{e00}'..='\u{eff}'
                | '\u{1000}'..='\u{11ff}'
                | '\u{1780}'..='\u{17ff}'
                | '\u{2e80}'..='\u{9fff}'
                | '\u{ac00}'..='\u{d7ff}'
                | '\u{f900}'..='\u{faff}'
                | '\u{20000}'..='\u{3ffff}')
}
