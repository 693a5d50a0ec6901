//! Where the text ends: the sentence and the list that end it are of it, and what stands behind its editors' line is not.

use std::ops::RangeInclusive;

use super::strays::Ends;
use crate::article::Reason;
use crate::grammar::byline;
use crate::grammar::date::{Hints, find_first};
use crate::grammar::header::HeaderLine;
use crate::judge::certain::HEADER_LINE;
use crate::judge::sight::is_good;
use crate::judge::{Evidence, Role, Verdict};
use crate::lexicon::At;
use crate::page::block::{BlockId, Blocks, Kind};

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

/// Lines behind the body among which its last sentences stand: two, and a caption or a teaser before them.
const LAST_LINES: usize = 3;

/// Words of a caption before the last sentences: less is a label. With three as the least, word F1 of flat doubled pages fell by .0017.
const CAPTION_WORDS: RangeInclusive<f32> = 4.0..=30.0;

/// In flat text the sentences behind the body stay where what follows them is furniture beyond doubt: the judge doubts the last of a
/// text, behind which nothing of it follows. A caption or a teaser of another story may stand before them.
pub(crate) fn last_sentences(blocks: &Blocks, rows: &mut [Verdict]) {
    let body = blocks.ids().rev().find(|id| rows[id.at()].is_body());
    let Some(last) = body.filter(|_| !blocks.has_markup) else {
        return;
    };
    let is_last = |id: BlockId| {
        let measure = &blocks[id].measure;
        let is_likely = matches!(rows[id.at()].by, Evidence::Judge(p) if p >= LAST_CHANCE);
        is_likely && measure.ends_sentence && measure.weight() >= LAST_WORDS
    };
    let is_closed = |id: BlockId| match rows[id.at()].by {
        Evidence::Judge(p) => p < SURELY_NOT,
        _ => true,
    };
    let is_of_comments = |id: BlockId| rows[id.at()].role == Role::Removed(Reason::Comments);
    let is_aside = |id: BlockId| match rows[id.at()].by {
        Evidence::Judge(_) => {
            !is_closed(id) && CAPTION_WORDS.contains(&blocks[id].measure.weight())
        }
        Evidence::Phrase(row) => row.at == At::Start && row.marks == Reason::Related,
        _ => false,
    };
    let mut open = Vec::new();
    let mut sentences = Vec::new();
    for (at, id) in blocks.behind(last).take(LAST_LINES).enumerate() {
        if is_last(id) {
            open.push(id);
            let below = blocks.behind(id).next();
            // Several sentences above a button of readers are one reader's.
            let is_of_reader = open.len() > 1 && below.is_some_and(is_of_comments);
            if below.is_none_or(is_closed) && !is_of_reader {
                sentences.append(&mut open);
            }
        } else if at > 0 || !is_aside(id) {
            break;
        }
    }
    for id in sentences {
        rows[id.at()] = Verdict::body(Evidence::Rule("last_sentence"));
    }
}

/// In flat text the lines that a notice is signed with are of it, as is the line that says to whom it goes: behind the body stand the
/// office that its header names, and the day.
pub(crate) fn signed_notice(blocks: &Blocks, rows: &mut [Verdict]) {
    let mut body = blocks.ids().filter(|id| rows[id.at()].is_body());
    let (Some(first), false) = (body.next(), blocks.has_markup) else {
        return;
    };
    let last = body.next_back().unwrap_or(first);
    let is_header = |id: &BlockId| matches!(rows[id.at()].by, Evidence::Rule(HEADER_LINE));
    let mut behind = blocks.behind(last);
    let (Some(office), Some(day)) = (behind.next(), behind.next().filter(is_header)) else {
        return;
    };
    let says_day = |id: BlockId| {
        let text = blocks.text_of(id);
        let found = find_first(text, &Hints::default(), 0);
        found.is_some_and(|found| found.range == (0..text.len()))
    };
    let names_office = |id: BlockId| {
        let outlet = HeaderLine::read(blocks.text_of(id), &Hints::default()).into_source();
        outlet.is_some_and(|outlet| outlet == blocks.text_of(office))
    };
    let mut above = blocks.before(first);
    let addressed = above
        .next()
        .filter(|&id| blocks.text_of(id).ends_with(['：', ':']));
    let is_signed = says_day(day) && blocks.ids().filter(is_header).any(names_office);
    for id in [office, day]
        .into_iter()
        .chain(addressed)
        .filter(|_| is_signed)
    {
        rows[id.at()] = Verdict::body(Evidence::Rule("signed_notice"));
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
        likely && blocks[id].kind == Kind::ListItem && !blocks.has_link(id)
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
