//! A limit cuts what is beyond its bound, keeps what stands before it, and says so.

use faircopy::{Article, Block, Extractor, Limit, Limits};

const PAGE: &str = "<title>A quiet year</title><article><h1>A quiet year</h1>\
    <p>The harbour office has counted the crossings of last year, and there were fewer than ever before.</p>\
    <img src='https://harbourpost.example/a.jpg' alt='The pier'>\
    <p>It was a quiet year on <a href='https://harbourpost.example/pier'>the pier</a>, and a quieter one on the boats, the office said.</p>\
    <img src='https://harbourpost.example/b.jpg' alt='The boats'>\
    <table><tr><th>Month<th>Boats<tr><td>May<td>31<tr><td>June<td>29</table>\
    <p>This year the night ferry returns, and the office expects twice as many, it said on Friday.</p></article>";

/// The body of a page with whatever is put into its head and below its text.
fn around(head: &str, below: &str) -> String {
    format!("{head}{PAGE}{below}")
}

fn bounded(limit: Limit, bound: u64) -> Article {
    let limits = Limits::default().set(limit, bound);
    Extractor::new().limits(limits).extract(PAGE)
}

/// Asserts that a limit is silent at what the page has, and is listed one below.
fn cuts_below(limit: Limit, has: u64) -> Article {
    let whole = bounded(limit, has);
    assert!(
        whole.limits_hit.is_empty(),
        "{limit} at {has}: {:?}",
        whole.limits_hit
    );
    let cut = bounded(limit, has - 1);
    let hits: Vec<Limit> = cut.limits_hit.iter().map(|hit| hit.limit).collect();
    assert_eq!(hits, [limit], "{limit} at {}", has - 1);
    cut
}

#[test]
fn cells_beyond_the_bound_are_dropped_and_the_rest_of_the_page_stays() {
    let article = cuts_below(Limit::TableCells, 6);
    let table = article.body.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let cells: usize = table.unwrap().iter().map(Vec::len).sum();
    assert_eq!(cells, 5);
    assert!(article.text().ends_with("it said on Friday."));
}

#[test]
fn pictures_beyond_the_bound_are_dropped() {
    let article = cuts_below(Limit::Images, 2);
    let figures = article
        .body
        .iter()
        .filter(|block| matches!(block, Block::Figure { .. }));
    assert_eq!(figures.count(), 1);
}

#[test]
fn a_list_of_links_beyond_the_bound_is_one_still() {
    const STORY: &str = "<title>Winter berths are let by lot</title><article><h1>Winter berths are let by lot</h1><p class=byline>By Ada Quill</p><time datetime=2024-03-05>5 March 2024</time>\
        <p>The eleven winter berths below the old granary will be let by lot this year, after the owners of thirty boats had asked for one.</p>\
        <p>The harbour master draws the lots on the first Sunday of November, in the hall of the rowing club, and everyone may come and watch.</p>\
        <p>Whoever wins pays for five months and has to move within a week, as the dredger needs the outer basin from the middle of the month.</p>\
        <p>Two of the berths have no power, and the office lets them for half of the price to those who sleep on board and bring a stove.</p>\
        <p>The boats that find no place are towed to the canal, where they lie as they did in the years before the granary was mended.</p></article>";
    let links = (0..300).map(|at| format!("<li><a href=/n/{at}>Harbour report number {at}</a>"));
    let page = format!("{STORY}<ul>{}</ul>", links.collect::<String>());
    let text = |most: u64| {
        let limits = Limits::default().set(Limit::Links, most);
        Extractor::new().limits(limits).extract(&page).text()
    };
    assert!(!text(1000).contains("report"));
    assert_eq!(text(20), text(1000));
}

#[test]
fn the_text_of_a_link_beyond_the_bound_stays() {
    let article = cuts_below(Limit::Links, 1);
    assert!(article.text().contains("on the pier, and"));
    assert!(
        !article
            .to_markdown()
            .contains("](https://harbourpost.example/pier")
    );
}

#[test]
fn blocks_beyond_the_bound_are_dropped() {
    let whole = Extractor::new().trace(faircopy::Input::Html(PAGE)).1.len() as u64;
    let article = cuts_below(Limit::Blocks, whole);
    assert!(article.text().starts_with("The harbour office has counted"));
    assert!(!article.text().contains("it said on Friday"));
}

/// Limits that cut nothing of a record, or nothing that is told: each with the reason.
const UNTOLD: &[Limit] = &[
    // Only how closely two near copies are compared: no text, field or block is less for it.
    Limit::DiffChars,
    // What goes are marks that no reader can see any more, as with every harmful character.
    Limit::CombiningMarks,
];

/// A page for each limit, and what of it the page has: the least bound at which the limit is silent.
fn pages() -> Vec<(Limit, String, u64)> {
    let items = |count: usize, item: &str| item.repeat(count);
    let json = |block: &str| format!("<script type=application/ld+json>{block}</script>");
    let person = |n: usize| format!("{{\"name\":\"Ada Quill {}\"}}", "I".repeat(n + 1));
    let people: Vec<String> = (0..4).map(person).collect();
    let twice = "<article>".to_owned() + &PAGE.replace("<article>", "").repeat(2);
    // A base of 2,428 bytes, repeated by a link, two pictures and the lead image.
    let far = format!("https://harbourpost.example/{}", items(400, "ferry/"));
    let relative = PAGE.replace("https://harbourpost.example/", "");
    let long_base = format!("<base href='{far}'>{relative}");
    let beyond = 4 * far.len() + "pier".len() + 3 * "a.jpg".len() - 2 * long_base.len();
    vec![
        (Limit::InputBytes, PAGE.to_owned(), PAGE.len() as u64),
        (Limit::Depth, around("", &items(40, "<div>")), 42),
        (Limit::OpenFormatting, around("", "<b><i><u><tt>x"), 4),
        (
            Limit::AttributesPerTag,
            around("", "<p a b c d e f g h>x"),
            8,
        ),
        (
            Limit::AttributeBytes,
            around("", "<p title=渡口停航渡口停航渡口停航渡口停航渡口停航>x"),
            60,
        ),
        (Limit::Nodes, around("", &items(50, "<p>x")), 136),
        (Limit::TextBytes, PAGE.to_owned(), 302),
        (Limit::Blocks, PAGE.to_owned(), 12),
        (Limit::Images, PAGE.to_owned(), 2),
        (
            Limit::Embeds,
            around(
                "",
                &"<iframe src='https://player.vimeo.com/video/7'></iframe>".repeat(3),
            ),
            3,
        ),
        (Limit::Links, PAGE.to_owned(), 1),
        (
            Limit::Authors,
            around(
                &json(&format!(
                    "{{\"@type\":\"NewsArticle\",\"author\":[{}]}}",
                    people.join(",")
                )),
                "",
            ),
            4,
        ),
        (
            Limit::Tags,
            around("<meta name=keywords content='pier,boats,harbour'>", ""),
            3,
        ),
        (Limit::UrlBytes, PAGE.to_owned(), 33),
        (Limit::AddressBytes, long_base, beyond as u64),
        (Limit::TitleChars, PAGE.to_owned(), 12),
        (
            Limit::NameChars,
            around("<meta name=author content='Ada Quillfeather'>", ""),
            16,
        ),
        (
            Limit::BylineChars,
            around(
                "<meta property=article:published_time content='2024-03-18'>",
                "",
            ),
            10,
        ),
        (
            Limit::CaptionChars,
            around(
                "<meta name=description content='It was a quiet year on the pier.'>",
                "",
            ),
            32,
        ),
        (
            Limit::LdJsonBytes,
            around(&json("{\"@type\":\"NewsArticle\"}"), ""),
            23,
        ),
        (Limit::LdBlocks, around(&json("{}").repeat(3), ""), 3),
        (
            Limit::LdDepth,
            around(&json("[[{\"@type\":\"NewsArticle\"}]]"), ""),
            4,
        ),
        (
            Limit::Comments,
            around(
                "",
                "<div class=comment>Ada: At last</div><div class=comment>Ole: And who pays?</div>",
            ),
            2,
        ),
        (Limit::TableCells, PAGE.to_owned(), 6),
        (Limit::CopyPairs, twice, 20),
    ]
}

/// Walks through the list of limits, so that a new one without a page here fails.
#[test]
fn every_limit_is_silent_at_its_bound_and_listed_below_it() {
    let pages = pages();
    let mut wrong = Vec::new();
    for limit in Limit::ALL.iter().filter(|limit| !UNTOLD.contains(limit)) {
        let Some((_, page, has)) = pages.iter().find(|(of, ..)| of == limit) else {
            wrong.push(format!("{limit}: no page"));
            continue;
        };
        for (bound, told) in [
            (has + 1, false),
            (*has, false),
            (has.saturating_sub(1), true),
        ] {
            let extractor = Extractor::new()
                .comments(true)
                .limits(Limits::default().set(*limit, bound));
            let article = extractor.extract_bytes(page.as_bytes());
            let listed = article
                .limits_hit
                .iter()
                .any(|hit| hit.limit == *limit && hit.bound == bound && hit.seen > bound);
            if listed != told {
                wrong.push(format!("{limit} at {bound}: {:?}", article.limits_hit));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
