//! What class names, ids and properties say of the parts of a comment.

use super::words::{
    ANSWERS, AUTHOR, COMMENT, COMMENTS, CONTROL_TAGS, CONTROLS, DEPTHS, HEAD, ITEM_REST, ITEM_TAGS,
    LINKED, MANY_REST, NO_ITEM_BEFORE, TEXT, TIME,
};
use crate::input::dom::Element;

/// A part of a comment thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// One comment, its replies included or not.
    Item,
    Author,
    Time,
    /// Author, time and whatever else stands beside them.
    Head,
    Text,
    /// Buttons, counts, pictures, forms: nothing that a reader wrote.
    Controls,
}

/// What the attributes of an element say.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) part: Option<Part>,
    /// For one comment: what all of its template share.
    pub(super) template: String,
    /// For one comment: how deep it says it stands.
    pub(super) depth: Option<u32>,
    /// For one comment: whether it says that it is an answer.
    pub(super) answers: bool,
}

/// Reads an element; inside a comment its parts are looked for as well.
pub(super) fn read(element: Element<'_>, inside: bool) -> Said {
    let tag = element.name();
    if CONTROL_TAGS.contains(&tag) {
        return Said {
            part: Some(Part::Controls),
            ..Said::default()
        };
    }
    let [class, id, itemprop, itemtype] =
        element.attrs_named(["class", "id", "itemprop", "itemtype"]);
    let tokens: Vec<Vec<String>> = [class, id]
        .into_iter()
        .flatten()
        .flat_map(|names| names.split(|c: char| c.is_whitespace() || c == '/'))
        .take(MOST_TOKENS)
        .map(words)
        .collect();
    if tokens
        .iter()
        .flatten()
        .any(|word| LINKED.contains(&word.as_str()))
    {
        return Said {
            part: Some(Part::Controls),
            ..Said::default()
        };
    }
    let typed =
        itemtype.is_some_and(|kind| kind.ends_with("/Comment") || kind.ends_with("/UserComments"));
    let named = ITEM_TAGS.contains(&tag) || tag.contains('-');
    let item = tokens.iter().find(|words| named && is_item(words));
    // Where the text of a comment is named for the comment as well, it is the text.
    let keyed = item.is_some_and(|words| words.iter().any(|word| is_number(word)));
    let says_text = |words: &Vec<String>| part_of_name(words) == Some(Part::Text);
    let item = item.filter(|_| !inside || keyed || !tokens.iter().any(says_text));
    if typed || itemprop == Some("comment") || item.is_some() {
        let name = item.map(|words| {
            words
                .iter()
                .filter(|word| !is_number(word))
                .cloned()
                .collect::<Vec<_>>()
                .join("-")
        });
        return Said {
            part: Some(Part::Item),
            template: format!("{tag} {}", name.unwrap_or_default()),
            depth: tokens.iter().find_map(|words| depth(words)),
            answers: tokens.iter().any(|words| {
                words
                    .last()
                    .is_some_and(|word| ANSWERS.contains(&word.as_str()))
            }),
        };
    }
    let part = if inside {
        part_of_property(itemprop)
            .or_else(|| part_of_tag(tag))
            .or_else(|| tokens.iter().find_map(|words| part_of_name(words)))
    } else {
        None
    };
    Said {
        part,
        ..Said::default()
    }
}

/// Names of one element that are read: a style sheet of utilities gives dozens.
const MOST_TOKENS: usize = 40;

fn part_of_property(itemprop: Option<&str>) -> Option<Part> {
    match itemprop? {
        "author" | "creator" | "name" => Some(Part::Author),
        "dateCreated" | "datePublished" | "commentTime" => Some(Part::Time),
        "text" | "commentText" | "articleBody" => Some(Part::Text),
        "upvoteCount" | "downvoteCount" | "interactionStatistic" | "commentCount" => {
            Some(Part::Controls)
        }
        _ => None,
    }
}

fn part_of_tag(tag: &str) -> Option<Part> {
    match tag {
        "time" => Some(Part::Time),
        "header" => Some(Part::Head),
        _ => None,
    }
}

/// The last word of a name says what it is: `comment-author`, `post_comment__date`.
fn part_of_name(words: &[String]) -> Option<Part> {
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !is_number(word))
        .collect();
    let mut last = *words.last()?;
    // The link on a name or a time is one.
    let linked = words.iter().rev().nth(1).filter(|_| last == "link");
    if let Some(of) = linked.filter(|of| AUTHOR.contains(of) || TIME.contains(of)) {
        last = of;
    }
    // `text-color-muted` and its like are style.
    if last.len() > 1 && AUTHOR.contains(&last) {
        Some(Part::Author)
    } else if TIME.contains(&last) {
        Some(Part::Time)
    } else if CONTROLS.contains(&last) {
        Some(Part::Controls)
    } else if HEAD.contains(&last) {
        Some(Part::Head)
    } else if TEXT.contains(&last) && (last.len() > 2 || words.len() > 1) {
        Some(Part::Text)
    } else {
        None
    }
}

fn is_item(words: &[String]) -> bool {
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let Some(at) = words
        .iter()
        .rposition(|word| is(COMMENT, word) || is(COMMENTS, word))
    else {
        return false;
    };
    let (before, rest) = (
        words.get(..at).unwrap_or_default(),
        words.get(at + 1..).unwrap_or_default(),
    );
    let goes_on = rest.iter().any(|word| is(ITEM_REST, word));
    let plural = words.get(at).is_some_and(|word| is(COMMENTS, word));
    let of_all = plural && rest.first().is_some_and(|word| is(MANY_REST, word));
    let names_item = |word: &String| is(ITEM_REST, word) || is_number(word);
    !of_all
        && !before.iter().any(|word| is(NO_ITEM_BEFORE, word))
        && rest.iter().all(names_item)
        && (goes_on || !plural)
}

/// The number of `depth-2`, `comment_level_2`.
fn depth(words: &[String]) -> Option<u32> {
    let at = words
        .iter()
        .position(|word| DEPTHS.contains(&word.as_str()))?;
    words.get(at + 1)?.parse().ok().filter(|depth| *depth < 64)
}

/// Numbers, and the keys of a database: words with a digit in them.
fn is_number(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
}

/// The words of a name in lower case: parted by signs, humps of camelCase and digits.
fn words(name: &str) -> Vec<String> {
    #[derive(PartialEq, Eq, Clone, Copy)]
    enum Class {
        Lower,
        Upper,
        Digit,
        Sign,
    }
    let class = |c: char| match c {
        c if c.is_ascii_digit() => Class::Digit,
        c if c.is_uppercase() => Class::Upper,
        c if c.is_alphabetic() => Class::Lower,
        _ => Class::Sign,
    };
    let mut words: Vec<String> = Vec::new();
    let mut last = Class::Sign;
    for c in name.chars().take(MOST_NAME_CHARS) {
        let here = class(c);
        let goes_on = here == last || last == Class::Upper && here == Class::Lower;
        if here != Class::Sign {
            match words.last_mut().filter(|_| goes_on) {
                Some(word) => word.extend(c.to_lowercase()),
                None => words.push(c.to_lowercase().collect()),
            }
        }
        last = here;
    }
    words
}

/// Characters of a name that are read.
const MOST_NAME_CHARS: usize = 80;

#[cfg(test)]
mod tests {
    use super::{Part, depth, is_item, part_of_name, words};

    #[test]
    fn names_of_one_comment_are_told_from_those_of_many_and_of_forms() {
        for name in [
            "comment",
            "comment-341",
            "div-comment-12",
            "js-comment",
            "wpd-comment-wrap",
            "CommentsItem-root",
            "nv-comment-article",
            "comment_container",
            "ipsComment",
            "reply_7",
            "kommentar",
            "pinglun-item",
            "comments-item",
            "评论",
        ] {
            assert!(is_item(&words(name)), "{name}");
        }
        for name in [
            "comments",
            "comments-wrapper",
            "commentlist",
            "comment-list",
            "comment-form",
            "comment-author",
            "no-comment",
            "recent-comment",
            "comment-count",
            "commentary",
            "leave-reply",
            "comments-area",
            "post-comments",
            "comment-body",
        ] {
            assert!(!is_item(&words(name)), "{name}");
        }
    }

    #[test]
    fn the_last_word_of_a_name_says_which_part_it_is() {
        for (name, part) in [
            ("comment-author", Some(Part::Author)),
            ("comment__body", Some(Part::Text)),
            ("wpd-comment-date", Some(Part::Time)),
            ("reply-link", Some(Part::Controls)),
            ("comment-time-link", Some(Part::Time)),
            ("comment-meta", Some(Part::Head)),
            ("column", None),
        ] {
            assert_eq!(part_of_name(&words(name)), part, "{name}");
        }
    }

    #[test]
    fn a_depth_is_read_from_the_name() {
        assert_eq!(depth(&words("depth-3")), Some(3));
        assert_eq!(depth(&words("wpd_comment_level-2")), Some(2));
        assert_eq!(depth(&words("depth")), None);
    }
}
