//! A title without what templates add to it: the names of site, channel and section at its ends.

use std::collections::BTreeSet;

use crate::grammar::date;
use crate::grammar::name::is_outlet;
use crate::grammar::site_name::SiteNames;
use crate::text::fold::fold;
use crate::text::measure::{Measure, is_hangul, is_ideograph};

/// The texts of the page that a title may be made of, folded.
#[derive(Default)]
pub(crate) struct Page<'k> {
    /// `h1`.
    first: BTreeSet<&'k str>,
    /// Other headings.
    lower: BTreeSet<&'k str>,
    /// Other blocks.
    plain: BTreeSet<&'k str>,
}

impl<'k> Page<'k> {
    /// Adds a folded text; `level` is 1 for `h1`, 2 to 6 for lower headings, 0 for other blocks.
    pub(crate) fn insert(&mut self, level: u8, folded: &'k str) {
        let set = match level {
            0 => &mut self.plain,
            1 => &mut self.first,
            _ => &mut self.lower,
        };
        set.insert(folded);
    }
}

/// Returns a title without the names of site and section at its ends, where no page is at hand to compare with.
pub(crate) fn strip_site(title: &str, site_names: &[&str], host: Option<&str>) -> String {
    strip(title, &SiteNames::of(site_names, host), &Page::default())
}

/// A place where a title may be parted.
#[derive(Clone, Copy, Debug)]
struct Gap {
    start: usize,
    end: usize,
    strength: Strength,
}

/// How surely a separator parts a headline from a site's name, and not a headline in itself; the surest is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// A hyphen or dash with a space or a CJK character on one side; a colon; an opening bracket.
    Tight,
    /// A dash, bullet or colon with spaces around it; a hyphen between Han, kana or Hangul, which are written without.
    Dash,
    /// A bar or underscore.
    Bar,
}

/// Parts at each end that are looked at: section, channel, site, slogan.
const PARTS: usize = 6;

/// Returns a title without the names of site and section at its ends.
///
/// A part goes only at a real separator, one at a time, while it is the site's name or host, or because what is left stands on the
/// page, or, at a bar or underscore, because it is the shorter side: a colon or hyphen inside a headline stays.
pub(crate) fn strip(title: &str, names: &SiteNames, page: &Page<'_>) -> String {
    let title = title.trim();
    let gaps = gaps(title);
    if gaps.is_empty() {
        return title.to_owned();
    }
    let first = on_page(title, &gaps, &page.first, Strength::Tight, names);
    let lower = on_page(title, &gaps, &page.lower, Strength::Dash, names);
    let plain = on_page(title, &gaps, &page.plain, Strength::Dash, names);
    // Where the title is the site's own heading and the story's, the story's is the one that opens it, or the longer one.
    let opens = |run: &&str| title.starts_with(*run) && is_telling(run, PLAIN_CHARS);
    let story = lower.or(plain.filter(opens)).filter(|story| {
        first.is_some_and(|first| {
            let apart = !story.contains(first) && !first.contains(story);
            apart && (opens(story) || story.chars().count() > first.chars().count())
        })
    });
    let shown = story.or(first).or(lower).or(plain);
    let shown = shown.or_else(|| opening(title, &gaps, &page.lower, names));
    if let Some(shown) = shown {
        return shown.to_owned();
    }
    // The parts that are left: those from gap `from` to gap `to`, both counted from 0.
    let (mut from, mut to) = (0, gaps.len());
    let part = |from: usize, to: usize| {
        let start = from.checked_sub(1).and_then(|at| gaps.get(at));
        let end = gaps.get(to);
        title
            .get(start.map_or(0, |gap| gap.end)..end.map_or(title.len(), |gap| gap.start))
            .unwrap_or_default()
            .trim()
    };
    for _ in 0..PARTS {
        if from == to {
            break;
        }
        let last = gaps.get(to - 1).map(|gap| gap.strength);
        let first = gaps.get(from).map(|gap| gap.strength);
        if last.is_some_and(|gap| goes(part(from, to - 1), part(to, to), gap, names, true)) {
            to -= 1;
        } else if first
            .is_some_and(|gap| goes(part(from + 1, to), part(from, from), gap, names, false))
        {
            from += 1;
        } else {
            break;
        }
    }
    part(from, to).to_owned()
}

/// Words of the longest section behind a bar at the end of a heading.
const SECTION_WORDS: f32 = 1.0;

/// Returns a heading of the page without the site's name, or a section of one word, behind the last bars and dashes. What else a
/// heading holds is its own.
pub(crate) fn strip_heading<'t>(heading: &'t str, names: &SiteNames) -> &'t str {
    let mut left = heading.trim();
    for gap in gaps(left).iter().rev().take(PARTS) {
        let part = left.get(gap.end..).unwrap_or_default();
        let before = left.get(..gap.start).unwrap_or_default().trim();
        let is_section =
            gap.strength == Strength::Bar && Measure::of(part).weight() <= SECTION_WORDS;
        let is_outlet = part.contains(is_ideograph) && is_outlet(part);
        let is_site = gap.strength >= Strength::Dash && (is_outlet || names.is_site(part));
        if !is_telling(before, PLAIN_CHARS) || !(is_section || is_site) {
            break;
        }
        left = before;
    }
    without_day(left)
}

/// Returns a heading without the day in numbers that a list of releases sets before it: `23.01.2022 - The ferry is back`.
fn without_day(heading: &str) -> &str {
    let Some(gap) = gaps(heading).into_iter().next() else {
        return heading;
    };
    let day = heading.get(..gap.start).unwrap_or_default().trim();
    let rest = heading.get(gap.end..).unwrap_or_default().trim();
    let numbers = day
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_ascii_punctuation());
    let is_day = || {
        let found = date::find(day, &date::Hints::default());
        found
            .first()
            .is_some_and(|found| found.range == (0..day.len()))
    };
    let goes = gap.strength >= Strength::Dash && numbers && is_telling(rest, PLAIN_CHARS);
    if goes && is_day() { rest } else { heading }
}

/// Returns the part before the one separator that is sure, when it is a heading of the page, however short: of three parts the first may be
/// the section.
fn opening<'t>(
    title: &'t str,
    gaps: &[Gap],
    texts: &BTreeSet<&str>,
    names: &SiteNames,
) -> Option<&'t str> {
    let mut sure = gaps.iter().filter(|gap| gap.strength >= Strength::Dash);
    let (Some(gap), None) = (sure.next(), sure.next()) else {
        return None;
    };
    let part = title.get(..gap.start).unwrap_or_default().trim();
    let is_heading = is_telling(part, HEADING_CHARS) && texts.contains(fold(part).as_str());
    (is_heading && !names.is_site(part)).then_some(part)
}

/// Returns the longest run of parts that stands on the page, parted at gaps of at least this strength.
fn on_page<'t>(
    title: &'t str,
    gaps: &[Gap],
    texts: &BTreeSet<&str>,
    least: Strength,
    names: &SiteNames,
) -> Option<&'t str> {
    if texts.is_empty() {
        return None;
    }
    let real = || gaps.iter().filter(|gap| gap.strength >= least);
    let starts = std::iter::once(0).chain(real().map(|gap| gap.end).take(PARTS));
    let ends: Vec<usize> = std::iter::once(title.len())
        .chain(real().rev().map(|gap| gap.start).take(PARTS))
        .collect();
    let bound = if least == Strength::Tight {
        HEADING_CHARS
    } else {
        PLAIN_CHARS
    };
    let mut best: Option<&str> = None;
    for start in starts {
        for &end in ends.iter().filter(|&&end| end > start) {
            let part = title.get(start..end).unwrap_or_default().trim();
            if best.is_none_or(|known| part.len() > known.len())
                && is_telling(part, bound)
                && texts.contains(fold(part).as_str())
                && !names.is_site(part)
            {
                best = Some(part);
            }
        }
    }
    best
}

/// Characters, Latin and CJK, of the shortest part that says something by standing on the page: names of sections stand there too.
pub(crate) const PLAIN_CHARS: (u32, u32) = (15, 7);
const HEADING_CHARS: (u32, u32) = (6, 3);

pub(crate) fn is_telling(text: &str, (latin, cjk): (u32, u32)) -> bool {
    let measure = Measure::of(text);
    measure.chars >= if measure.is_cjk() { cjk } else { latin }
}

/// Whether a part at an end goes.
fn goes(left: &str, part: &str, gap: Strength, names: &SiteNames, at_end: bool) -> bool {
    if left.is_empty() || gap == Strength::Tight && !names.is_name(&fold(part)) {
        return false;
    }
    if part.is_empty() || names.is_site(part) {
        return part.is_empty() || !names.is_site(left) || at_end;
    }
    gap == Strength::Bar
        && at_end
        && Measure::of(part).weight() < Measure::of(left).weight()
        && !names.is_site(left)
}

fn gaps(title: &str) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    let mut before = ' ';
    let mut chars = title.char_indices().peekable();
    // Guillemets that open and close are quotes.
    let quotes = title.contains(['«', '‹']) && title.contains(['»', '›']);
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let spaced = before.is_whitespace() && next.is_whitespace();
        let strength = match c {
            '_' if joins_identifier(before, next) => None,
            '|' | '｜' | '│' | '_' => Some(Strength::Bar),
            '«' | '»' | '›' | '‹' if !quotes => Some(Strength::Bar),
            ':' if next == ':' => Some(Strength::Bar),
            '-' | '–' | '—' | '―' | '·' | '•' | '/' | '>' | '~' | '+' if spaced => {
                Some(Strength::Dash)
            }
            ':' | '：' if spaced => Some(Strength::Dash),
            '-' | '–' | '—' | '－' if is_wide(before) && is_wide(next) => Some(Strength::Dash),
            // Templates set `--`; a dash in a headline is one character, or `——`.
            '-' if next == '-' && is_wide(before) || before == '-' && is_wide(next) => {
                Some(Strength::Dash)
            }
            '-' | '–' | '—' | '－' if is_wide(before) || is_wide(next) => {
                Some(Strength::Tight)
            }
            '-' | '–' | '—' if next.is_whitespace() || before.is_whitespace() => {
                Some(Strength::Tight)
            }
            ':' | '：' if !next.is_ascii_digit() => Some(Strength::Tight),
            '(' | '（' | '【' | '[' => Some(Strength::Tight),
            _ => None,
        };
        if let Some(strength) = strength {
            match gaps.last_mut().filter(|last| {
                title
                    .get(last.end..at)
                    .is_some_and(|between| between.trim().is_empty())
            }) {
                Some(last) => {
                    last.end = end;
                    last.strength = last.strength.max(strength);
                }
                None => gaps.push(Gap {
                    start: at,
                    end,
                    strength,
                }),
            }
        }
        before = c;
    }
    gaps
}

/// Whether an underscore between these is a name's own, as in `no_std` or `x86_64`; a site's name begins with a capital letter.
fn joins_identifier(before: char, next: char) -> bool {
    let is_small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    is_small(before) && is_small(next) || before.is_ascii_uppercase() && next.is_ascii_uppercase()
}

fn is_wide(c: char) -> bool {
    is_ideograph(c) || is_hangul(c) || matches!(c, '！' | '？' | '」' | '”' | '》' | '）')
}

#[cfg(test)]
mod tests {
    use super::strip_site;

    #[test]
    fn parts_go_only_when_they_are_the_site() {
        let rows = [
            ("Two boats - Harbour Post", "Two boats"),
            ("Two boats | News | Harbour Post", "Two boats"),
            ("Harbour Post: Two boats", "Two boats"),
            ("Two boats – harbourpost.example", "Two boats"),
            (
                "Night ferry: two boats - and no crew",
                "Night ferry: two boats - and no crew",
            ),
            ("Co-op ferry sails 3-4 times", "Co-op ferry sails 3-4 times"),
            ("渡轮周日停航_江州新闻_江州日报", "渡轮周日停航"),
            ("渡轮：周日停航", "渡轮：周日停航"),
            (
                "Boats with no_std and x86_64",
                "Boats with no_std and x86_64",
            ),
            ("Two boats_English_Harbour Post", "Two boats"),
            ("渡轮周日停航--时政--江州日报", "渡轮周日停航--时政"),
        ];
        for (title, expected) in rows {
            let names = ["Harbour Post", "江州日报"];
            assert_eq!(
                strip_site(title, &names, Some("www.harbourpost.example")),
                expected
            );
        }
    }
}
