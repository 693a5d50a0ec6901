//! The run of lines of flat text that reads like an article, before anything is judged: the headline stands right above it.

use std::ops::Range;

use crate::page::block::{Block, BlockId, Blocks};

/// What a line adds to the run it stands in: its words where it is one of sentences, at most this many.
const MOST_LINE_WORDS: f32 = 60.0;

/// What a line costs the run that ends no sentence: a heading, an item.
const LINE_COST: f32 = 1.0;

/// See [`LINE_COST`]: of so few words that it is likelier an entry of a menu.
const LABEL_COST: f32 = 3.0;
const LABEL_WORDS: f32 = 8.0;

/// See [`LINE_COST`]: what each further one in a row costs more, as lists go on and on, and at most.
const STREAK_COST: f32 = 0.5;
const MOST_STREAK_COST: f32 = 6.0;

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

/// The range with the greatest sum of words less what interrupts it (Kadane), from a line of sentences on; empty without one.
pub(super) fn of(blocks: &Blocks) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0.0_f32);
    let (mut start, mut sum) = (0, 0.0_f32);
    let mut streak = 0.0_f32;
    for id in blocks.ids() {
        let at = id.at();
        if is_prose(&blocks[id]) {
            streak = 0.0;
            sum += worth(blocks, id);
        } else {
            streak += STREAK_COST;
            let words = blocks[id].measure.weight();
            let cost = if words < LABEL_WORDS {
                LABEL_COST
            } else {
                LINE_COST
            };
            sum -= cost + streak.min(MOST_STREAK_COST);
        }
        if sum <= 0.0 {
            (start, sum) = (at + 1, 0.0);
        } else if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    best
}

/// A teaser that was cut adds nothing.
fn worth(blocks: &Blocks, id: BlockId) -> f32 {
    let text = blocks.text_of(id);
    if text.ends_with('…') || text.ends_with("...") {
        return 0.0;
    }
    blocks[id].measure.weight().min(MOST_LINE_WORDS)
}
