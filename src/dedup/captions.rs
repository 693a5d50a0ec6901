//! What is said about each picture, once.
//!
//! Portals print a caption as alternative text, below the picture, and again in a gallery. Near copies count as one here and only
//! here: beside one picture a character more or less is an edit, anywhere else it is the point.

use std::collections::BTreeMap;

use crate::article::Reason;
use crate::dedup::align::similarity;
use crate::dedup::copies::Twin;
use crate::fields::credit;
use crate::judge::lexicon::names::{NameMask, names};
use crate::judge::{Evidence, Role, Verdict, Verdicts};
use crate::limits::{Limit, Limits};
use crate::page::block::{BlockId, Blocks, ElementId, Kind, Picture};
use crate::text::fold::fold;

/// Two lines beside one picture are one caption from this likeness on (notes on duplication, section 5).
const SAME_CAPTION: f32 = 0.9;

/// How many blocks after a picture may be its caption and the caption's copies.
const REACH: usize = 3;

/// A caption's length in words; a longer text after a picture is a paragraph.
const MOST_CAPTION_WORDS: f32 = 80.0;

/// The captions of a page, by the block that becomes the figure: a picture, or for flat text the caption's own line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Captions {
    by_figure: BTreeMap<BlockId, Caption>,
}

/// A caption in the wording that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caption {
    /// The line that is kept.
    pub(crate) block: BlockId,
    pub(crate) text: String,
}

impl Captions {
    pub(crate) fn of(&self, figure: BlockId) -> Option<&Caption> {
        self.by_figure.get(&figure)
    }

    /// Whether the block is printed with a figure, not as text.
    pub(crate) fn holds(&self, block: BlockId) -> bool {
        self.by_figure
            .values()
            .any(|caption| caption.block == block)
    }

    /// Finds what is said about the pictures of the body, and settles the lines that say it again.
    pub(crate) fn fold(blocks: &Blocks, verdicts: Verdicts, limits: &Limits) -> (Self, Verdicts) {
        let mut folding = Folding {
            blocks,
            limits,
            captions: Self::default(),
            changes: Vec::new(),
            taken: Vec::new(),
        };
        if blocks.has_markup {
            folding.beside_pictures(&verdicts);
        } else {
            folding.paired_lines(&verdicts);
        }
        (folding.captions, verdicts.with(folding.changes))
    }
}

struct Folding<'a> {
    blocks: &'a Blocks,
    limits: &'a Limits,
    captions: Captions,
    changes: Vec<(BlockId, Verdict)>,
    taken: Vec<BlockId>,
}

impl Folding<'_> {
    fn beside_pictures(&mut self, verdicts: &Verdicts) {
        let pictures: Vec<BlockId> = verdicts
            .body()
            .filter(|&id| self.blocks[id].kind == Kind::Picture)
            .collect();
        for picture in pictures {
            let lines = self.lines_about(picture, verdicts);
            self.taken.extend(&lines);
            let Some(kept) = self.best_wording(&lines, self.blocks.picture_of(picture)) else {
                continue;
            };
            let text = self.blocks.text_of(kept).to_owned();
            self.captions
                .by_figure
                .insert(picture, Caption { block: kept, text });
            self.settle(kept, &lines);
        }
    }

    /// The blocks that say something about a picture: captions of its `figure`, and lines after it that are marked as captions or
    /// say again what one of them, or the picture's own attributes, say.
    fn lines_about(&self, picture: BlockId, verdicts: &Verdicts) -> Vec<BlockId> {
        let figure = self.blocks.within(picture, &["figure"]);
        let mut known: Vec<String> = self
            .blocks
            .picture_of(picture)
            .map(attribute_captions)
            .unwrap_or_default();
        let mut lines = Vec::new();
        if let Some(figure) = figure {
            for at in self.blocks[figure].blocks.clone() {
                let id = BlockId(at);
                if self.blocks[id].kind == Kind::Caption && self.is_open(id, verdicts) {
                    known.push(fold(self.blocks.text_of(id)));
                    lines.push(id);
                }
            }
        }
        let after = figure.map_or(picture.0 + 1, |figure| self.blocks[figure].blocks.end);
        for at in (after..self.blocks.len() as u32).take(REACH) {
            let id = BlockId(at);
            if self.blocks[id].kind == Kind::Picture || !self.is_open(id, verdicts) {
                break;
            }
            let folded = fold(self.blocks.text_of(id));
            let said = known.iter().any(|text| self.alike(text, &folded));
            if !said && !(lines.is_empty() && self.is_marked(id, picture)) {
                break;
            }
            known.push(folded);
            lines.push(id);
        }
        lines
    }

    fn is_open(&self, id: BlockId, verdicts: &Verdicts) -> bool {
        let open = match verdicts[id].role {
            Role::Body => true,
            Role::Removed(_) => matches!(verdicts[id].by, Evidence::Judge(_)),
            Role::Headline | Role::Summary => false,
        };
        open && !self.taken.contains(&id) && self.blocks[id].measure.weight() <= MOST_CAPTION_WORDS
    }

    /// Whether markup or wording says that a line after a picture is its caption.
    fn is_marked(&self, id: BlockId, picture: BlockId) -> bool {
        if matches!(self.blocks[id].kind, Kind::Heading(_)) {
            return false;
        }
        let owner = &self.blocks[self.blocks[id].owner];
        let named =
            |element: ElementId| names(&self.blocks[element].names).intersects(NameMask::CAP);
        let shared = self.blocks[self.blocks[picture].owner]
            .blocks
            .contains(&id.0);
        let by_name = names(&owner.names).intersects(NameMask::CAP) && owner.blocks.len() <= 2
            || owner.parent != ElementId::ROOT
                && named(owner.parent)
                && self.blocks[owner.parent].blocks.len() <= REACH as u32 as usize
                && shared;
        by_name || credit::marks_caption(self.blocks.text_of(id))
    }

    fn alike(&self, a: &str, b: &str) -> bool {
        !a.is_empty() && similarity(a, b, self.limits.count(Limit::DiffChars)) >= SAME_CAPTION
    }

    /// The wording that most of the lines and attributes share; where they are even, the one without a stray numeral, else the
    /// first.
    fn best_wording(&self, lines: &[BlockId], picture: Option<&Picture>) -> Option<BlockId> {
        let attributes = picture.map(attribute_captions).unwrap_or_default();
        let said: Vec<String> = lines
            .iter()
            .map(|&id| fold(self.blocks.text_of(id)))
            .collect();
        let votes = |wording: &String| {
            said.iter()
                .chain(&attributes)
                .filter(|other| *other == wording)
                .count()
        };
        let most = said.iter().map(votes).max()?;
        let digits = |wording: &String| wording.chars().filter(|c| c.is_numeric()).count();
        let (best, _) = said
            .iter()
            .enumerate()
            .filter(|(_, wording)| votes(wording) == most)
            .min_by_key(|(at, wording)| (digits(wording), *at))?;
        lines.get(best).copied()
    }

    /// Marks the other lines as repeats of the kept one.
    fn settle(&mut self, kept: BlockId, lines: &[BlockId]) {
        self.changes.push((
            kept,
            Verdict {
                role: Role::Body,
                by: Evidence::Rule("caption"),
            },
        ));
        let wording = fold(self.blocks.text_of(kept));
        for &line in lines.iter().filter(|&&line| line != kept) {
            let folded = fold(self.blocks.text_of(line));
            let similarity = similarity(&folded, &wording, self.limits.count(Limit::DiffChars));
            let verdict = Verdict::removed(
                Reason::DuplicateCaption,
                Evidence::Copy(Twin { kept, similarity }),
            );
            self.changes.push((line, verdict));
        }
    }

    /// Flat text: two lines that say the same with no blank line between them are an alternative text and its caption, where
    /// blank lines part the blocks; a line that ends in a credit is a caption by itself.
    fn paired_lines(&mut self, verdicts: &Verdicts) {
        let gaps = self
            .blocks
            .rows
            .iter()
            .filter(|block| block.gap_before)
            .count();
        let gaps_part = gaps * 2 > self.blocks.len();
        let mut ids = self.blocks.ids().peekable();
        while let Some(id) = ids.next() {
            if !self.is_open(id, verdicts) {
                continue;
            }
            let marked = credit::marks_caption(self.blocks.text_of(id));
            let pair = ids.peek().copied().filter(|&next| {
                let together = !self.blocks[next].gap_before && self.blocks[id].gap_before;
                let last = next.at() + 1 == self.blocks.len()
                    || self.blocks[BlockId(next.0 + 1)].gap_before;
                (gaps_part && together && last || marked)
                    && self.is_open(next, verdicts)
                    && self.pairs(id, next)
            });
            if let Some(next) = pair {
                ids.next();
                let equal = fold(self.blocks.text_of(id)) == fold(self.blocks.text_of(next));
                let kept = if equal { id } else { next };
                self.keep_line(kept);
                self.settle(kept, &[id, next]);
            } else if marked && verdicts[id].is_body() {
                self.keep_line(id);
            }
        }
    }

    fn keep_line(&mut self, id: BlockId) {
        let text = self.blocks.text_of(id).to_owned();
        self.captions
            .by_figure
            .insert(id, Caption { block: id, text });
    }

    fn pairs(&self, a: BlockId, b: BlockId) -> bool {
        self.alike(&fold(self.blocks.text_of(a)), &fold(self.blocks.text_of(b)))
    }
}

/// What a picture's attributes say, folded; a file name says nothing.
fn attribute_captions(picture: &Picture) -> Vec<String> {
    let said = [&picture.alt, &picture.title, &picture.data_caption];
    said.into_iter()
        .map(|text| fold(text))
        .filter(|text| !text.is_empty())
        .collect()
}
