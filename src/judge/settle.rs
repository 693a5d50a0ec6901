//! What is settled once the judge has spoken: pictures, headings without text, and the lead.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::article::Reason;
use crate::dedup::copies::{Copies, Standing, Twin};
use crate::grammar::names::is_plain_name;
use crate::grammar::{credit, image};
use crate::judge::plain::is_heading_line;
use crate::judge::sight::{Sight, is_good};
use crate::judge::{Evidence, Role, Verdict};
use crate::page::block::{BlockId, Blocks, ElementId, Kind};
use crate::page::figure::{MOST_PLACED_WORDS, figure_of, is_caption_by_markup};
use crate::text::fold::fold;
use crate::text::measure::LABEL_WORDS;

/// Elements around a picture in one of which the body's first paragraph stands when the picture opens the article.
const PICTURE_REACH: usize = 3;

/// Blocks that a teaser, or a box of a few, has at most.
const TEASER_BLOCKS: usize = 24;

/// A picture is the body's when body text stands before and after it, or right behind it in an element that holds both; a picture
/// with a caption also when it stands between the headline and the text, or at the end of the text's element. The picture of a teaser
/// between paragraphs goes with its teaser.
pub(crate) fn pictures(blocks: &Blocks, copies: &Copies, rows: &mut [Verdict]) {
    // What is taken out of another copy stands there: the body does not reach from the one to the other.
    let is_text = |id: &BlockId| {
        let stands_here = !matches!(copies.standing(*id), Standing::Extra(_));
        rows[id.at()].is_body() && stands_here && blocks[*id].kind != Kind::Picture
    };
    let body: Vec<BlockId> = blocks.ids().filter(is_text).collect();
    let is_paragraph = |id: &&BlockId| {
        let shown = blocks
            .before(**id)
            .next()
            .filter(|&above| blocks[above].kind == Kind::Picture);
        let is_said = shown.is_some_and(|picture| says_what_is_shown(blocks, picture, **id));
        !is_said && !is_caption_by_markup(blocks, **id)
    };
    let (Some(&first), Some(&last)) = (body.iter().find(is_paragraph), body.last()) else {
        return;
    };
    let headline = blocks
        .ids()
        .take_while(|&id| id < first)
        .find(|id| is_headline(&rows[id.at()]));
    let start = headline.map_or(first.0, |id| id.0);
    for id in blocks.ids().filter(|&id| blocks[id].kind == Kind::Picture) {
        if rows[id.at()].role == Role::Removed(Reason::Hidden) {
            continue;
        }
        let holds = |text: BlockId| {
            let holds_it = |element: ElementId| blocks[element].blocks.contains(&text.0);
            blocks.ancestors(id).take(PICTURE_REACH).any(holds_it)
        };
        let captioned = |part: Range<u32>| is_captioned_within(blocks, id, &part);
        let opens =
            || id < first && (holds(first) || captioned(start..first.0)) && !is_emblem(blocks, id);
        let closes =
            || id > last && holds(last) && !is_emblem(blocks, id) && captioned(last.0..u32::MAX);
        let between = || {
            id > first && id < last && (captioned(0..u32::MAX) || !is_of_teaser(blocks, rows, id))
        };
        let inside = between() || opens() || closes();
        rows[id.at()] = if matches!(copies.standing(id), Standing::Extra(_)) {
            Verdict::removed(Reason::DuplicateBody, Evidence::Rule("picture_of_a_copy"))
        } else if inside {
            Verdict::body(Evidence::Rule("picture_in_body"))
        } else {
            Verdict::removed(Reason::Other, Evidence::Rule("picture_outside"))
        };
    }
}

/// Where the data of a page hold the whole of an excerpt, nothing that stands behind the excerpt is the article's.
pub(crate) fn behind_excerpt(blocks: &Blocks, sight: &Sight, rows: &mut [Verdict]) {
    for id in blocks.ids().filter(|&id| sight.is_behind_excerpt(id)) {
        if rows[id.at()].is_body() {
            rows[id.at()] = Verdict::removed(Reason::Other, Evidence::Rule("behind_excerpt"));
        }
    }
}

/// Whether the words nearest to a picture, in the smallest element that holds it and any beside a caption, are links that were all
/// taken out.
fn is_of_teaser(blocks: &Blocks, rows: &[Verdict], picture: BlockId) -> bool {
    let is_words =
        |id: &BlockId| blocks[*id].kind != Kind::Picture && !is_caption_by_markup(blocks, *id);
    let nearest = blocks
        .ancestors(picture)
        .map(|element| blocks[element].blocks.clone())
        .take_while(|inside| inside.len() <= TEASER_BLOCKS)
        .map(|inside| inside.map(BlockId).filter(is_words).collect::<Vec<_>>())
        .find(|words| !words.is_empty());
    let is_out = |id: &BlockId| matches!(rows[id.at()].role, Role::Removed(_));
    nearest.is_some_and(|words| {
        words.iter().all(is_out) && words.iter().any(|&id| blocks.leads_elsewhere(id))
    })
}

/// Whether a block has the headline's words.
pub(super) fn is_headline(verdict: &Verdict) -> bool {
    matches!(
        verdict.role,
        Role::Headline | Role::Removed(Reason::DuplicateTitle)
    )
}

/// Whether a picture stands in a part of the page and shows a caption, in its figure or as the line below it: a lead picture near the
/// headline, and not that of a teaser.
fn is_captioned_within(blocks: &Blocks, picture: BlockId, part: &Range<u32>) -> bool {
    let figure = figure_of(blocks, picture);
    let inside = figure.map_or(picture.0 + 1..picture.0 + 2, |figure| {
        blocks[figure].blocks.clone()
    });
    let is_caption = |at: u32| {
        let id = BlockId(at);
        is_caption_by_markup(blocks, id) && !blocks.leads_elsewhere(id)
    };
    let below = figure.map_or(picture.0 + 1, |_| inside.end);
    let says = below < blocks.len() as u32 && says_what_is_shown(blocks, picture, BlockId(below));
    let lines = if says {
        inside.start..below + 1
    } else {
        inside
    };
    let furniture = || {
        let tag = |element: ElementId| blocks[element].tag.as_str();
        blocks
            .ancestors(picture)
            .any(|element| matches!(tag(element), "nav" | "aside" | "footer"))
    };
    part.start <= lines.start.min(picture.0)
        && lines.end <= part.end.min(blocks.len() as u32)
        && (says || lines.clone().any(is_caption))
        && !furniture()
}

/// Characters of an alternative text that a line below its picture says again, at least, for the line to be its caption: less is a name.
const LEAST_SHOWN: usize = 10;

/// Whether a paragraph below a picture begins with all of the picture's alternative text, and is one sentence at most, or a line there
/// ends in a picture's credit. A line of the headline's words is none: it is taken out before; nor is a name, which stands below a
/// portrait.
fn says_what_is_shown(blocks: &Blocks, picture: BlockId, line: BlockId) -> bool {
    let block = &blocks[line];
    let said = || {
        let alt = blocks.picture_of(picture).map(|shown| fold(&shown.alt));
        alt.filter(|alt| alt.chars().count() >= LEAST_SHOWN)
    };
    let begins_so = || {
        block.kind == Kind::Paragraph
            && block.measure.stops <= 1
            && !is_plain_name(blocks.text_of(line))
            && said().is_some_and(|alt| blocks.folded(line).starts_with(&alt))
    };
    let is_credited = || {
        matches!(block.kind, Kind::Paragraph | Kind::Cell)
            && credit::marks_caption(blocks.text_of(line))
    };
    // Some portals give all pictures the first paragraph as their alternative text.
    block.measure.weight() <= MOST_PLACED_WORDS
        && !blocks.leads_elsewhere(line)
        && (begins_so() || is_credited())
}

fn is_emblem(blocks: &Blocks, id: BlockId) -> bool {
    let picture = blocks.picture_of(id);
    picture.is_some_and(|picture| image::is_emblem(&picture.src, picture.width, picture.height))
}

/// A heading that the judge left out stays when body of its own element stands right before and right behind it, but for what a rule
/// took out between them, an advertisement's label, and pictures with their captions. In flat text that is a short line between blank ones.
pub(crate) fn headings_between(blocks: &Blocks, rows: &mut [Verdict]) {
    let is_text = |id: &BlockId| {
        let judged = rows[id.at()].is_judged();
        let of_picture = blocks[*id].kind == Kind::Picture || is_caption_by_markup(blocks, *id);
        !of_picture && (judged || rows[id.at()].is_body())
    };
    let is_heading = |id: &BlockId| {
        blocks[*id].is_heading() || !blocks.has_markup && is_heading_line(blocks, *id)
    };
    let texts: Vec<BlockId> = blocks.ids().filter(is_text).collect();
    let mut at = 0;
    while let Some(from) = texts
        .get(at..)
        .and_then(|rest| rest.iter().position(is_heading))
    {
        let start = at + from;
        let rest = texts.get(start..).unwrap_or_default();
        // A heading and the heading of its first part stand together.
        let run: Vec<BlockId> = rest
            .iter()
            .copied()
            .take_while(|id| is_heading(id))
            .collect();
        at = start + run.len();
        // A box of its own that was left out parts nothing: a teaser between two parts of the text.
        let Some(&first) = run.first() else { continue };
        let is_box_beside = |id: &BlockId| {
            let around = blocks[blocks.room_of(first)].blocks.contains(&id.0);
            !rows[id.at()].is_body() && around && blocks.room_of(*id) != blocks.room_of(first)
        };
        let mut above = texts.get(..start).unwrap_or_default().iter().rev();
        let (Some(&before), Some(&behind)) = (above.find(|id| !is_box_beside(id)), texts.get(at))
        else {
            continue;
        };
        let inside = rows[before.at()].is_body() && rows[behind.at()].is_body();
        // A line of bold letters may stand beside the elements of the paragraphs, and headings beside the rooms of their parts.
        let holds = |room: ElementId, id: BlockId| {
            let own = blocks.room_of(id);
            own == room || blocks[own].parent == room
        };
        let of_one = run.iter().all(|&id| {
            let mut rooms = [blocks.room_of(id), blocks[id].owner].into_iter();
            rooms.any(|room| holds(room, before) && holds(room, behind))
        });
        if !inside || !of_one || run.len() > MOST_HEADINGS {
            continue;
        }
        for id in run {
            let left_out = rows[id.at()].is_judged() && !rows[id.at()].is_body();
            if left_out {
                rows[id.at()] = Verdict::body(Evidence::Rule("heading_between"));
            }
        }
    }
}

/// Headings that stand together between two texts, at most.
const MOST_HEADINGS: usize = 3;

/// Share of the bar that is enough between two blocks of the body. Out of fold flat from 0.4 to 0.7; it gives 0.0005 of F1 on articles
/// and 0.002 on snippets.
const BETWEEN: f32 = 0.55;

/// Words of a block that stays for what is around it, at least: shorter ones are labels.
const BETWEEN_WORDS: f32 = 5.0;

/// Blocks between two of the body that are looked at together, at most: more are a section of their own.
const MOST_BETWEEN: usize = 9;

/// A block that is nearly sure stays between two blocks of the body, when there is nothing between them that a rule took out, and no picture.
pub(crate) fn between(blocks: &Blocks, bar: f32, rows: &mut [Verdict]) {
    if !blocks.has_markup {
        return;
    }
    let enough = bar * BETWEEN;
    let body: Vec<BlockId> = blocks.ids().filter(|id| rows[id.at()].is_body()).collect();
    let mut likely = Vec::new();
    for (before, behind) in body.iter().zip(body.iter().skip(1)) {
        let inside = before.0 + 1..behind.0;
        // Pictures and copies, of which the judge is not asked, have no chance at all.
        let chance = |at: u32| match rows[BlockId(at).at()].by {
            Evidence::Judge(p) if p > 0.0 => Some((BlockId(at), p)),
            _ => None,
        };
        if inside.len() > MOST_BETWEEN || !inside.clone().all(|at| chance(at).is_some()) {
            continue;
        }
        let is_enough = |&(id, p): &(BlockId, f32)| {
            let long = blocks[id].measure.weight() >= BETWEEN_WORDS;
            p >= enough && (long || is_item_between(blocks, *before, id, *behind))
        };
        likely.extend(inside.filter_map(chance).filter(is_enough));
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for &(id, _) in &likely {
        *times.entry(blocks.folded(id)).or_default() += 1;
    }
    // What stands between paragraphs again and again is the page's own word, as where a post was deleted.
    let once = |id: BlockId| times.get(blocks.folded(id)) == Some(&1);
    for (id, p) in likely.into_iter().filter(|&(id, _)| once(id)) {
        rows[id.at()] = Verdict::body(Evidence::Judge(p));
    }
}

/// Whether a block is an item of the list, or a cell of the table, in which the blocks before and behind it stand; the head of a table
/// has none before it.
fn is_item_between(blocks: &Blocks, before: BlockId, id: BlockId, behind: BlockId) -> bool {
    let whole: &[&str] = match blocks[id].kind {
        Kind::ListItem => &["ul", "ol", "dl"],
        Kind::Cell => &["table"],
        _ => return false,
    };
    let whole = blocks.within(id, whole);
    let holds = |other: BlockId| whole.is_some_and(|whole| blocks[whole].blocks.contains(&other.0));
    let is_cell = blocks[id].kind == Kind::Cell;
    (is_cell || holds(before)) && holds(behind)
        || blocks.ancestors(id).any(|list| {
            matches!(blocks[list].tag.as_str(), "ul" | "ol" | "dl")
                && blocks[list].blocks.contains(&before.0)
                && blocks[list].blocks.contains(&behind.0)
        })
}

/// Headings behind the last text of the body head something else.
pub(crate) fn trailing_headings(blocks: &Blocks, rows: &mut [Verdict]) {
    let is_text_of_body = |id: &BlockId| {
        let text = !matches!(blocks[*id].kind, Kind::Heading(_) | Kind::Picture);
        text && rows[id.at()].is_body()
    };
    let last = blocks.ids().rfind(is_text_of_body);
    let behind = blocks.ids().filter(|&id| last.is_none_or(|last| id > last));
    for id in behind {
        if matches!(blocks[id].kind, Kind::Heading(_)) && rows[id.at()].is_body() {
            rows[id.at()] = Verdict::removed(Reason::Other, Evidence::Rule("heading_without_text"));
        }
    }
}

/// Good paragraphs from which on the body has a beginning and an end that labels can stand outside of.
const BODY_PARAGRAPHS: usize = 2;

/// Labels before the first and after the last paragraph are furniture: tags, a share row, a way to comment. A salutation or a
/// signature stands among the paragraphs of one element.
pub(crate) fn ragged_ends(blocks: &Blocks, rows: &mut [Verdict]) {
    let is_good_body = |id: &BlockId| rows[id.at()].is_body() && is_good(blocks, *id);
    let good: Vec<BlockId> = blocks.ids().filter(is_good_body).collect();
    let (Some(&first), Some(&last)) = (good.first(), good.last()) else {
        return;
    };
    if good.len() < BODY_PARAGRAPHS {
        return;
    }
    let is_sibling = |id: BlockId| {
        blocks.has_markup
            && (blocks.room_of(id) == blocks.room_of(first)
                || blocks.room_of(id) == blocks.room_of(last))
    };
    for id in blocks
        .ids()
        .filter(|&id| (id < first || id > last) && !is_sibling(id))
    {
        let block = &blocks[id];
        let label = block.kind == Kind::Paragraph
            && block.measure.weight() < LABEL_WORDS
            && !block.measure.ends_sentence;
        if label && rows[id.at()].is_body() && rows[id.at()].is_judged() {
            rows[id.at()] = Verdict::removed(Reason::Other, Evidence::Rule("label_at_an_end"));
        }
    }
}

/// Folded characters of a cut excerpt, at least.
const EXCERPT_CHARS: usize = 20;

/// A paragraph that ends in an ellipsis and that another goes on where it stops is the other's excerpt; so is a quotation set aside
/// that a paragraph holds.
pub(crate) fn excerpts(blocks: &Blocks, rows: &mut [Verdict]) {
    let is_aside = |id: BlockId| blocks.within(id, &["aside"]).is_some();
    let is_cut = |id: &BlockId| {
        let text = blocks.text_of(*id);
        let cut = text.ends_with('…') || text.ends_with("...");
        rows[id.at()].is_body() && (cut || is_aside(*id))
    };
    let cut: Vec<BlockId> = blocks.ids().filter(is_cut).take(MOST_EXCERPTS).collect();
    let headline = blocks.ids().find(|id| is_headline(&rows[id.at()]));
    for id in cut {
        // A text to be shared begins with the headline.
        let said = blocks.folded(id);
        let behind = headline.and_then(|headline| said.strip_prefix(blocks.folded(headline)));
        let excerpt = behind.unwrap_or(said);
        let goes_on = |other: &BlockId| {
            *other != id && rows[other.at()].is_body() && {
                let whole = blocks.folded(*other);
                let held = whole.starts_with(excerpt) || is_aside(id) && whole.contains(excerpt);
                whole.len() > excerpt.len() && held
            }
        };
        if excerpt.chars().count() < EXCERPT_CHARS {
            continue;
        }
        if let Some(kept) = blocks.ids().find(goes_on) {
            rows[id.at()] =
                Verdict::removed(Reason::DuplicateBlock, Evidence::Copy(Twin::equal(kept)));
        }
    }
}

/// Cut paragraphs that are looked at on one page: each is compared with all blocks.
const MOST_EXCERPTS: usize = 16;

#[cfg(test)]
mod tests {
    use super::between;
    use crate::article::Reason;
    use crate::input::dom::Dom;
    use crate::judge::{Evidence, Verdict};
    use crate::limits::Limits;
    use crate::page::claims::Claims;
    use crate::page::segment;

    /// Which blocks are body, by what the judge says of each; below zero a rule has taken the block out.
    fn stays(page: &str, probabilities: &[f32]) -> Vec<bool> {
        let limits = Limits::default();
        let blocks = segment::blocks(&Dom::parse(page, &limits), &Claims::default(), &limits);
        let bar = 0.5;
        let verdict = |&p: &f32| match p {
            p if p < 0.0 => Verdict::removed(Reason::Promo, Evidence::Rule("a_rule")),
            p if p >= bar => Verdict::body(Evidence::Judge(p)),
            p => Verdict::removed(Reason::Other, Evidence::Judge(p)),
        };
        let mut rows: Vec<Verdict> = probabilities.iter().map(verdict).collect();
        assert_eq!(rows.len(), blocks.len());
        between(&blocks, bar, &mut rows);
        rows.iter().map(Verdict::is_body).collect()
    }

    const PAGE: &str = "<p>The night ferry returns on Monday.</p>\
        <p>Both boats were in the dock for a month.</p><p>See also</p>\
        <p>Tickets are sold from Friday on.</p><p>The mill closes at the end of May.</p>";

    #[test]
    fn a_block_that_is_nearly_sure_stays_between_two_of_the_body() {
        assert_eq!(
            stays(PAGE, &[0.9, 0.4, 0.4, 0.9, 0.4]),
            [true, true, false, true, false]
        );
        assert!(!stays(PAGE, &[0.9, 0.1, 0.1, 0.9, 0.1])[1]);
    }

    #[test]
    fn what_stands_beside_taken_out_furniture_does_not() {
        assert!(!stays(PAGE, &[0.9, 0.4, -1.0, 0.9, 0.1])[1]);
    }
}
