//! From bytes to text to tree.

mod binary;
mod byte_places;
pub(crate) mod decode;
mod detect;
pub(crate) mod dom;
mod feed;
mod guard;
mod prescan;
pub(crate) mod selected;
mod sink;
mod tags;
mod tree;
