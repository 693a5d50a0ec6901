//! A day as it is written, before it is known which.

use super::calendars::Year;
use super::clock::Timed;
use super::line::Cursor;

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
    pub(super) like_version: bool,
    /// A time written between day and year.
    pub(super) timed: Option<Timed>,
}

impl Written {
    pub(super) fn named(year: Year, month: u32, day: u32) -> Self {
        Self {
            year,
            order: Order::Known { month, day },
            bare: false,
            padded: false,
            like_version: false,
            timed: None,
        }
    }

    pub(super) fn bare(year: Year, order: Order, padded: bool) -> Self {
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
