//! From what the walk has met to rows of the table: lines, pictures, frames of other sites and elements.

use std::ops::Range;

use super::Segmenter;
use crate::article::Span;
use crate::grammar::date::Hints;
use crate::grammar::header::{HeaderLine, Part};
use crate::input::dom::Element as Tag;
use crate::limits::Limit;
use crate::page::block::{
    Block, Element, ElementId, Embed, InlineRun, Kind, Markup, Picture, Presence,
};
use crate::page::line::Line;
use crate::page::tags;
use crate::text::measure::Measure;

/// A line between two breaks that weighs this many words and ends like a sentence is a paragraph by itself, not a line of verse.
const PARAGRAPH_WORDS: f32 = 15.0;

/// Words of a caption in a line of its own, at least: a control beside a picture has fewer, `0:00 Listen`, `+6 More`.
const LEAST_CAPTION_WORDS: f32 = 4.0;

/// How far up the kind of a block is looked for: `<li><div><p>` is an item, a page inside one `<li>` is not.
const KIND_REACH: usize = 3;

impl Segmenter<'_> {
    pub(super) fn push_picture(&mut self, picture: Picture) {
        let index = self.blocks.pictures.len();
        if self.blocks.hits.over(self.limits, Limit::Images, index + 1) {
            return;
        }
        let span = picture.span;
        self.blocks.pictures.push(picture);
        let here = self.blocks.text.len();
        let no_runs = self.blocks.inlines.len() as u32;
        let block = Block {
            picture: Some(index as u32),
            ..self.block(here..here, Kind::Picture, no_runs, span)
        };
        self.push_block(block);
    }

    /// Notes something of another site; a frame inside a line stands behind it.
    pub(super) fn note_embed(
        &mut self,
        found: Option<(&'static str, String)>,
        tag: Tag<'_>,
        quoted: bool,
    ) {
        let Some((provider, src)) = found else { return };
        let index = self.blocks.embeds.len();
        if self.blocks.hits.over(self.limits, Limit::Embeds, index + 1) {
            return;
        }
        self.blocks.embeds.push(Embed {
            before: self.next_block() + u32::from(!self.line.is_empty()),
            owner: self.innermost(),
            provider,
            src,
            quoted,
            span: tag.span_of_tag().filter(|_| self.placed),
        });
    }

    /// Ends the line: its text becomes a block, or several when its breaks part paragraphs.
    pub(super) fn flush(&mut self) {
        // In a figure all that it says is known to speak of its picture.
        let in_figure = || {
            let mut around = self.open.iter();
            around.any(|open| self.blocks[open.id].tag == "figure")
        };
        let says_enough = || Measure::of(&self.line.text).weight() >= LEAST_CAPTION_WORDS;
        if self.caption.is_read() && says_enough() && !in_figure() {
            self.flush_caption();
            return;
        }
        self.caption.close();
        if self.line.is_empty() && self.pictures.is_empty() && self.veil.is_empty() {
            self.line.clear();
            return;
        }
        // Its room is the next line's.
        let mut line = std::mem::take(&mut self.line);
        if self.inlines.is_preformatted() {
            self.push_text(&line, 0..line.text.trim_end().len(), self.presence());
        } else if let Some(at) = self.header_in_heading(&line.text) {
            self.push_text(&line, 0..at, self.presence());
            self.enter_virtual("address", self.presence(), self.innermost());
            self.push_text(&line, at + 1..line.text.len(), self.presence());
            self.leave();
        } else if line.text.contains('\n') {
            for range in paragraphs(&line.text) {
                self.push_text(&line, range, self.presence());
            }
        } else {
            self.push_text(&line, 0..line.text.len(), self.presence());
        }
        line.clear();
        self.line = line;
        for picture in std::mem::take(&mut self.pictures) {
            self.push_picture(picture);
        }
        for hidden in self.veil.take() {
            self.push_text(&hidden, 0..hidden.text.len(), Presence::Styled);
        }
    }

    /// Where the first break of a heading stands, if what follows is a header line: `<h1>The ferry is back<br><span>4 May 2021 …`.
    fn header_in_heading(&self, text: &str) -> Option<usize> {
        let at = text.find('\n')?;
        let rest = text.get(at + 1..)?;
        let heads = matches!(self.kind(), Kind::Heading(_));
        let dated = || {
            HeaderLine::metadata(rest, &Hints::default())
                .is_some_and(|line| line.parts.iter().any(|part| matches!(part, Part::Date(_))))
        };
        (heads && dated()).then_some(at)
    }

    fn push_text(&mut self, line: &Line, range: Range<usize>, presence: Presence) {
        let Some(text) = line
            .text
            .get(range.clone())
            .filter(|text| !text.trim().is_empty())
        else {
            return;
        };
        let start = self.blocks.text.len();
        if self
            .blocks
            .hits
            .over(self.limits, Limit::TextBytes, start + text.len())
        {
            self.full = true;
            return;
        }
        self.blocks.text.push_str(text);
        let first_run = self.blocks.inlines.len() as u32;
        let shift = |at: usize| at - range.start + start;
        for run in line.runs_in(&range) {
            let range = shift(run.range.start)..shift(run.range.end);
            self.blocks.inlines.push(InlineRun { range, ..run });
        }
        self.blocks.seams.extend(line.seams_in(&range).map(shift));
        let span = line.span_in(&range);
        let block = Block {
            presence,
            ..self.block(start..start + text.len(), self.kind(), first_run, span)
        };
        self.push_block(block);
    }

    /// A block of the text in `range`, whose runs begin at `first_run`.
    fn block(&self, range: Range<usize>, kind: Kind, first_run: u32, span: Option<Span>) -> Block {
        let runs = self
            .blocks
            .inlines
            .get(first_run as usize..)
            .unwrap_or_default();
        let text = &self.blocks.text;
        let measure = Measure::of(text.get(range.clone()).unwrap_or_default());
        Block {
            markup: Some(Markup::of(text, &range, measure.chars, runs)),
            measure,
            range,
            kind,
            owner: self.innermost(),
            presence: self.presence(),
            span,
            inlines: first_run..self.blocks.inlines.len() as u32,
            picture: None,
            line: None,
            gap_before: true,
        }
    }

    fn push_block(&mut self, block: Block) {
        if self
            .blocks
            .hits
            .over(self.limits, Limit::Blocks, self.blocks.len() + 1)
        {
            self.full = true;
        } else {
            self.blocks.rows.push(block);
        }
    }

    pub(super) fn push_element(&mut self, element: Element) -> ElementId {
        let id = ElementId(self.blocks.elements.len() as u32);
        self.blocks.elements.push(element);
        id
    }

    pub(super) fn kind(&self) -> Kind {
        for open in self.open.iter().rev().take(KIND_REACH) {
            let tag = self.blocks[open.id].tag.as_str();
            if let Some(level) = tags::heading_level(tag) {
                return Kind::Heading(level);
            }
            match tag {
                "li" | "dd" | "dt" => return Kind::ListItem,
                "td" | "th" => return Kind::Cell,
                "figcaption" | "caption" => return Kind::Caption,
                "p" | "div" | "center" | "button" => {}
                _ if tags::is_preformatted(tag) => return Kind::Code,
                _ if !tags::is_boundary(tag) => {}
                _ => return Kind::Paragraph,
            }
        }
        Kind::Paragraph
    }
}

/// Parts a line with breaks inside: at every break when most of its lines are paragraphs by themselves, else nowhere.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        lines.push(start..start + line.len());
        start += line.len() + 1;
    }
    let is_paragraph = |line: &&Range<usize>| {
        let measure = Measure::of(text.get((*line).clone()).unwrap_or_default());
        measure.ends_sentence && measure.weight() >= PARAGRAPH_WORDS
    };
    let full = lines.iter().filter(is_paragraph).count();
    if full * 2 >= lines.len() {
        lines
    } else {
        std::iter::once(0..text.len()).collect()
    }
}
