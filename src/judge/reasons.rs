//! Which kind of furniture a block is that the judge leaves out: by the names around it, its links, and what stands beside it.

use std::collections::BTreeMap;

use crate::article::Reason;
use crate::judge::certain::Page;
use crate::judge::{Evidence, Role, Verdict};
use crate::lexicon::names::NameMask;
use crate::page::block::{BlockId, Blocks, Kind};
use crate::text::measure::LABEL_WORDS;

/// What names say, the surest first where one element has several.
const NAMED: &[(NameMask, Reason)] = &[
    (NameMask::SHARE, Reason::Share),
    (NameMask::CONSENT, Reason::Form),
    (NameMask::NAV, Reason::Navigation),
    (NameMask::REL, Reason::Related),
    (NameMask::AD, Reason::Promo),
    (NameMask::FOOT, Reason::Legal),
];

/// Bars from which on a line is a row of a menu.
const ROW_BARS: u32 = 2;

/// Returns what kind of furniture a block is most like; [`Reason::Other`] where nothing tells.
pub(crate) fn furniture(page: &Page<'_>, id: BlockId) -> Reason {
    let blocks = page.blocks;
    let said = |element| page.density.names(element);
    // Whatever stands in a comment is the comment's: its buttons, its author.
    if blocks
        .ancestors(id)
        .any(|element| said(element).intersects(NameMask::COMM))
    {
        return Reason::Comments;
    }
    let nearest = blocks.ancestors(id).find_map(|element| {
        let named = NAMED
            .iter()
            .find(|(mask, _)| said(element).intersects(*mask));
        named
            .map(|(_, reason)| *reason)
            .or_else(|| of_tag(blocks[element].tag.as_str()))
    });
    if let Some(reason) = nearest {
        return reason;
    }
    let measure = &blocks[id].measure;
    let label = measure.weight() < LABEL_WORDS && !measure.ends_sentence;
    if measure.bars >= ROW_BARS && !measure.ends_sentence {
        // In flat text, too: `Home | News | Sport`.
        Reason::Navigation
    } else if blocks.leads_elsewhere(id) && !label {
        Reason::Related
    } else if label && blocks.has_link(id) {
        Reason::Navigation
    } else {
        Reason::Other
    }
}

fn of_tag(tag: &str) -> Option<Reason> {
    match tag {
        "nav" => Some(Reason::Navigation),
        "footer" => Some(Reason::Legal),
        "form" => Some(Reason::Form),
        _ => None,
    }
}

/// Elements around a block in which company is looked for, and blocks of such an element, at most.
const REACH: usize = 4;
const COMPANY: u32 = 32;

/// A block of which nothing tells what it is, as the bar between two links, is what most of the others in the nearest element are that
/// have a reason, when none of that element is body; in flat text, what both of its neighbours are.
pub(crate) fn by_company(blocks: &Blocks, rows: &mut [Verdict]) {
    let is_open = |id: &BlockId| {
        let open = matches!(
            rows[id.at()].by,
            Evidence::Judge(_)
                | Evidence::Rule("no_word" | "label_at_an_end" | "heading_without_text")
        );
        open && rows[id.at()].role == Role::Removed(Reason::Other)
    };
    let open: Vec<BlockId> = blocks
        .ids()
        .filter(is_open)
        .filter(|&id| blocks[id].kind != Kind::Picture)
        .collect();
    let found: Vec<(BlockId, Reason)> = open
        .into_iter()
        .filter_map(|id| {
            let reason = if blocks.has_markup {
                of_element(blocks, id, rows)
            } else {
                of_neighbours(blocks, id, rows)
            };
            Some((id, reason?))
        })
        .collect();
    for (id, reason) in found {
        rows[id.at()].role = Role::Removed(reason);
    }
}

/// The reasons that one block gives to those around it: what was found of that block alone, as a copy or a field, is none.
fn lent(verdict: &Verdict) -> Option<Reason> {
    match verdict.role {
        Role::Removed(
            reason @ (Reason::Navigation
            | Reason::Share
            | Reason::Promo
            | Reason::Related
            | Reason::Comments
            | Reason::Legal
            | Reason::Advert
            | Reason::Form),
        ) => Some(reason),
        _ => None,
    }
}

fn of_element(blocks: &Blocks, id: BlockId, rows: &[Verdict]) -> Option<Reason> {
    for element in blocks.ancestors(id).take(REACH) {
        let inside = blocks[element].blocks.clone();
        if inside.len() > COMPANY as usize {
            return None;
        }
        let others = || inside.clone().map(BlockId).filter(|&other| other != id);
        if others().any(|other| !matches!(rows[other.at()].role, Role::Removed(_))) {
            return None;
        }
        let mut counts: BTreeMap<Reason, usize> = BTreeMap::new();
        for reason in others().filter_map(|other| lent(&rows[other.at()])) {
            *counts.entry(reason).or_default() += 1;
        }
        let all: usize = counts.values().sum();
        let most = counts.into_iter().max_by_key(|&(_, count)| count);
        if let Some((reason, count)) = most.filter(|_| all > 0) {
            return (count * 2 > all).then_some(reason);
        }
    }
    None
}

fn of_neighbours(blocks: &Blocks, id: BlockId, rows: &[Verdict]) -> Option<Reason> {
    let at = id.at();
    let before = lent(rows.get(at.checked_sub(1)?)?)?;
    let after = rows.get(at + 1).filter(|_| at + 1 < blocks.len())?;
    (lent(after) == Some(before)).then_some(before)
}
