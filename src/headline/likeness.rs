//! How alike two texts are, by the pairs of letters in them.

use crate::text::fold::fold;

/// Claims that are compared.
pub(super) const CLAIMS: usize = 24;

/// A text with its folded form, and the pairs of letters in it that tell how alike two texts are.
pub(super) struct Known<T> {
    pub(super) text: String,
    pub(super) folded: String,
    pairs: Vec<(char, char)>,
    pub(super) is: T,
}

impl<T> Known<T> {
    pub(super) fn of(text: &str, is: T) -> Option<Self> {
        let folded = fold(text);
        (!folded.is_empty()).then(|| Self {
            text: text.to_owned(),
            pairs: pairs(&folded),
            folded,
            is,
        })
    }
}

fn pairs(folded: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<_> = folded.chars().zip(folded.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// Returns the share of the shorter text's letter pairs that stand in the other, and the share of all.
pub(super) fn likeness<A, B>(a: &Known<A>, b: &Known<B>) -> (f32, f32) {
    if a.folded == b.folded {
        return (1.0, 1.0);
    }
    let (mut at, mut bt) = (a.pairs.iter().peekable(), b.pairs.iter().peekable());
    let mut common = 0_usize;
    while let (Some(x), Some(y)) = (at.peek(), bt.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = at.next(),
            std::cmp::Ordering::Greater => _ = bt.next(),
            std::cmp::Ordering::Equal => {
                common += 1;
                at.next();
                bt.next();
            }
        }
    }
    let (a, b) = (a.pairs.len(), b.pairs.len());
    if a == 0 || b == 0 {
        return (0.0, 0.0);
    }
    (
        common as f32 / a.min(b) as f32,
        2.0 * common as f32 / (a + b) as f32,
    )
}
