//! The JSON Schema that is kept beside the code.

use std::fs;

use serde_json::Value;

use crate::run::{Folder, PAGE};

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/article.schema.json");

#[test]
fn the_kept_schema_is_the_programs() {
    let ran = Folder::new("schema").run(&["--schema"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let kept = fs::read_to_string(KEPT).unwrap_or_default();
    assert!(
        ran.out == kept,
        "the record's shape has changed; look at the difference after `cargo run -- --schema > schema/article.schema.json`, and \
         raise SCHEMA if a reader of the old shape would misread the new one"
    );
}

#[test]
fn a_record_has_what_the_schema_requires_and_nothing_it_does_not_know() {
    let folder = Folder::new("schema_record").with("ferry.html", PAGE);
    let record = folder.run(&["--explain", "ferry.html"]).records().remove(0);
    let schema: Value = serde_json::from_str(&folder.run(&["--schema"]).out).unwrap();
    let required = schema["required"].as_array().unwrap();
    assert!(required.contains(&Value::from("status")) && !required.contains(&Value::from("file")));
    for name in required {
        assert!(record.get(name.as_str().unwrap()).is_some(), "{name}");
    }
    for name in record.as_object().unwrap().keys() {
        assert!(schema["properties"].get(name).is_some(), "{name}");
    }
}
