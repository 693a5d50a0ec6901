//! Lines among and behind the paragraphs that are none of them: a link to another story, a credit without a picture, an agency, an
//! address for letters, the note about the author.

use std::collections::BTreeSet;

use crate::article::Reason;
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::grammar::names::begins_with_role;
use crate::grammar::source::{is_lone_outlet, is_mail_address};
use crate::grammar::{byline, credit};
use crate::judge::sight::is_good;
use crate::judge::{Evidence, Role, Verdict};
use crate::page::block::{BlockId, Blocks, ElementId, Kind};
use crate::text::measure::is_ideograph;

/// Good paragraphs from which on a body has an end that lines can stand behind.
const BODY_PARAGRAPHS: usize = 3;

/// Words of a link that says the headline of another story, at least and at most.
const LINK_WORDS: (f32, f32) = (4.0, 30.0);

/// Words of a note about the author, at most.
const NOTE_WORDS: f32 = 80.0;

/// Blocks behind the last paragraph among which such a note stands.
const NOTE_REACH: u32 = 40;

/// Blocks above a credit among which its picture stands.
const PICTURE_REACH: usize = 3;

/// Takes out lines that the judge took for text.
pub(crate) fn take_out(blocks: &Blocks, authors: &[String], hints: &Hints, rows: &mut [Verdict]) {
    let Some(ends) = Ends::of(blocks, rows) else {
        return;
    };
    let texts: Vec<BlockId> = blocks
        .ids()
        .filter(|&id| rows[id.at()].is_judged() && rows[id.at()].is_body())
        .collect();
    let links: BTreeSet<BlockId> = texts
        .iter()
        .copied()
        .filter(|&id| ends.holds(blocks, id) && is_lone_link(blocks, id))
        .collect();
    let heads = |id: &BlockId| heads_a_paragraph(blocks, *id);
    let are_headings = links.iter().filter(|id| heads(id)).count() > MOST_LINKS_BETWEEN;
    let is_stray = |id: BlockId| {
        let is_listed = blocks.beside(id).any(|other| links.contains(&other));
        links.contains(&id) && !is_listed && !(are_headings && heads(&id))
    };
    let mut out = Vec::new();
    for id in texts {
        if is_stray(id) {
            out.push((id, Reason::Related, "lone_link"));
        } else if id < ends.first && is_value_of_label(blocks, id, rows) {
            out.push((id, Reason::Metadata, "value_of_label"));
        } else if id > ends.last && is_lone_credit(blocks, id) {
            out.push((id, Reason::Metadata, "credit_without_picture"));
        } else if id > ends.last && is_agency_or_address(blocks.text_of(id)) {
            out.push((id, Reason::Metadata, "agency_or_address"));
        } else if (ends.last.0..=ends.last.0 + NOTE_REACH).contains(&id.0)
            && is_note_about(blocks, authors, id, rows)
        {
            out.push((id, Reason::Promo, "about_the_author"));
        } else if id.0 == ends.last.0 + 1 && is_signature(blocks, id, rows) {
            out.push((id, Reason::Metadata, "signature_behind_text"));
        } else if ends.holds(blocks, id) && is_citation(blocks, id) {
            out.push((id, Reason::Related, "address_of_link"));
        } else if (id < ends.first || id < ends.second && is_beside_header_line(blocks, id, rows))
            && is_in_header(blocks, id, rows, hints)
            || id < ends.first
                && is_beside_header_line(blocks, id, rows)
                && is_han_outlet(blocks.text_of(id))
        {
            out.push((id, Reason::Metadata, "line_of_header"));
        }
    }
    for (id, reason, rule) in out {
        rows[id.at()] = Verdict::removed(reason, Evidence::Rule(rule));
    }
}

/// Where the good paragraphs of the body begin and end, and the elements that hold them.
pub(super) struct Ends {
    first: BlockId,
    /// The first of them may be the standfirst, above the byline.
    second: BlockId,
    pub(super) last: BlockId,
    rooms: BTreeSet<ElementId>,
}

impl Ends {
    pub(super) fn of(blocks: &Blocks, rows: &[Verdict]) -> Option<Self> {
        if !blocks.has_markup {
            return None;
        }
        let good = |id: &BlockId| rows[id.at()].is_body() && is_good(blocks, *id);
        let good: Vec<BlockId> = blocks.ids().filter(good).collect();
        let (&first, &second, &last) = (good.first()?, good.get(1)?, good.last()?);
        let rooms: BTreeSet<ElementId> = good.iter().map(|&id| blocks.room_of(id)).collect();
        (good.len() >= BODY_PARAGRAPHS).then_some(Self {
            first,
            second,
            last,
            rooms,
        })
    }

    /// Whether a block stands in an element with paragraphs, not before the first.
    fn holds(&self, blocks: &Blocks, id: BlockId) -> bool {
        id > self.first && self.rooms.contains(&blocks.room_of(id))
    }
}

/// Links between two paragraphs, at most: of more each is the heading of the paragraph behind it.
const MOST_LINKS_BETWEEN: usize = 2;

/// Whether a good paragraph stands right before a block, and one right behind it.
fn heads_a_paragraph(blocks: &Blocks, id: BlockId) -> bool {
    let is_text = |other: BlockId| blocks[other].kind == Kind::Paragraph && is_good(blocks, other);
    let (before, behind) = (blocks.before(id).next(), blocks.behind(id).next());
    before.is_some_and(is_text) && behind.is_some_and(is_text)
}

/// Whether a paragraph is one link, which ends like no sentence: the headline of another story.
fn is_lone_link(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    let words = block.measure.weight();
    if !blocks.is_line(id)
        || block.measure.ends_sentence
        || !(LINK_WORDS.0..=LINK_WORDS.1).contains(&words)
        || !blocks.is_link(id)
        || blocks.text_of(id).contains("://")
    {
        return false;
    }
    let mut hrefs = blocks
        .runs_of(id)
        .iter()
        .filter_map(|run| run.href.as_deref());
    let Some(first) = hrefs.next() else {
        return false;
    };
    !first.starts_with('#') && hrefs.all(|href| href == first)
}

/// Whether the line right behind the last paragraph is a whole name that the text does not say: whoever wrote it.
fn is_signature(blocks: &Blocks, id: BlockId, rows: &[Verdict]) -> bool {
    let name = blocks.text_of(id).trim();
    let said = |at: BlockId| rows[at.at()].is_body() && blocks.text_of(at).contains(name);
    blocks.is_line(id)
        && !blocks.has_link(id)
        && byline::is_bare_name(name)
        && !(0..id.0).map(BlockId).any(said)
}

/// Whether a line names an agency, or is an address for letters, and nothing else: `(Reuters)`.
fn is_agency_or_address(text: &str) -> bool {
    let is_frame = |c: char| c.is_whitespace() || "()（）[]【】/.".contains(c);
    byline::is_agency(text.trim_matches(is_frame)) || is_mail_address(text.trim())
}

/// Whether a line is a link that prints the name of the site it leads to, as a card of another page ends.
fn is_citation(blocks: &Blocks, id: BlockId) -> bool {
    blocks.is_link(id) && byline::is_site_name(blocks.text_of(id).trim())
}

/// Whether a line between headline and text, beside a header line or first below the headline, says who wrote it and as what or for whom,
/// or where and when: `Ada Quill, reporter`, `Nordhafen, 4 May 2021`.
fn is_in_header(blocks: &Blocks, id: BlockId, rows: &[Verdict], hints: &Hints) -> bool {
    let measure = &blocks[id].measure;
    if measure.ends_sentence
        || measure.weight() > HEADER_WORDS
        || blocks.text_of(id).ends_with(':')
        || !(blocks.is_line(id) || is_small(blocks[id].kind))
        || blocks.has_link(id)
    {
        return false;
    }
    let text = blocks.text_of(id);
    let holds_office = || {
        let named = text.split_once(',');
        named.is_some_and(|(name, office)| {
            byline::is_bare_name(name.trim())
                && (begins_with_role(office) || is_short_name(office.trim()))
        })
    };
    let dated = || {
        let line = HeaderLine::read(&blocks.parted_text_of(id), hints);
        line.is_beside_date() && line.rest.split_whitespace().count() <= PLACE_WORDS
    };
    dated() || is_beside_header_line(blocks, id, rows) && holds_office()
}

/// Whether a line in Han is the name of an outlet and nothing else.
fn is_han_outlet(line: &str) -> bool {
    line.contains(is_ideograph) && is_lone_outlet(line)
}

/// Whether a kind of block is used for the lines of a header as well.
fn is_small(kind: Kind) -> bool {
    matches!(kind, Kind::ListItem | Kind::Heading(4..))
}

/// Whether a text is a few words with capitals: the outlet, or the place, of whoever stands before it.
fn is_short_name(text: &str) -> bool {
    text.split_whitespace().count() <= PLACE_WORDS && byline::is_plain_name(text)
}

/// Whether a cell, or an item, stands behind one that was taken out as its label: `<dt>文号</dt><dd>江文〔2023〕8号</dd>`.
fn is_value_of_label(blocks: &Blocks, id: BlockId, rows: &[Verdict]) -> bool {
    let Some(label) = blocks.before(id).next() else {
        return false;
    };
    let is_cell = |id: BlockId| matches!(blocks[id].kind, Kind::Cell | Kind::ListItem);
    let is_label = match rows[label.at()].role {
        Role::Removed(Reason::Metadata) => true,
        Role::Removed(_) => blocks[blocks[label].owner].tag == "dt",
        _ => false,
    };
    is_label
        && is_cell(id)
        && is_cell(label)
        && blocks.room_of(id) == blocks.room_of(label)
        && blocks[label].measure.digits == 0
        && !blocks[id].measure.ends_sentence
}

/// Whether a header line stands right above or below a block.
fn is_beside_header_line(blocks: &Blocks, id: BlockId, rows: &[Verdict]) -> bool {
    let mut beside = blocks.beside(id);
    beside.any(|at| rows[at.at()].role == Role::Removed(Reason::Metadata))
}

/// Whether a paragraph is the credit of pictures that stand elsewhere.
fn is_lone_credit(blocks: &Blocks, id: BlockId) -> bool {
    let mut above = blocks.before(id).take(PICTURE_REACH);
    blocks.is_line(id)
        && above.all(|other| blocks[other].kind != Kind::Picture)
        && credit::is_credit(blocks.text_of(id))
}

/// Whether a paragraph at the end begins with the name of an author whom the text before does not speak of: `Ada Quill is a reporter …`.
fn is_note_about(blocks: &Blocks, authors: &[String], id: BlockId, rows: &[Verdict]) -> bool {
    if blocks[id].measure.weight() > NOTE_WORDS {
        return false;
    }
    let text = blocks.text_of(id);
    let named = authors.iter().find(|name| {
        let rest = text.strip_prefix(name.as_str());
        rest.is_some_and(|rest| rest.starts_with([' ', ',']))
    });
    named.is_some_and(|name| {
        let mut before = blocks.before(id).filter(|id| rows[id.at()].is_body());
        !before.any(|other| {
            let said = blocks.text_of(other);
            said.contains(name.as_str()) && said != name
        })
    })
}

/// Words of a line of the header that says when or as what, at most.
const HEADER_WORDS: f32 = 12.0;

/// Words of the place, or of the buttons, beside a date.
const PLACE_WORDS: usize = 4;
