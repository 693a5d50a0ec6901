//! Where a token begins, as the sink is told.

use memchr::memchr_iter;

use crate::source::Source;

/// What a sink is told of the place of a token, in `line_number` of [`TokenSink::process_token`], which a tree builder hands on to
/// `TreeSink::set_current_line`.
///
/// [`TokenSink::process_token`]: html5ever::tokenizer::TokenSink::process_token
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The line it begins on, from 1.
    #[default]
    Line,
    /// The byte it begins at, from 0, in the text that was given: each CR counts.
    Byte,
}

/// A walk through the text along with the tokens. Places asked for never go back, so all walks together cost as much as the text.
pub(crate) struct PlaceReader<'s> {
    source: &'s Source<'s>,
    asked: Place,
    /// How far it has gone in the text that is read, for lines.
    at: usize,
    /// The line there, or how many CRs were left out before the last place.
    passed: usize,
}

impl<'s> PlaceReader<'s> {
    pub(crate) fn new(source: &'s Source<'s>, asked: Place) -> Self {
        Self {
            source,
            asked,
            at: 0,
            passed: 0,
        }
    }

    /// The place of the byte `at` in the text that is read.
    #[inline]
    pub(crate) fn of(&mut self, at: usize) -> u64 {
        match self.asked {
            Place::Line => self.line(at),
            Place::Byte => (at + self.returns_before(at)) as u64,
        }
    }

    fn line(&mut self, at: usize) -> u64 {
        let between = self.source.text().bytes(self.at, at);
        self.passed += memchr_iter(b'\n', between).count();
        self.at = self.at.max(at);
        self.passed as u64 + 1
    }

    #[inline]
    fn returns_before(&mut self, at: usize) -> usize {
        let rest = self.source.joined().get(self.passed..).unwrap_or_default();
        let before = rest
            .iter()
            .take_while(|&&line_feed| (line_feed as usize) < at);
        self.passed += before.count();
        self.passed
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, PlaceReader};
    use crate::source::Source;

    #[test]
    fn places_are_those_of_the_given_text() {
        for given in [
            "a\r\nb\r\n\r\rc\nd\r",
            "no return 江州\n",
            "\r\n\r\n",
            "\r\r\rx\r\n",
        ] {
            let source = Source::new(given);
            let text = source.text().rest(0);
            let mut all = PlaceReader::new(&source, Place::Byte);
            for (at, &byte) in text.iter().enumerate() {
                // Both the one that walked along and one that jumps here.
                let place = all.of(at) as usize;
                let jump = PlaceReader::new(&source, Place::Byte).of(at) as usize;
                assert_eq!(place, jump, "{given:?} {at}");
                let expected = match given.as_bytes()[place] {
                    b'\r' => b'\n',
                    other => other,
                };
                assert_eq!(byte, expected, "{given:?} {at}");
            }
            let end = all.of(text.len()) as usize;
            assert_eq!(end, given.len());
        }
    }

    #[test]
    fn lines_are_counted_from_one() {
        let source = Source::new("a\r\nb\nc\rd");
        let mut lines = PlaceReader::new(&source, Place::Line);
        let found: Vec<_> = (0..7).map(|at| lines.of(at)).collect();
        assert_eq!(found, [1, 1, 2, 2, 3, 3, 4]);
    }
}
