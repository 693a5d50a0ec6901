//! Readers' comments: none unless asked for, and then each with who wrote it, when, and below which other.

use faircopy::{Article, Comment, Extractor};

fn bakery(asked: bool) -> Article {
    let page = include_bytes!("../fixtures/pages/comments-bakery/page.html");
    Extractor::new().comments(asked).extract_bytes(page)
}

/// The comments of a page that has these elements below its article.
fn below(comments: &str) -> Vec<Comment> {
    let page = format!(
        "<title>Night ferry returns</title><article><h1>Night ferry returns</h1>\
         <p>The night ferry returns on Monday, the harbour office said, after eleven years in the dock.</p>\
         <p>A cabin for two costs ninety crowns, and those who sleep in a chair on deck pay the fare of the day boat.</p>\
         </article>{comments}"
    );
    let article = Extractor::new().comments(true).extract(&page);
    assert_eq!(article.body.len(), 2, "{comments}");
    article.comments
}

fn said(comments: &[Comment]) -> Vec<(Option<&str>, &str, u8)> {
    comments
        .iter()
        .map(|comment| {
            (
                comment.author.as_deref(),
                comment.text.as_str(),
                comment.depth,
            )
        })
        .collect()
}

#[test]
fn comments_are_left_out_unless_asked_for() {
    assert!(bakery(false).comments.is_empty());
    assert!(!bakery(false).to_markdown().contains("Deichkind77"));
}

#[test]
fn a_comment_has_its_author_its_time_and_nothing_of_the_site() {
    let article = bakery(true);
    let said: Vec<(Option<&str>, Option<&str>, u8)> = article
        .comments
        .iter()
        .map(|comment| {
            (
                comment.author.as_deref(),
                comment.at.as_deref(),
                comment.depth,
            )
        })
        .collect();
    let expected = [
        (Some("Deichkind77"), Some("2024-02-12T17:02"), 0),
        (Some("Torfstecher"), Some("2024-02-12T17:40"), 0),
        (Some("Moin_Moin"), Some("2024-02-12T18:15"), 1),
        (Some("Inselgast"), Some("2024-02-13T08:05"), 0),
    ];
    assert_eq!(said, expected);
    assert!(
        article.comments[0]
            .text
            .starts_with("Endlich mal eine gute Nachricht")
    );
    assert!(article.comments[0].text.ends_with("vor der Tür."));
    assert_eq!(article.body, bakery(false).body);
    assert_eq!(article.text(), bakery(false).text());
}

#[test]
fn a_reply_is_deeper_by_its_place_or_by_its_name() {
    let nested = "<div class=comment><b class=author>Ada</b><p>At last</p>\
        <div class=comment><b class=author>Ole</b><p>And who pays?</p></div></div>";
    let named = "<ul><li class='comment level-1'><b class=author>Ada</b><p>At last</p>\
        <li class='comment level-2'><b class=author>Ole</b><p>And who pays?</p></ul>";
    let framed = "<div class=comment-wrap><i class=author>Ada</i><div class=comment-box><p class=comment-text>At last</p></div>\
        <div class=comment-wrap><i class=author>Ole</i><div class=comment-box><p class=comment-text>And who pays?</p></div></div></div>";
    for page in [nested, named, framed] {
        let expected = [
            (Some("Ada"), "At last", 0),
            (Some("Ole"), "And who pays?", 1),
        ];
        assert_eq!(said(&below(page)), expected, "{page}");
    }
}

#[test]
fn forms_counts_and_teasers_of_comments_are_none() {
    for page in [
        "<div class=comment><p>Be the first to comment</p></div>",
        "<div class=comment-form><p>Leave a reply</p><label>Your name</label></div>",
        "<div class=recent-comments><div class=recent-comment>Ada on Two boats</div><div class=recent-comment>Ole on Three boats</div></div>",
        "<a class=comment href='#c'>3 comments</a>",
        "<ol><li class='pingback comment'><p>Pingback: <a href='/x'>Ferries of the week</a></p></ol>",
    ] {
        assert_eq!(said(&below(page)), [], "{page}");
    }
}

#[test]
fn posts_that_are_the_body_are_no_comments() {
    let post = |name: &str, text: &str| {
        format!("<div class=comment><b class=author>{name}</b><p>{text}</p></div>")
    };
    let page = format!(
        "<h1>Which rope for a ferry?</h1><article>{}{}</article>",
        post(
            "Ada",
            "I have tried hemp and I have tried nylon, and the winter took both of them before the end of January."
        ),
        post(
            "Ole",
            "Nobody uses hemp any more on this coast, since the tar for it has not been sold here for twenty years."
        ),
    );
    let article = Extractor::new().comments(true).extract(&page);
    for comment in &article.comments {
        assert!(!article.text().contains(&comment.text), "{comment:?}");
    }
}

#[test]
fn renderings_have_the_comments_below_the_body() {
    let article: Article = serde_json::from_str(
        r#"{"body": [{"kind": "paragraph", "text": "It returns."}], "comments": [
            {"author": "A*da*", "at": "2024-03-04T18:20", "text": "At <last>\n- and _on_ time"},
            {"text": "And who pays?", "depth": 1},
            {"author": "Ole", "text": "We do", "depth": 7},
            {"author": "Una", "text": " "}
        ]}"#,
    )
    .expect("a record");
    assert_eq!(
        article.to_markdown(),
        "It returns.\n\n---\n\n- **A\\*da\\***, 2024-03-04T18:20\\\n  At \\<last>\\\n  \\- and \\_on\\_ time\n  \
         - And who pays?\n    - **Ole**\\\n      We do"
    );
    assert_eq!(
        article.to_html(),
        "<article>\n<p>It returns.</p>\n<article>\n<footer>A*da*, <time>2024-03-04T18:20</time></footer>\n\
         <p>At &lt;last&gt;<br>- and _on_ time</p>\n<article>\n<p>And who pays?</p>\n<article>\n<footer>Ole</footer>\n\
         <p>We do</p></article></article></article>\n</article>"
    );
    assert_eq!(article.text(), "It returns.");
}

#[test]
fn a_thousand_replies_to_one_another_cost_little_and_nest_no_deeper_than_lists_do() {
    let comment = |n: usize| {
        format!(
            "<div class=comment><b class=author>Ada{n}</b><p>Reply number {n} to the one before</p>"
        )
    };
    let open = (0..400).map(comment).collect::<Vec<_>>().concat();
    let comments = below(&open);
    assert_eq!(comments.len(), 400);
    assert_eq!(comments.last().map(|comment| comment.depth), Some(255));
    let article: Article =
        serde_json::from_value(serde_json::json!({ "comments": comments })).expect("a record");
    assert_eq!(
        article
            .to_html()
            .matches("</article></article></article>")
            .count(),
        2
    );
    assert!(article.to_markdown().len() < 400 * 100);
}
