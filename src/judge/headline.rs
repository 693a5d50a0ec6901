//! Which blocks are the headline.

use crate::article::Origin;
use crate::page::block::{BlockId, Blocks, Kind};
use crate::page::claims::Claims;
use crate::text::fold::fold;

/// The headline and every block that says it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) origin: Option<Origin>,
    pub(crate) blocks: Vec<BlockId>,
    /// The wordings of the headline, folded: as chosen, and as claimed.
    pub(crate) wordings: Vec<String>,
}

impl Headline {
    pub(crate) fn find(blocks: &Blocks, claims: &Claims) -> Self {
        let text = claims.titles.first().map(|c| c.value.clone()).or_else(|| {
            blocks
                .ids()
                .find(|&id| matches!(blocks[id].kind, Kind::Heading(1)) || !blocks.has_markup)
                .map(|id| blocks.text_of(id).to_owned())
        });
        let folded = text.as_deref().map(fold).unwrap_or_default();
        let said = blocks
            .ids()
            .filter(|&id| !folded.is_empty() && fold(blocks.text_of(id)) == folded)
            .collect();
        Self {
            text,
            origin: Some(Origin::Visible),
            blocks: said,
            wordings: vec![folded],
        }
    }
}
