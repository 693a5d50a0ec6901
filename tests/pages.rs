//! Every fixture page gives the record that stands beside it, and every form of one article the record they share.
//!
//! `FAIRCOPY_ACCEPT=1 cargo test --test pages` rewrites what a page is expected to give with what it gives: for after the
//! difference was read. A form's record is never rewritten, as all forms of an article must give the same.

#![allow(clippy::expect_used, clippy::panic)] // a fixture that cannot be written is a failed run

mod cases;
#[path = "cases/record.rs"]
mod record;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use faircopy::Article;
use serde_json::{Value, json};

use crate::cases::{Case, Input};

/// The environment variable that turns comparison into acceptance.
const ACCEPT: &str = "FAIRCOPY_ACCEPT";

#[test]
fn every_page_gives_its_article() {
    let cases = cases::all();
    assert!(
        !cases.is_empty(),
        "no cases under {}",
        cases::root().display()
    );
    let known = cases::exceptions("known_failures.txt");
    let accept = std::env::var_os(ACCEPT).is_some_and(|value| !value.is_empty());
    let mut report = Report::default();
    for case in &cases {
        let article = case.extract();
        if accept && !case.is_form() && !known.contains_key(&case.name) {
            accept_page(case, &article);
        } else {
            report.add(case, &differences(case, &article), &known);
        }
    }
    for name in known.keys() {
        if !cases.iter().any(|case| case.name == *name) {
            report.say(&format!("known_failures.txt: no such case: {name}"), &[]);
        }
    }
    assert!(report.failures == 0, "{}", report.closed(cases.len()));
}

/// What went wrong, gathered so that one run shows all of it.
#[derive(Default)]
struct Report {
    text: String,
    failures: usize,
}

impl Report {
    fn add(&mut self, case: &Case, found: &[String], known: &BTreeMap<String, String>) {
        match (found.is_empty(), known.get(&case.name)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(reason)) => self.say(
                &format!("{} passes, but is listed as failing: {reason}", case.name),
                &[],
            ),
            (false, None) if case.is_form() => {
                let form = case.name.trim_start_matches("forms/");
                self.say(&format!("form {form} differs from the article"), found);
            }
            (false, None) => self.say(&case.name, found),
        }
    }

    fn say(&mut self, head: &str, lines: &[String]) {
        self.failures += 1;
        self.text.push('\n');
        self.text.push_str(head);
        self.text.push('\n');
        for line in lines {
            self.text.push_str("    ");
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn closed(mut self, cases: usize) -> String {
        let _ = write!(self.text, "\n{} of {cases} cases failed", self.failures);
        self.text
    }
}

fn differences(case: &Case, article: &Article) -> Vec<String> {
    let Some(expected) = &case.expected else {
        return vec![format!("no article.json: run with {ACCEPT}=1 and read it")];
    };
    let mut expected = expected.clone();
    if let (Input::Text(_), Some(fields)) = (&case.input, expected.as_object_mut()) {
        fields.remove("images"); // flat text has lost its pictures
    }
    let mut found = record::differences(&expected, &record::short(article, &expected));
    if !case.is_form() {
        let stored = fs::read_to_string(case.folder.join("trace.txt")).unwrap_or_default();
        found.extend(trace_difference(&stored, &trace_of(case)));
    }
    found
}

fn trace_difference(stored: &str, trace: &str) -> Option<String> {
    let diff = similar::TextDiff::from_lines(stored, trace);
    (stored != trace).then(|| format!("trace.txt:\n{}", diff.unified_diff().context_radius(0)))
}

/// Returns a line per block of the page: outcome, evidence, text.
fn trace_of(case: &Case) -> String {
    let (_, trace) = case.trace();
    trace.iter().map(|line| format!("{line}\n")).collect()
}

/// Writes what the page gives as what it must give: the keys that its `article.json` has, or the usual ones.
fn accept_page(case: &Case, article: &Article) {
    let usual = || -> Value {
        let keys = ["status", "title", "summary", "authors", "editors", "source"];
        let more = ["published_at", "language", "body"];
        keys.iter()
            .chain(&more)
            .map(|key| ((*key).to_owned(), json!(null)))
            .collect()
    };
    let expected = case.expected.clone().unwrap_or_else(usual);
    let short = record::short(article, &expected);
    if !record::differences(&expected, &short).is_empty() {
        let path = case.folder.join("article.json");
        fs::write(path, record::written(&short)).expect("article.json can be written");
    }
    fs::write(case.folder.join("trace.txt"), trace_of(case)).expect("trace.txt can be written");
}
