//! From tree to blocks: one walk, no recursion.

mod attributes;
mod rows;
mod set_apart;
mod veil;

use std::borrow::Cow;

use self::attributes::{MOST_COLUMNS, MOST_ROWS, covered, is_centred, presence_of};
use self::set_apart::Inset;
use self::veil::Veil;
use crate::grammar::image;
use crate::input::dom::{Dom, Element as Tag, Step, Steps, Text};
use crate::limits::{Limit, Limits};
use crate::page::block::{Blocks, Element, ElementId, Kind, Picture, Presence};
use crate::page::claims::Claims;
use crate::page::embed;
use crate::page::footnote;
use crate::page::line::{Inlines, Line};
use crate::page::named::Spellings;
use crate::page::panels::{Panels, is_frame};
use crate::page::state;
use crate::page::tags;
use crate::text::clean::{clean, fold_space};

/// Cuts a page into blocks, in page order; the bodies that JSON-LD claims follow as blocks that no reader sees, unless the caller reads
/// a part of the page only.
pub(crate) fn blocks(dom: &Dom, claims: &Claims, limits: &Limits) -> Blocks {
    let mut segmenter = Segmenter::new(limits);
    let nodes = dom.count();
    segmenter.blocks.elements.reserve(nodes / NODES_PER_ELEMENT);
    segmenter.blocks.rows.reserve(nodes / NODES_PER_BLOCK);
    segmenter.blocks.inlines.reserve(nodes / NODES_PER_BLOCK);
    segmenter.placed = true;
    for part in dom.parts() {
        segmenter.walk(part);
    }
    segmenter.placed = false;
    for field in std::mem::take(&mut segmenter.fields) {
        let inner = Dom::parse(&field.text, limits);
        segmenter.enter_virtual("textarea", Presence::Field, field.parent);
        segmenter.walk(inner.steps());
        segmenter.leave();
    }
    if !dom.is_whole() {
        return segmenter.finish();
    }
    for body in &claims.bodies {
        segmenter.unseen(&body.value, Presence::JsonLd);
    }
    if let Some(body) = state::body(dom, &mut segmenter.blocks, limits) {
        segmenter.unseen(&body, Presence::State);
    }
    segmenter.finish()
}

/// Nodes of a page for each of its block-level elements, on most pages: for these there is room from the start.
const NODES_PER_ELEMENT: usize = 4;

/// The same for its blocks, and for the links and the emphasis in them.
const NODES_PER_BLOCK: usize = 8;

/// A picture of at most this many pixels in one direction is an icon or a tracking pixel.
const ICON_PIXELS: u32 = 40;

/// A form field's text counts as a page's copy from this many bytes on, when it holds markup.
const FIELD_BYTES: usize = 200;

/// An open block-level element.
struct Open {
    id: ElementId,
    presence: Presence,
    /// Whether it frames the page, or stands in what does.
    framed: bool,
}

/// The address of a link beyond the bound: it leads nowhere in the record, and a list of links stays one for the judge.
const NOWHERE: &str = "#";

/// The text of a form field, read once the page itself is done.
struct Field {
    text: String,
    parent: ElementId,
}

struct Segmenter<'a> {
    limits: &'a Limits,
    /// Whether the page itself is walked; what is read out of a form field or a script has no place of its own.
    placed: bool,
    blocks: Blocks,
    open: Vec<Open>,
    inlines: Inlines,
    line: Line,
    veil: Veil,
    /// Pictures met inside a line of text; they follow it.
    pictures: Vec<Picture>,
    /// Addresses that `source` elements offer for the next picture.
    sources: Vec<(String, String)>,
    fields: Vec<Field>,
    panels: Panels,
    spellings: Spellings,
    links: usize,
    /// The inline element that holds a picture's credit, while inside it: its tag, and how many of that tag are open.
    credit: Option<(String, u32)>,
    caption: Inset,
    /// Whether a limit ended the page.
    full: bool,
}

impl<'a> Segmenter<'a> {
    fn new(limits: &'a Limits) -> Self {
        let mut blocks = Blocks {
            has_markup: true,
            ..Blocks::default()
        };
        blocks
            .elements
            .push(Element::bare("html", ElementId::ROOT, 0, 0));
        Self {
            limits,
            placed: false,
            blocks,
            open: vec![Open {
                id: ElementId::ROOT,
                presence: Presence::Visible,
                framed: false,
            }],
            inlines: Inlines::default(),
            line: Line::default(),
            veil: Veil::default(),
            pictures: Vec::new(),
            sources: Vec::new(),
            fields: Vec::new(),
            panels: Panels::default(),
            spellings: Spellings::default(),
            links: 0,
            credit: None,
            caption: Inset::None,
            full: false,
        }
    }

    fn walk(&mut self, mut steps: Steps<'_>) {
        while let Some(step) = steps.next() {
            match step {
                Step::Enter(tag) => {
                    self.veil.enter(tag.name());
                    self.enter(tag, &mut steps);
                }
                Step::Text(text) => self.text(text),
                Step::Leave(tag) => {
                    self.leave_tag(tag.name());
                    self.veil.leave(&mut self.line, &self.inlines);
                }
            }
            if self.full {
                break;
            }
        }
        self.flush();
    }

    /// Adds a text that no reader sees, a block per line.
    fn unseen(&mut self, text: &str, presence: Presence) {
        self.enter_virtual("script", presence, ElementId::ROOT);
        for line in text.lines() {
            self.line.push(line, None, &Inlines::default());
            self.flush();
        }
        self.leave();
    }

    /// Closes what is open, and gives the blocks.
    fn finish(mut self) -> Blocks {
        let end = self.next_block();
        while let Some(open) = self.open.pop() {
            self.blocks.elements[open.id.at()].blocks.end = end;
        }
        self.blocks
    }

    fn enter(&mut self, tag: Tag<'_>, steps: &mut Steps<'_>) {
        let name = tag.name();
        if name == "textarea" {
            self.note_field(tag);
            steps.skip_inside();
        } else if tags::is_unread(name) {
            self.note_embed(embed::frame(tag), tag, false);
            steps.skip_inside();
        } else if name == "amp-img" {
            // What is inside stands for the picture where no script runs.
            self.picture(tag);
            steps.skip_inside();
        } else if tags::is_boundary(name) {
            self.flush();
            self.open_element(tag);
            self.note_embed(embed::quoted(tag), tag, true);
        } else if self.is_footnote_sign(tag) {
            steps.skip_inside();
        } else {
            self.enter_inline(tag);
        }
    }

    /// Notes the mark of a footnote. Neither it nor a link that leads back from the note, or to what it stands in, is text; nor is the
    /// link with which a heading's part is edited.
    fn is_footnote_sign(&mut self, tag: Tag<'_>) -> bool {
        let in_heading = matches!(self.kind(), Kind::Heading(_));
        if !matches!(tag.name(), "a" | "sup") {
            return in_heading && footnote::is_link_in_brackets(tag);
        }
        let is_sign = footnote::is_way_back(tag)
            || footnote::is_permalink(tag, in_heading)
            || footnote::mark(tag).is_some_and(|mark| self.line.note_mark(mark));
        if is_sign && tag.name() == "a" {
            // Its end comes as that of every link.
            self.inlines.enter_link(None);
        }
        is_sign
    }

    fn leave_tag(&mut self, name: &str) {
        if name == "textarea" || tags::is_unread(name) {
            return;
        }
        if tags::is_boundary(name) {
            self.flush();
            self.inlines.leave_block(name);
            self.leave();
        } else {
            self.inlines.leave(name);
            self.line.note_inline_end();
            self.leave_credit(name);
            self.leave_caption(name);
        }
    }

    fn open_element(&mut self, tag: Tag<'_>) {
        let parent = self.innermost();
        let [class, id, role, itemprop, align, style, hidden, aria_hidden] = tag.attrs_named([
            "class",
            "id",
            "role",
            "itemprop",
            "align",
            "style",
            "hidden",
            "aria-hidden",
        ]);
        let role = role.unwrap_or_default().to_ascii_lowercase();
        self.panels.note(tag);
        let framed = self.is_framed() || is_frame(tag.name(), &role);
        let is_hidden = hidden.is_some() || aria_hidden == Some("true");
        let presence = match presence_of(tag, style, is_hidden) {
            Presence::Styled if !framed && self.panels.opens(&role, id) => Presence::Visible,
            presence => presence,
        };
        let presence = self.presence().max(presence).max(self.veil.presence());
        let element = Element {
            names: self.spellings.names(class, id),
            role,
            itemprop: itemprop.unwrap_or_default().to_owned(),
            columns: covered(tag, "colspan", MOST_COLUMNS),
            rows: covered(tag, "rowspan", MOST_ROWS),
            centred: is_centred(tag, align, style),
            tag: tags::TagName::of(tag.name()),
            parent,
            depth: self.blocks[parent].depth + 1,
            blocks: self.next_block()..self.next_block(),
        };
        let id = self.push_element(element);
        self.inlines.enter_block(tag.name());
        if tags::is_preformatted(tag.name()) {
            self.name_language(tag, id);
        }
        self.open.push(Open {
            id,
            presence,
            framed,
        });
    }

    /// Opens an element that stands for text outside the tree.
    fn enter_virtual(&mut self, tag: &str, presence: Presence, parent: ElementId) {
        let element = Element::bare(
            tag,
            parent,
            self.blocks[parent].depth + 1,
            self.next_block(),
        );
        let id = self.push_element(element);
        let framed = self.is_framed();
        self.open.push(Open {
            id,
            presence,
            framed,
        });
    }

    fn enter_inline(&mut self, tag: Tag<'_>) {
        self.enter_credit(tag);
        self.enter_caption(tag);
        if !matches!(tag.name(), "br" | "img" | "source") {
            self.line.note_inline_start();
            self.veil.draw(tag);
        }
        match tag.name() {
            "br" => self.line.note_break(),
            "img" => self.picture(tag),
            "source" => {
                let offered = tag
                    .attrs()
                    .map(|(name, value)| (name.to_owned(), value.to_owned()));
                self.sources.extend(offered);
            }
            "a" => {
                self.panels.note(tag);
                self.links += 1;
                let kept = !self.blocks.hits.over(self.limits, Limit::Links, self.links);
                let href = tag.attr("href");
                self.inlines
                    .enter_link(href.map(|href| if kept { href } else { NOWHERE }));
            }
            name => {
                self.note_language(tag);
                self.inlines.enter(name);
            }
        }
    }

    /// `<pre><code class="language-rust">`: the class says the language of the whole block.
    fn note_language(&mut self, tag: Tag<'_>) {
        let Some(open) = self.open.last().map(|open| open.id) else {
            return;
        };
        if self.inlines.is_preformatted() {
            if let Some(class) = tag.attr("class") {
                self.add_name(open, class);
            }
            self.name_language(tag, open);
        }
    }

    /// Some say the language in an attribute of its own.
    fn name_language(&mut self, tag: Tag<'_>, element: ElementId) {
        let said = tag.attrs_named(["data-lang", "data-language"]);
        if let Some(language) = said.into_iter().flatten().next() {
            self.add_name(element, &format!("language-{language}"));
        }
    }

    fn add_name(&mut self, element: ElementId, name: &str) {
        let names = &mut self.blocks.elements[element.at()].names;
        *names = self.spellings.names(Some(names), Some(name));
    }

    fn leave(&mut self) {
        let end = self.next_block();
        if self.open.len() > 1
            && let Some(open) = self.open.pop()
        {
            self.blocks.elements[open.id.at()].blocks.end = end;
        }
    }

    fn text(&mut self, text: Text<'_>) {
        // Most texts are indentation: of the cleaned one, too, there is white space alone.
        let written = text.as_str();
        let is_indentation = text.span().is_none() && written.is_ascii() && !written.is_empty();
        if is_indentation && !self.inlines.is_preformatted() && !self.veil.is_drawn() {
            self.line.note_space();
            return;
        }
        let span = text.span().filter(|_| self.placed);
        let text = self.clean(written);
        if self.veil.is_drawn() && self.presence() == Presence::Visible {
            self.veil.push(&text, span, &self.inlines);
            return;
        }
        if self.is_behind_caption(&text) {
            self.flush_caption();
        } else if !self.inlines.is_preformatted() && self.line.is_parted_by(&text) {
            self.flush();
        }
        self.line.push(&text, span, &self.inlines);
    }

    fn clean<'t>(&self, text: &'t str) -> Cow<'t, str> {
        clean(text, self.limits.count(Limit::CombiningMarks))
    }

    fn picture(&mut self, tag: Tag<'_>) {
        let attr = |name| tag.attr(name).unwrap_or_default();
        let sources = std::mem::take(&mut self.sources);
        let (width, height) = (image::pixels(attr("width")), image::pixels(attr("height")));
        let icon = |side: Option<u32>| side.is_some_and(|pixels| pixels <= ICON_PIXELS);
        if icon(width) || icon(height) {
            return;
        }
        let said = |name| fold_space(&self.clean(attr(name)));
        let offered = sources
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let picture = Picture {
            src: image::best_source(tag.attrs().chain(offered)).unwrap_or_default(),
            alt: said("alt"),
            title: said("title"),
            data_caption: said("data-caption"),
            width,
            height,
            href: self
                .inlines
                .href()
                .map(ToString::to_string)
                .unwrap_or_default(),
            span: tag.span_of_tag().filter(|_| self.placed),
        };
        if self.line.is_empty() {
            self.push_picture(picture);
        } else {
            self.pictures.push(picture);
        }
    }

    fn note_field(&mut self, tag: Tag<'_>) {
        let text = tag.text();
        if text.len() >= FIELD_BYTES && (text.contains("</p>") || text.contains("<br")) {
            self.fields.push(Field {
                text: text.into_owned(),
                parent: self.innermost(),
            });
        }
    }

    fn innermost(&self) -> ElementId {
        self.open.last().map_or(ElementId::ROOT, |open| open.id)
    }

    fn is_framed(&self) -> bool {
        self.open.last().is_some_and(|open| open.framed)
    }

    fn presence(&self) -> Presence {
        self.open
            .last()
            .map_or(Presence::Visible, |open| open.presence)
    }

    fn next_block(&self) -> u32 {
        self.blocks.len() as u32
    }
}
