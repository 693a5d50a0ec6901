//! Whether a text is the name of the page's site.

use super::names::is_outlet;
use crate::text::fold::fold;

/// What is known of a site's names.
pub(crate) struct SiteNames {
    /// Declared names, folded.
    names: Vec<String>,
    /// The telling label of the host, folded: `example` of `www.example.co.uk`.
    label: Option<String>,
    /// The host, folded, without `www`, and the domains it belongs to: `promotionsexamplecom`, `examplecom`.
    domains: Vec<String>,
}

/// What the digital edition of a paper is called behind the paper's name.
#[rustfmt::skip]
const EDITIONS: &[(&str, &str)] = &[
    ("zh", "数字报"), ("zh", "数字报纸"), ("zh", "数字报刊"), ("zh", "电子版"), ("zh", "电子报"), ("zh", "多媒体数字报"), ("zh-Hant", "電子版"), ("zh-Hant", "電子報"),
];

/// Whether a text is the name of a paper's digital edition: `江州日报数字报`.
pub(crate) fn is_edition(text: &str) -> bool {
    let text = text.trim();
    let mut papers = EDITIONS
        .iter()
        .filter_map(|(_, edition)| text.strip_suffix(edition));
    papers.any(is_outlet)
}

/// Names that are looked at.
const NAMES: usize = 32;

/// Shortest folded name, in characters, that is looked for inside another.
const INNER_CHARS: usize = 4;

/// Words of the longest name that is guessed from a host.
const GUESSED_WORDS: usize = 6;

impl SiteNames {
    pub(crate) fn of(names: &[&str], host: Option<&str>) -> Self {
        let host = host.map(str::to_lowercase);
        let bare = host
            .as_deref()
            .map(|host| host.strip_prefix("www.").unwrap_or(host));
        let label = bare.and_then(|host| {
            let labels: Vec<&str> = host.split('.').collect();
            let inner = labels.split_last().map_or(&[][..], |(_, inner)| inner);
            // Of `news.example.co.uk` the longest label tells; the last one never does.
            inner
                .iter()
                .rev()
                .max_by_key(|label| label.len())
                .map(|label| fold(label))
        });
        Self {
            names: names
                .iter()
                .take(NAMES)
                .map(|name| fold(name))
                .filter(|name| !name.is_empty())
                .collect(),
            label: label.filter(|label| !label.is_empty()),
            domains: bare.map(domains).unwrap_or_default(),
        }
    }

    /// Whether a folded text is the site's name or host, and nothing else.
    pub(crate) fn is_name(&self, folded: &str) -> bool {
        let mut names = self.label.iter().chain(&self.domains).chain(&self.names);
        names.any(|name| name == folded)
    }

    /// Whether the text is the site's name, or its name with a section or a slogan of at most its own length.
    pub(crate) fn is_site(&self, text: &str) -> bool {
        let folded = fold(text);
        if folded.is_empty() {
            return false;
        }
        let chars = folded.chars().count();
        let declared = self.names.iter().any(|name| {
            let size = name.chars().count();
            *name == folded
                || (size >= INNER_CHARS && folded.contains(name.as_str()) && chars <= size * 2)
                || (chars >= INNER_CHARS && name.contains(&folded) && size <= chars * 3)
        });
        declared || self.is_host(text, &folded, chars)
    }

    fn is_host(&self, text: &str, folded: &str, chars: usize) -> bool {
        let Some(label) = &self.label else {
            return false;
        };
        if text.split_whitespace().count() > GUESSED_WORDS {
            return false;
        }
        let size = label.chars().count();
        let initials: String = text
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_lowercase)
            .collect();
        let ends_with_label = text
            .split_whitespace()
            .next_back()
            .is_some_and(|word| fold(word) == *label);
        folded == label
            || (size >= INNER_CHARS && ends_with_label)
            || self.domains.iter().any(|domain| domain == folded)
            || (size > 2 && initials == *label)
            || (size > 2 && folded.contains(label.as_str()) && chars <= size * 2 + 4)
            || (chars >= INNER_CHARS && label.contains(folded))
            || (size >= INNER_CHARS
                && chars <= size * 2
                && is_subsequence(label, &spelled_out(folded)))
    }
}

/// A host and the domains above it, folded, down to two labels.
fn domains(host: &str) -> Vec<String> {
    let mut rest = Some(host);
    let above = std::iter::from_fn(|| {
        let domain = rest?;
        rest = domain.split_once('.').map(|(_, above)| above);
        Some(domain)
    });
    let whole = |domain: &&str| *domain == host || domain.contains('.');
    let folded = above.filter(whole).take(NAMES).map(fold);
    folded.filter(|domain| !domain.is_empty()).collect()
}

/// Hosts spell out what names do not: `ü` is `ue`.
fn spelled_out(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            _ => out.push(c),
        }
    }
    out
}

/// Whether the letters of `short` stand in `long`, in order.
fn is_subsequence(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}
