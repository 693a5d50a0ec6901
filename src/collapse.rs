//! The collapse by itself, for callers that have blocks and judge them by other means.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::article::Reason;
use crate::captions::Captions;
use crate::dedup::align::difference;
use crate::dedup::copies::{Copies, Twin};
use crate::headline::Headline;
use crate::judge::{Evidence, Role, Verdict, Verdicts};
use crate::limits::{Limit, LimitHit, Limits};
use crate::page::block::{BlockId, Blocks};
use crate::page::claims::Claims;
use crate::page::given::{self, InputBlock};

/// What stands twice among given blocks: the result of [`Extractor::collapse`](crate::Extractor::collapse).
///
/// ```
/// let collapsed = faircopy::Extractor::new().collapse(&[]);
/// assert!(collapsed.classes.is_empty() && collapsed.limits_hit.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Collapsed {
    /// In the order of the blocks that are kept. A block that stands once is in none.
    pub classes: Vec<CopyClass>,
    /// Limits that ended the search early: what is beyond them is not collapsed.
    pub limits_hit: Vec<LimitHit>,
}

/// A block to keep, and the blocks that repeat it.
///
/// ```
/// use faircopy::{Extractor, InputBlock};
/// let blocks = ["Night ferry returns", "Home > Local", "Night ferry returns"].map(InputBlock::new);
/// let class = &Extractor::new().collapse(&blocks).classes[0];
/// assert_eq!((class.kept, class.copies[0].block), (0, 2));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct CopyClass {
    /// The block to keep, by its index in the slice.
    pub kept: usize,
    /// In the order of the blocks; never empty.
    pub copies: Vec<Copied>,
}

/// A block that repeats another.
///
/// ```
/// use faircopy::{Extractor, InputBlock, Reason};
/// let blocks = ["Night ferry returns", "Home > Local", "Night ferry returns"].map(InputBlock::new);
/// let copied = &Extractor::new().collapse(&blocks).classes[0].copies[0];
/// assert_eq!((copied.reason, copied.similarity, &copied.difference), (Reason::DuplicateTitle, 1.0, &None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Copied {
    /// By its index in the slice.
    pub block: usize,
    /// [`Reason::DuplicateTitle`], [`Reason::DuplicateBody`] or [`Reason::DuplicateCaption`].
    pub reason: Reason,
    /// How alike the two are, from 0 to 1, as in [`Removed::similarity`](crate::Removed::similarity).
    pub similarity: f32,
    /// Where they are not equal: the kept text, marked as in [`Removed::difference`](crate::Removed::difference).
    pub difference: Option<String>,
}

/// Finds the classes of copies among blocks, each taken for body.
pub(crate) fn collapse(given: &[InputBlock<'_>], limits: &Limits) -> Collapsed {
    let numbered = given.iter().enumerate();
    let numbered = numbered.map(|(at, block)| block.number(at as u32));
    let blocks = given::blocks(numbered, limits);
    let headline = Headline::find(&blocks, &Claims::default(), None);
    let copies = Copies::find(&blocks, &headline.wordings, false, limits);
    let verdicts = Verdicts::all_body(blocks.len())
        .with(said_again(&headline, &copies))
        .with(in_copies(&blocks, &copies));
    let (_, verdicts) = Captions::fold(&blocks, verdicts, limits);
    let mut hits = blocks.hits.clone();
    hits.extend(&copies.hits);
    Collapsed {
        classes: classes(&blocks, &verdicts, limits),
        limits_hit: hits.into_sorted(),
    }
}

/// The headline's repeats, each a copy of the first that is in no copied run.
fn said_again<'a>(
    headline: &'a Headline,
    copies: &'a Copies,
) -> impl Iterator<Item = (BlockId, Verdict)> + 'a {
    let said = headline.blocks.iter().copied();
    let mut said = said.filter(|&id| copies.is_weighed(id));
    let twin = said.next().map(|kept| Twin {
        kept,
        similarity: 1.0,
    });
    said.filter_map(move |id| {
        let by = Evidence::Copy(twin?);
        Some((id, Verdict::removed(Reason::DuplicateTitle, by)))
    })
}

fn in_copies<'a>(
    blocks: &'a Blocks,
    copies: &'a Copies,
) -> impl Iterator<Item = (BlockId, Verdict)> + 'a {
    blocks.ids().filter_map(|id| {
        let by = Evidence::Copy(copies.twin(id)?);
        Some((id, Verdict::removed(Reason::DuplicateBody, by)))
    })
}

fn classes(blocks: &Blocks, verdicts: &Verdicts, limits: &Limits) -> Vec<CopyClass> {
    let most_chars = limits.count(Limit::DiffChars);
    let mut classes: BTreeMap<BlockId, Vec<Copied>> = BTreeMap::new();
    let index = |id: BlockId| blocks[id].line.map_or(id.at(), |line| line as usize);
    for id in blocks.ids() {
        let verdict = &verdicts[id];
        let (Role::Removed(reason), Evidence::Copy(twin)) = (verdict.role, verdict.by) else {
            continue;
        };
        let kept = kept_by(verdicts, twin);
        let edited = twin.similarity < 1.0;
        classes.entry(kept).or_default().push(Copied {
            block: index(id),
            reason,
            similarity: twin.similarity,
            difference: edited
                .then(|| difference(blocks.text_of(id), blocks.text_of(kept), most_chars)),
        });
    }
    classes
        .into_iter()
        .map(|(kept, copies)| CopyClass {
            kept: index(kept),
            copies,
        })
        .collect()
}

/// The block that stands for a twin in the end: a caption's copy may repeat a line that was folded into another.
fn kept_by(verdicts: &Verdicts, twin: Twin) -> BlockId {
    match verdicts[twin.kept].by {
        Evidence::Copy(next) => next.kept,
        _ => twin.kept,
    }
}
