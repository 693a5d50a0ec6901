//! The headline: out of what the page claims as its title, and what stands on it.

use std::collections::BTreeSet;

use super::kicker::{with_own_kicker, without_kicker, without_parts};
use super::likeness::{CLAIMS, Compared, likeness, most_alike};
use crate::article::Origin;
use crate::grammar::site_name::{SiteNames, is_edition};
use crate::grammar::suffix::{PLAIN_CHARS, Page, is_telling, strip, strip_heading};
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
    /// Kickers and subtitles that stand inside of headings.
    pub(crate) heading_parts: Vec<&'a str>,
    /// The headline that the text had where it was taken from, as the page says, folded.
    pub(crate) original: Option<String>,
    /// Names of the site and its publisher.
    pub(crate) site_names: Vec<&'a str>,
    /// Host of the page.
    pub(crate) host: Option<&'a str>,
}

/// Blocks and headings that are compared with the claims. A headline stands early, but menus of a thousand entries stand before it.
const BLOCKS: usize = 400;
const HEADINGS: usize = 200;

/// Bytes of the longest text that is compared: no headline is longer (400 letters of four bytes).
const HEADING_BYTES: usize = 1_600;

/// The level of an `h1` that stands aside.
const ASIDE: u8 = 7;

/// Share of the shorter text's letter pairs that stand in the other at which an `h1` and a claim are about one thing. Titles for
/// search engines and for readers share names and nouns.
const SAME_STORY: f32 = 0.4;

/// Likeness below which an `h1` is only a word of the claim, or the claim one of the `h1`.
const SAME_LENGTH: f32 = 0.25;

/// Likeness (of all letter pairs) at which a block that is no `h1` is a claim's text: only cuts, quotes and a suffix may differ.
const SAME_TEXT: f32 = 0.8;

/// What is added to a text's likeness to a claim (0 to 1) before texts are compared: an `h1` on the claim's topic beats a lower
/// heading or a block with the claim's very words, as titles for search engines are repeated in menus and by the author's box.
/// Flat on the development pages from 0.6 to 1.0.
const H1_BONUS: f32 = 0.8;
const HEADING_BONUS: f32 = 0.3;
const ASIDE_BONUS: f32 = 0.25;

/// Added for an `h1` that is long enough to say something: `News` stands in an `h1` above the story's.
const TELLING_BONUS: f32 = 0.1;

/// Added for each claim that is the text: it settles ties.
const CLAIM_BONUS: f32 = 0.05;

/// Returns the headline and where it was found; `None` when nothing on the page could be one.
///
/// The page's own heading is printed where it agrees with a claim, as claims are cut, suffixed and written for search engines;
/// an `h1` that agrees with none is the name of a site, a channel or a slogan. Of headings that agree, the likest one, the higher one, the
/// first one. Without such a heading the claims decide by agreement among themselves.
pub(crate) fn headline(candidates: &Candidates<'_>) -> Option<(String, Origin)> {
    let mut declared = site_names(candidates);
    let names = SiteNames::of(&declared, candidates.host);
    declared.extend(begun_by(candidates, &names));
    declared.extend(ended_by(candidates));
    let names = SiteNames::of(&declared, candidates.host);
    let mut left = [BLOCKS, HEADINGS];
    let headings: Vec<Compared<u8>> = candidates
        .headings
        .iter()
        .filter(|heading| heading.text.len() <= HEADING_BYTES)
        .filter(|heading| {
            let left = &mut left[usize::from(heading.level > 0)];
            *left = left.saturating_sub(1);
            *left > 0
        })
        .filter_map(|heading| {
            let level = match heading.level {
                1 if heading.aside => ASIDE,
                // What a reader does not see of another copy or page is no better than any line that says the title.
                _ if heading.aside => 0,
                level => level,
            };
            Compared::of(
                without_parts(heading.text, &candidates.heading_parts),
                level,
            )
        })
        .filter(|heading| !names.is_name(&heading.folded))
        .collect();
    let mut page = Page::default();
    for heading in &headings {
        let level = if heading.is == ASIDE { 1 } else { heading.is };
        page.insert(level, &heading.folded);
    }
    let title = candidates
        .title_element
        .map(|title| (title, Origin::TitleElement));
    let claims: Vec<Compared<Origin>> = title
        .into_iter()
        .chain(candidates.claims.iter().copied())
        .take(CLAIMS)
        .filter_map(|(text, origin)| Compared::of(&strip(text, &names, &page), origin))
        .filter(|claim| !names.is_name(&claim.folded) && !is_edition(&claim.text))
        .collect();
    visible(&headings, &claims)
        .map(|heading| {
            with_own_kicker(heading, &candidates.claims).unwrap_or_else(|| {
                let (text, origin) =
                    without_kicker(heading, &claims, candidates.original.as_deref());
                let text = parted(&text, &claims);
                (strip_heading(text, &names).to_owned(), origin)
            })
        })
        .or_else(|| lone_heading(&headings))
        .or_else(|| lone_aside(&headings, &claims))
        .or_else(|| claimed(&claims))
        .or_else(|| only_heading(&headings))
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
    let titles: Vec<Compared<f32>> = element
        .into_iter()
        .chain(claims)
        .take(CLAIMS)
        .filter_map(|(text, bound)| Compared::of(text, bound))
        .collect();
    let firsts = candidates
        .headings
        .iter()
        .filter(|heading| heading.level == 1);
    let firsts = firsts.filter(|heading| heading.text.len() <= HEADING_BYTES);
    let firsts: BTreeSet<String> = firsts
        .take(HEADINGS)
        .map(|heading| fold(heading.text))
        .collect();
    // What stands behind the page's own heading is the site's, and be it most of the title.
    let is_suffix = |name: &str, title: &str| {
        title
            .strip_suffix(name)
            .is_some_and(|rest| firsts.contains(rest))
    };
    let is_title = |name: &str| {
        Compared::of(name, ()).is_some_and(|name| {
            titles
                .iter()
                .filter(|title| !is_suffix(&name.folded, &title.folded))
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

/// Returns the headings of the first level that no claim says, while the `title` element is one of them and then a claim:
/// `Harbour Notes` above `Harbour Notes: The night ferry`. It is the site's name, if the claim is not.
fn begun_by<'a>(candidates: &Candidates<'a>, names: &SiteNames) -> Vec<&'a str> {
    let whole = candidates.title_element.map(fold).unwrap_or_default();
    let claims = candidates.claims.iter().take(CLAIMS);
    let claims: Vec<(&str, String)> = claims.map(|&(text, _)| (text, fold(text))).collect();
    let is_begin = |heading: &str| {
        let heading = fold(heading);
        let is_said = || {
            let mut said = claims.iter();
            said.any(|(_, claim)| claim.contains(heading.as_str()))
        };
        let rest = whole
            .strip_prefix(heading.as_str())
            .filter(|_| !heading.is_empty() && !is_said());
        rest.is_some_and(|rest| {
            let mut said = claims.iter();
            said.any(|(text, claim)| claim == rest && !names.is_site(text))
        })
    };
    let mut firsts = Vec::new();
    for heading in candidates.headings.iter().take(HEADINGS) {
        if heading.level == 1 && heading.text.len() <= HEADING_BYTES && is_begin(heading.text) {
            firsts.push(heading.text);
        }
    }
    firsts
}

/// Returns the headings of the first level that the `title` element ends with, when a later one says what stands before them in it:
/// `Harbour Notes` above `The ferry`, on a page with the title `Ferry - Harbour Notes`. The site's name stands above the headline. Where
/// there are more than two, a label of the sidebar may say the section, so the later one has to be the very words.
fn ended_by<'a>(candidates: &Candidates<'a>) -> Vec<&'a str> {
    let whole = candidates.title_element.map(fold).unwrap_or_default();
    let headings = candidates.headings.iter().take(HEADINGS);
    let is_first =
        |heading: &&Heading<'_>| heading.level == 1 && heading.text.len() <= HEADING_BYTES;
    let mut firsts: Vec<Compared<&str>> = headings
        .filter(is_first)
        .filter_map(|heading| Compared::of(heading.text, heading.text))
        .collect();
    let mut seen = BTreeSet::new();
    firsts.retain(|first| seen.insert(first.folded.clone()));
    let are_two = firsts.len() == 2;
    let says = |heading: &Compared<&str>, rest: &Compared<()>| {
        let (a, b) = (heading.folded.as_str(), rest.folded.as_str());
        a == b || are_two && (a.contains(b) || is_on_topic(heading, rest))
    };
    let is_end = |&(at, name): &(usize, &Compared<&str>)| {
        let rest = whole.strip_suffix(name.folded.as_str());
        let mut later = firsts.iter().skip(at + 1);
        rest.and_then(|rest| Compared::of(rest, ()))
            .is_some_and(|rest| later.any(|heading| says(heading, &rest)))
    };
    let ends = firsts.iter().enumerate().filter(is_end);
    ends.map(|(_, first)| first.is).collect()
}

/// Whether two texts speak of one thing, and neither is only a word of the other.
fn is_on_topic<A, B>(a: &Compared<A>, b: &Compared<B>) -> bool {
    let (shared, alike) = likeness(a, b);
    shared >= SAME_STORY && alike >= SAME_LENGTH
}

/// Returns a heading as a claim has it that parts words which the heading runs together: templates set a kicker beside the headline in an
/// element of its own and with no space.
fn parted<'t>(heading: &'t str, claims: &'t [Compared<Origin>]) -> &'t str {
    let is_word = |part: &&str| part.contains(char::is_alphanumeric);
    let words = |text: &str| text.split_whitespace().filter(is_word).count();
    let (folded, joined) = (fold(heading), words(heading));
    let is_spaced = !Measure::of(heading).is_cjk();
    let parts = |claim: &&Compared<Origin>| claim.folded == folded && words(&claim.text) > joined;
    let found = claims.iter().filter(|_| is_spaced).find(parts);
    found.map_or(heading, |claim| &claim.text)
}

fn visible<'k>(
    headings: &'k [Compared<u8>],
    claims: &[Compared<Origin>],
) -> Option<&'k Compared<u8>> {
    let mut best: Option<(f32, &Compared<u8>)> = None;
    for heading in headings {
        let (mut shared, mut alike, mut support) = (0.0_f32, 0.0_f32, 0.0_f32);
        // Of all but an `h1` only the claims count that are its text.
        let may_say =
            |claim: &&Compared<Origin>| heading.is == 1 || most_alike(heading, claim) >= SAME_TEXT;
        for claim in claims.iter().filter(may_say) {
            let (part, whole) = likeness(heading, claim);
            shared = shared.max(part);
            alike = alike.max(whole);
            support += f32::from(u8::from(whole >= SAME_TEXT));
        }
        let support = support * CLAIM_BONUS;
        let value = match heading.is {
            1 if shared >= SAME_STORY && alike >= SAME_LENGTH => {
                let telling = is_telling(&heading.text, PLAIN_CHARS);
                alike + support + H1_BONUS + f32::from(u8::from(telling)) * TELLING_BONUS
            }
            2..=6 if alike >= SAME_TEXT => alike + support + HEADING_BONUS,
            ASIDE if alike >= SAME_TEXT => alike + support + ASIDE_BONUS,
            0 if alike >= SAME_TEXT => alike + support,
            _ => continue,
        };
        if best.is_none_or(|(known, _)| value > known) {
            best = Some((value, heading));
        }
    }
    best.map(|(_, heading)| heading)
}

/// Returns the one `h1` of a page whose claims say something else, when it is long enough to be a headline and no channel's name.
fn lone_heading(headings: &[Compared<u8>]) -> Option<(String, Origin)> {
    let mut first = headings.iter().filter(|heading| heading.is == 1);
    let heading = first.next()?;
    let alone = first.all(|other| other.folded == heading.folded);
    (alone && is_telling(&heading.text, PLAIN_CHARS))
        .then(|| (heading.text.clone(), Origin::Visible))
}

/// Returns the one `h1` of a page, when it stands aside and speaks of what the claims do.
fn lone_aside(headings: &[Compared<u8>], claims: &[Compared<Origin>]) -> Option<(String, Origin)> {
    let mut first = headings
        .iter()
        .filter(|heading| matches!(heading.is, 1 | ASIDE));
    let heading = first.next()?;
    let alone = first.all(|other| other.folded == heading.folded);
    let on_topic = claims.iter().any(|claim| is_on_topic(heading, claim));
    (alone && on_topic).then(|| (heading.text.clone(), Origin::Visible))
}

fn claimed(claims: &[Compared<Origin>]) -> Option<(String, Origin)> {
    let support = |claim: &Compared<Origin>| {
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

fn only_heading(headings: &[Compared<u8>]) -> Option<(String, Origin)> {
    let mut best: Option<&Compared<u8>> = None;
    for heading in headings.iter().filter(|heading| heading.is > 0) {
        if best.is_none_or(|known| heading.is < known.is) {
            best = Some(heading);
        }
    }
    best.map(|heading| (heading.text.clone(), Origin::Visible))
}

#[cfg(test)]
mod tests {
    use super::{Candidates, Heading, headline};
    use crate::article::Origin;
    use crate::grammar::cases::cases;

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
                "part" => candidates.heading_parts.push(text),
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
}
