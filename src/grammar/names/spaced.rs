//! Names in scripts with spaces, and what stands around them: offices, degrees, agencies, places, labels.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::groups::{is_group, is_kind_of_text, is_role_or_none};
use super::{Grip, NameList, push_name};
use crate::grammar::known::known;
use crate::grammar::labels::is_cjk;
use crate::grammar::name::{agency, is_name, is_outlet, is_plain_name, is_staff_id};
use crate::grammar::roles::{Form, NAME_ENDS, PARTICLES, ROLE_WORDS, RoleWord};
use crate::text::ends::without_first;

/// Letters of a degree in capitals.
const DEGREE_CHARS: usize = 4;

/// A name in a script with spaces; `place` says whether it is the list's first and whether a name of two words stood before.
pub(super) fn read_spaced(piece: &str, grip: Grip, place: (bool, bool), list: &mut NameList) {
    let (first, whole_before) = place;
    let words: Vec<&str> = piece
        .split_whitespace()
        .filter_map(without_address)
        .collect();
    if words.is_empty() {
        list.titles.push(piece.to_owned());
        return;
    }
    let piece = words.join(" ");
    if let Some(name) = agency(&piece) {
        list.outlets.push(name.to_owned());
        return;
    }
    // Behind a whole name a part in small letters goes on about it: `Ada Quill, do Rio de Janeiro`, `…, à Lyon`.
    if whole_before && piece.starts_with(char::is_lowercase) {
        note_tail(&words, list);
        return;
    }
    let words = trailing_agency(words, list);
    let cut = words.iter().enumerate().skip(1).find_map(|(index, word)| {
        let loud = index > 1 && matches!(*word, "For" | "From" | "In" | "FOR" | "IN" | "Special");
        let ends = NAME_ENDS.iter().any(|(_, end)| end == word) && !PARTICLES.contains(word);
        (ends || loud).then_some(index)
    });
    let (head, tail) = words.split_at(cut.unwrap_or(words.len()));
    let name = head.join(" ");
    let name = drop_office(strip_label(&name));
    let name = drop_title(&drop_latin_id(name));
    let titled = name.split_whitespace().any(|word| {
        let word = word.trim_end_matches(',').to_lowercase();
        known(&word).is_title()
    });
    if (titled && !first) || is_role_or_none(&name) {
        list.titles.push(piece.clone());
    } else if is_outlet(&name)
        || (whole_before
            && !first
            && is_loud(&name)
            && !list.people.iter().any(|known| is_loud(known)))
    {
        // "Ada Quill, NHF KÜSTE": capitals behind a name in small letters are a station.
        // Three or four letters are a degree: "Ada Quill, PHD".
        if name.chars().count() > DEGREE_CHARS {
            list.outlets.push(name);
        } else {
            list.titles.push(name);
        }
    } else if name.is_empty() || (!first && is_beside_person(&name, whole_before)) {
        list.titles.push(piece.clone());
    } else if !first
        && (whole_before || list.placed)
        && name.split_whitespace().count() == 1
        && !is_initialled(&name)
    {
        // "Ada Quill, Nordhafen": a lone word behind a whole name is a place or a paper.
        list.titles.push(name);
    } else if (grip == Grip::Firm && is_name(&name)) || is_plain_name(&name) {
        push_name(&name, list);
        if !tail.is_empty() {
            list.closed = matches!(tail.first(), Some(&("In" | "IN")));
            list.placed |= tail.first() == Some(&"in");
            note_tail(tail, list);
        }
    } else {
        list.rest.push_str(&piece);
    }
}

/// Whether what stands behind a person is their field or their group: `Ada Quill, Home Security Expert`, `Ada Quill, Harbour Team`.
fn is_beside_person(name: &str, whole_before: bool) -> bool {
    whole_before && is_group(name) || is_kind_of_text(name) && is_plain_name(name)
}

/// A word without the address in it: `Quill@adaquill` is a name with its handle, `ada@example.org` is none.
fn without_address(word: &str) -> Option<&str> {
    if word.contains("://") {
        return None;
    }
    match word.split_once('@') {
        None => Some(word),
        Some((name, handle)) => {
            (name.starts_with(char::is_uppercase) && !handle.contains('.')).then_some(name)
        }
    }
}

/// Takes an agency off the end of a name that nothing parts from it: `Ada Quill The Associated Press`.
fn trailing_agency<'w>(words: Vec<&'w str>, list: &mut NameList) -> Vec<&'w str> {
    for count in (1..=3).rev() {
        let Some(at) = words.len().checked_sub(count).filter(|&at| at >= 2) else {
            continue;
        };
        let (head, tail) = words.split_at(at);
        if let Some(name) = agency(&tail.join(" "))
            && is_plain_name(&head.join(" "))
        {
            list.outlets.push(name.to_owned());
            return head.to_vec();
        }
    }
    words
}

/// Takes an office off the end: `Ada Quill Politische Korrespondentin`. Two words of a name stay.
fn drop_title(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut behind = words.iter().skip(2);
    let title = behind.position(|word| known(&word.to_lowercase()).is_title());
    let Some(at) = title.map(|at| at + 2) else {
        return name.to_owned();
    };
    let head = words.get(..at).unwrap_or_default();
    // The word before the office belongs to it where two others make the name.
    let particle = head.iter().any(|word| PARTICLES.contains(word));
    let keep = if head.len() > 2 && !particle {
        head.len() - 1
    } else {
        head.len()
    };
    head.get(..keep).unwrap_or_default().join(" ")
}

/// Offices that stand before a name, in lower case, also as the last part of a compound.
#[rustfmt::skip]
const OFFICES: &[(&str, &str)] = &[
    ("de", "rechtsanwalt"), ("de", "rechtsanwältin"), ("de", "experte"), ("de", "expertin"), ("de", "redakteur"), ("de", "redakteurin"), ("de", "reporter"), ("de", "reporterin"),
    ("de", "korrespondent"), ("de", "korrespondentin"), ("de", "gastautor"), ("de", "gastautorin"), ("de", "autor"), ("de", "autorin"), ("de", "kolumnist"), ("de", "kolumnistin"), ("en", "columnist"),
];

/// Takes an office off the front: `Rechtsanwalt Ada Quill`, `Hafen-Experte Bo Ried`. Two words of a name must stay.
fn drop_office(name: &str) -> &str {
    let Some((first, rest)) = name.split_once(' ') else {
        return name;
    };
    let lower = first.to_lowercase();
    let office = lower.rsplit('-').next().unwrap_or_default();
    let whole = rest.contains(' ') && rest.starts_with(char::is_uppercase) && is_plain_name(rest);
    if whole && OFFICES.iter().any(|(_, title)| *title == office) {
        rest
    } else {
        name
    }
}

/// Two letters or more, all capitals.
fn is_loud(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.contains(char::is_lowercase)
}

/// Where a name ends in `for The Example` or `in Nordhafen`, the words up to the list's next part are the tail. A long one is a sentence.
fn note_tail(tail: &[&str], list: &mut NameList) {
    const TAIL_WORDS: usize = 6;
    let text = tail.join(" ");
    let small = tail
        .iter()
        .skip(1)
        .filter(|word| {
            word.chars().next().is_some_and(char::is_lowercase) && !PARTICLES.contains(word)
        })
        .count();
    if tail.len() <= TAIL_WORDS && small <= 1 {
        list.titles.push(text);
    } else {
        list.rest.push_str(&text);
    }
}

fn is_initialled(name: &str) -> bool {
    name.contains('.')
}

/// Words of roles that stand before a name without a mark, by their first letter.
static LEADS: LazyLock<HashMap<char, Vec<&'static RoleWord>>> = LazyLock::new(|| {
    let mut leads: HashMap<char, Vec<&'static RoleWord>> = HashMap::new();
    let rows = ROLE_WORDS
        .iter()
        .filter(|row| matches!(row.form, Form::Opens | Form::Free) && !row.text.contains(is_cjk));
    for row in rows {
        if let Some(first) = row.text.chars().next() {
            leads.entry(first).or_default().push(row);
        }
    }
    leads
});

/// Takes a role before the name off: `By Ada Quill`, `Reporter Ada Quill`.
pub(crate) fn strip_label(name: &str) -> &str {
    let first = name.chars().next().and_then(|c| c.to_lowercase().next());
    let Some(rows) = first.and_then(|first| LEADS.get(&first)) else {
        return name;
    };
    let lower = name.to_lowercase();
    let longest = rows
        .iter()
        .filter(|row| {
            lower
                .strip_prefix(row.text)
                .is_some_and(|rest| rest.starts_with([' ', ':']))
        })
        // "de", "di", "von" and "van" also begin names; a name begins with a capital behind them all the same.
        .filter(|row| {
            row.form != Form::Opens
                || !PARTICLES.contains(&row.text)
                || name.starts_with(char::is_uppercase)
        })
        .map(|row| row.text.chars().count())
        .max();
    let Some(chars) = longest else {
        return strip_glued_label(name, rows);
    };
    without_first(name, chars).trim_start_matches([' ', ':'])
}

/// Takes off a label that only its markup parts from the name: `ByAda Quill`, `vonAda Quill`.
fn strip_glued_label<'n>(name: &'n str, rows: &[&RoleWord]) -> &'n str {
    let opens = rows.iter().filter(|row| row.form == Form::Opens);
    let rests = opens.filter_map(|row| {
        let rest = without_first(name, row.text.chars().count());
        let label = name.strip_suffix(rest)?;
        let whole = rest.starts_with(char::is_uppercase) && rest.contains(' ');
        // In "PARIS QUILL" nothing parts the two.
        let parts = !label.ends_with(char::is_uppercase);
        (label.to_lowercase() == row.text && whole && parts).then_some(rest)
    });
    rests.min_by_key(|rest| rest.len()).unwrap_or(name)
}

fn drop_latin_id(name: &str) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let is_id = |word: &&str| is_staff_id(word) || word.chars().all(|c| c.is_ascii_digit());
    while words.len() > 1 && words.last().is_some_and(is_id) {
        words.pop();
    }
    if let [only] = words.as_slice()
        && is_staff_id(only)
    {
        return String::new();
    }
    let name = words.join(" ");
    let name = name.trim_end_matches([',', ';', '·', '-']);
    // The point of "Jr." and of an initial stays.
    let last = words.last().map_or(0, |word| word.chars().count());
    let abbreviated = words.len() > 1 && last <= 3;
    name.strip_suffix('.')
        .filter(|_| !abbreviated)
        .unwrap_or(name)
        .to_owned()
}

/// A name with the family name first, as catalogues and citations write it: `Quill, Ada B.`.
pub(crate) fn turned(text: &str) -> Option<String> {
    let (family, given) = text.split_once(", ")?;
    let single = |word: &str| {
        word.split_whitespace().count() == 1
            && word
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let mut words = given.split_whitespace();
    let first = words.next()?;
    let initials = words.all(|word| word.chars().count() <= 2 && word.ends_with('.'));
    let suffix = DEGREES
        .iter()
        .any(|degree| given.eq_ignore_ascii_case(degree));
    let title = is_role_or_none(first) || is_role_or_none(family) || suffix;
    let name = format!("{given} {family}");
    (single(family) && single(first) && initials && !title && is_plain_name(&name)).then_some(name)
}

/// What stands behind a name and a comma, and is no given name.
const DEGREES: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "ma", "msc", "mba", "rd", "esq", "cpa", "rn",
];
