//! Bounds on the tree builder: the standard's tree for honest pages, linear time for the others.
//!
//! html5ever's cost per tag grows with the elements that are open, with the formatting elements it has to open again, and with the
//! attributes of the tag; 30,000 nested `div` take seconds, 75 kB of misnested `font` millions of nodes. The guard stands between
//! tokenizer and tree builder and leaves out what would go over a limit. It never leaves out text.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::mem;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{Tracer, TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, local_name, ns};

use super::sink::{Handle, PlacingSink};
use super::tags::{is_formatting, opens_nothing};
use super::tree::Tree;
use crate::limits::{Hits, Limit, Limits};

/// Elements that one start tag can open at most: itself, `tbody` and `tr` before it, and one to spare.
const OPENED_BY_A_TAG: usize = 4;

/// Elements that are open without a tag: `html`, `head` or `body`.
const OPENED_BY_NONE: usize = 3;

/// Nodes that a page may have for each of its tags and comments. An honest page has about two; formatting elements that are opened
/// again in every block have up to [`Limit::OpenFormatting`].
const NODES_PER_TAG: usize = 8;

/// Nodes on top of [`NODES_PER_TAG`], so that a small page with sloppy formatting stays whole.
const NODES_TO_SPARE: usize = 10_000;

/// Bytes of a page for each node of its tree, for which there is room from the start; on most pages it is enough.
const BYTES_PER_NODE: usize = 40;

/// How much longer than [`Limit::AttributeBytes`] the `content` of a `meta` may be: some pages keep the article there.
const META_CONTENT_FACTOR: usize = 16;

/// The token sink that watches over the tree builder.
pub(super) struct Guard<'l> {
    builder: TreeBuilder<Handle, PlacingSink>,
    limits: &'l Limits,
    depth: usize,
    formatting: usize,
    /// Nodes that any page may have.
    nodes: usize,
    ended: Cell<bool>,
    state: RefCell<State>,
    handles: Handles,
}

/// What is known without asking the tree builder, and what was left out.
#[derive(Default)]
struct State {
    /// No fewer than the elements that are open, or will be as soon as formatting is opened again.
    open: usize,
    /// No fewer than the formatting elements among them.
    formatting: usize,
    /// Whether both are exact.
    exact: bool,
    /// Names of start tags that were left out as too deep, so that their end tags are left out as well.
    too_deep: Names,
    /// The same for formatting.
    too_formatted: Names,
    /// Attributes that were merged into `html` and into `body`.
    merged: [HashSet<LocalName>; 2],
    /// Tags and comments so far.
    tags: usize,
    /// Whether text came since an empty element was put in the place of one that was too deep.
    has_text: bool,
    hits: Hits,
}

/// Names with how often each is still to be met.
#[derive(Default)]
struct Names(HashMap<LocalName, usize>);

impl Names {
    fn put(&mut self, name: LocalName) {
        *self.0.entry(name).or_default() += 1;
    }

    fn has(&self, name: &LocalName) -> bool {
        self.0.contains_key(name)
    }

    fn take(&mut self, name: &LocalName) {
        if let Some(count) = self.0.get_mut(name) {
            *count -= 1;
            if *count == 0 {
                self.0.remove(name);
            }
        }
    }

    /// Forgets all. A new map, as emptying a large one costs its size each time.
    fn forget(&mut self) {
        if !self.0.is_empty() {
            self.0 = HashMap::new();
        }
    }
}

/// The handles that the tree builder holds, in its order: document, open elements, active formatting elements, `head`, `form`.
#[derive(Default)]
struct Handles(RefCell<Vec<Handle>>);

impl Tracer for Handles {
    type Handle = Handle;

    fn trace_handle(&self, node: &Handle) {
        self.0.borrow_mut().push(node.clone());
    }
}

impl<'l> Guard<'l> {
    /// Watches over the building of a tree from a text of so many bytes.
    pub(super) fn new(limits: &'l Limits, bytes: usize) -> Self {
        // With scripting off, `noscript` has elements inside.
        let options = TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        let nodes = (bytes / BYTES_PER_NODE).min(limits.count(Limit::Nodes));
        Self {
            builder: TreeBuilder::new(PlacingSink::new(nodes), options),
            limits,
            depth: limits.count(Limit::Depth),
            formatting: limits.count(Limit::OpenFormatting),
            nodes: limits.count(Limit::Nodes).min(NODES_TO_SPARE),
            ended: Cell::new(false),
            state: RefCell::new(State {
                open: OPENED_BY_NONE,
                ..State::default()
            }),
            handles: Handles::default(),
        }
    }

    /// Whether no more is taken in, as the tree is full.
    pub(super) fn ended(&self) -> bool {
        self.ended.get()
    }

    /// A list of attributes that the tokenizer may fill again.
    pub(super) fn spare(&self) -> Vec<Attribute> {
        self.builder.sink.spare()
    }

    /// Notes how many attributes the tokenizer met in one tag. It hands on no more than are allowed.
    pub(super) fn note_attributes(&self, seen: usize) {
        let mut state = self.state.borrow_mut();
        state.hits.over(self.limits, Limit::AttributesPerTag, seen);
    }

    pub(super) fn finish(self) -> (Tree, Hits) {
        (self.builder.sink.into_tree(), self.state.into_inner().hits)
    }

    /// Whether the tree builder is given a start tag.
    fn start(&self, tag: &mut Tag, line: u64, state: &mut State) -> bool {
        self.cut_attributes(tag, &mut state.hits);
        match tag.name {
            local_name!("html") => self.cut_merged(tag, 0, state),
            local_name!("body") => self.cut_merged(tag, 1, state),
            _ => {}
        }
        self.settle(state);
        let is_formatting = is_formatting(&tag.name);
        if is_formatting && state.formatting >= self.formatting {
            self.count(state);
            if state.formatting >= self.formatting {
                let seen = state.formatting + 1;
                state.hits.over(self.limits, Limit::OpenFormatting, seen);
                state.too_formatted.put(tag.name.clone());
                return false;
            }
        }
        if state.open.saturating_add(OPENED_BY_A_TAG) > self.depth {
            self.count(state);
            if state.open >= self.depth && !(opens_nothing(&tag.name) && self.in_html()) {
                let seen = state.open + 1;
                state.hits.over(self.limits, Limit::Depth, seen);
                state.too_deep.put(tag.name.clone());
                self.part_text(&tag.name, state, line);
                return false;
            }
        }
        state.open = state.open.saturating_add(OPENED_BY_A_TAG);
        state.formatting += usize::from(is_formatting);
        state.exact = false;
        true
    }

    /// Stands in for the start or end tag of an element that was left out as too deep: its text stays, and an empty element keeps it
    /// from running into the text before.
    fn part_text(&self, name: &LocalName, state: &mut State, line: u64) {
        // An end tag for a `form` that was not opened could close one that was.
        if is_formatting(name) || *name == local_name!("form") || !mem::take(&mut state.has_text) {
            return;
        }
        state.exact = false;
        for kind in [TagKind::StartTag, TagKind::EndTag] {
            let tag = Tag {
                kind,
                name: name.clone(),
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            // No element that is left out switches the tokenizer.
            let tag = Token::TagToken(tag);
            let _: TokenSinkResult<Handle> = self.builder.process_token(tag, line);
            self.bound_nodes(state);
        }
    }

    /// Whether the tree builder is given an end tag.
    fn end(&self, tag: &Tag, line: u64, state: &mut State) -> bool {
        self.settle(state);
        if state.too_deep.has(&tag.name) {
            state.too_deep.take(&tag.name);
            self.part_text(&tag.name, state, line);
            return false;
        }
        if state.too_formatted.has(&tag.name) {
            state.too_formatted.take(&tag.name);
            return false;
        }
        state.exact = false;
        true
    }

    /// Ends the tree where it has more nodes than it may.
    #[inline]
    fn bound_nodes(&self, state: &mut State) {
        let nodes = self.builder.sink.tree().count();
        if nodes <= self.nodes {
            return;
        }
        let allowed = NODES_PER_TAG
            .saturating_mul(state.tags)
            .saturating_add(NODES_TO_SPARE);
        if nodes > allowed && self.limits.get(Limit::Nodes) != u64::MAX {
            let limits = self.limits.clone().set(Limit::Nodes, allowed as u64);
            self.ended
                .set(state.hits.over(&limits, Limit::Nodes, nodes));
        } else if state.hits.over(self.limits, Limit::Nodes, nodes) {
            self.ended.set(true);
        }
    }

    /// Forgets what was left out once there is room again: an element around it has closed, so it would be closed too, and the next
    /// end tag of that name is for another.
    fn settle(&self, state: &mut State) {
        if state.too_deep.0.is_empty() && state.too_formatted.0.is_empty() {
            return;
        }
        self.count(state);
        if state.open < self.depth {
            state.too_deep.forget();
        }
        if state.formatting < self.formatting {
            state.too_formatted.forget();
        }
    }

    /// Makes the counts of `state` exact. Costs as much as is open, so it is asked near a limit only.
    fn count(&self, state: &mut State) {
        if mem::replace(&mut state.exact, true) {
            return;
        }
        self.handles.0.borrow_mut().clear();
        self.builder.trace_handles(&self.handles);
        let mut handles = self.handles.0.borrow_mut();
        let fixed = fixed_handles(&handles);
        let kept = handles.len() - fixed;
        handles.truncate(kept);
        state.open = handles.len() - 1;
        if state.formatting > 0 {
            // An element that is both open and active is traced twice; one that waits to be opened again counts as open.
            handles.retain(|handle| *handle.ns == ns!(html) && is_formatting(&handle.local));
            let traced = handles.len();
            handles.sort_unstable_by_key(|handle| handle.id);
            handles.dedup_by_key(|handle| handle.id);
            state.formatting = handles.len();
            state.open -= traced - handles.len();
        }
    }

    /// Whether the next start tag is read by the rules of HTML: in `svg` and `math`, `style` and `input` stay open like any other
    /// element, save inside the few elements that hold HTML again.
    fn in_html(&self) -> bool {
        if !self
            .builder
            .adjusted_current_node_present_but_not_in_html_namespace()
        {
            return true;
        }
        self.handles.0.borrow_mut().clear();
        self.builder.trace_handles(&self.handles);
        // No active formatting element is foreign, so the last foreign one is the last that is open.
        self.handles
            .0
            .borrow()
            .iter()
            .rev()
            .find_map(|handle| match *handle.ns {
                ns!(svg) => Some(matches!(
                    handle.local,
                    local_name!("foreignObject") | local_name!("desc") | local_name!("title")
                )),
                ns!(mathml) => Some(matches!(
                    handle.local,
                    local_name!("mi")
                        | local_name!("mo")
                        | local_name!("mn")
                        | local_name!("ms")
                        | local_name!("mtext")
                )),
                _ => None,
            })
            == Some(true)
    }

    fn cut_attributes(&self, tag: &mut Tag, hits: &mut Hits) {
        let bound = self.limits.count(Limit::AttributeBytes);
        if tag
            .attrs
            .iter()
            .all(|attr| attr.value.len() <= bound && attr.name.local.len() <= bound)
        {
            return;
        }
        tag.attrs
            .retain(|attr| !hits.over(self.limits, Limit::AttributeBytes, attr.name.local.len()));
        for attr in &mut tag.attrs {
            let is_meta_content =
                tag.name == local_name!("meta") && attr.name.local == local_name!("content");
            let bound = if is_meta_content {
                bound.saturating_mul(META_CONTENT_FACTOR)
            } else {
                bound
            };
            if attr.value.len() > bound {
                hits.over(self.limits, Limit::AttributeBytes, attr.value.len());
                attr.value = start_of(&attr.value, bound);
            }
        }
    }

    /// Bounds what a page adds to `html` and `body` by writing their start tags again and again.
    fn cut_merged(&self, tag: &mut Tag, which: usize, state: &mut State) {
        let bound = self.limits.count(Limit::AttributesPerTag);
        let State { merged, hits, .. } = state;
        let Some(merged) = merged.get_mut(which) else {
            return;
        };
        tag.attrs.retain(|attr| {
            let name = &attr.name.local;
            if merged.contains(name) {
                return true;
            }
            if merged.len() >= bound {
                hits.over(self.limits, Limit::AttributesPerTag, merged.len() + 1);
                return false;
            }
            merged.insert(name.clone())
        });
    }
}

impl TokenSink for Guard<'_> {
    type Handle = Handle;

    fn process_token(&self, mut token: Token, line: u64) -> TokenSinkResult<Handle> {
        if self.ended.get() && token != Token::EOFToken {
            return TokenSinkResult::Continue;
        }
        self.builder.sink.reach(line as usize, &token);
        let mut state = self.state.borrow_mut();
        let goes_on = match &mut token {
            Token::TagToken(tag) => {
                state.tags += 1;
                match tag.kind {
                    TagKind::StartTag => self.start(tag, line, &mut state),
                    TagKind::EndTag => self.end(tag, line, &mut state),
                }
            }
            Token::CommentToken(_) => {
                state.tags += 1;
                true
            }
            Token::CharacterTokens(text) => {
                state.has_text = state.has_text || !text.trim_ascii_start().is_empty();
                true
            }
            _ => return self.builder.process_token(token, line),
        };
        if !goes_on {
            return TokenSinkResult::Continue;
        }
        let result = self.builder.process_token(token, line);
        self.bound_nodes(&mut state);
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// How many handles at the end are the pointers to `head` and `form`, not elements of a list.
fn fixed_handles(handles: &[Handle]) -> usize {
    match handles {
        [.., head, form]
            if head.local == local_name!("head") && form.local == local_name!("form") =>
        {
            2
        }
        [_, _, .., head] if head.local == local_name!("head") => 1,
        _ => 0,
    }
}

/// The first `bound` bytes, cut at a character, in memory of their own: a part of a tendril keeps the whole alive.
fn start_of(value: &StrTendril, bound: usize) -> StrTendril {
    let end = (0..=bound)
        .rev()
        .find(|&end| value.is_char_boundary(end))
        .unwrap_or(0);
    StrTendril::from(value.get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests;
