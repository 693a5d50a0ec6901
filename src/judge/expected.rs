//! How right a body is expected to be, by the judge's probabilities.

use super::Verdict;
use crate::page::block::Blocks;

/// The expected F1 of the body as it was settled.
pub(super) fn expected_of(blocks: &Blocks, rows: &[Verdict], probabilities: &[f32]) -> f32 {
    let weighed = blocks.ids().filter_map(|id| {
        let verdict = &rows[id.at()];
        (verdict.is_body() || verdict.is_judged()).then(|| {
            let words = blocks[id].measure.weight();
            (words, probabilities[id.at()], verdict.is_body())
        })
    });
    expected_f1(weighed)
}

/// The expected F1 in words of blocks given as words, probability, and whether they are kept: twice the words expected right among
/// the kept, by the kept and all expected.
pub(super) fn expected_f1(weighed: impl Iterator<Item = (f32, f32, bool)>) -> f32 {
    let (mut kept, mut right, mut all) = (0.0, 0.0, 0.0);
    for (words, p, is_kept) in weighed {
        all += words * p;
        if is_kept {
            kept += words;
            right += words * p;
        }
    }
    f1(kept, right, all)
}

/// The F1 of what is kept, of which so much is right, where `all` is what should be.
pub(super) fn f1(kept: f32, right: f32, all: f32) -> f32 {
    if kept > 0.0 {
        2.0 * right / (kept + all)
    } else {
        0.0
    }
}
