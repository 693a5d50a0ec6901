//! People and outlets.

use serde::{Deserialize, Serialize};

/// A person the page names for the article.
///
/// ```
/// let page = "<article><h1>Night ferry returns</h1><p>By Ada Quill</p>\
///     <p>The night ferry returns on Monday, the harbour office said on Friday.</p></article>";
/// let article = faircopy::extract(page);
/// assert_eq!(article.authors[0].name, "Ada Quill");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Person {
    /// The name, without role, label or staff number.
    pub name: String,
    /// What the page says the person did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<PersonRole>,
    /// The person's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The words of the page, where they say more than the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
}

/// What a person did for the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PersonRole {
    /// Reported it (记者, 기자).
    Reporter,
    /// Wrote it.
    Writer,
    /// Reported it for the outlet from elsewhere (通讯员, 특파원).
    Correspondent,
    /// Edited it (责任编辑).
    Editor,
    /// Read the proofs (校对).
    Proofreader,
    /// Took the pictures.
    Photographer,
    /// Translated it.
    Translator,
    /// Something else.
    #[serde(other)]
    Other,
}

/// The outlet or agency an article comes from.
///
/// ```
/// let article = faircopy::extract_text("渡轮周日停航\n来源:江州日报 2024-03-04 09:30\n江州港务局周五表示,渡轮自本周日起停航三天。");
/// assert_eq!(article.source.unwrap().name, "江州日报");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Source {
    /// Its name as printed.
    pub name: String,
    /// Where the page links the name to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
