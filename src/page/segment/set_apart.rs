//! What style sets apart within a line: a picture's credit inside its caption, and its caption before the text.

use std::sync::Arc;

use super::Segmenter;
use crate::grammar::credit;
use crate::input::dom::Element as Tag;
use crate::lexicon::names::NameMask;
use crate::page::block::Kind;
use crate::page::named::Names;

/// Whether a text may be the beginning of a paragraph: neither the rest of a word nor of a sentence.
fn opens_sentence(text: &str) -> bool {
    let opens =
        |c: char| c.is_alphabetic() && !c.is_lowercase() || "\"'“„«‘「『《〈【［[（(".contains(c);
    text.trim_start().starts_with(opens)
}

/// Whether an element is one that style may set apart from the line it stands in.
fn may_be_set_apart(tag: Tag<'_>) -> bool {
    matches!(tag.name(), "span" | "small" | "cite" | "em" | "i")
}

/// The inline element that holds a picture's caption in the midst of other text.
pub(super) enum Inset {
    None,
    /// Inside it: its tag, how many of that tag are open, and its names.
    Open(String, u32, Arc<Names>),
    /// It was read, and is the line so far: its names.
    Read(Arc<Names>),
}

impl Inset {
    pub(super) fn is_read(&self) -> bool {
        matches!(self, Self::Read(_))
    }

    /// Forgets a caption that was read: its line ends.
    pub(super) fn close(&mut self) {
        if self.is_read() {
            *self = Self::None;
        }
    }
}

impl Segmenter<'_> {
    fn names_of(&mut self, tag: Tag<'_>) -> Arc<Names> {
        let [class, id] = tag.attrs_named(["class", "id"]);
        self.spellings.names(class, id)
    }

    /// A credit inside a caption becomes a block of its own, with the names of its element: set apart by style, it often has no
    /// label. `<figcaption>The pier. <span class="copyright">dpa</span></figcaption>`
    pub(super) fn enter_credit(&mut self, tag: Tag<'_>) {
        if let Some((name, open)) = &mut self.credit {
            *open += u32::from(name == tag.name());
            return;
        }
        if may_be_set_apart(tag)
            && self.kind() == Kind::Caption
            && credit::is_credit_name(&self.names_of(tag))
        {
            self.flush();
            self.open_element(tag);
            self.credit = Some((tag.name().to_owned(), 1));
        }
    }

    pub(super) fn leave_credit(&mut self, tag: &str) {
        if let Some((name, open)) = &mut self.credit
            && name == tag
        {
            *open -= 1;
            if *open == 0 {
                self.credit = None;
                self.flush();
                self.leave();
            }
        }
    }

    /// Notes a caption that stands behind its picture in one element with the text: style parts the two. Its credit may follow in an
    /// element of its own. `<img><em class="img_desc">The pier.</em>The ferry is back …`
    pub(super) fn enter_caption(&mut self, tag: Tag<'_>) {
        if let Inset::Open(name, open, _) = &mut self.caption {
            *open += u32::from(name == tag.name());
            return;
        }
        let goes_on = matches!(self.caption, Inset::Read(_));
        if may_be_set_apart(tag) && (goes_on || self.is_behind_picture()) {
            let names = self.names_of(tag);
            let is_credit = || goes_on && credit::is_credit_name(&names);
            if names.says.intersects(NameMask::CAP) || is_credit() {
                self.caption = Inset::Open(tag.name().to_owned(), 1, names);
            }
        }
    }

    pub(super) fn leave_caption(&mut self, tag: &str) {
        if let Inset::Open(name, open, names) = &mut self.caption
            && name == tag
        {
            *open -= 1;
            if *open == 0 {
                self.caption = Inset::Read(Arc::clone(names));
            }
        }
    }

    /// Whether a picture is the last that was read.
    fn is_behind_picture(&self) -> bool {
        let last = self.blocks.rows.last();
        self.line.is_empty()
            && !matches!(self.kind(), Kind::Cell | Kind::Caption)
            && last.is_some_and(|block| block.kind == Kind::Picture)
    }

    /// Whether the line so far is a caption, and a paragraph begins behind it.
    pub(super) fn is_behind_caption(&self, text: &str) -> bool {
        matches!(self.caption, Inset::Read(_))
            && self.line.text.contains(char::is_alphabetic)
            && opens_sentence(text)
    }

    /// Makes the line so far a caption of its own.
    pub(super) fn flush_caption(&mut self) {
        if let Inset::Read(names) = std::mem::replace(&mut self.caption, Inset::None) {
            self.enter_virtual("figcaption", self.presence(), self.innermost());
            self.add_name(self.innermost(), &names);
            self.flush();
            self.leave();
        }
    }
}
