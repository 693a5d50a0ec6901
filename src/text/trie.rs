//! Rows of words, found by the place where they begin in a text.
//!
//! A search for all rows at once over every place (Aho and Corasick's) costs more to build than a page costs to read. Rows begin where
//! a word may begin, so following the characters from there is enough, and most places are left after the first.

use std::borrow::Cow;
use std::ops::Range;

use super::{Letter, chars};

/// Words, each with what its rows say, in the order of the rows.
pub(crate) struct Trie<V> {
    /// Places in words up to which they begin alike. The first is the beginning; those that follow a place stand side by side.
    nodes: Vec<Node>,
    /// Of each node, the character that leads to it: in order among those that follow one place.
    letters: Vec<char>,
    /// Where most places of a text are left: by character, the node that it leads to from the beginning.
    first: First,
    /// Where most places inside of names are left: by the ends of the first two characters, a bit for the end of the third.
    thirds: Vec<u32>,
    words: Vec<Word>,
    rows: Vec<V>,
}

/// Small, as a page's words lead all over the table, and what is read of it has left the processor since the page before.
struct Node {
    /// The first of the nodes that follow. Where they end, those of the next node begin.
    next: u32,
    /// The word that ends here, or that alone goes on from here; [`NO_WORD`] for none.
    word: u32,
    /// What it goes on with, or [`NO_LETTER`]: most texts differ there, and the word need not be fetched.
    goes_on: char,
    /// Bytes of it that are in what led here, and in that.
    begun: u32,
    /// A bit for each letter that leads on, by its end: most texts part here, and the letters need not be fetched.
    sieve: u32,
}

/// Ends of characters that are told apart: the letters of an alphabet stand side by side.
const ENDS: usize = u32::BITS as usize;

/// The end of a character.
#[inline]
fn end_of(letter: char) -> usize {
    letter as usize % ENDS
}

/// The bit of a letter in a sieve.
#[inline]
fn sieve_bit(letter: char) -> u32 {
    1 << end_of(letter)
}

const NO_WORD: u32 = u32::MAX;

/// No word holds it.
const NO_LETTER: char = '\0';

struct Word {
    text: Cow<'static, str>,
    rows: Range<u32>,
}

/// A table of first characters: each stands at its hash, or at the next free place behind it.
#[derive(Default)]
struct First {
    /// The character and its node; the node is 0 where the place is free.
    places: Vec<(char, u32)>,
}

/// Places of the table for each character in it: three of four stay free, and most searches end at the first place.
const ROOM: usize = 4;

impl<V> Trie<V> {
    /// Takes rows in the spelling of the texts that are searched. A row without a character is never found.
    pub(crate) fn new<W: Into<Cow<'static, str>>>(rows: impl Iterator<Item = (W, V)>) -> Self {
        let mut given: Vec<(u64, Cow<'static, str>, V)> = rows
            .map(|(word, row)| {
                let word = word.into();
                (first_bytes(&word), word, row)
            })
            .collect();
        given.sort_by(|(one_first, one, _), (two_first, two, _)| {
            one_first.cmp(two_first).then_with(|| one.cmp(two))
        });
        let mut words: Vec<Word> = Vec::with_capacity(given.len());
        let mut rows = Vec::with_capacity(given.len());
        for (_, text, row) in given {
            let at = rows.len() as u32;
            rows.push(row);
            match words.last_mut() {
                Some(last) if last.text == text => last.rows.end = at + 1,
                _ => words.push(Word {
                    text,
                    rows: at..at + 1,
                }),
            }
        }
        let mut trie = Self {
            nodes: Vec::new(),
            letters: Vec::new(),
            first: First::default(),
            thirds: thirds(&words),
            words,
            rows,
        };
        trie.grow();
        let first = trie.following(0);
        trie.first = First::new(first.map(|node| (trie.letters[node], node as u32)));
        trie
    }

    /// Parts the words, in order, by their first characters, then those that begin alike by the next ones, and so on.
    fn grow(&mut self) {
        self.add(NO_LETTER, 0);
        // Of each node, the words that lead there.
        let all = 0..self.words.len();
        let mut alike = vec![all];
        let mut at = 0;
        while let Some(mut range) = alike.get(at).cloned() {
            let begun = self.nodes[at].begun;
            let ends = |word: &Word| word.text.len() == begun as usize;
            let alone = range.len() == 1 && at > 0;
            if alone || self.words.get(range.start).is_some_and(ends) {
                self.nodes[at].word = range.start as u32;
                if let Some(c) = self.next_of(range.start, begun) {
                    self.nodes[at].goes_on = c;
                    self.nodes[at].begun += c.len_utf8() as u32;
                }
                range.start += 1;
            }
            let first = self.nodes.len();
            for word in range {
                let Some(c) = self.next_of(word, begun) else {
                    continue;
                };
                if self.nodes.len() > first && self.letters.last() == Some(&c) {
                    alike[self.nodes.len() - 1].end = word + 1;
                    continue;
                }
                alike.push(word..word + 1);
                self.nodes[at].sieve |= sieve_bit(c);
                self.add(c, begun + c.len_utf8() as u32);
            }
            self.nodes[at].next = first as u32;
            at += 1;
        }
    }

    fn add(&mut self, letter: char, begun: u32) {
        self.letters.push(letter);
        self.nodes.push(Node {
            next: 0,
            word: NO_WORD,
            goes_on: NO_LETTER,
            begun,
            sieve: 0,
        });
    }

    /// The nodes that follow a node.
    #[inline]
    fn following(&self, node: usize) -> Range<usize> {
        let next = |node: usize| self.nodes.get(node).map(|node| node.next as usize);
        let end = next(node + 1).unwrap_or(self.nodes.len());
        next(node).unwrap_or(end)..end
    }

    /// The character of a word behind so many bytes.
    fn next_of(&self, word: usize, begun: u32) -> Option<char> {
        self.words[word].text.get(begun as usize..)?.chars().next()
    }

    /// Returns the words, each once.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.text.as_ref())
    }

    /// Returns the words with which `text` begins, the shortest first: how many characters each has, and its rows.
    #[inline]
    pub(crate) fn beginning(
        &self,
        mut text: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = (usize, &[V])> {
        let mut node = text.next().and_then(|c| self.first.get(c));
        let mut chars = 1;
        std::iter::from_fn(move || {
            loop {
                let at = node.take()? as usize;
                let here = self.nodes.get(at)?;
                if here.goes_on != NO_LETTER {
                    text.next().filter(|next| *next == here.goes_on)?;
                    chars += 1;
                }
                let word = self.words.get(here.word as usize);
                let rest = word.and_then(|word| word.text.get(here.begun as usize..));
                for c in rest.unwrap_or_default().chars() {
                    text.next().filter(|next| *next == c)?;
                    chars += 1;
                }
                let length = chars;
                let leads_on = |c: &char| here.sieve & sieve_bit(*c) != 0;
                node = text.next().filter(leads_on).and_then(|c| self.after(at, c));
                chars += 1;
                if let Some(Word { rows, .. }) = word {
                    let rows = rows.start as usize..rows.end as usize;
                    return Some((length, self.rows.get(rows)?));
                }
            }
        })
    }

    /// Returns the words that stand anywhere in a text, none of which begins in one before it: of those that begin at one place, the
    /// longest, with where it stands, and its rows.
    pub(crate) fn within<C: Letter>(
        &self,
        text: &[C],
    ) -> impl Iterator<Item = (Range<usize>, &[V])> {
        let mut rest = text;
        std::iter::from_fn(move || {
            while let Some((_, behind)) = rest.split_first() {
                let here = std::mem::replace(&mut rest, behind);
                if self.may_open(here)
                    && let Some((length, rows)) = self.beginning(chars(here)).last()
                {
                    rest = here.get(length..).unwrap_or_default();
                    let start = text.len() - here.len();
                    return Some((start..start + length, rows));
                }
            }
            None
        })
    }

    /// Whether a text may begin with a word, by its first characters.
    #[inline]
    fn may_open<C: Letter>(&self, text: &[C]) -> bool {
        let [one, two, three, ..] = *text else {
            return true;
        };
        let thirds = self.thirds.get(place_of(one.into(), two.into()));
        thirds.is_some_and(|thirds| thirds & sieve_bit(three.into()) != 0)
    }

    #[inline]
    fn after(&self, node: usize, c: char) -> Option<u32> {
        let following = self.following(node);
        let first = following.start;
        let letters = self.letters.get(following)?;
        let at = letters.binary_search(&c).ok()?;
        Some((first + at) as u32)
    }
}

/// How the words open, as in [`Trie::thirds`]. Behind the last character of a word stands any.
fn thirds(words: &[Word]) -> Vec<u32> {
    let mut thirds = vec![0; ENDS * ENDS];
    for word in words {
        let mut letters = word.text.chars();
        let Some(one) = letters.next() else {
            continue;
        };
        if let Some(two) = letters.next() {
            thirds[place_of(one, two)] |= letters.next().map_or(u32::MAX, sieve_bit);
        } else {
            let all = end_of(one) * ENDS..(end_of(one) + 1) * ENDS;
            thirds[all].fill(u32::MAX);
        }
    }
    thirds
}

/// Where [`Trie::thirds`] has what follows two characters.
#[inline]
fn place_of(one: char, two: char) -> usize {
    end_of(one) * ENDS + end_of(two)
}

/// The first eight bytes as a number that sorts as they do: most words part there.
fn first_bytes(word: &str) -> u64 {
    let mut bytes = word.bytes();
    (0..8).fold(0, |first, _| {
        first << 8 | u64::from(bytes.next().unwrap_or(0))
    })
}

impl First {
    fn new(chars: impl ExactSizeIterator<Item = (char, u32)>) -> Self {
        let room = (chars.len() * ROOM).next_power_of_two();
        let mut first = Self {
            places: vec![('\0', 0); room],
        };
        for (c, node) in chars {
            let mut at = first.place(c);
            while first.places[at].1 != 0 {
                at = first.behind(at);
            }
            first.places[at] = (c, node);
        }
        first
    }

    #[inline]
    fn get(&self, c: char) -> Option<u32> {
        let mut at = self.place(c);
        loop {
            let (here, node) = *self.places.get(at)?;
            if node == 0 || here == c {
                return (node > 0).then_some(node);
            }
            at = self.behind(at);
        }
    }

    /// By Knuth's multiplication by the golden ratio (The Art of Computer Programming, 6.4).
    #[inline]
    fn place(&self, c: char) -> usize {
        let hash = (c as u32).wrapping_mul(0x9E37_79B1) >> 16;
        hash as usize & (self.places.len().wrapping_sub(1))
    }

    #[inline]
    fn behind(&self, at: usize) -> usize {
        (at + 1) & (self.places.len().wrapping_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Trie;

    fn found(rows: &[(&'static str, u32)], text: &str) -> Vec<(usize, Vec<u32>)> {
        let trie = Trie::new(rows.iter().map(|(word, row)| (*word, *row)));
        let found = trie.beginning(text.chars());
        found.map(|(chars, rows)| (chars, rows.to_vec())).collect()
    }

    #[test]
    fn words_that_begin_alike_are_all_found_the_shortest_first() {
        let rows = [("渡轮", 1), ("渡", 2), ("渡轮停航", 3), ("轮", 4)];
        assert_eq!(found(&rows, "渡轮停了"), [(1, vec![2]), (2, vec![1])]);
    }

    #[test]
    fn rows_of_one_word_keep_their_order() {
        let rows = [("may", 1), ("mai", 2), ("may", 3)];
        assert_eq!(found(&rows, "may 4"), [(3, vec![1, 3])]);
    }

    #[test]
    fn nothing_is_found_in_the_middle_or_beyond_the_text() {
        let rows = [("ferry", 1), ("", 2), ("pier", 3), ("pietà", 4)];
        assert_eq!(found(&rows, "the ferry"), []);
        assert_eq!(found(&rows, "ferr"), []);
        assert_eq!(found(&rows, "piet"), []);
        assert_eq!(found(&rows, "pierced"), [(4, vec![3])]);
        assert_eq!(found(&rows, ""), []);
    }

    #[test]
    fn of_words_within_a_text_the_first_and_longest_count() {
        let rows = [("side", 1), ("sidebar", 2), ("bart", 3), ("tea", 4)];
        let trie = Trie::new(rows.into_iter());
        let found = trie.within(b"insidebartea side");
        let found: Vec<_> = found.map(|(place, rows)| (place, rows.to_vec())).collect();
        assert_eq!(
            found,
            [(2..9, vec![2]), (9..12, vec![4]), (13..17, vec![1])]
        );
    }

    proptest! {
        #[test]
        fn every_word_that_begins_a_text_is_found_and_no_other(
            rows in prop::collection::vec("[a-p渡-渹]{0,3}[ab]{0,2}", 0..80),
            text in "[a-p渡-渹]{0,3}[ab]{0,4}",
        ) {
            let trie = Trie::new(rows.iter().cloned().zip(0..));
            let found: Vec<(usize, Vec<usize>)> = trie
                .beginning(text.chars())
                .map(|(chars, rows)| (chars, rows.to_vec()))
                .collect();
            let rows_of = |word: &str| (0..rows.len()).filter(|&row| rows[row] == word).collect();
            let beginning = |chars| text.chars().take(chars).collect::<String>();
            let expected: Vec<(usize, Vec<usize>)> = (1..=text.chars().count())
                .map(|chars| (chars, rows_of(&beginning(chars))))
                .filter(|(_, rows): &(usize, Vec<usize>)| !rows.is_empty())
                .collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn no_word_within_a_text_is_missed(
            rows in prop::collection::vec("[a-p渡-渹]{0,2}[ab]{0,2}", 0..12),
            text in "[a-p渡-渹]{0,9}[ab]{0,4}",
        ) {
            let trie = Trie::new(rows.iter().cloned().zip(0..));
            let text: Vec<char> = text.chars().collect();
            let mut expected = Vec::new();
            let mut start = 0;
            while start < text.len() {
                let longest = trie.beginning(text[start..].iter().copied()).last();
                let end = longest.map_or(start, |(length, _)| start + length);
                if end > start {
                    expected.push(start..end);
                }
                start = end.max(start + 1);
            }
            let found: Vec<_> = trie.within(&text).map(|(place, _)| place).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
