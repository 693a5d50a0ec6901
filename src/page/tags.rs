//! Names of tags and sets of them, away from the rules that use them.

use std::borrow::Cow;
use std::ops::Deref;

/// The name of an element's tag. Those of the standard's elements that part blocks are not copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TagName(Cow<'static, str>);

impl TagName {
    pub(crate) fn of(tag: &str) -> Self {
        Self(boundary(tag).map_or_else(|| Cow::Owned(tag.to_owned()), Cow::Borrowed))
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for TagName {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<&str> for TagName {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// Makes `boundary`, which gives the name as one that need not be copied.
macro_rules! boundaries {
    ($($tag:literal)+) => {
        fn boundary(tag: &str) -> Option<&'static str> {
            // A pattern of texts, not a list: it is told by length and letter.
            match tag {
                $($tag => Some($tag),)+
                _ => None,
            }
        }
    };
}

boundaries! {
    "address" "article" "aside" "blockquote" "body" "button" "caption" "center" "dd" "details" "dialog"
    "dir" "div" "dl" "dt" "fieldset" "figcaption" "figure" "footer" "form" "h1" "h2" "h3" "h4" "h5" "h6"
    "header" "hgroup" "hr" "label" "legend" "li" "listing" "main" "menu" "nav" "noscript" "ol" "p" "pre"
    "search" "section" "summary" "table" "tbody" "td" "template" "textarea" "tfoot" "th" "thead" "tr" "ul"
    "xmp"
}

/// Whether the element's start and end part blocks. Those of custom elements (with a hyphen in the name) do.
pub(crate) fn is_boundary(tag: &str) -> bool {
    boundary(tag).is_some() || tag.contains('-')
}

/// Whether the element ends a line of text. Buttons and labels stand in one.
pub(crate) fn ends_line(tag: &str) -> bool {
    tag == "br" || !matches!(tag, "button" | "label") && boundary(tag).is_some()
}

/// Whether no reader reads what is inside the element as text.
pub(crate) fn is_unread(tag: &str) -> bool {
    matches!(
        tag.as_bytes(),
        b"annotation"
            | b"annotation-xml"
            | b"applet"
            | b"canvas"
            | b"datalist"
            | b"embed"
            | b"head"
            | b"iframe"
            | b"noembed"
            | b"noframes"
            | b"object"
            | b"option"
            | b"rp"
            | b"rt"
            | b"script"
            | b"select"
            | b"style"
            | b"svg"
            | b"title"
            | b"audio"
            | b"video"
    )
}

/// The level of a heading element.
pub(crate) fn heading_level(tag: &str) -> Option<u8> {
    match tag {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// Whether white space counts inside the element.
pub(crate) fn is_preformatted(tag: &str) -> bool {
    matches!(tag, "pre" | "listing" | "xmp")
}
