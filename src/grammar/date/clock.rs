//! Times of day and zones as pages print them.

use std::sync::LazyLock;

use jiff::tz::Offset;

use super::Clock;
use super::line::{Cursor, is_spaced_letter};
use super::words::Words;

/// A time of day with the offset that was written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Timed {
    pub(super) clock: Clock,
    /// 24:00, which is midnight of the next day.
    pub(super) next_day: bool,
    pub(super) offset: Option<Offset>,
}

/// What a place in the text holds.
pub(super) enum Seen {
    Nothing,
    /// The form of a time, but none there is: 25:10.
    Impossible,
    Time(Timed),
}

/// The half of the day, or the part of it that tells the half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    /// From eleven to two, hour by hour.
    Noon,
    Afternoon,
    /// Six to midnight: twelve belongs to the next day.
    Night,
}

#[rustfmt::skip]
const HALVES: &[(&str, &str, Half)] = &[
    ("en", "am", Half::Morning), ("en", "a.m.", Half::Morning), ("en", "a.m", Half::Morning), ("es", "a. m.", Half::Morning), ("en", "pm", Half::Afternoon), ("en", "p.m.", Half::Afternoon), ("en", "p.m", Half::Afternoon), ("es", "p. m.", Half::Afternoon),
    ("el", "πμ", Half::Morning), ("el", "π.μ.", Half::Morning), ("el", "μμ", Half::Afternoon), ("el", "μ.μ.", Half::Afternoon),
    ("ar", "ص", Half::Morning), ("ar", "صباحا", Half::Morning), ("ar", "م", Half::Afternoon), ("ar", "مساء", Half::Afternoon),
    ("vi", "sáng", Half::Morning), ("vi", "chiều", Half::Afternoon), ("vi", "tối", Half::Night),
    ("zh", "上午", Half::Morning), ("zh", "凌晨", Half::Morning), ("zh", "清晨", Half::Morning), ("zh", "早上", Half::Morning), ("zh", "早晨", Half::Morning), ("zh", "中午", Half::Noon), ("zh", "下午", Half::Afternoon), ("zh", "傍晚", Half::Afternoon), ("zh", "晚上", Half::Night), ("zh", "晚间", Half::Night), ("zh", "晚間", Half::Night), ("zh", "夜间", Half::Night), ("zh", "夜間", Half::Night),
    ("ja", "午前", Half::Morning), ("ja", "午後", Half::Afternoon),
    ("ko", "오전", Half::Morning), ("ko", "새벽", Half::Morning), ("ko", "낮", Half::Noon), ("ko", "오후", Half::Afternoon), ("ko", "밤", Half::Night),
];

/// What follows a time and adds nothing but certainty that it is one.
#[rustfmt::skip]
const CLOCK_TAILS: &[(&str, &str)] = &[
    ("de", "uhr"), ("nl", "uur"), ("en", "hrs"), ("en", "hours"), ("fr", "h"), ("es", "hs"), ("es", "horas"), ("th", "น."), ("th", "น"), ("hi", "बजे"), ("ka", "საათზე"), ("sv", "tiden"), ("ja", "頃"), ("ja", "ごろ"), ("zh", "许"), ("zh", "許"), ("bg", "ч."), ("bg", "ч"), ("cs", "hod."), ("cs", "hod"),
];

/// Zones by name, in minutes east of Greenwich. `None`: a zone is named, but which offset it has depends on the season
/// (ET), or on which of several lands means it (CST, IST, BST): it is passed over and nothing is claimed.
#[rustfmt::skip]
const ZONES: &[(&str, &str, Option<i32>)] = &[
    ("en", "gmt", Some(0)), ("en", "utc", Some(0)), ("en", "wet", Some(0)), ("en", "west", Some(60)), ("en", "cet", Some(60)), ("en", "cest", Some(120)), ("de", "mez", Some(60)), ("de", "mesz", Some(120)), ("en", "eet", Some(120)), ("en", "eest", Some(180)), ("ru", "msk", Some(180)), ("ru", "мск", Some(180)),
    ("en", "est", Some(-300)), ("en", "edt", Some(-240)), ("en", "cdt", Some(-300)), ("en", "mdt", Some(-360)), ("en", "pst", Some(-480)), ("en", "pdt", Some(-420)), ("en", "akst", Some(-540)), ("en", "akdt", Some(-480)), ("en", "hst", Some(-600)),
    ("pt", "brt", Some(-180)),
    ("ja", "jst", Some(540)), ("ja", "日本時間", Some(540)), ("ko", "kst", Some(540)), ("zh", "hkt", Some(480)), ("zh", "北京时间", Some(480)), ("zh", "北京時間", Some(480)), ("en", "sgt", Some(480)), ("en", "pht", Some(480)), ("id", "wib", Some(420)), ("id", "wita", Some(480)), ("id", "wit", Some(540)), ("en", "pkt", Some(300)), ("en", "npt", Some(345)),
    ("en", "awst", Some(480)), ("en", "acst", Some(570)), ("en", "acdt", Some(630)), ("en", "aest", Some(600)), ("en", "aedt", Some(660)), ("en", "nzst", Some(720)), ("en", "nzdt", Some(780)), ("en", "sast", Some(120)), ("en", "eat", Some(180)), ("en", "cat", Some(120)),
    ("en", "eastern standard time", Some(-300)), ("en", "eastern daylight time", Some(-240)), ("en", "central standard time", Some(-360)), ("en", "central daylight time", Some(-300)), ("en", "mountain standard time", Some(-420)), ("en", "mountain daylight time", Some(-360)), ("en", "pacific standard time", Some(-480)), ("en", "pacific daylight time", Some(-420)), ("en", "eastern time", None), ("en", "central time", None), ("en", "pacific time", None),
    ("en", "et", None), ("en", "ct", None), ("en", "mt", None), ("en", "pt", None), ("en", "eastern", None), ("en", "central", None), ("en", "pacific", None), ("en", "cst", None), ("en", "mst", None), ("en", "ist", None), ("en", "bst", None), ("en", "ast", None), ("en", "wat", None), ("en", "gst", None),
];

static HALF_WORDS: LazyLock<Words<Half>> = LazyLock::new(|| Words::new(HALVES.iter().copied()));

static TAIL_WORDS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(CLOCK_TAILS.iter().map(|(lang, text)| (*lang, *text, ()))));

static ZONE_WORDS: LazyLock<Words<Option<i32>>> =
    LazyLock::new(|| Words::new(ZONES.iter().copied()));

/// A zone that is written beside a time.
#[derive(Clone, Copy)]
enum Zone {
    At(Offset),
    /// Its name does not tell the offset.
    Unsettled,
}

impl Zone {
    fn offset(self) -> Option<Offset> {
        match self {
            Self::At(offset) => Some(offset),
            Self::Unsettled => None,
        }
    }
}

/// How sure it is before reading that a time stands here: it decides whether 12.34 is one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Bare,
    /// The T of ISO 8601.
    Iso,
    /// "um", "klo", "alle ore".
    Word,
}

/// Hours, minutes and seconds as written, before any half of the day.
struct Digits {
    hour: u32,
    minute: u32,
    second: Option<u32>,
    form: Form,
}

/// How a time is written, which says what must stand around it to make it one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 12:34, a time even when its numbers are impossible.
    Colon,
    /// 12時34分, 12h34.
    Signed,
    /// 12.34, which may be a price.
    Dotted,
    /// 1234, which may be a year.
    Joined,
    /// 12, which may be anything.
    Hour,
}

impl Form {
    fn stands(self, half: bool, tail: bool, lead: Lead, zone: bool) -> bool {
        match self {
            Self::Colon | Self::Signed => true,
            Self::Dotted => half || tail || zone || lead == Lead::Word,
            Self::Joined => tail || zone,
            Self::Hour => half || tail,
        }
    }
}

/// Reads a time of day and its zone. Moves only when there is one.
pub(super) fn clock(cursor: &mut Cursor<'_>, lead: Lead) -> Seen {
    let mut c = *cursor;
    let zone_before = named_zone(&mut c);
    c.space();
    let before = HALF_WORDS.read(&mut c, None);
    c.space();
    let Some(mut digits) = clock_digits(&mut c, lead) else {
        return Seen::Nothing;
    };
    let mut end = c;
    let after = spaced(&mut c, |c| HALF_WORDS.read(c, None));
    let tail = spaced(&mut c, |c| TAIL_WORDS.read(c, None));
    if after.is_some() || tail.is_some() {
        end = c;
    }
    let half = before.or(after);
    let mut zone = zone(&mut end, lead == Lead::Iso || digits.second.is_some());
    if zone.is_none() && zone_before.is_some() {
        zone = zone_before;
    }
    if !digits
        .form
        .stands(half.is_some(), tail.is_some(), lead, zone.is_some())
    {
        return Seen::Nothing;
    }
    if let Some(half) = half {
        let Some(hour) = hour_of(half, digits.hour) else {
            return Seen::Impossible;
        };
        digits.hour = hour;
    }
    let Some((clock, next_day)) = checked(&digits) else {
        return if digits.form == Form::Colon {
            Seen::Impossible
        } else {
            Seen::Nothing
        };
    };
    *cursor = end;
    Seen::Time(Timed {
        clock,
        next_day,
        offset: zone.and_then(Zone::offset),
    })
}

fn checked(digits: &Digits) -> Option<(Clock, bool)> {
    let second = digits.second.unwrap_or_default();
    let next_day = digits.hour == 24 && digits.minute == 0 && second == 0;
    // A leap second is read as the one before it.
    if digits.hour > 23 && !next_day || digits.minute > 59 || second > 60 {
        return None;
    }
    let clock = Clock {
        hour: i8::try_from(digits.hour % 24).ok()?,
        minute: i8::try_from(digits.minute).ok()?,
        second: match digits.second {
            Some(second) => Some(i8::try_from(second.min(59)).ok()?),
            None => None,
        },
    };
    Some((clock, next_day))
}

fn hour_of(half: Half, hour: u32) -> Option<u32> {
    match (half, hour) {
        // Some pages print both the half and the hour of 24.
        (_, 13..=23)
        | (Half::Noon, 11 | 12)
        | (Half::Morning, 0..=11)
        | (Half::Afternoon, 12)
        | (Half::Night, 0) => Some(hour),
        (Half::Morning, 12) => Some(0),
        (Half::Afternoon, 0..=11) | (Half::Night, 5..=11) | (Half::Noon, 1 | 2) => Some(hour + 12),
        _ => None,
    }
}

fn clock_digits(c: &mut Cursor<'_>, lead: Lead) -> Option<Digits> {
    if let Some(both) = military(c) {
        return Some(both);
    }
    let hour = c.number(1, 2)?.value;
    let minute_after = |c: &mut Cursor<'_>, form| {
        let minute = c.number(2, 2)?.value;
        Some(Digits {
            hour,
            minute,
            second: None,
            form,
        })
    };
    let mut next = *c;
    match next.peek() {
        Some(':') => {
            next.skip(1);
            let mut digits = minute_after(&mut next, Form::Colon)?;
            digits.second = seconds(&mut next);
            *c = next;
            Some(digits)
        }
        Some('.') if c.ahead(3).is_none_or(|c| !c.is_ascii_digit()) => {
            next.skip(1);
            let digits = minute_after(&mut next, Form::Dotted)?;
            if next.peek() == Some('.') && next.ahead(1).is_some_and(|c| c.is_ascii_digit()) {
                return None;
            }
            *c = next;
            Some(digits)
        }
        // A file name's form of ISO 8601: T18-04-03Z.
        Some('-') if lead == Lead::Iso => {
            next.skip(1);
            let mut digits = minute_after(&mut next, Form::Colon)?;
            if next.eat('-') {
                digits.second = Some(next.number(2, 2)?.value);
            }
            *c = next;
            Some(digits)
        }
        _ => {
            let digits = signed_digits(&mut next, hour).unwrap_or(Digits {
                hour,
                minute: 0,
                second: None,
                form: Form::Hour,
            });
            if digits.form == Form::Signed {
                *c = next;
            }
            Some(digits)
        }
    }
}

/// Four digits before a zone or "hrs": 1530 GMT. They are a time only if what follows confirms it.
fn military(c: &mut Cursor<'_>) -> Option<Digits> {
    let both = c.number(4, 4)?.value;
    Some(Digits {
        hour: both / 100,
        minute: both % 100,
        second: None,
        form: Form::Joined,
    })
}

fn seconds(c: &mut Cursor<'_>) -> Option<u32> {
    let mut next = *c;
    if !next.eat(':') {
        return None;
    }
    let second = next.number(2, 2)?.value;
    *c = next;
    // Fractions are no news.
    if next.eat_any(&['.', ',', ':']).is_some() && next.digit_follows() {
        while next.digit_follows() {
            next.skip(1);
        }
        *c = next;
    }
    Some(second)
}

/// 12時34分56秒, 15시 21분, 9点半, 12h34, 12 h 34 min.
fn signed_digits(c: &mut Cursor<'_>, hour: u32) -> Option<Digits> {
    c.space();
    let han = c.eat_any(&['時', '时', '点', '點', '시']).is_some();
    let latin = !han && c.eat('h');
    if !han && !latin {
        return None;
    }
    let mut digits = Digits {
        hour,
        minute: 0,
        second: None,
        form: Form::Signed,
    };
    let mut next = *c;
    if han && next.eat('半') {
        digits.minute = 30;
        *c = next;
        return Some(digits);
    }
    next.space();
    let minute = next.number(1, 2);
    next.space();
    let minute_sign = han && next.eat_any(&['分', '분']).is_some();
    if let Some(minute) = minute.filter(|minute| minute_sign || latin && minute.digits == 2) {
        digits.minute = minute.value;
        *c = next;
        next.space();
        let second = next.number(1, 2);
        if let Some(second) = second.filter(|_| minute_sign)
            && next.eat_any(&['秒', '초']).is_some()
        {
            digits.second = Some(second.value);
            *c = next;
        }
        return Some(digits);
    }
    if latin && c.peek().is_some_and(is_spaced_letter) {
        return None;
    }
    Some(digits)
}

/// Runs `read` behind an optional space; moves only when it finds something.
fn spaced<'a, T>(c: &mut Cursor<'a>, read: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
    let mut next = *c;
    next.space();
    let found = read(&mut next)?;
    *c = next;
    Some(found)
}

/// Reads a zone after a time.
fn zone(cursor: &mut Cursor<'_>, exact: bool) -> Option<Zone> {
    let mut c = *cursor;
    if c.peek() == Some('z') && !c.ahead(1).is_some_and(is_spaced_letter) {
        cursor.skip(1);
        return Some(Zone::At(Offset::UTC));
    }
    let spaced = c.space();
    let bracket = c.eat('(');
    let zone = named_zone(&mut c).or_else(|| {
        // 09:30-10:30 is a span of time; only after seconds or the T is it a time and its offset.
        let sign = c.peek()?;
        let may = sign == '+' || exact || spaced;
        numeric_offset(&mut c, spaced).filter(|_| may).map(Zone::At)
    })?;
    if bracket {
        c.space();
        if !c.eat(')') {
            return None;
        }
    }
    *cursor = c;
    Some(zone)
}

/// Reads a zone by its name, with a number after it if there is one: GMT+7.
fn named_zone(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let mut c = *cursor;
    let minutes = ZONE_WORDS.read(&mut c, None)?;
    let mut zone = minutes
        .and_then(|minutes| Offset::from_seconds(minutes * 60).ok())
        .map_or(Zone::Unsettled, Zone::At);
    if minutes == Some(0) {
        let mut next = c;
        next.space();
        if let Some(offset) = loose_offset(&mut next) {
            zone = Zone::At(offset);
            c = next;
            spelled_out(&mut c);
        }
    }
    *cursor = c;
    Some(zone)
}

/// The longest name of a zone that is passed over behind its offset: (Coordinated Universal Time).
const ZONE_NAME_CHARS: usize = 48;

/// Passes the name in brackets that `Date.toString` of JavaScript adds.
fn spelled_out(cursor: &mut Cursor<'_>) {
    let mut c = *cursor;
    c.space();
    if !c.eat('(') {
        return;
    }
    for _ in 0..ZONE_NAME_CHARS {
        match c.peek() {
            Some(')') => {
                c.skip(1);
                *cursor = c;
                return;
            }
            Some(letter) if letter.is_alphabetic() || letter == ' ' => c.skip(1),
            _ => return,
        }
    }
}

/// +08:00, +0800, and +08 when nothing parts it from the time.
pub(super) fn numeric_offset(cursor: &mut Cursor<'_>, spaced: bool) -> Option<Offset> {
    let mut c = *cursor;
    let sign = c.eat_any(&['+', '-'])?;
    let (hours, minutes) = match c.digit_run() {
        4 => (c.first_digits(2)?.value, c.first_digits(2)?.value),
        2 => {
            let hours = c.first_digits(2)?.value;
            let mut next = c;
            if next.eat(':') {
                let minutes = next.number(2, 2)?.value;
                c = next;
                (hours, minutes)
            } else if spaced {
                return None;
            } else {
                (hours, 0)
            }
        }
        _ => return None,
    };
    let offset = offset(sign, hours, minutes)?;
    *cursor = c;
    Some(offset)
}

/// +7, +07, +0530, +5:30: behind GMT, where a number can be nothing else.
fn loose_offset(cursor: &mut Cursor<'_>) -> Option<Offset> {
    let mut c = *cursor;
    if let Some(offset) = numeric_offset(&mut c, false) {
        *cursor = c;
        return Some(offset);
    }
    let sign = c.eat_any(&['+', '-'])?;
    let hours = c.number(1, 1)?.value;
    let mut next = c;
    let minutes = if next.eat(':') {
        let minutes = next.number(2, 2)?.value;
        c = next;
        minutes
    } else {
        0
    };
    let offset = offset(sign, hours, minutes)?;
    *cursor = c;
    Some(offset)
}

/// The offsets in use reach from twelve hours west to fourteen hours east, in quarters of an hour.
fn offset(sign: char, hours: u32, minutes: u32) -> Option<Offset> {
    let most = if sign == '-' { 12 } else { 14 };
    if hours > most || minutes > 59 || !minutes.is_multiple_of(15) {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    Offset::from_seconds(if sign == '-' { -seconds } else { seconds }).ok()
}
