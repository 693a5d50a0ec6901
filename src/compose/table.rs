//! The cells of a table, in their rows.

use std::collections::BTreeMap;

use super::draft::Composer;
use crate::article::Cell;
use crate::limits::{Hits, Limit, Limits};
use crate::page::block::{BlockId, Blocks, ElementId, Kind};

/// Returns the rows that the kept blocks in `run` stand in, all of one table and in page order. A cell without any of them is empty
/// and keeps its place; a row of such cells is left out. What stands in no cell is a row by itself, as the table's caption is.
pub(super) fn rows(
    composer: &mut Composer<'_>,
    table: ElementId,
    run: &[BlockId],
) -> Vec<Vec<Cell>> {
    let (blocks, limits) = (composer.page.blocks, composer.page.limits);
    let mut texts = texts(blocks, table, run);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut count = 0;
    for element in elements(blocks, table, run) {
        let tag = blocks[element].tag.as_str();
        let text = texts.remove(&element);
        let is_cell = matches!(tag, "td" | "th");
        if tag == "tr" || (!is_cell && text.is_some()) || rows.is_empty() {
            rows.push(Vec::new());
        }
        if !is_cell && text.is_none() {
            continue;
        }
        count += 1;
        if composer.body.hits.over(limits, Limit::TableCells, count) {
            break;
        }
        let (text, inlines) = composer.joined(&text.unwrap_or_default(), " ");
        if let Some(row) = rows.last_mut() {
            row.push(Cell {
                text,
                inlines,
                header: tag == "th",
                colspan: blocks[element].columns,
                rowspan: blocks[element].rows,
            });
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.text.is_empty()));
    bound_spans(&mut rows, limits, &mut composer.body.hits);
    rows
}

/// The blocks of each cell; of what stands in none, by the element around it.
fn texts(blocks: &Blocks, table: ElementId, run: &[BlockId]) -> BTreeMap<ElementId, Vec<BlockId>> {
    let mut texts: BTreeMap<ElementId, Vec<BlockId>> = BTreeMap::new();
    for &id in run.iter().filter(|&&id| blocks[id].kind != Kind::Picture) {
        let cell = blocks
            .within(id, &["td", "th"])
            .filter(|&cell| cell > table);
        let place = cell.unwrap_or(blocks[id].owner);
        texts.entry(place).or_default().push(id);
    }
    texts
}

/// The elements of the table from the first row, or what else holds a block, on to those around the last one, and the empty cells after it.
fn elements(blocks: &Blocks, table: ElementId, run: &[BlockId]) -> impl Iterator<Item = ElementId> {
    let row = |&id: &BlockId| {
        let row = blocks.within(id, &["tr"]).filter(|&row| row > table);
        row.unwrap_or(blocks[id].owner)
    };
    let first = run.iter().map(row).min().unwrap_or(table);
    let last = run.iter().max().map_or(0, |id| id.0);
    let depth = blocks[table].depth;
    let inside = blocks.elements.iter().enumerate().skip(first.at());
    inside
        .take_while(move |&(at, element)| {
            at == table.at() || (element.depth > depth && element.blocks.start <= last + 1)
        })
        .map(|(at, _)| ElementId(at as u32))
}

/// Ends each cell with the table, and takes a cell that covers more of it than is allowed for one that covers no other.
fn bound_spans(rows: &mut [Vec<Cell>], limits: &Limits, hits: &mut Hits) {
    let height = rows.len();
    let mut covered = 0;
    for (index, row) in rows.iter_mut().enumerate() {
        let left = u16::try_from(height - index).unwrap_or(u16::MAX);
        for cell in row {
            cell.rowspan = cell.rowspan.clamp(1, left);
            cell.colspan = cell.colspan.max(1);
            let area = usize::from(cell.rowspan) * usize::from(cell.colspan);
            if area > 1 && hits.over(limits, Limit::TableCells, covered + area) {
                (cell.colspan, cell.rowspan) = (1, 1);
            }
            covered += usize::from(cell.rowspan) * usize::from(cell.colspan);
        }
    }
}
