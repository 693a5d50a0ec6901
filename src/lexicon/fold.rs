//! The spelling in which rows are written and blocks are searched.

use unicode_normalization::UnicodeNormalization;

use crate::text::fold::plain;

/// A text in the spelling of the rows.
pub(super) enum Folded {
    /// Of ASCII alone, as most blocks are: a byte for each character.
    Ascii(Vec<u8>),
    Other(Vec<char>),
}

impl Folded {
    pub(super) fn into_chars(self) -> Vec<char> {
        match self {
            Self::Ascii(bytes) => bytes.into_iter().map(char::from).collect(),
            Self::Other(chars) => chars,
        }
    }
}

/// Returns the text with compatibility forms unified (NFKC), in lower case, white space folded, quotes and dashes unified, and marks
/// that spelling is loose about left out. Punctuation stays: `related:` is a label, `related` a word.
pub(super) fn fold(text: &str) -> Folded {
    if text.is_ascii() {
        Folded::Ascii(ascii(text.as_bytes()))
    } else {
        Folded::Other(by_character(text))
    }
}

/// What becomes of each byte of ASCII: [`plain`] and [`spelled_loosely`] as a table, with one sign for all white space.
static SPELLED: [u8; 128] = {
    let mut spelled = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        spelled[byte as usize] = match byte {
            b'\t'..=b'\r' => b' ',
            b'`' => b'\'',
            _ => byte.to_ascii_lowercase(),
        };
        byte += 1;
    }
    spelled
};

/// Does what [`Spaced`] does, with bytes.
fn ascii(text: &[u8]) -> Vec<u8> {
    if is_spelled_plainly(text) {
        // Nothing is left but the case.
        return text.to_ascii_lowercase();
    }
    let mut folded = Vec::with_capacity(text.len());
    let mut gap = false;
    for &byte in text {
        let c = SPELLED[usize::from(byte & 0x7f)];
        if c == b' ' {
            gap = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) && c != b':' {
            folded.push(b' ');
        }
        folded.push(c);
    }
    folded
}

/// Whether single spaces between words, and none before a colon, are all white space of a text of ASCII, as in nearly all blocks. Asked of
/// many bytes at a time, without a way out between them.
fn is_spelled_plainly(text: &[u8]) -> bool {
    let is_odd = |any, &byte: &u8| any | matches!(byte, b'\t'..=b'\r' | b'`');
    let is_parted =
        |any, (&byte, &next): (&u8, &u8)| any | matches!((byte, next), (b' ', b' ' | b':'));
    let behind = text.get(1..).unwrap_or_default();
    !text.iter().fold(false, is_odd)
        && !text.iter().zip(behind).fold(false, is_parted)
        && text.first() != Some(&b' ')
        && text.last() != Some(&b' ')
}

fn by_character(text: &str) -> Vec<char> {
    let mut folded = Spaced::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(char::from(SPELLED[c as usize & 0x7f]));
            continue;
        }
        // What is written in one spelling, and is most of a page or none of it.
        if matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}')
        {
            folded.push_shown(c);
            continue;
        }
        match plain(c) {
            Some(c) => folded.extend(spelled_loosely(c)),
            // Common on pages, and of more than one character in the tables, of which the second is left out of the other.
            None if c == '…' => folded.extend("...".chars()),
            None if c == 'İ' => folded.push('i'),
            None => return by_tables(text),
        }
    }
    folded.chars
}

fn by_tables(text: &str) -> Vec<char> {
    let mut folded = Spaced::with_capacity(text.len());
    let lower = text.nfkc().flat_map(char::to_lowercase);
    folded.extend(lower.filter_map(spelled_loosely));
    folded.chars
}

/// Unifies what editors, keyboards and typesetters write differently; `None` for marks that are left out.
#[inline]
fn spelled_loosely(c: char) -> Option<char> {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '″' => {
            Some('"')
        }
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '´' | '`' | '′' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        // Turkish: the lower case of `İ` carries a dot of its own (left out below), and that of `I` has lost it.
        'ı' => Some('i'),
        'ё' => Some('е'),
        // In capitals a word of Greek ends as any other letter stands.
        'ς' => Some('σ'),
        // Arabic short vowels and the stretching stroke, and what shows nothing: soft hyphen, zero-width characters.
        '\u{307}'
        | '\u{64B}'..='\u{652}'
        | '\u{640}'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{FEFF}' => None,
        _ => Some(c),
    }
}

/// Characters with white space folded, and dropped before a colon (as French sets it).
struct Spaced {
    chars: Vec<char>,
    gap: bool,
}

impl Spaced {
    fn with_capacity(chars: usize) -> Self {
        Self {
            chars: Vec::with_capacity(chars),
            gap: false,
        }
    }

    #[inline]
    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            self.gap = !self.chars.is_empty();
            return;
        }
        self.push_shown(c);
    }

    #[inline]
    fn push_shown(&mut self, c: char) {
        if std::mem::take(&mut self.gap) && c != ':' {
            self.chars.push(' ');
        }
        self.chars.push(c);
    }
}

impl Extend<char> for Spaced {
    fn extend<C: IntoIterator<Item = char>>(&mut self, chars: C) {
        chars.into_iter().for_each(|c| self.push(c));
    }
}

/// A text in the spelling of the rows, as one.
#[cfg(test)]
pub(super) fn folded(text: &str) -> String {
    fold(text).into_chars().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::folded as fold;

    proptest! {
        #[test]
        fn the_short_way_gives_what_the_tables_give(text in "[a-zA-Zı :.’“…İ\u{307}À-ɏΆ-ώЀ-ѿא-תء-ي\u{64b}-\u{653}Ạ-ỹ\u{200b}-\u{2040}\u{3000}-\u{30ff}\u{ff00}-\u{ff60}®°]{0,16}") {
            prop_assert_eq!(super::by_character(&text), super::by_tables(&text));
        }

        #[test]
        fn ascii_is_folded_as_other_text_is(text in "[ -~\\t\\n\u{b}\u{c}\r\u{1c}\u{7f}]{0,40}|[ :a`A]{0,12}|([A-Z]{1,9}[ :]){0,9}[a-z.]") {
            let slowly: String = super::by_character(&text).into_iter().collect();
            prop_assert_eq!(fold(&text), slowly);
        }
    }

    #[test]
    fn width_case_space_and_quotes_do_not_count() {
        assert_eq!(fold("相关　阅读 ：ＡＰＰ"), "相关 阅读:app");
        assert_eq!(fold("  Lire\u{a0}aussi : l’été "), "lire aussi: l'été");
        assert_eq!(fold("Sign–up"), "sign-up");
    }

    #[test]
    fn turkish_and_arabic_spellings_meet() {
        assert_eq!(fold("İLGİLİ HABERLER"), fold("ilgili haberler"));
        assert_eq!(fold("YORUMLARI"), fold("yorumları"));
        assert_eq!(fold("إعـــلان"), fold("إعلان"));
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["İ : x", "ŉ ＩＩ", "ﬁ ẞ ǅ", "a\u{307} b"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
