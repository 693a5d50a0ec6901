//! Dates and times as pages print them.

/// Reads an ISO 8601 date or time.
pub(crate) fn iso_datetime(text: &str) -> Option<jiff::civil::DateTime> {
    text.parse().ok()
}
