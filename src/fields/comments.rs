//! What readers wrote below the article, where the caller asks for it.

use crate::article::{Comment, Reason};
use crate::fields::Evidence;
use crate::grammar::date::{self, Stamp};
use crate::judge::{Evidence as JudgeEvidence, Role};
use crate::page::block::{BlockId, Kind};

/// A line above a comment that says who wrote it and when has at most so many words.
const HEADER_WORDS: f32 = 8.0;

/// Returns the comments in page order: sentences taken out as comments, with the name and time in the line above.
///
/// Empty when the page has none, or has them loaded by a script.
pub(crate) fn comments(evidence: &Evidence<'_>) -> Vec<Comment> {
    let mut comments: Vec<Comment> = Vec::new();
    let mut header = None;
    for id in evidence
        .blocks
        .ids()
        .filter(|&id| is_of_readers(evidence, id))
    {
        let measure = &evidence.blocks[id].measure;
        let text = evidence.blocks.parted_text_of(id);
        if measure.ends_sentence {
            match (header.take(), comments.last_mut()) {
                (None, Some(open)) => {
                    open.text.push('\n');
                    open.text.push_str(&text);
                }
                (header, _) => comments.push(comment(evidence, header, &text)),
            }
        } else if measure.weight() <= HEADER_WORDS {
            header = Some(id);
        }
    }
    comments
}

/// Whether a block was taken out as a comment, or heads one. What a phrase row names is the site's own word: its rules, its buttons.
fn is_of_readers(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let of_readers = |id: BlockId| {
        let verdict = &evidence.verdicts[id];
        verdict.role == Role::Removed(Reason::Comments)
            && !matches!(verdict.by, JudgeEvidence::Phrase(_))
            && evidence.blocks[id].kind != Kind::Picture
    };
    let next = BlockId(id.0 + 1);
    let heads = evidence.verdicts[id].role == Role::Removed(Reason::Metadata)
        && next.at() < evidence.blocks.len()
        && of_readers(next);
    of_readers(id) || heads
}

fn comment(evidence: &Evidence<'_>, header: Option<BlockId>, text: &str) -> Comment {
    let line = header
        .map(|id| evidence.blocks.parted_text_of(id))
        .unwrap_or_default();
    let found = date::find(&line, evidence.hints).into_iter().next();
    let name = match &found {
        Some(found) => line.get(..found.range.start).unwrap_or_default(),
        None => &line,
    };
    let name = name
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '_')
        .to_owned();
    Comment {
        author: Some(name).filter(|name| !name.is_empty()),
        at: found.map(|found| Stamp::to_iso(&found.stamp)),
        text: text.to_owned(),
    }
}
