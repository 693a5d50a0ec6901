//! The record as others store and read it.

#![allow(clippy::unwrap_used, clippy::panic)] // a test fails by panicking

use faircopy::{
    Article, Block, BodyOrigin, Emphasis, EncodingGround, Limit, Origin, PersonRole, Reason,
    Repeats, SCHEMA, Status, Why,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A record with every field and every kind of block.
fn full() -> Value {
    let text = r#"{
        "schema": 1,
        "generator": "faircopy/0.1.0 plain-1",
        "status": "article",
        "why": "empty",
        "url": "https://example.org/news/1?from=app",
        "canonical_url": "https://example.org/news/1",
        "next_page": "https://example.org/news/1?page=2",
        "site_name": "江州日报",
        "language": "zh-CN",
        "title": "渡轮周日停航",
        "subtitle": "港务局:为期三天",
        "kicker": "交通",
        "summary": "江州渡轮自周日起停航。",
        "authors": [{"name": "林晓", "role": "reporter", "url": "https://example.org/lin", "as_printed": "本报记者 林晓"}],
        "editors": [{"name": "王帆", "role": "editor"}],
        "contributors": [{"name": "Ada Quill", "role": "photographer"}],
        "source": {"name": "江州日报", "url": "https://example.org/"},
        "published_at": "2024-03-04T09:30",
        "modified_at": "2024-03-04T10:00:00+08:00",
        "section": "本地",
        "tags": ["渡轮", "港口"],
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "paywalled": false,
        "lead_image": {"url": "https://example.org/a.jpg", "alt": "渡轮", "width": 640, "height": 480},
        "body": [
            {"kind": "heading", "level": 3, "text": "停航", "inlines": [{"text": "停航", "emphasis": "strong"}]},
            {"kind": "paragraph", "text": "见计划", "inlines": [{"text": "见"}, {"text": "计划", "href": "https://example.org/plan"}]},
            {"kind": "list", "ordered": true, "items": [{"text": "绳", "depth": 1, "inlines": [{"text": "绳", "emphasis": "em"}]}], "text": "绳"},
            {"kind": "quote", "text": "周一复航。", "inlines": [{"text": "周一复航。", "emphasis": "code"}]},
            {"kind": "table", "rows": [[{"text": "月", "header": true}, {"text": "船"}]], "text": "月\t船"},
            {"kind": "code", "text": "let a = 1;\n", "language": "rust"},
            {"kind": "figure", "image": {"url": "https://example.org/b.jpg"}, "caption": "夜航", "credit": "林晓"},
            {"kind": "embed", "provider": "example", "url": "https://example.org/v", "text": "视频"}
        ],
        "body_origin": "json_ld",
        "comments": [{"author": "Bo", "at": "2024-03-05", "text": "好"}],
        "confidence": 0.9,
        "encoding": {"label": "gb18030", "ground": "meta", "replacements": 2},
        "origins": {"published_at": "json_ld", "title": "visible"},
        "removed_counts": {"duplicate_body": 2, "promo": 1},
        "removed": [
            {"reason": "duplicate_body", "by": "copy", "text": "见计划", "line": 4, "of": {"body": 1}, "similarity": 0.8, "difference": "见[+好+]计划"},
            {"reason": "duplicate_title", "by": "copy", "text": "渡轮周日停航", "of": "title"}
        ],
        "lost_claims": [{"field": "authors", "value": "江州网", "origin": "meta", "won_by": "shape"}],
        "limits_hit": [{"limit": "blocks", "bound": 50000, "seen": 50001}]
    }"#;
    serde_json::from_str(text).unwrap()
}

fn read(record: Value) -> Article {
    serde_json::from_value(record).unwrap()
}

#[test]
fn a_full_record_reads_back_equal() {
    let article = read(full());
    let text = serde_json::to_string(&article).unwrap();
    assert_eq!(serde_json::from_str::<Article>(&text).unwrap(), article);
    // And nothing of it was lost on the first reading: the numbers of a record are `f32`, so text is compared.
    let shape: Value = serde_json::from_str(&text).unwrap();
    for (field, value) in full().as_object().unwrap() {
        if !matches!(field.as_str(), "confidence" | "removed") {
            assert_eq!(&shape[field], value, "{field}");
        }
    }
    assert_eq!(
        shape.as_object().unwrap().len(),
        full().as_object().unwrap().len()
    );
}

#[test]
fn an_empty_record_has_only_what_every_record_has() {
    let text = serde_json::to_value(Article::default()).unwrap();
    let fields: Vec<&str> = text
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        fields,
        [
            "body",
            "body_origin",
            "confidence",
            "generator",
            "schema",
            "status"
        ]
    );
}

#[test]
fn missing_fields_are_read_as_absent() {
    assert_eq!(read(json!({})), Article::default());
    assert_eq!(read(json!({})).schema, SCHEMA);
    for kind in [
        "heading",
        "paragraph",
        "list",
        "quote",
        "table",
        "code",
        "figure",
        "embed",
        "footnote",
    ] {
        let article = read(json!({"body": [{"kind": kind}], "removed": [{}]}));
        assert_eq!(article.body[0].text(), "", "{kind}");
        assert_ne!(article.body[0], Block::Unknown, "{kind}");
        assert_eq!(article.removed[0].reason, Reason::Other);
    }
}

#[test]
fn unknown_fields_are_passed_over_at_every_depth() {
    fn add_field(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.values_mut().for_each(add_field);
                map.insert("of_a_later_version".to_owned(), json!({"deep": [1, null]}));
            }
            Value::Array(list) => list.iter_mut().for_each(add_field),
            _ => {}
        }
    }
    let mut later = full();
    add_field(&mut later);
    // Maps from names to values have no unknown fields; `of` is an enum with a value.
    for map in ["origins", "removed_counts", "removed"] {
        later[map] = full()[map].clone();
    }
    later["removed"][0]["of_a_later_version"] = json!([]);
    assert_eq!(read(later), read(full()));
}

#[test]
fn unknown_values_are_read_as_unknown() {
    let article = read(json!({
        "status": "new", "why": "new", "body_origin": "new",
        "authors": [{"name": "Ada Quill", "role": "new"}],
        "encoding": {"label": "utf-8", "ground": "new"},
        "origins": {"title": "new"},
        "removed_counts": {"new": 3, "newer": 4, "other": 1, "promo": 2},
        "removed": [{"reason": "new", "of": "new"}, {"of": {"new": {"at": 5}}}, {"of": {"body": 5}}, {"of": null}],
        "limits_hit": [{"limit": "new", "bound": 1, "seen": 2}],
        "body": [
            {"kind": "new", "text": "?", "parts": [{}]},
            {"kind": "paragraph", "text": "x", "inlines": [{"text": "x", "emphasis": "new"}]}
        ]
    }));
    assert_eq!(article.status, Status::Other);
    assert_eq!(article.why, Some(Why::Empty));
    assert_eq!(article.body_origin, BodyOrigin::Unknown);
    assert_eq!(article.authors[0].role, Some(PersonRole::Other));
    assert_eq!(
        article.encoding.as_ref().map(|encoding| encoding.ground),
        Some(EncodingGround::Unknown)
    );
    assert_eq!(article.origins["title"], Origin::Unknown);
    assert_eq!(article.removed_counts[&Reason::Other], 8);
    assert_eq!(article.removed_counts[&Reason::Promo], 2);
    assert_eq!(article.removed[0].reason, Reason::Other);
    let of: Vec<_> = article.removed.iter().map(|removed| removed.of).collect();
    assert_eq!(of, [None, None, Some(Repeats::Body(5)), None]);
    assert_eq!(article.limits_hit[0].limit, Limit::Unknown);
    assert_eq!(article.body[0], Block::Unknown);
    let Block::Paragraph { inlines, .. } = &article.body[1] else {
        panic!("no paragraph")
    };
    assert_eq!(inlines[0].emphasis, Some(Emphasis::Other));
    // What was read as unknown is written and read again.
    let again = serde_json::to_value(&article).unwrap();
    assert_eq!(read(again), article);
}

#[test]
fn a_record_can_be_sent_shared_and_kept() {
    fn check<T: Send + Sync + 'static + Default + Clone + PartialEq>() {}
    check::<Article>();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_field_reads_back_equal(text in any::<String>(), share in 0.0_f32..=1.0) {
        let mut article = read(full());
        article.title = Some(text.clone());
        article.tags = vec![text.clone(), String::new()];
        article.confidence = share;
        article.removed[0].text.clone_from(&text);
        article.removed[0].similarity = Some(share);
        article.origins.insert(text, Origin::Meta);
        let written = serde_json::to_string(&article).unwrap();
        prop_assert_eq!(serde_json::from_str::<Article>(&written).unwrap(), article);
    }
}

#[test]
fn hidden_text_is_left_out_on_request_even_where_it_is_the_article() {
    let paragraphs = [
        "The night ferry across the Alder returns on Monday evening, the harbour office in Greyhaven said, two months after it was laid up.",
        "Both engines were taken out and rebuilt over the summer, said Maren Holt, who runs the landing stage on the eastern bank.",
        "Passengers had to go round by the old bridge in the meantime, which cost some of them an hour and a half on every day.",
        "New lamps for the waiting room are to be put up before the winter, and the doors will stay open until the last boat has left.",
        "The cabins were painted as well, and the dining room has a new stove, on which soup is kept warm until the morning.",
    ];
    let html = |texts: &[&str]| format!("<p>{}</p>", texts.join("</p><p>"));
    let page = format!(
        "<h1>The night ferry is back</h1><div class=\"excerpt\">{}</div><div hidden>{}</div>",
        html(&paragraphs[..1]),
        html(&paragraphs)
    );
    let whole = faircopy::extract(&page);
    assert_eq!(whole.body_origin, faircopy::BodyOrigin::Hidden);
    assert_eq!(whole.body.len(), paragraphs.len());
    let visible = faircopy::Extractor::new().visible_only(true).extract(&page);
    assert_eq!(visible.body_origin, faircopy::BodyOrigin::Visible);
    assert_eq!(visible.text().trim(), paragraphs[0]);
}
