//! Who wrote it and who edited it, by the claims and the visible lines that agree.

use crate::article::{Origin, Person};
use crate::fields::byline::{self, Desk};
use crate::fields::date::Hints;
use crate::fields::header::{HeaderLine, Part};
use crate::fields::testimony::{Place, Testimony};
use crate::page::claims::{Claim, ClaimedPerson, Claims};
use crate::text::fold::fold;

/// The people of an article, each list with where it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct People {
    pub(crate) authors: Option<Claim<Vec<Person>>>,
    pub(crate) editors: Option<Claim<Vec<Person>>>,
    pub(crate) contributors: Option<Claim<Vec<Person>>>,
}

/// A group that speaks as one of who wrote it, and how much it is trusted.
#[derive(Clone, Debug)]
struct Candidate {
    people: Vec<Person>,
    origin: Origin,
    trust: u32,
}

/// What two places that name the same person add to each other's trust.
const AGREEMENT: u32 = 3;

/// How much lines are trusted: one that labels its names, an element whose class says that it names the author, the text's own first
/// and last words, a name beside a date that nothing labels.
const LABELLED: u32 = 5;
const MARKED: u32 = 4;
const IN_TEXT: u32 = 3;
const BARE: u32 = 1;

/// A login in place of a name: `ada.quill`.
const LOGIN: u32 = 1;

/// How much a claim is trusted with an author's name. Meta elements name the portal as often as the author (notes on portals).
fn trust(origin: Origin) -> u32 {
    match origin {
        Origin::JsonLd => 6,
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
    let mut people = desk(testimony, Desk::Contributor, |_| true);
    people.extend(testimony.photographers.iter().cloned());
    distinct(people, &[])
}

fn authors(
    claims: &Claims,
    testimony: &Testimony,
    outlets: &[String],
) -> Option<Claim<Vec<Person>>> {
    let mut candidates = claimed_lists(claims, outlets);
    candidates.extend(visible_lists(testimony));
    candidates.extend(marked_list(claims, outlets));
    for candidate in &mut candidates {
        candidate.people = distinct(std::mem::take(&mut candidate.people), outlets);
        if candidate.people.iter().all(|person| is_login(&person.name)) {
            candidate.trust = candidate.trust.min(LOGIN);
        }
    }
    candidates.retain(|candidate| !candidate.people.is_empty());
    let weight = |candidate: &Candidate| {
        let agreed = candidates.iter().any(|other| {
            other.origin != candidate.origin && shares_a_name(&candidate.people, &other.people)
        });
        candidate.trust + if agreed { AGREEMENT } else { 0 }
    };
    let Some(best) = candidates
        .iter()
        .rev()
        .max_by_key(|candidate| weight(candidate))
    else {
        return own_name(claims);
    };
    let best = closer_read(best, &candidates).clone();
    Some(with_details(best, &candidates))
}

/// The claims, a list for each origin. Organisations speak only where nobody else does.
fn claimed_lists(claims: &Claims, outlets: &[String]) -> Vec<Candidate> {
    let mut lists: Vec<Candidate> = Vec::new();
    let people = claims
        .authors
        .iter()
        .filter(|claim| !claim.value.organisation);
    for claim in people {
        let people = claimed(&claim.value, outlets);
        match lists.iter_mut().find(|known| known.origin == claim.origin) {
            Some(known) => known.people.extend(people),
            None => lists.push(Candidate {
                people,
                origin: claim.origin,
                trust: trust(claim.origin),
            }),
        }
    }
    lists
}

fn visible_lists(testimony: &Testimony) -> Vec<Candidate> {
    let list = |people, trust| Candidate {
        people,
        origin: Origin::Visible,
        trust,
    };
    let in_text = testimony
        .in_text
        .iter()
        .filter(|named| named.desk == Desk::Author)
        .map(|named| named.person.clone());
    let labelled = |person: &Person| person.role.is_some();
    vec![
        list(desk(testimony, Desk::Author, labelled), LABELLED),
        list(in_text.collect(), IN_TEXT),
        list(
            desk(testimony, Desk::Author, |person| person.role.is_none()),
            BARE,
        ),
    ]
}

/// The names of the first list of marked elements that holds some.
fn marked_list(claims: &Claims, outlets: &[String]) -> Option<Candidate> {
    let people = |list: &Vec<ClaimedPerson>| -> Vec<Person> {
        let people = list.iter().flat_map(|person| marked(person, outlets));
        people
            .filter(|person| is_marked_name(&person.name))
            .collect()
    };
    let people = claims
        .marked_people
        .iter()
        .map(people)
        .find(|people| !people.is_empty())?;
    Some(Candidate {
        people,
        origin: Origin::Visible,
        trust: MARKED,
    })
}

/// A name with capitals, or one word: what else stands in such elements is a line about the author.
fn is_marked_name(name: &str) -> bool {
    byline::is_plain_name(name) || !name.contains(' ')
}

/// `ada.quill`, `fquill`: small letters in one word.
fn is_login(name: &str) -> bool {
    let cased = name.chars().any(char::is_lowercase);
    cased && !name.contains(' ') && !name.contains(char::is_uppercase)
}

/// Where another list has the name that one of `best` begins with, `best` was read too far: `Ada Quill In Travel` beside `Ada Quill`.
fn closer_read<'c>(best: &'c Candidate, candidates: &'c [Candidate]) -> &'c Candidate {
    let reads_on = |name: &str, shorter: &str| {
        shorter.contains(' ')
            && !shorter.ends_with('.')
            && name
                .strip_prefix(shorter)
                .is_some_and(|rest| rest.starts_with(' '))
    };
    let closer = candidates.iter().find(|other| {
        best.people.iter().any(|person| {
            other
                .people
                .iter()
                .any(|shorter| reads_on(&person.name, &shorter.name))
        })
    });
    closer.unwrap_or(best)
}

/// The author whom only the page's own name stands for: blogs bear their writer's name, and firms sign what they publish.
fn own_name(claims: &Claims) -> Option<Claim<Vec<Person>>> {
    let marked = claims.marked_people.iter().flatten().map(|person| Claim {
        value: person.clone(),
        origin: Origin::Visible,
    });
    let mut said: Vec<Claim<ClaimedPerson>> = claims.authors.clone();
    said.sort_by_key(|claim| std::cmp::Reverse(trust(claim.origin)));
    let claim = said.into_iter().chain(marked).find(|claim| {
        let name = &claim.value.name;
        let by_meta = trust(claim.origin) < trust(Origin::Link)
            && !matches!(claim.origin, Origin::Visible | Origin::Twitter);
        byline::is_body_name(name)
            && (!by_meta || name.contains(' ') && byline::is_plain_name(name))
    })?;
    let origin = claim.origin;
    listed(
        vec![Person {
            name: byline::without_label(&claim.value.name),
            url: claim.value.url,
            ..Person::default()
        }],
        origin,
    )
}

/// Takes role and link of a person from whoever names the same one.
fn with_details(mut best: Candidate, candidates: &[Candidate]) -> Claim<Vec<Person>> {
    for person in &mut best.people {
        let name = fold(&person.name);
        for other in candidates
            .iter()
            .flat_map(|candidate| &candidate.people)
            .filter(|other| fold(&other.name) == name)
        {
            person.role = person.role.or(other.role);
            person.url = person.url.take().or_else(|| other.url.clone());
        }
    }
    Claim {
        value: best.people,
        origin: best.origin,
    }
}

fn shares_a_name(a: &[Person], b: &[Person]) -> bool {
    let names: Vec<String> = b.iter().map(|person| fold(&person.name)).collect();
    a.iter().any(|person| names.contains(&fold(&person.name)))
}

fn claimed(claim: &ClaimedPerson, outlets: &[String]) -> Vec<Person> {
    let url = claim.url.clone();
    let is_outlet = |name: &str| outlets.contains(&fold(name));
    let names = byline::claimed_names(&claim.name)
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

/// The people of an element whose class says that it names the author; where a date stands beside them, of the header line it is.
fn marked(person: &ClaimedPerson, outlets: &[String]) -> Vec<Person> {
    let line = HeaderLine::read(&person.name, &Hints::default());
    let dated = line
        .parts
        .iter()
        .any(|part| matches!(part, Part::Date(_) | Part::Count));
    if !dated {
        return claimed(person, outlets);
    }
    let people = line.parts.into_iter().filter_map(|part| match part {
        Part::Person(named) if named.desk == Desk::Author => Some(named.person),
        _ => None,
    });
    people.collect()
}

fn editors(
    claims: &Claims,
    testimony: &Testimony,
    outlets: &[String],
) -> Option<Claim<Vec<Person>>> {
    let mut said = desk(testimony, Desk::Editor, |_| true);
    let in_text = testimony.in_text.iter();
    said.extend(
        in_text
            .filter(|named| named.desk == Desk::Editor)
            .map(|named| named.person.clone()),
    );
    listed(distinct(said, outlets), Origin::Visible).or_else(|| {
        let claim = claims.editors.first()?;
        let people = claims
            .editors
            .iter()
            .flat_map(|claim| claimed(&claim.value, outlets))
            .collect();
        listed(distinct(people, outlets), claim.origin)
    })
}

/// The people of one desk that lines near the article name, header lines before all others; those beside other headlines are left out.
fn desk(testimony: &Testimony, desk: Desk, wanted: impl Fn(&Person) -> bool) -> Vec<Person> {
    let at = |place: fn(Place) -> bool| {
        let named = testimony
            .people
            .iter()
            .filter(|said| place(said.place) && said.value.desk == desk);
        let people = named.map(|said| said.value.person.clone());
        distinct(people.filter(|person| wanted(person)).collect(), &[])
    };
    let header = at(|place| place == Place::Header);
    // Editors stand at both ends; of authors behind the body some are readers who comment.
    if desk != Desk::Author || header.is_empty() {
        return at(|place| place != Place::Elsewhere);
    }
    header
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
