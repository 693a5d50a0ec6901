//! The forms a day is written in, before it is known whether it is one.

use std::ops::Range;

use super::calendars::{ERA_WORDS, MINGUO_OFFSET, Year, common_year};
use super::line::{Cursor, Line, Number};
use super::written::Written;
use super::{Hints, named, numbers, relative};

/// Signs of year, month and day in Chinese, Japanese and Korean.
const YEAR_SIGNS: &[char] = &['年', '년'];
const MONTH_SIGNS: &[char] = &['月', '월'];
const DAY_SIGNS: &[char] = &['日', '号', '號', '일'];

/// The first year that is written in Minguo years without saying so, 1990: shorter numbers are years of two digits.
const MINGUO_FROM: u32 = 79;

/// Minguo years of three digits: where no language says otherwise, such a number with its sign is a year of no other count that pages are
/// dated in.
const MINGUO_HUNDREDS: Range<u32> = 100..150;

/// What stands between two numbers of a day, of which each form has at least two if it does not name the month.
const NUMBER_JOINTS: &[char] = &['-', '/', '.', '月', '월'];

/// Whether a line may hold a day that needs no time of reading: two numbers and what joins them, a month by its name, or a day to be
/// checked. Most lines with a number hold none of these, and are not walked through.
pub(super) fn may_stand_in(line: &Line, hints: &Hints) -> bool {
    let is_joined = |at: usize| {
        let mut c = line.cursor(at + 1);
        c.space();
        c.eat_any(NUMBER_JOINTS).is_some() && {
            c.space();
            c.numeral_follows()
        }
    };
    line.numerals().any(is_joined)
        || named::month_stands_in(line)
        || hints.day.is_some() && line.letters().iter().copied().any(relative::is_checked)
}

/// Reads a day in any form. Moves only when there is one.
pub(super) fn read(cursor: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let start = *cursor;
    let forms: &[fn(&mut Cursor<'_>, &Hints) -> Option<Written>] = if start.digit_follows() {
        &[
            signed,
            numbers::year_first,
            named::year_first,
            numbers::day_first,
            named::day_first,
        ]
    } else {
        &[in_era, signed, named::month_first, named::spoken]
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
    if !c.numeral_follows() {
        return None;
    }
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
        2 | 3
            if taiwanese && number.value >= MINGUO_FROM
                || hints.language().is_none() && MINGUO_HUNDREDS.contains(&number.value) =>
        {
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
