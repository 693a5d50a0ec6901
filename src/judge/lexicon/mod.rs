//! stand-in
use crate::article::Reason;
pub(crate) mod blocked;
pub(crate) mod headings;
pub(crate) mod names;
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) marks: Reason,
}
impl Phrase {
    pub(crate) fn label(&self) -> String {
        String::new()
    }
}
#[derive(Clone, Copy, Debug)]
pub(crate) struct PhraseHit {
    pub(crate) phrase: &'static Phrase,
    pub(crate) cover: f32,
}
pub(crate) fn phrase(_text: &str) -> Option<PhraseHit> {
    None
}
