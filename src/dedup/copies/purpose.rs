//! Runs that agree and are no copies: what a page says twice on purpose.

use super::runs::{Pair, Run};
use super::seeds::is_long;
use crate::dedup::align::Change;
use crate::page::block::{BlockId, Blocks, ElementId, Kind};

/// Share of a run's characters that stand in blocks which differ by more than a slip, at most: beyond it the two are variants of a
/// text, as the terms of two offers are. A copy of an article has other wordings in dates and counters only.
const MOST_VARIANTS: f32 = 0.1;

/// Share of the sentences of a page that stands in quotations twice and is no quotation: a page may put its article in one.
const QUOTED_ARTICLE: f32 = 0.5;

/// Whether two runs are rows of one list, which may say the same, or parts made by one template that open with texts of their own.
pub(super) fn are_parallel(blocks: &Blocks, run: &Run) -> bool {
    let (one, other) = (run.side(false).start, run.side(true).start);
    let Some((around, parts)) = meeting(blocks, one, other) else {
        return false;
    };
    let is_list = matches!(blocks[around].tag.as_str(), "ul" | "ol" | "dl");
    let openings = (
        opening(blocks, parts.0, one),
        opening(blocks, parts.1, other),
    );
    let open_apart = matches!(openings, (Some(a), Some(b)) if blocks.key(a) != blocks.key(b));
    is_list || open_apart && is_template(blocks, parts)
}

/// The innermost element around two blocks, and the elements right below it that each stands in.
pub(super) fn meeting(
    blocks: &Blocks,
    one: u32,
    other: u32,
) -> Option<(ElementId, (ElementId, ElementId))> {
    let holds = |element: ElementId, at: u32| blocks[element].blocks.contains(&at);
    let below = |at: u32, not: u32| {
        let line = blocks.ancestors(BlockId(at));
        line.take_while(|&element| !holds(element, not)).last()
    };
    let parts = (below(one, other)?, below(other, one)?);
    Some((blocks[parts.0].parent, parts))
}

/// Whether two elements were made by one template: the same tag with the same first class.
fn is_template(blocks: &Blocks, parts: (ElementId, ElementId)) -> bool {
    let kind = |element: ElementId| {
        let element = &blocks[element];
        (element.tag.as_str(), element.names.split(' ').next())
    };
    kind(parts.0) == kind(parts.1)
}

/// The last heading or long block of an element before a place in it.
fn opening(blocks: &Blocks, part: ElementId, before: u32) -> Option<BlockId> {
    let mut before = (blocks[part].blocks.start..before).rev().map(BlockId);
    before.find(|&id| matches!(blocks[id].kind, Kind::Heading(_)) || is_long(blocks, id))
}

/// Whether one of two runs quotes the other, or both quote a third. `share` is what part of the page's sentences they are.
pub(super) fn is_quotation(blocks: &Blocks, run: &Run, share: f32) -> bool {
    let quoted = |second: bool| {
        let first = BlockId(run.side(second).start);
        blocks.within(first, &["blockquote"]).is_some()
    };
    let (one, other) = (quoted(false), quoted(true));
    one != other || one && share < QUOTED_ARTICLE
}

/// The edit that parts two blocks, when it is a slip: not in a number, a name or a negation.
fn slip<'a>(blocks: &'a Blocks, pair: &Pair) -> Option<Change<'a>> {
    let text = |id: BlockId| blocks.text_of(id);
    let change = Change::between(text(pair.first), text(pair.second));
    (!change.counts() && !change.names()).then_some(change)
}

/// Whether a slip is all that parts two blocks that are not equal.
pub(super) fn is_slip(blocks: &Blocks, pair: &Pair) -> bool {
    slip(blocks, pair).is_some()
}

/// Whether so much of a run differs by more than slips that the two are variants of a text. Clauses and entries that are parallel
/// differ in the same word each time.
pub(super) fn are_variants(blocks: &Blocks, run: &Run) -> bool {
    let edited: Vec<&Pair> = run.pairs.iter().filter(|pair| !pair.is_equal()).collect();
    let slips: Vec<Option<Change<'_>>> = edited.iter().map(|pair| slip(blocks, pair)).collect();
    let mut found = slips.iter().flatten();
    let first = found.next();
    let parallel = found.any(|slip| Some(slip) == first);
    let pairs = edited.iter().zip(&slips);
    let variants = pairs.filter(|(_, slip)| parallel || slip.is_none());
    let chars: u32 = variants
        .map(|(pair, _)| blocks[pair.first].measure.chars)
        .sum();
    chars as f32 > MOST_VARIANTS * run.chars as f32
}
