//! Dates and times as pages print them, and as they write them for programs.
//!
//! Text in, value out: what a page says of its day, only as precise as it was written. A zone that was not written is not given.

mod calendars;
mod clock;
mod forms;
mod labels;
mod line;
mod machine;
mod months;
mod named;
mod numbers;
mod openings;
mod printed;
mod relative;
mod url;
mod words;
mod written;

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test fails by it")]
mod tests;

use std::fmt::Write as _;
use std::ops::Range;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};

pub(crate) use machine::read_machine;
pub(crate) use printed::{find, find_first, is_change_without_year};
pub(crate) use url::in_url;

/// A time of day, with seconds if they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: i8,
    pub(crate) minute: i8,
    pub(crate) second: Option<i8>,
}

impl Clock {
    /// Hour and minute of a moment.
    fn of(moment: DateTime) -> Self {
        Self {
            hour: moment.hour(),
            minute: moment.minute(),
            second: None,
        }
    }

    fn seconds(self) -> i64 {
        i64::from(self.hour) * 3600
            + i64::from(self.minute) * 60
            + i64::from(self.second.unwrap_or_default())
    }
}

/// A date as precise as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) day: Date,
    pub(crate) time: Option<Clock>,
    /// Only beside a time.
    pub(crate) offset: Option<Offset>,
}

/// Seconds between two statements of one moment, at most.
const NEAR_SECONDS: i64 = 60;

impl Stamp {
    /// ISO 8601: `2023-01-11`, `2023-01-11T23:25`, `2023-01-11T23:25:02+08:00`; `Z` for no offset at all.
    pub(crate) fn to_iso(&self) -> String {
        let mut iso = self.day.to_string();
        let Some(clock) = self.time else {
            return iso;
        };
        // Writing to a string does not fail.
        let _ = write!(iso, "T{:02}:{:02}", clock.hour, clock.minute);
        if let Some(second) = clock.second {
            let _ = write!(iso, ":{second:02}");
        }
        match self.offset.map(Offset::seconds) {
            None => {}
            Some(0) => iso.push('Z'),
            Some(seconds) => {
                let sign = if seconds < 0 { '-' } else { '+' };
                let minutes = seconds.abs() / 60;
                let _ = write!(iso, "{sign}{:02}:{:02}", minutes / 60, minutes % 60);
            }
        }
        iso
    }

    /// How precise the stamp is, for choosing among stamps of one moment: a day is 1, a time 2, with seconds 3, and an offset
    /// adds 2, since it tells more than seconds do.
    pub(crate) fn precision(&self) -> u8 {
        let time = match self.time {
            None => 0,
            Some(Clock { second: None, .. }) => 1,
            Some(_) => 2,
        };
        let offset = if self.time.is_some() && self.offset.is_some() {
            2
        } else {
            0
        };
        1 + time + offset
    }

    /// Whether two stamps can be of one moment, as far as both go: zones are converted, and where one has none, any zone in use
    /// may be meant. A stamp in UTC may be a day off one that has no time.
    pub(crate) fn same_moment(&self, other: &Self) -> bool {
        match (self.time, other.time) {
            (Some(one), Some(two)) => {
                let exact = one.second.is_some() && two.second.is_some();
                let unit = if exact { 1 } else { 60 };
                let apart =
                    self.local_seconds().div_euclid(unit) - other.local_seconds().div_euclid(unit);
                let apart = apart * unit;
                match (self.offset, other.offset) {
                    (Some(here), Some(there)) => {
                        apart == i64::from(here.seconds() - there.seconds())
                    }
                    (None, None) => apart == 0,
                    (Some(here), None) => zone_in_use(i64::from(here.seconds()) - apart),
                    (None, Some(there)) => zone_in_use(i64::from(there.seconds()) + apart),
                }
            }
            (Some(_), None) => self.falls_on(other.day),
            (None, Some(_)) => other.falls_on(self.day),
            (None, None) => self.day == other.day,
        }
    }

    /// Whether two stamps are of one moment, or within a minute of each other: a page prints the minute in which a text was put in, and
    /// its markup the second at which it came out.
    pub(crate) fn near_moment(&self, other: &Self) -> bool {
        let apart = self.seconds_before(other);
        apart.is_some_and(|seconds| seconds.abs() <= NEAR_SECONDS) || self.same_moment(other)
    }

    /// Whether a stamp is of another moment of the same day, before the other one.
    pub(crate) fn is_earlier_that_day(&self, other: &Self) -> bool {
        let apart = self.seconds_before(other);
        self.day == other.day && apart.is_some_and(|seconds| seconds > NEAR_SECONDS)
    }

    /// Seconds from one time to another; where one does not tell its zone, it has the other's.
    fn seconds_before(&self, other: &Self) -> Option<i64> {
        self.time.and(other.time)?;
        let zones = self.offset.zip(other.offset);
        let zones = zones.map_or(0, |(here, there)| here.seconds() - there.seconds());
        Some(other.local_seconds() - self.local_seconds() + i64::from(zones))
    }

    /// Whether two stamps are of one day, as written or as far as [`Self::same_moment`] goes.
    pub(crate) fn same_day(&self, other: &Self) -> bool {
        self.day == other.day || self.same_moment(other)
    }

    /// The moment of a stamp in UTC in the time of another that means the same moment: in its offset, or in the one that lies between
    /// the two. `None` where the other has no time, or is in UTC as well.
    pub(crate) fn in_time_of(&self, other: &Self) -> Option<Self> {
        let seconds = match other.offset {
            _ if self.offset != Some(Offset::UTC) || !self.same_moment(other) => return None,
            Some(offset) => i64::from(offset.seconds()),
            None => {
                other.time?;
                let minutes = |stamp: &Self| stamp.local_seconds().div_euclid(60);
                (minutes(other) - minutes(self)) * 60
            }
        };
        let offset = Offset::from_seconds(i32::try_from(seconds).ok()?).ok()?;
        let clock = self.time?;
        let time = jiff::civil::time(clock.hour, clock.minute, clock.second.unwrap_or(0), 0);
        let moment = self
            .day
            .to_datetime(time)
            .checked_add(seconds.seconds())
            .ok()?;
        (seconds != 0).then_some(Self {
            day: moment.date(),
            time: Some(Clock {
                second: clock.second.map(|_| moment.second()),
                ..Clock::of(moment)
            }),
            offset: Some(offset),
        })
    }

    /// Seconds of the written day and time from a fixed beginning, zone aside.
    fn local_seconds(&self) -> i64 {
        let origin = Date::ZERO;
        let days = i64::from((self.day - origin).get_days());
        days * 86_400 + self.time.map(Clock::seconds).unwrap_or_default()
    }

    /// Whether a time is on `day` as written or, when it is in UTC, in the zone of some place.
    fn falls_on(&self, day: Date) -> bool {
        if self.day == day {
            return true;
        }
        let day_start = Stamp {
            day,
            time: None,
            offset: None,
        };
        let into = self.local_seconds() - day_start.local_seconds();
        self.offset == Some(Offset::UTC)
            && (-ZONE_HOURS_EAST * 3600..86_400 + ZONE_HOURS_WEST * 3600).contains(&into)
    }
}

/// How far zones reach from Greenwich, in hours.
const ZONE_HOURS_WEST: i64 = 12;
const ZONE_HOURS_EAST: i64 = 14;

/// Offsets in use that are no whole hours, in minutes.
const BROKEN_OFFSETS: &[i64] = &[
    -570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765,
];

/// Whether some place keeps a clock that many seconds before Greenwich.
fn zone_in_use(seconds: i64) -> bool {
    let in_reach = (-ZONE_HOURS_WEST * 3600..=ZONE_HOURS_EAST * 3600).contains(&seconds);
    in_reach && (seconds % 3600 == 0 || BROKEN_OFFSETS.iter().any(|m| m * 60 == seconds))
}

/// Which day of a text's life a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateRole {
    Published,
    Modified,
    /// Nothing beside the date says.
    Unlabelled,
}

/// What is known before a text is looked through. All of it may be unknown.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hints {
    /// When the page was read: what "yesterday" is counted from.
    pub(crate) fetched_at: Option<DateTime>,
    /// A day known from the address or from claims: it gives the year to 03-04 and is what 今(11)日 is checked against.
    pub(crate) day: Option<Date>,
    /// BCP 47. It settles whether day or month comes first, and what a word of two languages means.
    pub(crate) language: Option<String>,
    /// Whether numbers put the month before the day, where the site is known; goes before the language.
    pub(crate) month_first: Option<bool>,
}

impl Hints {
    fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Whether the text is of a language that is written with the year first and the month before the day.
    fn year_first(&self) -> bool {
        ["zh", "ja", "ko"].iter().any(|lang| self.speaks(lang))
    }

    /// Whether the page is of a language.
    pub(crate) fn speaks(&self, lang: &str) -> bool {
        self.language().is_some_and(|tag| words::speaks(tag, lang))
    }
}

/// A date found in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Bytes of the text that hold label, date, time and zone, for cutting them out.
    pub(crate) range: Range<usize>,
    pub(crate) stamp: Stamp,
    pub(crate) role: DateRole,
}

/// Reads a date or a local time in ISO 8601. One with an offset is given in UTC.
pub(crate) fn iso_datetime(text: &str) -> Option<DateTime> {
    let text = text.trim();
    text.parse::<Timestamp>()
        .map(|moment| Offset::UTC.to_datetime(moment))
        .or_else(|_| text.parse::<DateTime>())
        .ok()
}
