//! Whose site it is, where the site bears a person's name: they write what nobody else signs.

use crate::article::{Origin, Person};
use crate::fields::Evidence;
use crate::grammar::byline;
use crate::grammar::given_names::is_given_name;
use crate::page::claims::Claim;
use crate::text::fold::fold;

/// Marks that part a title from the name of the site behind it.
const SUFFIX_MARKS: &[&str] = &[" | ", " – ", " — ", " - ", " · ", " • ", " :: "];

/// What stands before a name on its owner's site.
#[rustfmt::skip]
const HONORIFICS: &[(&str, &str)] = &[("de", "prof. "), ("de", "dr. "), ("de", "dr "), ("en", "mr. "), ("en", "mrs. "), ("en", "ms. ")];

/// What ends the name of whom something is.
const POSSESSIVES: &[&str] = &["'s ", "’s "];

/// Words of an owner's name: a third is what they offer, `Clara Quill Wines`.
const NAME_WORDS: usize = 2;

/// Letters of a name's word that is looked for in the host, at least.
const HOST_CHARS: usize = 4;

/// The person by whose name the page calls its site, and its host as well: a given name and a family name. A paper's name has none.
pub(super) fn pick(evidence: &Evidence<'_>) -> Option<Claim<Vec<Person>>> {
    let claims = evidence.claims;
    let named = claims.site_names.iter().chain(&claims.publishers);
    let named = named.map(|claim| (claim.value.as_str(), claim.origin));
    let suffixes = claims.titles.iter().filter_map(|claim| {
        let mut marks = SUFFIX_MARKS.iter();
        let (_, site) = marks.find_map(|mark| claim.value.rsplit_once(mark))?;
        Some((site, claim.origin))
    });
    let host = fold(evidence.host?);
    let mut owners = named.chain(suffixes).filter_map(|(site, origin)| {
        let name = owner(site, &host)?;
        Some((name, origin))
    });
    owners.next().map(|(name, origin)| one(name, origin))
}

fn one(name: &str, origin: Origin) -> Claim<Vec<Person>> {
    let person = Person {
        name: name.to_owned(),
        ..Person::default()
    };
    Claim {
        value: vec![person],
        origin,
    }
}

/// The name of its owner in the name of a site: `Ada Quill`, `Dr. Ada Quill`, `Ada Quill's Harbour`.
fn owner<'s>(site: &'s str, host: &str) -> Option<&'s str> {
    let mut marks = POSSESSIVES.iter();
    let possessed = marks.find_map(|mark| site.split_once(mark));
    let mut name = possessed.map_or(site, |(owner, _)| owner).trim();
    for (_, honorific) in HONORIFICS {
        let head = name.get(..honorific.len());
        if head.is_some_and(|head| head.to_lowercase() == *honorific) {
            name = name.get(honorific.len()..)?;
        }
    }
    let given = name.split_whitespace().next()?;
    let mut words = name.split_whitespace().map(fold);
    let few = words.clone().count() <= NAME_WORDS;
    let in_host = |word: String| word.chars().count() >= HOST_CHARS && host.contains(&word);
    let is_person = few && byline::is_bare_name(name) && is_given_name(given);
    (is_person && words.any(in_host)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::owner;
    use crate::text::fold::fold;

    #[test]
    fn a_site_with_its_owners_name_has_it_in_its_host() {
        let of = |site, host: &str| owner(site, &fold(host));
        assert_eq!(of("Clara Quill", "claraquill.example"), Some("Clara Quill"));
        assert_eq!(
            of("Dr. Clara Quill", "clara-quill.example"),
            Some("Clara Quill")
        );
        assert_eq!(
            of("Clara Quill's Harbour", "quill.example"),
            Some("Clara Quill")
        );
        assert_eq!(of("Clara Quill", "harbour.example"), None);
        assert_eq!(of("Harbour Post", "harbourpost.example"), None);
        assert_eq!(of("Clara Post", "clarapost.example"), None);
        assert_eq!(of("Clara Quill Wines", "claraquill.example"), None);
    }
}
