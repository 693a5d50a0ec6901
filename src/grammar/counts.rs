//! Counts in a header line: views, comments, reading time, font size.

use std::ops::Range;

use super::cuts::Line;
use super::labels::{is_cjk, joins};

/// Units that follow or precede a count.
const COUNT_UNITS: &[&str] = &[
    "分钟", "分鐘", "分", "次", "条", "條", "人", "文字", "个", "万", "萬", "件", "회", "건", "개",
    "분", "minutes", "minute", "mins", "min.", "min", "minuten", "minuti", "minutos", "read",
    "раз", "мин.", "мин", "dk", "k", "m", "times",
];

/// Words of a font size control.
const SIZES: &[&str] = &[
    "超大", "默认", "大", "中", "小", "a+", "a-", "t+", "t-", "a", "t", "+", "-", "标准", "加大",
    "特大",
];

impl Line {
    /// A count word with its number and unit, which stand on either side; alone it must be all there is between two gaps.
    pub(super) fn count_around(
        &self,
        index: usize,
        end: usize,
        within: &Range<usize>,
    ) -> Option<(usize, usize)> {
        let floor = within.start;
        // "5 minor" holds no `min`.
        let whole = self.before(end).is_some_and(is_cjk) || !joins(self.before(end), self.at(end));
        if let Some(start) = self.number_before(index, floor).filter(|_| whole) {
            return Some((start, self.unit_after(end)));
        }
        let right = self.number_after(end).filter(|&right| right <= within.end);
        if let Some(end) = right {
            return (index == floor || !joins(self.before(index), self.at(index)))
                .then_some((index, end));
        }
        let cjk = self.at(index).is_some_and(is_cjk);
        let mark = self.mark_after(index, end);
        let alone = !joins(self.before(index), self.at(index))
            && (mark.is_some() || !joins(self.before(end), self.at(end)));
        let sized = self.sizes_after(mark.unwrap_or(end));
        let closed = self.is_gap(index, end);
        (alone && (mark.is_some() || sized > end || (cjk && closed)))
            .then_some((index, sized.max(mark.unwrap_or(end))))
    }

    /// Whether the word stands by itself between spaces, brackets or the line's ends.
    fn is_gap(&self, index: usize, end: usize) -> bool {
        let open = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !is_mark(c));
        open(self.before(index)) && open(self.at(end))
    }

    pub(super) fn number_after(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..4 {
            match self.at(at) {
                Some(c)
                    if c.is_whitespace()
                        || matches!(c, ':' | '：' | '(' | '（' | '约' | '約' | '~') =>
                {
                    at += 1;
                }
                _ => break,
            }
        }
        let digits = self.digits_from(at);
        if digits == at {
            return None;
        }
        let mut at = self.unit_after(digits);
        if self.at(at).is_some_and(|c| matches!(c, ')' | '）' | '+')) {
            at += 1;
        }
        // "阅读 2021年" is a sentence's: the number's own unit must not go on.
        (!joins(self.before(at), self.at(at)) || self.at(at).is_some_and(is_cjk) && at > digits)
            .then_some(at)
    }

    fn digits_from(&self, mut at: usize) -> usize {
        while let Some(c) = self.at(at) {
            let inner =
                matches!(c, '.' | ',') && self.at(at + 1).is_some_and(|c| c.is_ascii_digit());
            if !c.is_numeric() && !inner {
                break;
            }
            at += 1;
        }
        at
    }

    fn unit_after(&self, mut at: usize) -> usize {
        for _ in 0..2 {
            let from = self.skip_space(at);
            let unit = COUNT_UNITS.iter().find_map(|unit| {
                let end = self.end_of(unit, from)?;
                let last = self.before(end);
                let whole = last.is_some_and(is_cjk) || !joins(last, self.at(end));
                whole.then_some(end)
            });
            match unit {
                Some(end) => at = end,
                None => break,
            }
        }
        at
    }

    fn number_before(&self, index: usize, floor: usize) -> Option<usize> {
        let mut at = index;
        let mut digits = false;
        while at > floor {
            match self.before(at) {
                Some(c) if c.is_numeric() => digits = true,
                Some(c) if digits && matches!(c, '.' | ',') => {}
                Some(c)
                    if !digits
                        && (c.is_whitespace()
                            || matches!(
                                c,
                                '+' | '万' | '萬' | 'k' | 'K' | '次' | '人' | '-' | '条'
                            )) => {}
                _ => break,
            }
            at -= 1;
        }
        let whole = at == floor || !self.before(at).is_some_and(char::is_alphanumeric);
        (digits && whole).then_some(at)
    }

    fn sizes_after(&self, mut at: usize) -> usize {
        loop {
            let mut from = at;
            while self.at(from).is_some_and(|c| {
                c.is_whitespace()
                    || matches!(c, '【' | '】' | '[' | ']' | '|' | '：' | ':' | '(' | ')')
            }) {
                from += 1;
            }
            let size = SIZES.iter().find_map(|size| {
                let end = self.end_of(size, from)?;
                let next = self.at(end);
                let whole = next.is_none_or(|c| !c.is_alphanumeric() || "大中小".contains(c));
                whole.then_some(end)
            });
            match size {
                Some(end) => at = end,
                None => return at,
            }
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, ':' | '：' | '/' | '／' | '|' | '｜')
}
