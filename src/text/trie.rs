//! Rows of words, found by the place where they begin in a text.
//!
//! A search for all rows at once over every place (Aho and Corasick's) costs more to build than a page costs to read. Rows begin where
//! a word may begin, so following the characters from there is enough, and most places are left after the first.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Words, each with what its rows say, in the order of the rows.
pub(crate) struct Trie<V> {
    /// From a node by a character to the next node, both in one number. Node 0 is the beginning.
    steps: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    nodes: Vec<Node<V>>,
}

/// A place in a word, up to which others may begin alike.
struct Node<V> {
    /// The rows of the one word that ends here, or that alone goes on from here.
    rows: Vec<V>,
    word: Cow<'static, str>,
    /// Bytes of the word that lead here.
    begun: usize,
}

impl<V> Node<V> {
    /// What the word goes on with.
    fn rest(&self) -> impl Iterator<Item = char> {
        self.word.get(self.begun..).unwrap_or_default().chars()
    }
}

impl<V> Trie<V> {
    /// Takes rows in the spelling of the texts that are searched. A row without a character is never found.
    pub(crate) fn new<W: Into<Cow<'static, str>>>(rows: impl Iterator<Item = (W, V)>) -> Self {
        let mut rows: Vec<(Cow<'static, str>, V)> =
            rows.map(|(word, row)| (word.into(), row)).collect();
        rows.sort_by(|(one, _), (two, _)| one.cmp(two));
        // What each word shares with the one before it, and the last with the none that follows.
        let alike = |pair: &[(Cow<str>, V)]| match pair {
            [(one, _), (two, _)] => alike(one, two),
            _ => 0,
        };
        let mut shared = vec![0];
        shared.extend(rows.windows(2).map(alike));
        shared.push(0);
        // Most words are told apart by a few characters.
        let room = rows.len() * 2;
        let mut trie = Self {
            steps: HashMap::with_capacity_and_hasher(room, BuildHasherDefault::default()),
            nodes: Vec::with_capacity(room),
        };
        trie.nodes.push(Node::default());
        // The nodes of the word before, from the beginning on.
        let mut path = vec![0];
        for ((word, row), shared) in rows.into_iter().zip(shared.windows(2)) {
            path.truncate(shared.first().map_or(0, |shared| shared + 1));
            let told_apart = shared.iter().max().map_or(0, |shared| shared + 1);
            let mut begun = 0;
            for (at, c) in word.chars().take(told_apart).enumerate() {
                begun += c.len_utf8();
                if at + 1 == path.len() {
                    path.push(trie.grow(path[at], c));
                }
            }
            let node = &mut trie.nodes[path.last().map_or(0, |node| *node as usize)];
            node.rows.push(row);
            (node.word, node.begun) = (word, begun);
        }
        trie
    }

    fn grow(&mut self, node: u32, c: char) -> u32 {
        let new = self.nodes.len() as u32;
        self.steps.insert(step(node, c), new);
        self.nodes.push(Node::default());
        new
    }

    /// Returns the words with which `text` begins, the shortest first: how many characters each has, and its rows.
    pub(crate) fn beginning(
        &self,
        mut text: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = (usize, &[V])> {
        let (mut at, mut chars) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                at = *self.steps.get(&step(at, text.next()?))?;
                chars += 1;
                let node = self.nodes.get(at as usize)?;
                if node.rows.is_empty() {
                    continue;
                }
                for c in node.rest() {
                    text.next().filter(|next| *next == c)?;
                    chars += 1;
                }
                return Some((chars, node.rows.as_slice()));
            }
        })
    }
}

impl<V> Default for Node<V> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            word: Cow::Borrowed(""),
            begun: 0,
        }
    }
}

/// How many characters two words begin alike with.
fn alike(one: &str, two: &str) -> usize {
    let pairs = one.chars().zip(two.chars());
    pairs.take_while(|(one, two)| one == two).count()
}

/// Bits of a character's number.
const CHAR_BITS: u32 = 21;

#[inline]
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
}
