//! Footnotes: which blocks of the body are notes, by the marks in the text that point at them.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::Verdicts;
use crate::page::block::{BlockId, Blocks, ElementId, Kind, NOTE_REACH};

/// Blocks of one note, at most: what holds more is a section to which a link leads.
const NOTE_BLOCKS: usize = 8;

/// The notes that the body has.
#[derive(Default)]
pub(super) struct Footnotes {
    notes: BTreeMap<ElementId, String>,
    labels: BTreeMap<String, String>,
}

impl Footnotes {
    /// Finds the marks in the body whose note is in it as well. Two notes with one sign get two labels.
    pub(super) fn of(blocks: &Blocks, verdicts: &Verdicts) -> Self {
        if blocks.inlines.iter().all(|run| run.mark.is_none()) {
            return Self::default();
        }
        let marks = marks(blocks, verdicts);
        let targets = marks.iter().map(|(target, _)| *target).collect();
        let places = places(blocks, verdicts, &targets);
        let mut found = Self::default();
        // Of each sign, the number to be tried next: a page may have one sign thousands of times.
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for (target, sign) in marks {
            let Some(&place) = places.get(target) else {
                continue;
            };
            let number = numbers.entry(sign).or_insert(1);
            let label = loop {
                let label = match *number {
                    1 => sign.to_owned(),
                    n => format!("{sign}-{n}"),
                };
                *number += 1;
                if taken.insert(label.clone()) {
                    break label;
                }
            };
            found.notes.insert(place, label.clone());
            found.labels.insert(target.to_owned(), label);
        }
        found
    }

    /// The label of a mark whose note is in the body.
    pub(super) fn label(&self, target: &str) -> Option<&str> {
        self.labels.get(target).map(String::as_str)
    }

    /// The note that a block is of, and its label.
    pub(super) fn note_of(&self, blocks: &Blocks, id: BlockId) -> Option<(ElementId, &str)> {
        if self.notes.is_empty() {
            return None;
        }
        let mut around = blocks.ancestors(id).take(NOTE_REACH);
        around.find_map(|element| Some((element, self.notes.get(&element)?.as_str())))
    }
}

/// The places that marks in the body lead to, in the order of the marks, each with its sign.
fn marks<'b>(blocks: &'b Blocks, verdicts: &Verdicts) -> Vec<(&'b str, &'b str)> {
    let mut order: Vec<(&str, &str)> = Vec::new();
    let mut signs: BTreeMap<&str, &str> = BTreeMap::new();
    let mut unclear: BTreeSet<&str> = BTreeSet::new();
    let runs = verdicts.body().flat_map(|id| blocks.runs_of(id));
    for mark in runs.filter_map(|run| run.mark.as_deref()) {
        match signs.insert(&mark.target, &mark.label) {
            None => order.push((&mark.target, &mark.label)),
            // Signs of several that lead to one place lead to the list of all.
            Some(other) if other != mark.label => {
                unclear.insert(&mark.target);
            }
            Some(_) => {}
        }
    }
    order.retain(|(target, _)| !unclear.contains(target));
    order
}

/// The elements of these names that hold a note of the body.
fn places<'b>(
    blocks: &'b Blocks,
    verdicts: &Verdicts,
    targets: &BTreeSet<&str>,
) -> BTreeMap<&'b str, ElementId> {
    let mut places = BTreeMap::new();
    for (at, element) in blocks.elements.iter().enumerate() {
        let name = element.names.rsplit(' ').next().unwrap_or_default();
        let inside = || element.blocks.clone().map(BlockId);
        let is_text = |id: BlockId| {
            let kind = blocks[id].kind;
            !matches!(kind, Kind::Heading(_) | Kind::Cell | Kind::Picture)
        };
        let is_note = targets.contains(name)
            && element.blocks.len() <= NOTE_BLOCKS
            && inside().any(|id| verdicts[id].is_body())
            && inside().all(is_text);
        if !name.is_empty() && is_note {
            places.entry(name).or_insert(ElementId(at as u32));
        }
    }
    places
}
