//! What the page says of itself: `meta`, `link`, JSON-LD, microdata, `time`. Raw text; `fields` reads and weighs it.

use crate::article::Origin;
use crate::limits::{Hits, Limit, Limits};
use crate::page::fragment::{cut, line};
use crate::page::threads::Said;
use crate::text::clean::fold_space;
use crate::text::measure::is_ideograph;

/// A value with the place it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
}

/// A person as named by markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClaimedPerson {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
    /// Whether the markup says that this is no person (`"@type": "Organization"`).
    pub(crate) organisation: bool,
    /// Whether it is the author's card (`class="author vcard"`, microformats.org/wiki/hcard), or markup says that the post of a forum is
    /// theirs: there an account stands for a name.
    pub(crate) card: bool,
}

/// A picture as named by markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClaimedImage {
    pub(crate) url: String,
    pub(crate) alt: Option<String>,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    /// Caption and credit, where a JSON-LD `ImageObject` gives them.
    pub(crate) caption: Option<String>,
    pub(crate) credit: Option<String>,
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

/// All claims of a page. Each list stands in page order, with what microdata and then JSON-LD say at its end: which of
/// their objects describe this page is known only when the whole page was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Claims {
    pub(crate) titles: Vec<Claim<String>>,
    pub(crate) subtitles: Vec<Claim<String>>,
    pub(crate) descriptions: Vec<Claim<String>>,
    pub(crate) authors: Vec<Claim<ClaimedPerson>>,
    pub(crate) editors: Vec<Claim<ClaimedPerson>>,
    /// Lines in elements whose class says that they name the author, in lists as they stand, the nearest to the headline first.
    pub(crate) marked_people: Vec<Vec<ClaimedPerson>>,
    /// Outlets named as publisher.
    pub(crate) publishers: Vec<Claim<String>>,
    /// Outlets named as the one the text comes from (`source` and its like). Often a number or the site itself: of low rank.
    pub(crate) sources: Vec<Claim<String>>,
    pub(crate) site_names: Vec<Claim<String>>,
    pub(crate) published: Vec<Claim<String>>,
    pub(crate) modified: Vec<Claim<String>>,
    /// When the page as such was made, by objects that describe a page and no article.
    pub(crate) set_up: Vec<Claim<String>>,
    /// Lines in elements whose class says that they hold a date, the nearest to the headline first.
    pub(crate) marked_dates: Vec<MarkedDate>,
    /// Kickers and subtitles inside of `h1`, by their element or class.
    pub(crate) heading_parts: Vec<String>,
    pub(crate) languages: Vec<Claim<String>>,
    pub(crate) sections: Vec<Claim<String>>,
    pub(crate) tags: Vec<Claim<String>>,
    /// Texts of links of the story that are marked as keywords.
    pub(crate) linked_tags: Vec<String>,
    /// Texts of links of the story that are marked as its category.
    pub(crate) linked_sections: Vec<String>,
    /// The way from the front page to this one, as JSON-LD lists it: names, and addresses as written.
    pub(crate) trails: Vec<Vec<(String, Option<String>)>>,
    pub(crate) licences: Vec<Claim<String>>,
    pub(crate) paywalled: Option<Claim<bool>>,
    pub(crate) images: Vec<Claim<ClaimedImage>>,
    /// Addresses the page names as its own, as written.
    pub(crate) canonical: Vec<Claim<String>>,
    pub(crate) next_pages: Vec<Claim<String>>,
    /// The `href` of `base`, as written.
    pub(crate) base: Option<String>,
    /// `@type` of JSON-LD and microdata objects that describe the page, and `og:type`.
    pub(crate) types: Vec<Claim<String>>,
    /// Whether JSON-LD says that the page as such is one product, and not that it lists some.
    pub(crate) is_product: bool,
    /// `articleBody` of JSON-LD, markup and entities resolved, paragraphs parted by newlines.
    pub(crate) bodies: Vec<Claim<String>>,
    /// Whether the page has a password field or a captcha. Many good pages have: it says something only where there is no text.
    pub(crate) asks_for_login: bool,
    /// What readers said below the page; empty unless the caller asks for it.
    pub(crate) comments: Vec<Said>,
    pub(crate) hits: Hits,
}

/// Fields whose claims are text, each with its list.
macro_rules! texts {
    ($($field:ident: $list:ident,)+) => {
        /// A field whose claims are text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Field { $($field),+ }

        impl Claims {
            const FIELDS: &[Field] = &[$(Field::$field),+];

            fn list(&mut self, field: Field) -> &mut Vec<Claim<String>> {
                match field { $(Field::$field => &mut self.$list),+ }
            }
        }
    };
}

texts! {
    Title: titles, Subtitle: subtitles, Description: descriptions, Publisher: publishers, Source: sources, SiteName: site_names,
    Published: published, Modified: modified, SetUp: set_up, Language: languages, Section: sections, Tag: tags, Licence: licences,
    Canonical: canonical, NextPage: next_pages, Type: types,
}

/// Claims kept of one field (of authors and tags, [`Limit::Authors`] and [`Limit::Tags`]): the pages at hand stay below 20, and
/// who claims more, a list of teasers for one, says nothing about the page.
pub(super) const CLAIMS_PER_FIELD: usize = 128;

impl Claims {
    /// Takes over a text: resolved and folded, cut or dropped as the field's limit says; an empty one is none.
    pub(crate) fn add(&mut self, field: Field, text: &str, origin: Origin, limits: &Limits) {
        let text = line(text, limits);
        if let Some(value) = self.within_limit(field, text, limits) {
            self.push(field, Claim { value, origin }, limits);
        }
    }

    fn within_limit(&mut self, field: Field, text: String, limits: &Limits) -> Option<String> {
        if text.is_empty() || is_placeholder(&text) {
            return None;
        }
        let (limit, cuts) = match field {
            Field::Title | Field::Subtitle => (Limit::TitleChars, true),
            Field::Description => (Limit::CaptionChars, true),
            Field::Published | Field::Modified | Field::SetUp => (Limit::BylineChars, false),
            Field::Canonical | Field::NextPage | Field::Licence => (Limit::UrlBytes, false),
            _ => (Limit::NameChars, false),
        };
        let size = match limit {
            Limit::UrlBytes => text.len(),
            _ => text.chars().count(),
        };
        if !self.hits.over(limits, limit, size) {
            return Some(text);
        }
        cuts.then(|| cut(&text, limits.count(limit)).trim_end().to_owned())
    }

    fn push(&mut self, field: Field, claim: Claim<String>, limits: &Limits) {
        let bound = match field {
            Field::Tag => limits.count(Limit::Tags),
            _ => CLAIMS_PER_FIELD,
        };
        let list = self.list(field);
        if list.contains(&claim) {
            return;
        }
        if list.len() < bound {
            list.push(claim);
        } else if field == Field::Tag {
            self.hits.over(limits, Limit::Tags, bound.saturating_add(1));
        }
    }

    /// Takes over keywords, parted at commas of any script; where there is none, those of a script without spaces at spaces.
    pub(crate) fn add_tags(&mut self, text: &str, origin: Origin, limits: &Limits) {
        // `&amp;` ends with a mark that parts keywords.
        let text = line(text, limits);
        let marks = [',', '，', ';', '；', '、', '|'];
        if !text.contains(marks) && text.chars().all(|c| c == ' ' || is_ideograph(c)) {
            for tag in text.split(' ') {
                self.add(Field::Tag, tag, origin, limits);
            }
            return;
        }
        for tag in text.split(marks) {
            self.add(Field::Tag, tag, origin, limits);
        }
    }

    /// Takes over a person. A name that is an address is none; neither is one beyond [`Limit::NameChars`].
    pub(crate) fn add_person(
        &mut self,
        edits: bool,
        person: &ClaimedPerson,
        origin: Origin,
        limits: &Limits,
    ) {
        let name = line(&person.name, limits);
        if name.is_empty() || name.starts_with("http://") || name.starts_with("https://") {
            return;
        }
        if self
            .hits
            .over(limits, Limit::NameChars, name.chars().count())
        {
            return;
        }
        let url = person
            .url
            .as_deref()
            .map(fold_space)
            .filter(|url| !url.is_empty());
        let value = ClaimedPerson {
            name,
            url,
            organisation: person.organisation,
            card: person.card,
        };
        let list = if edits {
            &mut self.editors
        } else {
            &mut self.authors
        };
        let claim = Claim { value, origin };
        if list.contains(&claim) {
            return;
        }
        if !self.hits.over(limits, Limit::Authors, list.len() + 1) {
            list.push(claim);
        }
    }

    /// Takes over a picture; one without an address is none, and neither is one that carries its own bytes.
    pub(crate) fn add_image(&mut self, image: ClaimedImage, origin: Origin, limits: &Limits) {
        let url = fold_space(&image.url);
        if url.is_empty()
            || url
                .get(..5)
                .is_some_and(|head| head.eq_ignore_ascii_case("data:"))
        {
            return;
        }
        if self.hits.over(limits, Limit::UrlBytes, url.len()) {
            return;
        }
        if self.images.len() < CLAIMS_PER_FIELD {
            let alt = image.alt.map(|alt| line(&alt, limits));
            let alt = alt.filter(|alt| !alt.is_empty());
            let value = ClaimedImage { url, alt, ..image };
            self.images.push(Claim { value, origin });
        }
    }

    /// Takes over what an object of JSON-LD or microdata claims.
    pub(super) fn extend(&mut self, mut other: Self, limits: &Limits) {
        for &field in Self::FIELDS {
            for claim in std::mem::take(other.list(field)) {
                self.push(field, claim, limits);
            }
        }
        for (edits, list) in [(false, other.authors), (true, other.editors)] {
            for Claim { value, origin } in list {
                self.add_person(edits, &value, origin, limits);
            }
        }
        for Claim { value, origin } in other.images {
            self.add_image(value, origin, limits);
        }
        self.trails.extend(other.trails);
        self.bodies.extend(other.bodies);
        self.is_product |= other.is_product;
        self.paywalled = self.paywalled.take().or(other.paywalled);
        self.hits.extend(&other.hits);
    }
}

/// How variables of templates begin; a page that prints one says nothing there.
const VARIABLES: &[&str] = &["{{", "{%", "{$", "${", "{!!", "<%", "[[", "%%"];

/// Whether a value is a variable that a template has not filled in: `{$site.name}`.
fn is_placeholder(text: &str) -> bool {
    VARIABLES.iter().any(|start| text.starts_with(start)) && text.ends_with(['}', '>', ']', '%'])
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use proptest::prelude::*;

    use super::{Claim, ClaimedImage, ClaimedPerson, Claims};
    use crate::article::Origin;
    use crate::grammar::cases::cases;
    use crate::input::dom::Dom;
    use crate::limits::{Limit, Limits};

    fn read(page: &str, limits: &Limits) -> Claims {
        Claims::read(&Dom::parse(page, limits), limits)
    }

    fn name(origin: Origin) -> String {
        let name = serde_json::to_value(origin).unwrap_or_default();
        name.as_str().unwrap_or_default().to_owned()
    }

    fn person(person: &ClaimedPerson) -> String {
        let url = person.url.as_ref().map(|url| format!(" <{url}>"));
        let kind = if person.organisation {
            " (organisation)"
        } else {
            ""
        };
        format!("{}{}{kind}", person.name, url.unwrap_or_default())
    }

    fn image(image: &ClaimedImage) -> String {
        let side = |side: Option<u32>| side.map_or("-".to_owned(), |side| side.to_string());
        let mut line = image.url.clone();
        if image.width.or(image.height).is_some() {
            let _ = write!(line, " {}x{}", side(image.width), side(image.height));
        }
        if let Some(caption) = &image.caption {
            let _ = write!(
                line,
                " {caption} / {}",
                image.credit.as_deref().unwrap_or("-")
            );
        }
        line
    }

    /// One claim a line: field, origin, value.
    fn print(claims: &Claims) -> String {
        fn list<T>(out: &mut String, field: &str, list: &[Claim<T>], show: impl Fn(&T) -> String) {
            for claim in list {
                let value = show(&claim.value).replace('\n', "⏎");
                let _ = writeln!(out, "{field} {} {value}", name(claim.origin));
            }
        }
        let mut out = String::new();
        let text = |value: &String| value.clone();
        list(&mut out, "title", &claims.titles, text);
        list(&mut out, "subtitle", &claims.subtitles, text);
        list(&mut out, "description", &claims.descriptions, text);
        list(&mut out, "author", &claims.authors, person);
        list(&mut out, "editor", &claims.editors, person);
        list(&mut out, "publisher", &claims.publishers, text);
        list(&mut out, "source", &claims.sources, text);
        list(&mut out, "site", &claims.site_names, text);
        list(&mut out, "published", &claims.published, text);
        list(&mut out, "modified", &claims.modified, text);
        list(&mut out, "set up", &claims.set_up, text);
        list(&mut out, "language", &claims.languages, text);
        list(&mut out, "section", &claims.sections, text);
        list(&mut out, "tag", &claims.tags, text);
        for trail in &claims.trails {
            let names: Vec<&str> = trail.iter().map(|(name, _)| name.as_str()).collect();
            let _ = writeln!(out, "trail {}", names.join(" > "));
        }
        for tag in &claims.linked_tags {
            let _ = writeln!(out, "linked tag {tag}");
        }
        for section in &claims.linked_sections {
            let _ = writeln!(out, "linked section {section}");
        }
        list(&mut out, "canonical", &claims.canonical, text);
        list(&mut out, "type", &claims.types, text);
        list(&mut out, "licence", &claims.licences, text);
        list(
            &mut out,
            "paywalled",
            claims.paywalled.as_slice(),
            bool::to_string,
        );
        list(&mut out, "image", &claims.images, image);
        list(&mut out, "next", &claims.next_pages, text);
        list(&mut out, "body", &claims.bodies, text);
        if let Some(base) = &claims.base {
            let _ = writeln!(out, "base {base}");
        }
        if claims.asks_for_login {
            out.push_str("asks for login\n");
        }
        out
    }

    #[test]
    fn claims_are_those_of_this_page() -> std::io::Result<()> {
        for case in cases("jsonld")? {
            let found = print(&read(&case.input, &Limits::default()));
            assert_eq!(found.trim_end(), case.expected, "{}", case.name);
        }
        Ok(())
    }

    #[test]
    fn what_is_over_a_limit_is_cut_and_listed() {
        let limits = Limits::default()
            .set(Limit::TitleChars, 4)
            .set(Limit::Tags, 1)
            .set(Limit::NameChars, 9)
            .set(Limit::LdDepth, 3);
        let page = "<title>Two boats</title><meta name=keywords content='a,b'><meta name=author content='Ada Quillfeather'>\
            <script type='application/ld+json'>[[[[{\"@type\":\"Article\",\"headline\":\"x\"}]]]]</script>";
        let claims = read(page, &limits);
        assert_eq!(print(&claims), "title title_element Two\ntag meta a\n");
        let hits: Vec<Limit> = claims
            .hits
            .into_sorted()
            .iter()
            .map(|hit| hit.limit)
            .collect();
        assert_eq!(
            hits,
            [
                Limit::Tags,
                Limit::TitleChars,
                Limit::NameChars,
                Limit::LdDepth
            ]
        );
    }

    #[test]
    fn ten_thousand_of_everything_stay_few() {
        let meta = "<meta name=author content=a><meta property=og:title content=b>".repeat(10_000);
        let item = "<article itemscope itemtype=x/NewsArticle><b itemprop=author>c".repeat(10_000);
        let claims = read(&(meta + &item), &Limits::default());
        assert!(print(&claims).lines().count() < 100);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn never_panics(json in "[\\[\\]{},:\"@a-z0-9#/&;<>\\\\ \n]{0,120}", page in "(<(meta|time|a|div|article) (itemprop|rel|name|itemscope|property)=\\PC{0,8}>){0,8}") {
            let graph = format!("<script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":{json}}}</script><script type='application/ld+json'>{json}</script>{page}");
            let _ = read(&graph, &Limits::default());
        }
    }
}
