//! A line of Markdown: runs with links and emphasis, and text escaped where it would be markup.

use crate::article::Emphasis;
use crate::render::Run;

/// Where a line stands; what is markup depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a block, or after a line break inside one: `#` or `1.` there would open another block.
    Block,
    /// After the `#` of a heading: only a `#` at the end is markup.
    Heading,
    /// In a cell of a table: `|` ends it.
    Cell,
}

/// Prints a line of runs, without white space at its ends.
pub(super) fn push_line(out: &mut String, runs: &[Run], place: Place) {
    let runs = trimmed(runs);
    let mut line = Line::new(out, place);
    let groups: Vec<&[Run]> = runs.chunk_by(|a, b| a.href == b.href).collect();
    for (index, group) in groups.iter().enumerate() {
        let next = groups.get(index + 1).and_then(|group| group.first());
        let next = next.and_then(first_char);
        line.group(group, next);
    }
    if place == Place::Heading {
        line.keep_last_hash();
    }
}

/// The character that a run begins with when it is printed.
fn first_char(run: &Run) -> Option<char> {
    if run.href.is_some() || run.note.is_some() {
        Some('[')
    } else {
        run.text.chars().next()
    }
}

/// Prints a text of one style as a line.
pub(super) fn push_text(out: &mut String, text: &str, emphasis: Option<Emphasis>, place: Place) {
    let run = Run {
        text: text.to_owned(),
        emphasis,
        ..Run::default()
    };
    push_line(out, &[run], place);
}

/// Prints a link, or with a `!` before it a picture, with a label of plain text.
pub(super) fn push_link(out: &mut String, label: &str, href: &str) {
    let mut line = Line::new(out, Place::Block);
    line.out.push('[');
    line.text(label, Some(']'), true);
    line.destination(href);
}

/// White space at the ends of a line is markup in Markdown (code, line breaks) and nothing in print.
fn trimmed(runs: &[Run]) -> Vec<Run> {
    let blank = |run: &&Run| run.note.is_none() && run.text.trim_matches([' ', '\t']).is_empty();
    let first = runs.iter().take_while(blank).count();
    let last = runs.iter().rev().take_while(blank).count();
    let mut runs: Vec<Run> = runs
        .iter()
        .take(runs.len() - last)
        .skip(first)
        .cloned()
        .collect();
    if let Some(run) = runs.first_mut() {
        run.text = run.text.trim_start_matches([' ', '\t']).to_owned();
    }
    if let Some(run) = runs.last_mut() {
        run.text = run.text.trim_end_matches([' ', '\t']).to_owned();
    }
    runs
}

struct Line<'a> {
    out: &'a mut String,
    start: usize,
    place: Place,
    /// Whether the last thing printed closes an emphasis or code: another delimiter there would be read as part of it.
    after_delimiter: bool,
    /// Whether the last thing printed is the mark of a footnote.
    after_note: bool,
}

impl<'a> Line<'a> {
    fn new(out: &'a mut String, place: Place) -> Self {
        Self {
            start: out.len(),
            out,
            place,
            after_delimiter: false,
            after_note: false,
        }
    }

    /// Prints the runs of one link, or those between two links.
    fn group(&mut self, runs: &[Run], next: Option<char>) {
        let blank = runs.iter().all(|run| run.text.trim().is_empty());
        let href = runs.first().and_then(|run| run.href.as_deref());
        let href = href.filter(|_| !blank);
        let next = href.map_or(next, |_| Some(']'));
        if href.is_some() {
            self.markup("[");
        }
        for (index, run) in runs.iter().enumerate() {
            let after = runs.get(index + 1).and_then(|run| match run.note {
                Some(_) => Some('['),
                None => run.text.chars().next(),
            });
            self.run(run, after.or(next), href.is_some());
        }
        if let Some(href) = href {
            self.destination(href);
        }
    }

    fn run(&mut self, run: &Run, next: Option<char>, in_link: bool) {
        if let Some(note) = &run.note {
            self.markup(&format!("[^{note}]"));
            self.after_note = true;
            return;
        }
        // Behind a mark these would make a link, or a note, of it.
        if std::mem::take(&mut self.after_note) && run.text.starts_with(['(', '[', ':']) {
            self.out.push('\\');
        }
        match run.emphasis {
            Some(Emphasis::Strong) => self.emphasised("**", &run.text, next, in_link),
            Some(Emphasis::Em) => self.emphasised("*", &run.text, next, in_link),
            Some(Emphasis::Code) if !self.after_delimiter => self.code(&run.text),
            _ => self.text(&run.text, next, in_link),
        }
    }

    /// Prints emphasised text. A delimiter counts only when it leans on the text: with white space or, between letters, with
    /// punctuation on its inner side it does not. Such characters are put outside, as in `「**重点**」。`; in scripts without spaces
    /// the emphasis of half the sentences would be lost otherwise.
    fn emphasised(&mut self, mark: &str, text: &str, next: Option<char>, in_link: bool) {
        let before = self.out.chars().next_back();
        let Some((lead, inner, tail)) = leaning(text, before, next) else {
            return self.text(text, next, in_link);
        };
        self.text(lead, inner.chars().next(), in_link);
        if self.after_delimiter {
            self.text(inner, tail.chars().next().or(next), in_link);
        } else {
            self.markup(mark);
            self.escaped(inner, Some('*'), in_link);
            self.markup(mark);
            self.after_delimiter = true;
        }
        self.text(tail, next, in_link);
    }

    /// Prints code between backticks: more of them than stand in a row inside.
    fn code(&mut self, text: &str) {
        let fence = "`".repeat(longest_run(text, '`') + 1);
        let padded = text.starts_with('`')
            || text.ends_with('`')
            || (text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty());
        let pad = if padded { " " } else { "" };
        for part in [&fence, pad, text, pad, &fence] {
            self.markup(part);
        }
        self.after_delimiter = true;
    }

    /// Prints `](address)`. Brackets in it are percent-encoded: an address such as `x)[y](z` would end the link for many readers.
    fn destination(&mut self, href: &str) {
        self.markup("](");
        let mut chars = href.chars();
        while let Some(c) = chars.next() {
            match c {
                '(' => self.out.push_str("%28"),
                ')' => self.out.push_str("%29"),
                '<' => self.out.push_str("%3C"),
                '>' => self.out.push_str("%3E"),
                '\\' => self.out.push_str("%5C"),
                '`' => self.out.push_str("%60"),
                '&' if is_entity(chars.as_str(), false) => self.out.push_str("\\&"),
                _ => self.out.push(c),
            }
        }
        self.markup(")");
    }

    fn markup(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.after_delimiter = false;
    }

    /// Prints text; `next` is the character that follows it on the line.
    fn text(&mut self, text: &str, next: Option<char>, in_link: bool) {
        if text.is_empty() {
            return;
        }
        self.after_delimiter = false;
        if self.place == Place::Block && self.out.len() == self.start {
            let head = opening(text);
            self.out.extend(text.chars().take(head.unwrap_or(0)));
            if head.is_some() {
                self.out.push('\\');
                let mut rest = text.chars().skip(head.unwrap_or(0));
                self.out.extend(rest.next());
                return self.escaped(&rest.collect::<String>(), next, in_link);
            }
        }
        self.escaped(text, next, in_link);
    }

    fn escaped(&mut self, text: &str, next: Option<char>, in_link: bool) {
        let mut before = None;
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            let rest = chars.as_str();
            let markup = match c {
                '[' | ']' if in_link => true,
                '|' => self.place == Place::Cell,
                _ => is_markup(c, before, rest, next),
            };
            if markup {
                self.out.push('\\');
            }
            self.out.push(c);
            before = Some(c);
        }
    }

    /// A row of `#` at the end of a heading is not printed by a reader of Markdown, when a space is before it.
    fn keep_last_hash(&mut self) {
        let line = self.out.get(self.start..).unwrap_or_default();
        let rest = line.trim_end_matches('#');
        if rest.len() < line.len() && (rest.is_empty() || rest.ends_with([' ', '\t'])) {
            self.out.pop();
            self.out.push_str("\\#");
        }
    }
}

/// Whether a character would be markup; `before` and `rest` are what surrounds it in its run (nothing before is taken for anything),
/// `next` is what follows the run on its line.
fn is_markup(c: char, before: Option<char>, rest: &str, next: Option<char>) -> bool {
    let at_end = rest.is_empty();
    let after = rest.chars().next().or(next);
    // At the end of a run more may follow that completes it; at the end of a line nothing does.
    let open_end = at_end && next.is_some();
    let spaced = before.is_some_and(char::is_whitespace) && after.is_none_or(char::is_whitespace);
    match c {
        '`' => true,
        '\\' => at_end || after.is_some_and(|c| c.is_ascii_punctuation()),
        '*' | '~' => !spaced,
        // Inside a word it is a letter like any other.
        '_' => !(spaced || is_word(before) && !at_end && is_word(after)),
        ']' => open_end || matches!(after, Some('(' | '[' | ':')),
        // No link forms inside a run, as its `](` is escaped; one may follow it.
        '!' => at_end && next == Some('['),
        '<' => {
            open_end
                || after.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
        }
        '&' => is_entity(rest, next.is_some()),
        _ => false,
    }
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Whether the text after an ampersand reads like a character reference, `amp;` or `#8203;`, or may become one when more follows.
fn is_entity(rest: &str, more: bool) -> bool {
    /// The longest name, `CounterClockwiseContourIntegral`, and its semicolon.
    const LONGEST: usize = 32;
    let mut name = rest
        .chars()
        .take(LONGEST)
        .skip_while(|c| c.is_ascii_alphanumeric() || *c == '#');
    name.next().map_or(more, |c| c == ';')
}

/// Finds what would open a block at the start of a line. Returns how many characters stand before the one to escape.
///
/// What the end of the text cuts off counts as markup: more may follow in another run.
fn opening(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let after = |c: char| {
        text.trim_start_matches(c)
            .chars()
            .next()
            .is_none_or(char::is_whitespace)
    };
    let second = text.chars().nth(1);
    let opens = match first {
        '>' | '|' => true,
        '#' => after('#'),
        '+' => second.is_none_or(char::is_whitespace),
        // Lists, breaks and underlines; with `:` and `|` the second row of a table.
        '-' => second.is_none_or(|c| c.is_whitespace() || matches!(c, '-' | ':' | '|')),
        ':' => second.is_none_or(|c| c == '-'),
        '=' => text.trim_end_matches([' ', '\t']).chars().all(|c| c == '='),
        '[' => matches!(second, Some(' ' | 'x' | 'X')) && text.chars().nth(2) == Some(']'),
        '0'..='9' => {
            let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = text.len() - number.len();
            let rest = number.strip_prefix(['.', ')'])?;
            return rest
                .chars()
                .next()
                .is_none_or(char::is_whitespace)
                .then_some(digits);
        }
        _ => false,
    };
    opens.then_some(0)
}

/// Cuts an emphasised text into what its delimiters can lean on, and what is before and after; `None` when nothing can be leaned on.
fn leaning(text: &str, before: Option<char>, next: Option<char>) -> Option<(&str, &str, &str)> {
    let rest = unled(text, before);
    let inner = untailed(rest, next);
    let lead = text.strip_suffix(rest)?;
    let tail = rest.strip_prefix(inner)?;
    (!inner.is_empty()).then_some((lead, inner, tail))
}

fn unled(text: &str, before: Option<char>) -> &str {
    let mut rest = text.trim_start();
    // Nothing stands for white space, as the start of a line does.
    let mut outer = before.filter(|_| rest.len() == text.len());
    while let Some(first) = rest.chars().next() {
        if first.is_alphanumeric() || parts(outer) {
            break;
        }
        let after = rest.strip_prefix(first).unwrap_or_default();
        rest = after.trim_start();
        outer = Some(first).filter(|_| rest.len() == after.len());
    }
    rest
}

fn untailed(text: &str, next: Option<char>) -> &str {
    let mut rest = text.trim_end();
    let mut outer = next.filter(|_| rest.len() == text.len());
    while let Some(last) = rest.chars().next_back() {
        if last.is_alphanumeric() || parts(outer) {
            break;
        }
        let before = rest.strip_suffix(last).unwrap_or_default();
        rest = before.trim_end();
        outer = Some(last).filter(|_| rest.len() == before.len());
    }
    rest
}

/// Whether a delimiter beside this character may have punctuation on its other side: white space, the end of the line, or what is
/// surely punctuation for any reader.
fn parts(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{2010}'..='\u{2027}')
            || matches!(c, '，' | '！' | '？' | '：' | '；' | '（' | '）' | '．')
    })
}

/// Returns the length of the longest row of one character.
pub(super) fn longest_run(text: &str, c: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for other in text.chars() {
        run = if other == c { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
