//! Two runs of blocks that agree, pair by pair.

use std::ops::Range;

use crate::page::block::{BlockId, Blocks, Presence};

/// How many blocks either side may have between two blocks that agree: a promotion, a caption, a gallery that only one has.
pub(super) const GAP: u32 = 6;

/// Two blocks that agree, and how much.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) first: BlockId,
    pub(super) second: BlockId,
    /// 1 for equal texts.
    pub(super) likeness: f32,
}

impl Pair {
    pub(super) fn is_equal(&self) -> bool {
        self.likeness >= 1.0
    }

    pub(super) fn on(&self, second: bool) -> BlockId {
        if second { self.second } else { self.first }
    }

    pub(super) fn ids(&self) -> (BlockId, BlockId) {
        (self.first, self.second)
    }
}

/// Two runs of blocks that agree, as pairs in page order.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) pairs: Vec<Pair>,
    /// Characters of the pairs.
    pub(super) chars: u32,
}

impl Run {
    /// Adds the pairs of a run that stands before or behind this one on both sides.
    pub(super) fn add(&mut self, other: Self) {
        self.pairs.extend(other.pairs);
        self.pairs.sort_by_key(|pair| pair.first);
        self.chars += other.chars;
    }

    pub(super) fn side(&self, second: bool) -> Range<u32> {
        let first = self.pairs.first().map_or(0, |pair| pair.on(second).0);
        first..self.pairs.last().map_or(0, |pair| pair.on(second).0 + 1)
    }
}

/// How most of the text of a side stands on the page: a headline that is seen above a hidden text does not show it.
pub(super) fn presence(blocks: &Blocks, side: &Range<u32>) -> Presence {
    let ids = || side.clone().map(BlockId);
    let first = ids().map(|id| blocks[id].presence).min();
    let first = first.unwrap_or_default();
    let chars = |counts: &dyn Fn(Presence) -> bool| -> u32 {
        let counted = ids().filter(|&id| counts(blocks[id].presence));
        counted.map(|id| blocks[id].measure.chars).sum()
    };
    let all = chars(&|_| true);
    let most = |presence: &Presence| 2 * chars(&|other| other <= *presence) >= all;
    let others = Presence::HIDDEN.into_iter();
    let others = others.filter(|presence| *presence > first);
    std::iter::once(first)
        .chain(others)
        .find(most)
        .unwrap_or(first)
}
