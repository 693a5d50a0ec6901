//! judge

pub(crate) mod lexicon;
