//! Text as such: what it measures, how it is compared, what of it must not come out.

pub(crate) mod clean;
pub(crate) mod fold;
pub(crate) mod measure;
pub(crate) mod openings;
pub(crate) mod trie;

/// What a text is made of that is read by places: characters, or bytes where all of it is ASCII.
pub(crate) trait Letter: Copy + Into<char> {}
impl Letter for u8 {}
impl Letter for char {}

/// Returns the characters of such a text.
#[inline]
pub(crate) fn chars<C: Letter>(text: &[C]) -> impl DoubleEndedIterator<Item = char> {
    text.iter().copied().map(Into::into)
}
