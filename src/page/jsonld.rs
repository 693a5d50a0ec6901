//! JSON-LD: objects that describe the page, whatever shape they were written in.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::article::Origin;
use crate::limits::{Hits, Limit, Limits};
use crate::page::claims::{Claim, ClaimedImage, ClaimedPerson, Claims, Field};
use crate::page::fragment::{line, paragraphs};
use crate::page::item::{About, Item};
use crate::page::jsonld_repair::values;
use crate::page::meta::truth;

/// Endings of the types that are articles.
const ARTICLE_ENDINGS: &[&str] = &["Article", "BlogPosting", "Blogposting"];

/// Other types that are the one text of their page.
const ARTICLE_TYPES: &[&str] = &[
    "DiscussionForumPosting",
    "HowTo",
    "Recipe",
    "Report",
    "Review",
    "SocialMediaPosting",
];

/// Types of what opens a thread of a forum, which people sign by their accounts.
const THREAD_TYPES: &[&str] = &["DiscussionForumPosting", QUESTION];

/// A question that somebody asks; without an author it is one of a list that a page answers itself.
const QUESTION: &str = "Question";

/// Types that describe a page, or what it mostly holds, without being its text.
const PAGE_TYPES: &[&str] = &[
    "AudioObject",
    "CreativeWork",
    "PodcastEpisode",
    "VideoObject",
    "WebPage",
];

/// Types of one thing that is sold.
const PRODUCT_TYPES: &[&str] = &[
    "IndividualProduct",
    "Product",
    "ProductGroup",
    "ProductModel",
];

/// Steps of the way from the front page to this one that are looked at.
const TRAIL_STEPS: usize = 12;

/// Properties whose objects speak of the same page as the object they stand in.
const SAME_PAGE: &[&str] = &["@graph", "@list", "mainEntity", "mainEntityOfPage"];

/// The name of a type, without its vocabulary.
fn bare(kind: &str) -> &str {
    kind.rsplit(['/', '#', ':']).next().unwrap_or(kind)
}

fn is_product(kind: &str) -> bool {
    PRODUCT_TYPES.contains(&bare(kind))
}

/// Whether a type is of what opens a thread of a forum.
pub(crate) fn opens_thread(kind: &str) -> bool {
    THREAD_TYPES.contains(&bare(kind))
}

/// Whether an object is a question of a list, which nobody asks.
pub(crate) fn is_listed_question(claims: &Claims) -> bool {
    claims.authors.is_empty() && claims.types.iter().any(|claim| claim.value == QUESTION)
}

/// Claims that hold whatever else the page is about.
fn of_site(claims: Claims) -> Item {
    Item {
        about: About::Site,
        claims,
        ..Item::default()
    }
}

fn product() -> Item {
    of_site(Claims {
        is_product: true,
        ..Claims::default()
    })
}

/// Returns what a type is about; `None` for people, outlets, pictures, lists. Types may be spelled as addresses or with a prefix.
pub(crate) fn about(types: &str) -> Option<About> {
    let names = || types.split_ascii_whitespace().map(bare);
    let is_article = |name: &str| {
        ARTICLE_ENDINGS.iter().any(|ending| name.ends_with(ending))
            || ARTICLE_TYPES.contains(&name)
            || name == QUESTION
    };
    if names().any(|name| name == "WebSite") {
        Some(About::Site)
    } else if names().any(is_article) {
        Some(About::Article)
    } else if names().any(|name| name.ends_with("Page") || PAGE_TYPES.contains(&name)) {
        Some(About::Page)
    } else {
        None
    }
}

/// Returns the articles and pages that JSON-LD blocks describe, in page order.
pub(crate) fn items(scripts: &[Cow<'_, str>], limits: &Limits) -> (Vec<Item>, Hits) {
    let roots: Vec<Value> = scripts.iter().flat_map(|script| values(script)).collect();
    let graph = Graph::of(
        &roots,
        scripts.iter().map(|script| script.len()).sum(),
        limits,
    );
    let mut hits = Hits::default();
    let mut items = Vec::new();
    let mut open: Vec<(&Value, bool, usize)> =
        roots.iter().rev().map(|root| (root, false, 1)).collect();
    while let Some((value, nested, depth)) = open.pop() {
        if hits.over(limits, Limit::LdDepth, depth) {
            continue;
        }
        match value {
            Value::Array(list) => {
                open.extend(list.iter().rev().map(|inner| (inner, nested, depth + 1)));
            }
            Value::Object(object) => {
                items.extend(graph.item(object, nested));
                for (key, inner) in object.iter().rev() {
                    let same = SAME_PAGE.contains(&key.as_str());
                    open.push((inner, nested || !same, depth + 1));
                }
            }
            _ => {}
        }
    }
    (items, hits)
}

/// The objects of a page by their `@id`, as one may refer to another in whichever block.
struct Graph<'v> {
    by_id: BTreeMap<&'v str, &'v Map<String, Value>>,
    /// Values that may still be looked at while properties are read. References can name one object a thousand times, or one
    /// another in a ring; so many steps as the blocks have bytes are more than any honest page needs.
    steps: Cell<usize>,
    limits: &'v Limits,
}

impl<'v> Graph<'v> {
    fn of(roots: &'v [Value], bytes: usize, limits: &'v Limits) -> Self {
        let mut by_id = BTreeMap::new();
        let mut open: Vec<(&Value, u64)> = roots.iter().map(|root| (root, 1)).collect();
        while let Some((value, depth)) = open.pop() {
            if depth > limits.get(Limit::LdDepth) {
                continue;
            }
            match value {
                Value::Array(list) => open.extend(list.iter().map(|inner| (inner, depth + 1))),
                Value::Object(object) => {
                    let id = object.get("@id").and_then(Value::as_str);
                    // An object with nothing but its `@id` is a reference.
                    if let Some(id) = id.filter(|_| object.len() > 1) {
                        let known = by_id.entry(id).or_insert(object);
                        if known.len() < object.len() {
                            *known = object;
                        }
                    }
                    open.extend(object.values().map(|inner| (inner, depth + 1)));
                }
                _ => {}
            }
        }
        Self {
            by_id,
            steps: Cell::new(bytes),
            limits,
        }
    }

    /// Follows a reference, given as an object with an `@id` only or as the bare text.
    fn resolve(&self, value: &'v Value) -> Option<&'v Map<String, Value>> {
        let id = match value {
            Value::Object(object) if object.len() == 1 => object.get("@id")?.as_str()?,
            Value::String(text) => text,
            _ => return None,
        };
        self.by_id.get(id).copied()
    }

    /// Returns what stands in an array, in arrays inside it, or alone, in order; nothing where there is no value.
    fn each(&self, value: Option<&'v Value>) -> Vec<&'v Value> {
        let mut found = Vec::new();
        let mut open: Vec<&Value> = value.into_iter().collect();
        while let Some(value) = open.pop() {
            let Some(left) = self.steps.get().checked_sub(1) else {
                break;
            };
            self.steps.set(left);
            match value {
                Value::Array(list) => open.extend(list.iter().rev().take(left)),
                Value::Object(object) if object.len() == 1 && object.contains_key("@list") => {
                    open.extend(object.values());
                }
                Value::Null => {}
                _ => found.push(value),
            }
        }
        found
    }

    /// Returns the texts of a property: strings and numbers, the `@value` or `name` of objects.
    fn texts(&self, value: Option<&'v Value>) -> Vec<String> {
        self.each(value)
            .into_iter()
            .filter_map(|value| match value {
                Value::Object(object) => {
                    let object = self.resolve(value).unwrap_or(object);
                    let inner = object.get("@value").or_else(|| object.get("name"))?;
                    text_of(inner)
                }
                other => text_of(other),
            })
            .collect()
    }

    fn people(&self, value: Option<&'v Value>) -> Vec<ClaimedPerson> {
        let mut people = Vec::new();
        for value in self.each(value) {
            let object = self.resolve(value).or_else(|| value.as_object());
            let Some(object) = object else {
                people.extend(text_of(value).map(|name| ClaimedPerson {
                    name,
                    ..ClaimedPerson::default()
                }));
                continue;
            };
            let kinds = self.texts(object.get("@type"));
            let url = self.each(object.get("url")).into_iter().find_map(text_of);
            for name in self.names(object) {
                people.push(ClaimedPerson {
                    name,
                    url: url.clone(),
                    organisation: kinds.iter().any(|kind| kind.ends_with("Organization")),
                    card: false,
                });
            }
        }
        people
    }

    /// A person's `name` may be an array of names, or an object once more.
    fn names(&self, object: &'v Map<String, Value>) -> Vec<String> {
        let names = self.texts(object.get("name"));
        if !names.is_empty() {
            return names;
        }
        let parts = ["givenName", "familyName"].map(|key| self.texts(object.get(key)).join(" "));
        let name = parts.join(" ").trim().to_owned();
        Some(name)
            .filter(|name| !name.is_empty())
            .into_iter()
            .collect()
    }

    fn images(&self, value: Option<&'v Value>) -> Vec<ClaimedImage> {
        let mut images = Vec::new();
        for value in self.each(value) {
            let Some(object) = self.resolve(value).or_else(|| value.as_object()) else {
                images.extend(text_of(value).map(|url| ClaimedImage {
                    url,
                    ..ClaimedImage::default()
                }));
                continue;
            };
            let first = |keys: &[&str]| {
                keys.iter()
                    .flat_map(|key| self.texts(object.get(*key)))
                    .map(|text| line(&text, self.limits))
                    .find(|text| !text.is_empty())
            };
            let size = |key: &str| {
                first(&[key]).and_then(|text| text.trim_end_matches("px").trim().parse().ok())
            };
            if let Some(url) = first(&["url", "contentUrl", "@id", "src"]) {
                images.push(ClaimedImage {
                    url,
                    alt: None,
                    width: size("width"),
                    height: size("height"),
                    caption: first(&["caption", "description"]),
                    credit: first(&["creditText", "copyrightNotice", "creator", "author"]),
                });
            }
        }
        images
    }

    /// Returns the addresses of what an object describes.
    fn urls(&self, object: &'v Map<String, Value>) -> Vec<String> {
        let mut urls = Vec::new();
        for key in ["url", "mainEntityOfPage", "@id"] {
            for value in self.each(object.get(key)) {
                let text = match value {
                    Value::Object(inner) => inner
                        .get("@id")
                        .or_else(|| inner.get("url"))
                        .and_then(text_of),
                    other => text_of(other),
                };
                // `mainEntityOfPage` is `true`, at times.
                urls.extend(text.filter(|text| text.contains('/')));
            }
        }
        urls
    }

    /// Returns the steps of a `BreadcrumbList`, in the order of their positions.
    fn trail(&self, object: &'v Map<String, Value>) -> Vec<(String, Option<String>)> {
        let steps = self.each(object.get("itemListElement"));
        let mut steps: Vec<(u64, &Map<String, Value>)> = steps
            .into_iter()
            .filter_map(|step| self.resolve(step).or_else(|| step.as_object()))
            .take(TRAIL_STEPS)
            .map(|step| {
                let position = step.get("position").and_then(text_of);
                (
                    position
                        .and_then(|text| text.parse().ok())
                        .unwrap_or_default(),
                    step,
                )
            })
            .collect();
        steps.sort_by_key(|(position, _)| *position);
        let named = steps.into_iter().filter_map(|(_, step)| {
            let inner = step.get("item");
            let item = inner.and_then(Value::as_object);
            let name = step.get("name").or_else(|| item?.get("name"));
            let url = inner.filter(|inner| inner.is_string());
            let url = url.or_else(|| item?.get("@id").or_else(|| item?.get("url")));
            let name = line(&self.texts(name).into_iter().next()?, self.limits);
            let fits =
                !name.is_empty() && name.chars().count() <= self.limits.count(Limit::TitleChars);
            fits.then_some((name, url.and_then(text_of)))
        });
        named.collect()
    }

    /// Where the whole is silent, a part that is not free: the text behind a wall.
    fn locked_part(&self, object: &'v Map<String, Value>) -> Option<Claim<bool>> {
        let parts = self.each(object.get("hasPart"));
        let is_locked = parts.into_iter().any(|part| {
            let free = part.get("isAccessibleForFree").and_then(text_of);
            free.and_then(|text| truth(&text)) == Some(false)
        });
        is_locked.then_some(Claim {
            value: true,
            origin: Origin::JsonLd,
        })
    }

    fn item(&self, object: &'v Map<String, Value>, nested: bool) -> Option<Item> {
        let types = self.texts(object.get("@type"));
        if types.iter().any(|kind| kind.ends_with("BreadcrumbList")) {
            let trails = vec![self.trail(object)];
            // It says of the site where this page stands in it.
            return Some(of_site(Claims {
                trails,
                ..Claims::default()
            }));
        }
        let Some(about) = about(&types.join(" ")) else {
            // What a product is called and who made it is no article's, but the kind of the page is known by it.
            let is_product = !nested && types.iter().any(|kind| is_product(kind));
            return is_product.then(product);
        };
        let urls = self.urls(object);
        let claims = match about {
            About::Site => self.names_of_site(object),
            _ => self.claims(object, &types, about),
        };
        let item = Item {
            about,
            nested,
            urls,
            has_body: !claims.bodies.is_empty(),
            claims,
        };
        Some(item).filter(|item| !is_listed_question(&item.claims))
    }

    fn names_of_site(&self, object: &'v Map<String, Value>) -> Claims {
        let mut claims = Claims::default();
        for name in self.texts(object.get("name")) {
            claims.add(Field::SiteName, &name, Origin::JsonLd, self.limits);
        }
        claims
    }

    /// What an object claims of the article or page that it describes.
    fn claims(&self, object: &'v Map<String, Value>, types: &[String], about: About) -> Claims {
        let (mut claims, limits, origin) = (Claims::default(), self.limits, Origin::JsonLd);
        for kind in types {
            claims.add(Field::Type, bare(kind), origin, limits);
        }
        let mut add = |field: Field, keys: &[&str]| {
            for key in keys {
                for text in self.texts(object.get(*key)) {
                    claims.add(field, &text, origin, limits);
                }
            }
        };
        let is_bare_page = types.iter().all(|kind| kind.ends_with("Page"));
        let published = if is_bare_page {
            Field::SetUp
        } else {
            Field::Published
        };
        add(published, &["datePublished", "dateCreated", "uploadDate"]);
        add(Field::Modified, &["dateModified"]);
        add(Field::Description, &["description"]);
        add(Field::Language, &["inLanguage"]);
        add(Field::Section, &["articleSection"]);
        add(Field::Licence, &["license"]);
        add(Field::Publisher, &["publisher"]);
        add(Field::Source, &["sourceOrganization"]);
        if about == About::Article {
            // The `name` of a page is its title element; that of an article stands in for a missing headline.
            let key = if self.texts(object.get("headline")).is_empty() {
                "name"
            } else {
                "headline"
            };
            add(Field::Title, &[key]);
            add(Field::Subtitle, &["alternativeHeadline"]);
        }
        for text in self.texts(object.get("keywords")) {
            claims.add_tags(&text, origin, limits);
        }
        self.add_people(object, types, &mut claims);
        for key in ["image", "primaryImageOfPage", "thumbnailUrl"] {
            if !claims.images.is_empty() {
                break;
            }
            for image in self.images(object.get(key)) {
                claims.add_image(image, origin, limits);
            }
        }
        claims.paywalled = object
            .get("isAccessibleForFree")
            .and_then(text_of)
            .and_then(|text| truth(&text))
            .map(|free| Claim {
                value: !free,
                origin,
            })
            .or_else(|| self.locked_part(object));
        for text in self.texts(object.get("articleBody")) {
            let value = paragraphs(&text, limits);
            if !value.is_empty() {
                claims.bodies.push(Claim { value, origin });
            }
        }
        claims
    }

    fn add_people(&self, object: &'v Map<String, Value>, types: &[String], claims: &mut Claims) {
        let in_thread = types.iter().any(|kind| opens_thread(kind));
        for key in ["author", "creator"] {
            for mut person in self.people(object.get(key)) {
                person.card = in_thread;
                claims.add_person(false, &person, Origin::JsonLd, self.limits);
            }
        }
        for person in self.people(object.get("editor")) {
            claims.add_person(true, &person, Origin::JsonLd, self.limits);
        }
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
