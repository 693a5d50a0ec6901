//! What stands before and after the block.

use std::ops::Range;

use super::{Features, Ground, MISSING, flag};
use crate::judge::Evidence;
use crate::judge::certain::HEADER_LINE;
use crate::judge::sight::is_good;
use crate::page::block::Kind;
use crate::page::block::link_share;

/// Blocks that the windows before and after take in.
const WINDOW_BEFORE: usize = 3;
/// See [`WINDOW_BEFORE`].
const WINDOW_AFTER: usize = 8;

/// Link share from which on a neighbour is a link.
const LINK: f32 = 0.6;

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    let density = ground.page.density;
    let len = ground.rows.len();
    let is_heading = |row: usize| matches!(blocks[ground.id(row)].kind, Kind::Heading(_));
    let is_dated = |row: usize| ground.wording[row].dated || is_header_line(ground, row);
    let is_link = |row: usize| link_share(blocks, ground.id(row)) > LINK;
    let good = |row: usize| is_good(blocks, ground.id(row));
    let links = |rows: Range<usize>| {
        if !blocks.has_markup {
            return MISSING;
        }
        density.link_density_over(&block_range(ground, &rows))
    };

    let sections = sections(ground, is_heading);
    features.add(ground, "section_links", |row| links(sections[row].clone()));
    features.add(ground, "section_words", |row| {
        density.words_over(&block_range(ground, &sections[row]))
    });
    features.add(ground, "section_blocks_before", |row| {
        (row - sections[row].start) as f32
    });
    features.add(ground, "links_after", |row| {
        links(row + 1..(row + 1 + WINDOW_AFTER).min(len))
    });
    features.add(ground, "links_before", |row| {
        links(row.saturating_sub(WINDOW_BEFORE)..row)
    });
    let mut steps = |since: &'static str, until: &'static str, is: &dyn Fn(usize) -> bool| {
        let (before, after) = distances(len, is);
        features.add(ground, since, |row| before[row]);
        features.add(ground, until, |row| after[row]);
    };
    steps("since_date", "until_date", &is_dated);
    steps("since_heading", "until_heading", &is_heading);
    steps("since_link", "until_link", &is_link);
    steps("since_good", "until_good", &good);
    let words = |row: Option<usize>| {
        row.filter(|&row| row < len)
            .map_or(MISSING, |row| blocks[ground.id(row)].measure.weight())
    };
    let ends = |row: Option<usize>| {
        row.filter(|&row| row < len).map_or(MISSING, |row| {
            flag(blocks[ground.id(row)].measure.ends_sentence)
        })
    };
    features.add(ground, "words_of_last", |row| words(row.checked_sub(1)));
    features.add(ground, "words_of_next", |row| words(Some(row + 1)));
    features.add(ground, "last_ends_sentence", |row| ends(row.checked_sub(1)));
    features.add(ground, "next_ends_sentence", |row| ends(Some(row + 1)));
    features.add(ground, "good_nearby", |row| {
        let around = row.saturating_sub(WINDOW_BEFORE)..(row + 1 + WINDOW_BEFORE).min(len);
        around.filter(|&at| good(at)).count() as f32
    });
    features.add(ground, "index", |row| row as f32);
    features.add(ground, "place", |row| row as f32 / len.max(1) as f32);
    features.add(ground, "place_in_words", |row| {
        ground.middle(row) / ground.all_words().max(1.0)
    });
}

fn is_header_line(ground: &Ground<'_>, row: usize) -> bool {
    let settled = ground.settled[ground.id(row).at()];
    settled.is_some_and(|verdict| matches!(verdict.by, Evidence::Rule(HEADER_LINE)))
}

/// The blocks from the first of the rows to the last.
fn block_range(ground: &Ground<'_>, rows: &Range<usize>) -> Range<u32> {
    if rows.is_empty() {
        return 0..0;
    }
    ground.id(rows.start).0..ground.id(rows.end - 1).0 + 1
}

/// Per row, the rows from the heading it stands under (or is) up to the next heading.
pub(super) fn sections(
    ground: &Ground<'_>,
    is_heading: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let len = ground.rows.len();
    let mut sections = Vec::with_capacity(len);
    let mut start = 0;
    for row in 1..=len {
        if row == len || is_heading(row) {
            sections.extend((start..row).map(|_| start..row));
            start = row;
        }
    }
    sections
}

/// Per row, how many rows before and after it the nearest is that has the property; missing where none has.
pub(super) fn distances(len: usize, is: &dyn Fn(usize) -> bool) -> (Vec<f32>, Vec<f32>) {
    let has: Vec<bool> = (0..len).map(is).collect();
    let count = |rows: &mut dyn Iterator<Item = usize>| {
        let mut column = vec![MISSING; len];
        let mut since: Option<f32> = None;
        for row in rows {
            column[row] = since.unwrap_or(MISSING);
            since = if has[row] {
                Some(1.0)
            } else {
                since.map(|steps| steps + 1.0)
            };
        }
        column
    };
    (count(&mut (0..len)), count(&mut (0..len).rev()))
}
