//! The day in a page's address.

use jiff::civil::Date;

use super::calendars;
use super::line::{Cursor, Line};
use super::months::MONTH_WORDS;

/// The longest address that is looked through, in bytes.
const URL_BYTES: usize = 2_000;

/// The first year a page on the web can be of.
const FIRST_WEB_YEAR: i16 = 1990;

/// The years a path writes with two digits (/19/0908/), in this century.
const SHORT_PATH_YEARS: std::ops::RangeInclusive<u32> = 10..=40;

/// Reads the day in the path of `url`: /2024/03/04/, /2024-03/04/, /2024/0304/, /202403/04/, /2024/mar/04/, 20240304, 13-03-2024.
///
/// What is parted into year, month and day goes before eight digits in a row, which may be a number by chance.
pub(crate) fn in_url(url: &str) -> Option<Date> {
    // An archive's address holds that of the page.
    let path = url.rsplit_once("://").map_or(url, |(_, rest)| rest);
    let path = path.find('/').and_then(|at| path.get(at..))?;
    let path = path.split('#').next().unwrap_or(path);
    let line = Line::read(path, URL_BYTES);
    [parted, joined, short_parted, day_first]
        .into_iter()
        .find_map(|form| first(&line, form))
}

fn first(line: &Line, form: fn(Cursor<'_>) -> Option<Date>) -> Option<Date> {
    let mut cursor = line.start();
    while !cursor.is_end() {
        if cursor.digit_follows()
            && let Some(day) = form(cursor)
        {
            return Some(day);
        }
        cursor.step();
    }
    None
}

const PARTS: &[char] = &['/', '-', '_', '.'];

fn parted(start: Cursor<'_>) -> Option<Date> {
    if start.behind(1).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut c = start;
    let (year, month) = if c.digit_run() == 6 {
        (c.first_digits(4)?.value, c.first_digits(2)?.value)
    } else {
        let year = c.number(4, 4)?.value;
        c.eat_any(PARTS)?;
        if c.digit_run() == 4 && !c.ahead(4).is_some_and(char::is_alphabetic) {
            let month = c.first_digits(2)?.value;
            return plausible(year, month, c.first_digits(2)?.value);
        }
        let month = match c.number(1, 2) {
            Some(number) => number.value,
            None => MONTH_WORDS.read(&mut c, None)?.number,
        };
        (year, month)
    };
    let mark = c.eat_any(PARTS)?;
    let of_month = c.number(1, 2)?;
    // A headline's words are parted by hyphens as well, and 2024-4-1 among them may be a version.
    if mark != '/' && of_month.digits != 2 {
        return None;
    }
    plausible(year, month, of_month.value)
}

/// 23-01-2022 at the beginning of a name, where only one order gives a day.
fn day_first(start: Cursor<'_>) -> Option<Date> {
    if start.behind(1) != Some('/') {
        return None;
    }
    let mut c = start;
    let first = c.number(2, 2)?.value;
    let mark = c.eat_any(&['-', '.', '_'])?;
    let second = c.number(2, 2)?.value;
    if !c.eat(mark) {
        return None;
    }
    let year = c.number(4, 4)?.value;
    match (
        plausible(year, second, first),
        plausible(year, first, second),
    ) {
        (Some(day), None) | (None, Some(day)) => Some(day),
        (Some(one), Some(two)) if one == two => Some(one),
        _ => None,
    }
}

/// Eight digits in a row, or the day and time in twelve or fourteen.
fn joined(start: Cursor<'_>) -> Option<Date> {
    let mut c = start;
    let run = (0..)
        .take_while(|k| start.ahead(*k).is_some_and(|c| c.is_ascii_digit()))
        .take(15)
        .count();
    if !matches!(run, 8 | 12 | 14) {
        return None;
    }
    // A segment of its own with the seconds is when an archive took its snapshot.
    if run == 14 && start.behind(1) == Some('/') && start.ahead(run) == Some('/') {
        return None;
    }
    let year = c.first_digits(4)?.value;
    let (month, of_month) = (c.first_digits(2)?.value, c.first_digits(2)?.value);
    if run > 8 {
        let (hour, minute) = (c.first_digits(2)?.value, c.first_digits(2)?.value);
        if hour > 23 || minute > 59 {
            return None;
        }
    }
    plausible(year, month, of_month)
}

/// /19/0908/00/: year, month and day, hour.
fn short_parted(start: Cursor<'_>) -> Option<Date> {
    let mut c = start;
    if c.behind(1) != Some('/') {
        return None;
    }
    let year = c.number(2, 2)?.value;
    if !c.eat('/') || c.digit_run() != 4 || !SHORT_PATH_YEARS.contains(&year) {
        return None;
    }
    let (month, of_month) = (c.first_digits(2)?.value, c.first_digits(2)?.value);
    let hour = c.eat('/').then(|| c.number(2, 2)).flatten()?.value;
    if hour > 23 || !c.eat('/') {
        return None;
    }
    plausible(2000 + year, month, of_month)
}

fn plausible(year: u32, month: u32, of_month: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|y| *y >= FIRST_WEB_YEAR)?;
    calendars::day(year, month, of_month)
}
