//! People in lines that name them.

use super::date;
use super::header::{HeaderLine, Part};
use super::names::{self, Grip};
pub(crate) use super::names::{is_name, is_plain_name};
pub(crate) use super::roles::Desk;
pub(crate) use super::wire::{in_closing, in_opening};
use crate::article::Person;

/// A person with the list of the record they go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) person: Person,
    pub(crate) desk: Desk,
}

/// Characters up to which a text is read as a list of names: eighteen authors of a paper took 371.
const LIST_CHARS: usize = 1_500;

/// Returns the people a line names under labels, in its order: `By A and B`, `责任编辑：王某`, `김하나 기자`.
///
/// Empty for a sentence, and where a label names only an agency or an outlet ([`Part::Source`] holds those).
pub(crate) fn labelled(text: &str) -> Vec<Named> {
    HeaderLine::read(text, &date::Hints::default())
        .parts
        .into_iter()
        .filter_map(|part| match part {
            Part::Person(named) if named.person.role.is_some() => Some(named),
            _ => None,
        })
        .collect()
}

/// Returns the names of a list of names, without roles, staff numbers, addresses and `By`.
pub(crate) fn names(text: &str) -> Vec<String> {
    if text.chars().nth(LIST_CHARS).is_some() {
        return Vec::new();
    }
    let lang = if text.contains(names::is_kana) {
        "ja"
    } else {
        ""
    };
    names::read(text, lang, Grip::Firm).people
}

/// Returns the names of an author claim. What ends in a word for a group is one name, and so is what begins like a department's.
pub(crate) fn claimed_names(text: &str) -> Vec<String> {
    let text = names::without_lead(text.trim());
    let lower = text.to_lowercase();
    // "page.author.name" is a template's place that nobody filled.
    let unfilled = !text.contains(' ') && text.matches('.').count() > 1 && lower == text;
    if names::is_department(text) || names::is_firm(&lower) || unfilled {
        return Vec::new();
    }
    let found = names(text);
    match found.as_slice() {
        [only] if names::is_group(text) && text.trim().starts_with(only.as_str()) => {
            vec![text.trim().to_owned()]
        }
        _ => found,
    }
}

/// Characters of an organisation's name: a department of an authority takes sixty.
const BODY_NAME_CHARS: usize = 64;

/// Words of one, at most.
const BODY_NAME_WORDS: usize = 8;

/// Whether a text can be the name of a body that speaks as the author: `Harbour Post`, `Centre for Tides and Ferries`.
pub(crate) fn is_body_name(text: &str) -> bool {
    let name = without_label(text);
    let lower = name.to_lowercase();
    name.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && name.chars().count() <= BODY_NAME_CHARS
        && name.split_whitespace().count() <= BODY_NAME_WORDS
        && !name.contains("://")
        && !name.contains(['@', '{', '<', '>', '|', '!', '?', '»', '#', ':', ',', '/'])
        && !names::has_domain(&lower)
        && !names::is_nobody(&lower)
        && !names::is_firm(&lower)
        && names::agency(&name).is_none()
}

/// Takes the `By` off a name.
pub(crate) fn without_label(text: &str) -> String {
    names::strip_label(names::without_lead(text.trim()))
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::names::agency;
    use super::{Desk, Named, in_closing, in_opening, is_name, labelled, names};
    use crate::fields::cases::assert_rows;
    use proptest::prelude::{any, proptest};

    /// `reporter 王某; editor 李某`, `-` for nobody.
    fn printed(people: &[Named]) -> String {
        let people: Vec<String> = people
            .iter()
            .map(|named| {
                let role = named.person.role.map_or("person".to_owned(), |role| {
                    format!("{role:?}").to_lowercase()
                });
                format!("{role} {}", named.person.name)
            })
            .collect();
        if people.is_empty() {
            "-".to_owned()
        } else {
            people.join("; ")
        }
    }

    #[test]
    fn lines_name_the_people_of_their_rows() {
        assert_rows("byline", "labelled", 100, |line| printed(&labelled(line)));
    }

    #[test]
    fn lists_hold_the_names_of_their_rows() {
        assert_rows("byline", "names", 30, |list| {
            let names = names(list);
            if names.is_empty() {
                "-".to_owned()
            } else {
                names.join("; ")
            }
        });
    }

    #[test]
    fn openings_and_closings_name_the_people_of_their_rows() {
        assert_rows("byline", "opening", 20, |text| printed(&in_opening(text)));
        assert_rows("byline", "closing", 20, |text| printed(&in_closing(text)));
    }

    #[test]
    fn editors_and_photographers_are_no_authors() {
        let desks: Vec<Desk> = labelled("文/王某 责编：李某 摄影：张某")
            .iter()
            .map(|named| named.desk)
            .collect();
        assert_eq!(desks, [Desk::Author, Desk::Editor, Desk::Contributor]);
    }

    #[test]
    fn an_agency_is_known_in_any_case_and_beside_a_desk() {
        assert_eq!(agency("REUTERS"), Some("Reuters"));
        assert_eq!(agency("dpa/abc"), Some("dpa"));
        assert_eq!(agency("（共同）"), Some("共同通信"));
        assert_eq!(agency("Ada Quill"), None);
        assert_eq!(agency("江州日报"), None);
    }

    #[test]
    fn an_address_a_number_or_a_role_is_no_name() {
        for text in [
            "ada@example.org",
            "AB1234",
            "2021",
            "记者",
            "Staff Writer",
            "www.example.org",
            "",
        ] {
            assert!(!is_name(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_people_never_panics(text in any::<String>(), glue in "[ByVon记者编辑摄 文图：:/、,（）()기자王某李A-z0-9=＝。@_]{0,60}") {
            for text in [&text, &glue] {
                let _ = (labelled(text), names(text), is_name(text), agency(text), in_opening(text), in_closing(text));
            }
        }
    }
}
