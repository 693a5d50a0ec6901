//! Writes what the judge knows of annotated pages: their blocks as JSON lines, the features of open blocks as 32-bit floats.
//!
//! `lessons OUT < LIST`; a line of LIST is the path of a page, gzipped HTML (`.html.gz`) or flat text (`.txt.gz`), a tab, and its
//! address. OUT.jsonl has a
//! line per page, in order: the names of the features in the first, then per page its blocks; OUT.f32 has a row per open block, in
//! the same order, little-endian.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Read, Write, stdin};

use faircopy::training::{self, Block, Lesson};
use flate2::read::GzDecoder;
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).ok_or("usage: lessons OUT < LIST")?;
    let mut lines = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    let mut rows = BufWriter::new(File::create(format!("{out}.f32"))?);
    let empty = training::text("");
    writeln!(lines, "{}", json!({ "names": empty.names }))?;
    for line in stdin().lines() {
        let line = line?;
        let (path, url) = line.split_once('\t').unwrap_or((&line, ""));
        let lesson = read(path, url)?;
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

fn read(path: &str, url: &str) -> Result<Lesson, Box<dyn Error>> {
    let mut bytes = Vec::new();
    GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
    Ok(if path.ends_with(".txt.gz") {
        training::text(&String::from_utf8_lossy(&bytes))
    } else {
        training::page(&bytes, url)
    })
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
