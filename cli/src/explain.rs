//! The view of a page block by block: what became of each, why, and on what evidence.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Color, Style};
use faircopy::{Article, Block, Person, Reason};
use serde::Serialize;

/// Characters of a block that are shown: enough to know it by, in one line of a common terminal beside the other columns.
const TEXT_CHARS: usize = 60;

/// Width of the column of verdicts, in characters: `duplicate_caption` and a space.
const VERDICT_CHARS: usize = 18;

/// Width of the column of evidence, in characters. Longer evidence pushes the text to the right.
const EVIDENCE_CHARS: usize = 26;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const KEPT: Style = colour(AnsiColor::Green);
const FIELD: Style = colour(AnsiColor::Cyan);
const REPEATED: Style = colour(AnsiColor::Yellow);
const FURNITURE: Style = colour(AnsiColor::Red);

const fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

/// A block of the page with its verdict.
struct Line {
    /// `None` for a block that was kept.
    reason: Option<Reason>,
    /// What the verdict rests on; for a kept block, what it is.
    by: String,
    text: String,
}

/// Returns the view: the file, what the page turned out to be, then a line per block, then the counts.
pub(crate) fn view(article: &Article, file: Option<&str>) -> String {
    let mut view = String::new();
    if let Some(file) = file {
        let _ = writeln!(view, "{DIM}{}{DIM:#}", printable(file));
    }
    head(&mut view, article);
    for line in lines(article) {
        let (style, verdict) = match line.reason {
            None => (KEPT, "kept".to_owned()),
            Some(reason) => (style(reason), name(reason)),
        };
        let (by, text) = (printable(&line.by), shortened(&line.text));
        let _ = writeln!(
            view,
            "{style}{verdict:<VERDICT_CHARS$}{style:#}{DIM}{by:<EVIDENCE_CHARS$}{DIM:#} {text}"
        );
    }
    foot(&mut view, article);
    view
}

fn head(view: &mut String, article: &Article) {
    let title = article.title.as_deref().unwrap_or("(no title)");
    let _ = writeln!(view, "{BOLD}{}{BOLD:#}", printable(title));
    let status = match article.why {
        Some(why) => format!("{} ({})", name(article.status), name(why)),
        None => format!(
            "{}, confidence {:.2}",
            name(article.status),
            article.confidence
        ),
    };
    let rows = [
        ("status", Some(status)),
        (
            "source",
            article.source.as_ref().map(|source| source.name.clone()),
        ),
        ("authors", names(&article.authors)),
        ("editors", names(&article.editors)),
        ("published_at", article.published_at.clone()),
        ("modified_at", article.modified_at.clone()),
        ("language", article.language.clone()),
        ("summary", article.summary.as_deref().map(shortened)),
    ];
    for (field, value) in rows {
        let Some(value) = value else { continue };
        let origin = article.origins.get(field).map(|origin| name(*origin));
        let value = printable(&value);
        let origin = origin.unwrap_or_default();
        let _ = writeln!(
            view,
            "{FIELD}{field:<VERDICT_CHARS$}{FIELD:#}{DIM}{origin:<EVIDENCE_CHARS$}{DIM:#} {value}"
        );
    }
    view.push('\n');
}

fn foot(view: &mut String, article: &Article) {
    let counts = article.removed_counts.iter();
    let counts: Vec<String> = counts
        .map(|(reason, count)| format!("{} {count}", name(*reason)))
        .collect();
    let _ = writeln!(
        view,
        "\n{} kept; {}",
        article.body.len(),
        match counts.as_slice() {
            [] => "nothing removed".to_owned(),
            counts => format!("removed: {}", counts.join(", ")),
        }
    );
    for hit in &article.limits_hit {
        let (limit, bound, seen) = (hit.limit, hit.bound, hit.seen);
        let _ = writeln!(
            view,
            "{FURNITURE}limit{FURNITURE:#} {limit} at {bound}, seen {seen}"
        );
    }
}

/// The blocks that were kept, then those that were not: the record does not say how they lay among each other.
fn lines(article: &Article) -> Vec<Line> {
    let kept = article.body.iter().map(|block| Line {
        reason: None,
        by: kind(block).to_owned(),
        text: text(block),
    });
    let removed = article.removed.iter().map(|removed| Line {
        reason: Some(removed.reason),
        by: removed.by.clone(),
        text: removed.text.clone(),
    });
    kept.chain(removed).collect()
}

fn style(reason: Reason) -> Style {
    match reason {
        Reason::Metadata | Reason::Summary => FIELD,
        Reason::DuplicateTitle
        | Reason::DuplicateBody
        | Reason::DuplicateCaption
        | Reason::DuplicateBlock => REPEATED,
        _ => FURNITURE,
    }
}

fn kind(block: &Block) -> &'static str {
    match block {
        Block::Heading { .. } => "heading",
        Block::Paragraph { .. } => "paragraph",
        Block::List { .. } => "list",
        Block::Quote { .. } => "quote",
        Block::Table { .. } => "table",
        Block::Code { .. } => "code",
        Block::Figure { .. } => "figure",
        Block::Embed { .. } => "embed",
        _ => "unknown",
    }
}

fn text(block: &Block) -> String {
    match block {
        Block::Figure {
            caption, credit, ..
        } => {
            let parts = [caption, credit].into_iter().flatten();
            parts.cloned().collect::<Vec<_>>().join(" / ")
        }
        _ => block.text().to_owned(),
    }
}

fn names(people: &[Person]) -> Option<String> {
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Returns the name that an enum has in the record.
fn name(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Cuts a block's text to what is shown of it.
fn shortened(text: &str) -> String {
    let text = printable(text);
    match text.char_indices().nth(TEXT_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// Puts a text on one line, and takes out what would steer the terminal: pages and file names are written by strangers.
pub(crate) fn printable(text: &str) -> String {
    let folded = text.split(|c: char| c.is_whitespace() || c.is_control());
    folded
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::{TEXT_CHARS, printable, shortened, view};
    use faircopy::Article;

    /// A record as a stranger's page might make it, read from JSON, as its types cannot be built elsewhere.
    fn article() -> Article {
        let json = r#"{
            "title": "Night ferry\u001b[2J returns", "status": "article", "confidence": 0.875,
            "authors": [{"name": "Ada Quill"}, {"name": "Ole Brand"}], "origins": {"authors": "visible"},
            "body": [
                {"kind": "paragraph", "text": "The night ferry returns."},
                {"kind": "figure", "caption": "The pier", "credit": "Ole Brand"}
            ],
            "removed_counts": {"promo": 1, "duplicate_body": 1},
            "removed": [
                {"reason": "promo", "by": "phrase(app)", "text": "Get\nthe app"},
                {"reason": "duplicate_body", "by": "copy(of 0)", "text": "The night ferry returns."}
            ],
            "limits_hit": [{"limit": "blocks", "bound": 5, "seen": 6}]
        }"#;
        serde_json::from_str(json).unwrap_or_default()
    }

    #[test]
    fn every_block_stands_with_verdict_reason_and_evidence() {
        let plain = anstream::adapter::strip_str(&view(&article(), Some("ferry.html"))).to_string();
        let rows: Vec<Vec<&str>> = plain
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        for row in [
            "ferry.html",
            "Night ferry [2J returns",
            "status article, confidence 0.88",
            "authors visible Ada Quill, Ole Brand",
            "kept paragraph The night ferry returns.",
            "kept figure The pier / Ole Brand",
            "promo phrase(app) Get the app",
            "duplicate_body copy(of 0) The night ferry returns.",
            "2 kept; removed: promo 1, duplicate_body 1",
            "limit blocks at 5, seen 6",
        ] {
            let words: Vec<&str> = row.split_whitespace().collect();
            assert!(rows.contains(&words), "{row:?} is missing from\n{plain}");
        }
    }

    #[test]
    fn nothing_of_the_page_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\r\n b\u{9b}2J"), "a [31m b 2J");
        assert!(!view(&article(), Some("ferry.html")).contains("\u{1b}[2J"));
    }

    #[test]
    fn long_blocks_are_cut_at_a_character() {
        assert_eq!(shortened(&"江".repeat(TEXT_CHARS)), "江".repeat(TEXT_CHARS));
        let cut = shortened(&"江".repeat(TEXT_CHARS + 1));
        assert_eq!(cut, format!("{}…", "江".repeat(TEXT_CHARS)));
    }
}
