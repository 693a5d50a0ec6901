//! Years as they are counted in print, and the days they make.

use std::sync::LazyLock;

use jiff::{ToSpan, civil::Date};

use super::Hints;
use super::words::Words;

/// How the year and the months of a date are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    /// The calendar of Iran and Afghanistan, with the months Farvardin to Esfand.
    SolarHijri,
}

/// The year as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Counted from 1, or from another beginning that was taken off already.
    Full(i16),
    /// Two digits.
    Short(i16),
    Missing,
}

/// The years news pages are dated in; before and after, a number is something else.
const FIRST_YEAR: i16 = 1900;
const LAST_YEAR: i16 = 2100;

/// Years between the Buddhist count of Thailand and the common one.
const BUDDHIST_OFFSET: i16 = 543;

/// From here on a four-digit year is taken for a Buddhist one.
const BUDDHIST_FROM: i16 = 2400;

/// Years between the Minguo count of Taiwan and the common one.
pub(super) const MINGUO_OFFSET: i16 = 1911;

/// Two-digit years up to here are of this century. News pages that print them are young.
const SHORT_YEAR_PIVOT: i16 = 69;

/// The years of the solar Hijri calendar that fall into 1921 to 2100.
const SOLAR_HIJRI_YEARS: std::ops::RangeInclusive<i16> = 1300..=1479;

/// What is to be added to a year of an era to make it a common one.
const ERAS: &[(&str, &str, i16)] = &[
    ("ja", "令和", 2018),
    ("ja", "平成", 1988),
    ("ja", "昭和", 1925),
    ("ja", "大正", 1911),
    ("zh", "中華民國", MINGUO_OFFSET),
    ("zh", "民國", MINGUO_OFFSET),
    ("zh", "民国", MINGUO_OFFSET),
    ("zh", "公元", 0),
    ("zh", "西元", 0),
    ("ja", "西暦", 0),
    ("ko", "서기", 0),
    ("th", "พ.ศ.", -BUDDHIST_OFFSET),
    ("th", "ค.ศ.", 0),
];

/// Eras, giving the years to add.
pub(super) static ERA_WORDS: LazyLock<Words<i16>> =
    LazyLock::new(|| Words::new(ERAS.iter().copied()));

/// A year of four digits, made common.
pub(super) fn common_year(written: u32) -> Option<i16> {
    let year = i16::try_from(written).ok()?;
    Some(if year > BUDDHIST_FROM {
        year - BUDDHIST_OFFSET
    } else {
        year
    })
}

/// A day within the years pages are dated in.
pub(super) fn day(year: i16, month: u32, day: u32) -> Option<Date> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day of a date whose year may be short or missing.
pub(super) fn day_of(year: Year, month: u32, of_month: u32, hints: &Hints) -> Option<Date> {
    match year {
        Year::Full(year) => day(year, month, of_month),
        Year::Short(short) if short <= SHORT_YEAR_PIVOT => day(2000 + short, month, of_month),
        Year::Short(short) => day(1900 + short, month, of_month),
        Year::Missing => nearest(month, of_month, hints),
    }
}

/// A date without its year: the one nearest to the day that is known, or the last one before the page was fetched.
fn nearest(month: u32, of_month: u32, hints: &Hints) -> Option<Date> {
    if let Some(known) = hints.day {
        let distance = |date: &Date| (*date - known).get_days().abs();
        return (known.year() - 1..=known.year() + 1)
            .filter_map(|year| day(year, month, of_month))
            .min_by_key(distance);
    }
    let fetched = hints.fetched_at?.date();
    // A page of tomorrow's zone may be read today.
    let latest = fetched.checked_add(1.day()).ok()?;
    (fetched.year() - 1..=fetched.year() + 1)
        .rev()
        .filter_map(|year| day(year, month, of_month))
        .find(|date| *date <= latest)
}

/// A day of the solar Hijri calendar, by the cycle of 33 years, which agrees with the calendar as kept from 1300 to 1500.
pub(super) fn solar_hijri(year: i16, month: u32, of_month: u32) -> Option<Date> {
    let longest = if month <= 6 { 31 } else { 30 };
    if !SOLAR_HIJRI_YEARS.contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    if !(1..=longest).contains(&of_month) {
        return None;
    }
    // Nowruz of 1400.
    let anchor = Date::new(2021, 3, 21).ok()?;
    let count = solar_hijri_days(year, month, of_month) - solar_hijri_days(1400, 1, 1);
    anchor.checked_add(count.days()).ok()
}

/// Days since a fixed, distant beginning.
fn solar_hijri_days(year: i16, month: u32, of_month: u32) -> i64 {
    // Eight leap years in each cycle; the shift puts year 0 at the right place in it.
    let shifted = i64::from(year) + 1595;
    let leaps = (shifted / 33) * 8 + ((shifted % 33) + 3) / 4;
    let month = i64::from(month);
    let before = if month <= 7 {
        (month - 1) * 31
    } else {
        (month - 7) * 30 + 186
    };
    365 * shifted + leaps + before + i64::from(of_month)
}
