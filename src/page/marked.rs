//! Elements whose own class says what they hold: `<span class="article-byline">`, `<div class="entry-date">`.

use crate::grammar::byline::is_bare_name;
use crate::input::dom::{Element, Step};
use crate::page::claims::{ClaimedPerson, MarkedDate};
use crate::page::class_words::{
    ACCOUNT, ASIDE, AUTHOR, DATE, MODIFIED, NO_AUTHOR, NO_DATE, PUBLISHED, Says, UNTELLING,
    for_words, is_aside_name, says,
};
use crate::page::scripted::{Scripted, scripted};
use crate::page::short_text::{first_run, short_parts, short_text};
use crate::page::walk::{Place, names};
use crate::text::Table;

/// What a class name says its element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Author,
    Date,
}

/// How an element names an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    /// By a name, or in a line with it.
    Name,
    /// On a card, where an account stands for a name as well.
    Card,
    /// By an account, of which the next is another post's.
    Account,
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
#[rustfmt::skip]
const HEADING_PART_WORDS: &[&str] = &[
    "dachzeile", "eyebrow", "kicker", "label", "overline", "pretitle", "roofline", "spitzmarke", "subheadline", "subtitle", "supertitle",
    "surtitle", "topline",
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
    naming: Naming,
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
    classes: Table<&'d str, Says>,
}

impl<'d> Marks<'d> {
    /// Goes into an element, whose names say what [`Self::says`] gives.
    pub(super) fn enter(&mut self, element: Element<'_>, said: Says, place: Place, article: u32) {
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
        let naming = naming(element, mark, said);
        if naming == Naming::Account && !is_link(element) {
            return;
        }
        let text = if mark == Mark::Author {
            short_parts(element)
        } else {
            short_text(element)
        };
        let id = element.attr("id").filter(|_| mark == Mark::Date);
        let is_long = text.chars().nth(LINE_CHARS).is_some();
        let text = if is_long && mark == Mark::Author {
            first_name(element).unwrap_or_default()
        } else {
            text
        };
        if text.is_empty() && id.is_none() || is_long && mark == Mark::Date {
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
            naming,
            holds_another: false,
        });
    }

    /// What the class and the id of an element say.
    pub(crate) fn says(&mut self, element: Element<'d>) -> Says {
        let of_class = element.attr("class").map_or(0, |class| {
            *self.classes.entry(class).or_insert_with(|| read(class))
        });
        of_class | element.attr("id").map_or(0, read)
    }

    /// Notes the dates that a script writes into elements whose id says that they hold one.
    pub(crate) fn read_script(&mut self, script: &str) {
        let room = MARKS.saturating_sub(self.scripted.len());
        let found = scripted(script, |id| {
            let mut said = 0;
            for_words(id, |word| said |= says(word));
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
        let mut nearest = self.nearest(Mark::Author, in_story);
        nearest.sort_by_key(|seen| seen.naming == Naming::Account);
        let mut lists: Vec<(u32, &str, Vec<ClaimedPerson>)> = Vec::new();
        for seen in nearest {
            let person = ClaimedPerson {
                name: seen.text.clone(),
                url: seen.url.clone(),
                card: seen.naming != Naming::Name,
                ..ClaimedPerson::default()
            };
            let list = lists.iter_mut().find(|(at, classes, _)| {
                *classes == seen.classes && seen.at > *at && seen.at - *at <= LIST_GAP
            });
            match list {
                Some((at, ..)) if seen.naming == Naming::Account => *at = seen.at,
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

/// Blogger calls each box of a page a widget, and this one is that of its posts.
const MAIN_WIDGET: &str = "Blog";

/// The name on a card (microformats.org/wiki/hcard).
const NAME_OF_CARD: &str = "fn";

/// What the words in a class or an id say.
fn read(names: &str) -> Says {
    let mut said = 0;
    let is_main = names
        .split_ascii_whitespace()
        .any(|name| name == MAIN_WIDGET);
    for name in names.split_ascii_whitespace() {
        if said & ASIDE == 0 && !is_main && is_aside_name(name) {
            said |= ASIDE;
        }
        // A part of a name that a program makes up may be the same two letters.
        let mut of_words = if name == NAME_OF_CARD { AUTHOR } else { 0 };
        for_words(name, |word| of_words |= says(word));
        if of_words != 0 && !UNTELLING.iter().any(|ending| name.ends_with(ending)) {
            said |= of_words;
        }
    }
    said
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

/// The name that a notice about an author begins with, in an element of its own.
fn first_name(element: Element<'_>) -> Option<String> {
    Some(first_run(element)).filter(|name| is_bare_name(name))
}

/// How an element whose names say so much names an author.
fn naming(element: Element<'_>, mark: Mark, said: Says) -> Naming {
    match mark {
        Mark::Author if said & ACCOUNT != 0 => Naming::Account,
        Mark::Author if is_card(element) => Naming::Card,
        _ => Naming::Name,
    }
}

/// Whether an element is the card of an author, or the name in one: `class="author vcard"`, `class="url fn n"`.
fn is_card(element: Element<'_>) -> bool {
    let class = element.attr("class").unwrap_or_default();
    let is = |name: &str| class.split_ascii_whitespace().any(|one| one == name);
    is("vcard") && is("author") || is(NAME_OF_CARD) && is("url")
}

/// Elements into one that names an account, in search of the link to it.
const LINK_STEPS: usize = 4;

/// Whether an element is a link or holds one: the field for an account's name in a form does not.
fn is_link(element: Element<'_>) -> bool {
    let mut steps = element.steps().take(LINK_STEPS);
    steps.any(|step| matches!(step, Step::Enter(inner) if inner.name() == "a"))
}

/// Whether an element inside a heading holds what goes beside the headline.
fn is_heading_part(element: Element<'_>) -> bool {
    let mut named = element.name() == "small";
    for name in names(element) {
        for_words(name, |word| {
            named |= HEADING_PART_WORDS
                .iter()
                .any(|part| part.as_bytes() == word);
        });
    }
    named
}
