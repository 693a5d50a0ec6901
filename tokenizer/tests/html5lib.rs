//! Conformance cases in the format of html5lib-tests.
//!
//! Those in `tests/cases` always run. Those of html5lib-tests run when the folder is there: `HTML5LIB_TESTS`, or
//! `shared/html5lib-tests` beside the project. Parse errors are not compared, as none are reported.

#![allow(clippy::expect_used, clippy::panic)] // a case that cannot be read has failed

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use faircopy_tokenizer::{Content, Options, tokenize};
use html5ever::LocalName;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use serde_json::{Map, Value, json};

/// Descriptions of cases that may fail, each with its reason.
const KNOWN_FAILURES: &[(&str, &str)] = &[];

/// Writes tokens as the cases do.
#[derive(Default)]
struct Written(RefCell<Vec<Value>>);

impl Written {
    fn text(&self, text: &str) {
        let mut tokens = self.0.borrow_mut();
        if let Some(Value::Array(last)) = tokens.last_mut()
            && last[0] == "Character"
            && let Value::String(before) = &mut last[1]
        {
            before.push_str(text);
        } else {
            tokens.push(json!(["Character", text]));
        }
    }

    fn doctype(&self, doctype: &Doctype) {
        let text = |value: &Option<_>| match value {
            Some(text) => Value::String(String::from(text)),
            None => Value::Null,
        };
        self.0.borrow_mut().push(json!([
            "DOCTYPE",
            text(&doctype.name),
            text(&doctype.public_id),
            text(&doctype.system_id),
            !doctype.force_quirks
        ]));
    }

    fn tag(&self, tag: &Tag) {
        let name = &*tag.name;
        let mut tokens = self.0.borrow_mut();
        if tag.kind == TagKind::EndTag {
            return tokens.push(json!(["EndTag", name]));
        }
        let attributes: Map<_, _> = tag
            .attrs
            .iter()
            .map(|attr| (attr.name.local.to_string(), json!(&*attr.value)))
            .collect();
        let mut token = vec![json!("StartTag"), json!(name), Value::Object(attributes)];
        if tag.self_closing {
            token.push(json!(true));
        }
        tokens.push(Value::Array(token));
    }
}

impl TokenSink for Written {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::DoctypeToken(doctype) => self.doctype(&doctype),
            Token::TagToken(tag) => self.tag(&tag),
            Token::CommentToken(text) => self.0.borrow_mut().push(json!(["Comment", &*text])),
            Token::CharacterTokens(text) => self.text(&text),
            Token::NullCharacterToken => self.text("\0"),
            Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// Undoes the second escape of a case. A lone surrogate can stand in no `str`; U+FFFD does, on both sides.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut units: Vec<u16> = parts.next().unwrap_or_default().encode_utf16().collect();
    for part in parts {
        let (code, rest) = part.split_at(4);
        units.push(u16::from_str_radix(code, 16).expect("four hexadecimal digits"));
        units.extend(rest.encode_utf16());
    }
    String::from_utf16_lossy(&units)
}

fn unescape_all(value: &mut Value) {
    match value {
        Value::String(text) => *text = unescaped(text),
        Value::Array(values) => values.iter_mut().for_each(unescape_all),
        Value::Object(map) => {
            *map = std::mem::take(map)
                .into_iter()
                .map(|(key, mut value)| {
                    unescape_all(&mut value);
                    (unescaped(&key), value)
                })
                .collect();
        }
        _ => {}
    }
}

/// Joins texts that stand side by side, which some cases write apart.
fn joined(tokens: &Value) -> Value {
    let written = Written::default();
    for token in tokens.as_array().expect("a list of tokens") {
        match token[1].as_str() {
            Some(text) if token[0] == "Character" => written.text(text),
            _ => written.0.borrow_mut().push(token.clone()),
        }
    }
    Value::Array(written.0.into_inner())
}

fn content(state: &str) -> Content {
    match state {
        "Data state" => Content::Data,
        "PLAINTEXT state" => Content::Plaintext,
        "RCDATA state" => Content::Rcdata,
        "RAWTEXT state" => Content::Rawtext,
        "Script data state" => Content::ScriptData,
        "CDATA section state" => Content::CdataSection,
        other => panic!("no such state: {other}"),
    }
}

/// Runs all cases of a file. Returns their number and what failed.
fn run(path: &Path) -> (usize, Vec<String>) {
    let file = fs::read_to_string(path).expect("a file of cases");
    let file: Value = serde_json::from_str(&file).expect("cases in JSON");
    let mut failed = Vec::new();
    let mut count = 0;
    // `xmlViolationTests` ask for what only a reader of XML would do.
    for case in file["tests"].as_array().into_iter().flatten() {
        let mut case = case.clone();
        if case["doubleEscaped"] == true {
            unescape_all(&mut case["input"]);
            unescape_all(&mut case["output"]);
        }
        let text = case["input"].as_str().expect("an input");
        let description = case["description"].as_str().unwrap_or_default();
        let expected = joined(&case["output"]);
        let default = vec![json!("Data state")];
        for state in case["initialStates"].as_array().unwrap_or(&default) {
            count += 1;
            let options = Options {
                content: content(state.as_str().unwrap_or_default()),
                last_start_tag: case["lastStartTag"].as_str().map(LocalName::from),
                ..Options::default()
            };
            let found = tokenize(text, Written::default(), options).0.into_inner();
            let found = Value::Array(found);
            let is_known = KNOWN_FAILURES
                .iter()
                .any(|(known, _)| *known == description);
            if found != expected && !is_known {
                failed.push(format!(
                    "{}: {description} ({state}): {text:?}\n  found    {found}\n  expected {expected}",
                    path.display()
                ));
            }
        }
    }
    (count, failed)
}

fn run_all(folder: &Path) -> usize {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "test")
        })
        .collect();
    files.sort();
    let (counts, failed): (Vec<_>, Vec<_>) = files.iter().map(|path| run(path)).unzip();
    let failed = failed.concat();
    assert!(
        failed.is_empty(),
        "{} fail:\n{}",
        failed.len(),
        failed.join("\n")
    );
    counts.iter().sum()
}

#[test]
fn own_cases() {
    let count = run_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"));
    assert!(count > 100, "{count} cases");
}

#[test]
fn html5lib_tests() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/html5lib-tests");
    let folder = std::env::var_os("HTML5LIB_TESTS").map_or(beside, PathBuf::from);
    let folder = folder.join("tokenizer");
    if folder.is_dir() {
        let count = run_all(&folder);
        println!("{count} cases of html5lib-tests");
        assert!(count > 6000, "{count} cases");
    }
}
