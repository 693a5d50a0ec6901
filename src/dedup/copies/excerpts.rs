//! A beginning that is seen, of a whole that is not: the excerpt in front of a wall.

use std::collections::HashMap;
use std::ops::Range;

use super::Standing;
use super::cut::{is_cut, longer_than};
use super::run::{GAP, Pair};
use super::scales::is_sentence;
use super::seeds::is_long;
use crate::lexicon::names::NameMask;
use crate::page::block::{BlockId, Blocks, ElementId, Kind, Presence};
use crate::text::ends::{first_chars, last_chars};

/// Words of a hidden text, at least: below it a note or a tip begins as a paragraph does.
const WHOLE_WORDS: f32 = 60.0;

/// Share of the words that a reader sees, in sentences, from which on a hidden text is the page's. One with less is an excerpt's when it
/// breaks off and is the only one: a list has a teaser for each text that it hides.
const SHARE: f32 = 0.5;

/// Characters that the hidden text may have between two paragraphs of the excerpt: a heading, a caption.
const SKIPPED_CHARS: usize = 400;

/// Share of a paragraph that goes on as the whole does, from which it is the whole's: what follows is a cut and a link to the rest.
const CUT: f32 = 0.75;

/// Hidden texts that are looked at, those with most words first.
const MOST_WHOLES: usize = 4;

/// What stands between the paragraphs of an excerpt and is none of the whole's, by their length, at most: a notice, and not another wording.
const OWN: f32 = 0.5;

/// Folded characters by which a paragraph is known again.
const PROBE_CHARS: usize = 20;

/// Paragraphs that are looked for in a hidden text.
const MOST_LATER: usize = 512;

/// Folded bytes of a hidden text that are looked at.
const MOST_BYTES: usize = 1 << 18;

/// What is seen of a hidden text, each with the hidden block it repeats, and where the whole stands.
pub(super) struct Excerpt {
    pub(super) shown: Vec<Pair>,
    pub(super) whole: Range<u32>,
}

/// Finds the hidden text with most words of which the page shows the beginning only.
///
/// A text that is longer by less than what a reader sees twice over is a copy with another end, and none of it is needed.
pub(super) fn find(parts: HiddenParts<'_>, standings: &[Standing]) -> Option<Excerpt> {
    let blocks = parts.blocks;
    let is_free = |at: u32| matches!(standings.get(at as usize), None | Some(Standing::Single));
    let is_seen = |id: BlockId| blocks[id].presence == Presence::Visible;
    let seen_words = words(blocks, blocks.ids().filter(|&id| is_seen(id)));
    let long = parts
        .ranges
        .into_iter()
        .map(|whole| (words(blocks, whole.clone().map(BlockId)), whole))
        .filter(|(words, whole)| *words > WHOLE_WORDS && whole.clone().all(is_free));
    let mut long: Vec<(f32, Range<u32>)> = long.collect();
    long.sort_by(|one, other| other.0.total_cmp(&one.0));
    if long.is_empty() {
        return None;
    }
    let seen: Vec<BlockId> = blocks
        .ids()
        .filter(|&id| is_seen(id) && is_long(blocks, id))
        .collect();
    let find = |(words, whole): (f32, Range<u32>)| {
        let text = Whole::of(blocks, whole);
        let (first, at) = text.begun_by(&seen)?;
        let shown = text.shown(first, at)?;
        shown
            .iter()
            .all(|pair| is_free(pair.first.0))
            .then_some(())?;
        let whole = text.range;
        Some((words, Excerpt { shown, whole }))
    };
    let mut begun = long.into_iter().take(MOST_WHOLES).filter_map(find);
    let (words, excerpt) = begun.next()?;
    let is_the_page = words > SHARE * seen_words;
    let is_cut = breaks_off(blocks, &excerpt.shown);
    (is_the_page || is_cut && begun.next().is_none()).then_some(excerpt)
}

/// Whether what is seen ends in the midst of a paragraph.
fn breaks_off(blocks: &Blocks, shown: &[Pair]) -> bool {
    let last = shown.last();
    last.is_some_and(|pair| is_cut(blocks, pair.first, pair.second))
}

/// Whether a block is sentences. Data have several paragraphs in one, and the last may be an agency's line.
fn is_told(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    let in_one_piece = block.presence >= Presence::JsonLd && block.measure.stops > 1;
    is_sentence(blocks, id) || in_one_piece && is_long(blocks, id)
}

/// Words in sentences.
fn words(blocks: &Blocks, ids: impl Iterator<Item = BlockId>) -> f32 {
    ids.filter(|&id| is_told(blocks, id))
        .map(|id| blocks[id].measure.weight())
        .sum()
}

/// Whether a block is a quotation, or what readers write: that it says a paragraph of the whole does not show the whole.
fn is_quoted(blocks: &Blocks, id: BlockId) -> bool {
    blocks.ancestors(id).any(|element| {
        let element = &blocks[element];
        element.tag == "blockquote" || element.names.says.intersects(NameMask::COMM)
    })
}

/// The hidden parts of a page: the largest elements without a block that is seen.
fn wholes(blocks: &Blocks) -> Vec<Range<u32>> {
    let mut seen_before = vec![0_u32];
    for id in blocks.ids() {
        let seen = blocks[id].presence == Presence::Visible;
        seen_before.push(seen_before[id.at()] + u32::from(seen));
    }
    let is_hidden = |element: &ElementId| {
        let range = &blocks[*element].blocks;
        seen_before[range.start as usize] == seen_before[range.end as usize]
    };
    let mut wholes: Vec<Range<u32>> = Vec::new();
    for id in blocks.ids() {
        let inside = wholes.last().is_some_and(|whole| whole.contains(&id.0));
        if inside || blocks[id].presence == Presence::Visible {
            continue;
        }
        let largest = blocks.ancestors(id).take_while(is_hidden).last();
        wholes.extend(largest.map(|element| blocks[element].blocks.clone()));
    }
    wholes
}

/// The hidden parts of a page, and which of them hold much more than the page shows.
pub(super) struct HiddenParts<'a> {
    blocks: &'a Blocks,
    ranges: Vec<Range<u32>>,
    /// How many times as long as what is seen of them the parts are that were asked for, by where they begin.
    known: HashMap<u32, f32>,
}

impl<'a> HiddenParts<'a> {
    pub(super) fn of(blocks: &'a Blocks) -> Self {
        Self {
            blocks,
            ranges: wholes(blocks),
            known: HashMap::new(),
        }
    }

    /// The part that most of a hidden run stands in, when it has this many times as much as a reader sees of it anywhere on the page.
    pub(super) fn whole_around(&mut self, run: &Range<u32>, longer: f32) -> Option<Range<u32>> {
        let behind = self.ranges.partition_point(|part| part.end <= run.start);
        let parts = self.ranges.iter().skip(behind);
        let parts = parts.take_while(|part| part.start < run.end);
        let shared = |part: &&Range<u32>| -> u32 {
            let both = part.start.max(run.start)..part.end.min(run.end);
            both.map(|at| self.blocks[BlockId(at)].measure.chars).sum()
        };
        let part = parts.max_by_key(shared)?.clone();
        let asked = self.known.len();
        let blocks = self.blocks;
        let times = *self.known.entry(part.start).or_insert_with(|| {
            if asked >= MOST_WHOLES {
                return 0.0;
            }
            let whole = Whole::of(blocks, part.clone());
            let seen = whole.found_in(&whole.text, whole.seen_from(BlockId(0)));
            whole.sentences_from(0) as f32 / seen.max(1) as f32
        });
        (times > longer).then_some(part)
    }
}

/// The beginning and the end of a text: what is put before or behind it, a number or a label, leaves one of them.
fn probes(text: &str) -> impl Iterator<Item = &str> {
    let [front, back] = [first_chars, last_chars].map(|cut| cut(text, PROBE_CHARS));
    [front, back].into_iter()
}

/// A hidden text as one run of folded characters.
struct Whole<'a> {
    blocks: &'a Blocks,
    range: Range<u32>,
    text: String,
    /// Where each block begins.
    starts: Vec<(usize, BlockId)>,
}

impl<'a> Whole<'a> {
    fn of(blocks: &'a Blocks, range: Range<u32>) -> Self {
        let mut text = String::new();
        let mut starts = Vec::new();
        for id in range.clone().map(BlockId) {
            if text.len() > MOST_BYTES {
                break;
            }
            starts.push((text.len(), id));
            text.push_str(blocks.folded(id));
        }
        Self {
            blocks,
            range,
            text,
            starts,
        }
    }

    /// The first paragraph that is seen and that the whole begins with, and where: data may hold a heading before it, with no break.
    fn begun_by(&self, seen: &[BlockId]) -> Option<(BlockId, usize)> {
        let head = first_chars(&self.text, SKIPPED_CHARS);
        let begins = |&id: &BlockId| {
            let opening = probes(self.blocks.folded(id)).next()?;
            Some((id, head.find(opening)?))
        };
        seen.iter().find_map(begins)
    }

    /// The blocks from `first` on that the whole has in the same order, from a place in it on. `None` when the whole has not much more,
    /// or the page has much between them that the whole has not.
    fn shown(&self, first: BlockId, at: usize) -> Option<Vec<Pair>> {
        let blocks = self.blocks;
        let (_, begun) = self.place_of(first, at)?;
        let begun = self.text.get(at..begun)?;
        let (mut shown, mut idle, mut cursor) = (Vec::new(), 0, at);
        let (mut told, mut own, mut behind) = (0, 0, 0);
        let mut texts = self.seen_from(first);
        for id in texts.by_ref() {
            if let Some((begin, end)) = self.place_of(id, cursor) {
                shown.push(self.pair(id, begin, end));
                own += std::mem::take(&mut behind);
                (told, cursor, idle) = (told + end - begin, end, 0);
                continue;
            }
            idle += 1;
            if is_sentence(blocks, id) {
                behind += blocks.folded(id).len();
            }
            if idle > GAP {
                break;
            }
        }
        let rest = self.text.get(cursor..).unwrap_or_default();
        let cut = breaks_off(blocks, &shown);
        // What follows a paragraph that breaks off does not go on with it.
        let behind = if cut { 0 } else { behind };
        let seen = told + own + behind + self.found_in(rest, texts);
        let all = self.sentences_from(at) as f32;
        // Data that say the text twice over do not go on with it.
        let says_again = rest.contains(begun);
        let is_excerpt =
            !says_again && all > longer_than(cut) * seen as f32 && own as f32 <= OWN * told as f32;
        (is_excerpt && !shown.is_empty()).then_some(shown)
    }

    /// Bytes of the whole's sentences from a place on, which may be in the midst of a block: data may have no breaks.
    fn sentences_from(&self, at: usize) -> usize {
        let behind = |&(start, id): &(usize, BlockId)| {
            let end = start + self.blocks.folded(id).len();
            end - at.clamp(start, end)
        };
        let sentences = self.starts.iter();
        let sentences = sentences.filter(|(_, id)| is_told(self.blocks, *id));
        sentences.map(behind).sum()
    }

    /// The blocks with text that a reader sees, from one on, but for quotations and what readers write where the one is none.
    fn seen_from(&self, first: BlockId) -> impl Iterator<Item = BlockId> + use<'a> {
        let blocks = self.blocks;
        let within = is_quoted(blocks, first);
        blocks.ids().skip(first.at()).filter(move |&id| {
            let seen = blocks[id].presence == Presence::Visible;
            let is_text = blocks[id].kind != Kind::Picture && !blocks.folded(id).is_empty();
            seen && is_text && (within || !is_quoted(blocks, id))
        })
    }

    /// Bytes of the paragraphs that a part of the whole has: what goes on behind a table or a gallery is no excerpt.
    fn found_in(&self, part: &str, texts: impl Iterator<Item = BlockId>) -> usize {
        let blocks = self.blocks;
        let later = texts.filter(|&id| is_long(blocks, id)).take(MOST_LATER);
        let found = later.filter(|&id| probes(blocks.folded(id)).any(|probe| part.contains(probe)));
        found.map(|id| blocks.folded(id).len()).sum()
    }

    /// Where a block's text, or its beginning, stands shortly behind a place.
    fn place_of(&self, id: BlockId, cursor: usize) -> Option<(usize, usize)> {
        let text = self.blocks.folded(id);
        let rest = self.text.get(cursor..)?;
        let reach = text.len() + SKIPPED_CHARS;
        let near = rest
            .char_indices()
            .map(|(at, _)| at)
            .find(|&at| at >= reach);
        let near = near.and_then(|end| rest.get(..end)).unwrap_or(rest);
        if let Some(at) = near.find(text) {
            return Some((cursor + at, cursor + at + text.len()));
        }
        if !is_long(self.blocks, id) {
            return None;
        }
        let at = near.find(probes(text).next()?)?;
        let rest = rest.get(at..)?.chars();
        let same = rest.zip(text.chars()).take_while(|(x, y)| x == y);
        let same: usize = same.map(|(x, _)| x.len_utf8()).sum();
        (same as f32 > CUT * text.len() as f32).then_some((cursor + at, cursor + at + same))
    }

    fn pair(&self, seen: BlockId, begin: usize, end: usize) -> Pair {
        let behind = self.starts.partition_point(|(start, _)| *start <= begin);
        let home = behind.checked_sub(1).and_then(|at| self.starts.get(at));
        let home = home.map_or(BlockId(self.range.start), |start| start.1);
        let both = self.blocks.folded(seen).len() + self.blocks.folded(home).len();
        Pair {
            first: seen,
            second: home,
            likeness: 2.0 * (end - begin) as f32 / both.max(1) as f32,
        }
    }
}
