//! What the visible text says of the article: header lines, the opening, the closing. A copy that was not kept still testifies.

use crate::article::{Person, Reason};
use crate::fields::Evidence;
use crate::fields::byline::{self, Named};
use crate::fields::credit;
use crate::fields::date::Found;
use crate::fields::header::{HeaderLine, Part};
use crate::judge::Role;
use crate::page::block::BlockId;

/// A header line is shorter than this, in words.
const HEADER_WORDS: f32 = 40.0;

/// Blocks between a header line and the text it heads, at most.
const NEAR: usize = 4;

/// Paragraphs at the start of the body that may name a reporter.
const OPENING: usize = 2;

/// How far from the headline or from the body's ends, in blocks, a line still speaks of this article.
const REACH: u32 = 12;

/// Where a line stands, nearest to the point first: a header line says when and by whom, a closing line says who edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Between headline and body.
    Header,
    /// Inside the body or right behind it.
    Closing,
    /// Above the headline, where a portal prints its own date.
    Above,
    /// Elsewhere: beside another headline, in a footer.
    Elsewhere,
}

/// Something a visible line says, with its place.
#[derive(Clone, Debug)]
pub(crate) struct Said<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
    /// Whether it stands in a copy that was not kept.
    pub(crate) dropped: bool,
}

/// All that visible lines say, each list in page order.
#[derive(Debug, Default)]
pub(crate) struct Testimony {
    pub(crate) dates: Vec<Said<Found>>,
    pub(crate) sources: Vec<Said<String>>,
    pub(crate) people: Vec<Said<Named>>,
    /// People named by the first or last paragraph of the body itself.
    pub(crate) in_text: Vec<Named>,
    /// People whom the credits of the body's pictures name.
    pub(crate) photographers: Vec<Person>,
}

impl Testimony {
    pub(crate) fn hear(evidence: &Evidence<'_>) -> Self {
        let (blocks, verdicts) = (evidence.blocks, evidence.verdicts);
        let mut testimony = Self::default();
        let body: Vec<BlockId> = verdicts.body().collect();
        for id in blocks.ids() {
            let hidden = is_beside_hidden_copy(evidence, id);
            if verdicts[id].role != Role::Removed(Reason::Metadata) && !hidden {
                continue;
            }
            let line = HeaderLine::read(&blocks.parted_text_of(id), evidence.hints);
            if hidden && line.is_metadata() {
                testimony.note(line, Place::Header, true);
            } else if !hidden {
                let dropped = is_beside_dropped_copy(evidence, id);
                testimony.note(line, place_of(evidence, id), dropped);
            }
        }
        testimony.photographers = photographers(evidence);
        testimony.in_text = in_text(evidence, &body);
        testimony
    }

    fn note(&mut self, line: HeaderLine, place: Place, dropped: bool) {
        for part in line.parts {
            match part {
                Part::Date(value) => self.dates.push(Said {
                    value,
                    place,
                    dropped,
                }),
                Part::Source(value) => self.sources.push(Said {
                    value,
                    place,
                    dropped,
                }),
                Part::Person(value) => self.people.push(Said {
                    value,
                    place,
                    dropped,
                }),
                Part::EmptyLabel | Part::Count => {}
            }
        }
    }
}

/// Whether a short line nobody sees stands before a copy of the body that nobody sees either.
fn is_beside_hidden_copy(evidence: &Evidence<'_>, id: BlockId) -> bool {
    evidence.verdicts[id].role == Role::Removed(Reason::Hidden)
        && evidence.blocks[id].measure.weight() <= HEADER_WORDS
        && is_beside_dropped_copy(evidence, id)
}

/// Whether a run that repeats the body begins or goes on right behind a block.
fn is_beside_dropped_copy(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let after = (id.0 + 1..evidence.blocks.len() as u32).take(NEAR);
    after
        .map(BlockId)
        .any(|next| evidence.copies.twin(next).is_some())
}

/// People named by the opening and the closing of the body.
fn in_text(evidence: &Evidence<'_>, body: &[BlockId]) -> Vec<Named> {
    let texts = body.iter().map(|&id| evidence.blocks.text_of(id));
    let paragraphs: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let opening = paragraphs
        .iter()
        .take(OPENING)
        .flat_map(|text| byline::in_opening(text));
    let closing = paragraphs
        .last()
        .into_iter()
        .flat_map(|text| byline::in_closing(text));
    opening.chain(closing).collect()
}

fn photographers(evidence: &Evidence<'_>) -> Vec<Person> {
    let captions = evidence
        .verdicts
        .body()
        .filter_map(|id| evidence.captions.of(id));
    captions
        .flat_map(|caption| credit::split(&caption.text).photographers)
        .collect()
}

/// A line behind a headline and before the text it heads is a header line; one behind text of the body, or of its copy, closes it.
fn place_of(evidence: &Evidence<'_>, id: BlockId) -> Place {
    let is_text = |other: BlockId| {
        evidence.verdicts[other].is_body() || evidence.copies.twin(other).is_some()
    };
    let said = &evidence.headline.blocks;
    for at in (id.0.saturating_sub(REACH)..id.0).rev().map(BlockId) {
        if said.contains(&at) {
            return Place::Header;
        }
        if is_text(at) {
            return Place::Closing;
        }
    }
    let after = (id.0 + 1..evidence.blocks.len() as u32)
        .take(REACH as usize)
        .map(BlockId);
    if after
        .into_iter()
        .any(|other| said.contains(&other) || is_text(other))
    {
        return if said.is_empty() {
            Place::Header
        } else {
            Place::Above
        };
    }
    Place::Elsewhere
}
