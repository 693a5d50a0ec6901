//! Boxes that repeat the body: pull quotes, and the list of highlights above the text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::article::Reason;
use crate::dedup::copies::Twin;
use crate::judge::density::is_good;
use crate::judge::{Evidence, Verdict};
use crate::page::block::{BlockId, Blocks, ElementId, Kind};
use crate::text::Table;

/// Folded characters from which on a line that a paragraph contains was taken from it and is no coincidence.
const EXCERPT_CHARS: usize = 12;

/// Elements around a line that may say that it is a pull quote.
const BOX_REACH: usize = 3;

/// Lines in boxes that are looked at on one page: each is sought in all paragraphs.
const MOST_LINES: usize = 24;

/// What the names of a pull quote's box say, by language, in lower case without hyphens. A plain `blockquote` is none: what quotes
/// an earlier paragraph is text.
const PULL_QUOTE_NAMES: &[(&str, &str)] = &[
    ("en", "pullquote"),
    ("en", "pulledquote"),
    ("en", "pullout"),
    ("en", "quotebox"),
    ("de", "zitatbox"),
    ("fr", "exergue"),
    ("es", "destacado"),
    ("pt", "destaque"),
];

/// A line in a box that is part of one paragraph of the body is the paragraph's excerpt: a pull quote, and a highlight where most of
/// its list is.
pub(crate) fn repeats(blocks: &Blocks, rows: &mut [Verdict]) {
    let is_body = |id: &BlockId| {
        rows[id.at()].is_body() && !matches!(blocks[*id].kind, Kind::Picture | Kind::Code)
    };
    let is_open = |id: &BlockId| is_body(id) || matches!(rows[id.at()].by, Evidence::Judge(_));
    let boxed = boxed(blocks, is_open);
    let is_pull_quote = |id: &BlockId| boxed.get(id.at()) == Some(&true);
    let is_paragraph = |id: &BlockId| is_body(id) && is_good(blocks, *id) && !is_pull_quote(id);
    let is_text = |id: &BlockId| is_paragraph(id) && list_of(blocks, *id).is_none();
    let Some(first) = blocks.ids().find(is_text) else {
        return;
    };
    let mut lists: BTreeMap<ElementId, Vec<BlockId>> = BTreeMap::new();
    for id in blocks.ids().take_while(|&id| id < first).filter(is_body) {
        if let Some(list) = list_of(blocks, id) {
            lists.entry(list).or_default().push(id);
        }
    }
    let quotes = blocks.ids().filter(is_pull_quote);
    let quotes: Vec<BlockId> = quotes.take(MOST_LINES).collect();
    if quotes.is_empty() && lists.is_empty() {
        return;
    }
    let text: Vec<(BlockId, &str)> = blocks
        .ids()
        .filter(is_text)
        .map(|id| (id, blocks.folded(id)))
        .collect();
    let source = |id: BlockId| {
        let line = blocks.folded(id);
        let is_whole = |paragraph: &str| paragraph.len() > line.len() && paragraph.contains(line);
        let long = line.chars().count() >= EXCERPT_CHARS;
        let found = text
            .iter()
            .find(|(_, paragraph)| long && is_whole(paragraph));
        found.map(|&(kept, _)| (id, kept))
    };
    let mut taken: Vec<(BlockId, BlockId)> = quotes.into_iter().filter_map(source).collect();
    for items in lists.into_values().filter(|items| items.len() > 1) {
        let found: Vec<_> = items
            .iter()
            .take(MOST_LINES)
            .copied()
            .filter_map(source)
            .collect();
        if found.len() * 2 > items.len() {
            taken.extend(found);
        }
    }
    for (id, kept) in taken {
        let twin = Twin {
            kept,
            similarity: 1.0,
        };
        rows[id.at()] = Verdict::removed(Reason::DuplicateBlock, Evidence::Copy(twin));
    }
}

fn list_of(blocks: &Blocks, id: BlockId) -> Option<ElementId> {
    blocks.within(id, &["ul", "ol"])
}

/// Per block, whether it is open and in a pull quote's box. What a name says is asked once.
fn boxed(blocks: &Blocks, is_open: impl Fn(&BlockId) -> bool) -> Vec<bool> {
    let mut known: Table<usize, bool> = Table::default();
    let mut is_named = |element: ElementId| {
        let names = &blocks[element].names;
        *known
            .entry(names.number)
            .or_insert_with(|| names_pull_quote(names))
    };
    let mut is_box = |element: ElementId| blocks[element].tag == "aside" || is_named(element);
    let mut is_boxed = |id: BlockId| blocks.ancestors(id).take(BOX_REACH).any(&mut is_box);
    blocks
        .ids()
        .map(|id| is_open(&id) && is_boxed(id))
        .collect()
}

/// The names of pull quotes in any case; `None` if they were too many for the automaton, which a test rules out.
static PULL_QUOTES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let names = PULL_QUOTE_NAMES.iter().map(|(_, name)| name);
    let builder = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(names);
    builder.ok()
});

fn names_pull_quote(written: &str) -> bool {
    let letters = written.bytes().filter(|byte| !matches!(byte, b'-' | b'_'));
    let names: Vec<u8> = letters.collect();
    PULL_QUOTES
        .as_ref()
        .is_some_and(|rows| rows.is_match(&names))
}

#[cfg(test)]
mod tests {
    use super::names_pull_quote;

    #[test]
    fn pull_quotes_are_named_in_any_case_with_hyphens_or_without() {
        for names in [
            "story Pull-Quote",
            "pull_quote--left",
            "zitatBox",
            "mod-exergue",
        ] {
            assert!(names_pull_quote(names), "{names}");
        }
        for names in ["", "blockquote", "quote", "pull quote", "article-box"] {
            assert!(!names_pull_quote(names), "{names}");
        }
    }
}
