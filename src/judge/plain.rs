//! What the shape of a line of flat text and the run of lines it stands in say: evidence for the forest, which has no markup to go by
//! there; and, for every page, what kind of furniture a block is most like.

use std::collections::HashSet;
use std::ops::Range;

use crate::article::Reason;
use crate::grammar::credit;
use crate::headline::run::{self, LABEL_COST, LINE_COST, MOST_STREAK_COST, STREAK_COST};
use crate::judge::Verdict;
use crate::judge::certain::Page;
use crate::judge::sight::is_good;
use crate::page::block::{BlockId, Blocks, Kind};
use crate::text::ends::{first_chars, is_cut};
use crate::text::fold;
use crate::text::measure::LABEL_WORDS;

/// Probability by the text alone.
const SENTENCES: f32 = 0.9;
/// See [`SENTENCES`]: one sentence, too short to be good.
const SENTENCE: f32 = 0.75;
/// See [`SENTENCES`].
const HEADING: f32 = 0.7;
/// See [`SENTENCES`]: the caller says that it is a heading, an item, a caption or code.
const GIVEN: f32 = 0.7;
/// See [`SENTENCES`].
const ITEM: f32 = 0.65;
/// See [`SENTENCES`]: a few words that end like no sentence.
const LABEL: f32 = 0.3;

/// Factor for a line outside the run that is the article.
const OUTSIDE: f32 = 0.3;

/// What a line of flat text adds to the run it stands in: words of a sentence (at most this many), …
const MOST_LINE_WORDS: f32 = 120.0;
/// … and what it costs the run when it is settled as furniture. Other lines cost what they do where the headline is looked for.
const FURNITURE_COST: f32 = 8.0;
/// See [`FURNITURE_COST`]: what names the end of the page or the readers' comments closes the article.
const CLOSING_COST: f32 = 40.0;
/// Lines in a row that end no sentence from which on they are a list of something else, unless a line with a colon opens it.
const LIST_STREAK: usize = 12;

/// What the shape of the lines says.
pub(crate) struct Lines {
    /// For each line how much it looks like the article's, from 0 to 1.
    pub(crate) scores: Vec<f32>,
    /// The run of lines with the greatest sum of words less the cost of what interrupts it.
    pub(crate) run: Range<usize>,
}

/// Scores the lines of flat text.
pub(crate) fn read(page: &Page<'_>, settled: &[Option<Verdict>]) -> Lines {
    let blocks = page.blocks;
    let is_caption = |id| credit::marks_caption(blocks.text_of(id));
    let captions: Vec<bool> = blocks.ids().map(is_caption).collect();
    let streaks = streaks(page, settled, &captions);
    let again = begun_again(page);
    let worth = |id: BlockId| {
        if again.contains(&id) {
            return 0.0;
        }
        let streak = streaks.get(id.at()).copied().unwrap_or_default();
        let settled = settled[id.at()].as_ref();
        worth(page, id, settled, streak, captions[id.at()])
    };
    let run = run::greatest(blocks.ids().map(worth));
    let p = |id: BlockId| {
        let inside = run.contains(&id.at());
        let block = &blocks[id];
        let listed = streaks
            .get(id.at())
            .is_some_and(|streak| streak.lines >= LIST_STREAK && !streak.opened);
        let base = if is_good(blocks, id) {
            SENTENCES
        } else if is_prose(blocks, id) || captions[id.at()] {
            SENTENCE
        } else if block.kind != Kind::Paragraph {
            GIVEN
        } else if has_equal_neighbour(page, id) {
            HEADING
        } else if listed {
            LABEL
        } else if is_heading_line(page.blocks, id) {
            HEADING
        } else if block.measure.weight() >= LABEL_WORDS {
            ITEM
        } else {
            LABEL
        };
        if inside { base } else { base * OUTSIDE }
    };
    Lines {
        scores: blocks.ids().map(p).collect(),
        run: run.clone(),
    }
}

/// Long lines with whose first words a later line begins: a description above the page, the teaser of the article itself.
fn begun_again(page: &Page<'_>) -> HashSet<BlockId> {
    let blocks = page.blocks;
    let mut later: HashSet<u64> = HashSet::new();
    let mut again = HashSet::new();
    for id in blocks.ids().rev() {
        if !blocks[id].measure.is_long() || !page.copies.is_weighed(id) {
            continue;
        }
        let beginning = first_chars(blocks.folded(id), BEGINNING_CHARS);
        if !later.insert(fold::hash(beginning)) {
            again.insert(id);
        }
    }
    again
}

/// Folded characters by which two lines are known to begin alike.
const BEGINNING_CHARS: usize = 20;

/// A row of lines that end no sentence.
#[derive(Clone, Copy, Default)]
struct Streak {
    /// The line's place in it, from 1; 0 for a line outside.
    place: usize,
    /// Its length in lines.
    lines: usize,
    /// Whether the line before it ends in a colon: a list of the article's.
    opened: bool,
}

/// For each line the row of lines without a sentence it stands in.
fn streaks(page: &Page<'_>, settled: &[Option<Verdict>], captions: &[bool]) -> Vec<Streak> {
    let blocks = page.blocks;
    let mut streaks = vec![Streak::default(); blocks.len()];
    let is_sentence = |id: BlockId| {
        is_prose(blocks, id) && settled[id.at()].is_none()
            || !page.copies.is_weighed(id)
            || captions[id.at()]
            || has_equal_neighbour(page, id)
    };
    let opens = |id: BlockId| blocks.text_of(id).ends_with([':', '：']);
    let (mut start, mut opened) = (0, false);
    for at in 0..=blocks.len() {
        let ends = at == blocks.len() || is_sentence(BlockId(at as u32));
        let colon = at < blocks.len() && opens(BlockId(at as u32));
        if !ends && !colon {
            continue;
        }
        let lines = at - start;
        for (place, streak) in streaks.iter_mut().take(at).skip(start).enumerate() {
            *streak = Streak {
                place: place + 1,
                lines,
                opened,
            };
        }
        (start, opened) = (at + 1, colon);
    }
    streaks
}

fn worth(
    page: &Page<'_>,
    id: BlockId,
    settled: Option<&Verdict>,
    streak: Streak,
    is_caption: bool,
) -> f32 {
    use crate::judge::Role;
    let measure = &page.blocks[id].measure;
    if !page.copies.is_weighed(id) {
        return 0.0;
    }
    let row = if streak.opened {
        0.0
    } else {
        (streak.place.saturating_sub(1) as f32 * STREAK_COST).min(MOST_STREAK_COST)
    };
    match settled.map(|verdict| verdict.role) {
        Some(Role::Removed(Reason::Metadata | Reason::DuplicateTitle) | Role::Headline) => {
            -LINE_COST
        }
        Some(Role::Removed(Reason::Comments | Reason::Legal)) => -CLOSING_COST,
        Some(_) => -FURNITURE_COST - row,
        None if is_cut(page.blocks.text_of(id)) => 0.0,
        None if is_prose(page.blocks, id) => measure.weight().min(MOST_LINE_WORDS),
        None if is_caption => 0.0,
        None if has_equal_neighbour(page, id) => 0.0,
        None if measure.weight() >= LABEL_WORDS || is_heading_line(page.blocks, id) => {
            -LINE_COST - row
        }
        None => -LABEL_COST - row,
    }
}

/// Whether a line reads like sentences: by its end, by the stops inside it, or, where an outlet sets no stops, by its commas. An item
/// of a list needs its stop: lists of headlines have stops inside.
fn is_prose(blocks: &Blocks, id: BlockId) -> bool {
    let measure = &blocks[id].measure;
    let clauses = measure.is_long() && measure.commas >= PROSE_COMMAS && measure.bars == 0;
    let item = blocks
        .text_of(id)
        .starts_with(['•', '·', '▪', '●', '-', '–']);
    measure.ends_sentence || !item && (is_good(blocks, id) || clauses)
}

/// Commas of a long line that is a sentence without its stop.
const PROSE_COMMAS: u32 = 2;

/// A short line with blank lines around it, before a sentence.
pub(crate) fn is_heading_line(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    let followed = blocks
        .behind(id)
        .next()
        .is_some_and(|next| blocks[next].gap_before && blocks[next].measure.ends_sentence);
    block.gap_before && block.measure.bars == 0 && !block.measure.ends_sentence && followed
}

/// One of two equal lines without a blank line between them: an alternative text and its caption.
fn has_equal_neighbour(page: &Page<'_>, id: BlockId) -> bool {
    let blocks = page.blocks;
    let is_pair = |one: BlockId, next: BlockId| {
        !blocks[next].gap_before && blocks.text_of(one) == blocks.text_of(next)
    };
    blocks
        .before(id)
        .next()
        .is_some_and(|before| is_pair(before, id))
        || blocks
            .behind(id)
            .next()
            .is_some_and(|behind| is_pair(id, behind))
}
