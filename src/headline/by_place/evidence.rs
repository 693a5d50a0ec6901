//! What speaks for a line of flat text being the headline, and how much.
//!
//! The weights are those of a choice among the lines of a page (softmax), learned from 2,990 flat texts of 980 development pages in four
//! forms, with their addresses and without, and rounded. They are in units of log odds against the other lines.

use super::{Head, TELLING_WORDS};
use crate::headline::likeness::{Compared, likeness};
use crate::page::block::{BlockId, Kind};
use crate::text::ends::is_cut;

/// Lines between a headline and the date or byline below it; a share row and a subtitle stand between.
pub(super) const HEADER_REACH: usize = 5;

/// For each unit of likeness to the words of the page's address, or to its title, above [`CHANCE`].
const ADDRESS: f32 = 6.0;
const TITLE: f32 = 3.5;

/// Likeness that two headlines of one site have by chance.
const CHANCE: f32 = 0.3;

/// For a part of the page's title that ends it or begins it, by its share of it, from [`LEAST_PART`] on.
const PART_OF_TITLE: f32 = 3.0;
const LEAST_PART: f32 = 0.3;

/// One of the page's first lines says the same.
const SAID_ABOVE: f32 = 1.2;

/// The page's first line, with sentences below it: a text begins with its headline and its description.
const OPENS_PAGE: f32 = 4.0;
const FIRST: f32 = 1.0;

/// Sentences stand right below.
const ABOVE_TEXT: f32 = 0.8;

/// A date or a byline stands below, and what each telling line between takes away.
const ABOVE_HEADER: f32 = 2.7;
const BETWEEN: f32 = 0.5;

/// For each doubling of the labels between the line and the text: in whole steps, as logarithms differ between machines.
const LABELS_BELOW: f32 = -0.5;

/// The line stands in the text, or deep in it.
const INSIDE: f32 = -2.0;
const DEEP_INSIDE: f32 = -4.5;
const DEEP_LINES: usize = 3;

/// By its words: a label, a short one, a long one, a paragraph.
const LABEL: f32 = -3.2;
const SHORT: f32 = -1.8;
const SHORT_WORDS: f32 = 5.0;
const LONG: f32 = -0.4;
const LONG_WORDS: f32 = 14.0;
const PARAGRAPH: f32 = -1.8;
const PARAGRAPH_WORDS: f32 = 25.0;

/// It ends with a full stop, with a colon, or where a teaser was cut; begins with a small letter; is digits for a third or more.
const STATEMENT: f32 = -2.3;
const COLON: f32 = -1.7;
const CUT: f32 = -1.0;
const SMALL_LETTER: f32 = -1.0;
const FIGURES: f32 = -1.4;

/// Blank lines stand around it.
const SET_OFF: f32 = 2.4;

/// The caller or a sign says that it is a heading of the first level.
const HEADING: f32 = 3.0;

/// What stands above it is a label, or nothing.
const BELOW_LABEL: f32 = 0.7;

/// Weights that speak for a line or against it.
pub(super) struct Evidence {
    said: f32,
    place: f32,
    shape: f32,
}

impl Evidence {
    pub(super) fn of(head: &Head<'_>, id: BlockId) -> Self {
        Self {
            said: said(head, id),
            place: place(head, id.at()),
            shape: shape(head, id),
        }
    }

    /// Whether the address or one of the first lines says it.
    pub(super) fn is_said(&self) -> bool {
        self.said > 0.0
    }

    pub(super) fn weight(&self) -> f32 {
        self.said + self.place + self.shape
    }
}

/// What the address and the page's first lines say of a line.
fn said(head: &Head<'_>, id: BlockId) -> f32 {
    let blocks = head.blocks;
    let mine = blocks.folded(id);
    let known = Compared::of(blocks.text_of(id), ());
    let alike = |other: &Compared<()>| known.as_ref().map_or(0.0, |known| likeness(known, other).1);
    let above_chance = |likeness: f32| (likeness - CHANCE).max(0.0);
    let others = || head.titles.iter().filter(|(other, _)| *other != id);
    let whole = others().filter_map(|(_, title)| title.as_ref());
    let whole = whole.map(alike).fold(0.0, f32::max);
    let part = others().map(|&(other, _)| part_of(head, mine, other));
    let part = part.fold(0.0, f32::max);
    let again = head.blocks.ids().take(head.first_kinds.len());
    let mut again = again.filter(|&other| other != id && blocks.folded(other) == mine);
    let is_telling = head.words(id.at()) >= TELLING_WORDS;
    ADDRESS * above_chance(head.slug.as_ref().map_or(0.0, alike))
        + TITLE * above_chance(whole)
        + PART_OF_TITLE * if part >= LEAST_PART { part } else { 0.0 }
        + when(is_telling && again.next().is_some(), SAID_ABOVE)
}

/// The share that a line has of another that it begins or ends. What a trail begins with is the site's name.
fn part_of(head: &Head<'_>, mine: &str, other: BlockId) -> f32 {
    let whole = head.blocks.folded(other);
    let is_part = whole.len() > mine.len()
        && (whole.ends_with(mine) || whole.starts_with(mine) && !head.is_trail(other));
    when(is_part, mine.len() as f32 / whole.len().max(1) as f32)
}

fn place(head: &Head<'_>, at: usize) -> f32 {
    let above_text = head.is_above_text(at);
    let header = head.above_header(at);
    let inside = at >= head.text.start;
    let deep = at > head.text.start + DEEP_LINES;
    let below_label = at
        .checked_sub(1)
        .is_none_or(|above| !head.is_telling(above));
    LABELS_BELOW * (1 + head.labels_below(at)).ilog2() as f32
        + header.map_or(0.0, |between| {
            (ABOVE_HEADER - BETWEEN * between as f32).max(0.0)
        })
        + when(at == 0, FIRST)
        + when(head.opens_page(at), OPENS_PAGE)
        + when(above_text, ABOVE_TEXT)
        + when(inside, if deep { DEEP_INSIDE } else { INSIDE })
        + when(below_label, BELOW_LABEL)
}

fn shape(head: &Head<'_>, id: BlockId) -> f32 {
    let text = head.blocks.text_of(id);
    let block = &head.blocks[id];
    let below = head.blocks.rows.get(id.at() + 1);
    let is_set_off = block.gap_before && below.is_none_or(|below| below.gap_before);
    let letter = text.chars().find(|c| c.is_alphabetic());
    by_words(block.measure.weight())
        + when(block.kind == Kind::Heading(1), HEADING)
        + when(is_set_off, SET_OFF)
        + when(is_statement(text), STATEMENT)
        + when(text.ends_with([':', '：']), COLON)
        + when(is_cut(text), CUT)
        + when(letter.is_some_and(char::is_lowercase), SMALL_LETTER)
        + when(block.measure.digits * 3 > block.measure.chars, FIGURES)
}

fn by_words(words: f32) -> f32 {
    if words < TELLING_WORDS {
        LABEL
    } else if words < SHORT_WORDS {
        SHORT
    } else if words > PARAGRAPH_WORDS {
        PARAGRAPH
    } else {
        when(words > LONG_WORDS, LONG)
    }
}

fn when(holds: bool, weight: f32) -> f32 {
    if holds { weight } else { 0.0 }
}

/// Whether a line ends with a full stop, and not with dots.
fn is_statement(text: &str) -> bool {
    text.ends_with(['.', '。', '．']) && !text.ends_with("..")
}
