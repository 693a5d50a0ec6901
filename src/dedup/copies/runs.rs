//! How far two places of a page agree, and whether that makes them copies.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::purpose;
use super::seeds::{Seed, is_long};
use crate::dedup::align::{Change, compare};
use crate::limits::{Hits, Limit, Limits};
use crate::page::block::{BlockId, Blocks, ElementId, Kind, Presence};

/// How many blocks either side may have between two blocks that agree: a promotion, a caption, a gallery that only one has.
pub(super) const GAP: u32 = 6;

/// Long blocks that make two runs copies (notes on duplication: three, or most of the smaller container).
const LONG_BLOCKS: usize = 3;

/// Long blocks that make two runs copies however much else the page has, when next to nothing else stands between them.
const MANY_LONG_BLOCKS: usize = 8;

/// Share of a run's text, on the side with less of it, that must be matched. Below it the two only quote the same things.
const AGREEMENT: f32 = 0.5;

/// Share of the longer side, at most, that the items of a list of highlights or contents match, when all of the list is matched.
const SPREAD: f32 = 0.7;

/// Share of its element that a run fills when the element is nothing but the copy.
const WHOLE: f32 = 0.9;

/// Share of the text of the smaller container that a long run matches, at least (notes on duplication). Tabs that say the same in
/// part are wanted in each place.
const PART: f32 = 0.6;

/// Share of the sentences of a page that a copy of its article has, at least. Cards, tabs and packages that say the same by the
/// paragraph are wanted in each place.
const ARTICLE: f32 = 0.2;

/// Words of a run that fills its elements, at least: a shorter text is a label or a refrain that has an element of its own.
const WHOLE_WORDS: f32 = 60.0;

/// Words from which on what fills its elements is an article and no card, whatever else the page has.
const WHOLE_ARTICLE_WORDS: f32 = 200.0;

/// Two blocks in the same gap between matched neighbours are one block edited from this likeness on.
const EDITED: f32 = 0.6;

/// Share of the sentences of a page that stand in the element of its article, more than.
const ARTICLE_ROOM: f32 = 0.5;

/// Words of an excerpt that fills its element, at least.
const EXCERPT_WORDS: f32 = 20.0;

/// From this likeness on two long blocks that begin or end alike agree by themselves.
const NEAR: f32 = 0.9;

/// Paragraphs of one side that part a label from a run, at least, for it to be no part of it: the entry of a list of contents and the
/// heading of the last section stand that far from what follows.
const STRAY_PARAGRAPHS: usize = 2;

/// Characters of two blocks compared one by one, beyond their equal beginnings and ends. Two blocks that differ in more are no edits.
const COMPARED_CHARS: usize = 512;

/// Comparisons of two characters that cost as much as looking at one pair of blocks.
const WORK_CHARS: usize = 64;

/// Blocks between a headline and the first block of its text: dates, sources, share rows, a standfirst.
const HEADLINE_REACH: u32 = 16;

/// Two blocks that agree, and how much.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) first: BlockId,
    pub(super) second: BlockId,
    /// 1 for equal texts.
    pub(super) likeness: f32,
}

impl Pair {
    pub(super) fn is_equal(&self) -> bool {
        self.likeness >= 1.0
    }

    pub(super) fn on(&self, second: bool) -> BlockId {
        if second { self.second } else { self.first }
    }

    fn ids(&self) -> (BlockId, BlockId) {
        (self.first, self.second)
    }
}

/// Two runs of blocks that agree, as pairs in page order.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) pairs: Vec<Pair>,
    /// Characters of the pairs.
    pub(super) chars: u32,
}

impl Run {
    pub(super) fn side(&self, second: bool) -> Range<u32> {
        let first = self.pairs.first().map_or(0, |pair| pair.on(second).0);
        first..self.pairs.last().map_or(0, |pair| pair.on(second).0 + 1)
    }
}

/// Grows every seed to a run, and returns those that are copies. A pair that is in a run already is no seed.
pub(super) fn grow(
    blocks: &Blocks,
    titles: &[String],
    seeds: &[Seed],
    limits: &Limits,
) -> (Vec<Run>, Hits) {
    let mut search = Search {
        blocks,
        titles,
        sentences: sentences(blocks),
        taken: HashMap::new(),
        work: 0,
    };
    let mut hits = Hits::default();
    let mut runs = Vec::new();
    let mut seen: HashSet<(BlockId, BlockId)> = HashSet::new();
    for seed in seeds {
        search.work += 1;
        if hits.over(limits, Limit::CopyPairs, search.work) {
            break;
        }
        if seen.contains(&(seed.first, seed.second)) {
            continue;
        }
        let Some(run) = search.grow(*seed) else {
            continue;
        };
        seen.extend(run.pairs.iter().map(Pair::ids));
        if search.is_copy(&run) {
            let side = run.side(true);
            let taken = run.pairs.iter().map(|pair| (pair.ids(), side.clone()));
            search.taken.extend(taken);
            runs.push(run);
        }
    }
    (runs, hits)
}

/// Characters of the long sentences of a page, each counted once however often it stands there.
fn sentences(blocks: &Blocks) -> u32 {
    let mut seen: HashSet<u64> = HashSet::new();
    let ids = blocks.ids().filter(|&id| is_sentence(blocks, id));
    ids.filter(|&id| seen.insert(blocks.key(id)))
        .map(|id| blocks[id].measure.chars)
        .sum()
}

pub(super) fn is_sentence(blocks: &Blocks, id: BlockId) -> bool {
    is_long(blocks, id) && blocks[id].measure.ends_sentence
}

/// Bytes from which two texts are told apart before they are aligned.
const GLANCE_BYTES: usize = 4_096;

/// Counters of byte triples, by their hash: few enough to be emptied at no cost, and one for each triple of a paragraph.
const GLANCE_SLOTS: usize = 1_024;

/// Whether two texts share half of their byte triples. An edit takes five of them at most, so that two texts that are [`NEAR`] share
/// more; an alignment, which tells for certain, costs with the square of their length.
fn may_be_near(one: &str, other: &str) -> bool {
    let triples = |text: &'_ str| text.len().min(GLANCE_BYTES).saturating_sub(2);
    let slots = |text: &str| -> Vec<usize> {
        let bytes = text.as_bytes().windows(3).take(triples(text));
        let hash = |sum: usize, byte: &u8| sum * 31 + usize::from(*byte);
        bytes
            .map(|triple| triple.iter().fold(0, hash) % GLANCE_SLOTS)
            .collect()
    };
    let mut unmatched = [0_u32; GLANCE_SLOTS];
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
    titles: &'a [String],
    /// See [`sentences`].
    sentences: u32,
    /// The pairs of the copies found, with their second sides. A run that begins in such a side and comes to its pairs has reached the
    /// end of a copy and goes on in the one before.
    taken: HashMap<(BlockId, BlockId), Range<u32>>,
    /// Pairs looked at.
    work: usize,
}

impl Search<'_> {
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
        self.trim_back(&mut pairs);
        let chars = |pair: &Pair| self.blocks[pair.first].measure.chars;
        let chars = pairs.iter().map(chars).sum();
        Some(Run { pairs, chars })
    }

    /// Takes off the labels at the beginning of a run that long text of one side parts from the rest of it: they open something else.
    fn trim_front(&self, pairs: &mut Vec<Pair>) {
        let stray =
            |two: &[Pair]| matches!(two, [edge, next] if self.is_stray(*edge, *edge, *next));
        let strays = pairs.windows(2).take_while(|two| stray(two)).count();
        pairs.drain(..strays);
    }

    /// See [`trim_front`](Self::trim_front): those at the end.
    fn trim_back(&self, pairs: &mut Vec<Pair>) {
        let stray =
            |two: &[Pair]| matches!(two, [next, edge] if self.is_stray(*edge, *next, *edge));
        let strays = pairs.windows(2).rev().take_while(|two| stray(two)).count();
        pairs.truncate(pairs.len() - strays);
    }

    /// Whether a pair of labels has paragraphs of one side between itself and its neighbour in the run.
    fn is_stray(&self, edge: Pair, before: Pair, behind: Pair) -> bool {
        let long = |between: Range<u32>| {
            let ids = between.map(BlockId);
            ids.filter(|&id| is_long(self.blocks, id)).count()
        };
        let skipped = long(before.first.0 + 1..behind.first.0)
            .max(long(before.second.0 + 1..behind.second.0));
        !is_long(self.blocks, edge.first)
            && !self.is_headline(edge.first)
            && skipped >= STRAY_PARAGRAPHS
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
                if !first.contains(&x) || !second.contains(&y) {
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

    /// How much two blocks agree when nothing is known of what stands around them: equal texts do, long ones also when an edit or a
    /// cut end is all that parts them.
    fn likeness(&mut self, x: u32, y: u32) -> Option<f32> {
        let (x, y) = (BlockId(x), BlockId(y));
        let (one, other) = (self.blocks.folded(x), self.blocks.folded(y));
        if one.is_empty() || other.is_empty() {
            return None;
        }
        if self.blocks.key(x) == self.blocks.key(y) {
            return Some(1.0);
        }
        if !is_long(self.blocks, x) || !is_long(self.blocks, y) {
            return None;
        }
        let (short, long) = if one.len() < other.len() {
            (one, other)
        } else {
            (other, one)
        };
        if long.starts_with(short) {
            return Some(2.0 * short.len() as f32 / (short.len() + long.len()) as f32);
        }
        if !may_be_near(one, other) {
            return None;
        }
        let alike = self.compare(one, other);
        (alike >= NEAR).then_some(alike)
    }

    fn compare(&mut self, one: &str, other: &str) -> f32 {
        let comparison = compare(one, other, COMPARED_CHARS);
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
                let likeness = self.compare(one, other);
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

    /// Whether two runs that agree are copies, and do not only say the same here and there.
    fn is_copy(&self, run: &Run) -> bool {
        let matched = |second: bool| self.matched(run, second, &run.side(second));
        let (one, other) = (matched(false), matched(true));
        if one.max(other) < AGREEMENT {
            return false;
        }
        let is_long = |id: BlockId| is_long(self.blocks, id);
        let long = run
            .pairs
            .iter()
            .filter(|pair| is_long(pair.first) && is_long(pair.second));
        let (equal, near): (Vec<&Pair>, Vec<&Pair>) = long.partition(|pair| pair.is_equal());
        if self.is_headed(run) || self.is_excerpt(run) {
            return true;
        }
        if self.is_machine_copy(run) {
            return equal.len() >= LONG_BLOCKS || self.is_whole(run);
        }
        if purpose::is_wanted(self.blocks, run) {
            return false;
        }
        let slips = near
            .into_iter()
            .filter(|pair| purpose::is_slip(self.blocks, pair));
        let agreeing = equal.len() + slips.count();
        let is_list = one.max(other) >= WHOLE && one.min(other) < SPREAD;
        // A page without sentences has nothing that a run could be a small part of.
        let share = match self.sentences {
            0 => 1.0,
            all => self.sentences_of(run) as f32 / all as f32,
        };
        // Flat text has no cards and tabs to tell from an article, and rows of links are furniture in one place as in two.
        let is_article = !self.blocks.has_markup || share >= ARTICLE || self.is_links(run);
        let is_long_run =
            agreeing >= MANY_LONG_BLOCKS && one.min(other) >= WHOLE && self.fills_a_part(run);
        agreeing >= LONG_BLOCKS && (is_list || is_article || is_long_run)
            || self.is_whole(run)
                && (share >= ARTICLE
                    || self.is_half_hidden(run)
                    || self.words(run) >= WHOLE_ARTICLE_WORDS)
    }

    /// Whether most of a run is links.
    fn is_links(&self, run: &Run) -> bool {
        let ids = run.pairs.iter().map(|pair| pair.first);
        let markup = ids.filter_map(|id| self.blocks[id].markup);
        markup.map(|markup| markup.link_chars).sum::<u32>() * 2 > run.chars
    }

    /// Whether one side is text that no reader gets: a payload, a form field, what stands in for a script.
    fn is_machine_copy(&self, run: &Run) -> bool {
        let presence = |second: bool| self.blocks[BlockId(run.side(second).start)].presence;
        presence(false).max(presence(true)) > Presence::Styled
    }

    /// Whether one side is hidden by style and the other is not.
    fn is_half_hidden(&self, run: &Run) -> bool {
        let presence = |second: bool| self.blocks[BlockId(run.side(second).start)].presence;
        presence(false) != presence(true)
    }

    fn words(&self, run: &Run) -> f32 {
        let words = |pair: &Pair| self.blocks[pair.first].measure.weight();
        run.pairs.iter().map(words).sum()
    }

    /// Characters of the long sentences of a run.
    fn sentences_of(&self, run: &Run) -> u32 {
        let ids = run.pairs.iter().map(|pair| pair.first);
        ids.filter(|&id| is_sentence(self.blocks, id))
            .map(|id| self.blocks[id].measure.chars)
            .sum()
    }

    /// Whether the page's headline stands before both, and one long block agrees.
    fn is_headed(&self, run: &Run) -> bool {
        let agrees = |pair: &Pair| {
            pair.is_equal() || {
                let text = |id: BlockId| self.blocks.text_of(id);
                !Change::between(text(pair.first), text(pair.second)).counts()
            }
        };
        let mut texts = run
            .pairs
            .iter()
            .filter(|pair| !self.is_headline(pair.first));
        let inside = texts.clone().count() < run.pairs.len();
        if inside {
            return texts.any(agrees);
        }
        let is_long =
            |pair: &&Pair| is_long(self.blocks, pair.first) && is_long(self.blocks, pair.second);
        let (first, second) = (run.side(false), run.side(true));
        self.follows_headline(first.start, 0)
            && self.follows_headline(second.start, first.end)
            && texts.find(is_long).is_some_and(agrees)
    }

    /// Whether a headline stands shortly before a block.
    fn follows_headline(&self, start: u32, floor: u32) -> bool {
        let from = floor.max(start.saturating_sub(HEADLINE_REACH));
        (from..start).any(|at| self.is_headline(BlockId(at)))
    }

    fn is_headline(&self, id: BlockId) -> bool {
        let text = self.blocks.folded(id);
        self.titles.iter().any(|title| title == text)
    }

    /// Whether the two runs are all that stands in two elements, and enough text to be an item of its own.
    fn is_whole(&self, run: &Run) -> bool {
        let element = |second: bool| self.element_around(&self.core(run, second));
        let (Some(one), Some(other)) = (element(false), element(true)) else {
            return false;
        };
        let fills = |second: bool, element: ElementId| {
            self.matched(run, second, &self.blocks[element].blocks) >= WHOLE
        };
        self.words(run) >= WHOLE_WORDS && one != other && fills(false, one) && fills(true, other)
    }

    /// A side of a run from its first long block to its last: a label that stands near both is no part of either.
    fn core(&self, run: &Run, second: bool) -> Range<u32> {
        let ids = run.pairs.iter().map(|pair| pair.on(second));
        let mut long = ids.filter(|&id| is_long(self.blocks, id));
        let Some(first) = long.next() else {
            return run.side(second);
        };
        first.0..long.last().unwrap_or(first).0 + 1
    }

    /// Whether one of the runs is all of an element and breaks off in the midst of a paragraph that the other has whole, in most of the
    /// page's text: an excerpt, and the article. What a forum or a list shows the beginning of is a small part of the page.
    fn is_excerpt(&self, run: &Run) -> bool {
        let is_long =
            |pair: &&Pair| is_long(self.blocks, pair.first) && is_long(self.blocks, pair.second);
        let mut long = run.pairs.iter().filter(is_long);
        let (Some(_), Some(last)) = (long.next(), long.last()) else {
            return false;
        };
        let folded = |second: bool| self.blocks.folded(last.on(second));
        let cut = folded(true).len() < folded(false).len();
        let breaks_off = !last.is_equal() && folded(!cut).starts_with(folded(cut));
        let part = |second: bool| {
            let element = self.element_around(&self.core(run, second))?;
            Some(self.blocks[element].blocks.clone())
        };
        let fills = |part: Range<u32>| self.matched(run, cut, &part) >= WHOLE;
        let is_article = |part: Range<u32>| {
            let ids = part.map(BlockId).filter(|&id| is_sentence(self.blocks, id));
            let chars: u32 = ids.map(|id| self.blocks[id].measure.chars).sum();
            chars as f32 > ARTICLE_ROOM * self.sentences as f32
        };
        breaks_off
            && self.words(run) >= EXCERPT_WORDS
            && part(cut).is_some_and(fills)
            && part(!cut).is_some_and(is_article)
    }

    /// Whether one of the runs is most of what stands apart from the other.
    fn fills_a_part(&self, run: &Run) -> bool {
        let (one, other) = (run.side(false).start, run.side(true).start);
        let Some((_, parts)) = purpose::meeting(self.blocks, one, other) else {
            return true;
        };
        let fills = |second: bool, part: ElementId| {
            self.matched(run, second, &self.blocks[part].blocks) >= PART
        };
        fills(false, parts.0) || fills(true, parts.1)
    }

    /// The innermost element around a run, above the elements of its blocks themselves; none where what is said again is quoted, or is
    /// a row among others.
    fn element_around(&self, side: &Range<u32>) -> Option<ElementId> {
        const ROWS: [&str; 6] = ["blockquote", "li", "dd", "td", "th", "pre"];
        let first = BlockId(side.start);
        if self.blocks.within(first, &ROWS).is_some() || self.blocks[first].kind == Kind::Code {
            return None;
        }
        self.blocks
            .ancestors(first)
            .skip(1)
            .find(|&element| self.blocks[element].blocks.end >= side.end)
    }

    /// The share of the text of a range that a run matches.
    fn matched(&self, run: &Run, second: bool, range: &Range<u32>) -> f32 {
        let chars = |id: BlockId| self.blocks[id].measure.chars;
        let ids = run.pairs.iter().map(|pair| pair.on(second));
        let inside: u32 = ids.filter(|id| range.contains(&id.0)).map(chars).sum();
        let all: u32 = range.clone().map(|at| chars(BlockId(at))).sum();
        inside as f32 / all.max(1) as f32
    }
}
