//! A page's elements and texts: nodes in one list, bound to each other by their numbers.

use std::num::NonZeroU32;
use std::ops::{Index, IndexMut, Range};

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

use crate::article::Span;

/// Names one node of a tree. Nodes are numbered in the order of their making.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NodeId(NonZeroU32);

impl NodeId {
    /// The document.
    pub(super) const ROOT: Self = Self(NonZeroU32::MIN);

    /// The node at a place of the list. Four billion nodes would take 400 GB.
    #[inline]
    fn from_place(at: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(at as u32))
    }

    #[inline]
    fn at(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// One node and its neighbours.
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    pub(super) previous: Option<NodeId>,
    pub(super) next: Option<NodeId>,
    pub(super) first: Option<NodeId>,
    pub(super) last: Option<NodeId>,
    /// Where it stands in the page, for texts, pictures and frames.
    pub(super) span: Option<Span>,
    pub(super) value: Value,
}

/// What a node is.
pub(super) enum Value {
    Element(Element),
    Text(StrTendril),
    /// What a walk passes by: comments and doctypes, and by themselves the document and the fragment inside a `template`.
    Other,
}

/// An element's name and attributes.
pub(super) struct Element {
    pub(super) name: QualName,
    /// Where the tree has its attributes, as written.
    attributes: Range<u32>,
    /// A bit for each name that there is: a name without its bit is no attribute of the element.
    sieve: u64,
}

/// Which bit of a sieve a name has, by its length and its ends: the names that pages use most have bits of their own.
#[inline]
fn bit_of(name: &[u8]) -> u8 {
    match name {
        [] => 0,
        [first, ..] => {
            let last = name.last().unwrap_or(first);
            let mixed = usize::from(*first) * 5 + usize::from(*last) * 3 + name.len();
            (mixed % 64) as u8
        }
    }
}

/// The nodes of a page, the document first.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Those of all elements, side by side: a list for each of them costs more to keep than to read.
    attributes: Vec<Attribute>,
    /// Of each attribute the bit of its name: others need not be compared.
    bits: Vec<u8>,
    /// The list that attributes came in last, empty: the tokenizer fills it again.
    pub(super) spare: Vec<Attribute>,
}

/// Nodes of a page for each of its attributes, on nearly all pages: for these there is room from the start.
const NODES_PER_ATTRIBUTE: usize = 1;

impl Tree {
    /// A document with room for so many nodes.
    pub(super) fn with_room(nodes: usize) -> Self {
        let mut tree = Self {
            nodes: Vec::with_capacity(nodes.saturating_add(1)),
            attributes: Vec::with_capacity(nodes / NODES_PER_ATTRIBUTE),
            bits: Vec::with_capacity(nodes / NODES_PER_ATTRIBUTE),
            spare: Vec::new(),
        };
        tree.add(Value::Other);
        tree
    }

    /// How many nodes there are besides the document, those that were taken out of it again included.
    pub(super) fn count(&self) -> usize {
        self.nodes.len() - 1
    }

    /// Makes a node that has no place yet.
    pub(super) fn add(&mut self, value: Value) -> NodeId {
        let id = NodeId::from_place(self.nodes.len());
        self.nodes.push(Node {
            parent: None,
            previous: None,
            next: None,
            first: None,
            last: None,
            span: None,
            value,
        });
        id
    }

    /// The node as an element.
    #[inline]
    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self[id].value {
            Value::Element(element) => Some(element),
            Value::Text(_) | Value::Other => None,
        }
    }

    /// Makes an element that has no place yet.
    #[inline]
    pub(super) fn add_element(&mut self, name: QualName, attributes: Vec<Attribute>) -> NodeId {
        let (attributes, sieve) = self.keep(attributes);
        self.add(Value::Element(Element {
            name,
            attributes,
            sieve,
        }))
    }

    /// Puts attributes behind all others. Returns where they are, and their sieve.
    fn keep(&mut self, mut attributes: Vec<Attribute>) -> (Range<u32>, u64) {
        let first = self.attributes.len() as u32;
        let mut sieve = 0;
        for attribute in &attributes {
            let bit = bit_of(attribute.name.local.as_bytes());
            sieve |= 1 << bit;
            self.bits.push(bit);
        }
        self.attributes.append(&mut attributes);
        self.spare = attributes;
        (first..self.attributes.len() as u32, sieve)
    }

    /// Adds those attributes that an element lacks.
    pub(super) fn add_attributes(&mut self, id: NodeId, mut more: Vec<Attribute>) {
        let Some(element) = self.element(id) else {
            return;
        };
        let known = self.attributes_of(element);
        more.retain(|attribute| !known.iter().any(|known| known.name == attribute.name));
        if more.is_empty() {
            return;
        }
        // Only `html` and `body` are given more, and the guard says how many: to put all of them anew behind the others is cheap.
        let all = [known, &more].concat();
        let kept = self.keep(all);
        if let Value::Element(element) = &mut self[id].value {
            (element.attributes, element.sieve) = kept;
        }
    }

    /// All attributes of an element with their full names.
    #[inline]
    pub(super) fn attributes_of(&self, element: &Element) -> &[Attribute] {
        let Range { start, end } = element.attributes;
        let attributes = self.attributes.get(start as usize..end as usize);
        attributes.unwrap_or_default()
    }

    /// All attributes of an element as written.
    #[inline]
    pub(super) fn attrs(&self, element: &Element) -> impl Iterator<Item = (&str, &str)> {
        self.attributes_of(element)
            .iter()
            .map(|attribute| (&*attribute.name.local, &*attribute.value))
    }

    /// The value of an attribute. Most are asked for where there is none, which the sieve tells at once.
    #[inline]
    pub(super) fn attr(&self, element: &Element, name: &str) -> Option<&str> {
        let bit = bit_of(name.as_bytes());
        if element.sieve & 1 << bit == 0 {
            return None;
        }
        self.attr_by_bit(element, name, bit)
    }

    fn attr_by_bit(&self, element: &Element, name: &str, bit: u8) -> Option<&str> {
        let Range { start, end } = element.attributes;
        let bits = self.bits.get(start as usize..end as usize);
        let attributes = self.attributes_of(element);
        for (at, known) in bits.unwrap_or_default().iter().enumerate() {
            if *known == bit
                && let Some(attribute) = attributes.get(at)
                && *attribute.name.local == *name
            {
                return Some(&attribute.value);
            }
        }
        None
    }

    /// The values of several attributes, found in one pass over all.
    pub(super) fn attrs_named<const N: usize>(
        &self,
        element: &Element,
        names: [&str; N],
    ) -> [Option<&str>; N] {
        let mut values = [None; N];
        for (key, value) in self.attrs(element) {
            if let Some(at) = names.iter().position(|name| *name == key) {
                values[at].get_or_insert(value);
            }
        }
        values
    }

    /// The next node in document order.
    pub(super) fn following(&self, id: NodeId) -> Option<NodeId> {
        self[id].first.or_else(|| self.behind(id))
    }

    /// The next node in document order that is not inside this one.
    pub(super) fn behind(&self, id: NodeId) -> Option<NodeId> {
        let mut node = &self[id];
        while node.next.is_none() {
            node = &self[node.parent?];
        }
        node.next
    }

    /// All nodes to be changed, in the order of their making.
    pub(super) fn nodes_mut(&mut self) -> impl Iterator<Item = &mut Node> {
        self.nodes.iter_mut()
    }

    /// Takes a node out of its place, with all that is inside.
    pub(super) fn detach(&mut self, id: NodeId) {
        let node = &mut self[id];
        let (previous, next) = (node.previous.take(), node.next.take());
        let Some(parent) = node.parent.take() else {
            return;
        };
        match previous {
            Some(previous) => self[previous].next = next,
            None => self[parent].first = next,
        }
        match next {
            Some(next) => self[next].previous = previous,
            None => self[parent].last = previous,
        }
    }

    /// Puts a node behind the last child of another.
    pub(super) fn append(&mut self, parent: NodeId, child: NodeId) {
        self.detach(child);
        let last = self[parent].last.replace(child);
        match last {
            Some(last) => self[last].next = Some(child),
            None => self[parent].first = Some(child),
        }
        let node = &mut self[child];
        node.parent = Some(parent);
        node.previous = last;
    }

    /// Puts a node before a sibling; nowhere when that has no parent.
    pub(super) fn insert_before(&mut self, sibling: NodeId, id: NodeId) {
        self.detach(id);
        let Some(parent) = self[sibling].parent else {
            return;
        };
        let previous = self[sibling].previous.replace(id);
        match previous {
            Some(previous) => self[previous].next = Some(id),
            None => self[parent].first = Some(id),
        }
        let node = &mut self[id];
        node.parent = Some(parent);
        node.previous = previous;
        node.next = Some(sibling);
    }

    /// Puts a text behind the last child of a node, into that child when it is a text. Returns the node it is in.
    #[inline]
    pub(super) fn append_text(&mut self, parent: NodeId, text: StrTendril) -> NodeId {
        let last = self[parent].last;
        self.extend_text(last, text).unwrap_or_else(|text| {
            let id = self.add(Value::Text(text));
            self.append(parent, id);
            id
        })
    }

    /// Puts a text before a sibling, into the node before that when it is a text. Returns the node it is in; none when the sibling
    /// has no parent.
    pub(super) fn insert_text_before(
        &mut self,
        sibling: NodeId,
        text: StrTendril,
    ) -> Option<NodeId> {
        self[sibling].parent?;
        let previous = self[sibling].previous;
        let node = self.extend_text(previous, text).unwrap_or_else(|text| {
            let id = self.add(Value::Text(text));
            self.insert_before(sibling, id);
            id
        });
        Some(node)
    }

    /// Puts a text into the node when that is one; else gives it back.
    fn extend_text(&mut self, id: Option<NodeId>, text: StrTendril) -> Result<NodeId, StrTendril> {
        match id.map(|id| (id, &mut self[id].value)) {
            Some((id, Value::Text(known))) => {
                known.push_tendril(&text);
                Ok(id)
            }
            _ => Err(text),
        }
    }

    /// Puts all children of a node behind those of another.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        let (first, last) = (self[from].first.take(), self[from].last.take());
        let (Some(first), Some(last)) = (first, last) else {
            return;
        };
        let mut next = Some(first);
        while let Some(child) = next {
            self[child].parent = Some(to);
            next = self[child].next;
        }
        let before = self[to].last.replace(last);
        self[first].previous = before;
        match before {
            Some(before) => self[before].next = Some(first),
            None => self[to].first = Some(first),
        }
    }
}

impl Index<NodeId> for Tree {
    type Output = Node;

    #[inline]
    fn index(&self, id: NodeId) -> &Node {
        &self.nodes[id.at()]
    }
}

impl IndexMut<NodeId> for Tree {
    #[inline]
    fn index_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.at()]
    }
}
