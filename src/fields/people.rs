//! Who wrote it and who edited it, by the claims and the visible lines that agree.

mod candidates;

use self::candidates::{BARE, Candidate, MARKED, claimed, desk, distinct, shares_a_name, trust};
use crate::article::{Origin, Person};
use crate::fields::signature::Signatures;
use crate::fields::testimony::Testimony;
use crate::grammar::byline::{self, Desk};
use crate::grammar::date::Hints;
use crate::grammar::header::{HeaderLine, Part};
use crate::grammar::source::is_lone_outlet;
use crate::page::claims::{Claim, ClaimedPerson, Claims};
use crate::text::fold::fold;
use crate::text::measure::is_ideograph;

/// The people of an article, each list with where it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct People {
    pub(crate) authors: Option<Claim<Vec<Person>>>,
    pub(crate) editors: Option<Claim<Vec<Person>>>,
    pub(crate) contributors: Option<Claim<Vec<Person>>>,
}

/// What two places that name the same person add to each other's trust: the visible page and its markup, and two kinds of markup, which
/// one program fills from one field.
fn agreement(one: Origin, other: Origin) -> u32 {
    if one == other {
        0
    } else if one == Origin::Visible || other == Origin::Visible {
        3
    } else {
        2
    }
}

impl People {
    /// The same people with their addresses resolved; one that is none of the web is left out.
    pub(crate) fn at(mut self, mut resolve: impl FnMut(&str) -> Option<String>) -> Self {
        let lists = [&mut self.authors, &mut self.editors, &mut self.contributors];
        for person in lists.into_iter().flatten().flat_map(|list| &mut list.value) {
            person.url = person.url.take().and_then(|url| resolve(&url));
        }
        self
    }

    /// The same people without groups and the site among the authors, where a person is left: `Ada Quill, Harbour Desk`.
    pub(super) fn without_bodies(mut self, is_site: impl Fn(&str) -> bool) -> Self {
        let is_body = |person: &Person| byline::is_group(&person.name) || is_site(&person.name);
        if let Some(authors) = &mut self.authors
            && !authors.value.iter().all(is_body)
        {
            authors.value.retain(|person| !is_body(person));
        }
        self
    }

    /// All who are said to be the authors: what is claimed, where, and the name it is read as.
    pub(super) fn said(
        claims: &Claims,
        testimony: &Testimony,
        signatures: &Signatures,
        outlets: &[String],
    ) -> Vec<(String, Origin, Option<String>)> {
        let mut said = Vec::new();
        for Claim { value, origin } in &claims.authors {
            let people = if value.organisation {
                Vec::new()
            } else {
                claimed(value, outlets)
            };
            if people.is_empty() {
                said.push((value.name.clone(), *origin, None));
            }
            said.extend(
                people
                    .into_iter()
                    .map(|person| (person.name.clone(), *origin, Some(person.name))),
            );
        }
        let visible = candidates::lists(claims, testimony, signatures, outlets)
            .into_iter()
            .filter(|candidate| candidate.origin == Origin::Visible)
            .flat_map(|candidate| candidate.people);
        said.extend(
            visible.map(|person| (person.name.clone(), Origin::Visible, Some(person.name))),
        );
        said
    }

    /// Picks the people. `outlets` are the names of the site and of publishers, folded: they are nobody's name.
    pub(crate) fn pick(
        claims: &Claims,
        testimony: &Testimony,
        signatures: &Signatures,
        outlets: &[String],
        is_site: impl Fn(&str) -> bool,
    ) -> Self {
        Self {
            authors: authors(claims, testimony, signatures, outlets, is_site),
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
    signatures: &Signatures,
    outlets: &[String],
    is_site: impl Fn(&str) -> bool,
) -> Option<Claim<Vec<Person>>> {
    let candidates = candidates::lists(claims, testimony, signatures, outlets);
    let weight = |candidate: &Candidate| {
        let agreed = candidates
            .iter()
            .filter(|other| shares_a_name(&candidate.people, &other.people));
        let agreement = agreed.map(|other| agreement(candidate.origin, other.origin));
        candidate.trust + agreement.max().unwrap_or_default()
    };
    let Some(best) = candidates
        .iter()
        .rev()
        .max_by_key(|candidate| weight(candidate))
    else {
        return own_name(claims, outlets)
            .or_else(|| group(claims))
            .or_else(|| wire(claims));
    };
    if weight(best) == BARE
        && let Some(body) = agreed_body(claims, outlets)
    {
        return Some(body);
    }
    let best = members_of(best, &candidates, is_site);
    let best = closer_read(best, &candidates);
    let best = fuller_read(best, &candidates);
    let best = wider_read(best, &candidates).clone();
    Some(with_details(best, &candidates))
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

/// Where `best` is a lone word and another list has one person whose name begins with it, the full name is meant: `Ada` beside `Ada Quill`.
fn fuller_read<'c>(best: &'c Candidate, candidates: &'c [Candidate]) -> &'c Candidate {
    let [short] = best.people.as_slice() else {
        return best;
    };
    let fuller = |other: &&Candidate| match other.people.as_slice() {
        [full] => {
            let mut words = full.name.split_whitespace();
            let first = words.next().unwrap_or_default();
            let same = first.to_lowercase() == short.name.to_lowercase();
            same && words.next().is_some() && byline::is_bare_name(&full.name)
        }
        _ => false,
    };
    candidates.iter().find(fuller).unwrap_or(best)
}

/// Where `best` is a group and JSON-LD names people, they are its members who wrote: `News Desk` over a live report. Where it is the site
/// as its address calls it, those whom the page labels are.
fn members_of<'c>(
    best: &'c Candidate,
    candidates: &'c [Candidate],
    is_site: impl Fn(&str) -> bool,
) -> &'c Candidate {
    let is_group = |person: &Person| byline::is_group(&person.name);
    let is_site = |person: &Person| is_site(&person.name);
    if best.people.iter().all(is_group) {
        let named = |other: &&Candidate| {
            other.origin == Origin::JsonLd && !other.people.iter().any(is_group)
        };
        candidates.iter().find(named).unwrap_or(best)
    } else if best.people.iter().all(is_site) {
        let is_whole = |person: &Person| byline::is_bare_name(&person.name) && !is_site(person);
        let named = |other: &&Candidate| other.trust >= MARKED && other.people.iter().all(is_whole);
        candidates.iter().find(named).unwrap_or(best)
    } else {
        best
    }
}

/// People of a list that two places give, at most: longer ones are of teasers.
const WIDER_PEOPLE: usize = 4;

/// Where two places of different kinds name the same people, and all of `best` among them, `best` is the first of a list.
fn wider_read<'c>(best: &'c Candidate, candidates: &'c [Candidate]) -> &'c Candidate {
    let names = |candidate: &Candidate| -> Vec<String> {
        let names = candidate.people.iter().map(|person| fold(&person.name));
        names.collect()
    };
    let mine = names(best);
    let wider = candidates.iter().enumerate().find(|&(index, wide)| {
        let all = names(wide);
        let holds = all.len() > mine.len() && mine.iter().all(|name| all.contains(name));
        let same = |other: &Candidate| {
            let others = names(other);
            other.origin != wide.origin
                && others.len() == all.len()
                && others.iter().all(|name| all.contains(name))
        };
        let few = wide.people.len() <= WIDER_PEOPLE;
        let is_bare = |person: &Person| byline::is_bare_name(&person.name);
        holds
            && few
            && wide.people.iter().all(is_bare)
            && candidates.iter().skip(index + 1).any(same)
    });
    wider.map_or(best, |(_, wide)| wide)
}

/// What marked elements and claims say of authors, the most trusted first.
fn said(claims: &Claims) -> Vec<Claim<ClaimedPerson>> {
    let marked = claims.marked_people.iter().flatten().map(|person| Claim {
        value: person.clone(),
        origin: Origin::Visible,
    });
    let mut said: Vec<Claim<ClaimedPerson>> = claims.authors.clone();
    said.sort_by_key(|claim| std::cmp::Reverse(trust(claim.origin)));
    said.extend(marked);
    said
}

/// The author whom only the page's own name stands for: blogs bear their writer's name. An organisation that publishes the page is none,
/// if not two kinds of markup say so.
fn own_name(claims: &Claims, outlets: &[String]) -> Option<Claim<Vec<Person>>> {
    let said = said(claims);
    let claim = said.iter().find(|claim| {
        let name = &claim.value.name;
        let folded = fold(name);
        let is_outlet = outlets.contains(&folded);
        let others = said
            .iter()
            .filter(|other| fold(&other.value.name) == folded);
        let agreed = others.clone().any(|other| other.origin != claim.origin);
        let by_meta = trust(claim.origin) < trust(Origin::Link)
            && !matches!(claim.origin, Origin::Visible | Origin::Twitter);
        let publishes = claim.value.organisation && is_outlet && !agreed;
        let is_site = is_outlet && agreed && byline::is_site_name(name);
        (byline::is_body_name(name) || is_site)
            && !publishes
            && !is_dated(name)
            && !(name.contains(is_ideograph) && is_lone_outlet(name))
            && (!by_meta || name.contains(' ') && byline::is_plain_name(name))
    })?;
    alone(&claim.value, claim.origin)
}

/// The site or the group that two kinds of markup name as the author.
fn agreed_body(claims: &Claims, outlets: &[String]) -> Option<Claim<Vec<Person>>> {
    let body = own_name(claims, outlets).or_else(|| group(claims))?;
    let names = body.value.iter().map(|person| fold(&person.name));
    let names: Vec<String> = names.collect();
    let mut others = said(claims).into_iter().filter(|claim| {
        claim.origin != body.origin
            && names.contains(&fold(&byline::without_label(&claim.value.name)))
    });
    others.next().is_some().then_some(body)
}

/// Whether a date stands in what an element for the author says: it is its header line.
fn is_dated(text: &str) -> bool {
    let line = HeaderLine::read(text, &Hints::default());
    line.parts.iter().any(|part| matches!(part, Part::Date(_)))
}

/// The agency that signs where nobody else is named: `dpa` in place of the author.
fn wire(claims: &Claims) -> Option<Claim<Vec<Person>>> {
    let claim = said(claims)
        .into_iter()
        .find(|claim| byline::is_agency(&claim.value.name))?;
    alone(&claim.value, claim.origin)
}

/// The group that signs where nobody else is named: `Redaktion`, `News Desk`.
fn group(claims: &Claims) -> Option<Claim<Vec<Person>>> {
    let claim = said(claims).into_iter().find(|claim| {
        // A card labels its author: `Written by: Newsroom`.
        let labelled = matches!(claim.origin, Origin::Visible | Origin::Twitter);
        let firm = trust(claim.origin) >= trust(Origin::Link) || labelled;
        firm && byline::is_group(&byline::without_label(&claim.value.name))
    })?;
    alone(&claim.value, claim.origin)
}

fn alone(person: &ClaimedPerson, origin: Origin) -> Option<Claim<Vec<Person>>> {
    let person = Person {
        name: byline::without_label(&person.name),
        url: person.url.clone(),
        ..Person::default()
    };
    listed(vec![person], origin)
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

fn listed(people: Vec<Person>, origin: Origin) -> Option<Claim<Vec<Person>>> {
    (!people.is_empty()).then_some(Claim {
        value: people,
        origin,
    })
}

#[cfg(test)]
mod tests {
    use super::People;
    use crate::article::Origin;
    use crate::fields::signature::Signatures;
    use crate::fields::testimony::Testimony;
    use crate::page::claims::{Claim, ClaimedPerson, Claims};
    use crate::text::fold::fold;

    /// `json: Ada Quill`, `link: …`, `meta: …`, `marked: …`, `card: …`, `json org: …`; a line each.
    fn authors(said: &[(&str, &str)], outlets: &[&str]) -> Vec<String> {
        let mut claims = Claims::default();
        for &(key, name) in said {
            let (key, organisation) = match key.strip_suffix(" org") {
                Some(key) => (key, true),
                None => (key, false),
            };
            let value = ClaimedPerson {
                name: name.to_owned(),
                url: None,
                organisation,
                card: key == "card",
            };
            let origin = match key {
                "json" => Origin::JsonLd,
                "link" => Origin::Link,
                "meta" => Origin::Meta,
                _ => {
                    match claims.marked_people.first_mut() {
                        Some(list) => list.push(value),
                        None => claims.marked_people.push(vec![value]),
                    }
                    continue;
                }
            };
            claims.authors.push(Claim { value, origin });
        }
        let outlets: Vec<String> = outlets.iter().map(|name| (*name).to_owned()).collect();
        let people = People::pick(
            &claims,
            &Testimony::default(),
            &Signatures::default(),
            &outlets,
            |name| fold(name) == "nordhafenletter",
        );
        let authors = people.authors.map(|claim| claim.value).unwrap_or_default();
        authors.into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn an_agency_signs_where_nobody_else_does() {
        assert_eq!(authors(&[("json", "dpa")], &[]), ["dpa"]);
        let both = [("json", "dpa"), ("marked", "Ada Quill")];
        assert_eq!(authors(&both, &[]), ["Ada Quill"]);
    }

    #[test]
    fn a_desk_of_an_agency_is_nobody() {
        let said = [("json", "Thomson Reuters Harbour"), ("meta", "Ada Quill")];
        assert_eq!(authors(&said, &[]), ["Ada Quill"]);
        // Some are given names too.
        assert_eq!(authors(&[("json", "Ani Quill")], &[]), ["Ani Quill"]);
    }

    #[test]
    fn an_account_signs_on_a_card() {
        let said = |key| [(key, "quill1987"), ("meta", "webmaria")];
        assert_eq!(authors(&said("card"), &[]), ["quill1987"]);
        assert_eq!(authors(&said("marked"), &[]), ["webmaria"]);
        let named = [("card", "quill1987"), ("meta", "Ada Quill")];
        assert_eq!(authors(&named, &[]), ["Ada Quill"]);
    }

    #[test]
    fn an_editor_whom_a_claim_labels_is_no_author() {
        for said in ["责任编辑：王某", "(编辑：王某)", "选稿：王某", "粉丝"] {
            assert!(authors(&[("json", said)], &[]).is_empty(), "{said}");
        }
        assert_eq!(authors(&[("json", "作者：王某")], &[]), ["王某"]);
    }

    #[test]
    fn members_who_are_named_speak_for_their_desk() {
        let said = [
            ("meta", "Harbour-Redaktion"),
            ("marked", "Harbour-Redaktion"),
            ("json", "Ada Quill"),
            ("json", "Bo Reed"),
        ];
        assert_eq!(authors(&said, &[]), ["Ada Quill", "Bo Reed"]);
    }

    #[test]
    fn a_list_that_two_places_give_is_taken_whole() {
        let said = [
            ("json", "Ada Quill"),
            ("link", "Bo Reed"),
            ("link", "Ada Quill"),
            ("marked", "Bo Reed"),
            ("marked", "Ada Quill"),
        ];
        assert_eq!(authors(&said, &[]), ["Bo Reed", "Ada Quill"]);
        assert_eq!(authors(&said[..3], &[]), ["Ada Quill"]);
    }

    #[test]
    fn whom_the_page_marks_stands_for_the_site_by_its_address() {
        let said = [("json", "Nordhafen Letter"), ("marked", "Ada Quill")];
        assert_eq!(authors(&said, &[]), ["Ada Quill"]);
        assert_eq!(authors(&said[..1], &[]), ["Nordhafen Letter"]);
    }

    #[test]
    fn the_site_signs_where_two_kinds_of_markup_say_so() {
        let outlets = ["harbourpostexample"];
        let said = [
            ("json org", "harbourpost.example"),
            ("meta", "harbourpost.example"),
        ];
        assert_eq!(authors(&said, &outlets), ["harbourpost.example"]);
        assert!(authors(&said[..1], &outlets).is_empty());
    }
}
