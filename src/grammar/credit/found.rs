//! A credit that was found in a text, whichever way.

use super::words::Whom;

/// Characters of a credit. The longest of 183 on the development pages has 82.
pub(super) const CREDIT_CHARS: usize = 120;

/// A credit found: where the caption ends, the credit as printed, whom it names, whether its shape leaves no doubt.
pub(super) struct Found {
    pub(super) caption: String,
    /// With its label, as printed.
    pub(super) credit: String,
    /// Without its label.
    pub(super) named: String,
    pub(super) whom: Whom,
    pub(super) firm: bool,
}

pub(super) fn found(caption: &str, credit: &str, whom: Whom, firm: bool) -> Option<Found> {
    labelled_found(caption, credit, credit, whom, firm)
}

/// As [`found`], with the credit as printed and what stands behind its label.
pub(super) fn labelled_found(
    caption: &str,
    printed: &str,
    named: &str,
    whom: Whom,
    firm: bool,
) -> Option<Found> {
    let named = trim_credit(named);
    // "© 2025" is a rights line.
    let names_one = named.chars().any(char::is_alphabetic);
    names_one.then(|| Found {
        caption: caption.to_owned(),
        credit: trim_credit(strip_read_label(printed)),
        named,
        whom,
        firm,
    })
}

/// `Image source,` is read out, not seen.
fn strip_read_label(text: &str) -> &str {
    let label = "Image source,";
    text.trim_start()
        .strip_prefix(label)
        .unwrap_or(text)
        .trim_start()
}

fn trim_credit(credit: &str) -> String {
    let credit = credit.trim().trim_matches([
        ' ', '|', '-', '–', '—', '/', '·', '•', '“', '”', ':', '：', '，', ',',
    ]);
    let unpaired = !credit.contains(['(', '（', '[', '【']);
    let credit = if unpaired {
        credit.trim_end_matches([')', '）', ']', '】'])
    } else {
        credit
    };
    let credit = credit.strip_suffix(['。']).unwrap_or(credit);
    // The point of an abbreviation stays: "Harbour Co.", "A. Q."
    let word = credit.rsplit(' ').next().unwrap_or_default();
    let credit = if word.chars().count() > 4 {
        credit.strip_suffix('.').unwrap_or(credit)
    } else {
        credit
    };
    credit.trim().to_owned()
}
