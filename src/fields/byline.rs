#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Desk {
    Author,
    Editor,
    Contributor,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) person: crate::article::Person,
    pub(crate) desk: Desk,
}
pub(crate) fn names(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}
pub(crate) fn is_name(_t: &str) -> bool {
    true
}
pub(crate) fn in_opening(_p: &str) -> Vec<Named> {
    vec![]
}
pub(crate) fn in_closing(_p: &str) -> Vec<Named> {
    vec![]
}
