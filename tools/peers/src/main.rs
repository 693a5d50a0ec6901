//! Times faircopy and other extractors on the same pages, in one process, in turn.

mod contenders;
mod pages;

use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use contenders::{CONTENDERS, Contender};
use pages::Pages;

const USAGE: &str = "usage: faircopy-peers [--rounds N] [--only NAME]... FOLDER";

/// Rounds over all pages; the median of a contender's rounds is printed.
const ROUNDS: usize = 5;

/// What is asked on the command line.
struct Request {
    rounds: usize,
    only: Vec<String>,
    folder: PathBuf,
}

/// What one contender did.
#[derive(Default)]
struct Tally {
    rounds: Vec<Duration>,
    /// Pages of one round without a body.
    empty: usize,
    /// Pages of one round that ended in a panic.
    panicked: usize,
}

impl Tally {
    fn median(&self) -> Duration {
        let mut rounds = self.rounds.clone();
        rounds.sort_unstable();
        rounds.get(rounds.len() / 2).copied().unwrap_or_default()
    }
}

fn main() -> ExitCode {
    let Some(request) = request(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match Pages::read(&request.folder) {
        Ok(pages) => {
            compare(&request, &pages);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", request.folder.display());
            ExitCode::from(2)
        }
    }
}

fn request(mut given: impl Iterator<Item = String>) -> Option<Request> {
    let (mut rounds, mut only, mut folder) = (ROUNDS, Vec::new(), None);
    while let Some(word) = given.next() {
        match word.as_str() {
            "--rounds" => rounds = given.next()?.parse().ok().filter(|&n| n > 0)?,
            "--only" => only.push(given.next()?),
            _ if word.starts_with('-') => return None,
            _ => folder = Some(PathBuf::from(word)),
        }
    }
    Some(Request {
        rounds,
        only,
        folder: folder?,
    })
}

fn compare(request: &Request, pages: &Pages) {
    let asked = |contender: &&Contender| {
        request.only.is_empty() || request.only.iter().any(|name| name == contender.name)
    };
    let contenders: Vec<&Contender> = CONTENDERS.iter().filter(asked).collect();
    let mut tallies: Vec<Tally> = contenders.iter().map(|_| Tally::default()).collect();
    // A panic of another extractor is counted, not shown.
    std::panic::set_hook(Box::new(|_| {}));
    for _ in 0..request.rounds {
        for (contender, tally) in contenders.iter().zip(&mut tallies) {
            round(contender, pages, tally);
        }
    }
    print(pages, &contenders, &tallies);
}

fn round(contender: &Contender, pages: &Pages, tally: &mut Tally) {
    let (mut empty, mut panicked) = (0, 0);
    let start = Instant::now();
    for html in &pages.texts {
        match catch_unwind(AssertUnwindSafe(|| (contender.run)(black_box(html)))) {
            Ok(length) => empty += usize::from(black_box(length) == 0),
            Err(_) => panicked += 1,
        }
    }
    tally.rounds.push(start.elapsed());
    (tally.empty, tally.panicked) = (empty, panicked);
}

fn print(pages: &Pages, contenders: &[&Contender], tallies: &[Tally]) {
    println!(
        "{} pages, {:.1} MB; {} more are not UTF-8 and were left out",
        pages.texts.len(),
        pages.bytes() as f64 / 1e6,
        pages.left_out,
    );
    let unit = tallies.first().map(Tally::median).unwrap_or_default();
    let unit_name = contenders.first().map_or("", |first| first.name);
    println!(
        "{:<24} {:>8} {:>8} {:>6} {:>8}   (times: x {unit_name})",
        "", "MB/s", "times", "empty", "panicked"
    );
    for (contender, tally) in contenders.iter().zip(tallies) {
        let seconds = tally.median().as_secs_f64();
        println!(
            "{:<24} {:>8.1} {:>8.2} {:>6} {:>8}",
            contender.name,
            pages.bytes() as f64 / 1e6 / seconds,
            seconds / unit.as_secs_f64(),
            tally.empty,
            tally.panicked,
        );
    }
}
