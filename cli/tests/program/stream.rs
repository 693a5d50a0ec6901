//! Streams of pages, a line each.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use faircopy::Article;
use serde_json::{Value, json};

use crate::run::{Folder, PAGE};

/// A stream of one line per value.
fn stream(lines: &[Value]) -> String {
    let lines: Vec<_> = lines.iter().map(Value::to_string).collect();
    lines.join("\n") + "\n"
}

#[test]
fn every_line_has_its_record_in_order_from_a_file_and_from_standard_input() {
    let lines: Vec<_> = (0..300).map(|n| json!({"id": n, "html": PAGE})).collect();
    let folder = Folder::new("order").with("pages.ndjson", stream(&lines));
    for ran in [
        folder.run(&["--ndjson", "pages.ndjson"]),
        folder.feed(&["--ndjson"], stream(&lines)),
        folder.feed(&["--ndjson", "-"], stream(&lines)),
    ] {
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        let ids: Vec<_> = ran.records().iter().map(|r| r["id"].as_u64()).collect();
        assert_eq!(ids, (0..300).map(Some).collect::<Vec<_>>());
    }
}

#[test]
fn the_three_doors_are_the_librarys() {
    let flat = "Night ferry returns\nThe night ferry returns on Monday.";
    let lines = stream(&[
        json!({"html": PAGE}),
        json!({"html_base64": "PHA+\u{4e2d}"}),
        json!({"html_base64": "PHA+1tA8L3A+", "content_type": "text/html; charset=gbk"}),
        json!({"text": flat}),
    ]);
    let ran = Folder::new("doors").feed(&["--ndjson"], lines);
    let read = |record: &Value| serde_json::from_value::<Article>(record.clone()).unwrap();
    let records = ran.records();
    assert_eq!(read(&records[0]), faircopy::extract(PAGE));
    assert_eq!(records[1]["error"]["kind"], "base64");
    let extractor = faircopy::Extractor::new().content_type("text/html; charset=gbk");
    assert_eq!(
        read(&records[2]),
        extractor.extract_bytes(b"<p>\xd6\xd0</p>")
    );
    assert_eq!(read(&records[3]), faircopy::extract_text(flat));
}

#[test]
fn ids_come_back_as_they_were_written() {
    for id in [
        "\"江州/1\"",
        "7",
        "1.50",
        "123456789012345678901234567890",
        "true",
        "null",
    ] {
        let line = format!("{{\"html\":\"<p>x\",\"id\":{id}}}\n");
        let out = Folder::new("ids").feed(&["--ndjson"], line).out;
        assert!(
            out.starts_with(&format!("{{\"id\":{id},\"schema\":")),
            "{out}"
        );
    }
    let records = Folder::new("ids")
        .feed(&["--ndjson"], "{\"html\":\"<p>x\"}\n")
        .records();
    assert!(records[0].get("id").is_none());
}

#[test]
fn a_line_that_cannot_be_read_has_an_error_in_its_place() {
    let mut lines =
        b"{\"id\":1,\"html\":\"<p>x\"}\n{\n[]\nnull\n5\n\"x\"\nnot json\n{\"id\":8}\n".to_vec();
    lines.extend(b"{\"id\":9,\"html\":\"\xff\xfe\"}\n{\"id\":10,\"html\":6}\n{\"id\":11,\"html_base64\":\"?\"}\n");
    lines.extend("[".repeat(100_000).bytes());
    lines.extend(b"\n{\"id\":13,\"html\":\"\"}");
    let ran = Folder::new("errors").feed(&["--ndjson"], lines);
    assert_eq!(ran.code, Some(1));
    let kinds: Vec<_> = ran
        .records()
        .iter()
        .map(|record| match &record["error"]["kind"] {
            Value::String(kind) => kind.clone(),
            _ => record["status"].as_str().map(|_| "-").unwrap().to_owned(),
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "-", "json", "shape", "shape", "shape", "shape", "json", "shape", "utf8", "shape",
            "base64", "shape", "-"
        ]
    );
    for (n, record) in ran.records().iter().enumerate() {
        let place = format!("line {}: ", n + 1);
        if let Value::String(message) = &record["error"]["message"] {
            assert!(message.starts_with(&place), "{message}");
        }
        if n >= 7 && n != 11 {
            assert_eq!(record["id"], n + 1);
        }
    }
    assert!(
        ran.complaint()
            .starts_with("faircopy: 11 of 13 lines failed; line 2: "),
        "{}",
        ran.err
    );
}

#[test]
fn blank_lines_and_a_byte_order_mark_are_no_records() {
    let lines = "\u{feff}{\"html\":\"<p>x\"}\r\n\r\n  \n\n{\"html\":\"<p>y\"}";
    let ran = Folder::new("blank").feed(&["--ndjson"], lines);
    assert_eq!((ran.code, ran.records().len()), (Some(0), 2));
    let ran = Folder::new("blank").feed(&["--ndjson"], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
}

#[test]
fn a_page_is_not_lost_over_its_address_or_time() {
    let lines = stream(&[
        json!({"html": PAGE, "url": "/news/1"}),
        json!({"html": PAGE, "url": "javascript:alert(1)", "fetched_at": "monday"}),
        json!({"html": PAGE, "url": 5, "content_type": [], "id": {}}),
        json!({"html": PAGE, "url": null, "content_type": null, "fetched_at": null}),
    ]);
    let ran = Folder::new("ignored").feed(&["--ndjson"], lines);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let records = ran.records();
    assert_eq!(records[0]["ignored"], json!(["url"]));
    assert_eq!(records[1]["ignored"], json!(["url", "fetched_at"]));
    assert_eq!(records[2]["ignored"], json!(["id", "url", "content_type"]));
    assert!(records[3].get("ignored").is_none());
    for record in records {
        let article: Article = serde_json::from_value(record).unwrap();
        assert_eq!(article, faircopy::extract(PAGE));
    }
}

#[test]
fn several_files_are_read_in_turn_and_a_missing_one_is_told() {
    let folder = Folder::new("several")
        .with("a.ndjson", "{\"id\":1,\"html\":\"<p>x\"}\n")
        .with("c.ndjson", "oops\n{\"id\":2,\"html\":\"<p>x\"}\n");
    let ran = folder.run(&["--ndjson", "a.ndjson", "b.ndjson", "c.ndjson"]);
    assert_eq!(ran.code, Some(2));
    let records = ran.records();
    assert_eq!(
        (&records[0]["id"], &records[2]["id"]),
        (&json!(1), &json!(2))
    );
    let message = records[1]["error"]["message"].as_str().unwrap();
    assert!(
        message.starts_with("c.ndjson: line 1: not json: "),
        "{message}"
    );
    assert!(ran.err.contains("cannot read b.ndjson: "), "{}", ran.err);
}

#[test]
fn a_file_that_breaks_off_is_an_error() {
    let ran = Folder::new("breaks_off").run(&["--ndjson", "."]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.complaint().contains("cannot read .: "), "{}", ran.err);
}

#[test]
fn an_answer_is_there_before_the_next_line_is_sent() {
    let folder = Folder::new("flushed");
    let mut child = folder
        .program(&["--ndjson"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for n in 0..3 {
        to.write_all(stream(&[json!({"id": n, "html": PAGE})]).as_bytes())
            .unwrap();
        let mut answer = String::new();
        from.read_line(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("{{\"id\":{n},")), "{answer}");
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let lines = stream(&[json!({"html": PAGE})]).repeat(2000);
    let folder = Folder::new("closed").with("pages.ndjson", lines);
    let mut child = folder
        .program(&["--ndjson", "pages.ndjson"])
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn an_endless_line_is_an_error_in_bounded_memory() {
    let folder = Folder::new("endless_line");
    let mut child = folder
        .program(&["--ndjson"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    let chunk = vec![b'x'; 1 << 20];
    for _ in 0..300 {
        to.write_all(&chunk).unwrap();
    }
    to.write_all(b"\n{\"id\":2,\"html\":\"<p>x\"}\n").unwrap();
    let mut answers = [String::new(), String::new()];
    for answer in &mut answers {
        from.read_line(answer).unwrap();
    }
    assert!(
        answers[0].contains("\"kind\":\"too_long\""),
        "{}",
        answers[0]
    );
    assert!(answers[1].starts_with("{\"id\":2,"), "{}", answers[1]);
    #[cfg(target_os = "linux")]
    assert!(peak_mb(child.id()) < 150, "{} MB", peak_mb(child.id()));
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

/// The most memory that a running process has held at one time.
#[cfg(target_os = "linux")]
fn peak_mb(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kb: u64 = peak
        .unwrap()
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .unwrap();
    kb >> 10
}
