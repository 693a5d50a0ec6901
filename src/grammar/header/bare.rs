//! What a stretch of a header line is that no label names: an outlet, names, a count, an address.

use super::letters;
use crate::grammar::labels::{self, is_cjk};
use crate::grammar::names;
use crate::grammar::source;

/// Characters of an outlet that no label names, beside a date.
pub(super) const BARE_OUTLET_CHARS: usize = 20;

/// Where the page stands, or the site: `http://www.example.cn 2004年09月12日10:25 江州晚报`.
pub(super) fn is_address(text: &str) -> bool {
    text.contains("://") && !text.contains(char::is_whitespace)
}

/// The names of which a text in Han or Hangul consists: `王某`, `佐藤花、山田太郎`; none where it holds anything else.
pub(super) fn bare_names(text: &str) -> Option<Vec<String>> {
    let whole = |name: &str| is_cjk_name(name) && !source::is_province(name);
    let names = if whole(text) {
        vec![text]
    } else {
        text.split(['、', '，', ',', '·', '・'])
            .map(str::trim)
            .collect()
    };
    let all = names.iter().all(|name| whole(name));
    all.then(|| names.into_iter().map(str::to_owned).collect())
}

/// Whether a text in Han or Hangul is a name with a known family name.
fn is_cjk_name(text: &str) -> bool {
    text.contains(is_cjk) && names::is_plain_name(text)
}

/// What a newsroom of Taiwan prints behind its reporter, without `記者` before: `生活中心／王某報導`.
const REPORTS: &[(&str, &str)] = &[
    ("zh-Hant", "綜合報導"),
    ("zh-Hant", "報導"),
    ("zh-Hant", "報道"),
    ("zh", "报道"),
];

/// Whether a line ends as a newsroom's own byline does.
pub(super) fn reports(line: &str) -> bool {
    REPORTS.iter().any(|(_, word)| line.ends_with(word))
}

/// The reporter behind the outlet: `江州新聞 王某 綜合報導`.
pub(super) fn reporter_of_outlet(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let (outlet, name, last) = (words.next()?, words.next()?, words.next()?);
    let are = names::is_outlet(outlet) && names::is_chinese_name(name) && reports(last);
    (are && words.next().is_none()).then(|| name.to_owned())
}

/// The reporter behind the desk that a slash parts from the name.
pub(super) fn reporter_of_desk(text: &str) -> Option<String> {
    let (desk, behind) = text.split_once(['/', '／'])?;
    let name = REPORTS
        .iter()
        .find_map(|(_, word)| behind.strip_suffix(word))?
        .trim();
    let is_desk = !desk.is_empty()
        && desk.chars().all(is_cjk)
        && desk.chars().count() <= labels::AFFIX_CHARS
        && !names::is_chinese_name(desk);
    (is_desk && names::is_chinese_name(name)).then(|| name.to_owned())
}

/// An outlet and a name that the page parts by style alone, beside a date or in brackets: `江州晚报 王某`, `王某 江州晚报`.
pub(super) fn outlet_and_name(text: &str, dated: bool) -> Option<(String, String)> {
    let (before, after) = source::behind_channel(text).split_once(char::is_whitespace)?;
    let after = after.trim();
    let are = |outlet: &str, name: &str| {
        dated && names::is_outlet(outlet) && outlet.contains(is_cjk) && is_cjk_name(name)
    };
    let (outlet, name) = [(before, after), (after, before)]
        .into_iter()
        .find(|&(outlet, name)| are(outlet, name))?;
    Some((name.to_owned(), outlet.to_owned()))
}

/// `王某/江州青年报`.
pub(super) fn name_and_outlet(text: &str) -> Option<(String, String)> {
    let (name, outlet) = text.split_once(['/', '／'])?;
    let (name, outlet) = (name.trim(), outlet.trim());
    (names::is_chinese_name(name)
        && names::is_outlet(outlet)
        && outlet.chars().count() <= BARE_OUTLET_CHARS)
        .then(|| (name.to_owned(), outlet.to_owned()))
}

/// The outlet at the head of pieces that only pictures part: `江州传媒 时政 1665 0`.
pub(super) fn first_of(text: &str) -> &str {
    let mut pieces = text.split_whitespace();
    let first = pieces.next().unwrap_or_default();
    let counted = pieces
        .clone()
        .any(|piece| piece.chars().all(char::is_numeric));
    let rest_is_cjk = pieces.all(|piece| piece.chars().all(|c| is_cjk(c) || c.is_numeric()));
    if counted && rest_is_cjk && first.contains(is_cjk) {
        first
    } else {
        text
    }
}

pub(super) fn is_sentence_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '：' | ':' | '“' | '”' | '"' | '；')
}

/// A lone letter or number that belongs to a control or a unit, or counts that icons label: `3415 7`.
pub(super) fn is_number_sign(text: &str) -> bool {
    let is_count = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let counts = || text.split_whitespace().count() > 1 && text.split_whitespace().all(is_count);
    letters(text) <= 1 || letters(text) <= COUNT_CHARS && counts()
}

/// Digits of counts beside a date that no word labels: views, comments, shares.
const COUNT_CHARS: usize = 12;

/// Digits of a page's number.
const PAGE_DIGITS: usize = 3;

/// Whether a text is a page of the printed paper: `A13`.
pub(super) fn is_page(text: &str) -> bool {
    let digits = text.strip_prefix(|c: char| c.is_ascii_uppercase());
    digits.is_some_and(|digits| {
        (1..=PAGE_DIGITS).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}
