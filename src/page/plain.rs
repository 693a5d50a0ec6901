//! From flat text to blocks.

use crate::limits::Limits;
use crate::page::block::Blocks;

/// Cuts flat text into blocks, one per line that is not blank.
pub(crate) fn blocks(_text: &str, _limits: &Limits) -> Blocks {
    Blocks::default()
}
