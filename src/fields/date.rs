//! Dates and times as pages print them.

/// Reads an ISO 8601 date or time.
pub(crate) fn iso_datetime(text: &str) -> Option<jiff::civil::DateTime> {
    text.parse().ok()
}
#[derive(Clone, Debug, Default)]
pub(crate) struct Hints {
    pub fetched_at: Option<jiff::civil::DateTime>,
    pub day: Option<jiff::civil::Date>,
    pub language: Option<String>,
    pub month_first: Option<bool>,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) day: jiff::civil::Date,
    pub(crate) time: Option<u8>,
    pub(crate) offset: Option<jiff::tz::Offset>,
}
impl Stamp {
    pub(crate) fn to_iso(&self) -> String {
        self.day.to_string()
    }
    pub(crate) fn precision(&self) -> u8 {
        0
    }
    pub(crate) fn same_moment(&self, o: &Self) -> bool {
        self == o
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateRole {
    Published,
    Modified,
    Unlabelled,
}
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) range: std::ops::Range<usize>,
    pub(crate) stamp: Stamp,
    pub(crate) role: DateRole,
}
pub(crate) fn read_machine(v: &str) -> Option<Stamp> {
    Some(Stamp {
        day: v.get(..10)?.parse().ok()?,
        time: None,
        offset: None,
    })
}
pub(crate) fn in_url(_v: &str) -> Option<jiff::civil::Date> {
    None
}
/// Finds the commonest forms of dates.
pub(crate) fn find(text: &str, _hints: &Hints) -> Vec<Found> {
    static FORMS: std::sync::LazyLock<Option<regex::Regex>> = std::sync::LazyLock::new(|| {
        regex::Regex::new(
        r"(?x)
        (?: \d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}[日.]? | \d{1,2}\.\s?\d{1,2}\.\s?\d{4} | (?i:january|february|march|april|may|june|mar)\.?\ \d{1,2},?\ \d{4} | \d{1,2}\.?\ (?i:march|april|märz|mars|marzo|марта|березня|maart)\ \d{4} )
        (?: [,T·]?\s*(?:(?:上午|下午|오전|오후)\s?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})? (?:\s?[ap]\.?m\.?)? )?").ok()
    });
    FORMS
        .as_ref()
        .map(|forms| {
            forms
                .find_iter(text)
                .map(|m| Found {
                    range: m.range(),
                    stamp: Stamp {
                        day: jiff::civil::Date::ZERO,
                        time: None,
                        offset: None,
                    },
                    role: DateRole::Unlabelled,
                })
                .collect()
        })
        .unwrap_or_default()
}
