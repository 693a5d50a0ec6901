//! The forms a day is written in, before it is known whether it is one.

use std::sync::LazyLock;

use super::Hints;
use super::calendars::{Calendar, ERA_WORDS, MINGUO_OFFSET, Year, common_year};
use super::clock::{Lead, Seen, Timed, clock};
use super::labels::joint;
use super::line::{Cursor, Number};
use super::months::{MONTH_WORDS, Month};
use super::words::Words;

/// Day and month as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Known {
        month: u32,
        day: u32,
    },
    SolarHijri {
        year: i16,
        month: u32,
        day: u32,
    },
    /// Two numbers, of which either may be the month.
    Open {
        first: u32,
        second: u32,
    },
}

/// A day as written.
#[derive(Clone, Copy)]
pub(super) struct Written {
    pub(super) year: Year,
    pub(super) order: Order,
    /// Only numbers and marks, so that it may be something else.
    pub(super) bare: bool,
    /// Every number has two digits.
    pub(super) padded: bool,
    /// Year, month and day between full stops, as versions are written.
    like_version: bool,
    /// A time written between day and year.
    pub(super) timed: Option<Timed>,
}

impl Written {
    fn named(year: Year, month: u32, day: u32) -> Self {
        Self {
            year,
            order: Order::Known { month, day },
            bare: false,
            padded: false,
            like_version: false,
            timed: None,
        }
    }

    fn bare(year: Year, order: Order, padded: bool) -> Self {
        Self {
            year,
            order,
            bare: true,
            padded,
            like_version: false,
            timed: None,
        }
    }

    /// Whether the day can end at `cursor`, when no time follows: numbers that go on are of something longer.
    pub(super) fn ends_at(&self, cursor: &Cursor<'_>) -> bool {
        let digit_next = cursor.ahead(1).is_some_and(|c| c.is_ascii_digit());
        match cursor.peek() {
            Some('.' | '-' | '/' | ':') if self.bare => !digit_next,
            Some('%' | '€' | '$' | '£' | '_' | '°') if self.bare => false,
            // 2021.3.4b is a version.
            Some(c) if c.is_ascii_alphabetic() => !self.like_version,
            _ => true,
        }
    }
}

/// Signs of year, month and day in Chinese, Japanese and Korean.
const YEAR_SIGNS: &[char] = &['年', '년'];
const MONTH_SIGNS: &[char] = &['月', '월'];
const DAY_SIGNS: &[char] = &['日', '号', '號', '일'];

/// The first year that is written in Minguo years without saying so, 1990: shorter numbers are years of two digits.
const MINGUO_FROM: u32 = 79;

/// Reads a day in any form. Moves only when there is one.
pub(super) fn read(cursor: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let start = *cursor;
    let forms: &[fn(&mut Cursor<'_>, &Hints) -> Option<Written>] = if start.digit_follows() {
        &[signed, year_first, numbers, day_and_name]
    } else {
        &[in_era, signed, name_and_day, spoken_day]
    };
    forms.iter().find_map(|form| {
        let mut c = start;
        let written = form(&mut c, hints)?;
        *cursor = c;
        Some(written)
    })
}

/// 2021年3月4日, 2021년 3월 4일, 3月4日, and years of two or three digits.
fn signed(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let first = c.han_number()?;
    c.space();
    if c.eat_any(MONTH_SIGNS).is_some() {
        let day = signed_day(c)?;
        return Some(Written::named(Year::Missing, first.value, day));
    }
    c.eat_any(YEAR_SIGNS)?;
    let year = signed_year(first, hints)?;
    in_year(c, year)
}

fn signed_year(number: Number, hints: &Hints) -> Option<Year> {
    let taiwanese = hints.speaks("zh")
        && hints.language().is_some_and(|tag| {
            let tag = tag.to_ascii_lowercase();
            tag.contains("hant") || tag.contains("tw")
        });
    match number.digits {
        4 => common_year(number.value).map(Year::Full),
        2 | 3 if taiwanese && number.value >= MINGUO_FROM => {
            let year = i16::try_from(number.value).ok()?;
            Some(Year::Full(year + MINGUO_OFFSET))
        }
        2 => i16::try_from(number.value).ok().map(Year::Short),
        _ => None,
    }
}

/// Month and day with their signs, after the year; a second count of the year may stand between: 2021年(令和3年)3月4日.
fn in_year(c: &mut Cursor<'_>, year: Year) -> Option<Written> {
    let mut bracket = *c;
    if bracket.eat('(') && era_year(&mut bracket).is_some() && bracket.eat(')') {
        *c = bracket;
    }
    c.space();
    let month = c.han_number()?.value;
    c.space();
    c.eat_any(MONTH_SIGNS)?;
    Some(Written::named(year, month, signed_day(c)?))
}

fn signed_day(c: &mut Cursor<'_>) -> Option<u32> {
    c.space();
    let day = c.han_number()?.value;
    c.space();
    c.eat_any(DAY_SIGNS)?;
    Some(day)
}

/// 令和3年3月4日, 民國114年3月4日, 民國114/03/04.
fn in_era(c: &mut Cursor<'_>, _: &Hints) -> Option<Written> {
    let offset = ERA_WORDS.read(&mut c.clone(), None)?;
    if let Some(year) = era_year(&mut c.clone()) {
        era_year(c);
        return in_year(c, Year::Full(year));
    }
    ERA_WORDS.read(c, None)?;
    c.space();
    let year = i16::try_from(c.number(1, 4)?.value).ok()?;
    let year = Year::Full(year.checked_add(offset)?);
    let mark = c.eat_any(&['/', '-', '.'])?;
    let month = c.number(1, 2)?.value;
    let day = c.eat(mark).then(|| c.number(1, 2)).flatten()?.value;
    Some(Written::named(year, month, day))
}

/// An era, its year and the sign of a year. The first year may be 元.
fn era_year(c: &mut Cursor<'_>) -> Option<i16> {
    let offset = ERA_WORDS.read(c, None)?;
    c.space();
    let year = if c.eat('元') {
        1
    } else {
        let number = c.han_number()?.value;
        i16::try_from(number).ok()?
    };
    c.space();
    c.eat_any(YEAR_SIGNS)?;
    year.checked_add(offset)
}

/// 2021-03-04, 2021/3/4, 2021. 3. 4., 2021-Mar-04, 2021. március 4., 2021 m. kovo 4 d., 2021. gada 4. marts.
fn year_first(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let written = c.number(4, 4)?.value;
    let mut next = *c;
    if let Some(mark) = next.eat_any(&['-', '/', '.'])
        && let Some(found) = numbers_in_year(&mut next, written, mark, hints)
    {
        *c = next;
        return Some(found);
    }
    let year = plausible_year(written)?;
    next = *c;
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

fn numbers_in_year(c: &mut Cursor<'_>, year: u32, mark: char, hints: &Hints) -> Option<Written> {
    let spaced = mark == '.' && c.space();
    let month = c.number(1, 2)?;
    if !c.eat(mark) || spaced && !c.space() {
        return None;
    }
    let day = glued(c, 2, mark)?;
    let padded = month.digits == 2 && day.digits == 2;
    let order = if hints.speaks("fa") && year < 1500 {
        Order::SolarHijri {
            year: i16::try_from(year).ok()?,
            month: month.value,
            day: day.value,
        }
    } else {
        Order::Known {
            month: month.value,
            day: day.value,
        }
    };
    let year = Year::Full(common_year(year)?);
    Some(Written {
        like_version: mark == '.',
        ..Written::bare(year, order, padded)
    })
}

/// The last number of a day, to which the time or the next date may be glued: 2021-03-0409:30, 04.03.202105.03.2021.
fn glued(c: &mut Cursor<'_>, digits: usize, mark: char) -> Option<Number> {
    let run = c.digit_run();
    let more = run == digits + 1 || run == digits + 2;
    let next = c.ahead(run);
    if more && (next == Some(':') || digits == 4 && next == Some(mark)) {
        return c.first_digits(digits);
    }
    (run <= digits).then(|| c.number(1, digits)).flatten()
}

/// 04.03.2021, 4. 3. 2021, 04/03/2021, 04-03-21, 21-03-04, 04.03., 03-04.
fn numbers(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let first = c.number(1, 2)?;
    let mark = c.eat_any(&['.', '/', '-'])?;
    let spaced = mark == '.' && c.space();
    let second = c.number(1, 2)?;
    let padded = first.digits == 2 && second.digits == 2;
    let mut next = *c;
    let third = (next.eat(mark) && (!spaced || next.space()))
        .then(|| glued(&mut next, 4, mark))
        .flatten();
    if let Some(third) = third {
        *c = next;
        return three_numbers([first, second, third], mark, hints);
    }
    let order = match mark {
        '.' if c.eat('.') => Order::Known {
            month: second.value,
            day: first.value,
        },
        '.' => return None,
        _ if hints.year_first() || mark == '-' && hints.language.is_none() => Order::Known {
            month: first.value,
            day: second.value,
        },
        _ => Order::Open {
            first: first.value,
            second: second.value,
        },
    };
    Some(Written::bare(Year::Missing, order, padded))
}

fn three_numbers(
    [first, second, third]: [Number; 3],
    mark: char,
    hints: &Hints,
) -> Option<Written> {
    let padded = first.digits == 2 && second.digits == 2;
    let short = |number: Number| i16::try_from(number.value).ok().map(Year::Short);
    let (year, order) = match third.digits {
        4 => {
            let year = Year::Full(common_year(third.value)?);
            (year, day_and_month(first.value, second.value, mark))
        }
        2 if padded && year_leads(first, mark, hints) => {
            let order = Order::Known {
                month: second.value,
                day: third.value,
            };
            (short(first)?, order)
        }
        2 => (
            short(third)?,
            day_and_month(first.value, second.value, mark),
        ),
        _ => return None,
    };
    Some(Written::bare(year, order, padded))
}

/// Whether the first of three two-digit numbers is the year.
fn year_leads(first: Number, mark: char, hints: &Hints) -> bool {
    hints.year_first() || first.value > 31 || mark == '-' && hints.language.is_none()
}

/// Full stops put the day first, unless it cannot be one.
fn day_and_month(first: u32, second: u32, mark: char) -> Order {
    if mark == '.' && second <= 12 {
        Order::Known {
            month: second,
            day: first,
        }
    } else {
        Order::Open { first, second }
    }
}

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

/// 4 March 2021, 4. März 2021, 1er mars 2021, 4 de marzo de 2021, 04-ago-2021, 4 tháng 3, 2021.
fn day_and_name(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let day = c.number(1, 2)?.value;
    ordinal(c);
    between(c, &['.', '-', '/', ',', '\'']);
    let month = month(c, hints)?;
    Some(with_year(c, month, day))
}

/// March 4, 2021, Mar. 4th 2021.
fn name_and_day(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let month = MONTH_WORDS.read(c, hints.language())?;
    between(c, &['.', '-', '/', ',']);
    let day = c.number(1, 2)?.value;
    ordinal(c);
    c.eat('.');
    Some(with_year(c, month, day))
}

/// ngày 4 tháng 3 năm 2021, วันที่ 4 มีนาคม 2564.
fn spoken_day(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    DAY_LEAD_WORDS.read(c, None)?;
    c.space();
    day_and_name(c, hints)
}

/// "Day", before its number.
const DAY_LEADS: &[(&str, &str)] = &[("vi", "ngày"), ("th", "วันที่"), ("th", "ที่"), ("es", "día")];

static DAY_LEAD_WORDS: LazyLock<Words<()>> = LazyLock::new(|| plain(DAY_LEADS));

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
