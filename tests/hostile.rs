//! Pages that are made to cost a lot. None of them does, each in a thread with a small stack; none costs the article that stands above.
//!
//! `FAIRCOPY_HOSTILE=FOLDER cargo test --release --test hostile -- --include-ignored` reads the files of a folder as well.

mod watch;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use faircopy::{Article, Extractor, Limit};

/// Names a folder of further inputs.
const FOLDER: &str = "FAIRCOPY_HOSTILE";

/// How often a row's text is repeated: enough for a cost that grows with the square to be felt, little enough for a test.
const TIMES: usize = 20_000;

/// The same for lines of flat text, each of which is read for names and dates.
const FLAT_TIMES: usize = 4_000;

const FIRST: &str = "The night ferry to Sandholm, laid up since 2013, will take passengers again from Friday, the harbour office said.";
const LAST: &str = "Those who sleep in a chair on deck pay no more than the fare of the day boat, and children nothing at all.";

/// Text that is repeated below the article. `#` is the number of the repeat.
const REPEATED: &[&str] = &[
    // Elements that stay open.
    "<div>",
    "<b>",
    "<b><i>",
    "<font color=#>",
    "<a href=/#>",
    "<ul><li>",
    "<blockquote>x",
    "<table><tr><td>",
    "<table>",
    "<dl><dd>",
    "<svg>",
    "<svg><g>",
    "<math><mrow>",
    "<ruby><rt>",
    "<noscript><p>",
    "<template><p>",
    "<select><option>",
    "<button>x",
    "<form>",
    "<figure><figcaption>",
    "<article><section>",
    "<h1>x",
    "<object><p>",
    "<iframe><b>",
    "<p><b><div>x",
    "<p><font color=#><div>x</p>",
    "<nobr><p>",
    // Footnotes of one sign, and words that a line hides.
    "<p>The night ferry returns to Sandholm on Monday<sup><a href=&num;n#>1</a></sup>, the office said.<ol><li id=n#>The office told the whole crew so in a letter, number #.</ol>",
    "<span style=display:none>x#</span> y",
    // End tags of nothing, and elements that end elsewhere.
    "</p>",
    "</div></b>",
    "</b><b>",
    "<b></p></b>",
    "<a><div></a>",
    "<body a#=1>",
    "<html a#=1>",
    "<frameset><frame>",
    // The tokenizer's corners.
    "<",
    "</",
    "<!",
    "<?",
    "<!--",
    "<!-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "&",
    "&amp",
    "&#",
    "&#x110000;",
    "&NotEqualTilde",
    "\0",
    "<x y=\"",
    "<script>",
    "<script><!--<script>",
    "<style>*{",
    "<textarea>",
    "<title>",
    "<plaintext>",
    "<p #=x>",
    // Text.
    "\n",
    "<br>",
    "　",
    "e\u{301}\u{301}",
    "\u{200d}\u{202e}",
    "渡",
    "渡轮。",
    "a ",
    "a.",
    "(",
    "（记者 ",
    "「",
    "| ",
    "#:",
    "1.",
    "<p>x",
    "<p>The ferry.",
    "<p>The night ferry to Sandholm will take passengers again from Friday, the harbour office said.",
    "<p>渡轮自周一起复航，港务局周五表示，舱位共四十个，票价不变。<p>旅客可在码头或网上购票，儿童与学生另有优惠，凭证购买即可。",
    "<p>Paragraph # of very many, in which the harbour office says a thing about number # and no other.",
    // Fields.
    "<p>By Tessa Marlowe, Ada Quill and ",
    "<p>来源：江州日报 2024-03-18 记者：",
    "<time datetime=2024-03-18>18 March 2024, ",
    "<meta name=author content='Ada Quill #'>",
    "<meta property=og:title content='Night ferry #'>",
    "<meta property=article:published_time content=2024-03-18>",
    "<meta name=keywords content='a,b,c,#'>",
    "<link rel=canonical href=/#>",
    "<base href=//h#.example/>",
    "<img src=/#.jpg alt='The pier, number #. Photo: Ada Quill'>",
    "<img srcset='/a.jpg 1x, /b.jpg 2x, /#.jpg 3x'>",
    "<figure><img src=/a.jpg><figcaption>The pier. Photo: Ada Quill</figcaption></figure>",
    "<div itemscope itemtype=https://schema.org/NewsArticle itemprop=x>",
    "<span itemprop=author itemscope><b itemprop=name>Ada",
    "<h2>Night ferry returns</h2><img src=/#.jpg><p>The pier.",
    "<script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"headline\":\"#\"}]</script>",
    "<p>«Why?» she asked.<p>«Because.»",
    "<a href=https://h.example/#/../../..>next</a>",
];

/// The insides of a block of JSON-LD: what is repeated, and what follows it.
const LINKED: &[(&str, &str)] = &[
    ("[", ""),
    ("{\"a\":", ""),
    ("{\"@graph\":[", "]"),
    ("[1,", "1]"),
    (
        "{\"@id\":\"#\",\"author\":{\"@id\":\"#\"},\"mainEntity\":",
        "0",
    ),
    (
        "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ada\"},",
        "",
    ),
    ("{\"@type\":\"NewsArticle\",\"articleBody\":\"", "\"}"),
    ("\"\\u0000\\ud800", "\""),
    ("//", ""),
    ("{\"@type\":\"NewsArticle\"}", ""),
    ("{\"@type\":\"NewsArticle\",},", ""),
];

/// Lines of flat text.
const LINES: &[&str] = &[
    "\n",
    "x\n",
    "渡轮\n\n",
    "The night ferry returns\nThe pier.\nThe pier.\n",
    "The night ferry to Sandholm will take passengers again from Friday, the harbour office said.\n",
    "Paragraph # of very many, in which the harbour office says a thing about number # and no other.\n\n",
    "By Ada Quill, 18 March 2024\n",
    "来源：江州日报 2024-03-18 21:07 记者：沈知远\n",
    "- ",
    "\t|\t",
];

fn article() -> String {
    format!(
        "<title>Night ferry returns</title><article><h1>Night ferry returns</h1><p>{FIRST}<p>{LAST}</article>"
    )
}

fn repeated(text: &str, times: usize) -> String {
    let mut out = String::new();
    for index in 0..times {
        for (part, piece) in text.split('#').enumerate() {
            if part > 0 {
                let _ = write!(out, "{index}");
            }
            out.push_str(piece);
        }
    }
    out
}

/// Extracts in a thread with a small stack, and collects what is wrong with the record.
fn check(
    name: &str,
    extract: impl FnOnce() -> Article + Send + 'static,
    wanted: &[&str],
    wrong: &mut Vec<String>,
) -> Option<Article> {
    let found = watch::watched(name, move || {
        let article = extract();
        (watch::wrong(&article), article)
    });
    let (promise, article) = match found {
        Ok(found) => found,
        Err(what) => {
            wrong.push(what);
            return None;
        }
    };
    wrong.extend(
        promise.map(|what| format!("{name}: {}", what.chars().take(400).collect::<String>())),
    );
    let text = article.text();
    let lost = wanted.iter().filter(|sentence| !text.contains(**sentence));
    wrong.extend(lost.map(|sentence| format!("{name}: lost {sentence:?}")));
    Some(article)
}

/// Extracts pages, each with the name it is told by; all have to keep the article.
fn keep_the_article(pages: impl Iterator<Item = (String, String)>) {
    let mut wrong = Vec::new();
    for (name, page) in pages {
        let extract = move || faircopy::extract(&page);
        check(&name, extract, &[FIRST, LAST], &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_below_an_article_costs_the_article() {
    let below = |text: &&str| ((*text).to_owned(), article() + &repeated(text, TIMES));
    keep_the_article(REPEATED.iter().map(below));
}

#[test]
fn no_block_of_json_ld_costs_the_article() {
    keep_the_article(LINKED.iter().map(|(text, end)| {
        let block = repeated(text, TIMES) + end;
        let script = format!("<script type=application/ld+json>{block}</script>");
        ((*text).to_owned(), script + &article())
    }));
}

#[test]
fn no_tag_costs_the_article() {
    let many = |attribute: &str| format!("<p {}>x", repeated(attribute, TIMES));
    let tags = [
        many("a#=b "),
        many("a=b "),
        many("itemprop#='author name' "),
        many("\"'=<"),
        format!("<p class='{}'>x", repeated("menu-# share related ", TIMES)),
        format!("<a href='/{}'>x", repeated("../a/", TIMES)),
        format!(
            "<a href='https://h.example/{}'>x",
            repeated("?&#=渡", TIMES)
        ),
        format!(
            "<img src='data:image/png;base64,{}'>",
            repeated("iVBOR#", TIMES)
        ),
        format!("<table><tr><td colspan={} rowspan=65534>x", u64::MAX),
        format!(
            "<meta name=description content='{}'>",
            repeated("渡轮 #。", TIMES)
        ),
        format!("<{}>x", repeated("a#", TIMES)),
    ];
    let named = |tag: String| (tag.chars().take(24).collect(), article() + &tag);
    keep_the_article(tags.into_iter().map(named));
}

#[test]
fn no_line_of_flat_text_is_too_much() {
    let mut wrong = Vec::new();
    for line in LINES {
        let text = format!(
            "Night ferry returns\n\n{FIRST}\n\n{LAST}\n\n{}",
            repeated(line, FLAT_TIMES)
        );
        check(line, move || faircopy::extract_text(&text), &[], &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A cut is told, whichever bound it was.
#[test]
fn what_is_cut_is_listed() {
    let rows = [
        ("<div>", Limit::Depth),
        ("<b>", Limit::OpenFormatting),
        ("<body a#=1>", Limit::AttributesPerTag),
        ("<p><font color=#><div>x</p>", Limit::OpenFormatting),
        ("<img src=/#.jpg>", Limit::Images),
        (
            "<iframe src=//player.vimeo.com/video/#></iframe>",
            Limit::Embeds,
        ),
        ("<meta name=keywords content='a,b,c,#'>", Limit::Tags),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>",
            Limit::LdBlocks,
        ),
    ];
    let mut wrong = Vec::new();
    for (text, limit) in rows {
        let page = article() + &repeated(text, TIMES);
        let extract = move || {
            Extractor::new()
                .url("https://harbourpost.example/")
                .map(|known| known.extract(&page))
                .unwrap_or_default()
        };
        if let Some(article) = check(text, extract, &[FIRST, LAST], &mut wrong)
            && !article.limits_hit.iter().any(|hit| hit.limit == limit)
        {
            wrong.push(format!(
                "{text}: {limit} is not in {:?}",
                article.limits_hit
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
#[ignore = "reads the folder that FAIRCOPY_HOSTILE names"]
fn files_of_a_folder_keep_the_promises() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let files = fs::read_dir(&folder).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in &paths {
        let bytes = fs::read(path).unwrap();
        let name = path.display().to_string();
        check(
            &name,
            move || faircopy::extract_bytes(&bytes),
            &[],
            &mut wrong,
        );
    }
    println!("{} files", paths.len());
    assert!(!paths.is_empty() && wrong.is_empty(), "{wrong:#?}");
}
