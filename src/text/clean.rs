//! Clean Unicode for output: nothing that controls a terminal, reorders text or hides in it.

/// Returns the text with white space folded (runs to one space, ends trimmed).
pub(crate) fn fold_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
