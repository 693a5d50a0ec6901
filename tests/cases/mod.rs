//! The fixture pages, as cases: what goes in, with which options, and what must come out.

#![allow(clippy::expect_used, clippy::panic)] // a fixture that cannot be read is a failed run

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use faircopy::{Article, Extractor};
use serde_json::Value;

/// What a case feeds to the library, and so through which door.
pub(crate) enum Input {
    /// A page's bytes, in the encoding they were stored in.
    Html(Vec<u8>),
    /// Text without markup, one block per line.
    Text(String),
}

/// One page with the record it must give.
pub(crate) struct Case {
    /// `pages/NAME` or `forms/ARTICLE/FORM`: how lists of exceptions name it.
    pub(crate) name: String,
    pub(crate) input: Input,
    /// The `article.json`: of the page, or shared by all forms of one article. `None` when there is none yet.
    #[allow(dead_code)] // each test binary has its own copy of this module
    pub(crate) expected: Option<Value>,
    /// The folder that holds the case's files.
    #[allow(dead_code)] // each test binary has its own copy of this module
    pub(crate) folder: PathBuf,
    extractor: Extractor,
}

impl Case {
    /// Returns the record the library gives for this case.
    pub(crate) fn extract(&self) -> Article {
        match &self.input {
            Input::Html(bytes) => self.extractor.extract_bytes(bytes),
            Input::Text(text) => self.extractor.extract_text(text),
        }
    }

    /// Returns the record, and what became of each block.
    #[allow(dead_code)] // each test binary has its own copy of this module
    pub(crate) fn trace(&self) -> (Article, Vec<faircopy::TraceLine>) {
        self.extractor.trace(match &self.input {
            Input::Html(bytes) => faircopy::Input::Bytes(bytes),
            Input::Text(text) => faircopy::Input::Text(text),
        })
    }

    /// Returns the record for other bytes, with this case's options.
    #[allow(dead_code)] // each test binary has its own copy of this module
    pub(crate) fn extract_bytes(&self, bytes: &[u8]) -> Article {
        self.extractor.extract_bytes(bytes)
    }

    /// Tells whether the case is one of several forms that share a record.
    #[allow(dead_code)] // each test binary has its own copy of this module
    pub(crate) fn is_form(&self) -> bool {
        self.name.starts_with("forms/")
    }
}

/// Returns the record without where its blocks stand.
#[allow(dead_code)] // each test binary has its own copy of this module
pub(crate) fn unplaced(article: &Article) -> Value {
    let mut record = serde_json::to_value(article).expect("a record is JSON");
    for list in ["body", "removed"] {
        let blocks = record.get_mut(list).and_then(Value::as_array_mut);
        for block in blocks.into_iter().flatten() {
            block
                .as_object_mut()
                .expect("a block is an object")
                .remove("span");
        }
    }
    record
}

/// Returns the folder that holds the fixtures.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Returns every case under `fixtures/pages` and `fixtures/forms`, by name.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for folder in entries(&root().join("pages")) {
        let page = ["page.html", "page.txt"]
            .iter()
            .map(|file| folder.join(file))
            .find(|path| path.exists())
            .unwrap_or_else(|| panic!("{}: no page.html and no page.txt", folder.display()));
        cases.push(case(format!("pages/{}", stem(&folder)), &page, &folder));
    }
    for folder in entries(&root().join("forms")) {
        for page in entries(&folder).into_iter().filter(|path| is_page(path)) {
            let name = format!("forms/{}/{}", stem(&folder), stem(&page));
            cases.push(case(name, &page, &folder));
        }
    }
    cases
}

/// Reads a list of exceptions: a case's name, then the reason, one a line; `#` opens a comment.
#[allow(dead_code)] // each test binary has its own copy of this module
pub(crate) fn exceptions(file: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join(file)).unwrap_or_default();
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (name, reason) = line
                .split_once(char::is_whitespace)
                .unwrap_or_else(|| panic!("{file}: no reason given for {line}"));
            (name.to_owned(), reason.trim().to_owned())
        })
        .collect()
}

fn case(name: String, page: &Path, folder: &Path) -> Case {
    let bytes = fs::read(page).expect("the page can be read");
    let input = if page.extension().is_some_and(|ext| ext == "txt") {
        Input::Text(String::from_utf8(bytes).unwrap_or_else(|_| panic!("{name}: not UTF-8")))
    } else {
        Input::Html(bytes)
    };
    let expected = json(&folder.join("article.json"));
    let extractor = extractor(&name, json(&folder.join("options.json")).as_ref());
    Case {
        name,
        input,
        expected,
        folder: folder.to_owned(),
        extractor,
    }
}

fn extractor(name: &str, options: Option<&Value>) -> Extractor {
    let mut extractor = Extractor::new().explain(true);
    let Some(options) = options else {
        return extractor;
    };
    for (key, value) in options.as_object().expect("options are an object") {
        let text = value.as_str().unwrap_or_default();
        extractor = match key.as_str() {
            "url" => extractor.url(text).expect("the page's URL is absolute"),
            "content_type" => extractor.content_type(text),
            "fetched_at" => extractor.fetched_at(text).expect("a time in ISO 8601"),
            "comments" => extractor.comments(value == &Value::Bool(true)),
            "infer_zone" => extractor.infer_zone(value == &Value::Bool(true)),
            _ => panic!("{name}: no such option: {key}"),
        };
    }
    extractor
}

fn json(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    let value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(value)
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = found.map(|entry| entry.expect("listed").path()).collect();
    paths.sort();
    paths
}

fn is_page(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ext| ext == "html" || ext == "txt")
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}
