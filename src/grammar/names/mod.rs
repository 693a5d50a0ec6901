//! Lists of names: where one ends and the next begins.

mod groups;
mod han;
mod spaced;

pub(crate) use self::groups::{
    begins_as_closing, begins_with_role, begins_with_source, has_calling, is_department, is_firm,
    is_group, is_kind_of_text, is_nobody, is_office, joins, joins_single_words,
};
pub(crate) use self::spaced::{strip_label, turned};
pub(crate) use super::name::{
    agency, has_domain, is_chinese_name, is_glued, is_japanese_name, is_kana,
    is_known_japanese_name, is_korean_name, is_name, is_outlet, is_plain_name,
};
use super::roles::{LINK_LEADS, NAME_JOINERS};
use crate::text::measure::{is_hangul, is_ideograph};

/// Names read of one list. A longer one is a list of something else.
const LIST_NAMES: usize = 64;

/// Words of a name that no label names.
const BARE_NAME_WORDS: usize = 4;

/// Whether a text is two to four words with capitals that name no outlet, section or kind of text.
pub(crate) fn is_bare_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=BARE_NAME_WORDS).contains(&words)
        && !is_kind_of_text(text)
        && !joins_single_words(text)
        && !is_group(text)
        && is_plain_name(text)
        && strip_label(text) == text
        && !begins_with_role(text)
        && !text.contains([':', ',', '•'])
        && !begins_with_source(text)
        && !begins_as_closing(text)
}

/// How sure the words around a name are that it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grip {
    /// A label with a mark: pen names and departments are names too.
    Firm,
    /// A word that also stands in sentences: the name must look like one.
    Loose,
}

/// A list of names as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameList {
    pub(crate) people: Vec<String>,
    /// Agencies and outlets among them.
    pub(crate) outlets: Vec<String>,
    /// Titles, places, e-mail addresses and staff numbers beside them.
    pub(crate) titles: Vec<String>,
    /// What is none of these.
    pub(crate) rest: String,
    /// Whether sections follow the last name: `Ada Quill In Travel, Food`.
    closed: bool,
    /// Whether what stands alone is a place or a section: `NHF in Harbour, Ferries`.
    placed: bool,
}

/// Reads a list of names.
pub(crate) fn read(text: &str, lang: &str, grip: Grip) -> NameList {
    let mut list = NameList::default();
    let text = drop_brackets(&drop_addresses(text), &mut list);
    let text = join_suffixes(&text);
    let mut first = true;
    let mut whole_before = false;
    for part in split_marks(&text, lang) {
        for piece in split_words(&part) {
            if list.closed || list.people.len() >= LIST_NAMES {
                return list;
            }
            let before = list.people.len();
            read_piece(piece.trim(), lang, grip, (first, whole_before), &mut list);
            whole_before |= list
                .people
                .get(before..)
                .is_some_and(|new| new.iter().any(|name| name.split_whitespace().count() > 1));
            first = false;
        }
    }
    list
}

fn drop_addresses(text: &str) -> String {
    if !text.contains("://") && !text.contains("www.") {
        return text.to_owned();
    }
    text.split_whitespace()
        .filter(|word| !word.contains("://") && !word.contains("www."))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Takes bracketed remarks out: `王某（江州日报）`, `Ada Quill (Nordhafen)`. An outlet in them is noted.
fn drop_brackets(text: &str, list: &mut NameList) -> String {
    let mut out = String::new();
    let mut inner = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '（' | '[' | '【' | '［' | '〔' => {
                depth += 1;
                out.push(' ');
            }
            ')' | '）' | ']' | '】' | '］' | '〕' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && !inner.trim().is_empty() {
                    note_remark(inner.trim(), list);
                    inner.clear();
                }
            }
            _ if depth > 0 => inner.push(c),
            _ => out.push(c),
        }
    }
    if !inner.trim().is_empty() {
        if out.trim().is_empty() {
            return inner;
        }
        note_remark(inner.trim(), list);
    }
    out
}

fn note_remark(remark: &str, list: &mut NameList) {
    if is_outlet(remark) {
        list.outlets.push(remark.to_owned());
    } else {
        list.titles.push(remark.to_owned());
    }
}

/// `Ada Quill, Jr.` is one name.
fn join_suffixes(text: &str) -> String {
    let mut text = text.to_owned();
    // Each suffix stands behind a comma and a space.
    if !text.contains(", ") {
        return text;
    }
    for suffix in ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"] {
        let listed = format!(", {suffix}");
        if let Some((head, tail)) = text.split_once(&listed)
            && !tail.starts_with(char::is_alphanumeric)
        {
            text = format!("{head} {suffix}{tail}");
        }
    }
    text
}

/// Splits at commas, slashes, bars and their like.
fn split_marks(text: &str, lang: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut parts = vec![String::new()];
    for (index, &c) in chars.iter().enumerate() {
        let near = |step: isize| {
            index
                .checked_add_signed(step)
                .and_then(|at| chars.get(at))
                .copied()
        };
        let parted = match c {
            ',' | '，' | '、' | '､' | '،' | ';' | '；' | '؛' | '&' | '＆' | '|' | '｜' | '丨'
            | '│' | '•' | '●' | '⋅' | '\n' | '\t' | '+' | '＋' | '／' | '＝' => true,
            '/' => near(-1) != Some('u') || near(-2).is_some_and(char::is_alphanumeric),
            // Inside a name the point stands between two parts of a foreign one; between Korean names it parts them.
            '·' | '・' | '∙' | 'ㆍ' => {
                near(-1).is_none_or(|c| c.is_whitespace() || is_hangul(c))
                    || (lang == "ja"
                        && near(-1).is_some_and(|c| is_ideograph(c) && !is_kana(c) && c != 'ー'))
            }
            '-' | '–' | '—' => {
                near(-1).is_none_or(char::is_whitespace) && near(1).is_none_or(char::is_whitespace)
            }
            _ => false,
        };
        if parted {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

/// Splits at `and` and its like.
fn split_words(part: &str) -> Vec<String> {
    if part.contains(is_ideograph) {
        return split_chinese_joiners(part);
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    for (index, word) in words.iter().enumerate() {
        let whole_before = pieces.last().is_some_and(|piece| piece.len() > 1);
        if let Some(rest) = without_glued_joiner(word)
            && whole_before
            && index + 1 < words.len()
        {
            pieces.push(vec![rest]);
            continue;
        }
        let lower = word.to_lowercase();
        let loud = word.chars().count() > 1 && !word.contains(char::is_lowercase);
        let joiner = NAME_JOINERS
            .iter()
            .filter(|(_, text, inner)| *text == lower && (*word == lower || (loud && !inner)));
        let parts = joiner.into_iter().any(|&(_, _, inner)| {
            let before = pieces.last().map_or(0, Vec::len);
            let after = words
                .get(index + 1..)
                .unwrap_or_default()
                .iter()
                .take_while(|word| !NAME_JOINERS.iter().any(|(_, text, _)| text == *word))
                .count();
            !inner || (before != 1 && after != 1)
        });
        if parts {
            pieces.push(Vec::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(word);
        }
    }
    pieces.into_iter().map(|piece| piece.join(" ")).collect()
}

/// Words for `and` that are written in one with the name behind them, by language.
const GLUED_JOINERS: &[(&str, &str)] = &[("ar", "و"), ("he", "ו"), ("th", "และ")];

/// Names that begin with the letter that is such a word.
const NO_JOINERS: &[&str] = &[
    "وليد", "وسام", "وائل", "وفاء", "وجدي", "وداد", "وسيم", "وحيد", "وجيه", "ولاء", "وهيب", "ورد",
    "وعد", "ورود", "ولي", "וולף",
];

/// Letters of a name that stands behind such a word, at least.
const GLUED_CHARS: usize = 3;

/// Takes the word for `and` off the front of a name where a language writes the two in one.
fn without_glued_joiner(word: &str) -> Option<&str> {
    let mut glued = GLUED_JOINERS.iter();
    let rest = glued.find_map(|(_, joiner)| word.strip_prefix(joiner))?;
    (rest.chars().count() >= GLUED_CHARS && !NO_JOINERS.contains(&word)).then_some(rest)
}

/// 和 and 与 part two names only where both sides are names: both also stand in names of departments.
fn split_chinese_joiners(part: &str) -> Vec<String> {
    for joiner in ["和", "与", "與", "及"] {
        if let Some((left, right)) = part.split_once(joiner)
            && is_chinese_name(left.trim())
            && is_chinese_name(right.trim())
        {
            return vec![left.trim().to_owned(), right.trim().to_owned()];
        }
    }
    vec![part.to_owned()]
}

/// One of two equal halves: what is shown to some and hidden from others is the same name, `Ada QuillAda Quill`.
fn once(text: &str) -> &str {
    let (half, odd) = (text.len() / 2, text.len() % 2);
    match (text.get(..half), text.get(half..)) {
        (Some(one), Some(other)) if odd == 0 && one == other && one.contains(' ') => one,
        _ => text,
    }
}

fn read_piece(piece: &str, lang: &str, grip: Grip, place: (bool, bool), list: &mut NameList) {
    let piece = piece.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '–'
                    | '—'
                    | ':'
                    | '：'
                    | '_'
                    | '"'
                    | '“'
                    | '”'
                    | '■'
                    | '▌'
                    | '※'
                    | '*'
                    | '。'
                    | '@'
            )
    });
    let piece = once(piece);
    if piece.is_empty() {
        return;
    }
    if piece.contains(is_ideograph) && !piece.contains(is_hangul) {
        han::read_han(piece, lang, grip, list);
    } else if piece.contains(is_hangul) {
        han::read_hangul(piece, grip, list);
    } else {
        spaced::read_spaced(piece, grip, place, list);
    }
}

/// Takes off what a link to an author's other texts begins with: `More about Ada Quill`.
pub(crate) fn without_lead(text: &str) -> &str {
    split_lead(text).1
}

/// Parts what a link to an author's other texts begins with from the name behind it.
pub(crate) fn split_lead(text: &str) -> (&str, &str) {
    let lower = text.to_lowercase();
    let lead = LINK_LEADS
        .iter()
        .find(|(_, lead)| lower.starts_with(lead))
        .map_or(0, |(_, lead)| lead.chars().count());
    let at = text.char_indices().nth(lead).map_or(0, |(at, _)| at);
    let (lead, rest) = text.split_at_checked(at).unwrap_or_default();
    (lead, rest.trim_end_matches(['»', '›', '→', '>', ' ']))
}

fn push_name(name: &str, list: &mut NameList) {
    if !list.people.iter().any(|known| known == name) {
        list.people.push(name.to_owned());
    }
}
