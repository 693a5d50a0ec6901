//! Text as such: what it measures, how it is compared, what of it must not come out.

pub(crate) mod clean;
pub(crate) mod fold;
pub(crate) mod measure;
pub(crate) mod openings;
pub(crate) mod trie;
