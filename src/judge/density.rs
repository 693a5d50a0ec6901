//! Where on the page the text is: sums over elements, and the score that finds the article's element.

use std::ops::Range;

use crate::dedup::copies::Copies;
use crate::judge::sight::{Sight, is_good};
use crate::lexicon::names::NameMask;
use crate::page::block::{BlockId, Blocks, ElementId, Kind};

/// Words that count as much as one comma in the score of a block, and how many such at most.
const WORDS_PER_POINT: f32 = 16.0;
/// See [`WORDS_PER_POINT`].
const MOST_LENGTH_POINTS: f32 = 3.0;

/// Levels above the owner that a block's score reaches, each with less of it.
const SCORE_LEVELS: usize = 6;

/// Factors for an element by what its names and its tag say, as in the readability family of extractors.
const FURNITURE_NAME: f32 = 0.6;
/// See [`FURNITURE_NAME`].
const BODY_NAME: f32 = 1.2;
/// See [`FURNITURE_NAME`].
const FURNITURE_TAG: f32 = 0.5;

/// The article's element grows to its parent while the parent has this much more good text, …
const WIDER: f32 = 1.2;
/// … and stays below this link density.
const WIDER_LINK_DENSITY: f32 = 0.35;

/// A running sum, so that the sum over any range of blocks is one subtraction.
#[derive(Default)]
pub(super) struct RunningSum(Vec<f32>);

impl RunningSum {
    /// Sums over so many blocks, of which only the rows count.
    pub(super) fn over_rows(blocks: usize, rows: &[BlockId], of: &dyn Fn(BlockId) -> f32) -> Self {
        let mut total = 0.0;
        let mut sums = Vec::with_capacity(blocks + 1);
        sums.push(total);
        for &id in rows {
            sums.resize(id.at() + 1, total);
            total += of(id);
            sums.push(total);
        }
        sums.resize(blocks + 1, total);
        Self(sums)
    }

    pub(super) fn over(&self, range: &Range<u32>) -> f32 {
        let at = |index: u32| self.0.get(index as usize).copied().unwrap_or_default();
        at(range.end) - at(range.start)
    }
}

/// Sums and scores over the blocks that are weighed: copies that are not kept, and text nobody sees, count for nothing.
pub(crate) struct Density<'a> {
    blocks: &'a Blocks,
    /// The text blocks that are weighed, in page order.
    rows: Vec<BlockId>,
    counts: RunningSum,
    words: RunningSum,
    good: RunningSum,
    good_words: RunningSum,
    chars: RunningSum,
    link_chars: RunningSum,
    scores: Vec<f32>,
    peak: ElementId,
    best: ElementId,
}

impl<'a> Density<'a> {
    /// Measures the page, with text that is not read left out.
    pub(crate) fn measure(blocks: &'a Blocks, copies: &Copies, sight: &Sight) -> Self {
        Self::measure_without(blocks, copies, sight, &[])
    }

    /// Measures the page as if it had no blocks in these ranges.
    pub(crate) fn measure_without(
        blocks: &'a Blocks,
        copies: &Copies,
        sight: &Sight,
        without: &[Range<u32>],
    ) -> Self {
        let is_weighed = |&id: &BlockId| {
            copies.is_weighed(id)
                && sight.reads(blocks, id)
                && blocks[id].kind != Kind::Picture
                && !without.iter().any(|range| range.contains(&id.0))
        };
        let rows: Vec<BlockId> = blocks.ids().filter(is_weighed).collect();
        let sum = |of: &dyn Fn(BlockId) -> f32| RunningSum::over_rows(blocks.len(), &rows, of);
        let good: Vec<bool> = blocks.ids().map(|id| is_good(blocks, id)).collect();
        let if_good = |id: BlockId, value: f32| if good[id.at()] { value } else { 0.0 };
        let mut density = Self {
            blocks,
            counts: sum(&|_| 1.0),
            words: sum(&|id| blocks[id].measure.weight()),
            good: sum(&|id| if_good(id, 1.0)),
            good_words: sum(&|id| if_good(id, blocks[id].measure.weight())),
            chars: sum(&|id| blocks[id].measure.chars as f32),
            link_chars: sum(&|id| {
                blocks[id]
                    .markup
                    .map_or(0.0, |markup| markup.link_chars as f32)
            }),
            rows,
            scores: Vec::new(),
            peak: ElementId::ROOT,
            best: ElementId::ROOT,
        };
        density.scores = density.scores();
        density.peak = density.peak_of_scores();
        density.best = density.widen(density.peak);
        density
    }

    /// The blocks that are weighed, in page order.
    pub(crate) fn rows(&self) -> &[BlockId] {
        &self.rows
    }

    /// The element that holds the article.
    pub(crate) fn best(&self) -> ElementId {
        self.best
    }

    pub(crate) fn in_best(&self, id: BlockId) -> bool {
        self.blocks[self.best].blocks.contains(&id.0)
    }

    /// The element with the greatest score, before it is widened.
    pub(crate) fn peak(&self) -> ElementId {
        self.peak
    }

    /// How much an element's text speaks for the article being in it.
    pub(crate) fn score(&self, element: ElementId) -> f32 {
        self.scores.get(element.at()).copied().unwrap_or_default()
    }

    /// The smallest element with this share of the page's good words.
    pub(crate) fn holder_of(&self, share: f32) -> ElementId {
        let wanted = share * self.good_words(ElementId::ROOT);
        let elements = (0..self.blocks.elements.len() as u32).map(ElementId);
        let mut holder = ElementId::ROOT;
        for element in elements {
            // In document order, what is inside the holder comes next and what comes after it holds less than the rest.
            let inside = self.blocks[element].blocks.start >= self.blocks[holder].blocks.start
                && self.blocks[element].blocks.end <= self.blocks[holder].blocks.end;
            if inside && self.good_words(element) >= wanted {
                holder = element;
            }
        }
        holder
    }

    /// What the element's class and id say.
    pub(crate) fn names(&self, element: ElementId) -> NameMask {
        self.blocks[element].names.says
    }

    /// Share of an element's characters inside links.
    pub(crate) fn link_density(&self, element: ElementId) -> f32 {
        self.link_density_over(&self.blocks[element].blocks)
    }

    /// Share of the characters of a range of blocks inside links.
    pub(crate) fn link_density_over(&self, range: &Range<u32>) -> f32 {
        self.link_chars.over(range) / self.chars.over(range).max(1.0)
    }

    /// Words of the good blocks in an element.
    pub(crate) fn good_words(&self, element: ElementId) -> f32 {
        self.good_words.over(&self.blocks[element].blocks)
    }

    /// Words of the good blocks in a range of blocks.
    pub(crate) fn good_words_over(&self, range: &Range<u32>) -> f32 {
        self.good_words.over(range)
    }

    /// Good blocks in an element.
    pub(crate) fn good(&self, element: ElementId) -> f32 {
        self.good.over(&self.blocks[element].blocks)
    }

    /// Words in an element.
    pub(crate) fn words(&self, element: ElementId) -> f32 {
        self.words.over(&self.blocks[element].blocks)
    }

    /// Words in a range of blocks.
    pub(crate) fn words_over(&self, range: &Range<u32>) -> f32 {
        self.words.over(range)
    }

    /// Characters in an element, and those of them in links.
    pub(crate) fn chars(&self, element: ElementId) -> (f32, f32) {
        let range = &self.blocks[element].blocks;
        (self.chars.over(range), self.link_chars.over(range))
    }

    /// Weighed blocks in an element.
    pub(crate) fn count(&self, element: ElementId) -> f32 {
        self.counts.over(&self.blocks[element].blocks)
    }

    fn scores(&self) -> Vec<f32> {
        let mut scores = vec![0.0_f32; self.blocks.elements.len()];
        for &id in self.rows.iter().filter(|&&id| is_good(self.blocks, id)) {
            let measure = &self.blocks[id].measure;
            let length = (measure.weight() / WORDS_PER_POINT).min(MOST_LENGTH_POINTS);
            let points = 1.0 + measure.commas as f32 + length;
            for (level, element) in self.line_from_room(id).take(SCORE_LEVELS).enumerate() {
                let share = match level {
                    0 => 1.0,
                    1 => 0.5,
                    _ => 1.0 / (3.0 * level as f32),
                };
                scores[element.at()] += points * share;
            }
        }
        for (at, score) in scores.iter_mut().enumerate() {
            let element = ElementId(at as u32);
            if *score > 0.0 {
                *score *= self.factor(element) * (1.0 - self.link_density(element));
            }
        }
        scores
    }

    fn peak_of_scores(&self) -> ElementId {
        let mut peak = (ElementId::ROOT, 0.0);
        for (at, &score) in self.scores.iter().enumerate() {
            if score > peak.1 {
                peak = (ElementId(at as u32), score);
            }
        }
        peak.0
    }

    /// The elements around a block from the first that is a room for several blocks.
    fn line_from_room(&self, id: BlockId) -> impl Iterator<Item = ElementId> + '_ {
        let is_text_element = |element: ElementId| {
            matches!(
                self.blocks[element].tag.as_str(),
                "p" | "li"
                    | "td"
                    | "pre"
                    | "blockquote"
                    | "dd"
                    | "dt"
                    | "h2"
                    | "h3"
                    | "h4"
                    | "tr"
                    | "tbody"
                    | "ul"
                    | "ol"
            )
        };
        let mut leading = true;
        self.blocks.ancestors(id).filter(move |&element| {
            leading = leading && is_text_element(element);
            !leading
        })
    }

    fn factor(&self, element: ElementId) -> f32 {
        let furniture =
            NameMask::REL | NameMask::COMM | NameMask::SIDEBAR | NameMask::FOOT | NameMask::NAV;
        let names = self.names(element);
        let by_name = if names.intersects(furniture) {
            FURNITURE_NAME
        } else if names.intersects(NameMask::BODYX) {
            BODY_NAME
        } else {
            1.0
        };
        let by_tag = match self.blocks[element].tag.as_str() {
            "nav" | "aside" | "footer" => FURNITURE_TAG,
            "article" | "main" => BODY_NAME,
            _ => 1.0,
        };
        by_name * by_tag
    }

    /// A body may be spread over several children of one element.
    fn widen(&self, mut best: ElementId) -> ElementId {
        while best != ElementId::ROOT {
            let parent = self.blocks[best].parent;
            let wider = self.good_words(parent) > WIDER * self.good_words(best);
            if !wider
                || self.link_density(parent) > WIDER_LINK_DENSITY
                || self.rest_is_furniture(parent, best)
            {
                break;
            }
            best = parent;
        }
        best
    }

    /// Whether what a parent has besides this child is mostly furniture by tag or name.
    fn rest_is_furniture(&self, parent: ElementId, child: ElementId) -> bool {
        let rest = self.good_words(parent) - self.good_words(child);
        let children = self
            .blocks
            .elements
            .iter()
            .enumerate()
            .skip(parent.at() + 1);
        let furniture: f32 = children
            .take_while(|(_, element)| element.blocks.start < self.blocks[parent].blocks.end)
            .filter(|(at, element)| element.parent == parent && *at != child.at())
            .map(|(at, _)| ElementId(at as u32))
            .filter(|&element| self.factor(element) < 1.0)
            .map(|element| self.good_words(element))
            .sum();
        furniture * 2.0 > rest
    }
}
