//! From blocks that somebody else has cut to the page's blocks.

use crate::article::Span;
use crate::limits::{Limit, Limits};
use crate::page::block::{Block, Blocks, Element, ElementId, Kind, Presence};
use crate::page::lines;
use crate::text::clean::{clean, clean_line};
use crate::text::measure::Measure;

/// A block of text that another program has cut: an extractor of one's own, a feed, a database.
///
/// Blocks are given in reading order. One without text is no block, and parts the blocks around it as a blank line does.
///
/// ```
/// use faircopy::{Extractor, InputBlock, InputKind};
/// let blocks = [
///     InputBlock::new("Night ferry returns").kind(InputKind::Heading(1)),
///     InputBlock::new("The night ferry to Sandholm, laid up since 2013, will take passengers again from Friday, the harbour office said."),
/// ];
/// let article = Extractor::new().extract_blocks(&blocks);
/// assert_eq!(article.title.as_deref(), Some("Night ferry returns"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InputBlock<'a> {
    /// The text. White space counts in code only.
    pub text: &'a str,
    /// What kind of text it is, where that is known.
    pub kind: Option<InputKind>,
    /// The caller's number for it, which [`Removed::line`](crate::Removed::line) and [`TraceLine::line`](crate::TraceLine::line) give
    /// back. Without one it is the count of the blocks with text before it.
    pub number: Option<u32>,
}

/// What kind of text a given block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputKind {
    /// Running text.
    Paragraph,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// What is said about a picture.
    Caption,
    /// Code or another text whose white space counts.
    Code,
}

impl<'a> InputBlock<'a> {
    /// A block of which only the text is known.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            kind: None,
            number: None,
        }
    }

    /// Says what kind of text it is.
    #[must_use]
    pub fn kind(mut self, kind: InputKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Numbers the block.
    #[must_use]
    pub fn number(mut self, number: u32) -> Self {
        self.number = Some(number);
        self
    }
}

impl InputKind {
    fn of_block(self) -> Kind {
        match self {
            Self::Paragraph => Kind::Paragraph,
            Self::Heading(level) => Kind::Heading(level.clamp(1, 6)),
            Self::ListItem => Kind::ListItem,
            Self::Caption => Kind::Caption,
            Self::Code => Kind::Code,
        }
    }
}

/// Takes flat text: each line is a block of which nothing is known, unless a sign says that it is a heading.
pub(crate) fn lines(text: &str, limits: &Limits) -> Blocks {
    let most = limits.count(Limit::Blocks);
    let read = lines::read(text, most);
    let given = read.lines.iter().flat_map(|line| {
        let block = InputBlock {
            text: &line.text,
            kind: line.heading.map(InputKind::Heading),
            number: Some(line.number),
        };
        let gap = line.gap_before.then_some((InputBlock::new(""), None));
        gap.into_iter().chain([(block, line.span.trimmed(text))])
    });
    let mut blocks = placed(given, limits);
    blocks.hits.over(limits, Limit::Blocks, read.count);
    blocks
}

/// Takes blocks as they are given.
pub(crate) fn blocks<'a>(
    given: impl IntoIterator<Item = InputBlock<'a>>,
    limits: &Limits,
) -> Blocks {
    placed(given.into_iter().map(|block| (block, None)), limits)
}

/// Takes blocks with where they stand in the input.
fn placed<'a>(
    given: impl Iterator<Item = (InputBlock<'a>, Option<Span>)>,
    limits: &Limits,
) -> Blocks {
    let marks = limits.count(Limit::CombiningMarks);
    let mut blocks = Blocks::default();
    let mut gap_before = true;
    for (input, span) in given {
        let text = match input.kind {
            Some(InputKind::Code) => clean(input.text.trim_end(), marks).into_owned(),
            _ => clean_line(input.text, marks),
        };
        if text.trim().is_empty() {
            gap_before = true;
            continue;
        }
        let (start, at) = (blocks.text.len(), blocks.len());
        if blocks.hits.over(limits, Limit::Blocks, at + 1)
            || blocks
                .hits
                .over(limits, Limit::TextBytes, start + text.len())
        {
            break;
        }
        blocks.text.push_str(&text);
        blocks.rows.push(Block {
            measure: Measure::of(&text),
            range: start..blocks.text.len(),
            kind: input.kind.map_or(Kind::Paragraph, InputKind::of_block),
            owner: ElementId::ROOT,
            presence: Presence::Visible,
            markup: None,
            span,
            inlines: 0..0,
            picture: None,
            line: input.number.or(Some(at as u32)),
            gap_before,
        });
        gap_before = false;
    }
    let mut root = Element::bare("", ElementId::ROOT, 0, 0);
    root.blocks.end = blocks.len() as u32;
    blocks.elements.push(root);
    blocks
}
