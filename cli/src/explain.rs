//! The view of a page block by block: what became of each, why, and on what evidence.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Color, Style};
use faircopy::{Article, LostClaim, Origin, Outcome, Person, Reason, TraceLine};

/// Characters of a block that are shown: enough to know it by, in one line of a common terminal beside the other columns.
const TEXT_CHARS: usize = 60;

/// Characters that are shown before the first difference of a copy.
const BEFORE_CHARS: usize = 16;

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

/// Returns the view: the file, what the page turned out to be, then a line per block in page order, then the counts.
pub(crate) fn view(article: &Article, trace: &[TraceLine], file: Option<&str>) -> String {
    let mut view = String::new();
    if let Some(file) = file {
        let _ = writeln!(view, "{DIM}{}{DIM:#}", printable(file));
    }
    head(&mut view, article);
    for line in trace {
        let (style, verdict) = (style(line.outcome), line.outcome);
        let by = printable(&line.by);
        let text = match &line.difference {
            Some(difference) => around_change(difference),
            None => shortened(&line.text),
        };
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
        Some(why) => format!("{} ({why})", article.status),
        None => format!("{}, confidence {:.2}", article.status, article.confidence),
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
        ("section", article.section.clone()),
        ("site_name", article.site_name.clone()),
        ("canonical_url", article.canonical_url.clone()),
        (
            "lead_image",
            article.lead_image.as_ref().map(|image| image.url.clone()),
        ),
    ];
    // Fields without a value may have claims all the same.
    let is_row = |field: &str| {
        rows.iter()
            .any(|(row, value)| *row == field && value.is_some())
    };
    let rest: Vec<&LostClaim> = article
        .lost_claims
        .iter()
        .filter(|lost| !is_row(&lost.field))
        .collect();
    for (field, value) in &rows {
        let Some(value) = value else { continue };
        let field = *field;
        let origin = article.origins.get(field).map(Origin::to_string);
        let value = printable(value);
        let origin = origin.unwrap_or_default();
        let _ = writeln!(
            view,
            "{FIELD}{field:<VERDICT_CHARS$}{FIELD:#}{DIM}{origin:<EVIDENCE_CHARS$}{DIM:#} {value}"
        );
        for lost in article
            .lost_claims
            .iter()
            .filter(|lost| lost.field == field)
        {
            lost_row(view, "  not", lost);
        }
    }
    for lost in rest {
        lost_row(view, &format!("{} not", lost.field), lost);
    }
    view.push('\n');
}

/// What else was claimed, where, and what the value taken has over it.
fn lost_row(view: &mut String, label: &str, lost: &LostClaim) {
    let by = format!("{}, lost by {}", lost.origin, lost.won_by);
    let value = shortened(&lost.value);
    let _ = writeln!(
        view,
        "{DIM}{label:<VERDICT_CHARS$}{by:<EVIDENCE_CHARS$} {value}{DIM:#}"
    );
}

fn foot(view: &mut String, article: &Article) {
    let counts = article.removed_counts.iter();
    let counts: Vec<String> = counts
        .map(|(reason, count)| format!("{reason} {count}"))
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

fn style(outcome: Outcome) -> Style {
    match outcome {
        Outcome::Body => KEPT,
        Outcome::Title
        | Outcome::Summary
        | Outcome::Removed(Reason::Metadata | Reason::Summary) => FIELD,
        Outcome::Removed(
            Reason::DuplicateTitle
            | Reason::DuplicateBody
            | Reason::DuplicateCaption
            | Reason::DuplicateBlock,
        ) => REPEATED,
        _ => FURNITURE,
    }
}

fn names(people: &[Person]) -> Option<String> {
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Cuts a block's text to what is shown of it.
fn shortened(text: &str) -> String {
    let text = printable(text);
    match text.char_indices().nth(TEXT_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// Cuts a difference to what stands around its first change.
fn around_change(difference: &str) -> String {
    let text = printable(difference);
    let first = [text.find("[-"), text.find("[+")]
        .into_iter()
        .flatten()
        .min();
    let before = text.get(..first.unwrap_or_default()).unwrap_or_default();
    let Some((start, _)) = before.char_indices().rev().nth(BEFORE_CHARS) else {
        return shortened(&text);
    };
    format!("…{}", shortened(text.get(start..).unwrap_or_default()))
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
    use super::{TEXT_CHARS, around_change, printable, shortened, view};
    use faircopy::{Extractor, Input, Limit, Limits};

    const PAGE: &str = "Night ferry\u{1b}[2J returns\n\nQuay | Locks | Tides | Ropes\n\n\
        The night ferry returns on Monday, the harbour office said on Friday, with forty cabins.\n\n\
        The first boat leaves at nine, and the last one comes back at five in the morning.\n\nCut off";

    fn shown() -> String {
        let limits = Limits::default().set(Limit::Blocks, 4);
        let (article, trace) = Extractor::new().limits(limits).trace(Input::Text(PAGE));
        view(&article, &trace, Some("ferry.txt"))
    }

    #[test]
    fn every_block_stands_in_page_order_with_verdict_and_evidence() {
        let plain = anstream::adapter::strip_str(&shown()).to_string();
        let rows: Vec<String> = plain
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let at = |row: &str| rows.iter().position(|line| line.starts_with(row));
        for row in ["ferry.txt", "status article", "limit blocks at 4, seen 5"] {
            assert!(at(row).is_some(), "{row:?} is missing from\n{plain}");
        }
        let order = [
            "title rule headline",
            "navigation judge",
            "body judge",
            "2 kept; removed: navigation 1",
        ];
        let places: Vec<Option<usize>> = order.iter().map(|row| at(row)).collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{places:?} in\n{plain}"
        );
    }

    #[test]
    fn nothing_of_the_page_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\r\n b\u{9b}2J"), "a [31m b 2J");
        assert!(!shown().contains("\u{1b}[2J"));
    }

    #[test]
    fn a_copy_shows_where_it_differs() {
        assert_eq!(
            around_change("a [-6-][+8+]-day tour"),
            "a [-6-][+8+]-day tour"
        );
        let late = format!("{}[-线-]。", "江".repeat(TEXT_CHARS));
        let shown = around_change(&late);
        assert!(
            shown.starts_with("…江") && shown.ends_with("江[-线-]。"),
            "{shown}"
        );
    }

    #[test]
    fn long_blocks_are_cut_at_a_character() {
        assert_eq!(shortened(&"江".repeat(TEXT_CHARS)), "江".repeat(TEXT_CHARS));
        let cut = shortened(&"江".repeat(TEXT_CHARS + 1));
        assert_eq!(cut, format!("{}…", "江".repeat(TEXT_CHARS)));
    }
}
