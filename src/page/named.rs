//! What elements are named: what each class and id says is looked up once, as elements of one kind are named alike.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use crate::lexicon::names::{NameMask, names};
use crate::text::fold::{HASH_START, hash_byte};

/// Class and id in one spelling, parted by a space, and what they say.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Names {
    written: String,
    /// What the words in it say.
    pub(crate) says: NameMask,
    /// Equal for elements that are named alike but for the numbers in it: `post-12` and `post-7`.
    pub(crate) key: u64,
    /// Its number among those of the page.
    pub(crate) number: usize,
}

impl Names {
    fn of(written: String, number: usize) -> Self {
        Self {
            says: names(&written),
            key: key(&written),
            written,
            number,
        }
    }
}

impl Default for Names {
    fn default() -> Self {
        Self::of(String::new(), 0)
    }
}

impl Deref for Names {
    type Target = str;

    fn deref(&self) -> &str {
        &self.written
    }
}

/// The spellings of a page.
#[derive(Default)]
pub(crate) struct Spellings(HashSet<Spelling, foldhash::fast::RandomState>);

/// Names that are found by how they are written.
#[derive(PartialEq, Eq)]
struct Spelling(Arc<Names>);

impl Borrow<str> for Spelling {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Hash for Spelling {
    fn hash<H: Hasher>(&self, state: &mut H) {
        str::hash(self.borrow(), state);
    }
}

impl Spellings {
    /// Returns what an element with this class and id is named.
    pub(crate) fn names(&mut self, class: Option<&str>, id: Option<&str>) -> Arc<Names> {
        let class = class.unwrap_or_default();
        match id {
            None => self.known(class),
            Some(id) => self.known(&[class, " ", id].concat()),
        }
    }

    fn known(&mut self, written: &str) -> Arc<Names> {
        if let Some(Spelling(known)) = self.0.get(written) {
            return Arc::clone(known);
        }
        let names = Arc::new(Names::of(written.to_owned(), self.0.len()));
        self.0.insert(Spelling(Arc::clone(&names)));
        names
    }
}

/// The hash of a name with each number in it as one sign.
fn key(names: &str) -> u64 {
    let mut in_number = false;
    let mut key = HASH_START;
    for byte in names.bytes() {
        let digit = byte.is_ascii_digit();
        if !(digit && in_number) {
            key = hash_byte(key, if digit { b'0' } else { byte });
        }
        in_number = digit;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::Spellings;
    use crate::lexicon::names::NameMask;

    #[test]
    fn elements_are_named_alike_but_for_numbers_and_each_says_its_own() {
        let mut page = Spellings::default();
        let [one, two, side] =
            ["post-12", "post-7", "sidebar"].map(|class| page.names(Some(class), None));
        assert_eq!(one.key, two.key);
        assert_ne!(one.key, side.key);
        assert_ne!(one.number, two.number);
        assert!(side.says.intersects(NameMask::SIDEBAR));
        assert!(!one.says.intersects(NameMask::SIDEBAR));
        assert_eq!(page.names(Some("post-12"), None), one);
        assert_eq!(&**page.names(None, Some("side")), " side");
    }
}
