//! Which of several copies is kept, and how the blocks of all stand then.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::cut::{is_cut, longer_than};
use super::excerpts::HiddenParts;
use super::groups::{Group, overlaps};
use super::run::{GAP, Pair, presence};
use super::scales::is_sentence;
use super::seeds::is_long;
use super::{Standing, Twin, inserted};
use crate::dedup::align::is_one_edit;
use crate::lexicon::phrase;
use crate::page::block::{BlockId, Blocks, ElementId, Kind, Presence};

/// Completeness differs when one side, or one block of a pair, has this much more text, …
const MORE_COMPLETE: f32 = 1.02;
/// … or this much in flat text, where nothing tells the text that follows a copy from the text of the next item.
const MORE_COMPLETE_FLAT: f32 = 1.05;

/// With what follows it a side is the more complete from this much more text on, whatever the other has inside: the end of an article,
/// and not a promotion.
const LONG_TAIL: f32 = 1.1;

/// A copy with more than this many times the paragraphs of another is the one that kept them.
const PIECES: usize = 3;

/// Share of the text of a copy that goes on behind it and is its end, at most: more is a text of its own.
const MOST_BEHIND: f32 = 0.25;

/// Chooses the side to keep and says how each block of the group stands. Returns
/// the hidden part of the page that is kept in the stead of what is seen.
pub(super) fn settle(
    blocks: &Blocks,
    group: &Group,
    hidden: &mut HiddenParts<'_>,
    visible_only: bool,
    standings: &mut [Standing],
) -> Option<Range<u32>> {
    let mut best = best_side(blocks, group, visible_only)?;
    let presence = |side: &Range<u32>| presence(blocks, side);
    let least = group.sides.iter().map(presence).min().unwrap_or_default();
    let mut whole = None;
    if presence(best.1) > least {
        let is_cut = |side: &Range<u32>| presence(side) == least && breaks_off(blocks, group, side);
        let longer = longer_than(group.sides.iter().any(is_cut));
        whole = hidden.whole_around(best.1, longer);
        if whole.is_none() {
            // What is seen goes on further down.
            best = best_side(blocks, group, true)?;
        }
    }
    let (kept, kept_side) = best;
    let mut set = |id: BlockId, standing| {
        if let Some(row) = standings.get_mut(id.at()) {
            *row = standing;
        }
    };
    for at in kept_side.clone() {
        set(BlockId(at), Standing::Kept);
    }
    let twins = twins(group, kept_side);
    let length = |id: BlockId| blocks[id].measure.chars as f32;
    for (_, side) in group.sides.iter().enumerate().filter(|(at, _)| *at != kept) {
        let mut after = BlockId(kept_side.start.saturating_sub(1));
        for id in side.clone().map(BlockId) {
            let Some(&twin) = twins.get(&id) else {
                set(id, Standing::Extra(after));
                continue;
            };
            after = twin.kept;
            let seen = blocks[id].presence <= blocks[twin.kept].presence;
            let is_slip = || is_one_edit(blocks.folded(id), blocks.folded(twin.kept));
            let is_longer = length(id) > MORE_COMPLETE * length(twin.kept);
            if seen && is_longer && twin.similarity < 1.0 && !is_slip() {
                // The kept side has this block cut: the whole one goes where the cut one stands.
                let whole = Twin { kept: id, ..twin };
                set(twin.kept, Standing::Copy(whole));
                set(id, Standing::Extra(after));
            } else {
                set(id, Standing::Copy(twin));
            }
        }
    }
    for (_, side) in group.sides.iter().enumerate().filter(|(at, _)| *at != kept) {
        let after = side.clone().rev().find_map(|at| twins.get(&BlockId(at)));
        for id in behind(blocks, group, side) {
            if let Some(twin) = after {
                set(id, Standing::Extra(twin.kept));
            }
        }
    }
    for side in &group.sides {
        for id in inserted::of(blocks, group, side) {
            set(id, Standing::Inserted);
        }
    }
    whole
}

/// Sentences right behind a side that end the article there, with nothing but pictures and headings between, in the element that holds the side.
fn behind(blocks: &Blocks, group: &Group, side: &Range<u32>) -> Vec<BlockId> {
    if !blocks.has_markup || !is_visible(blocks, side) {
        return Vec::new();
    }
    let part = |element: ElementId| blocks[element].blocks.clone();
    let mut around = blocks.ancestors(BlockId(side.start)).map(part);
    let Some(room) = around.find(|range| range.end > side.end || range.len() > side.len()) else {
        return Vec::new();
    };
    let ends = |id: &BlockId| {
        (is_sentence(blocks, *id) || matches!(blocks[*id].kind, Kind::Heading(_)))
            && !blocks.has_link(*id)
            && !is_furniture(blocks, *id)
            && !group.sides.iter().any(|side| side.contains(&id.0))
    };
    let texts = (side.end..room.end).map(BlockId);
    let texts = texts.filter(|&id| blocks[id].kind != Kind::Picture);
    let mut end: Vec<BlockId> = texts.take_while(ends).collect();
    let last = end.iter().rposition(|&id| is_sentence(blocks, id));
    end.truncate(last.map_or(0, |last| last + 1));
    let length = |id: BlockId| blocks[id].measure.chars;
    let all: u32 = side.clone().map(BlockId).map(length).sum();
    let added: u32 = end.iter().copied().map(length).sum();
    if added as f32 <= MOST_BEHIND * all as f32 {
        end
    } else {
        Vec::new()
    }
}

fn is_visible(blocks: &Blocks, side: &Range<u32>) -> bool {
    presence(blocks, side) == Presence::Visible
}

/// For each block outside the kept side, the kept block it repeats; through a third copy where it has to be.
fn twins(group: &Group, kept: &Range<u32>) -> HashMap<BlockId, Twin> {
    let mut twins: HashMap<BlockId, Twin> = HashMap::new();
    let is_kept = |id: BlockId| kept.contains(&id.0);
    for _ in 1..group.sides.len().max(2) {
        for pair in &group.pairs {
            for (copy, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
                if is_kept(copy) || twins.contains_key(&copy) {
                    continue;
                }
                let similarity = pair.likeness;
                if is_kept(other) {
                    let kept = other;
                    twins.insert(copy, Twin { kept, similarity });
                } else if let Some(&via) = twins.get(&other) {
                    let similarity = similarity.min(via.similarity);
                    twins.insert(copy, Twin { similarity, ..via });
                }
            }
        }
    }
    twins
}

/// Visible before hidden, unless the hidden one goes on where the visible one stops and may be shown; then the more complete, then the one that is not all in one piece, then the one inside
/// `article` or `main`, then the one with more headings, more pictures, or more links, then the first.
fn best_side<'a>(
    blocks: &Blocks,
    group: &'a Group,
    visible_only: bool,
) -> Option<(usize, &'a Range<u32>)> {
    let is_visible = |side: &Range<u32>| is_visible(blocks, side);
    let any_visible = group.sides.iter().any(is_visible);
    let sides = group.sides.iter().enumerate();
    let sides = sides.filter(|(_, side)| !visible_only || !any_visible || is_visible(side));
    let ranked = sides.map(|(at, side)| (at, side, rank(blocks, group, at, side)));
    let more = if blocks.has_markup {
        MORE_COMPLETE
    } else {
        MORE_COMPLETE_FLAT
    };
    let best = ranked.reduce(|best, next| {
        if next.2.beats(&best.2, more) {
            next
        } else {
            best
        }
    });
    best.map(|(at, side, _)| (at, side))
}

struct Rank {
    /// How what is easiest to see of it stands on the page.
    presence: Presence,
    /// Characters of the copy itself, …
    text: u32,
    /// … and of what follows it, which may be the promotion of an app as well as the end of the article.
    tail: u32,
    /// Of a hidden copy the characters of what follows in hidden sentences, with no stop.
    hidden_tail: u32,
    /// Whether it ends in the midst of a paragraph that another side has whole.
    breaks_off: bool,
    /// Blocks that agree with another side, but for lines broken in the midst of a sentence.
    paragraphs: usize,
    in_landmark: bool,
    headings: usize,
    pictures: usize,
    links: u32,
}

fn rank(blocks: &Blocks, group: &Group, at: usize, side: &Range<u32>) -> Rank {
    let room = room(blocks, group, at, side);
    let landmark = blocks.within(BlockId(side.start), &["article", "main"]);
    let is_picture = |&id: &u32| blocks[BlockId(id)].kind == Kind::Picture;
    let agreeing = matched(group, side);
    let ids = || agreeing.iter().copied();
    Rank {
        presence: presence(blocks, side),
        text: text_of(blocks, group, side),
        tail: sentences_after(blocks, side, &room),
        hidden_tail: hidden_sentences_after(blocks, side, &room),
        breaks_off: breaks_off(blocks, group, side),
        paragraphs: ids().filter(|&id| !goes_on(blocks, id)).count(),
        in_landmark: landmark.is_some(),
        headings: ids()
            .filter(|&id| matches!(blocks[id].kind, Kind::Heading(_)))
            .count(),
        pictures: room.filter(is_picture).count(),
        links: ids()
            .filter_map(|id| blocks[id].markup)
            .map(|markup| markup.links)
            .sum(),
    }
}

/// Whether a block begins with a small letter: a sentence goes on in it.
fn goes_on(blocks: &Blocks, id: BlockId) -> bool {
    blocks.text_of(id).starts_with(char::is_lowercase)
}

/// Whether the last block of a side that agrees with another is the beginning of the other, and ends like no sentence.
fn breaks_off(blocks: &Blocks, group: &Group, side: &Range<u32>) -> bool {
    let on_side = |pair: &Pair| {
        let both = [(pair.first, pair.second), (pair.second, pair.first)];
        both.into_iter().find(|(id, _)| side.contains(&id.0))
    };
    let last = group.pairs.iter().filter_map(on_side).max();
    last.is_some_and(|(id, other)| is_cut(blocks, id, other))
}

/// The blocks of a side that agree with another.
fn matched(group: &Group, side: &Range<u32>) -> HashSet<BlockId> {
    let pairs = group.pairs.iter();
    let both = pairs.flat_map(|pair| [pair.first, pair.second]);
    both.filter(|id| side.contains(&id.0)).collect()
}

/// Characters of a side that agree with another, and of what only it has among its paragraphs: not what was put in, what stands between its headline
/// and the first of them, nor rows of links; in flat text sentences only.
fn text_of(blocks: &Blocks, group: &Group, side: &Range<u32>) -> u32 {
    let matched = matched(group, side);
    let is_text = |id: BlockId| {
        let measure = &blocks[id].measure;
        match blocks[id].markup {
            Some(markup) => markup.link_chars * 2 < measure.chars,
            None => measure.is_long() && measure.ends_sentence,
        }
    };
    let mut begun = false;
    let mut chars = 0;
    let inserted = inserted::of(blocks, group, side);
    for id in side
        .clone()
        .map(BlockId)
        .filter(|id| !inserted.contains(id))
    {
        let agrees = matched.contains(&id);
        begun = begun || agrees && is_long(blocks, id);
        if agrees || begun && is_text(id) {
            chars += blocks[id].measure.chars;
        }
    }
    chars
}

/// The blocks of the largest element around a side that holds no other side; for flat text up to the neighbouring sides.
fn room(blocks: &Blocks, group: &Group, at: usize, side: &Range<u32>) -> Range<u32> {
    let others = || {
        let sides = group.sides.iter().enumerate();
        sides.filter(move |(i, _)| *i != at).map(|(_, side)| side)
    };
    let apart = |range: &Range<u32>| others().all(|other| !overlaps(other, range));
    let covers = |range: &Range<u32>| range.start <= side.start && range.end >= side.end;
    let elements = blocks.ancestors(BlockId(side.start));
    let ranges = elements.map(|element| blocks[element].blocks.clone());
    let largest = ranges.filter(covers).take_while(apart).last();
    largest.unwrap_or_else(|| {
        let starts = others().map(|other| other.start);
        let next = starts.filter(|&start| start >= side.end).min();
        side.start..next.unwrap_or(blocks.len() as u32)
    })
}

/// Characters of the sentences that follow a side in its room, up to where the text stops.
fn sentences_after(blocks: &Blocks, side: &Range<u32>, room: &Range<u32>) -> u32 {
    let mut idle = 0;
    let mut chars = 0;
    for at in side.end..room.end.max(side.end) {
        let id = BlockId(at);
        if is_sentence(blocks, id) && !(blocks.has_markup && is_furniture(blocks, id)) {
            chars += blocks[id].measure.chars;
            idle = 0;
        } else {
            idle += 1;
            if idle > GAP {
                break;
            }
        }
    }
    chars
}

/// Whether the lexicon knows a text for furniture, such as the promotion of an app below a copy.
fn is_furniture(blocks: &Blocks, id: BlockId) -> bool {
    phrase(blocks.text_of(id)).is_some()
}

/// Characters of the sentences that no reader sees behind a side in its room.
fn hidden_sentences_after(blocks: &Blocks, side: &Range<u32>, room: &Range<u32>) -> u32 {
    let behind = (side.end..room.end.max(side.end)).map(BlockId);
    let hidden = behind.filter(|&id| blocks[id].presence != Presence::Visible);
    let sentences = hidden.filter(|&id| is_sentence(blocks, id));
    sentences.map(|id| blocks[id].measure.chars).sum()
}

impl Rank {
    fn whole(&self) -> f32 {
        if self.presence >= Presence::JsonLd {
            return self.hidden_whole();
        }
        (self.text + self.tail) as f32
    }

    /// Of a hidden copy: data go on without a stop, and so does what is hidden of a page.
    fn hidden_whole(&self) -> f32 {
        (self.text + self.tail.max(self.hidden_tail)) as f32
    }

    fn beats(&self, best: &Self, more: f32) -> bool {
        let is_hidden = self.presence != Presence::Visible;
        if is_hidden != (best.presence != Presence::Visible) {
            let (hidden, visible) = if is_hidden {
                (self, best)
            } else {
                (best, self)
            };
            // What follows a paragraph that breaks off does not go on with it.
            let seen = if visible.breaks_off {
                visible.text as f32
            } else {
                visible.whole()
            };
            let excerpt = hidden.hidden_whole() > longer_than(visible.breaks_off) * seen;
            return is_hidden == excerpt;
        }
        let (whole, rival) = (self.whole(), best.whole());
        let compared = [
            (whole, rival, LONG_TAIL),
            (self.text as f32, best.text as f32, more),
            (whole, rival, more),
        ];
        for (one, other, more) in compared {
            if one > more * other || other > more * one {
                return one > other;
            }
        }
        // The same text in one piece has lost its paragraphs.
        let (one, other) = (self.paragraphs, best.paragraphs);
        if one > PIECES * other || other > PIECES * one {
            return one > other;
        }
        let riches = |rank: &Self| (rank.in_landmark, rank.headings, rank.pictures, rank.links);
        riches(self) > riches(best)
    }
}
