//! Dates in running text.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::clock::{Lead, Seen, Timed, clock};
use super::labels::{joint, label, trailing_label};
use super::line::{Cursor, Line, is_spaced_letter};
use super::months::weekday;
use super::openings::{self, may_begin};
use super::written::{Order, Written};
use super::{DateRole, Found, Hints, Stamp, calendars, forms, relative};
use crate::text::measure::is_ideograph;
use calendars::Year;

/// How much of a text is looked through, in bytes: a line with dates is short, and a body is not looked through for them.
const TEXT_BYTES: usize = 2_000;

/// The most dates given from one text.
const MOST_FOUND: usize = 16;

/// Characters from the beginning of a date to its first number, at most: a label, a weekday, and all that joins them.
const NUMBER_REACH: usize = 100;

/// What may stand between a day and its time, besides words.
const CLOCK_JOINTS: &[char] = &[
    ',', '|', '·', '•', '∙', '/', '@', '-', '(', '、', '،', ';', '.', ':', '~', '>', '・', '¦',
];

/// Finds the dates in `text`, in its order.
///
/// A date without its year, or with two digits of it, and a word like "yesterday" are given only where something shows that a
/// date is meant (a time, a label, a weekday, nothing else in the text) and `hints` fill what is missing.
pub(crate) fn find(text: &str, hints: &Hints) -> Vec<Found> {
    let line = Line::read(text, TEXT_BYTES);
    if hints.fetched_at.is_none() && !forms::may_stand_in(&line, hints) {
        return Vec::new();
    }
    walk(&line, hints, MOST_FOUND, usize::MAX)
}

/// Finds the first date in `text`, if it begins at byte `latest` or before.
pub(crate) fn find_first(text: &str, hints: &Hints, latest: usize) -> Option<Found> {
    let line = Line::read(text, TEXT_BYTES);
    let first = walk(&line, hints, 1, latest).into_iter().next();
    first.filter(|found| found.range.start <= latest)
}

/// Whether a text says when the page was last changed, at what time of which day, without the year: `最終更新 12/22 13:16`.
pub(crate) fn is_change_without_year(text: &str) -> bool {
    let line = Line::read(text, TEXT_BYTES);
    let mut cursor = line.start();
    let changed = label(&mut cursor, None) == Some(DateRole::Modified);
    let is_figure =
        |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ':' | ' ' | '月' | '日');
    changed && cursor.rest().any(|c| c == ':') && cursor.rest().all(is_figure)
}

/// Reads up to `most` dates of a line, and none behind the last that begins at byte `latest` of the text.
pub(super) fn walk(line: &Line, hints: &Hints, most: usize, latest: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let mut cursor = line.start();
    // A date may be glued to the one before it.
    let mut last_end: Option<Cursor<'_>> = None;
    let mut numerals = line.numerals().peekable();
    let mut words = openings::words(line).peekable();
    while !cursor.is_end() && found.len() < most && line.start_of(cursor) <= latest {
        while numerals.next_if(|at| cursor.is_behind(*at)).is_some() {}
        while words.next_if(|at| cursor.is_behind(*at)).is_some() {}
        // Only words counted from the time of reading are dates without a number.
        if hints.fetched_at.is_none() {
            match numerals.peek() {
                Some(at)
                    if cursor.reaches(*at, NUMBER_REACH)
                        && may_begin(&cursor, words.peek().copied()) => {}
                Some(_) => {
                    cursor.step();
                    continue;
                }
                None => break,
            }
        }
        let follows = last_end.is_some_and(|end| cursor.same_place(&end));
        let bare = || {
            let begins = follows || may_start(&cursor);
            begins.then(|| unlabelled(cursor, hints)).flatten()
        };
        let next = labelled(cursor, hints).or_else(bare);
        if let Some(next) = next {
            found.push(Found {
                range: line.bytes(cursor, next.end),
                stamp: next.stamp,
                role: next.role,
            });
            cursor = next.end;
            last_end = Some(cursor);
        } else {
            cursor.step();
        }
    }
    found
}

/// A date and where it ends.
struct Next<'a> {
    stamp: Stamp,
    role: DateRole,
    end: Cursor<'a>,
}

fn labelled<'a>(start: Cursor<'a>, hints: &Hints) -> Option<Next<'a>> {
    let mut c = start;
    let role = label(&mut c, hints.language())?;
    let Read { stamp, end, .. } = stamp(c, start, hints)?;
    let end = behind_weekday(end);
    Some(Next { stamp, role, end })
}

/// Passes the weekday in Han writing that stands behind a time: `2021年3月4日 10:23 星期四`.
fn behind_weekday(end: Cursor<'_>) -> Cursor<'_> {
    let mut c = end;
    c.space();
    let is_han = c.peek().is_some_and(is_ideograph);
    if is_han && weekday(&mut c) { c } else { end }
}

fn unlabelled<'a>(start: Cursor<'a>, hints: &Hints) -> Option<Next<'a>> {
    let Read {
        stamp: found,
        end,
        sure,
    } = stamp(start, start, hints)?;
    let mut end = behind_weekday(end);
    let trailing = trailing_label(&mut end, hints.language(), |next| {
        let Some(Read { mut end, .. }) = stamp(next, next, hints) else {
            return false;
        };
        trailing_label(&mut end, hints.language(), |_| false).is_some()
    });
    // The label behind a date also vouches for it.
    let role = trailing.or_else(|| sure.then_some(DateRole::Unlabelled))?;
    Some(Next {
        stamp: found,
        role,
        end,
    })
}

/// Whether a date may begin here: numbers must not be the tail of a longer number, of a name or of an address.
fn may_start(cursor: &Cursor<'_>) -> bool {
    if !cursor.digit_follows() {
        return true;
    }
    let (last, before) = (cursor.behind(1), cursor.behind(2));
    let digit_before = before.is_some_and(|c| c.is_ascii_digit());
    match last {
        Some(c) if c.is_ascii_digit() => false,
        Some('+' | '$' | '€' | '£' | '#' | '№' | '=' | '_' | '&' | '%' | '\\') => false,
        Some('.' | '-' | '/') => !before.is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(':' | ',' | '\'') => !digit_before,
        // Pages glue a word to a date; but V2021.3.4 is a version.
        Some(c) if c.is_ascii_alphabetic() => {
            let year_first = cursor.digit_run() == 4 && matches!(cursor.ahead(4), Some('-' | '年'));
            (year_first || stands_as(cursor, "99.99.9999") || is_before_a_word(cursor))
                && before.is_some_and(is_spaced_letter)
                && cursor.behind(3).is_some_and(is_spaced_letter)
        }
        _ => true,
    }
}

/// Whether one or two digits, a space and a letter stand here, as in `18 March`: the month's name settles whether it is a day.
fn is_before_a_word(cursor: &Cursor<'_>) -> bool {
    let run = cursor.digit_run();
    run <= 2
        && cursor.ahead(run) == Some(' ')
        && cursor.ahead(run + 1).is_some_and(char::is_alphabetic)
}

/// Whether digits and marks of this pattern stand here.
fn stands_as(cursor: &Cursor<'_>, pattern: &str) -> bool {
    pattern.chars().enumerate().all(|(k, sign)| {
        cursor.ahead(k).is_some_and(|c| match sign {
            '9' => c.is_ascii_digit(),
            mark => c == mark,
        })
    })
}

/// A stamp as it stands, where it ends, and whether it needs no label to be one.
struct Read<'a> {
    stamp: Stamp,
    end: Cursor<'a>,
    sure: bool,
}

fn stamp<'a>(start: Cursor<'a>, whole_from: Cursor<'a>, hints: &Hints) -> Option<Read<'a>> {
    counted(start, whole_from, hints).or_else(|| dated(start, whole_from, hints))
}

/// A stamp counted from the time of reading, or checked against the day of publication.
fn counted<'a>(start: Cursor<'a>, whole_from: Cursor<'a>, hints: &Hints) -> Option<Read<'a>> {
    let mut c = start;
    let read = |(stamp, end), sure| Read { stamp, end, sure };
    if let Some(day) = relative::checked_day(&mut c, hints) {
        return Some(read(with_clock(day, c)?, true));
    }
    let read_at = hints.fetched_at?;
    if let Some(stamp) = relative::ago(&mut c, read_at, hints.language()) {
        return Some(read((stamp, c), true));
    }
    if relative::now(&mut c) {
        let stamp = Stamp {
            day: read_at.date(),
            time: Some(super::Clock::of(read_at)),
            offset: None,
        };
        return Some(read((stamp, c), is_alone(whole_from, c)));
    }
    let days = relative::day_word(&mut c, hints.language())?;
    let day = DateTime::date(read_at).checked_sub(days.days()).ok()?;
    let (stamp, end) = with_clock(day, c)?;
    let sure = stamp.time.is_some() || is_alone(whole_from, end);
    Some(read((stamp, end), sure))
}

fn with_clock(day: Date, mut c: Cursor<'_>) -> Option<(Stamp, Cursor<'_>)> {
    let timed = match following_clock(&mut c) {
        Seen::Time(timed) => Some(timed),
        Seen::Nothing => None,
        Seen::Impossible => return None,
    };
    Some((stamped(day, timed)?, c))
}

/// A stamp whose day is written.
fn dated<'a>(start: Cursor<'a>, whole_from: Cursor<'a>, hints: &Hints) -> Option<Read<'a>> {
    let mut c = start;
    let leading = leading_clock(&mut c);
    let (written, mut named_weekday) = weekday_and_day(&mut c, hints)?;
    let mut end = c;
    named_weekday |= weekday(&mut end);
    let mut timed = written.timed.or(leading);
    if timed.is_none() {
        match following_clock(&mut end) {
            Seen::Time(time) => {
                timed = Some(time);
                bracketed_weekday(&mut end);
            }
            Seen::Nothing => {}
            Seen::Impossible => return None,
        }
    }
    if timed.is_none() && !written.ends_at(&c) {
        return None;
    }
    let sure = match written.year {
        Year::Full(_) => true,
        Year::Short(_) => {
            timed.is_some() || stands_as(&start, "99.99.99") && is_set_off(start, end)
        }
        Year::Missing if written.bare => timed.is_some() && (written.padded || named_weekday),
        Year::Missing => timed.is_some() || named_weekday || is_alone(whole_from, end),
    };
    let stamp = stamped(day(&written, hints)?, timed)?;
    Some(Read { stamp, end, sure })
}

/// A day, with its weekday before it or not. "Mar" is a weekday in French and Spanish, so a day without is tried as well.
fn weekday_and_day(cursor: &mut Cursor<'_>, hints: &Hints) -> Option<(Written, bool)> {
    let mut c = *cursor;
    if weekday(&mut c) && !(hints.speaks("vi") && is_thu(*cursor, c)) {
        joint(&mut c, &[',', '.', '-', '|', '،', '·', '•', '/'], false);
        if let Some(written) = forms::read(&mut c, hints) {
            *cursor = c;
            return Some((written, true));
        }
    }
    Some((forms::read(cursor, hints)?, false))
}

/// Whether the weekday between two places has three letters: in Vietnamese none has, and `Thu` is a name.
fn is_thu(mut from: Cursor<'_>, to: Cursor<'_>) -> bool {
    const THU_CHARS: usize = 3;
    from.space();
    from.skip(THU_CHARS);
    from.same_place(&to)
}

/// Passes a weekday behind the time: 16:21 UTC (Fri).
fn bracketed_weekday(cursor: &mut Cursor<'_>) {
    let mut c = *cursor;
    c.space();
    if c.peek() == Some('(') && weekday(&mut c) {
        *cursor = c;
    }
}

fn stamped(day: Date, timed: Option<Timed>) -> Option<Stamp> {
    let day = match timed {
        Some(timed) if timed.next_day => day.tomorrow().ok()?,
        _ => day,
    };
    Some(Stamp {
        day,
        time: timed.map(|timed| timed.clock),
        offset: timed.and_then(|timed| timed.offset),
    })
}

/// A time before its day: 12:34, 4 March 2021.
fn leading_clock(cursor: &mut Cursor<'_>) -> Option<Timed> {
    let mut c = *cursor;
    if !c.digit_follows() {
        return None;
    }
    let Seen::Time(timed) = clock(&mut c, Lead::Bare) else {
        return None;
    };
    let before = c;
    joint(&mut c, CLOCK_JOINTS, false);
    if before.same_place(&c) {
        return None;
    }
    *cursor = c;
    Some(timed)
}

/// A time after its day. One that cannot be makes the day none either. Moves only when there is one.
fn following_clock(cursor: &mut Cursor<'_>) -> Seen {
    let mut c = *cursor;
    let lead = if c.peek() == Some('t') && c.ahead(1).is_some_and(|c| c.is_ascii_digit()) {
        c.skip(1);
        Lead::Iso
    } else if joint(&mut c, CLOCK_JOINTS, true) {
        Lead::Word
    } else {
        Lead::Bare
    };
    let seen = clock(&mut c, lead);
    if matches!(seen, Seen::Time(_)) {
        *cursor = c;
    }
    seen
}

/// Whether nothing but what is between the two stands in the text.
fn is_alone(from: Cursor<'_>, to: Cursor<'_>) -> bool {
    let mut back = 1;
    while let Some(c) = from.behind(back) {
        if !matches!(c, ' ' | '(' | '[' | '-' | '|' | '·' | '•' | '【') {
            return false;
        }
        back += 1;
    }
    let mut on = 0;
    while let Some(c) = to.ahead(on) {
        if !matches!(
            c,
            ' ' | ')' | ']' | '-' | '|' | '·' | '•' | '.' | ',' | ':' | '】'
        ) {
            return false;
        }
        on += 1;
    }
    true
}

/// Whether bars, brackets or the edges of the text set off what is between the two: A. Fischer | 06.11.23.
fn is_set_off(from: Cursor<'_>, to: Cursor<'_>) -> bool {
    let before = (1..=2).map(|k| from.behind(k)).find(|c| *c != Some(' '));
    let after = (0..=1).map(|k| to.ahead(k)).find(|c| *c != Some(' '));
    matches!(
        before.flatten(),
        None | Some('|' | '•' | '·' | ',' | '(' | '[')
    ) && matches!(
        after.flatten(),
        None | Some('|' | '•' | '·' | ',' | '/' | ')' | ']')
    )
}

/// The day that was written, the order of day and month settled.
fn day(written: &Written, hints: &Hints) -> Option<Date> {
    let of = |month, of_month| calendars::day_of(written.year, month, of_month, hints);
    match written.order {
        Order::Known { month, day } => of(month, day),
        Order::SolarHijri { year, month, day } => calendars::solar_hijri(year, month, day),
        Order::Open { first, second } => match (of(second, first), of(first, second)) {
            (Some(one), None) | (None, Some(one)) => Some(one),
            (Some(one), Some(two)) if one == two => Some(one),
            (Some(day_first), Some(month_first)) => choose(day_first, month_first, hints),
            (None, None) => None,
        },
    }
}

/// Chooses between two readings of 04/03/2021, or gives none: a wrong day is worse than no day.
fn choose(day_first: Date, month_first: Date, hints: &Hints) -> Option<Date> {
    if let Some(known) = hints
        .day
        .filter(|day| *day == day_first || *day == month_first)
    {
        return Some(known);
    }
    if let Some(month) = hints.month_first.or_else(|| month_leads(hints)) {
        return Some(if month { month_first } else { day_first });
    }
    // A page is not read before its day.
    let latest = hints.fetched_at?.date().tomorrow().ok()?;
    match (day_first <= latest, month_first <= latest) {
        (true, false) => Some(day_first),
        (false, true) => Some(month_first),
        _ => None,
    }
}

/// Lands that write the month first in numbers.
const MONTH_FIRST: &[&str] = &["en-us", "en-ph", "fil", "es-us", "en-pr"];

/// Languages that are written both ways, or with the year first, so that a year at the end says nothing.
const UNSETTLED: &[&str] = &["en", "en-ca", "zh", "ja", "ko", "und", "mul"];

/// Whether the month comes first by the habit of the language; `None` where the language does not tell.
fn month_leads(hints: &Hints) -> Option<bool> {
    let tag = hints.language()?.to_ascii_lowercase().replace('_', "-");
    if MONTH_FIRST.contains(&tag.as_str()) {
        return Some(true);
    }
    let settled = !UNSETTLED.contains(&tag.as_str()) && !hints.year_first();
    settled.then_some(false)
}
