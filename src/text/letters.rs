//! Letters that are told by range: the tables of Unicode take a search for what is most of a page or none of it.

/// Whether a character is a letter of a script that news is written in, and so alphabetic and no number: Latin with its accents, Greek,
/// Cyrillic, Hebrew, Arabic, kana, Han, Hangul. Not all letters of all scripts: of a character that is none of these nothing is said.
#[inline]
pub(crate) fn is_common(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{4e00}'..='\u{9fff}' => true,
        _ => is_common_elsewhere(c),
    }
}

fn is_common_elsewhere(c: char) -> bool {
    match c {
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{ac00}'..='\u{d7a3}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | 'Α'..='Ρ'
        | 'Σ'..='ώ'
        | 'Ѐ'..='ҁ'
        | 'Ҋ'..='ԯ'
        | 'א'..='ת'
        | 'ؠ'..='ي'
        | 'Ḁ'..='ỿ'
        | '\u{3400}'..='\u{4dbf}' => true,
        _ => false,
    }
}

/// What [`char::is_alphabetic`] says.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        is_common(c) || by_tables(c, char::is_alphabetic)
    }
}

/// What [`char::is_alphanumeric`] says.
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        is_common(c) || by_tables(c, char::is_alphanumeric)
    }
}

/// What [`char::is_numeric`] says.
#[inline]
pub(crate) fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_digit()
    } else {
        !is_common(c) && by_tables(c, char::is_numeric)
    }
}

/// By itself, so that what is common is told where it is asked for.
#[cold]
fn by_tables(c: char, is: fn(char) -> bool) -> bool {
    !is_common_sign(c) && is(c)
}

/// Whether a character is one of the signs between words that are no letters and no numbers, as most are for which the tables would be
/// asked.
fn is_common_sign(c: char) -> bool {
    matches!(
        c,
        '\u{a0}'..='©'
            | '«'
            | '·'
            | '»'
            | '\u{2000}'..='\u{206f}'
            | '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
    )
}

#[cfg(test)]
mod tests {
    use super::{is_alphabetic, is_alphanumeric, is_numeric};

    #[test]
    fn what_is_told_by_range_is_what_the_tables_say() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_numeric(c), c.is_numeric(), "{c:?}");
        }
    }
}
