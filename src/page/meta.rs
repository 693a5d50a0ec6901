//! The names of `meta` elements, and what each claims.

use crate::article::Origin;
use crate::input::dom::Element;
use crate::limits::Limits;
use crate::page::claims::{Claim, ClaimedImage, ClaimedPerson, Claims, Field};
use crate::page::fragment::line;
use crate::page::licence::names_licence;

/// What a `meta` element claims.
#[derive(Clone, Copy)]
enum Says {
    Text(Field),
    Author,
    Editor,
    Tags,
    Image,
    /// Of the picture named last.
    ImageAlt,
    ImageWidth,
    ImageHeight,
    /// `free`, `metered` or `locked`.
    Tier,
    /// `true` or `false`: whether a reader need not pay.
    Free,
    /// Whose rights they are, at times with a licence.
    Rights,
}

struct Row {
    /// The `name`, `property`, `itemprop` or `http-equiv`, in lower case.
    name: &'static str,
    origin: Origin,
    says: Says,
}

const fn row(name: &'static str, origin: Origin, says: Says) -> Row {
    Row { name, origin, says }
}

use Field::{
    Canonical, Description, Language, Licence, Modified, Published, Publisher, Section, SiteName,
    Source, Subtitle, Title, Type,
};
use Origin::{DublinCore, Meta, OpenGraph, Twitter};
use Says::Text;

#[rustfmt::skip]
const ROWS: &[Row] = &[
    row("og:title", OpenGraph, Text(Title)),
    row("og:description", OpenGraph, Text(Description)),
    row("og:site_name", OpenGraph, Text(SiteName)),
    row("og:url", OpenGraph, Text(Canonical)),
    row("og:type", OpenGraph, Text(Type)),
    row("og:locale", OpenGraph, Text(Language)),
    row("og:image", OpenGraph, Says::Image),
    row("og:image:url", OpenGraph, Says::Image),
    row("og:image:secure_url", OpenGraph, Says::Image),
    row("og:image:alt", OpenGraph, Says::ImageAlt),
    row("og:image:width", OpenGraph, Says::ImageWidth),
    row("og:image:height", OpenGraph, Says::ImageHeight),
    row("og:article:published_time", OpenGraph, Text(Published)),
    row("og:article:modified_time", OpenGraph, Text(Modified)),
    row("og:article:author", OpenGraph, Says::Author),
    row("og:article:section", OpenGraph, Text(Section)),
    row("og:published_time", OpenGraph, Text(Published)),
    row("og:pubdate", OpenGraph, Text(Published)),
    row("og:regdate", OpenGraph, Text(Published)),
    row("og:updated_time", OpenGraph, Text(Modified)),
    row("og:author", OpenGraph, Says::Author),
    row("article:published_time", OpenGraph, Text(Published)),
    row("article:published", OpenGraph, Text(Published)),
    row("article:modified_time", OpenGraph, Text(Modified)),
    row("article:modified", OpenGraph, Text(Modified)),
    row("article:author", OpenGraph, Says::Author),
    row("article:author:name", OpenGraph, Says::Author),
    row("article:author_name", OpenGraph, Says::Author),
    row("article:section", OpenGraph, Text(Section)),
    row("article:tag", OpenGraph, Says::Tags),
    row("article:content_tier", OpenGraph, Says::Tier),
    row("book:author", OpenGraph, Says::Author),
    row("twitter:title", Twitter, Text(Title)),
    row("twitter:description", Twitter, Text(Description)),
    row("twitter:image", Twitter, Says::Image),
    row("twitter:image:src", Twitter, Says::Image),
    row("twitter:image:alt", Twitter, Says::ImageAlt),
    row("dc.title", DublinCore, Text(Title)),
    row("dc.creator", DublinCore, Says::Author),
    row("dc.contributor", DublinCore, Says::Author),
    row("dc.publisher", DublinCore, Text(Publisher)),
    row("dc.source", DublinCore, Text(Source)),
    row("dc.description", DublinCore, Text(Description)),
    row("dc.date", DublinCore, Text(Published)),
    row("dc.date.issued", DublinCore, Text(Published)),
    row("dc.date.created", DublinCore, Text(Published)),
    row("dc.date.modified", DublinCore, Text(Modified)),
    row("dc.issued", DublinCore, Text(Published)),
    row("dc.created", DublinCore, Text(Published)),
    row("dc.available", DublinCore, Text(Published)),
    row("dc.modified", DublinCore, Text(Modified)),
    row("dc.language", DublinCore, Text(Language)),
    row("dc.subject", DublinCore, Says::Tags),
    row("dc.rights", DublinCore, Says::Rights),
    row("dc.rights.license", DublinCore, Text(Licence)),
    row("dc.license", DublinCore, Text(Licence)),
    row("citation_title", Meta, Text(Title)),
    row("citation_author", Meta, Says::Author),
    row("citation_authors", Meta, Says::Author),
    row("citation_date", Meta, Text(Published)),
    row("citation_publication_date", Meta, Text(Published)),
    row("citation_online_date", Meta, Text(Published)),
    row("citation_publisher", Meta, Text(Publisher)),
    row("citation_keywords", Meta, Says::Tags),
    row("citation_language", Meta, Text(Language)),
    row("parsely-title", Meta, Text(Title)),
    row("parsely-author", Meta, Says::Author),
    row("parsely-pub-date", Meta, Text(Published)),
    row("parsely-section", Meta, Text(Section)),
    row("parsely-tags", Meta, Says::Tags),
    row("parsely-image-url", Meta, Says::Image),
    row("parsely-link", Meta, Text(Canonical)),
    row("sailthru.title", Meta, Text(Title)),
    row("sailthru.author", Meta, Says::Author),
    row("sailthru.date", Meta, Text(Published)),
    row("sailthru.description", Meta, Text(Description)),
    row("sailthru.tags", Meta, Says::Tags),
    row("sailthru.image.full", Meta, Says::Image),
    row("title", Meta, Text(Title)),
    row("headline", Meta, Text(Title)),
    row("hdl", Meta, Text(Title)),
    row("contenttitle", Meta, Text(Title)),
    row("articletitle", Meta, Text(Title)),
    row("article_title", Meta, Text(Title)),
    row("subtitle", Meta, Text(Subtitle)),
    row("alternativeheadline", Meta, Text(Subtitle)),
    row("description", Meta, Text(Description)),
    row("lp", Meta, Text(Description)),
    row("author", Meta, Says::Author),
    row("authors", Meta, Says::Author),
    row("byl", Meta, Says::Author),
    row("byline", Meta, Says::Author),
    row("creator", Meta, Says::Author),
    row("article:creator", Meta, Says::Author),
    row("article.author", Meta, Says::Author),
    row("article_author", Meta, Says::Author),
    row("article-author", Meta, Says::Author),
    row("bt:author", Meta, Says::Author),
    row("rbauthors", Meta, Says::Author),
    row("cxenseparse:author", Meta, Says::Author),
    row("xenseparse:author", Meta, Says::Author),
    row("editor", Meta, Says::Editor),
    row("responsible-editor", Meta, Says::Editor),
    row("publisher", Meta, Text(Publisher)),
    row("source", Meta, Text(Source)),
    row("contentsource", Meta, Text(Source)),
    row("mediasource", Meta, Text(Source)),
    row("mediaid", Meta, Text(Source)),
    row("article_source", Meta, Text(Source)),
    row("copyright-holder", Meta, Text(Publisher)),
    row("application-name", Meta, Text(SiteName)),
    row("apple-mobile-web-app-title", Meta, Text(SiteName)),
    row("sitename", Meta, Text(SiteName)),
    row("date", Meta, Text(Published)),
    row("pubdate", Meta, Text(Published)),
    row("publishdate", Meta, Text(Published)),
    row("publish-date", Meta, Text(Published)),
    row("publish_date", Meta, Text(Published)),
    row("published", Meta, Text(Published)),
    row("published-date", Meta, Text(Published)),
    row("published_time", Meta, Text(Published)),
    row("publication_date", Meta, Text(Published)),
    row("publication-date", Meta, Text(Published)),
    row("publishedat", Meta, Text(Published)),
    row("article_date_original", Meta, Text(Published)),
    row("article.published", Meta, Text(Published)),
    row("article.created", Meta, Text(Published)),
    row("originalpublicationdate", Meta, Text(Published)),
    row("cxenseparse:recs:publishtime", Meta, Text(Published)),
    row("date.release", Meta, Text(Published)),
    row("datepublished", Meta, Text(Published)),
    row("rbpubdate", Meta, Text(Published)),
    row("ptime", Meta, Text(Published)),
    row("pdate", Meta, Text(Published)),
    row("published_at", Meta, Text(Published)),
    row("ms.date", Meta, Text(Published)),
    row("article:create_at", Meta, Text(Published)),
    row("bytedance:published_time", Meta, Text(Published)),
    row("bytedance:updated_time", Meta, Text(Modified)),
    row("last-modified", Meta, Text(Modified)),
    row("lastmod", Meta, Text(Modified)),
    row("updated", Meta, Text(Modified)),
    row("updated_at", Meta, Text(Modified)),
    row("datemodified", Meta, Text(Modified)),
    row("article.updated", Meta, Text(Modified)),
    row("date.update", Meta, Text(Modified)),
    row("revised", Meta, Text(Modified)),
    row("content-language", Meta, Text(Language)),
    row("language", Meta, Text(Language)),
    row("section", Meta, Text(Section)),
    row("articlesection", Meta, Text(Section)),
    row("article-section", Meta, Text(Section)),
    row("channel", Meta, Text(Section)),
    row("keywords", Meta, Says::Tags),
    row("news_keywords", Meta, Says::Tags),
    row("tags", Meta, Says::Tags),
    row("tag", Meta, Says::Tags),
    row("image", Meta, Says::Image),
    row("thumbnail", Meta, Says::Image),
    row("thumbnailurl", Meta, Says::Image),
    row("license", Meta, Text(Licence)),
    row("isaccessibleforfree", Meta, Says::Free),
];

/// How the names of other systems end, marks left out: `shareaholic:article_published_time`, `w-published-date`, `cXenseParse:publishtime`.
const ENDINGS: &[(&str, Field)] = &[
    ("datepub", Published),
    ("datepublished", Published),
    ("firstpublished", Published),
    ("pubdate", Published),
    ("publicationdate", Published),
    ("publicationtime", Published),
    ("publishdate", Published),
    ("publisheddate", Published),
    ("publishedtime", Published),
    ("publishtime", Published),
    ("lastupdated", Modified),
    ("modifieddate", Modified),
    ("modifiedtime", Modified),
    ("revisiondate", Modified),
    ("updateddate", Modified),
];

/// Other spellings of a group of names: the same rows serve them all.
const DUBLIN_CORE: &[&str] = &["dcterms.", "dcterms:", "dcterm.", "dcterm:", "dc:", "dc-"];

/// What the two labelled lines of a Twitter card are called when they name the author.
const AUTHOR_LABELS: &[(&str, &str)] = &[
    ("en", "written by"),
    ("en", "author"),
    ("en", "by"),
    ("de", "verfasst von"),
    ("de", "geschrieben von"),
    ("de", "autor"),
    ("es", "escrito por"),
    ("fr", "écrit par"),
    ("fr", "auteur"),
    ("it", "scritto da"),
    ("nl", "geschreven door"),
    ("pl", "napisane przez"),
    ("pt", "escrito por"),
    ("ru", "написано автором"),
    ("tr", "yazan"),
    ("ja", "執筆者"),
    ("zh", "作者"),
];

/// Times kept of those under names of other systems.
const OTHER_TIMES: usize = 8;

/// What is taken over when the whole head was seen: the labelled lines of a Twitter card (`twitter:label1` says what `twitter:data1` is), and
/// times under names that only their ending tells, which count where no other `meta` gives one.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    names: [Option<String>; 2],
    values: [Option<String>; 2],
    /// Times under names of other systems.
    times: Vec<(Field, String)>,
}

impl Labels {
    fn read(&mut self, name: &str, content: &str) -> bool {
        let slot = match name {
            "twitter:label1" => self.names.first_mut(),
            "twitter:label2" => self.names.last_mut(),
            "twitter:data1" => self.values.first_mut(),
            "twitter:data2" => self.values.last_mut(),
            _ => return false,
        };
        if let Some(slot) = slot {
            slot.get_or_insert_with(|| content.trim().to_owned());
        }
        true
    }

    /// Hands over the author, where a label says so.
    pub(crate) fn finish(&self, claims: &mut Claims, limits: &Limits) {
        for (label, value) in self.names.iter().zip(&self.values) {
            let (Some(label), Some(value)) = (label, value) else {
                continue;
            };
            let label = label.to_lowercase();
            if AUTHOR_LABELS.iter().any(|&(_, text)| text == label) {
                add_author(claims, value, Origin::Twitter, limits);
            }
        }
        let is_known = |list: &[Claim<String>]| list.iter().any(|claim| claim.origin == Meta);
        let known = (is_known(&claims.published), is_known(&claims.modified));
        for (field, value) in &self.times {
            if !matches!(
                (field, known),
                (Published, (true, _)) | (Modified, (_, true))
            ) {
                claims.add(*field, value, Meta, limits);
            }
        }
    }

    fn read_time(&mut self, name: &str, content: &str) {
        if self.times.len() < OTHER_TIMES
            && let Some(field) = by_ending(name)
        {
            self.times.push((field, content.to_owned()));
        }
    }
}

/// Reads one `meta` element. Those that stand in the body as microdata are read as such, in their scope.
pub(crate) fn read(
    element: Element<'_>,
    claims: &mut Claims,
    labels: &mut Labels,
    limits: &Limits,
) {
    let Some(content) = element.attr("content") else {
        return;
    };
    for key in ["property", "name", "http-equiv"] {
        let Some(name) = element.attr(key) else {
            continue;
        };
        // `property` may name several in one attribute.
        for name in name.split_ascii_whitespace() {
            let name = spelled(name);
            if labels.read(&name, content) {
                continue;
            }
            match ROWS.iter().find(|row| row.name == name) {
                Some(row) => take(row, content, claims, limits),
                None => labels.read_time(&name, content),
            }
        }
    }
}

fn spelled(name: &str) -> String {
    let name = name.trim().to_ascii_lowercase();
    let rest = DUBLIN_CORE
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix));
    match rest {
        Some(rest) => format!("dc.{rest}"),
        None => name,
    }
}

fn take(row: &Row, content: &str, claims: &mut Claims, limits: &Limits) {
    match row.says {
        Text(field) => claims.add(field, content, row.origin, limits),
        Says::Author => add_author(claims, content, row.origin, limits),
        Says::Editor => {
            let person = ClaimedPerson {
                name: content.to_owned(),
                ..ClaimedPerson::default()
            };
            claims.add_person(true, &person, row.origin, limits);
        }
        Says::Rights => {
            if names_licence(content) {
                claims.add(Licence, content, row.origin, limits);
            }
        }
        Says::Tags => claims.add_tags(content, row.origin, limits),
        Says::Image => add_image(claims, content, row.origin, limits),
        Says::ImageAlt | Says::ImageWidth | Says::ImageHeight => {
            describe_image(claims, row, content, limits);
        }
        Says::Tier => {
            let locked = match content.trim().to_ascii_lowercase().as_str() {
                "locked" => true,
                "free" => false,
                _ => return,
            };
            set_paywalled(claims, locked, row.origin);
        }
        Says::Free => {
            if let Some(free) = truth(content) {
                set_paywalled(claims, !free, row.origin);
            }
        }
    }
}

fn by_ending(name: &str) -> Option<Field> {
    if !name.contains("pub") && !name.contains("dat") && !name.contains("time") {
        return None;
    }
    let bare: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let row = ENDINGS.iter().find(|(ending, _)| bare.ends_with(ending))?;
    Some(row.1)
}

/// Reads a truth value as pages write it.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" => Some(true),
        "false" | "0" | "no" => Some(false),
        text if text.ends_with("/true") => Some(true),
        text if text.ends_with("/false") => Some(false),
        _ => None,
    }
}

fn set_paywalled(claims: &mut Claims, value: bool, origin: Origin) {
    claims.paywalled.get_or_insert(Claim { value, origin });
}

fn add_author(claims: &mut Claims, content: &str, origin: Origin, limits: &Limits) {
    let person = ClaimedPerson {
        name: content.to_owned(),
        ..ClaimedPerson::default()
    };
    claims.add_person(false, &person, origin, limits);
}

/// The secure address of a picture is another spelling of the one just named.
fn add_image(claims: &mut Claims, content: &str, origin: Origin, limits: &Limits) {
    let bare = |url: &str| {
        url.trim()
            .trim_start_matches("https:")
            .trim_start_matches("http:")
            .to_owned()
    };
    let known = claims
        .images
        .iter()
        .any(|claim| claim.origin == origin && bare(&claim.value.url) == bare(content));
    if !known {
        let image = ClaimedImage {
            url: content.to_owned(),
            ..ClaimedImage::default()
        };
        claims.add_image(image, origin, limits);
    }
}

fn describe_image(claims: &mut Claims, row: &Row, content: &str, limits: &Limits) {
    let Some(image) = claims
        .images
        .last_mut()
        .filter(|claim| claim.origin == row.origin)
    else {
        return;
    };
    let number = content.trim().trim_end_matches("px").parse().ok();
    match row.says {
        Says::ImageWidth => image.value.width = number,
        Says::ImageHeight => image.value.height = number,
        _ => {
            let alt = line(content, limits);
            image.value.alt = Some(alt).filter(|alt| !alt.is_empty());
        }
    }
}
