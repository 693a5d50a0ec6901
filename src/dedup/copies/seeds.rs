//! Where two runs may begin to agree: pairs of long blocks with equal texts, beginnings, or ends.

use crate::page::block::{BlockId, Blocks, Kind};
use crate::text::ends::{first_chars, last_chars};
use crate::text::fold;

/// A text that stands on more places than this votes for no run: it is furniture or a refrain.
const MOST_HOLDERS: usize = 16;

/// Folded characters by which a beginning or an end is known. An edit touches one of the two only, and a cut leaves the beginning.
const SHINGLE_CHARS: usize = 20;

/// Two blocks that agree at an end at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    pub(super) first: BlockId,
    pub(super) second: BlockId,
}

/// What the keys of beginnings and ends are salted with: a beginning is no end.
const OPENING: u64 = 0x9e37_79b9_7f4a_7c15;
/// See [`OPENING`].
const ENDING: u64 = 0xc2b2_ae3d_27d4_eb4f;

/// Returns the pairs in page order of the first, then of the second.
pub(super) fn pairs(blocks: &Blocks) -> Vec<Seed> {
    let mut holders: Vec<(u64, BlockId)> = Vec::new();
    for id in blocks.ids().filter(|&id| is_long(blocks, id)) {
        let (opening, ending) = ends(blocks.folded(id));
        holders.push((blocks.key(id), id));
        holders.push((opening ^ OPENING, id));
        holders.push((ending ^ ENDING, id));
    }
    holders.sort_unstable();
    let mut seeds = Vec::new();
    for same in holders.chunk_by(|a, b| a.0 == b.0) {
        if same.len() > MOST_HOLDERS {
            continue;
        }
        for (at, &(_, first)) in same.iter().enumerate() {
            let later = same.iter().skip(at + 1);
            seeds.extend(
                later
                    .map(|&(_, second)| Seed { first, second })
                    .filter(|seed| !is_row(blocks, *seed)),
            );
        }
    }
    seeds.sort_unstable();
    seeds.dedup();
    seeds
}

/// The hashes of the first and of the last characters.
pub(super) fn ends(folded: &str) -> (u64, u64) {
    let front = first_chars(folded, SHINGLE_CHARS);
    let back = last_chars(folded, SHINGLE_CHARS);
    (fold::hash(front), fold::hash(back))
}

/// Whether a block is long enough to vote. Lines of code say the same over and over.
pub(super) fn is_long(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    block.measure.is_long() && block.kind != Kind::Code
}

/// Equal cells of one table and equal items of one list are rows that say the same, not copies; what stands twice in one item, as in
/// the column of a layout, may be.
fn is_row(blocks: &Blocks, seed: Seed) -> bool {
    let within = |tags: &[&str]| {
        let (first, second) = (
            blocks.within(seed.first, tags),
            blocks.within(seed.second, tags),
        );
        first.is_some() && first == second
    };
    match (blocks[seed.first].kind, blocks[seed.second].kind) {
        (Kind::Cell, Kind::Cell) => within(&["table"]) && !within(&["td", "th"]),
        (Kind::ListItem, Kind::ListItem) => {
            within(&["ul", "ol", "dl"]) && !within(&["li", "dd", "dt"])
        }
        _ => false,
    }
}
