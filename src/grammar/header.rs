//! Header and footer lines: dates, outlets, people and counts, and what is left over.

mod bare;
mod reader;

use self::reader::Reader;
use super::cuts::{Cut, LINE_CHARS, Line, Span, is_stop};
use super::date;
use super::labels::{self, Label, is_cjk};
use super::roles::{Form, Named};
use crate::article::PersonRole;
use crate::text::letters::{is_alphanumeric, is_numeric};

/// A part of a header line.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Date(date::Found),
    /// The outlet, or an agency where a person was expected.
    Source(String),
    /// A person. `role` is `None` where no label says so: a name alone beside a date.
    Person(Named),
    /// A label whose value is missing, or is `unknown`.
    EmptyLabel,
    /// Views, comments, reading time, font size.
    Count,
}

/// A line read as a header line.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeaderLine {
    /// In the order of the line; values that no label names come last.
    pub(crate) parts: Vec<Part>,
    /// Letters and digits that no part explains.
    pub(crate) rest_chars: usize,
    /// Their words, as printed.
    pub(crate) rest: String,
    /// Letters and digits of the line.
    chars: usize,
    /// Whether a part stands that no sentence holds by chance: a date, a label with its mark, two words behind a `By`.
    firm: bool,
    /// Whether an outlet stands behind a label with its mark.
    labelled: bool,
    /// Ends of sentences.
    stops: usize,
}

/// Share of a metadata line's letters and digits that may stay unexplained: one in eight, a stray `Uhr` or unit.
const REST_SHARE: usize = 8;

/// The same where the line says at what time and from whom: buttons and counters of any name stand behind, and no sentence has both.
const REST_SHARE_OF_FULL: usize = 2;

/// Letters and digits beside a date that say no more than what kind of text follows.
const BESIDE_CHARS: usize = 32;

impl HeaderLine {
    /// Reads a line. One longer than header lines are is all rest.
    pub(crate) fn read(text: &str, hints: &date::Hints) -> Self {
        match Self::cut(text, &Glance::at(text), hints) {
            Some((line, spans)) => Self::of_spans(text, &line, &spans),
            None => Self::unread(text),
        }
    }

    /// Reads a line that is [metadata](Self::is_metadata) and nothing else.
    pub(crate) fn metadata(text: &str, hints: &date::Hints) -> Option<Self> {
        let glance = Glance::at(text);
        // No date and no label holds the end of a sentence, so one that stands in the line is one of the line's.
        if glance.stop {
            return None;
        }
        let (line, spans) = Self::cut(text, &glance, hints)?;
        Some(Self::of_spans(text, &line, &spans)).filter(Self::is_metadata)
    }

    /// Cuts a line that holds a word that could make it a header line.
    fn cut(text: &str, glance: &Glance, hints: &date::Hints) -> Option<(Line, Vec<Span>)> {
        if glance.long {
            return None;
        }
        let text = if glance.bracket {
            without_day_number(text)
        } else {
            text
        };
        // Words like "yesterday" count from the time of reading and are read with one only; all other dates have a number.
        let dates = if hints.fetched_at.is_some() || glance.number {
            date::find(text, hints)
        } else {
            Vec::new()
        };
        // A slash may part a name and a paper: `王某/江州青年报`.
        let names_beside = glance.cjk && (glance.slash || glance.bracket || bare::reports(text));
        if dates.is_empty() && !names_beside && !labels::may_stand_in(text) {
            return None;
        }
        let line = Line::new(text);
        let mut spans = line.spans(dates);
        spans.retain(|span| !is_abroad(&span.cut, hints));
        Some((line, spans))
    }

    fn of_spans(text: &str, line: &Line, spans: &[Span]) -> Self {
        let mut reader = Reader::new(line, letters(text));
        reader.walk(spans);
        reader.finish()
    }

    /// A line without a word that could make it one: all of it is rest.
    fn unread(text: &str) -> Self {
        let chars = letters(text);
        Self {
            rest_chars: chars,
            rest: text.trim().to_owned(),
            chars,
            ..Self::default()
        }
    }

    /// The people whom a label or a role names.
    pub(crate) fn labelled_people(self) -> impl Iterator<Item = Named> {
        self.parts.into_iter().filter_map(|part| match part {
            Part::Person(named) if named.person.role.is_some() => Some(named),
            _ => None,
        })
    }

    /// The outlet that the line names: `来源:江州日报-江州客户端2023-01-11`, `Quelle: dpa`, `via Harbour Post`.
    pub(crate) fn into_source(self) -> Option<String> {
        self.parts.into_iter().find_map(|part| match part {
            Part::Source(name) => Some(name),
            _ => None,
        })
    }

    /// Whether the line is metadata and nothing else. A sentence that holds a date or a name is not, nor is a heading.
    pub(crate) fn is_metadata(&self) -> bool {
        !self.parts.is_empty()
            && self.firm
            && !self.is_credit()
            && self.stops == 0
            && self.rest_chars * self.rest_share() <= self.chars
    }

    fn rest_share(&self) -> usize {
        let clocked = |found: &date::Found| found.stamp.time.is_some();
        if self.labelled && self.dates().any(clocked) {
            REST_SHARE_OF_FULL
        } else {
            REST_SHARE
        }
    }

    /// Whether a date is what the line is for, though it holds a section or a kind of text beside: `4 May 2021 | Sport`.
    pub(crate) fn is_beside_date(&self) -> bool {
        self.stops == 0 && self.rest_chars <= BESIDE_CHARS && self.dates().next().is_some()
    }

    /// Whether the line says when the text was published, whatever else it holds: `Essay | Published: 4 May 2021 | ferries, harbour`.
    pub(crate) fn says_when(&self) -> bool {
        self.stops == 0
            && self
                .dates()
                .any(|found| found.role == date::DateRole::Published)
    }

    fn dates(&self) -> impl Iterator<Item = &date::Found> {
        self.parts.iter().filter_map(|part| match part {
            Part::Date(found) => Some(found),
            _ => None,
        })
    }

    /// Ends of sentences in the line.
    pub(crate) fn stops(&self) -> usize {
        self.stops
    }

    /// Whether only photographers are named: the line belongs to a picture.
    fn is_credit(&self) -> bool {
        self.parts.iter().all(|part| match part {
            Part::Person(named) => named.person.role == Some(PersonRole::Photographer),
            _ => false,
        })
    }
}

/// What the characters of a line say of it, seen in one pass: most lines of a page are passed by it.
#[derive(Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a thing seen, and any of them together"
)]
struct Glance {
    /// Whether it is longer than header lines are; what comes behind is not looked at.
    long: bool,
    /// Whether it holds a number, or the sign of one.
    number: bool,
    /// Whether it holds the end of a sentence.
    stop: bool,
    slash: bool,
    /// Whether it begins with a bracket.
    bracket: bool,
    cjk: bool,
}

impl Glance {
    fn at(text: &str) -> Self {
        let mut seen = Self {
            bracket: text.starts_with(opens_signature),
            ..Self::default()
        };
        for (at, c) in text.chars().enumerate() {
            seen.long |= at == LINE_CHARS;
            match c {
                _ if seen.long => break,
                'a'..='z' | 'A'..='Z' | ' ' => {}
                '0'..='9' => seen.number = true,
                '/' | '／' => seen.slash = true,
                '\0'..='~' => seen.stop |= is_stop(c),
                _ => {
                    seen.number |= is_numeric(c) || matches!(c, '年' | '月');
                    seen.stop |= is_stop(c);
                    seen.cjk |= is_cjk(c);
                }
            }
        }
        seen
    }
}

/// Whether a label opens or ends bylines in another language than the page's, and is something else in its: `Web Audio Editor`.
fn is_abroad(cut: &Cut, hints: &date::Hints) -> bool {
    match cut {
        Cut::Label(Label::Person(row), _) => {
            let at_home = match row.form {
                Form::OpensAtHome => true,
                Form::Follows => row.text.chars().all(|c| c.is_ascii_alphabetic()),
                _ => false,
            };
            at_home && !hints.speaks(row.lang)
        }
        _ => false,
    }
}

/// Digits of a day in years of the Republic of China, written as one number.
const DAY_DIGITS: usize = 7;

/// A line without the day behind its bracket, as an agency of Taiwan prints it: `（編輯：王某）1100304`.
pub(super) fn without_day_number(line: &str) -> &str {
    let before = line.trim_end_matches(|c: char| c.is_ascii_digit());
    if line.len() - before.len() == DAY_DIGITS && before.ends_with('）') {
        before
    } else {
        line
    }
}

/// What opens a bracket with names in it.
fn opens_signature(c: char) -> bool {
    matches!(c, '（' | '(' | '【' | '[' | '［')
}

fn letters(text: &str) -> usize {
    text.chars().filter(|&c| is_alphanumeric(c)).count()
}

#[cfg(test)]
mod tests {
    use super::{HeaderLine, Part, is_stop};
    use crate::grammar::cases::assert_rows;
    use crate::grammar::date::Hints;
    use crate::grammar::roles::ROLE_WORDS;
    use proptest::prelude::{any, prop, proptest};

    /// What header lines are made of, and ends of sentences.
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        "4 March 2021", "2021年3月4日", "12:34", "Thu", "Updated", "发布时间", "来源", "江州网", "By", "Ada Quill", "记者", "王某", "责任编辑", "阅读", "1024",
        "views", "min read", "摄", "Reuters", ":", "：", " ", " | ", "(", ")", "/", ",", "。", "！", "？", "!", "?", "…", ".", "Uhr", "h",
    ];

    fn printed(line: &HeaderLine) -> String {
        if !line.is_metadata() {
            return "text".to_owned();
        }
        let part = |part: &Part| match part {
            Part::Date(_) => "date".to_owned(),
            Part::Source(name) => format!("source {name}"),
            Part::Person(named) => {
                let role = named.person.role.map_or("person".to_owned(), |role| {
                    format!("{role:?}").to_lowercase()
                });
                format!("{role} {}", named.person.name)
            }
            Part::EmptyLabel => "empty".to_owned(),
            Part::Count => "count".to_owned(),
        };
        line.parts.iter().map(part).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn lines_hold_the_parts_of_their_rows() {
        assert_rows("header", "", 50, |line| {
            printed(&HeaderLine::read(line, &Hints::default()))
        });
    }

    #[test]
    fn what_no_part_explains_is_left() {
        let line = HeaderLine::read("来源：江州网 渡轮停航三天，周三恢复", &Hints::default());
        assert!(!line.is_metadata());
        let line = HeaderLine::read("渡轮停航 责任编辑：王某", &Hints::default());
        assert_eq!((line.rest.as_str(), line.rest_chars), ("渡轮停航", 4));
    }

    #[test]
    fn a_line_with_the_end_of_a_sentence_is_none() {
        for line in [
            "来源：江州网 2021年3月4日！",
            "By Ada Quill | 4 March 2021…",
            "4 March 2021? Updated",
        ] {
            assert!(
                HeaderLine::metadata(line, &Hints::default()).is_none(),
                "{line}"
            );
            assert!(
                !HeaderLine::read(line, &Hints::default()).is_metadata(),
                "{line}"
            );
        }
        let line = HeaderLine::metadata("By Ada Quill | 4 March 2021", &Hints::default());
        assert_eq!(line.map(|line| line.parts.len()), Some(2));
    }

    #[test]
    fn no_word_of_a_role_holds_the_end_of_a_sentence() {
        let stopped = ROLE_WORDS.iter().find(|row| row.text.contains(is_stop));
        assert_eq!(stopped, None);
    }

    proptest! {
        #[test]
        fn only_whole_reading_is_left_out(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..9)) {
            let line = pieces.concat();
            let hints = Hints::default();
            let read = HeaderLine::read(&line, &hints);
            assert_eq!(HeaderLine::metadata(&line, &hints).is_some(), read.is_metadata(), "{line}");
        }

        #[test]
        fn reading_a_line_never_panics(text in any::<String>(), glue in "[ByVon记者编辑来源阅读字号大 文图：:/、|（）()기자王某2021年3月4日0-9=-]{0,80}") {
            for text in [&text, &glue] {
                let line = HeaderLine::read(text, &Hints::default());
                assert!(line.rest_chars <= text.chars().count());
            }
        }
    }
}
