//! Which encoding undeclared bytes are in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_16BE, UTF_16LE};

use super::prescan::{find, find_ignoring_case, is_space};

/// Bytes of text the detector is shown. It costs several times what parsing costs, and knows by then.
const SAMPLE_BYTES: usize = 65_536;

/// Bytes that are looked through for that text.
const SEARCHED_BYTES: usize = 2_097_152;

/// Share of its bytes beyond ASCII that a page in an encoding of several bytes may lose to malformed sequences and still be in it.
const MAX_MALFORMED: f32 = 0.3;

/// Share of hiragana that makes a text Japanese; news has a third.
const MIN_KANA: f32 = 0.1;

/// Pairs of bytes that are looked at for UTF-16.
const UTF_16_PAIRS: usize = 2048;

/// Share of pairs with a zero in the one place that makes UTF-16; markup alone gives more.
const MIN_ZEROS: f32 = 0.1;

/// How many times more zeros there are in the one place than in the other: characters such as U+4E00 have theirs in the other.
const ZEROS_APART: usize = 8;

/// The encodings of several bytes that chardetng gives up on at the first malformed one.
const MULTI_BYTE: [&Encoding; 5] = [GBK, BIG5, SHIFT_JIS, EUC_JP, EUC_KR];

/// Returns the best guess for bytes that are neither ASCII nor UTF-8.
pub(super) fn detect(bytes: &[u8]) -> &'static Encoding {
    let sample = text_sample(bytes);
    let guess = mended_guess(&sample);
    match guess {
        _ if guess != GBK => guess,
        _ if has_kana(&sample) => EUC_JP,
        // Its decoder reads both, and pages hold characters of the newer.
        _ => GB18030,
    }
}

/// Guesses, and when that is none of the encodings that one bad byte rules out, guesses again without the runs that are malformed
/// in one of them, the least broken first.
fn mended_guess(sample: &[u8]) -> &'static Encoding {
    let first = guess(sample);
    if MULTI_BYTE.contains(&first) {
        return first;
    }
    let mut mended: Vec<_> = MULTI_BYTE
        .into_iter()
        .filter_map(|encoding| mend(sample, encoding))
        .collect();
    mended.sort_by_key(|mended| mended.dropped);
    mended
        .iter()
        .find(|mended| guess(&mended.kept) == mended.encoding)
        .map_or(first, |mended| mended.encoding)
}

fn guess(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // Not the last: the sample may end within a character.
    detector.feed(sample, false);
    detector.guess(None, Utf8Detection::Deny)
}

/// A sample without the runs that are malformed in an encoding.
struct Mended {
    encoding: &'static Encoding,
    kept: Vec<u8>,
    dropped: usize,
}

/// Leaves out what is malformed. `None` when nothing is, or too much. A run goes as a whole: after a bad byte, all up to the next
/// white space or punctuation may be read out of step.
fn mend(sample: &[u8], encoding: &'static Encoding) -> Option<Mended> {
    let mut kept = Vec::with_capacity(sample.len());
    // No character of more than one byte has one below `0` in it.
    for run in sample.split_inclusive(|&byte| byte < b'0') {
        if encoding
            .decode_without_bom_handling_and_without_replacement(run)
            .is_some()
        {
            kept.extend_from_slice(run);
        }
    }
    let total = beyond_ascii(sample);
    let dropped = total - beyond_ascii(&kept);
    let most = MAX_MALFORMED * total as f32;
    (dropped > 0 && dropped as f32 <= most).then_some(Mended {
        encoding,
        kept,
        dropped,
    })
}

fn beyond_ascii(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !byte.is_ascii()).count()
}

/// Whether hiragana stand in the text, which have the same bytes in GBK and in EUC-JP. Chinese pages have none.
fn has_kana(sample: &[u8]) -> bool {
    let text = EUC_JP.decode_without_bom_handling(sample).0;
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii());
    let (mut total, mut kana, mut malformed) = (0_usize, 0_usize, 0_usize);
    for c in beyond_ascii {
        total += 1;
        kana += usize::from(matches!(c, '\u{3041}'..='\u{3096}'));
        malformed += usize::from(c == char::REPLACEMENT_CHARACTER);
    }
    let total = total.max(1) as f32;
    kana as f32 > MIN_KANA * total && malformed as f32 <= MAX_MALFORMED * total
}

/// Returns the text of the page's first part, without tags, comments, scripts and styles: their ASCII says nothing. In no encoding
/// that is guessed here do `<` and `>` stand for anything else.
fn text_sample(bytes: &[u8]) -> Vec<u8> {
    let searched = bytes.get(..SEARCHED_BYTES).unwrap_or(bytes);
    let mut sample = Vec::new();
    let mut rest = searched;
    while !rest.is_empty() && sample.len() < SAMPLE_BYTES {
        let end = find(rest, b"<").unwrap_or(rest.len());
        let (text, markup) = rest.split_at_checked(end).unwrap_or_default();
        if !text.iter().all(|&byte| is_space(byte)) {
            sample.extend_from_slice(text);
            // Not where the page breaks off: a torn character would look malformed.
            if !markup.is_empty() {
                sample.push(b'\n');
            }
        }
        rest = after_markup(markup);
    }
    if sample.is_ascii() {
        sample = searched.to_vec();
    }
    sample.truncate(SAMPLE_BYTES);
    sample
}

fn after_markup(markup: &[u8]) -> &[u8] {
    let end = if markup.starts_with(b"<!--") {
        find(markup, b"-->").map(|at| at + 3)
    } else if starts_with_tag(markup, b"<script") {
        find_ignoring_case(markup, b"</script")
    } else if starts_with_tag(markup, b"<style") {
        find_ignoring_case(markup, b"</style")
    } else {
        find(markup, b">").map(|at| at + 1)
    };
    end.and_then(|end| markup.get(end..)).unwrap_or_default()
}

fn starts_with_tag(markup: &[u8], tag: &[u8]) -> bool {
    markup
        .get(..tag.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(tag))
}

/// Tells UTF-16 without a byte order mark by the zeros that ASCII characters, markup at least, have in it.
pub(super) fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut pairs, mut first, mut second) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.chunks_exact(2).take(UTF_16_PAIRS) {
        pairs += 1;
        match pair {
            [0, 0] => return None,
            [0, _] => first += 1,
            [_, 0] => second += 1,
            _ => {}
        }
    }
    let enough = |zeros: usize| zeros > 1 && zeros as f32 >= MIN_ZEROS * pairs as f32;
    if enough(second) && second >= ZEROS_APART * first {
        Some(UTF_16LE)
    } else if enough(first) && first >= ZEROS_APART * second {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{detect, utf_16};
    use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    const CHINESE: &str =
        "江州日报讯，南岸渡口自下月起周日停航，港务局周二在会后宣布了这项决定，理由是乘客减少。";

    fn bytes(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    #[test]
    fn languages_are_told_by_their_bytes() {
        for (text, encoding) in [
            (CHINESE, GB18030),
            (
                "南岸渡口自下月起週日停航，港務局週二在會後宣布了這項決定，理由是乘客減少。",
                BIG5,
            ),
            (
                "南岸の渡し船は来月から日曜日の運航をやめると、港湾局が火曜日に発表した。",
                SHIFT_JIS,
            ),
            (
                "南岸の渡し船は来月から日曜日の運航をやめると、港湾局が火曜日に発表した。",
                EUC_JP,
            ),
            (
                "남쪽 나루의 배편은 다음 달부터 일요일 운항을 중단한다고 항만청이 밝혔다.",
                EUC_KR,
            ),
            (
                "Паром на южном берегу с будущего месяца не будет ходить по воскресеньям.",
                WINDOWS_1251,
            ),
            (
                "Le bac de la rive sud ne circulera plus le dimanche dès le mois prochain, à regret.",
                WINDOWS_1252,
            ),
        ] {
            let page = format!("<title>x</title><script>a < b</script><p>{text}</p>");
            assert_eq!(detect(&bytes(&page, encoding)), encoding, "{text}");
        }
    }

    #[test]
    fn a_bad_byte_does_not_hide_the_right_answer() {
        let chinese = format!("<p>{CHINESE}</p>").repeat(50);
        let japanese =
            "<p>南岸の渡し船は来月から日曜日の運航をやめると、港湾局が発表した。</p>".repeat(50);
        for (text, encoding) in [
            (chinese, GB18030),
            (japanese.clone(), EUC_JP),
            (japanese, SHIFT_JIS),
        ] {
            let mut page = bytes(&text, encoding);
            page.insert(200, 0xff);
            page.insert(1201, 0xff);
            assert_eq!(detect(&page), encoding);
        }
    }

    #[test]
    fn a_sample_that_ends_within_a_character_is_read() {
        let mut page = bytes(&CHINESE.repeat(5), GB18030);
        page.pop();
        assert_eq!(detect(&page), GB18030);
    }

    #[test]
    fn utf_16_is_told_by_its_zeros() {
        let little: Vec<u8> = "<p>渡口</p>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "<p>渡口</p>"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(utf_16(&little), Some(encoding_rs::UTF_16LE));
        assert_eq!(utf_16(&big), Some(encoding_rs::UTF_16BE));
        assert_eq!(utf_16(b"<p>\0</p>\0\0"), None);
        assert_eq!(utf_16(b"<p>plain</p>"), None);
    }
}
