//! Options, and the way from input to record.

use crate::judge::focus::Focus;
use url::Url;

use crate::article::Article;
use crate::captions::Captions;
use crate::collapse::{self, Collapsed};
use crate::compose::{self, Findings};
use crate::compose::{body, draft};
use crate::dedup::copies::Copies;
use crate::error::Error;
use crate::fields::{Evidence, Fields};
use crate::grammar::byline;
use crate::grammar::date::{self, Hints};
use crate::grammar::url::Resolver;
use crate::headline::Headline;
use crate::input::decode::decode;
use crate::input::dom::Dom;
use crate::input::selected::Css;
use crate::judge::cut::Claimed;
use crate::judge::kind_of_page::PageKind;
use crate::judge::{Brief, Verdicts, judge};
use crate::limits::{Hits, Limits};
use crate::page::block::Blocks;
use crate::page::claims::Claims;
use crate::page::given::{self, InputBlock};
use crate::page::segment;
use crate::page::threads;
use crate::text::fold::fold;
use crate::trace::{self, TraceLine};

/// What becomes of times without a zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Zones {
    #[default]
    AsPrinted,
    Inferred,
}

/// Extracts articles with options set by chaining. Cheap to clone, `Send + Sync`, without state: the same input gives the same
/// record, whatever came before.
///
/// ```
/// use faircopy::{Extractor, Focus};
/// let extractor = Extractor::new().url("https://example.org/news/2024/03/04/ferry")?.focus(Focus::Precision);
/// let article = extractor.extract("<h1>Two boats</h1><p>The night ferry returns on Monday, the harbour office said.</p>");
/// assert_eq!(article.url.as_deref(), Some("https://example.org/news/2024/03/04/ferry"));
/// # Ok::<(), faircopy::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Extractor {
    pub(crate) url: Option<Url>,
    pub(crate) content_type: Option<String>,
    pub(crate) fetched_at: Option<jiff::civil::DateTime>,
    pub(crate) focus: Focus,
    pub(crate) explain: bool,
    pub(crate) comments: bool,
    pub(crate) visible_only: bool,
    pub(crate) zones: Zones,
    pub(crate) only: Vec<Css>,
    pub(crate) without: Vec<Css>,
    pub(crate) limits: Limits,
}

impl Extractor {
    /// Starts with default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the page's URL: the base of relative links, and evidence for dates. A name and a password in it are left out, as the
    /// record prints the URL.
    ///
    /// # Errors
    ///
    /// When it is not an absolute http or https URL.
    pub fn url(mut self, url: &str) -> Result<Self, Error> {
        let parsed = Url::parse(url)
            .ok()
            .filter(|parsed| matches!(parsed.scheme(), "http" | "https") && parsed.has_host());
        self.url = Some(parsed.and_then(open).ok_or_else(|| Error::url(url))?);
        Ok(self)
    }

    /// Sets the `Content-Type` header the page came with, or a bare charset label. Read by [`extract_bytes`](Self::extract_bytes) only;
    /// one that names no encoding counts for nothing.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Sets when the page was fetched, in ISO 8601: a day, a local time, or a time with an offset, which is taken in UTC. What "yesterday"
    /// and a date without a year are counted from. There is no default, as the library reads no clock.
    ///
    /// # Errors
    ///
    /// When it is neither a day nor a time in ISO 8601.
    pub fn fetched_at(mut self, time: &str) -> Result<Self, Error> {
        self.fetched_at =
            Some(crate::grammar::date::iso_datetime(time).ok_or_else(|| Error::fetch_time(time))?);
        Ok(self)
    }

    /// Sets which way to lean where the judge is in doubt.
    pub fn focus(mut self, focus: Focus) -> Self {
        self.focus = focus;
        self
    }

    /// Sets whether the record lists what was taken out, in [`Article::removed`], and what else the page claims of its fields, in
    /// [`Article::lost_claims`].
    pub fn explain(mut self, explain: bool) -> Self {
        self.explain = explain;
        self
    }

    /// Sets whether the record has the readers' comments, in [`Article::comments`], and the Markdown and HTML of it: those that the page's
    /// markup or its JSON-LD gives, with author, time and depth, or else what stands below the article and is taken for comments. The
    /// posts of a forum that are the body are no comments.
    pub fn comments(mut self, comments: bool) -> Self {
        self.comments = comments;
        self
    }

    /// Sets whether text that no reader of the page sees is left out of the body always. Without it, hidden text is the body where what
    /// is visible is only its beginning, and [`Article::body_origin`] says so.
    ///
    /// ```
    /// use faircopy::Extractor;
    /// let page = "<h1>Night ferry returns</h1><div hidden><p>The night ferry returns on Monday, the harbour office said.</p></div>";
    /// assert!(Extractor::new().visible_only(true).extract(page).body.is_empty());
    /// ```
    pub fn visible_only(mut self, visible_only: bool) -> Self {
        self.visible_only = visible_only;
        self
    }

    /// Sets whether a time that the page gives without a zone gets the one of the site's land, by the end of its host or else by its
    /// language; lands with several zones get none. [`Article::origins`] then has `published_at_zone` or `modified_at_zone` as
    /// [`Origin::Inferred`](crate::Origin::Inferred). Without it no zone is given that the page does not give.
    ///
    /// ```
    /// use faircopy::{Extractor, Origin};
    /// let page = "<meta property='article:published_time' content='2023-07-01 09:30'><h1>Fähre fährt</h1>";
    /// let asked = Extractor::new().url("https://hafen.example.de/faehre")?.infer_zone(true).extract(page);
    /// assert_eq!(asked.published_at.as_deref(), Some("2023-07-01T09:30+02:00"));
    /// assert_eq!(asked.origins["published_at_zone"], Origin::Inferred);
    /// # Ok::<(), faircopy::Error>(())
    /// ```
    pub fn infer_zone(mut self, infer_zone: bool) -> Self {
        self.zones = if infer_zone {
            Zones::Inferred
        } else {
            Zones::AsPrinted
        };
        self
    }

    /// Reads of a page's text only what a CSS selector matches, and each `h1`; called again, what any of them matches. What a site's own
    /// markup says stays with the caller: the crate knows no site. Metadata are read from the whole page; a copy of the body in its data
    /// is not. A page on which no text matches is read as a whole. For HTML only.
    ///
    /// ```
    /// use faircopy::Extractor;
    /// let site = Extractor::new().only("div.story")?.without(".story .offer")?;
    /// let page = "<div class='story'><p>The night ferry returns on Monday, the harbour office said.</p>\
    ///     <p class='offer'>The harbour office sells tickets at half the price, today only.</p></div>\
    ///     <div><p>The bakery on the pier opens in May, its owner told the council.</p></div>";
    /// let article = site.extract(page);
    /// assert_eq!(article.text(), "The night ferry returns on Monday, the harbour office said.");
    /// # Ok::<(), faircopy::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When it is no selector.
    pub fn only(mut self, css: &str) -> Result<Self, Error> {
        self.only.push(selector(css)?);
        Ok(self)
    }

    /// Takes what a CSS selector matches out of a page before anything is read, as if the page did not have it: neither the record nor
    /// [`Article::removed`] knows of it. May be called again. For HTML only.
    ///
    /// # Errors
    ///
    /// When it is no selector.
    pub fn without(mut self, css: &str) -> Result<Self, Error> {
        self.without.push(selector(css)?);
        Ok(self)
    }

    /// Sets the bounds on what one page may cost.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Extracts from HTML. The text is never sniffed for a charset: it is decoded already.
    #[must_use]
    pub fn extract(&self, html: &str) -> Article {
        self.run(Input::Html(html)).article
    }

    /// Extracts from bytes in any encoding of the WHATWG Encoding Standard. Evidence of it, strongest first: a byte order mark, valid
    /// UTF-8, the header, a `meta` element, an XML declaration, statistics. [`Article::encoding`] says which it was.
    #[must_use]
    pub fn extract_bytes(&self, bytes: &[u8]) -> Article {
        self.run(Input::Bytes(bytes)).article
    }

    /// Extracts from text without markup, one block per line; a blank line parts blocks more strongly than a line break.
    ///
    /// Where the text as a whole shows that a program broke its lines, at a column or at the links inside of sentences, they are read as
    /// they were before; the numbers and lists of links of a text browser, and the signs of Markdown, are no text.
    ///
    /// ```
    /// use faircopy::Extractor;
    /// let torn = "Night ferry returns\nThe night ferry returns on Monday, the\nharbour office\n, in Nordhafen, said.\n\
    ///     Both boats, which are the pride of\nSandholm\n, were in the dock for a month.\n";
    /// let article = Extractor::new().extract_text(torn);
    /// assert_eq!(article.body[0].text(), "The night ferry returns on Monday, the harbour office, in Nordhafen, said.");
    /// ```
    #[must_use]
    pub fn extract_text(&self, text: &str) -> Article {
        self.run(Input::Text(text)).article
    }

    /// Extracts from blocks that the caller has already, from another extractor or a database, in reading order.
    ///
    /// They are judged as flat text is, by order, repetition and wording; a kind that is given counts as much as markup would.
    #[must_use]
    pub fn extract_blocks(&self, blocks: &[InputBlock<'_>]) -> Article {
        self.run(Input::Blocks(blocks)).article
    }

    /// Finds what stands twice among blocks, and nothing else: no block is judged to be furniture. Blocks are numbered as they stand
    /// in the slice.
    ///
    /// ```
    /// use faircopy::{Extractor, InputBlock, Reason};
    /// let body = [
    ///     "The night ferry to Sandholm, laid up since 2013, will take passengers again from Friday, the harbour office said.",
    ///     "She leaves at 10.40pm and reaches the island shortly before six, with forty cabins and a dining room on board.",
    ///     "A cabin for two costs 90 crowns; those who sleep in a chair on deck pay no more than the fare of the day boat.",
    /// ];
    /// let texts = ["Local", "Night ferry returns"].into_iter().chain(body).chain(["Sport"]).chain(body);
    /// let blocks: Vec<InputBlock> = texts.map(InputBlock::new).collect();
    ///
    /// let collapsed = Extractor::new().collapse(&blocks);
    ///
    /// let class = &collapsed.classes[0];
    /// assert_eq!((collapsed.classes.len(), class.kept), (3, 2));
    /// assert_eq!((class.copies[0].block, class.copies[0].reason), (6, Reason::DuplicateBody));
    /// assert_eq!(class.copies[0].similarity, 1.0);
    /// ```
    #[must_use]
    pub fn collapse(&self, blocks: &[InputBlock<'_>]) -> Collapsed {
        collapse::collapse(blocks, &self.limits)
    }

    /// Extracts, and says of each block of the page, in page order, what became of it and why.
    #[must_use]
    pub fn trace(&self, input: Input<'_>) -> (Article, Vec<TraceLine>) {
        let Extraction {
            article,
            blocks,
            verdicts,
        } = self.run(input);
        (article, trace::lines(&blocks, &verdicts, &self.limits))
    }

    fn run(&self, input: Input<'_>) -> Extraction {
        match input {
            Input::Html(html) => self.run_html(html, Hits::default()),
            Input::Bytes(bytes) => self.run_bytes(bytes),
            Input::Text(text) => self.run_blocks(given::lines(text, &self.limits)),
            Input::Blocks(given) => {
                self.run_blocks(given::blocks(given.iter().copied(), &self.limits))
            }
        }
    }

    fn run_blocks(&self, blocks: Blocks) -> Extraction {
        self.finish(&Claims::default(), blocks, Hits::default(), 0)
    }

    fn run_bytes(&self, bytes: &[u8]) -> Extraction {
        let decoded = decode(bytes, self.content_type.as_deref(), &self.limits);
        let mut extraction = if decoded.binary {
            Extraction {
                article: compose::not_html(),
                ..Extraction::default()
            }
        } else {
            let mut extraction = self.run_html(&decoded.text, decoded.hits);
            if decoded.layout.moves() {
                extraction.article.map_spans(|places| {
                    decoded.layout.in_bytes(bytes, &decoded.text, places);
                });
            }
            extraction
        };
        extraction.article.encoding = Some(decoded.encoding);
        extraction
    }

    fn run_html(&self, html: &str, mut hits: Hits) -> Extraction {
        let mut dom = Dom::parse(html, &self.limits);
        dom.narrow(&self.only, &self.without);
        let mut claims = Claims::read(&dom, &self.limits);
        if self.comments {
            let (comments, more) = threads::read(&dom, &self.limits);
            claims.comments = comments;
            hits.extend(&more);
        }
        let blocks = segment::blocks(&dom, &claims, &self.limits);
        hits.extend(dom.hits());
        self.finish(&claims, blocks, hits, html.len())
    }

    /// From blocks and claims to the record: the hall behind the three doors.
    fn finish(
        &self,
        claims: &Claims,
        blocks: Blocks,
        mut hits: Hits,
        input_bytes: usize,
    ) -> Extraction {
        let address = self.url.clone().or_else(|| own_url(claims));
        let resolver = Resolver::new(address.as_ref(), claims.base.as_deref(), input_bytes);
        let url_day = self.url_day();
        let known = self.hints(claims, url_day);
        let host = address.as_ref().and_then(Url::host_str);
        let headline = Headline::find(&blocks, claims, address.as_ref());
        let copies = Copies::find(&blocks, &headline.wordings, self.visible_only, &self.limits);
        let headline = headline.of_kept(&blocks, &copies);
        let verdicts = judge(&blocks, &copies, &self.brief(claims, &headline, &known));
        let (captions, verdicts) = Captions::fold(&blocks, verdicts, &self.limits);
        let body = body::compose(&draft::Page {
            blocks: &blocks,
            verdicts: &verdicts,
            copies: &copies,
            captions: &captions,
            resolver: &resolver,
            limits: &self.limits,
        });
        let kind = PageKind::of(&blocks, claims, &verdicts);
        let fields = Fields::pick(&Evidence {
            claims,
            blocks: &blocks,
            verdicts: &verdicts,
            copies: &copies,
            captions: &captions,
            headline: &headline,
            resolver: &resolver,
            hints: &known,
            url_day,
            limits: &self.limits,
            with_comments: self.comments,
            infers_zones: self.zones == Zones::Inferred,
            host,
            page_url: self.url.as_ref().map(Url::as_str),
            explains: self.explain,
        });
        let explain = self.explain;
        let findings = Findings {
            blocks: &blocks,
            verdicts: &verdicts,
            body,
            fields,
            kind,
            explain,
            limits: &self.limits,
        };
        for stage in [
            &claims.hits,
            &blocks.hits,
            &copies.hits,
            &findings.body.hits,
            &findings.fields.hits,
        ] {
            hits.extend(stage);
        }
        let mut article = compose::article(findings);
        article.limits_hit = hits.into_sorted();
        article.url = self.url.as_ref().map(Url::to_string);
        Extraction {
            article,
            blocks,
            verdicts,
        }
    }

    pub(crate) fn brief<'a>(
        &self,
        claims: &Claims,
        headline: &'a Headline,
        hints: &'a Hints,
    ) -> Brief<'a> {
        let descriptions = claims
            .descriptions
            .iter()
            .map(|claim| fold(&claim.value))
            .collect();
        let marked = claims.marked_people.iter().flatten();
        let authors = claims.authors.iter().map(|claim| &claim.value);
        let authors = authors
            .chain(marked)
            .take(MOST_AUTHORS)
            .flat_map(|person| byline::said_names(&person.name))
            .filter(|name| byline::is_bare_name(name))
            .collect();
        Brief {
            authors,
            focus: self.focus,
            hints,
            headline,
            descriptions,
            claimed: Claimed::of(claims, self.url.as_ref()),
            visible_only: self.visible_only,
        }
    }

    /// The day in the page's address.
    pub(crate) fn url_day(&self) -> Option<jiff::civil::Date> {
        date::in_url(self.url.as_ref()?.as_str())
    }

    pub(crate) fn hints(&self, claims: &Claims, url_day: Option<jiff::civil::Date>) -> Hints {
        Hints {
            fetched_at: self.fetched_at,
            day: url_day.or_else(|| claimed_day(claims)),
            language: claims.languages.first().map(|claim| claim.value.clone()),
            ..Hints::default()
        }
    }
}

/// Lines that name authors of which the judge is told, at most.
const MOST_AUTHORS: usize = 8;

/// The first day that the markup gives: it tells which of two days 04/03/2021 is.
fn claimed_day(claims: &Claims) -> Option<jiff::civil::Date> {
    let claimed = claims.published.iter().chain(&claims.modified);
    let mut stamps = claimed.filter_map(|claim| date::read_machine(&claim.value));
    stamps.next().map(|stamp| stamp.day)
}

fn selector(css: &str) -> Result<Css, Error> {
    Css::parse(css).ok_or_else(|| Error::selector(css))
}

/// Takes name and password out of an address.
fn open(mut url: Url) -> Option<Url> {
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    Some(url)
}

/// The URL a page names as its own: a base for its relative addresses where the caller gives none.
pub(crate) fn own_url(claims: &Claims) -> Option<Url> {
    claims
        .canonical
        .iter()
        .find_map(|claim| Url::parse(&claim.value).ok())
}

/// A page in one of the forms it may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Input<'a> {
    /// HTML, decoded already.
    Html(&'a str),
    /// HTML as bytes, in any encoding.
    Bytes(&'a [u8]),
    /// Text without markup, one block per line.
    Text(&'a str),
    /// Blocks that the caller has cut.
    Blocks(&'a [InputBlock<'a>]),
}

/// The record with what it was made from.
#[derive(Default)]
struct Extraction {
    article: Article,
    blocks: Blocks,
    verdicts: Verdicts,
}
