//! Rules for what is never in doubt. They settle most blocks before the judge is asked.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::article::Reason;
use crate::dedup::copies::{Copies, Standing};
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::headline::Headline;
use crate::judge::density::Density;
use crate::judge::sight::{Sight, is_good};
use crate::judge::wording::{Header, Wording, Wordings};
use crate::judge::{Brief, Evidence, Role, Verdict};
use crate::lexicon::patterns::pattern;
use crate::lexicon::{At, PhraseHit, phrase};
use crate::page::block::{BlockId, Blocks, ElementId, Kind, NOTE_REACH, link_share};
use crate::text::measure::Measure;
use crate::text::table;

/// A block is a link row from this share of its characters on, …
const LINK_ROW_SHARE: f32 = 0.9;
/// … when what stands around it is as full of links.
const LINK_ROW_DENSITY: f32 = 0.8;

/// A link among links with more words is a story's, not a part of the site's.
const MENU_PART_WORDS: f32 = 4.0;

/// A header line is shorter than this, in words; longer text with a date in it is a sentence.
pub(crate) const HEADER_WORDS: f32 = 40.0;

/// Arrows before a link to another story. Of the paragraphs of the development pages that consist of the two, none is in an annotation.
const POINTERS: [char; 10] = ['▶', '►', '▷', '→', '➡', '☞', '»', '▸', '▲', '>'];

/// Words of a question that a button follows, at most.
const QUESTION_WORDS: f32 = 30.0;

/// Signs that end a question; that of Greek looks like a semicolon.
const QUESTION_MARKS: [char; 5] = ['?', '？', '؟', ';', '\u{37e}'];

/// Share of a paragraph's characters inside of the link behind the arrow.
const POINTER_LINK_SHARE: f32 = 0.8;

/// Words of a question in a button, at least, that stands above its answer: "Already have an account?" has fewer.
const ASKED_WORDS: f32 = 5.0;

/// Name of the rule for lines that are nothing but metadata.
pub(crate) const HEADER_LINE: &str = "header_line";

/// Name of the rule for what a label opens.
pub(crate) const SECTION_LABEL: &str = "section_label";

/// Name of the rule for links among links.
pub(crate) const LINK_ROW: &str = "link_row";

/// Lines of a signature between the last paragraph and its date, at most.
const SIGNATURE_LINES: usize = 3;

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
    /// Whether the page is a thread of a forum by what it says of itself.
    pub(crate) is_thread: bool,
    /// The elements that are footnotes.
    pub(crate) notes: BTreeSet<ElementId>,
    /// By element, once a block is asked for what is around it.
    pub(crate) landmarks: OnceCell<Vec<Landmarks>>,
}

/// Which landmarks and controls are around an element, itself included.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "any of them together")]
pub(crate) struct Landmarks {
    button: bool,
    label: bool,
    nav: bool,
    footer: bool,
    article: bool,
}

fn landmarks(blocks: &Blocks) -> Vec<Landmarks> {
    let mut all: Vec<Landmarks> = Vec::with_capacity(blocks.elements.len());
    for element in &blocks.elements {
        let mut around = all.get(element.parent.at()).copied().unwrap_or_default();
        match element.tag.as_str() {
            "button" => around.button = true,
            "label" => around.label = true,
            "nav" => around.nav = true,
            "footer" => around.footer = true,
            "article" => around.article = true,
            _ => {}
        }
        match element.role.as_str() {
            "navigation" => around.nav = true,
            "contentinfo" => around.footer = true,
            _ => {}
        }
        all.push(around);
    }
    all
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
            is_thread: brief.claimed.thread,
            notes: blocks.notes(),
            landmarks: OnceCell::new(),
        }
    }
}

/// Measures the page and settles what the rules are certain of. A layer that asks for consent holds more text than many an article,
/// so the page is measured once more without those that were found.
pub(crate) fn footing<'a>(
    blocks: &'a Blocks,
    copies: &'a Copies,
    sight: &'a Sight,
    brief: &Brief<'a>,
) -> (Density<'a>, Vec<Option<Verdict>>) {
    let mut read: Wordings<'_> = table(blocks.len());
    let density = Density::measure(blocks, copies, sight);
    let (settled, layers) = settle(
        &Page::new(blocks, copies, &density, sight, brief),
        &mut read,
    );
    if layers.is_empty() {
        return (density, settled);
    }
    let density = Density::measure_without(blocks, copies, sight, &layers);
    let (settled, _) = settle(
        &Page::new(blocks, copies, &density, sight, brief),
        &mut read,
    );
    (density, settled)
}

/// Settles each block that a rule is certain of; pictures and the rest stay open. Then the ranges of the layers that ask for consent.
fn settle<'a>(page: &Page<'a>, read: &mut Wordings<'a>) -> (Vec<Option<Verdict>>, Vec<Range<u32>>) {
    let ruled: Vec<Ruled> = page.blocks.ids().map(|id| page.rule(id, read)).collect();
    let mut settled: Vec<Option<Verdict>> = ruled.iter().map(|ruled| ruled.verdict).collect();
    for id in page.blocks.ids() {
        if page.sight.reads(page.blocks, id) && page.copies.is_weighed(id) {
            let verdict = settled[id.at()].as_ref();
            if let Some(reason) = page.section_opened_by(id, verdict, ruled[id.at()].may_label) {
                page.close_section(id, reason, &mut settled);
            }
            page.close_room(id, &mut settled);
        }
    }
    page.close_comments(&mut settled);
    let layers = page.close_consent_layers(&mut settled);
    (settled, layers)
}

/// What the rules say of a block.
struct Ruled {
    verdict: Option<Verdict>,
    /// Whether it may be a label, which is a row of the lexicon and the whole block: none where the lexicon was asked for just this text,
    /// and has no row.
    may_label: bool,
}

impl<'a> Page<'a> {
    fn rule(&self, id: BlockId, read: &mut Wordings<'a>) -> Ruled {
        let unread = |verdict| Ruled {
            verdict,
            may_label: true,
        };
        if let Some(verdict) = self.rule_of_place(id) {
            return unread(Some(verdict));
        }
        match self.blocks[id].kind {
            Kind::Picture => return unread(None),
            Kind::Code => return unread(self.landmark(id)),
            _ => {}
        }
        let text = self.blocks.parted_text_of(id);
        let wording = read.entry(text.clone()).or_default();
        let worded = self
            .header_line(id, &text, wording)
            .or_else(|| self.sign_off(id))
            .or_else(|| wording.phrase(&text).map(by_phrase))
            .or_else(|| self.button_behind_question(id, &text));
        Ruled {
            may_label: worded.is_some() || matches!(text, Cow::Owned(_)),
            verdict: worded
                .or_else(|| self.pattern(id))
                .or_else(|| self.pointer(id))
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

    /// One block of the headline is the headline; the others repeat it.
    fn headline_verdict(&self, id: BlockId) -> Verdict {
        if self.headline.printed == Some(id) {
            return Verdict {
                role: Role::Headline,
                by: Evidence::Rule("headline"),
            };
        }
        Verdict::removed(Reason::DuplicateTitle, Evidence::Rule("headline"))
    }

    fn header_line(&self, id: BlockId, text: &str, wording: &Wording) -> Option<Verdict> {
        let measure = &self.blocks[id].measure;
        if measure.weight() > HEADER_WORDS || self.is_bare_link(id) {
            return None;
        }
        let header = wording.header(text, self.hints);
        let bare_date = header == Header::BareDate;
        // A note says where a sentence comes from, not the page.
        let is_of_text = || self.is_in_note(id) || bare_date && self.is_among_paragraphs(id);
        (header != Header::No && !is_of_text()).then(|| removed(Reason::Metadata, HEADER_LINE))
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
        let mut before = self.blocks.before(id).take(SIGNATURE_LINES);
        self.blocks.has_markup
            && before.any(|other| {
                is_good(self.blocks, other)
                    && self.blocks.room_of(other) == self.blocks.room_of(id)
                    && self.density.in_best(id)
            })
    }

    /// A question and what to press: `Should the town restore more of them? Vote`.
    fn button_behind_question(&self, id: BlockId, text: &str) -> Option<Verdict> {
        let measure = &self.blocks[id].measure;
        if measure.weight() > QUESTION_WORDS || measure.ends_sentence {
            return None;
        }
        let (_, button) = text.rsplit_once(QUESTION_MARKS)?;
        let hit = phrase(button.trim_start_matches(['"', '”', '»', ' ']))?;
        (hit.phrase.at == At::Whole && hit.phrase.marks == Reason::Form).then(|| by_phrase(hit))
    }

    /// A paragraph that is an arrow and a link: the way to another story, between paragraphs or behind them.
    fn pointer(&self, id: BlockId) -> Option<Verdict> {
        let points = self.blocks.text_of(id).starts_with(POINTERS)
            && matches!(self.blocks[id].kind, Kind::Paragraph | Kind::Cell)
            && link_share(self.blocks, id) >= POINTER_LINK_SHARE;
        points.then(|| removed(Reason::Related, "pointer"))
    }

    fn pattern(&self, id: BlockId) -> Option<Verdict> {
        let row = pattern(self.blocks.text_of(id), self.blocks[id].measure.chars)?;
        Some(removed(row.marks, row.name))
    }

    /// Whether a block is a question of some words, not one that sells or helps to sign in.
    fn asks(&self, id: BlockId) -> bool {
        let is_question = self.blocks.text_of(id).ends_with(QUESTION_MARKS);
        is_question && self.blocks[id].measure.weight() >= ASKED_WORDS
    }

    /// Navigation, page footers and controls, outside the article's element.
    fn landmark(&self, id: BlockId) -> Option<Verdict> {
        let around = self.landmarks.get_or_init(|| landmarks(self.blocks));
        let Landmarks {
            button,
            label,
            nav,
            footer,
            article,
        } = around
            .get(self.blocks[id].owner.at())
            .copied()
            .unwrap_or_default();
        // A button inside a heading opens what the heading heads, and one that asks a reader's question its answer.
        let heads = matches!(self.blocks[id].kind, Kind::Heading(_)) || self.asks(id);
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
        let grandparent = self.blocks.ancestors(id).take(3).last()?;
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
}

/// Whether a text is an object of JSON that a script has left on the page.
fn is_data(text: &str) -> bool {
    let inner = text
        .trim()
        .strip_prefix("{\"")
        .and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| inner.contains("\":"))
}

fn by_phrase(hit: PhraseHit) -> Verdict {
    Verdict::removed(hit.phrase.marks, Evidence::Phrase(hit.phrase))
}

pub(super) fn removed(reason: Reason, rule: &'static str) -> Verdict {
    Verdict::removed(reason, Evidence::Rule(rule))
}
