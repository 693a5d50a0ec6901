//! What readers said below the page, comment by comment, as its markup and its data give it. Read only where the caller asks for it.

mod data;
mod names;
mod words;

use self::names::Part;
use crate::grammar::reader;
use crate::input::dom::{Dom, Element, Step};
use crate::limits::{Hits, Limit, Limits};
use crate::page::tags;
use crate::text::clean::{COMBINING_MARKS, clean_line};
use crate::text::measure::Measure;

/// A comment as the page gives it, in page order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// The name, where an element or a property says that it is one.
    pub(crate) author: Option<String>,
    /// Times as written, those written for programs first.
    pub(crate) times: Vec<String>,
    /// The other lines above and beside the text.
    pub(crate) head: Vec<String>,
    /// The lines of the text.
    pub(crate) lines: Vec<String>,
    /// Whether an element says that these lines are the text; others may have the head among them.
    pub(crate) is_text: bool,
    /// How many comments it stands below.
    pub(crate) depth: usize,
    /// What it shares with the others of its template.
    pub(crate) template: String,
}

/// Reads the comments of a page. Those of its data count where it has more of them than its markup.
pub(crate) fn read(dom: &Dom, limits: &Limits) -> (Vec<Said>, Hits) {
    let mut walk = Walk {
        limits,
        hits: Hits::default(),
        open: Vec::new(),
        drafts: Vec::new(),
        broken: true,
    };
    walk.walk(dom);
    let (marked, mut hits) = (arranged(walk.drafts), walk.hits);
    let (data, more) = data::read(dom, limits);
    hits.extend(&more);
    let said = if data.len() > marked.len() {
        data
    } else {
        marked
    };
    (said, hits)
}

/// What a run of text is, by the elements around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// In a comment, and no element says more.
    Free,
    Author,
    Time,
    Head,
    Text,
}

/// A run of text.
struct Run {
    mode: Mode,
    text: String,
    /// Whether it begins a line.
    broken: bool,
    /// Whether it is a link.
    link: bool,
}

/// A comment, or what stands around one.
#[derive(Default)]
struct Draft {
    parent: Option<usize>,
    template: String,
    level: Option<u32>,
    answers: bool,
    /// Times that attributes give.
    times: Vec<String>,
    runs: Vec<Run>,
}

/// An element inside a comment.
struct Open {
    draft: usize,
    mode: Mode,
    link: bool,
}

struct Walk<'a> {
    limits: &'a Limits,
    hits: Hits,
    /// One for each open element, `None` outside of comments.
    open: Vec<Option<Open>>,
    drafts: Vec<Draft>,
    broken: bool,
}

impl Walk<'_> {
    fn walk(&mut self, dom: &Dom) {
        let mut steps = dom.steps();
        while let Some(step) = steps.next() {
            match step {
                Step::Enter(element) => {
                    if self.enter(element) {
                        steps.skip_inside();
                    }
                }
                Step::Leave(element) => {
                    self.open.pop();
                    self.note_boundary(element.name());
                }
                Step::Text(text) => self.text(text.as_str()),
            }
        }
    }

    /// Opens an element; `true` when nothing inside is read.
    fn enter(&mut self, element: Element<'_>) -> bool {
        self.note_boundary(element.name());
        let around = self.open.last().and_then(Option::as_ref);
        let around = around.map(|open| (open.draft, open.mode, open.link));
        let said = names::read(element, around.is_some());
        let (inside, skip) = match (said.part, around) {
            (Some(Part::Controls), _) => (None, true),
            (Some(Part::Item), _) => {
                let over = self
                    .hits
                    .over(self.limits, Limit::Comments, self.drafts.len() + 1);
                let parent = around.map(|(draft, ..)| draft);
                if !over {
                    self.drafts.push(Draft {
                        parent,
                        template: said.template,
                        level: said.depth,
                        answers: said.answers,
                        ..Draft::default()
                    });
                }
                let draft = self.drafts.len().saturating_sub(1);
                (
                    Some(Open {
                        draft,
                        mode: Mode::Free,
                        link: false,
                    }),
                    over,
                )
            }
            (_, None) => (None, false),
            (part, Some((draft, mode, link))) => {
                let mode = match part {
                    Some(Part::Author) => Mode::Author,
                    Some(Part::Time) => Mode::Time,
                    Some(Part::Head) => Mode::Head,
                    // The text is not set inside of a name or a time.
                    Some(Part::Text) if mode != Mode::Author && mode != Mode::Time => Mode::Text,
                    _ => mode,
                };
                let mode = if element.name() == "cite" && mode != Mode::Text {
                    Mode::Author
                } else {
                    mode
                };
                self.note_times(element, draft, mode);
                (
                    Some(Open {
                        draft,
                        mode,
                        link: link || element.name() == "a",
                    }),
                    false,
                )
            }
        };
        self.open.push(inside);
        skip
    }

    /// Notes the times that attributes give to programs, or to those who point at them.
    fn note_times(&mut self, element: Element<'_>, draft: usize, mode: Mode) {
        if mode == Mode::Text || mode == Mode::Free && !matches!(element.name(), "time" | "abbr") {
            return;
        }
        let values = element.attrs_named([
            "datetime",
            "content",
            "data-time",
            "data-timestamp",
            "title",
        ]);
        let Some(draft) = self.drafts.get_mut(draft) else {
            return;
        };
        for value in values.into_iter().flatten() {
            let dated = value.len() <= MOST_TIME_BYTES
                && value.bytes().filter(u8::is_ascii_digit).count() >= LEAST_TIME_DIGITS;
            if dated && draft.times.len() < MOST_TIMES {
                draft.times.push(value.to_owned());
            }
        }
    }

    fn note_boundary(&mut self, tag: &str) {
        self.broken |= tag == "br" || tags::is_boundary(tag);
    }

    fn text(&mut self, text: &str) {
        let Some(Some(open)) = self.open.last() else {
            return;
        };
        let Some(draft) = self.drafts.get_mut(open.draft) else {
            return;
        };
        if text.trim().is_empty() {
            if let Some(last) = draft.runs.last_mut() {
                last.text.push(' ');
            }
            return;
        }
        let broken = std::mem::take(&mut self.broken) || draft.runs.is_empty();
        match draft.runs.last_mut() {
            Some(last) if !broken && last.mode == open.mode && last.link == open.link => {
                last.text.push_str(text);
            }
            _ => draft.runs.push(Run {
                mode: open.mode,
                text: text.to_owned(),
                broken,
                link: open.link,
            }),
        }
    }
}

/// Bytes of an attribute that may be a time, and digits in it.
const MOST_TIME_BYTES: usize = 64;
const LEAST_TIME_DIGITS: usize = 5;
/// Times of one comment that are looked at.
const MOST_TIMES: usize = 8;
/// Words of what stands above the first comment inside, when it is its head and not a text of its own.
const HEAD_WORDS: f32 = 14.0;

impl Draft {
    fn is_text(&self) -> bool {
        let lines = self.lines(&[Mode::Text]);
        lines.iter().any(|line| !reader::is_buttons(line))
    }

    fn is_named(&self) -> bool {
        self.runs.iter().any(|run| run.mode == Mode::Author)
    }

    /// Whether it holds words that may be a reader's.
    fn says_something(&self) -> bool {
        let lines = self.lines(&[Mode::Text, Mode::Free]);
        lines.iter().any(|line| !reader::is_buttons(line))
    }

    /// Whether it holds nothing of its own but what may head a comment inside.
    fn is_frame(&self) -> bool {
        let words: f32 = self
            .runs
            .iter()
            .filter(|run| run.mode == Mode::Free)
            .map(|run| Measure::of(&run.text).weight())
            .sum();
        !self.is_text() && words <= HEAD_WORDS
    }

    /// The lines of one mode, or of several: runs on one line joined. Links that stand alone may be buttons, so they are lines.
    fn lines(&self, modes: &[Mode]) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut joins = false;
        for run in &self.runs {
            if !modes.contains(&run.mode) {
                joins = false;
                continue;
            }
            match lines.last_mut() {
                Some(line) if joins && !run.broken => line.push_str(&run.text),
                _ => lines.push(run.text.clone()),
            }
            joins = true;
        }
        lines
            .iter()
            .map(|line| clean_line(line, COMBINING_MARKS))
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// From drafts, each behind the one it stands in, to comments with their depth. What only frames a comment gives it what it has.
fn arranged(mut drafts: Vec<Draft>) -> Vec<Said> {
    let mut children: Vec<Vec<usize>> = drafts.iter().map(|_| Vec::new()).collect();
    // From the innermost outwards: what holds nothing but buttons is no comment.
    for (at, draft) in drafts.iter().enumerate().rev() {
        let hollow = children.get(at).is_none_or(Vec::is_empty) && !draft.says_something();
        if hollow {
            continue;
        }
        if let Some(parent) = draft.parent.and_then(|parent| children.get_mut(parent)) {
            parent.push(at);
        }
    }
    for inside in &mut children {
        inside.reverse();
    }
    let mut named: Vec<bool> = drafts.iter().map(Draft::is_named).collect();
    for (at, inside) in children.iter().enumerate().rev() {
        let inner = inside.first().and_then(|&first| named.get(first).copied());
        if let Some(slot) = named.get_mut(at) {
            *slot |= inner.unwrap_or_default();
        }
    }
    let mut depths = vec![0; drafts.len()];
    let mut frames = vec![false; drafts.len()];
    for (at, inside) in children.iter().enumerate() {
        let depth = depths.get(at).copied().unwrap_or_default();
        let first = inside.first().copied();
        let template = |at: usize| drafts.get(at).map(|draft| draft.template.as_str());
        // A comment and a reply to it have one template, or a name each.
        let of_other = |first: usize| {
            let both =
                named.get(first) == Some(&true) && drafts.get(at).is_some_and(Draft::is_named);
            let silent = drafts.get(at).is_some_and(|draft| !draft.says_something());
            silent || template(first) != template(at) && !both
        };
        let frame = first.is_some_and(of_other) && drafts.get(at).is_some_and(Draft::is_frame);
        let alike = first.is_some_and(|first| {
            inside
                .iter()
                .skip(1)
                .any(|&other| template(other) == template(first))
        });
        for &child in inside {
            // A frame around a list of comments alike has no depth; one around a comment and its replies has that comment's.
            let same = frame && (alike || Some(child) == first);
            if let Some(slot) = depths.get_mut(child) {
                *slot = depth + usize::from(!same);
            }
        }
        if let Some(slot) = frames.get_mut(at) {
            *slot = frame;
        }
        if let (true, false, Some(first)) = (frame, alike, first) {
            hand_over(&mut drafts, at, first);
        }
    }
    leveled(&drafts, &frames, &mut depths);
    let rows = drafts.iter().zip(frames).zip(depths);
    rows.filter(|((_, frame), _)| !frame)
        .map(|((draft, _), depth)| said(draft, depth))
        .collect()
}

/// Gives what a frame has to the comment inside.
fn hand_over(drafts: &mut [Draft], frame: usize, first: usize) {
    let Some(outer) = drafts.get_mut(frame) else {
        return;
    };
    let (times, level, answers) = (std::mem::take(&mut outer.times), outer.level, outer.answers);
    let mut runs = std::mem::take(&mut outer.runs);
    let Some(inner) = drafts.get_mut(first) else {
        return;
    };
    // A heading above the comments, and whatever else the frame has in no part, is not the comment's.
    runs.retain(|run| matches!(run.mode, Mode::Author | Mode::Time));
    if let Some(run) = inner.runs.first_mut() {
        run.broken = true;
    }
    runs.append(&mut inner.runs);
    inner.runs = runs;
    inner.times.extend(times);
    inner.level = inner.level.or(level);
    inner.answers |= answers;
}

/// Replies that stand in one list with what they answer say by their names how deep they are.
fn leveled(drafts: &[Draft], frames: &[bool], depths: &mut [usize]) {
    let rows = || {
        drafts
            .iter()
            .zip(frames)
            .filter(|(_, frame)| !**frame)
            .map(|(draft, _)| draft)
    };
    let least = rows().filter_map(|draft| draft.level).min();
    let all_answer = rows().all(|draft| draft.answers);
    let mut first = true;
    for ((draft, frame), depth) in drafts.iter().zip(frames).zip(depths) {
        if *frame {
            continue;
        }
        let level = draft
            .level
            .zip(least)
            .map(|(level, least)| (level - least) as usize);
        let answers = usize::from(draft.answers && !all_answer && !first && level.is_none());
        *depth = (*depth).max(level.unwrap_or_default()).max(answers);
        first = false;
    }
}

fn said(draft: &Draft, depth: usize) -> Said {
    let is_text = draft.is_text();
    let (head, lines): (&[Mode], &[Mode]) = if is_text {
        (&[Mode::Head, Mode::Free], &[Mode::Text])
    } else {
        (&[Mode::Head], &[Mode::Free])
    };
    let mut times = draft.times.clone();
    times.extend(draft.lines(&[Mode::Time]));
    Said {
        author: draft.lines(&[Mode::Author]).into_iter().next(),
        times,
        head: draft.lines(head),
        lines: draft.lines(lines),
        is_text,
        depth,
        template: draft.template.clone(),
    }
}
