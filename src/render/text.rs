//! The body as text.

use crate::article::{Block, Comment};
use crate::render::{LIST_DEPTH, caption_line, signature};
use crate::text::clean::printable;

/// Whether the text has what stands beside it: the captions of the pictures, and the posts of other sites.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Captions {
    LeftOut,
    Kept,
}

/// Prints the blocks' texts, parted by a blank line.
pub(super) fn text(body: &[Block], captions: Captions) -> String {
    let mut out = String::new();
    let posts_only = is_of_posts(body);
    for block in body {
        match block {
            Block::Figure {
                caption, credit, ..
            } if captions == Captions::Kept => {
                let line = caption_line(caption.as_deref(), credit.as_deref());
                push_block(&mut out, line.as_deref().unwrap_or_default());
            }
            Block::Embed { .. } if captions == Captions::LeftOut && !posts_only => {}
            _ => push_block(&mut out, &printable(block.text())),
        }
    }
    out
}

/// Whether posts of other sites hold most of what a body says: it is a list of them.
fn is_of_posts(body: &[Block]) -> bool {
    let (mut posts, mut own) = (0, 0);
    for block in body {
        match block {
            Block::Embed { text, .. } => posts += text.len(),
            _ => own += block.text().len(),
        }
    }
    posts > own
}

/// Prints comments, replies set in.
pub(super) fn comments(comments: &[Comment]) -> String {
    let mut out = String::new();
    for comment in comments
        .iter()
        .filter(|comment| !comment.text.trim().is_empty())
    {
        let indent = "  ".repeat(usize::from(comment.depth).min(LIST_DEPTH - 1));
        let text = printable(&comment.text);
        let signed = signature(comment);
        let lines = signed.as_deref().into_iter().chain(text.lines());
        let lines: Vec<String> = lines.map(|line| format!("{indent}{line}")).collect();
        push_block(&mut out, &lines.join("\n"));
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
