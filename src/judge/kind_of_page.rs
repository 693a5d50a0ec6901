//! What the page is as a whole: an article, something else with text, or nothing.

use crate::article::{Reason, Status, Why};
use crate::judge::sight::is_good;
use crate::judge::{Role, Verdicts};
use crate::lexicon::blocked::blocked;
use crate::lexicon::phrase;
use crate::page::block::{BlockId, Blocks, Kind, link_share};
use crate::page::claims::Claims;

/// A body with fewer words, and nothing else that speaks for an article, is none.
const FEW_WORDS: f32 = 40.0;

/// A notice speaks for a page without a headline of its own when less than this many words of body stand beside it.
const BLOCKED_WORDS: f32 = 120.0;

/// Share of the body's words in sentences below which the page is a list.
const SENTENCE_SHARE: f32 = 0.4;

/// Share of the body's headings that are links, or of its paragraphs that stand below one, from which on they are teasers …
const LINKED_SHARE: f32 = 0.6;

/// … when there are more of them than this.
const FEW_TEASERS: usize = 2;

/// Blocks above a teaser's text in which its link stands.
const TEASER_REACH: usize = 3;

/// Factor on the confidence in a body that is taken for no article's.
const OTHER_CONFIDENCE: f32 = 0.3;

/// What a form asks with.
const CONTROLS: [&str; 2] = ["button", "label"];

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
        let is_dated = !claims.published.is_empty();
        let said = sentences(blocks, &body);
        let tells = said > 0.0 && has_headline(blocks, verdicts);
        let is_story = tells && (words >= FEW_WORDS || is_dated);
        let may_be_blocked = !is_story && words < BLOCKED_WORDS;
        if may_be_blocked && is_blocked(blocks, claims, verdicts, words >= FEW_WORDS) {
            return Self::none(Why::Blocked);
        }
        if words < 1.0 {
            return Self::none(Why::Empty);
        }
        let looks_dated = is_dated || tells;
        let thin = words < FEW_WORDS && !looks_dated;
        let listed = said < SENTENCE_SHARE * words && !is_work_of_lines(blocks, &body);
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

/// Whether a notice stands in the article's place. Beside a text, the label of a field or a button's is none: a form to report a
/// page asks for a captcha, too.
fn is_blocked(blocks: &Blocks, claims: &Claims, verdicts: &Verdicts, has_text: bool) -> bool {
    let is_control = |id: BlockId| blocks.within(id, &CONTROLS).is_some();
    let visible = blocks
        .ids()
        .filter(|&id| verdicts.sight.reads(blocks, id) && !(has_text && is_control(id)));
    claims.asks_for_login
        || visible
            .into_iter()
            .any(|id| blocked(blocks.text_of(id), &blocks[id].measure).is_some())
}

/// Whether the page has a headline that is not the label of a form: "Sign in".
fn has_headline(blocks: &Blocks, verdicts: &Verdicts) -> bool {
    let asks = |id: BlockId| {
        phrase(blocks.text_of(id)).is_some_and(|hit| hit.phrase.marks == Reason::Form)
    };
    blocks
        .ids()
        .any(|id| verdicts[id].role == Role::Headline && !asks(id))
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

/// Whether most of the body's paragraphs, or of its headings, belong to a link to another story.
fn heads_teasers(blocks: &Blocks, body: &[BlockId]) -> bool {
    let is_heading = |id: &&BlockId| matches!(blocks[**id].kind, Kind::Heading(_));
    let is_paragraph = |id: &&BlockId| blocks[**id].measure.ends_sentence;
    let most =
        |part: usize, of: usize| part > FEW_TEASERS && part as f32 >= LINKED_SHARE * of as f32;
    let linked = body
        .iter()
        .filter(is_heading)
        .filter(|&&id| blocks.leads_elsewhere(id))
        .count();
    let below_links = body
        .iter()
        .filter(is_paragraph)
        .filter(|&&id| is_below_link(blocks, id))
        .count();
    most(linked, body.iter().filter(is_heading).count())
        || most(below_links, body.iter().filter(is_paragraph).count())
}

/// Whether the text before a paragraph, but for dates, is nothing but a link.
fn is_below_link(blocks: &Blocks, id: BlockId) -> bool {
    let before = blocks.before(id).take(TEASER_REACH);
    let mut texts = before.filter(|&other| blocks[other].kind != Kind::Picture);
    let link = |id: BlockId| blocks.is_link(id) && blocks[id].measure.weight() > 2.0;
    texts.next().is_some_and(|first| {
        link(first) || !blocks[first].measure.ends_sentence && texts.next().is_some_and(link)
    })
}
