//! How alike two texts are, and where they differ.

use similar::{Algorithm, ChangeTag, TextDiff, capture_diff_slices, diff_ratio};

use super::in_common::most_in_common;
use crate::text::ends::first_chars;
use crate::text::measure;

/// Two folded texts whose lengths differ by more than this share of the longer are not compared.
const LENGTH_TOLERANCE: f32 = 0.2;

/// Returns twice the characters two texts share in order, by the characters of both: 1 for equal texts, 0 for texts that are too
/// different in length to be one (see [`LENGTH_TOLERANCE`]).
///
/// `most` bounds the characters compared one by one, as the comparison is quadratic at worst; longer texts are compared by their
/// beginnings and ends.
pub(crate) fn similarity(a: &str, b: &str, most: usize) -> f32 {
    compare(a, b, most, 0.0).similarity
}

/// Whether the [`similarity`] of two texts is `least` or more.
pub(crate) fn are_alike(a: &str, b: &str, most: usize, least: f32) -> bool {
    compare(a, b, most, least).similarity >= least
}

/// How alike two texts are, and what it took to find out.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Comparison {
    pub(crate) similarity: f32,
    /// Pairs of characters compared, at most.
    pub(crate) steps: usize,
}

/// As [`similarity`]; what is below `least` may be given as 0, which mostly saves the alignment.
pub(crate) fn compare(a: &str, b: &str, most: usize, least: f32) -> Comparison {
    if a == b {
        return Comparison {
            similarity: 1.0,
            steps: a.len(),
        };
    }
    if !may_be_one(a, b) {
        return Comparison::default();
    }
    let (mut a, mut b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longer = a.len().max(b.len());
    let shared = trim_shared_ends(&mut a, &mut b);
    a.truncate(most);
    b.truncate(most);
    let inside = (a.len() + b.len()) as f32;
    let total = (2 * shared + a.len() + b.len()) as f32;
    let share_of = |ratio: f32| (2.0 * shared as f32 + ratio * inside) / total;
    let steps = longer + a.len() * b.len();
    let most_alike = share_of(2.0 * most_in_common(&a, &b) as f32 / inside);
    if most_alike < least {
        return Comparison {
            similarity: 0.0,
            steps,
        };
    }
    let operations = capture_diff_slices(Algorithm::Myers, &a, &b);
    Comparison {
        similarity: share_of(diff_ratio(&operations, a.len(), b.len())),
        steps,
    }
}

/// Whether two texts are near enough in length to be compared at all.
pub(crate) fn may_be_one(a: &str, b: &str) -> bool {
    let (a, b) = (a.chars().count(), b.chars().count());
    let longer = a.max(b);
    longer > 0 && a.abs_diff(b) as f32 <= LENGTH_TOLERANCE * longer as f32
}

/// Takes the equal beginnings and ends off both, which is most of two near copies, and returns how long they were.
fn trim_shared_ends(a: &mut Vec<char>, b: &mut Vec<char>) -> usize {
    let front = a.iter().zip(b.iter()).take_while(|(x, y)| x == y).count();
    a.drain(..front);
    b.drain(..front);
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    a.truncate(a.len() - back);
    b.truncate(b.len() - back);
    front + back
}

/// The words in which two texts differ, from the first to the last that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Change<'a> {
    before: &'a str,
    after: &'a str,
}

impl<'a> Change<'a> {
    pub(crate) fn between(before: &'a str, after: &'a str) -> Self {
        let equal = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs
                .take_while(|(x, y)| x == y)
                .map(|(x, _)| x.len_utf8())
                .sum()
        };
        let front = equal(&mut before.chars().zip(after.chars()));
        let inside = is_inside_word(before, front) || is_inside_word(after, front);
        let front = if inside {
            word_start(before, front)
        } else {
            front
        };
        let rest = |text: &'a str| text.get(front..).unwrap_or_default();
        let (before, after) = (rest(before), rest(after));
        let back = equal(&mut before.chars().rev().zip(after.chars().rev()));
        let (end, other_end) = (before.len() - back, after.len() - back);
        let inside = is_inside_word(before, end) || is_inside_word(after, other_end);
        let back = if inside {
            before.len() - word_end(before, end)
        } else {
            back
        };
        let middle = |text: &'a str| text.get(..text.len().saturating_sub(back)).unwrap_or(text);
        Self {
            before: middle(before),
            after: middle(after),
        }
    }

    /// Whether it is a slip: in no number, name or negation.
    pub(crate) fn is_slip(&self) -> bool {
        !self.counts() && !self.names()
    }

    /// Whether neither text has the words of the other elsewhere: one stands for the other throughout, and no slip is in one place of many.
    pub(crate) fn is_throughout(&self, before: &str, after: &str) -> bool {
        let has = |text: &str, words: &str| !words.trim().is_empty() && text.contains(words.trim());
        !has(after, self.before) && !has(before, self.after)
    }

    /// Whether one text has the other's words and more: a label or a name in front, and no other word in the place of one.
    pub(crate) fn adds(&self) -> bool {
        self.before.trim().is_empty() || self.after.trim().is_empty()
    }

    /// Whether a number or a negation is among the words: then the two say different things.
    pub(crate) fn counts(&self) -> bool {
        self.words().any(|word| {
            let lower = word.to_lowercase();
            word.contains(char::is_numeric)
                || NEGATIONS.iter().any(|(_, negation)| lower == *negation)
                || NEGATIVE_CHARS.iter().any(|(_, c)| word.contains(*c))
        })
    }

    /// Whether a name may be among the words.
    pub(crate) fn names(&self) -> bool {
        self.words()
            .any(|word| word.starts_with(char::is_uppercase))
    }

    /// The words of both.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'a str> {
        let words = |text: &'a str| {
            text.split(|c: char| !is_word(c))
                .filter(|word| !word.is_empty())
        };
        words(self.before).chain(words(self.after))
    }
}

/// Letters, digits, and what holds a word together.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')
}

/// Whether the characters on both sides of a place belong to one word.
fn is_inside_word(text: &str, at: usize) -> bool {
    let in_word = |c: Option<char>| c.is_some_and(|c| is_word(c) && !measure::is_ideograph(c));
    let (head, tail) = (text.get(..at), text.get(at..));
    in_word(head.and_then(|head| head.chars().next_back()))
        && in_word(tail.and_then(|tail| tail.chars().next()))
}

/// Where the word begins that a place is inside of; a script without spaces has words of one character.
fn word_start(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.trim_end_matches(|c| is_word(c) && !measure::is_ideograph(c))
        .len()
}

/// See [`word_start`].
fn word_end(text: &str, at: usize) -> usize {
    let tail = text.get(at..).unwrap_or_default();
    let rest = tail.trim_start_matches(|c| is_word(c) && !measure::is_ideograph(c));
    text.len() - rest.len()
}

/// Words without which, or with which, a sentence says the opposite, by language.
const NEGATIONS: &[(&str, &str)] = &[
    ("en", "not"),
    ("en", "no"),
    ("en", "never"),
    ("en", "without"),
    ("en", "cannot"),
    ("en", "can't"),
    ("en", "won't"),
    ("en", "isn't"),
    ("en", "wasn't"),
    ("en", "don't"),
    ("en", "didn't"),
    ("de", "nicht"),
    ("de", "kein"),
    ("de", "keine"),
    ("de", "keinen"),
    ("de", "nie"),
    ("de", "ohne"),
    ("fr", "ne"),
    ("fr", "pas"),
    ("fr", "sans"),
    ("fr", "jamais"),
    ("es", "sin"),
    ("es", "nunca"),
    ("pt", "não"),
    ("pt", "sem"),
    ("it", "non"),
    ("it", "senza"),
    ("nl", "niet"),
    ("nl", "geen"),
    ("pl", "nie"),
    ("pl", "bez"),
    ("cs", "ne"),
    ("ru", "не"),
    ("ru", "нет"),
    ("ru", "без"),
    ("uk", "ні"),
    ("tr", "değil"),
    ("sv", "inte"),
    ("da", "ikke"),
    ("nb", "ikke"),
    ("ko", "않는다"),
    ("ko", "없다"),
];

/// Characters that negate, in scripts without spaces.
const NEGATIVE_CHARS: &[(&str, char)] = &[
    ("zh", '不'),
    ("zh", '没'),
    ("zh", '沒'),
    ("zh", '无'),
    ("zh", '無'),
    ("zh", '未'),
    ("zh", '非'),
    ("zh", '否'),
    ("zh", '勿'),
    ("ja", 'な'),
    ("ja", 'ず'),
    ("ko", '안'),
    ("ko", '못'),
];

/// Shows how `dropped` differs from `kept`: what only the dropped text has as `[-…-]`, what only the kept one has as `[+…+]`. Of each no
/// more than `most_chars` characters are looked at, as the cost grows with the square.
pub(crate) fn difference(dropped: &str, kept: &str, most_chars: usize) -> String {
    let [dropped, kept] = [dropped, kept].map(|text| first_chars(text, most_chars));
    let diff = TextDiff::from_chars(dropped, kept);
    let mut shown = String::new();
    let mut open = ChangeTag::Equal;
    for change in diff.iter_all_changes() {
        if change.tag() != open {
            shown.push_str(closing(open));
            shown.push_str(opening(change.tag()));
            open = change.tag();
        }
        shown.push_str(change.value());
    }
    shown.push_str(closing(open));
    shown
}

fn opening(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "[-",
        ChangeTag::Insert => "[+",
    }
}

fn closing(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "-]",
        ChangeTag::Insert => "+]",
    }
}

/// Whether two texts are equal but for one character, changed, missing or added.
pub(crate) fn is_one_edit(a: &str, b: &str) -> bool {
    let longer = a.chars().count().max(b.chars().count());
    let same = |(x, y): &(char, char)| x == y;
    let begin = a.chars().zip(b.chars()).take_while(same).count();
    let end = a
        .chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(same)
        .count();
    begin + end + 1 >= longer
}

#[cfg(test)]
mod tests {
    use super::{difference, similarity};

    #[test]
    fn one_character_in_forty_is_over_nine_tenths_alike() {
        let kept = "江州青浦工业园的智能工厂生产线这里每天下线三百辆新能源汽车";
        assert!(similarity(kept, &kept.replace('线', "线1"), 4096) > 0.9);
    }

    #[test]
    fn a_beginning_is_not_alike_to_the_whole() {
        assert!(similarity("thenightferry", "thenightferryreturnsonmonday", 4096) < f32::EPSILON);
    }

    #[test]
    fn the_difference_names_both_sides() {
        assert_eq!(
            difference("a 6-day tour", "an 8-day tour", 100),
            "a[+n+] [-6-][+8+]-day tour"
        );
        assert_eq!(difference("a 6-day tour", "an 8-day tour", 1), "a");
    }
}
