//! The picture a page claims to stand for itself.

use crate::article::{Image, Origin};
use crate::grammar::image::{is_emblem, is_picture};
use crate::grammar::url::Resolver;
use crate::limits::{Hits, Limits};
use crate::page::claims::{Claim, ClaimedImage};

/// Returns the picture the page claims to stand for itself, resolved; logos and placeholders are none.
pub(super) fn lead_image(
    claims: &[Claim<ClaimedImage>],
    resolver: &Resolver,
    limits: &Limits,
    hits: &mut Hits,
) -> Option<(Image, Origin)> {
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
        let url = resolver.resolve_image(&claim.value.url, limits, hits)?;
        let image = Image {
            url,
            alt: claim.value.alt.clone(),
            width: claim.value.width,
            height: claim.value.height,
        };
        Some((image, claim.origin))
    })
}

#[cfg(test)]
mod tests {
    use super::lead_image;
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
        let lead = lead_image(
            &claims,
            &Resolver::default(),
            &Limits::default(),
            &mut Hits::default(),
        );
        let found = lead.map(|(image, origin)| (image.url, origin));
        assert_eq!(
            found,
            Some((
                "https://img.example.org/boat.jpg".to_owned(),
                Origin::JsonLd
            ))
        );
    }
}
