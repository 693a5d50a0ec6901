//! What a text says by itself, wherever it stands: read once for all blocks that say the same.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::grammar::date::{DateRole, Hints};
use crate::grammar::header::{HeaderLine, Part};
use crate::grammar::names::begins_with_role;
use crate::lexicon::{PhraseHit, phrase};
use crate::text::Table;

/// What has been read of a page's texts. A page repeats a quarter of them: its menus, the buttons and the dates of its lists.
pub(super) type Wordings<'a> = Table<Cow<'a, str>, Wording>;

/// What a text says by itself, wherever it stands, once it has been read for that.
#[derive(Default)]
pub(super) struct Wording {
    header: OnceCell<Header>,
    phrase: OnceCell<Option<PhraseHit>>,
}

/// Whether a text is a header line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    No,
    Yes,
    /// It holds a date and nothing else.
    BareDate,
}

impl Wording {
    pub(super) fn header(&self, text: &str, hints: &Hints) -> Header {
        *self
            .header
            .get_or_init(|| match HeaderLine::metadata(text, hints) {
                None if is_of_header_lines(text, hints) => Header::Yes,
                None => Header::No,
                Some(line) if matches!(line.parts.as_slice(), [Part::Date(found)] if found.role == DateRole::Unlabelled) => {
                    Header::BareDate
                }
                Some(_) => Header::Yes,
            })
    }

    pub(super) fn phrase(&self, text: &str) -> Option<PhraseHit> {
        *self.phrase.get_or_init(|| phrase(text))
    }
}

/// Words of an office in a line of its own.
const OFFICE_WORDS: usize = 4;

/// Lines of a block that heads the article, at most: a name, an office, a date, where it was written.
const HEADING_LINES: usize = 4;

/// Whether each line of a block is a header line or an office, and one of them a date: `Von Ada Quill`, `Redakteurin`, `4. Mai 2021`.
fn is_of_header_lines(text: &str, hints: &Hints) -> bool {
    if !text.contains('\n') || text.lines().count() > HEADING_LINES {
        return false;
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut dated = false;
    let all = lines
        .clone()
        .all(|line| match HeaderLine::metadata(line, hints) {
            Some(read) => {
                dated |= read.parts.iter().any(|part| matches!(part, Part::Date(_)));
                true
            }
            None => begins_with_role(line) && line.split_whitespace().count() <= OFFICE_WORDS,
        });
    all && dated
}
