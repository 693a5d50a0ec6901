//! What else the page claims of its fields.

use serde::{Deserialize, Serialize};

use super::Origin;

/// A value that the page claims for a field of the record, and that the record does not have.
///
/// ```
/// let page = "<title>Night ferry returns</title><meta name=author content='webmaster@harbour.example'>\
///     <script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"author\": \"Ada Quill\", \"articleSection\": \"Harbour\"}</script>\
///     <meta name=section content=News><h1>Night ferry returns</h1><p>By Ada Quill</p><p>The night ferry returns on Monday.</p>";
/// let article = faircopy::Extractor::new().explain(true).extract(page);
/// assert_eq!(article.authors[0].name, "Ada Quill");
/// let lost = &article.lost_claims[0];
/// assert_eq!((lost.field.as_str(), lost.value.as_str()), ("authors", "webmaster@harbour.example"));
/// assert_eq!((lost.origin, lost.won_by), (faircopy::Origin::Meta, faircopy::WonBy::Shape));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct LostClaim {
    /// The field, as the record spells it: `published_at`.
    pub field: String,
    /// The value as the record would have it; as written, where it could not be read.
    pub value: String,
    /// Where it was found.
    pub origin: Origin,
    /// What the value in the record has over it.
    pub won_by: WonBy,
}

/// What the value of a field has over another that was claimed. Displayed as the record spells it: `agreement`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WonBy {
    /// More kinds of places on the page say it.
    Agreement,
    /// It stands in a place that is trusted more: a labelled line under the headline, JSON-LD.
    Rank,
    /// The other cannot be a value of the field: an e-mail address for a name, the name of the site for its author.
    Shape,
    /// A ground of a later version of the record.
    #[default]
    #[serde(other)]
    Unknown,
}
