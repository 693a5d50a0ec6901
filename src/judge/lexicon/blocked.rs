pub(crate) fn blocked(_t: &str) -> Option<()> {
    None
}
