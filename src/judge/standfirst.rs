//! What class names say of a standfirst.

use crate::page::block::{BlockId, Blocks};

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

/// Whether the names of a block's element say that it holds the standfirst.
pub(crate) fn is_marked_standfirst(blocks: &Blocks, id: BlockId) -> bool {
    let names = blocks[blocks[id].owner].names.to_lowercase();
    let mut words = names.split(|c: char| !c.is_alphanumeric());
    words.any(|word| STANDFIRST_NAMES.iter().any(|(_, name)| *name == word))
}
