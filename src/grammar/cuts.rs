//! A header line cut into its labels, dates, counts and what stands between them.

use std::ops::Range;

use super::date;
use super::labels::Label::{Aside, Count, Credit, Date, Source};
use super::labels::{self, Label, Word, fold_char, is_cjk, joins};
use super::names::{is_chinese_name, is_known_japanese_name, is_outlet};
use super::roles::{Form, RoleWord};
use crate::text::measure::is_ideograph;

/// Characters up to which a line is read as a header line (`Limit::BylineChars`); a longer one is running text.
pub(crate) const LINE_CHARS: usize = 300;

/// A piece of a line that is not a value.
#[derive(Clone, Debug)]
pub(crate) enum Cut {
    Date(date::Found),
    /// The label, and whether a mark stands behind it.
    Label(Label, bool),
    /// A bar, a bracket, a line break: nothing reaches across it.
    Break,
    /// The end of a sentence.
    Stop,
}

/// A cut with its place, in characters.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) range: Range<usize>,
    pub(crate) cut: Cut,
}

/// A line as characters.
pub(crate) struct Line {
    pub(crate) chars: Vec<char>,
    lower: Vec<char>,
}

impl Line {
    /// Empty for a text too long to be a header line.
    pub(crate) fn new(text: &str) -> Self {
        let text = if text.chars().nth(LINE_CHARS).is_some() {
            ""
        } else {
            text
        };
        let chars: Vec<char> = text.chars().collect();
        Self {
            lower: chars.iter().map(|&c| fold_char(c)).collect(),
            chars,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(crate) fn text(&self, range: Range<usize>) -> String {
        self.chars
            .get(range)
            .map(|chars| chars.iter().collect())
            .unwrap_or_default()
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    pub(super) fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.at(index))
    }

    /// Where a text in lower case ends that stands at a place.
    pub(super) fn end_of(&self, text: &str, index: usize) -> Option<usize> {
        let mut rest = self.lower.get(index..)?.iter();
        let stands = text.chars().all(|c| rest.next() == Some(&c));
        stands.then(|| self.len() - rest.len())
    }

    pub(super) fn skip_space(&self, mut index: usize) -> usize {
        while self.at(index).is_some_and(char::is_whitespace) {
            index += 1;
        }
        index
    }

    /// The range of characters that is a range of bytes of the text.
    fn in_chars(&self, bytes: &Range<usize>) -> Range<usize> {
        let chars_before = |byte: usize| {
            let ends = self.chars.iter().scan(0, |end, c| {
                *end += c.len_utf8();
                Some(*end)
            });
            ends.take_while(|end| *end <= byte).count()
        };
        chars_before(bytes.start)..chars_before(bytes.end)
    }

    /// A date without the word before it that ends the name of an outlet: `江州发布 2021-03-04`.
    fn behind_outlet(&self, date: Range<usize>) -> Range<usize> {
        let run = self.run_before(date.start);
        let word = self.chars.get(date.clone()).unwrap_or_default();
        let word = word.iter().take_while(|&&c| is_ideograph(c)).count();
        let end = date.start + word;
        let is_closed = self.at(end).is_some_and(char::is_whitespace);
        let named = run > 0 && word > 0 && is_closed;
        if named && is_outlet(&self.text(date.start - run..end)) {
            end..date.end
        } else {
            date
        }
    }

    /// The labels that begin at a character and end before another, the shortest first; none inside a word.
    fn labels_at(
        &self,
        index: usize,
        until: usize,
    ) -> impl Iterator<Item = (usize, &'static [Word])> {
        let inside =
            !self.at(index).is_some_and(is_cjk) && joins(self.before(index), self.at(index));
        let begun = self.lower.get(index..until).filter(|_| !inside);
        labels::beginning(begun.unwrap_or_default())
    }

    /// Whether letters of ASCII stand on both sides of a place.
    fn is_in_word(&self, index: usize) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        is_letter(self.before(index)) && is_letter(self.at(index))
    }

    /// Cuts the line at its dates, labels, counts and bars.
    pub(crate) fn spans(&self, dates: Vec<date::Found>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let dates = dates
            .into_iter()
            .map(|found| (self.behind_outlet(self.in_chars(&found.range)), found));
        let mut dates = dates.peekable();
        let mut index = 0;
        while index < self.len() {
            while dates.next_if(|(range, _)| range.start < index).is_some() {}
            if let Some((range, found)) = dates.next_if(|(range, _)| range.start == index) {
                let end = range.end.max(index + 1);
                spans.push(Span {
                    range: index..end,
                    cut: Cut::Date(found),
                });
                index = end;
                continue;
            }
            let until = dates.peek().map_or(self.len(), |(range, _)| range.start);
            if let Some((start, end, cut)) = self.cut_at(index, until, &spans) {
                spans.push(Span {
                    range: start..end,
                    cut,
                });
                index = end;
            } else {
                index += 1;
                // Between two letters of one word nothing is cut.
                while index < until && self.is_in_word(index) {
                    index += 1;
                }
            }
        }
        self.keep_date_words(spans)
    }

    /// A word of a date is one only beside a date, or with a mark: `et` is a zone behind a clock and an `and` elsewhere.
    fn keep_date_words(&self, spans: Vec<Span>) -> Vec<Span> {
        let near: Vec<bool> = (0..spans.len())
            .map(|index| match spans.get(index).map(|span| &span.cut) {
                Some(Cut::Label(Date, false)) => {
                    let (before, after) = spans.split_at(index);
                    self.reaches_date(before.iter().rev(), spans.get(index), true)
                        || self.reaches_date(after.iter().skip(1), spans.get(index), false)
                }
                _ => true,
            })
            .collect();
        spans
            .into_iter()
            .zip(near)
            .filter_map(|(span, near)| near.then_some(span))
            .collect()
    }

    /// Whether the next cuts on one side are words of dates and bars up to a date, with nothing between them.
    fn reaches_date<'s>(
        &self,
        others: impl Iterator<Item = &'s Span>,
        from: Option<&Span>,
        back: bool,
    ) -> bool {
        let Some(mut here) = from.map(|span| span.range.clone()) else {
            return false;
        };
        for other in others {
            let gap = if back {
                other.range.end..here.start
            } else {
                here.end..other.range.start
            };
            if self.text(gap).contains(char::is_alphanumeric) {
                return false;
            }
            match other.cut {
                Cut::Date(_) => return true,
                Cut::Label(Date, _) | Cut::Break => here = other.range.clone(),
                _ => return false,
            }
        }
        false
    }

    fn cut_at(&self, index: usize, until: usize, spans: &[Span]) -> Option<(usize, usize, Cut)> {
        let c = self.at(index)?;
        if self.is_break(index) {
            let bracketed = || self.bracketed_role(index, until);
            return bracketed().or(Some((index, index + 1, Cut::Break)));
        }
        if is_stop(c) {
            return Some((index, index + 1, Cut::Stop));
        }
        let floor = spans.last().map_or(0, |span| span.range.end);
        let labels: Vec<(usize, &[Word])> = self.labels_at(index, until).collect();
        // The longest first.
        labels.into_iter().rev().find_map(|(length, words)| {
            let end = index + length;
            words
                .iter()
                .find_map(|word| self.label_at(index, end, word, floor..until, spans))
        })
    }

    /// A role that stands behind its name in brackets: `Ben Maier (Fotos)`.
    fn bracketed_role(&self, index: usize, until: usize) -> Option<(usize, usize, Cut)> {
        let is_bracket = self.at(index).is_some_and(|c| matches!(c, '(' | '（'));
        if !is_bracket || index == 0 {
            return None;
        }
        self.labels_at(index, until).find_map(|(length, words)| {
            let word = words.first()?;
            Some((index, index + length, Cut::Label(word.label, false)))
        })
    }

    fn label_at(
        &self,
        index: usize,
        end: usize,
        word: &Word,
        within: Range<usize>,
        spans: &[Span],
    ) -> Option<(usize, usize, Cut)> {
        let floor = within.start;
        let last = self.at(end.checked_sub(1)?)?;
        let starts = index == floor || !joins(self.before(index), self.at(index));
        let ends = !joins(Some(last), self.at(end));
        let mark = self.mark_after(index, end);
        // "来源：江州网类型：原创": a word of two characters and a colon end the value of the label before.
        let is_colon = matches!(self.at(self.skip_space(end)), Some(':' | '：'));
        let ends_value = end > index + 1
            && is_cjk(last)
            && is_colon
            && spans.last().is_some_and(|span| {
                matches!(span.cut, Cut::Label(Label::Person(_) | Source, true))
            });
        let cut = |until| Some((index, until, Cut::Label(word.label, until > end)));
        match word.label {
            Label::Person(row) => {
                self.person_label(index, end, row, spans, (starts, ends, mark), cut)
            }
            Source | Credit => match mark {
                Some(mark) if starts || (is_cjk(last) && !spans.is_empty()) => cut(mark),
                None if starts && opens_source(word) && (ends || is_cjk(last)) => cut(end),
                // "来源CSDN" between two bars.
                None if starts
                    && is_cjk(last)
                    && self.at(end).is_some_and(|c| c.is_ascii_alphanumeric())
                    && self.opens_part(index, spans) =>
                {
                    cut(end)
                }
                None if starts
                    && is_cjk(last)
                    && self.is_blank(end)
                    && self.is_blank_before(index) =>
                {
                    cut(end)
                }
                None if starts
                    && ends
                    && self.is_loud(index..end)
                    && self.opens_part(index, spans) =>
                {
                    Some((index, end, Cut::Label(word.label, true)))
                }
                _ => None,
            },
            Date => match mark {
                Some(mark)
                    if starts && ends && (is_cjk(last) || self.opens_part(index, spans))
                        || ends_value =>
                {
                    cut(mark)
                }
                _ if starts && (ends || is_cjk(last)) => cut(end),
                _ => None,
            },
            Count => self
                .count_around(index, end, &within)
                .or(mark.filter(|_| ends_value).map(|mark| (index, mark)))
                .or_else(|| self.count_behind_outlet(index, end, spans))
                .map(|(start, end)| (start, end, Cut::Label(Count, true))),
            // "分享 | 微信": behind a bar stands no value of it.
            Aside if starts && ends || ends_value || self.ends_name(index, end, spans) => {
                Some((index, mark.unwrap_or(end), Cut::Label(Aside, is_colon)))
            }
            Aside => None,
        }
    }

    fn person_label(
        &self,
        index: usize,
        end: usize,
        row: &RoleWord,
        spans: &[Span],
        (starts, ends, mark): (bool, bool, Option<usize>),
        cut: impl Fn(usize) -> Option<(usize, usize, Cut)>,
    ) -> Option<(usize, usize, Cut)> {
        let cjk = row.text.chars().all(|c| !c.is_alphabetic() || is_cjk(c));
        let glued = cjk && row.text.chars().count() > 1;
        match row.form {
            Form::Marked => mark
                .filter(|_| starts || (glued && !spans.is_empty()))
                .and_then(&cut),
            Form::Free => match mark {
                Some(mark) if starts || glued => cut(mark),
                // "Ada Quill, Penulis": at the end of a line it follows its name.
                None if starts && ends && !cjk && (index == 0 || !self.is_blank(end)) => cut(end),
                None if cjk
                    && !self.is_blank(end)
                    && (starts || self.run_before(index) <= labels::AFFIX_CHARS) =>
                {
                    cut(end)
                }
                _ => None,
            },
            Form::Opens | Form::OpensAtHome => {
                let opens = starts
                    && ends
                    && self.at(end).is_some_and(char::is_whitespace)
                    && self.opens_part(index, spans);
                opens.then(|| cut(end)).flatten()
            }
            Form::Follows => {
                let behind = self.skip_space(end);
                let closes = match self.at(behind) {
                    None => true,
                    Some(c) if is_cjk(c) => behind > end,
                    Some(_) => ends,
                };
                let spaced = starts || row.text == "摄" || row.text == "攝" || row.text == "記者";
                (closes && mark.is_none() && index > 0 && spaced)
                    .then(|| cut(end))
                    .flatten()
            }
        }
    }

    /// Whether a word stands right behind the Chinese name that a label before it asks for, and ends there: `责编：王某分享`.
    fn ends_name(&self, index: usize, end: usize, spans: &[Span]) -> bool {
        let labelled = |span: &&Span| matches!(span.cut, Cut::Label(Label::Person(_), true));
        let is_cut = !self.at(end).is_some_and(is_cjk);
        let Some(label) = spans.last().filter(labelled).filter(|_| is_cut) else {
            return false;
        };
        is_chinese_name(self.text(label.range.end..index).trim())
    }

    /// A count that stands right behind the outlet that a label before it asks for: `来源：江州网评论(96)`.
    fn count_behind_outlet(
        &self,
        index: usize,
        end: usize,
        spans: &[Span],
    ) -> Option<(usize, usize)> {
        let labelled = |span: &&Span| matches!(span.cut, Cut::Label(Source, _));
        let label = spans.last().filter(labelled)?;
        let outlet = self.text(label.range.end..index);
        let number = self.number_after(end)?;
        is_outlet(outlet.trim()).then_some((index, number))
    }

    /// Whether a label is written in capitals, which stand for its mark: `SOURCE Harbour Board`.
    fn is_loud(&self, label: Range<usize>) -> bool {
        let printed = self.chars.get(label).unwrap_or_default();
        printed.len() > 1 && printed.iter().all(|c| c.is_uppercase())
    }

    /// Whether nothing but other cuts stands between `index` and the line's start or the last bar or date.
    fn opens_part(&self, index: usize, spans: &[Span]) -> bool {
        let floor = spans.last().map_or(0, |span| span.range.end);
        let clear = self
            .chars
            .get(floor..index)
            .is_some_and(|gap| !gap.iter().any(|c| c.is_alphanumeric()));
        let after_label = spans.last().is_some_and(|span| {
            matches!(span.cut, Cut::Label(Label::Person(_) | Source | Credit, _))
        });
        clear && !after_label
    }

    fn is_blank(&self, index: usize) -> bool {
        self.at(self.skip_space(index)).is_none()
    }

    fn is_blank_before(&self, index: usize) -> bool {
        self.before(index).is_none_or(char::is_whitespace)
    }

    /// Letters directly before `index`.
    fn run_before(&self, index: usize) -> usize {
        self.chars.get(..index).map_or(0, |head| {
            head.iter()
                .rev()
                .take_while(|c| c.is_alphanumeric())
                .count()
        })
    }

    /// The end of a colon, bar or slash behind a label that ends at `end`.
    pub(super) fn mark_after(&self, start: usize, end: usize) -> Option<usize> {
        let at = self.skip_space(end);
        let c = self.at(at)?;
        let cjk = self.before(end).is_some_and(is_cjk);
        let marks = match c {
            ':' | '：' | '﹕' | '∶' | '︰' => true,
            '|' | '｜' | '丨' | '│' => cjk || start == 0,
            '/' | '／' | '=' | '＝' | '－' | '-' | '●' | '◎' | '◆' => cjk && at == end,
            // "文・佐藤花", and not "写真・動画".
            '・' => cjk && at == end && self.name_begins(at + 1),
            _ => false,
        };
        let twice = self.at(at + 1).is_some_and(|c| matches!(c, ':' | '：'));
        marks.then_some(at + 1 + usize::from(twice))
    }

    /// Whether the word at a place is a Japanese name with a known family name.
    fn name_begins(&self, index: usize) -> bool {
        let rest = self.chars.get(index..).unwrap_or_default();
        let word = rest.iter().take_while(|&&c| is_ideograph(c));
        is_known_japanese_name(&word.collect::<String>())
    }

    fn is_break(&self, index: usize) -> bool {
        let Some(c) = self.at(index) else {
            return false;
        };
        let spaced = || {
            self.before(index).is_none_or(char::is_whitespace)
                && self.at(index + 1).is_none_or(char::is_whitespace)
        };
        match c {
            '|' | '｜' | '丨' | '│' | '•' | '●' | '\n' | '\t' | '[' | ']' | '【' | '】' | '（'
            | '）' | '(' | ')' | '〔' | '〕' | '［' | '］' | '›' | '»' | '▪' | '〈' | '〉'
            | '«' => true,
            '·' | '∙' | '-' | '–' | '—' | '~' | '・' | '/' | '*' | '>' => spaced(),
            _ => false,
        }
    }
}

/// Whether a character ends a sentence.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…')
}

fn opens_source(word: &Word) -> bool {
    matches!(
        word.text,
        "转自"
            | "转载自"
            | "来源于"
            | "本文来源于"
            | "摘自"
            | "轉載自"
            | "轉自"
            | "via"
            | "theo"
            | "本文来自"
    )
}
