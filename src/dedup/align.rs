//! How alike two texts are, and where they differ.

use similar::{Algorithm, ChangeTag, TextDiff, capture_diff_slices, diff_ratio};

/// Two folded texts whose lengths differ by more than this share of the longer are not compared.
const LENGTH_TOLERANCE: f32 = 0.2;

/// Returns twice the characters two texts share in order, by the characters of both: 1 for equal texts, 0 for texts that are too
/// different in length to be one (see [`LENGTH_TOLERANCE`]).
///
/// `most` bounds the characters compared one by one, as the comparison is quadratic at worst; longer texts are compared by their
/// beginnings and ends.
pub(crate) fn similarity(a: &str, b: &str, most: usize) -> f32 {
    if a == b {
        return 1.0;
    }
    let (mut a, mut b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longer = a.len().max(b.len());
    if longer == 0 || a.len().abs_diff(b.len()) as f32 > LENGTH_TOLERANCE * longer as f32 {
        return 0.0;
    }
    let shared = trim_shared_ends(&mut a, &mut b);
    a.truncate(most);
    b.truncate(most);
    let total = (2 * shared + a.len() + b.len()) as f32;
    let operations = capture_diff_slices(Algorithm::Myers, &a, &b);
    let inside = diff_ratio(&operations, a.len(), b.len()) * (a.len() + b.len()) as f32;
    (2.0 * shared as f32 + inside) / total
}

/// Takes the equal beginnings and ends off both, which is most of two near copies, and returns how long they were.
fn trim_shared_ends(a: &mut Vec<char>, b: &mut Vec<char>) -> usize {
    let front = a.iter().zip(b.iter()).take_while(|(x, y)| x == y).count();
    a.drain(..front);
    b.drain(..front);
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    a.truncate(a.len() - back);
    b.truncate(b.len() - back);
    front + back
}

/// Shows how `dropped` differs from `kept`: what only the dropped text has as `[-…-]`, what only the kept one has as `[+…+]`.
pub(crate) fn difference(dropped: &str, kept: &str) -> String {
    let diff = TextDiff::from_chars(dropped, kept);
    let mut shown = String::new();
    let mut open = ChangeTag::Equal;
    for change in diff.iter_all_changes() {
        if change.tag() != open {
            shown.push_str(closing(open));
            shown.push_str(opening(change.tag()));
            open = change.tag();
        }
        shown.push_str(change.value());
    }
    shown.push_str(closing(open));
    shown
}

fn opening(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "[-",
        ChangeTag::Insert => "[+",
    }
}

fn closing(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "-]",
        ChangeTag::Insert => "+]",
    }
}

#[cfg(test)]
mod tests {
    use super::{difference, similarity};

    #[test]
    fn one_character_in_forty_is_over_nine_tenths_alike() {
        let kept = "江州青浦工业园的智能工厂生产线这里每天下线三百辆新能源汽车";
        assert!(similarity(kept, &kept.replace('线', "线1"), 4096) > 0.9);
    }

    #[test]
    fn a_beginning_is_not_alike_to_the_whole() {
        assert!(similarity("thenightferry", "thenightferryreturnsonmonday", 4096) < f32::EPSILON);
    }

    #[test]
    fn the_difference_names_both_sides() {
        assert_eq!(
            difference("a 6-day tour", "an 8-day tour"),
            "a[+n+] [-6-][+8+]-day tour"
        );
    }
}
