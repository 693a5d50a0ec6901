//! From flat text to blocks: one per line that is not blank.

use crate::limits::{Limit, Limits};
use crate::page::block::{Block, Blocks, Element, ElementId, Kind, Presence};
use crate::text::clean::clean_line;
use crate::text::measure::Measure;

/// Cuts flat text into blocks. Whether a blank line stood before each is kept: it parts more strongly than a line break.
pub(crate) fn blocks(text: &str, limits: &Limits) -> Blocks {
    let mut blocks = Blocks::default();
    let mut gap_before = true;
    for line in text.lines() {
        let line = clean_line(line, limits.count(Limit::CombiningMarks));
        if line.is_empty() {
            gap_before = true;
            continue;
        }
        let (start, at) = (blocks.text.len(), blocks.len());
        if blocks.hits.over(limits, Limit::Blocks, at + 1)
            || blocks
                .hits
                .over(limits, Limit::TextBytes, start + line.len())
        {
            break;
        }
        blocks.text.push_str(&line);
        let range = start..blocks.text.len();
        blocks.rows.push(Block {
            measure: Measure::of(blocks.text.get(range.clone()).unwrap_or_default()),
            range,
            kind: Kind::Paragraph,
            owner: ElementId::ROOT,
            presence: Presence::Visible,
            markup: None,
            inlines: 0..0,
            picture: None,
            line: Some(at as u32),
            gap_before,
        });
        gap_before = false;
    }
    let mut root = Element::bare("", ElementId::ROOT, 0, 0);
    root.blocks.end = blocks.len() as u32;
    blocks.elements.push(root);
    blocks
}
