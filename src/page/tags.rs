//! Sets of tags, away from the rules that use them.

/// Whether the element's start and end part blocks. Those of custom elements (with a hyphen in the name) do.
pub(crate) fn is_boundary(tag: &str) -> bool {
    // A pattern of bytes, not a list of texts: it is asked twice for every element, and is told by length and letter.
    matches!(
        tag.as_bytes(),
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"button"
            | b"caption"
            | b"center"
            | b"dd"
            | b"details"
            | b"dialog"
            | b"dir"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"header"
            | b"hgroup"
            | b"hr"
            | b"label"
            | b"legend"
            | b"li"
            | b"listing"
            | b"main"
            | b"menu"
            | b"nav"
            | b"noscript"
            | b"ol"
            | b"p"
            | b"pre"
            | b"search"
            | b"section"
            | b"summary"
            | b"table"
            | b"tbody"
            | b"td"
            | b"template"
            | b"textarea"
            | b"tfoot"
            | b"th"
            | b"thead"
            | b"tr"
            | b"ul"
            | b"xmp"
    ) || tag.contains('-')
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
