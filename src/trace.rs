//! What became of each block of a page, for people who ask why.

use std::fmt;

use crate::article::Reason;
use crate::judge::{Role, Verdicts};
use crate::limits::Limits;
use crate::page::block::{BlockId, Blocks, Kind};
use crate::text::ends::first_chars;

/// Characters of a block's text that its line shows.
const SHOWN_CHARS: usize = 60;

/// What became of one block of the page, and on what evidence.
///
/// Displayed as one line: the outcome, the evidence, and the beginning of the text.
///
/// ```
/// use faircopy::{Extractor, Input};
/// let page = "Night ferry returns\nNight ferry returns\nThe night ferry returns on Monday, the harbour office said on Friday.";
/// let (article, trace) = Extractor::new().trace(Input::Text(page));
/// assert_eq!(article.title.as_deref(), Some("Night ferry returns"));
/// assert_eq!(trace[1].to_string(), "duplicate_title   rule headline          Night ferry returns");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TraceLine {
    /// What the block became.
    pub outcome: Outcome,
    /// The evidence, as in [`Removed::by`](crate::Removed::by).
    pub by: String,
    /// The block's text, white space folded; for a picture its address as written.
    pub text: String,
    /// Where it stood in flat text or among the caller's blocks, as in [`Removed::line`](crate::Removed::line).
    pub line: Option<u32>,
    /// For a block that repeats another and is not equal to it: as in [`Removed::difference`](crate::Removed::difference).
    pub difference: Option<String>,
}

/// What a block became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// A part of the body.
    Body,
    /// The headline.
    Title,
    /// The summary.
    Summary,
    /// It was taken out.
    Removed(Reason),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body => f.pad("body"),
            Self::Title => f.pad("title"),
            Self::Summary => f.pad("summary"),
            Self::Removed(reason) => reason.fmt(f),
        }
    }
}

impl fmt::Display for TraceLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = first_chars(&self.text, SHOWN_CHARS);
        let cut = if shown.len() < self.text.len() {
            "…"
        } else {
            ""
        };
        let shown = shown.replace('\n', " ");
        write!(f, "{:<17} {:<22} {shown}{cut}", self.outcome, self.by)
    }
}

/// Returns a line for each block in page order.
pub(crate) fn lines(blocks: &Blocks, verdicts: &Verdicts, limits: &Limits) -> Vec<TraceLine> {
    let line = |id| line(blocks, verdicts, limits, id);
    blocks.ids().map(line).collect()
}

fn line(blocks: &Blocks, verdicts: &Verdicts, limits: &Limits, id: BlockId) -> TraceLine {
    let verdict = &verdicts[id];
    let outcome = match verdict.role {
        Role::Body => Outcome::Body,
        Role::Headline => Outcome::Title,
        Role::Summary => Outcome::Summary,
        Role::Removed(reason) => Outcome::Removed(reason),
    };
    let text = match (blocks[id].kind, blocks.picture_of(id)) {
        (Kind::Picture, Some(picture)) => picture.src.clone(),
        _ => blocks.text_of(id).to_owned(),
    };
    TraceLine {
        outcome,
        by: verdict.by.label(),
        text,
        line: blocks[id].line,
        difference: verdict.by.difference(blocks, id, limits),
    }
}
