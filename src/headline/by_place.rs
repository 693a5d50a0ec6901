//! The headline of flat text: by what is said again, and by where a line stands.

use std::ops::Range;

use crate::article::Origin;
use crate::dedup::align::is_one_edit;
use crate::grammar::credit::marks_caption;
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::grammar::source::is_lone_outlet;
use crate::grammar::suffix::strip_site;
use crate::lexicon::phrase;
use crate::page::block::{BlockId, Blocks};

use super::MOST_WORDS;

/// Lines among which the headline stands when it is said twice.
const FIRST_LINES: usize = 10;

/// Lines above the first paragraph that are looked at: menus of a hundred entries stand before a headline.
const HEAD_LINES: usize = 200;

/// Words of a paragraph that does not end like a sentence, at least: what stands above the first is the head.
const PARAGRAPH_WORDS: f32 = 20.0;

/// Lines above a date or a byline among which its headline stands; a share row and a subtitle stand between.
const HEADER_REACH: usize = 5;

/// Words of a headline that neither is said twice nor heads a date, at least: less is the name of a site or a channel.
const LEAST_WORDS: f32 = 3.0;

/// A line that ends like a sentence and has more words is a paragraph: it opens a text whose headline is lost.
const MOST_SENTENCE_WORDS: f32 = 12.0;

/// The same of a line that ends with a full stop, which few headlines do.
const MOST_STATEMENT_WORDS: f32 = 6.0;

/// Characters a headline has at least, folded; less is a label.
const LEAST_CHARS: usize = 4;

/// Signs between the steps of a trail.
const TRAIL_SIGNS: [char; 6] = ['›', '»', '>', '＞', '→', '▸'];

/// Finds the line that a later one says again or holds, as the breadcrumb does; else the one above the date or the byline; else the
/// first that is neither a label nor a menu nor metadata. Of what is said again below a header line that has a headline, none counts: it
/// is a caption's.
pub(super) fn by_place(blocks: &Blocks) -> Option<(String, Origin)> {
    let head = Head::of(blocks);
    let placed = head.above_header();
    let chosen = head
        .said_again(placed.map_or_else(|| head.reach(), |(header, _)| header.min(FIRST_LINES)))
        .or(placed.map(|(_, line)| line))
        .or_else(|| head.first())?;
    let text = strip_site(blocks.text_of(chosen), &[], None);
    Some((text, Origin::Visible))
}

/// What a line above the text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineKind {
    /// It may be the headline.
    Open,
    /// A date, a byline, a source.
    Header,
    /// A label, a menu, the name of the outlet.
    Label,
}

/// The lines above the first paragraph.
struct Head<'b> {
    blocks: &'b Blocks,
    lines: Vec<LineKind>,
}

impl<'b> Head<'b> {
    fn of(blocks: &'b Blocks) -> Self {
        let is_paragraph = |id: &BlockId| {
            let measure = &blocks[*id].measure;
            let words = measure.weight();
            words >= PARAGRAPH_WORDS && measure.stops > 0
                || words > MOST_SENTENCE_WORDS && measure.ends_sentence
                || words > MOST_STATEMENT_WORDS && is_statement(blocks.text_of(*id))
        };
        let above = blocks
            .ids()
            .take(HEAD_LINES)
            .take_while(|id| !is_paragraph(id));
        Self {
            blocks,
            lines: above.map(|id| kind_of(blocks, id)).collect(),
        }
    }

    fn is_open(&self, at: usize) -> bool {
        self.lines.get(at) == Some(&LineKind::Open)
    }

    fn words(&self, at: usize) -> f32 {
        self.blocks[BlockId(at as u32)].measure.weight()
    }

    /// The first header line with a headline above it, and that.
    fn above_header(&self) -> Option<(usize, BlockId)> {
        let headers =
            (0..self.lines.len()).filter(|&at| self.lines.get(at) == Some(&LineKind::Header));
        headers.into_iter().find_map(|header| {
            let above: Range<usize> = header.saturating_sub(HEADER_REACH)..header;
            let may_be = |&at: &usize| self.is_open(at) && self.words(at) >= LEAST_WORDS;
            let mut lines = above.rev().filter(may_be);
            let nearest = lines.next()?;
            let text = self.blocks.text_of(BlockId(nearest as u32));
            let is_subtitle = text.starts_with(['—', '–', '-', '（', '(']) || is_statement(text);
            let chosen = lines.next().filter(|_| is_subtitle).unwrap_or(nearest);
            Some((header, BlockId(chosen as u32)))
        })
    }

    /// The lines in which the headline is sought without a header line: those above the first paragraph, if one of them may be it.
    fn reach(&self) -> usize {
        match self.first() {
            Some(_) => self.lines.len().min(FIRST_LINES),
            None => FIRST_LINES,
        }
    }

    /// The first of so many lines that another says again. A line that the one right below says again, or goes on with to a picture's
    /// credit, is a caption's; a short text has no other line than the first that may be its headline.
    fn said_again(&self, lines: usize) -> Option<BlockId> {
        let folded: Vec<&str> = self.blocks.ids().map(|id| self.blocks.folded(id)).collect();
        let is_said_again = |id: &BlockId| {
            let mine = folded[id.at()];
            let says = |(at, &text): (usize, &&str)| {
                text == mine && at.abs_diff(id.at()) > 1
                    || at < FIRST_LINES
                        && at != id.at()
                        && text.len() > mine.len()
                        && text.contains(mine)
                        && self.lines.get(at) != Some(&LineKind::Header)
                        && !(text.starts_with(mine) && self.is_trail(BlockId(at as u32)))
            };
            // The line that opens the text may ask or exclaim; further down, what ends like a sentence and stands twice is a question
            // of an interview.
            let could_open = id.at() == 0 && !is_statement(self.blocks.text_of(*id));
            (could_open || !self.blocks[*id].measure.ends_sentence)
                && !marks_caption(self.blocks.text_of(*id))
                && !self.is_above_caption(*id)
                && folded.iter().enumerate().any(says)
        };
        let mut first = self.blocks.ids().take(lines);
        first.find(|id| self.may_be_said(*id) && is_said_again(id))
    }

    /// Whether a line is the way to the page, `Site › Section`: it begins with the name of the site.
    fn is_trail(&self, id: BlockId) -> bool {
        self.blocks.text_of(id).contains(TRAIL_SIGNS)
    }

    fn may_be_said(&self, id: BlockId) -> bool {
        could_be(self.blocks, id) && self.lines.get(id.at()) != Some(&LineKind::Header)
    }

    fn is_above_caption(&self, id: BlockId) -> bool {
        let mine = self.blocks.folded(id);
        let mut below = self.blocks.ids().skip(id.at() + 1);
        below.next().is_some_and(|below| {
            let text = self.blocks.folded(below);
            let again = !self.blocks[below].gap_before && is_one_edit(mine, text);
            again || text.starts_with(mine) && marks_caption(self.blocks.text_of(below))
        })
    }

    /// The first line that says enough, else the first.
    fn first(&self) -> Option<BlockId> {
        let open = || {
            let lines = self.blocks.ids().take(self.lines.len());
            lines.filter(|id| self.is_open(id.at()))
        };
        open()
            .find(|id| self.words(id.at()) >= LEAST_WORDS)
            .or_else(|| open().next())
    }
}

fn kind_of(blocks: &Blocks, id: BlockId) -> LineKind {
    let text = blocks.text_of(id);
    if HeaderLine::metadata(text, &Hints::default()).is_some() {
        LineKind::Header
    } else if !could_be(blocks, id) || phrase(text).is_some() || is_lone_outlet(text) {
        LineKind::Label
    } else {
        LineKind::Open
    }
}

fn could_be(blocks: &Blocks, id: BlockId) -> bool {
    let measure = &blocks[id].measure;
    measure.weight() <= MOST_WORDS
        && measure.bars < 2
        && blocks.folded(id).chars().count() >= LEAST_CHARS
}

/// Whether a line ends with a full stop, and not with dots.
fn is_statement(text: &str) -> bool {
    text.ends_with(['.', '。', '．']) && !text.ends_with("..")
}
