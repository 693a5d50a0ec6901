//! Bounds on time and memory: counts, never a clock.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Defines [`Limit`] with its table of names, defaults and effects, so that no limit can lack one of them.
macro_rules! limits {
    ($($(#[doc = $effect:literal])+ $variant:ident $name:literal $default:literal,)+) => {
        /// A bound on what one page may cost. A limit cuts, it never refuses: what stands before the cut is kept, and the cut is
        /// listed in [`Article::limits_hit`](crate::Article::limits_hit).
        ///
        /// ```
        /// use faircopy::{Limit, Limits};
        /// assert_eq!(Limits::default().get(Limit::Depth), 512);
        /// assert_eq!("open_formatting".parse::<Limit>()?, Limit::OpenFormatting);
        /// # Ok::<(), faircopy::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Limit {
            $($(#[doc = $effect])+ $variant,)+
            /// A limit of a later version of the record.
            #[serde(other)]
            Unknown,
        }

        impl Limit {
            /// Every limit there is, in the order of the stages.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the limit's name, as in `open_formatting`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                    Self::Unknown => "unknown",
                }
            }

            /// Returns the bound that [`Limits::default`] sets.
            #[must_use]
            pub fn default_bound(self) -> u64 {
                match self {
                    $(Self::$variant => $default,)+
                    Self::Unknown => u64::MAX,
                }
            }
        }
    };
}

limits! {
    /// Bytes of input. Cut at a character.
    InputBytes "input_bytes" 33_554_432,
    /// Elements open at once. Deeper ones become siblings, their text stays.
    Depth "depth" 512,
    /// Formatting elements (`b`, `font`, `a` …) open at once. Further ones are dropped, their text stays.
    OpenFormatting "open_formatting" 64,
    /// Attributes of one tag. The rest is dropped.
    AttributesPerTag "attributes_per_tag" 512,
    /// Bytes of one attribute. The value is cut there; a `content` of `meta` may be sixteen times as long.
    AttributeBytes "attribute_bytes" 65_536,
    /// Nodes of the tree. Parsing ends there.
    Nodes "nodes" 2_000_000,
    /// Bytes of text in blocks. The rest is dropped.
    TextBytes "text_bytes" 8_388_608,
    /// Blocks. The rest is dropped.
    Blocks "blocks" 50_000,
    /// Pictures. The rest is dropped.
    Images "images" 2_000,
    /// Videos, posts and maps of other sites. The rest is dropped.
    Embeds "embeds" 200,
    /// Links kept as such. Of the rest the text stays.
    Links "links" 20_000,
    /// People in one field. The rest is dropped.
    Authors "authors" 64,
    /// Comments of readers. The rest is dropped.
    Comments "comments" 10_000,
    /// Tags. The rest is dropped.
    Tags "tags" 256,
    /// Bytes of a URL. A longer one is dropped, the text of its link stays.
    UrlBytes "url_bytes" 8_192,
    /// Bytes of all addresses of a record, beyond two for each byte of the input: a long `base` repeats in every relative one. Further
    /// ones are dropped, the text of their links stays.
    AddressBytes "address_bytes" 65_536,
    /// Characters of a title, subtitle or kicker. Cut at a grapheme.
    TitleChars "title_chars" 2_000,
    /// Characters of a person's or outlet's name. A longer one is taken for none.
    NameChars "name_chars" 200,
    /// Characters of a byline or other header line. A longer one is not read.
    BylineChars "byline_chars" 300,
    /// Characters of a caption or summary. Cut at a grapheme.
    CaptionChars "caption_chars" 4_000,
    /// Bytes of one JSON-LD block. A longer one is skipped.
    LdJsonBytes "ld_json_bytes" 2_097_152,
    /// JSON-LD blocks. The rest is skipped.
    LdBlocks "ld_blocks" 64,
    /// Nesting of a JSON-LD block. Deeper parts are not read.
    LdDepth "ld_depth" 64,
    /// Combining marks in a row. The rest is dropped.
    CombiningMarks "combining_marks" 32,
    /// Cells of one table. The rest is dropped.
    TableCells "table_cells" 100_000,
    /// Pairs of like blocks that the search for copies looks at. The rest of the page is kept as it is.
    CopyPairs "copy_pairs" 1_000_000,
    /// Characters of each of two near copies that are compared one by one, to tell how alike they are and to show how they differ. Longer
    /// ones are told apart by their shingles, and the difference is that of their beginnings.
    DiffChars "diff_chars" 4_096,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Limit {
    type Err = Error;

    /// Reads a limit's [`name`](Self::name).
    ///
    /// # Errors
    ///
    /// When there is no limit of that name.
    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .iter()
            .copied()
            .find(|limit| limit.name() == name)
            .ok_or_else(|| Error::limit(name))
    }
}

/// The bounds of an [`Extractor`](crate::Extractor).
///
/// ```
/// use faircopy::{Extractor, Limit, Limits};
/// let extractor = Extractor::new().limits(Limits::default().set(Limit::Blocks, 1));
/// let article = extractor.extract_text("Night ferry returns\nThe night ferry returns on Monday.");
/// assert_eq!(article.limits_hit[0].limit, Limit::Blocks);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Indexed by `Limit as usize`, as in [`Limit::ALL`].
    bounds: Vec<u64>,
}

impl Default for Limits {
    /// The bounds of [`Limit::default_bound`].
    fn default() -> Self {
        Self {
            bounds: Limit::ALL
                .iter()
                .map(|limit| limit.default_bound())
                .collect(),
        }
    }
}

impl Limits {
    /// Returns no bounds at all. Time and memory are then in the hand of whoever wrote the page: for trusted input only.
    #[must_use]
    pub fn unbounded() -> Self {
        Self {
            bounds: vec![u64::MAX; Limit::ALL.len()],
        }
    }

    /// Sets one bound.
    #[must_use]
    pub fn set(mut self, limit: Limit, bound: u64) -> Self {
        if let Some(slot) = self.bounds.get_mut(limit as usize) {
            *slot = bound;
        }
        self
    }

    /// Returns one bound.
    #[must_use]
    pub fn get(&self, limit: Limit) -> u64 {
        self.bounds.get(limit as usize).copied().unwrap_or(u64::MAX)
    }

    /// The bound as a count of things in memory.
    pub(crate) fn count(&self, limit: Limit) -> usize {
        usize::try_from(self.get(limit)).unwrap_or(usize::MAX)
    }
}

/// A limit that cut something.
///
/// ```
/// use faircopy::{Extractor, Limit, Limits};
/// let hit = &Extractor::new().limits(Limits::default().set(Limit::InputBytes, 8)).extract_bytes(b"<p>Far too long</p>").limits_hit[0];
/// assert_eq!((hit.limit, hit.bound, hit.seen), (Limit::InputBytes, 8, 19));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LimitHit {
    /// Which one.
    pub limit: Limit,
    /// Its bound.
    pub bound: u64,
    /// The value that was over it; where the count stopped at the cut, one more than the bound.
    pub seen: u64,
}

/// The limits that one stage hit, each once with the greatest value seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hits(Vec<LimitHit>);

impl Hits {
    /// Notes that `limit` cut something, when `seen` is over its bound. Returns whether it is.
    pub(crate) fn over(&mut self, limits: &Limits, limit: Limit, seen: usize) -> bool {
        let (bound, seen) = (limits.get(limit), seen as u64);
        if seen <= bound {
            return false;
        }
        match self.0.iter_mut().find(|hit| hit.limit == limit) {
            Some(hit) => hit.seen = hit.seen.max(seen),
            None => self.0.push(LimitHit { limit, bound, seen }),
        }
        true
    }

    /// Takes over what another stage hit.
    pub(crate) fn extend(&mut self, other: &Self) {
        for hit in &other.0 {
            match self.0.iter_mut().find(|mine| mine.limit == hit.limit) {
                Some(mine) => mine.seen = mine.seen.max(hit.seen),
                None => self.0.push(*hit),
            }
        }
    }

    /// Returns the list in the order of [`Limit::ALL`].
    pub(crate) fn into_sorted(mut self) -> Vec<LimitHit> {
        self.0.sort_by_key(|hit| hit.limit);
        self.0
    }
}
