//! What the page is as a whole: an article, something else with text, or nothing.

use crate::article::{Status, Why};
use crate::judge::density::{is_good, link_share};
use crate::judge::lexicon::blocked::blocked;
use crate::judge::{Role, Verdicts};
use crate::page::block::{BlockId, Blocks, Kind};
use crate::page::claims::Claims;

/// A body with fewer words, and nothing else that speaks for an article, is none.
const FEW_WORDS: f32 = 40.0;

/// A log-in or captcha text speaks for the page when less than this many words of body stand beside it.
const BLOCKED_WORDS: f32 = 120.0;

/// Share of the body's words in sentences below which the page is a list.
const SENTENCE_SHARE: f32 = 0.4;

/// Share of the body's headings that are links from which on they head teasers.
const LINKED_HEADINGS: f32 = 0.5;

/// Factor on the confidence in a body that is taken for no article's.
const OTHER_CONFIDENCE: f32 = 0.3;

/// The page as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PageKind {
    pub(crate) status: Status,
    pub(crate) why: Option<Why>,
    pub(crate) confidence: f32,
}

impl PageKind {
    pub(crate) fn of(blocks: &Blocks, claims: &Claims, verdicts: &Verdicts) -> Self {
        let body: Vec<BlockId> = verdicts.body().collect();
        let words: f32 = body.iter().map(|&id| blocks[id].measure.weight()).sum();
        if words < BLOCKED_WORDS && is_blocked(blocks, claims, verdicts) {
            return Self::none(Why::Blocked);
        }
        if words < 1.0 {
            return Self::none(Why::Empty);
        }
        let looks_dated = !claims.published.is_empty()
            || has_headline(blocks, verdicts) && sentences(blocks, &body) > 0.0;
        let thin = words < FEW_WORDS && !looks_dated;
        let listed =
            sentences(blocks, &body) < SENTENCE_SHARE * words && !is_work_of_lines(blocks, &body);
        if thin || listed || heads_teasers(blocks, &body) {
            return Self {
                status: Status::Other,
                why: None,
                confidence: OTHER_CONFIDENCE * verdicts.confidence,
            };
        }
        Self {
            status: Status::Article,
            why: None,
            confidence: verdicts.confidence.clamp(0.0, 1.0),
        }
    }

    fn none(why: Why) -> Self {
        Self {
            status: Status::None,
            why: Some(why),
            confidence: 0.0,
        }
    }
}

fn is_blocked(blocks: &Blocks, claims: &Claims, verdicts: &Verdicts) -> bool {
    let visible = blocks
        .ids()
        .filter(|&id| blocks[id].presence <= verdicts.seen);
    claims.asks_for_login
        || visible
            .into_iter()
            .any(|id| blocked(blocks.text_of(id)).is_some())
}

fn has_headline(blocks: &Blocks, verdicts: &Verdicts) -> bool {
    blocks.ids().any(|id| verdicts[id].role == Role::Headline)
}

/// Words of the body in sentences.
fn sentences(blocks: &Blocks, body: &[BlockId]) -> f32 {
    let is_sentence = |id: BlockId| is_good(blocks, id) || blocks[id].measure.ends_sentence;
    body.iter()
        .filter(|&&id| is_sentence(id))
        .map(|&id| blocks[id].measure.weight())
        .sum()
}

/// Verse, code and tables have no sentences and are no lists of links.
fn is_work_of_lines(blocks: &Blocks, body: &[BlockId]) -> bool {
    let unlinked = body
        .iter()
        .filter(|&&id| link_share(blocks, id) < 0.1 && blocks[id].kind != Kind::Picture)
        .count();
    let texts = body
        .iter()
        .filter(|&&id| blocks[id].kind != Kind::Picture)
        .count();
    unlinked * 10 >= texts * 9
}

fn heads_teasers(blocks: &Blocks, body: &[BlockId]) -> bool {
    let headings: Vec<BlockId> = body
        .iter()
        .copied()
        .filter(|&id| matches!(blocks[id].kind, Kind::Heading(_)))
        .collect();
    let linked = headings
        .iter()
        .filter(|&&id| link_share(blocks, id) > 0.5)
        .count();
    linked > 2 && linked as f32 >= LINKED_HEADINGS * headings.len() as f32
}
