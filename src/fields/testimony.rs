//! What the visible text says of the article: header lines, the opening, the closing. A copy that was not kept still testifies.

use crate::article::{Person, Reason};
use crate::fields::Evidence;
use crate::fields::listed::{TEASERS, in_cell, is_like_a_teaser};
use crate::fields::place::{HEADLINES, NEAR, OVER, Place, Places, REACH};
use crate::grammar::byline::{Desk, Named};
use crate::grammar::date::{DateRole, Found, Hints, find, find_first};
use crate::grammar::header::{HeaderLine, Part};
use crate::grammar::source::is_lone_outlet;
use crate::grammar::wire;
use crate::judge::certain::HEADER_WORDS;
use crate::judge::{Evidence as JudgeEvidence, Role};
use crate::page::block::BlockId;
use crate::text::ends::first_chars;
use crate::text::measure::is_ideograph;

/// Blocks below the headline among which a date is looked for that no header line holds, and the words of such a line.
const BESIDE_BELOW: u32 = 8;
const BESIDE_WORDS: f32 = 14.0;

/// Blocks below the headline that may begin with the day, whatever they say behind it; blocks above the text that may say it.
const BELOW: u32 = 3;
const RIGHT_ABOVE: u32 = 2;

/// Paragraphs at the start of the body that may name a reporter.
const OPENING: usize = 2;

/// Paragraphs at the start of the body that may begin with the day: a heading and a list of points may stand before the first.
const DATED_OPENING: usize = 4;

/// Something a visible line says, with its place.
#[derive(Clone, Debug)]
pub(crate) struct Said<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
    /// Whether it stands in a copy that was not kept.
    pub(crate) dropped: bool,
}

impl<T> Said<T> {
    /// What stands at a place, in no dropped copy.
    fn at(place: Place) -> impl Fn(T) -> Self {
        move |value| Self {
            value,
            place,
            dropped: false,
        }
    }
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
        let mut teasers = Vec::new();
        for id in blocks.ids() {
            let hidden = is_beside_hidden_copy(evidence, id);
            if verdicts[id].role != Role::Removed(Reason::Metadata) && !hidden {
                continue;
            }
            let text = blocks.parted_text_of(id);
            if hidden {
                if let Some(line) = HeaderLine::metadata(&text, evidence.hints) {
                    testimony.note(line, Place::Header, true);
                }
            } else {
                let mut line = HeaderLine::read(&text, evidence.hints);
                label_date(&mut line, &text, evidence, id);
                close_at_links(&mut line, evidence, id);
                let dropped = is_beside_dropped_copy(evidence, id);
                let place = places.of_line(id);
                if is_between_teasers(evidence, id) {
                    line.parts.retain(|part| !is_bare_date(part));
                }
                if place >= Place::Closing && places.is_of_comment(id) {
                    line.parts.retain(|part| !is_of_reader(part));
                }
                if place >= Place::Closing && is_like_a_teaser(&line) {
                    teasers.push((line, place, dropped));
                } else {
                    testimony.note(line, place, dropped);
                }
            }
        }
        // A date and a name without a label stand below each of a list of other stories.
        let are_teasers = teasers.len() >= TEASERS;
        for (mut line, place, dropped) in teasers {
            line.parts
                .retain(|part| !are_teasers || matches!(part, Part::Date(_)));
            testimony.note(line, place, dropped);
        }
        if !testimony.has_date(&[Place::Header, Place::Preface]) {
            testimony.hear_headline(evidence);
            testimony.hear_beside(evidence, &body);
        }
        testimony
            .sources
            .extend(in_cell(evidence, &body).map(Said::at(Place::Header)));
        testimony.hear_outlet(evidence, &places);
        testimony.hear_opening(evidence, &body);
        if testimony
            .dates
            .iter()
            .all(|said| said.place > Place::Opening)
        {
            testimony.hear_labelled(evidence, &body);
        }
        testimony.photographers = photographers(evidence);
        testimony.in_text = in_text(evidence, &body);
        testimony
    }

    fn has_date(&self, places: &[Place]) -> bool {
        self.dates.iter().any(|said| places.contains(&said.place))
    }

    /// Hears the dates of short lines near the headline that hold something else too, or were taken for something else: `4 May 2021 | Sport`.
    fn hear_beside(&mut self, evidence: &Evidence<'_>, body: &[BlockId]) {
        let blocks = evidence.blocks;
        // Where a date stands over the headline, another that a line names is a book's or an event's.
        let says_when = !self.has_date(&[Place::Over]);
        // The last is the nearest to the text, unless the page ends with its headline once more.
        let last = evidence.headline.blocks.last();
        let others = evidence.headline.blocks.iter().filter(|_| says_when);
        let others = others.take(HEADLINES);
        let mut middles: Vec<BlockId> = last.into_iter().chain(others).copied().collect();
        middles.dedup();
        if middles.is_empty() {
            middles.extend(body.first());
        }
        let around = middles.into_iter().flat_map(|middle| {
            let from = middle.0.saturating_sub(OVER);
            let to = (middle.0 + BESIDE_BELOW).min(blocks.len() as u32);
            // What follows the headline is nearer to it than what stands above.
            let near = (middle.0 + 1..to).chain((from..middle.0).rev());
            near.map(move |id| (id, id > middle.0 && id - middle.0 <= BELOW))
        });
        // Right above the text, a forum says who wrote it, and when.
        let first = body.first().map_or(0, |first| first.0);
        let above = (first.saturating_sub(RIGHT_ABOVE)..first)
            .rev()
            .map(|id| (id, false));
        for (id, is_below) in around.chain(above).map(|(id, below)| (BlockId(id), below)) {
            let verdict = &evidence.verdicts[id];
            let is = |reason| verdict.role == Role::Removed(reason);
            // A line that counts the comments may say when the article appeared; below their heading it is theirs.
            let in_section = matches!(verdict.by, JudgeEvidence::Rule(_));
            let taken =
                is(Reason::Metadata) || is(Reason::Hidden) || is(Reason::Comments) && in_section;
            let is_sentence = verdict.is_body() && blocks[id].measure.ends_sentence;
            if taken || is_sentence || blocks[id].measure.weight() > BESIDE_WORDS {
                continue;
            }
            let text = blocks.parted_text_of(id);
            let line = HeaderLine::read(&text, evidence.hints);
            let begins = || is_below && begins_with_date(blocks.text_of(id), evidence.hints);
            if !(line.is_beside_date() || says_when && (line.says_when() || begins())) {
                continue;
            }
            let dates = line.parts.into_iter().filter_map(|part| match part {
                Part::Date(found) => {
                    Some(found).filter(|found| may_be_of_page(found) && !is_of_else(&text, found))
                }
                _ => None,
            });
            let before = self.dates.len();
            self.dates.extend(dates.map(Said::at(Place::Beside)));
            if self.dates.len() > before {
                return;
            }
        }
    }

    /// Hears the outlet that stands alone beside a header line, where none is named: `江州晚报` below `2022-11-08 06:41`.
    fn hear_outlet(&mut self, evidence: &Evidence<'_>, places: &Places<'_>) {
        let blocks = evidence.blocks;
        let is_head = |id: &BlockId| {
            evidence.verdicts[*id].role == Role::Removed(Reason::Metadata)
                && matches!(places.of_line(*id), Place::Header | Place::Over)
        };
        if !self.sources.is_empty() {
            return;
        }
        let beside = blocks.ids().filter(is_head).flat_map(|id| {
            let (above, below) = (blocks.before(id).next(), blocks.behind(id).next());
            below.into_iter().chain(above)
        });
        let mut outlets = beside
            .filter(|id| evidence.verdicts.sight.reads(blocks, *id))
            .filter(|id| evidence.verdicts[*id].role != Role::Headline)
            .map(|id| blocks.text_of(id).trim());
        let outlet = outlets.find(|text| text.contains(is_ideograph) && is_lone_outlet(text));
        self.sources
            .extend(outlet.map(str::to_owned).map(Said::at(Place::Header)));
    }

    /// Hears the date that opens the text.
    fn hear_opening(&mut self, evidence: &Evidence<'_>, body: &[BlockId]) {
        let texts = body.iter().map(|&id| evidence.blocks.text_of(id));
        let opening = texts
            .filter(|text| !text.is_empty())
            .take(DATED_OPENING)
            .enumerate();
        let dates = opening.filter_map(|(at, text)| {
            let found = opening_date(text, evidence.hints)?;
            (at < OPENING || found.range.start == 0).then_some(found)
        });
        self.dates.extend(dates.map(Said::at(Place::Opening)));
    }

    /// Hears the day that stands in the headline itself, set off from its words: `23.01.2022 - The ferry is back`.
    fn hear_headline(&mut self, evidence: &Evidence<'_>) {
        let said = evidence.headline.blocks.iter();
        let texts = said.map(|&id| evidence.blocks.text_of(id));
        let parts = evidence.claims.heading_parts.iter().map(String::as_str);
        let own = texts.filter_map(|text| {
            opening_date(text, evidence.hints).filter(|found| found.range.start == 0)
        });
        let beside = parts.filter_map(|text| find_first(text, evidence.hints, text.len()));
        self.dates
            .extend(own.chain(beside).map(Said::at(Place::Beside)));
    }

    /// Hears the lines behind the text that say which day they name, whatever the judge took them for.
    fn hear_labelled(&mut self, evidence: &Evidence<'_>, body: &[BlockId]) {
        let blocks = evidence.blocks;
        let Some(last) = body.last() else { return };
        let end = (last.0 + REACH).min(blocks.len() as u32);
        // Behind the text, or in it where comments follow that were taken for text.
        let inside = body.iter().rev().skip(1).map(|id| id.0);
        for id in (last.0..end).chain(inside).map(BlockId) {
            let role = evidence.verdicts[id].role;
            let silent = [Reason::Metadata, Reason::Hidden, Reason::Comments].map(Role::Removed);
            if silent.contains(&role) || blocks[id].measure.weight() > HEADER_WORDS {
                continue;
            }
            let found = first_date(blocks.text_of(id), evidence.hints, 0);
            let more = found
                .as_ref()
                .map(|_| find(blocks.text_of(id), evidence.hints));
            let labelled = more.into_iter().flatten().filter(|found| match found.role {
                DateRole::Published => true,
                // In the text of a shop, it is the price that was changed.
                DateRole::Modified => id >= *last,
                DateRole::Unlabelled => false,
            });
            self.dates.extend(labelled.map(Said::at(Place::Closing)));
        }
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

/// Characters of a block that is no more than the label of the date below it.
const LABEL_CHARS: usize = 32;

/// Gives the date that begins a line the role that the block above says it has: `Published`, and below it `4 May 2021`.
fn label_date(line: &mut HeaderLine, text: &str, evidence: &Evidence<'_>, id: BlockId) {
    let Some(Part::Date(found)) = line.parts.first_mut() else {
        return;
    };
    let above = evidence.blocks.before(id).next();
    let label = above.map_or("", |above| evidence.blocks.text_of(above));
    let is_label = !label.is_empty() && label.chars().nth(LABEL_CHARS).is_none();
    if found.role == DateRole::Unlabelled && is_label {
        let joined = format!("{label}: {text}");
        let labelled = find_first(&joined, evidence.hints, 0);
        found.role = labelled.map_or(found.role, |labelled| labelled.role);
    }
}

/// Whether a line stands between two headlines of other stories.
fn is_between_teasers(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let related = Role::Removed(Reason::Related);
    let (above, below) = (
        evidence.blocks.before(id).next(),
        evidence.blocks.behind(id).next(),
    );
    let mut beside = [above, below].into_iter();
    beside.all(|at| at.is_some_and(|at| evidence.verdicts[at].role == related))
}

fn is_bare_date(part: &Part) -> bool {
    matches!(part, Part::Date(found) if found.role == DateRole::Unlabelled)
}

/// Ends the names of a line where the link ends that they begin with: `By [Ada Quill] [View all posts]`.
fn close_at_links(line: &mut HeaderLine, evidence: &Evidence<'_>, id: BlockId) {
    let blocks = evidence.blocks;
    for part in &mut line.parts {
        let Part::Person(named) = part else { continue };
        let name = &mut named.person.name;
        let links = blocks.runs_of(id).iter();
        let texts = links
            .filter(|run| run.href.is_some())
            .filter_map(|run| blocks.text.get(run.range.clone()))
            .map(str::trim);
        let is_begun = |linked: &&str| {
            let rest = name.strip_prefix(*linked);
            linked.contains(' ') && rest.is_some_and(|rest| rest.starts_with(' '))
        };
        let linked = texts.into_iter().find(is_begun);
        if let Some(linked) = linked.map(str::to_owned) {
            *name = linked;
        }
    }
}

/// Whether a part of a line may be a reader's: when something was written, and by whom or by which account.
fn is_of_reader(part: &Part) -> bool {
    match part {
        Part::Date(_) | Part::Source(_) => true,
        Part::Person(named) => named.desk == Desk::Author,
        _ => false,
    }
}

/// Characters that a place, an agency or a kind of text has before the date that opens a text.
const BEFORE_DATE_CHARS: usize = 48;

/// The first year of pages on the web: before it, a date that no label names is one that the text is about.
const FIRST_WEB_YEAR: i16 = 1990;

/// Whether a label that names no day of a text stands before a date: `Deadline: 4 May 2021`. With the time of day it is a section's name.
fn is_of_else(text: &str, found: &Found) -> bool {
    let before = text.get(..found.range.start).unwrap_or_default();
    let alone = found.role == DateRole::Unlabelled && found.stamp.time.is_none();
    alone && before.trim_end().ends_with([':', '：'])
}

fn may_be_of_page(found: &Found) -> bool {
    found.role != DateRole::Unlabelled || found.stamp.day.year() >= FIRST_WEB_YEAR
}

/// Characters of a text in which the date that opens it has ended: what stands before it, a label, the date, the time.
const OPENING_CHARS: usize = 200;

/// Returns the first date of a text, if it begins at byte `latest` or before.
fn first_date(text: &str, hints: &Hints, latest: usize) -> Option<Found> {
    let opening = first_chars(text, OPENING_CHARS);
    // A date has a number, in digits or in Han, if it is not counted from the time of reading.
    let has_number = || opening.contains(|c: char| c.is_numeric() || is_ideograph(c));
    if hints.fetched_at.is_none() && !has_number() {
        return None;
    }
    find_first(opening, hints, latest)
}

/// Returns the date that stands before the first sentence of a text, set off from it by a mark.
fn opening_date(text: &str, hints: &Hints) -> Option<Found> {
    let opened = text.trim_start_matches(['(', '（', '[', '【']);
    let brackets = text.len() - opened.len();
    let mut places = opened.char_indices().enumerate();
    let too_late =
        |at: usize, c: char| at == BEFORE_DATE_CHARS || matches!(c, '.' | '。' | '!' | '?');
    let last = places.find(|&(at, (_, c))| too_late(at, c));
    let latest = brackets + last.map_or(opened.len(), |(_, (byte, _))| byte);
    let found = first_date(text, hints, latest)?;
    let opens = found.range.start <= brackets;
    let after = text.get(found.range.end..)?.trim_start();
    let is_set_off = after.starts_with([
        ')', '）', ']', '】', '–', '—', '-', '|', '/', ':', '：', '(', '（', '"', '„', '“', '«',
    ]) || after.starts_with(". ") && opens;
    is_set_off.then_some(found)
}

/// Whether a text begins with a day, but for marks: `· 4 May 2021 · Print`.
fn begins_with_date(text: &str, hints: &Hints) -> bool {
    let first = text.find(char::is_alphanumeric).unwrap_or(text.len());
    find_first(text, hints, first).is_some()
}

/// Whether a short line nobody sees stands before a copy of the body that nobody sees either.
fn is_beside_hidden_copy(evidence: &Evidence<'_>, id: BlockId) -> bool {
    evidence.verdicts[id].role == Role::Removed(Reason::Hidden)
        && evidence.blocks[id].measure.weight() <= HEADER_WORDS
        && is_beside_dropped_copy(evidence, id)
}

/// Whether a run that repeats the body begins or goes on right behind a block.
fn is_beside_dropped_copy(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let mut after = evidence.blocks.behind(id).take(NEAR);
    after.any(|next| evidence.copies.twin(next).is_some())
}

/// People named by the opening and the closing of the body.
fn in_text(evidence: &Evidence<'_>, body: &[BlockId]) -> Vec<Named> {
    let texts = body.iter().filter(|&&id| !evidence.captions.holds(id));
    let texts = texts.map(|&id| evidence.blocks.text_of(id));
    let paragraphs: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let opening = paragraphs
        .iter()
        .take(OPENING)
        .flat_map(|text| wire::in_opening(text));
    let closing = paragraphs
        .last()
        .into_iter()
        .flat_map(|text| wire::in_closing(text));
    let behind = behind_text(evidence, body);
    let desks = behind
        .into_iter()
        .flat_map(|id| wire::desks(evidence.blocks.text_of(id)));
    opening.chain(closing).chain(desks).collect()
}

/// The line behind the text that the judge took for none of it: the desk and what to follow, in one element.
fn behind_text(evidence: &Evidence<'_>, body: &[BlockId]) -> Option<BlockId> {
    let mut after = evidence.blocks.behind(*body.last()?).take(NEAR);
    after
        .find(|&id| !evidence.blocks.text_of(id).is_empty())
        .filter(|&id| evidence.verdicts[id].is_judged())
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
