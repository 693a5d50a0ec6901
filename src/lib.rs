//! The clean copy of a scraped news page: one body, each caption once, the metadata with its origin, and a reason for every block
//! that went. A *fair copy* is the neat final version of a text, with the deletions made and the repeats gone; this crate makes one
//! out of HTML, of bytes in any encoding, or of text that has lost its markup.
//!
//! ```
//! let page = r#"
//! <title>Night ferry returns - Harbour Post</title>
//! <ul class="menu"><li><a href="/local">Local</a></li><li><a href="/sport">Sport</a></li></ul>
//! <h1>Night ferry returns</h1>
//! <p>By Ada Quill, 2 May 2024, 06:30</p>
//! <p>The night ferry to Sandholm, laid up since 2013, will take <a href="/fares">passengers</a> again from Friday.</p>
//! <img src="/ferry.jpg" alt="The Merganser at the pier. Photo: Ines Calloway">
//! <p>The Merganser at the pier. Photo: Ines Calloway</p>
//! <p>She leaves at 10.40pm and reaches the island shortly before six, with forty cabins on board.</p>"#;
//!
//! let article = faircopy::Extractor::new().url("https://harbourpost.example/ferry")?.extract(page);
//!
//! assert_eq!(article.authors[0].name, "Ada Quill");
//! assert_eq!(article.published_at.as_deref(), Some("2024-05-02T06:30"));
//! assert_eq!(article.to_markdown(), "\
//! ## Night ferry returns
//!
//! The night ferry to Sandholm, laid up since 2013, will take [passengers](https://harbourpost.example/fares) again from Friday.
//!
//! ![](https://harbourpost.example/ferry.jpg)
//! *The Merganser at the pier. (Photo: Ines Calloway)*
//!
//! She leaves at 10.40pm and reaches the island shortly before six, with forty cabins on board.");
//! # Ok::<(), faircopy::Error>(())
//! ```
//!
//! # The main types, in order of use
//!
//! * [`extract`], [`extract_bytes`], [`extract_text`] and [`extract_blocks`] are the short ways in, with default options.
//! * [`Extractor`] has the options: the page's URL, the header it came with, when it was fetched, which way to lean ([`Focus`]), whether to
//!   list what went, [`Limits`]. It is `Send + Sync`, cheap to clone and has no state.
//! * [`Article`] is what comes out, always. [`Status`] says whether the page is an article; each [`Block`] of the body has its text, and links and emphasis
//!   as [`Inline`] runs. [`Article::text`], [`Article::to_markdown`] and [`Article::to_html`] render it, and serde stores it.
//! * [`Removed`] says of a block that went why it did, a [`Reason`], on what evidence, and what it repeats. [`Extractor::trace`] gives a
//!   [`TraceLine`] for each block of the page, kept ones too.
//! * [`InputBlock`] is what another program hands over that has blocks already; [`Extractor::collapse`] finds what stands twice among
//!   them, as [`CopyClass`]es, and does nothing else.
//! * [`Error`] is for what cannot be asked, such as a URL that is none. A bad page is never an error.
//!
//! # Untrusted input and limits
//!
//! Pages are written by strangers. No input makes the library panic, recurse without bound, read a file or a clock, or reach for the
//! network. Time and memory grow linearly with the input: each [`Limit`] bounds a count, never seconds, so that the same page gives the same record on
//! every machine. A limit cuts and never refuses, and each cut is listed in [`Article::limits_hit`], but for those of combining marks and
//! of the ends of very long differences. [`Limits::unbounded`] is for input that is trusted.
//!
//! Addresses in the record are http or https (a picture's may be relative where the page's own address is not known), text has no control
//! characters but newline and tab, and [`Article::to_html`] prints a fixed set of elements from the record, never markup of the page.
//!
//! # Features
//!
//! * `schema`: `schemars::JsonSchema` for the record. Off by default.

mod article;
mod captions;
mod collapse;
mod compose;
mod dedup;
mod error;
mod extractor;
mod fields;
mod grammar;
mod headline;
mod input;
mod judge;
mod lexicon;
mod limits;
mod page;
mod render;
mod text;
mod trace;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use article::{
    Article, Block, BodyOrigin, Cell, Comment, Emphasis, Encoding, EncodingGround, Image, Inline,
    ListItem, LostClaim, Origin, Person, PersonRole, Reason, Removed, Repeats, SCHEMA, Source,
    Span, Status, Why, WonBy,
};
pub use collapse::{Collapsed, Copied, CopyClass};
pub use compose::join;
pub use error::Error;
pub use extractor::{Extractor, Input};
pub use judge::focus::Focus;
pub use limits::{Limit, LimitHit, Limits};
pub use page::given::{InputBlock, InputKind};
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

/// Extracts the article from blocks that the caller has cut already, with default options.
///
/// ```
/// use faircopy::InputBlock;
/// let blocks = ["Two boats", "The night ferry returns on Monday, the harbour office said on Friday."].map(InputBlock::new);
/// assert_eq!(faircopy::extract_blocks(&blocks).title.as_deref(), Some("Two boats"));
/// ```
#[must_use]
pub fn extract_blocks(blocks: &[InputBlock<'_>]) -> Article {
    Extractor::new().extract_blocks(blocks)
}

/// The README's examples, which are tested as they stand there.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
