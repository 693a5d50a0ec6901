//! Text as such: what it measures, how it is compared, what of it must not come out.

use std::collections::HashMap;

pub(crate) mod clean;
pub(crate) mod ends;
pub(crate) mod fold;
pub(crate) mod letters;
pub(crate) mod measure;
pub(crate) mod openings;
pub(crate) mod trie;

/// A table by keys of a page, keyed so that no page can choose ones that fall together. Its order is never asked for.
pub(crate) type Table<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// Returns an empty table with room for so many keys.
pub(crate) fn table<K, V>(room: usize) -> Table<K, V> {
    Table::with_capacity_and_hasher(room, foldhash::fast::RandomState::default())
}

/// What a text is made of that is read by places: characters, or bytes where all of it is ASCII.
pub(crate) trait Letter: Copy + Into<char> {}
impl Letter for u8 {}
impl Letter for char {}

/// Returns the characters of such a text.
#[inline]
pub(crate) fn chars<C: Letter>(text: &[C]) -> impl DoubleEndedIterator<Item = char> {
    text.iter().copied().map(Into::into)
}

/// Whether a name begins with one of these, in any case.
pub(crate) fn starts_with_any(name: &str, beginnings: &[&str]) -> bool {
    let first = name.bytes().next().map(|byte| byte.to_ascii_lowercase());
    beginnings.iter().any(|beginning| {
        beginning.bytes().next() == first
            && name
                .get(..beginning.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(beginning))
    })
}
