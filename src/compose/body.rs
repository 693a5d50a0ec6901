//! From kept blocks to the body: neighbours of one list, table or quotation come together, pictures become figures.

use std::collections::BTreeMap;

use super::code;
use super::draft::{Body, Composer, Page};
use super::embeds::{self, Placed};
use super::footnotes::Footnotes;
use super::inlines::{without_bold, without_sign};
use super::table;
use crate::article::{Block, Cell, Image, ListItem, around_all};
use crate::captions::Caption;
use crate::grammar::image::without_size;
use crate::page::block::{BlockId, Blocks, ElementId, Kind, LAYOUT_BLOCKS, Picture};
use crate::text::fold::fold;

/// The level given to a heading that is only a line in bold, or a line by itself.
const PRINTED_HEADING: u8 = 2;

/// Composes the body from the blocks that are kept.
pub(crate) fn compose(page: &Page<'_>) -> Body {
    let mut composer = Composer {
        page,
        body: Body::default(),
        shown: BTreeMap::new(),
        layouts: BTreeMap::new(),
        notes: Footnotes::of(page.blocks, page.verdicts),
    };
    let ids = page.in_print_order();
    let mut embeds = embeds::placed(page, &mut composer.body.hits)
        .into_iter()
        .peekable();
    let mut at = 0;
    while let Some(&id) = ids.get(at) {
        while let Some(embed) = embeds.next_if(|embed| embed.before <= id) {
            composer.embed(embed, id);
        }
        at += composer.push(id, ids.get(at..).unwrap_or_default());
    }
    for embed in embeds {
        let before = embed.before;
        composer.embed(embed, before);
    }
    composer.body
}

impl Composer<'_> {
    /// Adds the block that begins with `id`; returns how many of `rest` (of which `id` is the first) went into it.
    fn push(&mut self, id: BlockId, rest: &[BlockId]) -> usize {
        let page = self.page;
        let block = &page.blocks[id];
        if let Some(caption) = page.captions.of(id) {
            self.figure(id, Some(caption));
            return 1;
        }
        if page.captions.holds(id) {
            return 1;
        }
        if block.kind == Kind::Picture {
            self.figure(id, None);
            return 1;
        }
        if let Some((note, label)) = self.notes.note_of(page.blocks, id) {
            let label = label.to_owned();
            return self.footnote(note, label, rest);
        }
        let text = page.blocks.text_of(id).to_owned();
        let (made, used) = match block.kind {
            Kind::Heading(level) => (
                Block::Heading {
                    level,
                    text,
                    inlines: self.inlines(id),
                    span: None,
                },
                1,
            ),
            Kind::Code => (
                Block::Code {
                    text,
                    language: code::language(page.blocks, id),
                    span: None,
                },
                1,
            ),
            Kind::ListItem => self.list(id, rest),
            Kind::Cell => self
                .table(id, rest)
                .unwrap_or_else(|| (self.paragraph(id, text), 1)),
            _ => match page.blocks.within(id, &["blockquote"]) {
                Some(quote) => self.quote(quote, rest),
                None => (self.paragraph(id, text), 1),
            },
        };
        self.add(made, rest.get(..used).unwrap_or_default());
        used
    }

    /// Adds a block made of these blocks of the page.
    fn add(&mut self, mut made: Block, of: &[BlockId]) {
        if let Some(span) = made.span_mut() {
            *span = around_all(of.iter().filter_map(|&id| self.page.blocks[id].span));
        }
        self.body.starts.extend(of.first());
        self.body.blocks.push(made);
    }

    /// Adds something of another site that stands before a block of the page.
    fn embed(&mut self, embed: Placed, before: BlockId) {
        self.body.starts.push(before);
        self.body.blocks.push(embed.block);
    }

    /// Adds a footnote: the blocks of its element, without its sign in front. Returns how many of `rest` went into it.
    fn footnote(&mut self, note: ElementId, label: String, rest: &[BlockId]) -> usize {
        let blocks = self.page.blocks;
        let inside = rest
            .iter()
            .take_while(|id| blocks[note].blocks.contains(&id.0));
        let run: Vec<BlockId> = inside.copied().collect();
        let (text, inlines) = self.joined(&run, "\n");
        let (text, inlines) = without_sign(&text, inlines, &label);
        if !text.is_empty() {
            let made = Block::Footnote {
                label,
                text,
                inlines,
                span: None,
            };
            self.add(made, &run);
        }
        run.len().max(1)
    }

    fn paragraph(&mut self, id: BlockId, text: String) -> Block {
        let inlines = self.inlines(id);
        if self.is_printed_heading(id) {
            return Block::Heading {
                level: PRINTED_HEADING,
                text,
                inlines: without_bold(inlines),
                span: None,
            };
        }
        Block::Paragraph {
            text,
            inlines,
            span: None,
        }
    }

    /// A short line without a sentence end, before text: in bold, or in flat text with blank lines around it.
    fn is_printed_heading(&self, id: BlockId) -> bool {
        let block = &self.page.blocks[id];
        let body_follows = || {
            let mut after = self.page.blocks.behind(id);
            let is_text = |other: &BlockId| {
                self.page.verdicts[*other].is_body()
                    && self.page.blocks[*other].kind != Kind::Picture
            };
            let next = after.find(is_text);
            next.is_some_and(|next| self.page.blocks[next].measure.ends_sentence)
        };
        let set_off = if block.markup.is_some() {
            block.is_bold()
        } else {
            let mut behind = self.page.blocks.behind(id);
            block.gap_before
                && behind
                    .next()
                    .is_some_and(|next| self.page.blocks[next].gap_before)
        };
        block.is_label() && set_off && body_follows()
    }

    /// A picture that was shown is not shown again, unless there is more to say of it.
    fn figure(&mut self, id: BlockId, caption: Option<&Caption>) {
        let text = caption.and_then(|caption| caption.text.clone());
        let credit = caption.and_then(|caption| caption.credit.clone());
        let picture = self.page.blocks.picture_of(id);
        let image =
            picture.and_then(|picture| self.image(picture, &[text.as_deref(), credit.as_deref()]));
        let silent = text.is_none() && credit.is_none();
        let address = image.as_ref().map(|image| image.url.as_str());
        // Where nothing is known of the page's address, that of the picture may have no beginning.
        let written = picture
            .map(|picture| picture.src.as_str())
            .filter(|src| !src.is_empty());
        if image.is_none() && silent {
            return;
        }
        if let Some(address) = address.or(written) {
            let said = text.as_deref().map(fold).unwrap_or_default();
            let shown = without_size(address);
            let known = self.shown.get(shown.as_ref());
            if known.is_some_and(|known| silent || known.starts_with(&said)) {
                return;
            }
            self.shown.insert(shown.into_owned(), said);
        }
        let figure = Block::Figure {
            image,
            caption: text,
            credit,
            span: None,
        };
        let lines = caption.map(|caption| caption.lines.as_slice());
        self.add(figure, &[&[id], lines.unwrap_or_default()].concat());
    }

    /// The picture of a figure; an alternative text that only repeats the caption, with or without the credit, is left out.
    fn image(&mut self, picture: &Picture, said: &[Option<&str>]) -> Option<Image> {
        let url = self.page.resolver.resolve_image(
            &picture.src,
            self.page.limits,
            &mut self.body.hits,
        )?;
        let caption = said
            .first()
            .copied()
            .flatten()
            .map(fold)
            .unwrap_or_default();
        let whole: String = said.iter().flatten().map(|part| fold(part)).collect();
        let alt = Some(picture.alt.clone()).filter(|alt| {
            let alt = fold(alt);
            !alt.is_empty() && alt != caption && alt != whole
        });
        Some(Image {
            url,
            alt,
            width: picture.width,
            height: picture.height,
        })
    }

    /// Items of one outermost list that follow one another.
    fn list(&mut self, id: BlockId, rest: &[BlockId]) -> (Block, usize) {
        let blocks = self.page.blocks;
        let outermost = |id| {
            blocks
                .ancestors(id)
                .filter(|&element| is_list(blocks, element))
                .last()
        };
        let home = outermost(id);
        let run: Vec<BlockId> = rest
            .iter()
            .copied()
            .take_while(|&id| blocks[id].kind == Kind::ListItem && outermost(id) == home)
            .take_while(|&id| self.notes.note_of(blocks, id).is_none())
            .collect();
        let item_of = |id: BlockId| blocks.within(id, &["li", "dd", "dt"]);
        let of_one = |a: &BlockId, b: &BlockId| item_of(*a).is_some() && item_of(*a) == item_of(*b);
        let items: Vec<ListItem> = run
            .chunk_by(of_one)
            .filter_map(|ids| {
                let first = *ids.first()?;
                let (text, inlines) = self.joined(ids, " ");
                let around = blocks.ancestors(first);
                let depth = around.filter(|&element| is_list(blocks, element)).count();
                Some(ListItem {
                    text,
                    inlines,
                    depth: depth.saturating_sub(1).min(255) as u8,
                })
            })
            .collect();
        let ordered = blocks
            .within(id, &["ul", "ol", "dl"])
            .is_some_and(|list| blocks[list].tag == "ol");
        let text = items
            .iter()
            .map(|item| item.text.as_str())
            .collect::<Vec<_>>()
            .join("\n");
        (
            Block::List {
                ordered,
                items,
                text,
                span: None,
            },
            run.len().max(1),
        )
    }

    fn quote(&mut self, quote: ElementId, rest: &[BlockId]) -> (Block, usize) {
        let blocks = self.page.blocks;
        let run: Vec<BlockId> = rest
            .iter()
            .copied()
            .take_while(|&id| {
                blocks[quote].blocks.contains(&id.0) && blocks[id].kind == Kind::Paragraph
            })
            .take_while(|&id| !self.page.captions.holds(id))
            .collect();
        let (text, inlines) = self.joined(&run, "\n");
        if let Some((provider, url)) = embeds::of_quote(self.page, quote, &mut self.body.hits) {
            let embed = Block::Embed {
                provider: Some(provider),
                url: Some(url),
                text,
                span: None,
            };
            return (embed, run.len().max(1));
        }
        (
            Block::Quote {
                text,
                inlines,
                span: None,
            },
            run.len().max(1),
        )
    }

    /// The cells of one table; `None` when the table is there for the layout.
    fn table(&mut self, id: BlockId, rest: &[BlockId]) -> Option<(Block, usize)> {
        let blocks = self.page.blocks;
        let table = blocks.within(id, &["table"])?;
        if *self
            .layouts
            .entry(table)
            .or_insert_with(|| is_layout(blocks, table))
        {
            return None;
        }
        let run: Vec<BlockId> = rest
            .iter()
            .copied()
            .take_while(|&id| blocks[table].blocks.contains(&id.0))
            .collect();
        let rows = table::rows(self, table, &run);
        let line = |cells: &Vec<Cell>| {
            cells
                .iter()
                .map(|cell| cell.text.replace('\n', " "))
                .collect::<Vec<_>>()
                .join("\t")
        };
        let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
        Some((
            Block::Table {
                rows,
                text,
                span: None,
            },
            run.len().max(1),
        ))
    }
}

fn is_list(blocks: &Blocks, element: ElementId) -> bool {
    matches!(
        blocks[element].tag.as_str(),
        "ul" | "ol" | "dl" | "menu" | "dir"
    )
}

/// Whether a table places parts of the page: it has tables inside, one cell to a row, or cells that hold several paragraphs.
fn is_layout(blocks: &Blocks, table: ElementId) -> bool {
    let end = blocks[table].blocks.end;
    let (mut rows, mut cells) = (0, 0);
    for element in blocks
        .elements
        .iter()
        .skip(table.at() + 1)
        .take_while(|element| element.blocks.start < end)
    {
        match element.tag.as_str() {
            "table" => return true,
            "tr" => rows += 1,
            "td" | "th" => {
                cells += 1;
                if element.blocks.len() >= LAYOUT_BLOCKS {
                    return true;
                }
            }
            _ => {}
        }
    }
    cells <= rows
}
