//! From a field's text to its value.

pub(crate) mod date;
