//! Where the line between body and the rest is drawn: how sure a block has to be, by what the page is as a whole.
//!
//! What an article has too much is another story; what the page of a service, a manual or a shop lacks is half of its text. So a
//! small forest is asked about the page, and where it is most likely no article's the bar is lower.

use super::certain::{HEADER_LINE, Page};
use super::expected::{expected_f1, f1};
use super::features::{Features, MISSING, flag};
use super::focus::Focus;
use super::sight::is_good;
use super::{Brief, Evidence, Verdict};
use crate::article::Origin;
use crate::page::block::{BlockId, ElementId, Kind, link_share};
use crate::page::claims::Claims;
use crate::text::{Table, starts_with_any};

/// Probability from which on a block is counted as an article's where the page is measured as a whole, and where it is asked whether
/// there is a story at all.
pub(crate) const ARTICLE_BAR: f32 = 0.55;

/// The same on a page that is no article's.
const OTHER_BAR: f32 = 0.2;

/// Where the line is drawn, as shares of the greatest F1 that any line is expected to give. F1 itself is expected to be greatest at half
/// of it (Lipton, Elkan and Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"). What an article or a shop
/// has too much is another story and other goods, so its share is higher; lists and manuals lose by too little. What this gives out of
/// fold against fixed bars is in the forest's card.
const ARTICLE_SHARE: f32 = 0.6;
/// See [`ARTICLE_SHARE`].
const OTHER_SHARE: f32 = 0.35;

/// Probability below which a block is no article's where another comes up to it, however little else there is. Out of fold F1 is within
/// 0.002 without it, up or down by the set; pages that are in doubt keep less of their furniture.
const LEAST_BAR: f32 = 0.45;
/// The same on a page that is no article's, or has nothing that is likely: where nothing comes up to this, as on carts and forms, the
/// page has no text. Out of fold collections have 0.008 less of F1 at 0.2, and 0.006 more at 0.
const LEAST_OTHER_BAR: f32 = 0.1;

/// Bars of the other [`Focus`]es. What they give up and gain is in the forest's card.
const PRECISION_BAR: f32 = 0.75;
/// See [`PRECISION_BAR`].
const RECALL_BAR: f32 = 0.35;

/// Probability from which on a page is taken for no article's: the article is the main case, and out of fold this costs it nothing.
const SURELY: f32 = 0.6;

/// The same where a header line stands beside the headline, as on a story. Of some 500 development pages that are taken for no article's
/// 15 have one; short stories in languages that the training lacks come up to this probability.
const SURELY_THOUGH_HEADED: f32 = 0.8;

/// Blocks above a headline, and below it, among which such a line stands.
const ABOVE_HEADLINE: u32 = 3;
const BELOW_HEADLINE: u32 = 7;

/// What the types of articles have in their names.
const ARTICLES: [&str; 3] = ["article", "posting", "report"];

/// What a forum's threads are called in structured data.
const THREADS: [&str; 2] = ["discussionforumposting", "qapage"];

/// How the parts of a forum's addresses begin, by language.
const THREAD_PATHS: &[(&str, &str)] = &[
    ("mul", "forum"),
    ("es", "foro"),
    ("en", "thread"),
    ("en", "topic"),
    ("en", "discussion"),
];

/// What the page's claims and address say of its kind.
#[allow(clippy::struct_excessive_bools)] // each says something else
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Claimed {
    /// An object of structured data says that the page is a story of a paper or a blog. Of 700 other pages three say so.
    pub(crate) story: bool,
    /// 2 when structured data says that the page is an article, 1 when only `og:type` does, which many sites set for every page.
    article: f32,
    product: bool,
    /// Whether structured data or the address calls the page a thread of a forum: its answers are its text.
    pub(crate) thread: bool,
    /// Whether structured data says that the page is one product. `og:type` says so on lists of a shop as well.
    is_product: bool,
    published: bool,
    author: bool,
    /// Segments of the address's path; hyphens and digits in the last.
    path: Option<[u32; 3]>,
}

impl Claimed {
    pub(crate) fn of(claims: &Claims, address: Option<&url::Url>) -> Self {
        let says = |words: &[&str], by_structure: bool| {
            claims.types.iter().any(|claim| {
                let kind = claim.value.to_ascii_lowercase();
                let structured = matches!(claim.origin, Origin::JsonLd | Origin::Microdata);
                (structured || !by_structure) && words.iter().any(|word| kind.contains(word))
            })
        };
        let path = address.map(|url| {
            let segments = url.path().split('/').filter(|segment| !segment.is_empty());
            let last = segments.clone().next_back().unwrap_or_default();
            let count = |is: fn(char) -> bool| last.chars().filter(|&c| is(c)).count() as u32;
            [
                segments.count() as u32,
                count(|c| c == '-'),
                count(|c| c.is_ascii_digit()),
            ]
        });
        Self {
            story: says(&["newsarticle", "blogposting"], true),
            article: f32::from(u8::from(says(&ARTICLES, false)) + u8::from(says(&ARTICLES, true))),
            product: says(&["product", "offer"], false),
            thread: says(&THREADS, true) || address.is_some_and(is_of_forum),
            is_product: claims.is_product,
            published: !claims.published.is_empty(),
            author: !claims.authors.is_empty(),
            path,
        }
    }
}

fn is_of_forum(address: &url::Url) -> bool {
    let mut parts = address.path().split('/');
    parts.any(|part| {
        THREAD_PATHS
            .iter()
            .any(|(_, word)| starts_with_any(part, &[word]))
    })
}

/// Probability from which on a page is taken for no article's.
pub(super) fn surely(page: &Page<'_>, settled: &[Option<Verdict>]) -> f32 {
    let headline = page.headline.printed;
    let is_headed = headline.is_some_and(|BlockId(at)| {
        let last = (at + BELOW_HEADLINE + 1).min(page.blocks.len() as u32);
        let mut beside = (at.saturating_sub(ABOVE_HEADLINE)..last).map(BlockId);
        beside.any(|id| is_header_line(settled, id))
    });
    if is_headed {
        SURELY_THOUGH_HEADED
    } else {
        SURELY
    }
}

fn is_header_line(settled: &[Option<Verdict>], id: BlockId) -> bool {
    settled[id.at()].is_some_and(|v| matches!(v.by, Evidence::Rule(HEADER_LINE)))
}

/// Probability from which on a block is body, for the words and the probability of each text that is open; headings go with their text.
pub(super) fn bar(
    focus: Focus,
    claimed: &Claimed,
    of_another_kind: bool,
    mut open: Vec<(f32, f32)>,
) -> f32 {
    open.sort_unstable_by(|(_, a), (_, b)| b.total_cmp(a));
    let is_any_likely = open.first().is_some_and(|&(_, p)| p >= LEAST_BAR);
    let least = if of_another_kind || !is_any_likely {
        LEAST_OTHER_BAR
    } else {
        LEAST_BAR
    };
    let share = if of_another_kind && !claimed.is_product {
        OTHER_SHARE
    } else {
        ARTICLE_SHARE
    };
    let balanced = (share * hope(&open)).max(least);
    match focus {
        Focus::Balanced => balanced,
        Focus::Precision => PRECISION_BAR,
        Focus::Recall if of_another_kind => balanced.min(OTHER_BAR),
        Focus::Recall => balanced.min(RECALL_BAR),
    }
}

/// The greatest F1 that any line is expected to give, for blocks given as words and probability, the likeliest first: zero without words.
fn hope(open: &[(f32, f32)]) -> f32 {
    let all: f32 = open.iter().map(|(words, p)| words * p).sum();
    let (mut kept, mut right) = (0.0, 0.0);
    let with_next = open.iter().map(|(words, p)| {
        kept += words;
        right += words * p;
        f1(kept, right, all)
    });
    with_next.fold(0.0, f32::max)
}

/// What is kept at a bar, in words.
#[derive(Default)]
struct Kept {
    words: f32,
    good: f32,
    listed: f32,
    linked: f32,
    blocks: f32,
    headings: f32,
    /// Words of the template that has most.
    template: f32,
    first: Option<BlockId>,
}

/// What the lower bar would add, in words.
#[derive(Default)]
struct Between {
    words: f32,
    in_peak: f32,
    good: f32,
}

/// Measures the page for the forest that draws the line: a row of one.
pub(crate) fn measure(
    page: &Page<'_>,
    settled: &[Option<Verdict>],
    asked: &Features,
    probabilities: &[f32],
    brief: &Brief<'_>,
) -> Features {
    let blocks = page.blocks;
    let p = |id: BlockId| probabilities[id.at()];
    let words = |id: BlockId| blocks[id].measure.weight();
    let is_row = |id: BlockId| page.link_row(id).is_some();
    let rows: Vec<bool> = asked.open.iter().map(|&id| is_row(id)).collect();
    let expected = |bar: f32, with_rows: bool| {
        let open = asked.open.iter().zip(&rows);
        expected_f1(open.map(|(&id, &row)| (words(id), p(id), p(id) >= bar && (with_rows || !row))))
    };
    let sure = kept(page, asked, &rows, probabilities);
    let between = between(page, asked, probabilities);
    let all: f32 = asked.open.iter().map(|&id| words(id)).sum();
    let hoped: f32 = asked.open.iter().map(|&id| words(id) * p(id)).sum();
    let row_words: f32 = asked
        .open
        .iter()
        .zip(&rows)
        .filter(|(_, row)| **row)
        .map(|(&id, _)| words(id) * p(id))
        .sum();
    let is_header = |id: &BlockId| is_header_line(settled, *id);
    let density = page.density;
    let root = ElementId::ROOT;
    let share = |part: f32, of: f32| part / of.max(1.0);
    let mut features = Features {
        open: vec![BlockId(0)],
        ..Features::default()
    };
    let mut add = |name, value: f32| {
        features.names.push(name);
        features.values.push(value);
    };
    add("expected", expected(ARTICLE_BAR, false));
    add("expected_lower", expected(OTHER_BAR, true));
    add("kept_words", sure.words);
    add("kept_blocks", sure.blocks);
    add("kept_share", share(sure.words, all));
    add("kept_good", share(sure.good, sure.words));
    add("kept_listed", share(sure.listed, sure.words));
    add("kept_linked", share(sure.linked, sure.words));
    add("kept_mean", share(sure.words, sure.blocks));
    add("kept_headings", share(sure.headings, sure.blocks));
    add("kept_template", share(sure.template, sure.words));
    add("between", share(between.words, between.words + sure.words));
    add("between_in_peak", share(between.in_peak, between.words));
    add("between_good", share(between.good, between.words));
    add("hoped", share(hoped, all));
    add("row_words", share(row_words, hoped));
    add(
        "peak_good",
        share(density.good_words(density.peak()), density.good_words(root)),
    );
    add("page_links", density.link_density(root));
    add("half_links", density.link_density(density.holder_of(0.5)));
    add("page_words", density.words(root));
    add(
        "page_good",
        share(density.good_words(root), density.words(root)),
    );
    add("page_blocks", density.count(root));
    add(
        "header_lines",
        blocks.ids().filter(is_header).count() as f32,
    );
    let first = sure.first.unwrap_or(BlockId(0));
    add(
        "header_line_before",
        flag(
            blocks
                .ids()
                .take_while(|&id| id < first)
                .any(|id| is_header(&id)),
        ),
    );
    let headline = page.headline.printed;
    add(
        "headline_level",
        headline.map_or(MISSING, |id| match blocks[id].kind {
            Kind::Heading(level) => f32::from(level),
            _ => 0.0,
        }),
    );
    add(
        "words_to_body",
        match (headline, sure.first) {
            (Some(from), Some(to)) if from < to => density.words_over(&(from.0..to.0)),
            _ => MISSING,
        },
    );
    let claimed = &brief.claimed;
    claims(claimed, blocks.has_markup, &mut add);
    features
}

fn between(page: &Page<'_>, asked: &Features, probabilities: &[f32]) -> Between {
    let blocks = page.blocks;
    let peak = &blocks[page.density.peak()].blocks;
    let mut between = Between::default();
    for &id in &asked.open {
        if !(OTHER_BAR..ARTICLE_BAR).contains(&probabilities[id.at()]) {
            continue;
        }
        let words = blocks[id].measure.weight();
        between.words += words;
        between.in_peak += if peak.contains(&id.0) { words } else { 0.0 };
        between.good += if is_good(blocks, id) { words } else { 0.0 };
    }
    between
}

/// What the page says of itself.
fn claims(claimed: &Claimed, has_markup: bool, add: &mut impl FnMut(&'static str, f32)) {
    let if_markup = |yes: bool| {
        if has_markup { flag(yes) } else { MISSING }
    };
    add(
        "claims_article",
        if has_markup { claimed.article } else { MISSING },
    );
    add("claims_product", if_markup(claimed.product));
    add("claims_date", if_markup(claimed.published));
    add("claims_author", if_markup(claimed.author));
    let path = |at: usize| claimed.path.map_or(MISSING, |path| path[at] as f32);
    add("path_segments", path(0));
    add("path_hyphens", path(1));
    add("path_digits", path(2));
}

fn kept(page: &Page<'_>, asked: &Features, rows: &[bool], probabilities: &[f32]) -> Kept {
    let blocks = page.blocks;
    let mut kept = Kept::default();
    let mut templates: Table<u64, f32> = Table::default();
    for ((&id, &template), &row) in asked.open.iter().zip(&asked.templates).zip(rows) {
        if probabilities[id.at()] < ARTICLE_BAR || row {
            continue;
        }
        let words = blocks[id].measure.weight();
        let of = templates.entry(template).or_default();
        *of += words;
        kept.template = kept.template.max(*of);
        kept.words += words;
        kept.blocks += 1.0;
        kept.good += if is_good(blocks, id) { words } else { 0.0 };
        kept.linked += words * link_share(blocks, id);
        match blocks[id].kind {
            Kind::ListItem | Kind::Cell => kept.listed += words,
            Kind::Heading(_) => kept.headings += 1.0,
            _ => {}
        }
        kept.first = kept.first.or(Some(id));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Claimed, bar, hope};
    use crate::input::dom::Dom;
    use crate::judge::focus::Focus;
    use crate::limits::Limits;
    use crate::page::claims::Claims;

    #[test]
    fn what_structured_data_calls_a_news_article_is_a_story() {
        let limits = Limits::default();
        let of = |kind: &str| {
            let page = format!(
                "<script type=application/ld+json>{{\"@type\":\"{kind}\",\"headline\":\"Two boats\"}}</script>"
            );
            Claimed::of(&Claims::read(&Dom::parse(&page, &limits), &limits), None)
        };
        assert!(of("NewsArticle").story && of("BlogPosting").story);
        assert!(!of("Article").story && !of("Product").story);
    }

    fn claimed(page: &str) -> Claimed {
        let limits = Limits::default();
        Claimed::of(&Claims::read(&Dom::parse(page, &limits), &limits), None)
    }

    #[test]
    fn a_thread_is_known_by_its_data_or_its_address() {
        let data = r#"<script type=application/ld+json>{"@type":"QAPage"}</script>"#;
        assert!(claimed(data).thread && !claimed("").thread);
        let at = |address: &str| {
            let address = url::Url::parse(address).ok();
            Claimed::of(&Claims::default(), address.as_ref()).thread
        };
        assert!(at("https://example.org/forums/boats/night-ferry"));
        assert!(!at("https://example.org/news/the-forum-reopens"));
    }

    #[test]
    fn what_a_page_sells_needs_more_than_what_it_lists() {
        let data = |json: &str| format!("<script type=application/ld+json>{json}</script>");
        let of = |page: &str| bar(Focus::Balanced, &claimed(page), true, vec![(9.0, 0.8)]);
        let lamp = r#"{"@type":"Product","name":"Lamp"}"#;
        let shop = of(&data(lamp));
        assert!(shop > of(""));
        let graph = of(&data(&format!(r#"{{"@graph":[{lamp}]}}"#)));
        let list = of(&data(&format!(
            r#"{{"@type":"ItemList","itemListElement":[{lamp}]}}"#
        )));
        assert_eq!((graph, list), (shop, of("")));
    }

    #[test]
    fn the_line_is_higher_for_precision_and_lower_for_recall_and_on_lists() {
        let none = Claimed::default();
        for p in [0.3, 0.6, 0.95] {
            let of = |focus, of_another_kind| bar(focus, &none, of_another_kind, vec![(9.0, p)]);
            assert!(of(Focus::Balanced, true) < of(Focus::Balanced, false));
            assert!(of(Focus::Precision, true) > of(Focus::Balanced, false));
            for kind in [false, true] {
                assert!(of(Focus::Recall, kind) <= of(Focus::Balanced, kind));
            }
        }
    }

    #[test]
    fn hope_is_the_best_f1_of_all_lines() {
        // The first alone: right 9 of 10 kept and 10 expected; with the second, 10 of 20 and 10.
        assert!((hope(&[(10.0, 0.9), (10.0, 0.1)]) - 0.9).abs() < 1e-6);
        assert!(hope(&[]).abs() < f32::EPSILON);
        assert!(hope(&[(0.0, 0.9)]).abs() < f32::EPSILON);
    }

    #[test]
    fn a_page_claims_its_kind_and_its_address_has_a_path() {
        let page = "<meta property=og:type content=article><meta property=article:published_time content=2024-03-04>";
        let limits = Limits::default();
        let claims = Claims::read(&Dom::parse(page, &limits), &limits);
        let address = url::Url::parse("https://example.org/news/2024/night-ferry-returns/").ok();
        let claimed = Claimed::of(&claims, address.as_ref());
        assert!(claimed.published && !claimed.product && !claimed.author && !claimed.story);
        assert!((claimed.article - 1.0).abs() < f32::EPSILON);
        assert_eq!(claimed.path, Some([3, 2, 0]));
        assert_eq!(Claimed::of(&Claims::default(), None).path, None);
    }
}
