//! People named by the first and the last words of a body.

use super::byline::{Named, labelled};
use super::date;
use super::header::{HeaderLine, without_day_number};
use super::labels::is_cjk;
use super::names::{self, Grip};
use super::roles::{Desk, Form, ROLE_WORDS};
use crate::article::PersonRole;
use crate::text::ends::{first_chars, last_chars};
use crate::text::measure::is_hangul;

/// Characters of an opening in which a byline may stand: a dateline, an agency and three names take 60 at most.
const OPENING_CHARS: usize = 120;

/// Characters of a closing, where wires name up to ten people with their places.
const CLOSING_CHARS: usize = 290;

/// Names in a bracket at the end that has nothing else in it.
const BARE_NAMES: usize = 3;

/// Returns the people the first paragraph names for the report: `某某网讯（记者 王某）`, `本报记者王某`, `(서울=연합뉴스) 아무개 기자 =`.
///
/// A 记者 that does something in a sentence (`记者了解到`, `记者王某从港务局获悉`) is none.
pub(crate) fn in_opening(paragraph: &str) -> Vec<Named> {
    let head = first_chars(paragraph.trim_start(), OPENING_CHARS);
    let first_line = head.lines().next().unwrap_or_default();
    if first_line.len() < head.len() || head.chars().count() < OPENING_CHARS {
        let people = metadata_people(first_line);
        if !people.is_empty() {
            return people;
        }
    }
    [
        bracketed,
        of_dateline,
        behind_dateline,
        unbracketed,
        placed,
        korean_opening,
    ]
    .iter()
    .map(|read| read(head))
    .find(|people| !people.is_empty())
    .unwrap_or_default()
}

/// Returns the people the last paragraph names for the report: `(Reporting by …; editing by …)`, `（记者王某）`, `(王某)`.
pub(crate) fn in_closing(paragraph: &str) -> Vec<Named> {
    let tail = last_chars(paragraph.trim_end(), CLOSING_CHARS);
    let line = tail.lines().next_back().unwrap_or_default().trim();
    let mut people = [
        metadata_people,
        bracket_at_end,
        reporting_at_end,
        contributed,
        after_last_stop,
        korean_closing,
    ]
    .iter()
    .map(|read| read(line))
    .find(|people| !people.is_empty())
    .unwrap_or_default();
    for named in desks(paragraph) {
        if !people.contains(&named) {
            people.push(named);
        }
    }
    people
}

/// Returns the people of the desk that the lines of a paragraph name.
pub(crate) fn desks(paragraph: &str) -> impl Iterator<Item = Named> {
    paragraph.lines().flat_map(desk_line)
}

/// Characters of a line that names the desk: `编辑|王某 责编|李某 校对|张某`.
const DESK_CHARS: usize = 60;

/// The people besides the authors whom a short line without a sentence names.
fn desk_line(line: &str) -> Vec<Named> {
    if line.chars().nth(DESK_CHARS).is_some() || !line.contains(is_cjk) {
        return Vec::new();
    }
    let read = HeaderLine::read(line, &date::Hints::default());
    if read.stops() > 0 {
        return Vec::new();
    }
    let people = read.labelled_people();
    people.filter(|named| named.desk == Desk::Editor).collect()
}

fn metadata_people(line: &str) -> Vec<Named> {
    let read = HeaderLine::metadata(line, &date::Hints::default());
    read.map_or_else(Vec::new, |line| line.labelled_people().collect())
}

fn is_open(c: char) -> bool {
    matches!(c, '(' | '（' | '[' | '【' | '［' | '〔')
}

fn is_close(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '】' | '］' | '〕')
}

/// `（记者 王某）`, `〔記者王某／台北報導〕`: the first bracket that names people. One that ends in 摄 is a picture's.
fn bracketed(head: &str) -> Vec<Named> {
    let mut inner: Option<String> = None;
    for c in head.chars() {
        if is_open(c) {
            inner = Some(String::new());
        } else if is_close(c) {
            let text = inner.take().unwrap_or_default();
            let people = if text.contains(['摄', '攝']) {
                Vec::new()
            } else {
                labelled(&text)
            };
            if !people.is_empty() {
                return people;
            }
        } else if let Some(inner) = inner.as_mut() {
            inner.push(c);
        }
    }
    Vec::new()
}

/// How a dateline ends: `江州社江州3月4日电`, `江州网3月4日讯`.
const DATELINE_ENDS: [char; 4] = ['电', '讯', '電', '訊'];

/// `江州社江州3月4日电 (王某)`: the names that stand alone in a bracket right behind the dateline.
fn behind_dateline(head: &str) -> Vec<Named> {
    let Some((before, after)) = head.split_once(is_open) else {
        return Vec::new();
    };
    let inner = after.split_once(is_close).map(|(inner, _)| inner);
    let Some(inner) = inner.filter(|_| before.trim_end().ends_with(DATELINE_ENDS)) else {
        return Vec::new();
    };
    bare_names(inner)
}

/// Characters of a Chinese name that a place of two or more may follow.
const GLUED_NAME: usize = 3;
const LEAST_PLACE: usize = 2;

/// `（江州社記者王某某江州4日電）`: the name runs into the place and the day. What has room for two characters of a place behind three of a
/// name has such a name.
fn of_dateline(head: &str) -> Vec<Named> {
    let inner = head.strip_prefix(is_open);
    let inner = inner.and_then(|rest| rest.split_once(is_close));
    let inner = inner.and_then(|(inner, _)| inner.strip_suffix(['電', '电']));
    let Some((_, names)) = inner.and_then(|inner| inner.split_once(['記', '记'])) else {
        return Vec::new();
    };
    let day = names.find(|c: char| c.is_ascii_digit());
    let names = day.and_then(|at| names.get(..at)?.strip_prefix('者'));
    let mut names: Vec<&str> = names.unwrap_or_default().split('、').collect();
    let glued = names.pop().unwrap_or_default();
    let room = glued.chars().count().saturating_sub(LEAST_PLACE);
    let last: String = glued.chars().take(room.min(GLUED_NAME)).collect();
    let all: Vec<String> = names.into_iter().map(str::to_owned).chain([last]).collect();
    if !all.iter().all(|name| names::is_chinese_name(name)) {
        return Vec::new();
    }
    let people = all.into_iter();
    people
        .map(|name| named(name, PersonRole::Reporter))
        .collect()
}

/// The Chinese names of which a text consists, [`BARE_NAMES`] at most.
fn bare_names(text: &str) -> Vec<Named> {
    let list = names::read(text, "zh", Grip::Loose);
    let only = list.rest.is_empty()
        && list.titles.is_empty()
        && list.people.len() <= BARE_NAMES
        && list.people.iter().all(|name| names::is_plain_name(name));
    let people = list.people.into_iter().filter(|_| only);
    people
        .map(|name| named(name, PersonRole::Reporter))
        .collect()
}

/// Words that open a byline without brackets, by language.
const REPORTERS: &[(&str, &str, PersonRole)] = &[
    ("zh", "通讯员", PersonRole::Correspondent),
    ("zh-Hant", "通訊員", PersonRole::Correspondent),
    ("zh", "记者", PersonRole::Reporter),
    ("zh-Hant", "記者", PersonRole::Reporter),
];

/// What ends a byline of one line.
const REPORT_TAILS: &[&str] = &["综合报道", "摄影报道", "报道", "報導", "整合", "综合"];

/// `本报记者王某 李某 江州报道`: names up to a space, a slash, 报道 or the line's end; else the word is a sentence's.
fn unbracketed(head: &str) -> Vec<Named> {
    let found = REPORTERS
        .iter()
        .filter_map(|(_, word, _)| head.find(word).map(|at| (at, *word)))
        .min();
    let Some((at, word)) = found else {
        return Vec::new();
    };
    let before = head.get(..at).unwrap_or_default();
    if before.contains(['。', '，', '！', '？', '“', '：', '、']) {
        return Vec::new();
    }
    let after = head.get(at + word.len()..).unwrap_or_default();
    let line = after
        .split([
            '，', '。', '：', '\n', '（', '(', '）', ')', '“', '！', '？',
        ])
        .next()
        .unwrap_or_default();
    // A picture's credit opens the paragraph.
    if line.contains(" 摄") || line.contains(" 攝") {
        return Vec::new();
    }
    let people = reporters(line);
    // "记者王某，" goes on with a sentence.
    let closed = after.get(line.len()..).unwrap_or_default();
    if closed.starts_with('，') && people.len() == 1 && !line.contains(char::is_whitespace) {
        return Vec::new();
    }
    people
}

/// The names from the start of a line up to one that is none, or to what ends a byline.
fn reporters(line: &str) -> Vec<Named> {
    let mut people = Vec::new();
    let mut role = PersonRole::Reporter;
    let mut joined = String::new();
    for token in line.split(|c: char| c.is_whitespace() || matches!(c, '、' | '／' | '/')) {
        let token = token.trim();
        let labelled = REPORTERS.iter().find_map(|&(_, word, next)| {
            let (_, rest) = token.split_once(word)?;
            Some((rest, next))
        });
        let token = labelled.map_or(token, |(rest, _)| rest);
        role = labelled.map_or(role, |(_, next)| next);
        let tail = REPORT_TAILS.iter().any(|tail| token.ends_with(tail));
        // Behind a name the place comes: 江州报道.
        if tail && !people.is_empty() {
            break;
        }
        let name = REPORT_TAILS
            .iter()
            .find_map(|tail| token.strip_suffix(tail))
            .unwrap_or(token);
        // A name with a space inside: 王　某.
        if name.chars().count() == 1 {
            joined.push_str(name);
            if joined.chars().count() < 2 {
                continue;
            }
        }
        let name = if joined.is_empty() {
            name.to_owned()
        } else {
            std::mem::take(&mut joined)
        };
        if name.is_empty() {
            continue;
        }
        if !names::is_chinese_name(&name) {
            break;
        }
        people.push(named(name, role));
        if tail {
            break;
        }
    }
    people
}

fn named(name: String, role: PersonRole) -> Named {
    let desk = match role {
        PersonRole::Other => Desk::Contributor,
        PersonRole::Editor => Desk::Editor,
        _ => Desk::Author,
    };
    Named::of(name, Some(role), desk)
}

/// `【東京＝山田太郎】`: the place, then who wrote from there.
fn placed(head: &str) -> Vec<Named> {
    let Some(inner) = head
        .strip_prefix('【')
        .and_then(|rest| rest.split_once('】'))
    else {
        return Vec::new();
    };
    let Some((_, name)) = inner.0.split_once(['＝', '=']) else {
        return Vec::new();
    };
    names::read(name, "ja", Grip::Loose)
        .people
        .into_iter()
        .map(|name| named(name, PersonRole::Reporter))
        .collect()
}

/// Korean words of a role with what they say, the longest first.
fn korean_roles() -> impl Iterator<Item = (&'static str, PersonRole)> {
    ROLE_WORDS
        .iter()
        .filter(|row| row.lang == "ko" && row.form == Form::Follows)
        .map(|row| (row.text, row.role))
}

/// `(서울=연합뉴스) 아무개 기자 =`, `[하버포스트 아무개 기자]`.
fn korean_opening(head: &str) -> Vec<Named> {
    if !head.contains(is_hangul) {
        return Vec::new();
    }
    let ends: Vec<(usize, char)> = head
        .char_indices()
        .filter(|&(_, c)| matches!(c, '=' | '＝' | ']' | ')' | '】' | '|'))
        .collect();
    ends.iter()
        .map(|&(at, _)| korean_before(head.get(..at).unwrap_or_default()))
        .find(|people| !people.is_empty())
        .unwrap_or_default()
}

/// Words before a Korean role: outlet, place and up to three names.
const KOREAN_TOKENS: usize = 5;

/// The names before a role that ends a text, back to the last bracket, sign or sentence end.
fn korean_before(text: &str) -> Vec<Named> {
    let text = text.trim_end();
    let Some((head, role)) = korean_roles()
        .filter_map(|(word, role)| text.strip_suffix(word).map(|head| (head, role)))
        .min_by_key(|(head, _)| head.len())
    else {
        return Vec::new();
    };
    let segment = head
        .rsplit(|c: char| {
            is_open(c) || is_close(c) || matches!(c, '=' | '＝' | '.' | '|' | '\n' | '”' | '"')
        })
        .next()
        .unwrap_or_default();
    let tokens: Vec<&str> = segment.split_whitespace().collect();
    if tokens.len() > KOREAN_TOKENS {
        return Vec::new();
    }
    let last = tokens.last().copied().unwrap_or_default();
    let mut people = names::read(&tokens.join(" "), "ko", Grip::Loose).people;
    if people.is_empty() && (2..=4).contains(&last.chars().count()) && names::is_name(last) {
        people.push(last.to_owned());
    }
    people.into_iter().map(|name| named(name, role)).collect()
}

/// `… 밝혔다. 아무개 기자 abc@example.kr`.
fn korean_closing(line: &str) -> Vec<Named> {
    let kept = line
        .split_whitespace()
        .rev()
        .skip_while(|token| token.contains('@') || !token.chars().any(char::is_alphanumeric))
        .collect::<Vec<_>>();
    let text = kept.into_iter().rev().collect::<Vec<_>>().join(" ");
    if text.contains(is_hangul) {
        korean_before(&text)
    } else {
        Vec::new()
    }
}

/// The last bracket, when it ends the text.
fn bracket_at_end(line: &str) -> Vec<Named> {
    let kana = line.contains(names::is_kana);
    // Behind it a sign ends the report: `+++`.
    let line = without_day_number(line).trim_end_matches(['。', '.', '+', ' ', '\u{3000}']);
    let Some(body) = line.strip_suffix(is_close) else {
        return Vec::new();
    };
    let Some(open) = body.rfind(is_open) else {
        return Vec::new();
    };
    let before = body.get(..open).unwrap_or_default();
    let inner = body.get(open..).unwrap_or_default();
    let inner = inner.trim_start_matches(is_open).trim();
    if inner.contains(['摄', '攝']) {
        return Vec::new();
    }
    let people = parts_of(inner);
    if !people.is_empty() {
        return people;
    }
    // "(王某)" is a byline behind a sentence's end only: in a sentence it is an aside.
    let ended = before
        .trim_end()
        .chars()
        .next_back()
        .is_none_or(|c| matches!(c, '。' | '！' | '？' | '”' | '…' | '.' | '"'));
    if !ended {
        return Vec::new();
    }
    let lang = if kana { "ja" } else { "zh" };
    let list = names::read(inner, lang, Grip::Loose);
    let only = list.rest.is_empty() && list.titles.is_empty() && list.people.len() <= BARE_NAMES;
    if !only {
        return Vec::new();
    }
    list.people
        .into_iter()
        .filter(|name| names::is_plain_name(name) || (kana && names::is_japanese_name(name)))
        .map(|name| named(name, PersonRole::Reporter))
        .collect()
}

/// The people of parts parted by semicolons: `Reporting by A in B; editing by C`.
fn parts_of(text: &str) -> Vec<Named> {
    let parts = text.split([';', '；', '\n']).map(|part| {
        let part = part.trim().trim_end_matches('.');
        HeaderLine::read(part, &date::Hints::default())
    });
    parts
        .filter(|line| line.rest_chars == 0)
        .flat_map(HeaderLine::labelled_people)
        .collect()
}

/// Words with which the credits of a wire begin, behind the last sentence.
const WIRE_OPENINGS: &[&str] = &[
    "Reporting by ",
    "Additional reporting by ",
    "Writing by ",
    "Editing by ",
    "Edited by ",
    "Compiled by ",
    "Reporting and writing by ",
    "Text: ",
    "Translated by ",
];

fn reporting_at_end(line: &str) -> Vec<Named> {
    let start = WIRE_OPENINGS
        .iter()
        .filter_map(|word| line.find(word))
        .filter(|&at| {
            let before = line.get(..at).unwrap_or_default().trim_end();
            before
                .chars()
                .next_back()
                .is_none_or(|c| matches!(c, '.' | '(' | '"' | '”' | '*' | '-' | '—'))
        })
        .min();
    start.map_or_else(Vec::new, |at| parts_of(line.get(at..).unwrap_or_default()))
}

/// `Ada Quill and Bo Reed contributed to this report.`
fn contributed(line: &str) -> Vec<Named> {
    let Some((head, _)) = line.rsplit_once(" contributed to this ") else {
        return Vec::new();
    };
    let head = head.trim_end_matches(" also");
    let sentence = head.rsplit(['\n', ';']).next().unwrap_or_default();
    let sentence = sentence.rsplit(". ").next().unwrap_or_default();
    let list = [
        "writers ",
        "reporters ",
        "writer ",
        "reporter ",
        "correspondents ",
        "correspondent ",
        "Writer ",
        "Writers ",
        "Correspondent ",
    ]
    .iter()
    .find_map(|word| sentence.split_once(word).map(|(_, rest)| rest))
    .unwrap_or(sentence);
    let list = names::read(list, "en", Grip::Loose);
    if !list.rest.is_empty() {
        return Vec::new();
    }
    list.people
        .into_iter()
        .map(|name| named(name, PersonRole::Other))
        .collect()
}

/// `……停航三天。本报记者 王某`.
fn after_last_stop(line: &str) -> Vec<Named> {
    line.rsplit_once(['。', '！', '？', '”'])
        .map_or_else(Vec::new, |(_, tail)| metadata_people(tail.trim()))
}
