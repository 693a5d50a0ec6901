//! What the shape of the lines says, for flat text only.

use super::{Features, Ground, MISSING};
use crate::judge::plain;

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    if ground.page.blocks.has_markup {
        for name in [
            "line_score",
            "since_run_start",
            "until_run_end",
            "run_share",
        ] {
            features.add(ground, name, |_| MISSING);
        }
        return;
    }
    let lines = plain::read(ground.page, ground.settled);
    let all = ground.page.blocks.len().max(1) as f32;
    let share = lines.run.len() as f32 / all;
    let at = |row: usize| ground.id(row).at() as f32;
    features.add(ground, "line_score", |row| {
        let score = lines.scores.get(ground.id(row).at());
        score.copied().unwrap_or(MISSING)
    });
    features.add(ground, "since_run_start", |row| {
        at(row) - lines.run.start as f32
    });
    features.add(ground, "until_run_end", |row| {
        lines.run.end as f32 - at(row)
    });
    features.add(ground, "run_share", |_| share);
}
