//! How words begin: a look at a few characters that passes most places of a text, before a [`Trie`](super::trie::Trie) is asked.

use super::{Letter, letters};

/// Letters of a word that are looked at: the words of a language part within six. Of other scripts it is two characters, each a
/// syllable.
const LETTERS: usize = 6;
/// Bits of the set for each word in it: one place in eight or fewer passes by chance.
const BITS: usize = 8;

/// A set of beginnings that may seem to hold more than it does. It is small, so that it stays near the processor while a page is read.
///
/// In scripts that set words apart a word is taken to end where its letters end: `may` does not begin `mayonnaise`.
pub(crate) struct Openings {
    bits: Vec<u64>,
    /// Whether a word is a single character of a script that does not set words apart.
    singles: bool,
}

impl Openings {
    /// Takes words in the spelling of the texts that are searched; none begins with white space.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut singles = false;
        let mut keys = Vec::new();
        let mut letters: Vec<char> = Vec::new();
        for opening in words {
            letters.clear();
            letters.extend(opening.chars());
            let Some(&first) = letters.first() else {
                continue;
            };
            debug_assert!(!first.is_whitespace(), "{opening:?}");
            keys.push(match word(&letters) {
                (0, _) => key(&letters, 2),
                (_, key) => key,
            });
            singles |= letters.len() == 1;
        }
        let room = (keys.len() * BITS / 64).next_power_of_two();
        let mut set = Self {
            bits: vec![0; room],
            singles,
        };
        for key in keys {
            let (at, bit) = set.place(key);
            set.bits[at] |= bit;
        }
        set
    }

    /// Returns the places of a text, in characters, at which words may begin.
    #[inline]
    pub(crate) fn starts<C: Letter>(&self, text: &[C]) -> impl Iterator<Item = usize> {
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let start = next;
                let rest = text.get(start..)?;
                rest.first()?;
                let (letters, key_of_word) = word(rest);
                next += letters.max(1);
                // No word begins with the space behind another.
                next += usize::from(text.get(next).copied().map(Into::into) == Some(' '));
                let may_begin = if letters > 0 {
                    self.holds(key_of_word)
                } else {
                    self.holds(key(rest, 2)) || self.singles && self.holds(key(rest, 1))
                };
                if may_begin {
                    return Some(start);
                }
            }
        })
    }

    #[inline]
    fn holds(&self, key: u64) -> bool {
        let (at, bit) = self.place(key);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    fn place(&self, key: u64) -> (usize, u64) {
        let at = (key >> 38) as usize & self.bits.len().wrapping_sub(1);
        (at, 1 << (key >> 32 & 63))
    }
}

/// Letters of the word with which a text begins, and its key; none where it begins with a sign or with a character of another script.
#[inline]
fn word<C: Letter>(text: &[C]) -> (usize, u64) {
    let mut letters = 0;
    let mut key = 0;
    for &c in text {
        let c = c.into();
        if !is_spaced_letter(c) {
            break;
        }
        if letters < LETTERS {
            key = mixed(key, c);
        }
        letters += 1;
    }
    (letters, key)
}

/// The key of the first characters of a text.
#[inline]
fn key<C: Letter>(text: &[C], length: usize) -> u64 {
    let begun = text.get(..length).unwrap_or(text);
    begun.iter().fold(0, |key, &c| mixed(key, c.into()))
}

/// Knuth's multiplication by the golden ratio (The Art of Computer Programming, 6.4).
#[inline]
fn mixed(key: u64, c: char) -> u64 {
    (key ^ u64::from(u32::from(c))).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A letter of a script that sets words apart, in every sense that the tables have of it.
#[inline]
fn is_spaced_letter(c: char) -> bool {
    // With the bit that is set in lower case, a letter of ASCII is at most 25 behind `a`.
    let place = (u32::from(c) | 0x20).wrapping_sub(u32::from('a'));
    place < 26 || !c.is_ascii() && !is_of_han(c) && is_spaced_letter_elsewhere(c)
}

/// What lies from the first radicals of Han up to the last syllable of Hangul: most of a page or none of it.
#[inline]
fn is_of_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{d7ff}')
}

fn is_spaced_letter_elsewhere(c: char) -> bool {
    match c {
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{11ff}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{10000}'..='\u{10ffff}' => false,
        _ => letters::is_alphabetic(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Openings;

    fn starts(set: &Openings, text: &str) -> std::vec::IntoIter<usize> {
        let text: Vec<char> = text.chars().collect();
        let starts: Vec<usize> = set.starts(&text).collect();
        starts.into_iter()
    }

    #[test]
    fn words_begin_what_begins_with_them_as_a_word() {
        let set = Openings::of(["may", "渡轮停航", "摄", "de el"].into_iter());
        for text in ["may 4", "may", "渡轮停航三天", "摄影", "de el"] {
            assert_eq!(starts(&set, text).next(), Some(0), "{text}");
        }
        for text in ["mayonnaise", "码头", "pier", ""] {
            assert_eq!(starts(&set, text).next(), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_beginning_is_missed(
            before in "([a-zа-я中-龥ก-ฮ]{0,6}[ 中:])?",
            word in "[a-zа-я中-龥ก-ฮ][a-zа-я中-龥ก-ฮ ]{0,6}[a-z中-龥]",
            rest in "([ 中.:0-9][a-z中]{0,3})?",
        ) {
            let set = Openings::of([word.as_str()].into_iter());
            let at = before.chars().count();
            let text = before + &word + &rest;
            prop_assert!(starts(&set, &text).any(|start| start == at), "{}", text);
        }
    }
}
