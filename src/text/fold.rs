//! The form of a text in which two spellings of one thing are equal. For comparison only: what is printed is never folded.

use unicode_normalization::UnicodeNormalization;

/// Returns the letters and digits of a text, compatibility forms unified (NFKC) and in lower case; white space, punctuation and
/// symbols are left out.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    text.nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
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
    use super::fold;

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
