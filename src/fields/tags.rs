//! The keywords that the page gives itself, each once.

use crate::article::Origin;
use crate::fields::Evidence;
use crate::limits::Limit;
use crate::page::claims::Claim;
use crate::text::fold::fold;

/// What templates have where keywords belong, folded.
const PLACEHOLDERS: &[&str] = &[
    "keyword",
    "keywords",
    "null",
    "undefined",
    "yourkeywordshere",
];

/// Keywords of a `meta` element that are the site's own where the text says none of them; fewer may be about a text that says it otherwise.
const OWN: usize = 4;

/// Links marked as keywords, at most: more are the cloud of all that the site has.
const LINKED: usize = 24;

/// Returns the keywords in page order; where the page claims none, those that its links are marked with.
pub(super) fn pick(evidence: &Evidence<'_>) -> Option<Claim<Vec<String>>> {
    let claims = evidence.claims;
    let is_keyword = |text: &str| {
        let variable = text.starts_with('[') && text.ends_with(']');
        !variable && !text.contains(['=', '<']) && !PLACEHOLDERS.contains(&fold(text).as_str())
    };
    let tags: Vec<&Claim<String>> = (claims.tags.iter())
        .filter(|tag| is_keyword(&tag.value))
        .collect();
    let (of_meta, others): (Vec<&Claim<String>>, Vec<&Claim<String>>) =
        tags.iter().partition(|tag| tag.origin == Origin::Meta);
    let tags = if is_of_site(evidence, &of_meta) {
        others
    } else {
        tags
    };
    let limit = evidence.limits.count(Limit::Tags);
    let Some(first) = tags.first() else {
        let linked = claims.linked_tags.iter().map(String::as_str);
        let value = distinct(linked.filter(|tag| is_keyword(tag)));
        return (!value.is_empty() && value.len() <= LINKED).then(|| Claim {
            value: value.into_iter().take(limit).collect(),
            origin: Origin::Link,
        });
    };
    let value = distinct(tags.iter().map(|tag| tag.value.as_str()));
    (!value.is_empty()).then(|| Claim {
        value: value.into_iter().take(limit).collect(),
        origin: first.origin,
    })
}

fn distinct<'t>(tags: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut seen = Vec::new();
    let is_new = |tag: &&str| {
        let folded = fold(tag);
        let new = !folded.is_empty() && !seen.contains(&folded);
        seen.push(folded);
        new
    };
    let bare = |tag: &'t str| tag.trim_matches(['#', '›', '»', '•', '·', ' ']);
    tags.map(bare).filter(is_new).map(str::to_owned).collect()
}

/// Whether keywords are those of the site as a whole, which all its pages have: headline and text say none of them.
fn is_of_site(evidence: &Evidence<'_>, tags: &[&Claim<String>]) -> bool {
    if tags.len() < OWN {
        return false;
    }
    let blocks = evidence.blocks;
    let wordings = evidence.headline.wordings.iter().map(String::as_str);
    let body = evidence.verdicts.body().map(|id| blocks.folded(id));
    let texts: Vec<&str> = wordings.chain(body).collect();
    let said = |tag: &&Claim<String>| {
        let tag = fold(&tag.value);
        !tag.is_empty() && texts.iter().any(|text| text.contains(&tag))
    };
    !texts.is_empty() && !tags.iter().any(said)
}
