//! Credits in a bracket that ends the text: `(Ada Quill/Harbour Wire)`, `（江州港务局供图）`.

use super::ending::ended;
use super::found::{CREDIT_CHARS, Found, found, labelled_found};
use super::label::{is_doubtful, label_at_start, labelled, names_photographer};
use super::unlabelled::is_wire_shape;
use super::words::LABELS;
use super::words::Lead::Bare;
use super::words::Whom::Photographer;
use crate::grammar::byline::is_bare_name;
use crate::grammar::names;

/// Brackets in which credits stand.
const OPENING: [char; 7] = ['(', '（', '[', '【', '［', '<', '〈'];
const CLOSING: [char; 7] = [')', '）', ']', '】', '］', '>', '〉'];

/// A bracket that ends the text and holds a credit.
pub(super) fn bracket(text: &str) -> Option<Found> {
    let body = text.trim_end_matches(['。', '.', ' ']);
    let inner_end = body.strip_suffix(CLOSING)?;
    let open = inner_end.rfind(OPENING)?;
    let (before, inner) = (inner_end.get(..open)?, inner_end.get(open..)?);
    let inner = inner.trim_start_matches(OPENING).trim();
    if inner.chars().nth(CREDIT_CHARS).is_some() {
        return None;
    }
    if let Some((label, rest)) = label_at_start(inner)
        && !rest.is_empty()
    {
        let firm = label.2 == Bare || !is_doubtful(label.1) || names_photographer(rest);
        return labelled_found(before, inner, rest, label.3, firm);
    }
    if let Some(inside) = ended(inner).filter(|inside| inside.caption.is_empty()) {
        return found(before, &inside.credit, inside.whom, inside.firm);
    }
    // "(Photo Ada Quill)"
    if let Some((label, name)) = inner.split_once(' ')
        && is_photographers(label)
        && name.contains(' ')
        && names::is_plain_name(name)
    {
        return found(before, inner, Photographer, true);
    }
    // "A boat at night. (Ada Quill)": behind a sentence stands who took it, behind a name what they are or whose.
    let is_behind_sentence = before.trim_end().ends_with(['.', '!', '?', '।']);
    if is_behind_sentence && inner.contains(' ') && is_bare_name(inner) {
        return found(before, inner, Photographer, false);
    }
    // "(Ada Quill/Harbour Wire)", "(AP)", "(Ada Quill via Example Images)"
    if !is_wire_shape(inner) {
        return None;
    }
    // "A boat at night. Photo: Ada Quill (Harbour Wire)"
    if let Some(inside) = labelled(before.trim_end())
        && let Some(whole) = body.strip_prefix(inside.caption.as_str())
    {
        return labelled_found(
            &inside.caption,
            whole,
            &inside.named,
            inside.whom,
            inside.firm,
        );
    }
    // "A boat at night. Ada Quill (AP)"
    let name = before.rsplit(['.', '!', '?']).next().unwrap_or_default();
    let named =
        name.trim().contains(' ') && names::is_plain_name(name.trim()) && name.len() < before.len();
    if named {
        let caption = before.get(..before.len() - name.len())?;
        let whole = body.get(caption.len()..)?;
        return found(caption, whole, Photographer, false);
    }
    found(before, inner, Photographer, false)
}

/// Whether a word is the label of who took a picture.
fn is_photographers(word: &str) -> bool {
    let word = word.to_lowercase();
    LABELS
        .iter()
        .any(|row| row.3 == Photographer && row.1 == word)
}
