//! The page as blocks: runs of text between block-level boundaries, the elements around them, and the pictures between them.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::{Index, Range};
use std::sync::Arc;

use crate::article::{Emphasis, Span};
use crate::limits::Hits;
use crate::page::footnote::Mark;
use crate::page::named::Names;
use crate::page::tags::TagName;
use crate::text::fold;
use crate::text::measure::Measure;

/// Names one block of a page. Blocks are numbered in page order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct BlockId(pub(crate) u32);

impl BlockId {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// Names one block-level element of a page. Elements are numbered in document order; 0 is the root, and all that flat text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ElementId(pub(crate) u32);

impl ElementId {
    pub(crate) const ROOT: Self = Self(0);

    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// What kind of text a block is by its markup; flat text has paragraphs only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Paragraph,
    Heading(u8),
    ListItem,
    Cell,
    /// `figcaption`, or the `caption` of a table.
    Caption,
    /// `pre` and its like: white space is kept.
    Code,
    /// A picture: no text of its own, [`Block::picture`] says which.
    Picture,
}

/// Elements between a block and the note it stands in, at most.
pub(crate) const NOTE_REACH: usize = 4;

/// Who sees a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Presence {
    #[default]
    Visible,
    /// The `hidden` attribute, `aria-hidden`, or an inline style.
    Styled,
    Noscript,
    Template,
    /// Markup inside a form field.
    Field,
    /// The `articleBody` of a JSON-LD object.
    JsonLd,
    /// The state from which a script builds the page.
    State,
}

impl Presence {
    /// The ways to be hidden, the likeliest to hold the article first.
    pub(crate) const HIDDEN: [Self; 6] = [
        Self::Styled,
        Self::Noscript,
        Self::Template,
        Self::Field,
        Self::JsonLd,
        Self::State,
    ];
}

/// What only markup can tell of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Markup {
    /// Characters inside links.
    pub(crate) link_chars: u32,
    /// Links.
    pub(crate) links: u32,
    /// Characters in bold.
    pub(crate) bold_chars: u32,
}

/// A run of text between block-level boundaries.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    /// Where its text stands in [`Blocks::text`].
    pub(crate) range: Range<usize>,
    pub(crate) kind: Kind,
    /// The innermost block-level element around it.
    pub(crate) owner: ElementId,
    pub(crate) presence: Presence,
    /// `None` for flat text.
    pub(crate) markup: Option<Markup>,
    pub(crate) measure: Measure,
    /// Where it stands in the input, where that is known.
    pub(crate) span: Option<Span>,
    /// Its inline runs, as a range of [`Blocks::inlines`]; empty when the text is plain.
    pub(crate) inlines: Range<u32>,
    /// For [`Kind::Picture`]: its index in [`Blocks::pictures`].
    pub(crate) picture: Option<u32>,
    /// For flat text: the line, counted over the lines that are not blank.
    pub(crate) line: Option<u32>,
    /// For flat text: whether a blank line stands before it.
    pub(crate) gap_before: bool,
}

/// Blocks of a cell that is there for the layout, at least: some lay their pages out with tables.
pub(crate) const LAYOUT_BLOCKS: usize = 4;

/// Words of a label, at most.
const MOST_LABEL_WORDS: f32 = 16.0;

/// Share of a block's characters inside links from which on it is a link, and from which on it leads elsewhere. Of the 2,935 pages, eleven
/// have another body where a link has 0.8, and twelve where it has 0.99; 22 where 0.4 leads elsewhere, and 19 where 0.6 does.
const LINK: f32 = 0.9;
const LINKED: f32 = 0.5;

/// Share of a line's characters that are bold where it is a line in bold.
const BOLD_SHARE: f32 = 0.95;

impl Block {
    /// Whether it is a few words that end like no sentence. In bold, or set off by blank lines, they are a heading where text follows.
    pub(crate) fn is_label(&self) -> bool {
        let measure = &self.measure;
        measure.weight() <= MOST_LABEL_WORDS && !measure.ends_sentence && measure.words > 0
    }

    /// Whether it is a heading, by its markup or as a line in bold.
    pub(crate) fn is_heading(&self) -> bool {
        let in_bold = || self.kind == Kind::Paragraph && self.is_label() && self.is_bold();
        matches!(self.kind, Kind::Heading(_)) || in_bold()
    }

    /// Whether all of it is bold.
    pub(crate) fn is_bold(&self) -> bool {
        let bold = self.markup.map_or(0, |markup| markup.bold_chars);
        bold as f32 >= BOLD_SHARE * self.measure.chars as f32
    }
}

/// A run of text inside a block that is a link or emphasised. Ranges are of [`Blocks::text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InlineRun {
    pub(crate) range: Range<usize>,
    /// As written; shared by the runs of one link.
    pub(crate) href: Option<Arc<str>>,
    pub(crate) emphasis: Option<Emphasis>,
    /// The footnote's mark that stands here, in an empty range: it is no text.
    pub(crate) mark: Option<Arc<Mark>>,
}

/// A block-level element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its tag in lower case; empty for the root of flat text.
    pub(crate) tag: TagName,
    pub(crate) parent: ElementId,
    /// Block-level elements around it.
    pub(crate) depth: u32,
    /// The blocks inside it, as indices.
    pub(crate) blocks: Range<u32>,
    /// `class` and `id`, and what they say.
    pub(crate) names: Arc<Names>,
    /// The `role` attribute.
    pub(crate) role: String,
    /// The `itemprop` attribute.
    pub(crate) itemprop: String,
    /// Columns and rows that a cell covers; 1 for every other element.
    pub(crate) columns: u16,
    pub(crate) rows: u16,
    /// Whether it says by itself that its lines are centred.
    pub(crate) centred: bool,
}

/// A picture as its markup gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The best address, as written.
    pub(crate) src: String,
    pub(crate) alt: String,
    pub(crate) title: String,
    /// Other attributes that carry a caption (`data-caption` and its like).
    pub(crate) data_caption: String,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    /// Where the picture links to, as written.
    pub(crate) href: String,
    /// Where its tag stands in the input.
    pub(crate) span: Option<Span>,
}

/// Something of another site, with its place among the blocks.
#[derive(Clone, Debug)]
pub(crate) struct Embed {
    /// The block it stands before.
    pub(crate) before: u32,
    /// The element it stands in, or for a quoted post the element of the quotation.
    pub(crate) owner: ElementId,
    pub(crate) provider: &'static str,
    /// Its address as written.
    pub(crate) src: String,
    /// Whether the text of the owner stands for it.
    pub(crate) quoted: bool,
    /// Where its tag stands in the page, for a frame.
    pub(crate) span: Option<Span>,
}

impl Element {
    /// An element without attributes, in which the next block to come is `next`.
    pub(crate) fn bare(tag: &str, parent: ElementId, depth: u32, next: u32) -> Self {
        Self {
            tag: TagName::of(tag),
            parent,
            depth,
            blocks: next..next,
            names: Arc::default(),
            role: String::new(),
            itemprop: String::new(),
            columns: 1,
            rows: 1,
            centred: false,
        }
    }
}

impl Markup {
    /// Counts the links and the bold among the runs of a block, which stands at `range` of the text and has so many characters.
    pub(crate) fn of(text: &str, range: &Range<usize>, chars: u32, runs: &[InlineRun]) -> Self {
        let mut markup = Self::default();
        for run in runs {
            // Most blocks with runs are one link, and counted already.
            let chars = if run.range == *range {
                chars
            } else {
                let words = text.get(run.range.clone()).unwrap_or_default();
                words.chars().filter(|c| !c.is_whitespace()).count() as u32
            };
            markup.links += u32::from(run.href.is_some());
            markup.link_chars += if run.href.is_some() { chars } else { 0 };
            markup.bold_chars += if run.emphasis == Some(Emphasis::Strong) {
                chars
            } else {
                0
            };
        }
        markup
    }
}

/// A page cut into blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Blocks {
    pub(crate) text: String,
    pub(crate) rows: Vec<Block>,
    pub(crate) inlines: Vec<InlineRun>,
    /// Places in the text, in order, where two inline elements meet with no white space between.
    pub(crate) seams: Vec<usize>,
    pub(crate) elements: Vec<Element>,
    pub(crate) pictures: Vec<Picture>,
    /// What the page shows of other sites, in page order.
    pub(crate) embeds: Vec<Embed>,
    /// Whether the page had markup; flat text and given blocks have none.
    pub(crate) has_markup: bool,
    pub(crate) hits: Hits,
    /// See [`Blocks::folded`].
    pub(crate) folded: OnceCell<Folded>,
}

/// The texts of a page as they are compared, one behind the other, each with where it ends and its hash.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    text: String,
    rows: Vec<(usize, u64)>,
}

impl Folded {
    fn of(blocks: &Blocks) -> Self {
        let mut folded = Self {
            text: String::with_capacity(blocks.text.len()),
            rows: Vec::with_capacity(blocks.len()),
        };
        for id in blocks.ids() {
            let start = folded.text.len();
            fold::fold_into(blocks.text_of(id), &mut folded.text);
            let text = folded.text.get(start..).unwrap_or_default();
            folded.rows.push((folded.text.len(), fold::hash(text)));
        }
        folded
    }
}

impl Blocks {
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn ids(
        &self,
    ) -> impl DoubleEndedIterator<Item = BlockId> + ExactSizeIterator + use<> {
        (0..self.rows.len() as u32).map(BlockId)
    }

    /// Returns the blocks before one, the nearest first.
    pub(crate) fn before(&self, id: BlockId) -> impl Iterator<Item = BlockId> + use<> {
        (0..id.0.min(self.len() as u32)).rev().map(BlockId)
    }

    /// Returns the blocks behind one, the nearest first.
    pub(crate) fn behind(&self, id: BlockId) -> impl Iterator<Item = BlockId> + use<> {
        (id.0 + 1..self.len() as u32).map(BlockId)
    }

    /// Returns the blocks right before and right behind one.
    pub(crate) fn beside(&self, id: BlockId) -> impl Iterator<Item = BlockId> + use<> {
        self.before(id).take(1).chain(self.behind(id).take(1))
    }

    /// Returns a block's text; empty for pictures.
    pub(crate) fn text_of(&self, id: BlockId) -> &str {
        self.text.get(self[id].range.clone()).unwrap_or_default()
    }

    /// Returns a block's text in the form in which texts are compared. All are folded at the first call: the page must be cut by then.
    pub(crate) fn folded(&self, id: BlockId) -> &str {
        let folded = self.folded.get_or_init(|| Folded::of(self));
        let end_of = |at: usize| folded.rows.get(at).map_or(0, |row| row.0);
        let start = id.at().checked_sub(1).map_or(0, end_of);
        folded.text.get(start..end_of(id.at())).unwrap_or_default()
    }

    /// Returns the hash of [`folded`](Self::folded).
    pub(crate) fn key(&self, id: BlockId) -> u64 {
        let folded = self.folded.get_or_init(|| Folded::of(self));
        folded.rows.get(id.at()).map_or(0, |row| row.1)
    }

    /// Returns a block's text with a space where two inline elements meet: a reader sees `<span>By Ada</span><span>4 May</span>` apart,
    /// by style. For reading header lines and rows of links; what is printed has no such space.
    pub(crate) fn parted_text_of(&self, id: BlockId) -> Cow<'_, str> {
        let range = self[id].range.clone();
        let first = self.seams.partition_point(|&seam| seam <= range.start);
        let inside = self
            .seams
            .iter()
            .skip(first)
            .take_while(|&&seam| seam < range.end);
        let mut parted = String::new();
        let mut from = range.start;
        for &seam in inside {
            parted.push_str(self.text.get(from..seam).unwrap_or_default());
            parted.push(' ');
            from = seam;
        }
        if parted.is_empty() {
            return Cow::Borrowed(self.text_of(id));
        }
        parted.push_str(self.text.get(from..range.end).unwrap_or_default());
        Cow::Owned(parted)
    }

    /// Returns a block's text in two where the last pair of inline elements in it meets: style may part them.
    pub(crate) fn last_part_of(&self, id: BlockId) -> Option<(&str, &str)> {
        let range = self[id].range.clone();
        let behind = self.seams.partition_point(|&seam| seam < range.end);
        let seam = *self.seams.get(behind.checked_sub(1)?)?;
        (seam > range.start).then_some(())?;
        let (before, last) = (
            self.text.get(range.start..seam)?,
            self.text.get(seam..range.end)?,
        );
        Some((before, last))
    }

    /// Returns the runs of a block.
    pub(crate) fn runs_of(&self, id: BlockId) -> &[InlineRun] {
        let runs = &self[id].inlines;
        let runs = self.inlines.get(runs.start as usize..runs.end as usize);
        runs.unwrap_or_default()
    }

    /// Returns the picture of a [`Kind::Picture`] block.
    pub(crate) fn picture_of(&self, id: BlockId) -> Option<&Picture> {
        self.pictures.get(self[id].picture? as usize)
    }

    /// Returns the elements around a block, innermost first, the root last.
    pub(crate) fn ancestors(&self, id: BlockId) -> impl Iterator<Item = ElementId> + '_ {
        self.line_of(self[id].owner)
    }

    /// Returns an element and those around it, innermost first, the root last.
    pub(crate) fn line_of(&self, element: ElementId) -> impl Iterator<Item = ElementId> + '_ {
        let mut next = Some(element);
        std::iter::from_fn(move || {
            let here = next?;
            next = (here != ElementId::ROOT).then(|| self[here].parent);
            Some(here)
        })
    }

    /// Returns the elements at which marks of footnotes point; none on most pages.
    pub(crate) fn notes(&self) -> BTreeSet<ElementId> {
        let marks = self.inlines.iter().filter_map(|run| run.mark.as_deref());
        let targets: BTreeSet<&str> = marks.map(|mark| mark.target.as_str()).collect();
        if targets.is_empty() {
            return BTreeSet::new();
        }
        let is_note = |at: &u32| {
            let names = &self[ElementId(*at)].names;
            targets.contains(names.rsplit(' ').next().unwrap_or_default())
        };
        let all = 0..self.elements.len() as u32;
        all.filter(is_note).map(ElementId).collect()
    }

    /// Returns the element around the one that a block stands in: it holds what stands beside the block.
    pub(crate) fn room_of(&self, id: BlockId) -> ElementId {
        self[self[id].owner].parent
    }

    /// Whether a block is a line of its own, and no cell of a table.
    pub(crate) fn is_line(&self, id: BlockId) -> bool {
        let of_layout = || {
            let cell = self.within(id, &["td"]);
            cell.is_some_and(|cell| self[cell].blocks.len() >= LAYOUT_BLOCKS)
        };
        match self[id].kind {
            Kind::Paragraph => true,
            Kind::Cell => of_layout(),
            _ => false,
        }
    }

    /// Whether any of a block is a link.
    pub(crate) fn has_link(&self, id: BlockId) -> bool {
        link_share(self, id) > 0.0
    }

    /// Whether a block is a link, and next to nothing else.
    pub(crate) fn is_link(&self, id: BlockId) -> bool {
        link_share(self, id) >= LINK
    }

    /// Whether half of a block or more is links: what it says stands elsewhere.
    pub(crate) fn leads_elsewhere(&self, id: BlockId) -> bool {
        link_share(self, id) >= LINKED
    }

    /// Returns the innermost element around a block with one of these tags.
    pub(crate) fn within(&self, id: BlockId, tags: &[&str]) -> Option<ElementId> {
        self.ancestors(id)
            .find(|&element| tags.contains(&self[element].tag.as_str()))
    }
}

impl Index<BlockId> for Blocks {
    type Output = Block;

    fn index(&self, id: BlockId) -> &Block {
        &self.rows[id.at()]
    }
}

impl Index<ElementId> for Blocks {
    type Output = Element;

    fn index(&self, id: ElementId) -> &Element {
        &self.elements[id.at()]
    }
}

/// Share of a block's characters inside links; 0 where there is no markup to tell.
pub(crate) fn link_share(blocks: &Blocks, id: BlockId) -> f32 {
    let block = &blocks[id];
    block.markup.map_or(0.0, |markup| {
        markup.link_chars as f32 / block.measure.chars.max(1) as f32
    })
}
