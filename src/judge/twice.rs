//! What it tells of a block that its text stands twice.

use std::collections::BTreeSet;

use crate::article::Reason;
use crate::dedup::copies::{Copies, Standing};
use crate::grammar::credit;
use crate::judge::settle::is_headline;
use crate::judge::{Evidence, Role, Verdict};
use crate::page::block::{BlockId, Blocks, Kind};

/// What only a dropped copy has goes into the kept one, which the judge, who sees it far from there, cannot know: a sentence that stands
/// right before or right behind what was copied from the body, unless a rule has taken it out.
pub(super) fn extras(blocks: &Blocks, copies: &Copies, rows: &mut [Verdict]) {
    let is_of_body = |id: BlockId, rows: &[Verdict]| match copies.standing(id) {
        Standing::Copy(twin) => rows[twin.kept.at()].is_body(),
        Standing::Extra(_) => rows[id.at()].is_body(),
        _ => false,
    };
    let texts: Vec<BlockId> = blocks
        .ids()
        .filter(|&id| blocks[id].kind != Kind::Picture)
        .collect();
    let is_extra = |id: BlockId, rows: &[Verdict]| {
        matches!(copies.standing(id), Standing::Extra(_)) && rows[id.at()].is_judged()
    };
    let mut before: Option<BlockId> = None;
    let mut heading: Option<BlockId> = None;
    let mut looked_at = 0;
    for (at, &id) in texts.iter().enumerate() {
        if is_extra(id, rows) && matches!(blocks[id].kind, Kind::Heading(_)) {
            // It goes where the paragraph behind it goes.
            heading = Some(id);
            continue;
        }
        let behind = texts.get(at + 1).copied();
        let beside = || {
            let mut beside = [before, behind].into_iter().flatten();
            beside.any(|id| is_of_body(id, rows))
        };
        if is_extra(id, rows) && is_paragraph(blocks, id) && beside() {
            looked_at += 1;
            if looked_at > MOST_EXTRAS {
                return;
            }
            let mut body = blocks.ids().filter(|other| rows[other.at()].is_body());
            if !body.any(|other| says(blocks, other, id)) {
                for id in heading.into_iter().chain([id]) {
                    rows[id.at()] = Verdict::body(Evidence::Rule("in_one_copy"));
                }
            }
        }
        (before, heading) = (Some(id), None);
    }
}

/// Sentences of dropped copies that are looked at on one page: each is compared with the whole body.
const MOST_EXTRAS: usize = 64;

/// Folded characters by which two texts that begin or end alike are taken for one in two wordings.
const SHARED_ENDS: usize = 12;

/// Whether a block says what another one does: the same, more of it, or with the same beginning or end.
fn says(blocks: &Blocks, block: BlockId, other: BlockId) -> bool {
    let (one, other) = (blocks.folded(block), blocks.folded(other));
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let backward = one.chars().rev().zip(other.chars().rev());
    !one.is_empty()
        && (one.contains(other)
            || alike.take(SHARED_ENDS).count() == SHARED_ENDS
            || backward
                .take_while(|(a, b)| a == b)
                .take(SHARED_ENDS)
                .count()
                == SHARED_ENDS)
}

/// The chance from which on a line of flat text is body that stands twice together with the headline and the body around it.
const TWICE_TOLD: f32 = 0.2;

/// Share of the words of a run that stands twice that the judge takes for body, at least, for the run to be the article.
const TOLD: f32 = 0.2;

/// In flat text nothing but wording and neighbours tells a line of the article. That it stands twice, each time below the headline, does as
/// well: from the headline to its last line of body such a run is the article's, but for what a rule has taken out.
pub(super) fn told_twice(blocks: &Blocks, copies: &Copies, rows: &mut [Verdict]) {
    if blocks.has_markup {
        return;
    }
    let is_kept = |id: &BlockId| copies.standing(*id) == Standing::Kept;
    let kept: Vec<BlockId> = blocks.ids().filter(is_kept).collect();
    let words = |id: &BlockId| blocks[*id].measure.weight();
    let mut told: BTreeSet<BlockId> = BTreeSet::new();
    for run in kept.chunk_by(|one, next| one.0 + 1 == next.0) {
        let headed = run.iter().rposition(|id| is_headline(&rows[id.at()]));
        let is_body = |id: &BlockId| rows[id.at()].is_body();
        let (Some(headed), Some(last)) = (headed, run.iter().rposition(is_body)) else {
            continue;
        };
        let Some(run) = run.get(headed + 1..=last) else {
            continue;
        };
        let body: f32 = run.iter().filter(|id| is_body(id)).map(words).sum();
        if body >= TOLD * run.iter().map(words).sum::<f32>() {
            told.extend(said_once(blocks, run));
        }
    }
    if told.is_empty() {
        return;
    }
    for id in told.intersection(&repeated(blocks, copies)) {
        let row = &mut rows[id.at()];
        if matches!((row.role, row.by), (Role::Removed(_), Evidence::Judge(p)) if p >= TWICE_TOLD) {
            *row = Verdict::body(Evidence::Rule("told_twice"));
        }
    }
}

/// The chance from which on a line between two of the body stays that says the same as a line of the body elsewhere.
const REFRAIN: f32 = 0.3;

/// In flat text what stands again and again stays or goes as one: a refrain and a fixed question are as good as their best place. Markup
/// tells the judge enough.
pub(super) fn refrains(blocks: &Blocks, rows: &mut [Verdict]) {
    if blocks.has_markup {
        return;
    }
    let words = |id: &BlockId| blocks[*id].kind != Kind::Picture && !blocks.folded(*id).is_empty();
    let texts: Vec<BlockId> = blocks.ids().filter(words).collect();
    let is_body = |id: BlockId| rows[id.at()].is_body();
    let said: BTreeSet<u64> = texts
        .iter()
        .filter(|id| is_body(**id))
        .map(|&id| blocks.key(id))
        .collect();
    let is_likely = |id: BlockId| {
        let row = &rows[id.at()];
        matches!((row.role, row.by), (Role::Removed(_), Evidence::Judge(p)) if p >= REFRAIN)
    };
    let again = texts.windows(3).filter_map(|around| match around {
        &[before, id, behind] => {
            let refrain = is_body(before) && is_body(behind) && is_likely(id);
            (refrain && said.contains(&blocks.key(id))).then_some(id)
        }
        _ => None,
    });
    let again: Vec<BlockId> = again.collect();
    for id in again {
        rows[id.at()] = Verdict::body(Evidence::Rule("said_again"));
    }
}

/// The blocks that are kept in the stead of a copy.
fn repeated(blocks: &Blocks, copies: &Copies) -> BTreeSet<BlockId> {
    let twins = blocks.ids().filter_map(|id| copies.twin(id));
    twins.map(|twin| twin.kept).collect()
}

/// Lines of flat text between two statements of the headline, at most, that are the standfirst.
const STANDFIRST_LINES: usize = 2;

/// Lines of body below the headline said again that may say the standfirst once more, in other words behind its beginning.
const OPENING_LINES: usize = 3;

/// In flat text what stands between the headline and the headline said again is no part of the body: a description of the page, or the
/// standfirst. What a copy says again is left, unless the body says it, too.
pub(super) fn between_headlines(blocks: &Blocks, copies: &Copies, rows: &mut [Verdict]) {
    if blocks.has_markup {
        return;
    }
    let Some(headline) = blocks.ids().find(|id| rows[id.at()].role == Role::Headline) else {
        return;
    };
    let below = || blocks.ids().skip(headline.at() + 1);
    let lines = below().take_while(|id| !is_headline(&rows[id.at()]));
    let between: Vec<BlockId> = lines.take(STANDFIRST_LINES + 1).collect();
    let lines = between.len();
    let again = below().nth(lines);
    if lines > STANDFIRST_LINES || again.is_none_or(|id| !is_headline(&rows[id.at()])) {
        return;
    }
    // Above a caption the headline is the alternative text of a picture, when its header line has come before.
    let caption = below().nth(lines + 1);
    let is_caption = caption.is_some_and(|id| credit::marks_caption(blocks.text_of(id)));
    let is_header = |id: &BlockId| rows[id.at()].role == Role::Removed(Reason::Metadata);
    if is_caption && between.iter().any(is_header) {
        return;
    }
    let is_judged = |id: &BlockId| rows[id.at()].is_body() && rows[id.at()].is_judged();
    let body: Vec<BlockId> = between.into_iter().filter(is_judged).collect();
    if body.is_empty() {
        return;
    }
    let repeated = repeated(blocks, copies);
    let opening = below().skip(lines).filter(|id| rows[id.at()].is_body());
    let opening: Vec<BlockId> = opening.take(OPENING_LINES).collect();
    let is_said = |id: BlockId| opening.iter().any(|&other| says(blocks, other, id));
    for id in body
        .into_iter()
        .filter(|&id| !repeated.contains(&id) || is_said(id))
    {
        rows[id.at()] = Verdict {
            role: Role::Summary,
            by: Evidence::Rule("lead"),
        };
    }
}

/// The lines of a run that it does not say again: a box between its paragraphs comes back.
fn said_once(blocks: &Blocks, run: &[BlockId]) -> Vec<BlockId> {
    let mut lines: Vec<(u64, BlockId)> = run.iter().map(|&id| (blocks.key(id), id)).collect();
    lines.sort_unstable();
    let equal = lines.chunk_by(|one, other| one.0 == other.0);
    equal
        .filter_map(|same| match same {
            [(_, id)] => Some(*id),
            _ => None,
        })
        .collect()
}

/// Whether a block is a paragraph of sentences and leads nowhere else. In a layout of tables it stands in a cell.
fn is_paragraph(blocks: &Blocks, id: BlockId) -> bool {
    let measure = &blocks[id].measure;
    matches!(blocks[id].kind, Kind::Paragraph | Kind::Cell)
        && measure.is_long()
        && measure.ends_sentence
        && !blocks.leads_elsewhere(id)
}

/// A copy shares the verdict of the block that is kept in its stead.
pub(super) fn copies(blocks: &Blocks, copies: &Copies, rows: &mut [Verdict]) {
    for id in blocks.ids() {
        let Some(twin) = copies.twin(id) else {
            continue;
        };
        let reason = match rows[twin.kept.at()].role {
            Role::Body => Reason::DuplicateBody,
            Role::Headline => Reason::DuplicateTitle,
            Role::Summary => Reason::Summary,
            Role::Removed(reason) => reason,
        };
        rows[id.at()] = Verdict::removed(reason, Evidence::Copy(twin));
    }
}

#[cfg(test)]
mod tests {
    use super::{extras, refrains};
    use crate::article::Reason;
    use crate::dedup::copies::Copies;
    use crate::input::dom::Dom;
    use crate::judge::{Evidence, Verdict};
    use crate::limits::Limits;
    use crate::page::claims::Claims;
    use crate::page::{given, segment};

    const SHARED: &str = "<h1>Weir at Saltmere to be rebuilt</h1>\
        <p>The county will rebuild the old weir in stone after the floods carried half of its timbers away.</p>\
        <p>Masons from the quarry at Hallow will begin in May, and the footbridge will be shut until August.</p>\
        <p>Anglers had asked for a ladder for salmon, and the plan has one on the northern bank of the river.</p>";

    /// Whether the last text of the page stays, which the judge alone would take out, or which `by` has settled.
    fn last_stays(ending: &str, by: Evidence) -> bool {
        let whole = "<p>Half of the money comes from the mill, which has taken its water above the weir for \
            as long as anybody can remember, and will pay its part over ten years.</p>";
        let page = format!("<div>{SHARED}{whole}</div><p>Menu</p><div>{SHARED}{ending}</div>");
        let opening: String = ending
            .rsplit("<p>")
            .next()
            .unwrap_or_default()
            .chars()
            .take(12)
            .collect();
        stays(&page, &opening, by)
    }

    /// Whether the last text of a page that opens so stays.
    fn stays(page: &str, opening: &str, by: Evidence) -> bool {
        let limits = Limits::default();
        let blocks = segment::blocks(&Dom::parse(page, &limits), &Claims::default(), &limits);
        let copies = Copies::find(&blocks, &[], false, &limits);
        let mut rows = vec![Verdict::body(Evidence::Judge(0.9)); blocks.len()];
        let last = blocks
            .ids()
            .filter(|&id| blocks.text_of(id).starts_with(opening))
            .last()
            .expect("the page has the text");
        rows[last.at()] = Verdict::removed(Reason::Other, by);
        extras(&blocks, &copies, &mut rows);
        rows[last.at()].is_body()
    }

    #[test]
    fn the_end_that_only_a_dropped_copy_has_is_body() {
        let end = "<p>Nobody has said what will become of the timbers, or of the gate.</p>";
        assert!(last_stays(end, Evidence::Judge(0.1)));
    }

    #[test]
    fn what_a_rule_took_out_and_what_is_no_sentence_stay_out() {
        let end = "<p>Nobody has said what will become of the timbers, or of the gate.</p>";
        assert!(!last_stays(end, Evidence::Rule("a_rule")));
        let label = "<p>Timbers and stones of Saltmere and of Hallow</p>";
        assert!(!last_stays(label, Evidence::Judge(0.1)));
        let again = "<p>Half of the money comes from the mill, which has taken its water above the weir for \
            as long as anybody can remember, and will pay its part over ten years.</p>";
        assert!(!last_stays(
            &format!("<p>Hallow</p>{again}"),
            Evidence::Judge(0.1)
        ));
    }

    #[test]
    fn what_stands_between_two_paragraphs_of_one_copy_alone_was_put_in() {
        let promotion = "<p>Our app is new: scan the code at the foot of this page, and get the county's news every morning.</p>";
        let (first, rest) = SHARED.split_once("</p>").expect("three paragraphs");
        let page =
            format!("<main>{SHARED}</main><p>Menu</p><div>{first}</p>{promotion}{rest}</div>");
        assert!(!stays(&page, "Our app is new", Evidence::Judge(0.1)));
    }

    #[test]
    fn in_flat_text_a_refrain_is_as_good_as_its_best_place() {
        let lines = [
            ("The ferry sails on Monday.", 0.9),
            ("So ring the bell.", 0.4),
            ("The tide is in.", 0.9),
            ("So ring the bell.", 0.6),
            ("The lamps are lit.", 0.9),
            ("So ring the bell.", 0.1),
            ("The rope is wet.", 0.9),
            ("Read on below.", 0.4),
            ("The gulls are back.", 0.9),
        ];
        let text = lines.map(|(line, _)| line).join("\n\n");
        let blocks = given::lines(&text, &Limits::default());
        let verdict = |(_, chance): (&str, f32)| match Evidence::Judge(chance) {
            by if chance > 0.5 => Verdict::body(by),
            by => Verdict::removed(Reason::Other, by),
        };
        let mut rows = lines.map(verdict);
        refrains(&blocks, &mut rows);
        let out = |at: &usize| !rows[*at].is_body();
        let out: Vec<usize> = (0..lines.len()).filter(out).collect();
        assert_eq!(out, [5, 7]);
    }
}
