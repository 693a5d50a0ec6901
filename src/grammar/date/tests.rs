//! The tables of dates under `fixtures/date`, one case a row.
//!
//! - `printed-*.txt`: `text ;; hints ;; expected`. The text holds `⟦` and `⟧` around what is to be cut out. Hints are parted by
//!   spaces: `lang=`, `day=`, `fetched=`, `month_first=`. Expected is one `role date` for each pair of brackets, parted by
//!   commas, or `---` for none.
//! - `machine.txt`: `value ;; expected`, expected being one date or `---`.
//! - `url.txt`: `address ;; expected`, the same.
//!
//! Empty lines and lines that open with `#` are skipped.

use proptest::prelude::*;

use super::*;

const PRINTED: &[(&str, &str)] = &[
    (
        "chinese",
        include_str!("../../../fixtures/date/printed-chinese.txt"),
    ),
    (
        "japanese",
        include_str!("../../../fixtures/date/printed-japanese.txt"),
    ),
    (
        "korean",
        include_str!("../../../fixtures/date/printed-korean.txt"),
    ),
    (
        "english",
        include_str!("../../../fixtures/date/printed-english.txt"),
    ),
    (
        "german-nordic",
        include_str!("../../../fixtures/date/printed-german-nordic.txt"),
    ),
    (
        "romance",
        include_str!("../../../fixtures/date/printed-romance.txt"),
    ),
    (
        "slavic-baltic",
        include_str!("../../../fixtures/date/printed-slavic-baltic.txt"),
    ),
    (
        "other",
        include_str!("../../../fixtures/date/printed-other.txt"),
    ),
    (
        "relative",
        include_str!("../../../fixtures/date/printed-relative.txt"),
    ),
    (
        "none",
        include_str!("../../../fixtures/date/printed-none.txt"),
    ),
];

const MACHINE: &str = include_str!("../../../fixtures/date/machine.txt");
const URL: &str = include_str!("../../../fixtures/date/url.txt");

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.split(";;").map(str::trim).collect())
}

fn hints(words: &str) -> Hints {
    let mut hints = Hints::default();
    for word in words.split_whitespace() {
        let (name, value) = word.split_once('=').expect("a hint is name=value");
        match name {
            "lang" => hints.language = Some(value.to_owned()),
            "day" => hints.day = Some(value.parse().expect("a day")),
            "fetched" => hints.fetched_at = Some(iso_datetime(value).expect("a time")),
            "month_first" => hints.month_first = Some(value == "true"),
            other => panic!("no hint {other}"),
        }
    }
    hints
}

/// The text without its brackets, and the ranges they stood around.
fn unbracketed(marked: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut ranges = Vec::new();
    let mut start = 0;
    for c in marked.chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => ranges.push(start..text.len()),
            c => text.push(c),
        }
    }
    (text, ranges)
}

fn bracketed(text: &str, found: &[Found]) -> String {
    let mut marked = text.to_owned();
    for found in found.iter().rev() {
        marked.insert(found.range.end, '⟧');
        marked.insert(found.range.start, '⟦');
    }
    marked
}

fn shown(found: &[Found]) -> String {
    if found.is_empty() {
        return "---".to_owned();
    }
    let one = |found: &Found| {
        let role = match found.role {
            DateRole::Published => "published",
            DateRole::Modified => "modified",
            DateRole::Unlabelled => "unlabelled",
        };
        format!("{role} {}", found.stamp.to_iso())
    };
    found.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn tables_of_dates() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, table) in PRINTED {
        for row in rows(table) {
            let [marked, words, expected] = row[..] else {
                panic!("{name}: {row:?} has not three parts");
            };
            count += 1;
            let (text, _) = unbracketed(marked);
            let found = find(&text, &hints(words));
            let (got, got_marked) = (shown(&found), bracketed(&text, &found));
            if got != expected || got_marked != marked {
                wrong.push(format!(
                    "{name}: {marked} ;; {words} ;; {expected}\n    got {got_marked} ;; {got}"
                ));
            }
        }
    }
    for row in rows(MACHINE) {
        count += 1;
        let got = read_machine(row[0]).map_or("---".to_owned(), |stamp| stamp.to_iso());
        if got != row[1] {
            wrong.push(format!("machine: {row:?}\n    got {got}"));
        }
    }
    for row in rows(URL) {
        count += 1;
        let got = in_url(row[0]).map_or("---".to_owned(), |day| day.to_string());
        if got != row[1] {
            wrong.push(format!("url: {row:?}\n    got {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} rows:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn stamp(iso: &str) -> Stamp {
    read_machine(iso).expect("a date")
}

#[test]
fn a_fetch_time_with_an_offset_is_taken_in_utc() {
    let shown = |text| iso_datetime(text).map(|moment| moment.to_string());
    assert_eq!(shown("2024-03-04").as_deref(), Some("2024-03-04T00:00:00"));
    assert_eq!(
        shown("2024-03-04T09:30").as_deref(),
        Some("2024-03-04T09:30:00")
    );
    assert_eq!(
        shown("2024-03-04T01:30:00+08:00").as_deref(),
        Some("2024-03-03T17:30:00")
    );
    assert_eq!(
        shown("2024-03-04T01:30:00Z").as_deref(),
        Some("2024-03-04T01:30:00")
    );
    assert_eq!(shown("yesterday"), None);
}

#[test]
fn the_more_that_is_written_the_more_precise() {
    let order = [
        "2024-03-04",
        "2024-03-04T09:30",
        "2024-03-04T09:30:01",
        "2024-03-04T09:30Z",
        "2024-03-04T09:30:01Z",
    ];
    let precisions: Vec<u8> = order.iter().map(|iso| stamp(iso).precision()).collect();
    assert!(precisions.is_sorted_by(|a, b| a < b), "{precisions:?}");
}

#[test]
fn stamps_agree_as_far_as_both_go() {
    let agree = |one, two| {
        let forth = stamp(one).same_moment(&stamp(two));
        assert_eq!(forth, stamp(two).same_moment(&stamp(one)), "{one} {two}");
        forth
    };
    assert!(agree("2024-03-04", "2024-03-04T09:30"));
    assert!(agree("2024-03-04T09:30", "2024-03-04T09:30:59"));
    assert!(agree("2024-03-04T09:30:00+08:00", "2024-03-04T01:30Z"));
    assert!(agree("2024-03-04T00:30:00+08:00", "2024-03-03T16:30Z"));
    // Written without its zone beside the same moment in UTC.
    assert!(agree("2024-03-04T00:30", "2024-03-03T16:30:12Z"));
    assert!(agree("2024-03-04", "2024-03-03T16:30Z"));
    assert!(!agree("2024-03-04", "2024-03-03T16:30+08:00"));
    assert!(!agree("2024-03-04", "2024-03-02T09:30Z"));
    assert!(!agree("2024-03-04T09:30", "2024-03-04T09:31"));
    assert!(!agree("2024-03-04T09:30:01", "2024-03-04T09:30:02"));
    assert!(!agree("2024-03-04T09:30Z", "2024-03-04T09:47"));
    assert!(!agree("2024-03-04", "2024-03-05"));
}

#[test]
fn a_minute_apart_is_one_moment_and_more_is_none() {
    let near = |one, two| stamp(one).near_moment(&stamp(two));
    assert!(near("2024-03-04T09:54", "2024-03-04T09:55:00+02:00"));
    assert!(near(
        "2024-03-04T09:54:00+02:00",
        "2024-03-04T07:55:00+00:00"
    ));
    assert!(!near("2024-03-04T09:54", "2024-03-04T09:56:00+02:00"));
    let earlier = |one, two| stamp(one).is_earlier_that_day(&stamp(two));
    assert!(earlier("2024-03-04T04:05:23+01:00", "2024-03-04T20:15"));
    assert!(!earlier("2024-03-04T20:15", "2024-03-04T04:05:23+01:00"));
    assert!(!earlier("2024-03-03T20:15", "2024-03-04T04:05:23+01:00"));
    assert!(!earlier("2024-03-04", "2024-03-04T04:05:23+01:00"));
}

#[test]
fn only_the_first_sixteen_dates_of_a_long_text_are_given() {
    let text = "2024-03-04 ".repeat(1_000);
    assert_eq!(find(&text, &Hints::default()).len(), 16);
}

/// Text made of what dates are made of, which meets more of the grammar than arbitrary text does.
const PIECES: &[&str] = &[
    "2021",
    "年",
    "3",
    "月",
    "04",
    "日",
    "-",
    ".",
    "/",
    ":",
    " ",
    "T",
    "Z",
    "+08:00",
    "12",
    "30",
    "March",
    "mars",
    "令和",
    "元",
    "(",
    ")",
    "今",
    "昨天",
    "更新",
    "发布时间",
    "am",
    "下午",
    "GMT",
    "vor",
    "2",
    "Stunden",
    "ago",
    "de",
    "'",
    "99",
    "２",
    "٣",
    "\u{301}",
    "ม.ค.",
    "listopada",
    "é",
    "民國",
    "114",
    "9999999999",
    ",",
    "W09",
    "[",
    "]",
];

proptest! {
    #[test]
    fn arbitrary_text_is_survived(text in any::<String>()) {
        survives(&text);
    }

    #[test]
    fn text_of_date_pieces_is_survived(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        survives(&pieces.concat());
    }

    #[test]
    fn the_first_date_is_the_first_of_all(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..16), latest in 0_usize..24) {
        let text = pieces.concat();
        for hints in [Hints::default(), hints("lang=zh-TW fetched=2024-03-04T12:00 day=2024-03-04")] {
            let first = find(&text, &hints).into_iter().next();
            let first = first.filter(|found| found.range.start <= latest);
            assert_eq!(find_first(&text, &hints, latest), first, "{text}");
        }
    }

    #[test]
    fn no_date_stands_in_a_line_that_is_passed(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        let line = line::Line::read(&pieces.concat(), 2_000);
        for hints in [Hints::default(), hints("lang=zh-TW day=2024-03-04")] {
            let found = printed::walk(&line, &hints, 16, usize::MAX);
            assert!(found.is_empty() || forms::may_stand_in(&line, &hints), "{pieces:?}");
        }
    }
}

/// Reads `text` in every way and checks that ranges lie in order on character boundaries, within the text.
fn survives(text: &str) {
    let _ = read_machine(text);
    let _ = in_url(text);
    let _ = in_url(&format!("https://example.org/{text}"));
    for hints in [
        Hints::default(),
        hints("lang=zh-TW fetched=2024-03-04T12:00 day=2024-03-04"),
        hints("lang=en-US fetched=0001-01-01"),
    ] {
        let mut last = 0;
        for found in find(text, &hints) {
            assert!(found.range.start >= last && !found.range.is_empty());
            assert!(text.get(found.range.clone()).is_some());
            last = found.range.end;
        }
    }
}
