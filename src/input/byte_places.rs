//! From places in the text that was decoded to places in the bytes it was decoded from.

use encoding_rs::Encoding as Charset;

/// Bytes that a character takes in UTF-8 at most for each byte it was decoded from, with what the decoder held back.
const MOST_GROWTH: usize = 3;

/// Bytes a decoder may hold back in the middle of a character: of four, and of an escape sequence.
const HELD_BACK: usize = 4;

/// Most bytes decoded at once.
const STRIDE: usize = 4096;

/// How a text lies in the bytes it was read from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Layout {
    /// Byte for byte, after a mark of so many bytes.
    Same(usize),
    /// In another encoding, after a mark of so many bytes.
    Decoded(usize, &'static Charset),
    /// Four bytes for a character, after a mark of four.
    Utf32,
}

impl Layout {
    /// Whether a place in the text is another place in the bytes.
    pub(crate) fn moves(self) -> bool {
        !matches!(self, Self::Same(0))
    }

    /// Turns places in the text, in ascending order, into places in the bytes. A place inside what stands for malformed bytes is
    /// exact to a byte.
    pub(crate) fn in_bytes(self, bytes: &[u8], text: &str, places: &mut [usize]) {
        match self {
            Self::Same(mark) => {
                for place in places {
                    *place += mark;
                }
            }
            Self::Decoded(mark, charset) => {
                let mut walk = Walk::new(bytes.get(mark..).unwrap_or_default(), text, charset);
                for place in places {
                    *place = mark + walk.to(*place);
                }
            }
            Self::Utf32 => {
                let (mut at, mut chars) = (0, 1);
                for place in places {
                    chars += text.get(at..*place).unwrap_or_default().chars().count();
                    at = at.max(*place);
                    *place = 4 * chars;
                }
            }
        }
    }
}

/// A second decoding that stops where it is asked to.
struct Walk<'b> {
    bytes: &'b [u8],
    /// What they were decoded to.
    text: &'b [u8],
    /// Room for what is decoded again.
    room: Vec<u8>,
    decoder: encoding_rs::Decoder,
    read: usize,
    written: usize,
}

impl<'b> Walk<'b> {
    fn new(bytes: &'b [u8], text: &'b str, charset: &'static Charset) -> Self {
        Self {
            bytes,
            text: text.as_bytes(),
            room: vec![0; (STRIDE + HELD_BACK) * MOST_GROWTH],
            decoder: charset.new_decoder_without_bom_handling(),
            read: 0,
            written: 0,
        }
    }

    /// The byte at which the character begins that is written at `place`.
    fn to(&mut self, place: usize) -> usize {
        let before = self.read;
        while self.written < place && self.read < self.bytes.len() {
            let ahead = place.min(self.written + STRIDE);
            let between = self.text.get(self.written..ahead).unwrap_or_default();
            // Each character is made of a byte at least: of so many bytes, none is that of the place.
            let safe = chars_in(between).saturating_sub(HELD_BACK + 1);
            self.decode(safe.max(1));
        }
        if self.written > place {
            self.read.saturating_sub(1).max(before)
        } else {
            self.read
        }
    }

    fn decode(&mut self, count: usize) {
        let end = self.bytes.len().min(self.read + count);
        let mut piece = self.bytes.get(self.read..end).unwrap_or_default();
        while !piece.is_empty() {
            let (_, read, written, _) = self.decoder.decode_to_utf8(piece, &mut self.room, false);
            piece = piece.get(read..).unwrap_or_default();
            self.written += written;
        }
        self.read = end;
    }
}

/// How many characters begin among bytes of UTF-8.
fn chars_in(bytes: &[u8]) -> usize {
    let is_first = |byte: &&u8| !matches!(byte, 0x80..=0xbf);
    bytes.iter().filter(is_first).count()
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, EUC_KR, GB18030, ISO_2022_JP, SHIFT_JIS, UTF_16LE, WINDOWS_1252};

    use super::Layout;

    const TEXT: &str = "<p>Zwei Boote, 渡口周日停航。</p>\n<p>通知 über 10 Uhr 渡口</p>";

    #[test]
    fn every_character_is_found_in_its_encoding() {
        for charset in [GB18030, BIG5, SHIFT_JIS, ISO_2022_JP, EUC_KR, WINDOWS_1252] {
            // What the encoding lacks becomes a numeric reference, in ASCII.
            let (bytes, _, _) = charset.encode(TEXT);
            let (text, _) = charset.decode_without_bom_handling(&bytes);
            let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            Layout::Decoded(0, charset).in_bytes(&bytes, &text, &mut places);
            for (index, c) in text.chars().enumerate() {
                let from = places[index];
                let to = places.get(index + 1).copied().unwrap_or(bytes.len());
                // The escape sequence before a run belongs to its first character.
                let in_run = charset == ISO_2022_JP && !c.is_ascii() && bytes[from] != b'\x1b';
                let piece = if in_run {
                    [b"\x1b$B", &bytes[from..to]].concat()
                } else {
                    bytes[from..to].to_vec()
                };
                let (cut, _) = charset.decode_without_bom_handling(&piece);
                assert_eq!(cut, c.to_string(), "{} {index}", charset.name());
            }
        }
    }

    #[test]
    fn marks_count() {
        let bytes: Vec<u8> = "\u{feff}a渡b"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let mut places = [0, 1, 4];
        Layout::Decoded(2, UTF_16LE).in_bytes(&bytes, "a渡b", &mut places);
        assert_eq!(places, [2, 4, 6]);
        let mut places = [0, 1, 4];
        Layout::Utf32.in_bytes(&[0; 16], "a渡b", &mut places);
        assert_eq!(places, [4, 8, 12]);
        let mut places = [0, 1, 4];
        Layout::Same(3).in_bytes(b"", "", &mut places);
        assert_eq!(places, [3, 4, 7]);
    }

    #[test]
    fn a_long_way_is_as_exact_as_a_short_one() {
        let text = "渡口周日停航。".repeat(2000) + "x";
        let (bytes, _, _) = GB18030.encode(&text);
        let mut places = [21, text.len() - 1];
        Layout::Decoded(0, GB18030).in_bytes(&bytes, &text, &mut places);
        assert_eq!(places, [14, bytes.len() - 1]);
    }
}
