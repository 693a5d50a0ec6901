//! The command line.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, ValueEnum};
use faircopy::{Extractor, Focus, Limit, Limits};

use crate::source::Source;

const EXAMPLES: &str = "\
Examples:
  faircopy page.html
      the record as JSON: one line, or spread out on a terminal
  curl -s https://example.org/news/1 | faircopy --url https://example.org/news/1 --format markdown
      the article alone, links resolved
  faircopy --ndjson pages.ndjson > records.ndjson
      a stream: an object with `id`, `url`, `html` per line in, a record per line out, in order

Exit codes:
  0  every input has its record (a page without an article is one, with its status)
  1  some inputs have an error record instead
  2  the command line makes no sense, or something could not be read or written

The record is described by `faircopy --schema`, and under Article in the library's documentation.";

/// Make the clean copy of a scraped news page: one body, captions once, the metadata with its origin, and a reason for every
/// block that went.
#[derive(Parser)]
#[command(name = "faircopy", version, after_help = EXAMPLES)]
#[allow(clippy::struct_excessive_bools)] // each is a switch of its own on the command line
pub(crate) struct Args {
    /// Pages to read; `-` is standard input, which is also read when no file is named.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// What to print.
    ///
    /// With several files, records stand one per line, and the other forms are parted by a blank line.
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// The input is text without markup, in UTF-8, one block per line.
    #[arg(long, conflicts_with_all = ["ndjson", "content_type"])]
    pub(crate) text: bool,

    /// List in the record what was taken out, and why; on a terminal, show it block by block.
    ///
    /// `--format json` gives the record on a terminal too, `--format explain` the blocks elsewhere too. Of a block that repeats
    /// another with a difference the view shows where they differ: what only it has as `[-...-]`, what only the kept one has as
    /// `[+...+]`.
    #[arg(long)]
    explain: bool,

    /// The page's address: the base of its links, and evidence for dates.
    #[arg(long, conflicts_with = "ndjson")]
    url: Option<String>,

    /// The Content-Type header the page came with, or a bare charset.
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,

    /// When the page was fetched, in ISO 8601: what "yesterday" is counted from.
    #[arg(long, value_name = "TIME")]
    fetched_at: Option<String>,

    /// Which way to lean in doubt.
    #[arg(long, value_enum, default_value = "balanced")]
    focus: Lean,

    /// Put the readers' comments into the record, and below the body in the other forms.
    ///
    /// Each has author, time and text where the page gives them; a reply follows what it answers, with a greater depth.
    #[arg(long)]
    comments: bool,

    /// Leave out text that no reader of the page sees, even where it is the article.
    #[arg(long)]
    visible_only: bool,

    /// Give times without a zone the one of the site's land or language, marked as inferred.
    #[arg(long)]
    infer_zone: bool,

    /// Read only what a CSS selector matches, and each h1; may be repeated.
    ///
    /// A page on which no text matches is read as a whole. Metadata are read from the whole page.
    #[arg(long, value_name = "CSS", conflicts_with = "text")]
    only: Vec<String>,

    /// Take out what a CSS selector matches before anything is read; may be repeated.
    #[arg(long, value_name = "CSS", conflicts_with = "text")]
    without: Vec<String>,

    /// Set a bound on what one page may cost; may be repeated.
    #[arg(long = "limit", value_name = "NAME=N", value_parser = limit)]
    limits: Vec<(Limit, u64)>,

    /// Read a JSON object per line, print a record per line.
    ///
    /// A line has a page in `html_base64` (bytes), `html` or `text`; where it has several, the first of these counts. Beside it may
    /// stand `url`, `content_type`, `fetched_at`, and an `id`, which comes back with the record; other fields are not read. One of these
    /// that cannot be used is named in the record's `ignored`. A line that cannot be read gives {`id`, `error`: {`kind`, `message`}} in its place; blank
    /// lines are skipped.
    #[arg(long)]
    pub(crate) ndjson: bool,

    /// Print the JSON Schema of the record.
    #[arg(long, exclusive = true)]
    pub(crate) schema: bool,
}

/// What is printed for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The record.
    Json,
    /// The body as text.
    Text,
    /// The article as Markdown.
    Markdown,
    /// The article as HTML.
    Html,
    /// Each field with the claims that lost, each block with its verdict, reason and evidence.
    Explain,
}

/// [`Focus`], as the command line spells it.
#[derive(Clone, Copy, ValueEnum)]
enum Lean {
    /// Weigh both alike.
    Balanced,
    /// Rather lose a paragraph than keep furniture.
    Precision,
    /// Rather keep furniture than lose a paragraph.
    Recall,
}

/// What the command line comes to.
pub(crate) enum Parsed {
    /// Work to do.
    Run(Box<Args>),
    /// A text that was asked for: help, the version.
    Printed(String),
    /// A mistake, in one line.
    Refused(String),
}

/// Reads the command line.
pub(crate) fn parse() -> Parsed {
    let parsed = command()
        .try_get_matches()
        .and_then(|matches| Args::from_arg_matches(&matches));
    match parsed {
        Ok(args) => Parsed::Run(Box::new(args)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Parsed::Printed(error.render().to_string())
            }
            _ => Parsed::Refused(one_line(&error.render().to_string())),
        },
    }
}

/// Returns the help of `-h`.
pub(crate) fn short_help() -> String {
    command().render_help().to_string()
}

fn command() -> clap::Command {
    let mut bounds = "Set a bound on what one page may cost; may be repeated.\n\n\
        A bound cuts and never refuses; the cut is listed in the record's `limits_hit`. The bounds and their defaults:"
        .to_owned();
    for limit in Limit::ALL {
        let _ = write!(bounds, "\n  {limit}={}", limit.default_bound());
    }
    Args::command().mut_arg("limits", |arg| arg.long_help(bounds))
}

/// Folds clap's message into one line: what is wrong and its hints, without the usage, and without the hint that a mistyped option
/// might have been a file.
fn one_line(message: &str) -> String {
    let said = message
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
        .filter(|line| !line.is_empty() && !line.starts_with("tip: to pass '-"))
        .collect::<Vec<_>>()
        .join(" ");
    let said = said.strip_prefix("error: ").unwrap_or(&said);
    format!("{said} (see faircopy --help)")
}

fn limit(given: &str) -> Result<(Limit, u64), String> {
    let (name, bound) = given.split_once('=').ok_or("not of the form NAME=N")?;
    let limit = name.parse::<Limit>().map_err(|error| error.to_string())?;
    let bound = bound
        .parse()
        .map_err(|_| format!("not a whole number: {bound:?}"))?;
    Ok((limit, bound))
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

impl Args {
    /// Checks what clap cannot: options that would have no effect.
    ///
    /// # Errors
    ///
    /// In one line, when two options do not go together.
    pub(crate) fn check(&self) -> Result<(), String> {
        let only_body = matches!(
            self.format,
            Some(Format::Text | Format::Markdown | Format::Html)
        );
        if self.explain && only_body {
            return Err("--explain needs --format json or explain".to_owned());
        }
        if self.ndjson && !matches!(self.format, None | Some(Format::Json)) {
            return Err("--ndjson prints json only".to_owned());
        }
        if self.url.is_some() && self.files.len() > 1 {
            return Err("--url is the address of one page, and there are several".to_owned());
        }
        if self.files.iter().filter(|file| is_stdin(file)).count() > 1 {
            return Err("standard input can be read once only".to_owned());
        }
        Ok(())
    }

    /// Returns the form to print in, where standard output is a terminal or is not.
    pub(crate) fn format(&self, terminal: bool) -> Format {
        match self.format {
            Some(format) => format,
            None if self.explain && terminal => Format::Explain,
            None => Format::Json,
        }
    }

    /// Returns the bounds asked for.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
            .iter()
            .fold(Limits::default(), |limits, (limit, bound)| {
                limits.set(*limit, *bound)
            })
    }

    /// Returns the extractor asked for.
    ///
    /// # Errors
    ///
    /// In one line, when the URL, the time or a selector is none.
    pub(crate) fn extractor(&self) -> Result<Extractor, String> {
        let mut extractor = Extractor::new()
            .focus(match self.focus {
                Lean::Balanced => Focus::Balanced,
                Lean::Precision => Focus::Precision,
                Lean::Recall => Focus::Recall,
            })
            .explain(self.explain || self.format == Some(Format::Explain))
            .comments(self.comments)
            .visible_only(self.visible_only)
            .infer_zone(self.infer_zone)
            .limits(self.limits());
        if let Some(content_type) = &self.content_type {
            extractor = extractor.content_type(content_type);
        }
        if let Some(url) = &self.url {
            extractor = extractor
                .url(url)
                .map_err(|error| format!("--url: {error}"))?;
        }
        if let Some(time) = &self.fetched_at {
            extractor = extractor
                .fetched_at(time)
                .map_err(|error| format!("--fetched-at: {error}"))?;
        }
        for css in &self.only {
            extractor = extractor
                .only(css)
                .map_err(|error| format!("--only: {error}"))?;
        }
        for css in &self.without {
            extractor = extractor
                .without(css)
                .map_err(|error| format!("--without: {error}"))?;
        }
        Ok(extractor)
    }

    /// Returns what to read, in order.
    pub(crate) fn sources(&self) -> Vec<Source> {
        if self.files.is_empty() {
            return vec![Source::Stdin];
        }
        let named = |file: &PathBuf| {
            if is_stdin(file) {
                return Source::Stdin;
            }
            Source::File(file.clone())
        };
        self.files.iter().map(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Args, Format, command, one_line};
    use clap::Parser;

    #[test]
    fn the_command_line_is_well_formed() {
        command().debug_assert();
    }

    #[test]
    fn mistakes_are_told_in_one_line() {
        let told = "error: invalid value 'x' for '--focus <FOCUS>'\n  [possible values: a, b]\n\nUsage: faircopy\n\nFor more";
        assert_eq!(
            one_line(told),
            "invalid value 'x' for '--focus <FOCUS>' [possible values: a, b] (see faircopy --help)"
        );
    }

    #[test]
    fn explain_is_a_view_on_a_terminal_and_a_record_elsewhere() {
        let args = Args::parse_from(["faircopy", "--explain", "page.html"]);
        assert_eq!(args.format(true), Format::Explain);
        assert_eq!(args.format(false), Format::Json);
        let args = Args::parse_from(["faircopy", "--explain", "--format=json", "page.html"]);
        assert_eq!(args.format(true), Format::Json);
    }
}
