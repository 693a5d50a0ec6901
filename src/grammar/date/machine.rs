//! Dates written for programs: ISO 8601, seconds of an epoch, and what attributes hold in their place.

use jiff::{Timestamp, ToSpan, civil::Date, tz::Offset};

use super::clock::{Lead, Seen, Timed, clock, numeric_offset};
use super::line::{Cursor, Line};
use super::{Clock, DateRole, Hints, Stamp, calendars, printed};

/// The longest value that is read, in bytes: longer ones are sentences.
const VALUE_BYTES: usize = 200;

/// Seconds of the epoch from 1990 to 2100.
const EPOCH_SECONDS: std::ops::RangeInclusive<i64> = 631_152_000..=4_102_444_799;

/// Reads the value of a meta element, of JSON-LD or of a `datetime` attribute: ISO 8601 in its forms (also with a space for the
/// T, single digits, compact, by week or by day of the year), RFC 2822, RFC 850, the forms of C and JavaScript, the seconds or
/// milliseconds of the epoch, and at last whatever is read in print.
///
/// Empty for a month or a year alone, a duration, and a day that could be two (04/03/2021).
pub(crate) fn read_machine(value: &str) -> Option<Stamp> {
    let value = value.trim();
    if value.len() > VALUE_BYTES {
        return None;
    }
    let line = Line::read(value, VALUE_BYTES);
    let start = line.start();
    epoch(start)
        .or_else(|| iso(start))
        .or_else(|| in_print(value))
        .filter(|stamp| !is_epoch(stamp))
}

/// Whether a stamp is where the count of seconds begins, which a system writes that knows no day.
fn is_epoch(stamp: &Stamp) -> bool {
    let day = |year, month, of_month| calendars::day(year, month, of_month);
    let days = [day(1970, 1, 1), day(1969, 12, 31)];
    days.contains(&Some(stamp.day))
}

fn in_print(value: &str) -> Option<Stamp> {
    let found = printed::find(value, &Hints::default());
    let published = found.iter().position(|f| f.role == DateRole::Published);
    found
        .into_iter()
        .nth(published.unwrap_or(0))
        .map(|found| found.stamp)
}

/// Ten digits are seconds, thirteen milliseconds, sixteen microseconds.
fn epoch(start: Cursor<'_>) -> Option<Stamp> {
    let mut c = start;
    let mut value = 0_i64;
    let mut digits = 0;
    while let Some(digit) = c.peek().and_then(|c| c.to_digit(10)) {
        digits += 1;
        if digits > 16 {
            return None;
        }
        value = value * 10 + i64::from(digit);
        c.skip(1);
    }
    if c.eat('.') {
        while c.digit_follows() {
            c.skip(1);
        }
    }
    if !c.is_end() {
        return None;
    }
    let seconds = match digits {
        9 | 10 => value,
        13 => value / 1_000,
        16 => value / 1_000_000,
        _ => return None,
    };
    if !EPOCH_SECONDS.contains(&seconds) {
        return None;
    }
    let moment = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    Some(Stamp {
        day: moment.date(),
        time: Some(Clock {
            second: Some(moment.second()),
            ..Clock::of(moment)
        }),
        offset: Some(Offset::UTC),
    })
}

/// Reads a value that is ISO 8601, or nearly so, from one end to the other.
fn iso(start: Cursor<'_>) -> Option<Stamp> {
    let mut c = start;
    c.space();
    let day = compact_day(&mut c)
        .or_else(|| parted_day(&mut c))
        .or_else(|| week_day(&mut c))
        .or_else(|| year_day(&mut c))?;
    let mut time = c;
    let stamp = if let Some(timed) = iso_time(&mut time) {
        c = time;
        let next = i32::from(timed.next_day);
        Stamp {
            day: day.checked_add(next.days()).ok()?,
            time: Some(timed.clock),
            offset: timed.offset,
        }
    } else {
        // The date type of XML Schema: a zone right behind the day.
        if numeric_offset(&mut c, false).is_none() {
            c.eat('z');
        }
        Stamp {
            day,
            time: None,
            offset: None,
        }
    };
    c.space();
    bracketed_zone(&mut c);
    c.is_end().then_some(stamp)
}

/// The name of the zone that Java and JavaScript add: [Europe/Berlin]. The offset before it says more.
fn bracketed_zone(c: &mut Cursor<'_>) {
    if c.eat('[') {
        while !c.is_end() && !c.eat(']') {
            c.skip(1);
        }
    }
}

fn parted_day(cursor: &mut Cursor<'_>) -> Option<Date> {
    let mut c = *cursor;
    let year = c.number(4, 4)?.value;
    let mark = c.eat_any(&['-', '/', '.', ' '])?;
    let month = c.number(1, 2)?.value;
    if !c.eat(mark) {
        return None;
    }
    let of_month = c.number(1, 2)?.value;
    *cursor = c;
    calendars::day(i16::try_from(year).ok()?, month, of_month)
}

fn compact_day(cursor: &mut Cursor<'_>) -> Option<Date> {
    let mut c = *cursor;
    // With its time glued on there are 12 or 14.
    let run = (0..15)
        .take_while(|k| c.ahead(*k).is_some_and(|c| c.is_ascii_digit()))
        .count();
    if !matches!(run, 8 | 12 | 14) {
        return None;
    }
    let year = c.first_digits(4)?.value;
    let month = c.first_digits(2)?.value;
    let of_month = c.first_digits(2)?.value;
    *cursor = c;
    calendars::day(i16::try_from(year).ok()?, month, of_month)
}

/// 2021-W09-4
fn week_day(cursor: &mut Cursor<'_>) -> Option<Date> {
    let mut c = *cursor;
    let year = i16::try_from(c.number(4, 4)?.value).ok()?;
    c.eat('-');
    if !c.eat('w') {
        return None;
    }
    let week = i64::from(c.first_digits(2)?.value);
    c.eat('-');
    let weekday = i64::from(c.number(1, 1)?.value);
    if !(1..=53).contains(&week) || !(1..=7).contains(&weekday) {
        return None;
    }
    // The week of 4 January is the first.
    let fourth = calendars::day(year, 1, 4)?;
    let back = i64::from(fourth.weekday().to_monday_zero_offset());
    *cursor = c;
    let days = (week - 1) * 7 + weekday - 1 - back;
    fourth.checked_add(days.days()).ok()
}

/// 2021-063
fn year_day(cursor: &mut Cursor<'_>) -> Option<Date> {
    let mut c = *cursor;
    let year = i16::try_from(c.number(4, 4)?.value).ok()?;
    if !c.eat('-') {
        return None;
    }
    let count = i64::from(c.number(3, 3)?.value);
    let first = calendars::day(year, 1, 1)?;
    if !(1..=i64::from(first.days_in_year())).contains(&count) {
        return None;
    }
    *cursor = c;
    first.checked_add((count - 1).days()).ok()
}

fn iso_time(cursor: &mut Cursor<'_>) -> Option<Timed> {
    let mut c = *cursor;
    let parted = c.eat('t') | c.eat(',') | c.space();
    if matches!(c.digit_run(), 4 | 6) && (parted || cursor.digit_follows()) {
        return compact_time(cursor, c);
    }
    if !parted {
        return None;
    }
    c.space();
    match clock(&mut c, Lead::Iso) {
        Seen::Time(timed) => {
            *cursor = c;
            Some(timed)
        }
        _ => None,
    }
}

/// 132005 or 1320, with an offset.
fn compact_time<'a>(cursor: &mut Cursor<'a>, mut c: Cursor<'a>) -> Option<Timed> {
    let seconds = c.digit_run() == 6;
    let hour = i8::try_from(c.first_digits(2)?.value).ok()?;
    let minute = i8::try_from(c.first_digits(2)?.value).ok()?;
    let second = if seconds {
        Some(i8::try_from(c.first_digits(2)?.value).ok()?)
    } else {
        None
    };
    if hour > 23 || minute > 59 || second > Some(59) {
        return None;
    }
    if c.eat('.') {
        while c.digit_follows() {
            c.skip(1);
        }
    }
    let offset = if c.eat('z') {
        Some(Offset::UTC)
    } else {
        numeric_offset(&mut c, false)
    };
    *cursor = c;
    Some(Timed {
        clock: Clock {
            hour,
            minute,
            second,
        },
        next_day: false,
        offset,
    })
}
