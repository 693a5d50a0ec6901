//! What stands twice on one page.

pub(crate) mod align;
pub(crate) mod caption_lines;
pub(crate) mod caption_pairs;
pub(crate) mod captions;
pub(crate) mod classes;
pub(crate) mod copies;
