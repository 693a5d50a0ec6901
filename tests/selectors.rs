//! What a caller's own selectors leave of a page.

use faircopy::{Article, Extractor, Status};

const STORY: &str = "<p>The night ferry across the Alder returns on Monday evening, the harbour office in Greyhaven said.</p>\
    <p>Both engines were taken out and rebuilt over the summer, said Maren Holt, who runs the landing stage.</p>";

const OTHER: &str = "<p>The bakery on the pier opens in May, as its owner told the town council on Thursday evening.</p>\
    <p>Bread is sold from six in the morning, and there is a room for forty guests above the shop.</p>";

fn page() -> String {
    format!(
        "<head><meta name='author' content='Ada Quill'></head><body><h1>The night ferry is back</h1>\
         <div class='other'>{OTHER}</div>\
         <div class='story'>{STORY}<div class='offer'><p>Read on with our offer: the harbour paper for a crown a week, until spring.</p></div></div>\
         </body>"
    )
}

fn text(article: &Article) -> String {
    article.text()
}

#[test]
fn only_what_matches_is_read() -> Result<(), faircopy::Error> {
    let page = page();
    let story = Extractor::new().only("div.story")?.extract(&page);
    assert!(text(&story).contains("Both engines"));
    assert!(!text(&story).contains("bakery"));
    let other = Extractor::new().only("div.other")?.extract(&page);
    assert!(text(&other).contains("bakery"));
    assert!(!text(&other).contains("engines"));
    let both = Extractor::new().only("div.other")?.only("div.story")?;
    let both = text(&both.extract(&page));
    assert!(both.contains("bakery") && both.contains("Both engines"));
    Ok(())
}

#[test]
fn headline_and_metadata_come_from_the_whole_page() -> Result<(), faircopy::Error> {
    let article = Extractor::new().only("div.story")?.extract(&page());
    assert_eq!(article.title.as_deref(), Some("The night ferry is back"));
    assert_eq!(article.authors.len(), 1);
    assert_eq!(article.authors[0].name, "Ada Quill");
    Ok(())
}

#[test]
fn what_is_taken_out_is_nowhere() -> Result<(), faircopy::Error> {
    let extractor = Extractor::new()
        .only(".story")?
        .without(".offer, .other")?
        .explain(true);
    let article = extractor.extract(&page());
    let record = serde_json::to_string(&article).unwrap_or_default();
    assert!(record.contains("Both engines"));
    assert!(!record.contains("crown a week"));
    assert!(!record.contains("bakery"));
    Ok(())
}

#[test]
fn an_element_inside_a_match_is_read_once() -> Result<(), faircopy::Error> {
    let nested = format!("<div><section><div>{STORY}</div></section></div>");
    let article = Extractor::new().only("div")?.extract(&nested);
    assert_eq!(text(&article).matches("Both engines").count(), 1);
    Ok(())
}

#[test]
fn a_page_on_which_nothing_matches_is_whole() -> Result<(), faircopy::Error> {
    let page = page();
    let whole = Extractor::new().extract(&page);
    for extractor in [
        Extractor::new().only("article.moved")?,
        Extractor::new().without("aside.gone")?,
    ] {
        assert_eq!(extractor.extract(&page), whole);
    }
    Ok(())
}

#[test]
fn places_are_those_of_the_page_as_it_was_given() -> Result<(), faircopy::Error> {
    let page = page();
    let article = Extractor::new().only("div.story")?.extract(&page);
    let span = article.body.first().and_then(faircopy::Block::span);
    let source = span.and_then(|span| page.get(span.start..span.end));
    assert!(source.is_some_and(|source| source.starts_with("The night ferry across")));
    Ok(())
}

#[test]
fn a_body_without_anything_left_is_no_article() -> Result<(), faircopy::Error> {
    let article = Extractor::new().without("body")?.extract(&page());
    assert!(article.body.is_empty());
    assert_eq!(article.status, Status::None);
    Ok(())
}

#[test]
fn what_is_no_selector_is_refused_in_one_line() {
    let refused = Extractor::new().only("div..story").err();
    assert!(refused.as_ref().is_some_and(faircopy::Error::is_selector));
    let line = refused.map(|error| error.to_string());
    assert_eq!(line.as_deref(), Some("not a CSS selector: \"div..story\""));
}

#[test]
fn a_deep_page_and_a_wide_one_are_read_as_any_other() -> Result<(), faircopy::Error> {
    let deep = format!("{}{STORY}", "<div class='a'><b>".repeat(50_000));
    let wide = format!("{}{STORY}", "<div class='a'>x</div>".repeat(100_000));
    let extractor = Extractor::new().only("p")?.without("div.a > i")?;
    for (name, page) in [("deep", deep), ("wide", wide)] {
        let article = extractor.extract(&page);
        assert!(
            text(&article).contains("Both engines"),
            "{name}: {article:?}"
        );
    }
    Ok(())
}
