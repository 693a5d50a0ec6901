//! Where the block stands in regard to the elements that hold the page's text.

use super::{Features, Ground, MISSING, flag};
use crate::page::block::ElementId;

/// Good blocks that fix where the text in an element begins and ends are longer than those that only count.
const ANCHOR_WORDS: f32 = 20.0;
/// See [`ANCHOR_WORDS`].
const ANCHOR_LINK_SHARE: f32 = 0.3;

/// Words before the start and after the end of an element's text, counted in lengths of it, at most.
const MOST_LENGTHS: f32 = 2.0;

/// An element that holds the text, and where in it the text begins and ends.
struct Holder {
    element: ElementId,
    /// Words of the page before the element, and inside it.
    start: f32,
    length: f32,
    /// Places of the first and the last anchor, in words of the page.
    first: Option<f32>,
    last: Option<f32>,
}

impl Holder {
    fn of(ground: &Ground<'_>, element: ElementId) -> Self {
        let range = &ground.page.blocks[element].blocks;
        let rows = ground.rows.partition_point(|id| id.0 < range.start)
            ..ground.rows.partition_point(|id| id.0 < range.end);
        let is_anchor = |&row: &usize| {
            let measure = &ground.page.blocks[ground.id(row)].measure;
            measure.weight() >= ANCHOR_WORDS
                && measure.stops > 0
                && crate::page::block::link_share(ground.page.blocks, ground.id(row))
                    < ANCHOR_LINK_SHARE
        };
        Self {
            element,
            start: ground.words_before[rows.start],
            length: ground.page.density.words(element),
            first: rows.clone().find(is_anchor).map(|row| ground.middle(row)),
            last: rows.rev().find(is_anchor).map(|row| ground.middle(row)),
        }
    }

    fn contains(&self, ground: &Ground<'_>, row: usize) -> f32 {
        let range = &ground.page.blocks[self.element].blocks;
        flag(range.contains(&ground.id(row).0))
    }

    fn place(&self, ground: &Ground<'_>, row: usize) -> f32 {
        let place = (ground.middle(row) - self.start) / self.length.max(1.0);
        place.clamp(1.0 - MOST_LENGTHS, MOST_LENGTHS)
    }
}

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let density = ground.page.density;
    let peak = Holder::of(ground, density.peak());
    let half = Holder::of(ground, density.holder_of(0.5));
    let most = Holder::of(ground, density.holder_of(0.8));
    holders(ground, features, [&peak, &half, &most]);
    above(ground, features);
    branch(ground, features);
    let good = density.good_words(ElementId::ROOT).max(1.0);
    let end = ground.page.blocks.len() as u32;
    features.add(ground, "good_before", |row| {
        density.good_words_over(&(0..ground.id(row).0)) / good
    });
    features.add(ground, "good_after", |row| {
        density.good_words_over(&(ground.id(row).0 + 1..end)) / good
    });
}

fn holders(ground: &Ground<'_>, features: &mut Features, [peak, half, most]: [&Holder; 3]) {
    let density = ground.page.density;
    let page = ground.all_words().max(1.0);
    let since = |place: Option<f32>, row: usize| place.map_or(MISSING, |p| ground.middle(row) - p);
    features.add(ground, "levels_from_peak", |row| {
        ground.facts[row].from_peak as f32
    });
    features.add(ground, "in_peak", |row| peak.contains(ground, row));
    features.add(ground, "in_half", |row| half.contains(ground, row));
    features.add(ground, "in_most", |row| most.contains(ground, row));
    features.add(ground, "place_in_peak", |row| peak.place(ground, row));
    features.add(ground, "place_in_half", |row| half.place(ground, row));
    features.add(ground, "place_in_most", |row| most.place(ground, row));
    features.add(ground, "since_peak_first", |row| since(peak.first, row));
    features.add(ground, "since_peak_last", |row| since(peak.last, row));
    features.add(ground, "since_half_first", |row| since(half.first, row));
    features.add(ground, "since_half_last", |row| since(half.last, row));
    features.add(ground, "since_most_first", |row| since(most.first, row));
    features.add(ground, "since_most_last", |row| since(most.last, row));
    let ([peak, half, most], links) = (
        [peak, half, most].map(|holder| holder.length / page),
        [peak, half, most].map(|holder| density.link_density(holder.element)),
    );
    features.add(ground, "peak_share", |_| peak);
    features.add(ground, "half_share", |_| half);
    features.add(ground, "most_share", |_| most);
    features.add(ground, "peak_links", |_| links[0]);
    features.add(ground, "half_links", |_| links[1]);
    features.add(ground, "most_links", |_| links[2]);
}

/// The owner, and the elements above it.
fn above(ground: &Ground<'_>, features: &mut Features) {
    let density = ground.page.density;
    let top = density.score(density.peak()).max(f32::MIN_POSITIVE);
    let page = ground.all_words().max(1.0);
    let good = density.good_words(ElementId::ROOT).max(1.0);
    let score = |element| density.score(element) / top;
    let links = |element| density.link_density(element);
    let words = |element| density.words(element);
    let good_share = |element| density.good_words(element) / good;
    let count = |element| density.count(element);
    features.add(ground, "score_0", |row| ground.of_above(row, 0, score));
    features.add(ground, "score_1", |row| ground.of_above(row, 1, score));
    features.add(ground, "score_2", |row| ground.of_above(row, 2, score));
    features.add(ground, "score_3", |row| ground.of_above(row, 3, score));
    features.add(ground, "words_0", |row| ground.of_above(row, 0, words));
    features.add(ground, "words_1", |row| ground.of_above(row, 1, words));
    features.add(ground, "words_2", |row| ground.of_above(row, 2, words));
    features.add(ground, "links_0", |row| ground.of_above(row, 0, links));
    features.add(ground, "links_1", |row| ground.of_above(row, 1, links));
    features.add(ground, "links_2", |row| ground.of_above(row, 2, links));
    features.add(ground, "links_3", |row| ground.of_above(row, 3, links));
    features.add(ground, "good_share_0", |row| {
        ground.of_above(row, 0, good_share)
    });
    features.add(ground, "good_share_1", |row| {
        ground.of_above(row, 1, good_share)
    });
    features.add(ground, "good_share_2", |row| {
        ground.of_above(row, 2, good_share)
    });
    features.add(ground, "count_2", |row| ground.of_above(row, 2, count));
    features.add(ground, "count_3", |row| ground.of_above(row, 3, count));
    features.add(ground, "page_share_3", |row| {
        ground.of_above(row, 3, |element| words(element) / page)
    });
}

/// The outermost element around the block that is not around the peak.
fn branch(ground: &Ground<'_>, features: &mut Features) {
    let density = ground.page.density;
    let page = ground.all_words().max(1.0);
    let of = |row: usize, value: &dyn Fn(ElementId) -> f32| {
        ground.facts[row].branch.map_or(MISSING, value)
    };
    features.add(ground, "branch_links", |row| {
        of(row, &|element| density.link_density(element))
    });
    features.add(ground, "branch_words", |row| {
        of(row, &|element| density.words(element))
    });
    features.add(ground, "branch_good", |row| {
        of(row, &|element| {
            density.good_words(element) / density.words(element).max(1.0)
        })
    });
    features.add(ground, "branch_good_blocks", |row| {
        of(row, &|element| density.good(element))
    });
    features.add(ground, "branch_count", |row| {
        of(row, &|element| density.count(element))
    });
    features.add(ground, "branch_share", |row| {
        of(row, &|element| density.words(element) / page)
    });
}
