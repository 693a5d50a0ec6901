//! One pass over the tree for all that the page says of itself.

use std::borrow::Cow;

use crate::article::Origin;
use crate::input::dom::{Dom, Element, Step, Text};
use crate::limits::{Limit, Limits};
use crate::page::claims::{CLAIMS_PER_FIELD, ClaimedImage, ClaimedPerson, Claims, Field};
use crate::page::class_words::{ASIDE, Says, says_author};
use crate::page::fragment::cut;
use crate::page::item::{Item, own};
use crate::page::licence::{is_open_licence, says_licensed};
use crate::page::marked::Marks;
use crate::page::microdata::Microdata;
use crate::page::next_page::{is_edge_alone, may_say_next, says_next};
use crate::page::short_text::{RUN_CHARS, SHORT_STEPS, short_text};
use crate::page::walk::{Around, Place, names};
use crate::page::{jsonld, meta};
use crate::text::starts_with_any;

/// Class names that label a `time` as the one of publication or of the last change (hAtom, microformats, and blog themes).
const PUBLISHED_NAMES: &[&str] = &[
    "published",
    "dt-published",
    "entry-date",
    "post-date",
    "pubdate",
];
const MODIFIED_NAMES: &[&str] = &["updated", "dt-updated", "modified"];

/// Class and id names of a captcha.
const CAPTCHA_NAMES: &[&str] = &[
    "challenge-form",
    "cf-challenge",
    "g-recaptcha",
    "h-captcha",
    "captcha",
];

/// A claim of the visible page that counts only when it stands in the story: `time` elements and author links.
struct Placed<T> {
    article: u32,
    value: T,
}

/// A `time` element.
struct Time {
    field: Field,
    text: String,
    /// [`Origin::Microdata`] where an attribute says what it is the time of.
    origin: Origin,
    /// Whether only a `header` speaks for it: that may be the site's, with today's date.
    in_header_only: bool,
}

impl Claims {
    /// Reads what the page says of itself.
    pub(crate) fn read(dom: &Dom, limits: &Limits) -> Self {
        let mut reading = Reading {
            claims: Claims::default(),
            limits,
            scripts: Vec::new(),
            microdata: Microdata::default(),
            marks: Marks::default(),
            labels: meta::Labels::default(),
            articles: 0,
            story: None,
            mains: 0,
            times: Vec::new(),
            links: Vec::new(),
            tags: Vec::new(),
        };
        reading.walk(dom);
        reading.finish()
    }
}

/// One pass over the page.
struct Reading<'d, 'l> {
    claims: Claims,
    limits: &'l Limits,
    /// JSON-LD as written.
    scripts: Vec<Cow<'d, str>>,
    microdata: Microdata,
    marks: Marks<'d>,
    labels: meta::Labels,
    articles: u32,
    /// The first `article` with an `h1` inside: where there is one, other `article` elements are other stories.
    story: Option<u32>,
    /// Elements `main`.
    mains: u32,
    times: Vec<Placed<Time>>,
    links: Vec<Placed<ClaimedPerson>>,
    /// Texts of links that are marked as keywords, and whether as the category.
    tags: Vec<Placed<(bool, String)>>,
}

impl<'d> Reading<'d, '_> {
    fn walk(&mut self, dom: &'d Dom) {
        let mut places = vec![Place::default()];
        let mut title_seen = false;
        let mut steps = dom.steps();
        let mut before = "";
        while let Some(step) = steps.next() {
            match step {
                Step::Enter(element) => {
                    let here = places.last().copied().unwrap_or_default();
                    // Inside of what stands aside, no one asks what a name says.
                    let said = if here.aside {
                        0
                    } else {
                        self.marks.says(element)
                    };
                    let place = self.place(element, said, here);
                    places.push(place);
                    if element.name() == "svg" {
                        steps.skip_inside();
                        continue;
                    }
                    if element.name() == "title" {
                        // Of several, the first is the page's; `svg` has titles too.
                        if !std::mem::replace(&mut title_seen, true) {
                            self.add(Field::Title, &element.text(), Origin::TitleElement);
                        }
                        continue;
                    }
                    self.enter(element, place, before);
                    self.microdata.enter(element, place, self.limits);
                    self.marks.enter(element, said, place, place.article);
                }
                Step::Leave(element) => {
                    places.pop();
                    if element.name() != "svg" && element.name() != "title" {
                        self.microdata.leave();
                        self.marks.leave();
                    }
                }
                Step::Text(run) if has_no_place(run) || is_blank(run.as_str()) => {}
                Step::Text(run) => before = run.as_str(),
            }
        }
    }

    fn place(&mut self, element: Element<'_>, said: Says, outer: Place) -> Place {
        let mut place = outer;
        match element.name() {
            "html" | "body" => return place,
            "article" => {
                self.articles += 1;
                place.article = self.articles;
                place.article_depth += 1;
                place.around = Around::Story;
                return place;
            }
            "main" => {
                self.mains += 1;
                place.around = Around::Story;
                // An element above that nobody closed ends here.
                place.aside = false;
            }
            "header" => place.around = place.around.max(Around::Header),
            // Some templates set the byline apart.
            "aside" => place.aside |= !says_author(said),
            "nav" => place.aside = true,
            "footer" => place.footer = true,
            "figure" | "figcaption" => place.figure = true,
            "h1" if self.story.is_none() && place.article > 0 && place.article_depth == 1 => {
                self.story = Some(place.article);
            }
            _ => {}
        }
        if said & ASIDE != 0 && element.name() != "main" && !is_void(element.name()) {
            place.aside = true;
        }
        place
    }

    /// Reads an element; `before` is the text that stands before it.
    fn enter(&mut self, element: Element<'d>, place: Place, before: &str) {
        match element.name() {
            "html" => {
                for name in ["lang", "xml:lang"] {
                    self.add_attr(Field::Language, element, name, Origin::LangAttribute);
                }
            }
            "meta" => meta::read(element, &mut self.claims, &mut self.labels, self.limits),
            "base" => {
                let href = element.attr("href").map(str::trim);
                if self.claims.base.is_none() {
                    self.claims.base = href.filter(|href| !href.is_empty()).map(str::to_owned);
                }
            }
            "link" => self.link(element),
            "a" => self.anchor(element, place, before),
            "time" => self.time(element, place),
            "script" => self.script(element),
            "input" => {
                let kind = element.attr("type").unwrap_or_default().trim();
                self.claims.asks_for_login |= kind.eq_ignore_ascii_case("password");
            }
            "div" | "form" => {
                self.claims.asks_for_login = self.claims.asks_for_login
                    || names(element).any(|name| starts_with_any(name, CAPTCHA_NAMES));
            }
            _ => {}
        }
    }

    fn add(&mut self, field: Field, text: &str, origin: Origin) {
        self.claims.add(field, text, origin, self.limits);
    }

    fn add_attr(&mut self, field: Field, element: Element<'_>, name: &str, origin: Origin) {
        if let Some(value) = element.attr(name) {
            self.add(field, value, origin);
        }
    }

    fn link(&mut self, element: Element<'_>) {
        for rel in rels(element) {
            let field = match rel.to_ascii_lowercase().as_str() {
                "canonical" => Field::Canonical,
                "next" => Field::NextPage,
                "license" | "licence" => Field::Licence,
                _ => continue,
            };
            self.add_attr(field, element, "href", Origin::Link);
        }
        if rels(element).any(|rel| rel.eq_ignore_ascii_case("image_src")) {
            let url = element.attr("href").unwrap_or_default().to_owned();
            let image = ClaimedImage {
                url,
                ..ClaimedImage::default()
            };
            self.claims.add_image(image, Origin::Link, self.limits);
        }
    }

    fn anchor(&mut self, element: Element<'_>, place: Place, before: &str) {
        self.licence(element, place, before);
        if rels(element).any(|rel| rel.eq_ignore_ascii_case("next")) {
            self.add_attr(Field::NextPage, element, "href", Origin::Link);
        } else if may_lead_on(element) && says_next(&short_text(element)) {
            self.add_attr(Field::NextPage, element, "href", Origin::Visible);
        }
        let is_category = rels(element).any(|rel| rel.eq_ignore_ascii_case("category"));
        for rel in rels(element) {
            if rel.eq_ignore_ascii_case("tag") && !place.aside && self.tags.len() < CLAIMS_PER_FIELD
            {
                self.tags.push(Placed {
                    article: place.article,
                    value: (is_category, short_text(element)),
                });
            }
            if rel.eq_ignore_ascii_case("author")
                && !place.aside
                && self.links.len() < CLAIMS_PER_FIELD
            {
                let person = ClaimedPerson {
                    name: short_text(element),
                    url: element.attr("href").map(str::to_owned),
                    card: true,
                    ..ClaimedPerson::default()
                };
                let article = place.article;
                self.links.push(Placed {
                    article,
                    value: person,
                });
            }
        }
    }

    /// The licence that a link names, or leads to where the text before it says that the page is under it. A picture has its own.
    fn licence(&mut self, element: Element<'_>, place: Place, before: &str) {
        if place.figure {
            return;
        }
        if rels(element).any(|rel| rel.eq_ignore_ascii_case("license")) {
            if !place.aside {
                self.add_attr(Field::Licence, element, "href", Origin::Link);
            }
            return;
        }
        let href = element.attr("href").unwrap_or_default();
        if is_open_licence(href) && (place.footer || says_licensed(before)) {
            self.add(Field::Licence, href, Origin::Visible);
        }
    }

    /// A `time` counts where it is labelled, by `pubdate` (HTML 5 once had it) or a class of microformats, or stands in the story.
    fn time(&mut self, element: Element<'_>, place: Place) {
        if place.aside || element.attr("itemprop").is_some() || self.times.len() >= CLAIMS_PER_FIELD
        {
            return;
        }
        let published = element.attr("pubdate").is_some()
            || names(element).any(|name| starts_with_any(name, PUBLISHED_NAMES));
        let modified = names(element).any(|name| starts_with_any(name, MODIFIED_NAMES));
        let labelled = published || modified;
        if !labelled && (place.footer || place.around == Around::Nothing) {
            return;
        }
        let datetime = element.attr("datetime");
        let datetime = datetime.filter(|value| !value.trim().is_empty());
        let value = Time {
            field: if modified && !published {
                Field::Modified
            } else {
                Field::Published
            },
            text: datetime.map_or_else(|| short_text(element), str::to_owned),
            origin: if labelled {
                Origin::Microdata
            } else {
                Origin::TimeElement
            },
            in_header_only: !labelled && place.around < Around::Story,
        };
        self.times.push(Placed {
            article: place.article,
            value,
        });
    }

    fn script(&mut self, element: Element<'d>) {
        let kind = element.attr("type").unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/ld+json") {
            if kind.is_empty() || kind.ends_with("javascript") {
                for step in element.steps() {
                    if let Step::Text(run) = step {
                        self.marks.read_script(run.as_str());
                    }
                }
            }
            return;
        }
        let (limits, hits) = (self.limits, &mut self.claims.hits);
        if hits.over(limits, Limit::LdBlocks, self.scripts.len() + 1) {
            return;
        }
        let text = element.text();
        if !hits.over(limits, Limit::LdJsonBytes, text.len()) {
            self.scripts.push(text);
        }
    }

    fn finish(mut self) -> Claims {
        let (story, limits) = (self.story, self.limits);
        let in_story = |article: u32| article == 0 || story.is_none_or(|story| story == article);
        for Placed { article, value } in std::mem::take(&mut self.times) {
            let has_story = self.articles + self.mains > 0;
            if in_story(article) && !(value.in_header_only && has_story) {
                self.add(value.field, &value.text, value.origin);
            }
        }
        for Placed { article, value } in std::mem::take(&mut self.links) {
            if in_story(article) {
                self.claims.add_person(false, &value, Origin::Link, limits);
            }
        }
        for Placed { article, value } in std::mem::take(&mut self.tags) {
            let (is_category, text) = value;
            let list = if is_category {
                &mut self.claims.linked_sections
            } else {
                &mut self.claims.linked_tags
            };
            if in_story(article) {
                list.push(text);
            }
        }
        self.claims.marked_dates = self.marks.dates(in_story);
        self.claims.heading_parts = self.marks.heading_parts();
        self.claims.marked_people = self.marks.people(in_story);
        self.labels.finish(&mut self.claims, limits);
        let items = std::mem::take(&mut self.microdata).finish();
        self.take_own(items);
        let (items, hits) = jsonld::items(&self.scripts, limits);
        self.claims.hits.extend(&hits);
        self.take_own(items);
        self.claims
    }

    fn take_own(&mut self, items: Vec<Item>) {
        for item in own(items, &self.claims) {
            self.claims.extend(item.claims, self.limits);
        }
    }
}

/// Whether a link's [`short_text`] may be one that [`says_next`] knows, by how it begins.
fn may_lead_on(link: Element<'_>) -> bool {
    let runs = link
        .steps()
        .take(SHORT_STEPS)
        .filter_map(|step| match step {
            Step::Text(run) => Some(cut(run.as_str(), RUN_CHARS)),
            Step::Enter(_) | Step::Leave(_) => None,
        });
    let first = runs.into_iter().find(|run| !is_edge_alone(run));
    first.is_some_and(may_say_next)
}

/// Whether it is told at once that a text is white space alone. In `svg` and `math` a NUL is shown by a sign that has no place.
fn has_no_place(run: Text<'_>) -> bool {
    run.span().is_none() && run.as_str().is_ascii()
}

/// Whether a text is white space alone, references to white space included.
fn is_blank(text: &str) -> bool {
    // Of most texts the first character tells.
    !text.starts_with(|c: char| !c.is_whitespace())
        && text.trim_ascii_start().trim_start().is_empty()
}

fn rels(element: Element<'_>) -> impl Iterator<Item = &str> {
    element
        .attr("rel")
        .unwrap_or_default()
        .split_ascii_whitespace()
}

fn is_void(tag: &str) -> bool {
    matches!(tag, "meta" | "link" | "img" | "input" | "br" | "hr")
}
