//! How much two texts have in common, in order: a bound, at a fraction of the cost of an alignment.

/// Characters that are looked at together, one to a bit.
const TOGETHER: usize = 64;

/// Slots of characters, by the last bits of their numbers. What shares a slot counts as equal, which makes the bound only less tight; the
/// letters of an alphabet have slots of their own.
const SLOTS: usize = 256;

/// Returns a number that is no less than the characters two texts share in order, at the most and in any alignment; mostly it is that
/// number.
///
/// It is the length of the longest common subsequence, counted by bits (H. Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
pub(super) fn most_in_common(a: &[char], b: &[char]) -> usize {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let words = short.len().div_ceil(TOGETHER);
    let first_of = |c: char| c as usize % SLOTS * words;
    // For each slot a row of bits: where in the shorter text its characters stand.
    let mut places = vec![0_u64; SLOTS * words];
    for (at, &c) in short.iter().enumerate() {
        places[first_of(c) + at / TOGETHER] |= 1 << (at % TOGETHER);
    }
    // A bit that is off stands for one character in common.
    let mut state = vec![u64::MAX; words];
    for &c in long {
        let row = places.get(first_of(c)..).unwrap_or_default();
        let mut carried = false;
        for (bits, place) in state.iter_mut().zip(row) {
            let (sum, over) = bits.overflowing_add(*bits & place);
            let (sum, over_again) = sum.overflowing_add(u64::from(carried));
            carried = over || over_again;
            *bits = sum | *bits & !place;
        }
    }
    state.iter().map(|bits| bits.count_zeros() as usize).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::most_in_common;

    /// By the book: a row for each character, a column for each of the other text.
    fn longest_common_subsequence(a: &[char], b: &[char]) -> usize {
        let mut before = vec![0; b.len() + 1];
        for x in a {
            let mut row = vec![0];
            for (at, y) in b.iter().enumerate() {
                let longest = if x == y {
                    before[at] + 1
                } else {
                    before[at + 1].max(row[at])
                };
                row.push(longest);
            }
            before = row;
        }
        before.last().copied().unwrap_or_default()
    }

    proptest! {
        #[test]
        fn letters_in_common_are_those_of_the_longest_common_subsequence(a in "[a-e]{0,200}", b in "[a-e]{0,200}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(most_in_common(&a, &b), longest_common_subsequence(&a, &b));
        }

        #[test]
        fn no_text_has_more_in_common_than_the_bound(a in ".{0,90}", b in ".{0,90}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert!(most_in_common(&a, &b) >= longest_common_subsequence(&a, &b));
        }
    }
}
