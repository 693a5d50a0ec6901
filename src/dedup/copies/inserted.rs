//! What one copy alone has between two paragraphs that the others have side by side: a promotion that its template put in.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::groups::Group;
use super::scales::is_sentence;
use super::seeds::is_long;
use crate::grammar::credit;
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::page::block::{BlockId, Blocks, Kind, Presence};
use crate::page::figure::is_caption_by_markup;

/// Words of what is put in, at most.
const MOST_WORDS: f32 = 60.0;

/// Blocks that a template puts into one copy, at most. Where more are missing in the other, that one is abridged.
const MOST_INSERTED: usize = 2;

/// Blocks that the copies have in common, at least: a short item may have been written twice.
const LEAST_SHARED: usize = 4;

/// Share of the text of each copy that agrees with another, at least: a list of contents and the text below it are no copies to compare.
const SHARED: f32 = 0.8;

/// Signs that open what someone says: who is quoted is in the story.
const QUOTES: [char; 7] = ['"', '“', '„', '«', '「', '『', '‘'];

/// The blocks of a side that stand alone between two that agree, where every other side that has the two has nothing between.
pub(super) fn of(blocks: &Blocks, group: &Group, side: &Range<u32>) -> Vec<BlockId> {
    if !agree_nearly_all(blocks, group) {
        return Vec::new();
    }
    let seams = Seams::of(blocks, group, side);
    let ids = side.clone().map(BlockId);
    let texts: Vec<BlockId> = ids.filter(|&id| is_text(blocks, id)).collect();
    let is_shared = |id: &&BlockId| !seams.partners(**id).is_empty() && is_long(blocks, **id);
    if texts.iter().filter(is_shared).count() < LEAST_SHARED {
        return Vec::new();
    }
    // Before the first paragraph that agrees stand header lines and, in the copy that has all, the first paragraph of the text; behind the
    // last, the end of the text and the editors' names.
    let agrees = |id: &BlockId| !seams.partners(*id).is_empty() && is_sentence(blocks, *id);
    let begun = texts.iter().position(agrees).unwrap_or(texts.len());
    let ended = texts.iter().rposition(agrees).map_or(0, |last| last + 1);
    let texts = texts.get(begun..ended).unwrap_or_default();
    let inserted = texts.windows(3).filter_map(|around| match around {
        &[before, id, behind] => seams.is_inserted(before, id, behind).then_some(id),
        _ => None,
    });
    let inserted: Vec<BlockId> = inserted.collect();
    if inserted.len() > MOST_INSERTED {
        return Vec::new();
    }
    inserted
}

/// Whether of each side nearly all agrees with another.
fn agree_nearly_all(blocks: &Blocks, group: &Group) -> bool {
    let pairs = group.pairs.iter();
    let matched: HashSet<BlockId> = pairs.flat_map(|pair| [pair.first, pair.second]).collect();
    group.sides.iter().all(|side| {
        let (mut shared, mut all) = (0, 0);
        for id in side.clone().map(BlockId) {
            let chars = blocks[id].measure.chars;
            all += chars;
            shared += if matched.contains(&id) { chars } else { 0 };
        }
        shared as f32 >= SHARED * all as f32
    })
}

/// Where the blocks of one side meet, and what stands there in the others.
struct Seams<'a> {
    blocks: &'a Blocks,
    group: &'a Group,
    partners: HashMap<BlockId, Vec<BlockId>>,
}

impl<'a> Seams<'a> {
    fn of(blocks: &'a Blocks, group: &'a Group, side: &Range<u32>) -> Self {
        let mut partners: HashMap<BlockId, Vec<BlockId>> = HashMap::new();
        for pair in &group.pairs {
            for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
                if side.contains(&one.0) && !side.contains(&other.0) {
                    partners.entry(one).or_default().push(other);
                }
            }
        }
        Self {
            blocks,
            group,
            partners,
        }
    }

    /// The blocks of other sides that agree with one.
    fn partners(&self, id: BlockId) -> &[BlockId] {
        self.partners
            .get(&id)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Whether a block alone parts two that stand together wherever else they do.
    fn is_inserted(&self, before: BlockId, id: BlockId, behind: BlockId) -> bool {
        let blocks = self.blocks;
        let (before, behind) = (self.partners(before), self.partners(behind));
        let is_one_side = |(one, other): &(BlockId, BlockId)| {
            let mut sides = self.group.sides.iter();
            sides.any(|side| side.contains(&one.0) && side.contains(&other.0))
        };
        let meet = |(one, other): (BlockId, BlockId)| {
            one < other && !(one.0 + 1..other.0).any(|at| is_text(blocks, BlockId(at)))
        };
        let mut others = before
            .iter()
            .flat_map(|&one| behind.iter().map(move |&other| (one, other)))
            .filter(is_one_side);
        let holds = |other: &BlockId| blocks.folded(*other).contains(blocks.folded(id));
        self.partners(id).is_empty()
            && is_promotion(blocks, id)
            && !before.is_empty()
            && !behind.is_empty()
            && others.all(meet)
            && !before.iter().chain(behind).any(holds)
    }
}

fn is_text(blocks: &Blocks, id: BlockId) -> bool {
    blocks[id].kind != Kind::Picture && !blocks.folded(id).is_empty()
}

/// Whether a line behind a picture is its caption: the copy without the picture lacks both.
fn is_caption(blocks: &Blocks, id: BlockId) -> bool {
    let mut before = (id.0.saturating_sub(1)..id.0).map(BlockId);
    before.any(|other| blocks[other].kind == Kind::Picture)
        && (is_caption_by_markup(blocks, id) || credit::marks_caption(blocks.text_of(id)))
}

/// Whether a block may have been put in: a short paragraph of its own in which nobody speaks, and that leads to nothing.
fn is_promotion(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    block.kind == Kind::Paragraph
        && block.measure.weight() <= MOST_WORDS
        && block.presence < Presence::JsonLd
        && !blocks.text_of(id).contains(QUOTES)
        && !blocks.text_of(id).ends_with([':', '：'])
        && !is_caption(blocks, id)
        && blocks
            .within(id, &["blockquote", "li", "td", "th", "dd", "pre", "figure"])
            .is_none()
        && HeaderLine::metadata(blocks.text_of(id), &Hints::default()).is_none()
}
