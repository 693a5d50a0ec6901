//! Each limit at its bound, one below and one above.

use crate::input::dom::{Dom, Element, Step};
use crate::limits::{Limit, Limits};

fn limits(limit: Limit, bound: u64) -> Limits {
    Limits::default().set(limit, bound)
}

/// The tree as text, `|` before each element, and what was hit: limit and value seen.
fn parsed(page: &str, limits: &Limits) -> (String, Vec<(Limit, u64)>) {
    let dom = Dom::parse(page, limits);
    let outline = dom
        .steps()
        .map(|step| match step {
            Step::Enter(element) => format!("<{}", element.name()),
            Step::Text(text) => format!(" {}", text.as_str()),
            Step::Leave(_) => ">".to_owned(),
        })
        .collect();
    let hits = dom.hits().clone().into_sorted();
    (
        outline,
        hits.iter().map(|hit| (hit.limit, hit.seen)).collect(),
    )
}

fn depth(outline: &str) -> usize {
    let mut open = 0;
    outline
        .chars()
        .map(|c| {
            open += usize::from(c == '<');
            open -= usize::from(c == '>');
            open
        })
        .max()
        .unwrap_or(0)
}

#[test]
fn nothing_is_left_out_up_to_the_bound() {
    for (limit, bound, page, outline) in [
        // With html and body, four.
        (
            Limit::Depth,
            4,
            "<div><div>x</div>y</div>z",
            "<div<div x> y> z",
        ),
        (
            Limit::OpenFormatting,
            3,
            "<b>1<i>2<u>3</u></i></b>",
            "<b 1<i 2<u 3>>>",
        ),
        // html, head, body, p, text, p, text.
        (Limit::Nodes, 7, "<p>a<p>b", "<p a><p b>"),
    ] {
        for bound in [bound, bound + 1] {
            let whole = format!("<html<head><body{outline}>>");
            assert_eq!(parsed(page, &limits(limit, bound)), (whole, Vec::new()));
        }
    }
}

#[test]
fn what_is_over_the_bound_is_left_out_and_its_text_is_not() {
    for (limit, bound, page, outline) in [
        (
            Limit::Depth,
            3,
            "<div><div>x</div>y</div>z",
            "<div x<div> y> z",
        ),
        (
            Limit::OpenFormatting,
            2,
            "<b>1<i>2<u>3</u></i></b>",
            "<b 1<i 23>>",
        ),
        (Limit::Nodes, 6, "<p>a<p>b<p>c<p>d", "<p a><p b>"),
    ] {
        let left = format!("<html<head><body{outline}>>");
        assert_eq!(
            parsed(page, &limits(limit, bound)),
            (left, vec![(limit, bound + 1)])
        );
    }
}

#[test]
fn attributes_per_tag_at_its_bound_and_those_merged_into_body() {
    for page in [
        "<p a=1 b=2 c=3>x",
        "<body a=1><body b=2 a=2><body c=3><body a=4>x",
    ] {
        for (bound, kept, seen) in [(4, 3, None), (3, 3, None), (2, 2, Some(3))] {
            let dom = Dom::parse(page, &limits(Limit::AttributesPerTag, bound));
            let attrs: usize = dom.elements().map(|element| element.attrs().count()).sum();
            assert_eq!(attrs, kept, "{page}");
            let hits = dom.hits().clone().into_sorted();
            assert_eq!(hits.first().map(|hit| hit.seen), seen, "{page}");
        }
    }
}

#[test]
fn deep_text_is_kept_in_order_and_apart() {
    let page = format!(
        "{}<h1>One</h1><p>Two<br>three</p><p>Four{}<p>after",
        "<div>".repeat(600),
        "</div>".repeat(600)
    );
    let (outline, hits) = parsed(&page, &Limits::default());
    assert_eq!(depth(&outline), 513, "the bound, and a br");
    assert!(
        outline.contains(" One<h1> Two<br> three<p> Four<div>"),
        "{outline}"
    );
    assert!(
        outline.ends_with("><p after>>>") || outline.ends_with("><p after>>"),
        "{outline}"
    );
    assert_eq!(hits, [(Limit::Depth, 513)]);
}

#[test]
fn end_tags_of_refused_elements_close_nothing_else() {
    let (outline, _) = parsed("<div><div></div>a</div>b", &limits(Limit::Depth, 3));
    assert_eq!(outline, "<html<head><body<div a> b>>");
    // Those left open do not swallow the end tags of later ones.
    let page = "<section><div><div><div></section><div>a</div>b";
    let (outline, _) = parsed(page, &limits(Limit::Depth, 3));
    assert_eq!(outline, "<html<head><body<section><div a> b>>");
}

#[test]
fn raw_text_is_never_refused() {
    let page = "<div><div><script>'<p>'</script><title><b></title><style><p></style>x";
    let (outline, _) = parsed(page, &limits(Limit::Depth, 3));
    assert_eq!(
        outline,
        "<html<head><body<div<script '<p>'><title <b>><style <p>> x>>>"
    );
}

#[test]
fn foreign_elements_that_stay_open_are_refused_all_the_same() {
    let page = format!("<svg>{}x", "<style><input><script>".repeat(900));
    let (outline, hits) = parsed(&page, &Limits::default());
    assert_eq!(depth(&outline), 512);
    assert_eq!(hits, [(Limit::Depth, 513)]);
}

#[test]
fn formatting_that_waits_to_be_opened_again_counts() {
    let (outline, hits) = parsed("<p><b><i>a<p>b<u>c", &limits(Limit::OpenFormatting, 2));
    assert_eq!(outline, "<html<head><body<p<b<i a>>><p<b<i bc>>>>>");
    assert_eq!(hits, [(Limit::OpenFormatting, 3)]);
    // A cell closes what was opened in it, and the end tags in the next one close their own.
    let page = "<table><tr><td><b><i><u>a<td><b>b</b>c</table>";
    let (outline, _) = parsed(page, &limits(Limit::OpenFormatting, 2));
    assert_eq!(
        outline,
        "<html<head><body<table<tbody<tr<td<b<i a>>><td<b b> c>>>>>>"
    );
}

#[test]
fn attribute_bytes_at_their_bound() {
    let page = "<p title=渡口停航>x";
    for (bound, kept, seen) in [
        (13, "渡口停航", None),
        (12, "渡口停航", None),
        (11, "渡口停", Some(12)),
    ] {
        let dom = Dom::parse(page, &limits(Limit::AttributeBytes, bound));
        let title = dom.elements().find_map(|element| element.attr("title"));
        assert_eq!(title, Some(kept));
        let hits = dom.hits().clone().into_sorted();
        assert_eq!(hits.first().map(|hit| hit.seen), seen);
    }
}

#[test]
fn the_content_of_meta_may_be_sixteen_times_as_long() {
    for (length, kept) in [(127, 127), (128, 128), (129, 128)] {
        let page = format!("<meta content={}>", "x".repeat(length));
        let dom = Dom::parse(&page, &limits(Limit::AttributeBytes, 8));
        let content = dom.elements().find_map(|element| element.attr("content"));
        assert_eq!(content.map(str::len), Some(kept));
        assert_eq!(dom.hits().clone().into_sorted().len(), length - kept);
    }
}

#[test]
fn formatting_opened_again_in_every_block_does_not_multiply() {
    let fonts: Vec<_> = (0..60).map(|i| format!("<font color={i}>")).collect();
    let fonts = fonts.concat();
    let page = format!("<p>first</p><p>{fonts}{}", "<p>x".repeat(5000));
    let dom = Dom::parse(&page, &Limits::default());
    let hits = dom.hits().clone().into_sorted();
    assert_eq!(hits.first().map(|hit| hit.limit), Some(Limit::Nodes));
    assert!(dom.steps().count() < 200_000);
    let first = dom.elements().find(|element| element.name() == "p");
    assert_eq!(first.map(Element::text), Some("first".into()));
}
