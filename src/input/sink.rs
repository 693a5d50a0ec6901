//! The tree being built, and where its texts, pictures and frames stand in the page.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::mem;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Token;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName, local_name, ns};

use super::tree::{NodeId, Tree, Value};
use crate::article::Span;

/// A node as the tree builder holds it: it asks for the names of open elements far more often than it makes any.
#[derive(Clone)]
pub(super) struct Handle {
    pub(super) id: NodeId,
    pub(super) ns: &'static Namespace,
    pub(super) local: LocalName,
}

// No namespace but these has elements: to point at them costs nothing where handles are copied.
const HTML: &Namespace = &ns!(html);
const SVG: &Namespace = &ns!(svg);
const MATHML: &Namespace = &ns!(mathml);
const NONE: &Namespace = &ns!();

fn kept(ns: &Namespace) -> &'static Namespace {
    let mut known = [HTML, SVG, MATHML].into_iter();
    known.find(|known| *known == ns).unwrap_or(NONE)
}

impl Handle {
    /// One for what is no element, or for one whose name no one asks for.
    fn nameless(id: NodeId) -> Self {
        Self {
            id,
            ns: NONE,
            local: LocalName::default(),
        }
    }
}

/// What the tree builder builds with, told of each token where it begins. Where it ends is where the next one begins.
pub(super) struct PlacingSink {
    tree: RefCell<Tree>,
    /// Where the token at hand begins.
    at: Cell<usize>,
    /// Where the last run of text begins: the tree builder holds text inside a table back until it has seen what follows.
    text_at: Cell<usize>,
    /// Whether that run goes on: a NUL is no text, but does not part one.
    in_text: Cell<bool>,
    /// Nodes that end where the next token begins.
    unended: RefCell<Vec<NodeId>>,
}

impl PlacingSink {
    /// A tree with room for so many nodes.
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            tree: RefCell::new(Tree::with_room(nodes)),
            at: Cell::new(0),
            text_at: Cell::new(0),
            in_text: Cell::new(false),
            unended: RefCell::new(Vec::new()),
        }
    }

    /// Says where the next token begins, before the tree builder is given it.
    #[inline]
    pub(super) fn reach(&self, at: usize, token: &Token) {
        let mut unended = self.unended.borrow_mut();
        if !unended.is_empty() {
            let mut tree = self.tree.borrow_mut();
            for node in unended.iter() {
                if let Some(span) = &mut tree[*node].span {
                    span.end = span.end.max(at);
                }
            }
            unended.clear();
        }
        self.at.set(at);
        let is_text = matches!(token, Token::CharacterTokens(_));
        let goes_on = is_text || matches!(token, Token::NullCharacterToken);
        let went_on = self.in_text.replace(goes_on);
        if is_text && !went_on {
            self.text_at.set(at);
        }
    }

    /// The tree so far.
    pub(super) fn tree(&self) -> Ref<'_, Tree> {
        self.tree.borrow()
    }

    /// The list of attributes that the tree has emptied last.
    #[inline]
    pub(super) fn spare(&self) -> Vec<Attribute> {
        mem::take(&mut self.tree.borrow_mut().spare)
    }

    /// The tree, with the places of its texts, pictures and frames.
    pub(super) fn into_tree(self) -> Tree {
        self.tree.into_inner()
    }

    #[inline]
    fn note_text(&self, tree: &mut Tree, node: NodeId) {
        self.note(tree, node, self.text_at.get());
    }

    /// Notes that the node is made of the source from `start` on: up to the token at hand, or up to the next one when it is that.
    fn note(&self, tree: &mut Tree, node: NodeId, start: usize) {
        let end = self.at.get();
        let span = Span { start, end };
        let known = &mut tree[node].span;
        *known = Some(known.map_or(span, |known| known.around(span)));
        if start == end {
            self.unended.borrow_mut().push(node);
        }
    }
}

impl TreeSink for PlacingSink {
    type Output = Self;
    type Handle = Handle;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn get_document(&self) -> Handle {
        Handle::nameless(NodeId::ROOT)
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    #[inline]
    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        let Handle { ns, local, .. } = target;
        ExpandedName { ns, local }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let (ns, local) = (kept(&name.ns), name.local.clone());
        let is_shown = ns == HTML
            && matches!(
                local,
                local_name!("img")
                    | local_name!("iframe")
                    | local_name!("embed")
                    | local_name!("object")
            );
        let mut tree = self.tree.borrow_mut();
        let node = tree.add_element(name, attrs);
        if flags.template {
            let inside = tree.add(Value::Other);
            tree.append(node, inside);
        }
        if is_shown {
            self.note(&mut tree, node, self.at.get());
        }
        Handle {
            id: node,
            ns,
            local,
        }
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        let inside = self.tree.borrow()[target.id].first;
        Handle::nameless(inside.unwrap_or(target.id))
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        Handle::nameless(self.tree.borrow_mut().add(Value::Other))
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        Handle::nameless(self.tree.borrow_mut().add(Value::Other))
    }

    fn append_doctype_to_document(
        &self,
        _name: StrTendril,
        _public: StrTendril,
        _system: StrTendril,
    ) {
        let mut tree = self.tree.borrow_mut();
        let doctype = tree.add(Value::Other);
        tree.append(NodeId::ROOT, doctype);
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => tree.append(parent.id, child.id),
            NodeOrText::AppendText(text) => {
                let node = tree.append_text(parent.id, text);
                self.note_text(&mut tree, node);
            }
        }
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => tree.insert_before(sibling.id, child.id),
            NodeOrText::AppendText(text) => {
                if let Some(node) = tree.insert_text_before(sibling.id, text) {
                    self.note_text(&mut tree, node);
                }
            }
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let has_parent = self.tree.borrow()[element.id].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.tree.borrow_mut().add_attributes(target.id, attrs);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.tree.borrow_mut().move_children(node.id, new_parent.id);
    }

    // What no one asks for.

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _mode: QuirksMode) {}
}
