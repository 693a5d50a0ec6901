//! Elements whose own class says what they hold: `<span class="article-byline">`, `<div class="entry-date">`.

use std::sync::LazyLock;

use crate::input::dom::Element;
use crate::page::claims::ClaimedPerson;
use crate::page::reading::{Place, is_aside_name, names, short_text};
use crate::page::scripted::{Scripted, scripted};

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
    /// What a script may write into the element, as it stands in the script.
    pub(crate) scripted: Vec<String>,
    /// Whether it is the time of the last change.
    pub(crate) modified: bool,
}

/// What the names of an element say together, a bit for each.
pub(crate) type Says = u8;

const AUTHOR: Says = 1;
/// Something else about the author, or another author.
const NO_AUTHOR: Says = 1 << 1;
const DATE: Says = 1 << 2;
/// Another date than the article's.
const NO_DATE: Says = 1 << 3;
/// The date of the last change.
const MODIFIED: Says = 1 << 4;
const PUBLISHED: Says = 1 << 5;
/// A container with other texts than the article.
pub(crate) const ASIDE: Says = 1 << 6;

/// Words of class names, in lower case and in order.
const WORDS: &[(&str, Says)] = &[
    ("about", NO_AUTHOR),
    ("auteur", AUTHOR),
    ("author", AUTHOR),
    ("authorname", AUTHOR),
    ("authors", AUTHOR),
    ("autor", AUTHOR),
    ("autore", AUTHOR),
    ("autoren", AUTHOR),
    ("autorin", AUTHOR),
    ("avatar", NO_AUTHOR),
    ("bio", NO_AUTHOR),
    ("birth", NO_DATE),
    ("byline", AUTHOR),
    ("bylines", AUTHOR),
    ("changed", MODIFIED),
    ("comment", NO_AUTHOR | NO_DATE),
    ("comments", NO_AUTHOR | NO_DATE),
    ("contributor", AUTHOR),
    ("count", NO_AUTHOR),
    ("creator", AUTHOR),
    ("current", NO_DATE),
    ("date", NO_AUTHOR),
    ("dates", NO_AUTHOR | DATE),
    ("datetime", DATE),
    ("deadline", NO_DATE),
    ("desc", NO_AUTHOR),
    ("description", NO_AUTHOR),
    ("dt", DATE),
    ("email", NO_AUTHOR),
    ("event", NO_DATE),
    ("events", NO_DATE),
    ("excerpt", NO_AUTHOR),
    ("expiry", NO_DATE),
    ("fecha", DATE),
    ("fn", AUTHOR),
    ("follow", NO_AUTHOR),
    ("image", NO_AUTHOR),
    ("img", NO_AUTHOR),
    ("job", NO_AUTHOR),
    ("label", NO_AUTHOR),
    ("latest", NO_AUTHOR | NO_DATE),
    ("mail", NO_AUTHOR),
    ("modified", MODIFIED),
    ("modify", MODIFIED),
    ("more", NO_AUTHOR),
    ("nickname", AUTHOR),
    ("photo", NO_AUTHOR),
    ("picture", NO_AUTHOR),
    ("popular", NO_AUTHOR | NO_DATE),
    ("position", NO_AUTHOR),
    ("posted", DATE),
    ("prefix", NO_AUTHOR),
    ("pubdates", DATE),
    ("publication", NO_AUTHOR),
    ("published", DATE),
    ("quote", NO_AUTHOR),
    ("recent", NO_AUTHOR | NO_DATE),
    ("redacteur", AUTHOR),
    ("related", NO_AUTHOR | NO_DATE),
    ("reporter", AUTHOR),
    ("role", NO_AUTHOR),
    ("social", NO_AUTHOR),
    ("submitted", DATE),
    ("tarih", DATE),
    ("teaser", NO_AUTHOR | NO_DATE),
    ("testimonial", NO_AUTHOR),
    ("thumb", NO_AUTHOR),
    ("time", NO_AUTHOR | DATE),
    ("timestamp", DATE),
    ("title", NO_AUTHOR),
    ("today", NO_DATE),
    ("todays", NO_DATE),
    ("twitter", NO_AUTHOR),
    ("upcoming", NO_DATE),
    ("update", NO_DATE),
    ("updated", DATE | MODIFIED),
    ("updates", NO_DATE),
    ("verfasser", AUTHOR),
    ("writer", AUTHOR),
];

/// The rows of [`WORDS`] for each first letter.
static BY_LETTER: LazyLock<[&[(&str, Says)]; 26]> = LazyLock::new(|| {
    std::array::from_fn(|letter| {
        let before = |first: u8| WORDS.partition_point(|(word, _)| word.as_bytes() < &[first][..]);
        let first = b'a' + letter as u8;
        WORDS
            .get(before(first)..before(first + 1))
            .unwrap_or_default()
    })
});

/// Ends of class names that say how a field's label is shown, not what the field holds.
const UNTELLING: &[&str] = &[
    "label-hidden",
    "label-above",
    "label-inline",
    "label_hidden",
    "visually_hidden",
];

/// Whether an element's names say that it holds an author.
pub(crate) fn says_author(said: Says) -> bool {
    said & AUTHOR != 0 && said & (NO_AUTHOR | ASIDE) == 0
}

/// What one word says. Compounds that end in `date` or `datum` are dates as well.
fn says(word: &[u8]) -> Says {
    let letter = word.first().copied().unwrap_or_default().wrapping_sub(b'a');
    let rows = BY_LETTER.get(usize::from(letter)).copied();
    let mut rows = rows.unwrap_or_default().iter();
    let listed = rows
        .find(|row| row.0.as_bytes() == word)
        .map_or(0, |row| row.1);
    let compound = word.ends_with(b"date") && word != b"update" || word.ends_with(b"datum");
    let published = word.starts_with(b"publi");
    listed | if compound { DATE } else { 0 } | if published { PUBLISHED } else { 0 }
}

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
    id: Option<String>,
    url: Option<String>,
    modified: bool,
    card: bool,
    /// Whether a marked element of its kind stands inside, which says it more closely.
    holds_another: bool,
}

/// The marked elements of a page, gathered in one walk.
#[derive(Default)]
pub(crate) struct Marks<'d> {
    seen: Vec<Seen>,
    /// Depth and index of the marked elements around.
    open: Vec<(u32, usize)>,
    headings: Vec<u32>,
    /// Depth of the `h1` around.
    heading: Option<u32>,
    heading_parts: Vec<String>,
    scripted: Vec<Scripted>,
    at: u32,
    depth: u32,
    classes: Classes<'d>,
    /// Room for the word of a name that is being read.
    word: Vec<u8>,
}

/// What the `class` attributes met last say, as elements share them: each at a place of its own by its length and its ends. One that
/// is not there is read again.
struct Classes<'d>([(&'d str, Says); CLASSES]);

const CLASSES: usize = 128;

impl Default for Classes<'_> {
    fn default() -> Self {
        // No class says nothing.
        Self([("", 0); CLASSES])
    }
}

impl<'d> Classes<'d> {
    fn place_of(&mut self, class: &str) -> &mut (&'d str, Says) {
        let bytes = class.as_bytes();
        let [first, middle, last] = [0, bytes.len() / 2, bytes.len().saturating_sub(1)]
            .map(|at| usize::from(bytes.get(at).copied().unwrap_or_default()));
        &mut self.0[(first * 5 + middle * 17 + last * 11 + bytes.len()) % CLASSES]
    }
}

impl<'d> Marks<'d> {
    /// Goes into an element, whose names say what [`Self::says`] gives.
    pub(crate) fn enter(&mut self, element: Element<'_>, said: Says, place: Place, article: u32) {
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
        let Some((mark, modified)) = mark(element, said) else {
            return;
        };
        // The footer of the site names who made it; that of an article may name its author.
        if mark == Mark::Author && place.footer && article == 0 {
            return;
        }
        let text = short_text(element);
        let id = element.attr("id").filter(|_| mark == Mark::Date);
        if text.is_empty() && id.is_none() || text.chars().nth(LINE_CHARS).is_some() {
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
            id: id.map(str::to_owned),
            url: (element.name() == "a")
                .then(|| element.attr("href").map(str::to_owned))
                .flatten(),
            modified,
            card: mark == Mark::Author && is_card(element),
            holds_another: false,
        });
    }

    /// What the class and the id of an element say.
    pub(crate) fn says(&mut self, element: Element<'d>) -> Says {
        let of_class = element.attr("class").map_or(0, |class| {
            let (known, said) = *self.classes.place_of(class);
            if known == class {
                return said;
            }
            let said = self.read(class);
            *self.classes.place_of(class) = (class, said);
            said
        });
        of_class | element.attr("id").map_or(0, |id| self.read(id))
    }

    fn read(&mut self, names: &str) -> Says {
        let mut said = 0;
        for name in names.split_ascii_whitespace() {
            if said & ASIDE == 0 && is_aside_name(name) {
                said |= ASIDE;
            }
            let mut of_words = 0;
            for_words(name, &mut self.word, |word| of_words |= says(word));
            if of_words != 0 && !UNTELLING.iter().any(|ending| name.ends_with(ending)) {
                said |= of_words;
            }
        }
        said
    }

    /// Notes the dates that a script writes into elements whose id says that they hold one.
    pub(crate) fn read_script(&mut self, script: &str) {
        let room = MARKS.saturating_sub(self.scripted.len());
        let word = &mut self.word;
        let found = scripted(script, |id| {
            let mut said = 0;
            for_words(id, word, |word| said |= says(word));
            said & DATE != 0 && said & NO_DATE == 0
        });
        self.scripted.extend(found.into_iter().take(room));
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
        let date = |seen: &Seen| {
            let scripted = self.scripted.iter();
            let scripted = scripted.filter(|one| Some(&one.id) == seen.id.as_ref());
            MarkedDate {
                text: seen.text.clone(),
                machine: seen.machine.clone(),
                scripted: scripted.flat_map(|one| one.values.clone()).collect(),
                modified: seen.modified,
            }
        };
        let says = |date: &MarkedDate| {
            !date.text.is_empty() || date.machine.is_some() || !date.scripted.is_empty()
        };
        let nearest = self.nearest(Mark::Date, in_story);
        let dates = nearest.into_iter().filter(near).map(date);
        dates.filter(says).collect()
    }

    /// Returns the lines that name authors, in lists as they stand together, the list nearest to the headline first.
    pub(crate) fn people(&self, in_story: impl Fn(u32) -> bool) -> Vec<Vec<ClaimedPerson>> {
        let nearest = self.nearest(Mark::Author, in_story);
        let mut lists: Vec<(u32, &str, Vec<ClaimedPerson>)> = Vec::new();
        for seen in nearest {
            let person = ClaimedPerson {
                name: seen.text.clone(),
                url: seen.url.clone(),
                card: seen.card,
                ..ClaimedPerson::default()
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
fn mark(element: Element<'_>, said: Says) -> Option<(Mark, bool)> {
    let said = said | if element.name() == "time" { DATE } else { 0 };
    let is = |wanted, unless| said & wanted != 0 && said & unless == 0;
    if is(AUTHOR, NO_AUTHOR) {
        return Some((Mark::Author, false));
    }
    is(DATE, NO_DATE).then(|| (Mark::Date, is(MODIFIED, PUBLISHED)))
}

/// Whether an element is the card of an author, or the name in one: `class="author vcard"`, `class="url fn n"`.
fn is_card(element: Element<'_>) -> bool {
    let class = element.attr("class").unwrap_or_default();
    let is = |name: &str| class.split_ascii_whitespace().any(|one| one == name);
    is("vcard") && is("author") || is("fn") && is("url")
}

/// Whether an element inside a heading holds what goes beside the headline.
fn is_heading_part(element: Element<'_>) -> bool {
    let mut named = element.name() == "small";
    for name in names(element) {
        for_words(name, &mut Vec::new(), |word| {
            named |= HEADING_PART_WORDS
                .iter()
                .any(|part| part.as_bytes() == word);
        });
    }
    named
}

/// Gives the words of class names in lower case, as bytes: `article__publishDate` has three.
fn for_words(name: &str, word: &mut Vec<u8>, give: impl FnMut(&[u8])) {
    if name.is_ascii() {
        for_ascii_words(name.as_bytes(), word, give);
    } else {
        for_any_words(name, word, give);
    }
}

/// As [`for_any_words`]: most words are small letters between two signs, which are given as they stand.
fn for_ascii_words(name: &[u8], word: &mut Vec<u8>, mut give: impl FnMut(&[u8])) {
    word.clear();
    let mut rest = name;
    loop {
        let small = rest.iter().take_while(|byte| byte.is_ascii_lowercase());
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
            give(word);
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

fn for_any_words(name: &str, word: &mut Vec<u8>, mut give: impl FnMut(&[u8])) {
    let mut small_before = false;
    word.clear();
    for c in name.chars() {
        let begins = c.is_uppercase() && small_before;
        if (!c.is_alphanumeric() || begins) && !word.is_empty() {
            give(word);
            word.clear();
        }
        if c.is_alphabetic() {
            for c in c.to_lowercase() {
                word.extend(c.encode_utf8(&mut [0; 4]).bytes());
            }
        }
        small_before = c.is_lowercase();
    }
    if !word.is_empty() {
        give(word);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{WORDS, for_any_words, for_ascii_words, for_words};

    fn words(name: &str) -> Vec<String> {
        let mut words = Vec::new();
        for_words(name, &mut Vec::new(), |word| {
            words.push(String::from_utf8_lossy(word).into_owned());
        });
        words
    }

    #[test]
    fn the_words_are_in_order() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
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
    }

    proptest! {
        #[test]
        fn ascii_has_the_words_that_any_text_has(name in "[a-zA-Z0-9_ -]{0,24}") {
            let (mut ascii, mut any) = (Vec::new(), Vec::new());
            for_ascii_words(name.as_bytes(), &mut Vec::new(), |word| ascii.push(word.to_vec()));
            for_any_words(&name, &mut Vec::new(), |word| any.push(word.to_vec()));
            prop_assert_eq!(ascii, any);
        }
    }
}
