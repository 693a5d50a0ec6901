//! A page per input.

use faircopy::Article;

use crate::run::{Folder, PAGE};

#[test]
fn a_file_gives_one_line_that_reads_back_as_the_librarys_record() {
    let folder = Folder::new("one_file").with("ferry.html", PAGE);
    let ran = folder.run(&["ferry.html"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let record = ran.records().remove(0);
    assert_eq!(ran.out.lines().count(), 1);
    assert_eq!(record["file"], "ferry.html");
    let article: Article = serde_json::from_value(record.clone()).unwrap();
    assert_eq!(article, faircopy::extract_bytes(PAGE.as_bytes()));
    assert_eq!(record.get("text").is_some(), !article.body.is_empty());
}

#[test]
fn standard_input_is_read_when_no_file_is_named_and_for_a_dash() {
    let folder = Folder::new("stdin");
    for args in [&[][..], &["-"]] {
        let ran = folder.feed(args, PAGE);
        assert_eq!(ran.code, Some(0));
        let record = ran.records().remove(0);
        assert!(record.get("file").is_none());
        let article: Article = serde_json::from_value(record).unwrap();
        assert_eq!(article, faircopy::extract_bytes(PAGE.as_bytes()));
    }
}

#[test]
fn a_missing_file_is_told_and_the_others_still_have_their_turn() {
    let folder = Folder::new("missing")
        .with("a.html", PAGE)
        .with("c.html", PAGE);
    let ran = folder.run(&["a.html", "b.html", "c.html"]);
    assert_eq!(ran.code, Some(2));
    let files: Vec<_> = ran.records().iter().map(|r| r["file"].clone()).collect();
    assert_eq!(files, ["a.html", "c.html"]);
    let told = ran.complaint();
    assert!(told.starts_with("faircopy: cannot read b.html: "), "{told}");
    assert!(!told.ends_with('.') && !told.contains("os error"), "{told}");
}

#[test]
fn flat_text_goes_through_the_door_for_text() {
    let flat = "\u{feff}Night ferry returns\nThe night ferry returns on Monday.\n";
    let folder = Folder::new("flat").with("ferry.txt", flat);
    let record = folder.run(&["--text", "ferry.txt"]).records().remove(0);
    let article: Article = serde_json::from_value(record).unwrap();
    assert_eq!(
        article,
        faircopy::extract_text(flat.trim_start_matches('\u{feff}'))
    );
}

#[test]
fn any_bytes_give_a_record() {
    let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
    let folder = Folder::new("bytes").with("a", &bytes).with("empty", "");
    for args in [&["a", "empty"][..], &["--text", "a", "empty"]] {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.records().len()), (Some(0), 2));
    }
}

#[test]
fn what_is_no_page_is_told_where_a_bare_text_cannot_say_so() {
    let folder = Folder::new("no_page").with("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    let ran = folder.run(&["--format", "text", "a.pdf"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(ran.complaint(), "faircopy: nothing left of a.pdf: not_html");
}

#[test]
fn flat_text_in_another_encoding_is_told() {
    let folder = Folder::new("latin").with("a.txt", b"Der Deich w\xe4chst\n");
    let ran = folder.run(&["--text", "a.txt"]);
    assert_eq!((ran.code, ran.records().len()), (Some(0), 1));
    assert!(ran.complaint().contains("a.txt is not UTF-8"));
}

#[test]
fn an_address_is_not_fetched_and_says_what_to_do() {
    let ran = Folder::new("address").run(&["https://harbourpost.example/ferry"]);
    assert_eq!(ran.code, Some(2));
    let told = "curl -s 'https://harbourpost.example/ferry' | faircopy --url 'https://harbourpost.example/ferry'";
    assert!(ran.complaint().ends_with(told), "{}", ran.complaint());
}

#[test]
fn other_forms_print_no_json() {
    let folder = Folder::new("forms").with("ferry.html", PAGE);
    for form in ["text", "markdown", "html", "explain"] {
        let ran = folder.run(&["--format", form, "ferry.html"]);
        assert_eq!(ran.code, Some(0), "{form}");
        assert!(!ran.out.contains("\"schema\""), "{form}");
        assert!(ran.out.is_empty() || ran.out.ends_with('\n'), "{form}");
        // A page without a body prints nothing, and says so.
        assert_eq!(
            ran.out.is_empty(),
            ran.err.contains("nothing left of ferry.html")
        );
    }
}

#[test]
fn the_view_has_no_colours_outside_a_terminal() {
    let folder = Folder::new("view").with("ferry.html", PAGE);
    let ran = folder.run(&["--format", "explain", "ferry.html"]);
    assert!(ran.out.starts_with("ferry.html\n"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "{:?}", ran.out);
}

#[test]
fn explain_gives_the_record_outside_a_terminal() {
    let folder = Folder::new("explain").with("ferry.html", PAGE);
    let record = folder.run(&["--explain", "ferry.html"]).records().remove(0);
    let article: Article = serde_json::from_value(record).unwrap();
    let extractor = faircopy::Extractor::new().explain(true);
    assert_eq!(article, extractor.extract_bytes(PAGE.as_bytes()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_without_an_end_fills_no_memory() {
    let ran = Folder::new("endless").run(&["--limit", "input_bytes=1000", "/dev/zero"]);
    assert_eq!((ran.code, ran.records().len()), (Some(0), 1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::new("full").with("ferry.html", PAGE);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let mut program = folder.program(&["ferry.html"]);
    let output = program.stdout(full.unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("faircopy: cannot write: "), "{told}");
}
