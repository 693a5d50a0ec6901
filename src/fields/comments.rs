//! What readers wrote below the article, where the caller asks for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Comment, Reason};
use crate::fields::Evidence;
use crate::grammar::date::{self, Stamp};
use crate::grammar::reader;
use crate::judge::{Evidence as JudgeEvidence, Role};
use crate::lexicon::phrase;
use crate::limits::Limit;
use crate::page::block::{BlockId, Kind};
use crate::page::threads::Said;
use crate::text::fold::{fold, hash};
use crate::text::measure::Measure;

/// A line above a comment that says who wrote it and when has at most so many words.
const HEADER_WORDS: f32 = 8.0;

/// Words of a reader's name, at most.
const NAME_WORDS: f32 = 5.0;

/// A line of the text that is in the body says that the comment is, from so many words on.
const TELLING_WORDS: f32 = 4.0;

/// Returns the comments in page order, a reply behind what it answers: those whose markup or data says that they are, or else
/// what the judge took out as comments.
///
/// Empty when the page has none, or has them loaded by a script.
pub(crate) fn comments(evidence: &Evidence<'_>) -> Vec<Comment> {
    let threads = threads(evidence);
    if !threads.is_empty() {
        return threads;
    }
    let unmarked = unmarked(evidence);
    // Among what only the judge takes for comments, times tell readers' words from the site's own.
    let timed = unmarked.iter().any(|comment| comment.at.is_some());
    if timed || !evidence.blocks.has_markup {
        unmarked
    } else {
        Vec::new()
    }
}

/// The comments of the page's threads. What is in the body is none, so a forum's posts are not.
fn threads(evidence: &Evidence<'_>) -> Vec<Comment> {
    let said = &evidence.claims.comments;
    if said.is_empty() {
        return Vec::new();
    }
    let body: BTreeSet<u64> = evidence
        .verdicts
        .body()
        .map(|id| evidence.blocks.key(id))
        .collect();
    let in_body = |line: &str| {
        Measure::of(line).weight() >= TELLING_WORDS && body.contains(&hash(&fold(line)))
    };
    let read: Vec<(&Said, Comment)> = said
        .iter()
        .map(|said| (said, comment_of(said, evidence)))
        .collect();
    let is_comment = |(_, comment): &&(&Said, Comment)| {
        !comment.text.is_empty() && !comment.text.lines().any(in_body)
    };
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    for (said, _) in read.iter().filter(is_comment) {
        *alike.entry(&said.template).or_default() += 1;
    }
    let mut seen = BTreeSet::new();
    let mut comments: Vec<Comment> = Vec::new();
    for (said, comment) in read.iter().filter(is_comment) {
        // A name that only its place tells is one where others stand in the same place.
        let signed = said.author.is_some() || comment.at.is_some();
        let one_of_many = alike
            .get(said.template.as_str())
            .is_some_and(|&count| count > 1);
        let by_site = said.author.is_none() && phrase(&comment.text).is_some();
        if by_site || !signed && !one_of_many {
            continue;
        }
        // A page that shows its comments once for each width has them twice.
        if signed && !seen.insert((&comment.author, &comment.at, &comment.text)) {
            continue;
        }
        let deepest = comments
            .last()
            .map_or(0, |last| last.depth.saturating_add(1));
        let depth = u8::try_from(said.depth).unwrap_or(u8::MAX).min(deepest);
        comments.push(Comment {
            depth,
            ..comment.clone()
        });
    }
    comments
}

/// Reads one comment: who, when, and the text without the buttons.
fn comment_of(said: &Said, evidence: &Evidence<'_>) -> Comment {
    let mut head: Vec<&str> = said.head.iter().map(String::as_str).collect();
    let mut lines: Vec<&str> = said
        .lines
        .iter()
        .map(String::as_str)
        .filter(|line| !reader::is_buttons(line))
        .collect();
    let stamp_in = |line: &str| {
        date::read_machine(line).or_else(|| {
            date::find(line, evidence.hints)
                .into_iter()
                .next()
                .map(|found| found.stamp)
        })
    };
    let is_head =
        |line: &str| Measure::of(line).weight() <= HEADER_WORDS && stamp_in(line).is_some();
    let is_head = |line: &str| is_head(line) || reader::is_age(line);
    let may_name = |line: &str| {
        let measure = Measure::of(line);
        said.author.is_none() && measure.weight() <= NAME_WORDS && !measure.ends_sentence
    };
    let mut above = 0;
    match lines.as_slice() {
        // A name, a time, a text; without an element for the text, a name and a text.
        [name, time, _, ..] if may_name(name) && is_head(time) && !is_head(name) => above = 1,
        [name, _, ..] if !said.is_text && head.is_empty() && may_name(name) => above = 1,
        _ => {}
    }
    let aged = lines.len() > 1 && lines.first().is_some_and(|line| reader::is_age(line));
    if above > 0 || aged || !said.is_text {
        let times = lines.iter().skip(above).take_while(|line| is_head(line));
        above += times.count();
        let below = lines.iter().skip(above + 1).rev();
        let below = below.take_while(|line| is_head(line)).count();
        let text = above..lines.len() - below;
        head.splice(0..0, lines.iter().take(above).copied());
        head.extend(lines.iter().skip(text.end));
        lines = lines.get(text).unwrap_or_default().to_vec();
    }
    let at = said
        .times
        .iter()
        .map(String::as_str)
        .chain(head.iter().copied())
        .find_map(stamp_in);
    let most = evidence.limits.count(Limit::NameChars);
    let named = said
        .author
        .as_deref()
        .and_then(reader::name)
        .filter(|name| name.chars().count() <= most)
        .map(str::to_owned);
    Comment {
        author: named.or_else(|| head.iter().find_map(|line| name_in(line, evidence))),
        at: at.map(|stamp| stamp.to_iso()),
        text: lines.join("\n"),
        depth: 0,
    }
}

/// The name in a line above a comment: what stands before the time.
fn name_in(line: &str, evidence: &Evidence<'_>) -> Option<String> {
    let found = date::find(line, evidence.hints).into_iter().next();
    let before = match &found {
        Some(found) => line.get(..found.range.start).unwrap_or_default(),
        None => line,
    };
    let name = reader::name(before)?;
    let measure = Measure::of(name);
    let is_name = measure.words > 0
        && measure.weight() <= NAME_WORDS
        && !measure.ends_sentence
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !reader::is_buttons(name)
        && !reader::speaks_of_comments(name)
        && phrase(name).is_none();
    is_name.then(|| name.to_owned())
}

/// Comments without markup of their own, in page order: sentences taken out as comments, with the name and time in the line above.
fn unmarked(evidence: &Evidence<'_>) -> Vec<Comment> {
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
    let next = evidence.blocks.behind(id).next();
    let heads = evidence.verdicts[id].role == Role::Removed(Reason::Metadata)
        && next.is_some_and(of_readers);
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
    Comment {
        author: reader::name(name).map(str::to_owned),
        at: found.map(|found| Stamp::to_iso(&found.stamp)),
        text: text.to_owned(),
        depth: 0,
    }
}
