//! Where a value comes from.

use serde::{Deserialize, Serialize};

/// Where on the page a field's value was found. Displayed as the record spells it: `json_ld`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// A JSON-LD object.
    JsonLd,
    /// An `og:` or `article:` property.
    OpenGraph,
    /// A `twitter:` property.
    Twitter,
    /// A Dublin Core `meta` element.
    DublinCore,
    /// Another `meta` element.
    Meta,
    /// A microdata or `RDFa` attribute.
    Microdata,
    /// A `link` element.
    Link,
    /// The `title` element.
    TitleElement,
    /// A `time` element.
    TimeElement,
    /// The visible text.
    Visible,
    /// The visible text of a copy that was not kept.
    DroppedCopy,
    /// The page's URL.
    Url,
    /// The `lang` attribute.
    LangAttribute,
    /// Found by looking at the text as a whole, as a language is.
    Detected,
    /// Inferred because the caller asked for it, as a time zone is.
    Inferred,
    /// An origin of a later version of the record.
    #[default]
    #[serde(other)]
    Unknown,
}

/// Where the body was taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BodyOrigin {
    /// What a reader of the page sees.
    #[default]
    Visible,
    /// Text that stands in the page but is hidden: by style or attribute, in `noscript`, `template` or a form field.
    Hidden,
    /// The `articleBody` of a JSON-LD object.
    JsonLd,
    /// The page's embedded state.
    State,
    /// An origin of a later version of the record.
    #[serde(other)]
    Unknown,
}

/// How the page's bytes were read.
///
/// ```
/// let article = faircopy::extract_bytes(b"<meta charset=gbk><title>\xd0\xc2\xce\xc5</title>");
/// let encoding = article.encoding.unwrap();
/// assert_eq!((encoding.label.as_str(), encoding.ground), ("gb18030", faircopy::EncodingGround::Meta));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Encoding {
    /// Name of the encoding in lower case, as the WHATWG Encoding Standard spells it.
    pub label: String,
    /// How it was known.
    pub ground: EncodingGround,
    /// How many malformed sequences were replaced by U+FFFD.
    pub replacements: u64,
}

/// How a page's encoding was known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EncodingGround {
    /// A byte order mark.
    Bom,
    /// The bytes are valid UTF-8 and not pure ASCII.
    ValidUtf8,
    /// The `Content-Type` header.
    Header,
    /// A `meta` element.
    Meta,
    /// An XML declaration.
    XmlDeclaration,
    /// The statistics of the bytes.
    Detected,
    /// Nothing spoke for any encoding; pure ASCII, for one.
    #[default]
    Default,
    /// A ground of a later version of the record.
    #[serde(other)]
    Unknown,
}
