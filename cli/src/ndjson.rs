//! Streams: a JSON object per line in, a record per line out.

use std::io::{self, BufRead, Read, Write};

use faircopy::Extractor;

use crate::fence::fenced;
use crate::progress::Progress;
use crate::record::{self, Cause, Failed, Id, Kind, Record};
use crate::request::{Request, Unreadable};
use crate::source::Source;
use crate::{Outcome, Stop};

/// Bytes of one line. The library reads 32 MB of a page; base64 makes 43 MB of them, and the escapes of JSON seldom double it. A
/// line beyond that is a file without line breaks, which must not fill the memory.
const LINE_BYTES: usize = 64 << 20;

/// How much of an over-long line is dropped at a time, in bytes.
const DROP_BYTES: u64 = 1 << 16;

/// Answers every line of every source in order, and each before the next is read.
///
/// # Errors
///
/// When nothing can be printed any more.
pub(crate) fn run(
    sources: &[Source],
    extractor: &Extractor,
    out: &mut impl Write,
) -> Result<Outcome, Stop> {
    let progress = Progress::new(sources.iter().map(Source::len).sum());
    let mut stream = Stream {
        extractor,
        out,
        progress,
    };
    let mut outcome = Outcome::Done;
    for source in sources {
        let place = match source.file() {
            Some(file) if sources.len() > 1 => format!("{file}: line"),
            _ => "line".to_owned(),
        };
        outcome = outcome.max(stream.answer_all(source, &place)?);
    }
    Ok(outcome)
}

/// The way from lines to answers.
struct Stream<'a, W> {
    extractor: &'a Extractor,
    out: &'a mut W,
    progress: Progress,
}

impl<W: Write> Stream<'_, W> {
    /// Answers the lines of one source, and tells what went wrong with it.
    fn answer_all(&mut self, source: &Source, place: &str) -> Result<Outcome, Stop> {
        let mut tally = Tally::default();
        let unreadable = match source.open() {
            Ok(reader) => self
                .answer_lines(reader, place, &mut tally)?
                .map(|error| source.unreadable(&error)),
            Err(message) => Some(message),
        };
        let summary = tally.summary();
        for message in unreadable.iter().chain(&summary) {
            self.progress.complain(message);
        }
        Ok(match (unreadable, summary) {
            (Some(_), _) => Outcome::Broken,
            (None, Some(_)) => Outcome::SomeFailed,
            (None, None) => Outcome::Done,
        })
    }

    /// Answers line by line. Returns the error that ended the reading before the end.
    fn answer_lines(
        &mut self,
        reader: impl BufRead,
        place: &str,
        tally: &mut Tally,
    ) -> Result<Option<io::Error>, Stop> {
        let mut lines = Lines::new(reader, LINE_BYTES);
        loop {
            let line = match lines.next() {
                Ok(Some(line)) => line,
                Ok(None) => return Ok(None),
                Err(error) => return Ok(Some(error)),
            };
            let at = format!("{place} {}", line.number);
            let answer = answer(&line, &at, self.extractor)?;
            tally.count(&answer);
            self.out
                .write_all(&answer.line)
                .and_then(|()| self.out.flush())
                .map_err(|error| Stop::writing(&error))?;
            self.progress.page(line.bytes);
        }
    }
}

/// A line of output.
struct Answer {
    line: Vec<u8>,
    /// For an error record: its message.
    failure: Option<String>,
}

fn answer(line: &Line, at: &str, extractor: &Extractor) -> Result<Answer, Stop> {
    let Some(text) = line.text else {
        let message = format!("{at}: longer than {} MB", LINE_BYTES >> 20);
        return failed(None, Kind::TooLong, message);
    };
    match Request::read(text) {
        Ok(request) => match fenced(|| printed(&request, extractor)) {
            Ok(line) => Ok(Answer {
                line: line?,
                failure: None,
            }),
            Err(message) => {
                let message = format!("{at}: panicked: {message}");
                failed(request.id.as_ref(), Kind::Panic, message)
            }
        },
        Err(Unreadable { id, kind, message }) => {
            failed(id.as_ref(), kind, format!("{at}: {message}"))
        }
    }
}

fn printed(request: &Request, extractor: &Extractor) -> Result<Vec<u8>, Stop> {
    let (article, ignored) = request.extract(extractor);
    record::line(&Record::of_line(&article, request.id.as_ref(), &ignored))
}

fn failed(id: Option<&Id>, kind: Kind, message: String) -> Result<Answer, Stop> {
    let error = Cause {
        kind,
        message: &message,
    };
    let file = None;
    Ok(Answer {
        line: record::line(&Failed { id, file, error })?,
        failure: Some(message),
    })
}

/// What became of a source's lines.
#[derive(Default)]
struct Tally {
    answered: u64,
    failed: u64,
    first: Option<String>,
}

impl Tally {
    fn count(&mut self, answer: &Answer) {
        self.answered += 1;
        if let Some(message) = &answer.failure {
            self.failed += 1;
            self.first.get_or_insert_with(|| message.clone());
        }
    }

    /// Returns what to say at the end, with the first failure; `None` when all went well.
    fn summary(&self) -> Option<String> {
        let (failed, answered) = (self.failed, self.answered);
        let first = self.first.as_ref()?;
        Some(format!("{failed} of {answered} lines failed; {first}"))
    }
}

/// The lines of a stream that are not blank, in bounded memory.
struct Lines<R> {
    reader: R,
    most: usize,
    number: u64,
    buffer: Vec<u8>,
}

/// A line of a stream.
#[derive(Debug, PartialEq, Eq)]
struct Line<'a> {
    /// Counted from 1, blank lines too.
    number: u64,
    /// The line without its end; `None` when it is too long.
    text: Option<&'a [u8]>,
    /// How long it was.
    bytes: u64,
}

impl<R: BufRead> Lines<R> {
    fn new(reader: R, most: usize) -> Self {
        Self {
            reader,
            most,
            number: 0,
            buffer: Vec::new(),
        }
    }

    /// Returns the next line; `None` at the end.
    fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        loop {
            let bytes = self.fill(self.most as u64 + 1)?;
            if bytes == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.buffer.len() > self.most && !self.buffer.ends_with(b"\n") {
                let bytes = bytes + self.drop_rest()?;
                return Ok(Some(Line {
                    number: self.number,
                    text: None,
                    bytes,
                }));
            }
            if !trimmed(&self.buffer, self.number).is_empty() {
                return Ok(Some(Line {
                    number: self.number,
                    text: Some(trimmed(&self.buffer, self.number)),
                    bytes,
                }));
            }
        }
    }

    /// Reads up to the line's end, but no more than `most` bytes. Returns how many those are.
    fn fill(&mut self, most: u64) -> io::Result<u64> {
        self.buffer.clear();
        let mut bounded = self.reader.by_ref().take(most);
        bounded
            .read_until(b'\n', &mut self.buffer)
            .map(|bytes| bytes as u64)
    }

    /// Reads past the rest of an over-long line. Returns how many bytes that was.
    fn drop_rest(&mut self) -> io::Result<u64> {
        let mut dropped = 0;
        loop {
            let bytes = self.fill(DROP_BYTES)?;
            dropped += bytes;
            if bytes == 0 || self.buffer.ends_with(b"\n") {
                return Ok(dropped);
            }
        }
    }
}

/// Takes off a line's end, the white space around it, and the byte order mark that some programs start a file with.
fn trimmed(line: &[u8], number: u64) -> &[u8] {
    let marked = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1);
    marked.unwrap_or(line).trim_ascii()
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use std::io::{BufRead, BufReader};

    /// Every line of `text` where a line may have four bytes: its number, its text, how long it was.
    fn lines(text: &[u8]) -> Vec<(u64, String, u64)> {
        let whole = read(text);
        assert_eq!(read(BufReader::with_capacity(1, text)), whole);
        whole
    }

    fn read(reader: impl BufRead) -> Vec<(u64, String, u64)> {
        let mut lines = Lines::new(reader, 4);
        let mut all = Vec::new();
        while let Ok(Some(line)) = lines.next() {
            let text = line.text.map_or("too long".into(), String::from_utf8_lossy);
            all.push((line.number, text.into_owned(), line.bytes));
        }
        all
    }

    #[test]
    fn lines_at_the_bound_are_read_and_longer_ones_are_not() {
        assert_eq!(
            lines(b"abc\nabcd\nabcde\nab\n"),
            [
                (1, "abc".to_owned(), 4),
                (2, "abcd".to_owned(), 5),
                (3, "too long".to_owned(), 6),
                (4, "ab".to_owned(), 3)
            ]
        );
        assert_eq!(lines(b"abcd"), [(1, "abcd".to_owned(), 4)]);
        assert_eq!(lines(b"abcde"), [(1, "too long".to_owned(), 5)]);
        let long = b"x".repeat(200_000);
        assert_eq!(lines(&long), [(1, "too long".to_owned(), 200_000)]);
    }

    #[test]
    fn blank_lines_count_but_are_not_given() {
        assert_eq!(lines(b"\n \t\r\na\r\n\n"), [(3, "a".to_owned(), 3)]);
        assert_eq!(lines(b""), []);
    }

    #[test]
    fn a_byte_order_mark_is_taken_off_the_first_line_only() {
        assert_eq!(lines(b"\xef\xbb\xbfa\n"), [(1, "a".to_owned(), 5)]);
        assert_eq!(lines(b"\xef\xbb\xbf\n"), []);
        assert_eq!(
            lines(b"a\n\xef\xbb\xbfb").last(),
            Some(&(2, "\u{feff}b".to_owned(), 4))
        );
    }
}
