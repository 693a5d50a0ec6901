//! The form of a text in which two spellings of one thing are equal. For comparison only: what is printed is never folded.

use unicode_normalization::UnicodeNormalization;

/// Returns the letters and digits of a text, compatibility forms unified (NFKC) and in lower case; white space, punctuation and
/// symbols are left out.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends what [`fold`] gives.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    let before = folded.len();
    // Words of ASCII, which most text is made of, are copied as they are and made lower case at the end.
    let mut word = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            continue;
        }
        folded.push_str(text.get(word..at).unwrap_or_default());
        word = at + c.len_utf8();
        match plain(c) {
            _ if c.is_ascii() => {}
            Some(c) if is_letter(c) => folded.push(c),
            Some(_) => {}
            None if matches!(c, '\u{2000}'..='\u{206f}') => {}
            None => {
                folded.truncate(before);
                folded.push_str(&normalised(text));
                return;
            }
        }
    }
    folded.push_str(text.get(word..).unwrap_or_default());
    if let Some(added) = folded.get_mut(before..) {
        added.make_ascii_lowercase();
    }
}

/// Whether a character is a letter or a digit; Han and Hangul, which are most of a page or none of it, are told by range.
#[inline]
fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
        || !c.is_ascii() && c.is_alphanumeric()
}

fn normalised(text: &str) -> String {
    text.nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Returns what NFKC and lower case make of a character, whatever stands beside it; `None` where the tables of Unicode have to be asked.
///
/// Given for nearly all text of pages: ASCII, the letters of Europe, Han, kana, Hangul, and the punctuation between them. None of it
/// changes its neighbours; a mark that does is not given.
#[inline]
pub(crate) fn plain(c: char) -> Option<char> {
    Some(match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        '\u{4e00}'..='\u{9fff}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{3001}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{2012}'..='\u{2016}'
        | '\u{2018}'..='\u{2022}'
        | '©'
        | '«'
        | '·'
        | '»'
        | 'ß'..='ö'
        | 'ø'..='ÿ'
        | 'а'..='џ' => c,
        // Full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).map_or(c, |c| c.to_ascii_lowercase())
        }
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{3000}' => ' ',
        'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        // Letters of two characters, and the two whose case is none of their own.
        'İ' | 'ĳ' | 'Ĳ' | 'ŀ' | 'Ŀ' | 'ŉ' | 'ſ' => return None,
        'Ā'..='ž' | 'Ѐ'..='Џ' => c.to_lowercase().next().unwrap_or(c),
        _ => return None,
    })
}

/// Returns a hash of a folded text that is the same on every machine and in every run: FNV-1a, 64 bits (Fowler, Noll, Vo).
///
/// Not for keys an attacker may choose to collide, where that costs more than a wasted comparison.
pub(crate) fn hash(folded: &str) -> u64 {
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, normalised};

    proptest! {
        #[test]
        fn the_short_way_gives_what_the_tables_give(text in "[a-zA-Z0-9 .,’“”…—À-ɏЀ-ѿ\u{300}-\u{304}\u{3000}-\u{30ff}\u{1100}-\u{11ff}\u{ac00}-\u{ad00}\u{4e00}-\u{4f00}\u{ff00}-\u{ffef}\u{2000}-\u{2100}]{0,24}") {
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
