//! What the judge knows of a page before it decides: for `tools/train`, which learns the forest from it. No part of the public
//! interface.

use crate::captions::Captions;
use crate::dedup::copies::Copies;
use crate::extractor::{Extractor, own_url};
use crate::headline::Headline;
use crate::input::decode::decode;
use crate::input::dom::Dom;
use crate::judge::features::Features;
use crate::judge::{Oracle, judge_by, lesson};
use crate::page::block::{BlockId, Blocks, Kind, Presence};
use crate::page::claims::Claims;
use crate::page::{given, segment};

/// A page's blocks with what the judge knows of them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Lesson {
    /// Names of the features, in the order of [`Block::features`].
    pub names: Vec<&'static str>,
    /// In page order.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Block {
    /// Its text; empty for a picture.
    pub text: String,
    /// Its length in words as the judge counts them.
    pub words: f32,
    /// The level of a heading, 0 for other text.
    pub heading: u8,
    /// Whether it is hidden from readers.
    pub hidden: bool,
    /// `open`, `link_row` (open, but settled on the page of an article), `copy`, `picture`, or the rule that settled it.
    pub state: String,
    /// Equal for blocks of one template.
    pub template: u64,
    /// Empty unless the block is open.
    pub features: Vec<f32>,
}

/// What became of a page.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Outcome {
    /// Per block whether its text is in the body, and on what evidence.
    pub blocks: Vec<(bool, String)>,
    /// What the page was judged by as a whole: names and values.
    pub page: (Vec<&'static str>, Vec<f32>),
    /// The expected F1 of the body.
    pub expected: f32,
}

/// Gives the answers it was given, and keeps what it was asked.
struct Told<'a> {
    blocks: &'a [f32],
    other: bool,
    asked: std::cell::RefCell<Features>,
}

impl Oracle for Told<'_> {
    fn blocks(&self, _: &Features) -> Vec<f32> {
        self.blocks.to_vec()
    }

    fn page(&self, features: &Features) -> f32 {
        self.asked.replace(features.clone());
        f32::from(u8::from(self.other))
    }
}

/// A page with all that was read of it before the judge is asked.
struct Read {
    extractor: Extractor,
    claims: Claims,
    blocks: Blocks,
    headline: Headline,
    copies: Copies,
}

impl Read {
    fn page(bytes: &[u8], url: &str) -> Self {
        let extractor = Extractor::new().url(url).unwrap_or_default();
        let decoded = decode(bytes, None, &extractor.limits);
        let dom = Dom::parse(&decoded.text, &extractor.limits);
        let claims = Claims::read(&dom, &extractor.limits);
        let blocks = segment::blocks(&dom, &claims, &extractor.limits);
        Self::of(extractor, claims, blocks)
    }

    fn text(text: &str) -> Self {
        let extractor = Extractor::new();
        let blocks = given::lines(text, &extractor.limits);
        Self::of(extractor, Claims::default(), blocks)
    }

    fn of(extractor: Extractor, claims: Claims, blocks: Blocks) -> Self {
        let page_url = extractor.url.clone().or_else(|| own_url(&claims));
        let headline = Headline::find(&blocks, &claims, page_url.as_ref());
        let copies = Copies::find(&blocks, &headline.wordings, false, &extractor.limits);
        let headline = headline.of_kept(&blocks, &copies);
        Self {
            extractor,
            claims,
            blocks,
            headline,
            copies,
        }
    }

    fn lesson(&self) -> Lesson {
        let blocks = &self.blocks;
        let url_day = self.extractor.url_day();
        let hints = self.extractor.hints(&self.claims, url_day);
        let brief = self.extractor.brief(&self.claims, &self.headline, &hints);
        let (settled, link_rows, features) = lesson(blocks, &self.copies, &brief);
        let block = |id: BlockId| {
            let block = &blocks[id];
            let open = features.open.binary_search(&id).ok();
            let state = match (settled[id.at()], block.kind) {
                (_, Kind::Picture) => "picture".to_owned(),
                (Some(verdict), _) => verdict.by.label(),
                (None, _) if open.is_none() => "copy".to_owned(),
                (None, _) if link_rows[id.at()] => "link_row".to_owned(),
                (None, _) => "open".to_owned(),
            };
            Block {
                text: blocks.text_of(id).to_owned(),
                words: block.measure.weight(),
                heading: match block.kind {
                    Kind::Heading(level) => level,
                    _ => 0,
                },
                hidden: block.presence != Presence::Visible,
                state,
                template: open.map_or(0, |at| features.templates[at]),
                features: open.map_or_else(Vec::new, |at| {
                    let columns = 0..features.names.len();
                    columns.map(|column| features.column(column)[at]).collect()
                }),
            }
        };
        Lesson {
            blocks: blocks.ids().map(block).collect(),
            names: features.names.clone(),
        }
    }

    fn outcome(&self, blocks: &[f32], other: bool) -> Outcome {
        let url_day = self.extractor.url_day();
        let hints = self.extractor.hints(&self.claims, url_day);
        let brief = self.extractor.brief(&self.claims, &self.headline, &hints);
        let told = Told {
            blocks,
            other,
            asked: std::cell::RefCell::default(),
        };
        let verdicts = judge_by(&told, &self.blocks, &self.copies, &brief);
        let (captions, verdicts) = Captions::fold(&self.blocks, verdicts, &self.extractor.limits);
        let asked = told.asked.take();
        let of_block = |id: BlockId| {
            let in_text = verdicts[id].is_body() && !captions.holds(id);
            (in_text, verdicts[id].by.label())
        };
        Outcome {
            blocks: self.blocks.ids().map(of_block).collect(),
            page: (asked.names, asked.values),
            expected: verdicts.expected,
        }
    }
}

/// Reads a page's bytes. An address that is none is left out.
#[must_use]
pub fn page(bytes: &[u8], url: &str) -> Lesson {
    Read::page(bytes, url).lesson()
}

/// Reads flat text.
#[must_use]
pub fn text(text: &str) -> Lesson {
    Read::text(text).lesson()
}

/// Writes a page as flat text, as crawls and databases hold it: a block a line, with the headline and at times the description above.
/// Whether blank lines part the blocks, and bullets head items, changes from page to page, as it does with those who flatten them.
#[must_use]
pub fn flattened(bytes: &[u8], url: &str) -> String {
    let page = Read::page(bytes, url);
    let fashion = bytes.iter().fold(0_u32, |sum, &byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    let has = |bit: u32| fashion >> (bit + 16) & 1 == 1;
    let (gaps, bullets, described, titled) =
        (!has(0) || !has(1), has(2), has(3), !has(4) || !has(5));
    let mut text = String::new();
    let above = page.claims.titles.first().filter(|_| titled);
    let described = page.claims.descriptions.first().filter(|_| described);
    for claim in above.into_iter().chain(described) {
        text.push_str(&claim.value);
        text.push('\n');
    }
    let mut last = Kind::Paragraph;
    for id in page.blocks.ids() {
        let block = &page.blocks[id];
        let alt = page
            .blocks
            .picture_of(id)
            .map(|picture| picture.alt.as_str());
        let said = alt.unwrap_or_else(|| page.blocks.text_of(id));
        if block.presence > Presence::Styled || said.trim().is_empty() {
            continue;
        }
        let item = block.kind == Kind::ListItem;
        if gaps && !(item && last == Kind::ListItem) {
            text.push('\n');
        }
        if item && bullets {
            text.push_str("  • ");
        }
        text.push_str(said);
        text.push('\n');
        last = block.kind;
    }
    text
}

/// What becomes of a page when its open blocks have these probabilities, in their order, and it is taken for an article's or for
/// another.
#[must_use]
pub fn judged_page(bytes: &[u8], url: &str, blocks: &[f32], other: bool) -> Outcome {
    Read::page(bytes, url).outcome(blocks, other)
}

/// What becomes of flat text when its open lines have these probabilities, in their order.
#[must_use]
pub fn judged_text(text: &str, blocks: &[f32], other: bool) -> Outcome {
    Read::text(text).outcome(blocks, other)
}
