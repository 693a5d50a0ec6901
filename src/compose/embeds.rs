//! Which videos, posts and maps of other sites belong to the body, and where in it they stand.

use std::collections::BTreeSet;

use super::draft::Page;
use crate::article::Block;
use crate::grammar::url::canonical;
use crate::limits::Hits;
use crate::page::block::{BlockId, ElementId, Embed, Kind};

/// Elements around an embed among which one must hold text of the body: a frame has a wrapper or two.
const AROUND: usize = 4;

/// Elements with other things than the article.
const ASIDE_TAGS: &[&str] = &["aside", "footer", "nav"];

/// Blocks before the first of the body and behind the last among which an embed is the lead or ends the text.
const BESIDE: u32 = 4;

/// An embed of the body.
pub(super) struct Placed {
    /// The block of the page it stands before.
    pub(super) before: BlockId,
    pub(super) block: Block,
}

/// Returns the embeds of the body that no text stands for, in page order; each address once.
pub(super) fn placed(page: &Page<'_>, hits: &mut Hits) -> Vec<Placed> {
    let mut seen = BTreeSet::new();
    let mut placed = Vec::new();
    for embed in &page.blocks.embeds {
        if !belongs(page, embed) || embed.quoted && says_something(page, embed.owner) {
            continue;
        }
        let Some(url) = address(page, embed, hits) else {
            continue;
        };
        if seen.insert(url.clone()) {
            placed.push(Placed {
                before: BlockId(embed.before),
                block: Block::Embed {
                    provider: Some(embed.provider.to_owned()),
                    url: Some(url),
                    text: String::new(),
                    span: embed.span,
                },
            });
        }
    }
    placed
}

/// Returns the post that a quotation stands for: its provider and its address.
pub(super) fn of_quote(
    page: &Page<'_>,
    quote: ElementId,
    hits: &mut Hits,
) -> Option<(String, String)> {
    let mut embeds = page.blocks.embeds.iter();
    let embed = embeds.find(|embed| embed.quoted && embed.owner == quote)?;
    Some((embed.provider.to_owned(), address(page, embed, hits)?))
}

fn address(page: &Page<'_>, embed: &Embed, hits: &mut Hits) -> Option<String> {
    let url = page.resolver.resolve_image(&embed.src, page.limits, hits)?;
    Some(canonical(&url))
}

/// Whether the body has text of an element.
fn says_something(page: &Page<'_>, element: ElementId) -> bool {
    let range = &page.blocks[element].blocks;
    let is_text =
        |id: &BlockId| page.verdicts[*id].is_body() && page.blocks[*id].kind != Kind::Picture;
    range.clone().map(BlockId).any(|id| is_text(&id))
}

/// Whether an embed stands between or right beside blocks of the body, in an element with some of its text.
fn belongs(page: &Page<'_>, embed: &Embed) -> bool {
    let mut body = page.verdicts.body();
    let Some(first) = body.next() else {
        return false;
    };
    let last = body.last().unwrap_or(first);
    let near = embed.before + BESIDE >= first.0 && embed.before <= last.0 + BESIDE;
    let around = || page.blocks.line_of(embed.owner);
    let aside = around().any(|element| ASIDE_TAGS.contains(&page.blocks[element].tag.as_str()));
    near && !aside
        && around()
            .take(AROUND)
            .any(|element| says_something(page, element))
}
