//! What the rules have taken out around the block: furniture stands beside furniture.

use super::neighbours::distances;
use super::{Features, Ground};
use crate::article::Reason;
use crate::judge::density::RunningSum;
use crate::judge::sight::is_good;
use crate::judge::{Role, Verdict};
use crate::page::block::BlockId;

/// Rows before and after that are near.
const NEAR: usize = 3;

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    let len = ground.rows.len();
    let rows = ground.rows.iter();
    let taken: Vec<bool> = rows.map(|&id| is_furniture(ground, id)).collect();
    let is_taken = |row: usize| taken.get(row).copied().unwrap_or_default();
    let (before, after) = distances(len, &is_taken);
    features.add(ground, "since_taken", |row| before[row]);
    features.add(ground, "until_taken", |row| after[row]);
    features.add(ground, "taken_nearby", |row| {
        let around = row.saturating_sub(NEAR)..(row + 1 + NEAR).min(len);
        around.filter(|&at| is_taken(at)).count() as f32
    });
    let mut since_good = Vec::with_capacity(len);
    let mut count = 0.0;
    for row in 0..len {
        since_good.push(count);
        if is_good(blocks, ground.id(row)) && !is_taken(row) {
            count = 0.0;
        } else if is_taken(row) {
            count += 1.0;
        }
    }
    features.add(ground, "taken_since_good", |row| since_good[row]);
    let taken_words = RunningSum::over_rows(blocks.len(), ground.rows, &|id| {
        if is_furniture(ground, id) {
            blocks[id].measure.weight()
        } else {
            0.0
        }
    });
    let share = |row: usize, levels: usize| {
        ground.of_above(row, levels, |element| {
            taken_words.over(&blocks[element].blocks) / ground.page.density.words(element).max(1.0)
        })
    };
    features.add(ground, "taken_share_1", |row| share(row, 1));
    features.add(ground, "taken_share_2", |row| share(row, 2));
    features.add(ground, "taken_share_3", |row| share(row, 3));
}

/// Whether a rule has settled that a row is furniture. Header lines, headlines and hidden text stand in articles.
fn is_furniture(ground: &Ground<'_>, id: BlockId) -> bool {
    let Some(Verdict {
        role: Role::Removed(reason),
        ..
    }) = ground.settled[id.at()]
    else {
        return false;
    };
    !matches!(
        reason,
        Reason::Metadata | Reason::DuplicateTitle | Reason::Hidden | Reason::Other
    )
}
