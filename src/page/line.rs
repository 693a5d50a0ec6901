//! The text gathered since the last block-level boundary, as HTML shows it, and the inline elements it stands in.

use std::ops::Range;
use std::sync::Arc;

use crate::article::{Emphasis, Span, around_all};
use crate::page::block::InlineRun;
use crate::page::footnote::Mark;
use crate::page::tags;
use crate::text::clean::push_folded;

/// Ideographic spaces (U+3000) after a line break that begin a paragraph.
const INDENT_IDEOGRAPHIC: usize = 1;
/// No-break spaces (U+00A0) that do, as portals write them in pairs.
const INDENT_NO_BREAK: usize = 2;

/// Marks that point from a caption to its picture, as Chinese portals print them.
const CAPTION_MARKS: [char; 4] = ['△', '▲', '▽', '▼'];

/// The inline elements open at a place.
#[derive(Default)]
pub(crate) struct Inlines {
    /// Addresses of the open links; empty for one without.
    links: Vec<Arc<str>>,
    /// The address of the link entered last. A link that the tree builder opens again in every paragraph has one address, not thousands.
    address: Arc<str>,
    strong: u32,
    em: u32,
    code: u32,
    preformatted: u32,
}

impl Inlines {
    pub(crate) fn enter_link(&mut self, href: Option<&str>) {
        let href = href.unwrap_or_default();
        if *self.address != *href {
            self.address = href.into();
        }
        self.links.push(Arc::clone(&self.address));
    }

    pub(crate) fn enter(&mut self, tag: &str) {
        if let Some(count) = self.count_of(tag) {
            *count += 1;
        }
    }

    pub(crate) fn leave(&mut self, tag: &str) {
        if tag == "a" {
            self.links.pop();
        } else if let Some(count) = self.count_of(tag) {
            *count = count.saturating_sub(1);
        }
    }

    pub(crate) fn enter_block(&mut self, tag: &str) {
        self.preformatted += u32::from(tags::is_preformatted(tag));
    }

    pub(crate) fn leave_block(&mut self, tag: &str) {
        self.preformatted -= u32::from(tags::is_preformatted(tag)).min(self.preformatted);
    }

    pub(crate) fn is_preformatted(&self) -> bool {
        self.preformatted > 0
    }

    pub(crate) fn href(&self) -> Option<&Arc<str>> {
        self.links.last().filter(|href| !href.is_empty())
    }

    fn count_of(&mut self, tag: &str) -> Option<&mut u32> {
        match tag {
            "b" | "strong" => Some(&mut self.strong),
            "i" | "em" => Some(&mut self.em),
            "code" | "kbd" | "samp" | "tt" => Some(&mut self.code),
            _ => None,
        }
    }

    fn emphasis(&self) -> Option<Emphasis> {
        if self.code > 0 {
            Some(Emphasis::Code)
        } else if self.strong > 0 {
            Some(Emphasis::Strong)
        } else {
            (self.em > 0).then_some(Emphasis::Em)
        }
    }
}

/// A line of text with its runs. A `br` inside is a newline.
#[derive(Default)]
pub(crate) struct Line {
    pub(crate) text: String,
    runs: Vec<InlineRun>,
    /// `br` elements since the last text.
    breaks: u32,
    /// White space since the last `br`.
    indent: String,
    /// Whether white space stands before the next text.
    space: bool,
    /// Whether an inline element ended after the last text.
    inline_ended: bool,
    /// Where the text ended when the last inline element began.
    inline_began: usize,
    /// Places where one inline element ends and the next begins with no white space between, or where a capital follows a small letter at
    /// the edge of one: style may part them.
    seams: Vec<usize>,
    /// Where the runs of text begin that it is made of, and where they stand in the input.
    places: Vec<(usize, Span)>,
}

impl Line {
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Begins a new line, in the room of this one.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
        self.breaks = 0;
        self.indent.clear();
        self.space = false;
        self.inline_ended = false;
        self.inline_began = 0;
        self.seams.clear();
        self.places.clear();
    }

    pub(crate) fn note_break(&mut self) {
        self.breaks += 1;
        self.indent.clear();
    }

    /// Notes white space that is no indent: as [`Line::push`] with a text of nothing else.
    pub(crate) fn note_space(&mut self) {
        self.space = true;
    }

    /// One without text is a sign that style draws between two texts: `江州晚报<i class="icon-user"></i>周宁`.
    pub(crate) fn note_inline_end(&mut self) {
        self.inline_ended = true;
        if self.inline_began == self.text.len() {
            self.note_seam();
        }
    }

    pub(crate) fn note_inline_start(&mut self) {
        self.inline_began = self.text.len();
        if self.inline_ended {
            self.note_seam();
        }
    }

    /// Whether a capital follows a small letter: no word goes on so in another element, `Ada Quill<span>Editor</span>`.
    fn ends_before_capital(&self, next: &str) -> bool {
        let last = self.text.chars().next_back();
        last.is_some_and(char::is_lowercase) && next.starts_with(char::is_uppercase)
    }

    fn note_seam(&mut self) {
        let here = self.text.len();
        if !self.space && self.breaks == 0 && self.seams.last() != Some(&here) {
            self.seams.push(here);
        }
    }

    /// The seams inside a range of the text.
    pub(crate) fn seams_in(&self, range: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let range = range.clone();
        self.seams
            .iter()
            .copied()
            .filter(move |at| range.contains(at) && *at > range.start)
    }

    /// Whether `next` begins a new paragraph: after two breaks, after one and an indent, or where a caption's mark opens one of the lines.
    pub(crate) fn is_parted_by(&mut self, next: &str) -> bool {
        if self.breaks == 0 || self.text.is_empty() {
            return false;
        }
        self.indent
            .extend(next.chars().take_while(|c| c.is_whitespace()));
        let count = |wanted| self.indent.chars().filter(|&c| c == wanted).count();
        let indented =
            count('\u{3000}') >= INDENT_IDEOGRAPHIC || count('\u{a0}') >= INDENT_NO_BREAK;
        let captioned =
            self.text.starts_with(CAPTION_MARKS) || next.trim_start().starts_with(CAPTION_MARKS);
        !next.trim_start().is_empty() && (self.breaks >= 2 || indented || captioned)
    }

    /// The smallest span around what the range is made of; `None` when nothing of it has one.
    pub(crate) fn span_in(&self, range: &Range<usize>) -> Option<Span> {
        let ends = self.places.iter().skip(1).map(|place| place.0);
        let inside = self.places.iter().zip(ends.chain([self.text.len()]));
        around_all(
            inside
                .filter(|&(&(start, _), end)| start < range.end && end > range.start)
                .map(|(&(_, span), _)| span),
        )
    }

    /// Adds text as HTML shows it, with runs of white space as one space; as written inside `pre`.
    pub(crate) fn push(&mut self, text: &str, span: Option<Span>, inlines: &Inlines) {
        if inlines.is_preformatted() {
            self.note_place(span);
            self.push_run(inlines, |line| line.push_str(text));
            return;
        }
        // Most of what goes is indentation, which is passed over byte by byte.
        let words = text.trim_ascii_start().trim_start();
        self.space |= words.len() < text.len();
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            if self.breaks > 0 {
                self.text.push('\n');
            } else if self.space {
                self.text.push(' ');
            }
        }
        let parts = self.inline_ended || self.inline_began == self.text.len();
        if parts && self.ends_before_capital(words) {
            self.note_seam();
        }
        self.breaks = 0;
        self.inline_ended = false;
        self.note_place(span);
        self.push_run(inlines, |line| {
            push_folded(line, words);
        });
        self.space = words.ends_with(char::is_whitespace);
    }

    fn note_place(&mut self, span: Option<Span>) {
        self.places.extend(span.map(|span| (self.text.len(), span)));
    }

    /// Notes a footnote's mark behind the text so far, as no text of its own; `false` at the start of a line, where it is a note's own
    /// sign.
    pub(crate) fn note_mark(&mut self, mark: Mark) -> bool {
        if self.text.is_empty() || self.breaks > 0 {
            return false;
        }
        self.runs.push(InlineRun {
            range: self.text.len()..self.text.len(),
            href: None,
            emphasis: None,
            mark: Some(Arc::new(mark)),
        });
        true
    }

    /// Notes what `add` adds as a run when it is a link or emphasised.
    fn push_run(&mut self, inlines: &Inlines, add: impl FnOnce(&mut String)) {
        let start = self.text.len();
        add(&mut self.text);
        let range = start..self.text.len();
        let (href, emphasis) = (inlines.href(), inlines.emphasis());
        let spaced = self
            .text
            .get(..start)
            .is_some_and(|before| before.ends_with([' ', '\n']));
        if range.is_empty() || href.is_none() && emphasis.is_none() {
            return;
        }
        match self.runs.last_mut() {
            Some(last)
                if last.range.end + usize::from(spaced) >= start
                    && last.mark.is_none()
                    && last.href.as_ref() == href
                    && last.emphasis == emphasis =>
            {
                last.range.end = range.end;
            }
            _ => self.runs.push(InlineRun {
                range,
                href: href.cloned(),
                emphasis,
                mark: None,
            }),
        }
    }

    /// The parts of the runs inside a range of the text.
    pub(crate) fn runs_in(&self, range: &Range<usize>) -> impl Iterator<Item = InlineRun> + '_ {
        let range = range.clone();
        self.runs.iter().filter_map(move |run| {
            let inside = run.range.start.max(range.start)..run.range.end.min(range.end);
            let marks = run.mark.is_some() && inside.start == inside.end;
            (inside.start < inside.end || marks).then(|| InlineRun {
                range: inside,
                ..run.clone()
            })
        })
    }
}
