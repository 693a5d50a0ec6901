//! What stands where a name should and is no person's: groups, firms, departments, roles, kinds of text.

use crate::grammar::known::known;
use crate::grammar::labels::{is_credit, is_source};
use crate::grammar::roles::NAME_JOINERS;

/// Words that end the name of a group that signs as one, in lower case.
#[rustfmt::skip]
const GROUP_WORDS: &[(&str, &str)] = &[
    ("en", "desk"), ("en", "team"), ("en", "editors"), ("en", "staff"), ("en", "marketing"), ("en", "newsroom"), ("en", "bureau"), ("en", "newsdesk"), ("en", "editor"), ("en", "editorial"), ("en", "reporters"), ("en", "writers"), ("en", "webteam"),
    ("de", "redaktion"), ("es", "redacción"), ("fr", "rédaction"), ("it", "redazione"),
];

/// Legal forms, in lower case: what bears one owns the page and wrote nothing.
#[rustfmt::skip]
const FIRM_WORDS: &[(&str, &str)] = &[
    ("de", "gmbh"), ("de", "ag"), ("de", "kg"), ("de", "e.v."), ("de", "ev"), ("de", "eg"), ("de", "verlag"), ("de", "ug"), ("de", "se"),
    ("en", "inc"), ("en", "inc."), ("en", "llc"), ("en", "ltd"), ("en", "ltd."), ("en", "limited"), ("en", "corp"), ("en", "plc"), ("en", "llp"), ("en", "pllc"), ("en", "pc"),
    ("it", "s.p.a."), ("it", "srl"), ("fr", "sarl"), ("fr", "sas"), ("es", "s.a."), ("es", "s.l."), ("nl", "b.v."),
];

/// Whether a word of a section or of a kind of text stands in a line: `Thema des Tages`. One all in capitals is a sign as well.
pub(crate) fn is_kind_of_text(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    words.any(|word| known(word).is_kind())
}

/// Whether an `and` stands in a list.
pub(crate) fn joins(text: &str) -> bool {
    let is_joiner =
        |word: &str| word == "&" || NAME_JOINERS.iter().any(|(_, text, _)| *text == word);
    text.split_whitespace().any(is_joiner)
}

/// Whether an `and` parts words that are no whole names: `Hafen und Fähren`.
pub(crate) fn joins_single_words(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joins = |word: &&str| NAME_JOINERS.iter().any(|(_, text, _)| text == word);
    words.iter().any(joins) && words.split(joins).any(|side| side.len() < 2)
}

/// Whether the last word says that the name is a group's: `Lifestyle Desk`.
pub(crate) fn is_group(text: &str) -> bool {
    let last = text
        .split([' ', '-'])
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    !text.contains([',', '|', '/', ';']) && GROUP_WORDS.iter().any(|(_, word)| *word == last)
}

/// Whether a legal form stands in a name in lower case.
pub(crate) fn is_firm(lower: &str) -> bool {
    lower
        .split_whitespace()
        .any(|word| FIRM_WORDS.iter().any(|(_, form)| *form == word))
}

/// Whether one word and a preposition open the name: `Centre for Tides and Ferries`. A person has two before it.
pub(crate) fn is_department(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else {
        return false;
    };
    matches!(second, "for" | "of" | "für")
        && words.next().is_some()
        && first.starts_with(char::is_uppercase)
}

/// Whether a text in lower case stands for an author and names none: `staff`, `admin`.
pub(crate) fn is_nobody(lower: &str) -> bool {
    known(lower).is_nobody()
}

/// Whether the first word is one of a role or an office: `Author Ada Quill`.
pub(crate) fn begins_with_role(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(ROLE_WORDS).collect();
    (1..=words.len()).any(|end| is_role_or_none(&words.get(..end).unwrap_or_default().join(" ")))
}

/// Words of a role that is written in several: `phóng viên`.
const ROLE_WORDS: usize = 2;

/// Whether a text begins with a word that labels an outlet or whose a picture is: `SOURCE Harbour Board`, `Foto Ada Quill`.
pub(crate) fn begins_with_source(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.to_lowercase();
    is_source(&first) || is_credit(&first)
}

/// Words that stand before a signature in a letter, in lower case.
#[rustfmt::skip]
const CLOSES: &[(&str, &str)] = &[
    ("en", "yours"), ("en", "your"), ("de", "euer"), ("de", "eure"), ("de", "dein"), ("de", "deine"), ("de", "ihr"), ("de", "ihre"), ("fr", "votre"), ("es", "tu"), ("nl", "jullie"),
];

/// Whether a word that closes a letter opens the text: `Your Harbour`.
pub(crate) fn begins_as_closing(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.to_lowercase();
    CLOSES.iter().any(|(_, word)| *word == first)
}

/// Whether a word of a title stands in a text: `Harbour Correspondent`.
pub(crate) fn is_office(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower
        .split_whitespace()
        .any(|word| known(word).is_any_title())
}

/// Whether a word for one who reports or writes stands in a text: `a reporter at the Harbour Post`.
pub(crate) fn has_calling(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower
        .split_whitespace()
        .any(|word| known(word).is_calling())
}

pub(super) fn is_role_or_none(name: &str) -> bool {
    let known = known(&name.to_lowercase());
    known.is_nobody() || known.is_any_title()
}
