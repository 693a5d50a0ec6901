//! Records in the short form of `article.json`, and how two of them differ.
//!
//! The short form leaves out what is plain: a person or an outlet that is only a name is its name, a list item of the outermost
//! list and a cell that heads nothing are their text, a picture is its address. Keys that `article.json` does not give are not
//! compared.

use faircopy::Article;
use serde_json::{Map, Value, json};
use similar::{ChangeTag, TextDiff};

/// The keys of the short form, in the order they are written in; a page that has no `article.json` yet gets the first few.
pub(crate) const KEYS: &[&str] = &[
    "status",
    "why",
    "title",
    "kicker",
    "subtitle",
    "summary",
    "authors",
    "editors",
    "contributors",
    "source",
    "published_at",
    "modified_at",
    "language",
    "site_name",
    "section",
    "tags",
    "canonical_url",
    "next_page",
    "paywalled",
    "licence",
    "lead_image",
    "images",
    "body",
    "comments",
];

/// The keys of a block in the short form, in order.
const BLOCK_KEYS: &[&str] = &[
    "kind", "level", "ordered", "language", "text", "items", "rows", "image", "caption", "credit",
    "provider", "url",
];

/// The keys of a block that are compared when no expected block of its kind says which; `text` only where no items or rows say it.
const BLOCK_DEFAULT: &[&str] = &[
    "level", "ordered", "text", "items", "rows", "image", "caption", "credit",
];

/// Returns a record in the short form, with the keys that `expected` has.
pub(crate) fn short(article: &Article, expected: &Value) -> Value {
    let full = serde_json::to_value(article).unwrap_or_default();
    let keys = expected.as_object().into_iter().flatten();
    keys.map(|(key, wanted)| (key.clone(), short_field(key, &full, wanted)))
        .collect::<Map<_, _>>()
        .into()
}

/// Returns the differences, a line each; empty when the record has all that is expected of it.
pub(crate) fn differences(expected: &Value, got: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for key in KEYS {
        let (Some(want), Some(have)) = (expected.get(key), got.get(key)) else {
            continue;
        };
        if *key == "body" {
            found.extend(body_differences(want, have));
        } else if *key == "language" && is_range_of(want, have) {
            // `zh` is met by `zh-CN`: how closely a page declares its language differs between forms of one article.
        } else if want != have {
            found.push(format!("{key}: got {have}, expected {want}"));
        }
    }
    for key in expected.as_object().into_iter().flat_map(Map::keys) {
        if !KEYS.contains(&key.as_str()) {
            found.push(format!("{key}: no such key"));
        }
    }
    found
}

/// Writes a short form: keys in the order of [`KEYS`], a block of the body a line.
pub(crate) fn written(short: &Value) -> String {
    let fields: Vec<String> = KEYS
        .iter()
        .filter_map(|key| Some((key, short.get(key)?)))
        .map(|(key, value)| match value {
            Value::Array(rows) if *key == "body" && !rows.is_empty() => {
                let rows: Vec<String> = rows.iter().map(block_line).collect();
                format!("  \"{key}\": [\n    {}\n  ]", rows.join(",\n    "))
            }
            _ => format!("  \"{key}\": {value}"),
        })
        .collect();
    format!("{{\n{}\n}}\n", fields.join(",\n"))
}

fn short_field(key: &str, full: &Value, wanted: &Value) -> Value {
    let value = full.get(key).cloned().unwrap_or_default();
    match key {
        "authors" | "editors" | "contributors" => each(&value, &|person| name_of(person, wanted)),
        "source" => name_of(&value, wanted),
        "lead_image" => value.get("url").cloned().unwrap_or_default(),
        "tags" | "comments" if value.is_null() => json!([]),
        "images" => each(&full["body"], &|block| block["image"]["url"].clone()),
        "body" => each(&value, &|block| short_block(block, wanted)),
        _ => value,
    }
}

/// A name stands for a person or an outlet unless `wanted` has objects, which say more.
fn name_of(value: &Value, wanted: &Value) -> Value {
    let says_more = match wanted {
        Value::Array(rows) => rows.iter().any(Value::is_object),
        _ => wanted.is_object(),
    };
    if says_more {
        return value.clone();
    }
    value.get("name").cloned().unwrap_or_default()
}

/// Maps a list's members; what comes out null is left out.
fn each(list: &Value, form: &dyn Fn(&Value) -> Value) -> Value {
    let rows = list.as_array().into_iter().flatten();
    rows.map(form).filter(|value| !value.is_null()).collect()
}

fn short_block(block: &Value, wanted: &Value) -> Value {
    let kind = block.get("kind");
    let alike = || {
        let rows = wanted.as_array().into_iter().flatten();
        rows.filter(move |row| row.get("kind") == kind)
    };
    let is_usual = |key: &str| {
        let in_parts = block.get("items").or(block.get("rows")).is_some();
        BLOCK_DEFAULT.contains(&key) && !(key == "text" && in_parts)
    };
    let is_compared = |key: &str| {
        key == "kind"
            || alike().any(|row| row.get(key).is_some())
            || alike().next().is_none() && is_usual(key)
    };
    let mut form = Map::new();
    for key in BLOCK_KEYS.iter().filter(|key| is_compared(key)) {
        let value = match (*key, block.get(key)) {
            (_, None) => continue,
            ("items", Some(items)) => each(items, &|item| plain_or(item, &["depth"])),
            ("rows", Some(rows)) => each(rows, &|row| {
                each(row, &|cell| {
                    plain_or(cell, &["header", "colspan", "rowspan"])
                })
            }),
            ("image", Some(image)) => image["url"].clone(),
            (_, Some(value)) => value.clone(),
        };
        form.insert((*key).to_owned(), value);
    }
    form.into()
}

/// Returns the text alone, or with those of `keys` that are set.
fn plain_or(value: &Value, keys: &[&str]) -> Value {
    let set: Map<String, Value> = keys
        .iter()
        .filter_map(|&key| Some((key.to_owned(), value.get(key)?.clone())))
        .collect();
    if set.is_empty() {
        return value["text"].clone();
    }
    let mut form = Map::new();
    form.insert("text".to_owned(), value["text"].clone());
    form.extend(set);
    form.into()
}

fn is_range_of(want: &Value, have: &Value) -> bool {
    let (Some(want), Some(have)) = (want.as_str(), have.as_str()) else {
        return false;
    };
    have.strip_prefix(want)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn body_differences(want: &Value, have: &Value) -> Vec<String> {
    let lines = |body: &Value| -> Vec<String> {
        let rows = body.as_array().into_iter().flatten();
        rows.map(|block| block_line(block) + "\n").collect()
    };
    let (want, have) = (lines(want), lines(have));
    let (want, have): (Vec<&str>, Vec<&str>) = (
        want.iter().map(String::as_str).collect(),
        have.iter().map(String::as_str).collect(),
    );
    TextDiff::from_slices(&want, &have)
        .iter_all_changes()
        .filter_map(|change| {
            let line = change.value().trim_end();
            match change.tag() {
                ChangeTag::Equal => None,
                ChangeTag::Delete => Some(format!("body: missing  {line}")),
                ChangeTag::Insert => Some(format!("body: too much {line}")),
            }
        })
        .collect()
}

/// Writes a block on one line, its keys in the order of [`BLOCK_KEYS`].
fn block_line(block: &Value) -> String {
    let fields: Vec<String> = BLOCK_KEYS
        .iter()
        .filter_map(|key| Some(format!("\"{key}\": {}", block.get(key)?)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}
