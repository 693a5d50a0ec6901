//! The spelling in which rows are written and blocks are searched.

use unicode_normalization::UnicodeNormalization;

use crate::text::fold::plain;

/// Returns the text with compatibility forms unified (NFKC), in lower case, white space folded, quotes and dashes unified, and marks
/// that spelling is loose about left out. Punctuation stays: `related:` is a label, `related` a word.
pub(super) fn fold(text: &str) -> Vec<char> {
    let mut folded = Spaced::with_capacity(text.len());
    let mut rest = text;
    loop {
        // Words of ASCII, which most text is made of, are taken as they are.
        let word = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (word, after) = rest.split_at_checked(word).unwrap_or_default();
        folded.push_word(word);
        let mut after = after.chars();
        let Some(c) = after.next() else { break };
        rest = after.as_str();
        let Some(c) = plain(c) else {
            return by_tables(text);
        };
        folded.extend(spelled_loosely(c));
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

    /// Adds letters and digits of ASCII, in lower case.
    #[inline]
    fn push_word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if std::mem::take(&mut self.gap) {
            self.chars.push(' ');
        }
        let lower = word.bytes().map(|byte| byte.to_ascii_lowercase());
        self.chars.extend(lower.map(char::from));
    }

    #[inline]
    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            self.gap = !self.chars.is_empty();
            return;
        }
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

#[cfg(test)]
mod tests {
    fn fold(text: &str) -> String {
        super::fold(text).into_iter().collect()
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
