//! How words begin: a look at a few characters that passes most places of a text, before a [`Trie`](super::trie::Trie) is asked.

/// Letters of a word that are looked at: the words of a language part within four. Of other scripts it is two characters, each a
/// syllable.
const LETTERS: usize = 4;
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
    /// Takes words in the spelling of the texts that are searched.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut singles = false;
        let mut keys = Vec::new();
        for word in words {
            let mut begun = Begun::default();
            let read = word.chars().find_map(|c| begun.read(c));
            keys.extend(read.or_else(|| begun.end()).map(|(_, key, _)| key));
            singles |= word.chars().nth(1).is_none();
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
    pub(crate) fn starts(
        &self,
        mut text: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = usize> {
        let mut begun = Begun::default();
        std::iter::from_fn(move || {
            loop {
                let c = text.next();
                let (start, key, single) = match c {
                    Some(c) => match begun.read(c) {
                        Some(read) => read,
                        None => continue,
                    },
                    None => begun.end()?,
                };
                if self.holds(key) || self.singles && self.holds(single) {
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

/// A beginning as far as it is read: its first letters, or the character of another script that waits for the next one.
#[derive(Default)]
struct Begun {
    /// Characters read.
    at: usize,
    key: u64,
    /// Letters of the word that is being read; those behind the fourth are not looked at.
    letters: usize,
    /// Whether the last character is none of a word.
    waits: bool,
}

impl Begun {
    /// Reads a character and returns the beginning that it ends: where that is, its number, and the number of its first character.
    #[inline]
    fn read(&mut self, c: char) -> Option<(usize, u64, u64)> {
        let at = self.at;
        self.at += 1;
        let letter = is_spaced_letter(c);
        let ended = if self.waits {
            Some((at - 1, mixed(self.key, c), self.key))
        } else if letter && self.letters + 1 == LETTERS {
            Some((at + 1 - LETTERS, mixed(self.key, c), 0))
        } else if !letter && (1..LETTERS).contains(&self.letters) {
            Some((at - self.letters, self.key, 0))
        } else {
            None
        };
        let goes_on = letter && !self.waits;
        self.key = mixed(if goes_on { self.key } else { 0 }, c);
        self.letters = if letter { self.letters + 1 } else { 0 };
        self.waits = !letter;
        ended
    }

    /// The beginning that the end of the text ends.
    fn end(&mut self) -> Option<(usize, u64, u64)> {
        let letters = std::mem::take(&mut self.letters);
        let waits = std::mem::take(&mut self.waits);
        let open = waits || (1..LETTERS).contains(&letters);
        open.then(|| (self.at - letters.max(1), self.key, self.key))
    }
}

/// Knuth's multiplication by the golden ratio (The Art of Computer Programming, 6.4).
#[inline]
fn mixed(key: u64, c: char) -> u64 {
    (key ^ u64::from(u32::from(c))).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A letter of a script that sets words apart, in every sense that the tables have of it.
#[inline]
fn is_spaced_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{11ff}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{10000}'..='\u{10ffff}' => false,
        _ => c.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Openings;

    #[test]
    fn words_begin_what_begins_with_them_as_a_word() {
        let set = Openings::of(["may", "渡轮停航", "摄", "de el"].into_iter());
        for text in ["may 4", "may", "渡轮停航三天", "摄影", "de el"] {
            assert_eq!(set.starts(text.chars()).next(), Some(0), "{text}");
        }
        for text in ["mayonnaise", "码头", "pier", ""] {
            assert_eq!(set.starts(text.chars()).next(), None, "{text}");
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
            prop_assert!(set.starts(text.chars()).any(|start| start == at), "{}", text);
        }
    }
}
