//! From text to tree. The only room that knows how the tree is kept.

use std::borrow::Cow;

use html5ever::local_name;

use super::feed;
use super::selected::{Css, Selection};
use super::tree::{self, Node, NodeId, Tree, Value};
use crate::article::Span;
use crate::limits::{Hits, Limits};

/// A parsed page, never edited.
pub(crate) struct Dom {
    tree: Tree,
    hits: Hits,
    /// The elements that alone are read, in document order, none inside another; empty for the whole page.
    parts: Vec<NodeId>,
}

impl Dom {
    /// Builds the tree the HTML standard prescribes, with scripting off, so that `noscript` has elements inside.
    pub(crate) fn parse(text: &str, limits: &Limits) -> Self {
        let (tree, hits) = feed::parse(text, limits);
        Self {
            tree,
            hits,
            parts: Vec::new(),
        }
    }

    /// Narrows the page to what a caller reads of it: takes out what `without` matches, and reads of the rest what `only` matches and
    /// each `h1`. Where `only` matches no text, the page is whole.
    pub(crate) fn narrow(&mut self, only: &[Css], without: &[Css]) {
        if only.is_empty() && without.is_empty() {
            return;
        }
        let selection = Selection::of(&self.tree);
        for id in selection.matches(without) {
            self.tree.detach(id);
        }
        let chosen = selection.matches(only);
        let is_h1 = |id: NodeId| {
            let element = self.tree.element(id);
            element.is_some_and(|element| element.name.local == local_name!("h1"))
        };
        let mut parts = Vec::new();
        let mut found = false;
        let mut next = Some(NodeId::ROOT);
        while let Some(id) = next {
            let is_chosen = chosen.contains(&id);
            found |= is_chosen && self.has_text(id);
            next = if is_chosen || is_h1(id) {
                parts.push(id);
                self.tree.behind(id)
            } else {
                self.tree.following(id)
            };
        }
        if found {
            self.parts = parts;
        }
    }

    fn has_text(&self, id: NodeId) -> bool {
        let is_text = |step| matches!(step, Step::Text(text) if !text.as_str().trim().is_empty());
        Steps::within(&self.tree, id).any(is_text)
    }

    /// Whether all of the page is read.
    pub(crate) fn is_whole(&self) -> bool {
        self.parts.is_empty()
    }

    /// Walks what is read of the page: all of it, or one part after the other.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Steps<'_>> {
        let whole = self.is_whole().then_some(NodeId::ROOT);
        let parts = whole.into_iter().chain(self.parts.iter().copied());
        parts.map(|id| Steps::within(&self.tree, id))
    }

    /// Returns the limits that cut something while parsing.
    pub(crate) fn hits(&self) -> &Hits {
        &self.hits
    }

    /// Returns how many nodes it has; the walk may pass by some.
    pub(crate) fn count(&self) -> usize {
        self.tree.count()
    }

    /// Walks the whole page in document order, `template` contents included, comments left out.
    pub(crate) fn steps(&self) -> Steps<'_> {
        Steps::within(&self.tree, NodeId::ROOT)
    }

    /// Returns the scripts in document order: a walk that stops at nothing else.
    pub(crate) fn scripts(&self) -> impl Iterator<Item = Element<'_>> {
        let tree = &self.tree;
        let nodes = std::iter::successors(Some(NodeId::ROOT), |id| tree.following(*id));
        nodes.filter_map(|id| {
            let value = tree.element(id)?;
            let is_script = value.name.local == local_name!("script");
            is_script.then(|| Element::of(tree, id, value))
        })
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
    tree: &'a Tree,
    id: NodeId,
    value: &'a tree::Element,
    /// Asked for more often than anything else, and kept in one of three ways.
    name: &'a str,
}

impl<'a> Element<'a> {
    #[inline]
    fn of(tree: &'a Tree, id: NodeId, value: &'a tree::Element) -> Self {
        Self {
            tree,
            id,
            value,
            name: &value.name.local,
        }
    }

    /// Returns the tag name in lower case.
    #[inline]
    pub(crate) fn name(self) -> &'a str {
        self.name
    }

    /// Returns an attribute's value.
    #[inline]
    pub(crate) fn attr(self, name: &str) -> Option<&'a str> {
        self.tree.attr(self.value, name)
    }

    /// Returns the values of several attributes, found in one pass over all.
    pub(crate) fn attrs_named<const N: usize>(self, names: [&str; N]) -> [Option<&'a str>; N] {
        self.tree.attrs_named(self.value, names)
    }

    /// Returns all attributes as names and values, in the order of their names.
    pub(crate) fn attrs(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut attributes: Vec<_> = self.tree.attrs(self.value).collect();
        attributes.sort_unstable();
        attributes.into_iter()
    }

    /// Whether it has one of these attributes.
    #[inline]
    pub(crate) fn has_any(self, names: &[&str]) -> bool {
        names.iter().any(|name| self.attr(name).is_some())
    }

    /// Returns where the tag of a picture or a frame stands in the page; `None` for all other elements.
    pub(crate) fn span_of_tag(self) -> Option<Span> {
        self.tree[self.id].span
    }

    /// Walks the element and what is inside it.
    pub(crate) fn steps(self) -> Steps<'a> {
        Steps::within(self.tree, self.id)
    }

    /// Returns all text inside, white space as written.
    pub(crate) fn text(self) -> Cow<'a, str> {
        let mut texts = self.steps().filter_map(|step| match step {
            Step::Text(text) => Some(text.as_str()),
            Step::Enter(_) | Step::Leave(_) => None,
        });
        let first = texts.next().unwrap_or_default();
        match texts.next() {
            None => Cow::Borrowed(first),
            Some(next) => [first, next].into_iter().chain(texts).collect(),
        }
    }
}

/// A run of text between two tags.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    text: &'a str,
    span: Option<Span>,
}

impl<'a> Text<'a> {
    /// Returns the text, white space as written.
    pub(crate) fn as_str(self) -> &'a str {
        self.text
    }

    /// Returns where it stands in the page; `None` when it is white space alone.
    pub(crate) fn span(self) -> Option<Span> {
        self.span
    }
}

/// A step of a walk in document order.
#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    Enter(Element<'a>),
    Text(Text<'a>),
    Leave(Element<'a>),
}

#[derive(Clone, Copy)]
enum Edge {
    Enter(NodeId),
    Leave(NodeId),
}

/// A walk in document order by next and parent pointers: no recursion, whatever the depth.
pub(crate) struct Steps<'a> {
    tree: &'a Tree,
    root: NodeId,
    next: Option<Edge>,
}

impl<'a> Steps<'a> {
    fn within(tree: &'a Tree, root: NodeId) -> Self {
        Self {
            tree,
            root,
            next: Some(Edge::Enter(root)),
        }
    }

    /// Leaves out the inside of the element entered last; its [`Step::Leave`] comes next.
    pub(crate) fn skip_inside(&mut self) {
        // The edge after an `Enter` is the first child's `Enter`, or its own `Leave` when it is empty.
        if let Some(Edge::Enter(inside)) = self.next {
            self.next = self.tree[inside].parent.map(Edge::Leave);
        }
    }

    #[inline]
    fn after(&self, id: NodeId, node: &Node) -> Option<Edge> {
        if id == self.root {
            return None;
        }
        let next = node.next.map(Edge::Enter);
        next.or_else(|| node.parent.map(Edge::Leave))
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Step<'a>;

    #[inline]
    fn next(&mut self) -> Option<Step<'a>> {
        let tree = self.tree;
        loop {
            match self.next? {
                Edge::Enter(id) => {
                    let node = &tree[id];
                    let first = node.first.map(Edge::Enter);
                    match &node.value {
                        Value::Element(value) => {
                            self.next = first.or(Some(Edge::Leave(id)));
                            return Some(Step::Enter(Element::of(tree, id, value)));
                        }
                        Value::Text(text) => {
                            self.next = self.after(id, node);
                            let span = node.span;
                            return Some(Step::Text(Text { text, span }));
                        }
                        Value::Other => self.next = first.or_else(|| self.after(id, node)),
                    }
                }
                Edge::Leave(id) => {
                    let node = &tree[id];
                    self.next = self.after(id, node);
                    if let Value::Element(value) = &node.value {
                        return Some(Step::Leave(Element::of(tree, id, value)));
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
    fn every_attribute_is_found_by_its_name_and_no_other() {
        // The second `body` adds to the first.
        let names: Vec<String> = (0..90).map(|i| format!("data-{i}{}", i % 7)).collect();
        let body = format!("<body {}=x>", names.join("=x "));
        let dom = Dom::parse(
            &format!("<body class=a id=b>{body}<p a z 属性=1>"),
            &Limits::default(),
        );
        let mut count = 0;
        for element in dom.elements() {
            for (name, value) in element.attrs() {
                assert_eq!(element.attr(name), Some(value), "{name}");
                assert!(element.has_any(&["none", name]));
                assert_eq!(element.attrs_named(["none", name]), [None, Some(value)]);
                count += 1;
            }
            assert_eq!(element.attr("none"), None);
            assert_eq!(element.attr(""), None);
        }
        assert_eq!(count, 2 + names.len() + 3);
    }

    #[test]
    fn a_text_without_a_place_is_white_space_alone() {
        for page in [
            "\n <p> a <b> </b>\u{3000}<i>&nbsp;</i> </p>\n",
            "<table>\0x\0 <tr> y <td> z \0\0 </table> \0",
            "<table> \0 <tr>\0\n<td></table><svg> \0<p> \0 q",
            "<html> \0 <head> \0 </head> \0 <body>\0 \0</body> </html> \0",
        ] {
            for step in Dom::parse(page, &Limits::default()).steps() {
                if let Step::Text(text) = step {
                    // In `svg` a NUL is shown by this sign.
                    let shown = text.as_str().replace('\u{fffd}', " ");
                    let is_blank = shown.trim().is_empty();
                    assert!(
                        is_blank || text.span().is_some(),
                        "{page:?} {:?}",
                        text.as_str()
                    );
                }
            }
        }
    }

    #[test]
    fn scripts_are_found_in_the_order_of_the_page() {
        let page = "<script id=a></script><table><script id=b></script><p><script id=c></script></table><template><script id=d></script></template>";
        let dom = Dom::parse(page, &Limits::default());
        let walked = dom.elements().filter(|element| element.name() == "script");
        let walked: Vec<_> = walked.map(|element| element.attr("id")).collect();
        let found: Vec<_> = dom.scripts().map(|element| element.attr("id")).collect();
        assert_eq!(found, walked);
        assert_eq!(found.len(), 4);
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
