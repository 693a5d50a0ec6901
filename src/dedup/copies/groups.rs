//! Runs that are all copies of one another, put together: one side per copy.

use std::ops::Range;

use super::runs::{Pair, Run};
use crate::page::block::{BlockId, Blocks};

/// The sides that are copies of one another, and the pairs of blocks that agree between them.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) sides: Vec<Range<u32>>,
    pub(super) pairs: Vec<Pair>,
}

/// Groups the runs, those with most text first, so that a side is as long as it gets.
pub(super) fn of(blocks: &Blocks, mut runs: Vec<Run>) -> Vec<Group> {
    runs.sort_by_key(|run| std::cmp::Reverse(run.chars));
    let mut groups: Vec<Group> = Vec::new();
    for run in runs {
        let (a, b) = (run.side(false), run.side(true));
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
    groups
}

impl Group {
    fn touches(&self, blocks: &Blocks, a: &Range<u32>, b: &Range<u32>) -> bool {
        let overlapping = self
            .sides
            .iter()
            .any(|side| overlaps(side, a) || overlaps(side, b));
        overlapping || self.continued(blocks, a, b).is_some()
    }

    /// Takes a run in. Sides grow to the union of what overlaps; a run that lies inside one side, where a page repeats itself, or
    /// that would make two sides one, is left out.
    fn add(&mut self, blocks: &Blocks, a: Range<u32>, b: Range<u32>, pairs: Vec<Pair>) {
        let on = |range: &Range<u32>| self.sides.iter().position(|side| overlaps(side, range));
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
