//! The run of lines of flat text that reads like an article, before anything is judged: the headline stands right above it.

use std::ops::Range;

use crate::page::block::{Block, Blocks};
use crate::text::ends::is_cut;
use crate::text::measure::LABEL_WORDS;

/// What a line adds to the run it stands in: its words where it is one of sentences, at most this many.
const MOST_LINE_WORDS: f32 = 60.0;

/// What a line costs the run that ends no sentence: a heading, an item.
pub(crate) const LINE_COST: f32 = 1.0;

/// See [`LINE_COST`]: a label is likelier an entry of a menu.
pub(crate) const LABEL_COST: f32 = 3.0;

/// See [`LINE_COST`]: what each further one in a row costs more, as lists go on and on, and at most.
pub(crate) const STREAK_COST: f32 = 0.5;
pub(crate) const MOST_STREAK_COST: f32 = 6.0;

/// Words of a line that ends like a sentence, at least: `Sign in.` is none.
const SENTENCE_WORDS: f32 = 5.0;

/// Words of a line of sentences that does not end like one.
const PARAGRAPH_WORDS: f32 = 20.0;

/// Whether a line reads like sentences.
pub(super) fn is_prose(block: &Block) -> bool {
    let measure = &block.measure;
    let words = measure.weight();
    words >= SENTENCE_WORDS && measure.ends_sentence && measure.bars < 2
        || words >= PARAGRAPH_WORDS && measure.stops > 0
}

/// The range with the greatest sum of words less what interrupts it, from a line of sentences on; empty without one.
pub(super) fn of(blocks: &Blocks) -> Range<usize> {
    let mut streak = 0.0_f32;
    greatest(blocks.ids().map(|id| {
        let words = blocks[id].measure.weight();
        if is_prose(&blocks[id]) {
            streak = 0.0;
            // A teaser that was cut adds nothing.
            let whole = !is_cut(blocks.text_of(id));
            return if whole {
                words.min(MOST_LINE_WORDS)
            } else {
                0.0
            };
        }
        streak += STREAK_COST;
        let is_label = words < LABEL_WORDS;
        let cost = if is_label { LABEL_COST } else { LINE_COST };
        -(cost + streak.min(MOST_STREAK_COST))
    }))
}

/// The range of lines with the greatest sum (Kadane); empty when nothing is worth anything.
pub(crate) fn greatest(worth: impl IntoIterator<Item = f32>) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0.0_f32);
    let (mut start, mut sum) = (0, 0.0_f32);
    for (at, value) in worth.into_iter().enumerate() {
        sum += value;
        if sum <= 0.0 {
            (start, sum) = (at + 1, 0.0);
        } else if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    best
}
