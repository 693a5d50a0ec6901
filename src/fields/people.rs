//! Who wrote it and who edited it, by the claims and the visible lines that agree.

use crate::article::{Origin, Person};
use crate::fields::byline::{self, Desk, Named};
use crate::fields::testimony::{Place, Said, Testimony};
use crate::page::claims::{Claim, ClaimedPerson, Claims};
use crate::text::fold::fold;

/// The people of an article, each list with where it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct People {
    pub(crate) authors: Option<Claim<Vec<Person>>>,
    pub(crate) editors: Option<Claim<Vec<Person>>>,
    pub(crate) contributors: Option<Claim<Vec<Person>>>,
}

/// How much a place is trusted with an author's name. Meta elements name the portal as often as the author (notes on portals).
fn trust(origin: Origin) -> u32 {
    match origin {
        Origin::JsonLd => 6,
        Origin::Visible => 5,
        Origin::Microdata | Origin::Link => 4,
        Origin::OpenGraph => 3,
        Origin::Meta | Origin::DublinCore => 2,
        _ => 1,
    }
}

impl People {
    /// Picks the people. `outlets` are the names of the site and of publishers, folded: they are nobody's name.
    pub(crate) fn pick(claims: &Claims, testimony: &Testimony, outlets: &[String]) -> Self {
        Self {
            authors: authors(claims, testimony, outlets),
            editors: editors(claims, testimony, outlets),
            contributors: listed(contributors(testimony), Origin::Visible),
        }
    }
}

fn contributors(testimony: &Testimony) -> Vec<Person> {
    let mut people = desk(testimony, Desk::Contributor);
    people.extend(testimony.photographers.iter().cloned());
    distinct(people, &[])
}

fn authors(
    claims: &Claims,
    testimony: &Testimony,
    outlets: &[String],
) -> Option<Claim<Vec<Person>>> {
    let mut candidates: Vec<Claim<Vec<Person>>> = Vec::new();
    for claim in &claims.authors {
        let people = claimed(claim, outlets);
        match candidates
            .iter_mut()
            .find(|known| known.origin == claim.origin)
        {
            Some(known) => known.value.extend(people),
            None => candidates.push(Claim {
                value: people,
                origin: claim.origin,
            }),
        }
    }
    let bylines = desk(testimony, Desk::Author);
    let in_text = testimony
        .in_text
        .iter()
        .filter(|named| named.desk == Desk::Author)
        .map(|named| named.person.clone());
    let visible = if bylines.is_empty() {
        in_text.collect()
    } else {
        bylines
    };
    candidates.push(Claim {
        value: visible,
        origin: Origin::Visible,
    });
    for candidate in &mut candidates {
        candidate.value = distinct(std::mem::take(&mut candidate.value), outlets);
    }
    candidates.retain(|candidate| !candidate.value.is_empty());
    let agreed = |candidate: &Claim<Vec<Person>>| {
        candidates
            .iter()
            .filter(|other| {
                other.origin != candidate.origin && shares_a_name(&candidate.value, &other.value)
            })
            .count() as u32
    };
    let best = candidates
        .iter()
        .max_by_key(|candidate| trust(candidate.origin) + 3 * agreed(candidate).min(1))?
        .clone();
    Some(with_details(best, &candidates))
}

/// Takes role and link of a person from whoever names the same one.
fn with_details(
    mut best: Claim<Vec<Person>>,
    candidates: &[Claim<Vec<Person>>],
) -> Claim<Vec<Person>> {
    for person in &mut best.value {
        let name = fold(&person.name);
        for other in candidates
            .iter()
            .flat_map(|candidate| &candidate.value)
            .filter(|other| fold(&other.name) == name)
        {
            person.role = person.role.or(other.role);
            person.url = person.url.take().or_else(|| other.url.clone());
        }
    }
    best
}

fn shares_a_name(a: &[Person], b: &[Person]) -> bool {
    let names: Vec<String> = b.iter().map(|person| fold(&person.name)).collect();
    a.iter().any(|person| names.contains(&fold(&person.name)))
}

fn claimed(claim: &Claim<ClaimedPerson>, outlets: &[String]) -> Vec<Person> {
    let url = claim.value.url.clone();
    let is_outlet = |name: &str| outlets.contains(&fold(name));
    let names = byline::names(&claim.value.name)
        .into_iter()
        .filter(|name| byline::is_name(name) && !is_outlet(name));
    names
        .map(|name| Person {
            name,
            url: url.clone(),
            ..Person::default()
        })
        .collect()
}

fn editors(
    claims: &Claims,
    testimony: &Testimony,
    outlets: &[String],
) -> Option<Claim<Vec<Person>>> {
    listed(
        distinct(desk(testimony, Desk::Editor), outlets),
        Origin::Visible,
    )
    .or_else(|| {
        let claim = claims.editors.first()?;
        let people = claims
            .editors
            .iter()
            .flat_map(|claim| claimed(claim, outlets))
            .collect();
        listed(distinct(people, outlets), claim.origin)
    })
}

/// The people of one desk that lines near the article name; those beside other headlines are left out.
fn desk(testimony: &Testimony, desk: Desk) -> Vec<Person> {
    let named = |said: &&Said<Named>| said.place != Place::Elsewhere && said.value.desk == desk;
    let near: Vec<Person> = testimony
        .people
        .iter()
        .filter(named)
        .map(|said| said.value.person.clone())
        .collect();
    distinct(near, &[])
}

fn distinct(people: Vec<Person>, outlets: &[String]) -> Vec<Person> {
    let mut seen: Vec<String> = outlets.to_vec();
    people
        .into_iter()
        .filter(|person| {
            let name = fold(&person.name);
            let new = !name.is_empty() && !seen.contains(&name);
            seen.push(name);
            new
        })
        .collect()
}

fn listed(people: Vec<Person>, origin: Origin) -> Option<Claim<Vec<Person>>> {
    (!people.is_empty()).then_some(Claim {
        value: people,
        origin,
    })
}
