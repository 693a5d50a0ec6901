//! Text that an inline element hides: labels of buttons, notices of a form, data of a script.

use crate::article::Span;
use crate::input::dom::Element as Tag;
use crate::page::block::Presence;
use crate::page::line::{Inlines, Line};
use crate::page::segment::attributes::hides;
use crate::text::measure::Measure;

/// A hidden text of so many words that ends like a sentence is the rest of the paragraph it stands in, which a button shows.
const REST_WORDS: f32 = 15.0;

/// The hidden inline element around the walk, and what was hidden since the last block.
#[derive(Default)]
pub(super) struct Veil {
    /// Elements open from the hidden one on; none outside of one.
    depth: u32,
    line: Line,
    /// Whether white space stands before it.
    is_set_off: bool,
    hidden: Vec<Line>,
}

impl Veil {
    /// Goes into an element. A formula is hidden where its picture is shown, and is what the picture says.
    pub(super) fn enter(&mut self, name: &str) {
        if self.depth > 0 {
            self.depth = if name == "math" { 0 } else { self.depth + 1 };
        }
    }

    /// Begins at an inline element that hides what is inside.
    pub(super) fn draw(&mut self, tag: Tag<'_>) {
        if self.depth == 0 && tag.name() != "math" && hides(tag) {
            self.depth = 1;
        }
    }

    /// Leaves an element. Behind the hidden one, the rest of a paragraph is given to the line it belongs to.
    pub(super) fn leave(&mut self, line: &mut Line, inlines: &Inlines) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth > 0 || self.line.is_empty() {
            return;
        }
        let measure = Measure::of(&self.line.text);
        if !line.is_empty() && measure.ends_sentence && measure.weight() >= REST_WORDS {
            if self.is_set_off {
                line.push(" ", None, inlines);
            }
            let span = self.line.span_in(&(0..self.line.text.len()));
            line.push(&self.line.text, span, inlines);
            self.line.clear();
        } else {
            self.hidden.push(std::mem::take(&mut self.line));
        }
    }

    /// Whether the walk is inside a hidden element.
    pub(super) fn is_drawn(&self) -> bool {
        self.depth > 0
    }

    /// Who sees what begins here.
    pub(super) fn presence(&self) -> Presence {
        if self.is_drawn() {
            Presence::Styled
        } else {
            Presence::Visible
        }
    }

    pub(super) fn push(&mut self, text: &str, span: Option<Span>, inlines: &Inlines) {
        if self.line.is_empty() {
            self.is_set_off = text.starts_with(char::is_whitespace);
        }
        self.line.push(text, span, inlines);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.hidden.is_empty() && self.line.is_empty()
    }

    /// What was hidden since it was asked last.
    pub(super) fn take(&mut self) -> Vec<Line> {
        if !self.line.is_empty() {
            self.hidden.push(std::mem::take(&mut self.line));
        }
        std::mem::take(&mut self.hidden)
    }
}
