//! The headline: out of what the page claims as its title, and what stands on it.

use std::collections::BTreeSet;

use crate::article::Origin;
use crate::fields::site_name::SiteNames;
use crate::text::fold::fold;
use crate::text::measure::Measure;

/// A text of the page that may be its headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading<'a> {
    pub(crate) text: &'a str,
    /// 1 to 6 for `h1` to `h6`, 0 for a block that is no heading by its markup.
    pub(crate) level: u8,
    /// Whether it is hidden, or stands in `nav`, `aside` or `footer`: an `h1` there is written for search engines.
    pub(crate) aside: bool,
}

/// All that may be the headline of one page, or speak for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Candidates<'a> {
    /// The `title` element.
    pub(crate) title_element: Option<&'a str>,
    /// Other claims of the title, in page order.
    pub(crate) claims: Vec<(&'a str, Origin)>,
    /// Headings and short blocks that stand before the body or open it, in page order.
    pub(crate) headings: Vec<Heading<'a>>,
    /// Names of the site and its publisher.
    pub(crate) site_names: Vec<&'a str>,
    /// Host of the page.
    pub(crate) host: Option<&'a str>,
}

/// A text with its folded form, and the pairs of letters in it that tell how alike two texts are.
struct Known<T> {
    text: String,
    folded: String,
    pairs: Vec<(char, char)>,
    is: T,
}

impl<T> Known<T> {
    fn of(text: &str, is: T) -> Option<Self> {
        let folded = fold(text);
        (!folded.is_empty()).then(|| Self {
            text: text.to_owned(),
            pairs: pairs(&folded),
            folded,
            is,
        })
    }
}

/// Blocks and headings that are compared with the claims. A headline stands early, but menus of a thousand entries stand before it.
const BLOCKS: usize = 400;
const HEADINGS: usize = 200;

/// The level of an `h1` that stands aside.
const ASIDE: u8 = 7;

/// Claims that are compared.
const CLAIMS: usize = 24;

/// Share of the shorter text's letter pairs that stand in the other at which an `h1` and a claim are about one thing. Titles for
/// search engines and for readers share names and nouns.
const SAME_STORY: f32 = 0.4;

/// Likeness below which an `h1` is only a word of the claim, or the claim one of the `h1`.
const SAME_LENGTH: f32 = 0.25;

/// Likeness (of all letter pairs) at which a block that is no `h1` is a claim's text: only cuts, quotes and a suffix may differ.
const SAME_TEXT: f32 = 0.8;

/// Returns the headline and where it was found; `None` when nothing on the page could be one.
///
/// The page's own heading is printed where it agrees with a claim, as claims are cut, suffixed and written for search engines;
/// an `h1` that agrees with none is the name of a site, a channel or a slogan. Of headings that agree, the likest one, the higher one, the
/// first one. Without such a heading the claims decide by agreement among themselves.
pub(crate) fn headline(candidates: &Candidates<'_>) -> Option<(String, Origin)> {
    let names = SiteNames::of(&site_names(candidates), candidates.host);
    let mut left = [BLOCKS, HEADINGS];
    let headings: Vec<Known<u8>> = candidates
        .headings
        .iter()
        .filter(|heading| {
            let left = &mut left[usize::from(heading.level > 0)];
            *left = left.saturating_sub(1);
            *left > 0
        })
        .filter_map(|heading| {
            let level = match heading.level {
                1 if heading.aside => ASIDE,
                level => level,
            };
            Known::of(heading.text, level)
        })
        .filter(|heading| !names.is_name(&heading.folded))
        .collect();
    let page = Page::of(&headings);
    let title = candidates
        .title_element
        .map(|title| (title, Origin::TitleElement));
    let claims: Vec<Known<Origin>> = title
        .into_iter()
        .chain(candidates.claims.iter().copied())
        .take(CLAIMS)
        .filter_map(|(text, origin)| Known::of(&strip(text, &names, &page), origin))
        .filter(|claim| !names.is_name(&claim.folded))
        .collect();
    visible(&headings, &claims)
        .map(|heading| {
            with_own_kicker(heading, &candidates.claims)
                .unwrap_or_else(|| without_kicker(heading, &claims))
        })
        .or_else(|| lone_heading(&headings))
        .or_else(|| claimed(&claims))
        .or_else(|| only_heading(&headings))
        .or_else(|| plain(&headings, &names))
}

/// Likeness of a declared site name to a title at which it is the title, put in the wrong place. The `title` element may be
/// little more than the site's name, so there it must be the whole.
const SAME_AS_TITLE: f32 = 0.7;
const WHOLE_TITLE: f32 = 0.95;

/// Returns the names of the site that are not the headline: some templates declare it as `og:site_name` or publisher.
fn site_names<'a>(candidates: &Candidates<'a>) -> Vec<&'a str> {
    let element = candidates.title_element.map(|title| (title, WHOLE_TITLE));
    let claims = candidates
        .claims
        .iter()
        .map(|&(text, _)| (text, SAME_AS_TITLE));
    let titles: Vec<Known<f32>> = element
        .into_iter()
        .chain(claims)
        .take(CLAIMS)
        .filter_map(|(text, bound)| Known::of(text, bound))
        .collect();
    let is_title = |name: &str| {
        Known::of(name, ()).is_some_and(|name| {
            titles
                .iter()
                .any(|title| likeness(&name, title).1 >= title.is)
        })
    };
    candidates
        .site_names
        .iter()
        .copied()
        .filter(|name| !is_title(name))
        .collect()
}

/// The texts of the page that a title may be made of, folded.
#[derive(Default)]
struct Page<'k> {
    /// `h1`.
    first: BTreeSet<&'k str>,
    /// Other headings.
    lower: BTreeSet<&'k str>,
    /// Other blocks.
    plain: BTreeSet<&'k str>,
}

impl<'k> Page<'k> {
    fn of(headings: &'k [Known<u8>]) -> Self {
        let mut page = Self::default();
        for heading in headings {
            let set = match heading.is {
                0 => &mut page.plain,
                1 | ASIDE => &mut page.first,
                _ => &mut page.lower,
            };
            set.insert(&heading.folded);
        }
        page
    }
}

fn visible<'k>(headings: &'k [Known<u8>], claims: &[Known<Origin>]) -> Option<&'k Known<u8>> {
    let mut best: Option<(f32, &Known<u8>)> = None;
    for heading in headings {
        let (mut shared, mut alike, mut support) = (0.0_f32, 0.0_f32, 0.0_f32);
        for claim in claims {
            let (part, whole) = likeness(heading, claim);
            shared = shared.max(part);
            alike = alike.max(whole);
            support += f32::from(u8::from(whole >= SAME_TEXT));
        }
        let support = support * 0.05;
        let value = match heading.is {
            1 if shared >= SAME_STORY && alike >= SAME_LENGTH => alike + support + 0.8,
            2..=6 if alike >= SAME_TEXT => alike + support + 0.3,
            ASIDE if alike >= SAME_TEXT => alike + support + 0.1,
            0 if alike >= SAME_TEXT => alike + support,
            _ => continue,
        };
        if best.is_none_or(|(known, _)| value > known) {
            best = Some((value, heading));
        }
    }
    best.map(|(_, heading)| heading)
}

/// Returns the JSON-LD headline that is the heading with a kicker before it, where another claim bears it out: the outlet counts the
/// kicker as part of its headline.
fn with_own_kicker(heading: &Known<u8>, claims: &[(&str, Origin)]) -> Option<(String, Origin)> {
    let claims: Vec<Known<Origin>> = claims
        .iter()
        .take(CLAIMS)
        .filter_map(|&(text, origin)| Known::of(text, origin))
        .collect();
    let own = claims.iter().find(|claim| {
        claim.is == Origin::JsonLd
            && claim.folded != heading.folded
            && claim.folded.ends_with(&heading.folded)
    })?;
    let borne_out = claims
        .iter()
        .any(|claim| claim.is == Origin::OpenGraph && claim.folded == own.folded);
    borne_out.then(|| (own.text.clone(), own.is))
}

/// Share of a heading that a claim at its end must have, where the rest is a kicker or a date in the same heading.
const CORE: f32 = 0.5;

/// Characters of the shortest kicker, folded: an article (`The`, `Der`) is none.
const KICKER_CHARS: usize = 4;

/// Returns the heading, or the claim that is its end, where no fewer claims leave the beginning out than have it.
fn without_kicker(heading: &Known<u8>, claims: &[Known<Origin>]) -> (String, Origin) {
    let whole = heading.folded.chars().count();
    let count = |is: &dyn Fn(&str) -> bool| claims.iter().filter(|claim| is(&claim.folded)).count();
    let with = count(&|claim| claim.contains(&heading.folded));
    let support = |core: &Known<Origin>| count(&|claim| claim == core.folded);
    let is_core = |claim: &&Known<Origin>| {
        let core = claim.folded.chars().count();
        core as f32 >= whole as f32 * CORE
            && core + KICKER_CHARS <= whole
            && heading.folded.ends_with(&claim.folded)
            && support(claim) > with
    };
    let core = claims
        .iter()
        .filter(is_core)
        .max_by_key(|claim| support(claim));
    core.map_or_else(
        || (heading.text.clone(), Origin::Visible),
        |claim| (claim.text.clone(), claim.is),
    )
}

/// Returns the one `h1` of a page whose claims say something else, when it is long enough to be a headline and no channel's name.
fn lone_heading(headings: &[Known<u8>]) -> Option<(String, Origin)> {
    let mut first = headings.iter().filter(|heading| heading.is == 1);
    let heading = first.next()?;
    let alone = first.all(|other| other.folded == heading.folded);
    (alone && is_telling(&heading.text, PLAIN_CHARS))
        .then(|| (heading.text.clone(), Origin::Visible))
}

fn claimed(claims: &[Known<Origin>]) -> Option<(String, Origin)> {
    let support = |claim: &Known<Origin>| {
        claims
            .iter()
            .filter(|other| likeness(claim, other).1 >= SAME_TEXT)
            .map(|other| other.is)
            .collect::<BTreeSet<_>>()
            .len()
    };
    let rank = |origin: Origin| match origin {
        Origin::JsonLd => 0,
        Origin::OpenGraph => 1,
        Origin::Microdata => 2,
        Origin::Twitter => 3,
        Origin::TitleElement => 4,
        _ => 5,
    };
    claims
        .iter()
        .filter(|claim| claim.folded.chars().count() > 1)
        .max_by_key(|claim| (support(claim), std::cmp::Reverse(rank(claim.is))))
        .map(|claim| (claim.text.clone(), claim.is))
}

fn only_heading(headings: &[Known<u8>]) -> Option<(String, Origin)> {
    let mut best: Option<&Known<u8>> = None;
    for heading in headings.iter().filter(|heading| heading.is > 0) {
        if best.is_none_or(|known| heading.is < known.is) {
            best = Some(heading);
        }
    }
    best.map(|heading| (heading.text.clone(), Origin::Visible))
}

/// Blocks of flat text, or of a page without a single heading, that are looked at.
const PLAIN_BLOCKS: usize = 60;

/// Weight, in words, above which a line is a paragraph and no headline.
const HEADLINE_WEIGHT: f32 = 40.0;

/// Returns the headline of a page without claims and headings: the first line that stands twice, as copies of an article and a
/// flattened `title` element give it; else the first that may be one.
fn plain(blocks: &[Known<u8>], names: &SiteNames) -> Option<(String, Origin)> {
    let blocks = blocks.get(..PLAIN_BLOCKS).unwrap_or(blocks);
    let may_be = |block: &&Known<u8>| {
        let measure = Measure::of(&block.text);
        measure.weight() <= HEADLINE_WEIGHT
            && measure.digits * 3 < measure.chars
            && measure.bars <= 1
    };
    let candidates = || blocks.iter().filter(may_be);
    let mut seen = BTreeSet::new();
    let twice: BTreeSet<&str> = blocks
        .iter()
        .map(|block| block.folded.as_str())
        .filter(|folded| !seen.insert(*folded))
        .collect();
    let repeated = candidates()
        .filter(|block| is_telling(&block.text, PLAIN_CHARS))
        .find_map(|block| {
            if twice.contains(block.folded.as_str()) {
                return Some(block.text.clone());
            }
            let others: BTreeSet<&str> = candidates()
                .map(|other| other.folded.as_str())
                .filter(|other| *other != block.folded)
                .collect();
            on_page(
                &block.text,
                &gaps(&block.text),
                &others,
                Strength::Dash,
                names,
            )
            .map(str::to_owned)
        });
    let first = || {
        let full_stop = |text: &str| text.ends_with(['.', '。', '।', '۔', ',', '，', ':', '：']);
        let open = || candidates().filter(move |block| !full_stop(&block.text));
        open()
            .find(|block| is_telling(&block.text, PLAIN_CHARS))
            .or_else(|| open().next())
            .map(|block| strip(&block.text, names, &Page::default()))
    };
    repeated.or_else(first).map(|text| (text, Origin::Visible))
}

fn pairs(folded: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<_> = folded.chars().zip(folded.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// Returns the share of the shorter text's letter pairs that stand in the other, and the share of all.
fn likeness<A, B>(a: &Known<A>, b: &Known<B>) -> (f32, f32) {
    if a.folded == b.folded {
        return (1.0, 1.0);
    }
    let (mut at, mut bt) = (a.pairs.iter().peekable(), b.pairs.iter().peekable());
    let mut common = 0_usize;
    while let (Some(x), Some(y)) = (at.peek(), bt.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = at.next(),
            std::cmp::Ordering::Greater => _ = bt.next(),
            std::cmp::Ordering::Equal => {
                common += 1;
                at.next();
                bt.next();
            }
        }
    }
    let (a, b) = (a.pairs.len(), b.pairs.len());
    if a == 0 || b == 0 {
        return (0.0, 0.0);
    }
    (
        common as f32 / a.min(b) as f32,
        2.0 * common as f32 / (a + b) as f32,
    )
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
fn strip(title: &str, names: &SiteNames, page: &Page<'_>) -> String {
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

/// Returns the longest run of parts that stands on the page, parted at gaps of at least this strength.
fn on_page<'t>(
    title: &'t str,
    gaps: &[Gap],
    texts: &BTreeSet<&str>,
    least: Strength,
    names: &SiteNames,
) -> Option<&'t str> {
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
                && !names.is_site(part)
                && texts.contains(fold(part).as_str())
            {
                best = Some(part);
            }
        }
    }
    best
}

/// Characters, Latin and CJK, of the shortest part that says something by standing on the page: names of sections stand there too.
const PLAIN_CHARS: (u32, u32) = (15, 7);
const HEADING_CHARS: (u32, u32) = (6, 3);

fn is_telling(text: &str, (latin, cjk): (u32, u32)) -> bool {
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
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let spaced = before.is_whitespace() && next.is_whitespace();
        let strength = match c {
            '|' | '｜' | '│' | '_' | '«' | '»' | '›' | '‹' => Some(Strength::Bar),
            ':' if next == ':' => Some(Strength::Bar),
            '-' | '–' | '—' | '―' | '·' | '•' | '/' | '>' | '~' | '+' if spaced => {
                Some(Strength::Dash)
            }
            ':' | '：' if spaced => Some(Strength::Dash),
            '-' | '–' | '—' | '－' if is_wide(before) && is_wide(next) => Some(Strength::Dash),
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

fn is_wide(c: char) -> bool {
    crate::text::measure::is_ideograph(c)
        || crate::text::measure::is_hangul(c)
        || matches!(c, '！' | '？' | '」' | '”' | '》' | '）')
}

#[cfg(test)]
mod tests {
    use super::{Candidates, Heading, headline, strip_site};
    use crate::article::Origin;
    use crate::fields::case::cases;

    fn candidates(input: &str) -> Candidates<'_> {
        let mut candidates = Candidates::default();
        for line in input.lines() {
            let Some((key, text)) = line.split_once(": ") else {
                continue;
            };
            let claim = |origin| (text, origin);
            let heading = |level, aside| Heading { text, level, aside };
            match key {
                "title" => candidates.title_element = Some(text),
                "og" => candidates.claims.push(claim(Origin::OpenGraph)),
                "twitter" => candidates.claims.push(claim(Origin::Twitter)),
                "json" => candidates.claims.push(claim(Origin::JsonLd)),
                "meta" => candidates.claims.push(claim(Origin::Meta)),
                "site" => candidates.site_names.push(text),
                "host" => candidates.host = Some(text),
                "h1" => candidates.headings.push(heading(1, false)),
                "h1 aside" => candidates.headings.push(heading(1, true)),
                "h2" => candidates.headings.push(heading(2, false)),
                "h3" => candidates.headings.push(heading(3, false)),
                _ => candidates.headings.push(heading(0, false)),
            }
        }
        candidates
    }

    #[test]
    fn the_headline_is_what_claims_and_page_agree_on() -> std::io::Result<()> {
        for case in cases("title")? {
            let found = headline(&candidates(&case.input)).map(|(text, _)| text);
            assert_eq!(
                found.as_deref().unwrap_or("-"),
                case.expected,
                "{}",
                case.name
            );
        }
        Ok(())
    }

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
