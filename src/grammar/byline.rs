//! People in lines that name them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::date;
use super::header::HeaderLine;
use super::labels::{self, Label, fold_char, is_cjk};
use super::names::{self, Grip};
pub(crate) use super::names::{
    has_calling, is_bare_name, is_group, is_kind_of_text, is_known_japanese_name, is_name,
    is_office, is_plain_name,
};
pub(crate) use super::roles::{Desk, Named};
use super::roles::{Form, ROLE_WORDS, RoleWord};
use crate::article::PersonRole;
use crate::text::letters::is_alphanumeric;

/// Characters up to which a text is read as a list of names: eighteen authors of a paper took 371.
const LIST_CHARS: usize = 1_500;

/// Returns the people a line names under labels, in its order: `By A and B`, `责任编辑：王某`, `김하나 기자`.
///
/// Empty for a sentence, and where a label names only an agency or an outlet ([`Part::Source`](super::header::Part::Source) holds those).
pub(crate) fn labelled(text: &str) -> Vec<Named> {
    HeaderLine::read(text, &date::Hints::default())
        .labelled_people()
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
    let text = without_particle(names::without_lead(text.trim()));
    let lower = text.to_lowercase();
    // "page.author.name" is a template's place that nobody filled.
    let unfilled = !text.contains(' ') && text.matches('.').count() > 1 && lower == text;
    if names::is_department(text) || names::is_firm(&lower) || unfilled {
        return Vec::new();
    }
    if let Some(turned) = names::turned(text) {
        return vec![turned];
    }
    let found = names(text);
    match found.as_slice() {
        [only] if names::is_group(text) && text.trim().starts_with(only.as_str()) => {
            vec![text.trim().to_owned()]
        }
        _ => found,
    }
}

/// Returns the names of a claim or of a line that labels them.
pub(crate) fn said_names(text: &str) -> Vec<String> {
    let led = led_by_label(text, &date::Hints::default());
    if led.is_empty() {
        return claimed_names(text);
    }
    led.into_iter().map(|named| named.person.name).collect()
}

/// Takes off a `von` that says who wrote it: before a whole name or a group. Before a lone word it is a part of the name.
fn without_particle(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("von ") else {
        return text;
    };
    let rest = rest.trim_end_matches([',', ';']);
    let mut words = rest.split_whitespace();
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let whole = words.clone().count() > 1 && words.all(is_capital);
    if whole || names::is_group(rest) {
        rest
    } else {
        text
    }
}

/// Characters that a label alone ends in: `Author(s):`.
const LABEL_ENDS: &[char] = &[':', '：', '.', ' ', '|', '-', '–', '—', '\u{a0}'];

/// The labels that stand before authors' names, and what they say of them.
static AUTHOR_LABELS: LazyLock<BTreeMap<&str, PersonRole>> = LazyLock::new(|| {
    let stands_alone = |row: &&RoleWord| !matches!(row.form, Form::Follows | Form::OpensAtHome);
    let rows = ROLE_WORDS.iter().filter(stands_alone);
    let authors = rows.filter(|row| row.desk() == Desk::Author);
    authors.map(|row| (row.text, row.role)).collect()
});

/// What a text that is a label of authors and nothing else calls them: `Written by`, `Author(s):`.
pub(crate) fn author_label(text: &str) -> Option<PersonRole> {
    let label = text.trim_matches(LABEL_ENDS).to_lowercase();
    AUTHOR_LABELS.get(label.as_str()).copied()
}

/// Whether a text is a label of authors and nothing else.
pub(crate) fn is_author_label(text: &str) -> bool {
    author_label(text).is_some()
}

/// Whether a line opens with a label of editors, with their names behind it or without: `【责任编辑：王某】`.
pub(crate) fn is_of_editors(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !is_alphanumeric(c));
    let chars: Vec<char> = line.chars().map(fold_char).collect();
    let names_editors = |label: Label| match label {
        Label::Person(row) => row.desk() == Desk::Editor && row.form != Form::Follows,
        _ => false,
    };
    labels::beginning(&chars).any(|(_, words)| words.iter().any(|word| names_editors(word.label)))
}

/// Letters and digits of a line near the headline that may be none of its names: a section, a number of comments.
const BESIDE_CHARS: usize = 32;

/// Words of a name without capitals behind a `by`.
const SMALL_NAME_WORDS: usize = 3;

/// Returns the people whom a line near a headline names behind a label, though it may hold more: `by ibby`, `Von A. Quill, Sport`.
pub(crate) fn led_by_label(text: &str, hints: &date::Hints) -> Vec<Named> {
    let line = HeaderLine::read(text, hints);
    if line.rest_chars <= BESIDE_CHARS && line.stops() == 0 {
        let read: Vec<Named> = line.labelled_people().collect();
        if !read.is_empty() {
            return read;
        }
    }
    // Behind a label in front, a name may be of small letters: there is nothing else in the line but a date.
    let text = before_date(text, hints);
    let name = names::strip_label(text.trim());
    let small = name != text.trim()
        && name.split_whitespace().count() <= SMALL_NAME_WORDS
        && is_read_here(text.trim(), hints);
    let named = name.starts_with(char::is_alphabetic) || name.contains(char::is_uppercase);
    if !small || !named || !is_body_name(name) || names::is_kind_of_text(name) {
        return Vec::new();
    }
    vec![Named::of(
        name.to_owned(),
        Some(PersonRole::Writer),
        Desk::Author,
    )]
}

/// A line up to the date in it, without a word in small letters that leads to it: `Saved by ada on 4 May 2021`.
fn before_date<'t>(text: &'t str, hints: &date::Hints) -> &'t str {
    let found = date::find(text, hints).into_iter().next();
    let head = found.and_then(|found| text.get(..found.range.start));
    let mark = |c: char| !c.is_alphanumeric() && c != '.';
    let head = head.map(|head| head.trim().trim_end_matches(mark));
    let Some(head) = head.filter(|head| !head.is_empty()) else {
        return text;
    };
    let is_joint = |word: &str| word.chars().all(char::is_lowercase);
    match head.rsplit_once(' ') {
        Some((rest, last)) if rest.contains(' ') && is_joint(last) => rest,
        _ => head,
    }
}

/// Whether the word that opens a line leads names in the page's language or in English: `di sản` is no byline in Vietnamese.
fn is_read_here(text: &str, hints: &date::Hints) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.to_lowercase();
    let mut rows = ROLE_WORDS
        .iter()
        .filter(|row| row.form == Form::Opens && row.text == first)
        .peekable();
    hints.language.is_none()
        || rows.peek().is_none()
        || rows.any(|row| row.lang == "en" || hints.speaks(row.lang))
}

/// Returns the names of a block that holds names and nothing else.
pub(crate) fn signed_names(text: &str) -> Vec<String> {
    let found = claimed_names(text);
    if found.iter().all(|name| is_plain_name(name)) {
        found
    } else {
        Vec::new()
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
    !names::is_glued(&name)
        && name.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !(name.contains(is_cjk) && name.contains(char::is_whitespace))
        && name.chars().count() <= BODY_NAME_CHARS
        && name.split_whitespace().count() <= BODY_NAME_WORDS
        && !name.contains("://")
        && !name.contains([
            '@', '{', '<', '>', '|', '!', '?', '»', '#', ':', '：', ',', '/',
        ])
        && !names::has_domain(&lower)
        && !names::is_nobody(&lower)
        && !names::is_firm(&lower)
        && names::agency(&name).is_none()
}

/// The account that stands for a person on a card or behind a label, without a space: `quill87`.
pub(crate) fn account(text: &str) -> Option<String> {
    let name = without_label(text);
    let is_one = !name.contains(' ') && is_body_name(&name) && !is_group(&name);
    is_one.then_some(name)
}

/// Whether a text is the address of a site and nothing else: `harbourpost.example`.
pub(crate) fn is_site_name(text: &str) -> bool {
    !text.contains([' ', '/', '@', ':']) && names::has_domain(&text.to_lowercase())
}

/// Returns the whole names of a line that lists them, with no more beside them than agencies, outlets and offices: `Ada Quill, dpa`,
/// `Reuters | Ada Quill`, `Ada Quill, Bo Reed & Cy Marsh`, `Ada Quill, Harbour Correspondent`. With commas alone it is of keywords as often.
pub(crate) fn listed_names(text: &str) -> Vec<String> {
    if text.chars().nth(LIST_CHARS).is_some() {
        return Vec::new();
    }
    let list = names::read(text, "", Grip::Loose);
    let sound = list.rest.is_empty() && list.titles.iter().all(|title| names::is_office(title));
    let joined = list.people.len() < 2 || names::joins(text);
    if sound && joined && list.people.iter().all(|name| is_bare_name(name)) {
        list.people
    } else {
        Vec::new()
    }
}

/// Whether a text names an agency, with or without `By`.
pub(crate) fn is_agency(text: &str) -> bool {
    names::agency(&without_label(text)).is_some()
}

/// Whether a text is an agency's name with a desk of it behind: `Reuters Staff`. Short names are given names as well.
pub(crate) fn is_of_agency(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let long = |name: &str| name.chars().count() >= AGENCY_CHARS;
    (1..words.len()).any(|end| {
        let name = words.get(..end).unwrap_or_default().join(" ");
        long(&name) && names::agency(&name).is_some()
    })
}

/// Letters from which an agency's name begins no person's.
const AGENCY_CHARS: usize = 7;

/// Whether a text is a firm's name or an address: it owns the page.
pub(crate) fn is_firm(text: &str) -> bool {
    let lower = text.to_lowercase();
    names::is_firm(&lower) || names::has_domain(&lower)
}

/// The name in a link that leads to somebody's other texts: `View all posts by Ada Quill`. `More about Ada Quill` may speak of the text's
/// subject.
pub(crate) fn behind_lead(text: &str) -> Option<&str> {
    let (lead, name) = names::split_lead(text.trim());
    let lead = lead.to_lowercase();
    let says_by = SAYING_BY.iter().any(|(_, word)| lead.ends_with(word));
    says_by.then_some(name.trim())
}

/// How what stands before a name ends where it speaks of texts by the one named, by language.
#[rustfmt::skip]
const SAYING_BY: &[(&str, &str)] = &[
    ("en", " by "), ("en", " from "), ("de", " von "), ("fr", " de "), ("es", " de "), ("it", " di "), ("nl", " van "),
];

/// Takes the `By` off a name.
pub(crate) fn without_label(text: &str) -> String {
    let text = without_particle(names::without_lead(text.trim()));
    names::strip_label(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Desk, Named, date, is_bare_name, is_name, labelled, led_by_label, names};
    use crate::grammar::cases::assert_rows;
    use crate::grammar::names::agency;
    use crate::grammar::wire::{in_closing, in_opening};
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
    fn lines_beside_a_headline_name_the_people_of_their_rows() {
        assert_rows("byline", "beside", 10, |line| {
            printed(&led_by_label(line, &date::Hints::default()))
        });
    }

    #[test]
    fn a_name_alone_is_told_from_a_menu() {
        assert_rows("byline", "alone", 10, |text| {
            let name = is_bare_name(text);
            if name { "name" } else { "text" }.to_owned()
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
