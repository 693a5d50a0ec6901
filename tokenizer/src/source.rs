//! The text that is read, ready to be cut into tokens.

use html5ever::tendril::StrTendril;
use memchr::{memchr, memchr_iter, memchr2, memchr3};

/// Bytes that are read at most. A tendril holds 4 GiB, and a NUL becomes a character of three bytes.
pub const MAX_BYTES: usize = 1 << 30;

/// Bytes that a tendril holds without pointing anywhere.
const INSIDE: usize = 8;

/// A text to be read.
///
/// It is copied once, with each CR or CR LF made LF, as the standard prescribes. Tokens are parts of the copy, which lives as long
/// as one of them does. A byte order mark is text here: it belongs to the bytes, and whoever decodes them takes it off.
pub struct Source<'g> {
    given: &'g str,
    text: StrTendril,
    /// The line feeds of the copy before which a CR was left out.
    joined: Vec<u32>,
    has_nul: bool,
}

impl<'g> Source<'g> {
    /// Takes a text. What goes over [`MAX_BYTES`] is left out.
    #[must_use]
    pub fn new(given: &'g str) -> Self {
        let read = start_of(given, MAX_BYTES);
        let (text, joined) = with_line_feeds(read);
        Self {
            given,
            joined,
            has_nul: memchr(0, text.as_bytes()).is_some(),
            text,
        }
    }

    /// Whether the text was longer than [`MAX_BYTES`].
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.given.len() > MAX_BYTES
    }

    /// The copy, ready to be read.
    pub(crate) fn text(&self) -> Text<'_> {
        Text {
            text: &self.text,
            source: self,
        }
    }

    /// The line feeds of the copy before which a CR was left out: what stands behind each is a byte further on in what was given.
    pub(crate) fn joined(&self) -> &[u32] {
        &self.joined
    }
}

/// The text of a source, at hand: to ask a tendril for it takes some steps.
#[derive(Clone, Copy)]
pub(crate) struct Text<'s> {
    text: &'s str,
    source: &'s Source<'s>,
}

impl<'s> Text<'s> {
    #[inline]
    pub(crate) fn len(self) -> usize {
        self.text.len()
    }

    /// The text from `start` to `end`; nothing if that is no part of it.
    #[inline]
    pub(crate) fn part(self, start: usize, end: usize) -> &'s str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The same as bytes.
    #[inline]
    pub(crate) fn bytes(self, start: usize, end: usize) -> &'s [u8] {
        self.text.as_bytes().get(start..end).unwrap_or_default()
    }

    /// All bytes from `start`.
    #[inline]
    pub(crate) fn rest(self, start: usize) -> &'s [u8] {
        self.text.as_bytes().get(start..).unwrap_or_default()
    }

    #[inline]
    pub(crate) fn byte(self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    #[inline]
    pub(crate) fn has_nul(self) -> bool {
        self.source.has_nul
    }

    #[inline]
    pub(crate) fn has_at(self, at: usize, expected: &[u8]) -> bool {
        self.rest(at).starts_with(expected)
    }

    /// The same for lower-case letters, whichever case the text has.
    #[inline]
    pub(crate) fn has_letters_at(self, at: usize, letters: &[u8]) -> bool {
        self.bytes(at, at + letters.len())
            .eq_ignore_ascii_case(letters)
    }

    /// The next `byte` before `end`.
    #[inline]
    pub(crate) fn find(self, byte: u8, start: usize, end: usize) -> Option<usize> {
        memchr(byte, self.bytes(start, end)).map(|offset| start + offset)
    }

    /// The next `byte` or NUL.
    #[inline]
    pub(crate) fn find_or_nul(self, byte: u8, start: usize) -> Option<usize> {
        let found = if self.has_nul() {
            memchr2(byte, 0, self.rest(start))
        } else {
            memchr(byte, self.rest(start))
        };
        found.map(|offset| start + offset)
    }

    /// The next `a`, `b` or NUL.
    #[inline]
    pub(crate) fn find_either_or_nul(self, a: u8, b: u8, start: usize) -> Option<usize> {
        let found = if self.has_nul() {
            memchr3(a, b, 0, self.rest(start))
        } else {
            memchr2(a, b, self.rest(start))
        };
        found.map(|offset| start + offset)
    }

    /// A part of the copy, shared if it is longer than a few bytes.
    #[inline]
    pub(crate) fn tendril(self, start: usize, end: usize) -> StrTendril {
        if end.saturating_sub(start) <= INSIDE {
            return StrTendril::from_slice(self.part(start, end));
        }
        // Neither is cut: the copy is at most `MAX_BYTES` long.
        let (offset, length) = (start as u32, end.saturating_sub(start) as u32);
        let part = self.source.text.try_subtendril(offset, length);
        part.unwrap_or_default()
    }
}

/// The first `bound` bytes, cut at a character.
fn start_of(text: &str, bound: usize) -> &str {
    let mut end = bound.min(text.len());
    loop {
        match text.get(..end) {
            Some(start) => return start,
            None => end -= 1,
        }
    }
}

/// The text with each CR or CR LF made LF, and which line feeds are of two characters.
fn with_line_feeds(text: &str) -> (StrTendril, Vec<u32>) {
    let mut joined = Vec::new();
    let mut returns = memchr_iter(b'\r', text.as_bytes()).peekable();
    if returns.peek().is_none() {
        return (StrTendril::from_slice(text), joined);
    }
    // No longer than the text, which is at most `MAX_BYTES` long.
    let mut copy = StrTendril::with_capacity(text.len() as u32);
    let mut from = 0;
    for cr in returns {
        copy.push_slice(text.get(from..cr).unwrap_or_default());
        if text.as_bytes().get(cr + 1) == Some(&b'\n') {
            joined.push(copy.len32());
        } else {
            copy.push_char('\n');
        }
        from = cr + 1;
    }
    copy.push_slice(text.get(from..).unwrap_or_default());
    (copy, joined)
}

#[cfg(test)]
mod tests {
    use super::{Source, start_of};

    #[test]
    fn line_breaks_become_line_feeds() {
        for (given, text) in [
            ("a\r\nb", "a\nb"),
            ("\r", "\n"),
            ("\r\r\n\n\r", "\n\n\n\n"),
            ("\u{feff}江\r州", "\u{feff}江\n州"),
            ("", ""),
        ] {
            assert_eq!(
                Source::new(given).text().part(0, text.len()),
                text,
                "{given:?}"
            );
        }
    }

    #[test]
    fn a_long_text_is_cut_at_a_character() {
        assert_eq!(start_of("江州", 5), "江");
        assert_eq!(start_of("江州", 6), "江州");
        assert_eq!(start_of("江", 2), "");
    }

    #[test]
    fn parts_are_taken_at_characters_only() {
        let source = Source::new("江州日报 and more");
        let source = source.text();
        assert_eq!(&*source.tendril(3, 12), "州日报");
        assert_eq!(&*source.tendril(3, 6), "州");
        assert_eq!(&*source.tendril(40, 50), "");
    }
}
