//! Where the walk for claims stands in the tree, and what an element there is named.

use crate::input::dom::Element;

/// What speaks for an element's being part of the story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Around {
    #[default]
    Nothing,
    /// `header`, of the site or of the story.
    Header,
    /// `article` or `main`.
    Story,
}

/// Where a walk stands, as far as claims depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) around: Around,
    /// Inside `aside`, `nav`, or what is named as comments or teasers.
    pub(super) aside: bool,
    pub(super) footer: bool,
    /// Inside a `figure`: what is said there is said of the picture.
    pub(super) figure: bool,
    /// The innermost `article` around, counted from 1; 0 for none.
    pub(super) article: u32,
    /// Elements `article` around.
    pub(super) article_depth: u32,
}

/// Returns the class names and the id of an element.
pub(super) fn names<'a>(element: Element<'a>) -> impl Iterator<Item = &'a str> {
    let [class, id] = element.attrs_named(["class", "id"]);
    let parted = |names: Option<&'a str>| names.unwrap_or_default().split_ascii_whitespace();
    parted(class).chain(parted(id))
}
