//! The form of a text in which two spellings of one thing are equal. For comparison only: what is printed is never folded.

use unicode_normalization::UnicodeNormalization;

use super::letters::is_alphanumeric;

/// Returns the letters and digits of a text, compatibility forms unified (NFKC) and in lower case; white space, punctuation and
/// symbols are left out.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends what [`fold`] gives.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        return push_ascii(text, folded);
    }
    let before = folded.len();
    let mut rest = text;
    loop {
        let ascii = rest.bytes().take_while(u8::is_ascii).count();
        let (ascii, others) = rest.split_at_checked(ascii).unwrap_or_default();
        push_ascii(ascii, folded);
        let mut others = others.chars();
        let Some(c) = others.next() else { break };
        rest = others.as_str();
        match plain(c) {
            Some(c) if is_alphanumeric(c) => folded.push(c),
            Some(_) => {}
            None if matches!(c, '\u{2000}'..='\u{206f}') => {}
            None => {
                folded.truncate(before);
                folded.push_str(&normalised(text));
                return;
            }
        }
    }
}

/// Letters and digits of ASCII in lower case; zero for what is left out.
static LETTERS: [u8; 128] = {
    let mut letters = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// Returns a letter or digit of ASCII in lower case; zero for any other byte of it.
#[inline]
pub(crate) fn ascii_letter(byte: u8) -> u8 {
    LETTERS[usize::from(byte & 0x7f)]
}

/// Appends the letters and digits of a text of ASCII, a piece at a time: each byte is written, and kept by going on behind it.
fn push_ascii(text: &str, folded: &mut String) {
    const AT_A_TIME: usize = 64;
    for piece in text.as_bytes().chunks(AT_A_TIME) {
        let mut letters = [0; AT_A_TIME];
        let mut len = 0;
        for &byte in piece {
            let letter = ascii_letter(byte);
            letters[len % AT_A_TIME] = letter;
            len += usize::from(letter != 0);
        }
        let letters = letters.get(..len).unwrap_or_default();
        folded.push_str(str::from_utf8(letters).unwrap_or_default());
    }
}

fn normalised(text: &str) -> String {
    text.nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Returns what NFKC and lower case make of a character, whatever stands beside it; `None` where the tables of Unicode have to be asked.
///
/// Given for nearly all text of pages: ASCII, the letters of Europe, Arabic and Hebrew, Han, kana, Hangul, and the punctuation and the
/// signs between them. None of it changes its neighbours; a mark that does is not given.
#[inline]
pub(crate) fn plain(c: char) -> Option<char> {
    Some(match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        '\u{4e00}'..='\u{9fff}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fc}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{3001}'..='\u{3005}'
        | '\u{3008}'..='\u{3020}'
        | '\u{200b}'..='\u{2010}'
        | '\u{2012}'..='\u{2016}'
        | '\u{2018}'..='\u{2022}'
        | '\u{2030}'..='\u{2032}'
        | '\u{2039}'..='\u{203b}'
        | '\u{20ac}'
        | '\u{2190}'..='\u{2199}'
        | '\u{25a0}'..='\u{27bf}'
        | '\u{1f300}'..='\u{1f6ff}'
        | '\u{fe0f}'
        | '\u{a1}'..='\u{a7}'
        | '©'
        | '«'
        | '\u{ad}'
        | '®'
        | '°'
        | '±'
        | '¶'
        | '·'
        | '»'
        | '¿'
        | '×'
        | 'ß'..='ÿ'
        | 'ά'..='ώ'
        | 'а'..='џ'
        | 'א'..='ת'
        | 'ء'..='ي' => c,
        // Full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).map_or(c, |c| c.to_ascii_lowercase())
        }
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{3000}' => ' ',
        // The hyphen that does not break.
        '\u{2011}' => '\u{2010}',
        'À'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => {
            char::from_u32(u32::from(c) + 0x20).unwrap_or(c)
        }
        // Letters of two characters, and the two whose case is none of their own.
        'İ' | 'ĳ' | 'Ĳ' | 'ŀ' | 'Ŀ' | 'ŉ' | 'ſ' => return None,
        'Ā'..='ž' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ș'..='ț' | 'Ѐ'..='Џ' | 'Ґ' | 'ґ' | 'Ạ'..='ỹ' => {
            c.to_lowercase().next().unwrap_or(c)
        }
        _ => return None,
    })
}

/// Returns a hash of a folded text that is the same on every machine and in every run: FNV-1a, 64 bits (Fowler, Noll, Vo).
///
/// Not for keys an attacker may choose to collide, where that costs more than a wasted comparison.
pub(crate) fn hash(folded: &str) -> u64 {
    folded.bytes().fold(HASH_START, hash_byte)
}

/// The hash of nothing.
pub(crate) const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a text with one more byte.
#[inline]
pub(crate) fn hash_byte(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::canonical_combining_class;

    use super::{fold, normalised, plain};

    #[test]
    fn what_is_plain_is_what_the_tables_give() {
        for c in '\0'..=char::MAX {
            let Some(plain) = plain(c) else { continue };
            let lower = [c].into_iter().nfkc().flat_map(char::to_lowercase);
            assert!(lower.eq([plain]), "{c:?}");
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_gives_what_the_tables_give(text in "[a-zA-Z0-9 .,’“”…—À-ɏΆ-ώЀ-ѿא-תء-ي\u{653}Ạ-ỹ\u{300}-\u{304}\u{3000}-\u{30ff}\u{1100}-\u{11ff}\u{ac00}-\u{ad00}\u{4e00}-\u{4f00}\u{ff00}-\u{ffef}\u{2000}-\u{2100}]{0,24}") {
            prop_assert_eq!(fold(&text), normalised(&text));
        }
    }

    #[test]
    fn width_case_space_and_punctuation_do_not_count() {
        assert_eq!(
            fold("ＡＢＣ，１２３。 渡轮\u{3000}停航！"),
            "abc123渡轮停航"
        );
        assert_eq!(fold("The “Night” Ferry – returns."), "thenightferryreturns");
    }

    #[test]
    fn digits_and_letters_count() {
        assert_ne!(fold("8-day tour"), fold("6-day tour"));
    }
}
