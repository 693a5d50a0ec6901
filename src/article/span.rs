//! Places in the input.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Article;

/// Where something stands in the input: the bytes from `start` up to, not including, `end`, counted from 0 in what was handed over,
/// a byte order mark and the bytes of another encoding included.
///
/// It is the smallest range in which all of it stands, without white space around it; markup between two runs of its text is
/// inside. A text that the page holds in another wrapping, inside a script, an attribute or a form field, has none; nor have blocks
/// that the caller has cut.
///
/// ```
/// let page = "<article><h1>Two boats</h1><p>The <b>night ferry</b> returns on Monday, the harbour office said.</p></article>";
/// let article = faircopy::extract(page);
/// let span = article.body[0].span().expect("it stands in the page");
/// assert_eq!(&page[span.range()], "The <b>night ferry</b> returns on Monday, the harbour office said.");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl Span {
    /// Returns it as a range, to cut the input with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The smallest span around both.
    pub(crate) fn around(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The same place in a text that has `before` bytes more in front.
    pub(crate) fn after(self, before: usize) -> Self {
        Self {
            start: self.start + before,
            end: self.end + before,
        }
    }

    /// The part of `text` without white space around it; `None` when there is nothing else.
    pub(crate) fn trimmed(self, text: &str) -> Option<Self> {
        let inside = text.get(self.range())?;
        // Most of it is indentation, which is passed over byte by byte.
        let from = inside.trim_ascii_start().trim_start();
        let start = self.start + (inside.len() - from.len());
        let end = start + from.trim_ascii_end().trim_end().len();
        (start < end).then_some(Self { start, end })
    }
}

/// The smallest span around all of them; `None` without any.
pub(crate) fn around_all(spans: impl IntoIterator<Item = Span>) -> Option<Span> {
    spans.into_iter().reduce(Span::around)
}

impl Article {
    /// Puts other places for those of all spans. `change` is given them in ascending order, each once.
    pub(crate) fn map_spans(&mut self, change: impl FnOnce(&mut [usize])) {
        let mut spans: Vec<&mut Span> = self
            .body
            .iter_mut()
            .filter_map(|block| block.span_mut()?.as_mut())
            .chain(
                self.removed
                    .iter_mut()
                    .filter_map(|removed| removed.span.as_mut()),
            )
            .collect();
        let mut before: Vec<usize> = spans
            .iter()
            .flat_map(|span| [span.start, span.end])
            .collect();
        before.sort_unstable();
        before.dedup();
        let mut after = before.clone();
        change(&mut after);
        let changed = |place: usize| {
            let at = before.binary_search(&place).ok();
            at.and_then(|at| after.get(at).copied()).unwrap_or(place)
        };
        for span in &mut spans {
            span.start = changed(span.start);
            span.end = changed(span.end);
        }
    }
}
