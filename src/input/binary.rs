//! Bytes that are no text at all.

/// A file type known by bytes at a fixed place.
struct Magic {
    at: usize,
    bytes: &'static [u8],
}

const fn magic(at: usize, bytes: &'static [u8]) -> Magic {
    Magic { at, bytes }
}

/// Signatures that no page begins with. Those of two or three letters are left out: text may begin with `BM` or `MZ`, and the share
/// of control characters finds these files as well.
const MAGIC: &[Magic] = &[
    // Pictures: PNG, JPEG, GIF, TIFF, ICO, Photoshop.
    magic(0, b"\x89PNG"),
    magic(0, b"\xff\xd8\xff"),
    magic(0, b"GIF87a"),
    magic(0, b"GIF89a"),
    magic(0, b"II*\0"),
    magic(0, b"MM\0*"),
    magic(0, b"\0\0\x01\0"),
    magic(0, b"8BPS"),
    // Sound and film: MP4 and its kin (AVIF, HEIC), RIFF (WebP, WAV, AVI), Ogg, FLAC, MP3, Matroska, MPEG.
    magic(4, b"ftyp"),
    magic(8, b"WEBP"),
    magic(8, b"WAVEfmt"),
    magic(8, b"AVI LIST"),
    magic(0, b"OggS\0"),
    magic(0, b"fLaC\0"),
    magic(0, b"ID3\x02"),
    magic(0, b"ID3\x03"),
    magic(0, b"ID3\x04"),
    magic(0, b"\x1a\x45\xdf\xa3"),
    magic(0, b"\0\0\x01\xba"),
    magic(0, b"\0\0\x01\xb3"),
    // Documents: PDF, PostScript, old Office.
    magic(0, b"%PDF-"),
    magic(0, b"%!PS-Adobe"),
    magic(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    // Archives: ZIP (and new Office), gzip, bzip2, xz, Zstandard, 7z, RAR, LZ4.
    magic(0, b"PK\x03\x04"),
    magic(0, b"PK\x05\x06"),
    magic(0, b"\x1f\x8b"),
    magic(4, b"1AY&SY"),
    magic(0, b"\xfd7zXZ\0"),
    magic(0, b"\x28\xb5\x2f\xfd"),
    magic(0, b"7z\xbc\xaf\x27\x1c"),
    magic(0, b"Rar!\x1a\x07"),
    magic(0, b"\x04\x22\x4d\x18"),
    // Programs and data: ELF, Java and Mach-O, WebAssembly, SQLite.
    magic(0, b"\x7fELF"),
    magic(0, b"\xca\xfe\xba\xbe"),
    magic(0, b"\xcf\xfa\xed\xfe"),
    magic(0, b"\0asm"),
    magic(0, b"SQLite format 3\0"),
    // Fonts.
    magic(0, b"wOFF"),
    magic(0, b"wOF2"),
    magic(0, b"OTTO\0"),
    magic(0, b"\0\x01\0\0\0"),
];

/// Characters at the start of the text that are looked at. A page may end in rubbish, it does not begin with it.
const SAMPLE_CHARS: usize = 256;

/// Share of control characters at which it is no text. A page has none or next to none; all byte values alike give a tenth.
const MAX_CONTROLS: f32 = 0.05;

/// Share of replaced characters at which it is no text. Pages with broken bytes have a tenth at most.
const MAX_REPLACED: f32 = 0.3;

/// Characters below which no share is taken for one.
const MIN_RUBBISH: usize = 3;

/// Characters a sample needs before its variety says anything.
const MIN_FOR_VARIETY: usize = 256;

/// Different characters that a sample of [`MIN_FOR_VARIETY`] has at least, when it is text.
const MIN_VARIETY: usize = 4;

/// Whether the bytes begin as a known file type does.
pub(super) fn has_magic(bytes: &[u8]) -> bool {
    MAGIC.iter().any(|magic| {
        bytes
            .get(magic.at..)
            .is_some_and(|rest| rest.starts_with(magic.bytes))
    })
}

/// Whether the text, decoded as well as it could be, begins as no text does.
pub(super) fn is_rubbish(text: &str) -> bool {
    let sample = || text.chars().take(SAMPLE_CHARS);
    let total = sample().count();
    let more_than =
        |share: f32, count: usize| count >= MIN_RUBBISH && count as f32 > share * total as f32;
    let replaced = sample().filter(|&c| c == char::REPLACEMENT_CHARACTER);
    if more_than(MAX_CONTROLS, sample().filter(|&c| is_control(c)).count())
        || more_than(MAX_REPLACED, replaced.count())
    {
        return true;
    }
    // One byte over and over. In ASCII that may be a rule of dashes.
    let mut seen = Vec::with_capacity(MIN_VARIETY);
    for c in sample() {
        if !seen.contains(&c) {
            seen.push(c);
        }
        if seen.len() >= MIN_VARIETY {
            return false;
        }
    }
    total >= MIN_FOR_VARIETY && seen.iter().any(|c| !c.is_ascii())
}

/// The ASCII controls that are neither white space nor escapes of ISO-2022. The others are common in text that was decoded twice.
fn is_control(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c' | '\x1b' | '\x0e' | '\x0f')
}

#[cfg(test)]
mod tests {
    use super::{has_magic, is_rubbish};

    #[test]
    fn files_are_known_by_their_first_bytes() {
        for file in [
            &b"\x89PNG\r\n\x1a\n"[..],
            b"%PDF-1.7\n",
            b"\x1f\x8b\x08\0",
            b"\0\0\0\x20ftypisom",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"BZh91AY&SY",
        ] {
            assert!(has_magic(file), "{file:?}");
        }
        for text in [
            "",
            "<!DOCTYPE html>",
            "PK was here",
            "GIF files are old",
            "RIFF",
        ] {
            assert!(!has_magic(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn controls_and_floods_are_no_text() {
        assert!(is_rubbish(&"\0".repeat(9)));
        assert!(is_rubbish(&"ÿ".repeat(999)));
        assert!(is_rubbish("MZ\u{90}\0\u{3}\0\0\0\u{4}\0"));
        assert!(!is_rubbish(&"-".repeat(999)));
        assert!(!is_rubbish(
            "Two boats \u{fffd}\u{fffd}\u{fffd} left the harbour"
        ));
        assert!(!is_rubbish("Ã¤Â\u{85}Â\u{9a}Â\u{81}Â\u{82}Â\u{83}"));
        assert!(!is_rubbish(""));
        let flood_after_page = format!(
            "{}{}",
            "The night ferry returns. ".repeat(50),
            "\u{fffd}".repeat(9999)
        );
        assert!(!is_rubbish(&flood_after_page));
    }
}
