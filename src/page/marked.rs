//! Elements whose own class says what they hold: `<span class="article-byline">`, `<div class="entry-date">`.

use crate::input::dom::Element;
use crate::page::claims::ClaimedPerson;
use crate::page::reading::{Place, names, short_text};

/// What a class name says its element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Author,
    Date,
}

/// A date in an element whose class says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MarkedDate {
    pub(crate) text: String,
    /// As written for programs, where an attribute says so.
    pub(crate) machine: Option<String>,
    /// Whether it is the time of the last change.
    pub(crate) modified: bool,
}

/// Words of class names, in lower case, that mean an author.
const AUTHOR_WORDS: &[&str] = &[
    "author",
    "authors",
    "authorname",
    "auteur",
    "autor",
    "autore",
    "autoren",
    "autorin",
    "byline",
    "bylines",
    "contributor",
    "creator",
    "fn",
    "nickname",
    "redacteur",
    "reporter",
    "verfasser",
    "writer",
];

/// Words beside them that make the element one with something else about the author, or about another author.
const NOT_AUTHOR_WORDS: &[&str] = &[
    "about",
    "avatar",
    "bio",
    "comment",
    "comments",
    "count",
    "date",
    "dates",
    "desc",
    "description",
    "email",
    "excerpt",
    "follow",
    "image",
    "img",
    "job",
    "label",
    "latest",
    "mail",
    "more",
    "photo",
    "picture",
    "popular",
    "position",
    "prefix",
    "quote",
    "recent",
    "publication",
    "related",
    "role",
    "social",
    "teaser",
    "testimonial",
    "thumb",
    "time",
    "title",
    "twitter",
];

/// Words of class names that mean a date. Compounds that end in `date` or `datum` do as well.
const DATE_WORDS: &[&str] = &[
    "dates",
    "datetime",
    "dt",
    "fecha",
    "published",
    "pubdates",
    "tarih",
    "time",
    "timestamp",
    "updated",
];

/// Words beside them that make it another date than the article's.
const NOT_DATE_WORDS: &[&str] = &[
    "birth", "comment", "comments", "current", "deadline", "event", "events", "expiry", "latest",
    "popular", "recent", "related", "teaser", "today", "update", "updates", "upcoming",
];

/// Words that make a date the one of the last change.
const MODIFIED_WORDS: &[&str] = &["modified", "modify", "updated", "changed"];

/// Marked elements kept of a page; who has more is a list.
const MARKS: usize = 256;

/// Characters of a marked line: a name or three, a date with its label.
const LINE_CHARS: usize = 90;

/// First headings remembered: of several `h1`, one is the site's.
const HEADINGS: usize = 8;

/// Elements between two authors of one list.
const LIST_GAP: u32 = 24;

/// Elements between the headline and the article's date. Further away stand dates of other articles.
const DATE_REACH: u32 = 120;

/// Words of class names that make a part of a heading a kicker or a subtitle.
const HEADING_PART_WORDS: &[&str] = &[
    "dachzeile",
    "eyebrow",
    "kicker",
    "label",
    "overline",
    "pretitle",
    "roofline",
    "spitzmarke",
    "subheadline",
    "subtitle",
    "supertitle",
    "surtitle",
    "topline",
];

/// Parts of headings kept of a page.
const HEADING_PARTS: usize = 8;

struct Seen {
    mark: Mark,
    /// Elements that begin before it.
    at: u32,
    article: u32,
    classes: String,
    text: String,
    machine: Option<String>,
    url: Option<String>,
    modified: bool,
    /// Whether a marked element of its kind stands inside, which says it more closely.
    holds_another: bool,
}

/// The marked elements of a page, gathered in one walk.
#[derive(Default)]
pub(crate) struct Marks {
    seen: Vec<Seen>,
    /// Depth and index of the marked elements around.
    open: Vec<(u32, usize)>,
    headings: Vec<u32>,
    /// Depth of the `h1` around.
    heading: Option<u32>,
    heading_parts: Vec<String>,
    at: u32,
    depth: u32,
}

impl Marks {
    /// Goes into an element.
    pub(crate) fn enter(&mut self, element: Element<'_>, place: Place, article: u32) {
        self.at += 1;
        self.depth += 1;
        if element.name() == "h1" {
            self.heading = Some(self.depth);
            if self.headings.len() < HEADINGS {
                self.headings.push(self.at);
            }
        } else if self.heading.is_some()
            && self.heading_parts.len() < HEADING_PARTS
            && is_heading_part(element)
        {
            self.heading_parts.push(short_text(element));
        }
        if place.aside || self.seen.len() >= MARKS || matches!(element.name(), "html" | "body") {
            return;
        }
        let Some((mark, modified)) = mark(element) else {
            return;
        };
        let text = short_text(element);
        if text.is_empty() || text.chars().nth(LINE_CHARS).is_some() {
            return;
        }
        for &(_, outer) in &self.open {
            if let Some(outer) = self.seen.get_mut(outer)
                && outer.mark == mark
            {
                outer.holds_another = true;
            }
        }
        let machine = element
            .attr("datetime")
            .or_else(|| element.attr("title").filter(|_| element.name() == "abbr"));
        self.open.push((self.depth, self.seen.len()));
        self.seen.push(Seen {
            mark,
            at: self.at,
            article,
            classes: element.attr("class").unwrap_or_default().to_owned(),
            text,
            machine: machine.map(str::to_owned),
            url: (element.name() == "a")
                .then(|| element.attr("href").map(str::to_owned))
                .flatten(),
            modified,
            holds_another: false,
        });
    }

    /// Leaves the element entered last.
    pub(crate) fn leave(&mut self) {
        if self
            .open
            .last()
            .is_some_and(|&(depth, _)| depth == self.depth)
        {
            self.open.pop();
        }
        if self.heading == Some(self.depth) {
            self.heading = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// How far an element stands from the headline: what follows it is nearer than what stands above.
    fn distance(&self, at: u32) -> u32 {
        self.headings
            .iter()
            .map(|&heading| {
                if at >= heading {
                    at - heading
                } else {
                    (heading - at).saturating_mul(2)
                }
            })
            .min()
            .unwrap_or(at)
    }

    fn nearest(&self, mark: Mark, in_story: impl Fn(u32) -> bool) -> Vec<&Seen> {
        let wanted =
            |seen: &&Seen| seen.mark == mark && !seen.holds_another && in_story(seen.article);
        let mut found: Vec<&Seen> = self.seen.iter().filter(wanted).collect();
        found.sort_by_key(|seen| self.distance(seen.at));
        found
    }

    /// Returns the kickers and subtitles inside of headings.
    pub(crate) fn heading_parts(&mut self) -> Vec<String> {
        std::mem::take(&mut self.heading_parts)
    }

    /// Returns the dates, the one nearest to the headline first.
    pub(crate) fn dates(&self, in_story: impl Fn(u32) -> bool) -> Vec<MarkedDate> {
        let near = |seen: &&Seen| self.distance(seen.at) <= DATE_REACH;
        let date = |seen: &Seen| MarkedDate {
            text: seen.text.clone(),
            machine: seen.machine.clone(),
            modified: seen.modified,
        };
        let nearest = self.nearest(Mark::Date, in_story);
        nearest.into_iter().filter(near).map(date).collect()
    }

    /// Returns the lines that name authors, in lists as they stand together, the list nearest to the headline first.
    pub(crate) fn people(&self, in_story: impl Fn(u32) -> bool) -> Vec<Vec<ClaimedPerson>> {
        let nearest = self.nearest(Mark::Author, in_story);
        let mut lists: Vec<(u32, &str, Vec<ClaimedPerson>)> = Vec::new();
        for seen in nearest {
            let person = ClaimedPerson {
                name: seen.text.clone(),
                url: seen.url.clone(),
                organisation: false,
            };
            let list = lists.iter_mut().find(|(at, classes, _)| {
                *classes == seen.classes && seen.at > *at && seen.at - *at <= LIST_GAP
            });
            match list {
                Some((at, _, list)) => {
                    *at = seen.at;
                    list.push(person);
                }
                None => lists.push((seen.at, &seen.classes, vec![person])),
            }
        }
        lists.into_iter().map(|(_, _, list)| list).collect()
    }
}

/// What an element's names say it holds, and for a date whether it is the one of the last change.
fn mark(element: Element<'_>) -> Option<(Mark, bool)> {
    let mut author = false;
    let mut date = element.name() == "time";
    let (mut no_author, mut no_date) = (false, false);
    let (mut modified, mut published) = (false, false);
    for name in names(element) {
        for word in words(name) {
            let word = word.as_str();
            author |= AUTHOR_WORDS.contains(&word);
            no_author |= NOT_AUTHOR_WORDS.contains(&word);
            date |= DATE_WORDS.contains(&word)
                || (word.ends_with("date") && word != "update")
                || word.ends_with("datum");
            no_date |= NOT_DATE_WORDS.contains(&word);
            modified |= MODIFIED_WORDS.contains(&word);
            published |= word.starts_with("publi");
        }
    }
    if author && !no_author {
        return Some((Mark::Author, false));
    }
    (date && !no_date).then_some((Mark::Date, modified && !published))
}

/// Whether an element inside a heading holds what goes beside the headline.
fn is_heading_part(element: Element<'_>) -> bool {
    let by_class = || {
        names(element)
            .flat_map(words)
            .any(|word| HEADING_PART_WORDS.contains(&word.as_str()))
    };
    element.name() == "small" || by_class()
}

/// The words of a class name in lower case: `article__publishDate` has three.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small_before = false;
    for c in name.chars() {
        let begins = c.is_uppercase() && small_before;
        if !c.is_alphanumeric() || begins {
            words.push(String::new());
        }
        if c.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        small_before = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::words;

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
    }
}
