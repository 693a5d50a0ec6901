//! Words that hardly a sentence of a language does without, and that few sentences of another have: they show it at a glance.

use std::sync::LazyLock;

use crate::text::letters::is_alphabetic;
use crate::text::{Table, table};

/// Share of the words of a text that are function words of its language. Of the texts of the development pages in a language with a row,
/// 93 in 100 have it; where trigrams are sure of another language, nine in 100 words are the most.
const SHARE: f32 = 0.12;

/// Function words from which they are no title that a text quotes.
const LEAST: u32 = 6;

/// How many times as many function words as of any other language a text has: some words are of two rows, and some texts of two languages.
const AHEAD: u32 = 2;

/// Languages and their function words, in small letters as the midst of a sentence has them.
#[rustfmt::skip]
const ROWS: &[(&str, &[&str])] = &[
    ("en", &["the", "of", "and", "to", "that", "is", "for", "with", "it", "by", "are", "from", "this", "have", "at", "on", "has", "been", "which", "they", "not", "but", "their", "who", "would"]),
    ("de", &["der", "die", "und", "das", "den", "von", "zu", "mit", "ist", "nicht", "auf", "ein", "eine", "sich", "dem", "für", "im", "auch", "es", "werden", "des", "sie", "er", "als", "wird", "einen"]),
    ("es", &["el", "los", "las", "del", "por", "una", "con", "y", "se", "su", "como", "pero", "fue", "más", "ha", "sus", "sin", "sobre"]),
    ("fr", &["les", "des", "et", "est", "dans", "pour", "une", "du", "sur", "qui", "pas", "le", "avec", "par", "il", "plus", "au", "sont", "ce", "cette", "aux", "mais"]),
    ("it", &["di", "che", "il", "per", "non", "della", "sono", "del", "è", "gli", "alla", "dei", "nel", "delle", "anche", "più", "con"]),
    ("pl", &["w", "i", "na", "z", "się", "że", "nie", "do", "jest", "to", "od", "dla", "oraz", "jak"]),
    ("pt", &["não", "uma", "para", "com", "do", "da", "em", "os", "dos", "um", "no", "na", "é", "mais", "foi", "ao", "pela", "pelo"]),
];

/// The rows that a word is of, as bits.
static ROWS_OF: LazyLock<Table<&str, u8>> = LazyLock::new(|| {
    let mut rows_of = table(ROWS.len());
    for (at, (_, words)) in ROWS.iter().enumerate() {
        for word in *words {
            *rows_of.entry(*word).or_default() |= 1 << at;
        }
    }
    rows_of
});

/// Bytes of the longest word of a row.
const LONGEST: usize = 6;

/// Returns the language that a text is written in beyond doubt. `None` says nothing: not all languages have a row.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let words = text.split(|c| !is_alphabetic(c));
    let mut found = [0_u32; ROWS.len()];
    let mut all = 0_u32;
    for word in words.filter(|word| !word.is_empty()) {
        all += 1;
        // Most words are too long to be asked for.
        let rows = || ROWS_OF.get(word).copied().unwrap_or_default();
        let rows = if word.len() > LONGEST { 0 } else { rows() };
        for (at, found) in found.iter_mut().enumerate() {
            *found += u32::from(rows >> at & 1);
        }
    }
    let ranked = ROWS.iter().zip(found);
    let ((language, _), most) = ranked.clone().max_by_key(|(_, found)| *found)?;
    let is_behind = |&(row, found): &(&(&str, _), u32)| row.0 == *language || found * AHEAD <= most;
    let is_ahead = ranked.clone().all(|rank| is_behind(&rank));
    (is_ahead && most >= LEAST && most as f32 >= SHARE * all as f32).then_some(*language)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, ROWS, language};

    #[test]
    fn a_language_is_told_by_its_own_words() {
        let english = "The night ferry to Sandholm, laid up since 2013, will take passengers again from Friday, and it is not the \
                       only one: the harbour office said that two more boats have been sold to owners who would sail them.";
        let german = "Die Nachtfähre nach Sandholm nimmt von Freitag an wieder Fahrgäste mit, und das ist nicht alles: Der Hafen hat \
                      auch die Fahrt zu den Inseln für den Winter im Plan, die sich sonst nicht lohnt.";
        assert_eq!(language(english), Some("en"));
        assert_eq!(language(german), Some("de"));
        assert_eq!(language(&format!("{english} {german}")), None);
    }

    #[test]
    fn a_title_tells_nothing() {
        assert_eq!(
            language("Return of the Ferry to the Isle of Sandholm"),
            None
        );
    }

    #[test]
    fn no_word_is_longer_than_the_longest() {
        let mut words = ROWS.iter().flat_map(|(_, words)| *words);
        assert!(words.all(|word| word.len() <= LONGEST));
    }
}
