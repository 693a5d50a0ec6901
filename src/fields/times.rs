//! When it was published and when it was changed, by the claims and the visible lines that agree.

use crate::article::Origin;
use crate::fields::date::{DateRole, Stamp, read_machine};
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
    ) -> Self {
        let published = published(claims, testimony, url_day);
        let claimed = read_all(&claims.modified).into_iter().next();
        let said = visible(testimony, |role| role == DateRole::Modified)
            .into_iter()
            .next();
        let modified = claimed.or(said).filter(|modified| {
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
) -> Option<Claim<Stamp>> {
    let mut candidates = read_all(&claims.published);
    candidates.sort_by_key(|claim| std::cmp::Reverse(trust(claim.origin)));
    candidates.extend(visible(testimony, |role| role == DateRole::Published));
    candidates.extend(visible(testimony, |role| role == DateRole::Unlabelled));
    candidates.extend(url_day.map(|day| Claim {
        value: Stamp {
            day,
            time: None,
            offset: None,
        },
        origin: Origin::Url,
    }));
    let first = candidates.first()?.clone();
    Some(most_precise(&first, &candidates))
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

fn read_all(claims: &[Claim<String>]) -> Vec<Claim<Stamp>> {
    claims
        .iter()
        .filter_map(|claim| {
            Some(Claim {
                value: read_machine(&claim.value)?,
                origin: claim.origin,
            })
        })
        .collect()
}

/// The dates of lines near the article, header lines first.
fn visible(testimony: &Testimony, wanted: impl Fn(DateRole) -> bool) -> Vec<Claim<Stamp>> {
    let mut said: Vec<_> = testimony
        .dates
        .iter()
        .filter(|said| said.place < Place::Above && wanted(said.value.role))
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
