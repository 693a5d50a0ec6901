//! From the record to text, Markdown and HTML.
//!
//! A record may have been read from anywhere, so whoever prints it trusts nothing in it: harmful characters are left out, and URLs
//! are judged again.

mod html;
mod inline;
mod markdown;
mod text;

use url::Url;

use crate::article::{Article, Cell, Comment, Emphasis, Inline};
use crate::text::clean::{fold_space, printable};

/// How many lists inside one another are printed as such. Deeper items stand in the innermost; without a bound, the indents of a
/// page that nests for the sake of it would be many times its size.
const LIST_DEPTH: usize = 8;

impl Article {
    /// Returns the body as text: blocks parted by a blank line, items of a list a line each, cells of a table parted by tabs.
    ///
    /// The title and other fields are not in it, nor are captions and posts of other sites that stand among the paragraphs: see
    /// [`text_with_captions`](Self::text_with_captions). Empty when the body is.
    ///
    /// ```
    /// let article: faircopy::Article = serde_json::from_str(r#"{"body": [
    ///     {"kind": "paragraph", "text": "The crew packs two things:"},
    ///     {"kind": "list", "items": [{"text": "ropes"}, {"text": "lamps"}], "text": "ropes\nlamps"},
    ///     {"kind": "figure", "caption": "The night ferry."}
    /// ]}"#)?;
    /// assert_eq!(article.text(), "The crew packs two things:\n\nropes\nlamps");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        text::text(&self.body, text::Captions::LeftOut)
    }

    /// Returns the body as [`text`](Self::text) does, and each caption, with its credit in brackets, where its picture stands, and each
    /// post of another site.
    ///
    /// ```
    /// let article: faircopy::Article = serde_json::from_str(r#"{"body": [
    ///     {"kind": "figure", "caption": "The night ferry.", "credit": "Ada Quill"},
    ///     {"kind": "paragraph", "text": "The night ferry returns on Monday."}
    /// ]}"#)?;
    /// assert_eq!(article.text_with_captions(), "The night ferry. (Ada Quill)\n\nThe night ferry returns on Monday.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn text_with_captions(&self) -> String {
        text::text(&self.body, text::Captions::Kept)
    }

    /// Returns the readers' comments as text, parted by a blank line: who and when, and then what was said. A reply is set in by two
    /// spaces below what it answers. Empty unless the record has comments ([`Extractor::comments`](crate::Extractor::comments)).
    ///
    /// ```
    /// let article: faircopy::Article = serde_json::from_str(r#"{"comments": [
    ///     {"author": "Ada", "at": "2024-03-04T18:20", "text": "At last."}, {"author": "Ole", "text": "And who pays?", "depth": 1}
    /// ]}"#)?;
    /// assert_eq!(article.comments_text(), "Ada, 2024-03-04T18:20\nAt last.\n\n  Ole\n  And who pays?");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn comments_text(&self) -> String {
        text::comments(&self.comments)
    }

    /// Returns title, subtitle and body as Markdown: [CommonMark](https://commonmark.org) with the tables and footnotes of GitHub.
    ///
    /// The title is a heading of level 1, the body's headings have their own level. Characters of the text that would be markup are
    /// escaped. Comments, where the record has them, stand below a rule as a list. Links and pictures have http and https addresses only; without one, a link's text and a picture's caption are left.
    ///
    /// ```
    /// let article: faircopy::Article = serde_json::from_str(r#"{"title": "Night ferry returns", "body": [
    ///     {"kind": "heading", "level": 2, "text": "Two boats"},
    ///     {"kind": "paragraph", "text": "Fares rise by 2 * 5 %, see [1].", "inlines": [
    ///         {"text": "Fares rise", "emphasis": "strong"}, {"text": " by 2 * 5 %, see [1]."}
    ///     ]},
    ///     {"kind": "paragraph", "text": "1. is no list here"}
    /// ]}"#)?;
    /// assert_eq!(
    ///     article.to_markdown(),
    ///     "# Night ferry returns\n\n## Two boats\n\n**Fares rise** by 2 * 5 %, see [1].\n\n1\\. is no list here",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// Returns title, subtitle and body as HTML: one `article` element, fit to stand in another page.
    ///
    /// It is printed from the record, and nothing of the page's markup comes through. There are no other elements than `article`,
    /// `header`, `h1` to `h6`, `p`, `br`, `a`, `strong`, `em`, `code`, `pre`, `ul`, `ol`, `li`, `blockquote`, `table`, `thead`,
    /// `tbody`, `tr`, `th`, `td`, `figure`, `img`, `figcaption` and `sup`,
    /// for comments, where the record has them, `footer` and `time`; and no other attributes than `lang`, `href`, `src`, `alt`,
    /// `width` and `height`. Links and pictures have http and https addresses only.
    ///
    /// ```
    /// let article: faircopy::Article = serde_json::from_str(r#"{"title": "Quill & Co", "language": "en", "body": [
    ///     {"kind": "paragraph", "text": "Read the <whole> plan.", "inlines": [
    ///         {"text": "Read "}, {"text": "the <whole> plan", "href": "https://example.org/plan"}, {"text": "."}
    ///     ]}
    /// ]}"#)?;
    /// assert_eq!(
    ///     article.to_html(),
    ///     "<article lang=\"en\">\n<header><h1>Quill &amp; Co</h1></header>\n\
    ///      <p>Read <a href=\"https://example.org/plan\">the &lt;whole&gt; plan</a>.</p>\n</article>",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        html::html(self)
    }
}

/// A run of a line in one style, fit to be printed: no line end, no harmful character, a link that is http or https.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Run {
    text: String,
    href: Option<String>,
    emphasis: Option<Emphasis>,
    /// The label of the footnote whose mark stands here, instead of a text.
    note: Option<String>,
}

/// The label of a footnote as it is printed: letters, digits and hyphens.
fn note_label(label: &str) -> Option<String> {
    let plain = |c: &char| c.is_alphanumeric() || *c == '-';
    let label: String = label.chars().filter(plain).take(NOTE_CHARS).collect();
    (!label.is_empty()).then_some(label)
}

/// Characters of a footnote's label, at most.
const NOTE_CHARS: usize = 32;

/// Cuts a block's text into lines of runs; blank lines are left out. Links and emphasis count only when they join up to the text:
/// the text is the record, they adorn it.
fn lines(text: &str, inlines: &[Inline]) -> Vec<Vec<Run>> {
    let mut lines = Vec::new();
    let mut line: Vec<Run> = Vec::new();
    let plain = Inline {
        text: text.to_owned(),
        ..Inline::default()
    };
    let inlines = if joins_up(text, inlines) {
        inlines
    } else {
        std::slice::from_ref(&plain)
    };
    for inline in inlines {
        let href = inline.href.as_deref().and_then(web_address);
        for (index, piece) in printable(&inline.text).split('\n').enumerate() {
            if index > 0 {
                lines.push(std::mem::take(&mut line));
            }
            push_run(&mut line, piece, href.as_deref(), inline.emphasis);
        }
        if let Some(note) = inline.footnote.as_deref().and_then(note_label) {
            line.push(Run {
                note: Some(note),
                ..Run::default()
            });
        }
    }
    lines.push(line);
    lines.retain(|line| line.iter().any(|run| !run.text.trim().is_empty()));
    lines
}

/// A cell's text on one line.
fn cell_line(cell: &Cell) -> Vec<Run> {
    joined(&if cell.inlines.is_empty() {
        lines(&one_line(&cell.text), &[])
    } else {
        lines(&cell.text, &cell.inlines)
    })
}

/// Lines as one.
fn joined(lines: &[Vec<Run>]) -> Vec<Run> {
    lines.join(&Run {
        text: " ".to_owned(),
        ..Run::default()
    })
}

fn push_run(line: &mut Vec<Run>, text: &str, href: Option<&str>, emphasis: Option<Emphasis>) {
    if text.is_empty() {
        return;
    }
    let emphasis = emphasis.filter(|emphasis| *emphasis != Emphasis::Other);
    match line.last_mut() {
        Some(last)
            if last.note.is_none() && last.href.as_deref() == href && last.emphasis == emphasis =>
        {
            last.text.push_str(text);
        }
        _ => line.push(Run {
            text: text.to_owned(),
            href: href.map(str::to_owned),
            emphasis,
            ..Run::default()
        }),
    }
}

fn joins_up(text: &str, inlines: &[Inline]) -> bool {
    let rest = inlines
        .iter()
        .try_fold(text, |rest, run| rest.strip_prefix(run.text.as_str()));
    rest.is_some_and(str::is_empty)
}

/// Returns the lines of a text that may have none, as a heading or a cell.
fn one_line(text: &str) -> String {
    fold_space(&printable(text))
}

/// Returns an address as a browser would read it, when it is http or https and has a host; without user name and password.
fn web_address(url: &str) -> Option<String> {
    let mut parsed = Url::parse(url).ok()?;
    if !matches!(parsed.scheme(), "http" | "https") || !parsed.has_host() {
        return None;
    }
    parsed.set_username("").ok()?;
    parsed.set_password(None).ok()?;
    Some(parsed.into())
}

/// What the link to something of another site is called: its text, else its provider, else its host.
fn embed_label(text: &str, provider: Option<&str>, address: Option<&str>) -> Option<String> {
    let host = address.and_then(|address| {
        let rest = address.split_once("://")?.1;
        rest.split(['/', '?', '#']).next()
    });
    [Some(text), provider, host]
        .into_iter()
        .flatten()
        .map(one_line)
        .find(|label| !label.is_empty())
}

/// Who wrote a comment, and when: `Ada Quill, 2024-03-04T18:20`. `None` when it says neither.
fn signature(comment: &Comment) -> Option<String> {
    let said = [&comment.author, &comment.at];
    let said = said.into_iter().flatten().map(|part| one_line(part));
    let parts: Vec<String> = said.filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A caption with its credit in brackets, on one line. `None` when there is neither.
fn caption_line(caption: Option<&str>, credit: Option<&str>) -> Option<String> {
    let caption = caption.map(one_line).filter(|text| !text.is_empty());
    let credit = credit.map(one_line).filter(|text| !text.is_empty());
    match (caption, credit) {
        (Some(caption), Some(credit)) if credit.starts_with(['(', '（', '[', '【']) => {
            Some(format!("{caption} {credit}"))
        }
        (Some(caption), Some(credit)) => Some(format!("{caption} ({credit})")),
        (caption, credit) => caption.or(credit),
    }
}

#[cfg(test)]
mod tests {
    use super::{caption_line, web_address};

    #[test]
    fn only_web_addresses_are_printed() {
        for active in [
            "javascript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/hosts",
            "blob:https://x.example/1",
            "//cdn.example/x",
            "/boat.jpg",
            "http://",
            "http://[::1",
            "",
        ] {
            assert_eq!(web_address(active), None, "{active:?}");
        }
        assert_eq!(
            web_address(" HTTP://ada:secret@H.Example/a b?q=\"<x>").as_deref(),
            Some("http://h.example/a%20b?q=%22%3Cx%3E")
        );
    }

    #[test]
    fn a_credit_that_is_bracketed_stays_as_printed() {
        let line = |credit| caption_line(Some("夜航渡轮。"), Some(credit));
        assert_eq!(
            line("（江州日报）").as_deref(),
            Some("夜航渡轮。 （江州日报）")
        );
        assert_eq!(line("江州日报").as_deref(), Some("夜航渡轮。 (江州日报)"));
    }
}
