//! What a page shows of other sites: videos, posts, maps, by the sites' own ways to be embedded.

use crate::input::dom::{Element as Tag, Step};

/// By which address a site is embedded: how its host ends, how its path begins, its name.
type Row = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const PROVIDERS: &[Row] = &[
    ("bandcamp.com", "/EmbeddedPlayer", "bandcamp"),
    ("embed.bsky.app", "/", "bluesky"),
    ("player.bilibili.com", "/", "bilibili"),
    ("players.brightcove.net", "/", "brightcove"),
    ("dailymotion.com", "/embed", "dailymotion"),
    ("geo.dailymotion.com", "/player", "dailymotion"),
    ("datawrapper.dwcdn.net", "/", "datawrapper"),
    ("embed.documentcloud.org", "/", "documentcloud"),
    ("facebook.com", "/plugins/post", "facebook"),
    ("facebook.com", "/plugins/video", "facebook"),
    ("flo.uri.sh", "/", "flourish"),
    ("embed.gettyimages.com", "/", "getty_images"),
    ("giphy.com", "/embed", "giphy"),
    ("google.com", "/maps", "google_maps"),
    ("maps.google.com", "/", "google_maps"),
    ("e.infogram.com", "/", "infogram"),
    ("instagram.com", "/p/", "instagram"),
    ("instagram.com", "/reel/", "instagram"),
    ("tv.kakao.com", "/embed", "kakao_tv"),
    ("tv.naver.com", "/embed", "naver_tv"),
    ("embed.nicovideo.jp", "/", "niconico"),
    ("ok.ru", "/videoembed", "odnoklassniki"),
    ("openstreetmap.org", "/export/embed", "openstreetmap"),
    ("embed.podcasts.apple.com", "/", "apple_podcasts"),
    ("embed.reddit.com", "/", "reddit"),
    ("redditmedia.com", "/", "reddit"),
    ("rutube.ru", "/play/embed", "rutube"),
    ("w.soundcloud.com", "/player", "soundcloud"),
    ("open.spotify.com", "/embed", "spotify"),
    ("v.qq.com", "/txp/iframe", "tencent_video"),
    ("v.qq.com", "/iframe", "tencent_video"),
    ("threads.net", "/@", "threads"),
    ("tiktok.com", "/embed", "tiktok"),
    ("player.twitch.tv", "/", "twitch"),
    ("platform.twitter.com", "/embed", "twitter"),
    ("player.vimeo.com", "/", "vimeo"),
    ("vk.com", "/video_ext", "vk"),
    ("player.youku.com", "/embed", "youku"),
    ("youtube.com", "/embed", "youtube"),
    ("youtube-nocookie.com", "/embed", "youtube"),
];

/// Attributes that hold the address of a frame; those behind the first are of pages that fill it in late.
const FRAME_ADDRESSES: &[&str] = &[
    "src",
    "data-src",
    "data-lazy-src",
    "data-litespeed-src",
    "data-cookieblock-src",
    "data-original",
    "data-url",
    "data",
];

/// Attributes that hold the address of a quoted post.
const QUOTE_ADDRESSES: &[&str] = &[
    "cite",
    "data-instgrm-permalink",
    "data-text-post-permalink",
    "data-href",
];

/// Steps into a quoted post among which its address is looked for.
const STEPS: usize = 400;

/// The provider and the address of a frame that shows something of a known site.
pub(crate) fn frame(tag: Tag<'_>) -> Option<(&'static str, String)> {
    if !matches!(tag.name(), "iframe" | "embed" | "object") {
        return None;
    }
    let mut addresses = FRAME_ADDRESSES.iter().filter_map(|name| tag.attr(name));
    addresses.find_map(|src| Some((provider(src)?, src.trim().to_owned())))
}

/// The provider and the address of a post that is quoted for a script to show.
pub(crate) fn quoted(tag: Tag<'_>) -> Option<(&'static str, String)> {
    if !matches!(tag.name(), "blockquote" | "div") {
        return None;
    }
    let mut names = tag.attr("class")?.split_ascii_whitespace().map(quotes_of);
    let rows = names.find(|rows| !rows.is_empty())?;
    let leads = |src: &str| {
        let host = host_and_path(src)?.0;
        rows.iter()
            .find(|row| is_host(host, row.0) || host.contains(row.0) && !row.0.contains('.'))
    };
    let own = QUOTE_ADDRESSES.iter().filter_map(|name| tag.attr(name));
    let links = tag.steps().take(STEPS).filter_map(|step| match step {
        Step::Enter(inner) if inner.name() == "a" => inner.attr("href"),
        _ => None,
    });
    // The last link is the date, which leads to the post; those before it are of its words.
    let src = own
        .chain(links)
        .filter(|src| leads(src).is_some())
        .reduce(|first, next| if is_post(first) { first } else { next })?;
    Some((leads(src)?.1, src.trim().to_owned()))
}

/// The classes by which sites mark a quoted post, which a script of theirs shows: the host that it leads to, and the site's name.
fn quotes_of(class: &str) -> &'static [(&'static str, &'static str)] {
    // A pattern of texts, not a list: it is told by length and letter.
    match class {
        "bluesky-embed" => &[("bsky.app", "bluesky")],
        "fb-post" | "fb-video" => &[("facebook.com", "facebook")],
        "instagram-media" => &[("instagram.com", "instagram")],
        "reddit-card" | "reddit-embed-bq" => &[("reddit.com", "reddit")],
        "text-post-media" => &[("threads", "threads")],
        "tiktok-embed" => &[("tiktok.com", "tiktok")],
        "twitter-tweet" => &[("twitter.com", "twitter"), ("x.com", "twitter")],
        "twitter-video" => &[("twitter.com", "twitter")],
        _ => &[],
    }
}

/// Whether an address leads to one post of a site, and not to a person or a subject.
fn is_post(src: &str) -> bool {
    [
        "/status/",
        "/p/",
        "/reel/",
        "/video/",
        "/videos/",
        "/posts/",
        "/post/",
        "/comments/",
    ]
    .iter()
    .any(|part| src.contains(part))
}

fn provider(src: &str) -> Option<&'static str> {
    let (host, path) = host_and_path(src)?;
    let row = PROVIDERS
        .iter()
        .find(|(name, start, _)| is_host(host, name) && path.starts_with(start));
    row.map(|row| row.2)
}

/// Whether a host is one of a site, itself or below it.
fn is_host(host: &str, site: &str) -> bool {
    host.strip_suffix(site)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Host and path of an address of the web, as written. What it resolves to is judged where it is printed.
fn host_and_path(src: &str) -> Option<(&str, &str)> {
    let src = src.trim();
    let rest = src
        .strip_prefix("https:")
        .or_else(|| src.strip_prefix("http:"))
        .unwrap_or(src)
        .strip_prefix("//")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    Some((host, if path.is_empty() { "/" } else { path }))
}

#[cfg(test)]
mod tests {
    use super::{PROVIDERS, provider, quotes_of};

    #[test]
    fn a_class_of_a_quoted_post_says_where_it_leads() {
        assert_eq!(quotes_of("twitter-tweet").len(), 2);
        assert_eq!(quotes_of("fb-video"), [("facebook.com", "facebook")]);
        assert!(quotes_of("post").is_empty());
    }

    #[test]
    fn a_frame_is_known_by_host_and_path() {
        assert_eq!(
            provider("https://www.youtube.com/embed/abc"),
            Some("youtube")
        );
        assert_eq!(provider("//player.vimeo.com/video/1"), Some("vimeo"));
        for other in [
            "https://www.youtube.com/subscribe_embed",
            "https://youtube.com.example/embed/abc",
            "https://notyoutube.com/embed/abc",
            "https://www.facebook.com/plugins/like.php",
            "javascript:alert(1)//www.youtube.com/embed/abc",
            "/embed/abc",
        ] {
            assert_eq!(provider(other), None, "{other}");
        }
    }

    #[test]
    fn rows_name_hosts_in_small_letters() {
        let sound =
            |row: &&(&str, &str, &str)| row.0 == row.0.to_lowercase() && row.1.starts_with('/');
        assert_eq!(PROVIDERS.iter().filter(sound).count(), PROVIDERS.len());
    }
}
