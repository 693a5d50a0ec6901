//! Words that hardly a sentence of a language does without, and that few sentences of another have: they show it at a glance.

/// Share of the words of a text that are function words of its language. Of the development pages with a row here, nineteen in twenty
/// have it in their own language, and none in the language that it wrongly declares: there, seven in a hundred are the most.
const SHARE: f32 = 0.12;

/// Function words from which they are no title that a text quotes.
const LEAST: usize = 6;

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

/// Whether a text is written in a language, beyond doubt. `false` says nothing: not all languages have a row.
pub(super) fn show(language: &str, text: &str) -> bool {
    let Some((_, known)) = ROWS.iter().find(|(row, _)| *row == language) else {
        return false;
    };
    let is_letter = |c: char| c.is_ascii_alphabetic() || !c.is_ascii() && c.is_alphabetic();
    let words = text.split(|c| !is_letter(c));
    let (mut all, mut found) = (0_usize, 0_usize);
    for word in words.filter(|word| !word.is_empty()) {
        all += 1;
        found += usize::from(known.contains(&word));
    }
    found >= LEAST && found as f32 >= SHARE * all as f32
}

#[cfg(test)]
mod tests {
    use super::show;

    #[test]
    fn a_language_is_shown_by_its_own_words_only() {
        let english = "The night ferry to Sandholm, laid up since 2013, will take passengers again from Friday, and it is not the \
                       only one: the harbour office said that two more boats have been sold to owners who would sail them.";
        let german = "Die Nachtfähre nach Sandholm nimmt von Freitag an wieder Fahrgäste mit, und das ist nicht alles: Der Hafen hat \
                      auch die Fahrt zu den Inseln für den Winter im Plan, die sich sonst nicht lohnt.";
        assert!(show("en", english) && !show("de", english));
        assert!(show("de", german) && !show("en", german));
    }

    #[test]
    fn a_title_shows_nothing() {
        assert!(!show("en", "The Return of the Ferry"));
    }
}
