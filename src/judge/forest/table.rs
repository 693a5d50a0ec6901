//! No forest yet: `tools/train/run.sh` writes this file.

use super::Forest;

/// The forest for pages with markup.
pub(crate) static FOREST: Forest = Forest {
    bounds: &[],
    trees: &[],
    bias: 0,
};

/// What expected F1 says of the chance that the body is right.
pub(crate) static CONFIDENCE: &[(f32, f32)] = &[];
