//! What is a person's name, what an outlet's or an agency's, and what neither.

use super::known::{self, known};
use super::labels::is_cjk;
use super::roles::{DOUBLE_FAMILY_NAMES, FAMILY_NAMES, NAME_ENDS, PARTICLES};
use crate::text::clean::fold_space;
use crate::text::measure::{is_hangul, is_ideograph};

/// Characters of a name in a script with spaces; longer ones are sentences. The longest author of 1 592 on the development pages has 52.
const NAME_CHARS: usize = 60;

/// Characters of a name without spaces: pen names and departments reach 20, a sentence is seldom shorter.
const CJK_NAME_CHARS: usize = 22;

/// Words of one name: `Maria del Carmen de la Cruz y Vega` has eight.
const NAME_WORDS: usize = 8;

/// Returns the agency a text names, and nothing else: `Reuters`, `dpa/abc` has one, `江州日报` is none.
///
/// Wires joined by slashes or `and` give the first.
pub(crate) fn agency(text: &str) -> Option<&'static str> {
    let text = fold_space(text).to_lowercase();
    let text = text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | ')'
                    | '（'
                    | '）'
                    | '['
                    | ']'
                    | '.'
                    | ','
                    | ':'
                    | '【'
                    | '】'
                    | '/'
                    | '［'
                    | '］'
            )
    });
    let whole = |text: &str| known::agency(text.trim());
    whole(text).or_else(|| {
        let mut found = None;
        for part in text.split(['/', ',', '、', '&', '+', '／']) {
            // "dpa/abc": a desk's own lower-case initials beside the wire.
            let initials = || part.trim().chars().count() <= 4 && !part.contains(is_cjk);
            match whole(part) {
                Some(name) => found = found.or(Some(name)),
                None if found.is_some() && initials() => {}
                None => return None,
            }
        }
        found
    })
}

/// Whether a text names an outlet by its ending (`江州日报`, `Harbour Post`).
pub(crate) fn is_outlet(text: &str) -> bool {
    let text = text.trim();
    if agency(text).is_some() {
        return true;
    }
    if text.contains(is_cjk) {
        return text.chars().nth(2).is_some() && known::ends_as_outlet(text);
    }
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let last = words.next_back().unwrap_or_default();
    words.next().is_some() && known(last).ends_outlet()
}

/// Whether a text can be a person's name: not a role, a number, an address, a date, `Staff`, an agency or an outlet.
///
/// Departments and pen names can.
pub(crate) fn is_name(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let chars = text.chars().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    letters >= 2
        && chars <= NAME_CHARS
        && digits <= 2
        && !text.chars().any(never_in_names)
        && !lower.starts_with("www.")
        && !has_domain(&lower)
        && !known(&lower).is_no_name()
        && if text.contains(is_cjk) {
            is_cjk_name(text, letters)
        } else {
            is_spaced_name(text)
        }
        && !is_outlet(text)
}

/// Whether a text is a name beyond doubt: a Chinese, Japanese or Korean one with a family name, or words that all begin with a capital.
pub(crate) fn is_plain_name(text: &str) -> bool {
    if !is_name(text) {
        return false;
    }
    if text.contains(is_ideograph) {
        return is_chinese_name(text) || is_known_japanese_name(text);
    }
    if text.contains(is_hangul) {
        return is_korean_name(text);
    }
    let cased = |word: &str| {
        PARTICLES.contains(&word) || !word.chars().next().is_some_and(char::is_lowercase)
    };
    let broken = |word: &str| word.ends_with('-');
    // "der Brücke zum Hafen" is the rest of a heading, "der Linden" a name.
    let goes_on = |word: &str| GOING_ON.iter().any(|(_, text)| *text == word);
    if text.starts_with(char::is_lowercase) && text.split_whitespace().skip(1).any(goes_on) {
        return false;
    }
    text.split_whitespace()
        .all(|word| cased(word) && !broken(word))
        && text.chars().next().is_some_and(char::is_alphabetic)
        && !text.contains(|c: char| c.is_numeric())
        && !text
            .split_whitespace()
            .all(|word| PARTICLES.contains(&word))
}

/// Words behind which a phrase goes on that begins in small letters, and no name.
const GOING_ON: &[(&str, &str)] = &[
    ("de", "zu"),
    ("de", "zum"),
    ("de", "zur"),
    ("de", "vom"),
    ("de", "vor"),
    ("de", "und"),
];

/// A family name and one or two characters; a foreign name with a point inside.
pub(crate) fn is_chinese_name(text: &str) -> bool {
    let chars = text.chars().count();
    if text.contains('·') || text.contains('・') {
        return chars <= 16
            && text
                .chars()
                .all(|c| is_ideograph(c) || matches!(c, '·' | '・'));
    }
    if !text.chars().all(is_ideograph) || text.contains(is_kana) {
        return false;
    }
    if DOUBLE_FAMILY_NAMES
        .iter()
        .any(|family| text.starts_with(family))
    {
        return (3..=4).contains(&chars);
    }
    (2..=3).contains(&chars)
        && text
            .chars()
            .next()
            .is_some_and(|c| FAMILY_NAMES.contains(c))
}

/// Family names of nine in ten Koreans, and of some more.
const KOREAN_FAMILY_NAMES: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용";

/// A family name and one or two syllables more; three to a name is the rule.
pub(crate) fn is_korean_name(text: &str) -> bool {
    let chars = text.chars().count();
    text.chars().all(is_hangul)
        && (2..=4).contains(&chars)
        && (text == "아무개"
            || text
                .chars()
                .next()
                .is_some_and(|c| KOREAN_FAMILY_NAMES.contains(c)))
}

pub(crate) fn is_kana(c: char) -> bool {
    matches!(u32::from(c), 0x3041..=0x3096 | 0x30A1..=0x30FA)
}

fn never_in_names(c: char) -> bool {
    matches!(
        c,
        '@' | ':'
            | '：'
            | ';'
            | '?'
            | '!'
            | '？'
            | '！'
            | '。'
            | '，'
            | ','
            | '"'
            | '“'
            | '”'
            | '„'
            | '<'
            | '>'
            | '='
            | '#'
            | '%'
            | '$'
            | '€'
            | '『'
            | '』'
            | '《'
            | '》'
            | '|'
            | '\\'
            | '{'
            | '}'
            | '…'
            | '+'
            | '*'
            | '['
            | ']'
            | '「'
            | '」'
            | '('
            | ')'
            | '（'
            | '）'
            | '、'
            | '/'
            | '©'
            | '~'
            | '^'
            | '\n'
    )
}

/// `example.org`: a point inside a word with small letters on both sides, two or more behind it.
pub(crate) fn has_domain(lower: &str) -> bool {
    lower.split_whitespace().any(|word| {
        word.rsplit_once('.').is_some_and(|(head, tail)| {
            head.chars().count() > 2
                && (2..=4).contains(&tail.chars().count())
                && tail.chars().all(|c| c.is_ascii_alphabetic())
        })
    })
}

fn is_cjk_name(text: &str, letters: usize) -> bool {
    letters <= CJK_NAME_CHARS
        && !text.contains(char::is_numeric)
        && !text.chars().any(|c| matches!(c, '.' | '－' | '—' | '_'))
        // Japanese particles: a name neither begins with one nor has an object.
        && !text.starts_with('の')
        && !text.contains('を')
}

fn is_spaced_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || words.len() > NAME_WORDS || is_staff_id(text) {
        return false;
    }
    // A point ends an initial or an abbreviation; behind a longer word it ends a sentence.
    let sentence = words.iter().any(|word| {
        word.strip_suffix('.')
            .is_some_and(|head| head.chars().count() > 5)
    });
    let small = |word: &&&str| word.chars().next().is_some_and(char::is_lowercase);
    let lower = words.iter().filter(small).count();
    let particles = words.iter().filter(|word| PARTICLES.contains(word)).count();
    let function_word = |word: &&str| {
        NAME_ENDS.iter().any(|(_, end)| end == word)
            || *word == "the"
            || *word == "a"
            || *word == "an"
    };
    let open = words.len() > 1 && words.last().is_some_and(|word| PARTICLES.contains(word));
    let bare = words.iter().any(|word| word.chars().all(char::is_numeric));
    !sentence
        && !bare
        && !open
        && !is_glued(text)
        && (lower <= particles
            || (lower == words.len() && words.len() <= 2 && !words.iter().any(function_word)))
        && (particles < words.len() || words.len() == 1)
}

/// Letters before a capital inside of a word from which two words are glued: `FitzGerald` has four.
const GLUED_CHARS: usize = 5;

/// Whether two entries of a menu stand glued, each of several words: `North HarbourSouth Harbour`.
pub(crate) fn is_glued(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let inner = words.get(1..words.len().saturating_sub(1));
    inner.unwrap_or_default().iter().any(|word| {
        let mut small = 0;
        word.chars().any(|c| {
            let glued = c.is_uppercase() && small >= GLUED_CHARS;
            small = if c.is_lowercase() { small + 1 } else { 0 };
            glued
        })
    })
}

/// `AB1234`, `NK123`: capitals and digits only, three digits at least.
pub(crate) fn is_staff_id(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let capitals = text.chars().filter(char::is_ascii_uppercase).count();
    digits >= 2 && digits + capitals == text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// What ends the names of bodies, places and things that begin like a family name: `中村学園`, `松本市長`, `小川さん`.
const NO_GIVEN_NAMES: &[char] = &[
    '県', '市', '町', '村', '区', '府', '庁', '局', '省', '部', '課', '所', '社', '店', '駅', '島',
    '者', '会', '制', '円', '館', '園', '学', '薬', '線', '展', '戦', '賞', '場', '院', '校', '党',
    '軍', '議', '隊', '号', '港', '組', '車', '業', '屋', '長', '氏', 'ん', 'は', 'が', 'を', 'に',
    'と', 'も', 'で', 'ら',
];

/// One of the frequent family names and one to three characters of a given one, at most one space between: `佐々木健`, `山本 さくら`.
pub(crate) fn is_known_japanese_name(text: &str) -> bool {
    /// Characters of the longest family name and the longest given one, with the space.
    const NAME_CHARS: usize = 7;
    const GIVEN_CHARS: usize = 3;
    let is_of_name = |c: char| is_ideograph(c) || c.is_whitespace();
    if text.chars().nth(NAME_CHARS).is_some() || !text.chars().all(is_of_name) {
        return false;
    }
    known::behind_japanese_family(text).any(|given| {
        let given = given.strip_prefix([' ', '\u{3000}']).unwrap_or(given);
        (1..=GIVEN_CHARS).contains(&given.chars().count())
            && given.chars().all(is_ideograph)
            && !given.ends_with(NO_GIVEN_NAMES)
            && !given.starts_with('の')
    })
}

/// Family and given name, three to six characters, at most one space.
pub(crate) fn is_japanese_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| !c.is_whitespace()).count();
    let places = [
        '県', '市', '町', '村', '区', '都', '府', '庁', '局', '省', '部', '課', '所', '社', '店',
        '駅', '島', '中', '前', '後', '時', '者', '会', '制', '日', '年', '月', '円', '人',
    ];
    (3..=6).contains(&letters)
        && is_name(text)
        && text.chars().all(|c| is_ideograph(c) || c.is_whitespace())
        && text.chars().next().is_some_and(|c| !is_kana(c))
        && !text.ends_with(places)
        && !["さん", "氏", "くん", "ちゃん"]
            .iter()
            .any(|title| text.ends_with(title))
}
