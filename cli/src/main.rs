//! The program `faircopy`: pages in, clean article records out.

mod args;
mod explain;
mod fence;
mod ndjson;
mod page;
mod progress;
mod record;
mod request;
mod source;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use args::{Args, Parsed};

/// How a run ended; the worst of its parts counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Every input gave its record.
    Done = 0,
    /// Some inputs gave an error record.
    SomeFailed = 1,
    /// The command line makes no sense, or something could not be read or written.
    Broken = 2,
}

/// What ends a run before its last input.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Whoever read the output has gone, as `head` does. Nothing is wrong with that.
    OutputClosed,
    /// Anything else, in one line.
    Failed(String),
}

impl Stop {
    /// Tells a closed pipe from a full disk.
    pub(crate) fn writing(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::OutputClosed,
            _ => Self::Failed(format!("cannot write: {}", source::cause(error))),
        }
    }
}

/// Prints one line on standard error. A standard error that is closed is no reason to stop.
pub(crate) fn complain(message: &str) {
    let line = format!("faircopy: {}\n", explain::printable(message));
    let _ = io::stderr().write_all(line.as_bytes());
}

fn main() -> ExitCode {
    fence::report_in_one_line();
    let outcome = match args::parse() {
        Parsed::Run(args) => run(&args),
        Parsed::Printed(text) => print(text.as_bytes()),
        Parsed::Refused(message) => Err(Stop::Failed(message)),
    };
    ExitCode::from(match outcome {
        Ok(outcome) => outcome as u8,
        Err(Stop::OutputClosed) => Outcome::Done as u8,
        Err(Stop::Failed(message)) => {
            complain(&message);
            Outcome::Broken as u8
        }
    })
}

fn run(args: &Args) -> Result<Outcome, Stop> {
    if args.schema {
        return print(record::schema()?.as_bytes());
    }
    if args.files.is_empty() && io::stdin().is_terminal() {
        let _ = io::stderr().write_all(args::short_help().as_bytes());
        return Ok(Outcome::Broken);
    }
    args.check().map_err(Stop::Failed)?;
    let extractor = args.extractor().map_err(Stop::Failed)?;
    let sources = args.sources();
    if args.ndjson {
        return ndjson::run(&sources, &extractor, &mut io::stdout().lock());
    }
    let pages = page::Pages {
        extractor,
        sources,
        flat: args.text,
        most_bytes: args.limits().get(faircopy::Limit::InputBytes),
        format: args.format(io::stdout().is_terminal()),
        pretty: io::stdout().is_terminal(),
    };
    match pages.format {
        args::Format::Explain => pages.run(&mut anstream::stdout().lock()),
        _ => pages.run(&mut io::stdout().lock()),
    }
}

fn print(text: &[u8]) -> Result<Outcome, Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text)
        .and_then(|()| out.flush())
        .map_err(|error| Stop::writing(&error))?;
    Ok(Outcome::Done)
}
