//! Captions in flat text, where the pictures are gone and their alternative texts stand as lines among the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Reason;
use crate::dedup::align::similarity;
use crate::dedup::caption_lines::{MOST_CAPTION_WORDS, MOST_PLACED_WORDS, is_open};
use crate::dedup::captions::SAME_CAPTION;
use crate::fields::credit;
use crate::judge::density::is_good;
use crate::judge::{Role, Verdicts};
use crate::limits::{Limit, Limits};
use crate::page::block::{BlockId, Blocks, Kind};
use crate::text::fold::fold;

/// Lines on either side of a pair that show whether blank lines part the paragraphs there.
const AROUND: usize = 6;

/// Words of a line that is a caption because it stands twice with a blank line between; less is a label, a price, a cell.
const LEAST_LOOSE_WORDS: f32 = 4.0;

/// Words of a credit that stands on a line of its own behind its caption.
const MOST_CREDIT_WORDS: f32 = 10.0;

/// A caption of flat text.
#[derive(Debug)]
pub(super) struct Told {
    /// The caption, and its credit where that has a line of its own.
    pub(super) lines: Vec<BlockId>,
    /// The lines that say it again.
    pub(super) repeats: Vec<BlockId>,
}

/// Finds the captions of flat text, by what stands twice, by the marks and credits of captions, and by alternative texts that name
/// the article instead of the picture.
pub(super) fn told(blocks: &Blocks, verdicts: &Verdicts, limits: &Limits) -> Vec<Told> {
    let mut page = FlatPage {
        blocks,
        verdicts,
        limits,
        told: Vec::new(),
        taken: BTreeSet::new(),
    };
    let alternatives = page.alternatives();
    for id in blocks.ids() {
        page.join(id);
        page.pair(id);
        page.named(id, &alternatives);
    }
    if page.told.iter().any(|told| !told.repeats.is_empty()) {
        page.loose_pairs();
    }
    page.told.sort_by_key(|told| told.lines.first().copied());
    page.told
}

struct FlatPage<'a> {
    blocks: &'a Blocks,
    verdicts: &'a Verdicts,
    limits: &'a Limits,
    told: Vec<Told>,
    taken: BTreeSet<BlockId>,
}

impl FlatPage<'_> {
    fn push(&mut self, lines: Vec<BlockId>, repeats: Vec<BlockId>) {
        self.taken.extend(lines.iter().chain(&repeats));
        self.told.push(Told { lines, repeats });
    }

    /// The line `by` lines further on.
    fn after(&self, id: BlockId, by: u32) -> Option<BlockId> {
        let next = BlockId(id.0 + by);
        (next.at() < self.blocks.len()).then_some(next)
    }

    /// Whether a line may be a caption. A lead that only the line below it says is no lead.
    fn is_free(&self, id: BlockId) -> bool {
        let is_lead = self.verdicts[id].role == Role::Summary
            && self.blocks[id].measure.weight() <= MOST_CAPTION_WORDS;
        !self.taken.contains(&id) && (is_lead || is_open(self.blocks, self.verdicts, id))
    }

    fn folded(&self, id: BlockId) -> String {
        fold(self.blocks.text_of(id))
    }

    fn alike(&self, a: &str, b: &str) -> bool {
        !a.is_empty() && similarity(a, b, self.limits.count(Limit::DiffChars)) >= SAME_CAPTION
    }

    fn ends_sentence(&self, id: BlockId) -> bool {
        self.blocks[id].measure.ends_sentence
    }

    /// Whether two lines stand together, with blank lines before and behind, where blank lines part the paragraphs.
    fn is_tight(&self, id: BlockId, next: BlockId) -> bool {
        let set_off = self.blocks[id].gap_before
            && !self.blocks[next].gap_before
            && self
                .after(next, 1)
                .is_none_or(|behind| self.blocks[behind].gap_before);
        let from = id.at().saturating_sub(AROUND);
        let to = (next.at() + 1 + AROUND).min(self.blocks.len());
        let around = self.blocks.rows.get(from..to).unwrap_or_default();
        let parted = around.iter().filter(|block| block.gap_before).count();
        set_off && parted * 2 > around.len()
    }

    /// Two lines that say the same, with no blank line between them or with the mark or the credit of a caption; or one such line.
    fn pair(&mut self, id: BlockId) {
        if !self.is_free(id) {
            return;
        }
        let marked = credit::marks_caption(self.blocks.text_of(id));
        let pair = self.after(id, 1).filter(|&next| {
            (marked || self.is_tight(id, next))
                && self.is_free(next)
                && self.alike(&self.folded(id), &self.folded(next))
        });
        if let Some(next) = pair {
            let equal = self.folded(id) == self.folded(next);
            let (kept, other) = if equal { (id, next) } else { (next, id) };
            self.push(vec![kept], vec![other]);
        } else if marked && self.verdicts[id].is_body() {
            self.push(vec![id], Vec::new());
        }
    }

    /// A line that the next two say again together: an alternative text, the caption, and its credit.
    fn join(&mut self, id: BlockId) {
        let (Some(caption), Some(credit)) = (self.after(id, 1), self.after(id, 2)) else {
            return;
        };
        let measure = &self.blocks[credit].measure;
        let short = measure.weight() <= MOST_CREDIT_WORDS && !measure.ends_sentence;
        if !short || ![id, caption, credit].into_iter().all(|id| self.is_free(id)) {
            return;
        }
        let together = format!("{}{}", self.folded(caption), self.folded(credit));
        let whole = self.folded(id);
        if whole.ends_with(&self.folded(credit)) && self.alike(&whole, &together) {
            self.push(vec![caption, credit], vec![id]);
        }
    }

    /// The lines that are alternative texts without being captions: the headline in the middle of the body, and what the judge left
    /// out above several lines, as a site's name.
    fn alternatives(&self) -> BTreeSet<BlockId> {
        let mut below: BTreeMap<String, Vec<BlockId>> = BTreeMap::new();
        let mut alternatives = BTreeSet::new();
        let mut in_body = false;
        for id in self.blocks.ids() {
            let verdict = &self.verdicts[id];
            in_body |= verdict.is_body() && is_good(self.blocks, id);
            let tight = self
                .after(id, 1)
                .is_some_and(|next| self.is_tight(id, next));
            if !in_body || !tight || verdict.is_body() || self.ends_sentence(id) {
                continue;
            }
            if verdict.role == Role::Removed(Reason::DuplicateTitle) {
                alternatives.insert(id);
            } else {
                below.entry(self.folded(id)).or_default().push(id);
            }
        }
        alternatives.extend(
            below
                .into_values()
                .filter(|lines| lines.len() > 1)
                .flatten(),
        );
        alternatives
    }

    /// A short line right below such an alternative text.
    fn named(&mut self, id: BlockId, alternatives: &BTreeSet<BlockId>) {
        let Some(line) = self.after(id, 1).filter(|_| alternatives.contains(&id)) else {
            return;
        };
        let short = self.blocks[line].measure.weight() <= MOST_PLACED_WORDS;
        if short && !self.ends_sentence(line) && self.is_free(line) {
            self.push(vec![line], Vec::new());
        }
    }

    /// Lines that stand twice with a blank line between, inside the body of a text that prints alternative texts.
    fn loose_pairs(&mut self) {
        let is_text = |id: &BlockId| self.verdicts[*id].is_body() && is_good(self.blocks, *id);
        let mut texts = self.blocks.ids().filter(is_text);
        let (Some(first), Some(last)) = (texts.next(), texts.next_back()) else {
            return;
        };
        let mut id = first;
        while let Some(next) = self.after(id, 1).filter(|&next| next < last) {
            if self.is_loose_pair(id, next) {
                self.push(vec![next], vec![id]);
            }
            id = next;
        }
    }

    fn is_loose_pair(&self, id: BlockId, next: BlockId) -> bool {
        let (line, again) = (self.folded(id), self.folded(next));
        let is_line = |id: BlockId| {
            let block = &self.blocks[id];
            let weight = block.measure.weight();
            block.kind == Kind::Paragraph
                && block.gap_before
                && (LEAST_LOOSE_WORDS..=MOST_PLACED_WORDS).contains(&weight)
                && self.is_free(id)
        };
        let beside = [id.0.checked_sub(1).map(BlockId), self.after(next, 1)];
        is_line(id)
            && is_line(next)
            && !(self.ends_sentence(id) && self.ends_sentence(next))
            && self.alike(&line, &again)
            && !beside
                .into_iter()
                .flatten()
                .any(|id| self.folded(id) == again)
    }
}
