use crate::article::Image;
use crate::fields::url::Resolver;
use crate::page::claims::{Claim, ClaimedImage};
pub(crate) fn lead(images: &[Claim<ClaimedImage>], resolver: &Resolver) -> Option<Claim<Image>> {
    images.iter().find_map(|c| {
        Some(Claim {
            value: Image {
                url: resolver.resolve_image(&c.value.url)?,
                alt: None,
                width: None,
                height: None,
            },
            origin: c.origin,
        })
    })
}
