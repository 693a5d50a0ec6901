//! Copies in other paragraphs: what one has in one block the other has in several.
//!
//! A folded text is the same however it is broken. So two places of a page are followed letter by letter, over the ends of blocks; what
//! only one of them has, a heading or a caption, is passed over where a block ends.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::run::{GAP, Pair, Run};
use super::seeds::{Seed, is_long};
use crate::page::block::{BlockId, Blocks, Kind, Presence};

/// Share of a block that the other side has, from which the block agrees: the last one may be cut.
const WHOLE: f32 = 0.9;

/// Pictures and other blocks without text between two texts, at most.
const MOST_SILENT: usize = 64;

/// Bytes compared at once that cost as much as looking at one pair of blocks.
const WORK_BYTES: usize = 256;

/// Grows a seed whose one block begins or ends as the other does and is longer, in both directions. None where the blocks are not broken
/// otherwise. `taken` are the pairs of the copies found, with their second sides, and `work` counts the blocks looked at.
pub(super) fn grow(
    blocks: &Blocks,
    seed: Seed,
    taken: &HashMap<(BlockId, BlockId), Range<u32>>,
    work: &mut usize,
) -> Option<Run> {
    let (one, other) = (blocks.folded(seed.first), blocks.folded(seed.second));
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let opens = long.starts_with(short);
    let is_part = short.len() < long.len() && (opens || long.ends_with(short));
    if !is_part || !is_read(blocks, seed.first) || !is_read(blocks, seed.second) {
        return None;
    }
    // A seed of beginnings is left behind by what goes back from it, one of ends by what goes on.
    let (first, second) = (seed.first.0, seed.second.0);
    let end = blocks.len() as u32;
    let shift = u32::from(!opens);
    let back = (0..first + shift, first + 1..second + shift);
    let mut walk = Walk {
        blocks,
        taken,
        parts: Vec::new(),
        work: 0,
    };
    walk.follow(false, &back);
    let seconds = walk.parts.iter().map(|part| part.second.0);
    let bound = seconds.min().unwrap_or(second);
    walk.follow(true, &(first + shift..bound, second + shift..end));
    *work += walk.work;
    walk.run()
}

/// Whether a block is text and no data: what data hold is sought as a whole elsewhere.
fn is_read(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    block.presence < Presence::JsonLd
        && !matches!(block.kind, Kind::Picture | Kind::Code)
        && !blocks.folded(id).is_empty()
}

/// What two blocks have in common, in bytes.
#[derive(Clone, Copy)]
struct Part {
    first: BlockId,
    second: BlockId,
    bytes: usize,
}

/// A place in the text of a page: a block, and how much of it is told.
#[derive(Clone, Copy)]
struct Place {
    id: BlockId,
    told: usize,
}

struct Walk<'a> {
    blocks: &'a Blocks,
    taken: &'a HashMap<(BlockId, BlockId), Range<u32>>,
    parts: Vec<Part>,
    work: usize,
}

impl Walk<'_> {
    /// Follows both sides from the near end of their ranges as far as they agree.
    fn follow(&mut self, ahead: bool, ranges: &(Range<u32>, Range<u32>)) {
        let start = |range: &Range<u32>| self.text_from(range.clone(), ahead);
        let (Some(mut x), Some(mut y)) = (start(&ranges.0), start(&ranges.1)) else {
            return;
        };
        let from = x.id;
        loop {
            let shared = self.shared(ahead, x, y);
            if shared == 0 {
                match self.passed(ahead, (x, y), ranges) {
                    Some(behind) => (x, y) = behind,
                    None => return,
                }
                continue;
            }
            // In the second side of other copies, what comes to a pair of theirs goes on in the copy before.
            let side = self.taken.get(&(x.id, y.id));
            if side.is_some_and(|side| side.contains(&from.0)) {
                return;
            }
            self.parts.push(Part {
                first: x.id,
                second: y.id,
                bytes: shared,
            });
            let next = |place, range| self.told(ahead, place, shared, range);
            match (next(x, &ranges.0), next(y, &ranges.1)) {
                (Some(on), Some(other)) => (x, y) = (on, other),
                _ => return,
            }
        }
    }

    /// The first text of a range, or the last.
    fn text_from(&self, range: Range<u32>, ahead: bool) -> Option<Place> {
        let is_text = |at: &u32| is_read(self.blocks, BlockId(*at));
        let at = if ahead {
            range.take(MOST_SILENT).find(is_text)
        } else {
            range.rev().take(MOST_SILENT).find(is_text)
        };
        let id = BlockId(at?);
        Some(Place { id, told: 0 })
    }

    /// What is not told of a block.
    fn rest(&self, ahead: bool, place: Place) -> &str {
        let text = self.blocks.folded(place.id);
        let rest = if ahead {
            text.get(place.told..)
        } else {
            text.get(..text.len() - place.told)
        };
        rest.unwrap_or_default()
    }

    /// The bytes that one rest has of the other, when the one is all of what the other goes on with.
    fn shared(&mut self, ahead: bool, x: Place, y: Place) -> usize {
        let (one, other) = (self.rest(ahead, x), self.rest(ahead, y));
        let (short, long) = if one.len() < other.len() {
            (one, other)
        } else {
            (other, one)
        };
        let agrees = if ahead {
            long.starts_with(short)
        } else {
            long.ends_with(short)
        };
        let bytes = short.len();
        self.work += 1 + bytes / WORK_BYTES;
        if agrees { bytes } else { 0 }
    }

    /// The place behind so many bytes more, in the next block where this one ends.
    fn told(&self, ahead: bool, place: Place, bytes: usize, range: &Range<u32>) -> Option<Place> {
        let told = place.told + bytes;
        if told < self.blocks.folded(place.id).len() {
            return Some(Place { told, ..place });
        }
        self.next(ahead, place, range)
    }

    fn next(&self, ahead: bool, place: Place, range: &Range<u32>) -> Option<Place> {
        let at = place.id.0;
        let rest = if ahead {
            at + 1..range.end
        } else {
            range.start..at
        };
        self.text_from(rest, ahead)
    }

    /// The nearest places that agree again, behind blocks that only one of the two has.
    fn passed(
        &mut self,
        ahead: bool,
        from: (Place, Place),
        ranges: &(Range<u32>, Range<u32>),
    ) -> Option<(Place, Place)> {
        let line = |place: Place, range: &Range<u32>| {
            let mut line = vec![place];
            // Nothing is passed over in the midst of a block.
            while place.told == 0 && line.len() <= GAP as usize {
                let last = line.last().copied()?;
                match self.next(ahead, last, range) {
                    Some(next) => line.push(next),
                    None => break,
                }
            }
            Some(line)
        };
        let (xs, ys) = (line(from.0, &ranges.0)?, line(from.1, &ranges.1)?);
        for total in 1..=GAP as usize {
            for by in 0..=total {
                let (Some(&x), Some(&y)) = (xs.get(by), ys.get(total - by)) else {
                    continue;
                };
                let is_long = is_long(self.blocks, x.id) && is_long(self.blocks, y.id);
                let is_equal = self.rest(ahead, x) == self.rest(ahead, y);
                if (is_long || is_equal) && self.shared(ahead, x, y) > 0 {
                    return Some((x, y));
                }
            }
        }
        None
    }

    /// The blocks that agree as a run, when one of them agrees with several.
    fn run(self) -> Option<Run> {
        let mut told: BTreeMap<BlockId, usize> = BTreeMap::new();
        for part in &self.parts {
            *told.entry(part.first).or_default() += part.bytes;
            *told.entry(part.second).or_default() += part.bytes;
        }
        let is_whole = |id: BlockId| {
            let all = self.blocks.folded(id).len();
            told.get(&id)
                .is_some_and(|&bytes| bytes as f32 >= WHOLE * all as f32)
        };
        // A heading that holds a line more has a kicker or a subtitle in it.
        let is_longer = |id: BlockId, bytes: usize| {
            matches!(self.blocks[id].kind, Kind::Heading(_)) && bytes < self.blocks.folded(id).len()
        };
        let holds =
            |part: &Part| is_longer(part.first, part.bytes) || is_longer(part.second, part.bytes);
        let whole = |part: &&Part| is_whole(part.first) && is_whole(part.second) && !holds(part);
        let pair = |part: &Part| Pair {
            first: part.first,
            second: part.second,
            likeness: 1.0,
        };
        let mut pairs: Vec<Pair> = self.parts.iter().filter(whole).map(pair).collect();
        pairs.sort_by_key(Pair::ids);
        let again = |two: &[Pair]| matches!(two, [one, next] if one.first == next.first || one.second == next.second);
        if !pairs.windows(2).any(again) {
            return None;
        }
        let chars = |id: BlockId| self.blocks[id].measure.chars;
        let chars = texts(&pairs, false).map(chars).sum();
        Some(Run { pairs, chars })
    }
}

/// The blocks of one side, each once.
pub(super) fn texts(pairs: &[Pair], second: bool) -> impl Iterator<Item = BlockId> {
    let mut last = None;
    let ids = pairs.iter().map(move |pair| pair.on(second));
    ids.filter(move |id| last.replace(*id) != Some(*id))
}
