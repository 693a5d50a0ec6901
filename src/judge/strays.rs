//! Lines among and behind the paragraphs that are none of them: a link to another story, a credit without a picture, an address, the
//! note about the author. And the sentence and the list that end the text, which are of it.

use crate::article::Reason;
use crate::grammar::credit;
use crate::judge::density::is_good;
use crate::judge::{Evidence, Role, Verdict};
use crate::page::block::{BlockId, Blocks, ElementId, Kind, link_share};

/// Good paragraphs from which on a body has an end that lines can stand behind.
const BODY_PARAGRAPHS: usize = 3;

/// Share of a paragraph's characters in its link from which it is nothing else.
const LONE_LINK_SHARE: f32 = 0.9;

/// Words of a link that says the headline of another story, at least and at most.
const LINK_WORDS: (f32, f32) = (4.0, 30.0);

/// Words of a note about the author, at most.
const NOTE_WORDS: f32 = 80.0;

/// Blocks above a credit among which its picture stands.
const PICTURE_REACH: usize = 3;

/// Takes out lines that the judge took for text.
pub(crate) fn take_out(blocks: &Blocks, authors: &[String], rows: &mut [Verdict]) {
    let Some(ends) = Ends::of(blocks, rows) else {
        return;
    };
    let texts: Vec<BlockId> = blocks
        .ids()
        .filter(|&id| rows[id.at()].is_judged() && rows[id.at()].is_body())
        .collect();
    let links: Vec<BlockId> = texts
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
        } else if id > ends.last && is_address(blocks.text_of(id)) {
            out.push((id, Reason::Metadata, "address_beside_text"));
        } else if id < ends.first && is_value_of_label(blocks, id, rows) {
            out.push((id, Reason::Metadata, "value_of_label"));
        } else if id > ends.last && is_name_of(authors, blocks.text_of(id)) {
            out.push((id, Reason::Metadata, "author_behind_text"));
        } else if id > ends.last && is_lone_credit(blocks, id) {
            out.push((id, Reason::Metadata, "credit_without_picture"));
        } else if id >= ends.last && is_note_about(blocks, authors, id, rows) {
            out.push((id, Reason::Promo, "about_the_author"));
        }
    }
    for (id, reason, rule) in out {
        rows[id.at()] = Verdict::removed(reason, Evidence::Rule(rule));
    }
}

/// Where the good paragraphs of the body begin and end, and the elements that hold them.
struct Ends {
    first: BlockId,
    last: BlockId,
    rooms: Vec<ElementId>,
}

impl Ends {
    fn of(blocks: &Blocks, rows: &[Verdict]) -> Option<Self> {
        if !blocks.has_markup {
            return None;
        }
        let good = |id: &BlockId| rows[id.at()].is_body() && is_good(blocks, *id);
        let good: Vec<BlockId> = blocks.ids().filter(good).collect();
        let (&first, &last) = (good.first()?, good.last()?);
        let mut rooms: Vec<ElementId> = good.iter().map(|&id| blocks.room_of(id)).collect();
        rooms.dedup();
        (good.len() >= BODY_PARAGRAPHS).then_some(Self { first, last, rooms })
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
    if block.kind != Kind::Paragraph
        || block.measure.ends_sentence
        || !(LINK_WORDS.0..=LINK_WORDS.1).contains(&words)
        || link_share(blocks, id) < LONE_LINK_SHARE
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

/// Whether a text is an address for letters and nothing else.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    text.contains('@') && !text.contains(char::is_whitespace) && text.contains('.')
}

/// Characters of a label in a cell of its own, at most, and words of its value.
const LABEL_CHARS: u32 = 12;
const VALUE_WORDS: f32 = 15.0;

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
    let measure = &blocks[id].measure;
    is_label
        && is_cell(id)
        && is_cell(label)
        && blocks.room_of(id) == blocks.room_of(label)
        && blocks[label].measure.chars <= LABEL_CHARS
        && blocks[label].measure.digits == 0
        && !measure.ends_sentence
        && measure.weight() <= VALUE_WORDS
}

/// Whether a line is the name of an author and nothing else.
fn is_name_of(authors: &[String], text: &str) -> bool {
    authors.iter().any(|name| name == text.trim())
}

/// Whether a paragraph is the credit of pictures that stand elsewhere.
fn is_lone_credit(blocks: &Blocks, id: BlockId) -> bool {
    let mut above = blocks.before(id).take(PICTURE_REACH);
    blocks[id].kind == Kind::Paragraph
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

/// Probability, and words, from which on the last sentence of a flat text stays, and the probability up to which what follows it is
/// surely none of it.
const LAST_CHANCE: f32 = 0.2;
const LAST_WORDS: f32 = 8.0;
const SURELY_NOT: f32 = 0.15;

/// In flat text the sentence right behind the body stays where what follows it is furniture beyond doubt: the judge doubts the last of a
/// text, behind which nothing of it follows.
pub(crate) fn last_sentence(blocks: &Blocks, rows: &mut [Verdict]) {
    let body = blocks.ids().rev().find(|id| rows[id.at()].is_body());
    let Some(last) = body.filter(|_| !blocks.has_markup) else {
        return;
    };
    let mut behind = blocks.behind(last);
    let Some(next) = behind.next() else { return };
    let measure = &blocks[next].measure;
    let is_likely = matches!(rows[next.at()].by, Evidence::Judge(p) if p >= LAST_CHANCE);
    let is_closed = behind.next().is_none_or(|id| match rows[id.at()].by {
        Evidence::Judge(p) => p < SURELY_NOT,
        _ => true,
    });
    if is_likely && is_closed && measure.ends_sentence && measure.weight() >= LAST_WORDS {
        rows[next.at()] = Verdict::body(Evidence::Rule("last_sentence"));
    }
}

/// The probability that is enough for an item of the list that ends the text, next to the last paragraph.
const LAST_LIST: f32 = 0.2;

/// Items of such a list, at most: longer ones lead on.
const LAST_ITEMS: usize = 12;

/// A list without links right behind a paragraph of the body, in the same element, is text: the judge, who looks for text on both sides,
/// is less sure of what ends it.
pub(crate) fn last_list(blocks: &Blocks, rows: &mut [Verdict]) {
    let Some(ends) = Ends::of(blocks, rows) else {
        return;
    };
    let next = blocks.behind(ends.last).next();
    let item = next.filter(|&next| blocks[next].kind == Kind::ListItem);
    let Some(list) = item.and_then(|item| blocks.within(item, &["ul", "ol"])) else {
        return;
    };
    let items: Vec<BlockId> = blocks[list].blocks.clone().map(BlockId).collect();
    let is_text = |&id: &BlockId| {
        let likely = match rows[id.at()] {
            Verdict {
                role: Role::Body, ..
            } => true,
            Verdict {
                by: Evidence::Judge(p),
                ..
            } => p >= LAST_LIST,
            _ => false,
        };
        likely && blocks[id].kind == Kind::ListItem && link_share(blocks, id) <= 0.0
    };
    let (room, above) = (blocks[list].parent, blocks.room_of(ends.last));
    // Some put each paragraph into an element of its own, and the list into another.
    let is_wrapped = blocks[room].parent == blocks[above].parent
        && blocks[room].blocks == blocks[list].blocks
        && blocks[above].blocks.len() == 1;
    let beside = room == above || is_wrapped;
    if beside && items.len() > 1 && items.len() <= LAST_ITEMS && items.iter().all(is_text) {
        for id in items {
            if !rows[id.at()].is_body() {
                rows[id.at()] = Verdict::body(Evidence::Rule("list_behind_text"));
            }
        }
    }
}
