//! From a field's text to its value.

pub(crate) mod byline;
#[cfg(test)]
pub(crate) mod cases;
pub(crate) mod credit;
mod credit_words;
pub(crate) mod date;
pub(crate) mod header;
pub(crate) mod labels;
mod name;
pub(crate) mod names;
pub(crate) mod roles;
pub(crate) mod source;
pub(crate) mod wire;
