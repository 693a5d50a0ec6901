//! Objects of JSON-LD and microdata, and which of them describe this page.

use crate::page::claims::{Claim, Claims};
use crate::text::fold::fold;

/// What an object is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum About {
    /// The page as such (`WebPage` and its like): heard where nothing better speaks.
    #[default]
    Page,
    /// An article.
    Article,
    /// The site, of whichever page.
    Site,
}

/// An object that may describe the page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub(crate) about: About,
    /// Whether it stands inside a list of others, or as a part or neighbour of another object.
    pub(crate) nested: bool,
    /// The addresses it gives for what it describes.
    pub(crate) urls: Vec<String>,
    /// Whether it holds the text of an article.
    pub(crate) has_body: bool,
    pub(crate) claims: Claims,
}

/// Whether an object speaks of this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Agreement {
    /// With the address of the page; `None` when one of the two is silent.
    url: Option<bool>,
    /// With the headline.
    title: Option<bool>,
}

/// Objects looked at; a page with more is a list, and each is compared with the page's few titles and addresses.
const ITEMS: usize = 512;

/// Returns the objects that describe this page, in page order: the articles, or where there is none the pages; and the site.
///
/// Portals put teasers of other stories into the same graph. An object at another address is not this page's, unless it bears its
/// headline and nobody has the address; where several are silent on both, the one that holds a body is taken, or none.
pub(crate) fn own(items: Vec<Item>, page: &Claims) -> Vec<Item> {
    let titles: Vec<String> = page
        .titles
        .iter()
        .take(16)
        .map(|claim| fold(&claim.value))
        .collect();
    let addresses: Vec<Address> = page
        .canonical
        .iter()
        .take(16)
        .filter_map(|claim| Address::of(&claim.value))
        .collect();
    let agree = |item: &Item| Agreement {
        url: url_agrees(&item.urls, &addresses),
        title: title_agrees(&item.claims.titles, &titles),
    };
    let mut judged: Vec<(Agreement, Item)> = items
        .into_iter()
        .take(ITEMS)
        .map(|item| (agree(&item), item))
        .collect();
    let best = judged
        .iter()
        .map(|(agreement, item)| (item.about, agreement))
        .filter(|(about, _)| *about == About::Article);
    let at_address = best
        .clone()
        .any(|(_, agreement)| agreement.url == Some(true));
    let by_title = best.clone().any(|(_, agreement)| {
        agreement.title == Some(true) && (agreement.url != Some(false) || !at_address)
    });
    let articles = judged
        .iter()
        .filter(|(_, item)| item.about == About::Article && !item.nested)
        .count();
    let bodies = judged
        .iter()
        .filter(|(_, item)| item.about == About::Article && item.has_body)
        .count();
    let describes = |agreement: Agreement, item: &Item| match (agreement.url, agreement.title) {
        (Some(true), title) => !item.nested || title != Some(false),
        (Some(false), Some(true)) => !at_address,
        (None, Some(true)) => true,
        (Some(false), _) => false,
        // The text that an object at the page's address leaves out.
        (None, None) if bodies == 1 && item.has_body && !item.nested => true,
        (None, _) if at_address || by_title || item.nested => false,
        (None, _) => articles == 1 || (bodies == 1 && item.has_body),
    };
    let is_own = |(agreement, item): &(Agreement, Item)| {
        item.about == About::Article && describes(*agreement, item)
    };
    let has_own = judged.iter().any(is_own);
    judged.retain(|judged| {
        let (agreement, item) = judged;
        match item.about {
            About::Site => true,
            About::Article => is_own(judged),
            About::Page => !has_own && !item.nested && agreement.url != Some(false),
        }
    });
    judged.into_iter().map(|(_, item)| item).collect()
}

fn url_agrees(urls: &[String], addresses: &[Address]) -> Option<bool> {
    let mut known = urls
        .iter()
        .take(8)
        .filter_map(|url| Address::of(url))
        .peekable();
    known.peek()?;
    if addresses.is_empty() {
        return None;
    }
    Some(known.any(|url| addresses.iter().any(|address| address.is_same(&url))))
}

/// Shortest folded headline, in characters, that says something by standing inside another.
const TELLING_CHARS: usize = 4;

fn title_agrees(claims: &[Claim<String>], titles: &[String]) -> Option<bool> {
    let telling = |text: &str| text.chars().count() >= TELLING_CHARS;
    let mut headlines = claims
        .iter()
        .take(4)
        .map(|claim| fold(&claim.value))
        .filter(|text| telling(text))
        .peekable();
    headlines.peek()?;
    if !titles.iter().any(|title| telling(title)) {
        return None;
    }
    Some(headlines.any(|headline| {
        titles
            .iter()
            .filter(|title| telling(title))
            .any(|title| title.contains(&headline) || headline.contains(title.as_str()))
    }))
}

/// A URL as far as it tells pages of one site apart: host without `www.`, path without a slash at the end, query.
struct Address {
    host: Option<String>,
    path: String,
    query: Option<String>,
}

impl Address {
    /// `None` for the front page and for what is no address: a graph names its objects `#article` as well.
    fn of(url: &str) -> Option<Self> {
        let url = url.trim().split('#').next().unwrap_or_default();
        let (rest, query) = match url.split_once('?') {
            Some((rest, query)) => (
                rest,
                Some(query.to_owned()).filter(|query| !query.is_empty()),
            ),
            None => (url, None),
        };
        let (host, path) = match rest.split_once("//") {
            Some((_, rest)) => {
                let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
                let host = host.to_ascii_lowercase();
                let bare = ["www.", "m.", "amp.", "mobile."]
                    .iter()
                    .find_map(|prefix| host.strip_prefix(prefix))
                    .unwrap_or(&host);
                (Some(bare.to_owned()), path)
            }
            None => (None, rest.strip_prefix('/')?),
        };
        let path = path.trim_end_matches('/');
        let path = path.strip_suffix("/amp").unwrap_or(path);
        let is_front = path.is_empty() && query.is_none();
        (!is_front).then(|| Self {
            host,
            path: path.to_owned(),
            query,
        })
    }

    fn is_same(&self, other: &Self) -> bool {
        let silent_or_same =
            |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        self.path == other.path
            && silent_or_same(&self.host, &other.host)
            && silent_or_same(&self.query, &other.query)
    }
}
