//! Links into their own page that are no text: marks of footnotes, the signs that lead back from the notes, permalinks.

use crate::input::dom::{Element, Step};

/// A mark as the page gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The sign without its brackets: `1`, `a`, `*`.
    pub(crate) label: String,
    /// The `id` that it points at.
    pub(crate) target: String,
}

/// Steps into an element that is meant to hold a sign.
const STEPS: usize = 24;

/// Characters of a sign, at most.
const LABEL_CHARS: usize = 8;

/// Names that a link has which is a mark.
const MARK_NAMES: &[&str] = &["footnote", "noteref", "endnote", "fnref", "fn-ref"];

/// Names that a link has which leads back from a note.
const BACK_NAMES: &[&str] = &["backref", "backlink", "footnote-back", "reversefootnote"];

/// Signs of a link that leads back.
const BACK_SIGNS: &[&str] = &["↩", "↑", "^", "⏎", "↵", "⇑", "↲", "⤴"];

/// Returns the mark that an element is: `<sup><a href="#note-1">[1]</a></sup>`.
pub(crate) fn mark(element: Element<'_>) -> Option<Mark> {
    match element.name() {
        "sup" => read(element),
        "a" if points_here(element) => {
            let mark = read(element)?;
            let named =
                element.attr("role") == Some("doc-noteref") || is_named(element, MARK_NAMES);
            let bracketed = || {
                let text = element.text();
                text.trim().starts_with('[')
                    && text.trim().ends_with(']')
                    && mark.label.bytes().all(|byte| byte.is_ascii_digit())
            };
            let raised = || {
                element
                    .steps()
                    .take(STEPS)
                    .any(|step| matches!(step, Step::Enter(inner) if inner.name() == "sup"))
            };
            (named || bracketed() || raised()).then_some(mark)
        }
        _ => None,
    }
}

/// Whether a link leads from a note back to its mark, and says nothing else.
pub(crate) fn is_way_back(element: Element<'_>) -> bool {
    element.name() == "a"
        && points_here(element)
        && (element.attr("role") == Some("doc-backlink") || is_named(element, BACK_NAMES) || {
            let text = sign(element).unwrap_or_default();
            let bare = text
                .trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FE0E}' | '\u{FE0F}'));
            BACK_SIGNS.contains(&bare)
        })
}

/// The sign that manuals hang on all that can be linked to.
const PERMALINK_SIGN: &str = "¶";

/// Whether a link leads to what it stands in, and says nothing: `¶`, and in a heading `#` or `🔗` as well.
pub(crate) fn is_permalink(element: Element<'_>, in_heading: bool) -> bool {
    let is_bare = |text: String| {
        let text = text.trim();
        text == PERMALINK_SIGN || in_heading && !text.contains(char::is_alphanumeric)
    };
    element.name() == "a" && points_here(element) && sign(element).is_some_and(is_bare)
}

/// Whether an element of a heading is a link in brackets, `[edit]`, with which a reader works on the page.
pub(crate) fn is_link_in_brackets(element: Element<'_>) -> bool {
    let is_link = |step| matches!(step, Step::Enter(inner) if inner.name() == "a" && inner.attr("href").is_some());
    element.name() == "span"
        && sign(element)
            .is_some_and(|text| text.trim().starts_with('[') && text.trim().ends_with(']'))
        && element.steps().take(STEPS).any(is_link)
}

fn points_here(link: Element<'_>) -> bool {
    link.attr("href")
        .is_some_and(|href| href.starts_with('#') && href.len() > 1)
}

fn is_named(element: Element<'_>, names: &[&str]) -> bool {
    let class = element
        .attr("class")
        .unwrap_or_default()
        .to_ascii_lowercase();
    names.iter().any(|name| class.contains(name))
}

/// The text of an element that holds a few characters; `None` when there are more.
fn sign(element: Element<'_>) -> Option<String> {
    let mut text = String::new();
    for (at, step) in element.steps().enumerate() {
        match step {
            _ if at == STEPS => return None,
            Step::Text(run) if run.as_str().len() > LABEL_CHARS * 8 => return None,
            Step::Text(run) => text.push_str(run.as_str()),
            _ => {}
        }
    }
    Some(text)
}

fn read(element: Element<'_>) -> Option<Mark> {
    let target = element.steps().take(STEPS).find_map(|step| match step {
        Step::Enter(inner) if inner.name() == "a" => inner.attr("href"),
        _ => None,
    });
    let target = target?
        .strip_prefix('#')
        .filter(|target| !target.is_empty())?;
    let text = sign(element)?;
    let label = text
        .trim()
        .trim_matches([
            '[', ']', '(', ')', '（', '）', '［', '］', '〔', '〕', '【', '】',
        ])
        .trim();
    is_label(label).then(|| Mark {
        label: label.to_owned(),
        target: target.to_owned(),
    })
}

/// A number, a letter, a Roman numeral, a sign, or a word with a number: `note 1`, `注1`.
fn is_label(label: &str) -> bool {
    let mut chars = label.chars();
    let count = label.chars().count();
    let all = |is: fn(char) -> bool| label.chars().all(is);
    match chars.next() {
        None => false,
        Some(first) if count == 1 => first.is_alphanumeric() || "*†‡§¶#".contains(first),
        Some(_) if all(|c| c.is_ascii_digit()) => count <= 4,
        Some(_) if all(|c| "ivxlc".contains(c)) => count <= LABEL_CHARS,
        Some(_) if all(|c| "*†‡§¶".contains(c)) => count <= LABEL_CHARS,
        Some(first) => {
            first.is_alphabetic()
                && count <= LABEL_CHARS
                && label.ends_with(|c: char| c.is_ascii_digit())
        }
    }
}
