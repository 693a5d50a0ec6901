//! Whether the block stands below a link to what it tells of: a teaser of another story does, in most or all items of its form.

use super::neighbours::sections;
use super::{Features, Ground, MISSING, flag};
use crate::page::block::Kind;
use crate::page::block::link_share;
use crate::text::{Table, table};

/// Link share from which on a line is nothing but a link …
const LINK: f32 = 0.9;
/// … and words it has more of when it names a story, and not a part of the site.
const PART_WORDS: f32 = 2.0;

/// Rows above a text in which its link stands.
const REACH: usize = 3;

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    let len = ground.rows.len();
    let links: Vec<bool> = (0..len).map(|row| is_link_line(ground, row)).collect();
    let below: Vec<bool> = (0..len)
        .map(|row| links[row] || is_below_link(ground, &links, row))
        .collect();
    let words = |row: usize| blocks[ground.id(row)].measure.weight();
    let signature = |row: usize| ground.facts[row].signature;
    let mut forms: Table<u64, (f32, f32)> = table(ground.rows.len());
    for (row, is_below) in below.iter().enumerate() {
        let form = forms.entry(signature(row)).or_default();
        form.0 += words(row);
        form.1 += if *is_below { words(row) } else { 0.0 };
    }
    let sections = sections(ground, |row| {
        matches!(blocks[ground.id(row)].kind, Kind::Heading(_))
    });
    features.add_of_markup(ground, "below_link", |row| flag(below[row]));
    features.add_of_markup(ground, "form_below_link", |row| {
        let (all, linked) = forms.get(&signature(row)).copied().unwrap_or_default();
        linked / all.max(1.0)
    });
    features.add_of_markup(ground, "heading_over_linked", |row| {
        let heading = ground.id(sections[row].start);
        match blocks[heading].kind {
            Kind::Heading(_) => link_share(blocks, heading),
            _ => MISSING,
        }
    });
}

fn is_link_line(ground: &Ground<'_>, row: usize) -> bool {
    let (blocks, id) = (ground.page.blocks, ground.id(row));
    link_share(blocks, id) > LINK && blocks[id].measure.weight() > PART_WORDS
}

/// Whether the nearest text above, or the one above a line that ends no sentence, is nothing but a link.
fn is_below_link(ground: &Ground<'_>, links: &[bool], row: usize) -> bool {
    let blocks = ground.page.blocks;
    for before in (row.saturating_sub(REACH)..row).rev() {
        if links[before] {
            return true;
        }
        if blocks[ground.id(before)].measure.ends_sentence {
            return false;
        }
    }
    false
}
