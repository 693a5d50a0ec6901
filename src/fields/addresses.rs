//! The address that the page names as its own, and the one of the page that follows it.

use std::borrow::Cow;

use url::Url;

use crate::fields::Evidence;
use crate::grammar::url::canonical;
use crate::limits::Hits;
use crate::page::claims::Claim;
use crate::page::next_page::follows;

/// Returns the first address that can be this page's: many templates print the front page's on all pages.
pub(super) fn own(evidence: &Evidence<'_>, hits: &mut Hits) -> Option<Claim<String>> {
    let parsed = |url: &str| Url::parse(url).ok();
    // Where the page's own address is not known, it may be the front page's.
    let may_be_front = evidence
        .page_url
        .map(|url| parsed(&canonical(url)).is_some_and(|url| is_front(&url)));
    let mut front = None;
    for claim in &evidence.claims.canonical {
        let raw = with_scheme(&claim.value);
        let url = evidence.resolver.resolve(&raw, evidence.limits, hits);
        let Some(url) = url.as_deref().and_then(parsed).filter(is_public) else {
            continue;
        };
        let own = Claim {
            value: canonical(url.as_str()),
            origin: claim.origin,
        };
        if may_be_front == Some(true) || !is_front(&url) {
            return Some(own);
        }
        front = front.or(Some(own));
    }
    front.filter(|_| may_be_front.is_none())
}

/// An address as it was meant: `www.harbour.example/ferry` lacks its scheme, and lies nowhere below the page that says it.
pub(super) fn with_scheme(raw: &str) -> Cow<'_, str> {
    let raw = raw.trim();
    if raw.starts_with("www.") {
        Cow::Owned(format!("https://{raw}"))
    } else {
        Cow::Borrowed(raw)
    }
}

/// Whether a host is one of the web: a name without a dot is one of the machine that made the page.
fn is_public(url: &Url) -> bool {
    url.host_str().is_some_and(|host| host.contains(['.', ':']))
}

/// Names of the file that a site's front page is.
const FRONT_FILES: &[&str] = &["index", "default", "home", "start"];

/// Whether an address is that of a site's front page, or of the front page in one of its languages.
fn is_front(url: &Url) -> bool {
    let path = url.path().trim_matches('/').to_ascii_lowercase();
    let (stem, _) = path.split_once('.').unwrap_or((&path, ""));
    let is_language = |part: &str| part.len() == 2 && part.chars().all(|c| c.is_ascii_lowercase());
    let mut parts = path.split(['-', '_']);
    let tagged = parts.clone().count() <= 2 && parts.all(is_language);
    url.query().is_none() && (path.is_empty() || FRONT_FILES.contains(&stem) || tagged)
}

/// Addresses of the page that the following one is compared with.
const OWN_ADDRESSES: usize = 8;

/// Returns the address of the following page: of those that links name, the one that differs from the page's own by the number of the page.
pub(super) fn next_page(evidence: &Evidence<'_>, hits: &mut Hits) -> Option<Claim<String>> {
    let claims = evidence.claims;
    if claims.next_pages.is_empty() {
        return None;
    }
    let mut resolve = |raw: &str| evidence.resolver.resolve(raw, evidence.limits, hits);
    let own: Vec<String> = evidence
        .resolver
        .base()
        .into_iter()
        .chain(claims.canonical.iter().map(|claim| claim.value.as_str()))
        .take(OWN_ADDRESSES)
        .filter_map(&mut resolve)
        .collect();
    claims.next_pages.iter().find_map(|claim| {
        let value = resolve(&claim.value)?;
        let follows = own.iter().any(|own| follows(own, &value));
        follows.then_some(Claim {
            value,
            origin: claim.origin,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_front;
    use url::Url;

    #[test]
    fn front_pages_are_known_by_their_path() {
        let front = |path: &str| {
            Url::parse(&format!("https://harbour.example/{path}")).is_ok_and(|url| is_front(&url))
        };
        for path in ["", "index.html", "en", "de-at/", "home"] {
            assert!(front(path), "{path}");
        }
        for path in ["ferry", "?p=17", "en/ferry", "2024/05/ferry.html"] {
            assert!(!front(path), "{path}");
        }
    }
}
