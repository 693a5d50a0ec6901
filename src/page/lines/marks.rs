//! The signs that a text browser and Markdown put into a text.

use std::borrow::Cow;

use super::Line;

/// Links in a text that make it Markdown, at least.
const LEAST_LINKS: usize = 3;

/// Addresses at the end that are a list of links, at least.
const LEAST_REFERENCES: usize = 3;

/// What signs a text has.
pub(super) struct Marks {
    /// The number of the greatest link, and the line from which on they are listed.
    references: Option<(u32, u32)>,
    markdown: bool,
}

impl Marks {
    /// Finds out which signs the lines have.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let found: usize = lines
            .iter()
            .map(|line| line.text.matches("](").count())
            .sum();
        Self {
            references: references(lines),
            markdown: found >= LEAST_LINKS,
        }
    }

    /// Takes the list of links off, whose lines are as long as addresses are.
    pub(super) fn take_off_list(&self, lines: &mut Vec<Line<'_>>) {
        if let Some((_, listed)) = self.references {
            lines.retain(|line| line.number < listed);
        }
    }

    /// Takes the signs off.
    pub(super) fn take_off(&self, lines: &mut Vec<Line<'_>>) {
        if let Some((greatest, _)) = self.references {
            for line in lines.iter_mut() {
                replace(line, |text| without_numbers(text, greatest));
                replace(line, without_bullet);
            }
            lines.retain(|line| !is_picture(&line.text));
        }
        if self.markdown {
            for line in lines.iter_mut() {
                replace(line, without_links);
                line.heading = level(&line.text);
                line.text = Cow::Owned(without_signs(&line.text));
            }
        }
        if self.markdown || self.references.is_some() {
            let mut gap = false;
            lines.retain_mut(|line| {
                let keeps = line.text.contains(char::is_alphanumeric);
                line.gap_before |= gap;
                gap = line.gap_before && !keeps;
                keeps
            });
        }
    }
}

fn replace(line: &mut Line<'_>, change: impl Fn(&str) -> Option<String>) {
    if let Some(text) = change(&line.text) {
        line.text = Cow::Owned(text);
    }
}

/// The list of links at the end, `  12. https://…`: the greatest number, and the number of the line that heads the list.
fn references(lines: &[Line<'_>]) -> Option<(u32, u32)> {
    let entry = |line: &Line<'_>| {
        let (number, address) = line.text.trim().split_once(". ")?;
        Some((number.parse::<u32>().ok()?, is_address(address)))
    };
    let (greatest, _) = entry(lines.last()?)?;
    let numbered = lines.iter().rev().map_while(entry);
    let listed = numbered
        .zip((1..=greatest).rev())
        .take_while(|((number, _), wanted)| number == wanted);
    let (mut count, mut addresses) = (0, 0);
    for ((_, is_address), _) in listed {
        count += 1;
        addresses += usize::from(is_address);
    }
    (count >= LEAST_REFERENCES && addresses * 2 > count).then_some(())?;
    // The list has a heading of one word.
    let head = lines.get((lines.len() - count).checked_sub(1)?)?;
    let is_heading = !head.text.trim().contains(' ');
    let first = if is_heading {
        head.number
    } else {
        head.number + 1
    };
    Some((greatest, first))
}

fn is_address(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    let has_scheme = scheme.is_some_and(|scheme| scheme.bytes().all(|b| b.is_ascii_alphanumeric()));
    has_scheme || text.starts_with(['/', '#', '?', '.'])
}

/// A text without `[12]` where links stood.
fn without_numbers(text: &str, greatest: u32) -> Option<String> {
    let mut parts = text.split('[');
    let mut kept = parts.next()?.to_owned();
    let mut changed = false;
    for part in parts {
        let closed = part.split_once(']');
        let number = closed.and_then(|(number, rest)| Some((number.parse::<u32>().ok()?, rest)));
        if let Some((_, rest)) = number.filter(|(number, _)| *number <= greatest) {
            kept.push_str(rest);
            changed = true;
        } else {
            kept.push('[');
            kept.push_str(part);
        }
    }
    changed.then_some(kept)
}

/// Whether a line is what stands for a picture: `[Image]`.
fn is_picture(text: &str) -> bool {
    let inside = text
        .trim()
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| !inside.contains(['[', ']']))
}

/// A text with the words of its links, and without its pictures.
fn without_links(text: &str) -> Option<String> {
    if !text.contains("](") {
        return None;
    }
    // Each `[` opens a link or a picture; its words are kept from where it stands, or go.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '!' if chars.peek() == Some(&'[') => {
                chars.next();
                open.push((kept.len(), true));
            }
            '[' => open.push((kept.len(), false)),
            ']' if chars.peek() == Some(&'(') => {
                let Some((from, is_picture)) = open.pop() else {
                    kept.push(c);
                    continue;
                };
                pass_address(&mut chars);
                if is_picture {
                    kept.truncate(from);
                }
            }
            _ => kept.push(c),
        }
    }
    Some(kept)
}

/// Passes over an address in brackets, which may hold brackets.
fn pass_address(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let mut depth = 0_u32;
    for c in chars.by_ref() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
}

/// The level of a heading: `## Two boats`.
fn level(text: &str) -> Option<u8> {
    let text = text.trim_start();
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with(' ')).then_some(level as u8)
}

/// A text without the signs of emphasis, headings, quotations and items.
fn without_signs(text: &str) -> String {
    let plain = text.replace("**", "").replace("__", "");
    let plain = plain.trim();
    let unquoted = plain.trim_start_matches(['>', ' ']);
    let text = if level(unquoted).is_some() {
        unquoted.trim_start_matches(['#', ' ']).to_owned()
    } else {
        without_bullet(unquoted).unwrap_or_else(|| unquoted.to_owned())
    };
    without_emphasis(&text)
}

/// An item without its sign.
fn without_bullet(text: &str) -> Option<String> {
    let item = text.trim_start().strip_prefix("* ")?;
    Some(item.trim_start().to_owned())
}

/// A text without `_` around words.
fn without_emphasis(text: &str) -> String {
    let is_sign = |word: &&str| *word != "_";
    let strip = |word: &str| word.trim_matches('_').to_owned();
    let words: Vec<String> = text.split(' ').filter(is_sign).map(strip).collect();
    words.join(" ")
}
