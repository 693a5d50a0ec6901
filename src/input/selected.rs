//! Elements that a caller's CSS selectors match. The only room that knows `scraper`, whose engine matches them.

use std::collections::{BTreeSet, HashMap};

use html5ever::tree_builder::{ElementFlags, NodeOrText, TreeSink};
use scraper::{Html, HtmlTreeSink, Selector};

use super::tree::{NodeId, Tree, Value};

/// A CSS selector that can be matched.
#[derive(Clone, Debug)]
pub(crate) struct Css(Selector);

impl Css {
    /// `None` for what is no selector.
    pub(crate) fn parse(css: &str) -> Option<Self> {
        Selector::parse(css).ok().map(Self)
    }
}

/// A page's elements as `scraper` has them, each bound to its own.
pub(super) struct Selection {
    html: Html,
    twins: HashMap<<HtmlTreeSink as TreeSink>::Handle, NodeId>,
}

impl Selection {
    /// Copies a tree, comments left out; what a `template` holds stands in it. A walk by pointers: no recursion, whatever the depth.
    pub(super) fn of(tree: &Tree) -> Self {
        let sink = HtmlTreeSink::new(Html::new_document());
        let mut copies = HashMap::from([(NodeId::ROOT, sink.get_document())]);
        let mut twins = HashMap::new();
        let mut next = tree.following(NodeId::ROOT);
        while let Some(id) = next {
            next = tree.following(id);
            let parent = tree[id].parent.and_then(|parent| copies.get(&parent));
            let Some(parent) = parent.copied() else {
                continue;
            };
            match &tree[id].value {
                Value::Element(element) => {
                    let attributes = tree.attributes_of(element).to_vec();
                    let name = element.name.clone();
                    let copy = sink.create_element(name, attributes, ElementFlags::default());
                    sink.append(&parent, NodeOrText::AppendNode(copy));
                    twins.insert(copy, id);
                    copies.insert(id, copy);
                }
                Value::Text(text) => sink.append(&parent, NodeOrText::AppendText(text.clone())),
                Value::Other => {
                    copies.insert(id, parent);
                }
            }
        }
        Self {
            html: sink.finish(),
            twins,
        }
    }

    /// Returns the elements that one of the selectors matches.
    pub(super) fn matches(&self, selectors: &[Css]) -> BTreeSet<NodeId> {
        let found = selectors.iter().flat_map(|css| self.html.select(&css.0));
        found
            .filter_map(|element| self.twins.get(&element.id()).copied())
            .collect()
    }
}
