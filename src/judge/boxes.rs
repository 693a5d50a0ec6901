//! Boxes that repeat the body: pull quotes, and the list of highlights above the text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::trie::Trie;

use crate::article::Reason;
use crate::dedup::copies::Twin;
use crate::judge::sight::is_good;
use crate::judge::{Evidence, Role, Verdict};
use crate::page::block::{BlockId, Blocks, ElementId, Kind};
use crate::text::Table;

/// Folded characters from which on a line that a paragraph contains was taken from it and is no coincidence.
const EXCERPT_CHARS: usize = 12;

/// The same of Han and kana, of which a character says as much as two letters.
const EXCERPT_CHARS_CJK: usize = 6;

/// The same for the other items of a list of which most were taken from paragraphs.
const SHORT_EXCERPT_CHARS: usize = 4;

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
/// its list is. With all of its highlights the list's label goes.
pub(crate) fn repeats(blocks: &Blocks, rows: &mut [Verdict]) {
    if !blocks.has_markup {
        return highlights(blocks, rows);
    }
    let is_body = |id: &BlockId| {
        rows[id.at()].is_body() && !matches!(blocks[*id].kind, Kind::Picture | Kind::Code)
    };
    let is_open = |id: &BlockId| is_body(id) || rows[id.at()].is_judged();
    let boxed = boxed(blocks, is_open);
    let is_pull_quote = |id: &BlockId| boxed.get(id.at()) == Some(&true);
    let is_paragraph = |id: &BlockId| is_body(id) && is_good(blocks, *id) && !is_pull_quote(id);
    let is_text = |id: &BlockId| is_paragraph(id) && list_of(blocks, *id).is_none();
    let Some(first) = blocks.ids().find(is_text) else {
        return;
    };
    // The first of the highlights may be the summary already.
    let is_item = |id: &BlockId| is_body(id) || rows[id.at()].role == Role::Summary;
    let lists = lists_above(blocks, first, is_item);
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
    let source = |id: BlockId, least: usize| {
        let line = blocks.folded(id);
        let long = line.chars().count() >= least;
        let found = text
            .iter()
            .find(|(_, paragraph)| long && paragraph.contains(line));
        found.map(|&(kept, _)| (id, kept))
    };
    let excerpt = |id: BlockId| source(id, least_chars(blocks, id));
    let mut taken: Vec<(BlockId, BlockId)> = quotes.into_iter().filter_map(excerpt).collect();
    let mut labels: Vec<BlockId> = Vec::new();
    for items in lists.into_values().filter(|items| items.len() > 1) {
        let looked_at = || items.iter().take(MOST_LINES).copied();
        if looked_at().filter_map(excerpt).count() * 2 <= items.len() {
            continue;
        }
        let found: Vec<_> = looked_at()
            .filter_map(|id| source(id, SHORT_EXCERPT_CHARS))
            .collect();
        if found.len() == items.len() {
            let label = found.first().and_then(|&(id, _)| label_of(blocks, id));
            labels.extend(label.filter(|id| rows[id.at()].is_body()));
        }
        taken.extend(found);
    }
    for label in labels {
        rows[label.at()] = Verdict::removed(Reason::Other, Evidence::Rule("heading_without_text"));
    }
    taken.retain(|(id, _)| rows[id.at()].role != Role::Summary);
    for (id, kept) in taken {
        rows[id.at()] = repeat_of(kept);
    }
}

/// The items of each list above a block.
fn lists_above(
    blocks: &Blocks,
    first: BlockId,
    is_item: impl Fn(&BlockId) -> bool,
) -> BTreeMap<ElementId, Vec<BlockId>> {
    let mut lists: BTreeMap<ElementId, Vec<BlockId>> = BTreeMap::new();
    for id in blocks.ids().take_while(|&id| id < first).filter(is_item) {
        if let Some(list) = list_of(blocks, id) {
            lists.entry(list).or_default().push(id);
        }
    }
    lists
}

/// Lines above the text of which each is part of one paragraph further down, at least, for them to be its highlights.
const LEAST_HIGHLIGHTS: usize = 2;

/// In flat text highlights are the first lines of the body, or those behind a label there, when each is part or all of a line below all of
/// them. The label goes with them.
fn highlights(blocks: &Blocks, rows: &mut [Verdict]) {
    // The first of them may be the summary already.
    let is_item = |id: &BlockId| rows[id.at()].is_body() || rows[id.at()].role == Role::Summary;
    let body: Vec<BlockId> = blocks.ids().filter(is_item).collect();
    let source = |at: usize| {
        let id = *body.get(at)?;
        let line = blocks.folded(id);
        let long = line.chars().count() >= least_chars(blocks, id);
        let mut below = body.iter().skip(at + 1).filter(|id| is_good(blocks, **id));
        let found = below.find(|&&other| {
            let text = blocks.folded(other);
            long && text.contains(line)
        });
        Some((id, *found?))
    };
    let is_part = |&(id, kept): &(BlockId, BlockId)| blocks.key(id) != blocks.key(kept);
    let labelled = usize::from(body.first().is_some_and(|&id| blocks[id].is_label()));
    let lines = (labelled..MOST_LINES).map_while(source);
    let taken: Vec<(BlockId, BlockId)> = lines.collect();
    let last = taken.last().map(|(id, _)| *id);
    let below_all = taken.iter().all(|(_, kept)| Some(*kept) > last);
    // Lines that are all said again as they are may be a refrain.
    if taken.len() < LEAST_HIGHLIGHTS || !below_all || !taken.iter().any(is_part) {
        return;
    }
    if let Some(label) = body.first().filter(|_| labelled > 0) {
        rows[label.at()] = Verdict::removed(Reason::Other, Evidence::Rule("heading_without_text"));
    }
    for (id, kept) in taken {
        if rows[id.at()].is_body() {
            rows[id.at()] = repeat_of(kept);
        }
    }
}

fn repeat_of(kept: BlockId) -> Verdict {
    Verdict::removed(Reason::DuplicateBlock, Evidence::Copy(Twin::equal(kept)))
}

fn least_chars(blocks: &Blocks, id: BlockId) -> usize {
    if blocks[id].measure.is_cjk() {
        EXCERPT_CHARS_CJK
    } else {
        EXCERPT_CHARS
    }
}

/// The line that opens the box of a list, right above its first item.
fn label_of(blocks: &Blocks, first: BlockId) -> Option<BlockId> {
    let list = list_of(blocks, first)?;
    let around = &blocks[blocks[list].parent];
    let label = BlockId(first.0.checked_sub(1)?);
    let is_label = matches!(blocks[label].kind, Kind::Heading(_)) || blocks[label].is_label();
    (around.blocks.start == label.0 && is_label).then_some(label)
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

static PULL_QUOTES: LazyLock<Trie<()>> =
    LazyLock::new(|| Trie::new(PULL_QUOTE_NAMES.iter().map(|&(_, name)| (name, ()))));

fn names_pull_quote(written: &str) -> bool {
    let letters = written.bytes().filter(|byte| !matches!(byte, b'-' | b'_'));
    let names: Vec<u8> = letters.map(|byte| byte.to_ascii_lowercase()).collect();
    PULL_QUOTES.within(&names).next().is_some()
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
