//! From tree to blocks.

use crate::input::dom::Dom;
use crate::limits::Limits;
use crate::page::block::Blocks;
use crate::page::claims::Claims;

/// Cuts a page into blocks.
pub(crate) fn blocks(_dom: &Dom, _claims: &Claims, _limits: &Limits) -> Blocks {
    Blocks {
        has_markup: true,
        ..Blocks::default()
    }
}
