//! A picture and what its markup says of it: the element it shares with its captions, and which blocks are captions by their markup.

use crate::grammar::credit;
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::lexicon::names::NameMask;
use crate::page::block::{BlockId, Blocks, ElementId, Kind};
use crate::text::measure::is_ideograph;

/// A caption's length in words; a longer text after a picture is a paragraph.
pub(crate) const MOST_CAPTION_WORDS: f32 = 80.0;

/// The same where only the place speaks for it: in the table of a picture, centred below it, or in its own paragraph. Of the captions of the
/// Chinese development pages none is longer; a paragraph that begins with a picture mostly is. Five pages of the 2,935 have another body with 20, four with 80.
pub(crate) const MOST_PLACED_WORDS: f32 = 30.0;

/// Blocks of an element that is there for a picture and what is said of it.
pub(crate) const MOST_BOX_BLOCKS: usize = 4;

/// Elements around a picture in which it may have a box of its own.
const BOX_REACH: usize = 3;

/// How far a line may stand from its picture, in blocks.
pub(crate) const REACH: usize = 3;

/// The element a picture shares with its captions, innermost `figure` first, else a small box that holds nothing else.
pub(crate) fn figure_of(blocks: &Blocks, picture: BlockId) -> Option<ElementId> {
    blocks
        .within(picture, &["figure"])
        .or_else(|| box_of(blocks, picture))
}

/// A small element around one picture and one or two short texts without links: an image and its caption in a `div` of their own.
fn box_of(blocks: &Blocks, picture: BlockId) -> Option<ElementId> {
    let around = blocks.ancestors(picture).take(BOX_REACH);
    let is_box = |&element: &ElementId| {
        let inside = blocks[element].blocks.clone().map(BlockId);
        let pictures = inside
            .clone()
            .filter(|&id| blocks[id].kind == Kind::Picture);
        let texts: Vec<BlockId> = inside
            .filter(|&id| blocks[id].kind != Kind::Picture)
            .collect();
        let is_short = |&id: &BlockId| {
            let block = &blocks[id];
            !matches!(
                block.kind,
                Kind::Heading(_) | Kind::ListItem | Kind::Code | Kind::Cell
            ) && block.measure.weight() <= MOST_CAPTION_WORDS
                && !blocks.has_link(id)
        };
        let named = blocks[element].names.says.intersects(NameMask::CAP);
        let is_box = (named || blocks[element].tag == "center") && texts.iter().all(is_short);
        pictures.count() == 1 && !texts.is_empty() && (is_box || is_framed(blocks, element))
    };
    around
        .take_while(|&element| blocks[element].blocks.len() <= MOST_BOX_BLOCKS)
        .find(is_box)
}

/// Whether an element is a table with a picture in one cell and one sentence at most in the cell below, as old portals frame a picture.
fn is_framed(blocks: &Blocks, element: ElementId) -> bool {
    let inside = &blocks[element].blocks;
    if inside.len() != 2 {
        return false;
    }
    let (picture, line) = (BlockId(inside.start), BlockId(inside.start + 1));
    let measure = &blocks[line].measure;
    matches!(blocks[element].tag.as_str(), "table" | "tbody")
        && blocks[picture].kind == Kind::Picture
        && blocks[line].kind == Kind::Cell
        && blocks.within(picture, &["tr"]) != blocks.within(line, &["tr"])
        && measure.stops <= 1
        && measure.weight() <= MOST_PLACED_WORDS
        && !blocks.has_link(line)
}

/// Whether a line stands between a picture and its credit: it speaks of the picture, even where the page is described by it.
pub(crate) fn is_credited(blocks: &Blocks, id: BlockId) -> bool {
    let is_picture = |above: BlockId| blocks[above].kind == Kind::Picture;
    // "来源：江州日报" behind the last sentence names the outlet of the text.
    let is_source = |below: BlockId| {
        let text = blocks.text_of(below);
        blocks[id].measure.ends_sentence
            && text.contains(is_ideograph)
            && HeaderLine::read(text, &Hints::default())
                .into_source()
                .is_some()
    };
    let is_credit = |below: BlockId| credit::is_credit(blocks.text_of(below)) && !is_source(below);
    blocks.before(id).next().is_some_and(is_picture)
        && blocks.behind(id).next().is_some_and(is_credit)
}

/// Whether markup says that a block is a caption, wherever its picture is: for stages that must not take it for a paragraph.
pub(crate) fn is_caption_by_markup(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    if block.kind == Kind::Caption {
        return true;
    }
    let owner = &blocks[block.owner];
    let beside = || {
        let mut before = blocks.before(id).take(REACH);
        before.any(|other| blocks[other].kind == Kind::Picture)
    };
    let short = block.measure.weight() <= MOST_CAPTION_WORDS;
    let in_figure = || blocks.within(id, &["figure"]).is_some();
    let is_named = || owner.blocks.len() <= 2 && owner.names.says.intersects(NameMask::CAP);
    let in_frame = || {
        let frame = blocks.within(id, &["table", "tbody"]);
        frame.is_some_and(|frame| is_framed(blocks, frame))
    };
    short && beside() && (in_figure() || is_named() || in_frame())
}
