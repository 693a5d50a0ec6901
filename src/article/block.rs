//! The body's blocks.

use serde::{Deserialize, Serialize};

use super::{Image, Span};

/// A piece of the body. Every kind but a figure has a text; [`Block::text`] gives it.
///
/// ```
/// let page = "<article><h1>Two boats</h1><p>The <b>night ferry</b> returns on Monday, the harbour office said.</p></article>";
/// let article = faircopy::extract(page);
/// assert_eq!(article.body[0].text(), "The night ferry returns on Monday, the harbour office said.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// A heading inside the body; the headline is [`Article::title`](super::Article::title).
    Heading {
        /// 1 to 6; 2 where the page only prints the line in bold.
        #[serde(default = "second_level")]
        level: u8,
        /// The heading.
        #[serde(default)]
        text: String,
        /// Links and emphasis; empty when there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        inlines: Vec<Inline>,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// A paragraph. A line break inside it is a newline.
    Paragraph {
        /// The paragraph.
        #[serde(default)]
        text: String,
        /// Links and emphasis; empty when there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        inlines: Vec<Inline>,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// A list.
    List {
        /// Whether the items are numbered.
        #[serde(default)]
        ordered: bool,
        /// The items in order; a nested list follows its item with a greater depth.
        #[serde(default)]
        items: Vec<ListItem>,
        /// The items' texts, a line each.
        #[serde(default)]
        text: String,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// A quotation set apart.
    Quote {
        /// The quotation, its paragraphs parted by newlines.
        #[serde(default)]
        text: String,
        /// Links and emphasis; empty when there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        inlines: Vec<Inline>,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// A table.
    Table {
        /// Rows of cells, as printed.
        #[serde(default)]
        rows: Vec<Vec<Cell>>,
        /// Cells parted by tabs, rows by newlines.
        #[serde(default)]
        text: String,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// Code or other text whose white space counts.
    Code {
        /// The code, white space kept.
        #[serde(default)]
        text: String,
        /// The language the page names, as in `rust`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// A picture with what is said about it.
    Figure {
        /// The picture; `None` for flat text, where only the caption is left.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        image: Option<Image>,
        /// The caption without the credit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
        /// Who made or supplied the picture, as printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        credit: Option<String>,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// Something of another site: a video, a post, a map.
    Embed {
        /// Where it comes from, as in `youtube`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provider: Option<String>,
        /// Its address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// The text that stands for it on the page; often empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// A footnote, where the page prints it. The runs that point at it have its label.
    Footnote {
        /// The sign of its marks, as in `1`; no two notes of a body have one label.
        #[serde(default)]
        label: String,
        /// The note without its sign, its paragraphs parted by newlines.
        #[serde(default)]
        text: String,
        /// Links and emphasis; empty when there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        inlines: Vec<Inline>,
        /// Where it stands in the input.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        span: Option<Span>,
    },
    /// A kind of a later version of the record.
    #[serde(other)]
    Unknown,
}

/// The level of a heading whose level is not known.
fn second_level() -> u8 {
    2
}

/// The place of a block, to be read or to be changed.
macro_rules! span_of {
    ($block:expr) => {
        match $block {
            Self::Heading { span, .. }
            | Self::Paragraph { span, .. }
            | Self::List { span, .. }
            | Self::Quote { span, .. }
            | Self::Table { span, .. }
            | Self::Code { span, .. }
            | Self::Figure { span, .. }
            | Self::Embed { span, .. }
            | Self::Footnote { span, .. } => Some(span),
            Self::Unknown => None,
        }
    };
}

impl Block {
    /// Returns the block's text without markup; empty for figures, whose caption stands beside the body.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Heading { text, .. }
            | Self::Paragraph { text, .. }
            | Self::List { text, .. }
            | Self::Quote { text, .. }
            | Self::Table { text, .. }
            | Self::Code { text, .. }
            | Self::Embed { text, .. }
            | Self::Footnote { text, .. } => text,
            Self::Figure { .. } | Self::Unknown => "",
        }
    }

    /// Returns where it stands in the input: of a list, a table or a quotation, from its first part to its last; of a figure, the
    /// picture's tag and the captions after it. `None` when it stands in no place of its own (see [`Span`]).
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        *span_of!(self)?
    }

    pub(crate) fn without_span(mut self) -> Self {
        if let Some(span) = self.span_mut() {
            *span = None;
        }
        self
    }

    /// Where to note [`span`](Self::span).
    pub(crate) fn span_mut(&mut self) -> Option<&mut Option<Span>> {
        span_of!(self)
    }
}

/// A run of text inside a block: plain, a link, or emphasised. The runs of a block join up to its text.
///
/// ```
/// let page = "<article><p>Read <a href='https://example.org/plan'>the whole plan</a> before the meeting on Monday evening.</p></article>";
/// let article = faircopy::extract(page);
/// let faircopy::Block::Paragraph { inlines, text, .. } = &article.body[0] else { panic!() };
/// assert_eq!(inlines[1].href.as_deref(), Some("https://example.org/plan"));
/// assert_eq!(&inlines.iter().map(|run| run.text.as_str()).collect::<String>(), text);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Inline {
    /// The run's text.
    pub text: String,
    /// Where it links to, absolute, http or https.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// How it is set off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<Emphasis>,
    /// The label of the footnote whose mark stands here. The run has no text then: a mark is none. Marks of notes that are not in the
    /// body are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footnote: Option<String>,
}

/// How a run of text is set off from the rest of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Emphasis {
    /// Bold.
    Strong,
    /// Italic.
    Em,
    /// Monospace.
    Code,
    /// An emphasis of a later version of the record.
    #[serde(other)]
    Other,
}

/// An item of a list.
///
/// ```
/// let page = "<title>What the crew packs</title><article><h1>What the crew packs</h1>\
///     <p>The night ferry has a crew of nine, and every crossing begins with the same three things on deck.</p>\
///     <ul><li>two coils of rope, dry<li>the lamps from the harbour office<li>a spare oar</ul>\
///     <p>Nobody has ever needed the oar, the captain says, and nobody has ever sailed without it.</p></article>";
/// let article = faircopy::extract(page);
/// let faircopy::Block::List { items, .. } = &article.body[1] else { panic!() };
/// assert_eq!((items[2].text.as_str(), items[2].depth), ("a spare oar", 0));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct ListItem {
    /// The item.
    pub text: String,
    /// Links and emphasis; empty when there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inlines: Vec<Inline>,
    /// How many lists the item's own list stands in; 0 for the outermost.
    #[serde(skip_serializing_if = "is_zero")]
    pub depth: u8,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it with a reference
pub(super) fn is_zero(depth: &u8) -> bool {
    *depth == 0
}

/// A cell of a table. An empty cell of the page is one here, too, so that the others keep their columns.
///
/// ```
/// let page = "<title>A quiet year</title><article><h1>A quiet year</h1>\
///     <p>The harbour office has counted the crossings of last year, and there were fewer than ever before.</p>\
///     <table><tr><th>Month<th>Boats<tr><td>May<td>31<tr><td>June<td>29</table>\
///     <p>This year the night ferry returns, and the office expects twice as many, it said on Friday.</p></article>";
/// let article = faircopy::extract(page);
/// let faircopy::Block::Table { rows, .. } = &article.body[1] else { panic!() };
/// assert!(rows[0][0].header);
/// assert_eq!(rows[1][1].text, "31");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Cell {
    /// The cell's text; its own paragraphs are parted by a space.
    pub text: String,
    /// Links and emphasis; empty when there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inlines: Vec<Inline>,
    /// Whether the page marks it as a heading of its row or column.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub header: bool,
    /// How many columns it covers, itself included.
    #[serde(skip_serializing_if = "is_one")]
    pub colspan: u16,
    /// How many rows it covers, itself included; none beyond the last.
    #[serde(skip_serializing_if = "is_one")]
    pub rowspan: u16,
}

impl Default for Cell {
    fn default() -> Self {
        Self {
            text: String::new(),
            inlines: Vec::new(),
            header: false,
            colspan: 1,
            rowspan: 1,
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it with a reference
fn is_one(span: &u16) -> bool {
    *span == 1
}
