//! From flat text to its lines as they were before a program broke them: wrapped at a column, torn at links, or printed with the signs of
//! a text browser or of Markdown.
//!
//! Each is told by the text as a whole. A text without such marks is read line by line.

mod marks;
mod torn;
mod wrapped;

use std::borrow::Cow;

use crate::article::Span;
use crate::text::measure::is_ideograph;

/// A line of the text, or several that are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line<'t> {
    pub(crate) text: Cow<'t, str>,
    /// Where it stands in the input, with the white space around it.
    pub(crate) span: Span,
    /// Counted over the lines that are not blank, the first of several.
    pub(crate) number: u32,
    /// Whether a blank line stands before it.
    pub(crate) gap_before: bool,
    /// Its level, where a sign says that it is a heading.
    pub(crate) heading: Option<u8>,
}

/// The lines of a text, and how many it had as it came, of which no more than asked for were read.
pub(crate) struct Lines<'t> {
    pub(crate) lines: Vec<Line<'t>>,
    pub(crate) count: usize,
}

/// Reads at most so many lines and one of a text. Lines without text are none, and part the lines around them.
pub(crate) fn read(text: &str, most: usize) -> Lines<'_> {
    let mut lines = split(text, most);
    let count = lines.len();
    let marks = marks::Marks::of(&lines);
    marks.take_off_list(&mut lines);
    wrapped::join(&mut lines);
    marks.take_off(&mut lines);
    torn::join(&mut lines);
    Lines { lines, count }
}

fn split(text: &str, most: usize) -> Vec<Line<'_>> {
    let (mut start, mut number, mut gap_before) = (0, 0, true);
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span {
            start,
            end: start + line.len(),
        };
        start = span.end;
        if line.trim().is_empty() {
            gap_before = true;
            continue;
        }
        if lines.len() > most {
            break;
        }
        lines.push(Line {
            text: Cow::Borrowed(line.trim_end()),
            span,
            number,
            gap_before,
            heading: None,
        });
        number += 1;
        gap_before = false;
    }
    lines
}

impl Line<'_> {
    /// Adds the line below.
    fn append(&mut self, below: &Self) {
        let more = below.text.trim_start();
        let glue = glue(self.text.trim_end(), more);
        let text = self.text.to_mut();
        text.truncate(text.trim_end().len());
        text.push_str(glue);
        text.push_str(more);
        self.span = self.span.around(below.span);
    }
}

/// Signs before which no space stands. The quotation marks of one language open where those of another close.
const CLOSING: [char; 9] = [',', '.', ';', ':', '!', '?', ')', ']', '%'];
const WIDE_CLOSING: [char; 10] = ['、', '。', '，', '；', '：', '！', '？', '）', '」', '』'];

/// Signs behind which none does.
const OPENING: [char; 10] = ['(', '[', '„', '（', '「', '『', '《', '【', '¿', '¡'];

/// Signs that open or close, by the language.
const QUOTES: [char; 4] = ['"', '“', '”', '’'];

/// What stood between two parts of a line: a space, unless a sign of one leans on the other, or both are written without.
fn glue(before: &str, behind: &str) -> &'static str {
    let (last, first) = (before.chars().next_back(), behind.chars().next());
    let (Some(last), Some(first)) = (last, first) else {
        return "";
    };
    let is_wide = |c: char| is_ideograph(c) || is_wide_sign(c);
    let hyphen = || {
        let letter = before.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        last == '-' && letter && first.is_lowercase()
    };
    let leans = torn::closes(behind) || OPENING.contains(&last);
    if leans || is_wide(last) || is_wide(first) || hyphen() {
        ""
    } else {
        " "
    }
}

/// Signs of East Asian text, which hold their own space.
fn is_wide_sign(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}')
}

/// Whether a line begins with the sign of an item.
fn is_item(text: &str) -> bool {
    const SIGNS: [&str; 8] = ["* ", "+ ", "- ", "• ", "· ", "– ", "# ", "| "];
    let text = text.trim_start();
    SIGNS.iter().any(|sign| text.starts_with(sign))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn texts(text: &str) -> Vec<String> {
        let lines = read(text, usize::MAX).lines.into_iter();
        lines.map(|line| line.text.trim().to_owned()).collect()
    }

    #[test]
    fn lines_wrapped_at_a_column_are_paragraphs_again() {
        let text = "   The night ferry to Sandholm, laid up since 2013, will take\n   \
            passengers again from Friday, the harbour office said in a\n   \
            statement. She leaves at 10.40pm and reaches the island shortly\n   \
            before six.\n\n   \
            A cabin for two costs 90 crowns; those who sleep in a chair on\n   \
            deck pay no more than the fare of the day boat.\n\n   \
            Tickets\n   Harbour\n   Old town\n";
        let lines = texts(text);
        assert_eq!(lines.len(), 5, "{lines:#?}");
        assert!(lines[0].ends_with("shortly before six."));
        assert!(lines[1].contains("in a chair on deck pay"));
    }

    #[test]
    fn a_poem_and_a_menu_keep_their_lines() {
        let poem = "The wind is in the rigging,\nthe moon is on the bay,\nand nobody is digging\nfor oysters in the clay.\n";
        assert_eq!(texts(poem).len(), 4);
        let menu = "news\nsport\nculture\nweather\nthe harbour\nabout us\n";
        assert_eq!(texts(menu).len(), 6);
    }

    #[test]
    fn sentences_torn_at_links_are_whole_again() {
        let text = "Night ferry returns\nThe night ferry returns on Monday, the head of the\nharbour office\n, \
            Ada Holm\n, said. The boat was in the dock for a month.\nBoth crews\nwere there, and they painted it.\nSport\n";
        assert_eq!(
            texts(text),
            [
                "Night ferry returns",
                "The night ferry returns on Monday, the head of the harbour office, Ada Holm, said. The boat was in the dock for a month.",
                "Both crews were there, and they painted it.",
                "Sport",
            ]
        );
    }

    #[test]
    fn the_links_of_a_text_browser_go_with_their_list() {
        let text = "   [1]Home [2]News\n\n   Night ferry returns\n\n   The [3]harbour office said that she leaves on Monday.\n\n   [Image]\n\n\
            References\n\n   1. https://example.org/\n   2. https://example.org/news\n   3. https://example.org/office\n";
        let lines = texts(text);
        assert_eq!(
            lines,
            [
                "Home News",
                "Night ferry returns",
                "The harbour office said that she leaves on Monday."
            ]
        );
        let notes = "The ferry sank in 1887.[1] The second one burnt.[2]\n";
        assert_eq!(texts(notes), [notes.trim()]);
    }

    #[test]
    fn markdown_says_its_words_and_its_headings() {
        let text = "[Home](/) [News](/news)\n\n# Night ferry returns\n\n![A boat](/boat.jpg)\n\nThe [harbour office](/office) said **nothing** of it.\n";
        let lines = read(text, usize::MAX).lines;
        let said: Vec<&str> = lines.iter().map(|line| line.text.trim()).collect();
        assert_eq!(
            said,
            [
                "Home News",
                "Night ferry returns",
                "The harbour office said nothing of it."
            ]
        );
        assert_eq!(lines[1].heading, Some(1));
    }
}
