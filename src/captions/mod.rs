//! What is said about each picture, once.
//!
//! Portals print a caption as alternative text, below the picture, and again in a gallery. Near copies count as one here and only
//! here: beside one picture a character more or less is an edit, anywhere else it is the point.

mod lines;
mod pairs;

use crate::page::figure::{REACH, figure_of, is_caption_by_markup};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Person, Reason};
use crate::captions::lines::{
    attribute_captions, inside_figure, is_counter, is_marked, is_open, may_say_again,
};
use crate::captions::pairs::told;
use crate::dedup::align::{are_alike, similarity};
use crate::dedup::copies::Twin;
use crate::grammar::credit::{self, SplitCaption};
use crate::grammar::image::{is_file_name, without_size};
use crate::judge::{Evidence, Verdict, Verdicts};
use crate::limits::{Limit, Limits};
use crate::page::block::{BlockId, Blocks, Kind};
use crate::text::fold::fold;

/// Two lines beside one picture are one caption from this likeness on (notes on duplication, section 5).
const SAME_CAPTION: f32 = 0.9;

/// Folded characters of a line that is one caption with a longer one it begins: `The pier` and `The pier. Photo: Ada Quill`.
const SHORTEST_CUT: usize = 6;

/// Folded characters by which a line beside a picture may be longer than what its attributes say: a credit, and no second sentence.
const MOST_ADDED: usize = 60;

/// Words of a part behind the caption, on a line or in an element of its own, that is its credit though nothing else says so.
const MOST_CREDIT_WORDS: f32 = 10.0;

/// The captions of a page, by the block that becomes the figure: a picture, or for flat text the caption's own line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Captions {
    by_figure: BTreeMap<BlockId, Caption>,
    /// The blocks that are printed with a figure.
    lines: BTreeSet<BlockId>,
}

/// A caption in the wording that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Caption {
    /// The lines that are kept; none where only an attribute has the caption.
    pub(crate) lines: Vec<BlockId>,
    pub(crate) text: Option<String>,
    pub(crate) credit: Option<String>,
    pub(crate) photographers: Vec<Person>,
}

impl Caption {
    /// Adds what one line says.
    fn add(&mut self, split: SplitCaption) {
        join(&mut self.text, split.caption);
        join(&mut self.credit, split.credit);
        self.photographers.extend(split.photographers);
    }
}

fn join(whole: &mut Option<String>, part: Option<String>) {
    let Some(part) = part else { return };
    match whole {
        Some(whole) => {
            whole.push(' ');
            whole.push_str(&part);
        }
        None => *whole = Some(part),
    }
}

impl Captions {
    pub(crate) fn of(&self, figure: BlockId) -> Option<&Caption> {
        self.by_figure.get(&figure)
    }

    fn insert(&mut self, figure: BlockId, caption: Caption) {
        self.lines.extend(&caption.lines);
        self.by_figure.insert(figure, caption);
    }

    /// Whether the block is printed with a figure, not as text.
    pub(crate) fn holds(&self, block: BlockId) -> bool {
        self.lines.contains(&block)
    }

    /// Finds what is said about the pictures of the body, and settles the lines that say it again. On a page that is no article's the
    /// lines beside pictures are its text, unless markup or a credit says that they are captions.
    pub(crate) fn fold(blocks: &Blocks, verdicts: Verdicts, limits: &Limits) -> (Self, Verdicts) {
        let mut folding = Folding {
            blocks,
            limits,
            captions: Self::default(),
            changes: Vec::new(),
            taken: BTreeSet::new(),
            said: BTreeMap::new(),
        };
        if blocks.has_markup {
            folding.beside_pictures(&verdicts);
        } else {
            folding.told_lines(&verdicts);
        }
        (folding.captions, verdicts.with(folding.changes))
    }
}

struct Folding<'a> {
    blocks: &'a Blocks,
    limits: &'a Limits,
    captions: Captions,
    changes: Vec<(BlockId, Verdict)>,
    taken: BTreeSet<BlockId>,
    /// What was said of the pictures so far, folded, by their addresses in any size.
    said: BTreeMap<String, Vec<&'a str>>,
}

/// Lines that say one thing about a picture.
struct Wording<'a> {
    lines: Vec<BlockId>,
    folded: Vec<&'a str>,
}

impl<'a> Folding<'a> {
    fn beside_pictures(&mut self, verdicts: &Verdicts) {
        let pictures: Vec<BlockId> = verdicts
            .body()
            .filter(|&id| self.blocks[id].kind == Kind::Picture)
            .collect();
        for picture in pictures {
            let mut lines = self.lines_about(picture, verdicts);
            if verdicts.of_another_kind && !lines.iter().any(|&line| self.is_told(line)) {
                lines.clear();
            }
            self.taken.extend(&lines);
            if let Some(shown) = self.blocks.picture_of(picture) {
                let said = lines.iter().map(|&line| self.blocks.folded(line));
                let known = self.said.entry(without_size(&shown.src).into_owned());
                known.or_default().extend(said);
            }
            let said = self
                .blocks
                .picture_of(picture)
                .map(attribute_captions)
                .unwrap_or_default();
            let mut caption = Caption::default();
            let is_caption = |line: &&BlockId| self.blocks[**line].kind == Kind::Caption;
            let captions: Vec<BlockId> = lines.iter().filter(is_caption).copied().collect();
            for wording in &self.wordings(&lines) {
                let captioned = captions.iter().any(|line| !wording.lines.contains(line));
                let Some(kept) = best_wording(wording, &said) else {
                    continue;
                };
                let split = self.split(kept, caption.text.is_some(), captioned);
                caption.lines.push(kept);
                caption.add(split);
                self.settle(kept, &wording.lines, self.blocks.folded(kept));
            }
            if lines.is_empty() {
                caption.text = self.caption_of_attribute(picture);
            }
            if caption.text.is_some() || caption.credit.is_some() {
                self.captions.insert(picture, caption);
            }
        }
    }

    /// What one line says, parted; a short part behind the caption, or beside a `figcaption`, in an element of its own, is a credit.
    fn split(&self, line: BlockId, behind: bool, captioned: bool) -> SplitCaption {
        let text = self.blocks.text_of(line);
        let shown = self.blocks.last_part_of(line);
        let text = match shown {
            // "The pier.<span>+4</span>": so many more pictures.
            Some((caption, behind)) if is_counter(behind) => caption,
            _ => text,
        };
        let mut split = credit::split(text);
        // Borrowed, it is the text itself.
        if split.credit.is_none()
            && let Cow::Owned(parted) = self.blocks.parted_text_of(line)
        {
            let parted = credit::split(&parted);
            if parted.credit.is_some() {
                split = parted;
            }
        }
        let block = &self.blocks[line];
        let is_caption = block.kind == Kind::Caption;
        // "<span>The pier.</span><span>Ada Quill</span>": style parts the two.
        if split.credit.is_none()
            && (is_caption || captioned)
            && let Some((caption, behind)) = self.last_part_of(line)
            && caption.ends_with(|c: char| !c.is_alphanumeric())
            && let Some(parted) = credit::set_apart(caption, behind)
        {
            return parted;
        }
        let alone = split.credit.is_none()
            && !block.measure.ends_sentence
            && block.measure.weight() <= MOST_CREDIT_WORDS;
        let named = is_caption && credit::is_credit_name(&self.blocks[block.owner].names);
        if alone && (is_caption && behind || named || captioned && !is_caption) {
            split.credit = split.caption.take();
        }
        split
    }

    /// A caption in two where it breaks its line, or where inline elements meet.
    fn last_part_of(&self, line: BlockId) -> Option<(&str, &str)> {
        let broken = self.blocks.text_of(line).trim_end().rsplit_once('\n');
        broken.or_else(|| self.blocks.last_part_of(line))
    }

    /// The caption that a script would show with the picture.
    fn caption_of_attribute(&self, picture: BlockId) -> Option<String> {
        let said = &self.blocks.picture_of(picture)?.data_caption;
        let is_text = said.contains(char::is_whitespace) || fold(said).len() < said.len();
        let plain = !said.contains(['<', '{', '\\']) && said.chars().count() > SHORTEST_CUT;
        (is_text && plain && !is_file_name(said)).then(|| said.clone())
    }

    /// Whether markup or a credit says that a line is a caption.
    fn is_told(&self, line: BlockId) -> bool {
        is_caption_by_markup(self.blocks, line) || credit::marks_caption(self.blocks.text_of(line))
    }

    /// The blocks that say something about a picture: the texts of its figure, and lines after it that are marked as captions or
    /// say again what one of them, or the picture's own attributes, say.
    fn lines_about(&self, picture: BlockId, verdicts: &Verdicts) -> Vec<BlockId> {
        let figure = figure_of(self.blocks, picture);
        let mut known: Vec<String> = self
            .blocks
            .picture_of(picture)
            .map(attribute_captions)
            .unwrap_or_default();
        let mut lines = figure.map_or_else(Vec::new, |figure| {
            inside_figure(self.blocks, verdicts, figure, picture)
        });
        lines.retain(|line| !self.taken.contains(line));
        known.extend(lines.iter().map(|&id| self.blocks.folded(id).to_owned()));
        // A thumbnail shows the picture once more.
        let shown = self.blocks.picture_of(picture);
        let before = shown.and_then(|shown| self.said.get(without_size(&shown.src).as_ref()));
        known.extend(before.into_iter().flatten().map(|&text| text.to_owned()));
        let after = figure.map_or(picture.0 + 1, |figure| {
            self.blocks[figure].blocks.end.max(picture.0 + 1)
        });
        let mut reach = REACH;
        for at in after..self.blocks.len() as u32 {
            let id = BlockId(at);
            if self.blocks[id].kind == Kind::Picture && !verdicts[id].is_body() {
                continue;
            }
            if reach == 0
                || self.blocks[id].kind == Kind::Picture
                || self.taken.contains(&id)
                || !is_open(self.blocks, verdicts, id)
            {
                break;
            }
            reach -= 1;
            let (text, folded) = (self.blocks.text_of(id), self.blocks.folded(id));
            let said = may_say_again(self.blocks, verdicts, id, !lines.is_empty())
                && known.iter().any(|text| self.says(text, folded));
            let starts = || lines.is_empty() && is_marked(self.blocks, verdicts, id, picture);
            let credits = || !lines.is_empty() && credit::is_credit(text);
            if !(said || starts() || credits()) || is_file_name(text) {
                break;
            }
            known.push(folded.to_owned());
            lines.push(id);
        }
        lines
    }

    /// Whether a line says what is known of the picture already: alike, or one of the two with a little more at its end.
    fn says(&self, known: &str, line: &str) -> bool {
        let (short, long) = if known.len() < line.len() {
            (known, line)
        } else {
            (line, known)
        };
        let added = long.chars().count().saturating_sub(short.chars().count());
        let begins = added <= MOST_ADDED
            && short.chars().count() >= SHORTEST_CUT.max(added / 2)
            && long.starts_with(short);
        begins || alike(known, line, self.limits)
    }

    /// Puts together what says the same; of a caption and its beginning the longer goes first, as it is the credited one.
    fn wordings(&self, lines: &[BlockId]) -> Vec<Wording<'a>> {
        let mut wordings: Vec<Wording<'a>> = Vec::new();
        for &line in lines {
            let folded = self.blocks.folded(line);
            let whole: String = wordings
                .iter()
                .filter_map(|wording| wording.folded.first().copied())
                .collect();
            let same = wordings.iter().position(|wording| {
                wording
                    .folded
                    .iter()
                    .any(|known| self.says(known, folded) || known.contains(folded))
            });
            let repeats_all = wordings.len() > 1 && alike(&whole, folded, self.limits);
            let at = same.or(repeats_all.then_some(0));
            if let Some(wording) = at.and_then(|at| wordings.get_mut(at)) {
                wording.lines.push(line);
                if !repeats_all {
                    wording.folded.push(folded);
                }
            } else {
                wordings.push(Wording {
                    lines: vec![line],
                    folded: vec![folded],
                });
            }
        }
        wordings
    }

    /// Marks the other lines as repeats of the kept one, by how far they say what is printed.
    fn settle(&mut self, kept: BlockId, lines: &[BlockId], printed: &str) {
        self.changes.push((
            kept,
            Verdict {
                role: crate::judge::Role::Body,
                by: Evidence::Rule("caption"),
            },
        ));
        for &line in lines.iter().filter(|&&line| line != kept) {
            let folded = self.blocks.folded(line);
            let similarity = self.likeness(folded, printed);
            let verdict = Verdict::removed(
                Reason::DuplicateCaption,
                Evidence::Copy(Twin { kept, similarity }),
            );
            self.changes.push((line, verdict));
        }
    }

    /// How alike two lines are; of a line and its beginning, which an alignment takes for two from some length on, by their lengths.
    fn likeness(&self, line: &str, printed: &str) -> f32 {
        let (one, other) = (line.len() as f32, printed.len() as f32);
        if printed.starts_with(line) || line.starts_with(printed) {
            return 2.0 * one.min(other) / (one + other);
        }
        similarity(line, printed, self.limits.count(Limit::DiffChars))
    }

    /// Flat text has no pictures: what was said of one stands in lines that say one thing.
    fn told_lines(&mut self, verdicts: &Verdicts) {
        let flat = told(self.blocks, verdicts, self.limits);
        let named = Verdict::removed(Reason::Other, Evidence::Rule("alternative_text"));
        let in_body = |id: &BlockId| verdicts[*id].is_body();
        let alternatives = flat.alternatives.into_iter().filter(in_body);
        self.changes.extend(alternatives.map(|id| (id, named)));
        for told in flat.told {
            let Some(&kept) = told.lines.first() else {
                continue;
            };
            let mut caption = Caption::default();
            let mut printed = String::new();
            for (at, &line) in told.lines.iter().enumerate() {
                caption.lines.push(line);
                caption.add(self.split(line, at > 0, at > 0));
                printed.push_str(self.blocks.folded(line));
                self.settle(line, &[], &printed);
            }
            self.settle(kept, &told.repeats, &printed);
            self.captions.insert(kept, caption);
        }
    }
}

/// The line in which most lines and attributes agree; where they are even the longest but for stray numerals, else the first.
fn best_wording(wording: &Wording<'_>, attributes: &[String]) -> Option<BlockId> {
    let said = || wording.folded.iter().copied();
    let votes = |text: &str| {
        let claimed = attributes.iter().map(String::as_str);
        said().chain(claimed).filter(|other| *other == text).count()
    };
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    let chars = |text: &str| text.chars().count() - digits(text);
    let longest = said().map(chars).max()?;
    // A credit that one line adds is no edit, a numeral is.
    let is_begun = |text: &str, whole: &str| {
        let added = whole.strip_prefix(text).unwrap_or_default();
        added.chars().any(char::is_alphabetic)
    };
    let is_whole = |text: &&str| {
        chars(text) + SHORTEST_CUT > longest && !said().any(|other| is_begun(text, other))
    };
    let most = said().filter(is_whole).map(votes).max()?;
    let (best, _) = said()
        .enumerate()
        .filter(|(_, text)| is_whole(text) && votes(text) == most)
        .min_by_key(|(at, text)| (digits(text), *at))?;
    wording.lines.get(best).copied()
}

/// Whether two folded lines beside one picture are one caption.
fn alike(a: &str, b: &str, limits: &Limits) -> bool {
    let most = limits.count(Limit::DiffChars);
    !a.is_empty() && are_alike(a, b, most, SAME_CAPTION)
}
