//! What the body is composed from, and the body on its way.

use std::collections::BTreeMap;

use super::footnotes::Footnotes;
use crate::article::Block;
use crate::captions::Captions;
use crate::dedup::copies::{Copies, Standing};
use crate::grammar::url::Resolver;
use crate::judge::Verdicts;
use crate::limits::{Hits, Limits};
use crate::page::block::{BlockId, Blocks, ElementId};

/// What the body is composed from.
pub(crate) struct Page<'a> {
    pub(crate) blocks: &'a Blocks,
    pub(crate) verdicts: &'a Verdicts,
    pub(crate) copies: &'a Copies,
    pub(crate) captions: &'a Captions,
    pub(crate) resolver: &'a Resolver,
    pub(crate) limits: &'a Limits,
}

impl Page<'_> {
    /// Page order, but for what only a dropped copy has: that goes where the kept copy lacks it.
    pub(super) fn in_print_order(&self) -> Vec<BlockId> {
        let mut ids: Vec<BlockId> = self.verdicts.body().collect();
        ids.sort_by_key(|&id| match self.copies.standing(id) {
            Standing::Extra(after) => (after, true, id),
            _ => (id, false, id),
        });
        ids
    }
}

/// The body on its way.
pub(super) struct Composer<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) body: Body,
    pub(super) notes: Footnotes,
    /// The pictures shown so far by their addresses in any size, with what was said of each, folded.
    pub(super) shown: BTreeMap<String, String>,
    /// The tables met so far, and whether each is there for the layout.
    pub(super) layouts: BTreeMap<ElementId, bool>,
}

/// The body, and for each of its blocks the block of the page it begins with.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) blocks: Vec<Block>,
    pub(crate) starts: Vec<BlockId>,
    pub(crate) hits: Hits,
}

impl Body {
    /// Returns the index of the body block that a block of the page went into.
    pub(crate) fn index_of(&self, id: BlockId) -> Option<u32> {
        self.starts
            .iter()
            .rposition(|&start| start <= id)
            .map(|at| at as u32)
    }
}
