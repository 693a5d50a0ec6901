//! Writes what the judge knows of annotated pages: their blocks as JSON lines, the features of open blocks as 32-bit floats.
//!
//! `lessons OUT < LIST`; a line of LIST is the path of a page, gzipped HTML (`.html.gz`) or flat text (`.txt.gz`), a tab, and its
//! address. OUT.jsonl has a line per page, in order: the names of the features in the first, then per page its blocks; OUT.f32 has a
//! row per open block, in the same order, little-endian.
//!
//! With `--flat` the pages are flattened first. `lessons --judge OUT < LIST` reads OUT.p, a probability per open block in the same order, and OUT.counts, the number of them a page, and writes OUT.judged.jsonl: per page a
//! line with what becomes of it as an article's and as another: for each block whether it is body, and on what evidence, what the page
//! is judged by as a whole, and its expected F1.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Read, Write, stdin};

use faircopy::training::{self, Block, Lesson, Outcome};
use flate2::read::GzDecoder;
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((out, modes)) = arguments.split_last() else {
        return Err("usage: lessons [--judge] [--flat] OUT < LIST".into());
    };
    let has = |name: &str| modes.iter().any(|mode| mode == name);
    if has("--judge") {
        judge(out, has("--flat"))
    } else {
        dump(out, has("--flat"))
    }
}

fn dump(out: &str, flat: bool) -> Result<(), Box<dyn Error>> {
    let mut lines = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    let mut rows = BufWriter::new(File::create(format!("{out}.f32"))?);
    let empty = training::text("");
    writeln!(lines, "{}", json!({ "names": empty.names }))?;
    for line in stdin().lines() {
        let lesson = Page::read(&line?, flat)?.lesson();
        let blocks: Vec<_> = lesson.blocks.iter().map(entry).collect();
        writeln!(lines, "{}", json!({ "blocks": blocks }))?;
        for value in lesson.blocks.iter().flat_map(|block| &block.features) {
            rows.write_all(&value.to_le_bytes())?;
        }
    }
    lines.flush()?;
    rows.flush()?;
    Ok(())
}

fn judge(out: &str, flat: bool) -> Result<(), Box<dyn Error>> {
    let mut bytes = Vec::new();
    File::open(format!("{out}.p"))?.read_to_end(&mut bytes)?;
    let values = bytes.chunks_exact(4).map(|c| f32::from_le_bytes([c[0], c[1], c[2], c[3]]));
    let probabilities: Vec<f32> = values.collect();
    let counts = std::fs::read_to_string(format!("{out}.counts"))?;
    let mut lines = BufWriter::new(File::create(format!("{out}.judged.jsonl"))?);
    let mut start = 0;
    for (line, count) in stdin().lines().zip(counts.lines()) {
        let end = start + count.parse::<usize>()?;
        let own = probabilities.get(start..end).unwrap_or_default();
        start = end;
        let page = Page::read(&line?, flat)?;
        let both = [false, true].map(|other| outcome_of(&page.judged(own, other)));
        writeln!(lines, "{}", json!(both))?;
    }
    lines.flush()?;
    Ok(())
}

/// A line of the list, read.
struct Page {
    bytes: Vec<u8>,
    url: String,
    is_text: bool,
}

impl Page {
    fn read(line: &str, flat: bool) -> Result<Self, Box<dyn Error>> {
        let (path, url) = line.split_once('\t').unwrap_or((line, ""));
        let mut bytes = Vec::new();
        GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
        if flat && !path.ends_with(".txt.gz") {
            bytes = training::flattened(&bytes, url).into_bytes();
        }
        Ok(Self {
            bytes,
            url: url.to_owned(),
            is_text: flat || path.ends_with(".txt.gz"),
        })
    }

    fn lesson(&self) -> Lesson {
        if self.is_text {
            training::text(&String::from_utf8_lossy(&self.bytes))
        } else {
            training::page(&self.bytes, &self.url)
        }
    }

    fn judged(&self, blocks: &[f32], other: bool) -> Outcome {
        if self.is_text {
            training::judged_text(&String::from_utf8_lossy(&self.bytes), blocks, other)
        } else {
            training::judged_page(&self.bytes, &self.url, blocks, other)
        }
    }
}

fn outcome_of(outcome: &Outcome) -> serde_json::Value {
    json!({ "blocks": outcome.blocks, "page": outcome.page, "expected": outcome.expected })
}

/// Text, words, level of the heading, whether it is hidden, state, template.
fn entry(block: &Block) -> serde_json::Value {
    json!([
        block.text,
        block.words,
        block.heading,
        u8::from(block.hidden),
        block.state,
        format!("{:016x}", block.template),
    ])
}
