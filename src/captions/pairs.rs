//! Captions in flat text, where the pictures are gone and their alternative texts stand as lines among the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Reason;
use crate::captions::lines::is_open;
use crate::captions::{MOST_CREDIT_WORDS, SHORTEST_CUT, alike};
use crate::dedup::align::is_one_edit;
use crate::grammar::credit;
use crate::grammar::image::is_file_name;
use crate::judge::sight::is_good;
use crate::judge::{Role, Verdicts};
use crate::limits::Limits;
use crate::page::block::{Block, BlockId, Blocks, Kind};
use crate::page::figure::MOST_PLACED_WORDS;

/// Lines on either side of a pair that show whether blank lines part the paragraphs there.
const AROUND: usize = 6;

/// Words of a line that is a caption because it stands twice with a blank line between; less is a label, a price, a cell.
const LEAST_LOOSE_WORDS: f32 = 5.0;

/// What flat text says of its pictures.
pub(super) struct Flat {
    /// In page order.
    pub(super) told: Vec<Told>,
    /// Alternative texts that say nothing of their pictures.
    pub(super) alternatives: Vec<BlockId>,
}

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
pub(super) fn told(blocks: &Blocks, verdicts: &Verdicts, limits: &Limits) -> Flat {
    let mut page = FlatPage {
        blocks,
        verdicts,
        limits,
        gaps_part: gaps_part(&blocks.rows),
        told: Vec::new(),
        taken: BTreeSet::new(),
        alternatives: Vec::new(),
    };
    let alternatives = page.alternatives_above();
    for id in blocks.ids() {
        page.join(id);
        page.credited(id);
        page.pair(id);
        page.named(id, &alternatives);
    }
    if page.told.iter().any(|told| !told.repeats.is_empty()) {
        page.loose_pairs();
    }
    page.told_behind();
    let names = |id: &BlockId| is_file_name(blocks.text_of(*id));
    page.alternatives.extend(blocks.ids().filter(names));
    page.told.sort_by_key(|told| told.lines.first().copied());
    Flat {
        told: page.told,
        alternatives: page.alternatives,
    }
}

/// Whether blank lines part the most of these blocks.
fn gaps_part(rows: &[Block]) -> bool {
    rows.iter().filter(|block| block.gap_before).count() * 2 > rows.len()
}

struct FlatPage<'a> {
    blocks: &'a Blocks,
    verdicts: &'a Verdicts,
    limits: &'a Limits,
    /// Whether blank lines part the paragraphs of the whole text.
    gaps_part: bool,
    told: Vec<Told>,
    taken: BTreeSet<BlockId>,
    alternatives: Vec<BlockId>,
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

    /// Whether a line may be a caption.
    fn is_free(&self, id: BlockId) -> bool {
        !self.taken.contains(&id) && is_open(self.blocks, self.verdicts, id)
    }

    fn folded(&self, id: BlockId) -> &str {
        self.blocks.folded(id)
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
        set_off && (self.gaps_part || gaps_part(around))
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
                && alike(self.folded(id), self.folded(next), self.limits)
        });
        if let Some(next) = pair {
            // The alternative text stands where the picture stood, the visible wording below it.
            let equal = self.blocks.text_of(id) == self.blocks.text_of(next);
            let (kept, other) = if equal { (id, next) } else { (next, id) };
            self.push(vec![kept], vec![other]);
        } else if marked && (self.verdicts[id].is_body() || self.opens_body(id)) {
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
        let whole = self.folded(id);
        let begins = whole.strip_suffix(&self.folded(credit));
        if begins.is_some_and(|begins| alike(begins, self.folded(caption), self.limits)) {
            self.push(vec![caption, credit], vec![id]);
        }
    }

    /// An alternative text, which may stand there twice, above the caption that adds the credit to it.
    fn credited(&mut self, id: BlockId) {
        let said = self.folded(id);
        let may_be = said.chars().count() >= SHORTEST_CUT && self.is_free(id);
        let Some(next) = self.after(id, 1).filter(|_| may_be) else {
            return;
        };
        let mut repeats = vec![id];
        let mut whole = next;
        if self.folded(next) == said {
            let Some(behind) = self.after(next, 1) else {
                return;
            };
            repeats.push(next);
            whole = behind;
        }
        let adds = self
            .folded(whole)
            .strip_prefix(said)
            .is_some_and(|added| !added.is_empty());
        if adds && self.is_free(whole) && credit::marks_caption(self.blocks.text_of(whole)) {
            self.push(vec![whole], repeats);
        }
    }

    /// Behind the text a gallery says the captions once more.
    fn told_behind(&mut self) {
        let is_text = |id: &BlockId| self.verdicts[*id].is_body() && is_good(self.blocks, *id);
        let is_caption = |id: &BlockId| self.taken.contains(id);
        let Some(last) = self.blocks.ids().rfind(|id| is_text(id) && !is_caption(id)) else {
            return;
        };
        let (above, below): (Vec<Told>, Vec<Told>) = std::mem::take(&mut self.told)
            .into_iter()
            .partition(|told| told.lines.first().is_some_and(|line| *line < last));
        self.told = above;
        let mut said: BTreeMap<String, usize> = BTreeMap::new();
        for (at, told) in self.told.iter().enumerate() {
            let lines = told.lines.iter().chain(&told.repeats);
            said.extend(lines.map(|&line| (self.folded(line).to_owned(), at)));
        }
        for told in below {
            let known = told
                .lines
                .first()
                .and_then(|&line| said.get(self.folded(line)));
            match known.and_then(|&at| self.told.get_mut(at)) {
                Some(first) => first
                    .repeats
                    .extend(told.lines.into_iter().chain(told.repeats)),
                None => self.told.push(told),
            }
        }
        let free = self
            .blocks
            .ids()
            .skip(last.at() + 1)
            .filter(|&id| self.is_free(id));
        let again: Vec<(BlockId, usize)> = free
            .filter_map(|id| Some((id, *said.get(self.folded(id))?)))
            .collect();
        for (id, at) in again {
            // What heads the gallery heads nothing else.
            let label = BlockId(id.0.saturating_sub(1));
            if label > last && self.is_free(label) && self.blocks[label].is_label() {
                self.taken.insert(label);
                self.alternatives.push(label);
            }
            self.taken.insert(id);
            if let Some(first) = self.told.get_mut(at) {
                first.repeats.push(id);
            }
        }
    }

    /// Lines that name the article instead of their picture: they repeat the headline, or stand above the captions of several
    /// pictures, one of them in the body; the judge takes such lines and short captions for a menu as easily as for text.
    fn alternatives_above(&self) -> BTreeSet<BlockId> {
        let is_text = |id: &BlockId| self.verdicts[*id].is_body() && is_good(self.blocks, *id);
        let body = self.blocks.ids().skip_while(|id| !is_text(id));
        let mut alternatives = BTreeSet::new();
        let mut above: BTreeMap<&str, Vec<BlockId>> = BTreeMap::new();
        for id in body.filter(|&id| self.has_caption_below(id)) {
            if self.verdicts[id].role == Role::Removed(Reason::DuplicateTitle) {
                if self.is_above_body(id) {
                    alternatives.insert(id);
                }
            } else if is_open(self.blocks, self.verdicts, id)
                && !self.blocks[id].measure.ends_sentence
            {
                above.entry(self.folded(id)).or_default().push(id);
            }
        }
        let in_body = |lines: &Vec<BlockId>| lines.iter().any(|&id| self.is_above_body(id));
        let several = above
            .into_values()
            .filter(|lines| lines.len() > 1 && in_body(lines));
        alternatives.extend(several.flatten());
        alternatives
    }

    /// Whether the line right below is body.
    fn is_above_body(&self, id: BlockId) -> bool {
        self.after(id, 1)
            .is_some_and(|line| self.verdicts[line].is_body())
    }

    /// Whether a line that the judge doubts, and that is more than a credit, stands right above the body.
    fn opens_body(&self, id: BlockId) -> bool {
        self.verdicts[id].is_judged()
            && self.is_above_body(id)
            && !credit::is_credit(self.blocks.text_of(id))
    }

    /// Whether the line right below is a short one that may be a caption.
    fn has_caption_below(&self, id: BlockId) -> bool {
        let Some(line) = self.after(id, 1) else {
            return false;
        };
        let block = &self.blocks[line];
        block.kind == Kind::Paragraph
            && block.measure.weight() <= MOST_PLACED_WORDS
            && !block.measure.ends_sentence
            && is_open(self.blocks, self.verdicts, line)
            && self.is_tight(id, line)
    }

    /// The caption below such an alternative text.
    fn named(&mut self, id: BlockId, alternatives: &BTreeSet<BlockId>) {
        let below = self.after(id, 1).filter(|_| alternatives.contains(&id));
        if let Some(line) = below.filter(|&line| self.is_free(line)) {
            self.push(vec![line], Vec::new());
            self.alternatives.push(id);
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
        let behind = self.after(next, 1);
        let beside = [self.blocks.before(id).next(), behind];
        // A caption stands among paragraphs and other captions, the name of a product among prices and buttons.
        let goes_on = behind.is_some_and(|behind| {
            let pair = |after| is_one_edit(self.folded(behind), self.folded(after));
            self.verdicts[behind].is_body() || self.after(behind, 1).is_some_and(pair)
        });
        is_line(id)
            && is_line(next)
            && is_one_edit(line, again)
            && goes_on
            && !beside
                .into_iter()
                .flatten()
                .any(|id| self.folded(id) == again)
    }
}
