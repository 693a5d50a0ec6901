//! When it was published and when it was changed, by the claims and the visible lines that agree.

use crate::article::Origin;
use crate::fields::date::{DateRole, Hints, Stamp, find, read_machine};
use crate::fields::testimony::{Place, Testimony};
use crate::page::claims::{Claim, Claims};

/// The times of an article, each with where it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Times {
    pub(crate) published: Option<Claim<Stamp>>,
    pub(crate) modified: Option<Claim<Stamp>>,
}

impl Times {
    /// Picks the times. `url_day` is the day in the page's URL.
    pub(crate) fn pick(
        claims: &Claims,
        testimony: &Testimony,
        url_day: Option<jiff::civil::Date>,
        hints: &Hints,
    ) -> Self {
        let published = published(claims, testimony, url_day, hints);
        let claimed = read_all(&claims.modified, hints).into_iter().next();
        let said = || {
            visible(testimony, |place, role| {
                place < Place::Above && role == DateRole::Modified
            })
            .into_iter()
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
        }
    }
}

fn published(
    claims: &Claims,
    testimony: &Testimony,
    url_day: Option<jiff::civil::Date>,
    hints: &Hints,
) -> Option<Claim<Stamp>> {
    let mut candidates = read_all(&claims.published, hints);
    candidates.sort_by_key(|claim| std::cmp::Reverse(trust(claim.origin)));
    for wanted in [DateRole::Published, DateRole::Unlabelled] {
        candidates.extend(visible(testimony, |place, role| {
            place == Place::Header && role == wanted
        }));
    }
    candidates.extend(marked(claims, hints, DateRole::Published));
    let near = candidates.len();
    candidates.extend(url_day.map(|day| Claim {
        value: Stamp {
            day,
            time: None,
            offset: None,
        },
        origin: Origin::Url,
    }));
    for wanted in [DateRole::Published, DateRole::Unlabelled] {
        candidates.extend(visible(testimony, |place, role| {
            matches!(place, Place::Beside | Place::Closing) && role == wanted
        }));
    }
    let Some(first) = candidates.first() else {
        return shown_change(claims, testimony, hints);
    };
    let first = earlier_shown(first, candidates.get(..near).unwrap_or_default()).clone();
    Some(most_precise(&first, &candidates))
}

/// Days by which a shown date must precede the claimed one to be another: time zones and evening papers make one.
const APART_DAYS: i32 = 2;

/// What the page shows under its headline was published no later than that: a claim of a later day is of a later edition of the page.
fn earlier_shown<'c>(first: &'c Claim<Stamp>, candidates: &'c [Claim<Stamp>]) -> &'c Claim<Stamp> {
    let shown = candidates
        .iter()
        .find(|claim| claim.origin == Origin::Visible);
    // A day that is both claimed and shown is the day, whatever else is shown.
    let confirmed = candidates
        .iter()
        .any(|claim| claim.origin == Origin::Visible && claim.value.same_moment(&first.value));
    match shown {
        Some(shown)
            if !confirmed && (first.value.day - shown.value.day).get_days() >= APART_DAYS =>
        {
            shown
        }
        _ => first,
    }
}

/// Where only the day of the last change is shown under the headline, it is the date of the text as it stands.
fn shown_change(claims: &Claims, testimony: &Testimony, hints: &Hints) -> Option<Claim<Stamp>> {
    let said = visible(testimony, |place, role| {
        matches!(place, Place::Header | Place::Beside) && role == DateRole::Modified
    });
    let marked = marked(claims, hints, DateRole::Modified);
    said.into_iter().chain(marked).next()
}

/// The dates of elements whose class says that they hold one, the nearest to the headline first.
fn marked(claims: &Claims, hints: &Hints, wanted: DateRole) -> Vec<Claim<Stamp>> {
    let dates = claims.marked_dates.iter().filter_map(|marked| {
        let machine = marked.machine.as_deref().and_then(read_machine);
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

/// How much a place is trusted with the time of publication.
fn trust(origin: Origin) -> u32 {
    match origin {
        Origin::JsonLd => 5,
        Origin::OpenGraph => 4,
        Origin::Microdata => 3,
        Origin::Meta | Origin::DublinCore => 2,
        _ => 1,
    }
}

/// Of the candidates that mean the same moment as the first, the one that says it most precisely.
fn most_precise(first: &Claim<Stamp>, candidates: &[Claim<Stamp>]) -> Claim<Stamp> {
    let agree = candidates
        .iter()
        .filter(|claim| claim.value.same_moment(&first.value));
    agree.fold(first.clone(), |best, claim| {
        if claim.value.precision() > best.value.precision() {
            claim.clone()
        } else {
            best
        }
    })
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
fn visible(testimony: &Testimony, wanted: impl Fn(Place, DateRole) -> bool) -> Vec<Claim<Stamp>> {
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
    said.into_iter()
        .map(|said| Claim {
            value: said.value.stamp.clone(),
            origin: origin(said.dropped),
        })
        .collect()
}
