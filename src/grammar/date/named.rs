//! Days with the month by its name.

use std::sync::LazyLock;

use super::Hints;
use super::calendars::{Calendar, ERA_WORDS, Year, common_year};
use super::clock::{Lead, Seen, clock};
use super::labels::joint;
use super::line::{Cursor, Line};
use super::months::{MONTH_WORDS, Month};
use super::words::Words;
use super::written::{Order, Written};
use crate::text::openings::Openings;

/// What follows a day's number: 4th, 1er, 4º, 4-го.
const ORDINALS: &[(&str, &str)] = &[
    ("en", "st"),
    ("en", "nd"),
    ("en", "rd"),
    ("en", "th"),
    ("fr", "er"),
    ("fr", "e"),
    ("es", "º"),
    ("es", "°"),
    ("es", "ª"),
    ("pt", "o"),
    ("eu", "a"),
    ("eu", "an"),
    ("ru", "-го"),
    ("ru", "-е"),
    ("nl", "e"),
    ("nl", "ste"),
    ("nl", "de"),
    ("sv", ":e"),
    ("el", "η"),
    ("hu", "-án"),
    ("hu", "-én"),
    ("lt", "d."),
];

/// What joins day, month and year.
const OF: &[(&str, &str)] = &[
    ("en", "of"),
    ("es", "de"),
    ("es", "del"),
    ("es", "de el"),
    ("fr", "d'"),
    ("it", "di"),
    ("it", "del"),
    ("pt", "do"),
    ("ro", "al"),
    ("vi", "năm"),
    ("he", "של"),
    ("he", "ב"),
    ("ar", "من"),
    ("fa", "ماه"),
    ("el", "του"),
    ("sq", "të"),
    ("ka", "წლის"),
    ("es", "de del"),
];

/// What stands behind a year: 2021 г., 2021 m., 2021. gada.
const YEAR_TAILS: &[(&str, &str)] = &[
    ("ru", "г."),
    ("ru", "г"),
    ("ru", "года"),
    ("ru", "год"),
    ("uk", "р."),
    ("uk", "року"),
    ("uk", "рік"),
    ("be", "года"),
    ("bg", "г."),
    ("bg", "година"),
    ("mk", "година"),
    ("lt", "m."),
    ("lt", "metų"),
    ("lv", "gada"),
    ("lv", "g."),
    ("eu", "ko"),
    ("eu", "eko"),
    ("kk", "жылғы"),
    ("kk", "жыл"),
    ("hr", "g."),
    ("hr", "godine"),
    ("pl", "r."),
    ("pl", "roku"),
    ("hy", "թ."),
    ("th", "น."),
];

fn plain(rows: &'static [(&'static str, &'static str)]) -> Words<()> {
    Words::new(rows.iter().map(|(lang, text)| (*lang, *text, ())))
}

static ORDINAL_WORDS: LazyLock<Words<()>> = LazyLock::new(|| plain(ORDINALS));
static OF_WORDS: LazyLock<Words<()>> = LazyLock::new(|| plain(OF));
static YEAR_TAIL_WORDS: LazyLock<Words<()>> = LazyLock::new(|| plain(YEAR_TAILS));

fn ordinal(c: &mut Cursor<'_>) {
    ORDINAL_WORDS.read(c, None);
}

/// 2021-Mar-04, 2021. március 4., 2021 m. kovo 4 d., 2021. gada 4. marts.
pub(super) fn year_first(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let written = c.number(4, 4)?.value;
    let year = plausible_year(written)?;
    let mut next = *c;
    next.eat_any(&['-', '.', ',', '/']);
    next.space();
    YEAR_TAIL_WORDS.read(&mut next, None);
    next.space();
    let day_before = next.number(1, 2);
    if day_before.is_some() {
        next.eat('.');
        next.space();
    }
    let month = MONTH_WORDS.read(&mut next, hints.language())?;
    let day = if let Some(day) = day_before {
        day.value
    } else {
        next.eat_any(&['.', '-', ',']);
        next.space();
        let day = next.number(1, 2)?.value;
        ordinal(&mut next);
        let mut tail = next;
        if tail.space() && tail.eat('d') && tail.eat('.') {
            next = tail;
        }
        day
    };
    *c = next;
    Some(Written::named(Year::Full(year), month.number, day))
}

/// 4 March 2021, 4. März 2021, 1er mars 2021, 4 de marzo de 2021, 04-ago-2021, 4 tháng 3, 2021.
pub(super) fn day_first(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let day = c.number(1, 2)?.value;
    ordinal(c);
    between(c, &['.', '-', '/', ',', '\'']);
    let month = month(c, hints)?;
    Some(with_year(c, month, day))
}

/// March 4, 2021, Mar. 4th 2021.
pub(super) fn month_first(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let month = MONTH_WORDS.read(c, hints.language())?;
    between(c, &['.', '-', '/', ',']);
    let day = c.number(1, 2)?.value;
    ordinal(c);
    c.eat('.');
    Some(with_year(c, month, day))
}

/// ngày 4 tháng 3 năm 2021, วันที่ 4 มีนาคม 2564.
pub(super) fn spoken(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    DAY_LEAD_WORDS.read(c, None)?;
    c.space();
    day_first(c, hints)
}

/// "Day", before its number.
const DAY_LEADS: &[(&str, &str)] = &[("vi", "ngày"), ("th", "วันที่"), ("th", "ที่"), ("es", "día")];

pub(super) static DAY_LEAD_WORDS: LazyLock<Words<()>> = LazyLock::new(|| plain(DAY_LEADS));

fn month(c: &mut Cursor<'_>, hints: &Hints) -> Option<Month> {
    if let Some(month) = MONTH_WORDS.read(c, hints.language()) {
        return Some(month);
    }
    // Vietnamese counts its months.
    MONTH_LEAD_WORDS.read(c, None)?;
    c.space();
    let number = c.number(1, 2)?.value;
    let calendar = Calendar::Gregorian;
    Some(Month { number, calendar })
}

/// "Month", before its number.
static MONTH_LEAD_WORDS: LazyLock<Words<()>> = LazyLock::new(|| plain(&[("vi", "tháng")]));

/// How the names of months begin.
static MONTH_OPENINGS: LazyLock<Openings> = LazyLock::new(|| {
    let words = MONTH_WORDS.texts().chain(MONTH_LEAD_WORDS.texts());
    Openings::of(words)
});

/// Whether a month's name stands in a line.
pub(super) fn month_stands_in(line: &Line) -> bool {
    let mut starts = MONTH_OPENINGS.starts(line.letters());
    starts.any(|at| {
        let cursor = line.cursor(at);
        MONTH_WORDS.stand_at(&cursor) || MONTH_LEAD_WORDS.stand_at(&cursor)
    })
}

/// How many marks and words may stand between two parts of a day.
const BETWEEN_PARTS: usize = 4;

fn between(c: &mut Cursor<'_>, marks: &[char]) -> Between {
    let mut passed = Between::default();
    for _ in 0..BETWEEN_PARTS {
        if c.space() {
            passed.any = true;
        } else if c.eat_any(marks).is_some() || OF_WORDS.read(c, None).is_some() {
            passed.any = true;
            passed.marked = true;
        } else {
            break;
        }
    }
    passed
}

#[derive(Default)]
struct Between {
    any: bool,
    marked: bool,
}

/// The year after day and month, if there is one; a time may stand before it: Jan 28 15:28:56 CET 2020.
fn with_year(c: &mut Cursor<'_>, month: Month, day: u32) -> Written {
    let mut timed = None;
    let mut next = *c;
    let mut year = year(&mut next);
    if year.is_some() {
        *c = next;
    } else {
        let mut next = *c;
        joint(&mut next, &[','], false);
        if let Seen::Time(time) = clock(&mut next, Lead::Bare) {
            let parted = between(&mut next, &[',']).any;
            let number = next.number(4, 4).and_then(|n| plausible_year(n.value));
            if let Some(full) = number.filter(|_| parted) {
                year = Some(Year::Full(full));
                timed = Some(time);
                *c = next;
            }
        }
    }
    let mut written = match (month.calendar, year) {
        (Calendar::SolarHijri, Some(Year::Full(year))) => Written {
            order: Order::SolarHijri {
                year,
                month: month.number,
                day,
            },
            ..Written::named(Year::Full(year), month.number, day)
        },
        _ => Written::named(year.unwrap_or(Year::Missing), month.number, day),
    };
    written.timed = timed;
    written
}

fn year(c: &mut Cursor<'_>) -> Option<Year> {
    let passed = between(c, &[',', '.', '-', '/', '\'', '،']);
    ERA_WORDS.read(c, None);
    c.space();
    let mut next = *c;
    let run = next.digit_run();
    let glued = match next.ahead(run) {
        Some(':') => next.ahead(run + 1).is_some_and(|c| c.is_ascii_digit()),
        // Two dates without a space: 3. April 20223. April 2022.
        Some('.' | ' ') => run > 4,
        _ => false,
    };
    let year = match run {
        5 | 6 if glued => Year::Full(plausible_year(next.first_digits(4)?.value)?),
        4 if !glued => Year::Full(plausible_year(next.number(4, 4)?.value)?),
        2 => short_year(&mut next, &passed)?,
        _ => return None,
    };
    *c = next;
    let mut tail = *c;
    tail.space();
    if YEAR_TAIL_WORDS.read(&mut tail, None).is_some() {
        *c = tail;
    }
    Some(year)
}

/// Two digits that are a year: behind a mark, behind a Thai month, or before a time. Else "4 mars 12 h" would have one.
fn short_year(c: &mut Cursor<'_>, passed: &Between) -> Option<Year> {
    let thai = follows_thai(c);
    let short = c.number(2, 2)?.value;
    let mut after = *c;
    let timed = after.space() && after.number(1, 2).is_some() && after.eat(':');
    if !(passed.marked || passed.any && (thai || timed)) {
        return None;
    }
    if matches!(c.peek(), Some(':' | 'h' | '時' | '시')) {
        return None;
    }
    let year = if thai {
        (short + 100 - BUDDHIST_SHORT) % 100
    } else {
        short
    };
    i16::try_from(year).ok().map(Year::Short)
}

/// Two last digits of the years between the Buddhist count and the common one.
const BUDDHIST_SHORT: u32 = 43;

/// Whether the month just passed was written in Thai.
fn follows_thai(c: &Cursor<'_>) -> bool {
    (1..=3).any(|back| {
        c.behind(back)
            .is_some_and(|c| ('\u{e00}'..='\u{e7f}').contains(&c))
    })
}

/// A number of four digits that may be a year in print: the others are times or prices.
fn plausible_year(number: u32) -> Option<i16> {
    let year = common_year(number)?;
    ((1900..=2100).contains(&year) || (1300..=1479).contains(&year)).then_some(year)
}
