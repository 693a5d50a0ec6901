//! Rules for what is never in doubt. They settle most blocks before the judge is asked.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::article::Reason;
use crate::dedup::copies::{Copies, Standing};
use crate::grammar::date::Hints;
use crate::grammar::header::{HeaderLine, Part};
use crate::headline::Headline;
use crate::judge::density::{Density, is_good};
use crate::judge::named::Named;
use crate::judge::sight::Sight;
use crate::judge::{Brief, Evidence, Role, Verdict};
use crate::lexicon::names::NameMask;
use crate::lexicon::patterns::pattern;
use crate::lexicon::{headings, phrase};
use crate::page::block::{BlockId, Blocks, ElementId, Kind, NOTE_REACH, link_share};
use crate::text::measure::Measure;

/// A block is a link row from this share of its characters on, …
const LINK_ROW_SHARE: f32 = 0.9;
/// … when what stands around it is as full of links.
const LINK_ROW_DENSITY: f32 = 0.8;

/// A link among links with more words is a story's, not a part of the site's.
const MENU_PART_WORDS: f32 = 4.0;

/// A header line is shorter than this, in words; longer text with a date in it is a sentence.
const HEADER_WORDS: f32 = 40.0;

/// Name of the rule for lines that are nothing but metadata.
pub(crate) const HEADER_LINE: &str = "header_line";

/// Name of the rule for what a label opens.
pub(crate) const SECTION_LABEL: &str = "section_label";

/// Words of a paragraph without a link that a label in a box of its own does not settle, at least: a box is now and then the article's.
/// What readers and lawyers write is long as well, so a label of theirs settles all of it.
const UNSETTLED_WORDS: f32 = 25.0;

/// Name of the rule for links among links.
pub(crate) const LINK_ROW: &str = "link_row";

/// An element is a box beside the article when the article has this many times its blocks.
const BOX_SHARE: usize = 4;

/// Blocks of a box that is taken out as a whole, at most.
const MOST_ROOM_BLOCKS: usize = 24;

/// Share of the page's good words that such a box may hold unnamed: an article with a few notices inside holds more.
const MOST_ROOM_SHARE: f32 = 0.25;

/// Words in sentences that have to be left of a page when a layer that asks for consent holds most of its text: beside a short article
/// it does, and an article inside an element with such a name leaves less.
const LEFT_WORDS: f32 = 30.0;

/// Lines of a signature between the last paragraph and its date, at most.
const SIGNATURE_LINES: u32 = 3;

/// Lines with which a block begins that signs the story off: one name may open a poem, a caption or an address.
const SIGNING_LINES: usize = 2;

/// Of such a block at most one line in so many ends like a sentence.
const LINES_A_SENTENCE: usize = 4;

/// What parts the steps of a breadcrumb.
const PATH_SEPARATORS: [char; 7] = ['>', '＞', '›', '»', '/', '→', '|'];

/// What the rules look at.
pub(crate) struct Page<'a> {
    pub(crate) blocks: &'a Blocks,
    pub(crate) copies: &'a Copies,
    pub(crate) density: &'a Density<'a>,
    pub(crate) headline: &'a Headline,
    pub(crate) sight: &'a Sight,
    pub(crate) hints: &'a Hints,
    /// The elements that are footnotes.
    pub(crate) notes: BTreeSet<ElementId>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(
        blocks: &'a Blocks,
        copies: &'a Copies,
        density: &'a Density<'a>,
        sight: &'a Sight,
        brief: &Brief<'a>,
    ) -> Self {
        Self {
            blocks,
            copies,
            density,
            headline: brief.headline,
            sight,
            hints: brief.hints,
            notes: blocks.notes(),
        }
    }
}

/// Measures the page and settles what the rules are certain of. A layer that asks for consent holds more text than many an article,
/// so the page is measured once more without those that were found.
pub(crate) fn footing<'a>(
    blocks: &'a Blocks,
    copies: &'a Copies,
    sight: &'a Sight,
    named: &'a Named,
    brief: &Brief<'a>,
) -> (Density<'a>, Vec<Option<Verdict>>) {
    let density = Density::measure(blocks, copies, sight, named);
    let (settled, layers) = settle(&Page::new(blocks, copies, &density, sight, brief));
    if layers.is_empty() {
        return (density, settled);
    }
    let density = Density::measure_without(blocks, copies, sight, named, &layers);
    let (settled, _) = settle(&Page::new(blocks, copies, &density, sight, brief));
    (density, settled)
}

/// Settles each block that a rule is certain of; pictures and the rest stay open. Then the ranges of the layers that ask for consent.
fn settle(page: &Page<'_>) -> (Vec<Option<Verdict>>, Vec<Range<u32>>) {
    let ruled: Vec<Ruled> = page.blocks.ids().map(|id| page.rule(id)).collect();
    let mut settled: Vec<Option<Verdict>> = ruled.iter().map(|ruled| ruled.verdict).collect();
    for id in page.blocks.ids() {
        if page.sight.reads(page.blocks, id) && page.copies.is_weighed(id) {
            // A label is a row of the lexicon that is the whole block.
            let may_label = !(ruled[id.at()].is_without_row && page.is_unparted(id));
            let verdict = settled[id.at()].as_ref();
            if let Some(reason) = page.section_opened_by(id, verdict, may_label) {
                page.close_section(id, reason, &mut settled);
            }
            page.close_room(id, &mut settled);
        }
    }
    let layers = page.close_consent_layers(&mut settled);
    (settled, layers)
}

/// What the rules say of a block.
#[derive(Default)]
struct Ruled {
    verdict: Option<Verdict>,
    /// Whether the lexicon was asked and has no row that speaks for it.
    is_without_row: bool,
}

impl Page<'_> {
    fn rule(&self, id: BlockId) -> Ruled {
        if let Some(verdict) = self.rule_of_place(id) {
            return Ruled {
                verdict: Some(verdict),
                ..Ruled::default()
            };
        }
        let kind = self.blocks[id].kind;
        if kind == Kind::Picture {
            return Ruled::default();
        }
        if kind == Kind::Code {
            return Ruled {
                verdict: self.landmark(id),
                ..Ruled::default()
            };
        }
        let worded = self
            .header_line(id)
            .or_else(|| self.sign_off(id))
            .or_else(|| self.phrase(id));
        Ruled {
            is_without_row: worded.is_none(),
            verdict: worded
                .or_else(|| self.pattern(id))
                .or_else(|| self.landmark(id))
                .or_else(|| self.breadcrumb(id)),
        }
    }

    /// The rules that ask neither for wording nor for elements.
    fn rule_of_place(&self, id: BlockId) -> Option<Verdict> {
        let block = &self.blocks[id];
        if !self.sight.reads(self.blocks, id) {
            return Some(removed(Reason::Hidden, "hidden"));
        }
        if self.copies.standing(id) == Standing::Inserted {
            return Some(removed(Reason::Promo, "in_one_copy_only"));
        }
        if block.kind == Kind::Picture {
            return None;
        }
        if self.headline.blocks.binary_search(&id).is_ok() {
            return Some(self.headline_verdict(id));
        }
        if block.measure.words == 0 {
            return Some(removed(Reason::Other, "no_word"));
        }
        let is_text = block.kind != Kind::Code;
        (is_text && is_data(self.blocks.text_of(id))).then(|| removed(Reason::Other, "data"))
    }

    /// Whether no inline elements of a block meet: phrases were looked for in its text as it is.
    fn is_unparted(&self, id: BlockId) -> bool {
        matches!(self.blocks.parted_text_of(id), Cow::Borrowed(_))
    }

    /// The first block of the headline is the headline; the others repeat it.
    fn headline_verdict(&self, id: BlockId) -> Verdict {
        if self.headline.blocks.first() == Some(&id) {
            return Verdict {
                role: Role::Headline,
                by: Evidence::Rule("headline"),
            };
        }
        Verdict::removed(Reason::DuplicateTitle, Evidence::Rule("headline"))
    }

    fn header_line(&self, id: BlockId) -> Option<Verdict> {
        let measure = &self.blocks[id].measure;
        if measure.weight() > HEADER_WORDS || self.is_bare_link(id) {
            return None;
        }
        let line = HeaderLine::metadata(&self.blocks.parted_text_of(id), self.hints)?;
        let bare_date = matches!(line.parts.as_slice(), [Part::Date(_)]);
        // A note says where a sentence comes from, not the page.
        let is_of_text = || self.is_in_note(id) || bare_date && self.is_among_paragraphs(id);
        (!is_of_text()).then(|| removed(Reason::Metadata, HEADER_LINE))
    }

    fn is_in_note(&self, id: BlockId) -> bool {
        let mut around = self.blocks.ancestors(id).take(NOTE_REACH);
        !self.notes.is_empty() && around.any(|element| self.notes.contains(&element))
    }

    /// A block of lines behind a paragraph that begins with those who made the story, a role a line, and has few sentences: below them
    /// stand the outlet's own lines, what to scan and what to reply.
    fn sign_off(&self, id: BlockId) -> Option<Verdict> {
        let lines = || self.blocks.text_of(id).lines();
        let all = lines().count();
        if all <= SIGNING_LINES {
            return None;
        }
        let signs = |line: &&str| HeaderLine::metadata(line, self.hints).is_some();
        let is_sentence = |line: &&str| Measure::of(line).ends_sentence;
        let signed = lines().take(SIGNING_LINES).filter(signs).count();
        (signed == SIGNING_LINES
            && lines().filter(is_sentence).count() * LINES_A_SENTENCE <= all
            && self.is_among_paragraphs(id))
        .then(|| removed(Reason::Metadata, "sign_off"))
    }

    /// Whether a block is nothing but a link without a digit or a label's colon: a menu's entry, which is most of a page's blocks, and
    /// no header line.
    fn is_bare_link(&self, id: BlockId) -> bool {
        let measure = &self.blocks[id].measure;
        link_share(self.blocks, id) >= 1.0
            && measure.digits == 0
            && !self.blocks.text_of(id).contains([':', '：'])
    }

    /// Whether a paragraph of the same element stands a few blocks before: a date there heads an entry or signs a notice.
    fn is_among_paragraphs(&self, id: BlockId) -> bool {
        let parent = |id: BlockId| self.blocks[self.blocks[id].owner].parent;
        let before = (id.0.saturating_sub(SIGNATURE_LINES)..id.0).map(BlockId);
        self.blocks.has_markup
            && before.into_iter().any(|other| {
                is_good(self.blocks, other)
                    && parent(other) == parent(id)
                    && self.density.in_best(id)
            })
    }

    fn phrase(&self, id: BlockId) -> Option<Verdict> {
        let hit = phrase(&self.blocks.parted_text_of(id))?;
        Some(Verdict::removed(
            hit.phrase.marks,
            Evidence::Phrase(hit.phrase),
        ))
    }

    fn pattern(&self, id: BlockId) -> Option<Verdict> {
        let row = pattern(self.blocks.text_of(id), self.blocks[id].measure.chars)?;
        Some(removed(row.marks, row.name))
    }

    /// Navigation, page footers and controls, outside the article's element.
    fn landmark(&self, id: BlockId) -> Option<Verdict> {
        let [mut button, mut label, mut nav, mut footer, mut article] = [false; 5];
        for element in self.blocks.ancestors(id) {
            match self.blocks[element].tag.as_str() {
                "button" => button = true,
                "label" => label = true,
                "nav" => nav = true,
                "footer" => footer = true,
                "article" => article = true,
                _ => {}
            }
            match self.blocks[element].role.as_str() {
                "navigation" => nav = true,
                "contentinfo" => footer = true,
                _ => {}
            }
        }
        // A button inside a heading opens what the heading heads.
        let heads = matches!(self.blocks[id].kind, Kind::Heading(_));
        if button && !heads || label && !is_good(self.blocks, id) {
            return Some(removed(Reason::Form, "control"));
        }
        if self.density.in_best(id) {
            return None;
        }
        if nav {
            return Some(removed(Reason::Navigation, "nav"));
        }
        (footer && !article).then(|| removed(Reason::Legal, "footer"))
    }

    /// A link among links. Certain on the page of an article only: what a list has are its link rows, so the judge is asked for these
    /// blocks and the rule comes after it.
    pub(crate) fn link_row(&self, id: BlockId) -> Option<Verdict> {
        if link_share(self.blocks, id) <= LINK_ROW_SHARE {
            return None;
        }
        let around: Vec<ElementId> = self.blocks.ancestors(id).take(3).collect();
        let grandparent = *around.last()?;
        if self.density.link_density(grandparent) <= LINK_ROW_DENSITY {
            return None;
        }
        let words = self.blocks[id].measure.weight();
        let reason = if words > MENU_PART_WORDS {
            Reason::Related
        } else {
            Reason::Navigation
        };
        Some(removed(reason, LINK_ROW))
    }

    /// A line that ends in the headline and has the way to it before: `Home > Region > …`.
    fn breadcrumb(&self, id: BlockId) -> Option<Verdict> {
        if self.blocks[id].measure.weight() > HEADER_WORDS {
            return None;
        }
        let folded = self.blocks.folded(id);
        let ends_in_headline = self
            .headline
            .wordings
            .iter()
            .any(|wording| folded.len() > wording.len() && folded.ends_with(wording));
        let has_steps = || self.blocks.text_of(id).contains(PATH_SEPARATORS);
        (ends_in_headline && has_steps()).then(|| removed(Reason::Navigation, "breadcrumb"))
    }

    /// The reason for what follows a label ("Related stories") or a heading that is itself furniture ("Sign up for our letter").
    fn section_opened_by(
        &self,
        id: BlockId,
        verdict: Option<&Verdict>,
        may_label: bool,
    ) -> Option<Reason> {
        let heads = matches!(self.blocks[id].kind, Kind::Heading(_));
        match verdict {
            Some(Verdict {
                role: Role::Removed(reason),
                by: Evidence::Phrase(_),
            }) if heads && *reason != Reason::Navigation => Some(*reason),
            Some(Verdict {
                role: Role::Headline,
                ..
            }) => None,
            _ if may_label => headings::opens(self.blocks.text_of(id)),
            _ => None,
        }
    }

    /// Takes out what a label opens: up to the next heading, the end of the element it stands in, or the first paragraph that reads
    /// like the article's. In a box of its own there is no such paragraph.
    fn close_section(&self, label: BlockId, reason: Reason, settled: &mut [Option<Verdict>]) {
        let by = SECTION_LABEL;
        settled[label.at()] = settled[label.at()].or(Some(removed(reason, by)));
        let room = self
            .blocks
            .ancestors(label)
            .find(|&element| self.blocks[element].blocks.len() > 1);
        let end = room.map_or(self.blocks.len() as u32, |element| {
            self.blocks[element].blocks.end
        });
        let boxed = room.is_some_and(|element| self.is_aside(element));
        let is_of_paragraphs = matches!(reason, Reason::Comments | Reason::Legal);
        for at in label.0 + 1..end {
            let id = BlockId(at);
            let is_heading = matches!(self.blocks[id].kind, Kind::Heading(_));
            let flat_break = !self.blocks.has_markup && self.blocks[id].gap_before;
            let reads_on = is_good(self.blocks, id) && link_share(self.blocks, id) <= 0.0;
            if is_heading
                || reads_on && !boxed
                || flat_break && self.blocks[id].measure.ends_sentence
            {
                break;
            }
            let long = self.blocks[id].measure.weight() >= UNSETTLED_WORDS;
            let is_doubtful = reads_on && long && !is_of_paragraphs;
            let is_text = self.blocks[id].kind != Kind::Picture;
            if settled[id.at()].is_none() && is_text && !is_doubtful {
                settled[id.at()] = Some(removed(reason, by));
            }
        }
    }

    /// Whether an element is a box beside the article: neither the article's own nor around it.
    fn is_aside(&self, element: ElementId) -> bool {
        let (room, best) = (
            &self.blocks[element].blocks,
            &self.blocks[self.density.best()].blocks,
        );
        let around_best = room.start <= best.start && room.end >= best.end;
        let small = room.len() * BOX_SHARE < best.len().max(1);
        self.blocks.has_markup
            && !around_best
            && (small || !self.density.in_best(BlockId(room.start)))
    }

    /// Takes out what asks for consent as a whole: an element that is named for it, outside of the article, in which a phrase row has
    /// named a block. The policies that such layers hold are longer than many an article.
    fn close_consent_layers(&self, settled: &mut [Option<Verdict>]) -> Vec<Range<u32>> {
        let mut layers = Vec::new();
        let best = &self.blocks[self.density.best()].blocks;
        let headline = self.headline.blocks.first();
        let mut closed = 0;
        for (at, element) in self.blocks.elements.iter().enumerate() {
            let layer = element.blocks.clone();
            let asks = self.density.names(ElementId(at as u32));
            let is_inside = layer.start < closed;
            let holds_headline = headline.is_some_and(|id| layer.contains(&id.0));
            if is_inside || holds_headline || !asks.intersects(NameMask::CONSENT) {
                continue;
            }
            closed = layer.end;
            let words = |id: BlockId| self.blocks[id].measure.weight();
            let inside = || layer.clone().map(BlockId);
            let named: f32 = inside()
                .filter(|id| is_named(settled[id.at()].as_ref()))
                .map(words)
                .sum();
            let holds_best = layer.start <= best.start && best.end <= layer.end;
            let good =
                self.density.good_words(ElementId::ROOT) - self.density.good_words_over(&layer);
            if named <= 0.0 || holds_best && (headline.is_none() || good < LEFT_WORDS) {
                continue;
            }
            for id in inside() {
                if settled[id.at()].is_none() && self.blocks[id].kind != Kind::Picture {
                    settled[id.at()] = Some(removed(Reason::Form, "consent_layer"));
                }
            }
            layers.push(layer);
        }
        layers
    }

    /// Takes out the rest of a small element most of whose words one phrase row has named: a consent layer, a letter's sign-up.
    fn close_room(&self, id: BlockId, settled: &mut [Option<Verdict>]) {
        let Some(Verdict {
            role: Role::Removed(reason),
            by: by @ Evidence::Phrase(_),
        }) = settled[id.at()]
        else {
            return;
        };
        let room = self.blocks[self.blocks[id].owner].parent;
        if !self.blocks.has_markup || self.blocks[room].blocks.len() > MOST_ROOM_BLOCKS {
            return;
        }
        let inside = || self.blocks[room].blocks.clone().map(BlockId);
        let words = |id: BlockId| self.blocks[id].measure.weight();
        let is_named = |id: &BlockId| is_named(settled[id.at()].as_ref());
        let named: f32 = inside().filter(is_named).map(words).sum();
        let total: f32 = inside().map(words).sum();
        let page = self.density.good_words(ElementId::ROOT);
        if named * 2.0 < total || total - named > MOST_ROOM_SHARE * page {
            return;
        }
        for other in inside() {
            if settled[other.at()].is_none() && self.blocks[other].kind != Kind::Picture {
                settled[other.at()] = Some(Verdict::removed(reason, by));
            }
        }
    }
}

/// Whether a text is an object of JSON that a script has left on the page.
fn is_data(text: &str) -> bool {
    let inner = text
        .trim()
        .strip_prefix("{\"")
        .and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| inner.contains("\":"))
}

/// Whether a phrase row settled the block.
fn is_named(verdict: Option<&Verdict>) -> bool {
    matches!(
        verdict,
        Some(Verdict {
            by: Evidence::Phrase(_),
            ..
        })
    )
}

fn removed(reason: Reason, rule: &'static str) -> Verdict {
    Verdict::removed(reason, Evidence::Rule(rule))
}
