pub(crate) struct SplitCaption {
    pub(crate) caption: Option<String>,
    pub(crate) credit: Option<String>,
    pub(crate) photographers: Vec<crate::article::Person>,
}
pub(crate) fn split(text: &str) -> SplitCaption {
    SplitCaption {
        caption: Some(text.to_owned()),
        credit: None,
        photographers: vec![],
    }
}
pub(crate) fn marks_caption(_text: &str) -> bool {
    false
}
