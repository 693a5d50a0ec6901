//! The landmarks around the block, by tag or role.

use super::around::LANDMARKS;
use super::{Features, Ground, MISSING};

/// In the order of [`LANDMARKS`].
const COLUMNS: [&str; LANDMARKS.len()] = [
    "in_aside",
    "in_figure",
    "in_footer",
    "in_article",
    "in_list",
    "in_main",
    "in_form",
    "in_nav",
    "in_header",
    "in_table",
    "in_quote",
];

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    for (at, name) in COLUMNS.into_iter().enumerate() {
        features.add(ground, name, |row| {
            if !blocks.has_markup {
                return MISSING;
            }
            f32::from(ground.facts[row].landmarks[at])
        });
    }
    features.add(ground, "levels_below_peak", |row| {
        if !blocks.has_markup {
            return MISSING;
        }
        f32::from(ground.facts[row].below_peak)
    });
}
