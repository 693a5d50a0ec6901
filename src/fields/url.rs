use url::Url;
pub(crate) struct Resolver {
    base: Option<Url>,
}
impl Resolver {
    pub(crate) fn new(page: Option<&Url>, _base: Option<&str>) -> Self {
        Self {
            base: page.cloned(),
        }
    }
    pub(crate) fn resolve(&self, raw: &str) -> Option<String> {
        let u = match &self.base {
            Some(b) => b.join(raw).ok()?,
            None => Url::parse(raw).ok()?,
        };
        matches!(u.scheme(), "http" | "https").then(|| u.to_string())
    }
    pub(crate) fn resolve_image(&self, raw: &str) -> Option<String> {
        self.resolve(raw)
    }
}
pub(crate) fn canonical(u: &str) -> String {
    u.to_owned()
}
