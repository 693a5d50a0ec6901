//! What elements are named: what each class and id says is looked up once, as elements of one kind are named alike.

use crate::lexicon::names::{NameMask, names};
use crate::page::block::{Blocks, ElementId};
use crate::text::Table;
use crate::text::fold::{HASH_START, hash_byte};

/// What a page's elements are named.
pub(crate) struct Named {
    /// Per element, the number of what it is named.
    of: Vec<usize>,
    spellings: Vec<Spelling>,
}

/// Class and id in one spelling.
struct Spelling {
    says: NameMask,
    key: u64,
}

impl Named {
    pub(crate) fn of(blocks: &Blocks) -> Self {
        let mut known: Table<&str, usize> = Table::default();
        let mut spellings = Vec::new();
        let mut number = |written| {
            *known.entry(written).or_insert_with(|| {
                spellings.push(Spelling {
                    says: names(written),
                    key: key(written),
                });
                spellings.len() - 1
            })
        };
        let elements = blocks.elements.iter();
        let of = elements.map(|element| number(&element.names)).collect();
        Self { of, spellings }
    }

    /// What the element's class and id say.
    pub(crate) fn says(&self, element: ElementId) -> NameMask {
        let spelling = self.spelling(element);
        spelling.map_or(NameMask::NONE, |spelling| spelling.says)
    }

    /// Equal for elements that are named alike but for the numbers in it: `post-12` and `post-7`.
    pub(crate) fn key(&self, element: ElementId) -> u64 {
        self.spelling(element).map_or(0, |spelling| spelling.key)
    }

    /// The number of what the element is named, below [`len`](Self::len).
    pub(crate) fn number(&self, element: ElementId) -> usize {
        self.of.get(element.at()).copied().unwrap_or_default()
    }

    /// How many names there are.
    pub(crate) fn len(&self) -> usize {
        self.spellings.len()
    }

    fn spelling(&self, element: ElementId) -> Option<&Spelling> {
        self.spellings.get(self.number(element))
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
    use super::Named;
    use crate::input::dom::Dom;
    use crate::lexicon::names::NameMask;
    use crate::limits::Limits;
    use crate::page::block::{Blocks, ElementId};
    use crate::page::claims::Claims;
    use crate::page::segment;

    fn element(blocks: &Blocks, names: &str) -> ElementId {
        let at = blocks
            .elements
            .iter()
            .position(|element| element.names.trim() == names);
        at.map_or(ElementId::ROOT, |at| ElementId(at as u32))
    }

    #[test]
    fn elements_are_named_alike_but_for_numbers_and_each_says_its_own() {
        let page = "<div class='post-12'><p>One</p></div><div class='post-7'><p>Two</p></div>\
            <div class='sidebar'><p>Three</p></div>";
        let limits = Limits::default();
        let blocks = segment::blocks(&Dom::parse(page, &limits), &Claims::default(), &limits);
        let named = Named::of(&blocks);
        let [one, two, side] =
            ["post-12", "post-7", "sidebar"].map(|names| element(&blocks, names));
        assert_eq!(named.key(one), named.key(two));
        assert_ne!(named.key(one), named.key(side));
        assert_ne!(named.number(one), named.number(two));
        assert!(named.says(side).intersects(NameMask::SIDEBAR));
        assert!(!named.says(one).intersects(NameMask::SIDEBAR));
    }
}
