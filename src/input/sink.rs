//! The tree being built, and where its texts, pictures and frames stand in the page.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use ego_tree::{NodeId, Tree};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName, expanded_name, local_name, ns};
use scraper::{Html, HtmlTreeSink, Node};

use crate::article::Span;

/// Nodes with where they stand, in the order of their making, which is the order of their ids.
pub(super) type Places = Vec<(NodeId, Span)>;

/// scraper's sink, told of each token where it begins. Where it ends is where the next one begins.
pub(super) struct PlacingSink {
    html: HtmlTreeSink,
    /// Where the token at hand begins.
    at: Cell<usize>,
    /// Where the last token of text begins: the tree builder holds text inside a table back until it has seen what follows.
    text_at: Cell<usize>,
    places: RefCell<Places>,
    /// Rows of `places` that end where the next token begins.
    unended: RefCell<Vec<usize>>,
}

impl PlacingSink {
    /// A tree with room for so many nodes.
    pub(super) fn new(nodes: usize) -> Self {
        let html = Html {
            tree: Tree::with_capacity(Node::Document, nodes),
            ..Html::new_document()
        };
        Self {
            html: HtmlTreeSink::new(html),
            at: Cell::new(0),
            text_at: Cell::new(0),
            places: RefCell::new(Vec::new()),
            unended: RefCell::new(Vec::new()),
        }
    }

    /// Says where the next token begins, before the tree builder is given it.
    pub(super) fn reach(&self, at: usize, is_text: bool) {
        let mut unended = self.unended.borrow_mut();
        if !unended.is_empty() {
            let mut places = self.places.borrow_mut();
            for row in unended.drain(..) {
                if let Some((_, span)) = places.get_mut(row) {
                    span.end = span.end.max(at);
                }
            }
        }
        self.at.set(at);
        if is_text {
            self.text_at.set(at);
        }
    }

    /// The tree so far.
    pub(super) fn html(&self) -> Ref<'_, Html> {
        self.html.0.borrow()
    }

    /// The tree, and the places of its texts, pictures and frames.
    pub(super) fn into_parts(self) -> (Html, Places) {
        (self.html.finish(), self.places.into_inner())
    }

    fn note_text(&self, node: Option<NodeId>) {
        if let Some(node) = node {
            self.note(node, self.text_at.get());
        }
    }

    /// Notes that the node is made of the source from `start` on: up to the token at hand, or up to the next one when it is that.
    fn note(&self, node: NodeId, start: usize) {
        let end = self.at.get();
        let span = Span { start, end };
        let mut places = self.places.borrow_mut();
        // A node is younger than all before it, save where the tree builder adds to one.
        let row = match places.last() {
            Some((last, _)) if *last >= node => places.partition_point(|&(other, _)| other < node),
            _ => places.len(),
        };
        match places.get_mut(row) {
            Some((other, known)) if *other == node => *known = known.around(span),
            _ => places.insert(row, (node, span)),
        }
        if start == end {
            self.unended.borrow_mut().push(row);
        }
    }

    fn last_child(&self, parent: NodeId) -> Option<NodeId> {
        let html = self.html();
        Some(html.tree.get(parent)?.last_child()?.id())
    }

    fn before(&self, sibling: NodeId) -> Option<NodeId> {
        let html = self.html();
        Some(html.tree.get(sibling)?.prev_sibling()?.id())
    }

    fn has_parent(&self, node: NodeId) -> bool {
        let html = self.html();
        html.tree
            .get(node)
            .is_some_and(|node| node.parent().is_some())
    }
}

impl TreeSink for PlacingSink {
    type Output = Self;
    type Handle = NodeId;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let shown = [
            expanded_name!(html "img"),
            expanded_name!(html "iframe"),
            expanded_name!(html "embed"),
            expanded_name!(html "object"),
        ];
        let is_shown = shown.contains(&name.expanded());
        let node = self.html.create_element(name, attrs, flags);
        if is_shown {
            self.note(node, self.at.get());
        }
        node
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let is_text = matches!(child, NodeOrText::AppendText(_));
        self.html.append(parent, child);
        if is_text {
            self.note_text(self.last_child(*parent));
        }
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let is_text = matches!(child, NodeOrText::AppendText(_));
        self.html.append_before_sibling(sibling, child);
        if is_text && self.has_parent(*sibling) {
            self.note_text(self.before(*sibling));
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        if self.has_parent(*element) {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    // The rest is scraper's.

    fn parse_error(&self, message: Cow<'static, str>) {
        self.html.parse_error(message);
    }

    fn get_document(&self) -> NodeId {
        self.html.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.html.elem_name(target)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.html.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.html.create_pi(target, data)
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.html.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.html.get_template_contents(target)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        self.html.same_node(one, other)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.html.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        self.html.add_attrs_if_missing(target, attrs);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.html.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.html.reparent_children(node, new_parent);
    }
}
