//! What the judge knows of a page before it decides: for `tools/train`, which learns the forest from it. No part of the public
//! interface.

use crate::dedup::copies::Copies;
use crate::extractor::{Extractor, own_url};
use crate::input::decode::decode;
use crate::input::dom::Dom;
use crate::judge::headline::Headline;
use crate::judge::lesson;
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

/// Reads a page's bytes. An address that is none is left out.
#[must_use]
pub fn page(bytes: &[u8], url: &str) -> Lesson {
    let extractor = Extractor::new().url(url).unwrap_or_default();
    let decoded = decode(bytes, None, &extractor.limits);
    let dom = Dom::parse(&decoded.text, &extractor.limits);
    let claims = Claims::read(&dom, &extractor.limits);
    let blocks = segment::blocks(&dom, &claims, &extractor.limits);
    of(&extractor, &claims, &blocks)
}

/// Reads flat text.
#[must_use]
pub fn text(text: &str) -> Lesson {
    let extractor = Extractor::new();
    let blocks = given::lines(text, &extractor.limits);
    of(&extractor, &Claims::default(), &blocks)
}

fn of(extractor: &Extractor, claims: &Claims, blocks: &Blocks) -> Lesson {
    let page_url = extractor.url.clone().or_else(|| own_url(claims));
    let host = page_url.as_ref().and_then(url::Url::host_str);
    let headline = Headline::find(blocks, claims, host);
    let copies = Copies::find(blocks, &headline.wordings, &extractor.limits);
    let hints = extractor.hints(claims);
    let (settled, link_rows, features) =
        lesson(blocks, &copies, &extractor.brief(claims, &headline, &hints));
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
                features.columns.iter().map(|column| column[at]).collect()
            }),
        }
    };
    Lesson {
        blocks: blocks.ids().map(block).collect(),
        names: features.names.clone(),
    }
}
