//! The command line: what it refuses, and what it explains.

use crate::run::{Folder, PAGE};

#[test]
fn mistakes_end_with_2_and_one_line_without_output() {
    let folder = Folder::new("mistakes").with("a", PAGE).with("b", PAGE);
    for (args, told) in [
        (&["--colour", "a"][..], "unexpected argument '--colour'"),
        (&["--format", "xml", "a"], "invalid value 'xml'"),
        (&["--focus", "both", "a"], "invalid value 'both'"),
        (
            &["--url", "ftp://example.org/", "a"],
            "not an absolute http or https url",
        ),
        (
            &["--url", "/news/1", "a"],
            "not an absolute http or https url",
        ),
        (
            &["--url", "https://example.org/", "a", "b"],
            "--url is the address of one page",
        ),
        (
            &["--fetched-at", "monday", "a"],
            "not a day or time in ISO 8601",
        ),
        (&["--only", "div..story", "a"], "not a CSS selector"),
        (&["--without", "", "a"], "not a CSS selector"),
        (&["--limit", "ropes=3", "a"], "no such limit: \"ropes\""),
        (&["--limit", "depth", "a"], "not of the form NAME=N"),
        (&["--limit", "depth=-1", "a"], "not a whole number: \"-1\""),
        (&["--text", "--ndjson", "a"], "cannot be used with"),
        (
            &["--text", "--content-type", "gbk", "a"],
            "cannot be used with",
        ),
        (
            &["--ndjson", "--format", "text", "a"],
            "--ndjson prints json only",
        ),
        (
            &["--explain", "--format", "html", "a"],
            "--explain needs --format json or explain",
        ),
        (&["-", "-"], "standard input can be read once only"),
        (&["--schema", "a"], "'--schema' cannot be used with"),
    ] {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        let line = ran.complaint();
        assert!(
            line.starts_with("faircopy: ") && line.contains(told),
            "{line}"
        );
    }
}

#[test]
fn every_option_is_taken() {
    let folder = Folder::new("every_option").with("a", PAGE);
    let ran = folder.run(&[
        "--url=https://example.org/news/1",
        "--content-type=text/html; charset=utf-8",
        "--fetched-at=2024-03-04T09:30:00",
        "--focus=recall",
        "--comments",
        "--visible-only",
        "--infer-zone",
        "--only=body",
        "--without=.offer",
        "--explain",
        "--limit=depth=100",
        "--limit=blocks=1000",
        "a",
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.records().len(), 1);
}

#[test]
fn help_teaches_examples_exit_codes_and_limits() {
    let help = Folder::new("help").run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (Some(0), ""));
    for part in [
        "Examples:",
        "faircopy --ndjson",
        "Exit codes:",
        "--schema",
        "input_bytes=33554432",
    ] {
        assert!(help.out.contains(part), "{part}");
    }
}

#[test]
fn version_is_the_packages() {
    let ran = Folder::new("version").run(&["--version"]);
    assert_eq!(ran.out, format!("faircopy {}\n", env!("CARGO_PKG_VERSION")));
}
