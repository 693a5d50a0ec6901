//! The record: what a caller sees.

mod block;
mod image;
mod lost;
mod origin;
mod person;
mod removed;
mod span;
mod status;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use block::{Block, Cell, Emphasis, Inline, ListItem};
pub use image::Image;
pub use lost::{LostClaim, WonBy};
pub use origin::{BodyOrigin, Encoding, EncodingGround, Origin};
pub use person::{Person, PersonRole, Source};
pub use removed::{Reason, Removed, Repeats};
pub use span::Span;
pub(crate) use span::around_all;
pub use status::{Status, Why};

use crate::limits::LimitHit;

/// The version of the record's shape, as in [`Article::schema`]. It goes up when a reader of the old shape would misread the new one.
pub const SCHEMA: u32 = 1;

/// A cleaned page: one body, captions once, the metadata with its origin, and what was taken out.
///
/// Every extraction gives one, whatever the input; [`Article::status`] says what the page turned out to be. A field the page is
/// silent about is `None` or empty, never a default. The record serialises with serde and reads back equal; fields and enum
/// values of a later version are tolerated on reading.
///
/// ```
/// let article = faircopy::extract("<title>Night ferry returns</title><h1>Night ferry returns</h1>");
/// let json = serde_json::to_string(&article)?;
/// assert_eq!(serde_json::from_str::<faircopy::Article>(&json)?, article);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Article {
    /// Version of the record's shape: [`SCHEMA`].
    pub schema: u32,
    /// Crate version and judge, as in `faircopy/0.1.0 forest-5`; two runs that differ here may differ in their records.
    pub generator: String,
    /// What the page turned out to be.
    pub status: Status,
    /// Why nothing is left; set exactly when `status` is [`Status::None`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// The page's URL as the caller gave it, when it is an http(s) URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The URL the page names as its own, absolute, without tracking parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical_url: Option<String>,
    /// The following page of an article that is spread over several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page: Option<String>,
    /// The site's own name, as in `og:site_name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site_name: Option<String>,
    /// BCP 47 language tag: the declared one where the text agrees with it, else the text's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The headline without the site's suffix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The line below the headline that adds to it; where that is the standfirst, `summary` may have it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// The short line above the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The page's own lead or description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Who wrote it, in page order. A publisher is never an author.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Person>,
    /// Editors, proof-readers and reviewers, in page order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editors: Vec<Person>,
    /// Others the page names for this article: photographers, translators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Person>,
    /// The outlet or agency the text comes from, which may be another than the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// When it was published: ISO 8601, only as precise as the page is (a day, a local time, or a time with an offset).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// When it was last changed, in the form of `published_at`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified_at: Option<String>,
    /// The section of the site it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Keywords the page gives itself, in page order, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The licence the page names, as a URL or as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether the page says that it is behind a paywall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paywalled: Option<bool>,
    /// The picture that stands for the article: the one the page claims, or where it claims none the first of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_image: Option<Image>,
    /// The article, block by block, in page order.
    pub body: Vec<Block>,
    /// Where the body was taken from.
    pub body_origin: BodyOrigin,
    /// Reader comments, in page order, a reply behind what it answers; empty unless asked for
    /// ([`Extractor::comments`](crate::Extractor::comments)). Never part of the body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// The chance that the body is right (a word F1 of at least 0.9), from 0 to 1.
    pub confidence: f32,
    /// How the bytes were read; `None` when the caller gave text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// Field name to where its value was found, as in `published_at` to `json_ld`. `published_at_zone` and `modified_at_zone` are there
    /// where a zone was inferred ([`Extractor::infer_zone`](crate::Extractor::infer_zone)).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub origins: BTreeMap<String, Origin>,
    /// How many blocks went for which reason.
    #[serde(deserialize_with = "removed::counts")]
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub removed_counts: BTreeMap<Reason, u32>,
    /// What was taken out, in page order; empty unless [`Extractor::explain`](crate::Extractor::explain) is on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Removed>,
    /// What else the page claims of the fields above, in their order; empty unless [`Extractor::explain`](crate::Extractor::explain) is on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lost_claims: Vec<LostClaim>,
    /// Every limit that cut something, in the order of [`Limit::ALL`](crate::Limit::ALL).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits_hit: Vec<LimitHit>,
}

/// Displays each enum as the record spells it.
macro_rules! displayed {
    ($($name:ty)+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.serialize(f)
            }
        }
    )+};
}

displayed!(BodyOrigin Emphasis EncodingGround Origin PersonRole Reason Status Why WonBy);

impl Default for Article {
    /// An empty record of the current [`SCHEMA`], with [`Status::None`] and no reason.
    fn default() -> Self {
        Self {
            schema: SCHEMA,
            generator: String::new(),
            status: Status::None,
            why: None,
            url: None,
            canonical_url: None,
            next_page: None,
            site_name: None,
            language: None,
            title: None,
            subtitle: None,
            kicker: None,
            summary: None,
            authors: Vec::new(),
            editors: Vec::new(),
            contributors: Vec::new(),
            source: None,
            published_at: None,
            modified_at: None,
            section: None,
            tags: Vec::new(),
            licence: None,
            paywalled: None,
            lead_image: None,
            body: Vec::new(),
            body_origin: BodyOrigin::Visible,
            comments: Vec::new(),
            confidence: 0.0,
            encoding: None,
            origins: BTreeMap::new(),
            removed_counts: BTreeMap::new(),
            removed: Vec::new(),
            lost_claims: Vec::new(),
            limits_hit: Vec::new(),
        }
    }
}

/// A reader's comment. A reply follows what it answers with a greater depth.
///
/// ```
/// use faircopy::Extractor;
/// let page = "<h1>Night ferry returns</h1><p>The night ferry returns on Monday, the harbour office said.</p>\
///     <ol><li class='comment'><b class='author'>Ada</b> <time datetime='2024-03-04T18:20'>today</time><p>At last</p>\
///     <ol><li class='comment'><b class='author'>Ole</b><p>And who pays?</p></ol></ol>";
/// let comments = Extractor::new().comments(true).extract(page).comments;
/// assert_eq!((comments[0].author.as_deref(), comments[0].at.as_deref()), (Some("Ada"), Some("2024-03-04T18:20")));
/// assert_eq!((comments[1].text.as_str(), comments[1].depth), ("And who pays?", 1));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Comment {
    /// Who wrote it, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When, in the form of [`Article::published_at`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The comment's text, paragraphs parted by a newline.
    pub text: String,
    /// How many comments it stands below: 0 for one on the article, 1 for a reply to it. A reply follows the comment that it answers, and
    /// is at most one deeper than the comment before it.
    #[serde(skip_serializing_if = "block::is_zero")]
    pub depth: u8,
}
