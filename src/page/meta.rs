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
    origin: Origin,
    says: Says,
    /// Each a `name`, `property`, `itemprop` or `http-equiv`, in lower case.
    names: &'static [&'static str],
}

const fn row(origin: Origin, says: Says, names: &'static [&'static str]) -> Row {
    Row {
        origin,
        says,
        names,
    }
}

use Field::{
    Canonical, Description, Language, Licence, Modified, Published, Publisher, Section, SiteName,
    Source, Subtitle, Title, Type,
};
use Origin::{DublinCore, Meta, OpenGraph, Twitter};
use Says::Text;

#[rustfmt::skip]
const ROWS: &[Row] = &[
    row(OpenGraph, Text(Title), &["og:title"]),
    row(OpenGraph, Text(Description), &["og:description"]),
    row(OpenGraph, Text(SiteName), &["og:site_name"]),
    row(OpenGraph, Text(Canonical), &["og:url"]),
    row(OpenGraph, Text(Type), &["og:type"]),
    row(OpenGraph, Text(Language), &["og:locale"]),
    row(OpenGraph, Says::Image, &["og:image", "og:image:url", "og:image:secure_url"]),
    row(OpenGraph, Says::ImageAlt, &["og:image:alt"]),
    row(OpenGraph, Says::ImageWidth, &["og:image:width"]),
    row(OpenGraph, Says::ImageHeight, &["og:image:height"]),
    row(OpenGraph, Text(Published), &[
        "og:article:published_time", "og:published_time", "og:pubdate", "og:regdate", "article:published_time", "article:published",
    ]),
    row(OpenGraph, Text(Modified), &["og:article:modified_time", "og:updated_time", "article:modified_time", "article:modified"]),
    row(OpenGraph, Says::Author, &[
        "og:article:author", "og:author", "article:author", "article:author:name", "article:author_name", "book:author",
    ]),
    row(OpenGraph, Text(Section), &["og:article:section", "article:section"]),
    row(OpenGraph, Says::Tags, &["article:tag"]),
    row(OpenGraph, Says::Tier, &["article:content_tier"]),
    row(Twitter, Text(Title), &["twitter:title"]),
    row(Twitter, Text(Description), &["twitter:description"]),
    row(Twitter, Says::Image, &["twitter:image", "twitter:image:src"]),
    row(Twitter, Says::ImageAlt, &["twitter:image:alt"]),
    row(DublinCore, Text(Title), &["dc.title"]),
    row(DublinCore, Says::Author, &["dc.creator", "dc.contributor"]),
    row(DublinCore, Text(Publisher), &["dc.publisher"]),
    row(DublinCore, Text(Source), &["dc.source"]),
    row(DublinCore, Text(Description), &["dc.description"]),
    row(DublinCore, Text(Published), &["dc.date", "dc.date.issued", "dc.date.created", "dc.issued", "dc.created", "dc.available"]),
    row(DublinCore, Text(Modified), &["dc.date.modified", "dc.modified"]),
    row(DublinCore, Text(Language), &["dc.language"]),
    row(DublinCore, Says::Tags, &["dc.subject"]),
    row(DublinCore, Says::Rights, &["dc.rights"]),
    row(DublinCore, Text(Licence), &["dc.rights.license", "dc.license"]),
    row(Meta, Text(Title), &[
        "citation_title", "parsely-title", "sailthru.title", "title", "headline", "hdl", "contenttitle", "articletitle", "article_title",
    ]),
    row(Meta, Says::Author, &[
        "citation_author", "citation_authors", "parsely-author", "sailthru.author", "author", "authors", "byl", "byline", "creator",
        "article:creator", "article.author", "article_author", "article-author", "bt:author", "rbauthors", "cxenseparse:author",
        "xenseparse:author",
    ]),
    row(Meta, Text(Published), &[
        "citation_date", "citation_publication_date", "citation_online_date", "parsely-pub-date", "sailthru.date", "date", "pubdate",
        "publishdate", "publish-date", "publish_date", "published", "published-date", "published_time", "publication_date",
        "publication-date", "publishedat", "article_date_original", "article.published", "article.created", "originalpublicationdate",
        "cxenseparse:recs:publishtime", "date.release", "datepublished", "rbpubdate", "ptime", "pdate", "published_at", "ms.date",
        "article:create_at", "bytedance:published_time",
    ]),
    row(Meta, Text(Publisher), &["citation_publisher", "publisher", "copyright-holder"]),
    row(Meta, Says::Tags, &["citation_keywords", "parsely-tags", "sailthru.tags", "keywords", "news_keywords", "tags", "tag"]),
    row(Meta, Text(Language), &["citation_language", "content-language", "language"]),
    row(Meta, Text(Section), &["parsely-section", "section", "articlesection", "article-section", "channel"]),
    row(Meta, Says::Image, &["parsely-image-url", "sailthru.image.full", "image", "thumbnail", "thumbnailurl"]),
    row(Meta, Text(Canonical), &["parsely-link"]),
    row(Meta, Text(Description), &["sailthru.description", "description", "lp"]),
    row(Meta, Text(Subtitle), &["subtitle", "alternativeheadline"]),
    row(Meta, Says::Editor, &["editor", "responsible-editor"]),
    row(Meta, Text(Source), &["source", "contentsource", "mediasource", "mediaid", "article_source"]),
    row(Meta, Text(SiteName), &["application-name", "apple-mobile-web-app-title", "sitename"]),
    row(Meta, Text(Modified), &[
        "bytedance:updated_time", "last-modified", "lastmod", "updated", "updated_at", "datemodified", "article.updated", "date.update",
        "revised",
    ]),
    row(Meta, Text(Licence), &["license"]),
    row(Meta, Says::Free, &["isaccessibleforfree"]),
];

/// How the names of other systems end, marks left out: `shareaholic:article_published_time`, `w-published-date`, `cXenseParse:publishtime`.
#[rustfmt::skip]
const ENDINGS: &[(Field, &[&str])] = &[
    (Published, &[
        "datepub", "datepublished", "firstpublished", "pubdate", "publicationdate", "publicationtime", "publishdate", "publisheddate",
        "publishedtime", "publishtime",
    ]),
    (Modified, &["lastupdated", "modifieddate", "modifiedtime", "revisiondate", "updateddate"]),
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
            match ROWS.iter().find(|row| row.names.contains(&&*name)) {
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
    let is_of = |endings: &[&str]| endings.iter().any(|ending| bare.ends_with(ending));
    let row = ENDINGS.iter().find(|(_, endings)| is_of(endings))?;
    Some(row.0)
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
