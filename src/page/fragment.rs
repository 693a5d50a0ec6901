//! Plain text out of a string that may hold markup or entities, as values of JSON-LD and `meta` do.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::input::dom::{Dom, Step};
use crate::limits::{Limit, Limits};
use crate::page::tags::ends_line;
use crate::text::clean::{clean, clean_line, fold_space};

/// Elements whose inside is no text for readers.
const SILENT_TAGS: &[&str] = &["head", "script", "style", "template"];

/// Returns the text on one line: markup and entities resolved, white space folded.
pub(crate) fn line(text: &str, limits: &Limits) -> String {
    clean_line(&resolved(text, limits), limits.count(Limit::CombiningMarks))
}

/// Returns the text as paragraphs parted by a newline: block-level markup and written line breaks part them, blank ones are left out.
pub(crate) fn paragraphs(text: &str, limits: &Limits) -> String {
    let resolved = resolved(text, limits);
    let text = clean(&resolved, limits.count(Limit::CombiningMarks));
    let lines = text.lines().map(fold_space).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns at most so many characters of a text, cut where a grapheme ends.
pub(crate) fn cut(text: &str, chars: usize) -> &str {
    // No text has more characters than bytes.
    if text.len() <= chars {
        return text;
    }
    let mut left = chars;
    let mut end = 0;
    for grapheme in text.graphemes(true) {
        let Some(rest) = left.checked_sub(grapheme.chars().count()) else {
            break;
        };
        left = rest;
        end += grapheme.len();
    }
    text.get(..end).unwrap_or(text)
}

/// Text that was escaped twice (`&amp;lt;p&amp;gt;`) is resolved twice, never more often.
fn resolved<'a>(text: &'a str, limits: &Limits) -> Cow<'a, str> {
    if !holds_markup(text) {
        return Cow::Borrowed(text);
    }
    let once = text_of(text, limits);
    if holds_markup(&once) && text.contains("&amp;") | text.contains("&lt;") {
        return Cow::Owned(text_of(&once, limits));
    }
    Cow::Owned(once)
}

/// Whether there is a tag or a character reference: `<b`, `</p`, `&amp;`, but not `a < b` or `R & D`.
fn holds_markup(text: &str) -> bool {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        match c {
            '<' if next.is_ascii_alphabetic() || matches!(next, '/' | '!') => return true,
            '&' if next.is_ascii_alphabetic() || next == '#' => return true,
            _ => {}
        }
    }
    false
}

fn text_of(markup: &str, limits: &Limits) -> String {
    let dom = Dom::parse(markup, limits);
    let mut text = String::new();
    let mut steps = dom.steps();
    while let Some(step) = steps.next() {
        match step {
            Step::Enter(element) if SILENT_TAGS.contains(&element.name()) => steps.skip_inside(),
            Step::Enter(element) | Step::Leave(element) => {
                if ends_line(element.name()) {
                    text.push('\n');
                }
            }
            Step::Text(run) => text.push_str(run.as_str()),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{cut, line, paragraphs};
    use crate::limits::Limits;

    #[test]
    fn entities_are_resolved_also_when_escaped_twice() {
        let limits = Limits::default();
        assert_eq!(line("Boats &amp; buoys", &limits), "Boats & buoys");
        assert_eq!(
            line("The &amp;quot;Gull&amp;quot;", &limits),
            "The \"Gull\""
        );
        assert_eq!(line("Rope & tar, 3 < 4", &limits), "Rope & tar, 3 < 4");
    }

    #[test]
    fn block_markup_and_newlines_part_paragraphs() {
        let limits = Limits::default();
        let body = "<p>One <b>boat</b>.</p><p>Two<br/>boats.</p>\n\nThree.";
        assert_eq!(paragraphs(body, &limits), "One boat.\nTwo\nboats.\nThree.");
    }

    #[test]
    fn a_cut_never_parts_a_grapheme() {
        assert_eq!(cut("e\u{301}a", 1), "");
        assert_eq!(cut("渡轮停航", 2), "渡轮");
    }
}
