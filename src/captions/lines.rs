//! Which lines of a page speak of a picture: by the element they share, by their names, by what the picture's attributes say.

use crate::article::Reason;
use crate::grammar::{credit, names as people};
use crate::judge::{Evidence, Role, Verdicts};
use crate::lexicon::names::NameMask;
use crate::page::block::{BlockId, Blocks, ElementId, Kind, Picture, Presence};
use crate::page::figure::{
    MOST_BOX_BLOCKS, MOST_CAPTION_WORDS, MOST_PLACED_WORDS, REACH, is_credited,
};
use crate::text::fold::fold;

/// Words of a name below a portrait.
const MOST_NAME_WORDS: f32 = 4.0;

/// Bars in a line from which on it is a menu.
const MENU_BARS: usize = 3;

/// Whether a line may still become a caption: body, or taken out by a judgement that knew of no picture.
pub(crate) fn is_open(blocks: &Blocks, verdicts: &Verdicts, id: BlockId) -> bool {
    let verdict = &verdicts[id];
    let in_caption = blocks[id].kind == Kind::Caption;
    let open = match (verdict.role, verdict.by) {
        (Role::Body, _) | (Role::Removed(_), Evidence::Judge(_)) => true,
        (Role::Removed(Reason::Metadata), _) => in_caption || credit::is_credit(blocks.text_of(id)),
        (
            Role::Removed(_),
            Evidence::Rule("label_at_an_end" | "heading_without_text" | "rights_line_of"),
        ) => true,
        (Role::Removed(reason), _) => {
            in_caption && !matches!(reason, Reason::Share | Reason::Form | Reason::Hidden)
        }
        (Role::Headline | Role::Summary, _) => false,
    };
    open && blocks[id].measure.weight() <= MOST_CAPTION_WORDS
}

/// Whether a text says how many more pictures there are: `+4`.
pub(super) fn is_counter(text: &str) -> bool {
    let digits = text.trim().strip_prefix('+');
    digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(char::is_numeric))
}

/// The texts inside a figure that speak of one of its pictures: all of them for a single picture, else those behind it up to the next.
pub(crate) fn inside_figure(
    blocks: &Blocks,
    verdicts: &Verdicts,
    figure: ElementId,
    picture: BlockId,
) -> Vec<BlockId> {
    let inside = blocks[figure].blocks.clone().map(BlockId);
    let is_other =
        |&id: &BlockId| blocks[id].kind == Kind::Picture && id != picture && verdicts[id].is_body();
    let others: Vec<BlockId> = inside.clone().filter(is_other).collect();
    let next = others.iter().copied().find(|&other| other > picture);
    let captioned = inside
        .clone()
        .any(|id| blocks[id].kind == Kind::Caption && is_open(blocks, verdicts, id));
    // Beside a `figcaption` stand the times of a film, the buttons of a gallery, and now and then the credit.
    let is_control = |id: BlockId| {
        let measure = &blocks[id].measure;
        blocks[id].kind != Kind::Caption
            && (measure.digits * 2 > measure.chars
                || is_counter(blocks.text_of(id))
                || blocks.leads_elsewhere(id) && !credit::is_credit(blocks.text_of(id))
                || captioned && measure.weight() <= 2.0 && measure.digits > 0)
    };
    // Where a hidden text is the article, what is said of its pictures is as hidden as they are.
    let seen = |id: BlockId| {
        let presence = blocks[id].presence;
        presence == Presence::Visible || presence == blocks[picture].presence
    };
    // What is all that a figure says is no heading of a text: `<figure><img><h2>The pier.</h2></figure>`.
    let alone = blocks[figure].tag == "figure" && blocks[figure].blocks.len() == 2;
    let is_heading = |id: BlockId| matches!(blocks[id].kind, Kind::Heading(_)) && !alone;
    inside
        .filter(|&id| blocks[id].kind != Kind::Picture && !is_control(id))
        .filter(|&id| !is_heading(id) && blocks[id].kind != Kind::Code)
        .filter(|&id| others.is_empty() || id > picture && next.is_none_or(|next| id < next))
        .filter(|&id| seen(id) && is_open(blocks, verdicts, id))
        .collect()
}

/// Whether markup, place or wording says that the line after a picture is its caption.
pub(crate) fn is_marked(
    blocks: &Blocks,
    verdicts: &Verdicts,
    id: BlockId,
    picture: BlockId,
) -> bool {
    let block = &blocks[id];
    let owner = &blocks[block.owner];
    // A line named as a caption stays one where the whole header is wrapped in a heading.
    if matches!(block.kind, Kind::Heading(_)) && owner.tag != "p" {
        return false;
    }
    let named = |element: ElementId| blocks[element].names.says.intersects(NameMask::CAP);
    let parent_holds_both = owner.parent != ElementId::ROOT
        && blocks[owner.parent].blocks.len() <= REACH
        && blocks[owner.parent].blocks.contains(&picture.0);
    // "© Ada Quill" is the site's own line where it stands in no box with the picture.
    if matches!(verdicts[id].by, Evidence::Rule("rights_line_of"))
        && !is_boxed_with(blocks, id, picture)
    {
        return false;
    }
    // A menu may hold the word for a picture.
    if blocks.text_of(id).matches(['|', '｜']).count() >= MENU_BARS {
        return false;
    }
    let by_name =
        named(block.owner) && owner.blocks.len() <= 2 || parent_holds_both && named(owner.parent);
    by_name
        || is_placed(blocks, id, picture)
        || credit::marks_caption(blocks.text_of(id))
        || is_credited(blocks, id)
}

/// Whether a small element holds a line and the picture before it.
fn is_boxed_with(blocks: &Blocks, id: BlockId, picture: BlockId) -> bool {
    blocks.ancestors(id).take(2).any(|element| {
        let inside = &blocks[element].blocks;
        inside.len() <= MOST_BOX_BLOCKS && inside.contains(&picture.0)
    })
}

/// Whether an unmarked line may be a caption because it says what the picture's attributes say. Headings, cells and links are
/// named by their picture, not it by them; and the name below a portrait that the judge left out is a byline.
pub(crate) fn may_say_again(
    blocks: &Blocks,
    verdicts: &Verdicts,
    id: BlockId,
    captioned: bool,
) -> bool {
    let block = &blocks[id];
    let of_another = matches!(block.kind, Kind::Heading(_) | Kind::ListItem)
        || block.kind == Kind::Cell && !is_paragraph(blocks, id)
        || blocks.leads_elsewhere(id);
    let is_name = || {
        !verdicts[id].is_body()
            && block.measure.weight() <= MOST_NAME_WORDS
            && people::is_plain_name(blocks.text_of(id))
    };
    captioned || !of_another && !is_name()
}

/// Whether a block is a paragraph, be it in a cell of a layout: there it has an element of its own.
fn is_paragraph(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    let is_cell = matches!(blocks[block.owner].tag.as_str(), "td" | "th");
    block.kind == Kind::Paragraph || block.kind == Kind::Cell && !is_cell
}

/// A short line in the paragraph that the picture opens, or centred right below it where paragraphs are not.
fn is_placed(blocks: &Blocks, id: BlockId, picture: BlockId) -> bool {
    let block = &blocks[id];
    let owner = &blocks[block.owner];
    let short = block.measure.weight() <= MOST_PLACED_WORDS
        && block.measure.stops <= 1
        && !blocks.has_link(id)
        && is_paragraph(blocks, id);
    let own = block.owner == blocks[picture].owner
        && matches!(owner.tag.as_str(), "p" | "center")
        && owner.blocks.len() <= REACH;
    let centred = |element: ElementId| {
        blocks[element].centred && blocks[element].blocks.len() <= MOST_BOX_BLOCKS
    };
    short && (own || blocks.ancestors(id).take(2).any(centred))
}

/// What a picture's attributes say, folded.
pub(crate) fn attribute_captions(picture: &Picture) -> Vec<String> {
    let said = [&picture.alt, &picture.title, &picture.data_caption];
    said.into_iter()
        .map(|text| fold(text))
        .filter(|text| !text.is_empty())
        .collect()
}
