//! What stands in lists and cells around the text: an outlet behind its label, and the lines below the headlines of other stories.

use crate::article::Reason;
use crate::fields::Evidence;
use crate::grammar::date::DateRole;
use crate::grammar::header::{HeaderLine, Part};
use crate::grammar::source;
use crate::judge::Role;
use crate::page::block::{BlockId, Kind};

/// Lines with a date and a name behind the text from which on they are those of a list.
pub(super) const TEASERS: usize = 3;

/// Whether a line holds a date and one thing more, which no label names a person.
pub(super) fn is_like_a_teaser(line: &HeaderLine) -> bool {
    let mut dates = 0;
    let mut others = 0;
    for part in &line.parts {
        match part {
            Part::Date(found) if found.role == DateRole::Unlabelled => dates += 1,
            Part::Person(named) if named.person.role.is_none() => others += 1,
            Part::Source(_) => others += 1,
            Part::Count => {}
            _ => return false,
        }
    }
    dates == 1 && others == 1
}

/// The outlet in a cell behind that of its label, above the text: `<td>发布机构：</td><td>江州市水务局</td>`.
pub(super) fn in_cell(evidence: &Evidence<'_>, body: &[BlockId]) -> Option<String> {
    let blocks = evidence.blocks;
    let first = body.first()?.0;
    let mut cells = (0..first).map(BlockId).filter(|id| {
        let furniture = [Reason::Metadata, Reason::Other].map(Role::Removed);
        matches!(blocks[*id].kind, Kind::Cell | Kind::ListItem)
            && furniture.contains(&evidence.verdicts[*id].role)
    });
    let value_of = |id: BlockId| {
        let label = blocks.text_of(id);
        if let Some((label, value)) = blocks.last_part_of(id) {
            return source::outlet(value).filter(|_| source::is_label(label));
        }
        if !source::is_label(label) {
            return None;
        }
        let value = blocks.behind(id).next()?;
        let beside = value.0 < first && blocks.room_of(value) == blocks.room_of(id);
        source::outlet(blocks.text_of(value)).filter(|_| beside)
    };
    cells.find_map(value_of)
}
