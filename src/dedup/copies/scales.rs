//! Whether two runs that agree are copies, or only say the same here and there.

use std::ops::Range;

use super::cut::is_cut;
use super::purpose;
use super::reflow;
use super::run::{GAP, Pair, Run};
use super::seeds::is_long;
use crate::dedup::align::Change;
use crate::page::block::{BlockId, Blocks, ElementId, Kind, Presence};

/// Long blocks that make two runs copies (notes on duplication: three, or most of the smaller container).
pub(super) const LONG_BLOCKS: usize = 3;

/// Long blocks that make two runs copies however much else the page has, when next to nothing else stands between them.
const MANY_LONG_BLOCKS: usize = 8;

/// Share of a run's text, on the side with less of it, that must be matched. Below it the two only quote the same things.
const AGREEMENT: f32 = 0.5;

/// The same of what one side has in other paragraphs, where headings and captions are passed over.
const REFLOWED: f32 = 0.7;

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

/// Long blocks that agree by which a run goes on with a copy, at least: one may be a notice that stands below every entry.
const LONG_BLOCKS_ON: usize = 2;

/// Share of the text of its part of the page that a copy has, from which what agrees before and behind it in the same part is copied, too.
const MUCH: f32 = 0.3;

/// Words of a run that fills its elements, at least: a shorter text is a label or a refrain that has an element of its own.
const WHOLE_WORDS: f32 = 60.0;

/// Words from which on what fills its elements is an article and no card, whatever else the page has.
const WHOLE_ARTICLE_WORDS: f32 = 200.0;

/// Share of the sentences of a page that stand in the element of its article, more than.
const ARTICLE_ROOM: f32 = 0.5;

/// Words of an excerpt that fills its element, at least.
const EXCERPT_WORDS: f32 = 20.0;

/// Blocks between a headline and the first block of its text: dates, sources, share rows, a standfirst.
const HEADLINE_REACH: u32 = 16;

/// Characters of the texts of a page that count, each counted once however often it stands there.
fn once(blocks: &Blocks, counts: impl Fn(BlockId) -> bool) -> u32 {
    let ids = blocks.ids().filter(|&id| counts(id));
    let mut texts: Vec<(u64, BlockId)> = ids.map(|id| (blocks.key(id), id)).collect();
    texts.sort_unstable();
    texts.dedup_by_key(|(key, _)| *key);
    let chars = texts.iter().map(|&(_, id)| blocks[id].measure.chars);
    chars.sum()
}

pub(super) fn is_sentence(blocks: &Blocks, id: BlockId) -> bool {
    is_long(blocks, id) && blocks[id].measure.ends_sentence
}

/// Whether a block is long and no link.
fn is_plain(blocks: &Blocks, id: BlockId) -> bool {
    is_long(blocks, id) && !blocks.leads_elsewhere(id)
}

/// What runs of a page are weighed against.
pub(super) struct Scales<'a> {
    blocks: &'a Blocks,
    titles: &'a [String],
    /// Characters of the long sentences, and of all long texts that are no links, each counted once.
    sentences: u32,
    texts: u32,
}

impl<'a> Scales<'a> {
    /// `titles` are the wordings of the page's headline, folded.
    pub(super) fn of(blocks: &'a Blocks, titles: &'a [String]) -> Self {
        Self {
            blocks,
            titles,
            sentences: once(blocks, |id| is_sentence(blocks, id)),
            texts: once(blocks, |id| is_plain(blocks, id)),
        }
    }

    /// Whether two runs that agree are copies, and do not only say the same here and there.
    pub(super) fn is_copy(&self, run: &Run) -> bool {
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
        let share = self.share_of(run);
        // Flat text has no cards and tabs to tell from an article, and rows of links are furniture in one place as in two.
        let is_article = !self.blocks.has_markup || share >= ARTICLE || self.is_links(run);
        let is_whole = one.min(other) >= WHOLE;
        let is_long_run = agreeing >= MANY_LONG_BLOCKS && is_whole && self.fills_a_part(run);
        agreeing >= LONG_BLOCKS
            && (is_list || is_article || is_long_run || is_whole && self.is_right_below(run))
            || self.is_whole(run) && (share >= ARTICLE || self.words(run) >= WHOLE_ARTICLE_WORDS)
    }

    /// Whether two runs that are broken into other paragraphs are copies: an article of some length, and most of what stands there. A quotation
    /// in one piece is none, nor is a text in a row of its own.
    pub(super) fn is_reflowed(&self, run: &Run) -> bool {
        const QUOTED: [&str; 5] = ["blockquote", "li", "dd", "dt", "pre"];
        let ids = |second: bool| reflow::texts(&run.pairs, second);
        let chars = |ids: &mut dyn Iterator<Item = BlockId>| -> u32 {
            ids.map(|id| self.blocks[id].measure.chars).sum()
        };
        let matched = |second: bool| {
            let all = chars(&mut run.side(second).map(BlockId));
            chars(&mut ids(second)) as f32 / all.max(1) as f32
        };
        let (one, other) = (matched(false), matched(true));
        let words = ids(false).map(|id| self.blocks[id].measure.weight());
        let is_sentence = |id: &BlockId| is_sentence(self.blocks, *id);
        // Lines that are broken anywhere end in no stop: the other side has the sentences whole.
        let told = |second: bool| chars(&mut ids(second).filter(is_sentence));
        let sentences = told(false).max(told(true));
        let is_apart = |second: bool| {
            let (core, other) = (self.core(run, second), self.core(run, !second));
            let quoted = self.blocks.within(BlockId(core.start), &QUOTED);
            quoted.is_none_or(|row| self.blocks[row].blocks.contains(&other.start))
        };
        one.max(other) >= WHOLE
            && one.min(other) >= REFLOWED
            && words.sum::<f32>() >= WHOLE_WORDS
            && sentences as f32 >= ARTICLE * self.sentences as f32
            && is_apart(false)
            && is_apart(true)
            && !purpose::are_parallel(self.blocks, run)
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

    fn words(&self, run: &Run) -> f32 {
        let words = |pair: &Pair| self.blocks[pair.first].measure.weight();
        run.pairs.iter().map(words).sum()
    }

    /// The share of the page's sentences that a run has; of one that is written without stops, as verse is, and agrees to the letter but
    /// for a slip, the share of the page's texts: the entries of a catalogue differ in their numbers. A page without sentences has nothing
    /// that a run could be a small part of.
    fn share_of(&self, run: &Run) -> f32 {
        let chars = |counts: &dyn Fn(BlockId) -> bool| -> u32 {
            let ids = run.pairs.iter().map(|pair| pair.first);
            ids.filter(|&id| counts(id))
                .map(|id| self.blocks[id].measure.chars)
                .sum()
        };
        let sentences = chars(&|id| is_sentence(self.blocks, id));
        let agrees = |pair: &Pair| pair.is_equal() || purpose::is_slip(self.blocks, pair);
        let (part, all) = if sentences > 0 || !run.pairs.iter().all(agrees) {
            (sentences, self.sentences)
        } else {
            (chars(&|id| is_plain(self.blocks, id)), self.texts)
        };
        if self.sentences == 0 {
            return 1.0;
        }
        part as f32 / all.max(1) as f32
    }

    /// Whether a run, too small by itself, stands in the same two parts of the page as another that is a copy and has much of one of
    /// them, before it in both or behind it in both: a gallery or a table in one of them has parted the two.
    pub(super) fn goes_on(&self, run: &Run, copy: &Run) -> bool {
        self.is_beside(run, copy, LONG_BLOCKS_ON)
    }

    /// Whether a run is an end of a copy: it stands right at one side, and at some distance from the other, which has more in between.
    pub(super) fn is_end(&self, run: &Run, copy: &Run) -> bool {
        let is_at = |second: bool| {
            let (side, other) = (run.side(second), copy.side(second));
            side.end == other.start || other.end == side.start
        };
        is_at(false) != is_at(true) && self.is_beside(run, copy, 1)
    }

    fn is_beside(&self, run: &Run, copy: &Run, least: usize) -> bool {
        let sides = |run: &Run| (run.side(false), run.side(true));
        let ((a, b), (one, other)) = (sides(run), sides(copy));
        let Some((_, parts)) = purpose::meeting(self.blocks, one.start, other.start) else {
            return false;
        };
        let part = |element: ElementId| &self.blocks[element].blocks;
        let holds = |element: ElementId, side: &Range<u32>| {
            part(element).start <= side.start && side.end <= part(element).end
        };
        let in_order = a.end <= one.start && b.end <= other.start
            || one.end <= a.start && other.end <= b.start;
        let has_much =
            |second: bool, element: ElementId| self.matched(copy, second, part(element)) >= MUCH;
        let agrees = |pair: &&Pair| {
            let says_same = || pair.is_equal() || purpose::is_slip(self.blocks, pair);
            is_long(self.blocks, pair.first) && says_same()
        };
        let whole = |second: bool, side: &Range<u32>| self.matched(run, second, side) >= AGREEMENT;
        in_order
            && holds(parts.0, &a)
            && holds(parts.1, &b)
            && (has_much(false, parts.0) || has_much(true, parts.1))
            && run.pairs.iter().filter(agrees).count() >= least
            && whole(false, &a)
            && whole(true, &b)
            && !purpose::is_wanted(self.blocks, run)
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

    /// Whether a run of sentences stands shortly below the headline, and its copy right behind it: an article, and no card or tab among
    /// others, however much else the page has.
    fn is_right_below(&self, run: &Run) -> bool {
        let (first, second) = (run.side(false), run.side(true));
        let is_told = |pair: &&Pair| is_sentence(self.blocks, pair.first);
        let told = run.pairs.iter().filter(is_told);
        let told: u32 = told.map(|pair| self.blocks[pair.first].measure.chars).sum();
        let is_below = |side: &Range<u32>| self.follows_headline(side.start, 0);
        told as f32 >= WHOLE * run.chars as f32 && (is_below(&first) || is_below(&second))
    }

    /// Whether a headline stands shortly before a block.
    fn follows_headline(&self, start: u32, floor: u32) -> bool {
        let from = floor.max(start.saturating_sub(HEADLINE_REACH));
        (from..start).any(|at| self.is_headline(BlockId(at)))
    }

    pub(super) fn is_headline(&self, id: BlockId) -> bool {
        let text = self.blocks.folded(id);
        self.titles.iter().any(|title| title == text)
    }

    /// Whether the two runs are all that stands in two elements, and enough text to be an item of its own.
    fn is_whole(&self, run: &Run) -> bool {
        let element = |second: bool| self.element_around(run, second);
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

    /// Whether one of the runs is all of an element and breaks off in the midst of a paragraph that the other has whole, right behind it or
    /// in most of the page's text: an excerpt, and the article. What a forum or a list shows the beginning of is a small part of the page.
    fn is_excerpt(&self, run: &Run) -> bool {
        let is_long =
            |pair: &&Pair| is_long(self.blocks, pair.first) && is_long(self.blocks, pair.second);
        let Some(last) = run.pairs.last() else {
            return false;
        };
        let folded = |second: bool| self.blocks.folded(last.on(second));
        let cut = is_cut(self.blocks, last.second, last.first)
            || folded(true).len() < folded(false).len();
        let is_cut = || is_cut(self.blocks, last.on(cut), last.on(!cut));
        let long = run.pairs.iter().filter(is_long).count();
        let breaks_off = long >= 2 && !last.is_equal() && folded(!cut).starts_with(folded(cut))
            || long >= 1 && is_cut();
        let part = |second: bool| {
            if !self.blocks.has_markup {
                return Some(run.side(second));
            }
            let element = self.element_around(run, second)?;
            Some(self.blocks[element].blocks.clone())
        };
        let fills = |part: Range<u32>| self.matched(run, cut, &part) >= WHOLE;
        let is_article = |part: Range<u32>| {
            let ids = part.map(BlockId).filter(|&id| is_sentence(self.blocks, id));
            let chars: u32 = ids.map(|id| self.blocks[id].measure.chars).sum();
            chars as f32 > ARTICLE_ROOM * self.sentences as f32
        };
        let goes_before = !cut && run.side(true).start <= run.side(false).end + GAP;
        breaks_off
            && self.words(run) >= EXCERPT_WORDS
            && part(cut).is_some_and(fills)
            && (goes_before && is_cut() || part(!cut).is_some_and(is_article))
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

    /// The innermost element around a side of a run, above the elements of its blocks themselves; none where what is said again is quoted, or is
    /// a row among others. The cell of a layout, which holds both sides, is no such row.
    fn element_around(&self, run: &Run, second: bool) -> Option<ElementId> {
        const ROWS: [&str; 6] = ["blockquote", "li", "dd", "td", "th", "pre"];
        let side = self.core(run, second);
        let other = self.core(run, !second).start;
        let first = BlockId(side.start);
        let row = self.blocks.within(first, &ROWS);
        let is_row = row.is_some_and(|row| {
            let row = &self.blocks[row];
            row.tag != "td" || !row.blocks.contains(&other)
        });
        if is_row || self.blocks[first].kind == Kind::Code {
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
