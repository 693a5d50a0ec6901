//! How far up the nearest element is whose class or id names a kind of furniture, or the body.

use super::around::NAMES;
use super::{Features, Ground, MISSING};

/// In the order of [`NAMES`].
const COLUMNS: [&str; NAMES.len()] = [
    "named_ad",
    "named_foot",
    "named_comments",
    "named_body",
    "named_related",
    "named_caption",
    "named_hidden",
    "named_nav",
    "named_share",
    "named_author",
    "named_sidebar",
    "named_meta",
    "named_title",
];

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    for (at, name) in COLUMNS.into_iter().enumerate() {
        features.add(ground, name, |row| {
            if !blocks.has_markup {
                return MISSING;
            }
            f32::from(ground.facts[row].names[at])
        });
    }
}
