//! Which way the judge leans.

/// Whether to leave out what is in doubt, or to keep it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Focus {
    /// Weigh both alike.
    #[default]
    Balanced,
    /// Rather lose a paragraph than keep furniture.
    Precision,
    /// Rather keep furniture than lose a paragraph.
    Recall,
}
