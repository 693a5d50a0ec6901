//! A heading without what stands before and behind the headline in it: a kicker, a subtitle, a section behind a bar.

use super::likeness::{CLAIMS, Compared};
use crate::article::Origin;
use crate::text::fold::fold;

/// Returns a heading without the kicker before and the subtitle behind that its markup sets off. All of it is the headline where
/// nothing would be left.
pub(super) fn without_parts<'h>(heading: &'h str, parts: &[&str]) -> &'h str {
    let mark = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '|' | '/' | '•');
    let mut left = heading;
    for part in parts {
        let next = strip_start(left, part).unwrap_or_else(|| strip_end(left, part));
        let next = next.trim_matches(mark);
        if !fold(next).is_empty() {
            left = next;
        }
    }
    left
}

/// Returns what follows `part` at the start of `text`; white space is not compared.
fn strip_start<'t>(text: &'t str, part: &str) -> Option<&'t str> {
    let mut chars = text.chars();
    for wanted in part.chars().filter(|c| !c.is_whitespace()) {
        let found = chars.by_ref().find(|c| !c.is_whitespace())?;
        if found != wanted {
            return None;
        }
    }
    Some(chars.as_str())
}

/// Returns what stands before `part` at the end of `text`; all of it where it does not end so.
fn strip_end<'t>(text: &'t str, part: &str) -> &'t str {
    let mut chars = text.chars();
    for wanted in part.chars().rev().filter(|c| !c.is_whitespace()) {
        if chars.by_ref().rfind(|c| !c.is_whitespace()) != Some(wanted) {
            return text;
        }
    }
    chars.as_str()
}

/// Returns the JSON-LD headline that is the heading with a kicker before it, where another claim bears it out: the outlet counts the
/// kicker as part of its headline.
pub(super) fn with_own_kicker(
    heading: &Compared<u8>,
    claims: &[(&str, Origin)],
) -> Option<(String, Origin)> {
    let claims: Vec<Compared<Origin>> = claims
        .iter()
        .take(CLAIMS)
        .filter_map(|&(text, origin)| Compared::of(text, origin))
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

/// Returns the heading, or the claim that is its end, where no fewer claims leave the beginning out than have it; so, too, one that
/// goes on behind a bar.
pub(super) fn without_kicker(
    heading: &Compared<u8>,
    claims: &[Compared<Origin>],
    original: Option<&str>,
) -> (String, Origin) {
    if let Some(rest) = without_bracket(heading, claims, original) {
        return (rest.to_owned(), Origin::Visible);
    }
    let whole = heading.folded.chars().count();
    let count = |is: &dyn Fn(&str) -> bool| claims.iter().filter(|claim| is(&claim.folded)).count();
    let with = count(&|claim| claim.contains(&heading.folded));
    let support = |core: &Compared<Origin>| count(&|claim| claim == core.folded);
    let is_core = |claim: &&Compared<Origin>| {
        let core = claim.folded.chars().count();
        core as f32 >= whole as f32 * CORE
            && core + KICKER_CHARS <= whole
            && (ends_with_words(heading, &claim.folded) || goes_on_behind_bar(heading, claim))
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

/// Characters of what a forum, or an advertiser, sets before a headline in brackets, at most.
const BRACKETED_CHARS: usize = 8;

/// Returns the heading without what stands before it in brackets, where a claim begins with the rest and none has all of it: `[海事] 渡船复航`.
/// So, too, where the rest is the headline that the text had elsewhere, as the page says.
fn without_bracket<'h>(
    heading: &'h Compared<u8>,
    claims: &[Compared<Origin>],
    original: Option<&str>,
) -> Option<&'h str> {
    let (label, rest) = in_brackets(&heading.text)?;
    let folded = fold(rest);
    let begins = |claim: &Compared<Origin>| claim.folded.starts_with(&folded);
    let has_all = |claim: &Compared<Origin>| claim.folded.contains(&heading.folded);
    let is_short = label.chars().count() <= BRACKETED_CHARS && !folded.is_empty();
    let is_claimed = claims.iter().any(begins) && !claims.iter().any(has_all);
    (is_short && (is_claimed || original == Some(&*folded))).then(|| rest.trim())
}

/// What stands in brackets at the beginning of a heading, and the rest.
pub(super) fn in_brackets(heading: &str) -> Option<(&str, &str)> {
    let inside = heading.trim_start().strip_prefix(['[', '【', '［'])?;
    inside.split_once([']', '】', '］'])
}

/// Whether the heading ends with words that fold so; `end` may not begin inside of one.
fn ends_with_words(heading: &Compared<u8>, end: &str) -> bool {
    let Some(before) = heading.folded.strip_suffix(end) else {
        return false;
    };
    let mut left = before.chars().count();
    let mut chars = heading.text.chars().peekable();
    let mut last = ' ';
    while left > 0 {
        let Some(c) = chars.next() else {
            return true;
        };
        left = left.saturating_sub(fold(c.encode_utf8(&mut [0; 4])).chars().count());
        last = c;
    }
    let next = chars.peek().copied().unwrap_or(' ');
    !(next.is_lowercase() && last.is_alphanumeric())
}

/// Whether what the heading has more than the claim, which begins it, stands behind a bar or in a bracket: a section, a slogan, a source.
fn goes_on_behind_bar(heading: &Compared<u8>, claim: &Compared<Origin>) -> bool {
    let begins = |marks: &[char]| {
        let head = heading.text.split(marks).next().unwrap_or_default();
        head.len() < heading.text.len() && fold(head) == claim.folded
    };
    begins(&['|', '｜']) || begins(&['('])
}
