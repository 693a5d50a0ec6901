use crate::fields::byline::Named;
use crate::fields::date::{Found, Hints};
#[derive(Debug)]
pub(crate) enum Part {
    Date(Found),
    Source(String),
    Person(Named),
    EmptyLabel,
    Count,
}
pub(crate) struct HeaderLine {
    pub(crate) parts: Vec<Part>,
}
impl HeaderLine {
    pub(crate) fn read(_t: &str, _h: &Hints) -> Self {
        Self { parts: vec![] }
    }
    pub(crate) fn is_metadata(&self) -> bool {
        false
    }
}
