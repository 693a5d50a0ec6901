//! The landmarks around the block, by tag or role, and how far up the nearest element is whose class or id names a kind of furniture, or
//! the body.

use super::around::{LANDMARKS, NAMES};
use super::{Features, Ground};

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let around = |row: usize| ground.facts[row];
    for (at, (_, column)) in LANDMARKS.into_iter().enumerate() {
        features.add_of_markup(ground, column, |row| f32::from(around(row).landmarks[at]));
    }
    features.add_of_markup(ground, "levels_below_peak", |row| {
        f32::from(around(row).below_peak)
    });
    for (at, (_, column)) in NAMES.into_iter().enumerate() {
        features.add_of_markup(ground, column, |row| f32::from(around(row).names[at]));
    }
}
