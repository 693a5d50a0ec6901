//! Addresses: resolved, safe, and without what only tracks.

use url::Url;

use crate::limits::{Hits, Limit, Limits};

/// Resolves the addresses of one page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolver {
    base: Option<Url>,
}

impl Resolver {
    /// Takes the page's URL and the `href` of its `base`. A `base` that is not http or https (`javascript:`, `data:`) is ignored, as
    /// browsers do for the latter two.
    pub(crate) fn new(page: Option<&Url>, base_href: Option<&str>) -> Self {
        let href = base_href.map(str::trim).filter(|href| !href.is_empty());
        let declared = href.and_then(|href| match page {
            Some(page) => page.join(href).ok(),
            None => Url::parse(href).ok(),
        });
        let base = declared
            .filter(is_web)
            .or_else(|| page.filter(|page| is_web(page)).cloned());
        Self { base }
    }

    /// Returns the address that relative ones are taken against.
    pub(crate) fn base(&self) -> Option<&str> {
        self.base.as_ref().map(Url::as_str)
    }

    /// Returns the address of a link, absolute: http or https after parsing as browsers parse, with a host, without credentials.
    ///
    /// `None` for everything else, for an address beyond [`Limit::UrlBytes`], and for a relative one where neither the page's URL nor a
    /// `base` is known.
    pub(crate) fn resolve(&self, raw: &str, limits: &Limits, hits: &mut Hits) -> Option<String> {
        let raw = raw.trim();
        if raw.is_empty() || hits.over(limits, Limit::UrlBytes, raw.len()) {
            return None;
        }
        let mut url = match &self.base {
            Some(base) => base.join(raw),
            None => Url::parse(raw),
        }
        .ok()?;
        if !is_web(&url) {
            return None;
        }
        url.set_username("").ok()?;
        url.set_password(None).ok()?;
        let url = String::from(url);
        // Escaping makes an address of other scripts up to nine times as long.
        (!hits.over(limits, Limit::UrlBytes, url.len())).then_some(url)
    }

    /// Returns the address of a picture. As [`resolve`](Self::resolve), and where no base is known, one that only lacks its scheme
    /// (`//host/…`) is taken as https: hosts of pictures have it. Other relative ones are left out.
    pub(crate) fn resolve_image(
        &self,
        raw: &str,
        limits: &Limits,
        hits: &mut Hits,
    ) -> Option<String> {
        let raw = raw.trim();
        if self.base.is_none() && raw.starts_with("//") {
            return self.resolve(&format!("https:{raw}"), limits, hits);
        }
        self.resolve(raw, limits, hits)
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| !host.is_empty())
}

/// Beginnings of the names of parameters that only track: campaigns of Google, Matomo and Piwik.
const TRACKING_PREFIXES: &[&str] = &["utm_", "mtm_", "pk_", "hsa_", "matomo_", "piwik_"];

/// Names of parameters that only track. `from`, `ref`, `source` and `id` are left out on purpose: sites choose pages by them.
const TRACKING_NAMES: &[&str] = &[
    "__twitter_impression",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "at_campaign",
    "at_medium",
    "cmpid",
    "dclid",
    "fb_action_ids",
    "fb_action_types",
    "fb_source",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "guccounter",
    "guce_referrer",
    "guce_referrer_sig",
    "igsh",
    "igshid",
    "isappinstalled",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "ocid",
    "oly_anon_id",
    "oly_enc_id",
    "ref_src",
    "ref_url",
    "scm",
    "share_token",
    "smid",
    "spm",
    "srsltid",
    "ttclid",
    "twclid",
    "vero_conv",
    "vero_id",
    "wbraid",
    "wickedid",
    "wt_mc",
    "wt_zmc",
    "xtor",
    "yclid",
];

/// Returns an absolute address without its fragment and without tracking parameters; the others stay as they are, in order. What
/// is no URL comes back unchanged.
pub(crate) fn canonical(url: &str) -> String {
    let Ok(mut parsed) = Url::parse(url) else {
        return url.to_owned();
    };
    parsed.set_fragment(None);
    if let Some(query) = parsed.query() {
        let kept: Vec<&str> = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !tracks(pair.split('=').next().unwrap_or_default()))
            .collect();
        let kept = kept.join("&");
        parsed.set_query(Some(kept.as_str()).filter(|kept| !kept.is_empty()));
    }
    parsed.into()
}

fn tracks(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    TRACKING_PREFIXES
        .iter()
        .any(|prefix| name.starts_with(prefix))
        || TRACKING_NAMES.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::{Resolver, canonical};
    use crate::fields::cases::cases;
    use crate::limits::{Hits, Limit, Limits};

    fn resolve(page: Option<&str>, base: Option<&str>, raw: &str) -> Option<String> {
        let page = page.and_then(|page| Url::parse(page).ok());
        Resolver::new(page.as_ref(), base).resolve(raw, &Limits::default(), &mut Hits::default())
    }

    #[test]
    fn only_web_addresses_come_out() -> std::io::Result<()> {
        for case in cases("url")? {
            for (line, expected) in case.input.lines().zip(case.expected.lines()) {
                let found = resolve(Some("https://example.org/news/a/1.html"), None, line);
                assert_eq!(
                    found.as_deref().unwrap_or("-"),
                    expected,
                    "{}: {line}",
                    case.name
                );
            }
            assert_eq!(
                case.input.lines().count(),
                case.expected.lines().count(),
                "{}",
                case.name
            );
        }
        Ok(())
    }

    #[test]
    fn a_hostile_base_is_ignored() {
        let page = Some("https://example.org/news/");
        for base in [
            "javascript:alert(1)//",
            "data:text/html,x",
            "",
            "ftp://example.net/",
        ] {
            assert_eq!(
                resolve(page, Some(base), "2.html").as_deref(),
                Some("https://example.org/news/2.html"),
                "{base}"
            );
        }
        let found = resolve(page, Some("/archive/"), "2.html");
        assert_eq!(found.as_deref(), Some("https://example.org/archive/2.html"));
        let found = resolve(None, Some("https://example.net/a/"), "2.html");
        assert_eq!(found.as_deref(), Some("https://example.net/a/2.html"));
        assert_eq!(resolve(None, Some("/a/"), "2.html"), None);
    }

    #[test]
    fn without_a_base_a_picture_may_lack_its_scheme_only() {
        let (limits, mut hits) = (Limits::default(), Hits::default());
        let resolver = Resolver::new(None, None);
        let found = resolver.resolve_image("//img.example.org/a.jpg", &limits, &mut hits);
        assert_eq!(found.as_deref(), Some("https://img.example.org/a.jpg"));
        assert_eq!(resolver.resolve_image("/a.jpg", &limits, &mut hits), None);
        assert_eq!(
            resolver.resolve("//img.example.org/a.jpg", &limits, &mut hits),
            None
        );
    }

    #[test]
    fn an_address_over_the_limit_is_dropped_and_listed() {
        let limits = Limits::default().set(Limit::UrlBytes, 30);
        let mut hits = Hits::default();
        let resolver = Resolver::new(None, None);
        let long = "https://example.org/渡轮渡轮";
        assert_eq!(resolver.resolve(long, &limits, &mut hits), None);
        assert_eq!(hits.into_sorted().len(), 1);
    }

    #[test]
    fn tracking_goes_and_the_rest_stays() {
        let rows = [
            (
                "https://example.org/a?utm_source=x&id=7&fbclid=y#top",
                "https://example.org/a?id=7",
            ),
            (
                "https://example.org/a?spm=1.2&UTM_Medium=z",
                "https://example.org/a",
            ),
            (
                "https://example.org/a?from=list&b=%E6%B8%A1+c",
                "https://example.org/a?from=list&b=%E6%B8%A1+c",
            ),
            ("/a?utm_source=x", "/a?utm_source=x"),
        ];
        for (url, expected) in rows {
            assert_eq!(canonical(url), expected);
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_out_is_a_web_address(raw in "[a-z:/@#?.%\\\\\t\n -]{0,40}|\\PC{0,40}", base in "\\PC{0,20}") {
            let found = resolve(Some("https://example.org/"), Some(&base), &raw);
            if let Some(found) = found {
                let url = Url::parse(&found).map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert!(matches!(url.scheme(), "http" | "https"));
                prop_assert!(url.username().is_empty() && url.password().is_none());
                let again = canonical(&canonical(&found));
                prop_assert_eq!(canonical(&found), again);
            }
        }
    }
}
