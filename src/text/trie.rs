//! Rows of words, found by the place where they begin in a text.
//!
//! A search for all rows at once over every place (Aho and Corasick's) costs more to build than a page costs to read. Rows begin where
//! a word may begin, so following the characters from there is enough, and most places are left after the first.

use std::borrow::Cow;
use std::ops::Range;

/// Words, each with what its rows say, in the order of the rows.
pub(crate) struct Trie<V> {
    /// Places in words up to which they begin alike. The first is the beginning; those that follow a place stand side by side.
    nodes: Vec<Node>,
    /// Of each node, the character that leads to it: in order among those that follow one place.
    letters: Vec<char>,
    /// Where most places of a text are left: by character, the node that it leads to from the beginning.
    first: First,
    words: Vec<Word>,
    rows: Vec<V>,
}

#[derive(Default)]
struct Node {
    /// The nodes that follow.
    next: Range<u32>,
    /// The word that ends here, or that alone goes on from here.
    word: Option<u32>,
    /// What it goes on with: most texts differ there, and the word need not be fetched.
    goes_on: Option<char>,
    /// Bytes of it that are in what led here, and in that.
    begun: u32,
}

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
            words,
            rows,
        };
        trie.grow();
        let first = trie.nodes[0].next.clone();
        trie.first = First::new(first.map(|node| (trie.letters[node as usize], node)));
        trie
    }

    /// Parts the words, in order, by their first characters, then those that begin alike by the next ones, and so on.
    fn grow(&mut self) {
        self.nodes.push(Node::default());
        self.letters.push('\0');
        // Of each node, the words that lead there.
        let all = 0..self.words.len();
        let mut alike = vec![all];
        let mut at = 0;
        while let Some(mut range) = alike.get(at).cloned() {
            let begun = self.nodes[at].begun;
            let ends = |word: &Word| word.text.len() == begun as usize;
            let alone = range.len() == 1 && at > 0;
            if alone || self.words.get(range.start).is_some_and(ends) {
                self.nodes[at].word = Some(range.start as u32);
                if let Some(c) = self.next_of(range.start, begun) {
                    self.nodes[at].goes_on = Some(c);
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
                self.letters.push(c);
                self.nodes.push(Node {
                    begun: begun + c.len_utf8() as u32,
                    ..Node::default()
                });
            }
            self.nodes[at].next = first as u32..self.nodes.len() as u32;
            at += 1;
        }
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
        let first = text.next().and_then(|c| self.first.get(c));
        let mut node = first.and_then(|node| self.nodes.get(node as usize));
        let mut chars = 1;
        std::iter::from_fn(move || {
            loop {
                let here = node.take()?;
                if let Some(c) = here.goes_on {
                    text.next().filter(|next| *next == c)?;
                    chars += 1;
                }
                let word = here.word.and_then(|word| self.words.get(word as usize));
                let rest = word.and_then(|word| word.text.get(here.begun as usize..));
                for c in rest.unwrap_or_default().chars() {
                    text.next().filter(|next| *next == c)?;
                    chars += 1;
                }
                let length = chars;
                node = text.next().and_then(|c| self.after(here, c));
                chars += 1;
                if let Some(Word { rows, .. }) = word {
                    let rows = rows.start as usize..rows.end as usize;
                    return Some((length, self.rows.get(rows)?));
                }
            }
        })
    }

    #[inline]
    fn after(&self, node: &Node, c: char) -> Option<&Node> {
        let letters = self
            .letters
            .get(node.next.start as usize..node.next.end as usize)?;
        let at = letters.binary_search(&c).ok()?;
        self.nodes.get(node.next.start as usize + at)
    }
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
    }
}
