//! From bytes to text.

use std::borrow::Cow;

use encoding_rs::{
    CoderResult, Encoding as Charset, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};

use super::byte_places::Layout;
use super::{binary, detect, prescan};
use crate::article::{Encoding, EncodingGround};
use crate::limits::{Hits, Limit, Limits};

/// Share of the characters beyond ASCII that may be malformed or for private use before a label is taken to be wrong. A right label
/// with a few bad bytes stays far below; Big5 read as GBK is at a tenth, most others at a half.
const MAX_MISREAD: f32 = 0.05;

/// Share of the characters beyond ASCII that stand in runs of four or more at which a label for Latin script is taken to be wrong.
const MAX_LATIN_RUNS: f32 = 0.5;

/// Characters in such a run.
const LATIN_RUN: usize = 4;

/// Well-formed characters for each malformed sequence that make UTF-8. In GBK text, one to five are well-formed by chance.
const GOOD_PER_BAD: usize = 4;

/// A page's text, and how its bytes were read.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where the text lies in the bytes.
    pub(crate) layout: Layout,
    pub(crate) encoding: Encoding,
    /// Whether the bytes are no text at all: an image, an archive. The text is then empty.
    pub(crate) binary: bool,
    pub(crate) hits: Hits,
}

/// Reads a page's bytes as text. `content_type` is the header's value, or a bare charset label.
///
/// The evidence, strongest first: a byte order mark; bytes that are valid UTF-8 and not ASCII alone, as nothing else is so by chance;
/// the header; the page's `meta` or XML declaration; the bytes' statistics. A label that the bytes contradict loses. A character that
/// is torn at the end is left out, not replaced.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    content_type: Option<&str>,
    limits: &Limits,
) -> Decoded<'a> {
    let mut hits = Hits::default();
    hits.over(limits, Limit::InputBytes, bytes.len());
    let bytes = bytes
        .get(..limits.count(Limit::InputBytes))
        .unwrap_or(bytes);
    let read = if binary::has_magic(bytes) {
        None
    } else {
        Some(read(bytes, content_type)).filter(|read| !binary::is_rubbish(&read.text))
    };
    let binary = read.is_none();
    let read = read.unwrap_or_else(|| Read::whole("", UTF_8, EncodingGround::Default));
    Decoded {
        text: read.text,
        layout: read.layout,
        encoding: Encoding {
            label: read.label,
            ground: read.ground,
            replacements: read.replacements,
        },
        binary,
        hits,
    }
}

/// A text with what [`Encoding`] says of it.
struct Read<'a> {
    text: Cow<'a, str>,
    layout: Layout,
    label: String,
    ground: EncodingGround,
    replacements: u64,
}

impl<'a> Read<'a> {
    fn whole(text: &'a str, charset: &'static Charset, ground: EncodingGround) -> Self {
        Self {
            text: Cow::Borrowed(text),
            layout: Layout::Same(0),
            label: charset.name().to_ascii_lowercase(),
            ground,
            replacements: 0,
        }
    }

    fn with(bytes: &[u8], charset: &'static Charset, ground: EncodingGround) -> Self {
        let (text, replacements) = text_in(bytes, charset);
        Self {
            text: Cow::Owned(text),
            layout: Layout::Decoded(0, charset),
            label: charset.name().to_ascii_lowercase(),
            ground,
            replacements,
        }
    }
}

fn read<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Read<'a> {
    if let Some(read) = after_bom(bytes) {
        return read;
    }
    if let Some(charset) = detect::utf_16(bytes) {
        return Read::with(bytes, charset, EncodingGround::Detected);
    }
    let valid = valid_utf_8(bytes);
    if let Some(text) = valid.filter(|text| !text.is_ascii()) {
        return Read::whole(text, UTF_8, EncodingGround::ValidUtf8);
    }
    let labels = labels(bytes, content_type);
    match valid {
        Some(text) => ascii(text, &labels),
        None => by_labels(bytes, &labels),
    }
}

/// Reads bytes with a byte order mark, which wins over all else. UTF-32 is not in the standard, but with its mark in no doubt.
fn after_bom(bytes: &[u8]) -> Option<Read<'_>> {
    for (mark, unit) in [
        (b"\xff\xfe\0\0", u32::from_le_bytes as fn([u8; 4]) -> u32),
        (b"\0\0\xfe\xff", u32::from_be_bytes),
    ] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return Some(utf_32(rest, unit));
        }
    }
    let (charset, length) = Charset::for_bom(bytes)?;
    let rest = bytes.get(length..).unwrap_or_default();
    Some(match valid_utf_8(rest) {
        Some(text) if charset == UTF_8 => Read {
            layout: Layout::Same(length),
            ..Read::whole(text, UTF_8, EncodingGround::Bom)
        },
        _ => Read {
            layout: Layout::Decoded(length, charset),
            ..Read::with(rest, charset, EncodingGround::Bom)
        },
    })
}

fn utf_32<'a>(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> Read<'a> {
    let mut replacements = 0;
    let text: String = bytes
        .chunks_exact(4)
        .filter_map(|four| four.try_into().ok())
        .map(|four| {
            char::from_u32(unit(four)).unwrap_or_else(|| {
                replacements += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Read {
        text: Cow::Owned(text),
        layout: Layout::Utf32,
        label: "utf-32".to_owned(),
        ground: EncodingGround::Bom,
        replacements,
    }
}

/// Returns the bytes as they are, when they are UTF-8 up to a torn last character.
fn valid_utf_8(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => bytes
            .get(..error.valid_up_to())
            .and_then(|valid| std::str::from_utf8(valid).ok()),
        Err(_) => None,
    }
}

type Label = (&'static Charset, EncodingGround);

/// Returns what the header and the page say, the one to ask first before the others. UTF-16 is not among them: bytes that are in it
/// have been told by their zeros.
fn labels(bytes: &[u8], content_type: Option<&str>) -> Vec<Label> {
    let header = content_type
        .and_then(prescan::header)
        .map(|charset| (charset, EncodingGround::Header));
    let metas = prescan::metas(bytes)
        .into_iter()
        .map(|charset| (charset, EncodingGround::Meta));
    let xml =
        prescan::xml_declaration(bytes).map(|charset| (charset, EncodingGround::XmlDeclaration));
    header
        .into_iter()
        .chain(metas)
        .chain(xml)
        .filter(|&(charset, _)| charset != UTF_16LE && charset != UTF_16BE)
        .collect()
}

/// Reads ASCII bytes: as they are, unless their escape sequences make them ISO-2022-JP.
fn ascii<'a>(text: &'a str, labels: &[Label]) -> Read<'a> {
    let has_escapes = text.contains("\x1b$B") || text.contains("\x1b$@");
    let label = labels.first().copied();
    match label {
        Some((charset, ground)) if charset == ISO_2022_JP && text.contains('\x1b') => {
            Read::with(text.as_bytes(), charset, ground)
        }
        None if has_escapes => Read::with(text.as_bytes(), ISO_2022_JP, EncodingGround::Detected),
        Some((charset, ground)) => Read::whole(text, charset, ground),
        None => Read::whole(text, UTF_8, EncodingGround::Default),
    }
}

/// Reads bytes that are neither ASCII nor valid UTF-8.
fn by_labels<'a>(bytes: &[u8], labels: &[Label]) -> Read<'a> {
    // UTF-8 with a few bad bytes, or with a comment in another encoding, is still UTF-8.
    if is_mostly_utf_8(bytes) {
        let said = labels.iter().find(|(charset, _)| *charset == UTF_8);
        let ground = said.map_or(EncodingGround::Detected, |&(_, ground)| ground);
        return Read::with(bytes, UTF_8, ground);
    }
    let mut tried = Vec::new();
    for &(charset, ground) in labels {
        if charset == UTF_8 || tried.contains(&charset) {
            continue;
        }
        tried.push(charset);
        let read = Read::with(bytes, charset, ground);
        if !contradicts(&read.text, charset) {
            return read;
        }
    }
    let detected = Read::with(bytes, detect::detect(bytes), EncodingGround::Detected);
    match labels.first() {
        // Where nothing fits, the page's word is as good as any.
        Some(&(charset, ground)) if misread(&detected.text) > MAX_MISREAD => {
            let said = Read::with(bytes, charset, ground);
            if misread(&said.text) < misread(&detected.text) {
                said
            } else {
                detected
            }
        }
        _ => detected,
    }
}

/// Whether most of what is not ASCII is well-formed UTF-8.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        // The first byte of each character that is none of ASCII.
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= GOOD_PER_BAD * bad
}

/// Whether the text is not what a page in this encoding would hold.
fn contradicts(text: &str, charset: &'static Charset) -> bool {
    misread(text) > MAX_MISREAD || (is_latin(charset) && latin_runs(text) > MAX_LATIN_RUNS)
}

/// Returns the share of characters beyond ASCII that are malformed, for private use, or controls.
fn misread(text: &str) -> f32 {
    let (mut total, mut misread) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        total += 1;
        let is_misread = matches!(c, '\u{e000}'..='\u{f8ff}' | char::REPLACEMENT_CHARACTER);
        misread += usize::from(is_misread || c.is_control());
    }
    misread as f32 / total.max(1) as f32
}

/// Encodings for Latin script: in its languages, characters beyond ASCII stand alone or in pairs.
fn is_latin(charset: &'static Charset) -> bool {
    charset == WINDOWS_1252
        || matches!(
            charset.name(),
            "windows-1250"
                | "windows-1254"
                | "windows-1257"
                | "windows-1258"
                | "ISO-8859-2"
                | "ISO-8859-3"
                | "ISO-8859-4"
                | "ISO-8859-10"
                | "ISO-8859-13"
                | "ISO-8859-14"
                | "ISO-8859-15"
                | "ISO-8859-16"
                | "macintosh"
        )
}

/// Returns the share of characters beyond ASCII that stand in long runs.
fn latin_runs(text: &str) -> f32 {
    let (mut total, mut in_runs, mut run) = (0_usize, 0_usize, 0_usize);
    // The ASCII character at the end closes the last run.
    for byte in text.bytes().chain([b'\n']) {
        if byte.is_ascii() {
            in_runs += if run >= LATIN_RUN { run } else { 0 };
            run = 0;
        } else if byte & 0xc0 == 0xc0 {
            // The first byte of a character: those behind it begin with other bits.
            total += 1;
            run += 1;
        }
    }
    in_runs as f32 / total.max(1) as f32
}

/// Decodes with malformed sequences replaced and counted, and a torn last character left out.
fn text_in(bytes: &[u8], charset: &'static Charset) -> (String, u64) {
    let mut decoder = charset.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
    let mut rest = bytes;
    let mut had_malformed = false;
    loop {
        // Never the last piece: what is torn stays in the decoder.
        let (result, read, malformed) = decoder.decode_to_string(rest, &mut text, false);
        had_malformed |= malformed;
        rest = rest.get(read..).unwrap_or_default();
        match result {
            CoderResult::InputEmpty => break,
            CoderResult::OutputFull => text.reserve(rest.len() * 2 + 16),
        }
    }
    if !had_malformed {
        return (text, 0);
    }
    let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
    let genuine = if charset == UTF_8 {
        bytes
            .windows(3)
            .filter(|three| *three == "\u{fffd}".as_bytes())
            .count()
    } else {
        0
    };
    (text, replaced.saturating_sub(genuine) as u64)
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by it")]
mod tests {
    use std::borrow::Cow;

    use super::{Decoded, decode};
    use crate::article::EncodingGround;
    use crate::limits::{Limit, Limits};

    fn read<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Decoded<'a> {
        decode(bytes, content_type, &Limits::default())
    }

    /// A case of `fixtures/encoding`: how the bytes are made (`bytes: label`, `header: value`, `bom`, `torn: count`), the text, and
    /// after `---` the label, the ground and the number of replacements that are expected, and the text if it is another.
    fn check(name: &str, case: &str) {
        let (input, expected) = case.split_once("\n---\n").expect(name);
        let (settings, text) = input.split_once("\n\n").expect(name);
        let setting = |key: &str| {
            settings
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
        };
        let charset = setting("bytes").expect(name);
        let mut bytes: Vec<u8> = match charset {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "utf-32le" => text
                .chars()
                .flat_map(|c| u32::from(c).to_le_bytes())
                .collect(),
            label => {
                let charset = encoding_rs::Encoding::for_label(label.as_bytes()).expect(name);
                charset.encode(text).0.into_owned()
            }
        };
        if let Some(bad) = setting("bad byte at") {
            bytes.insert(bad.parse().expect(name), 0xff);
        }
        if let Some(mark) = setting("bom") {
            let mark: Vec<u8> = mark
                .split(' ')
                .map(|byte| u8::from_str_radix(byte, 16).expect(name))
                .collect();
            bytes.splice(0..0, mark);
        }
        if let Some(torn) = setting("torn") {
            bytes.truncate(bytes.len() - torn.parse::<usize>().expect(name));
        }
        let decoded = read(&bytes, setting("header"));
        let (summary, other) = expected
            .split_once("\n\n")
            .unwrap_or((expected.trim_end(), text));
        let ground = serde_json::to_value(decoded.encoding.ground).expect(name);
        assert_eq!(
            format!(
                "{} {} {}",
                decoded.encoding.label,
                ground.as_str().expect(name),
                decoded.encoding.replacements
            ),
            summary,
            "{name}"
        );
        assert_eq!(decoded.text, other, "{name}");
        assert!(!decoded.binary, "{name}");
    }

    #[test]
    fn every_case_is_read_as_it_says() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/encoding");
        let mut count = 0;
        for entry in std::fs::read_dir(folder).expect("fixtures/encoding") {
            let path = entry.expect("an entry").path();
            let case = std::fs::read_to_string(&path).expect("a case");
            check(&path.display().to_string(), &case);
            count += 1;
        }
        assert!(count > 20, "{count} cases");
    }

    #[test]
    fn utf_8_is_not_copied() {
        let page = "<p>渡口周日停航</p>";
        assert!(matches!(
            read(page.as_bytes(), Some("gbk")).text,
            Cow::Borrowed(_)
        ));
        assert!(matches!(
            read(b"<p>plain</p>", Some("gbk")).text,
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn files_give_no_text() {
        for file in [
            &b"\x89PNG\r\n\x1a\n0123"[..],
            b"\0\0\0\0\0\0\0\0",
            &[0xff; 2000],
        ] {
            let decoded = read(file, None);
            assert!(decoded.binary && decoded.text.is_empty(), "{file:?}");
        }
        assert!(!read(b"", None).binary);
        assert_eq!(read(b"", None).encoding.ground, EncodingGround::Default);
    }

    #[test]
    fn input_bytes_at_their_bound() {
        // Nine bytes: the cut is at a character, not in it.
        let page = "渡口停".as_bytes();
        for (bound, text, seen) in [
            (10, "渡口停", None),
            (9, "渡口停", None),
            (8, "渡口", Some(9)),
        ] {
            let limits = Limits::default().set(Limit::InputBytes, bound);
            let decoded = decode(page, None, &limits);
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.encoding.replacements, 0);
            let hits = decoded.hits.into_sorted();
            assert_eq!(hits.first().map(|hit| hit.seen), seen);
        }
    }

    #[test]
    fn utf_7_is_never_decoded() {
        let page = b"<meta charset=utf-7><p>+ADw-script+AD4-";
        let decoded = read(page, Some("text/html; charset=utf-7"));
        assert_eq!(decoded.text.as_bytes(), page);
        assert_eq!(decoded.encoding.label, "utf-8");
    }
}
