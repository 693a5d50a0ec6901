//! Runs that are all copies of one another, put together: one side per copy.

use std::ops::Range;

use super::run::{GAP, Pair, Run, presence};
use crate::page::block::{BlockId, Blocks};

/// Share of the text of a run that copies inside one side have, more than, when the run goes on from one into the other: as good as all of
/// it, but for what one of them lacks.
const NEARLY_ALL: f32 = 0.8;

/// Share of the text of a run that each of these copies has, more than: a forum says the same of its readers beside each of their posts.
const MUCH: f32 = 0.15;

/// The sides that are copies of one another, and the pairs of blocks that agree between them.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) sides: Vec<Range<u32>>,
    pub(super) pairs: Vec<Pair>,
}

/// Groups the runs, those with most text first, so that a side is as long as it gets. Returned beside the groups are the runs that lie
/// inside one side of a group: what a copy says twice in itself.
pub(super) fn of(blocks: &Blocks, mut runs: Vec<Run>) -> (Vec<Group>, Vec<Run>) {
    let sides = |run: &Run| (run.side(false), run.side(true), run.chars);
    let mut ordered: Vec<_> = runs.iter().map(sides).collect();
    ordered.sort_by_key(|(first, ..)| first.start);
    runs.retain(|run| !spans_copies(blocks, run, &ordered));
    runs.sort_by_key(|run| std::cmp::Reverse(run.chars));
    let mut groups: Vec<Group> = Vec::new();
    let mut inner = Vec::new();
    for run in runs {
        let (a, b) = (run.side(false), run.side(true));
        if groups.iter().any(|group| group.holds_in_one(&a, &b)) {
            inner.push(run);
            continue;
        }
        let touches = |group: &Group| group.touches(blocks, &a, &b);
        // A run that lies across two groups is left to neither: each has chosen its sides by more text.
        let mut homes = groups.iter_mut().filter(|group| touches(group));
        match (homes.next(), homes.next()) {
            (None, _) => groups.push(Group {
                sides: vec![a, b],
                pairs: run.pairs,
            }),
            (Some(group), None) => group.add(blocks, a, b, run.pairs),
            (Some(_), Some(_)) => {}
        }
    }
    (groups, inner)
}

/// Whether a side of a run is nearly all made of copies of one another, or of two of which a reader sees one only: the run has grown from one
/// into the other. `ordered` are the runs by where their first side begins.
fn spans_copies(blocks: &Blocks, run: &Run, ordered: &[(Range<u32>, Range<u32>, u32)]) -> bool {
    let holds = |side: &Range<u32>, part: &Range<u32>| {
        let both = side.start.max(part.start)..side.end.min(part.end);
        2 * both.len() > part.len()
    };
    [run.side(false), run.side(true)].iter().any(|side| {
        let from = ordered.partition_point(|(first, ..)| first.start + GAP < side.start);
        let inside = ordered.iter().skip(from);
        let inside = inside.take_while(|(first, ..)| first.start < side.end);
        let held = inside.filter(|(first, second, _)| holds(side, first) && holds(side, second));
        let mut parts: Vec<(u32, u32, u32)> = Vec::new();
        for (first, second, chars) in held {
            if presence(blocks, first) != presence(blocks, second) {
                return true;
            }
            if *chars as f32 > MUCH * run.chars as f32 {
                parts.extend([first, second].map(|part| (part.start, part.end, *chars)));
            }
        }
        parts.sort_unstable();
        let (mut told, mut end) = (0, 0);
        for (start, stop, chars) in parts {
            if start >= end {
                (told, end) = (told + chars, stop);
            }
        }
        told as f32 > NEARLY_ALL * run.chars as f32
    })
}

impl Group {
    /// Whether a run lies inside one side.
    fn holds_in_one(&self, a: &Range<u32>, b: &Range<u32>) -> bool {
        let holds =
            |side: &Range<u32>, part: &Range<u32>| side.start <= part.start && part.end <= side.end;
        self.sides
            .iter()
            .any(|side| holds(side, a) && holds(side, b))
    }

    fn touches(&self, blocks: &Blocks, a: &Range<u32>, b: &Range<u32>) -> bool {
        let overlapping = self
            .sides
            .iter()
            .any(|side| overlaps(side, a) || overlaps(side, b));
        overlapping || self.continued(blocks, a, b).is_some()
    }

    /// Takes a run in. Sides grow to the union of what overlaps; a run that lies inside one side, where a page repeats itself, or
    /// that would make two sides one, is left out. What a run has in other sides than its own two is not taken in: copies that stand
    /// one behind the other meet in a line that belongs to one of them.
    fn add(&mut self, blocks: &Blocks, a: Range<u32>, b: Range<u32>, mut pairs: Vec<Pair>) {
        let on = |range: &Range<u32>| self.home_of(blocks, range);
        let (x, y) = match (on(&a), on(&b)) {
            (None, None) => match self.continued(blocks, &a, &b) {
                Some((x, y)) => (Some(x), Some(y)),
                None => return,
            },
            homes => homes,
        };
        if x == y {
            return;
        }
        let is_of = |home: Option<usize>, id: BlockId| {
            let mut sides = self.sides.iter().enumerate();
            sides.all(|(at, side)| home == Some(at) || !side.contains(&id.0))
        };
        pairs.retain(|pair| is_of(x, pair.first) && is_of(y, pair.second));
        let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else {
            return;
        };
        let range = |second: bool| first.on(second).0..last.on(second).0 + 1;
        let (a, b) = (range(false), range(true));
        let mut sides = self.sides.clone();
        for (home, range) in [(x, a), (y, b)] {
            match home.and_then(|at| sides.get_mut(at)) {
                Some(side) => *side = union(side, &range),
                None => sides.push(range),
            }
        }
        let mut sorted: Vec<&Range<u32>> = sides.iter().collect();
        sorted.sort_by_key(|side| side.start);
        let apart = sorted.windows(2).all(|two| match two {
            [one, other] => !overlaps(one, other),
            _ => true,
        });
        if apart {
            self.sides = sides;
            self.pairs.extend(pairs);
        }
    }

    /// The side that a range shares most of its text with, or most of the side's.
    fn home_of(&self, blocks: &Blocks, range: &Range<u32>) -> Option<usize> {
        let shared = |side: &Range<u32>| {
            let both = side.start.max(range.start)..side.end.min(range.end);
            chars(blocks, &both)
        };
        self.sides
            .iter()
            .position(|side| 2 * shared(side) > chars(blocks, side).min(chars(blocks, range)))
    }

    /// The two sides that a run goes on with, across a gap too wide to grow over: in the same order, with no more text between than
    /// the run and the sides have, and with markup in the same elements, which do not hold the other side.
    fn continued(&self, blocks: &Blocks, a: &Range<u32>, b: &Range<u32>) -> Option<(usize, usize)> {
        let places = || 0..self.sides.len();
        places()
            .flat_map(|x| places().map(move |y| (x, y)))
            .filter(|(x, y)| x != y)
            .find(|&(x, y)| {
                let (one, other) = (&self.sides[x], &self.sides[y]);
                let in_order = (one.end <= a.start) == (other.end <= b.start);
                let (whole_one, whole_other) = (union(one, a), union(other, b));
                let near = |side: &Range<u32>, part: &Range<u32>| {
                    let text = chars(blocks, side) + chars(blocks, part);
                    chars(blocks, &union(side, part)) <= 2 * text
                };
                in_order
                    && !overlaps(&whole_one, &whole_other)
                    && near(one, a)
                    && near(other, b)
                    && is_apart(blocks, &whole_one, &whole_other)
            })
    }
}

/// Whether two ranges stand in elements of their own; in flat text they do by being apart.
fn is_apart(blocks: &Blocks, one: &Range<u32>, other: &Range<u32>) -> bool {
    let around = |range: &Range<u32>| {
        let covers = |inside: &Range<u32>| inside.start <= range.start && inside.end >= range.end;
        blocks
            .ancestors(BlockId(range.start))
            .map(|element| blocks[element].blocks.clone())
            .find(covers)
            .unwrap_or_else(|| range.clone())
    };
    !blocks.has_markup || !overlaps(&around(one), other) || !overlaps(&around(other), one)
}

pub(super) fn overlaps(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}

fn union(a: &Range<u32>, b: &Range<u32>) -> Range<u32> {
    a.start.min(b.start)..a.end.max(b.end)
}

fn chars(blocks: &Blocks, side: &Range<u32>) -> u32 {
    side.clone()
        .map(|at| blocks[BlockId(at)].measure.chars)
        .sum()
}
