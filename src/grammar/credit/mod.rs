//! Captions and the credits at their ends.

mod bracket;
mod ending;
mod found;
mod korean;
mod label;
mod photographers;
mod unlabelled;
mod words;

use crate::article::Person;
use crate::grammar::names::is_plain_name;
use crate::grammar::source::is_mail_address;
use crate::text::clean::fold_space;
use found::Found;
use words::{CREDIT_NAMES, OPENINGS};

/// Characters of a line that is a caption in flat text. Of 229 captions on the development pages eleven are longer; so are most paragraphs.
const CAPTION_CHARS: usize = 240;

/// Characters of text that is parted at all.
const TEXT_CHARS: usize = 4_000;

/// A caption's text parted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SplitCaption {
    /// `None` where the whole text is a credit.
    pub(crate) caption: Option<String>,
    /// Who made or supplied the picture, as printed, with the words that say which: `Photo: Ada Quill`, `王某 摄`.
    pub(crate) credit: Option<String>,
    pub(crate) photographers: Vec<Person>,
}

/// Parts caption and credit. A text that is only a credit has no caption; one without a credit is all caption.
pub(crate) fn split(text: &str) -> SplitCaption {
    let text = fold_space(text);
    if text.is_empty() {
        return SplitCaption::default();
    }
    let (undated, day) = split_day(&text);
    let Some(found) = find(undated) else {
        return SplitCaption {
            caption: Some(strip_caption_label(&text).to_owned()),
            ..SplitCaption::default()
        };
    };
    let photographers = photographers::photographers(&found.named, found.whom);
    let mut caption = trim_caption(&found.caption);
    // The mark that opens a caption is part of it, as printed.
    let mark = text
        .chars()
        .next()
        .filter(|c| matches!(c, '△' | '▲' | '↑' | '▼' | '◎'));
    if let Some(mark) = mark.filter(|_| !caption.is_empty()) {
        caption.insert(0, mark);
    }
    SplitCaption {
        caption: (!caption.is_empty()).then_some(caption),
        credit: Some(found.credit + day),
        photographers,
    }
}

/// Parts the day off that stands behind a credit of some agencies: `記者王某攝 111年11月8日`.
fn split_day(text: &str) -> (&str, &str) {
    let is_of_day = |c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日');
    let before = text.trim_end_matches(is_of_day).trim_end();
    let (before, day) = text.split_at_checked(before.len()).unwrap_or((text, ""));
    if day.starts_with(' ') && day.contains('年') && before.ends_with(['攝', '摄', '供']) {
        (before, day)
    } else {
        (text, "")
    }
}

/// Words of a name and an outlet behind a caption, at most.
const SET_APART_WORDS: usize = 8;

/// Parts a caption from what style sets apart behind it: a name, or what is a credit by itself. `None` where it is neither.
pub(crate) fn set_apart(caption: &str, behind: &str) -> Option<SplitCaption> {
    let behind = behind.trim();
    let credit = split(behind);
    let name = behind.split('/').next().unwrap_or_default().trim();
    let few = behind.split_whitespace().count() <= SET_APART_WORDS;
    let photographers = if credit.credit.is_some() && credit.caption.is_none() {
        credit.photographers
    } else if few && is_plain_name(name) {
        photographers::photographers(name, words::Whom::Photographer)
    } else {
        return None;
    };
    Some(SplitCaption {
        caption: Some(fold_space(caption)),
        credit: Some(fold_space(behind)),
        photographers,
    })
}

/// Whether a line of flat text is a caption: it opens with a mark of one, or ends in a credit that is one beyond doubt.
pub(crate) fn marks_caption(text: &str) -> bool {
    let text = text.trim();
    if text.chars().nth(CAPTION_CHARS).is_some() {
        return false;
    }
    OPENINGS
        .iter()
        .any(|(_, opening)| text.starts_with(opening))
        || find(split_day(&fold_space(text)).0).is_some_and(|found| found.firm)
}

/// Whether a text is a credit and nothing else, beyond doubt.
pub(crate) fn is_credit(text: &str) -> bool {
    // "김하나 기자 hana@example.kr": on a line of its own that signs the report.
    let signs = text.split_whitespace().any(is_mail_address);
    !signs
        && find(&fold_space(text))
            .is_some_and(|found| found.firm && trim_caption(&found.caption).is_empty())
}

/// Whether the class or id names of an element say that it holds a picture's credit.
pub(crate) fn is_credit_name(names: &str) -> bool {
    let names = names.to_ascii_lowercase();
    CREDIT_NAMES.iter().any(|(_, name)| names.contains(name))
}

fn find(text: &str) -> Option<Found> {
    if text.chars().nth(TEXT_CHARS).is_some() {
        return None;
    }
    let text = strip_caption_label(text).trim_start_matches(['△', '▲', '↑', '▼', '◎', ' ']);
    bracket::bracket(text)
        .or_else(|| label::labelled(text))
        .or_else(|| korean::reporter(text))
        .or_else(|| ending::ended(text))
        .or_else(|| unlabelled::unlabelled(text))
}

/// `Image caption,` is read out, not seen.
fn strip_caption_label(text: &str) -> &str {
    [
        "Image caption, ",
        "Image caption,",
        "Caption: ",
        "Legende: ",
    ]
    .iter()
    .find_map(|label| text.strip_prefix(label))
    .unwrap_or(text)
}

fn trim_caption(caption: &str) -> String {
    caption
        .trim()
        .trim_end_matches([
            ' ', '-', '–', '—', '|', '/', '·', '•', ',', '，', '(', '（', '｜', '\u{3000}', '[',
            '【',
        ])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{marks_caption, split};
    use crate::grammar::cases::assert_rows;
    use proptest::prelude::{any, proptest};

    fn printed(text: &str) -> String {
        let parted = split(text);
        let people: Vec<String> = parted
            .photographers
            .into_iter()
            .map(|person| person.name)
            .collect();
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let people = (!people.is_empty()).then(|| people.join("; "));
        [parted.caption, parted.credit, people]
            .map(or_dash)
            .join(" ‖ ")
    }

    #[test]
    fn texts_part_as_their_rows_say() {
        for (file, least) in [
            ("zh", 35),
            ("ja-ko", 20),
            ("latin", 95),
            ("other-scripts", 6),
        ] {
            assert_rows("credit", file, least, printed);
        }
    }

    #[test]
    fn lines_are_captions_as_their_rows_say() {
        assert_rows("credit", "marks", 14, |line| {
            if marks_caption(line) {
                "caption"
            } else {
                "text"
            }
            .to_owned()
        });
    }

    proptest! {
        #[test]
        fn parting_never_panics_and_keeps_words(text in any::<String>(), glue in "[Photo: Ada/AP(by).©摄供图提供王某（）＝사진。 ]{0,60}") {
            for text in [&text, &glue] {
                let parted = split(text);
                let given = parted.caption.unwrap_or_default().chars().count() + parted.credit.unwrap_or_default().chars().count();
                assert!(given <= text.chars().count());
                marks_caption(text);
            }
        }
    }
}
