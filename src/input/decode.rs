//! From bytes to text.

use std::borrow::Cow;

use crate::article::{Encoding, Ground};
use crate::limits::{Hits, Limits};

/// A page's text, and how its bytes were read.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: Encoding,
    /// Whether the bytes are no text at all: an image, an archive.
    pub(crate) binary: bool,
    pub(crate) hits: Hits,
}

/// Reads a page's bytes as text. `content_type` is the header's value, or a bare charset label.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    _content_type: Option<&str>,
    _limits: &Limits,
) -> Decoded<'a> {
    let text = String::from_utf8_lossy(bytes);
    let encoding = Encoding {
        label: "utf-8".to_owned(),
        ground: Ground::Default,
        replacements: 0,
    };
    Decoded {
        text,
        encoding,
        binary: false,
        hits: Hits::default(),
    }
}
