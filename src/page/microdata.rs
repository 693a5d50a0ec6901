//! Microdata and `RDFa`: values that attributes mark in the visible page, each in the scope of the object it belongs to.

use crate::article::Origin;
use crate::input::dom::{Element, Step};
use crate::limits::Limits;
use crate::page::claims::{Claim, ClaimedImage, ClaimedPerson, Claims, Field};
use crate::page::item::{About, Item};
use crate::page::jsonld::{about, is_listed_question, opens_thread};
use crate::page::meta::truth;
use crate::page::short_text::short_text;
use crate::page::walk::Place;
use crate::text::clean::fold_space;

/// Attributes that say that an element is an object or a property of one.
const MARKING: [&str; 4] = ["itemprop", "property", "itemscope", "typeof"];

/// Steps into an element in search of a property of the object it holds.
const SEARCH_STEPS: usize = 128;

/// The objects of a page, gathered in one walk.
#[derive(Debug, Default)]
pub(crate) struct Microdata {
    items: Vec<Item>,
    /// For each open element, the object its properties belong to.
    scopes: Vec<Scope>,
    /// The object of properties outside every scope; many themes leave the scope out.
    loose: Item,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Scope {
    /// No object around.
    #[default]
    Loose,
    /// An article or page: its index.
    Item(usize),
    /// Something else: a person, a picture, a comment, a breadcrumb.
    Foreign,
}

impl Microdata {
    /// Goes into an element.
    pub(super) fn enter(&mut self, element: Element<'_>, place: Place, limits: &Limits) {
        let outer = self.scopes.last().copied().unwrap_or_default();
        // Most elements of most pages have nothing of it.
        if !element.has_any(&MARKING) {
            self.scopes.push(outer);
            return;
        }
        let property = properties(element);
        if let Some(names) = property {
            // A property of the page may be an object itself: then it belongs to the object around.
            if !place.aside {
                self.read(outer, names, element, limits);
            }
        }
        let opens = element.attr("itemscope").is_some() || element.attr("typeof").is_some();
        let scope = if opens {
            self.open(element, outer, place, limits)
        } else {
            outer
        };
        self.scopes.push(scope);
    }

    /// Leaves the element entered last.
    pub(crate) fn leave(&mut self) {
        self.scopes.pop();
    }

    fn open(&mut self, element: Element<'_>, outer: Scope, place: Place, limits: &Limits) -> Scope {
        let kind = element
            .attr("itemtype")
            .or_else(|| element.attr("typeof"))
            .unwrap_or_default();
        let about = match about(kind) {
            Some(about @ (About::Article | About::Page)) => about,
            Some(About::Site) | None => return Scope::Foreign,
        };
        let mut item = Item {
            about,
            nested: place.aside
                || outer == Scope::Foreign
                || properties(element).is_some_and(is_neighbour),
            ..Item::default()
        };
        if about == About::Article {
            item.claims
                .add(Field::Type, type_name(kind), Origin::Microdata, limits);
        }
        for name in ["itemid", "resource", "about"] {
            item.urls.extend(element.attr(name).map(str::to_owned));
        }
        self.items.push(item);
        Scope::Item(self.items.len() - 1)
    }

    fn read(&mut self, scope: Scope, names: &str, element: Element<'_>, limits: &Limits) {
        let item = match scope {
            Scope::Loose => &mut self.loose,
            Scope::Item(at) => match self.items.get_mut(at) {
                Some(item) => item,
                None => return,
            },
            Scope::Foreign => return,
        };
        for name in names.split_ascii_whitespace() {
            let name = name.rsplit([':', '/']).next().unwrap_or(name);
            property(item, name, element, scope == Scope::Loose, limits);
        }
    }

    /// Returns the objects in page order, what stands outside every scope first.
    pub(crate) fn finish(self) -> Vec<Item> {
        let mut items = self.items;
        items.retain(|item| !is_listed_question(&item.claims));
        if self.loose.claims != Claims::default() {
            let loose = Item {
                about: About::Article,
                ..self.loose
            };
            items.insert(0, loose);
        }
        items
    }
}

/// The properties an element has: `itemprop`, or `RDFa`'s `property`, which on `meta` is for `og:` names.
fn properties(element: Element<'_>) -> Option<&str> {
    element.attr("itemprop").or_else(|| {
        element
            .attr("property")
            .filter(|_| element.name() != "meta")
    })
}

fn is_neighbour(names: &str) -> bool {
    names.split_ascii_whitespace().any(|name| {
        matches!(
            name,
            "itemListElement" | "hasPart" | "mentions" | "relatedLink" | "comment" | "blogPost"
        )
    })
}

fn type_name(kind: &str) -> &str {
    let first = kind.split_ascii_whitespace().next().unwrap_or_default();
    first.rsplit(['/', ':', '#']).next().unwrap_or(first)
}

fn property(item: &mut Item, name: &str, element: Element<'_>, loose: bool, limits: &Limits) {
    let origin = Origin::Microdata;
    let claims = &mut item.claims;
    let field = match name {
        "headline" => Field::Title,
        // Outside a scope, `name` may be anything.
        "name" if !loose && claims.titles.is_empty() => Field::Title,
        "alternativeHeadline" | "alternateName" if !loose => Field::Subtitle,
        "description" if !loose => Field::Description,
        // `dateUpdate` is of a large Chinese portal, for the time that stands under the headline.
        "datePublished" | "dateCreated" | "dateUpdate" => Field::Published,
        "dateModified" => Field::Modified,
        "articleSection" => Field::Section,
        "inLanguage" => Field::Language,
        "license" => Field::Licence,
        "publisher" => {
            if let Some(person) = person(element) {
                claims.add(Field::Publisher, &person.name, origin, limits);
            }
            return;
        }
        "author" | "creator" | "editor" => {
            if let Some(mut person) = person(element) {
                person.card = claims.types.iter().any(|kind| opens_thread(&kind.value));
                claims.add_person(name == "editor", &person, origin, limits);
            }
            return;
        }
        "keywords" => return claims.add_tags(&value(element), origin, limits),
        "image" if !loose => {
            if let Some(image) = image(element) {
                claims.add_image(image, origin, limits);
            }
            return;
        }
        "isAccessibleForFree" => {
            if let Some(free) = truth(&value(element)) {
                let claim = Claim {
                    value: !free,
                    origin,
                };
                claims.paywalled.get_or_insert(claim);
            }
            return;
        }
        "articleBody" => {
            item.has_body = true;
            return;
        }
        "url" | "mainEntityOfPage" if !loose => {
            item.urls.push(value(element));
            return;
        }
        _ => return,
    };
    claims.add(field, &value(element), origin, limits);
}

/// Returns the value of a property as the microdata and `RDFa` standards read it.
fn value(element: Element<'_>) -> String {
    let attr = |name: &str| element.attr(name).filter(|value| !value.trim().is_empty());
    let by_tag = match element.name() {
        "a" | "link" | "area" => attr("href"),
        "img" | "iframe" | "video" | "audio" | "embed" | "source" => attr("src"),
        "time" => attr("datetime"),
        "data" | "meter" => attr("value"),
        _ => None,
    };
    attr("content")
        .or(by_tag)
        .map_or_else(|| short_text(element), fold_space)
}

/// Returns the person an element names: the `name` of the object it is, or its text.
fn person(element: Element<'_>) -> Option<ClaimedPerson> {
    let mut person = ClaimedPerson {
        organisation: element
            .attr("itemtype")
            .is_some_and(|kind| type_name(kind).ends_with("Organization")),
        ..ClaimedPerson::default()
    };
    for step in element.steps().skip(1).take(SEARCH_STEPS) {
        let Step::Enter(inner) = step else { continue };
        let Some(names) = properties(inner) else {
            if inner.name() == "a" && person.url.is_none() {
                person.url = inner.attr("href").map(str::to_owned);
            }
            continue;
        };
        if has(names, "name") && person.name.is_empty() {
            // The name may stand in a link that is itself marked: its text, not its address.
            let content = inner.attr("content").map(fold_space);
            person.name = content
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| short_text(inner));
        }
        if has(names, "url") || inner.name() == "a" {
            person.url = person.url.or_else(|| inner.attr("href").map(str::to_owned));
        }
    }
    if person.name.is_empty() {
        let content = element.attr("content").map(fold_space);
        person.name = content
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| short_text(element));
    }
    if person.url.is_none() && element.name() == "a" {
        person.url = element.attr("href").map(str::to_owned);
    }
    (!person.name.is_empty()).then_some(person)
}

fn image(element: Element<'_>) -> Option<ClaimedImage> {
    if element.attr("itemscope").is_none() && element.attr("typeof").is_none() {
        let url = value(element);
        let alt = element.attr("alt").map(fold_space);
        return (!url.is_empty()).then(|| ClaimedImage {
            url,
            alt: alt.filter(|alt| !alt.is_empty()),
            ..ClaimedImage::default()
        });
    }
    let mut image = ClaimedImage::default();
    for step in element.steps().skip(1).take(SEARCH_STEPS) {
        let Step::Enter(inner) = step else { continue };
        let Some(names) = properties(inner) else {
            continue;
        };
        if has(names, "url") || has(names, "contentUrl") {
            image.url = value(inner);
        } else if has(names, "width") {
            image.width = value(inner).trim_end_matches("px").parse().ok();
        } else if has(names, "height") {
            image.height = value(inner).trim_end_matches("px").parse().ok();
        } else if has(names, "caption") {
            image.caption = Some(value(inner)).filter(|text| !text.is_empty());
        }
    }
    (!image.url.is_empty()).then_some(image)
}

fn has(names: &str, name: &str) -> bool {
    names
        .split_ascii_whitespace()
        .any(|one| one.rsplit([':', '/']).next() == Some(name))
}
