//! The picture that stands for the article: the one the page claims, or the first that it shows in the body.

use crate::article::{Image, Origin};
use crate::fields::Evidence;
use crate::grammar::image::{is_emblem, is_picture};
use crate::grammar::url::Resolver;
use crate::limits::{Hits, Limits};
use crate::page::claims::{Claim, ClaimedImage};

/// Returns the claimed picture, and where the page claims none, the first of the body: the one that a reader sees at its head.
pub(super) fn pick(evidence: &Evidence<'_>, hits: &mut Hits) -> Option<Claim<Image>> {
    let claims = &evidence.claims.images;
    claimed(claims, evidence.resolver, evidence.limits, hits)
        .or_else(|| first_shown(evidence, hits))
}

/// The picture the page claims to stand for itself, resolved; logos and placeholders are none.
fn claimed(
    claims: &[Claim<ClaimedImage>],
    resolver: &Resolver,
    limits: &Limits,
    hits: &mut Hits,
) -> Option<Claim<Image>> {
    let rank = |origin: Origin| match origin {
        Origin::OpenGraph => 0,
        Origin::Twitter => 1,
        Origin::JsonLd => 2,
        Origin::Microdata => 3,
        _ => 4,
    };
    let mut claims: Vec<&Claim<ClaimedImage>> = claims
        .iter()
        .filter(|claim| {
            let image = &claim.value;
            is_picture(&image.url) && !is_emblem(&image.url, image.width, image.height)
        })
        .collect();
    claims.sort_by_key(|claim| rank(claim.origin));
    claims.into_iter().find_map(|claim| {
        let image = &claim.value;
        let value = Image {
            url: resolver.resolve_image(&image.url, limits, hits)?,
            alt: image.alt.clone(),
            width: image.width,
            height: image.height,
        };
        Some(Claim {
            value,
            origin: claim.origin,
        })
    })
}

fn first_shown(evidence: &Evidence<'_>, hits: &mut Hits) -> Option<Claim<Image>> {
    let blocks = evidence.blocks;
    let body = evidence.verdicts.body();
    let picture = body
        .filter_map(|id| blocks.picture_of(id))
        .find(|picture| {
            !picture.src.is_empty() && !is_emblem(&picture.src, picture.width, picture.height)
        })?;
    let url = evidence
        .resolver
        .resolve_image(&picture.src, evidence.limits, hits)?;
    let value = Image {
        url,
        alt: Some(picture.alt.clone()).filter(|alt| !alt.is_empty()),
        width: picture.width,
        height: picture.height,
    };
    Some(Claim {
        value,
        origin: Origin::Visible,
    })
}

#[cfg(test)]
mod tests {
    use super::claimed;
    use crate::article::Origin;
    use crate::grammar::url::Resolver;
    use crate::limits::{Hits, Limits};
    use crate::page::claims::{Claim, ClaimedImage};

    #[test]
    fn a_logo_is_no_lead_image() {
        let claim = |url: &str, origin| Claim {
            value: ClaimedImage {
                url: url.to_owned(),
                ..ClaimedImage::default()
            },
            origin,
        };
        let claims = [
            claim("https://example.org/img/site-logo.png", Origin::OpenGraph),
            claim("//img.example.org/boat.jpg", Origin::JsonLd),
        ];
        let lead = claimed(
            &claims,
            &Resolver::default(),
            &Limits::default(),
            &mut Hits::default(),
        );
        let found = lead.map(|claim| (claim.value.url, claim.origin));
        assert_eq!(
            found,
            Some((
                "https://img.example.org/boat.jpg".to_owned(),
                Origin::JsonLd
            ))
        );
    }
}
