//! What the forest sees of a block: one column of numbers per feature, over the blocks that no rule has settled.
//!
//! Everything is counted over the blocks that are weighed. A feature that a page cannot have (links in flat text, a place in regard
//! to a headline that is not there) is missing: `NaN`, which is below every bound of the forest. No feature is a logarithm or a root:
//! trees only ask for order, and the order of sums and quotients is the same on every machine.

mod around;
mod containers;
mod headline;
mod landmarks;
mod lines;
mod linked;
mod neighbours;
mod own_text;
mod repetition;
mod settled;
mod wording;

use crate::judge::Verdict;
use crate::judge::certain::Page;
use crate::page::block::{BlockId, ElementId};
use around::{Around, Facts};
use wording::{SelfDescription, Wording};

/// Stands for what a page cannot tell.
pub(super) const MISSING: f32 = f32::NAN;

/// The features of a page's open blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Features {
    /// The blocks that no rule has settled, in page order.
    pub(crate) open: Vec<BlockId>,
    pub(crate) names: Vec<&'static str>,
    /// Per feature a value per open block, in one list: see [`Features::column`].
    pub(crate) values: Vec<f32>,
    /// Per open block, a key that is equal for blocks of one template: tag and names of the owner and of the element around it.
    pub(crate) templates: Vec<u64>,
    pub(crate) of_flat_text: bool,
}

/// As many features as there are, at least: there is room for all values from the start.
const FEATURES: usize = 150;

/// Levels around a block that features look at: its owner, and three above it.
const LEVELS: usize = 4;

/// What the features are measured on.
struct Ground<'a> {
    page: &'a Page<'a>,
    settled: &'a [Option<Verdict>],
    /// Every block that is weighed, in page order.
    rows: &'a [BlockId],
    /// The rows that are open.
    open: Vec<usize>,
    /// Per element.
    around: &'a Around,
    /// What stands around each row.
    facts: Vec<&'a Facts>,
    /// Per row.
    wording: Vec<Wording>,
    /// Per row, the elements around its block, innermost first.
    around_rows: Vec<[Option<ElementId>; LEVELS]>,
    /// Words before each row, and all words at the end.
    words_before: Vec<f32>,
}

impl Features {
    /// Measures the blocks that are open. `descriptions` are the page's descriptions of itself, folded.
    pub(crate) fn measure(
        page: &Page<'_>,
        settled: &[Option<Verdict>],
        descriptions: &[String],
    ) -> Self {
        let rows = page.density.rows();
        let is_open = |&at: &usize| settled[rows[at].at()].is_none();
        let open: Vec<usize> = (0..rows.len()).filter(is_open).collect();
        let known = SelfDescription::of(page, descriptions);
        let around = Around::measure(page);
        let ground = Ground {
            page,
            settled,
            rows,
            open,
            around: &around,
            facts: rows
                .iter()
                .map(|&id| &around[page.blocks[id].owner])
                .collect(),
            wording: rows
                .iter()
                .map(|&id| known.read(page, id, settled[id.at()].is_none()))
                .collect(),
            around_rows: rows.iter().map(|&id| innermost(page, id)).collect(),
            words_before: words_before(page, rows),
        };
        let mut features = Self {
            open: ground.open.iter().map(|&row| rows[row]).collect(),
            templates: ground
                .open
                .iter()
                .map(|&row| ground.template(row))
                .collect(),
            of_flat_text: !page.blocks.has_markup,
            values: Vec::with_capacity(ground.open.len() * FEATURES),
            ..Self::default()
        };
        own_text::add(&ground, &mut features);
        containers::add(&ground, &mut features);
        repetition::add(&ground, &mut features);
        headline::add(&ground, &mut features);
        neighbours::add(&ground, &mut features);
        landmarks::add(&ground, &mut features);
        settled::add(&ground, &mut features);
        linked::add(&ground, &mut features);
        lines::add(&ground, &mut features);
        features
    }

    /// Adds a column, computed per open row.
    fn add(&mut self, ground: &Ground<'_>, name: &'static str, of: impl FnMut(usize) -> f32) {
        self.names.push(name);
        self.values.extend(ground.open.iter().copied().map(of));
    }

    /// Adds a column that flat text does not have.
    fn add_of_markup(
        &mut self,
        ground: &Ground<'_>,
        name: &'static str,
        mut of: impl FnMut(usize) -> f32,
    ) {
        let has_markup = ground.page.blocks.has_markup;
        self.add(
            ground,
            name,
            |row| {
                if has_markup { of(row) } else { MISSING }
            },
        );
    }

    /// Returns the values of a feature, one per open block.
    pub(crate) fn column(&self, at: usize) -> &[f32] {
        let len = self.open.len();
        self.values
            .get(at * len..(at + 1) * len)
            .unwrap_or_default()
    }
}

impl Ground<'_> {
    fn id(&self, row: usize) -> BlockId {
        self.rows[row]
    }

    /// Lines of flat text have no template in common.
    fn template(&self, row: usize) -> u64 {
        if !self.page.blocks.has_markup {
            return row as u64;
        }
        let owner = self.page.blocks[self.id(row)].owner;
        around::pair_key(self.page.blocks, self.around, owner)
    }

    /// The elements around a row's block: its owner, and `levels` above it, where there is one.
    fn above(&self, row: usize, levels: usize) -> Option<ElementId> {
        self.around_rows[row].get(levels).copied().flatten()
    }

    /// A value of an element some levels above the owner; missing above the root.
    fn of_above(&self, row: usize, levels: usize, value: impl Fn(ElementId) -> f32) -> f32 {
        self.above(row, levels).map_or(MISSING, value)
    }

    /// Words from the start of the page to the middle of a row.
    fn middle(&self, row: usize) -> f32 {
        f32::midpoint(self.words_before[row], self.words_before[row + 1])
    }

    fn all_words(&self) -> f32 {
        self.words_before.last().copied().unwrap_or_default()
    }
}

fn innermost(page: &Page<'_>, id: BlockId) -> [Option<ElementId>; LEVELS] {
    let mut around = page.blocks.ancestors(id);
    std::array::from_fn(|_| around.next())
}

fn words_before(page: &Page<'_>, rows: &[BlockId]) -> Vec<f32> {
    let mut total = 0.0;
    let sums = rows.iter().map(|&id| {
        total += page.blocks[id].measure.weight();
        total
    });
    std::iter::once(0.0).chain(sums).collect()
}

/// One for yes, zero for no.
pub(super) fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

#[cfg(test)]
pub(super) mod tests {
    use std::cell::OnceCell;

    use super::Features;
    use crate::article::Reason;
    use crate::dedup::copies::Copies;
    use crate::grammar::date::Hints;
    use crate::headline::Headline;
    use crate::input::dom::Dom;
    use crate::judge::certain::Page;
    use crate::judge::density::Density;
    use crate::judge::sight::Sight;
    use crate::judge::{Evidence, Verdict};
    use crate::limits::Limits;
    use crate::page::block::Blocks;
    use crate::page::claims::Claims;
    use crate::page::{given, segment};

    const PAGE: &str = "<body><div class=menu><a href=/a>Ports</a></div><main><h1>Two boats</h1>\
        <p>The night ferry returns on Monday, the harbour office in Nordhafen said.</p>\
        <p>Both boats were in the dock for a month, and the crews painted them.</p>\
        <p>Tickets are sold from Friday on, at the pier and in the old town.</p></main>\
        <ul><li><a href=/b>Bakery opens</a></li><li><a href=/c>Mill closes</a></li><li><a href=/d>Market day</a></li></ul></body>";

    /// The features' names, in the order of their columns.
    pub(in crate::judge) fn names() -> Vec<&'static str> {
        of(&given::lines("", &Limits::default()), None).names
    }

    fn of(blocks: &Blocks, title: Option<&str>) -> Features {
        measure(blocks, title, &vec![None; blocks.len()])
    }

    fn measure(blocks: &Blocks, title: Option<&str>, settled: &[Option<Verdict>]) -> Features {
        let copies = Copies::find(blocks, &[], false, &Limits::default());
        let page = Page {
            blocks,
            copies: &copies,
            density: &Density::measure(blocks, &copies, &Sight::default()),
            headline: &Headline {
                text: title.map(str::to_owned),
                ..Headline::default()
            },
            sight: &Sight::default(),
            hints: &Hints::default(),
            is_thread: false,
            notes: blocks.notes(),
            landmarks: OnceCell::default(),
        };
        Features::measure(&page, settled, &[])
    }

    fn html(page: &str) -> Blocks {
        let limits = Limits::default();
        segment::blocks(&Dom::parse(page, &limits), &Claims::default(), &limits)
    }

    fn column<'f>(features: &'f Features, name: &str) -> &'f [f32] {
        let at = features.names.iter().position(|known| *known == name);
        at.map_or(&[], |at| features.column(at))
    }

    #[test]
    fn a_paragraph_is_inside_what_holds_the_text_and_a_menu_is_not() {
        let features = of(&html(PAGE), Some("Two boats"));
        assert_eq!(
            column(&features, "in_peak"),
            [0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0]
        );
        assert_eq!(
            column(&features, "link_share"),
            [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0]
        );
        assert_eq!(column(&features, "in_list")[4..6], [0.0, 1.0]);
    }

    #[test]
    fn the_headline_is_found_by_the_words_of_the_title() {
        let features = of(&html(PAGE), Some("Two boats"));
        assert!((column(&features, "of_title")[1] - 1.0).abs() < f32::EPSILON);
        assert_eq!(
            column(&features, "blocks_since_headline")[..3],
            [-1.0, 0.0, 1.0]
        );
        let without = of(&html(PAGE), None);
        assert!(
            column(&without, "of_title")
                .iter()
                .all(|value| value.is_nan())
        );
    }

    #[test]
    fn items_of_one_template_are_counted_together() {
        let features = of(&html(PAGE), None);
        assert_eq!(column(&features, "items")[5..], [3.0, 3.0, 3.0]);
        assert_eq!(features.templates[5], features.templates[7]);
        assert_ne!(features.templates[4], features.templates[5]);
    }

    #[test]
    fn flat_text_has_no_links_to_count() {
        let blocks = given::lines("Two boats\nThe night ferry returns.", &Limits::default());
        let features = of(&blocks, None);
        assert!(
            column(&features, "link_share")
                .iter()
                .all(|value| value.is_nan())
        );
        assert_eq!(column(&features, "ends_sentence"), [0.0, 1.0]);
    }

    #[test]
    fn a_copy_that_is_not_kept_is_not_asked_about() {
        let main = "<p>The night ferry returns on Monday, the harbour office in Nordhafen said.</p>\
            <p>Both boats were in the dock for a month, and the crews painted them.</p>\
            <p>Tickets are sold from Friday on, at the pier and in the old town.</p>";
        let twice = format!("<body><main>{main}</main><div>{main}</div></body>");
        assert_eq!(of(&html(&twice), None).open.len(), 3);
    }

    #[test]
    fn one_more_element_around_the_page_changes_no_level() {
        let wrapped = PAGE.replace("<body>", "<body><div><div>");
        for name in ["levels_below_peak", "levels_from_peak"] {
            let (bare, inside) = (of(&html(PAGE), None), of(&html(&wrapped), None));
            assert_eq!(
                column(&bare, name)[1..5],
                column(&inside, name)[1..5],
                "{name}"
            );
        }
    }

    #[test]
    fn what_the_rules_have_taken_out_is_counted_around_a_block() {
        let page = PAGE.replace("</main>", "<p>Subscribe to our newsletter</p></main>");
        let blocks = html(&page);
        let mut settled = vec![None; blocks.len()];
        settled[5] = Some(Verdict::removed(Reason::Promo, Evidence::Rule("a rule")));
        let features = measure(&blocks, None, &settled);
        assert_eq!(column(&features, "until_taken")[1..5], [4.0, 3.0, 2.0, 1.0]);
        assert_eq!(column(&features, "since_taken")[5..], [1.0, 2.0, 3.0]);
        assert_eq!(column(&features, "taken_nearby")[..3], [0.0, 0.0, 1.0]);
    }

    #[test]
    fn teasers_stand_below_links_and_paragraphs_do_not() {
        let page = "<main><h1>Two boats</h1><p>The night ferry returns on Monday, the harbour office said.</p></main>\
            <div><h3><a href=/b>The bakery on the pier opens</a></h3><p>Bread is sold from six on.</p></div>\
            <div><h3><a href=/c>The old mill closes for good</a></h3><p>It ran for a century.</p></div>";
        let features = of(&html(page), Some("Two boats"));
        assert_eq!(
            column(&features, "below_link"),
            [0.0, 0.0, 1.0, 1.0, 1.0, 1.0]
        );
        assert!((column(&features, "heading_over_linked")[3] - 1.0).abs() < f32::EPSILON);
        assert!((column(&features, "form_below_link")[1]).abs() < f32::EPSILON);
    }

    #[test]
    fn only_flat_text_has_lines_to_score() {
        let text = "Two boats\nThe night ferry returns.\nThe harbour office said so.";
        let flat = of(&given::lines(text, &Limits::default()), None);
        let scores = column(&flat, "line_score");
        assert!(scores[0] < scores[1], "{scores:?}");
        let page = of(&html(PAGE), None);
        assert!(
            column(&page, "line_score")
                .iter()
                .all(|score| score.is_nan())
        );
    }
}
