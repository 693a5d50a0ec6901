//! Names in Han characters and in Hangul, which stand without spaces or with a space inside.

use std::sync::LazyLock;

use super::groups::is_role_or_none;
use super::{Grip, NameList, push_name};
use crate::grammar::labels::is_cjk;
use crate::grammar::name::{
    is_chinese_name, is_japanese_name, is_korean_name, is_name, is_outlet, is_plain_name,
    is_staff_id,
};
use crate::grammar::roles::{NAME_TAILS, ROLE_WORDS, RoleWord};
use crate::text::measure::is_ideograph;
use crate::text::trie::Trie;

/// What somebody did with a text, glued to a pen name.
const DONE: &[(&str, &str)] = &[("zh", "编译"), ("zh", "整理"), ("zh-Hant", "編譯")];

/// Names parted by spaces, some of them with a space inside.
pub(super) fn read_han(piece: &str, lang: &str, grip: Grip, list: &mut NameList) {
    let tokens = han_tokens(piece, lang);
    for (at, token) in tokens.iter().enumerate() {
        // "原创：某某编译 江州观察": who did it, and the account that shows it.
        let did = DONE.iter().find_map(|(_, word)| token.strip_suffix(word));
        if let Some(name) = did.filter(|name| grip == Grip::Firm && is_name(name)) {
            push_name(name, list);
            list.outlets.extend(tokens.iter().skip(at + 1).cloned());
            return;
        }
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
        {
            push_name(name, list);
        } else {
            list.rest.push_str(name);
        }
    }
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

/// Chinese words of roles of two characters and more, by their places among the rows.
static ROLES: LazyLock<Trie<usize>> = LazyLock::new(|| {
    let rows = ROLE_WORDS
        .iter()
        .enumerate()
        .filter(|(_, row)| row.lang.starts_with("zh") && row.text.chars().nth(1).is_some());
    Trie::new(rows.map(|(at, row)| (row.text, at)))
});

/// Takes words of roles off either end, with what is glued before them: `江州日报记者王某`, `王某摄`.
fn drop_roles(name: &str, list: &mut NameList) -> String {
    let places = name.char_indices().map(|(at, _)| name.split_at(at));
    let said = places.flat_map(|(head, rest)| {
        let begun = ROLES.beginning(rest.chars());
        begun.filter_map(move |(length, rows)| {
            let mut tail = rest.chars();
            tail.by_ref().take(length).for_each(drop);
            Some((rows.first()?, head, tail.as_str()))
        })
    });
    // Of several roles the first row counts.
    let said = said.filter(|(_, _, tail)| is_chinese_name(tail));
    if let Some((_, head, tail)) = said.min_by_key(|(row, ..)| **row) {
        if is_outlet(head) {
            list.outlets.push(head.to_owned());
        }
        return tail.to_owned();
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

pub(super) fn read_hangul(piece: &str, grip: Grip, list: &mut NameList) {
    for token in piece.split_whitespace() {
        // "한들일보=김하나": the outlet or the place stands before the name.
        let (whose, token) = token.rsplit_once('=').unwrap_or(("", token));
        if is_outlet(whose) {
            list.outlets.push(whose.to_owned());
        }
        let korean_role = |row: &&RoleWord| row.lang == "ko" && row.text.chars().count() > 1;
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
