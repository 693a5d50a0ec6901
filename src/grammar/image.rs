//! Pictures: which of an image's many addresses is the picture, and which picture the page stands for itself.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::text::{Table, starts_with_any};

/// Attributes with several addresses and their sizes.
const SETS: &[&str] = &[
    "srcset",
    "data-srcset",
    "data-lazy-srcset",
    "data-original-set",
    "data-src-set",
    "lazy-srcset",
];

/// Attributes with the address that a script puts into `src` later, the fullest picture first.
const LAZY: &[&str] = &[
    "zoomfile",
    "data-full-src",
    "data-large-src",
    "data-hi-res-src",
    "data-original",
    "data-actualsrc",
    "data-lazy-src",
    "data-lazyload",
    "data-lazy",
    "data-src",
    "data-url",
    "data-image",
    "data-echo",
    "data-defer-src",
    "data-runner-src",
    "data-bg",
    "original",
    "lazy-src",
    "lazyload",
    "real_src",
    "_src",
    "src2",
    "file",
];

/// What an attribute holds of a picture.
#[derive(Clone, Copy)]
enum Holds {
    Set,
    /// One address, and its rank among others.
    Lazy(usize),
    Source,
}

static ATTRIBUTES: LazyLock<Table<&str, Holds>> = LazyLock::new(|| {
    let sets = SETS.iter().map(|name| (*name, Holds::Set));
    let lazy = LAZY.iter().enumerate();
    let lazy = lazy.map(|(rank, name)| (*name, Holds::Lazy(rank)));
    sets.chain(lazy).chain([("src", Holds::Source)]).collect()
});

/// Beginnings of the file names of pictures that hold the place of another.
const PLACEHOLDERS: &[&str] = &[
    "1x1",
    "blank",
    "clear.gif",
    "dot.gif",
    "empty",
    "grey.gif",
    "gray.gif",
    "lazyload",
    "loading",
    "no-image",
    "no_image",
    "noimage",
    "none.gif",
    "nopic",
    "pixel",
    "placeholder",
    "space.gif",
    "spacer",
    "trans.gif",
    "transparent",
];

/// Words in the file names of pictures that stand for a site, not for a story.
const EMBLEMS: &[&str] = &[
    "avatar",
    "banner",
    "default",
    "emblem",
    "favicon",
    "icon",
    "logo",
    "logos",
    "opengraph",
    "sharing",
    "sprite",
    "touch",
    "weixin",
    "wechat",
    "qrcode",
];

/// Endings of the file names of pictures.
const ENDINGS: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif"];

/// Names of the parts of a query that ask for a picture in another size or form.
const SIZES: &[&str] = &[
    "auto", "crop", "dpr", "fit", "fm", "format", "h", "height", "q", "quality", "resize", "s",
    "size", "strip", "w", "width",
];

/// Pixels below which a picture's declared side makes it an icon.
const ICON_PIXELS: u32 = 60;

/// Returns the best address in the attributes of an `img` and of the `source` elements beside it, as written: the largest of a set,
/// else the one a script would load, else `src`. `None` when there is only a placeholder.
pub(crate) fn best_source<'a>(attrs: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let mut largest: Option<(Size, &str)> = None;
    let mut lazy: Option<(usize, &str)> = None;
    let mut plain = None;
    for (name, value) in attrs {
        let Some(holds) = ATTRIBUTES.get(name) else {
            continue;
        };
        let value = value.trim();
        match *holds {
            Holds::Set => {
                for (size, url) in srcset(value) {
                    if largest.is_none_or(|(known, _)| size > known) && is_picture(url) {
                        largest = Some((size, url));
                    }
                }
            }
            Holds::Lazy(rank) => {
                if lazy.is_none_or(|(known, _)| rank < known)
                    && looks_like_url(value)
                    && is_picture(value)
                {
                    lazy = Some((rank, value));
                }
            }
            Holds::Source => plain = plain.or_else(|| Some(value).filter(|url| is_picture(url))),
        }
    }
    // A set of one address without a size says no more than `src` does.
    let sized = largest.filter(|(size, _)| *size > Size::default());
    sized
        .map(|(_, url)| url)
        .or(lazy.map(|(_, url)| url))
        .or(plain)
        .or(largest.map(|(_, url)| url))
        .map(str::to_owned)
}

/// A size in a set: widths in pixels tell more than densities.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
struct Size {
    width: u32,
    density: f32,
}

/// Reads a `srcset` as the HTML standard does: addresses may hold commas.
fn srcset(value: &str) -> impl Iterator<Item = (Size, &str)> {
    let mut rest = value;
    std::iter::from_fn(move || {
        let start = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if start.is_empty() {
            return None;
        }
        let (url, after) = start
            .split_once(|c: char| c.is_ascii_whitespace())
            .unwrap_or((start, ""));
        let bare = url.trim_end_matches(',');
        if bare.len() < url.len() {
            rest = after;
            return Some((Size::default(), bare));
        }
        let (descriptor, after) = after.split_once(',').unwrap_or((after, ""));
        rest = after;
        Some((size(descriptor), bare))
    })
}

fn size(descriptors: &str) -> Size {
    let mut size = Size::default();
    for descriptor in descriptors.split_ascii_whitespace() {
        if let Some(width) = descriptor.strip_suffix('w') {
            size.width = width.parse().unwrap_or(0);
        } else if let Some(density) = descriptor.strip_suffix('x') {
            let density: f32 = density.parse().unwrap_or(0.0);
            size.density = if density.is_finite() { density } else { 0.0 };
        }
    }
    size
}

fn looks_like_url(value: &str) -> bool {
    value.contains('/') || value.contains('.')
}

/// Whether an address may be that of a picture: not one that carries its own bytes, not a placeholder, not a template.
pub(crate) fn is_picture(url: &str) -> bool {
    let url = url.trim();
    !url.is_empty()
        && url != "#"
        && !starts_with_any(url, &["data:", "about:", "javascript:", "blob:"])
        && !url.contains('{')
        && !starts_with_any(file_name(url), PLACEHOLDERS)
}

fn is_ending(ending: &str) -> bool {
    ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// `IMG_2041.jpg`
pub(crate) fn is_file_name(text: &str) -> bool {
    let text = text.trim();
    let named = text
        .rsplit_once('.')
        .is_some_and(|(_, ending)| is_ending(ending));
    named && !text.contains(char::is_whitespace)
}

fn file_name(url: &str) -> &str {
    let mut bytes = url.bytes();
    let end = bytes.position(|byte| matches!(byte, b'?' | b'#'));
    let path = url.get(..end.unwrap_or(url.len())).unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

/// The address of a picture without what asks for a size of it: `?w=80`, or `-640x427` before the ending of its file's name.
pub(crate) fn without_size(url: &str) -> Cow<'_, str> {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let mut asked = query.split('&').map(|part| part.split('=').next());
    let sized =
        query.is_empty() || asked.all(|name| name.is_some_and(|name| SIZES.contains(&name)));
    let Some((stem, ending)) = path.rsplit_once('.').filter(|_| sized) else {
        return Cow::Borrowed(url);
    };
    if !is_ending(ending) {
        return Cow::Borrowed(url);
    }
    let is_size = |size: &str| {
        let sides = size.split_once('x');
        sides.is_some_and(|(width, height)| pixels(width).is_some() && pixels(height).is_some())
    };
    match stem.rsplit_once('-') {
        Some((name, size)) if is_size(size) => Cow::Owned(format!("{name}.{ending}")),
        _ => Cow::Borrowed(path),
    }
}

/// Reads a declared width or height, in pixels; `None` for a share, `auto`, and zero.
pub(crate) fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let value = value.strip_suffix("px").unwrap_or(value).trim();
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(fraction))
        .then(|| whole.parse().ok())
        .flatten()
        .filter(|&pixels| pixels > 0)
}

/// Whether a picture is a logo, an avatar or an icon, by its file's name or its size.
pub(crate) fn is_emblem(url: &str, width: Option<u32>, height: Option<u32>) -> bool {
    let is_icon = |side: Option<u32>| side.is_some_and(|pixels| pixels < ICON_PIXELS);
    let url = url.to_ascii_lowercase();
    let named = file_name(&url)
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| EMBLEMS.contains(&word));
    named || is_icon(width) || is_icon(height)
}

#[cfg(test)]
mod tests {
    use super::{best_source, is_file_name, pixels, without_size};

    fn best(attrs: &[(&str, &str)]) -> Option<String> {
        best_source(attrs.iter().copied())
    }

    #[test]
    fn the_largest_of_a_set_is_taken() {
        let set = "/a,b-320.jpg 320w, /a,b-1280.jpg 1280w, /a,b-640.jpg 640w";
        assert_eq!(
            best(&[("src", "/s.jpg"), ("srcset", set)]).as_deref(),
            Some("/a,b-1280.jpg")
        );
        assert_eq!(
            best(&[("srcset", "/1.jpg, /2.jpg 2x")]).as_deref(),
            Some("/2.jpg")
        );
        assert_eq!(best(&[("srcset", "/1.jpg,")]).as_deref(), Some("/1.jpg"));
    }

    #[test]
    fn what_a_script_would_load_beats_the_placeholder() {
        let inline = "data:image/gif;base64,R0lGOD";
        assert_eq!(
            best(&[("src", inline), ("data-original", "/boat.jpg")]).as_deref(),
            Some("/boat.jpg")
        );
        assert_eq!(
            best(&[("src", "/img/blank.gif"), ("_src", "/boat.jpg")]).as_deref(),
            Some("/boat.jpg")
        );
        assert_eq!(
            best(&[
                ("file", "/m.jpg"),
                ("zoomfile", "/l.jpg"),
                ("src", "/none.gif")
            ])
            .as_deref(),
            Some("/l.jpg")
        );
        assert_eq!(best(&[("src", inline)]), None);
        assert_eq!(
            best(&[("src", "/a.jpg"), ("data-src", "true")]).as_deref(),
            Some("/a.jpg")
        );
    }

    #[test]
    fn a_picture_in_another_size_is_the_same_picture() {
        for other in [
            "/a/mill.jpg?w=80",
            "/a/mill.jpg?width=80&height=60",
            "/a/mill-80x60.jpg",
            "/a/mill.jpg?",
        ] {
            assert_eq!(without_size(other), "/a/mill.jpg", "{other}");
        }
        for own in [
            "/a/mill-2.jpg",
            "/show.php?w=80",
            "/a/mill.jpg?id=80",
            "/a/8x8.jpg",
            "/a/mill",
        ] {
            assert_eq!(without_size(own), own);
        }
    }

    #[test]
    fn what_is_named_like_a_file_says_nothing() {
        assert!(is_file_name(" IMG_2041.JPG ") && is_file_name("mill.webp"));
        assert!(!is_file_name("The mill.jpg") && !is_file_name("The mill") && !is_file_name("jpg"));
    }

    #[test]
    fn sides_are_pixels_or_nothing() {
        assert_eq!(pixels(" 640px "), Some(640));
        assert_eq!(pixels("480.5"), Some(480));
        for none in ["100%", "auto", "0", "", "-3", "1e3"] {
            assert_eq!(pixels(none), None, "{none}");
        }
    }
}
