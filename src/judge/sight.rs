//! How much of a page is read: what a reader sees, and what is hidden where that is the article.

use std::ops::Range;

use crate::dedup::copies::Copies;
use crate::page::block::{BlockId, Blocks, Kind, Presence, link_share};

/// Hidden text is read when it has this many words …
const SHELL_WORDS: f32 = 60.0;
/// … and this many times the words of what is visible: the visible page is then a shell or an excerpt. The state of a page, which may
/// hold any text, is read in the stead of fewer words than that in sentences only.
const HIDDEN_RATIO: f32 = 2.0;

/// A text that style hides until a script has run is read from so many words on where fewer are seen, and none in sentences: a short
/// notice on a platform that shows all its pages so.
const UNVEILED_WORDS: f32 = 20.0;

/// Words from which on a block may be a paragraph of something, …
const GOOD_WORDS: f32 = 10.0;
/// … and with less than this share of its characters in links.
const GOOD_LINK_SHARE: f32 = 0.4;

/// What of a page is read: text up to a presence, and the hidden parts that are kept in the stead of something a reader sees.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sight {
    upto: Presence,
    opened: Vec<Range<u32>>,
    /// What stands between the end of an excerpt and the whole of it, which is data.
    behind: Range<u32>,
}

/// Whether a block is by its own text a paragraph of something.
pub(crate) fn is_good(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    let heading = matches!(block.kind, Kind::Heading(_));
    block.measure.weight() >= GOOD_WORDS
        && block.measure.stops > 0
        && link_share(blocks, id) < GOOD_LINK_SHARE
        && !heading
}

/// Whether the page has next to no sentences but in its state.
fn is_shell(blocks: &Blocks) -> bool {
    let measures = blocks.ids().map(|id| &blocks[id]);
    let sentences =
        measures.filter(|block| block.presence != Presence::State && block.measure.ends_sentence);
    let words: f32 = sentences.map(|block| block.measure.weight()).sum();
    words < SHELL_WORDS
}

/// The words that a reader sees outside of links.
fn unlinked_words(blocks: &Blocks) -> f32 {
    let seen = |id: &BlockId| blocks[*id].presence == Presence::Visible;
    let words = |id: BlockId| blocks[id].measure.weight() * (1.0 - link_share(blocks, id));
    blocks.ids().filter(seen).map(words).sum()
}

/// The blocks between the last that repeats the beginning of a whole that is data, and the whole.
fn behind_excerpt(blocks: &Blocks, copies: &Copies) -> Range<u32> {
    let is_data = |part: &&Range<u32>| {
        blocks.len() > part.start as usize
            && blocks[BlockId(part.start)].presence >= Presence::JsonLd
    };
    let Some(whole) = copies.opened.iter().find(is_data) else {
        return 0..0;
    };
    let repeats = |id: &BlockId| {
        let twin = copies.twin(*id);
        twin.is_some_and(|twin| whole.contains(&twin.kept.0))
            && blocks[*id].presence == Presence::Visible
    };
    let last = blocks.ids().take(whole.start as usize).rfind(repeats);
    last.map_or(0..0, |last| last.0 + 1..whole.start)
}

impl Sight {
    /// Looks how much has to be read. With `visible_only` hidden text stays out even where it is the article.
    pub(crate) fn of(blocks: &Blocks, copies: &Copies, visible_only: bool) -> Self {
        if visible_only {
            return Self::default();
        }
        let words = |presence: Presence| -> f32 {
            let ids = blocks.ids().filter(|&id| {
                blocks[id].presence == presence && copies.is_weighed(id) && is_good(blocks, id)
            });
            ids.map(|id| blocks[id].measure.weight()).sum()
        };
        let visible = words(Presence::Visible);
        let behind = behind_excerpt(blocks, copies);
        let opened = copies
            .opened
            .iter()
            .flat_map(|part| part.clone().map(BlockId));
        let opened: f32 = opened
            .filter(|&id| is_good(blocks, id))
            .map(|id| blocks[id].measure.weight())
            .sum();
        if opened > visible {
            // The whole of what is seen is found: nothing else that is hidden is the page's.
            return Self {
                upto: Presence::Visible,
                opened: copies.opened.clone(),
                behind,
            };
        }
        let is_the_page = |&presence: &Presence| {
            let words = words(presence);
            (presence != Presence::State || is_shell(blocks))
                && words > SHELL_WORDS
                && words > HIDDEN_RATIO * visible
        };
        let is_unveiled = || {
            let words = words(Presence::Styled);
            words > UNVEILED_WORDS && visible <= 0.0 && words > unlinked_words(blocks)
        };
        let mut hidden = Presence::HIDDEN.into_iter();
        let hidden = hidden
            .find(is_the_page)
            .or_else(|| is_unveiled().then_some(Presence::Styled));
        Self {
            upto: hidden.unwrap_or(Presence::Visible),
            opened: copies.opened.clone(),
            behind,
        }
    }

    /// Whether a block is read.
    pub(crate) fn reads(&self, blocks: &Blocks, id: BlockId) -> bool {
        let presence = blocks[id].presence;
        presence <= self.upto || self.opened.iter().any(|part| part.contains(&id.0))
    }

    /// Whether a block is data that holds the whole of what a reader sees the beginning of.
    pub(crate) fn is_whole_as_data(&self, blocks: &Blocks, id: BlockId) -> bool {
        blocks[id].presence >= Presence::JsonLd
            && self.opened.iter().any(|part| part.contains(&id.0))
    }

    /// Whether a block stands where an excerpt has ended, and data hold the rest.
    pub(crate) fn is_behind_excerpt(&self, id: BlockId) -> bool {
        self.behind.contains(&id.0)
    }

    /// Where the text was taken from, if not from what is visible.
    pub(crate) fn origin(&self, blocks: &Blocks) -> Presence {
        let opened = self.opened.first().map(|part| BlockId(part.start));
        let opened = opened.filter(|id| id.at() < blocks.len());
        self.upto
            .max(opened.map_or(Presence::Visible, |id| blocks[id].presence))
    }
}
