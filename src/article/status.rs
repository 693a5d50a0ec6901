//! What a page turned out to be.

use serde::{Deserialize, Serialize};

/// What the page turned out to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// An article.
    Article,
    /// Nothing is left; [`Article::why`](super::Article::why) says why. The metadata found stands all the same.
    #[default]
    None,
    /// There is text, but it is taken for a list, a forum, a product or the like.
    #[serde(other)]
    Other,
}

/// Why nothing is left of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// The bytes are no page: a picture, an archive, a PDF.
    NotHtml,
    /// A log-in, consent or captcha page stands in the article's place.
    Blocked,
    /// The page has no text of its own.
    #[serde(other)]
    Empty,
}
