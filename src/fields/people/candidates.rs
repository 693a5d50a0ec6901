//! The lists of people who may be the authors: what claims, elements whose class names the author, and lines near the article say, each
//! with how much it is trusted.

use std::collections::BTreeMap;

use crate::article::{Origin, Person};
use crate::fields::place::Place;
use crate::fields::signature::Signatures;
use crate::fields::testimony::Testimony;
use crate::grammar::byline::{self, Desk};
use crate::grammar::date::Hints;
use crate::grammar::header::{HeaderLine, Part};
use crate::page::claims::{ClaimedPerson, Claims};
use crate::text::fold::fold;
use crate::text::measure::is_ideograph;

/// A group that speaks as one of who wrote it, and how much it is trusted.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) people: Vec<Person>,
    pub(super) origin: Origin,
    pub(super) trust: u32,
    /// Whether cards of markup name them, in which accounts stand too.
    cards: bool,
}

/// How much lines are trusted: one that labels its names, an element whose class says that it names the author, the text's own first
/// and last words, a name beside a date that nothing labels.
const LABELLED: u32 = 5;
pub(super) const MARKED: u32 = 4;
const IN_TEXT: u32 = 3;
pub(super) const BARE: u32 = 1;

/// Whole names that a line right under the headline labels: readers take them for the authors, whoever put the page into the system.
const HEADING: u32 = 9;

/// People of such a line, at most: more are of several lines.
const HEADING_PEOPLE: usize = 4;

/// A line near the headline that labels a name and was taken for something else; one behind the text, or a name that ends it.
const SIGNED: u32 = 4;
const CLOSING: u32 = 1;

/// A login or a department in place of a name: `ada.quill`.
const UNSURE: u32 = 1;
/// The same on the author's card.
const ACCOUNT: u32 = 2;

/// People of a list of marked elements, at most: longer ones are of teasers and of comments. Where a page has more of them in all, a
/// marked element is trusted less than a claim in a meta element that names a person.
const MARKED_PEOPLE: usize = 8;
const IN_A_CROWD: u32 = 2;

/// How much a claim is trusted with an author's name. Meta elements name the portal as often as the author (notes on portals).
pub(super) fn trust(origin: Origin) -> u32 {
    match origin {
        Origin::JsonLd => 6,
        Origin::Microdata | Origin::Link => 4,
        Origin::OpenGraph => 3,
        Origin::Meta | Origin::DublinCore => 2,
        _ => 1,
    }
}

/// The lists that name somebody, those of claims before those of the visible page.
pub(super) fn lists(
    claims: &Claims,
    testimony: &Testimony,
    signatures: &Signatures,
    outlets: &[String],
) -> Vec<Candidate> {
    let mut outlets = outlets.to_vec();
    outlets.extend(printed_sources(testimony));
    let outlets = outlets.as_slice();
    let mut candidates = claimed_lists(claims, outlets);
    candidates.extend(visible_lists(testimony, signatures));
    candidates.extend(marked_list(claims, outlets));
    for candidate in &mut candidates {
        candidate.people = distinct(std::mem::take(&mut candidate.people), outlets);
        let mut people = candidate.people.iter();
        if people.all(|person| is_unsure(&person.name)) {
            let most = match candidate.origin {
                // Who writes in a forum signs by an account.
                Origin::JsonLd | Origin::Microdata if candidate.cards => candidate.trust,
                _ if candidate.cards => ACCOUNT,
                _ => UNSURE,
            };
            candidate.trust = candidate.trust.min(most);
        }
    }
    candidates.retain(|candidate| !candidate.people.is_empty());
    yield_to_claims(&mut candidates);
    candidates
}

/// The outlets that header lines name as the source, folded: who claims one of them as the author means the source.
fn printed_sources(testimony: &Testimony) -> impl Iterator<Item = String> + '_ {
    let sources = testimony.sources.iter();
    let heads = sources.filter(|said| matches!(said.place, Place::Header | Place::Preface));
    let names = heads.map(|said| fold(&said.value));
    names.filter(|name| name.contains(is_ideograph))
}

/// Where a claim names one of those under the headline, it is no poster's, and may list more of the authors, or fewer who are none.
fn yield_to_claims(candidates: &mut [Candidate]) {
    let claimed = |other: &&Candidate| other.origin != Origin::Visible;
    let heading = candidates.iter().find(|one| one.trust == HEADING);
    let shares = heading.is_some_and(|heading| {
        let mut claims = candidates.iter().filter(claimed);
        claims.any(|claim| shares_a_name(&claim.people, &heading.people))
    });
    for candidate in candidates.iter_mut().filter(|one| one.trust == HEADING) {
        if shares {
            candidate.trust = LABELLED;
        }
    }
}

/// The claims, a list for each origin. Organisations speak only where nobody else does.
fn claimed_lists(claims: &Claims, outlets: &[String]) -> Vec<Candidate> {
    let mut lists: Vec<Candidate> = Vec::new();
    // The same name is claimed in several places.
    let mut read: BTreeMap<(&str, Option<&str>), Vec<Person>> = BTreeMap::new();
    let people = claims
        .authors
        .iter()
        .filter(|claim| !claim.value.organisation);
    for claim in people {
        let said = (claim.value.name.as_str(), claim.value.url.as_deref());
        let people = read
            .entry(said)
            .or_insert_with(|| claimed(&claim.value, outlets));
        let people = people.clone();
        match lists.iter_mut().find(|known| known.origin == claim.origin) {
            Some(known) => {
                known.people.extend(people);
                known.cards &= claim.value.card;
            }
            None => lists.push(Candidate {
                people,
                origin: claim.origin,
                trust: trust(claim.origin),
                cards: claim.value.card,
            }),
        }
    }
    lists
}

fn visible_lists(testimony: &Testimony, signatures: &Signatures) -> Vec<Candidate> {
    let list = |people, trust| Candidate {
        people,
        origin: Origin::Visible,
        trust,
        cards: false,
    };
    let in_text = testimony
        .in_text
        .iter()
        .filter(|named| named.desk == Desk::Author)
        .map(|named| named.person.clone());
    let labelled = |person: &Person| person.role.is_some();
    let mut heading = heading(testimony);
    if heading.len() > HEADING_PEOPLE {
        heading.clear();
    }
    vec![
        list(heading, HEADING),
        list(desk(testimony, Desk::Author, labelled), LABELLED),
        list(in_text.collect(), IN_TEXT),
        list(
            desk(testimony, Desk::Author, |person| person.role.is_none()),
            BARE,
        ),
        list(signatures.labelled.clone(), SIGNED),
        list(signatures.bare.clone(), BARE),
        list(signatures.behind.clone(), CLOSING),
        list(signatures.closing.clone(), CLOSING),
    ]
}

/// Those whom lines between headline and text name as writers; nobody where one of them is no whole name.
fn heading(testimony: &Testimony) -> Vec<Person> {
    let said = testimony.people.iter();
    let heads = |place| matches!(place, Place::Header | Place::Preface);
    let said = said.filter(|said| heads(said.place) && said.value.desk == Desk::Author);
    let people: Vec<Person> = said.map(|said| said.value.person.clone()).collect();
    // `ACLU` among small letters is a body's.
    let is_short = |word: &str| word.len() > INITIALS - 1 && !word.contains(char::is_lowercase);
    let named = |name: &str| {
        byline::is_bare_name(name)
            && (!name.contains(char::is_lowercase) || !name.split(' ').any(is_short))
    };
    let labelled = |person: &Person| person.role.is_some() && named(&person.name);
    if people.iter().all(labelled) {
        distinct(people, &[])
    } else {
        Vec::new()
    }
}

/// The names of the first list of marked elements that holds some.
fn marked_list(claims: &Claims, outlets: &[String]) -> Option<Candidate> {
    let hints = Hints {
        language: claims.languages.first().map(|claim| claim.value.clone()),
        ..Hints::default()
    };
    let people = |list: &Vec<ClaimedPerson>| -> Vec<Person> {
        let people = list
            .iter()
            .flat_map(|person| marked(person, outlets, &hints));
        people
            .filter(|person| is_marked_name(&person.name))
            .collect()
    };
    let (list, people) = claims
        .marked_people
        .iter()
        .map(|list| (list, people(list)))
        .find(|(_, people)| !people.is_empty() && people.len() <= MARKED_PEOPLE)?;
    let crowd = claims.marked_people.iter().flatten().nth(MARKED_PEOPLE);
    Some(Candidate {
        people,
        origin: Origin::Visible,
        trust: if crowd.is_some() { IN_A_CROWD } else { MARKED },
        cards: list.iter().all(|person| person.card),
    })
}

/// A name with capitals, or one word, no initials: what else stands in such elements is a line about the author.
fn is_marked_name(name: &str) -> bool {
    let initials = name.chars().count() <= INITIALS && !name.contains(char::is_lowercase);
    let latin_initials = initials && !name.contains(is_ideograph);
    let named = byline::is_plain_name(name) || !name.contains(' ');
    named && !latin_initials && !byline::is_kind_of_text(name)
}

/// Letters of initials that stand for a name.
const INITIALS: usize = 3;

/// `ada.quill`, `AdaQ`, `某某党支部`: an account or a department, no person's name.
fn is_unsure(name: &str) -> bool {
    let small = name.contains(char::is_lowercase);
    let inner_capital = name.chars().skip(1).any(char::is_uppercase);
    let capital = name.contains(char::is_uppercase);
    let inner_capital = inner_capital && !name.contains('-');
    let account = small && !name.contains(' ') && (!capital || inner_capital);
    account || name.contains(is_ideograph) && !byline::is_plain_name(name)
}

pub(super) fn shares_a_name(a: &[Person], b: &[Person]) -> bool {
    let names: Vec<String> = b.iter().map(|person| fold(&person.name)).collect();
    a.iter().any(|person| names.contains(&fold(&person.name)))
}

pub(super) fn claimed(claim: &ClaimedPerson, outlets: &[String]) -> Vec<Person> {
    let url = claim.url.clone();
    let is_outlet = |name: &str| outlets.contains(&fold(name));
    // "Harbour Post, Nordhafen, Germany": behind the outlet its place stands.
    let (first, more) = claim.name.split_once(',').unwrap_or((&claim.name, ""));
    if is_outlet(&claim.name) {
        return Vec::new();
    }
    // "责任编辑：王某": the label says who it is.
    let led = if claim.name.contains([':', '：']) {
        byline::labelled(&claim.name)
    } else {
        Vec::new()
    };
    if !led.is_empty() {
        let authors = led.into_iter().filter(|named| named.desk == Desk::Author);
        return authors.map(|named| named.person).collect();
    }
    let placed = !more.is_empty() && (is_outlet(first) || byline::is_firm(first));
    let names = byline::claimed_names(&claim.name)
        .into_iter()
        .filter(|name| {
            byline::is_name(name)
                && !is_outlet(name)
                && !byline::is_of_agency(name)
                && (!placed || byline::is_bare_name(name))
        });
    let mut names: Vec<String> = names.collect();
    if names.is_empty() && claim.card {
        names.extend(byline::account(&claim.name));
    }
    let person = |name| Person {
        name,
        url: url.clone(),
        ..Person::default()
    };
    names.into_iter().map(person).collect()
}

/// The people of an element whose class says that it names the author; where a date stands beside them, of the header line it is.
fn marked(person: &ClaimedPerson, outlets: &[String], hints: &Hints) -> Vec<Person> {
    let line = HeaderLine::read(&person.name, hints);
    let dated = line
        .parts
        .iter()
        .any(|part| matches!(part, Part::Date(_) | Part::Count));
    if !dated {
        let led = byline::led_by_label(&person.name, hints);
        let authors = led.into_iter().filter(|named| named.desk == Desk::Author);
        let authors: Vec<Person> = authors.map(|named| named.person).collect();
        return if authors.is_empty() {
            claimed(person, outlets)
        } else {
            authors
        };
    }
    let people = line.parts.into_iter().filter_map(|part| match part {
        Part::Person(named) if named.desk == Desk::Author => Some(named.person),
        _ => None,
    });
    people.collect()
}

/// The people of one desk that lines near the article name, header lines before all others; those beside other headlines are left out.
pub(super) fn desk(
    testimony: &Testimony,
    desk: Desk,
    wanted: impl Fn(&Person) -> bool,
) -> Vec<Person> {
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

pub(super) fn distinct(people: Vec<Person>, outlets: &[String]) -> Vec<Person> {
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
