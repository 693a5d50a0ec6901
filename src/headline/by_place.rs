//! The headline of flat text: the line that most speaks for, by what is said again, by the address, and by where a line stands.

mod evidence;

use std::ops::Range;

use url::Url;

use self::evidence::{Evidence, HEADER_REACH};
use super::likeness::Compared;
use super::{MOST_WORDS, run, slug};
use crate::article::Origin;
use crate::dedup::align::is_one_edit;
use crate::grammar::credit::marks_caption;
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::grammar::source::is_lone_outlet;
use crate::grammar::suffix::strip_site;
use crate::lexicon::{are_channels, is_channel, phrase};
use crate::page::block::{Block, BlockId, Blocks};

/// Lines at the top among which the page's title stands, as breadcrumbs and copies of the headline do.
const FIRST_LINES: usize = 10;

/// Lines above the text that are looked at: menus of a hundred entries stand before a headline, and in lists of all shops before the text.
const HEAD_LINES: usize = 250;

/// Lines of the text that are looked at: teasers of other stories are taken for its beginning.
const INSIDE_LINES: usize = 60;

/// Words of a line that says something: less is a label, or an entry of a menu.
const TELLING_WORDS: f32 = 3.0;

/// Characters a headline has at least, folded; less is a label.
const LEAST_CHARS: usize = 4;

/// Words of a sentence of the text, at least; a headline that asks or exclaims has less.
const SENTENCE_WORDS: f32 = 16.0;

/// Times that a line is said again which is a question to several, at least.
const REFRAIN: usize = 2;

/// Words of a description that ends like no sentence, at least.
const DESCRIPTION_WORDS: f32 = 16.0;

/// Signs between the steps of a trail.
const TRAIL_SIGNS: [char; 6] = ['›', '»', '>', '＞', '→', '▸'];

/// What a menu begins with that has lost its gaps, and hardly a headline: `首页新闻体育`.
const MENU_OPENINGS: &[(&str, &str)] = &[("zh", "首页"), ("zh", "网站首页"), ("zh-Hant", "首頁")];

/// Finds the line that most speaks for among those above the text, and those of its beginning.
pub(super) fn by_place(blocks: &Blocks, address: Option<&Url>) -> Option<(String, Origin)> {
    let head = Head::of(blocks, address);
    let mut best: Option<(f32, BlockId)> = None;
    for id in head.ids().filter(|&id| head.may_be(id)) {
        let evidence = Evidence::of(&head, id);
        // A text may have lost its headline: its own lines are none of which nothing else speaks.
        if id.at() >= head.text.start && !evidence.is_said() && head.above_header(id.at()).is_none()
        {
            continue;
        }
        let weight = evidence.weight();
        if best.is_none_or(|(known, _)| weight > known) {
            best = Some((weight, id));
        }
    }
    let host = address.and_then(Url::host_str);
    let text = strip_site(blocks.text_of(best?.1), &[], host);
    Some((text, Origin::Visible))
}

/// What a line above the text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineKind {
    /// It may be the headline.
    Open,
    /// A date, a byline, a source.
    Header,
    /// A label, a menu, the name of the outlet.
    Label,
}

/// Where a text that begins with the page is told once more, behind how many lines of it: a second copy has the headline and the date above it
/// that the first has lost.
fn told_again(blocks: &Blocks, text: &Range<usize>) -> Option<(usize, usize)> {
    let first = blocks.ids().next().filter(|_| text.start == 0)?;
    let key = |at: usize| blocks.rows.get(at).map(|_| blocks.key(BlockId(at as u32)));
    let again = (1..blocks.len()).find(|&at| key(at) == key(first.at()))?;
    let equal = (0..again).take_while(|at| key(*at) == key(again + at));
    blocks[first]
        .measure
        .is_long()
        .then(|| (equal.count(), again))
}

/// The lines in which the headline is sought.
struct Head<'b> {
    blocks: &'b Blocks,
    /// The run of lines that reads like an article; empty at the end of the page where none does.
    text: Range<usize>,
    /// Lines at the top that are a copy of the text without its headline.
    bare: usize,
    /// The lines right above the text, and those of its beginning.
    near: Range<usize>,
    kinds: Vec<LineKind>,
    /// The kinds of the page's first lines.
    first_kinds: Vec<LineKind>,
    /// What the page's address says of the headline.
    slug: Option<Compared<()>>,
    /// The first lines that may be the title of the page, with whether they may be it as a whole.
    titles: Vec<(BlockId, Option<Compared<()>>)>,
}

impl<'b> Head<'b> {
    fn of(blocks: &'b Blocks, address: Option<&Url>) -> Self {
        let mut text = run::of(blocks);
        if text.is_empty() {
            text = blocks.len()..blocks.len();
        }
        text.start = behind_question(blocks, &text);
        let mut bare = 0;
        if let Some((lines, again)) = told_again(blocks, &text) {
            bare = lines;
            text = again..text.end.max(again + 1);
        }
        let above = text.start.saturating_sub(HEAD_LINES).max(bare);
        let near = above..text.end.min(text.start + INSIDE_LINES);
        let kind = |at: usize| {
            if at < bare {
                LineKind::Label
            } else {
                kind_of(blocks, BlockId(at as u32))
            }
        };
        let first_kinds: Vec<LineKind> = (0..FIRST_LINES.min(blocks.len())).map(kind).collect();
        let slug = address.and_then(slug::of);
        Self {
            blocks,
            kinds: near.clone().map(kind).collect(),
            titles: titles(blocks, &first_kinds),
            first_kinds,
            bare,
            text,
            near,
            slug: slug.and_then(|slug| Compared::of(&slug, ())),
        }
    }

    /// The lines that are looked at, in page order.
    fn ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        let first = self.bare..FIRST_LINES.min(self.near.start);
        let ids = first.chain(self.near.clone());
        ids.map(|at| BlockId(at as u32))
    }

    fn kind(&self, at: usize) -> LineKind {
        let near = at.checked_sub(self.near.start);
        let near = near.and_then(|at| self.kinds.get(at));
        let kind = near.or_else(|| self.first_kinds.get(at));
        kind.copied().unwrap_or(LineKind::Label)
    }

    fn words(&self, at: usize) -> f32 {
        self.blocks[BlockId(at as u32)].measure.weight()
    }

    fn is_telling(&self, at: usize) -> bool {
        self.kind(at) == LineKind::Open && self.words(at) >= TELLING_WORDS
    }

    /// Whether a line is neither furniture nor metadata, no sentence of the text, and nothing that is said of a picture.
    fn may_be(&self, id: BlockId) -> bool {
        let block = &self.blocks[id];
        let at = id.at();
        let is_sentence = run::is_prose(block)
            && (at > self.text.start && block.measure.weight() > SENTENCE_WORDS
                || at >= self.text.start.max(1) && self.is_refrain(id));
        self.kind(id.at()) == LineKind::Open
            && !is_sentence
            && !marks_caption(self.blocks.text_of(id))
            && !self.is_above_caption(id)
    }

    /// Whether the text asks a line again and again, as an interview does.
    fn is_refrain(&self, id: BlockId) -> bool {
        let below = id.0 + 2..self.text.end as u32;
        let mine = self.blocks.key(id);
        let again = below.filter(|&below| self.blocks.key(BlockId(below)) == mine);
        again.take(REFRAIN).count() == REFRAIN
    }

    /// A line that the one right below says again, or goes on with to a picture's credit, is a caption's.
    fn is_above_caption(&self, id: BlockId) -> bool {
        let below = BlockId(id.0 + 1);
        if below.at() >= self.blocks.len() {
            return false;
        }
        let (mine, text) = (self.blocks.folded(id), self.blocks.folded(below));
        let again = !self.blocks[below].gap_before && is_one_edit(mine, text);
        again || text.starts_with(mine) && marks_caption(self.blocks.text_of(below))
    }

    /// Telling lines between a line and the first header line below it; none without one.
    fn above_header(&self, at: usize) -> Option<usize> {
        let mut below = at + 1..=at + HEADER_REACH;
        let header = below.find(|&below| self.kind(below) == LineKind::Header)?;
        Some((at + 1..header).filter(|&at| self.is_telling(at)).count())
    }

    /// Labels and entries of menus between a line and the text.
    fn labels_below(&self, at: usize) -> usize {
        let below = at + 1..self.text.start.max(at + 1);
        let is_label =
            |&at: &usize| self.words(at) < TELLING_WORDS && self.kind(at) != LineKind::Header;
        below.filter(is_label).count()
    }

    /// Whether a line of sentences stands right below, and no headline that asks.
    fn is_above_text(&self, at: usize) -> bool {
        let below = self.blocks.rows.get(at + 1);
        below.is_some_and(run::is_prose) && !self.heads_text(at + 1)
    }

    /// Whether a line above the text asks, and is none of its sentences.
    fn heads_text(&self, at: usize) -> bool {
        at < self.text.start && asks(self.blocks, at)
    }

    /// Whether the page begins with a line and a description of itself, which may end like no sentence.
    fn opens_page(&self, at: usize) -> bool {
        let below = self.blocks.rows.get(at + 1);
        let is_description =
            |below: &Block| below.measure.weight() >= DESCRIPTION_WORDS && below.measure.bars < 2;
        at == 0
            && self.is_telling(at)
            && !self.heads_text(at + 1)
            && below.is_some_and(|below| run::is_prose(below) || is_description(below))
    }

    /// Whether a line is the way to the page, `Site › Section`: it begins with the name of the site.
    fn is_trail(&self, id: BlockId) -> bool {
        self.blocks.text_of(id).contains(TRAIL_SIGNS)
    }
}

/// Where a text begins whose first line asks or exclaims and has no sentence right below: that is a headline above its date.
fn behind_question(blocks: &Blocks, text: &Range<usize>) -> usize {
    let mut below = text.start + 1..text.end;
    let prose = below.find(|&at| blocks.rows.get(at).is_some_and(run::is_prose));
    match prose {
        Some(at) if at > text.start + 1 && asks(blocks, text.start) => at,
        _ => text.start,
    }
}

/// Whether a line asks or exclaims in a few words, as headlines do.
fn asks(blocks: &Blocks, at: usize) -> bool {
    blocks.rows.get(at).is_some_and(|line| {
        let text = blocks.text_of(BlockId(at as u32));
        text.ends_with(['?', '？', '!', '！']) && line.measure.weight() <= SENTENCE_WORDS
    })
}

/// Words of a page's title with the names of section and site, at most.
const MOST_TITLE_WORDS: f32 = 30.0;

/// Lines of which the title of the page as a whole may be one.
const TITLE_LINES: usize = 2;

fn titles(blocks: &Blocks, kinds: &[LineKind]) -> Vec<(BlockId, Option<Compared<()>>)> {
    let first = blocks.ids().zip(kinds);
    let may_be = |(id, kind): &(BlockId, &LineKind)| {
        let block = &blocks[*id];
        **kind != LineKind::Header
            && block.measure.weight() <= MOST_TITLE_WORDS
            && !run::is_prose(block)
    };
    let titles = first.filter(may_be).map(|(id, _)| {
        let whole = id.at() < TITLE_LINES && blocks[id].measure.weight() >= TELLING_WORDS;
        let known = whole
            .then(|| Compared::of(blocks.text_of(id), ()))
            .flatten();
        (id, known)
    });
    titles.collect()
}

fn kind_of(blocks: &Blocks, id: BlockId) -> LineKind {
    let text = blocks.text_of(id);
    if HeaderLine::metadata(text, &Hints::default()).is_some() {
        LineKind::Header
    } else if !could_be(blocks, id)
        || phrase(text).is_some()
        || MENU_OPENINGS.iter().any(|(_, home)| text.starts_with(home))
        || is_channel(text)
        || are_channels(text)
        || is_lone_outlet(text)
    {
        LineKind::Label
    } else {
        LineKind::Open
    }
}

fn could_be(blocks: &Blocks, id: BlockId) -> bool {
    let measure = &blocks[id].measure;
    measure.weight() <= MOST_WORDS
        && measure.bars < 2
        && blocks.folded(id).chars().count() >= LEAST_CHARS
}
