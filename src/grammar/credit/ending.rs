//! Credits that end in the word that makes them one: `王某 摄`, `江州港务局供图`, `항만청 제공`.

use super::found::{Found, found};
use super::words::Whom::{self, Photographer, Supplier};
use super::words::{ENDINGS, FROM_STOCK, GIVEN_BY};
use crate::grammar::labels::is_cjk;
use crate::grammar::names::{self, Grip};
use crate::grammar::roles::ROLE_WORDS;
use crate::text::measure::is_hangul;

/// Signs behind which a credit at the end opens, in brackets or behind a bar.
const OPENERS: [char; 6] = ['（', '(', '＝', '=', '|', '、'];

/// `通讯员 王某 摄`, `某某部供图 某某网发`: tokens of a credit at the end, behind a full stop or a space.
pub(super) fn ended(text: &str) -> Option<Found> {
    let (before, segment) = last_segment(text.trim_end_matches(['。', '.', ' ']))?;
    let (start, whom, firm) = credit_at_end(segment)?;
    let credit = segment.get(start..)?;
    // A lone ending with nothing before it names no one, but may say that the picture is an old one.
    let lone = credit.trim();
    let names_one =
        ENDINGS.iter().all(|row| row.1 != lone) && ROLE_WORDS.iter().all(|row| row.text != lone);
    if !names_one && FROM_STOCK.iter().all(|row| row.1 != lone) {
        return None;
    }
    let caption = format!("{before}{}", segment.get(..start)?);
    let caption = if before.ends_with(OPENERS) {
        caption.trim_end().trim_end_matches(OPENERS)
    } else {
        &caption
    };
    found(caption, credit, whom, firm)
}

/// Parts a text before its last sentence, or what stands in for one.
fn last_segment(text: &str) -> Option<(&str, &str)> {
    let ends = ['。', '！', '？', '；', '”', '」', '＝', '=', '（', '(', '|'];
    let mut at = text.rfind(ends).map_or(0, |at| behind(text, at));
    let segment = text.get(at..)?;
    if segment.contains(is_hangul)
        && let Some(dot) = segment.rfind(['.', '/'])
    {
        at += dot + 1;
    }
    // "夕暮れの港＝13日、江州で、山田太郎撮影": day and place stand before the name.
    let (before, segment) = (text.get(..at)?, text.get(at..)?);
    if segment.ends_with("撮影")
        && before.ends_with('＝')
        && let Some(comma) = segment.rfind('、')
    {
        at += behind(segment, comma);
    }
    Some((text.get(..at)?, text.get(at..)?))
}

/// The place behind the character at a place.
fn behind(text: &str, at: usize) -> usize {
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    at + c.map_or(0, char::len_utf8)
}

/// Where the tokens at the end of a segment begin that are a credit, whom it names, and whether a word says so.
fn credit_at_end(segment: &str) -> Option<(usize, Whom, bool)> {
    let japanese = segment.ends_with("撮影");
    let (mut start, mut whom, mut firm) = (None, None, false);
    // "항만청 제공": a lone word of a supplier takes the token before it.
    let mut owed = false;
    for &(offset, token) in tokens(segment).iter().rev() {
        let part = token.trim_end_matches(['，', ',', '、', '；', '/']);
        let ending = ending_of(part);
        let wire = ending.is_none()
            && whom.is_none()
            && part.contains(is_cjk)
            && names::agency(part).is_some();
        let sure = match (ending, whom) {
            (Some((Photographer, head)), _) => is_people(head, japanese),
            (Some((Supplier, head)), _) => is_body(head),
            (None, None) => {
                let released = part.strip_suffix(['发', '發']);
                released.is_some_and(names::is_outlet) || wire
            }
            (None, Some(_)) => {
                owed && is_body(part)
                    || is_people(part, japanese)
                    || names::is_outlet(part)
                    || is_role(part)
            }
        };
        if !sure {
            break;
        }
        owed = matches!(ending, Some((Supplier, "")));
        firm |= ending.is_some();
        match ending {
            Some((found, _)) if whom != Some(Photographer) => whom = Some(found),
            None if wire => whom = Some(Supplier),
            _ => {}
        }
        start = Some(offset);
    }
    Some((start?, whom?, firm))
}

/// Tokens with their offsets; a space between a list's names parts them as well.
fn tokens(segment: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let mut out = Vec::new();
    for token in segment.split(' ') {
        if !token.is_empty() {
            out.push((at, token));
        }
        at += token.len() + 1;
    }
    out
}

pub(super) fn ending_of(token: &str) -> Option<(Whom, &str)> {
    // "王某摄/江州图库", "王某摄（资料图）"
    let token = token
        .split_once(['/', '／'])
        .filter(|(head, _)| {
            ENDINGS
                .iter()
                .any(|row| row.2 == Photographer && head.ends_with(row.1))
        })
        .map_or(token, |(head, _)| head);
    ENDINGS
        .iter()
        .filter_map(|row| token.strip_suffix(row.1).map(|head| (row.2, head)))
        .min_by_key(|(_, head)| head.len())
}

/// Nothing, or names and the roles before them.
fn is_people(head: &str, japanese: bool) -> bool {
    if head.is_empty() {
        return true;
    }
    let lang = if japanese { "ja" } else { "zh" };
    let list = names::read(head, lang, Grip::Loose);
    list.rest.is_empty() && (!list.people.is_empty() || !list.outlets.is_empty()) || is_role(head)
}

fn is_role(text: &str) -> bool {
    ROLE_WORDS.iter().any(|row| row.text == text)
        || ["记者", "通讯员", "記者", "通訊員", "摄影师"]
            .iter()
            .any(|word| text.ends_with(word))
}

/// Nothing, or a body's name: no sentence gives itself up to it.
fn is_body(head: &str) -> bool {
    /// Characters of a body's name: `某某市某某区委宣传部` has ten.
    const BODY_CHARS: usize = 18;
    // "图片由受访者提供"
    let mut words = GIVEN_BY.iter();
    let head = words
        .find_map(|row| head.strip_prefix(row.1))
        .unwrap_or(head);
    head.chars().count() <= BODY_CHARS
        && !head.contains(|c: char| {
            matches!(
                c,
                '，' | '的' | '为' | '由' | '了' | '在' | '将' | '可' | '向' | '：' | '“'
            )
        })
}
