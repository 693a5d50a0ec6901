//! What the visible text says of the article: header lines, the opening, the closing. A copy that was not kept still testifies.

use crate::article::Reason;
use crate::fields::byline::{self, Named};
use crate::fields::date::{Found, Hints};
use crate::fields::header::{HeaderLine, Part};
use crate::judge::headline::Headline;
use crate::judge::{Role, Verdicts};
use crate::page::block::{BlockId, Blocks};

/// How far from the headline or from the body's ends, in blocks, a line still speaks of this article.
const REACH: u32 = 12;

/// Where a line stands, nearest to the point first: a header line says when and by whom, a closing line says who edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Between headline and body.
    Header,
    /// Inside the body or right behind it.
    Closing,
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
}

impl Testimony {
    pub(crate) fn hear(
        blocks: &Blocks,
        verdicts: &Verdicts,
        headline: &Headline,
        hints: &Hints,
    ) -> Self {
        let mut testimony = Self::default();
        let body: Vec<BlockId> = verdicts.body().collect();
        for id in blocks.ids() {
            if verdicts[id].role == Role::Removed(Reason::Metadata) {
                let place = place_of(id, &body, headline);
                let dropped = body.first().is_some_and(|&first| {
                    !body.contains(&id)
                        && headline
                            .blocks
                            .iter()
                            .skip(1)
                            .any(|&again| again < id && again > first)
                });
                testimony.note(HeaderLine::read(blocks.text_of(id), hints), place, dropped);
            }
        }
        let paragraphs: Vec<&str> = body
            .iter()
            .map(|&id| blocks.text_of(id))
            .filter(|text| !text.is_empty())
            .collect();
        for opening in paragraphs.iter().take(2) {
            testimony.in_text.extend(byline::in_opening(opening));
        }
        if let Some(closing) = paragraphs.last() {
            testimony.in_text.extend(byline::in_closing(closing));
        }
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

fn place_of(id: BlockId, body: &[BlockId], headline: &Headline) -> Place {
    let after_headline = headline
        .blocks
        .iter()
        .any(|&said| id > said && id.0 - said.0 <= REACH);
    let near = |other: BlockId| id.0.abs_diff(other.0) <= REACH;
    let (first, last) = (body.first().copied(), body.last().copied());
    if after_headline
        && first.is_none_or(|first| {
            id < first
                || headline
                    .blocks
                    .iter()
                    .any(|&said| said > first && id > said)
        })
    {
        return Place::Header;
    }
    match (first, last) {
        (Some(first), _) if id < first && near(first) => Place::Header,
        (Some(first), Some(last)) if id > first && (id <= last || near(last)) => Place::Closing,
        _ => Place::Elsewhere,
    }
}
