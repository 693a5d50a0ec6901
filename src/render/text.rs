//! The body as text.

use crate::article::Block;
use crate::render::caption_line;
use crate::text::clean::printable;

/// Whether the text has the captions of the pictures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Captions {
    LeftOut,
    Kept,
}

/// Prints the blocks' texts, parted by a blank line.
pub(super) fn text(body: &[Block], captions: Captions) -> String {
    let mut out = String::new();
    for block in body {
        match block {
            Block::Figure {
                caption, credit, ..
            } if captions == Captions::Kept => {
                let line = caption_line(caption.as_deref(), credit.as_deref());
                push_block(&mut out, line.as_deref().unwrap_or_default());
            }
            _ => push_block(&mut out, &printable(block.text())),
        }
    }
    out
}

fn push_block(out: &mut String, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(text);
}
