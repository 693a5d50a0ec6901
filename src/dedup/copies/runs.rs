//! How far two places of a page agree.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::cut::ends_in_dots;
use super::groups::overlaps;
use super::purpose::are_parallel;
use super::reflow;
use super::run::{GAP, Pair, Run};
use super::scales::{LONG_BLOCKS, Scales};
use super::seeds::{Seed, is_long};
use crate::dedup::align::{compare, may_be_one};
use crate::limits::{Hits, Limit, Limits};
use crate::page::block::{BlockId, Blocks, Kind, Presence};

/// Two blocks in the same gap between matched neighbours are one block edited from this likeness on.
const EDITED: f32 = 0.6;

/// From this likeness on two long blocks that begin or end alike agree by themselves.
const NEAR: f32 = 0.9;

/// Paragraphs of one side that part a label from a run, at least, for it to be no part of it: the entry of a list of contents and the
/// heading of the last section stand that far from what follows.
const STRAY_PARAGRAPHS: usize = 2;

/// Characters of two blocks compared one by one, beyond their equal beginnings and ends. Two blocks that differ in more are no edits.
const COMPARED_CHARS: usize = 512;

/// Comparisons of two characters that cost as much as looking at one pair of blocks.
const WORK_CHARS: usize = 64;

/// Copies, those with most text first, that runs which are too small by themselves may go on with.
const MOST_WHOLES: usize = 4;

/// Grows every seed to a run, and returns those that are copies. A pair that is in a run already is no seed.
pub(super) fn grow(
    blocks: &Blocks,
    titles: &[String],
    seeds: &[Seed],
    limits: &Limits,
) -> (Vec<Run>, Hits) {
    // Most pages say nothing twice, and need no scales.
    if seeds.is_empty() {
        return (Vec::new(), Hits::default());
    }
    let mut search = Search {
        blocks,
        scales: Scales::of(blocks, titles),
        taken: HashMap::new(),
        work: 0,
    };
    let mut hits = Hits::default();
    let (mut runs, mut small): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    let mut reflowed: Vec<Run> = Vec::new();
    let mut seen: HashSet<(BlockId, BlockId)> = HashSet::new();
    for seed in seeds {
        search.work += 1;
        if hits.over(limits, Limit::CopyPairs, search.work) {
            break;
        }
        if seen.contains(&(seed.first, seed.second)) {
            continue;
        }
        let other = reflow::grow(blocks, *seed, &search.taken, &mut search.work);
        if let Some(run) = other.filter(|run| search.scales.is_reflowed(run)) {
            seen.extend(run.pairs.iter().map(Pair::ids));
            search.take(&run);
            reflowed.push(run);
            continue;
        }
        let Some(run) = search.grow(*seed) else {
            continue;
        };
        seen.extend(run.pairs.iter().map(Pair::ids));
        if search.scales.is_copy(&run) {
            search.take(&run);
            runs.push(run);
        } else {
            // Parts of one template in a row: a run from one into the next would begin in the midst of both.
            let long = run.pairs.iter().filter(|pair| is_long(blocks, pair.first));
            if long.count() >= LONG_BLOCKS && are_parallel(blocks, &run) {
                search.take(&run);
            }
            small.push(run);
        }
    }
    // Paragraph by paragraph the same two places agree in part, as if one had them cut.
    runs.retain(|run| !reflowed.iter().any(|other| meets(run, other)));
    let wholes: Vec<Run> = longest(&runs)
        .filter_map(|at| runs.get(at).cloned())
        .collect();
    runs.retain(|run| !wholes.iter().any(|other| is_better(blocks, other, run)));
    runs.extend(reflowed);
    let wholes: Vec<usize> = longest(&runs).collect();
    for run in small {
        let mut copies = wholes.iter();
        if let Some(&at) = copies.find(|&&at| search.scales.is_end(&run, &runs[at])) {
            runs[at].add(run);
            continue;
        }
        let goes_on = |&at: &usize| search.scales.goes_on(&run, &runs[at]);
        if wholes.iter().any(goes_on) {
            runs.push(run);
        }
    }
    (runs, hits)
}

/// Where the runs with most text stand, longest first.
fn longest(runs: &[Run]) -> impl Iterator<Item = usize> {
    let mut longest: Vec<usize> = (0..runs.len()).collect();
    longest.sort_by_key(|&at| std::cmp::Reverse(runs[at].chars));
    longest.into_iter().take(MOST_WHOLES)
}

/// Whether two runs are about the same places.
fn meets(run: &Run, other: &Run) -> bool {
    let both = |second: bool| overlaps(&run.side(second), &other.side(second));
    both(false) && both(true)
}

/// Whether a run says of the same places more to the letter than another that is spread over more of the page: that one begins in a
/// teaser in front of the copy.
fn is_better(blocks: &Blocks, run: &Run, other: &Run) -> bool {
    let span = |run: &Run| run.side(false).len() + run.side(true).len();
    let equal = |run: &Run| -> u32 {
        let pairs = run.pairs.iter().filter(|pair| pair.is_equal());
        pairs.map(|pair| blocks[pair.first].measure.chars).sum()
    };
    blocks.has_markup && meets(run, other) && span(run) < span(other) && equal(run) > equal(other)
}

/// Bytes from which two texts are told apart before they are aligned.
const GLANCE_BYTES: usize = 4_096;

/// Counters of byte triples, by their hash: few enough to be emptied at no cost, and one for each triple of a paragraph.
const GLANCE_SLOTS: usize = 1_024;

/// Whether two texts share half of their byte triples. An edit takes five of them at most, so that two texts that are [`NEAR`] share
/// more; an alignment, which tells for certain, costs with the square of their length.
fn may_be_near(one: &str, other: &str) -> bool {
    let triples = |text: &str| text.len().min(GLANCE_BYTES).saturating_sub(2);
    let slots = |text| {
        let bytes = str::as_bytes(text).windows(3).take(triples(text));
        let hash = |sum: usize, byte: &u8| sum * 31 + usize::from(*byte);
        bytes.map(move |triple| triple.iter().fold(0, hash) % GLANCE_SLOTS)
    };
    let mut unmatched = [0_u16; GLANCE_SLOTS];
    for slot in slots(one) {
        unmatched[slot] += 1;
    }
    let mut shared = 0;
    for slot in slots(other) {
        if unmatched[slot] > 0 {
            unmatched[slot] -= 1;
            shared += 1;
        }
    }
    2 * shared >= triples(one).max(triples(other))
}

struct Search<'a> {
    blocks: &'a Blocks,
    scales: Scales<'a>,
    /// The pairs of the copies found, with their second sides. A run that begins in such a side and comes to its pairs has reached the
    /// end of a copy and goes on in the one before.
    taken: HashMap<(BlockId, BlockId), Range<u32>>,
    /// Pairs looked at.
    work: usize,
}

impl Search<'_> {
    /// Notes the pairs of a copy.
    fn take(&mut self, run: &Run) {
        let side = run.side(true);
        let pairs = run.pairs.iter();
        self.taken
            .extend(pairs.map(|pair| (pair.ids(), side.clone())));
    }

    /// Follows the two blocks of a seed backward, then forward as far as the page agrees.
    fn grow(&mut self, seed: Seed) -> Option<Run> {
        let (first, second) = (seed.first, seed.second);
        let likeness = self.likeness(first.0, second.0)?;
        let seed = Pair {
            first,
            second,
            likeness,
        };
        let mut pairs = vec![seed];
        let mut here = seed;
        while let Some(next) = self.neighbour(here, false, 0..first.0, first.0 + 1..second.0) {
            self.align_between(next, here, &mut pairs);
            pairs.push(next);
            here = next;
        }
        pairs.sort_by_key(|pair| pair.first);
        self.trim_front(&mut pairs);
        let bound = pairs.first().map_or(0, |pair| pair.second.0);
        let end = self.blocks.len() as u32;
        here = seed;
        while let Some(next) = self.neighbour(here, true, first.0 + 1..bound, second.0 + 1..end) {
            self.align_between(here, next, &mut pairs);
            pairs.push(next);
            here = next;
        }
        pairs.sort_by_key(|pair| pair.first);
        self.trim_front(&mut pairs);
        self.trim_back(&mut pairs);
        pairs.extend(pairs.last().and_then(|last| self.cut_end(*last)));
        let chars = |pair: &Pair| self.blocks[pair.first].measure.chars;
        let chars = pairs.iter().map(chars).sum();
        Some(Run { pairs, chars })
    }

    /// Takes off the labels at the beginning of a run that long text of one side parts from the rest of it: they open something else.
    /// So do labels before them: the entries of a list of contents stand side by side, and the headings that they name far apart, be it
    /// with one paragraph below each.
    fn trim_front(&self, pairs: &mut Vec<Pair>) {
        let labels = pairs.iter().take_while(|pair| self.is_label(pair)).count();
        let mut skipped = [0; 2];
        let mut strays = 0;
        for (at, two) in pairs.windows(2).take(labels).enumerate() {
            let [edge, next] = two else { continue };
            let long = self.long_between(*edge, *next);
            let is_entry =
                self.blocks.leads_elsewhere(edge.first) != self.blocks.leads_elsewhere(edge.second);
            skipped = [0, 1].map(|side| skipped[side] + long[side]);
            let parts =
                |side: usize| long[side] > 0 && (is_entry || skipped[side] >= STRAY_PARAGRAPHS);
            if parts(0) || parts(1) {
                strays = at + 1;
            }
        }
        pairs.drain(..strays);
    }

    /// See [`trim_front`](Self::trim_front): a label at the end, where the labels of a torn copy stand side by side.
    fn trim_back(&self, pairs: &mut Vec<Pair>) {
        let is_stray = |next: Pair, edge: Pair| {
            let is_label = !is_long(self.blocks, edge.first) && self.is_label(&edge);
            is_label && self.are_far_apart(next, edge)
        };
        let stray = |two: &[Pair]| matches!(two, [next, edge] if is_stray(*next, *edge));
        let strays = pairs.windows(2).rev().take_while(|two| stray(two)).count();
        pairs.truncate(pairs.len() - strays);
    }

    /// Whether a pair is no text of its own: short, a heading, or a link to one, and not the page's headline.
    fn is_label(&self, pair: &Pair) -> bool {
        let names = |id: BlockId| {
            matches!(self.blocks[id].kind, Kind::Heading(_)) || self.blocks.leads_elsewhere(id)
        };
        let is_text = is_long(self.blocks, pair.first) && !names(pair.first) && !names(pair.second);
        !is_text && !self.scales.is_headline(pair.first)
    }

    /// Whether paragraphs of one side stand between two pairs.
    fn are_far_apart(&self, before: Pair, behind: Pair) -> bool {
        let long = self.long_between(before, behind);
        long.iter().any(|&skipped| skipped >= STRAY_PARAGRAPHS)
    }

    /// The paragraphs between two pairs, on either side.
    fn long_between(&self, before: Pair, behind: Pair) -> [usize; 2] {
        let long = |between: Range<u32>| {
            let ids = between.map(BlockId);
            ids.filter(|&id| is_long(self.blocks, id)).count()
        };
        [
            long(before.first.0 + 1..behind.first.0),
            long(before.second.0 + 1..behind.second.0),
        ]
    }

    /// The two texts right behind a run, when one is so short a beginning of the other that it says by its dots only that it is one.
    fn cut_end(&self, last: Pair) -> Option<Pair> {
        let (first, second) = (BlockId(last.first.0 + 1), BlockId(last.second.0 + 1));
        if second.at() >= self.blocks.len() || first >= second {
            return None;
        }
        let folded = |id| self.blocks.folded(id);
        let (short, long) = if folded(first).len() < folded(second).len() {
            (first, second)
        } else {
            (second, first)
        };
        let (one, other) = (folded(short), folded(long));
        let is_beginning = !one.is_empty() && one.len() < other.len() && other.starts_with(one);
        (is_beginning && ends_in_dots(self.blocks.text_of(short))).then(|| Pair {
            first,
            second,
            likeness: 2.0 * one.len() as f32 / (one.len() + other.len()) as f32,
        })
    }

    /// The nearest pair that agrees, ahead of one or before it: fewest blocks left out, and evenly from both sides.
    fn neighbour(
        &mut self,
        here: Pair,
        ahead: bool,
        first: Range<u32>,
        second: Range<u32>,
    ) -> Option<Pair> {
        let step = |from: u32, by: u32| {
            if ahead {
                from.checked_add(by)
            } else {
                from.checked_sub(by)
            }
        };
        for total in 2..=2 * (GAP + 1) {
            for by in 1..total {
                if by > GAP + 1 || total - by > GAP + 1 {
                    continue;
                }
                let (Some(x), Some(y)) = (step(here.first.0, by), step(here.second.0, total - by))
                else {
                    continue;
                };
                let apart = !first.contains(&x)
                    || !second.contains(&y)
                    || self.is_data(BlockId(x)) != self.is_data(here.first)
                    || self.is_data(BlockId(y)) != self.is_data(here.second);
                if apart {
                    continue;
                }
                self.work += 1;
                if let Some(likeness) = self.likeness(x, y) {
                    let (first, second) = (BlockId(x), BlockId(y));
                    let pair = Pair {
                        first,
                        second,
                        likeness,
                    };
                    let goes_on = self.taken.get(&pair.ids());
                    let goes_on = goes_on.is_some_and(|side| side.contains(&here.first.0));
                    return (!goes_on).then_some(pair);
                }
            }
        }
        None
    }

    /// Whether a block is data: no copy goes on from what is seen into it.
    fn is_data(&self, id: BlockId) -> bool {
        self.blocks[id].presence >= Presence::JsonLd
    }

    /// How much two blocks agree when nothing is known of what stands around them: equal texts do, long ones also when an edit or a
    /// cut end is all that parts them.
    fn likeness(&mut self, x: u32, y: u32) -> Option<f32> {
        let (x, y) = (BlockId(x), BlockId(y));
        let is_equal = self.blocks.key(x) == self.blocks.key(y);
        if !is_equal && (!is_long(self.blocks, x) || !is_long(self.blocks, y)) {
            return None;
        }
        let (one, other) = (self.blocks.folded(x), self.blocks.folded(y));
        if one.is_empty() || other.is_empty() {
            return None;
        }
        if is_equal {
            return Some(1.0);
        }
        let (short, long) = if one.len() < other.len() {
            (one, other)
        } else {
            (other, one)
        };
        if long.starts_with(short) {
            return Some(2.0 * short.len() as f32 / (short.len() + long.len()) as f32);
        }
        if !may_be_one(one, other) || !may_be_near(one, other) {
            return None;
        }
        let alike = self.compare(one, other, NEAR);
        (alike >= NEAR).then_some(alike)
    }

    fn compare(&mut self, one: &str, other: &str, least: f32) -> f32 {
        let comparison = compare(one, other, COMPARED_CHARS, least);
        self.work += comparison.steps / WORK_CHARS;
        comparison.similarity
    }

    /// Pairs off the blocks between two agreeing pairs, in order, where they are edits of one another.
    fn align_between(&mut self, before: Pair, behind: Pair, pairs: &mut Vec<Pair>) {
        let mut from = before.second.0 + 1;
        for x in before.first.0 + 1..behind.first.0 {
            for y in from..behind.second.0 {
                let (first, second) = (BlockId(x), BlockId(y));
                let (one, other) = (self.blocks.folded(first), self.blocks.folded(second));
                if one.is_empty() || other.is_empty() {
                    continue;
                }
                self.work += 1;
                let likeness = self.compare(one, other, EDITED);
                if likeness >= EDITED {
                    pairs.push(Pair {
                        first,
                        second,
                        likeness,
                    });
                    from = y + 1;
                    break;
                }
            }
        }
    }
}
