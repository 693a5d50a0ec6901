//! What the page says of itself: `meta`, `link`, JSON-LD, microdata, `time`. Raw text; `fields` reads and weighs it.

use crate::article::Origin;
use crate::limits::Hits;

/// A value with the place it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
}

/// A person as named by markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClaimedPerson {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

/// A picture as named by markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClaimedImage {
    pub(crate) url: String,
    pub(crate) alt: Option<String>,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    /// Caption and credit, where a JSON-LD `ImageObject` gives them.
    pub(crate) caption: Option<String>,
    pub(crate) credit: Option<String>,
}

/// All claims of a page, each list in page order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Claims {
    pub(crate) titles: Vec<Claim<String>>,
    pub(crate) subtitles: Vec<Claim<String>>,
    pub(crate) descriptions: Vec<Claim<String>>,
    pub(crate) authors: Vec<Claim<ClaimedPerson>>,
    pub(crate) editors: Vec<Claim<ClaimedPerson>>,
    /// Outlets named as publisher or source.
    pub(crate) publishers: Vec<Claim<String>>,
    /// Outlets named as the one the text comes from (`source` and its like), with a link where there is one.
    pub(crate) sources: Vec<Claim<String>>,
    pub(crate) site_names: Vec<Claim<String>>,
    pub(crate) published: Vec<Claim<String>>,
    pub(crate) modified: Vec<Claim<String>>,
    pub(crate) languages: Vec<Claim<String>>,
    pub(crate) sections: Vec<Claim<String>>,
    pub(crate) tags: Vec<Claim<String>>,
    pub(crate) licences: Vec<Claim<String>>,
    pub(crate) paywalled: Option<Claim<bool>>,
    pub(crate) images: Vec<Claim<ClaimedImage>>,
    pub(crate) canonical: Vec<Claim<String>>,
    pub(crate) next_pages: Vec<Claim<String>>,
    /// The `href` of `base`, as written.
    pub(crate) base: Option<String>,
    /// `@type` of JSON-LD objects that describe the page, and `og:type`.
    pub(crate) types: Vec<Claim<String>>,
    /// `articleBody` of JSON-LD, markup and entities resolved, paragraphs parted by newlines.
    pub(crate) bodies: Vec<Claim<String>>,
    /// Whether the page has a password field, or what else makes it a log-in or captcha page.
    pub(crate) asks_for_login: bool,
    pub(crate) hits: Hits,
}

impl Claims {
    /// Reads what the page says of itself.
    pub(crate) fn read(_dom: &crate::input::dom::Dom, _limits: &crate::limits::Limits) -> Self {
        Self::default()
    }
}
