//! From tree, or flat text, to blocks and claims.

pub(crate) mod block;
pub(crate) mod claims;
pub(crate) mod jsonld;
pub(crate) mod line;
pub(crate) mod plain;
pub(crate) mod segment;
pub(crate) mod tags;
