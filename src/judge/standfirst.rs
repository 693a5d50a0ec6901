//! The standfirst: what class names say of it, and which line above the body sums it up.

use crate::judge::sight::is_good;
use crate::judge::{Evidence, Role, Verdict};
use crate::page::block::{BlockId, Blocks};
use crate::page::figure::{is_caption_by_markup, is_credited};

/// What the class of a standfirst says, by language. "Lead" and "intro" are left out: as often as not they are the first paragraph.
const STANDFIRST_NAMES: &[(&str, &str)] = &[
    ("en", "standfirst"),
    ("en", "subheadline"),
    ("en", "strapline"),
    ("en", "dek"),
    ("en", "deck"),
    ("en", "subtitle"),
    ("en", "subhead"),
    ("en", "subheading"),
    ("de", "vorspann"),
    ("de", "unterzeile"),
    ("fr", "chapo"),
    ("fr", "chapeau"),
    ("es", "entradilla"),
    ("es", "bajada"),
    ("it", "sottotitolo"),
    ("pl", "zajawka"),
    ("cs", "perex"),
    ("es", "subtitulo"),
    ("es", "copete"),
    ("es", "volanta"),
    ("pt", "subtitulo"),
    ("pt", "linhafina"),
    ("it", "occhiello"),
    ("it", "catenaccio"),
    ("nl", "ondertitel"),
    ("sv", "underrubrik"),
    ("ru", "podzagolovok"),
    ("hu", "alcim"),
    ("ro", "subtitlu"),
];

/// What says it right below the headline only: further down it is a box's, or the text's.
const SUMMARY_NAMES: &[(&str, &str)] = &[
    ("en", "summary"),
    ("en", "excerpt"),
    ("zh", "zhaiyao"),
    ("zh", "daodu"),
];

/// Whether the names of a block's element say that it holds the standfirst.
pub(crate) fn is_marked_standfirst(blocks: &Blocks, id: BlockId) -> bool {
    is_named(blocks, id, STANDFIRST_NAMES)
}

/// Whether the names of a block's element, which stands right below the headline, say that it sums the text up.
pub(crate) fn is_marked_summary(blocks: &Blocks, id: BlockId) -> bool {
    is_named(blocks, id, SUMMARY_NAMES)
}

/// Whether a row is a word of the names of a block's element.
pub(crate) fn is_named(blocks: &Blocks, id: BlockId, rows: &[(&str, &str)]) -> bool {
    let names = blocks[blocks[id].owner].names.to_lowercase();
    let mut words = names.split(|c: char| !c.is_alphanumeric());
    words.any(|word| rows.iter().any(|(_, name)| *name == word))
}

/// Folded characters from which on a block that another contains is its summary and not a coincidence.
const SUMMARY_CHARS: usize = 12;

/// Paragraphs at the start of the body that may contain the lead.
const OPENING_PARAGRAPHS: usize = 3;

/// A line above the body that the first paragraphs contain, or that is the page's description, is the summary.
pub(crate) fn summary(blocks: &Blocks, descriptions: &[String], rows: &mut [Verdict]) {
    let is_opening = |id: &BlockId| {
        rows[id.at()].is_body() && is_good(blocks, *id) && !is_caption_by_markup(blocks, *id)
    };
    let opening: Vec<BlockId> = blocks
        .ids()
        .filter(is_opening)
        .take(OPENING_PARAGRAPHS)
        .collect();
    let Some(&first) = opening.first() else {
        return;
    };
    let said: Vec<&str> = opening.iter().map(|&id| blocks.folded(id)).collect();
    for id in blocks.ids().take_while(|&id| id <= first) {
        let folded = blocks.folded(id);
        let judged = rows[id.at()].is_judged();
        if !judged || folded.chars().count() < SUMMARY_CHARS || is_caption_by_markup(blocks, id) {
            continue;
        }
        let later = if id == first {
            said.get(1..).unwrap_or_default()
        } else {
            &said
        };
        let contained = later.iter().any(|paragraph| paragraph.contains(folded))
            && !is_asked(blocks.text_of(id));
        let is_standfirst = descriptions.iter().any(|description| description == folded)
            && (id != first || is_marked_standfirst(blocks, id))
            && !is_credited(blocks, id);
        if contained || is_standfirst {
            rows[id.at()] = Verdict {
                role: Role::Summary,
                by: Evidence::Rule("lead"),
            };
        }
    }
}

/// Whether a text is a question: one that stands again further down is asked again, and sums up nothing.
fn is_asked(text: &str) -> bool {
    let signs = text.trim_end_matches(['"', '”', '»', '」', ' ']);
    signs.ends_with(['?', '？', '؟'])
}
