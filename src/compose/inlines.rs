//! The runs of a block of the body: links, emphasis, and the marks of footnotes.

use super::draft::Composer;
use crate::article::{Emphasis, Inline};
use crate::page::block::BlockId;

impl Composer<'_> {
    /// The runs of one block of the page; empty when it is plain.
    pub(super) fn inlines(&mut self, id: BlockId) -> Vec<Inline> {
        let runs = self.runs(id);
        if is_plain(&runs) { Vec::new() } else { runs }
    }

    /// The texts of several blocks as one, with their runs.
    pub(super) fn joined(&mut self, ids: &[BlockId], parted: &str) -> (String, Vec<Inline>) {
        let (mut text, mut inlines) = (String::new(), Vec::new());
        for &id in ids {
            if !text.is_empty() {
                text.push_str(parted);
                inlines.push(plain(parted));
            }
            text.push_str(self.page.blocks.text_of(id));
            inlines.extend(self.runs(id));
        }
        if is_plain(&inlines) {
            inlines.clear();
        }
        (text, inlines)
    }

    fn runs(&mut self, id: BlockId) -> Vec<Inline> {
        let page = self.page;
        let range = page.blocks[id].range.clone();
        let mut inlines = Vec::new();
        let mut push = |range: std::ops::Range<usize>, href: Option<String>, emphasis| {
            let text = page.blocks.text.get(range).unwrap_or_default();
            if !text.is_empty() {
                inlines.push(Inline {
                    href,
                    emphasis,
                    ..plain(text)
                });
            }
        };
        let mut from = range.start;
        let mut marks = Vec::new();
        for run in page.blocks.runs_of(id) {
            push(from..run.range.start, None, None);
            from = run.range.end;
            if let Some(mark) = &run.mark {
                marks.extend(
                    self.notes
                        .label(&mark.target)
                        .map(|label| (from, label.to_owned())),
                );
                continue;
            }
            let hits = &mut self.body.hits;
            let href = run
                .href
                .as_deref()
                .and_then(|href| page.resolver.resolve(href, page.limits, hits));
            push(run.range.clone(), href, run.emphasis);
        }
        push(from..range.end, None, None);
        if marks.is_empty() {
            return inlines;
        }
        with_marks(inlines, range.start, marks)
    }
}

/// Puts marks between the runs, each at its place in the text. A run ends at each mark, so they stand between two.
fn with_marks(runs: Vec<Inline>, start: usize, marks: Vec<(usize, String)>) -> Vec<Inline> {
    let mut marks = marks.into_iter().peekable();
    let mut at = start;
    let mut inlines = Vec::with_capacity(runs.len());
    let mark = |label: String| Inline {
        footnote: Some(label),
        ..Inline::default()
    };
    for run in runs {
        while let Some((_, label)) = marks.next_if(|(place, _)| *place <= at) {
            inlines.push(mark(label));
        }
        at += run.text.len();
        inlines.push(run);
    }
    inlines.extend(marks.map(|(_, label)| mark(label)));
    inlines
}

/// Runs without bold, for what is bold as a whole.
pub(super) fn without_bold(mut inlines: Vec<Inline>) -> Vec<Inline> {
    for run in &mut inlines {
        run.emphasis = run
            .emphasis
            .filter(|emphasis| *emphasis != Emphasis::Strong);
    }
    if is_plain(&inlines) {
        Vec::new()
    } else {
        inlines
    }
}

/// A note's text without the sign in front of it: `[1] See …`, `1. See …`. A sign that is a part of the first run leaves the rest of it.
pub(super) fn without_sign(
    text: &str,
    mut inlines: Vec<Inline>,
    label: &str,
) -> (String, Vec<Inline>) {
    let sign = label.split('-').next().unwrap_or(label);
    let bare = text.trim_start_matches(['[', '(', '［', '（']);
    let rest = bare.strip_prefix(sign).and_then(|rest| {
        let end = rest.trim_start_matches([']', ')', '］', '）', '.', ':', '：']);
        let parted = end.len() < rest.len() || end.starts_with(char::is_whitespace);
        parted.then(|| end.trim_start())
    });
    let rest = rest.unwrap_or(text).trim_end().to_owned();
    let mut gone = text.trim_end().len() - rest.len();
    let mut left = rest.len();
    inlines.retain_mut(|run| {
        let cut = gone.min(run.text.len());
        gone -= cut;
        let kept = run.text.get(cut..).unwrap_or_default();
        let kept = kept.get(..left.min(kept.len())).unwrap_or(kept);
        left -= kept.len();
        run.text = kept.to_owned();
        !run.text.is_empty() || run.footnote.is_some()
    });
    if is_plain(&inlines) {
        inlines.clear();
    }
    (rest, inlines)
}

fn plain(text: &str) -> Inline {
    Inline {
        text: text.to_owned(),
        ..Inline::default()
    }
}

fn is_plain(inlines: &[Inline]) -> bool {
    let plain =
        |run: &Inline| run.href.is_none() && run.emphasis.is_none() && run.footnote.is_none();
    inlines.iter().all(plain)
}
