//! What the visible text says of the article: header lines, the opening, the closing. A copy that was not kept still testifies.

use crate::article::{Person, Reason};
use crate::fields::Evidence;
use crate::grammar::byline::{self, Named};
use crate::grammar::date::{Found, Hints, find};
use crate::grammar::header::{HeaderLine, Part};
use crate::judge::{Evidence as JudgeEvidence, Role};
use crate::page::block::BlockId;

/// A header line is shorter than this, in words.
const HEADER_WORDS: f32 = 40.0;

/// Blocks between a header line and the text it heads, at most.
const NEAR: usize = 4;

/// Blocks above and below the headline among which a date is looked for that no header line holds, and the words of such a line.
const BESIDE_ABOVE: u32 = 4;
const BESIDE_BELOW: u32 = 8;
const BESIDE_WORDS: f32 = 14.0;

/// Paragraphs at the start of the body that may name a reporter.
const OPENING: usize = 2;

/// How far from the headline or from the body's ends, in blocks, a line still speaks of this article.
const REACH: u32 = 12;

/// Where a line stands, nearest to the point first: a header line says when and by whom, a closing line says who edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Between headline and body.
    Header,
    /// Near the headline, in a line that says more, or that was not taken for metadata.
    Beside,
    /// Right above the headline.
    Over,
    /// At the start of the body, before its first sentence: `Nordhafen, 4 May 2021 – The ferry`.
    Opening,
    /// Inside the body or right behind it.
    Closing,
    /// Further above the headline, where a portal prints its own date.
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
        let places = Places::of(evidence);
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
                testimony.note(line, places.of_line(id), dropped);
            }
        }
        if !testimony.has_header_date() {
            testimony.hear_beside(evidence, &body);
        }
        testimony.hear_opening(evidence, &body);
        testimony.photographers = photographers(evidence);
        testimony.in_text = in_text(evidence, &body);
        testimony
    }

    fn has_header_date(&self) -> bool {
        self.dates.iter().any(|said| said.place == Place::Header)
    }

    /// Hears the dates of short lines near the headline that hold something else too, or were taken for something else: `4 May 2021 | Sport`.
    fn hear_beside(&mut self, evidence: &Evidence<'_>, body: &[BlockId]) {
        let blocks = evidence.blocks;
        let headline = evidence.headline.blocks.last().copied();
        let Some(middle) = headline.or_else(|| body.first().copied()) else {
            return;
        };
        let from = middle.0.saturating_sub(BESIDE_ABOVE);
        let to = (middle.0 + BESIDE_BELOW).min(blocks.len() as u32);
        // What follows the headline is nearer to it than what stands above.
        let below = middle.0 + 1..to;
        let above = (from..middle.0).rev();
        for id in below.chain(above).map(BlockId) {
            let verdict = &evidence.verdicts[id];
            let taken = verdict.role == Role::Removed(Reason::Metadata)
                || verdict.role == Role::Removed(Reason::Hidden);
            if taken || blocks[id].measure.weight() > BESIDE_WORDS {
                continue;
            }
            let line = HeaderLine::read(&blocks.parted_text_of(id), evidence.hints);
            if !line.is_beside_date() {
                continue;
            }
            let dates = line.parts.into_iter().filter_map(|part| match part {
                Part::Date(value) => Some(Said {
                    value,
                    place: Place::Beside,
                    dropped: false,
                }),
                _ => None,
            });
            self.dates.extend(dates);
            return;
        }
    }

    /// Hears the date that opens the text.
    fn hear_opening(&mut self, evidence: &Evidence<'_>, body: &[BlockId]) {
        let texts = body.iter().map(|&id| evidence.blocks.text_of(id));
        let opening = texts.filter(|text| !text.is_empty()).take(OPENING);
        let dates = opening.filter_map(|text| opening_date(text, evidence.hints));
        self.dates.extend(dates.map(|value| Said {
            value,
            place: Place::Opening,
            dropped: false,
        }));
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

/// Characters that a place, an agency or a kind of text has before the date that opens a text.
const BEFORE_DATE_CHARS: usize = 48;

/// Returns the date that stands before the first sentence of a text, set off from it by a mark.
fn opening_date(text: &str, hints: &Hints) -> Option<Found> {
    let found = find(text, hints).into_iter().next()?;
    let before = text
        .get(..found.range.start)?
        .trim_start_matches(['(', '（', '[', '【']);
    let after = text.get(found.range.end..)?.trim_start();
    let is_set_off = after.starts_with([
        ')', '）', ']', '】', '–', '—', '-', '|', '/', ':', '：', '(', '（', '"', '„', '“', '«',
    ]) || after.starts_with(". ") && before.is_empty();
    let is_short =
        before.chars().count() <= BEFORE_DATE_CHARS && !before.contains(['.', '。', '!', '?']);
    (is_set_off && is_short).then_some(found)
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
    let behind = behind_text(evidence, body);
    let desks = behind
        .into_iter()
        .flat_map(|id| byline::desks(evidence.blocks.text_of(id)));
    opening.chain(closing).chain(desks).collect()
}

/// The line behind the text that the judge took for none of it: the desk and what to follow, in one element.
fn behind_text(evidence: &Evidence<'_>, body: &[BlockId]) -> Option<BlockId> {
    let last = body.last()?;
    let after = (last.0 + 1..evidence.blocks.len() as u32).take(NEAR);
    after
        .map(BlockId)
        .find(|&id| !evidence.blocks.text_of(id).is_empty())
        .filter(|&id| matches!(evidence.verdicts[id].by, JudgeEvidence::Judge(_)))
}

fn photographers(evidence: &Evidence<'_>) -> Vec<Person> {
    let captions = evidence
        .verdicts
        .body()
        .filter_map(|id| evidence.captions.of(id));
    captions
        .flat_map(|caption| caption.photographers.iter().cloned())
        .collect()
}

/// Where lines stand.
struct Places<'e> {
    evidence: &'e Evidence<'e>,
    /// The last block of the text or of a copy of it.
    last_text: Option<BlockId>,
}

impl<'e> Places<'e> {
    fn of(evidence: &'e Evidence<'e>) -> Self {
        let mut places = Self {
            evidence,
            last_text: None,
        };
        places.last_text = evidence.blocks.ids().rev().find(|&id| places.is_text(id));
        places
    }

    fn is_text(&self, id: BlockId) -> bool {
        self.evidence.verdicts[id].is_body() || self.evidence.copies.twin(id).is_some()
    }

    /// A line behind a headline and before the text it heads is a header line; one behind text of the body, or of its copy, closes it.
    fn of_line(&self, id: BlockId) -> Place {
        let said = &self.evidence.headline.blocks;
        // Readers' comments quote the headline.
        let has_ended = self.last_text.is_some_and(|last| last < id);
        for at in (id.0.saturating_sub(REACH)..id.0).rev().map(BlockId) {
            if said.contains(&at) {
                return if has_ended {
                    Place::Elsewhere
                } else {
                    Place::Header
                };
            }
            if self.is_text(at) {
                return Place::Closing;
            }
        }
        let end = self.evidence.blocks.len() as u32;
        let mut after = (id.0 + 1..end).take(REACH as usize).map(BlockId);
        let Some(next) = after.find(|other| said.contains(other) || self.is_text(*other)) else {
            return Place::Elsewhere;
        };
        if said.is_empty() {
            Place::Header
        } else if said.contains(&next) && next.0 - id.0 <= BESIDE_ABOVE {
            Place::Over
        } else {
            Place::Above
        }
    }
}
