//! How alike two texts are, by the pairs of letters in them.

use std::cell::OnceCell;

use crate::text::fold::fold;

/// Claims that are compared.
pub(super) const CLAIMS: usize = 24;

/// A text with its folded form, and the pairs of letters in it that tell how alike two texts are.
pub(super) struct Compared<T> {
    pub(super) text: String,
    pub(super) folded: String,
    /// How many pairs there are; most texts are never compared by them.
    count: usize,
    pairs: OnceCell<Vec<u64>>,
    pub(super) is: T,
}

impl<T> Compared<T> {
    pub(super) fn of(text: &str, is: T) -> Option<Self> {
        let folded = fold(text);
        (!folded.is_empty()).then(|| Self {
            text: text.to_owned(),
            count: folded.chars().count() - 1,
            pairs: OnceCell::new(),
            folded,
            is,
        })
    }

    /// The pairs in order, each as one number.
    fn pairs(&self) -> &[u64] {
        self.pairs.get_or_init(|| {
            let letters = self.folded.chars().map(u64::from);
            let mut pairs: Vec<u64> = letters
                .clone()
                .zip(letters.skip(1))
                .map(|(first, second)| first << 32 | second)
                .collect();
            pairs.sort_unstable();
            pairs
        })
    }
}

/// Returns the share of all letter pairs that stood in both texts if all of the shorter one's stood in the other.
pub(super) fn most_alike<A, B>(a: &Compared<A>, b: &Compared<B>) -> f32 {
    if a.count == b.count {
        return 1.0;
    }
    2.0 * a.count.min(b.count) as f32 / (a.count + b.count) as f32
}

/// Returns the share of the shorter text's letter pairs that stand in the other, and the share of all.
pub(super) fn likeness<A, B>(a: &Compared<A>, b: &Compared<B>) -> (f32, f32) {
    if a.folded == b.folded {
        return (1.0, 1.0);
    }
    let (mut left, mut right) = (a.pairs(), b.pairs());
    let mut common = 0_usize;
    while let ([x, lefts @ ..], [y, rights @ ..]) = (left, right) {
        common += usize::from(x == y);
        if x <= y {
            left = lefts;
        }
        if y <= x {
            right = rights;
        }
    }
    let (a, b) = (a.count, b.count);
    if a == 0 || b == 0 {
        return (0.0, 0.0);
    }
    (
        common as f32 / a.min(b) as f32,
        2.0 * common as f32 / (a + b) as f32,
    )
}
