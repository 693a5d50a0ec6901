//! What stands twice on one page.

pub(crate) mod align;
pub(crate) mod copies;
mod in_common;
