//! The claims that lost: what else the page says of each field of the record, and what the winner has over it. Asked for with `explain`
//! only: it looks once more at what the fields were picked from, and changes none of them.

use crate::article::{LostClaim, Origin, WonBy};
use crate::fields::addresses::with_scheme;
use crate::fields::language::normalised;
use crate::fields::section::telling;
use crate::fields::testimony::Testimony;
use crate::fields::times::Times;
use crate::fields::{Evidence, Fields, Heard};
use crate::grammar::date::Stamp;
use crate::grammar::suffix::strip_site;
use crate::grammar::url::canonical;
use crate::limits::Hits;
use crate::page::block::{Kind, Presence};
use crate::page::claims::Claim;
use crate::text::fold::fold;

/// Claims of one field that are listed, at most: a page with more of them is a list of other stories.
const MOST: usize = 64;

/// Returns the claims that lost, field by field in the order of the record.
pub(super) fn claims(
    evidence: &Evidence<'_>,
    testimony: &Testimony,
    authors: Vec<Heard<String>>,
    fields: &Fields,
) -> Vec<LostClaim> {
    let claims = evidence.claims;
    let sites = [claims.site_names.as_slice(), &claims.publishers].concat();
    let (published, modified) = Times::said(claims, testimony, evidence.url_day, evidence.hints);
    let stamp = |claim: &Option<Claim<Stamp>>| claim.as_ref().map(|claim| claim.value.clone());
    [
        addresses(
            "canonical_url",
            fields.canonical_url.as_ref(),
            evidence,
            &claims.canonical,
        ),
        addresses(
            "next_page",
            fields.next_page.as_ref(),
            evidence,
            &claims.next_pages,
        ),
        texts("site_name", fields.site_name.as_ref(), &sites),
        languages(fields.language.as_ref(), &claims.languages),
        titles(evidence, fields),
        texts("subtitle", fields.subtitle.as_ref(), &claims.subtitles),
        texts("summary", fields.summary.as_ref(), &claims.descriptions),
        people(authors, fields),
        sources(testimony, evidence, fields),
        losers(
            "published_at",
            stamp(&fields.times.published),
            published,
            Stamp::same_moment,
        ),
        losers(
            "modified_at",
            stamp(&fields.times.modified),
            modified,
            Stamp::same_moment,
        ),
        sections(fields.section.as_ref(), &claims.sections),
        licences(evidence, fields),
        images(evidence, fields),
    ]
    .concat()
}

/// The claims that say something else than what was taken, each once. What won by agreement is said by more kinds of places.
fn losers<T>(
    field: &str,
    won: impl IntoIterator<Item = T>,
    heard: impl IntoIterator<Item = Heard<T>>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<LostClaim> {
    let won: Vec<T> = won.into_iter().collect();
    let heard: Vec<Heard<T>> = heard.into_iter().collect();
    let places = |value: &T| {
        let said = heard
            .iter()
            .filter(|(_, _, other)| other.as_ref().is_some_and(|other| is_same(other, value)));
        let mut places: Vec<Origin> = said.map(|(_, origin, _)| *origin).collect();
        places.sort_unstable();
        places.dedup();
        places.len()
    };
    let most = won.iter().map(places).max();
    let mut lost: Vec<LostClaim> = Vec::new();
    for (shown, origin, value) in &heard {
        let won_by = match (value, most) {
            (Some(value), _) if won.iter().any(|won| is_same(won, value)) => continue,
            (Some(value), Some(most)) if most > places(value) => WonBy::Agreement,
            (Some(_), Some(_)) => WonBy::Rank,
            _ => WonBy::Shape,
        };
        let claim = LostClaim {
            field: field.to_owned(),
            value: shown.clone(),
            origin: *origin,
            won_by,
        };
        if lost.len() < MOST && !lost.contains(&claim) {
            lost.push(claim);
        }
    }
    lost
}

/// A claim that is read as its text.
fn folded(claim: &Claim<String>) -> Heard<String> {
    (claim.value.clone(), claim.origin, Some(fold(&claim.value)))
}

fn texts(field: &str, won: Option<&Claim<String>>, claims: &[Claim<String>]) -> Vec<LostClaim> {
    let won = won.map(|won| fold(&won.value));
    losers(field, won, claims.iter().map(folded), String::eq)
}

/// Addresses that are none of the web are left out of the record everywhere, and here.
fn addresses(
    field: &str,
    won: Option<&Claim<String>>,
    evidence: &Evidence<'_>,
    claims: &[Claim<String>],
) -> Vec<LostClaim> {
    // On an account of its own: what is explained is no different for it.
    let resolver = evidence.resolver.clone();
    let heard = claims.iter().filter_map(|claim| {
        let url = resolver.resolve(
            &with_scheme(&claim.value),
            evidence.limits,
            &mut Hits::default(),
        )?;
        let url = canonical(&url);
        Some((url.clone(), claim.origin, Some(url)))
    });
    losers(
        field,
        won.map(|won| canonical(&won.value)),
        heard,
        String::eq,
    )
}

/// A claim that names no section loses by its shape.
fn sections(won: Option<&Claim<String>>, claims: &[Claim<String>]) -> Vec<LostClaim> {
    let heard = claims.iter().map(|claim| {
        let read = telling(&claim.value).map(|name| fold(&name));
        (claim.value.clone(), claim.origin, read)
    });
    losers(
        "section",
        won.map(|won| fold(&won.value)),
        heard,
        String::eq,
    )
}

/// Licences are addresses or words.
fn licences(evidence: &Evidence<'_>, fields: &Fields) -> Vec<LostClaim> {
    let resolver = evidence.resolver.clone();
    let heard = evidence.claims.licences.iter().map(|claim| {
        let raw = claim.value.as_str();
        let url = resolver.resolve_image(raw, evidence.limits, &mut Hits::default());
        let value = url
            .filter(|_| raw.contains('/'))
            .unwrap_or_else(|| raw.to_owned());
        (value.clone(), claim.origin, Some(fold(&value)))
    });
    let won = fields.licence.as_ref().map(|won| fold(&won.value));
    losers("licence", won, heard, String::eq)
}

fn languages(won: Option<&Claim<String>>, claims: &[Claim<String>]) -> Vec<LostClaim> {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let heard = claims.iter().map(|claim| {
        let tag = normalised(&claim.value);
        (
            claim.value.clone(),
            claim.origin,
            tag.map(|tag| primary(&tag)),
        )
    });
    let won = won.map(|won| primary(&won.value));
    losers("language", won, heard, String::eq)
}

/// Titles are compared without the name of the site. The page's first headings are heard as well.
fn titles(evidence: &Evidence<'_>, fields: &Fields) -> Vec<LostClaim> {
    let (claims, blocks) = (evidence.claims, evidence.blocks);
    let sites: Vec<&str> = claims
        .site_names
        .iter()
        .map(|claim| claim.value.as_str())
        .collect();
    let bare = |text: &str| fold(&strip_site(text, &sites, evidence.host));
    let headings = blocks.ids().filter(|&id| {
        blocks[id].kind == Kind::Heading(1) && blocks[id].presence == Presence::Visible
    });
    let headings = headings.map(|id| (blocks.text_of(id), Origin::Visible));
    let claimed = claims
        .titles
        .iter()
        .map(|claim| (claim.value.as_str(), claim.origin));
    let names: Vec<String> = sites.iter().map(|name| fold(name)).collect();
    let heard = claimed.chain(headings.take(MOST)).map(|(text, origin)| {
        let is_site = names.contains(&fold(text));
        (
            text.to_owned(),
            origin,
            Some(bare(text)).filter(|bare| !is_site && !bare.is_empty()),
        )
    });
    let won = fields.title.as_ref().map(|won| bare(&won.value));
    losers("title", won, heard, String::eq)
}

fn people(mut authors: Vec<Heard<String>>, fields: &Fields) -> Vec<LostClaim> {
    for (_, _, name) in &mut authors {
        *name = name.take().map(|name| fold(&name));
    }
    let won = fields.people.authors.iter().flat_map(|claim| &claim.value);
    let won = won.map(|person| fold(&person.name));
    losers("authors", won, authors, String::eq)
}

fn sources(testimony: &Testimony, evidence: &Evidence<'_>, fields: &Fields) -> Vec<LostClaim> {
    let said = testimony.sources.iter().map(|said| {
        let origin = if said.dropped {
            Origin::DroppedCopy
        } else {
            Origin::Visible
        };
        (said.value.clone(), origin, Some(fold(&said.value)))
    });
    let claimed = evidence.claims.sources.iter().map(folded);
    let won = fields.source.as_ref().map(|won| fold(&won.value.name));
    losers("source", won, said.chain(claimed), String::eq)
}

fn images(evidence: &Evidence<'_>, fields: &Fields) -> Vec<LostClaim> {
    let resolver = evidence.resolver.clone();
    let heard = evidence.claims.images.iter().filter_map(|claim| {
        let url =
            resolver.resolve_image(&claim.value.url, evidence.limits, &mut Hits::default())?;
        Some((url.clone(), claim.origin, Some(url)))
    });
    let won = fields.lead_image.as_ref().map(|won| won.value.url.clone());
    losers("lead_image", won, heard, String::eq)
}
