//! The words that class names are made of, and what they say of an element.

use crate::text::starts_with_any;

/// What the names of an element say together, a bit for each.
pub(crate) type Says = u8;

pub(super) const AUTHOR: Says = 1;
/// Something else about the author, or another author.
pub(super) const NO_AUTHOR: Says = 1 << 1;
pub(super) const DATE: Says = 1 << 2;
/// Another date than the article's.
pub(super) const NO_DATE: Says = 1 << 3;
/// The date of the last change.
pub(super) const MODIFIED: Says = 1 << 4;
pub(super) const PUBLISHED: Says = 1 << 5;
/// A container with other texts than the article.
pub(crate) const ASIDE: Says = 1 << 6;
/// An account of a forum, which stands for a name.
pub(super) const ACCOUNT: Says = 1 << 7;

/// What the words of class names say, in lower case. A pattern of texts, not a list: it is told by length and letter.
#[rustfmt::skip]
fn listed(word: &[u8]) -> Says {
    match word {
        b"auteur" | b"author" | b"authorname" | b"authors" | b"autor" | b"autore" | b"autoren" | b"autorin" | b"byline" | b"bylines"
        | b"contributor" | b"creator" | b"auteurs" | b"autora" | b"autores" | b"autrice" | b"firmante" | b"journaliste" | b"muhabir"
        | b"nickname" | b"penulis" | b"redacteur" | b"reporter" | b"szerzo" | b"verfasser" | b"writer" => AUTHOR,
        b"bigusername" | b"username" => AUTHOR | ACCOUNT,
        b"about" | b"avatar" | b"bio" | b"count" | b"date" | b"desc" | b"description" | b"email" | b"excerpt" | b"follow" | b"image"
        | b"img" | b"job" | b"label" | b"mail" | b"more" | b"photo" | b"picture" | b"position" | b"prefix" | b"publication" | b"quote"
        | b"role" | b"social" | b"testimonial" | b"thumb" | b"title" | b"twitter" => NO_AUTHOR,
        b"datetime" | b"dt" | b"fecha" | b"posted" | b"pubdates" | b"published" | b"submitted" | b"tarih" | b"timestamp" => DATE,
        b"birth" | b"current" | b"deadline" | b"event" | b"events" | b"expiry" | b"today" | b"todays" | b"upcoming" | b"update"
        | b"updates" => NO_DATE,
        b"comment" | b"comments" | b"latest" | b"popular" | b"recent" | b"related" | b"teaser" => NO_AUTHOR | NO_DATE,
        b"dates" | b"time" => NO_AUTHOR | DATE,
        b"updated" => DATE | MODIFIED,
        b"changed" | b"modified" | b"modify" => MODIFIED,
        _ => 0,
    }
}

/// Ends of class names that say how a field's label is shown, not what the field holds.
pub(super) const UNTELLING: &[&str] = &[
    "label-hidden",
    "label-above",
    "label-inline",
    "label_hidden",
    "visually_hidden",
];

/// Beginnings of class and id names of containers with texts other than the article.
const ASIDE_NAMES: &[&str] = &[
    "comment",
    "disqus",
    "mostread",
    "most-read",
    "most_read",
    "popular",
    "recommend",
    "related",
    "reply",
    "replies",
    "sidebar",
    "trending",
    "widget",
];

/// Class names that only say that readers may comment.
const NOT_ASIDE_NAMES: &[&str] = &["comments-open", "comments-closed", "comment-count"];

/// Whether a class name or an id is that of a container with other texts than the article.
pub(super) fn is_aside_name(name: &str) -> bool {
    starts_with_any(name, ASIDE_NAMES) && !starts_with_any(name, NOT_ASIDE_NAMES)
}

/// Whether an element's names say that it holds an author.
pub(crate) fn says_author(said: Says) -> bool {
    said & AUTHOR != 0 && said & (NO_AUTHOR | ASIDE) == 0
}

/// What one word says. Compounds that end in `date` or `datum` are dates as well.
pub(super) fn says(word: &[u8]) -> Says {
    let compound = word.ends_with(b"date") && word != b"update" || word.ends_with(b"datum");
    let published = word.starts_with(b"publi");
    listed(word) | if compound { DATE } else { 0 } | if published { PUBLISHED } else { 0 }
}

/// Gives the words of class names in lower case, as bytes: `article__publishDate` has three. Most are small letters between two signs,
/// and are given as they stand; a character that is none of ASCII is taken for a small letter.
pub(super) fn for_words(name: &str, mut give: impl FnMut(&[u8])) {
    let mut word = Vec::new();
    let mut rest = name.as_bytes();
    loop {
        let is_small = |byte: &&u8| byte.is_ascii_lowercase() || !byte.is_ascii();
        let small = rest.iter().take_while(is_small);
        let (run, behind) = rest.split_at(small.count());
        let next = behind.split_first();
        let goes_on = next.is_some_and(|(next, _)| {
            next.is_ascii_digit() || next.is_ascii_uppercase() && run.is_empty()
        });
        if goes_on || !word.is_empty() {
            word.extend_from_slice(run);
        } else if !run.is_empty() {
            give(run);
        }
        if !goes_on && !word.is_empty() {
            give(&word);
            word.clear();
        }
        let Some((next, behind)) = next else {
            return;
        };
        if next.is_ascii_uppercase() {
            word.push(next.to_ascii_lowercase());
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::for_words;

    fn words(name: &str) -> Vec<String> {
        let mut words = Vec::new();
        for_words(name, |word| {
            words.push(String::from_utf8_lossy(word).into_owned());
        });
        words
    }

    #[test]
    fn class_names_have_words() {
        assert_eq!(
            words("article__publishDate"),
            ["article", "publish", "date"]
        );
        assert_eq!(
            words("ArticleTime-module__xY9"),
            ["article", "time", "module", "x", "y"]
        );
        assert_eq!(words("fechaActualización 2"), ["fecha", "actualización"]);
    }
}
