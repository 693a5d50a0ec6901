//! Sets of tags, away from the rules that use them.

/// Whether the element's start and end part blocks. Those of custom elements (with a hyphen in the name) do.
pub(crate) fn is_boundary(tag: &str) -> bool {
    // A pattern, not a list: it is asked twice for every element, and is told by length first.
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "label"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "noscript"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "template"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    ) || tag.contains('-')
}

/// Whether no reader reads what is inside the element as text.
pub(crate) fn is_unread(tag: &str) -> bool {
    matches!(
        tag,
        "applet"
            | "canvas"
            | "datalist"
            | "embed"
            | "head"
            | "iframe"
            | "math"
            | "noembed"
            | "noframes"
            | "object"
            | "option"
            | "rp"
            | "rt"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "title"
            | "audio"
            | "video"
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
