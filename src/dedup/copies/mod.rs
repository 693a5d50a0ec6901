//! Copies: runs of blocks that stand twice and agree in order.
//!
//! A line that resembles another is no copy; a run that agrees with another run is. [`seeds`] finds pairs of long blocks that are equal
//! or begin or end alike, [`runs`] grows each as far as the page agrees, [`reflow`] those whose paragraphs are broken otherwise, [`scales`] weigh whether that is a copy or said twice on
//! [`purpose`], [`groups`] puts the runs between several copies together, and [`sides`] chooses the copy to keep; what a template put
//! into one of them is [`inserted`]. A short beginning that is seen of a text that is hidden is no run, but one of [`excerpts`]. No block
//! is compared with all others: the work is bounded by [`Limit::CopyPairs`](crate::limits::Limit::CopyPairs).

mod cut;
mod excerpts;
mod groups;
mod inserted;
mod purpose;
mod reflow;
mod run;
mod runs;
mod scales;
mod seeds;
mod sides;

use std::ops::Range;

use self::excerpts::{Excerpt, HiddenParts};
use crate::limits::{Hits, Limits};
use crate::page::block::{BlockId, Blocks};

/// What a block is a copy of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Twin {
    /// The block that is kept in its stead.
    pub(crate) kept: BlockId,
    pub(crate) similarity: f32,
}

impl Twin {
    /// Of a block that says what another one does.
    pub(crate) fn equal(kept: BlockId) -> Self {
        Self {
            kept,
            similarity: 1.0,
        }
    }
}

/// Where a block stands in regard to the runs found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Standing {
    /// In no run that stands twice.
    #[default]
    Single,
    /// In the run that is kept.
    Kept,
    /// In another run: the kept run has its text.
    Copy(Twin),
    /// Between blocks of another run, but the kept run lacks it. It would belong after this block.
    Extra(BlockId),
    /// Put into one copy only, between two paragraphs that the others have side by side.
    Inserted,
}

/// The copies of a page: for each block how it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copies {
    /// Empty when nothing stands twice.
    standings: Vec<Standing>,
    /// The hidden parts of the page that are kept in the stead of something a reader sees.
    pub(crate) opened: Vec<Range<u32>>,
    pub(crate) hits: Hits,
}

impl Copies {
    pub(crate) fn standing(&self, id: BlockId) -> Standing {
        self.standings.get(id.at()).copied().unwrap_or_default()
    }

    /// Returns what the block is a copy of, when it is in a run that is not kept.
    pub(crate) fn twin(&self, id: BlockId) -> Option<Twin> {
        match self.standings.get(id.at()) {
            Some(Standing::Copy(twin)) => Some(*twin),
            _ => None,
        }
    }

    /// Whether the block is outside the copies, or in the kept one: the judge weighs these only.
    pub(crate) fn is_weighed(&self, id: BlockId) -> bool {
        let standing = self.standings.get(id.at());
        !matches!(standing, Some(Standing::Copy(_) | Standing::Inserted))
    }

    /// Finds the runs of `blocks` that stand twice. `titles` are the page's own claims of its headline, folded: a short item
    /// counts as copied when its headline, too, stands before both. With `visible_only` no hidden run is kept in the stead of a visible
    /// one, which may be its beginning only.
    pub(crate) fn find(
        blocks: &Blocks,
        titles: &[String],
        visible_only: bool,
        limits: &Limits,
    ) -> Self {
        let seeds = seeds::pairs(blocks);
        let (runs, hits) = runs::grow(blocks, titles, &seeds, limits);
        let mut standings = Vec::new();
        if !runs.is_empty() {
            standings.resize(blocks.len(), Standing::Single);
        }
        let mut opened = Vec::new();
        let mut parts = HiddenParts::of(blocks);
        let (groups, mut inner) = groups::of(blocks, runs);
        for group in groups {
            let hidden = sides::settle(blocks, &group, &mut parts, visible_only, &mut standings);
            opened.extend(hidden);
        }
        // What the kept copy says twice in itself is collapsed as on a page without copies.
        // In flat text nothing tells it from a refrain.
        inner.retain(|run| {
            blocks.has_markup
                && [run.side(false), run.side(true)]
                    .iter()
                    .all(|side| are_kept(side, &standings))
        });
        if !inner.is_empty() {
            for group in groups::of(blocks, inner).0 {
                let hidden =
                    sides::settle(blocks, &group, &mut parts, visible_only, &mut standings);
                opened.extend(hidden);
            }
            point_at_kept(&mut standings);
        }
        let mut copies = Self {
            standings,
            opened,
            hits,
        };
        if !visible_only && let Some(excerpt) = excerpts::find(parts, &copies.standings) {
            copies.open(blocks, excerpt);
        }
        copies
    }

    /// Takes the hidden text for the page's, and what is seen of it for copies.
    fn open(&mut self, blocks: &Blocks, excerpt: Excerpt) {
        self.standings.resize(blocks.len(), Standing::Single);
        for pair in excerpt.shown {
            let twin = Twin {
                kept: pair.second,
                similarity: pair.likeness,
            };
            for (id, standing) in [
                (pair.first, Standing::Copy(twin)),
                (pair.second, Standing::Kept),
            ] {
                if let Some(row) = self.standings.get_mut(id.at()) {
                    *row = standing;
                }
            }
        }
        self.opened.push(excerpt.whole);
    }
}

/// Whether every block of a range stands in a run that is kept.
fn are_kept(side: &Range<u32>, standings: &[Standing]) -> bool {
    let range = side.start as usize..side.end as usize;
    let rows = standings.get(range).unwrap_or_default();
    rows.iter().all(|row| *row == Standing::Kept)
}

/// Where the kept block of a copy has become a copy itself, the block kept in its stead takes its place.
fn point_at_kept(standings: &mut [Standing]) {
    for at in 0..standings.len() {
        let Some(Standing::Copy(twin)) = standings.get(at).copied() else {
            continue;
        };
        let via = standings.get(twin.kept.at()).copied();
        if let (Some(Standing::Copy(next)), Some(row)) = (via, standings.get_mut(at)) {
            *row = Standing::Copy(Twin {
                kept: next.kept,
                similarity: twin.similarity.min(next.similarity),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Copies, Standing};
    use crate::input::dom::Dom;
    use crate::limits::Limits;
    use crate::page::block::{Blocks, Kind};
    use crate::page::claims::Claims;
    use crate::page::{given, segment};
    use crate::text::fold::fold;

    fn blocks(input: &str) -> Blocks {
        let limits = Limits::default();
        if input.starts_with('<') {
            let dom = Dom::parse(input, &limits);
            let claims = Claims::read(&dom, &limits);
            segment::blocks(&dom, &claims, &limits)
        } else {
            given::lines(input, &limits)
        }
    }

    /// A letter per text block: `k` kept, `c` a copy, `x` an extra of a dropped copy, `i` put in, `-` neither.
    fn classes(input: &str, title: &str) -> String {
        let blocks = blocks(input);
        let copies = Copies::find(&blocks, &[fold(title)], false, &Limits::default());
        let letter = |id| match copies.standing(id) {
            Standing::Single => '-',
            Standing::Kept => 'k',
            Standing::Copy(_) => 'c',
            Standing::Extra(_) => 'x',
            Standing::Inserted => 'i',
        };
        let texts = blocks
            .ids()
            .filter(|&id| blocks[id].kind != Kind::Picture)
            .map(letter);
        texts.collect()
    }

    /// `fixtures/copies/*.txt`: the headline, the page, a line `---`, and the classes of its text blocks.
    #[test]
    fn the_copies_of_every_page_in_the_table_are_found() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/copies");
        let mut wrong = Vec::new();
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).expect("the table is there") {
            let path = entry.expect("an entry").path();
            let case = std::fs::read_to_string(&path).expect("a text");
            let (given, expected) = case.split_once("\n---\n").expect("two parts");
            let (title, input) = given.split_once('\n').expect("a headline");
            let found = classes(input.trim_start(), title);
            let expected: String = expected.split_whitespace().collect();
            seen += 1;
            if found != expected {
                wrong.push(format!("{}: {found}, not {expected}", path.display()));
            }
        }
        assert!(seen > 10 && wrong.is_empty(), "{wrong:#?}");
    }
}
