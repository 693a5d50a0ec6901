//! What faircopy takes by itself: time and peak memory of one page, memory over many pages in one process, two threads beside one.
//! Linux only, as memory is read from `/proc`. `figures.py` calls it, and writes BENCHMARKS.md.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use faircopy::Extractor;

const USAGE: &str =
    "usage: faircopy-figures once FILE | growth PAGES FOLDER | threads ROUNDS FOLDER";

/// Times that a page is extracted for its time, which is the least of them: the rest is the machine's.
const TIMES: usize = 3;

/// A page that loads what is loaded once.
const SMALL: &str = "<title>Two boats</title><p class=byline>By Ada Quill, 18 March 2024</p><p>渡轮自周一起复航。</p>\
    <p>The night ferry returns on Monday, the harbour office said on Friday, after two years in the dock.</p>";

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    match given.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["once", file] => once(Path::new(file)),
        ["growth", pages, folder] => growth(pages.parse()?, Path::new(folder)),
        ["threads", rounds, folder] => threads(rounds.parse()?, Path::new(folder)),
        _ => Err(USAGE.into()),
    }
}

/// Prints bytes, seconds of processor time, kB of peak memory above the idle process, the page itself included, and kB that the tables of
/// the library take once per process: idle is a process that has seen one small page.
fn once(file: &Path) -> Result<(), Box<dyn Error>> {
    let bare = memory("VmRSS:")?;
    let extractor = Extractor::new();
    black_box(extractor.extract(SMALL));
    // The peak so far is that of making the tables.
    fs::write("/proc/self/clear_refs", "5")?;
    let idle = memory("VmRSS:")?;
    let page = fs::read(file)?;
    let mut least = f64::MAX;
    let mut peak = 0;
    for _ in 0..TIMES {
        let start = processor_seconds()?;
        black_box(extractor.extract_bytes(&page));
        least = least.min(processor_seconds()? - start);
        if peak == 0 {
            peak = memory("VmHWM:")?;
        }
    }
    let (peak, tables) = (peak.saturating_sub(idle), idle.saturating_sub(bare));
    println!("{} {least:.6} {peak} {tables}", page.len());
    Ok(())
}

/// What this thread has run, not what it has waited.
fn processor_seconds() -> Result<f64, Box<dyn Error>> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = text.split_whitespace().next().ok_or("empty")?;
    Ok(nanoseconds.parse::<f64>()? / 1e9)
}

/// Prints the memory in use, in kB, after each tenth of the pages.
fn growth(pages: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let texts = read(folder)?;
    let extractor = Extractor::new();
    for (done, page) in (1..=pages).zip(texts.iter().cycle()) {
        black_box(extractor.extract_bytes(page));
        if done % (pages / 10).max(1) == 0 {
            println!("{done} {}", memory("VmRSS:")?);
        }
    }
    Ok(())
}

/// Prints the seconds that one thread takes over all pages, and two: medians.
fn threads(rounds: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let pages = read(folder)?;
    let extractor = Extractor::new();
    let mut taken = [Vec::new(), Vec::new()];
    for _ in 0..rounds.max(1) {
        for (count, taken) in (1..).zip(&mut taken) {
            taken.push(all(&extractor, &pages, count));
        }
    }
    let [one, two] = taken.map(|mut taken| {
        taken.sort_unstable();
        taken[taken.len() / 2].as_secs_f64()
    });
    println!("{one:.3} {two:.3}");
    Ok(())
}

fn all(extractor: &Extractor, pages: &[Vec<u8>], threads: usize) -> Duration {
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    black_box(extractor.extract_bytes(page));
                }
            });
        }
    });
    start.elapsed()
}

fn read(folder: &Path) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.retain(|path: &PathBuf| path.extension().is_some_and(|ext| ext == "html"));
    paths.sort();
    if paths.is_empty() {
        return Err(format!("{}: no *.html", folder.display()).into());
    }
    Ok(paths.iter().map(fs::read).collect::<Result<_, _>>()?)
}

/// A line of this process's status, in kB.
fn memory(name: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("no such line")?.parse()?)
}
