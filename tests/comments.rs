//! Readers' comments: none unless asked for, and then each with who wrote it and when.

use faircopy::{Article, Extractor};

fn bakery(asked: bool) -> Article {
    let page = include_bytes!("../fixtures/pages/comments-bakery/page.html");
    Extractor::new().comments(asked).extract_bytes(page)
}

#[test]
fn comments_are_left_out_unless_asked_for() {
    assert!(bakery(false).comments.is_empty());
}

#[test]
fn a_comment_has_its_author_its_time_and_nothing_of_the_site() {
    let article = bakery(true);
    let said: Vec<(Option<&str>, Option<&str>)> = article
        .comments
        .iter()
        .map(|comment| (comment.author.as_deref(), comment.at.as_deref()))
        .collect();
    let expected = [
        (Some("Deichkind77"), Some("2024-02-12T17:02")),
        (Some("Torfstecher"), Some("2024-02-12T17:40")),
        (Some("Moin_Moin"), Some("2024-02-12T18:15")),
        (Some("Inselgast"), Some("2024-02-13T08:05")),
    ];
    assert_eq!(said, expected);
    assert!(
        article.comments[0]
            .text
            .starts_with("Endlich mal eine gute Nachricht")
    );
    assert_eq!(article.body, bakery(false).body);
}
