//! A stretch of the text that becomes one value: a part of the source as long as nothing in it is replaced.

use html5ever::tendril::StrTendril;

use crate::source::Text;

/// What stands in place of a NUL.
pub(crate) const REPLACEMENT: [char; 1] = ['\u{fffd}'];

pub(crate) struct Run {
    start: usize,
    /// Where that begins which is not in the buffer yet.
    from: usize,
}

impl Run {
    /// Begins a value. The buffer must go to all later calls.
    #[inline]
    pub(crate) fn new(start: usize, buffer: &mut String) -> Self {
        buffer.clear();
        Self { start, from: start }
    }

    #[inline]
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// Puts `chars` in the place of what stands from `at` to `after`.
    pub(crate) fn replace(
        &mut self,
        (at, after): (usize, usize),
        chars: impl IntoIterator<Item = char>,
        text: Text<'_>,
        buffer: &mut String,
    ) {
        buffer.push_str(text.part(self.from, at));
        buffer.extend(chars);
        self.from = after;
    }

    #[inline]
    pub(crate) fn end(self, end: usize, text: Text<'_>, buffer: &mut String) -> StrTendril {
        if self.from == self.start {
            return text.tendril(self.start, end);
        }
        buffer.push_str(text.part(self.from, end));
        StrTendril::from_slice(buffer)
    }
}
