//! The headline, found before anything is judged: its wording from what claims and headings agree on, and the blocks that print it.

mod by_place;
mod candidates;
mod kicker;
mod likeness;
pub(crate) mod run;
mod slug;

use std::collections::BTreeSet;

use url::Url;

use self::by_place::by_place;
use self::candidates::{Candidates, Heading, headline};
use self::kicker::in_brackets;
use crate::article::Origin;
use crate::dedup::copies::Copies;
use crate::grammar::site_name::is_edition;
use crate::grammar::suffix::strip_site;
use crate::lexicon::blocked::blocked;
use crate::page::block::{BlockId, Blocks, Kind, Presence};
use crate::page::claims::Claims;
use crate::text::fold::fold;

/// A headline is shorter than this, in words; a longer block is a paragraph that a careless claim repeats.
const MOST_WORDS: f32 = 60.0;

/// The headline and every block that says it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) origin: Option<Origin>,
    /// In page order.
    pub(crate) blocks: Vec<BlockId>,
    /// The block that prints it: the first, until the page's copies are known.
    pub(crate) printed: Option<BlockId>,
    /// The wordings of the headline, folded: as chosen, and as claimed, with and without the site's name.
    pub(crate) wordings: Vec<String>,
}

impl Headline {
    /// Finds the headline among the headings and claims of a page; in flat text, among its first lines.
    pub(crate) fn find(blocks: &Blocks, claims: &Claims, address: Option<&Url>) -> Self {
        let host = address.and_then(Url::host_str);
        let found = if blocks.has_markup {
            let mut titles = claims.titles.iter();
            // The pages of a digital paper may say its name alone, and have their headline in a table.
            let is_of_paper = titles.any(|claim| is_edition(&claim.value));
            by_claims(blocks, claims, host)
                .or_else(|| is_of_paper.then(|| by_place(blocks, address)).flatten())
        } else {
            by_kind(blocks).or_else(|| by_place(blocks, address))
        };
        let Some((text, origin)) = found else {
            return Self::default();
        };
        let sites: Vec<&str> = claims
            .site_names
            .iter()
            .map(|claim| claim.value.as_str())
            .collect();
        let mut wordings = vec![fold(&text)];
        for claim in &claims.titles {
            wordings.push(fold(&claim.value));
            wordings.push(fold(&strip_site(&claim.value, &sites, host)));
        }
        wordings.extend(with_more(blocks, &fold(&text)));
        wordings.retain(|wording| !wording.is_empty());
        // A text for sharing says the headline and what the page says of itself.
        if let Some(description) = claims.descriptions.first() {
            let description = fold(&description.value);
            let shared = wordings
                .iter()
                .map(|wording| format!("{wording}{description}"));
            wordings.extend(shared.collect::<Vec<_>>());
        }
        wordings.sort_unstable();
        wordings.dedup();
        let is_wording = |folded: &str| {
            let found = wordings.binary_search_by(|wording| wording.as_str().cmp(folded));
            found.is_ok()
        };
        let headline = fold(&text);
        // What is shared may go on with a summary that the page has nowhere else.
        let is_shared = |text: String| is_wording(&text) || text.starts_with(&headline);
        let says_it = |id: &BlockId| {
            blocks[*id].kind != Kind::Picture
                && blocks[*id].measure.weight() <= MOST_WORDS
                && (is_wording(blocks.folded(*id))
                    || without_address(blocks.text_of(*id)).is_some_and(is_shared))
        };
        let said: Vec<BlockId> = blocks.ids().filter(says_it).collect();
        Self {
            text: Some(text),
            origin: Some(origin),
            printed: said.first().copied(),
            blocks: said,
            wordings,
        }
    }

    /// The headline of the copy that is kept, where the article stands twice: the first with most of what is kept behind it. A teaser
    /// below the article may be a copy of its beginning.
    pub(crate) fn of_kept(mut self, blocks: &Blocks, copies: &Copies) -> Self {
        let is_kept = |id: &BlockId| copies.is_weighed(*id);
        let Some(kept) = self.blocks.iter().copied().find(is_kept) else {
            return self;
        };
        if Some(kept) != self.printed {
            let is_text = |id: &BlockId| is_kept(id) && blocks[*id].measure.ends_sentence;
            let texts = || blocks.ids().filter(is_text);
            let behind = texts().filter(|&id| id > kept).count();
            if 2 * behind > texts().count() {
                self.printed = Some(kept);
            }
        }
        self
    }
}

/// A text without the addresses in it, folded; none when it has none. What is shared ends in one.
fn without_address(text: &str) -> Option<String> {
    const SCHEME: &str = "://";
    if !text.contains(SCHEME) {
        return None;
    }
    let words = text.split_whitespace();
    let words = words.filter(|word| !word.contains(SCHEME));
    Some(words.map(fold).collect())
}

fn by_claims(blocks: &Blocks, claims: &Claims, host: Option<&str>) -> Option<(String, Origin)> {
    let is_title_element = |origin| origin == Origin::TitleElement;
    let titles = Titles::of(claims);
    let named = claims.site_names.iter().chain(&claims.publishers);
    let candidates = Candidates {
        title_element: claims
            .titles
            .iter()
            .find(|claim| is_title_element(claim.origin))
            .map(|claim| claim.value.as_str()),
        claims: claims
            .titles
            .iter()
            .filter(|claim| !is_title_element(claim.origin))
            .map(|claim| (claim.value.as_str(), claim.origin))
            .collect(),
        headings: blocks
            .ids()
            .filter_map(|id| heading(blocks, &titles, id))
            .collect(),
        heading_parts: claims.heading_parts.iter().map(String::as_str).collect(),
        original: blocks.ids().find_map(|id| original(blocks.text_of(id))),
        site_names: named.map(|claim| claim.value.as_str()).collect(),
        host,
    };
    headline(&candidates)
}

/// Labels of the headline that a text had where it was taken from, by language.
const ORIGINAL_LABELS: &[(&str, &str)] = &[
    ("zh", "原标题"),
    ("zh", "原题"),
    ("zh-Hant", "原標題"),
    ("zh-Hant", "原題"),
];

/// The headline behind such a label, folded.
fn original(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['(', '（', '[', '【']);
    let behind = ORIGINAL_LABELS
        .iter()
        .find_map(|(_, label)| text.strip_prefix(label))?;
    Some(fold(behind.strip_prefix([':', '：'])?))
}

/// The wordings of `h1` that hold the headline, and of lower headings that have it behind a bracket, and beside it no more than its own
/// length of kicker, subtitle and site.
fn with_more<'b>(blocks: &'b Blocks, headline: &'b str) -> impl Iterator<Item = String> + 'b {
    let holds_it = move |id: BlockId| {
        let text = blocks.folded(id);
        let holds = match blocks[id].kind {
            Kind::Heading(1) => text.contains(headline),
            Kind::Heading(_) => {
                in_brackets(blocks.text_of(id)).is_some_and(|(_, rest)| fold(rest) == headline)
            }
            _ => return None,
        };
        let is_short =
            blocks[id].measure.weight() <= MOST_WORDS && text.len() <= headline.len() * 2;
        (holds && is_short).then(|| text.to_owned())
    };
    blocks.ids().filter_map(holds_it)
}

/// The claimed titles, folded.
struct Titles {
    /// Looked through at once: no folded text holds a space.
    joined: String,
    /// Which three bytes stand in them side by side, by their hash: most blocks are passed by a look at their first and their last.
    triples: [bool; TRIPLES],
}

/// Twice as many as a page's titles have.
const TRIPLES: usize = 1024;

impl Titles {
    fn of(claims: &Claims) -> Self {
        let titles = claims.titles.iter().map(|claim| fold(&claim.value));
        let titles: BTreeSet<String> = titles.collect();
        let joined = titles.into_iter().collect::<Vec<_>>().join(" ");
        let mut triples = [false; TRIPLES];
        for triple in joined.as_bytes().windows(3) {
            triples[slot(triple)] = true;
        }
        Self { joined, triples }
    }

    fn say(&self, folded: &str) -> bool {
        let bytes = folded.as_bytes();
        let ends = [bytes.first_chunk::<3>(), bytes.last_chunk()];
        let may_stand = |triple: &[u8; 3]| self.triples[slot(triple)];
        ends.into_iter().flatten().all(may_stand)
            && !folded.is_empty()
            && self.joined.contains(folded)
    }
}

fn slot(triple: &[u8]) -> usize {
    let hash = |sum: usize, byte: &u8| sum * 31 + usize::from(*byte);
    triple.iter().fold(0, hash) % TRIPLES
}

/// A heading by its markup, or a short block that stands in one of the claimed titles.
fn heading<'a>(blocks: &'a Blocks, titles: &Titles, id: BlockId) -> Option<Heading<'a>> {
    let block = &blocks[id];
    let text = blocks.text_of(id);
    let level = match block.kind {
        Kind::Heading(level) => level,
        Kind::Picture | Kind::Code => return None,
        _ => 0,
    };
    if block.measure.weight() > MOST_WORDS || block.presence > Presence::Styled {
        return None;
    }
    if level == 0 && !titles.say(blocks.folded(id)) || blocked(text, &block.measure).is_some() {
        return None;
    }
    let aside = block.presence != Presence::Visible
        || blocks.within(id, &["nav", "aside", "footer"]).is_some();
    Some(Heading { text, level, aside })
}

/// Given blocks and Markdown may say which of them is a heading of the first level: the headline, unless another says something else.
fn by_kind(blocks: &Blocks) -> Option<(String, Origin)> {
    let mut headings = blocks
        .ids()
        .filter(|id| blocks[*id].kind == Kind::Heading(1));
    let first = headings.next()?;
    let mine = blocks.key(first);
    headings.all(|other| blocks.key(other) == mine).then(|| {
        let text = strip_site(blocks.text_of(first), &[], None);
        (text, Origin::Visible)
    })
}
