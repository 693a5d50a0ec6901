//! Where the text ends: the sentence and the list that end it are of it, and what stands behind its editors' line is not.

use super::strays::Ends;
use crate::article::Reason;
use crate::grammar::byline;
use crate::judge::certain::HEADER_LINE;
use crate::judge::sight::is_good;
use crate::judge::{Evidence, Role, Verdict};
use crate::page::block::{BlockId, Blocks, Kind, link_share};

/// Share of the body's words from which on a line that names the editors ends it. No text of the development pages goes on behind one, but
/// for a line of four or five words (keywords, the next story) in two annotations.
const EDITED_SHARE: f32 = 0.5;

/// What stands behind the line that names the editors at the end of a text is the next story, or its teaser.
pub(crate) fn behind_editors(blocks: &Blocks, rows: &mut [Verdict]) {
    let words = |id: BlockId| {
        let is_body = rows[id.at()].is_body();
        if is_body {
            blocks[id].measure.weight()
        } else {
            0.0
        }
    };
    let all: f32 = blocks.ids().map(words).sum();
    let mut before = 0.0;
    let ends_it = |id: &BlockId| {
        before += words(*id);
        let is_header_line = matches!(rows[id.at()].by, Evidence::Rule(HEADER_LINE));
        is_header_line && before >= EDITED_SHARE * all && byline::is_of_editors(blocks.text_of(*id))
    };
    let Some(end) = blocks.ids().find(ends_it) else {
        return;
    };
    for id in blocks.behind(end) {
        if rows[id.at()].is_body() && rows[id.at()].is_judged() {
            rows[id.at()] = Verdict::removed(Reason::Related, Evidence::Rule("behind_the_editors"));
        }
    }
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
    // Some of its items may be taken for text already.
    let start = blocks[list].blocks.start;
    let Some(above_list) = start
        .checked_sub(1)
        .map(|above| ends.last.min(BlockId(above)))
    else {
        return;
    };
    let is_text_above = rows[above_list.at()].is_body() && is_good(blocks, above_list);
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
    let (room, above) = (blocks[list].parent, blocks.room_of(above_list));
    // Some put each paragraph into an element of its own, and the list into another.
    let is_wrapped = blocks[room].parent == blocks[above].parent
        && blocks[room].blocks == blocks[list].blocks
        && blocks[above].blocks.len() == 1;
    // Text with line breaks stands in the element itself.
    let beside = room == above || room == blocks[above_list].owner || is_wrapped;
    if beside
        && is_text_above
        && items.len() > 1
        && items.len() <= LAST_ITEMS
        && items.iter().all(is_text)
    {
        for id in items {
            if !rows[id.at()].is_body() {
                rows[id.at()] = Verdict::body(Evidence::Rule("list_behind_text"));
            }
        }
    }
}
