//! What was taken out, and why.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::Span;

/// Why a block is not in the body. Displayed as the record spells it: `duplicate_body`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// Menus, channel rows, breadcrumbs, controls.
    Navigation,
    /// Share buttons and their labels.
    Share,
    /// The site's advertising for itself: apps, newsletters, follow-us lines.
    Promo,
    /// Teasers of other stories.
    Related,
    /// Reader comments and their controls.
    Comments,
    /// Rights notices, disclaimers, terms.
    Legal,
    /// Advertising of others.
    Advert,
    /// Form fields, log-in and consent text.
    Form,
    /// Its value went into a field of the record.
    Metadata,
    /// It became the summary or the subtitle.
    Summary,
    /// The headline once more.
    DuplicateTitle,
    /// A second copy of a run of the body.
    DuplicateBody,
    /// A caption said twice beside one picture.
    DuplicateCaption,
    /// A block said twice in another way, as a pull quote is.
    DuplicateBlock,
    /// Text that no reader of the page sees.
    Hidden,
    /// None of the above, or not known which.
    #[default]
    #[serde(other)]
    Other,
}

/// Reads the counts of a record. Reasons of a later version are all read as [`Reason::Other`], so their counts are added up: the
/// total is what it was.
pub(super) fn counts<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Reason, u32>, D::Error> {
    /// The pairs of a map, in which a key may stand twice.
    struct Pairs;

    impl<'de> serde::de::Visitor<'de> for Pairs {
        type Value = BTreeMap<Reason, u32>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a map of reasons to counts")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(
            self,
            mut map: A,
        ) -> Result<Self::Value, A::Error> {
            let mut counts = BTreeMap::new();
            while let Some((reason, count)) = map.next_entry::<Reason, u32>()? {
                let total: &mut u32 = counts.entry(reason).or_default();
                *total = total.saturating_add(count);
            }
            Ok(counts)
        }
    }

    deserializer.deserialize_map(Pairs)
}

/// A block that was taken out of the page.
///
/// ```
/// let article = faircopy::Extractor::new().explain(true).extract_text(
///     "Night ferry returns\nNight ferry returns\nThe night ferry returns on Monday, the harbour office said on Friday.",
/// );
/// assert_eq!(article.removed[0].reason, faircopy::Reason::DuplicateTitle);
/// assert_eq!(article.removed[0].line, Some(1));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Removed {
    /// Why it went.
    pub reason: Reason,
    /// The evidence: a rule, a row of the lexicon, the judge with the probability it gives the block, or a copy.
    pub by: String,
    /// The block's text, white space folded.
    pub text: String,
    /// For flat text: the line it stood on, the first of several, counted over the lines that are not blank, from 0. For blocks that the
    /// caller has cut: the block's [`number`](crate::InputBlock::number).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Where it stood in the input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// For a duplicate: what it repeats; `None` too for a part of a later version of the record.
    #[serde(deserialize_with = "known")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Repeats>,
    /// For a duplicate: how alike the two are, from 0 to 1 (twice the characters they share in order, by the characters of both).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub similarity: Option<f32>,
    /// For a duplicate that is not equal: the kept text with what is missing from it as `[+…+]` and what only it has as `[-…-]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
}

/// Reads what a block repeats, when this version knows it.
fn known<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Repeats>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Part {
        Known(Repeats),
        Unknown(IgnoredAny),
    }

    Ok(match Option::deserialize(deserializer)? {
        Some(Part::Known(repeats)) => Some(repeats),
        Some(Part::Unknown(IgnoredAny)) | None => None,
    })
}

/// The part of the record that a removed block repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Repeats {
    /// [`Article::title`](super::Article::title).
    Title,
    /// [`Article::summary`](super::Article::summary).
    Summary,
    /// The block of [`Article::body`](super::Article::body) with this index.
    Body(u32),
    /// A block that was itself taken out.
    Removed,
}
