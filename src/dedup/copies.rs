//! Copies: runs of blocks that stand twice and agree in order.
//!
//! A line that resembles another is no copy; a run that agrees with another run is. Seeds are pairs of equal long blocks; each grows
//! forward through equal blocks a few places on, near-equal blocks are aligned between them, and the run counts when it is long
//! enough. No block is compared with all others: the work is bounded by [`Limit::CopyPairs`].

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::dedup::align::similarity;
use crate::limits::{Hits, Limit, Limits};
use crate::page::block::{BlockId, Blocks, Kind, Presence};
use crate::text::fold;

/// A text that stands on more places than this votes for no run: it is furniture or a refrain.
const MOST_HOLDERS: usize = 16;

/// How many blocks either side may have between two blocks that agree: a promotion, a caption, a gallery that only one has.
const GAP: u32 = 6;

/// Equal long blocks that make two runs copies (notes on duplication: three, or most of the smaller container).
const LONG_BLOCKS: usize = 3;

/// Share of a run's text, on the side with less of it, that must be matched. Below it the two only quote the same things.
const AGREEMENT: f32 = 0.5;

/// Two blocks in the same gap between matched neighbours are one block edited from this likeness on.
const EDITED: f32 = 0.6;

/// Completeness differs when one side has this much more text.
const MORE_COMPLETE: f32 = 1.05;

/// What a block is a copy of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Twin {
    /// The block that is kept in its stead.
    pub(crate) kept: BlockId,
    pub(crate) similarity: f32,
}

/// Where a block stands in regard to the runs found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Standing {
    /// In no run that stands twice.
    #[default]
    Single,
    /// In the run that is kept.
    Kept,
    /// In another run: the kept run has its text.
    Copy(Twin),
    /// Between blocks of another run, but the kept run lacks it. It would belong after this block.
    Extra(BlockId),
}

/// The copies of a page: for each block how it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copies {
    standings: Vec<Standing>,
    pub(crate) hits: Hits,
}

impl Copies {
    pub(crate) fn standing(&self, id: BlockId) -> Standing {
        self.standings.get(id.at()).copied().unwrap_or_default()
    }

    /// Returns what the block is a copy of, when it is in a run that is not kept.
    pub(crate) fn twin(&self, id: BlockId) -> Option<Twin> {
        match self.standing(id) {
            Standing::Copy(twin) => Some(twin),
            _ => None,
        }
    }

    /// Whether the block is outside the copies, or in the kept one: the judge weighs these only.
    pub(crate) fn is_weighed(&self, id: BlockId) -> bool {
        !matches!(self.standing(id), Standing::Copy(_))
    }

    /// Finds the runs of `blocks` that stand twice. `titles` are the page's own claims of its headline, folded: a short item
    /// counts as copied when its headline, too, stands before both.
    pub(crate) fn find(blocks: &Blocks, titles: &[String], limits: &Limits) -> Self {
        let mut search = Search::new(blocks, titles, limits);
        let mut runs = search.runs();
        runs.sort_by_key(|run| std::cmp::Reverse(run.chars));
        let mut standings = vec![Standing::Single; blocks.len()];
        for group in grouped(runs) {
            search.settle(&group, &mut standings);
        }
        Self {
            standings,
            hits: search.hits,
        }
    }
}

/// Two runs that agree: pairs of blocks in order, with how alike each pair is.
#[derive(Clone, Debug)]
struct Run {
    pairs: Vec<(BlockId, BlockId, f32)>,
    /// Characters of the exact pairs.
    chars: u32,
}

impl Run {
    fn side(&self, second: bool) -> Range<u32> {
        let of = |pair: &(BlockId, BlockId, f32)| if second { pair.1.0 } else { pair.0.0 };
        self.pairs.first().map_or(0, of)..self.pairs.last().map_or(0, |pair| of(pair) + 1)
    }
}

/// Runs that are all copies of one another: one side each, and the pairs between them.
struct Group {
    sides: Vec<Range<u32>>,
    runs: Vec<Run>,
}

/// Puts runs that share a side together. Longest first, so that a side is as long as it gets; a run that cuts across sides found
/// before is dropped.
fn grouped(runs: Vec<Run>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for run in runs {
        let (a, b) = (run.side(false), run.side(true));
        let home = groups.iter().position(|group| {
            group
                .sides
                .iter()
                .any(|side| overlaps(side, &a) || overlaps(side, &b))
        });
        let Some(group) = home.and_then(|at| groups.get_mut(at)) else {
            groups.push(Group {
                sides: vec![a, b],
                runs: vec![run],
            });
            continue;
        };
        let on = |side: &Range<u32>| group.sides.iter().position(|known| overlaps(known, side));
        match (on(&a), on(&b)) {
            (Some(_), None) => group.sides.push(b),
            (None, Some(_)) => group.sides.push(a),
            (Some(x), Some(y)) if x != y => {}
            _ => continue,
        }
        group.runs.push(run);
    }
    groups
}

fn overlaps(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}

struct Search<'a> {
    blocks: &'a Blocks,
    titles: &'a [String],
    limits: &'a Limits,
    folded: Vec<String>,
    keys: Vec<u64>,
    /// Places of each text, in page order.
    holders: HashMap<u64, Vec<BlockId>>,
    work: usize,
    hits: Hits,
}

impl<'a> Search<'a> {
    fn new(blocks: &'a Blocks, titles: &'a [String], limits: &'a Limits) -> Self {
        let folded: Vec<String> = blocks
            .ids()
            .map(|id| fold::fold(blocks.text_of(id)))
            .collect();
        let keys: Vec<u64> = folded.iter().map(|text| fold::hash(text)).collect();
        let mut holders: HashMap<u64, Vec<BlockId>> = HashMap::new();
        for (id, &key) in blocks.ids().zip(&keys) {
            if !folded[id.at()].is_empty() {
                holders.entry(key).or_default().push(id);
            }
        }
        Self {
            blocks,
            titles,
            limits,
            folded,
            keys,
            holders,
            work: 0,
            hits: Hits::default(),
        }
    }

    /// Grows every seed to a run; a pair that is in a run already is no seed.
    fn runs(&mut self) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut seen: HashSet<(BlockId, BlockId)> = HashSet::new();
        for first in self.blocks.ids() {
            if !self.is_seed(first) {
                continue;
            }
            let holders = self
                .holders
                .get(&self.keys[first.at()])
                .cloned()
                .unwrap_or_default();
            if holders.len() > MOST_HOLDERS {
                continue;
            }
            for second in holders.into_iter().filter(|&second| second > first) {
                self.work += 1;
                if self.hits.over(self.limits, Limit::CopyPairs, self.work) {
                    return runs;
                }
                if seen.contains(&(first, second)) || self.is_row(first, second) {
                    continue;
                }
                let run = self.grow(first, second);
                seen.extend(run.pairs.iter().map(|&(a, b, _)| (a, b)));
                if self.counts(&run) {
                    runs.push(run);
                }
            }
        }
        runs
    }

    fn is_seed(&self, id: BlockId) -> bool {
        let block = &self.blocks[id];
        block.measure.is_long() && block.kind != Kind::Code
    }

    /// Equal cells of one table and equal items of one list are rows that say the same, not copies.
    fn is_row(&self, a: BlockId, b: BlockId) -> bool {
        let around = |id: BlockId| match self.blocks[id].kind {
            Kind::Cell => self.blocks.within(id, &["table"]),
            Kind::ListItem => self.blocks.within(id, &["ul", "ol", "dl"]),
            _ => None,
        };
        let here = around(a);
        here.is_some() && here == around(b)
    }

    /// Follows two equal blocks backward through short equal ones, then forward as far as the page agrees.
    fn grow(&mut self, first: BlockId, second: BlockId) -> Run {
        let mut pairs = vec![(first, second, 1.0)];
        let (mut a, mut b) = (first.0, second.0);
        while let Some((x, y)) = self.previous(a, b, first.0) {
            pairs.push((BlockId(x), BlockId(y), 1.0));
            (a, b) = (x, y);
        }
        pairs.reverse();
        let bound = pairs.first().map_or(0, |pair| pair.1.0);
        let (mut a, mut b) = (first.0, second.0);
        while let Some((x, y)) = self.next(a, b, bound) {
            self.align_between(a, b, x, y, &mut pairs);
            pairs.push((BlockId(x), BlockId(y), 1.0));
            (a, b) = (x, y);
        }
        let exact = pairs.iter().filter(|pair| pair.2 >= 1.0);
        let chars = exact.map(|pair| self.blocks[pair.0].measure.chars).sum();
        Run { pairs, chars }
    }

    /// The nearest equal pair before both, still apart from the other side.
    fn previous(&mut self, a: u32, b: u32, first: u32) -> Option<(u32, u32)> {
        for step in 1..=GAP {
            let (x, y) = (a.checked_sub(step)?, b.checked_sub(step)?);
            self.work += 1;
            if y <= first {
                return None;
            }
            if self.agree(x, y) {
                return Some((x, y));
            }
        }
        None
    }

    /// The nearest equal pair after both: fewest blocks left out, and evenly from both sides.
    fn next(&mut self, a: u32, b: u32, bound: u32) -> Option<(u32, u32)> {
        let end = self.blocks.len() as u32;
        for total in 2..=2 * (GAP + 1) {
            for ahead in 1..total {
                let (x, y) = (a + ahead, b + (total - ahead));
                if x >= bound || y >= end || ahead > GAP + 1 || total - ahead > GAP + 1 {
                    continue;
                }
                self.work += 1;
                if self.agree(x, y) {
                    return Some((x, y));
                }
            }
        }
        None
    }

    fn agree(&self, x: u32, y: u32) -> bool {
        let (x, y) = (x as usize, y as usize);
        !self.folded[x].is_empty() && self.keys[x] == self.keys[y]
    }

    /// Pairs off the blocks between two agreeing pairs, in order, where they are edits of one another.
    fn align_between(
        &mut self,
        a: u32,
        b: u32,
        next_a: u32,
        next_b: u32,
        pairs: &mut Vec<(BlockId, BlockId, f32)>,
    ) {
        let most = self.limits.count(Limit::DiffChars);
        let mut from = b + 1;
        for x in a + 1..next_a {
            for y in from..next_b {
                let (one, other) = (&self.folded[x as usize], &self.folded[y as usize]);
                if one.is_empty() || other.is_empty() {
                    continue;
                }
                self.work += 1;
                let alike = similarity(one, other, most);
                if alike >= EDITED {
                    pairs.push((BlockId(x), BlockId(y), alike));
                    from = y + 1;
                    break;
                }
            }
        }
    }

    /// Whether a run is long enough to be a copy.
    fn counts(&self, run: &Run) -> bool {
        let exact: Vec<BlockId> = run
            .pairs
            .iter()
            .filter(|pair| pair.2 >= 1.0)
            .map(|pair| pair.0)
            .collect();
        let long = exact.iter().filter(|&&id| self.is_seed(id)).count();
        let matched = |second: bool| -> f32 {
            let of = |pair: &(BlockId, BlockId, f32)| if second { pair.1 } else { pair.0 };
            let inside: u32 = run
                .pairs
                .iter()
                .map(|pair| self.blocks[of(pair)].measure.chars)
                .sum();
            inside as f32 / self.chars_of(&run.side(second)).max(1) as f32
        };
        if matched(false).max(matched(true)) < AGREEMENT {
            return false;
        }
        long >= LONG_BLOCKS || exact.iter().any(|&id| self.is_headline(id)) && exact.len() > 1
    }

    fn is_headline(&self, id: BlockId) -> bool {
        let text = &self.folded[id.at()];
        self.titles.iter().any(|title| title == text)
    }

    fn chars_of(&self, side: &Range<u32>) -> u32 {
        side.clone()
            .map(|at| self.blocks[BlockId(at)].measure.chars)
            .sum()
    }

    /// Chooses the side to keep and says how each block of the group stands.
    fn settle(&self, group: &Group, standings: &mut [Standing]) {
        let Some(kept) = self.best_side(group) else {
            return;
        };
        let kept_side = group.sides[kept].clone();
        for at in kept_side.clone() {
            standings[at as usize] = Standing::Kept;
        }
        let twins = Self::twins(group, &kept_side);
        for (at, side) in group.sides.iter().enumerate() {
            if at == kept {
                continue;
            }
            let mut after = BlockId(kept_side.start.saturating_sub(1));
            for at in side.clone() {
                let id = BlockId(at);
                standings[id.at()] = match twins.get(&id) {
                    Some(twin) => {
                        after = twin.kept;
                        Standing::Copy(*twin)
                    }
                    None => Standing::Extra(after),
                };
            }
        }
    }

    /// For each block outside the kept side, the kept block it repeats; through a third copy where it has to be.
    fn twins(group: &Group, kept: &Range<u32>) -> HashMap<BlockId, Twin> {
        let mut twins: HashMap<BlockId, Twin> = HashMap::new();
        let is_kept = |id: BlockId| kept.contains(&id.0);
        for _ in 1..group.sides.len().max(2) {
            for &(a, b, similarity) in group.runs.iter().flat_map(|run| &run.pairs) {
                for (copy, other) in [(a, b), (b, a)] {
                    if is_kept(copy) || twins.contains_key(&copy) {
                        continue;
                    }
                    let through = twins.get(&other).copied();
                    if is_kept(other) {
                        twins.insert(
                            copy,
                            Twin {
                                kept: other,
                                similarity,
                            },
                        );
                    } else if let Some(via) = through {
                        let similarity = similarity.min(via.similarity);
                        twins.insert(
                            copy,
                            Twin {
                                kept: via.kept,
                                similarity,
                            },
                        );
                    }
                }
            }
        }
        twins
    }

    /// Visible before hidden, unless the hidden one goes on where the visible one stops; then the more complete, then the one
    /// inside `article` or `main`, then the one with more pictures, then the first.
    fn best_side(&self, group: &Group) -> Option<usize> {
        let ranked = group
            .sides
            .iter()
            .enumerate()
            .map(|(at, side)| (at, self.rank(group, at, side)));
        ranked
            .reduce(|best, next| if next.1.beats(&best.1) { next } else { best })
            .map(|(at, _)| at)
    }

    fn rank(&self, group: &Group, at: usize, side: &Range<u32>) -> Rank {
        let presence = |id: u32| self.blocks[BlockId(id)].presence;
        let room = self.room(group, at, side);
        let in_landmark = self
            .blocks
            .within(BlockId(side.start), &["article", "main"])
            .is_some();
        Rank {
            hidden: side.clone().all(|id| presence(id) != Presence::Visible),
            chars: self.chars_of(side) + self.sentences_after(side, &room),
            in_landmark,
            pictures: room
                .filter(|&id| self.blocks[BlockId(id)].kind == Kind::Picture)
                .count(),
        }
    }

    /// The blocks of the largest element around a side that holds no other side; for flat text up to the neighbouring sides.
    fn room(&self, group: &Group, at: usize, side: &Range<u32>) -> Range<u32> {
        let others: Vec<&Range<u32>> = group
            .sides
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != at)
            .map(|(_, side)| side)
            .collect();
        let apart = |range: &Range<u32>| others.iter().all(|other| !overlaps(other, range));
        let covers = |range: &Range<u32>| range.start <= side.start && range.end >= side.end;
        let elements = self.blocks.ancestors(BlockId(side.start));
        let ranges = elements.map(|element| self.blocks[element].blocks.clone());
        let largest = ranges.filter(covers).take_while(apart).last();
        largest.unwrap_or_else(|| {
            let end = others
                .iter()
                .map(|other| other.start)
                .filter(|&start| start >= side.end)
                .min();
            side.start..end.unwrap_or(self.blocks.len() as u32)
        })
    }

    /// Characters of the sentences that follow a side in its room, up to where the text stops.
    fn sentences_after(&self, side: &Range<u32>, room: &Range<u32>) -> u32 {
        let mut idle = 0;
        let mut chars = 0;
        for at in side.end..room.end.max(side.end) {
            let measure = &self.blocks[BlockId(at)].measure;
            if measure.is_long() && measure.ends_sentence {
                chars += measure.chars;
                idle = 0;
            } else {
                idle += 1;
                if idle > GAP {
                    break;
                }
            }
        }
        chars
    }
}

struct Rank {
    hidden: bool,
    chars: u32,
    in_landmark: bool,
    pictures: usize,
}

impl Rank {
    /// A hidden copy wins only by being twice as long: then the visible one is an excerpt.
    const EXCERPT: f32 = 2.0;

    fn beats(&self, best: &Self) -> bool {
        if self.hidden != best.hidden {
            let (hidden, visible) = if self.hidden {
                (self, best)
            } else {
                (best, self)
            };
            let excerpt = hidden.chars as f32 > Self::EXCERPT * visible.chars as f32;
            return self.hidden == excerpt;
        }
        let longer = |a: &Self, b: &Self| a.chars as f32 > MORE_COMPLETE * b.chars as f32;
        if longer(self, best) != longer(best, self) {
            return longer(self, best);
        }
        (self.in_landmark, self.pictures) > (best.in_landmark, best.pictures)
    }
}
