//! Runs that agree and are no copies: what a page says twice on purpose.

use std::collections::HashMap;

use super::run::{Pair, Run};
use super::seeds::is_long;
use crate::dedup::align::Change;
use crate::page::block::{BlockId, Blocks, ElementId, Kind};

/// Share of the characters of a run's long blocks that stand in blocks which differ by more than a slip, at most: beyond it the two are variants of a
/// text, as the terms of two offers are. A copy of an article has other wordings in dates and counters only.
const MOST_VARIANTS: f32 = 0.1;

/// Words by which one text may be longer and still say another thing: a number, a negation. More are a cut end or a note.
const MOST_WORDS_ADDED: usize = 3;

/// Whether two runs say the same on purpose: as rows, or as variants of a text. They then stand at the same depth; what stands deeper in
/// one is a quotation, and a forum's answer that quotes a whole post repeats it.
pub(super) fn is_wanted(blocks: &Blocks, run: &Run) -> bool {
    let chars = |pair: &&Pair| blocks[pair.first].measure.chars;
    let depth = |id: BlockId| blocks[blocks[id].owner].depth;
    let longest = run.pairs.iter().max_by_key(chars);
    let level = longest.is_some_and(|pair| depth(pair.first) == depth(pair.second));
    level && (are_parallel(blocks, run) || are_variants(blocks, run))
}

/// Whether two runs are rows of one list, or in parts that one template made and that open with texts of their own.
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

fn change<'a>(blocks: &'a Blocks, pair: &Pair) -> Change<'a> {
    Change::between(blocks.text_of(pair.first), blocks.text_of(pair.second))
}

/// Whether a slip is all that parts two blocks that are not equal: an edit that is not in a number, a name or a negation.
pub(super) fn is_slip(blocks: &Blocks, pair: &Pair) -> bool {
    change(blocks, pair).is_slip()
}

/// Whether so much of a run's long blocks differs by more than slips that the two are variants of a text: in a number, or in one name
/// for another. Clauses and entries that are parallel differ in the same word, mostly, wherever it stands; what stands around the texts of a
/// forum or a list, in short lines, differs always.
fn are_variants(blocks: &Blocks, run: &Run) -> bool {
    let both_long = |pair: &&Pair| is_long(blocks, pair.first) && is_long(blocks, pair.second);
    let long: Vec<&Pair> = run.pairs.iter().filter(both_long).collect();
    let edited = long.iter().filter(|pair| !pair.is_equal());
    let changes: Vec<(&Pair, Change<'_>)> =
        edited.map(|pair| (*pair, change(blocks, pair))).collect();
    let mut slips: HashMap<&Change<'_>, usize> = HashMap::new();
    for (pair, change) in &changes {
        let (before, after) = (blocks.text_of(pair.first), blocks.text_of(pair.second));
        if change.is_slip() && change.is_throughout(before, after) {
            *slips.entry(change).or_default() += 1;
        }
    }
    let is_variant = |change: &Change<'_>| {
        let replaces = !change.adds();
        let counts = change.counts() && (replaces || change.words().count() <= MOST_WORDS_ADDED);
        let is_parallel = || {
            let times = slips.get(change).copied().unwrap_or_default();
            times > 1 && 2 * times > changes.len()
        };
        counts || replaces && change.names() || is_parallel()
    };
    let chars = |pair: &Pair| blocks[pair.first].measure.chars;
    let variants = changes.iter().filter(|(_, change)| is_variant(change));
    let variants: u32 = variants.map(|(pair, _)| chars(pair)).sum();
    let all: u32 = long.into_iter().map(chars).sum();
    variants as f32 > MOST_VARIANTS * all as f32
}
