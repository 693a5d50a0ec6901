//! From text to tree. The only room that knows `scraper`.

use ego_tree::NodeId;
use scraper::{Html, Node};

use super::feed;
use super::sink::Places;
use crate::article::Span;
use crate::limits::{Hits, Limits};

type Handle<'a> = ego_tree::NodeRef<'a, Node>;

/// A parsed page, never edited.
pub(crate) struct Dom {
    html: Html,
    places: Places,
    hits: Hits,
}

impl Dom {
    /// Builds the tree the HTML standard prescribes, with scripting off, so that `noscript` has elements inside.
    pub(crate) fn parse(text: &str, limits: &Limits) -> Self {
        let (html, places, hits) = feed::parse(text, limits);
        Self { html, places, hits }
    }

    /// Returns the limits that cut something while parsing.
    pub(crate) fn hits(&self) -> &Hits {
        &self.hits
    }

    /// Walks the whole page in document order, `template` contents included, comments left out.
    pub(crate) fn steps(&self) -> Steps<'_> {
        Steps {
            root: self.html.tree.root(),
            next: Some(Edge::Enter(self.html.tree.root())),
        }
    }

    /// Returns where a text stands in the page; `None` when it is white space alone.
    pub(crate) fn span_of_text(&self, text: Text<'_>) -> Option<Span> {
        self.span_of(text.id)
    }

    /// Returns where the tag of a picture or a frame stands in the page; `None` for all other elements.
    pub(crate) fn span_of_tag(&self, element: Element<'_>) -> Option<Span> {
        self.span_of(element.handle.id())
    }

    fn span_of(&self, node: NodeId) -> Option<Span> {
        let row = self.places.binary_search_by_key(&node, |row| row.0).ok()?;
        self.places.get(row).map(|row| row.1)
    }

    /// Returns every element in document order.
    #[cfg(test)]
    pub(crate) fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.steps().filter_map(|step| match step {
            Step::Enter(element) => Some(element),
            Step::Text(_) | Step::Leave(_) => None,
        })
    }
}

/// An element of the tree.
#[derive(Clone, Copy)]
pub(crate) struct Element<'a> {
    handle: Handle<'a>,
    value: &'a scraper::node::Element,
}

impl<'a> Element<'a> {
    fn wrap(handle: Handle<'a>) -> Option<Self> {
        handle
            .value()
            .as_element()
            .map(|value| Self { handle, value })
    }

    /// Returns the tag name in lower case.
    pub(crate) fn name(self) -> &'a str {
        self.value.name()
    }

    /// Returns an attribute's value.
    pub(crate) fn attr(self, name: &str) -> Option<&'a str> {
        self.attrs()
            .find(|&(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// Returns the values of several attributes, found in one pass over all.
    pub(crate) fn attrs_named<const N: usize>(self, names: [&str; N]) -> [Option<&'a str>; N] {
        let mut values = [None; N];
        for (key, value) in self.attrs() {
            if let Some(at) = names.iter().position(|name| *name == key) {
                values[at].get_or_insert(value);
            }
        }
        values
    }

    /// Returns all attributes as names and values.
    pub(crate) fn attrs(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.value.attrs()
    }

    /// Walks the element and what is inside it.
    pub(crate) fn steps(self) -> Steps<'a> {
        Steps {
            root: self.handle,
            next: Some(Edge::Enter(self.handle)),
        }
    }

    /// Returns all text inside, white space as written.
    pub(crate) fn text(self) -> String {
        self.steps()
            .filter_map(|step| match step {
                Step::Text(text) => Some(text.as_str()),
                Step::Enter(_) | Step::Leave(_) => None,
            })
            .collect()
    }
}

/// A run of text between two tags.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    id: NodeId,
    text: &'a str,
}

impl<'a> Text<'a> {
    /// Returns the text, white space as written.
    pub(crate) fn as_str(self) -> &'a str {
        self.text
    }
}

/// A step of a walk in document order.
#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    Enter(Element<'a>),
    Text(Text<'a>),
    Leave(Element<'a>),
}

enum Edge<'a> {
    Enter(Handle<'a>),
    Leave(Handle<'a>),
}

/// A walk in document order by next and parent pointers: no recursion, whatever the depth.
pub(crate) struct Steps<'a> {
    root: Handle<'a>,
    next: Option<Edge<'a>>,
}

impl<'a> Steps<'a> {
    /// Leaves out the inside of the element entered last; its [`Step::Leave`] comes next.
    pub(crate) fn skip_inside(&mut self) {
        let inside = match &self.next {
            Some(Edge::Enter(handle) | Edge::Leave(handle)) => *handle,
            None => return,
        };
        // The edge after an `Enter` is the first child's `Enter`, or its own `Leave` when it is empty.
        if let Some(Edge::Enter(_)) = self.next {
            self.next = inside.parent().map(Edge::Leave);
        }
    }

    fn after(&self, handle: Handle<'a>) -> Option<Edge<'a>> {
        if handle.id() == self.root.id() {
            return None;
        }
        handle
            .next_sibling()
            .map(Edge::Enter)
            .or_else(|| handle.parent().map(Edge::Leave))
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        loop {
            match self.next.take()? {
                Edge::Enter(handle) => {
                    self.next = handle
                        .first_child()
                        .map(Edge::Enter)
                        .or(Some(Edge::Leave(handle)));
                    match handle.value() {
                        Node::Text(text) => {
                            self.next = self.after(handle);
                            let id = handle.id();
                            return Some(Step::Text(Text { id, text }));
                        }
                        Node::Element(value) => {
                            return Some(Step::Enter(Element { handle, value }));
                        }
                        _ => {}
                    }
                }
                Edge::Leave(handle) => {
                    self.next = self.after(handle);
                    if let Some(element) = Element::wrap(handle) {
                        return Some(Step::Leave(element));
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Dom, Step};
    use crate::limits::Limits;

    fn outline(html: &str) -> String {
        let dom = Dom::parse(html, &Limits::default());
        dom.steps()
            .map(|step| match step {
                Step::Enter(element) => format!("<{}>", element.name()),
                Step::Text(text) => text.as_str().to_owned(),
                Step::Leave(element) => format!("</{}>", element.name()),
            })
            .collect()
    }

    #[test]
    fn the_walk_enters_and_leaves_each_element_once() {
        assert_eq!(
            outline("<p>a<b>b</b><br>c"),
            "<html><head></head><body><p>a<b>b</b><br></br>c</p></body></html>"
        );
    }

    #[test]
    fn noscript_and_template_have_elements_inside() {
        let page = "<body><noscript><p>n</p></noscript><template><p>t</p></template>";
        let walk = "<html><head></head><body><noscript><p>n</p></noscript><template><p>t</p></template></body></html>";
        assert_eq!(outline(page), walk);
    }

    #[test]
    fn skipping_leaves_out_the_inside_only() {
        let dom = Dom::parse(
            "<div><p>in</p><p></p></div><p>after</p>",
            &Limits::default(),
        );
        let mut steps = dom.steps();
        let mut seen = String::new();
        while let Some(step) = steps.next() {
            match step {
                Step::Enter(element) if element.name() == "div" || element.text().is_empty() => {
                    steps.skip_inside();
                }
                Step::Text(text) => seen.push_str(text.as_str()),
                Step::Leave(element) => seen.extend(["</", element.name(), ">"]),
                Step::Enter(_) => {}
            }
        }
        assert_eq!(seen, "</head></div>after</p></body></html>");
    }
}
