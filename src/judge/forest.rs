//! A forest of oblivious trees: every tree asks the same few questions of every block, so a page is judged column by column.
//!
//! Values are cut into bins before the trees are asked, and the leaves are whole numbers: the sums, and with them the verdicts, are
//! the same on every machine. The tables are written by `tools/train`; their card says what they were trained on.

#[allow(
    clippy::unreadable_literal,
    clippy::approx_constant,
    clippy::excessive_precision
)] // written by a program
pub(crate) mod table;

use crate::judge::features::{Features, MISSING};
use crate::text::{Table, table};

/// Questions of a tree.
const DEPTH: usize = 6;

/// What a leaf counts in: this many make one unit of the logarithm of the odds.
const LEAF_UNIT: f64 = 1024.0;

/// Blocks of one template from which on they lean on each other.
const TEMPLATE_BLOCKS: u32 = 3;

/// How much of a block's probability is its template's (notes on the judge: flat from 0.35 to 0.5).
const TEMPLATE_SHARE: f32 = 0.35;

/// A feature the trees ask for, and the values that part its bins, ascending.
pub(crate) struct Bounds {
    pub(crate) name: &'static str,
    /// Its place among the columns of [`Features`].
    pub(crate) column: usize,
    pub(crate) edges: &'static [f32],
}

/// Questions and answers: leaf number `k` is for the blocks for which bit `i` of `k` says whether question `i` holds.
pub(crate) struct Tree {
    /// Which of the forest's features, and the bin it has to be above.
    pub(crate) splits: [(u8, u8); DEPTH],
    pub(crate) leaves: [i16; 1 << DEPTH],
}

/// Trees, and what they ask for.
pub(crate) struct Forest {
    pub(crate) bounds: &'static [Bounds],
    pub(crate) trees: &'static [Tree],
    /// Added to every sum.
    pub(crate) bias: i32,
}

impl Forest {
    /// Returns for each open block the probability that it is body.
    pub(crate) fn probabilities(&self, features: &Features) -> Vec<f32> {
        self.sums(features).into_iter().map(logistic).collect()
    }

    fn sums(&self, features: &Features) -> Vec<i32> {
        let len = features.open.len();
        let mut sums = Vec::with_capacity(len + LANES);
        let mut bins = vec![[0_u8; LANES]; self.bounds.len()];
        for first in (0..len).step_by(LANES) {
            for (bins, bounds) in bins.iter_mut().zip(self.bounds) {
                let name = features.names.get(bounds.column);
                debug_assert!(name.is_none_or(|&name| name == bounds.name));
                let rest = features.column(bounds.column).get(first..);
                *bins = binned(&lanes(rest.unwrap_or_default()), bounds.edges);
            }
            let mut asked = [self.bias; LANES];
            for tree in self.trees {
                tree.add_to(&mut asked, &bins);
            }
            sums.extend(asked);
        }
        sums.truncate(len);
        sums
    }
}

impl Tree {
    /// Adds to each block's sum the leaf it comes to.
    #[inline]
    fn add_to(&self, sums: &mut Lanes<i32>, bins: &[Lanes<u8>]) {
        let mut leaves: Lanes<u8> = [0; LANES];
        for (question, &(feature, above)) in self.splits.iter().enumerate() {
            let Some(bins) = bins.get(usize::from(feature)) else {
                continue;
            };
            for (leaf, &bin) in leaves.iter_mut().zip(bins) {
                *leaf |= u8::from(bin > above) << question;
            }
        }
        for (sum, leaf) in sums.iter_mut().zip(leaves) {
            *sum += i32::from(self.leaves[usize::from(leaf) & ((1 << DEPTH) - 1)]);
        }
    }
}

/// Blocks that are asked together: two registers of bytes hold so many, and a page has some eighty to ask about.
const LANES: usize = 32;

/// A value of each of the blocks that are asked together.
type Lanes<T> = [T; LANES];

/// The next values of a column; missing behind its end.
fn lanes(column: &[f32]) -> Lanes<f32> {
    let mut lanes = [MISSING; LANES];
    for (lane, &value) in lanes.iter_mut().zip(column) {
        *lane = value;
    }
    lanes
}

/// The number of edges below each value; none are below a missing one.
fn binned(values: &Lanes<f32>, edges: &[f32]) -> Lanes<u8> {
    let mut bins = [0; LANES];
    for &edge in edges {
        count_above(values, edge, &mut bins);
    }
    bins
}

// By itself, as the compiler would turn the loops around, and columns have few edges.
#[inline(never)]
fn count_above(values: &Lanes<f32>, edge: f32, bins: &mut Lanes<u8>) {
    for (bin, &value) in bins.iter_mut().zip(values) {
        *bin += u8::from(value > edge);
    }
}

/// Squarings that make an exponential of its linear start; the error is below 1e-4.
const SQUARINGS: i32 = 20;

/// The probability for a sum of leaves, by multiplication alone: what `exp` gives differs between machines.
fn logistic(sum: i32) -> f32 {
    let odds = (f64::from(sum) / LEAF_UNIT).clamp(-30.0, 30.0);
    let mut exp = 1.0 - odds / f64::from(1_u32 << SQUARINGS);
    for _ in 0..SQUARINGS {
        exp *= exp;
    }
    (1.0 / (1.0 + exp)) as f32
}

/// Lets blocks of one template lean on each other: the items of a list are all body, or none is.
pub(crate) fn lean_on_templates(probabilities: &mut [f32], templates: &[u64], words: &[f32]) {
    let mut sums: Table<u64, (u32, f32, f32)> = table(templates.len());
    for ((&p, &template), &words) in probabilities.iter().zip(templates).zip(words) {
        let sum = sums.entry(template).or_default();
        *sum = (sum.0 + 1, sum.1 + words, sum.2 + words * p);
    }
    for (p, template) in probabilities.iter_mut().zip(templates) {
        let &(blocks, words, expected) = sums.get(template).unwrap_or(&(0, 0.0, 0.0));
        if blocks >= TEMPLATE_BLOCKS && words > 0.0 {
            *p = (1.0 - TEMPLATE_SHARE) * *p + TEMPLATE_SHARE * expected / words;
        }
    }
}

/// Reads a map given as points, linear between them and flat beyond.
pub(crate) fn interpolate(points: &[(f32, f32)], at: f32) -> f32 {
    let above = points.partition_point(|point| point.0 < at);
    match (
        above.checked_sub(1).and_then(|below| points.get(below)),
        points.get(above),
    ) {
        (Some(below), Some(above)) => {
            let share = (at - below.0) / (above.0 - below.0).max(f32::MIN_POSITIVE);
            below.1 + share * (above.1 - below.1)
        }
        (Some(end), None) | (None, Some(end)) => end.1,
        (None, None) => at,
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Forest, Tree, interpolate, lean_on_templates, logistic, table};
    use crate::judge::features::Features;
    use crate::page::block::BlockId;

    const fn leaves(pairs: &[(usize, i16)]) -> [i16; 64] {
        let mut leaves = [0; 64];
        let mut at = 0;
        while at < pairs.len() {
            leaves[pairs[at].0] = pairs[at].1;
            at += 1;
        }
        leaves
    }

    /// Two features; the first tree asks for both, the second only whether the first is above its second edge.
    static TINY: Forest = Forest {
        bounds: &[
            Bounds {
                name: "words",
                column: 0,
                edges: &[3.0, 10.0],
            },
            Bounds {
                name: "links",
                column: 1,
                edges: &[0.5],
            },
        ],
        trees: &[
            Tree {
                splits: [(0, 0), (1, 0), (0, 9), (0, 9), (0, 9), (0, 9)],
                leaves: leaves(&[(0, -100), (1, 300), (2, -900), (3, 50)]),
            },
            Tree {
                splits: [(0, 1), (0, 9), (0, 9), (0, 9), (0, 9), (0, 9)],
                leaves: leaves(&[(0, -7), (1, 1000)]),
            },
        ],
        bias: 10,
    };

    fn page<const BLOCKS: usize>(columns: &[[f32; BLOCKS]]) -> Features {
        Features {
            open: (0..BLOCKS as u32).map(BlockId).collect(),
            values: columns.concat(),
            ..Features::default()
        }
    }

    #[test]
    fn each_block_gets_the_leaves_its_answers_lead_to() {
        let page = page(&[
            [1.0, 5.0, 50.0, 3.0, f32::NAN],
            [0.0, 0.0, 1.0, 1.0, f32::NAN],
        ]);
        let sums = TINY.sums(&page);
        assert_eq!(
            sums,
            [
                10 - 100 - 7,
                10 + 300 - 7,
                10 + 50 + 1000,
                10 - 900 - 7,
                10 - 100 - 7
            ]
        );
        assert_eq!(sums, TINY.sums(&page));
    }

    #[test]
    fn a_sum_of_zero_is_even_odds_and_greater_sums_are_likelier() {
        assert!((logistic(0) - 0.5).abs() < 1e-6);
        assert!((logistic(1024) - 0.731_06).abs() < 1e-4);
        assert!(logistic(i32::MAX) > 0.999 && logistic(i32::MIN) < 0.001);
    }

    #[test]
    fn the_items_of_a_template_lean_on_each_other_and_a_pair_does_not() {
        let mut p = [0.9, 0.9, 0.3, 0.3, 0.9];
        lean_on_templates(&mut p, &[1, 1, 1, 2, 2], &[10.0, 10.0, 10.0, 5.0, 5.0]);
        assert!((p[2] - (0.65 * 0.3 + 0.35 * 0.7)).abs() < 1e-6);
        assert!((p[3] - 0.3).abs() < 1e-6);
    }

    #[test]
    fn a_map_is_linear_between_its_points() {
        let points = [(0.2, 0.0), (0.4, 1.0)];
        let read = |at| interpolate(&points, at);
        assert!((read(0.3) - 0.5).abs() < 1e-6);
        assert!(read(0.0).abs() < 1e-6 && (read(1.0) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn the_table_asks_for_columns_that_the_features_have() {
        let names = crate::judge::features::tests::names();
        for bounds in table::FOREST.bounds {
            assert_eq!(names.get(bounds.column), Some(&bounds.name));
        }
    }
}
