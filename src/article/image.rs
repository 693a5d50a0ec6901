//! Pictures.

use serde::{Deserialize, Serialize};

/// A picture of the page.
///
/// ```
/// let page = "<article><figure><img src='/boat.jpg' width=640 height=480 alt='A boat'></figure>\
///     <p>The night ferry returns on Monday, the harbour office said on Friday.</p></article>";
/// let article = faircopy::Extractor::new().url("https://example.org/news/1")?.extract(page);
/// let faircopy::Block::Figure { image: Some(image), .. } = &article.body[0] else { panic!() };
/// assert_eq!(image.url, "https://example.org/boat.jpg");
/// # Ok::<(), faircopy::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Image {
    /// Its address: absolute http or https where the page's URL or base is known, else as the page gives it.
    pub url: String,
    /// The alternative text, when it says something besides the caption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Width in pixels, as the page declares it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in pixels, as the page declares it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}
