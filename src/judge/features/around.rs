//! What stands around each element, pushed down from parent to child in document order: one pass, no walks upward.

use crate::judge::certain::Page;
use crate::lexicon::names::NameMask;
use crate::page::block::{Blocks, Element, ElementId};
use crate::text::fold::hash;

/// Landmarks whose depth is counted, and their columns.
pub(super) const LANDMARKS: [(&str, &str); 11] = [
    ("aside", "in_aside"),
    ("figure", "in_figure"),
    ("footer", "in_footer"),
    ("article", "in_article"),
    ("list", "in_list"),
    ("main", "in_main"),
    ("form", "in_form"),
    ("nav", "in_nav"),
    ("header", "in_header"),
    ("table", "in_table"),
    ("quote", "in_quote"),
];

/// Classes of names whose distance is counted, and their columns.
pub(super) const NAMES: [(NameMask, &str); 13] = [
    (NameMask::AD, "named_ad"),
    (NameMask::FOOT, "named_foot"),
    (NameMask::COMM, "named_comments"),
    (NameMask::BODYX, "named_body"),
    (NameMask::REL, "named_related"),
    (NameMask::CAP, "named_caption"),
    (NameMask::HIDE, "named_hidden"),
    (NameMask::NAV, "named_nav"),
    (NameMask::SHARE, "named_share"),
    (NameMask::AUTHOR, "named_author"),
    (NameMask::SIDEBAR, "named_sidebar"),
    (NameMask::META, "named_meta"),
    (NameMask::TITLE, "named_title"),
];

/// The distance, in levels, that stands for "no such name around".
pub(super) const FAR: u8 = 20;

/// Levels of tags that make a signature.
const SIGNATURE_TAGS: usize = 5;

/// What stands around one element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// Per row of [`LANDMARKS`], how many are around it, itself included.
    pub(super) landmarks: [u8; LANDMARKS.len()],
    /// Per row of [`NAMES`], levels up to the nearest element with such a name.
    pub(super) names: [u8; NAMES.len()],
    /// Levels from the peak up to the nearest element that is around both.
    pub(super) from_peak: u32,
    /// Levels from there down to it.
    pub(super) below_peak: u8,
    /// The outermost element around it that is not around the peak.
    pub(super) branch: Option<ElementId>,
    /// Levels from the headline's element up to the nearest element that is around both.
    pub(super) with_headline: Option<u32>,
    /// Its tag, and what it is named.
    pub(super) tag: u64,
    pub(super) named: u64,
    /// Equal for elements of one template: five tags up, the names of the element and its parent.
    pub(super) signature: u64,
}

/// [`Facts`] per element.
pub(super) struct Around {
    facts: Vec<Facts>,
}

impl std::ops::Index<ElementId> for Around {
    type Output = Facts;

    fn index(&self, id: ElementId) -> &Facts {
        &self.facts[id.at()]
    }
}

impl Around {
    pub(super) fn measure(page: &Page<'_>) -> Self {
        let blocks = page.blocks;
        let peak = levels_up(blocks, page.density.peak());
        let headline = page.headline.printed.map(|id| blocks[id].owner);
        let titled = headline.map(|owner| levels_up(blocks, owner));
        let mut facts: Vec<Facts> = Vec::with_capacity(blocks.elements.len());
        for (at, element) in blocks.elements.iter().enumerate() {
            let id = ElementId(at as u32);
            let mut here = facts
                .get(element.parent.at())
                .copied()
                .unwrap_or(Facts::OUTERMOST);
            here.enter(element);
            if let Some(level) = peak[at] {
                (here.from_peak, here.below_peak, here.branch) = (level, 0, None);
            } else {
                here.below_peak = here.below_peak.saturating_add(1);
                here.branch = here.branch.or(Some(id));
            }
            let on_line = titled.as_ref().and_then(|line| line[at]);
            here.with_headline = on_line.or(here.with_headline);
            facts.push(here);
            facts[at].signature = signature(blocks, &facts, id);
        }
        Self { facts }
    }
}

impl Facts {
    /// Of what the root stands in.
    const OUTERMOST: Self = Self {
        landmarks: [0; LANDMARKS.len()],
        names: [FAR; NAMES.len()],
        from_peak: 0,
        below_peak: 0,
        branch: None,
        with_headline: None,
        tag: 0,
        named: 0,
        signature: 0,
    };

    /// Goes from what is around an element into it.
    fn enter(&mut self, element: &Element) {
        self.tag = hash(&element.tag);
        self.named = element.names.key;
        let kind =
            landmark(element).and_then(|kind| LANDMARKS.iter().position(|row| row.0 == kind));
        if let Some(kind) = kind {
            self.landmarks[kind] = self.landmarks[kind].saturating_add(1);
        }
        let is_page = matches!(element.tag.as_str(), "html" | "body");
        let said = element.names.says;
        for levels in &mut self.names {
            *levels = (*levels + 1).min(FAR);
        }
        if is_page || said == NameMask::NONE {
            return;
        }
        for (levels, (mask, _)) in self.names.iter_mut().zip(NAMES) {
            if said.intersects(mask) {
                *levels = 0;
            }
        }
    }
}

fn landmark(element: &Element) -> Option<&'static str> {
    match element.role.as_str() {
        "complementary" => return Some("aside"),
        "contentinfo" => return Some("footer"),
        "article" => return Some("article"),
        "main" => return Some("main"),
        "navigation" => return Some("nav"),
        "banner" => return Some("header"),
        _ => {}
    }
    Some(match element.tag.as_str() {
        "aside" => "aside",
        "figure" => "figure",
        "footer" => "footer",
        "article" => "article",
        "ul" | "ol" | "dl" => "list",
        "main" => "main",
        "form" => "form",
        "nav" => "nav",
        "header" => "header",
        "table" => "table",
        "blockquote" => "quote",
        _ => return None,
    })
}

/// Per element: for those around `element`, itself included, how many levels above it they are.
fn levels_up(blocks: &Blocks, element: ElementId) -> Vec<Option<u32>> {
    let mut levels = vec![None; blocks.elements.len()];
    for (level, id) in blocks.line_of(element).enumerate() {
        if let Some(slot) = levels.get_mut(id.at()) {
            *slot = Some(level as u32);
        }
    }
    levels
}

/// One key of several.
pub(super) fn mix(keys: impl IntoIterator<Item = u64>) -> u64 {
    keys.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, key| {
        (hash ^ key)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29)
    })
}

fn signature(blocks: &Blocks, facts: &[Facts], id: ElementId) -> u64 {
    let line = blocks.line_of(id).take(SIGNATURE_TAGS);
    let tags = line.filter_map(|element| facts.get(element.at()));
    let mut names = [0; 2];
    let mut key = 0;
    for (level, element) in tags.enumerate() {
        key = mix([key, element.tag]);
        if let Some(slot) = names.get_mut(level) {
            *slot = element.named;
        }
    }
    mix([key, names[0], names[1]])
}

/// Whether the element has neither class nor id.
pub(super) fn is_unnamed(element: &Element) -> bool {
    element.names.trim().is_empty()
}

/// Key of what an element's group is: the tags and names of the element and of the one around it.
pub(super) fn pair_key(blocks: &Blocks, around: &Around, owner: ElementId) -> u64 {
    let parent = blocks[owner].parent;
    mix([
        around[owner].tag,
        around[owner].named,
        around[parent].tag,
        around[parent].named,
    ])
}
