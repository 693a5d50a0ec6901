//! The block by itself.

use super::{Features, Ground, MISSING, flag};
use crate::page::block::{Kind, Markup, Presence, link_share};

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    let block = |row: usize| &blocks[ground.id(row)];
    let measure = |row: usize| &block(row).measure;
    let markup = |row: usize, of: &dyn Fn(Markup) -> f32| block(row).markup.map_or(MISSING, of);
    let owned_by = |row: usize, tags: &[&str]| {
        let tag = blocks[block(row).owner].tag.as_str();
        block(row)
            .markup
            .map_or(MISSING, |_| flag(tags.contains(&tag)))
    };

    features.add(ground, "words", |row| measure(row).weight());
    features.add(ground, "chars", |row| measure(row).chars as f32);
    features.add(ground, "chars_per_word", |row| {
        measure(row).chars as f32 / (measure(row).words.max(1) as f32)
    });
    features.add(ground, "stops", |row| measure(row).stops as f32);
    features.add(ground, "commas", |row| measure(row).commas as f32);
    features.add(ground, "bars", |row| measure(row).bars as f32);
    features.add(ground, "digit_share", |row| {
        measure(row).digits as f32 / measure(row).chars.max(1) as f32
    });
    features.add(ground, "ends_sentence", |row| {
        flag(measure(row).ends_sentence)
    });
    features.add(ground, "link_share", |row| {
        markup(row, &|_| link_share(blocks, ground.id(row)))
    });
    features.add(ground, "links", |row| markup(row, &|m| m.links as f32));
    features.add(ground, "bold_share", |row| {
        markup(row, &|m| {
            m.bold_chars as f32 / measure(row).chars.max(1) as f32
        })
    });
    features.add(ground, "in_p", |row| owned_by(row, &["p"]));
    features.add(ground, "in_div", |row| owned_by(row, &["div"]));
    features.add(ground, "in_code", |row| owned_by(row, &["pre"]));
    features.add(ground, "heading_level", |row| match block(row).kind {
        Kind::Heading(level) => f32::from(level),
        _ => markup(row, &|_| 0.0),
    });
    features.add(ground, "copyright", |row| {
        flag(ground.wording[row].copyright)
    });
    features.add(ground, "hidden", |row| {
        flag(block(row).presence != Presence::Visible)
    });
    features.add(ground, "described", |row| {
        ground.wording[row].described.unwrap_or(MISSING)
    });
    features.add(ground, "embedded", |row| {
        ground.wording[row].embedded.unwrap_or(MISSING)
    });
    features.add(ground, "gap_before", |row| {
        if blocks.has_markup {
            MISSING
        } else {
            flag(block(row).gap_before)
        }
    });
}
