//! What is cut: a text that breaks off, and how much longer its whole has to be.

use crate::page::block::{BlockId, Blocks};

/// A hidden copy wins only by being this many times as long: then the visible one is an excerpt, …
const EXCERPT: f32 = 2.0;
/// … or this many times, where the visible one breaks off in the midst of a paragraph that the hidden one has whole.
const CUT_EXCERPT: f32 = 1.2;

/// How many times as long as what is seen a hidden text has to be.
pub(super) fn longer_than(breaks_off: bool) -> f32 {
    if breaks_off { CUT_EXCERPT } else { EXCERPT }
}

/// Whether a text is the beginning of another, and ends like no sentence, or part of another, and ends in dots: data may have no breaks.
/// The dots may stand where the paragraph ends.
pub(super) fn is_cut(blocks: &Blocks, id: BlockId, other: BlockId) -> bool {
    let (cut, whole) = (blocks.folded(id), blocks.folded(other));
    let dots = |id| ends_in_dots(blocks.text_of(id));
    let breaks_off = || !blocks[id].measure.ends_sentence && whole.starts_with(cut);
    let goes_on = || dots(id) && whole.contains(cut);
    let is_part = cut.len() < whole.len() && (breaks_off() || goes_on());
    !cut.is_empty() && (is_part || cut == whole && dots(id) && !dots(other))
}

/// Whether a text says that it goes on.
pub(super) fn ends_in_dots(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with('…') || text.ends_with("...")
}
