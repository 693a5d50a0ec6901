//! Captions and the credits at their ends.

use super::credit_words::Lead::{Bare, Marked};
use super::credit_words::Whom::{self, Photographer, Supplier};
use super::credit_words::{CREDIT_NAMES, DOUBTFUL, ENDINGS, LABELS, LabelRow, OPENINGS, SUPPLIERS};
use super::labels::{fold_char, is_cjk};
use super::names::{self, Grip};
use crate::article::{Person, PersonRole};
use crate::text::clean::fold_space;

/// Characters of a credit. The longest of 183 on the development pages has 82.
const CREDIT_CHARS: usize = 120;

/// Characters of a line that is a caption in flat text. Of 229 captions on the development pages eleven are longer; so are most paragraphs.
const CAPTION_CHARS: usize = 240;

/// Characters of text that is parted at all.
const TEXT_CHARS: usize = 4_000;

/// A caption's text parted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SplitCaption {
    /// `None` where the whole text is a credit.
    pub(crate) caption: Option<String>,
    /// Who made or supplied the picture, as printed, with the words that say which: `Photo: Ada Quill`, `王某 摄`.
    pub(crate) credit: Option<String>,
    pub(crate) photographers: Vec<Person>,
}

/// A credit found: where the caption ends, the credit as printed, whom it names, whether its shape leaves no doubt.
struct Found {
    caption: String,
    /// With its label, as printed.
    credit: String,
    /// Without its label.
    named: String,
    whom: Whom,
    firm: bool,
}

/// Parts caption and credit. A text that is only a credit has no caption; one without a credit is all caption.
pub(crate) fn split(text: &str) -> SplitCaption {
    let text = fold_space(text);
    if text.is_empty() {
        return SplitCaption::default();
    }
    let Some(found) = find(&text) else {
        return SplitCaption {
            caption: Some(strip_caption_label(&text).to_owned()),
            ..SplitCaption::default()
        };
    };
    let photographers = photographers(&found.named, found.whom);
    let mut caption = trim_caption(&found.caption);
    // The mark that opens a caption is part of it, as printed.
    let mark = text
        .chars()
        .next()
        .filter(|c| matches!(c, '△' | '▲' | '↑' | '▼' | '◎'));
    if let Some(mark) = mark.filter(|_| !caption.is_empty()) {
        caption.insert(0, mark);
    }
    SplitCaption {
        caption: (!caption.is_empty()).then_some(caption),
        credit: Some(found.credit),
        photographers,
    }
}

/// Whether a line of flat text is a caption: it opens with a mark of one, or ends in a credit that is one beyond doubt.
pub(crate) fn marks_caption(text: &str) -> bool {
    let text = text.trim();
    if text.chars().nth(CAPTION_CHARS).is_some() {
        return false;
    }
    OPENINGS
        .iter()
        .any(|(_, opening)| text.starts_with(opening))
        || find(&fold_space(text)).is_some_and(|found| found.firm)
}

/// Whether a text is a credit and nothing else, beyond doubt.
pub(crate) fn is_credit(text: &str) -> bool {
    find(&fold_space(text))
        .is_some_and(|found| found.firm && trim_caption(&found.caption).is_empty())
}

/// Whether the class or id names of an element say that it holds a picture's credit.
pub(crate) fn is_credit_name(names: &str) -> bool {
    let names = names.to_ascii_lowercase();
    CREDIT_NAMES.iter().any(|row| names.contains(row))
}

fn find(text: &str) -> Option<Found> {
    if text.chars().nth(TEXT_CHARS).is_some() {
        return None;
    }
    let text = strip_caption_label(text).trim_start_matches(['△', '▲', '↑', '▼', '◎', ' ']);
    bracket(text)
        .or_else(|| labelled(text))
        .or_else(|| ended(text))
        .or_else(|| unlabelled(text))
}

/// `Image caption,` is read out, not seen.
fn strip_caption_label(text: &str) -> &str {
    [
        "Image caption, ",
        "Image caption,",
        "Caption: ",
        "Legende: ",
    ]
    .iter()
    .find_map(|label| text.strip_prefix(label))
    .unwrap_or(text)
}

fn trim_caption(caption: &str) -> String {
    caption
        .trim()
        .trim_end_matches([
            ' ', '-', '–', '—', '|', '/', '·', '•', ',', '，', '(', '（', '｜', '\u{3000}', '[',
            '【',
        ])
        .to_owned()
}

fn trim_credit(credit: &str) -> String {
    let credit = credit.trim().trim_matches([
        ' ', '|', '-', '–', '—', '/', '·', '•', '“', '”', ':', '：', '，', ',',
    ]);
    let unpaired = !credit.contains(['(', '（', '[', '【']);
    let credit = if unpaired {
        credit.trim_end_matches([')', '）', ']', '】'])
    } else {
        credit
    };
    let credit = credit.strip_suffix(['。']).unwrap_or(credit);
    // The point of an abbreviation stays: "Harbour Co.", "A. Q."
    let word = credit.rsplit(' ').next().unwrap_or_default();
    let credit = if word.chars().count() > 4 {
        credit.strip_suffix('.').unwrap_or(credit)
    } else {
        credit
    };
    credit.trim().to_owned()
}

/// A bracket that ends the text and holds a credit.
fn bracket(text: &str) -> Option<Found> {
    let body = text.trim_end_matches(['。', '.', ' ']);
    let inner_end = body.strip_suffix([')', '）', ']', '】', '］'])?;
    let open = inner_end.rfind(['(', '（', '[', '【', '［'])?;
    let (before, inner) = (inner_end.get(..open)?, inner_end.get(open..)?);
    let inner = inner
        .trim_start_matches(['(', '（', '[', '【', '［'])
        .trim();
    if inner.chars().nth(CREDIT_CHARS).is_some() {
        return None;
    }
    if let Some((label, rest)) = label_at_start(inner)
        && !rest.is_empty()
        && !(is_aside_word(inner))
    {
        return labelled_found(
            before,
            inner,
            rest,
            label.3,
            label.2 == Bare || !is_doubtful(label.1),
        );
    }
    if let Some(inside) = ended(inner).filter(|inside| inside.caption.is_empty()) {
        return found(before, &inside.credit, inside.whom, inside.firm);
    }
    // "(Ada Quill/Harbour Wire)", "(AP)", "(Ada Quill via Example Images)"
    if !is_wire_shape(inner) {
        return None;
    }
    // "A boat at night. Photo: Ada Quill (Harbour Wire)"
    if let Some(inside) = labelled(before.trim_end()).filter(|inside| inside.firm)
        && let Some(whole) = body.strip_prefix(inside.caption.as_str())
    {
        return labelled_found(&inside.caption, whole, &inside.named, inside.whom, true);
    }
    // "A boat at night. Ada Quill (AP)"
    let name = before.rsplit(['.', '!', '?']).next().unwrap_or_default();
    let named =
        name.trim().contains(' ') && names::is_plain_name(name.trim()) && name.len() < before.len();
    if named {
        let caption = before.get(..before.len() - name.len())?;
        let whole = body.get(caption.len()..)?;
        return found(caption, whole, Photographer, false);
    }
    found(before, inner, Photographer, false)
}

/// `(Archivbild)`, `(file photo)`: a remark, not a name.
fn is_aside_word(inner: &str) -> bool {
    matches!(
        inner.to_lowercase().as_str(),
        "file photo" | "symbolbild" | "archivbild" | "archivfoto" | "symbolfoto"
    )
}

fn found(caption: &str, credit: &str, whom: Whom, firm: bool) -> Option<Found> {
    labelled_found(caption, credit, credit, whom, firm)
}

/// As [`found`], with the credit as printed and what stands behind its label.
fn labelled_found(
    caption: &str,
    printed: &str,
    named: &str,
    whom: Whom,
    firm: bool,
) -> Option<Found> {
    let named = trim_credit(named);
    let names_one = named.chars().any(char::is_alphanumeric);
    names_one.then(|| Found {
        caption: caption.to_owned(),
        credit: trim_credit(strip_read_label(printed)),
        named,
        whom,
        firm,
    })
}

/// `Image source,` is read out, not seen.
fn strip_read_label(text: &str) -> &str {
    let label = "Image source,";
    text.trim_start()
        .strip_prefix(label)
        .unwrap_or(text)
        .trim_start()
}

fn is_doubtful(label: &str) -> bool {
    DOUBTFUL.contains(&label)
}

/// The longest label that begins a text, with what follows its mark.
fn label_at_start(text: &str) -> Option<(&'static LabelRow, &str)> {
    LABELS
        .iter()
        .filter_map(|row| after_label(text, row).map(|rest| (row, rest)))
        .max_by_key(|(row, _)| row.1.chars().count())
}

fn after_label<'t>(text: &'t str, row: &LabelRow) -> Option<&'t str> {
    let mut chars = text.char_indices();
    for want in row.1.chars() {
        if fold_char(chars.next()?.1) != want {
            return None;
        }
    }
    let at = chars.next().map_or(text.len(), |(at, _)| at);
    let rest = text.get(at..)?;
    let spaced = rest.trim_start();
    match row.2 {
        Marked => spaced
            .strip_prefix([':', '：', '＝', '=', '／', '|', '｜', '﹕'])
            .or_else(|| {
                spaced
                    .strip_prefix('/')
                    .filter(|_| row.1.chars().all(is_cjk))
            })
            .or_else(|| spaced.strip_prefix(',').filter(|_| row.1 == "image source")),
        Bare => {
            let word = row
                .1
                .chars()
                .next_back()
                .is_some_and(|c| c.is_alphanumeric() && c != 'ⓒ')
                && !row.1.chars().all(is_cjk);
            if word && !rest.starts_with(char::is_whitespace) && !rest.starts_with(':') {
                return None;
            }
            Some(rest.trim_start_matches([' ', ':', '：', '/']))
        }
    }
    .map(str::trim)
}

/// A label at a boundary, with a short credit behind it to the end; or before the caption, ended by a full stop.
fn labelled(text: &str) -> Option<Found> {
    let total = text.chars().count();
    let mut previous = None;
    for (index, (at, c)) in text.char_indices().enumerate() {
        let boundary = match previous {
            None => true,
            Some(before) if is_cjk(c) || c == '©' || c == 'ⓒ' => {
                !char::is_alphanumeric(before) || (is_cjk(before) && !is_cjk(c))
            }
            Some(before) => {
                is_cjk(before)
                    || !(char::is_alphanumeric(before)
                        || matches!(before, '_' | '@' | '#' | '&' | '+' | '='))
            }
        };
        previous = Some(c);
        // A label further from the end than a credit is long stands in a sentence, unless it opens the text.
        let far = total - index > CREDIT_CHARS + 24;
        if !boundary || (far && index > 0) {
            continue;
        }
        let rest = text.get(at..)?;
        let Some((row, credit)) = label_at_start(rest) else {
            continue;
        };
        let before = text.get(..at)?;
        // A word of an address is none: "example.org/photo/boat".
        let path = before.ends_with('/') && !row.1.contains(' ') && !row.1.contains(is_cjk);
        if path {
            continue;
        }
        if index == 0 {
            if let Some((credit, caption)) = leading(credit) {
                let printed = rest.strip_suffix(caption).unwrap_or(credit);
                return labelled_found(caption, printed, credit, row.3, true);
            }
            if is_doubtful(row.1) && !is_credit_value(credit) {
                return None;
            }
        }
        if row.2 == Marked && !ends_part(before) && !is_credit_value(credit) {
            continue;
        }
        let short = credit.chars().count() <= CREDIT_CHARS && !is_sentence(credit);
        let loose = row.2 == Bare && row.1.contains(' ') && !ends_part(before);
        if let Some((caption, inside)) = in_bracket(before).filter(|_| short) {
            let whole = format!("{inside}{rest}");
            return found(caption, &whole, row.3, true);
        }
        if short && !credit.is_empty() && !loose {
            let firm = !(is_doubtful(row.1) && index > 0 && !ends_part(before));
            return labelled_found(before, rest, credit, row.3, firm);
        }
    }
    None
}

/// Splits at a bracket that is still open, when words stand behind it: `… (Harbour Post/courtesy of the office)`.
fn in_bracket(before: &str) -> Option<(&str, &str)> {
    let open = before.rfind(['(', '（', '['])?;
    let (caption, inside) = before.split_at_checked(open)?;
    let inside = inside.trim_start_matches(['(', '（', '[']);
    let whole = !inside.contains([')', '）', ']', '。']) && inside.contains(char::is_alphanumeric);
    whole.then_some((caption, inside))
}

/// Whether a text is empty or ends a sentence or a part of one.
fn ends_part(text: &str) -> bool {
    let last = text.trim_end().chars().next_back();
    last.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '&' | '+' | '*' | '#' | '@' | '_'))
}

/// `Photo: Ada Quill. A boat at night.`
fn leading(text: &str) -> Option<(&str, &str)> {
    const CREDIT_WORDS: usize = 6;
    let (at, mark) = stops(text).next()?;
    let (credit, caption) = (text.get(..at)?, text.get(at + mark.len()..)?);
    let words = credit.split_whitespace().count();
    let cased = credit
        .split_whitespace()
        .all(|word| !word.starts_with(char::is_lowercase) || word == "via" || word == "von");
    (words <= CREDIT_WORDS && words > 1 && cased && caption.split_whitespace().count() > 3)
        .then_some((credit, caption))
}

/// The full stops inside a text; the point of an initial is none: "Photo by A. Q. Marsh".
fn stops(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(". ").filter(|&(at, _)| {
        let word = text.get(..at).unwrap_or_default();
        let word = word.rsplit(' ').next().unwrap_or_default();
        word.chars().count() > 1
    })
}

fn is_sentence(text: &str) -> bool {
    const WORDS: usize = 16;
    let inner = text.trim_end_matches(['。', '.', ' ', '）', ')']);
    inner.contains(['。', '！', '？', '，'])
        || text.split_whitespace().count() > WORDS
        || stops(inner).any(|(at, mark)| {
            let rest = inner.get(at + mark.len()..).unwrap_or_default();
            let part = rest.split(". ").next().unwrap_or_default();
            part.split_whitespace().count() > 3
        })
}

/// Whether what follows a doubtful label is a name, an outlet, a handle: a caption would be longer or in small letters.
fn is_credit_value(text: &str) -> bool {
    if text.contains(is_cjk) {
        let text = text.trim_end_matches('。');
        return names::is_chinese_name(text)
            || names::is_outlet(text)
            || ended(text).is_some_and(|found| found.caption.is_empty())
            || names::is_korean_name(text)
            || text.split([' ', '/', '、']).all(|part| {
                names::is_chinese_name(part)
                    || names::is_korean_name(part)
                    || names::is_outlet(part)
                    || (names::is_japanese_name(part))
            });
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let cased = words.iter().all(|word| {
        !word.starts_with(char::is_lowercase)
            || matches!(
                *word,
                "via" | "von" | "van" | "de" | "and" | "und" | "&" | "der" | "of" | "et" | "y"
            )
    });
    let named = text.starts_with(|c: char| c.is_alphabetic() || c == '@');
    named && ((words.len() <= 8 && cased) || words.len() == 1)
}

/// `通讯员 王某 摄`, `某某部供图 某某网发`: tokens of a credit at the end, behind a full stop or a space.
fn ended(text: &str) -> Option<Found> {
    let trimmed = text.trim_end_matches(['。', '.', ' ']);
    let at = trimmed
        .char_indices()
        .rev()
        .find(|&(_, c)| {
            matches!(
                c,
                '。' | '！' | '？' | '；' | '”' | '」' | '＝' | '=' | '（' | '(' | '|'
            )
        })
        .map_or(0, |(at, c)| at + c.len_utf8());
    let (before, segment) = (trimmed.get(..at)?, trimmed.get(at..)?);
    let hangul = segment.contains(crate::text::measure::is_hangul);
    let (before, segment) = match segment.rfind(['.', '/']) {
        Some(dot) if hangul => (trimmed.get(..at + dot + 1)?, segment.get(dot + 1..)?),
        _ => (before, segment),
    };
    let tokens: Vec<(usize, &str)> = tokens(segment);
    let mut start = None;
    let mut whom = None;
    let mut firm = false;
    let japanese = segment.ends_with("撮影");
    // "항만청 제공": a lone word of a supplier takes the token before it.
    let mut owed = false;
    for &(offset, token) in tokens.iter().rev() {
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
                let released = part
                    .strip_suffix(['发', '發'])
                    .is_some_and(names::is_outlet);
                released || wire
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
    let (start, whom) = (start?, whom?);
    let credit = segment.get(start..)?;
    // A lone ending with nothing before it names no one.
    (ENDINGS.iter().all(|row| row.1 != credit.trim()) || credit.trim() == "资料图")
        .then(|| {
            let caption = format!("{before}{}", segment.get(..start).unwrap_or_default());
            let opened = before.ends_with(['（', '(', '＝', '=', '|']);
            let caption = if opened {
                caption
                    .trim_end()
                    .trim_end_matches(['（', '(', '＝', '=', '|'])
                    .to_owned()
            } else {
                caption
            };
            found(&caption, credit, whom, firm)
        })
        .flatten()
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

fn ending_of(token: &str) -> Option<(Whom, &str)> {
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
    super::roles::ROLE_WORDS.iter().any(|row| row.text == text)
        || ["记者", "通讯员", "記者", "通訊員", "摄影师"]
            .iter()
            .any(|word| text.ends_with(word))
}

/// Nothing, or a body's name: no sentence gives itself up to it.
fn is_body(head: &str) -> bool {
    /// Characters of a body's name: `某某市某某区委宣传部` has ten.
    const BODY_CHARS: usize = 18;
    head.chars().count() <= BODY_CHARS
        && !head.contains(|c: char| {
            matches!(
                c,
                '，' | '的' | '为' | '由' | '了' | '在' | '将' | '可' | '向' | '：' | '“'
            )
        })
}

/// A wire's credit behind a sentence's end, a bar or a dash, without label or bracket; or alone.
fn unlabelled(text: &str) -> Option<Found> {
    let trimmed = text.trim_end_matches(['。', ' ']);
    let cut = [
        "。",
        ". ",
        "! ",
        "? ",
        " | ",
        " - ",
        " – ",
        " — ",
        ".\u{201d} ",
        ".\" ",
        "”",
        "… ",
    ]
    .iter()
    .filter_map(|mark| {
        // The point of an initial ends no sentence: "A. Quill/Harbour Wire".
        let ends = |&(at, _): &(usize, &str)| {
            let word = trimmed.get(..at).unwrap_or_default();
            let word = word.rsplit(' ').next().unwrap_or_default();
            !(mark.starts_with('.') && word.chars().count() == 1)
        };
        trimmed
            .rmatch_indices(mark)
            .find(ends)
            .map(|(at, mark)| at + mark.len())
    })
    .max()
    .unwrap_or(0);
    let (before, tail) = (trimmed.get(..cut)?, trimmed.get(cut..)?);
    is_wire_shape(tail)
        .then(|| found(before, tail, Photographer, false))
        .flatten()
}

/// `Ada Quill/Harbour Wire`, `AP`, `Ada Quill via Example Images`: an agency or a supplier as a part, or two capitalised parts at a slash.
fn is_wire_shape(text: &str) -> bool {
    const WORDS: usize = 10;
    let text = text.trim().trim_end_matches('.');
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || words.len() > WORDS || text.chars().nth(CREDIT_CHARS).is_some() {
        return false;
    }
    let parts = parts(text);
    let supplied = parts.iter().any(|part| is_supplier(part));
    let small = |word: &str| {
        word.starts_with(char::is_lowercase)
            && !matches!(
                word,
                "via" | "von" | "van" | "de" | "der" | "and" | "und" | "og" | "di" | "et" | "y"
            )
    };
    let cased = parts
        .iter()
        .all(|part| is_supplier(part) || !part.split_whitespace().any(small));
    let slashed = text.contains('/')
        && parts.len() >= 2
        && parts
            .iter()
            .all(|part| part.chars().filter(|c| c.is_alphabetic()).count() >= 2)
        && text.chars().next().is_some_and(|c| !c.is_numeric())
        && !text.contains(is_cjk)
        && words.len() >= 2;
    let via = words.len() >= 3 && text.contains(" via ");
    cased && (supplied || slashed || via)
}

fn parts(text: &str) -> Vec<&str> {
    text.split(['/', ',', '|', '／', '、', '–', '·'])
        .flat_map(|part| part.split(" via "))
        .flat_map(|part| part.split(" / "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

fn is_supplier(part: &str) -> bool {
    let lower = part.trim().trim_end_matches('.').to_lowercase();
    names::agency(&lower).is_some()
        || SUPPLIERS.contains(&lower.as_str())
        || lower.starts_with("ap photo")
}

/// The people a credit names: before 摄, behind `Photo:`, beside an agency.
fn photographers(credit: &str, whom: Whom) -> Vec<Person> {
    let cjk = credit.contains(is_cjk);
    let people: Vec<String> = if cjk {
        let shot_by = credit
            .split(' ')
            .any(|token| matches!(ending_of(token), Some((Photographer, _))));
        if whom == Supplier && !shot_by {
            return Vec::new();
        }
        let shot = credit
            .split(' ')
            .map(|token| ending_of(token).map_or(token, |(_, head)| head))
            .collect::<Vec<_>>()
            .join(" ");
        let people = names::read(&shot, "zh", Grip::Loose).people;
        if people.is_empty() && !credit.ends_with(['摄', '攝']) {
            names::read(&shot, "ja", Grip::Loose).people
        } else {
            people
        }
    } else {
        // "Ada Quill (REUTERS)"
        let outside = credit
            .split_once('(')
            .map_or(credit, |(head, _)| head.trim());
        let parts: Vec<&str> = parts(outside)
            .into_iter()
            .filter(|part| !is_supplier(part))
            .collect();
        let agencies = parts.len() < self::parts(credit).len() || outside.len() < credit.len();
        if whom == Supplier && !agencies && !credit.contains('/') {
            return Vec::new();
        }
        let whole = [outside];
        let candidates = if credit.contains('/') || agencies {
            parts.as_slice()
        } else {
            &whole
        };
        // The first part that is a name and nothing else.
        candidates
            .iter()
            .map(|part| names::read(part, "en", Grip::Loose))
            .filter(|list| list.rest.is_empty() && list.outlets.is_empty())
            .map(|list| list.people)
            .find(|people| {
                !people.is_empty() && people.iter().all(|name| name.contains([' ', '.']))
            })
            .unwrap_or_default()
    };
    people
        .into_iter()
        .map(|name| Person {
            name,
            role: Some(PersonRole::Photographer),
            ..Person::default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{marks_caption, split};
    use crate::fields::cases::assert_rows;
    use proptest::prelude::{any, proptest};

    fn printed(text: &str) -> String {
        let parted = split(text);
        let people: Vec<String> = parted
            .photographers
            .into_iter()
            .map(|person| person.name)
            .collect();
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let people = (!people.is_empty()).then(|| people.join("; "));
        [parted.caption, parted.credit, people]
            .map(or_dash)
            .join(" ‖ ")
    }

    #[test]
    fn texts_part_as_their_rows_say() {
        for (file, least) in [("zh", 20), ("ja-ko", 12), ("latin", 40)] {
            assert_rows("credit", file, least, printed);
        }
    }

    #[test]
    fn lines_are_captions_as_their_rows_say() {
        assert_rows("credit", "marks", 14, |line| {
            if marks_caption(line) {
                "caption"
            } else {
                "text"
            }
            .to_owned()
        });
    }

    proptest! {
        #[test]
        fn parting_never_panics_and_keeps_words(text in any::<String>(), glue in "[Photo: Ada/AP(by).©摄供图提供王某（）＝사진。 ]{0,60}") {
            for text in [&text, &glue] {
                let parted = split(text);
                let given = parted.caption.unwrap_or_default().chars().count() + parted.credit.unwrap_or_default().chars().count();
                assert!(given <= text.chars().count());
                marks_caption(text);
            }
        }
    }
}
