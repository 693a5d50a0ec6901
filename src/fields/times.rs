//! When it was published and when it was changed, by the claims and the visible lines that agree.

use std::cmp::Reverse;

use crate::article::Origin;
use crate::fields::Heard;
use crate::fields::place::Place;
use crate::fields::testimony::Testimony;
use crate::grammar::date::{DateRole, Hints, Stamp, find, read_machine};
use crate::page::claims::{Claim, Claims};

/// The times of an article, each with where it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Times {
    pub(crate) published: Option<Claim<Stamp>>,
    pub(crate) modified: Option<Claim<Stamp>>,
    /// Whether the zone of each was inferred.
    pub(crate) zones_inferred: (bool, bool),
}

impl Times {
    /// Picks the times. `url_day` is the day in the page's URL.
    pub(crate) fn pick(
        claims: &Claims,
        testimony: &Testimony,
        url_day: Option<jiff::civil::Date>,
        hints: &Hints,
    ) -> Self {
        let published = published(claims, testimony, url_day, hints)
            .or_else(|| last_resort(claims, testimony, hints));
        let claimed = read_all(&claims.modified, hints).into_iter().next();
        let said = || {
            visible(testimony, |place, role| {
                place < Place::Above && role == DateRole::Modified
            })
            .next()
        };
        let marked = || marked(claims, hints, DateRole::Modified).into_iter().next();
        let modified = claimed.or_else(said).or_else(marked).filter(|modified| {
            published
                .as_ref()
                .is_none_or(|published| modified.value != published.value)
        });
        Self {
            published,
            modified,
            zones_inferred: (false, false),
        }
    }

    /// All that is said of publication and of the last change: as a stamp where it can be read as one.
    pub(super) fn said(
        claims: &Claims,
        testimony: &Testimony,
        url_day: Option<jiff::civil::Date>,
        hints: &Hints,
    ) -> (Vec<Heard<Stamp>>, Vec<Heard<Stamp>>) {
        let raw = |claims: &[Claim<String>]| -> Vec<Heard<Stamp>> {
            let mut heard = Vec::new();
            for claim in claims {
                let read = read_all(std::slice::from_ref(claim), hints);
                match read.into_iter().next() {
                    Some(said) => heard.push(shown(said)),
                    None => heard.push((claim.value.clone(), claim.origin, None)),
                }
            }
            heard
        };
        let lines = |modified: bool| {
            visible(testimony, move |place, role| {
                place < Place::Elsewhere && (role == DateRole::Modified) == modified
            })
        };
        let mut published = raw(&claims.published);
        let others = witnesses(claims, testimony, url_day, hints).into_iter();
        published.extend(
            others
                .map(|witness| shown(witness.said))
                .chain(lines(false).map(shown)),
        );
        let mut modified = raw(&claims.modified);
        let marked = marked(claims, hints, DateRole::Modified).into_iter();
        modified.extend(lines(true).chain(marked).map(shown));
        (published, modified)
    }

    /// The same times with the zones that `infer` gives.
    pub(crate) fn zoned(mut self, infer: impl Fn(&Stamp) -> Option<Stamp>) -> Self {
        let zone = |time: &mut Option<Claim<Stamp>>| {
            let Some(claim) = time else { return false };
            let Some(stamp) = infer(&claim.value) else {
                return false;
            };
            claim.value = stamp;
            true
        };
        self.zones_inferred = (zone(&mut self.published), zone(&mut self.modified));
        self
    }
}

fn shown(said: Claim<Stamp>) -> Heard<Stamp> {
    (said.value.to_iso(), said.origin, Some(said.value))
}

/// Who says when the text was published. Each is heard once, however often it says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    /// A claim of the markup.
    Markup(Origin),
    /// The line nearest to the headline, which says that the date is the publication's.
    Labelled,
    /// The line nearest to the headline.
    Line,
    /// The element nearest to the headline whose class says that it holds a date.
    Marked,
    /// The page's address.
    Address,
    /// The object of the page as such.
    PageObject,
}

impl Voice {
    /// How much a voice counts. The order matters, the numbers hardly: the best of 250 random choices were right on two to five of 1,420
    /// development pages more or fewer.
    fn weight(self) -> u32 {
        match self {
            Self::Labelled => 7,
            Self::Markup(Origin::JsonLd) => 6,
            Self::Markup(Origin::OpenGraph) | Self::Address => 5,
            Self::Markup(Origin::Microdata) | Self::Line => 4,
            Self::Markup(Origin::Meta | Origin::DublinCore) => 3,
            Self::Markup(Origin::TimeElement) | Self::Marked => 2,
            Self::Markup(_) | Self::PageObject => 1,
        }
    }
}

struct Witness {
    voice: Voice,
    said: Claim<Stamp>,
}

/// What is left, of ten parts, of a day that is also claimed as the one of the last change.
const CHANGED_PARTS: u32 = 4;
const ALL_PARTS: u32 = 10;

/// Days by which an earlier date must precede the last change to be another day than its: time zones and evening papers make one.
const APART_DAYS: i32 = 2;

fn published(
    claims: &Claims,
    testimony: &Testimony,
    url_day: Option<jiff::civil::Date>,
    hints: &Hints,
) -> Option<Claim<Stamp>> {
    let witnesses = witnesses(claims, testimony, url_day, hints);
    let changed = read_all(&claims.modified, hints);
    let first_day = witnesses
        .iter()
        .map(|witness| witness.said.value.day)
        .min()?;
    // A page's object gives the day the page was set up; that says something only where it bears out another voice.
    let speak = || {
        witnesses
            .iter()
            .filter(|witness| witness.voice != Voice::PageObject)
    };
    let day = most(speak(), |stamp| {
        let weight = heard(&witnesses, |other| other.same_day(stamp));
        // Many systems put the day of the last change in both places.
        let is_change = (stamp.day - first_day).get_days() >= APART_DAYS
            && changed.iter().any(|claim| claim.value.same_day(stamp));
        let parts = if is_change { CHANGED_PARTS } else { ALL_PARTS };
        // Of two days that weigh the same, it is the one the reader sees.
        let is_shown = witnesses.iter().any(|witness| {
            matches!(witness.voice, Voice::Labelled | Voice::Line | Voice::Marked)
                && witness.said.value.same_day(stamp)
        });
        (weight * parts, is_shown)
    })?;
    let of_day = speak().filter(|witness| {
        witness.said.value.time.is_some() && witness.said.value.same_day(&day.value)
    });
    let moment = most(of_day, |stamp| {
        let weight = heard(&witnesses, |other| {
            other.time.is_some() && other.near_moment(stamp)
        });
        // Lines print the last change of the same day as well, and leave out the label.
        let is_change = changed.iter().any(|claim| claim.value.same_moment(stamp))
            && witnesses
                .iter()
                .any(|witness| witness.said.value.is_earlier_that_day(stamp));
        weight * if is_change { CHANGED_PARTS } else { ALL_PARTS }
    });
    let first = moment.unwrap_or(day);
    // Any line near the text may say it more precisely.
    let lines: Vec<Claim<Stamp>> = visible(testimony, |place, role| {
        place <= Place::Closing && role != DateRole::Modified
    })
    .collect();
    let agreeing: Vec<&Claim<Stamp>> = witnesses
        .iter()
        .map(|witness| &witness.said)
        .chain(&lines)
        .filter(|said| said.value.same_moment(&first.value))
        .collect();
    Some(in_local_time(most_precise(first, &agreeing), &agreeing))
}

/// What the voices that say so count together.
fn heard(witnesses: &[Witness], says_so: impl Fn(&Stamp) -> bool) -> u32 {
    let mut heard: Vec<Voice> = Vec::new();
    for witness in witnesses {
        if says_so(&witness.said.value) && !heard.contains(&witness.voice) {
            heard.push(witness.voice);
        }
    }
    heard.iter().map(|voice| voice.weight()).sum()
}

/// The claim that weighs most; of several, the first.
fn most<'w, W: Ord>(
    witnesses: impl Iterator<Item = &'w Witness>,
    weight: impl Fn(&Stamp) -> W,
) -> Option<&'w Claim<Stamp>> {
    let mut best: Option<(W, &Claim<Stamp>)> = None;
    for Witness { said, .. } in witnesses {
        let weight = weight(&said.value);
        if best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, said));
        }
    }
    best.map(|(_, said)| said)
}

/// All who say when the text was published, the surest first.
fn witnesses(
    claims: &Claims,
    testimony: &Testimony,
    url_day: Option<jiff::civil::Date>,
    hints: &Hints,
) -> Vec<Witness> {
    let claimed = read_all(&claims.published, hints).into_iter();
    let mut witnesses: Vec<Witness> = claimed
        .map(|said| Witness {
            voice: Voice::Markup(said.origin),
            said,
        })
        .collect();
    witnesses.sort_by_key(|witness| Reverse(witness.voice.weight()));
    let line = |wanted, farthest, voice| {
        let said = visible(testimony, |place, role| {
            // Behind a standfirst and a film, a label may be the film's.
            let vouches = voice != Voice::Labelled || place != Place::Preface;
            place <= farthest && role == wanted && vouches
        });
        said.map(move |said| (voice, said)).next()
    };
    let line = line(DateRole::Published, Place::Opening, Voice::Labelled)
        .or_else(|| line(DateRole::Unlabelled, Place::Opening, Voice::Line))
        .or_else(|| line(DateRole::Published, Place::Closing, Voice::Line))
        .or_else(|| {
            // What stood so on one day was not published on a later one.
            let is_first = |said: &Claim<Stamp>| {
                let mut days = witnesses.iter().map(|witness| witness.said.value.day);
                !witnesses.is_empty() && days.all(|day| said.value.day < day)
            };
            line(DateRole::Modified, Place::Opening, Voice::Line).filter(|(_, said)| is_first(said))
        })
        .map(|(voice, said)| (voice, unswapped(said, &witnesses)));
    let marked = marked(claims, hints, DateRole::Published)
        .into_iter()
        .next();
    let address = url_day.map(|day| Claim {
        value: Stamp {
            day,
            time: None,
            offset: None,
        },
        origin: Origin::Url,
    });
    let set_up = read_all(&claims.set_up, hints).into_iter().next();
    let others = line
        .into_iter()
        .chain(marked.map(|said| (Voice::Marked, said)))
        .chain(address.map(|said| (Voice::Address, said)))
        .chain(set_up.map(|said| (Voice::PageObject, said)));
    witnesses.extend(others.map(|(voice, said)| Witness { voice, said }));
    witnesses
}

/// A day in numbers of which the markup says that day and month stand the other way round: `09.10.2024` beside `2024-09-10`.
fn unswapped(said: Claim<Stamp>, claimed: &[Witness]) -> Claim<Stamp> {
    let day = said.value.day;
    let Ok(swapped) = jiff::civil::Date::new(day.year(), day.day(), day.month()) else {
        return said;
    };
    let says = |day| claimed.iter().any(|one| one.said.value.day == day);
    if says(day) || !says(swapped) {
        return said;
    }
    let value = Stamp {
        day: swapped,
        ..said.value
    };
    Claim { value, ..said }
}

/// The day that ends the title element, behind a bar: `The ferry is back | Harbour Post | 04.05.2021`.
fn in_title(claims: &Claims, hints: &Hints) -> Option<Claim<Stamp>> {
    let mut titles = claims.titles.iter();
    titles.find_map(|title| {
        let (_, last) = title.value.rsplit_once('|')?;
        let found = find(last.trim(), hints).into_iter().next()?;
        let whole = found.range == (0..last.trim().len());
        whole.then_some(Claim {
            value: found.stamp,
            origin: title.origin,
        })
    })
}

/// Where nobody says when it was published: the day in the title, a date inside the text or right behind it; else the day of the last change, which is the
/// date of the text as it stands.
fn last_resort(claims: &Claims, testimony: &Testimony, hints: &Hints) -> Option<Claim<Stamp>> {
    let closing = visible(testimony, |place, role| {
        place == Place::Closing && role == DateRole::Unlabelled
    });
    let changed = visible(testimony, |place, role| {
        place < Place::Above && role == DateRole::Modified
    });
    let marked = marked(claims, hints, DateRole::Modified);
    let named = in_title(claims, hints).into_iter();
    named.chain(closing).chain(changed).chain(marked).next()
}

/// The dates of elements whose class says that they hold one, the nearest to the headline first.
fn marked(claims: &Claims, hints: &Hints, wanted: DateRole) -> Vec<Claim<Stamp>> {
    let dates = claims.marked_dates.iter().filter_map(|marked| {
        let machine = marked.machine.as_deref().and_then(read_machine);
        let machine = machine.or_else(|| scripted(&marked.scripted));
        let found = find(&marked.text, hints).into_iter().next();
        let role = match &found {
            Some(found) if found.role != DateRole::Unlabelled => found.role,
            _ if marked.modified => DateRole::Modified,
            _ => DateRole::Published,
        };
        let value = machine.or_else(|| Some(found?.stamp))?;
        (role == wanted).then_some(Claim {
            value,
            origin: Origin::Visible,
        })
    });
    dates.collect()
}

/// What a script shows as a day, as precise as a value beside it that is a moment of that day.
fn scripted(values: &[String]) -> Option<Stamp> {
    let stamps: Vec<Stamp> = values
        .iter()
        .filter_map(|value| read_machine(value))
        .collect();
    let day = stamps.iter().find(|stamp| stamp.time.is_none())?;
    let moment = stamps
        .iter()
        .find(|stamp| stamp.time.is_some() && stamp.same_day(day));
    Some(moment.unwrap_or(day).clone())
}

/// Of the claims that mean one moment, the one that says it most precisely.
fn most_precise(first: &Claim<Stamp>, agreeing: &[&Claim<Stamp>]) -> Claim<Stamp> {
    let most = agreeing.iter().fold(first, |best, claim| {
        if claim.value.precision() > best.value.precision() {
            claim
        } else {
            best
        }
    });
    most.clone()
}

/// A moment claimed in UTC is given in the time that the page shows beside: the two tell its zone, and the reader's day.
fn in_local_time(claim: Claim<Stamp>, agreeing: &[&Claim<Stamp>]) -> Claim<Stamp> {
    let local = agreeing
        .iter()
        .find_map(|other| claim.value.in_time_of(&other.value));
    Claim {
        value: local.unwrap_or(claim.value),
        origin: claim.origin,
    }
}

/// What is not written for programs is read as people read it: `November 25, 2025`.
fn read_all(claims: &[Claim<String>], hints: &Hints) -> Vec<Claim<Stamp>> {
    // Numbers alone may be in any order, which the page's language does not tell of what stands in its head.
    let printed = |text: &str| {
        let named = text.chars().any(char::is_alphabetic);
        let found = find(text, hints).into_iter().next();
        Some(found.filter(|_| named)?.stamp)
    };
    claims
        .iter()
        .filter_map(|claim| {
            Some(Claim {
                value: read_machine(&claim.value).or_else(|| printed(&claim.value))?,
                origin: claim.origin,
            })
        })
        .collect()
}

/// The dates of lines near the article, header lines first.
fn visible(
    testimony: &Testimony,
    wanted: impl Fn(Place, DateRole) -> bool,
) -> std::vec::IntoIter<Claim<Stamp>> {
    let mut said: Vec<_> = testimony
        .dates
        .iter()
        .filter(|said| wanted(said.place, said.value.role))
        .collect();
    said.sort_by_key(|said| said.place);
    let origin = |dropped| {
        if dropped {
            Origin::DroppedCopy
        } else {
            Origin::Visible
        }
    };
    let claims: Vec<_> = said
        .into_iter()
        .map(|said| Claim {
            value: said.value.stamp.clone(),
            origin: origin(said.dropped),
        })
        .collect();
    claims.into_iter()
}
