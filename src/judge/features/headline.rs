//! Where the block stands in regard to the headline.

use super::{Features, Ground, MISSING};
use crate::judge::certain::Page;
use crate::page::block::Kind;
use crate::page::block::link_share;

/// What a heading of the first level, and another one, adds to the likeness of a block with the title.
const FIRST_HEADING: f32 = 0.3;
/// See [`FIRST_HEADING`].
const OTHER_HEADING: f32 = 0.15;
/// What a block that is a link loses: it is the title as a teaser.
const LINKED: f32 = 0.2;

/// A block with less of the title's words is not its headline.
const LEAST_LIKENESS: f32 = 0.25;

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    let headline = headline_row(ground);
    features.add(ground, "blocks_since_headline", |row| {
        headline.map_or(MISSING, |at| row as f32 - at as f32)
    });
    features.add(ground, "words_since_headline", |row| {
        headline.map_or(MISSING, |at| ground.middle(row) - ground.middle(at))
    });
    features.add(ground, "levels_from_headline", |row| {
        let levels = ground.facts[row].with_headline;
        levels.map_or(MISSING, |levels| levels as f32)
    });
    features.add(ground, "of_title", |row| {
        ground.wording[row].of_title.unwrap_or(MISSING)
    });
    let heads = last_headings(ground);
    features.add(ground, "heading_over_level", |row| {
        heads[row].map_or(MISSING, |head| match blocks[ground.id(head)].kind {
            Kind::Heading(level) => f32::from(level),
            _ => MISSING,
        })
    });
    features.add(ground, "heading_over_title", |row| {
        heads[row].map_or(MISSING, |head| {
            ground.wording[head].of_title.unwrap_or(MISSING)
        })
    });
}

/// The block the judge took for the headline.
pub(super) fn known_row(page: &Page<'_>) -> Option<usize> {
    let known = page.headline.printed?;
    page.density.rows().binary_search(&known).ok()
}

/// The block the judge took for the headline, or else the one most like the title.
fn headline_row(ground: &Ground<'_>) -> Option<usize> {
    if let Some(row) = known_row(ground.page) {
        return Some(row);
    }
    let likeness = |row: usize| {
        let id = ground.id(row);
        let heading = match ground.page.blocks[id].kind {
            Kind::Heading(1) => FIRST_HEADING,
            Kind::Heading(_) => OTHER_HEADING,
            _ => 0.0,
        };
        let linked = link_share(ground.page.blocks, id) > 0.5;
        let like = ground.wording[row].like_title?;
        (like >= LEAST_LIKENESS).then_some(like + heading - if linked { LINKED } else { 0.0 })
    };
    let mut best: Option<(usize, f32)> = None;
    for row in 0..ground.rows.len() {
        if let Some(like) = likeness(row)
            && best.is_none_or(|(_, most)| like > most)
        {
            best = Some((row, like));
        }
    }
    best.map(|(row, _)| row)
}

/// Per row, the last heading before it.
fn last_headings(ground: &Ground<'_>) -> Vec<Option<usize>> {
    let mut last = None;
    let rows = 0..ground.rows.len();
    rows.map(|row| {
        let before = last;
        if matches!(ground.page.blocks[ground.id(row)].kind, Kind::Heading(_)) {
            last = Some(row);
        }
        before
    })
    .collect()
}
