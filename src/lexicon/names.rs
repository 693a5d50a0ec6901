//! What the class and id names of an element say of it.
//!
//! Names are written by people who built a page, so they speak of its furniture in a few words of their own: `related`, `sidebar`,
//! `adBox`. They are features for the judge, never rules: a body may sit inside a class named for comments.

use std::borrow::Cow;
use std::ops::BitOr;
use std::sync::LazyLock;

use crate::text::trie::Trie;

/// What an element's names say; several things at once, or nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameMask(u16);

impl NameMask {
    /// Nothing is said.
    pub(crate) const NONE: Self = Self(0);
    /// The text of a story: `article-body`, `post_content`, `prose`.
    pub(crate) const BODYX: Self = Self(1);
    /// Advertising, appeals and what lies over the page: banners, paywalls, consent.
    pub(crate) const AD: Self = Self(1 << 1);
    /// Readers' comments and ratings.
    pub(crate) const COMM: Self = Self(1 << 2);
    /// Other stories: related, popular, next, carousels.
    pub(crate) const REL: Self = Self(1 << 3);
    /// The foot of the page, rights notices.
    pub(crate) const FOOT: Self = Self(1 << 4);
    /// Not shown to everybody: hidden, for screen readers, for print.
    pub(crate) const HIDE: Self = Self(1 << 5);
    /// Pictures, players and their captions.
    pub(crate) const CAP: Self = Self(1 << 6);
    /// Menus, breadcrumbs, pagers.
    pub(crate) const NAV: Self = Self(1 << 7);
    /// Share buttons.
    pub(crate) const SHARE: Self = Self(1 << 8);
    /// Bylines and author boxes.
    pub(crate) const AUTHOR: Self = Self(1 << 9);
    /// Columns beside the story, widgets.
    pub(crate) const SIDEBAR: Self = Self(1 << 10);
    /// Date, source, tags.
    pub(crate) const META: Self = Self(1 << 11);
    /// The headline, or a title of anything.
    pub(crate) const TITLE: Self = Self(1 << 12);
    /// What asks for consent: a layer over the page, or the text behind it.
    pub(crate) const CONSENT: Self = Self(1 << 13);

    /// Whether the two have anything in common.
    pub(crate) fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for NameMask {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// At which of its ends a row has to meet the edge of a word: a character that is no letter, or a hump of camelCase.
#[derive(Clone, Copy)]
enum Edge {
    /// At none: no common word holds the row.
    Free,
    /// At its start: `promo` in `promotion`, `legal` not in `illegal`.
    Start,
    /// At its end: `title` in `articletitle`.
    End,
    /// At both: `ad` in `side-ad`, not in `shadow`.
    Both,
}

/// Words that name a story, and words that name its text: put together they name the body. The first are free at the start, as
/// compounds end with them (`blogpost-body`).
const STORY_FREE: &[&str] = &["article", "post", "blog"];
/// The same, but parts of other words, too: `history-text`, `domain-content`.
const STORY: &[&str] = &["entry", "story", "news", "page", "main", "single"];
const TEXT: &[&str] = &["body", "content", "text", "detail", "main"];
/// What may stand between the two.
const JOINTS: &[&str] = &["", "-", "_", "__", "--"];

/// The rows. Of rows that start at the same letter the longest counts, and rows that say nothing keep shorter ones from speaking.
#[rustfmt::skip]
const ROWS: &[(NameMask, Edge, &[&str])] = &[
    (NameMask::BODYX, Edge::Free, &[
        "prose", "rich-text", "rich_text", "richtext", "wysiwyg", "markdown", "trs_editor",
        "trs-editor", "artibody", "rich_media_content", "bodycopy", "body-copy", "body_copy",
        "bodytext", "body-text", "body_text", "contentbody", "content-body", "content_body",
        "content__body", "zhengwen", "article-cont", "article_cont",
    ]),
    (NameMask::AD, Edge::Both, &[
        "ad", "ads", "adv", "cta", "gpt", "dfp", "adbox", "adslot", "adunit", "adspace",
        "adbanner", "adzone", "adframe", "adwrap", "adwrapper", "adcontainer", "adblock", "adtop",
        "adright", "adtext", "google-auto-placed", "anzeige", "lightbox",
    ]),
    (NameMask::AD, Edge::Start, &[
        "modal", "promo", "login", "donat", "overlay", "signin", "sign-in", "regwall", "appdown",
        "app-down",
    ]),
    (NameMask::AD, Edge::Free, &[
        "advert", "adsense", "adsbygoogle", "googlead", "sponsor", "newsletter", "subscri",
        "signup", "sign-up", "sign_up", "popup", "pop-up", "paywall", "banner", "qrcode", "qr-code", "qr_code", "erweima", "guanggao", "werbung", "publicid",
        "publicit", "reklam",
    ]),
    (NameMask(NameMask::AD.0 | NameMask::CONSENT.0), Edge::Free, &["cookie", "consent"]),
    (NameMask::CONSENT, Edge::Start, &["onetrust", "didomi", "usercentrics", "cmplz", "qc-cmp", "truste", "gdpr"]),
    (NameMask::NONE, Edge::Both, &["promontory", "modality", "modalities"]),
    (NameMask::COMM, Edge::Free, &[
        "comment", "disqus", "pinglun", "gentie", "livefyre", "kommentar", "liuyan",
    ]),
    (NameMask::COMM, Edge::Start, &[
        "reply", "replies", "respond", "discuss", "feedback", "rating", "review", "vote", "voting",
    ]),
    (NameMask::NONE, Edge::Free, &["commentary", "commentaries", "commentator"]),
    (NameMask::REL, Edge::Free, &[
        "recommend", "trending", "carousel", "slider", "swiper", "outbrain", "taboola", "readmore",
        "seealso", "mostread", "prevnext", "nextprev", "tuijian", "xiangguan", "paihang", "teaser",
        "suggest",
    ]),
    (NameMask::REL, Edge::Start, &[
        "relat", "popular", "similar", "rank", "headlines", "hotnews", "morenews", "latestnews",
        "mostpopular", "remen",
    ]),
    (NameMask::REL, Edge::Both, &[
        "next", "prev", "previous", "also", "latest", "more", "most", "hot", "recirc",
        "recirculation", "recent",
    ]),
    // `relative` is a way of placing boxes, `__next` the root of a whole page in a common framework.
    (NameMask::NONE, Edge::Free, &["relative", "relation", "popularity", "similarly", "__next"]),
    (NameMask::FOOT, Edge::Free, &[
        "footer", "copyright", "disclaimer", "colophon", "impressum", "banquan",
    ]),
    (NameMask::FOOT, Edge::Start, &["legal"]),
    (NameMask::FOOT, Edge::Both, &["foot", "imprint"]),
    (NameMask::HIDE, Edge::Free, &[
        "sr-only", "sr_only", "screen-reader", "screenreader", "visuallyhidden", "tooltip",
        "collaps",
    ]),
    (NameMask::HIDE, Edge::Start, &["hidden", "visually", "mobile", "offscreen", "off-screen"]),
    (NameMask::HIDE, Edge::Both, &["print", "noprint", "hide", "invisible", "d-none", "display-none"]),
    (NameMask::NONE, Edge::Free, &[
        "overflow-hidden", "overflow-x-hidden", "overflow-y-hidden", "backface-hidden",
        "border-collapse",
    ]),
    (NameMask::CAP, Edge::Free, &["caption", "gallery", "video", "slideshow", "tupian"]),
    (NameMask::CAP, Edge::Start, &["figure", "figcap", "photo", "image", "picture", "player", "media"]),
    (NameMask::CAP, Edge::Free, &[
        "didascalia", "bildunterschrift", "bildtext", "bildlegende", "bildzeile", "bijschrift", "onderschrift", "piefoto", "pie-foto", "pie_foto", "pie-de-foto", "pie_de_foto",
        "billedtekst", "bildetekst", "kuvateksti", "popisek", "altyazi", "epigrafe", "keterangan-foto", "chuthich", "photocaption",
    ]),
    (NameMask::CAP, Edge::Both, &["img", "pic", "pics", "multimedia", "legend", "legende", "leyenda", "legenda"]),
    (NameMask::NONE, Edge::Free, &["mediat", "mediaeval", "median"]),
    (NameMask::NAV, Edge::Free, &[
        "navigation", "navbar", "navmenu", "navlist", "topnav", "subnav", "mainnav", "sidenav",
        "leftnav", "breadcrumb", "pagination", "toolbar", "topbar", "skiplink", "skip-link",
        "daohang", "mianbaoxie",
    ]),
    (NameMask::NAV, Edge::Start, &["menu", "masthead"]),
    (NameMask::NAV, Edge::Both, &[
        "nav", "navs", "navi", "crumb", "crumbs", "pager", "navtop", "submenu", "megamenu",
        "channels",
    ]),
    (NameMask::SHARE, Edge::Free, &[
        "bdshare", "jiathis", "addthis", "sharethis", "addtoany", "fenxiang", "socialmedia",
        "social-media",
    ]),
    (NameMask::SHARE, Edge::Start, &["share", "sharing", "tweet", "socialshar", "sns"]),
    (NameMask::SHARE, Edge::Both, &[
        "social", "socials", "facebook", "twitter", "whatsapp", "weixin", "wechat", "weibo",
        "linkedin", "pinterest", "telegram",
    ]),
    (NameMask::NONE, Edge::Free, &[
        "shareholder", "shared", "shares", "shareprice", "share-price", "share_price",
        "sharepoint", "market-share", "market_share", "marketshare", "social-security",
        "social-policy",
    ]),
    (NameMask::AUTHOR, Edge::Free, &[
        "byline", "by-line", "by_line", "zuozhe", "zebian", "contributor", "columnist",
    ]),
    (NameMask::AUTHOR, Edge::Start, &["author", "writer", "reporter"]),
    (NameMask::AUTHOR, Edge::Both, &["bio", "autor", "auteur", "redaktion"]),
    (NameMask::NONE, Edge::Free, &["authorit", "authoriz", "authoris"]),
    (NameMask::SIDEBAR, Edge::Free, &[
        "sidebar", "side-bar", "side_bar", "sidecol", "rightcol", "leftcol", "right-col",
        "left-col", "right_col", "left_col", "rightbar", "leftbar", "youce", "zuoce",
    ]),
    (NameMask::SIDEBAR, Edge::Start, &["widget"]),
    (NameMask::SIDEBAR, Edge::Both, &["aside", "side", "rail", "secondary", "tertiary", "complementary"]),
    (NameMask::META, Edge::Free, &[
        "metadata", "dateline", "timestamp", "pubdate", "pubtime", "publishtime", "datetime",
        "laiyuan", "shijian",
    ]),
    (NameMask::META, Edge::Start, &["categor", "published"]),
    (NameMask::META, Edge::Both, &[
        "meta", "date", "time", "source", "tag", "tags", "keywords", "info", "dek", "byinfo",
    ]),
    (NameMask::TITLE, Edge::Free, &["subtitle", "subhead", "biaoti"]),
    (NameMask::TITLE, Edge::Start, &["headline"]),
    (NameMask::TITLE, Edge::End, &["title"]),
    (NameMask::NONE, Edge::Both, &["entitle", "untitle"]),
];

/// What each row says, and where it has to stand.
static NAMES: LazyLock<Trie<(NameMask, Edge)>> = LazyLock::new(|| {
    let rows = ROWS.iter().flat_map(|&(mask, edge, texts)| {
        let texts = texts.iter().map(|&text| Cow::Borrowed(text));
        texts.map(move |text| (text, (mask, edge)))
    });
    let bodies = [(STORY_FREE, Edge::Free), (STORY, Edge::Start)]
        .into_iter()
        .flat_map(|(stories, edge)| {
            let texts = stories.iter().flat_map(|story| names_of_body(story));
            texts.map(move |text| (Cow::Owned(text), (NameMask::BODYX, edge)))
        });
    Trie::new(rows.chain(bodies))
});

/// Names of a story's text: `article-body`.
fn names_of_body(story: &str) -> impl Iterator<Item = String> {
    let ends = TEXT
        .iter()
        .flat_map(|text| JOINTS.iter().map(move |joint| (joint, text)));
    ends.map(move |(joint, text)| format!("{story}{joint}{text}"))
}

/// Returns what the names say, as they are written in the page: `class` and `id` with white space between, in any case.
///
/// Nothing for names that hold no row: most of a page.
pub(crate) fn names(class_and_id: &str) -> NameMask {
    let written = class_and_id.as_bytes();
    let lower = written.to_ascii_lowercase();
    let said = NAMES.within(&lower).filter_map(|(place, rows)| {
        // Of rows with one text the first counts.
        let (mask, edge) = *rows.first()?;
        let stands = match edge {
            Edge::Free => true,
            Edge::Start => is_edge(written, place.start),
            Edge::End => is_edge(written, place.end),
            Edge::Both => is_edge(written, place.start) && is_edge(written, place.end),
        };
        stands.then_some(mask)
    });
    said.fold(NameMask::NONE, BitOr::bitor)
}

/// Whether a word ends and another may start before the byte at `at`: `side|bar-ad`, `right|Ad`, `AD|Box`.
fn is_edge(written: &[u8], at: usize) -> bool {
    let letter = |at: Option<usize>| {
        at.and_then(|at| written.get(at))
            .copied()
            .filter(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
    };
    let (Some(before), Some(after)) = (letter(at.checked_sub(1)), letter(Some(at))) else {
        return true;
    };
    let next = letter(at.checked_add(1));
    after.is_ascii_uppercase()
        && (before.is_ascii_lowercase() || next.is_some_and(|next| next.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NameMask, names};

    #[test]
    fn names_say_what_the_element_is() {
        for (written, mask) in [
            ("article-body", NameMask::BODYX),
            ("articleBody", NameMask::BODYX),
            ("Article__Content", NameMask::BODYX),
            ("blogpost-body", NameMask::BODYX),
            ("TRS_Editor", NameMask::BODYX),
            ("pageContent", NameMask::BODYX),
            ("ad", NameMask::AD),
            ("right-ad-2", NameMask::AD),
            ("rightAd", NameMask::AD),
            ("ADBox", NameMask::AD),
            ("div-gpt-ad-1234", NameMask::AD),
            ("Advertisement", NameMask::AD),
            ("newsletter-box", NameMask::AD),
            ("cookieConsent", NameMask::AD),
            ("commentList", NameMask::COMM),
            ("user-reviews", NameMask::COMM),
            ("relatedNews", NameMask::REL),
            ("read-more", NameMask::REL),
            ("mostRead", NameMask::REL),
            ("hot", NameMask::REL),
            ("site-footer", NameMask::FOOT),
            ("legal", NameMask::FOOT),
            ("hidden-xs", NameMask::HIDE),
            ("visually-hidden", NameMask::HIDE),
            ("sr-only", NameMask::HIDE),
            ("img-caption", NameMask::CAP),
            ("photoBox", NameMask::CAP),
            ("nav", NameMask::NAV),
            ("topNav", NameMask::NAV),
            ("breadcrumbs", NameMask::NAV),
            ("share-bar", NameMask::SHARE),
            ("bdsharebuttonbox", NameMask::SHARE),
            ("author-box", NameMask::AUTHOR),
            ("byline", NameMask::AUTHOR),
            ("sidebar", NameMask::SIDEBAR),
            ("right-rail", NameMask::SIDEBAR),
            ("meta", NameMask::META),
            ("pub-date", NameMask::META),
            ("articletitle", NameMask::TITLE),
            ("headline", NameMask::TITLE),
        ] {
            assert!(names(written).intersects(mask), "{written}");
        }
    }

    #[test]
    fn false_friends_say_nothing() {
        for written in [
            "header",
            "shadow",
            "box-shadow",
            "loading",
            "lazyload",
            "download",
            "gradient",
            "thread",
            "badge",
            "advantage",
            "address",
            "adopt",
            "reading",
            "headings",
            "broad",
            "shareholder",
            "shareholders",
            "shared-styles",
            "market-share",
            "share-price",
            "relative",
            "position-relative",
            "public-relations",
            "release",
            "press-release",
            "naval",
            "navy",
            "navajo",
            "community",
            "commerce",
            "common",
            "commit",
            "commentary",
            "commentator",
            "footnote",
            "football",
            "footage",
            "illegal",
            "overflow-hidden",
            "border-collapse",
            "automobile",
            "sprint",
            "blueprint",
            "printing",
            "configure",
            "disfigured",
            "pilgrimage",
            "median",
            "mediation",
            "intermediate",
            "authority",
            "authorized",
            "frank",
            "shot",
            "moreover",
            "almost",
            "almanac",
            "context",
            "nextgen",
            "promontory",
            "devote",
            "preview",
            "cataloging",
            "metal",
            "update",
            "entitled",
            "stage",
            "biography",
            "trail",
            "railway",
            "inside",
            "vintage",
            "cascade",
            "historytext",
            "history-text",
            "domain-content",
            "__next",
            "",
            "a",
            "col-md-8",
        ] {
            assert_eq!(names(written), NameMask::NONE, "{written}");
        }
    }

    #[test]
    fn several_names_say_several_things() {
        let mask = names("sidebar related-list adBox");
        for part in [NameMask::SIDEBAR, NameMask::REL, NameMask::AD] {
            assert!(mask.intersects(part));
        }
        assert!(!mask.intersects(NameMask::BODYX | NameMask::COMM));
    }

    proptest! {
        #[test]
        fn any_name_gets_an_answer(written in "\\PC{0,60}") {
            let _ = names(&written);
        }
    }
}
