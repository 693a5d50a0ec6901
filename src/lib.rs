//! The clean copy of a scraped news page.
//!
//! A *fair copy* is the neat final version of a text, with the deletions made and the repeats gone. This crate makes one out of a
//! page: one body, captions once, the metadata with its origin, and a reason for every block that went.

mod article;
mod dedup;
mod error;
mod extractor;
mod fields;
mod input;
mod judge;
mod limits;
mod page;
mod render;
mod text;
mod trace;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use article::{
    Article, Block, BodyOrigin, Cell, Comment, Emphasis, Encoding, Ground, Image, Inline, ListItem,
    Origin, Person, PersonRole, Reason, Removed, Repeats, SCHEMA, Source, Status, Why,
};
pub use error::Error;
pub use extractor::{Extractor, Focus, Input};
pub use limits::{Limit, LimitHit, Limits};
pub use trace::{Outcome, TraceLine};

/// Extracts the article from a page's HTML with default options.
///
/// ```
/// let article = faircopy::extract("<h1>Two boats</h1><p>The night ferry returns on Monday, the harbour office said on Friday.</p>");
/// assert_eq!(article.title.as_deref(), Some("Two boats"));
/// ```
#[must_use]
pub fn extract(html: &str) -> Article {
    Extractor::new().extract(html)
}

/// Extracts the article from a page's bytes, in whatever encoding, with default options.
///
/// ```
/// let article = faircopy::extract_bytes("<h1>Two boats</h1><p>The night ferry returns on Monday.</p>".as_bytes());
/// assert_eq!(article.title.as_deref(), Some("Two boats"));
/// ```
#[must_use]
pub fn extract_bytes(bytes: &[u8]) -> Article {
    Extractor::new().extract_bytes(bytes)
}

/// Extracts the article from text that has already lost its markup, one block per line, with default options.
///
/// ```
/// let article = faircopy::extract_text("Two boats\n\nThe night ferry returns on Monday, the harbour office said on Friday.");
/// assert_eq!(article.title.as_deref(), Some("Two boats"));
/// ```
#[must_use]
pub fn extract_text(text: &str) -> Article {
    Extractor::new().extract_text(text)
}
