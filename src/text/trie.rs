//! Rows of words, found by the place where they begin in a text.
//!
//! A search for all rows at once over every place (Aho and Corasick's) costs more to build than a page costs to read. Rows begin where
//! a word may begin, so following the characters from there is enough, and most places are left after the first.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Words, each with what its rows say, in the order of the rows.
pub(crate) struct Trie<V> {
    /// From a node by a character to the next node, both in one number. Node 0 is the beginning.
    steps: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    /// Per node the list of those rows whose word ends there; list 0 is empty.
    ends: Vec<u32>,
    rows: Vec<Vec<V>>,
}

impl<V> Trie<V> {
    /// Takes rows in the spelling of the texts that are searched. A row without a character is never found.
    pub(crate) fn new<C: IntoIterator<Item = char>>(rows: impl Iterator<Item = (C, V)>) -> Self {
        let mut trie = Self {
            steps: HashMap::default(),
            ends: vec![0],
            rows: vec![Vec::new()],
        };
        for (word, row) in rows {
            let end = word.into_iter().fold(0, |node, c| trie.grow(node, c));
            trie.end_at(end).push(row);
        }
        trie
    }

    fn grow(&mut self, node: u32, c: char) -> u32 {
        let new = self.ends.len() as u32;
        let next = *self.steps.entry(step(node, c)).or_insert(new);
        if next == new {
            self.ends.push(0);
        }
        next
    }

    fn end_at(&mut self, node: u32) -> &mut Vec<V> {
        let new = self.rows.len();
        let list = &mut self.ends[node as usize];
        if *list == 0 {
            *list = new as u32;
            self.rows.push(Vec::new());
        }
        &mut self.rows[*list as usize]
    }

    /// Returns the words with which `text` begins, the shortest first: how many characters each has, and its rows.
    pub(crate) fn beginning<'t>(
        &'t self,
        text: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = (usize, &'t [V])> {
        let nodes = text.scan(0, |node, c| {
            *node = *self.steps.get(&step(*node, c))?;
            Some(*node)
        });
        (1..).zip(nodes).filter_map(|(chars, node)| {
            let rows = self.rows[self.ends[node as usize] as usize].as_slice();
            (!rows.is_empty()).then_some((chars, rows))
        })
    }
}

/// Bits of a character's number.
const CHAR_BITS: u32 = 21;

fn step(node: u32, c: char) -> u64 {
    u64::from(node) << CHAR_BITS | u64::from(u32::from(c))
}

/// Spreads a number by one multiplication (Fibonacci hashing). The numbers hashed are those of the rows; nobody else chooses them.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let product = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // The upper half is mixed best; a table looks at both ends.
        self.0 = product ^ product >> 32;
    }
}

#[cfg(test)]
mod tests {
    use super::Trie;

    fn found(rows: &[(&'static str, u32)], text: &str) -> Vec<(usize, Vec<u32>)> {
        let trie = Trie::new(rows.iter().map(|(word, row)| (word.chars(), *row)));
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
        let rows = [("ferry", 1), ("", 2)];
        assert_eq!(found(&rows, "the ferry"), []);
        assert_eq!(found(&rows, "ferr"), []);
        assert_eq!(found(&rows, ""), []);
    }
}
