//! What cannot be asked.

use std::fmt;

/// A request that makes no sense: a URL that is none, a time, a selector that is none.
///
/// A bad page is never an error: extraction always gives an [`Article`](crate::Article).
///
/// ```
/// let error = faircopy::Extractor::new().url("not a url").unwrap_err();
/// assert!(error.is_url());
/// assert_eq!(error.to_string(), "not an absolute http or https url: \"not a url\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum ErrorKind {
    Url(String),
    FetchTime(String),
    Limit(String),
    Selector(String),
}

impl Error {
    pub(crate) fn url(given: &str) -> Self {
        Self {
            kind: ErrorKind::Url(given.to_owned()),
        }
    }

    pub(crate) fn fetch_time(given: &str) -> Self {
        Self {
            kind: ErrorKind::FetchTime(given.to_owned()),
        }
    }

    pub(crate) fn limit(given: &str) -> Self {
        Self {
            kind: ErrorKind::Limit(given.to_owned()),
        }
    }

    pub(crate) fn selector(given: &str) -> Self {
        Self {
            kind: ErrorKind::Selector(given.to_owned()),
        }
    }

    /// Whether the URL is none, or not http or https.
    #[must_use]
    pub fn is_url(&self) -> bool {
        matches!(self.kind, ErrorKind::Url(_))
    }

    /// Whether the time of fetching is no ISO 8601 time.
    #[must_use]
    pub fn is_fetch_time(&self) -> bool {
        matches!(self.kind, ErrorKind::FetchTime(_))
    }

    /// Whether there is no limit of that name.
    #[must_use]
    pub fn is_limit(&self) -> bool {
        matches!(self.kind, ErrorKind::Limit(_))
    }

    /// Whether the CSS selector is none.
    #[must_use]
    pub fn is_selector(&self) -> bool {
        matches!(self.kind, ErrorKind::Selector(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Url(given) => write!(f, "not an absolute http or https url: {given:?}"),
            ErrorKind::FetchTime(given) => write!(
                f,
                "not a day or time in ISO 8601, as 2024-05-02 or 2024-05-02T06:30Z: {given:?}"
            ),
            ErrorKind::Limit(given) => write!(f, "no such limit: {given:?}"),
            ErrorKind::Selector(given) => write!(f, "not a CSS selector: {given:?}"),
        }
    }
}

impl std::error::Error for Error {}
