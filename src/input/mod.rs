//! From bytes to text to tree.

pub(crate) mod decode;
pub(crate) mod dom;
