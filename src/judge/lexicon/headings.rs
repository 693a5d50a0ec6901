use crate::article::Reason;
pub(crate) fn opens(_text: &str) -> Option<Reason> {
    None
}
