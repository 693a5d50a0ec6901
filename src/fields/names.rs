//! Lists of names: where one ends and the next begins.

use super::labels::is_cjk;
use super::name::is_staff_id;
pub(crate) use super::name::{
    agency, has_domain, is_chinese_name, is_japanese_name, is_kana, is_korean_name, is_name,
    is_outlet, is_plain_name,
};
use super::roles::{
    Form, KIND_WORDS, LINK_LEADS, NAME_ENDS, NAME_JOINERS, NAME_TAILS, NOT_NAMES, PARTICLES,
    ROLE_WORDS, TITLE_WORDS,
};
use crate::text::measure::{is_hangul, is_ideograph};

/// Letters of a degree in capitals.
const DEGREE_CHARS: usize = 4;

/// Names read of one list. A longer one is a list of something else.
const LIST_NAMES: usize = 64;

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
            if list.people.len() >= LIST_NAMES {
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
            | '│' | '•' | '●' | '\n' | '\t' | '+' | '＋' | '／' | '＝' => true,
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
    if piece.is_empty() {
        return;
    }
    if piece.contains(is_ideograph) && !piece.contains(is_hangul) {
        read_han(piece, lang, grip, place.0, list);
    } else if piece.contains(is_hangul) {
        read_hangul(piece, grip, list);
    } else {
        read_spaced(piece, grip, place, list);
    }
}

/// Names parted by spaces, some of them with a space inside.
fn read_han(piece: &str, lang: &str, grip: Grip, first: bool, list: &mut NameList) {
    let tokens = han_tokens(piece, lang);
    for token in &tokens {
        let (name, id) = drop_id(token);
        if !id.is_empty() {
            list.titles.push(id);
        }
        // A link back stands glued to the last name: 王某返回首页.
        let name = name.split("返回").next().unwrap_or_default();
        let name = drop_roles(&drop_tails(name.trim(), list), list);
        let name = name.trim();
        if name.is_empty() {
            continue;
        }
        // "王某，系江州大学教授": what the one before is.
        let office = name.starts_with(['系', '现', '現']) && !list.people.is_empty();
        if office && name.chars().count() > 3 {
            list.titles.push(name.to_owned());
            continue;
        }
        if is_outlet(name) {
            list.outlets.push(name.to_owned());
        } else if is_role_or_none(name) || name.contains('@') {
            list.titles.push(name.to_owned());
        } else if grip == Grip::Firm && is_name(name)
            || is_plain_name(name)
            || (lang == "ja" && is_japanese_name(name))
            || (!first && tokens.len() == 1 && is_listed_name(name, list))
        {
            push_name(name, list);
        } else {
            list.rest.push_str(name);
        }
    }
}

/// A rare family name is known by the company it keeps: `记者王某、印某`.
fn is_listed_name(name: &str, list: &NameList) -> bool {
    let chars = name.chars().count();
    (2..=3).contains(&chars)
        && name.chars().all(|c| is_ideograph(c) && !is_kana(c))
        && list.people.iter().any(|known| is_chinese_name(known))
}

/// Tokens of a piece in Han characters, inner spaces of names closed (`王　某`) or kept (`山田 太郎`).
fn han_tokens(piece: &str, lang: &str) -> Vec<String> {
    let raw: Vec<&str> = piece.split_whitespace().collect();
    let han =
        |token: &str, most: usize| token.chars().all(is_ideograph) && token.chars().count() <= most;
    if lang == "ja" && raw.len() == 2 && raw.iter().all(|token| han(token, 4)) {
        return vec![raw.join(" ")];
    }
    if lang == "ja" && raw.len() == 4 && raw.iter().all(|token| han(token, 3)) {
        return raw.chunks(2).map(|pair| pair.join(" ")).collect();
    }
    let mut tokens: Vec<String> = Vec::new();
    for token in raw {
        let single = |token: &str| token.chars().count() == 1 && han(token, 1);
        let latin = |token: &str| {
            token
                .chars()
                .all(|c| c.is_ascii_alphabetic() || matches!(c, '.' | '\'' | '-'))
        };
        match tokens.last_mut() {
            Some(last) if single(last) && han(token, 2) => last.push_str(token),
            Some(last) if latin(last) && latin(token) && !is_staff_id(token) => {
                last.push(' ');
                last.push_str(token);
            }
            _ => tokens.push(token.to_owned()),
        }
    }
    tokens
}

/// Parts a name from the staff number behind it: `王某_AB1234`, `王某AB123`.
fn drop_id(token: &str) -> (String, String) {
    if let Some((name, id)) = token.split_once('_')
        && id.chars().all(|c| c.is_ascii_alphanumeric())
        && name.contains(is_cjk)
    {
        return (name.to_owned(), id.to_owned());
    }
    let head: String = token
        .trim_end_matches(|c: char| c.is_ascii_alphanumeric())
        .to_owned();
    let id: String = token.chars().skip(head.chars().count()).collect();
    if head.is_empty() {
        return if is_staff_id(&id) || id.chars().all(|c| c.is_ascii_digit()) {
            (String::new(), id)
        } else {
            (token.to_owned(), String::new())
        };
    }
    let digits = id.chars().filter(char::is_ascii_digit).count();
    if digits >= 2 {
        (head, id)
    } else {
        (token.to_owned(), String::new())
    }
}

/// Takes `报道` and its like off a name, and a place before it: `台北報導` is no name.
fn drop_tails(name: &str, list: &mut NameList) -> String {
    for (_, tail) in NAME_TAILS {
        if let Some(head) = name.strip_suffix(tail) {
            list.titles.push((*tail).to_owned());
            // Only one of the two is said: the name before the word, or the place.
            if is_chinese_name(head) && list.people.is_empty() || head.is_empty() {
                return head.to_owned();
            }
            if list.people.is_empty() && head.chars().count() > 3 {
                return name.to_owned();
            }
            list.titles.push(head.to_owned());
            return String::new();
        }
    }
    name.to_owned()
}

/// Takes words of roles off either end, with what is glued before them: `江州日报记者王某`, `王某摄`.
fn drop_roles(name: &str, list: &mut NameList) -> String {
    for row in ROLE_WORDS {
        if !row.lang.starts_with("zh") || row.text.chars().count() < 2 {
            continue;
        }
        if let Some((head, tail)) = name.split_once(row.text)
            && is_chinese_name(tail)
        {
            if is_outlet(head) {
                list.outlets.push(head.to_owned());
            }
            return tail.to_owned();
        }
    }
    for shot in ['摄', '攝'] {
        if let Some(head) = name.strip_suffix(shot)
            && is_chinese_name(head)
        {
            return head.to_owned();
        }
    }
    name.to_owned()
}

/// Words that end the name of a group that signs as one, in lower case.
#[rustfmt::skip]
const GROUP_WORDS: &[(&str, &str)] = &[
    ("en", "desk"), ("en", "team"), ("en", "editors"), ("en", "staff"), ("en", "marketing"), ("en", "newsroom"), ("en", "bureau"),
    ("de", "redaktion"), ("es", "redacción"), ("fr", "rédaction"), ("it", "redazione"),
];

/// Legal forms, in lower case: what bears one owns the page and wrote nothing.
#[rustfmt::skip]
const FIRM_WORDS: &[(&str, &str)] = &[
    ("de", "gmbh"), ("de", "ag"), ("de", "kg"), ("de", "e.v."), ("de", "ev"), ("de", "eg"), ("de", "verlag"), ("de", "ug"), ("de", "se"),
    ("en", "inc"), ("en", "inc."), ("en", "llc"), ("en", "ltd"), ("en", "ltd."), ("en", "limited"), ("en", "corp"), ("en", "plc"),
    ("it", "s.p.a."), ("it", "srl"), ("fr", "sarl"), ("fr", "sas"), ("es", "s.a."), ("es", "s.l."), ("nl", "b.v."),
];

/// Whether a word of a section or of a kind of text stands in a line: `Thema des Tages`. One all in capitals is a sign as well.
pub(crate) fn is_kind_of_text(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    words.any(|word| KIND_WORDS.iter().any(|(_, kind)| *kind == word))
}

/// Whether an `and` parts words that are no whole names: `Hafen und Fähren`.
pub(crate) fn joins_single_words(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joins = |word: &&str| NAME_JOINERS.iter().any(|(_, text, _)| text == word);
    words.iter().any(joins) && words.split(joins).any(|side| side.len() < 2)
}

/// Takes off what a link to an author's other texts begins with: `More about Ada Quill`.
pub(crate) fn without_lead(text: &str) -> &str {
    let lower = text.to_lowercase();
    let lead = LINK_LEADS
        .iter()
        .find(|(_, lead)| lower.starts_with(lead))
        .map_or(0, |(_, lead)| lead.chars().count());
    let at = text.char_indices().nth(lead).map_or(0, |(at, _)| at);
    let rest = text.get(at..).unwrap_or_default();
    rest.trim_end_matches(['»', '›', '→', '>', ' '])
}

/// Whether the last word says that the name is a group's: `Lifestyle Desk`.
pub(crate) fn is_group(text: &str) -> bool {
    let last = text
        .split_whitespace()
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
    NOT_NAMES.iter().any(|(_, word)| *word == lower)
        || ROLE_WORDS.iter().any(|row| row.text == lower)
}

fn is_role_or_none(name: &str) -> bool {
    let lower = name.to_lowercase();
    NOT_NAMES.iter().any(|(_, word)| *word == lower)
        || ROLE_WORDS.iter().any(|row| row.text == lower)
        || TITLE_WORDS
            .iter()
            .any(|(_, word)| *word == lower || word.strip_suffix('.') == Some(lower.as_str()))
}

fn read_hangul(piece: &str, grip: Grip, list: &mut NameList) {
    for token in piece.split_whitespace() {
        let korean_role =
            |row: &&super::roles::RoleWord| row.lang == "ko" && row.text.chars().count() > 1;
        let name = ROLE_WORDS
            .iter()
            .filter(korean_role)
            .find_map(|row| token.strip_suffix(row.text))
            .unwrap_or(token);
        if name.is_empty() || token.contains('@') || is_role_or_none(name) {
            list.titles.push(token.to_owned());
        } else if is_outlet(name) {
            list.outlets.push(name.to_owned());
        } else if is_korean_name(name)
            || (grip == Grip::Firm && name.chars().count() <= 4 && is_name(name))
        {
            push_name(name, list);
        } else {
            list.rest.push_str(name);
        }
    }
}

/// A name in a script with spaces; `place` says whether it is the list's first and whether a name of two words stood before.
fn read_spaced(piece: &str, grip: Grip, place: (bool, bool), list: &mut NameList) {
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
    let words = trailing_agency(words, list);
    let cut = words.iter().enumerate().skip(1).find_map(|(index, word)| {
        let loud = index > 1 && matches!(*word, "For" | "From" | "FOR" | "Special");
        let ends = NAME_ENDS.iter().any(|(_, end)| end == word) && !PARTICLES.contains(word);
        (ends || loud).then_some(index)
    });
    let (head, tail) = words.split_at(cut.unwrap_or(words.len()));
    let name = head.join(" ");
    let name = strip_label(&name);
    let name = drop_title(&drop_latin_id(name));
    let titled = name.split_whitespace().any(|word| {
        let word = word.trim_end_matches(',').to_lowercase();
        TITLE_WORDS.iter().any(|(_, title)| *title == word)
    });
    if (titled && !first) || (is_role_or_none(&name)) {
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
    } else if name.is_empty() {
        list.titles.push(piece.clone());
    } else if !first
        && whole_before
        && name.split_whitespace().count() == 1
        && !is_initialled(&name)
    {
        // "Ada Quill, Nordhafen": a lone word behind a whole name is a place or a paper.
        list.titles.push(name);
    } else if (grip == Grip::Firm && is_name(&name)) || is_plain_name(&name) {
        push_name(&name, list);
        if !tail.is_empty() {
            note_tail(tail, list);
        }
    } else {
        list.rest.push_str(&piece);
    }
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
    let title = words.iter().skip(2).position(|word| {
        let lower = word.to_lowercase();
        TITLE_WORDS.iter().any(|(_, title)| *title == lower)
    });
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

/// Takes a role before the name off: `By Ada Quill`, `Reporter Ada Quill`.
pub(crate) fn strip_label(name: &str) -> &str {
    let lower = name.to_lowercase();
    let longest = ROLE_WORDS
        .iter()
        .filter(|row| !row.text.contains(is_cjk) && row.form != Form::Follows)
        .filter(|row| matches!(row.form, Form::Opens | Form::Free))
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
    match longest {
        Some(chars) => {
            let at = name
                .char_indices()
                .nth(chars)
                .map_or(name.len(), |(at, _)| at);
            name.get(at..)
                .unwrap_or_default()
                .trim_start_matches([' ', ':'])
        }
        None => name,
    }
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

fn push_name(name: &str, list: &mut NameList) {
    if !list.people.iter().any(|known| known == name) {
        list.people.push(name.to_owned());
    }
}
