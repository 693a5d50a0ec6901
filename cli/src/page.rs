//! One page per input.

use std::borrow::Cow;
use std::io::Write;

use faircopy::{Article, Extractor, Input};

use crate::args::Format;
use crate::fence::fenced;
use crate::progress::Progress;
use crate::record::{self, Cause, Failed, Kind, Record};
use crate::source::Source;
use crate::{Outcome, Stop, explain};

/// Inputs that are a page each, and what to make of them.
pub(crate) struct Pages {
    pub(crate) extractor: Extractor,
    pub(crate) sources: Vec<Source>,
    /// Whether the pages are text without markup.
    pub(crate) flat: bool,
    /// How many bytes of a page the library reads.
    pub(crate) most_bytes: u64,
    pub(crate) format: Format,
    /// Whether a single record is spread out for reading.
    pub(crate) pretty: bool,
}

/// The body, and below it the comments where they were asked for.
fn text_with_comments(article: &Article) -> String {
    let parts = [article.text(), article.comments_text()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

impl Pages {
    /// Prints every page in order. One that cannot be read is told on standard error, and the next one's turn comes.
    ///
    /// # Errors
    ///
    /// When nothing can be printed any more.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<Outcome, Stop> {
        let mut progress = Progress::new(self.sources.iter().map(Source::len).sum());
        let (mut outcome, mut printed) = (Outcome::Done, false);
        for source in &self.sources {
            let bytes = match source.read(self.most_bytes) {
                Ok(bytes) => bytes,
                Err(message) => {
                    progress.complain(&message);
                    outcome = outcome.max(Outcome::Broken);
                    continue;
                }
            };
            if self.flat && matches!(text_of(&bytes), Cow::Owned(_)) {
                let name = source.name();
                progress.complain(&format!(
                    "{name} is not UTF-8: what is malformed is read as U+FFFD"
                ));
            }
            let (shown, ended) = match fenced(|| self.show(source, &bytes, &progress)) {
                Ok(shown) => (shown?, Outcome::Done),
                Err(message) => (self.failed(source, &message)?, Outcome::SomeFailed),
            };
            outcome = outcome.max(ended);
            if printed && self.format != Format::Json && !shown.is_empty() {
                out.write_all(b"\n")
                    .map_err(|error| Stop::writing(&error))?;
            }
            printed |= !shown.is_empty();
            out.write_all(&shown)
                .and_then(|()| out.flush())
                .map_err(|error| Stop::writing(&error))?;
            progress.page(bytes.len() as u64);
        }
        Ok(outcome)
    }

    fn show(&self, source: &Source, bytes: &[u8], progress: &Progress) -> Result<Vec<u8>, Stop> {
        let bare = |render: fn(&Article) -> String| {
            Ok(rendered(source, &self.article(bytes), progress, render))
        };
        match self.format {
            Format::Json => self.record(source, &self.article(bytes)),
            Format::Explain => Ok(self.explained(source, bytes).into_bytes()),
            Format::Text => bare(text_with_comments),
            Format::Markdown => bare(Article::to_markdown),
            Format::Html => bare(Article::to_html),
        }
    }

    fn article(&self, bytes: &[u8]) -> Article {
        if self.flat {
            return self.extractor.extract_text(&text_of(bytes));
        }
        self.extractor.extract_bytes(bytes)
    }

    fn explained(&self, source: &Source, bytes: &[u8]) -> String {
        let (article, trace) = if self.flat {
            self.extractor.trace(Input::Text(&text_of(bytes)))
        } else {
            self.extractor.trace(Input::Bytes(bytes))
        };
        explain::view(&article, &trace, source.file().as_deref())
    }

    fn record(&self, source: &Source, article: &Article) -> Result<Vec<u8>, Stop> {
        let file = source.file();
        let record = Record::of_file(article, file.as_deref());
        if self.pretty && self.sources.len() == 1 {
            return record::pretty(&record);
        }
        record::line(&record)
    }

    /// Returns what stands in the place of a page whose extraction panicked: an error record among records, nothing elsewhere.
    fn failed(&self, source: &Source, message: &str) -> Result<Vec<u8>, Stop> {
        if self.format != Format::Json {
            return Ok(Vec::new());
        }
        record::line(&Failed {
            id: None,
            file: source.file().as_deref(),
            error: Cause {
                kind: Kind::Panic,
                message,
            },
        })
    }
}

/// Returns a form that a bare text is. The record would say in its status that nothing is left; here it is told.
fn rendered(
    source: &Source,
    article: &Article,
    progress: &Progress,
    render: fn(&Article) -> String,
) -> Vec<u8> {
    let mut shown = render(article).trim_end().to_owned();
    if shown.is_empty() {
        let why = article
            .why
            .map(|why| format!(": {why}"))
            .unwrap_or_default();
        progress.complain(&format!("nothing left of {}{why}", source.name()));
    } else {
        shown.push('\n');
    }
    shown.into_bytes()
}

/// Reads bytes as UTF-8, without the byte order mark; what is malformed becomes U+FFFD.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
}
