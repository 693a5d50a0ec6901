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
    /// Takes words in the spelling of the texts that are searched; none begins with white space.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut singles = false;
        let mut keys = Vec::new();
        for word in words {
            debug_assert!(!word.starts_with(' '), "{word:?}");
            keys.extend(Beginning::at(0, &|at| word.chars().nth(at)).map(|begun| begun.key));
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

    /// Returns the places of a text, in characters, at which words may begin. `text` gives the character at a place, and none behind
    /// the end.
    #[inline]
    pub(crate) fn starts(
        &self,
        text: impl Fn(usize) -> Option<char>,
    ) -> impl Iterator<Item = usize> {
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let start = next;
                if text(start) == Some(' ') {
                    next += 1;
                    continue;
                }
                let begun = Beginning::at(start, &text)?;
                next = begun.end;
                if self.holds(begun.key) || self.singles && self.holds(begun.alone) {
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

/// How what stands at a place begins: a word of letters, or a character of another script and the one behind it.
struct Beginning {
    /// Of its first letters, or of the two characters.
    key: u64,
    /// Of a character of another script without the one behind it.
    alone: u64,
    /// Where the next beginning is.
    end: usize,
}

impl Beginning {
    /// Reads on from a place that is not within a word; `None` at the end of the text.
    #[inline]
    fn at(start: usize, text: &impl Fn(usize) -> Option<char>) -> Option<Self> {
        let first = text(start)?;
        let alone = mixed(0, first);
        if !is_spaced_letter(first) {
            let next = text(start + 1);
            return Some(Self {
                key: next.map_or(alone, |next| mixed(alone, next)),
                alone,
                end: start + 1,
            });
        }
        let mut key = alone;
        let mut end = start + 1;
        while let Some(c) = text(end).filter(|&c| is_spaced_letter(c)) {
            if end - start < LETTERS {
                key = mixed(key, c);
            }
            end += 1;
        }
        Some(Self {
            key,
            alone: key,
            end,
        })
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

    fn starts(set: &Openings, text: &str) -> impl Iterator<Item = usize> {
        let text: Vec<char> = text.chars().collect();
        set.starts(move |at| text.get(at).copied())
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
