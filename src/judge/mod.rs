//! Which blocks are the article, and why the others are not.

mod boxes;
pub(crate) mod certain;
pub(crate) mod density;
pub(crate) mod features;
pub(crate) mod forest;
pub(crate) mod headline;
pub(crate) mod kind_of_page;
pub(crate) mod lexicon;
pub(crate) mod plain;
pub(crate) mod settle;

use std::ops::Index;

use crate::article::Reason;
use crate::dedup::copies::{Copies, Twin};
use crate::extractor::Focus;
use crate::fields::date::Hints;
use crate::judge::density::Density;
use crate::judge::features::Features;
use crate::judge::headline::Headline;
use crate::judge::lexicon::Phrase;
use crate::page::block::{BlockId, Blocks, Presence};

/// What a block is in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Body,
    Headline,
    Summary,
    Removed(Reason),
}

/// What a role was given on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Evidence {
    /// A rule that is never in doubt, by its name.
    Rule(&'static str),
    /// A row of the lexicon.
    Phrase(&'static Phrase),
    /// The judge's probability that the block is body.
    Judge(f32),
    /// A block that is kept in its stead.
    Copy(Twin),
}

impl Evidence {
    /// The evidence in a word or two, for the trace and the record: `rule link_row`, `judge 0.12`.
    pub(crate) fn label(self) -> String {
        match self {
            Self::Rule(name) => format!("rule {name}"),
            Self::Phrase(phrase) => format!("phrase {}", phrase.label()),
            Self::Judge(p) => format!("judge {p:.2}"),
            Self::Copy(twin) if twin.similarity >= 1.0 => "equal copy".to_owned(),
            Self::Copy(twin) => format!("copy {:.2}", twin.similarity),
        }
    }
}

/// A block's role, and what it was given on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verdict {
    pub(crate) role: Role,
    pub(crate) by: Evidence,
}

impl Verdict {
    pub(crate) fn body(by: Evidence) -> Self {
        Self {
            role: Role::Body,
            by,
        }
    }

    pub(crate) fn removed(reason: Reason, by: Evidence) -> Self {
        Self {
            role: Role::Removed(reason),
            by,
        }
    }

    pub(crate) fn is_body(&self) -> bool {
        self.role == Role::Body
    }
}

/// One verdict per block.
#[derive(Default)]
pub(crate) struct Verdicts {
    rows: Vec<Verdict>,
    /// Text up to this presence was taken for the page's.
    pub(crate) seen: Presence,
    /// Expected share of the body that is right, before calibration.
    pub(crate) confidence: f32,
}

impl Index<BlockId> for Verdicts {
    type Output = Verdict;

    fn index(&self, id: BlockId) -> &Verdict {
        &self.rows[id.at()]
    }
}

impl Verdicts {
    /// Takes every block for body.
    pub(crate) fn all_body(blocks: usize) -> Self {
        Self {
            rows: vec![Verdict::body(Evidence::Rule("given")); blocks],
            ..Self::default()
        }
    }

    pub(crate) fn body(&self) -> impl DoubleEndedIterator<Item = BlockId> + '_ {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(at, verdict)| verdict.is_body().then_some(BlockId(at as u32)))
    }

    /// The same verdicts, with some replaced: for stages that settle what the judge left open.
    pub(crate) fn with(mut self, changes: impl IntoIterator<Item = (BlockId, Verdict)>) -> Self {
        for (id, verdict) in changes {
            self.rows[id.at()] = verdict;
        }
        self
    }
}

/// What the judge leans on besides the page's own text.
pub(crate) struct Brief<'a> {
    pub(crate) focus: Focus,
    pub(crate) hints: &'a Hints,
    pub(crate) headline: &'a Headline,
    /// The page's descriptions of itself, folded.
    pub(crate) descriptions: Vec<String>,
}

/// Probability from which on a block is body, by focus. Out of fold the F1 of articles is flat from 0.5 to 0.6; what the other two
/// give up and gain is in the forest's card.
fn threshold(focus: Focus) -> f32 {
    match focus {
        Focus::Balanced => 0.55,
        Focus::Precision => 0.75,
        Focus::Recall => 0.35,
    }
}

/// Below this expected F1 a page has no body the judge is sure of: a list, a forum, a product. What there is of one is then …
const UNSURE: f32 = 0.5;
/// … whatever reaches this probability: 0.12 of F1 on lists, 0.02 on products and forums, nothing lost on articles.
const UNSURE_THRESHOLD: f32 = 0.2;

/// Whether a page has a body the judge is sure of, and what the threshold is then.
fn bar_for(
    focus: Focus,
    page: &certain::Page<'_>,
    probabilities: &[f32],
    rows: &[Option<Verdict>],
) -> (bool, f32) {
    let bar = threshold(focus);
    let weighed = page.blocks.ids().map(|id| {
        let p = probabilities[id.at()];
        let kept = p >= bar && rows[id.at()].is_none();
        (page.blocks[id].measure.weight(), p, kept)
    });
    let unsure =
        focus != Focus::Precision && page.blocks.has_markup && expected_f1(weighed) < UNSURE;
    if unsure {
        (false, UNSURE_THRESHOLD)
    } else {
        (true, bar)
    }
}

/// Gives each block its verdict.
pub(crate) fn judge(blocks: &Blocks, copies: &Copies, brief: &Brief<'_>) -> Verdicts {
    let seen = presence_to_read(blocks, copies);
    let density = Density::measure(blocks, copies, seen);
    let page = certain::Page {
        blocks,
        copies,
        density: &density,
        headline: brief.headline,
        seen,
        hints: brief.hints,
    };
    let settled = certain::settle(&page);
    let probabilities = if blocks.has_markup {
        learned(&page, &settled, &brief.descriptions)
    } else {
        plain::probabilities(&page, &settled)
    };
    let with_link_rows: Vec<Option<Verdict>> = blocks
        .ids()
        .map(|id| settled[id.at()].or_else(|| page.link_row(id)))
        .collect();
    let (sure, bar) = bar_for(brief.focus, &page, &probabilities, &with_link_rows);
    let settled = if sure { with_link_rows } else { settled };
    let decide = |id: BlockId| {
        let by = Evidence::Judge(probabilities[id.at()]);
        settled[id.at()].unwrap_or_else(|| {
            if probabilities[id.at()] >= bar {
                Verdict::body(by)
            } else {
                Verdict::removed(plain::furniture(&page, id), by)
            }
        })
    };
    let mut rows: Vec<Verdict> = blocks.ids().map(decide).collect();
    settle::pictures(blocks, copies, &mut rows);
    settle::ragged_ends(blocks, &mut rows);
    settle::headings_between(blocks, &mut rows);
    settle::dangling_headings(blocks, &mut rows);
    settle::summary(blocks, &brief.descriptions, &mut rows);
    settle::excerpts(blocks, &mut rows);
    boxes::repeats(blocks, &mut rows);
    settle::copies(blocks, copies, &mut rows);
    let expected = expected_of(blocks, &rows, &probabilities);
    Verdicts {
        rows,
        seen,
        confidence: forest::interpolate(forest::table::CONFIDENCE, expected),
    }
}

/// The forest's probabilities for the blocks that are open; zero for the rest, which it is not asked.
fn learned(
    page: &certain::Page<'_>,
    settled: &[Option<Verdict>],
    descriptions: &[String],
) -> Vec<f32> {
    let features = Features::measure(page, settled, descriptions);
    let mut asked = forest::table::FOREST.probabilities(&features);
    let words = |&id: &BlockId| page.blocks[id].measure.weight();
    let words: Vec<f32> = features.open.iter().map(words).collect();
    forest::lean_on_templates(&mut asked, &features.templates, &words);
    let mut probabilities = vec![0.0; page.blocks.len()];
    for (id, p) in features.open.iter().zip(asked) {
        probabilities[id.at()] = p;
    }
    probabilities
}

/// What the training sees of a page: how its blocks are settled, and the features of those that are open.
#[cfg(feature = "training")]
pub(crate) fn lesson(
    blocks: &Blocks,
    copies: &Copies,
    brief: &Brief<'_>,
) -> (Vec<Option<Verdict>>, Vec<bool>, Features) {
    let seen = presence_to_read(blocks, copies);
    let density = Density::measure(blocks, copies, seen);
    let page = certain::Page {
        blocks,
        copies,
        density: &density,
        headline: brief.headline,
        seen,
        hints: brief.hints,
    };
    let settled = certain::settle(&page);
    let features = Features::measure(&page, &settled, &brief.descriptions);
    let is_link_row = |id: BlockId| page.link_row(id).is_some();
    (settled, blocks.ids().map(is_link_row).collect(), features)
}

/// Hidden text is read when it has this many words …
const SHELL_WORDS: f32 = 60.0;
/// … and this many times the words of what is visible: the visible page is then a shell or an excerpt.
const HIDDEN_RATIO: f32 = 2.0;

/// How much of what nobody sees has to be read.
fn presence_to_read(blocks: &Blocks, copies: &Copies) -> Presence {
    let words = |presence: Presence| -> f32 {
        let weighed = |id: &BlockId| {
            blocks[*id].presence == presence
                && copies.is_weighed(*id)
                && density::is_good(blocks, *id)
        };
        blocks
            .ids()
            .filter(weighed)
            .map(|id| blocks[id].measure.weight())
            .sum()
    };
    let visible = words(Presence::Visible);
    let is_the_page = |&presence: &Presence| {
        let words = words(presence);
        words > SHELL_WORDS && words > HIDDEN_RATIO * visible
    };
    Presence::HIDDEN
        .into_iter()
        .find(is_the_page)
        .unwrap_or(Presence::Visible)
}

/// The expected F1 of the body as it was settled.
fn expected_of(blocks: &Blocks, rows: &[Verdict], probabilities: &[f32]) -> f32 {
    let weighed = blocks.ids().filter_map(|id| {
        let verdict = &rows[id.at()];
        let judged = matches!(verdict.by, Evidence::Judge(_));
        (verdict.is_body() || judged).then(|| {
            let words = blocks[id].measure.weight();
            (words, probabilities[id.at()], verdict.is_body())
        })
    });
    expected_f1(weighed)
}

/// The expected F1 in words of blocks given as words, probability, and whether they are kept: twice the words expected right among
/// the kept, by the kept and all expected.
fn expected_f1(weighed: impl Iterator<Item = (f32, f32, bool)>) -> f32 {
    let (mut kept, mut right, mut all) = (0.0, 0.0, 0.0);
    for (words, p, is_kept) in weighed {
        all += words * p;
        if is_kept {
            kept += words;
            right += words * p;
        }
    }
    if kept > 0.0 {
        2.0 * right / (kept + all)
    } else {
        0.0
    }
}
