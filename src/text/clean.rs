//! Clean Unicode for output: nothing that controls a terminal, reorders text or hides in it.
//!
//! No normalisation form is forced on what is printed, as NFC turns characters of names into others. What goes is what no reader
//! sees and a machine acts upon.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// What becomes of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    /// A line or paragraph end in another spelling.
    Newline,
    /// It stands for an object that is not there.
    Space,
    Goes,
    /// Invisible, but some scripts need it: the visible characters on both sides decide.
    Depends,
}

/// Combining marks in a row that stay where no limit says otherwise: as many as [`Limit::CombiningMarks`](crate::Limit::CombiningMarks).
pub(crate) const COMBINING_MARKS: usize = 32;

const ZWSP: char = '\u{200B}';
const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';
const LRM: char = '\u{200E}';
const RLM: char = '\u{200F}';
const ALM: char = '\u{061C}';
/// The Mongolian vowel separator.
const MVS: char = '\u{180E}';

/// Returns the text without harmful characters, borrowed when there are none.
///
/// Gone are control characters but `\n` and `\t`, non-characters, tag characters, byte order marks, word joiners, soft hyphens,
/// invisible operators, and the overrides, embeddings and isolates of direction. Kept where the neighbours need them: zero-width
/// space, joiners, marks of direction. Of a row of combining marks the first `marks` are kept. Doing it twice changes nothing.
pub(crate) fn clean(text: &str, marks: usize) -> Cow<'_, str> {
    if is_plain(text) || !holds(text, |c| fate(c) != Fate::Stays || is_mark(c)) {
        return Cow::Borrowed(text);
    }
    let rewritten = rewrite(text, marks);
    if rewritten == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(rewritten)
    }
}

/// Whether a text is of printable ASCII alone, as most are: asked of many bytes at a time, without a way out between them.
fn is_plain(text: &str) -> bool {
    const AT_A_TIME: usize = 32;
    let mut pieces = text.as_bytes().chunks(AT_A_TIME);
    pieces.all(|piece| {
        let others = piece.iter().map(|&byte| u8::from(!is_plain_byte(byte)));
        others.fold(0, |any, other| any | other) == 0
    })
}

#[inline]
fn is_plain_byte(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\t' | b' '..=b'~')
}

/// Whether a text holds a character of a kind that no usual one is of. Between its other characters most texts are of printable ASCII,
/// and are passed by the byte.
fn holds(text: &str, is: impl Fn(char) -> bool) -> bool {
    let mut rest = text;
    loop {
        let plain = rest.bytes().take_while(|&byte| is_plain_byte(byte)).count();
        let mut others = rest.get(plain..).unwrap_or_default().chars();
        match others.next() {
            None => return false,
            Some(c) if !is_usual(c) && is(c) => return true,
            Some(_) => rest = others.as_str(),
        }
    }
}

/// Returns the text clean and on one line, as titles and names are.
pub(crate) fn clean_line(text: &str, marks: usize) -> String {
    fold_space(&clean(text, marks))
}

/// Returns the text without the characters that are harmful wherever they stand, for the printing of a record that may come from
/// anywhere. Unlike [`clean`] it may be used on a part of a text, as it looks at no neighbours.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let is_harmful = |c| !matches!(fate(c), Fate::Stays | Fate::Depends);
    if is_plain(text) || !holds(text, is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match fate(c) {
            Fate::Stays | Fate::Depends => out.push(c),
            Fate::Newline if c == '\r' && chars.peek() == Some(&'\n') => {}
            Fate::Newline => out.push('\n'),
            Fate::Space => out.push(' '),
            Fate::Goes => {}
        }
    }
    Cow::Owned(out)
}

/// Returns the text with white space folded (runs to one space, ends trimmed). Ideographic and no-break spaces and line ends are
/// white space like any other.
pub(crate) fn fold_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_folded(&mut out, text);
    out
}

/// Appends what [`fold_space`] gives. Words that one space parts are copied together.
pub(crate) fn push_folded(out: &mut String, text: &str) {
    let text = text.trim();
    if is_spaced_once(text.as_bytes()) {
        return out.push_str(text);
    }
    let before = out.len();
    // Where that begins which is not copied yet.
    let mut from = 0;
    let mut is_parted = true;
    for (at, c) in text.char_indices() {
        if matches!(c, '!'..='~') || !c.is_whitespace() {
            is_parted = false;
        } else if c == ' ' && !is_parted {
            is_parted = true;
        } else {
            out.push_str(text.get(from..at).unwrap_or_default());
            from = at + c.len_utf8();
            if !is_parted {
                out.push(' ');
            }
            is_parted = true;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    if is_parted && out.len() > before {
        out.pop();
    }
}

/// Whether single spaces are all white space of a text of ASCII, but for that at its ends. Asked of many bytes at a time, without a way
/// out between them.
fn is_spaced_once(text: &[u8]) -> bool {
    let breaks = |any, &byte: &u8| any | matches!(byte, b'\t'..=b'\r') | !byte.is_ascii();
    if text.iter().fold(false, breaks) {
        return false;
    }
    let behind = text.get(1..).unwrap_or_default();
    let pairs = text.iter().zip(behind);
    !pairs.fold(false, |any, (&byte, &next)| {
        any | matches!((byte, next), (b' ', b' '))
    })
}

fn rewrite(text: &str, marks: usize) -> String {
    let mut out = String::with_capacity(text.len());
    // The invisible characters since the last visible one, each once, until the next visible one decides.
    let mut held = String::new();
    let mut before = None;
    let mut marks_in_row = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match fate(c) {
            Fate::Stays => c,
            Fate::Goes => continue,
            Fate::Newline if c == '\r' && chars.peek() == Some(&'\n') => continue,
            Fate::Newline => '\n',
            Fate::Space => ' ',
            Fate::Depends => {
                if !held.contains(c) {
                    held.push(c);
                }
                continue;
            }
        };
        // An invisible character between two marks does not part them: a row of marks cannot be hidden by joiners.
        if is_mark(c) {
            if marks_in_row >= marks {
                continue;
            }
            marks_in_row += 1;
        } else {
            marks_in_row = 0;
        }
        settle(&mut held, before, Some(c), &mut out);
        out.push(c);
        // `❤`, variation selector, joiner, `🔥` is one emoji: the joiner stands after the heart.
        if !is_variation_selector(c) {
            before = Some(c);
        }
    }
    settle(&mut held, before, None, &mut out);
    out
}

fn settle(held: &mut String, before: Option<char>, after: Option<char>, out: &mut String) {
    out.extend(held.chars().filter(|c| is_used(*c, before, after)));
    held.clear();
}

/// Whether an invisible character has a use between these two visible ones.
fn is_used(c: char, before: Option<char>, after: Option<char>) -> bool {
    let either = |is: fn(char) -> bool| before.is_some_and(is) || after.is_some_and(is);
    let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    match c {
        ZWSP => both(is_unspaced),
        ZWNJ => both(is_joining),
        // At the end of a word it shows the joined form of the last letter, as in the Persian abbreviation of Hijri.
        ZWJ => either(is_joining) || both(is_emoji),
        LRM | RLM | ALM => either(is_right_to_left),
        MVS => both(|c| matches!(c, '\u{1820}'..='\u{18AA}')),
        _ => false,
    }
}

#[inline]
fn fate(c: char) -> Fate {
    match c {
        '\n' | '\t' | ' '..='~' => Fate::Stays,
        '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Newline,
        '\u{FFFC}' => Fate::Space,
        // C0, DEL and C1; the soft hyphen.
        ..'\u{A0}' | '\u{AD}' => Fate::Goes,
        ALM | MVS | ZWSP | ZWNJ | ZWJ | LRM | RLM => Fate::Depends,
        // Embeddings and overrides; word joiner, invisible operators, isolates, deprecated format characters.
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        // Non-characters; byte order mark; unassigned ignorables and interlinear annotation.
        | '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}'
        // Format characters of shorthand and of musical notation.
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        // Tags and unassigned ignorables. The variation selectors between them are marks and write names.
        | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}' => Fate::Goes,
        _ if u32::from(c) & 0xFFFE == 0xFFFE => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Whether a character is one of those that nearly all text is made of, which stay and are no marks: letters of ASCII and of Europe, Han,
/// kana, Hangul, and the punctuation between them.
#[inline]
fn is_usual(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | 'À'..='ʯ' | 'Ѐ'..='ҁ' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FE}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF5E}')
}

/// Combining marks, variation selectors among them. Han and Hangul, which are most of a page or none of it, are told by range.
#[inline]
pub(super) fn is_mark(c: char) -> bool {
    !matches!(c, ..'\u{300}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
        && is_combining_mark(c)
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn is_letter_or_mark(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

/// Letters of scripts that put no space between words: Thai and Lao, Burmese, Khmer.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}')
        && is_letter_or_mark(c)
}

/// Letters of right-to-left scripts: Hebrew to Arabic Extended-A, their presentation forms, and those of the supplementary plane.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        && is_letter_or_mark(c)
}

/// Letters whose shape depends on their neighbours: right-to-left scripts, the scripts of India and those derived from them, Khmer,
/// Mongolian, Javanese and the like. Latin, Greek, Cyrillic and Han use no joiners; there one only hides in a word.
fn is_joining(c: char) -> bool {
    is_right_to_left(c)
        || matches!(c,
            '\u{0900}'..='\u{0DFF}' | '\u{0F00}'..='\u{109F}' | '\u{1700}'..='\u{18AF}' | '\u{1A00}'..='\u{1AAF}'
            | '\u{1B00}'..='\u{1C4F}' | '\u{A800}'..='\u{A8FF}' | '\u{A930}'..='\u{AAFF}' | '\u{ABC0}'..='\u{ABFF}'
            | '\u{11000}'..='\u{11FFF}')
            && is_letter_or_mark(c)
}

/// Symbols that are joined to one emoji: arrows, the old symbol blocks, the emoji blocks with their skin tones.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::{
        COMBINING_MARKS, Fate, clean, clean_line, fate, fold_space, is_mark, is_usual, printable,
    };

    fn cleaned(text: &str) -> String {
        clean(text, COMBINING_MARKS).into_owned()
    }

    #[test]
    fn white_space_of_every_kind_folds() {
        let spaced = "\u{3000}\u{3000}渡轮\u{a0}\n \u{2009}停航\t";
        assert_eq!(fold_space(spaced), "渡轮 停航");
        assert_eq!(
            clean_line(" Two\u{200b}\r\nboats\0 ", COMBINING_MARKS),
            "Two boats"
        );
    }

    #[test]
    fn what_is_usual_stays_and_is_no_mark() {
        for c in (0..=0xFFFF)
            .filter_map(char::from_u32)
            .filter(|&c| is_usual(c))
        {
            assert!(fate(c) == Fate::Stays && !is_mark(c), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn words_are_folded_as_they_are_split(text in "[a渡 \n\t\u{3000}\u{a0}]{0,12}|[a \n]{0,6}|( ?[ab]){0,40} ?|[aé“•\u{85}\u{a0}\u{1680}\u{1681}\u{2000}-\u{202f}\u{205f}\u{3000}-\u{3002}]{0,9}") {
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(fold_space(&text), words.join(" "));
        }

        #[test]
        fn letters_of_ascii_are_folded_as_they_are_split(text in "[ab~\u{7f}\u{b} ]{0,6}") {
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(fold_space(&text), words.join(" "));
        }
    }

    #[test]
    fn controls_go_and_line_ends_become_newlines() {
        assert_eq!(cleaned("a\0b\x07c\x1b[31md\u{9b}e\x7f"), "abc[31mde");
        assert_eq!(
            cleaned("a\r\nb\rc\u{2028}d\u{2029}e\u{85}f\tg"),
            "a\nb\nc\nd\ne\nf\tg"
        );
        assert_eq!(cleaned("boat\u{FFFC}pier"), "boat pier");
    }

    #[test]
    fn nothing_reorders_or_hides_in_a_text() {
        assert_eq!(
            cleaned("safe \u{202e}txt.exe\u{202c} \u{2066}x\u{2069}"),
            "safe txt.exe x"
        );
        assert_eq!(
            cleaned("fer\u{200b}ry bo\u{200c}at har\u{200d}bour wa\u{2060}ter bo\u{feff}ard"),
            "ferry boat harbour water board"
        );
        assert_eq!(cleaned("ex\u{ad}tra x\u{e0069}\u{e0067}y"), "extra xy");
        assert_eq!(
            cleaned("\u{fdd0}\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}渡轮"),
            "渡轮"
        );
    }

    #[test]
    fn scripts_keep_the_invisible_characters_they_are_written_with() {
        for text in [
            "می\u{200c}خواهم",                             // Persian
            "क्\u{200d}ष",                                  // Devanagari
            "เรือ\u{200b}ข้าม",                              // Thai
            "ភាសា\u{200b}ខ្មែរ",                             // Khmer
            "שלום\u{200f}!",                               // Hebrew before a sign
            "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}", // a family
            "\u{2764}\u{fe0f}\u{200d}\u{1f525}",           // a heart on fire
            "\u{1f469}\u{1f3fd}\u{200d}\u{1f680}",         // an astronaut
            "葛\u{e0100}城市",                             // a variant of a name's character
            "\u{fa19}戸",                                  // a character that NFC would replace
        ] {
            assert!(
                matches!(clean(text, COMBINING_MARKS), Cow::Borrowed(same) if same == text),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_right_to_left_letter_does_not_switch_the_guard_off() {
        assert_eq!(
            cleaned("א \u{202e}x\u{202c} ab\u{200f}cd \u{200e}"),
            "א x abcd "
        );
        assert_eq!(cleaned("של\u{200f}\u{200f}\u{200f}ום"), "של\u{200f}ום");
    }

    #[test]
    fn a_row_of_marks_is_cut_and_joiners_do_not_part_it() {
        let tower = format!("e{}x", "\u{301}".repeat(1_000));
        assert_eq!(
            clean(&tower, COMBINING_MARKS).chars().count(),
            1 + COMBINING_MARKS + 1
        );
        let hidden = format!("क{}", "\u{94d}\u{200d}".repeat(1_000));
        assert_eq!(
            clean(&hidden, COMBINING_MARKS)
                .chars()
                .filter(|c| *c == '\u{94d}')
                .count(),
            COMBINING_MARKS
        );
    }

    /// Arbitrary characters, with those that matter here far more often than by chance.
    fn text() -> impl Strategy<Value = String> {
        let chosen = prop::sample::select(
            "\0\t\n\r\x1b\u{7f}\u{85}\u{a0}\u{ad}\u{301}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2028}\u{202e}\u{2060}\
             \u{2066}\u{3000}\u{fdd0}\u{fe0f}\u{feff}\u{fffc}\u{ffff}\u{e0061}\u{e0100}aא\u{5b0}م\u{94d}कกข\u{e31}ᠠខ渡가❤\u{1f468}\u{1f3fd} "
                .chars()
                .collect::<Vec<_>>(),
        );
        prop::collection::vec(prop_oneof![4 => chosen, 1 => any::<char>()], 0..48)
            .prop_map(String::from_iter)
    }

    fn is_forbidden(c: char) -> bool {
        (c.is_control() && c != '\n' && c != '\t')
            || "\u{ad}\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{feff}\u{fffc}"
                .contains(c)
            || matches!(u32::from(c), 0xFDD0..=0xFDEF | 0xE0000..=0xE007F)
            || u32::from(c) % 0x1_0000 >= 0xFFFE
    }

    proptest! {
        #[test]
        fn twice_is_once(text in text(), marks in 0_usize..4) {
            let once = clean(&text, marks).into_owned();
            prop_assert!(matches!(clean(&once, marks), Cow::Borrowed(same) if same == once), "{:?}", once);
            let line = clean_line(&text, marks);
            prop_assert_eq!(clean_line(&line, marks), line);
        }

        #[test]
        fn no_forbidden_character_comes_out(text in text()) {
            prop_assert!(!clean(&text, COMBINING_MARKS).contains(is_forbidden));
            prop_assert!(!printable(&text).contains(is_forbidden));
        }

        #[test]
        fn what_is_clean_prints_as_it_is(text in text()) {
            let once = clean(&text, COMBINING_MARKS).into_owned();
            prop_assert_eq!(printable(&once), once.as_str());
        }
    }
}
