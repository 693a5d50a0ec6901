//! Where a visible line stands: by the headline, in the text, behind it, elsewhere.

use crate::article::Reason;
use crate::fields::Evidence;
use crate::judge::Role;
use crate::page::block::BlockId;

/// Blocks of text between the headline and a line that still heads the rest: a standfirst and a picture.
const PREFACE: usize = 2;

/// How far from the headline or from the body's ends, in blocks, a line still speaks of this article.
pub(super) const REACH: u32 = 12;

/// Places where the headline is said beside which a date or a name is looked for, at most: copies and breadcrumbs say it a few times.
/// No page of the 2,935 needs more than four.
pub(super) const HEADLINES: usize = 16;

/// Blocks between a header line and the text it heads, at most.
pub(super) const NEAR: usize = 4;

/// Blocks above the headline in which a line stands right above it, and among which a date is looked for that no header line holds.
pub(super) const OVER: u32 = 4;

/// Where a line stands, nearest to the point first: a header line says when and by whom, a closing line says who edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Between headline and body.
    Header,
    /// Near the headline, in a line that says more, or that was not taken for metadata.
    Beside,
    /// Between the headline and most of the body: behind a standfirst, behind a picture that belongs to the text.
    Preface,
    /// Right above the headline.
    Over,
    /// At the start of the body, before its first sentence: `Nordhafen, 4 May 2021 – The ferry`.
    Opening,
    /// Inside the body or right behind it.
    Closing,
    /// Further above the headline, where a portal prints its own date.
    Above,
    /// Elsewhere: beside another headline, in a footer.
    Elsewhere,
}

/// Where lines stand.
pub(super) struct Places<'e> {
    evidence: &'e Evidence<'e>,
    /// The last block of the text or of a copy of it.
    last_text: Option<BlockId>,
}

impl<'e> Places<'e> {
    pub(super) fn of(evidence: &'e Evidence<'e>) -> Self {
        let mut places = Self {
            evidence,
            last_text: None,
        };
        places.last_text = evidence.blocks.ids().rev().find(|&id| places.is_text(id));
        places
    }

    fn is_text(&self, id: BlockId) -> bool {
        self.evidence.verdicts[id].is_body() || self.evidence.copies.twin(id).is_some()
    }

    /// Whether a line stands below the heading of the comments, or behind what readers say, and before what one says. In flat text
    /// the judge takes what they say for other furniture.
    pub(super) fn is_of_comment(&self, id: BlockId) -> bool {
        let (blocks, verdicts) = (self.evidence.blocks, self.evidence.verdicts);
        let is = |at: BlockId, reason| verdicts[at].role == Role::Removed(reason);
        let is_between =
            |at: BlockId| is(at, Reason::Metadata) || !blocks.has_markup && !self.is_text(at);
        let follows = blocks
            .before(id)
            .take(NEAR)
            .find(|&at| is(at, Reason::Comments) || !is_between(at))
            .is_some_and(|at| is(at, Reason::Comments));
        let says = |next| {
            is(next, Reason::Comments) || self.is_text(next) || blocks[next].measure.ends_sentence
        };
        follows && blocks.behind(id).next().is_some_and(says)
    }

    /// A line behind a headline and before the text it heads is a header line; one behind text of the body, or of its copy, closes it.
    pub(super) fn of_line(&self, id: BlockId) -> Place {
        let said = &self.evidence.headline.blocks;
        // Readers' comments quote the headline.
        let has_ended = self.last_text.is_some_and(|last| last < id);
        let mut before = 0;
        for at in self.evidence.blocks.before(id).take(REACH as usize) {
            if said.contains(&at) {
                return match before {
                    _ if has_ended => Place::Elsewhere,
                    0 => Place::Header,
                    _ => Place::Preface,
                };
            }
            if self.is_text(at) {
                before += 1;
                if before > PREFACE || has_ended {
                    return Place::Closing;
                }
            }
        }
        if before > 0 {
            return Place::Closing;
        }
        if has_ended && !said.is_empty() {
            return Place::Elsewhere;
        }
        let mut after = self.evidence.blocks.behind(id).take(REACH as usize);
        let Some(next) = after.find(|other| said.contains(other) || self.is_text(*other)) else {
            return Place::Elsewhere;
        };
        if said.is_empty() {
            Place::Header
        } else if said.contains(&next) && next.0 - id.0 <= OVER {
            Place::Over
        } else {
            Place::Above
        }
    }
}
