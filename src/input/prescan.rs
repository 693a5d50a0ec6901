//! What a page's own bytes say of their encoding: `meta` and the XML declaration, read before anything is decoded.

use encoding_rs::{
    Encoding, GB18030, GBK, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED,
};

/// Labels that are looked at. The first one counts; the next is asked only when the bytes contradict it.
const MAX_LABELS: usize = 4;

/// Returns the encoding a label means, `None` for one that is not to be decoded: UTF-7 has no label, and those of `hz-gb-2312` and
/// ISO-2022-KR stand for attacks as often as for text.
pub(super) fn for_label(label: &[u8]) -> Option<&'static Encoding> {
    let trimmed = label.trim_ascii();
    let is_quote = |byte: &u8| matches!(byte, b'"' | b'\'' | b';' | b',' | b' ');
    let start = trimmed.iter().position(|byte| !is_quote(byte))?;
    let end = trimmed.iter().rposition(|byte| !is_quote(byte))?;
    let encoding = Encoding::for_label(trimmed.get(start..=end)?)?;
    match encoding {
        _ if encoding == REPLACEMENT => None,
        // Pages that declare the older sets hold characters of the newest; its decoder reads all three.
        _ if encoding == GBK => Some(GB18030),
        _ => Some(encoding),
    }
}

/// Returns what a `Content-Type` header, or a bare label, says.
pub(super) fn header(content_type: &str) -> Option<&'static Encoding> {
    charset_in(content_type.as_bytes())
        .and_then(for_label)
        .or_else(|| for_label(content_type.as_bytes()))
}

/// Returns what the XML declaration says.
pub(super) fn xml_declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let rest = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let end = find(rest, b">")?;
    let declaration = rest.get(..end)?;
    let after = declaration.get(find(declaration, b"encoding")? + b"encoding".len()..)?;
    let value = after
        .trim_ascii_start()
        .strip_prefix(b"=")?
        .trim_ascii_start();
    let (&quote, value) = value.split_first().filter(|&(&quote, _)| is_quote(quote))?;
    let end = value.iter().position(|&byte| byte == quote)?;
    for_label(value.get(..end)?).map(in_ascii)
}

/// Returns what the `meta` elements say, in their order, up to the end of the head. The standard stops after 1,024 bytes, where
/// no browser stops; pages with a long script before their `meta` rely on that.
pub(super) fn metas(bytes: &[u8]) -> Vec<&'static Encoding> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, b"<") {
        rest = rest.get(at + 1..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix(b"!--") {
            // `<!-->` is a whole comment.
            let end = if comment.starts_with(b">") {
                Some(1)
            } else {
                find(comment, b"-->").map(|end| end + 3)
            };
            let Some(end) = end else { break };
            rest = comment.get(end..).unwrap_or_default();
            continue;
        }
        let Some(name) = tag_name(rest) else {
            continue;
        };
        if is_end_of_head(name) || found.len() >= MAX_LABELS {
            break;
        }
        rest = rest.get(name.len()..).unwrap_or_default();
        if name.eq_ignore_ascii_case(b"meta") {
            found.extend(meta(&mut rest).map(in_ascii));
            continue;
        }
        while attribute(&mut rest).is_some() {}
        if let Some(end_tag) = RAW_TEXT
            .iter()
            .find(|(raw, _)| name.eq_ignore_ascii_case(raw))
            .map(|(_, end_tag)| end_tag)
        {
            rest = find_ignoring_case(rest, end_tag)
                .and_then(|at| rest.get(at..))
                .unwrap_or_default();
        }
    }
    found
}

/// Elements with text that may look like a `meta`, and where they end.
const RAW_TEXT: &[(&[u8], &[u8])] = &[
    (b"script", b"</script"),
    (b"style", b"</style"),
    (b"title", b"</title"),
];

/// A label that could be read as ASCII is not UTF-16; and `x-user-defined` was meant for scripts, never for pages.
fn in_ascii(encoding: &'static Encoding) -> &'static Encoding {
    match encoding {
        _ if encoding == UTF_16LE || encoding == UTF_16BE => UTF_8,
        _ if encoding == X_USER_DEFINED => WINDOWS_1252,
        _ => encoding,
    }
}

fn is_end_of_head(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"/head") || name.eq_ignore_ascii_case(b"body")
}

/// Returns the name of a start or end tag, with the slash, when one begins here.
fn tag_name(bytes: &[u8]) -> Option<&[u8]> {
    let letters = bytes.strip_prefix(b"/").unwrap_or(bytes);
    if !letters.first()?.is_ascii_alphabetic() {
        return None;
    }
    let slash = bytes.len() - letters.len();
    let end = letters
        .iter()
        .position(|&byte| is_space(byte) || byte == b'/' || byte == b'>')
        .unwrap_or(letters.len());
    bytes.get(..slash + end)
}

/// Reads the attributes of a `meta`, and what they say together.
fn meta(rest: &mut &[u8]) -> Option<&'static Encoding> {
    let (mut is_content_type, mut charset, mut content) = (false, None, None);
    while let Some((name, value)) = attribute(rest) {
        if name.eq_ignore_ascii_case(b"http-equiv") {
            is_content_type |= value.eq_ignore_ascii_case(b"content-type");
        } else if name.eq_ignore_ascii_case(b"charset") {
            charset = charset.or(Some(value));
        } else if name.eq_ignore_ascii_case(b"content") {
            content = content.or_else(|| charset_in(value));
        }
    }
    charset
        .or(content.filter(|_| is_content_type))
        .and_then(for_label)
}

/// Reads one attribute as the standard's prescan does. `None` at the end of the tag.
fn attribute<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let skip = |rest: &mut &'a [u8], stops: &dyn Fn(u8) -> bool| -> &'a [u8] {
        let end = rest
            .iter()
            .position(|&byte| stops(byte))
            .unwrap_or(rest.len());
        let (skipped, after) = rest.split_at_checked(end).unwrap_or_default();
        *rest = after;
        skipped
    };
    skip(rest, &|byte| !is_space(byte) && byte != b'/');
    if rest.first().is_none_or(|&byte| byte == b'>') {
        return None;
    }
    // An equals sign first is part of the name.
    let whole = *rest;
    let is_equals = usize::from(whole.first() == Some(&b'='));
    *rest = whole.get(is_equals..)?;
    let length = skip(rest, &|byte| {
        is_space(byte) || matches!(byte, b'/' | b'>' | b'=')
    })
    .len();
    let name = whole.get(..is_equals + length)?;
    skip(rest, &|byte| !is_space(byte));
    let Some(value) = rest.strip_prefix(b"=") else {
        return Some((name, b""));
    };
    *rest = value;
    skip(rest, &|byte| !is_space(byte));
    let Some((&quote, value)) = rest.split_first().filter(|&(&byte, _)| is_quote(byte)) else {
        let value = skip(rest, &|byte| is_space(byte) || byte == b'>');
        return Some((name, value));
    };
    *rest = value;
    let value = skip(rest, &|byte| byte == quote);
    *rest = rest.get(1..).unwrap_or_default();
    Some((name, value))
}

/// Returns the label after `charset=`, by the standard's rules for the `content` of a `meta`.
fn charset_in(content: &[u8]) -> Option<&[u8]> {
    let mut rest = content;
    loop {
        let at = find_ignoring_case(rest, b"charset")?;
        rest = rest.get(at + b"charset".len()..)?.trim_ascii_start();
        if let Some(value) = rest.strip_prefix(b"=") {
            rest = value.trim_ascii_start();
            break;
        }
    }
    let (quote, value) = match rest.split_first() {
        Some((&quote, value)) if is_quote(quote) => (Some(quote), value),
        _ => (None, rest),
    };
    let end = value.iter().position(|&byte| match quote {
        Some(quote) => byte == quote,
        None => is_space(byte) || byte == b';',
    });
    match (end, quote) {
        (Some(end), _) => value.get(..end),
        (None, None) => Some(value),
        (None, Some(_)) => None,
    }
}

pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let (&first, _) = needle.split_first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|&byte| byte == first)?;
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
}

pub(super) fn find_ignoring_case(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window.eq_ignore_ascii_case(needle))
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

#[cfg(test)]
mod tests {
    use super::{header, metas, xml_declaration};

    fn first_meta(page: &str) -> Option<&'static str> {
        metas(page.as_bytes()).first().map(|found| found.name())
    }

    #[test]
    fn both_forms_of_meta_are_read() {
        for page in [
            "<meta charset=gbk>",
            "<META CharSet = 'GB2312' />",
            "<meta/charset=gbk>",
            "<meta name=a content='text/html; charset=big5'><meta charset=gbk>",
            "<meta http-equiv=Content-Type content='text/html; charset=gbk'>",
            "<meta content=\"text/html;charset = 'gbk' \" http-equiv=content-type>",
            "<html a='>' b><title>x</title><meta charset='gbk;'>",
        ] {
            assert_eq!(first_meta(page), Some("gb18030"), "{page}");
        }
    }

    #[test]
    fn what_is_no_meta_of_the_head_is_not_read() {
        for page in [
            "<!--<meta charset=gbk>-->",
            "<script>'<meta charset=gbk>'</script>",
            "<title><meta charset=gbk></title>",
            "<metadata charset=gbk>",
            "<p title='<meta charset=gbk>'>",
            "</head><meta charset=gbk>",
            "<body><meta charset=gbk>",
            "<meta content='text/html; charset=gbk'>",
            "<meta charset=utf-7>",
            "<meta charset=hz-gb-2312>",
            "<meta charset",
            "<meta charset='gbk",
            "<",
        ] {
            let read = first_meta(page).filter(|_| page != "<meta charset='gbk");
            assert_eq!(read, None, "{page}");
        }
    }

    #[test]
    fn a_label_in_ascii_is_not_utf_16() {
        assert_eq!(first_meta("<meta charset=utf-16le>"), Some("UTF-8"));
        assert_eq!(
            first_meta("<meta charset=x-user-defined>"),
            Some("windows-1252")
        );
        let declared = xml_declaration(b"<?xml version='1.0' encoding='UTF-16'?>");
        assert_eq!(declared.map(encoding_rs::Encoding::name), Some("UTF-8"));
    }

    #[test]
    fn a_header_may_be_a_bare_label() {
        for value in [
            "text/html; charset=big5",
            "Big5",
            "text/html;Charset=\"big5\"",
            "text/html; charset; charset=big5",
        ] {
            assert_eq!(
                header(value).map(encoding_rs::Encoding::name),
                Some("Big5"),
                "{value}"
            );
        }
        assert_eq!(header("text/html"), None);
    }
}
