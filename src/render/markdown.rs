//! The article as Markdown, block by block.

use crate::article::{Article, Block, Cell, Comment, Emphasis, Image, Inline, ListItem};
use crate::render::inline::{Place, longest_run, push_line, push_link, push_text};
use crate::render::{
    LIST_DEPTH, Run, caption_line, cell_line, embed_label, joined, lines, note_label, one_line,
    signature, web_address,
};
use crate::text::clean::printable;

pub(super) fn markdown(article: &Article) -> String {
    let mut out = Markdown::default();
    let line = |text: &Option<String>| text.as_deref().map(one_line).unwrap_or_default();
    out.heading(1, &lines(&line(&article.title), &[]));
    out.paragraph(&lines(&line(&article.subtitle), &[]));
    for block in &article.body {
        out.block(block);
    }
    out.comments(&article.comments);
    out.text
}

#[derive(Default)]
struct Markdown {
    text: String,
    /// The marker of the list that was printed last, when nothing was printed since.
    last_list: Option<Marker>,
}

/// The sign before the items of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    Dash,
    Star,
    Dot,
    Bracket,
}

impl Marker {
    /// Returns a marker that does not make one list of two that follow each other.
    fn after(last: Option<Self>, ordered: bool) -> Self {
        match (ordered, last) {
            (false, Some(Self::Dash)) => Self::Star,
            (false, _) => Self::Dash,
            (true, Some(Self::Dot)) => Self::Bracket,
            (true, _) => Self::Dot,
        }
    }

    fn before_item(self, number: usize) -> String {
        match self {
            Self::Dash => "- ".to_owned(),
            Self::Star => "* ".to_owned(),
            Self::Dot => format!("{number}. "),
            Self::Bracket => format!("{number}) "),
        }
    }
}

/// One of the lists that an item stands in.
#[derive(Clone, Copy, Default)]
struct Level {
    /// Items so far.
    items: usize,
    /// Characters before the text of the last item, counted from the text of the item around it.
    indent: usize,
}

impl Markdown {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading {
                level,
                text,
                inlines,
                ..
            } => self.heading(*level, &lines(text, inlines)),
            Block::Paragraph { text, inlines, .. } => self.paragraph(&lines(text, inlines)),
            Block::List { ordered, items, .. } => self.list(*ordered, items),
            Block::Quote { text, inlines, .. } => self.quote(&lines(text, inlines)),
            Block::Table { rows, .. } => self.table(rows),
            Block::Code { text, language, .. } => self.code(text, language.as_deref()),
            Block::Figure {
                image,
                caption,
                credit,
                ..
            } => self.figure(
                image.as_ref(),
                caption_line(caption.as_deref(), credit.as_deref()).as_deref(),
            ),
            Block::Embed {
                provider,
                url,
                text,
                ..
            } => self.embed(provider.as_deref(), url.as_deref(), text),
            Block::Footnote {
                label,
                text,
                inlines,
                ..
            } => self.footnote(label, &lines(text, inlines)),
            Block::Unknown => {}
        }
    }

    /// Parts a block from the one before it.
    fn start(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.last_list = None;
    }

    fn heading(&mut self, level: u8, lines: &[Vec<Run>]) {
        if lines.is_empty() {
            return;
        }
        self.start();
        self.text
            .extend(std::iter::repeat_n('#', usize::from(level.clamp(1, 6))));
        self.text.push(' ');
        push_line(&mut self.text, &joined(lines), Place::Heading);
    }

    fn paragraph(&mut self, lines: &[Vec<Run>]) {
        if lines.is_empty() {
            return;
        }
        self.start();
        self.lines(lines, "");
    }

    /// Prints lines parted by hard breaks; `indent` stands before each but the first.
    fn lines(&mut self, lines: &[Vec<Run>], indent: &str) {
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.text.push_str("\\\n");
                self.text.push_str(indent);
            }
            push_line(&mut self.text, line, Place::Block);
        }
    }

    fn list(&mut self, ordered: bool, items: &[ListItem]) {
        let marker = Marker::after(self.last_list, ordered);
        let mut levels: Vec<Level> = Vec::new();
        for item in items {
            let lines = lines(&item.text, &item.inlines);
            if lines.is_empty() {
                continue;
            }
            if levels.is_empty() {
                self.start();
            } else {
                self.text.push('\n');
            }
            // An item can stand one list deeper than the one before it, not more.
            let depth = usize::from(item.depth)
                .min(levels.len())
                .min(LIST_DEPTH - 1);
            let outer: usize = levels.iter().take(depth).map(|level| level.indent).sum();
            levels.resize(depth + 1, Level::default());
            let number = levels.last().map_or(1, |level| level.items + 1);
            let sign = marker.before_item(number);
            if let Some(level) = levels.last_mut() {
                *level = Level {
                    items: number,
                    indent: sign.len(),
                };
            }
            self.text.extend(std::iter::repeat_n(' ', outer));
            self.text.push_str(&sign);
            self.lines(&lines, &" ".repeat(outer + sign.len()));
        }
        if !levels.is_empty() {
            self.last_list = Some(marker);
        }
    }

    fn quote(&mut self, paragraphs: &[Vec<Run>]) {
        if paragraphs.is_empty() {
            return;
        }
        self.start();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            self.text.push_str(if index > 0 { "\n>\n> " } else { "> " });
            push_line(&mut self.text, paragraph, Place::Block);
        }
    }

    /// Prints a table. Markdown's have a head, so one without gets an empty one; short rows are not filled up, as one long row
    /// would make the table many times its size.
    fn table(&mut self, rows: &[Vec<Cell>]) {
        let mut rows = grid(rows).into_iter().peekable();
        let columns = rows.clone().map(|row| row.len()).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        self.start();
        let is_head = |row: &Vec<Option<&Cell>>| row.iter().flatten().any(|cell| cell.header);
        let head = rows.next_if(is_head).unwrap_or_default();
        self.row(&head);
        self.text.push_str(if head.is_empty() { "|" } else { "" });
        self.text.push_str(&"  |".repeat(columns - head.len()));
        self.text.push_str("\n|");
        self.text.push_str(&" --- |".repeat(columns));
        for row in rows {
            self.text.push('\n');
            self.row(&row);
        }
    }

    fn row(&mut self, cells: &[Option<&Cell>]) {
        for (index, cell) in cells.iter().enumerate() {
            self.text.push_str(if index > 0 { " " } else { "| " });
            if let Some(cell) = cell {
                push_line(&mut self.text, &cell_line(cell), Place::Cell);
            }
            self.text.push_str(" |");
        }
    }

    fn code(&mut self, text: &str, language: Option<&str>) {
        let text = printable(text);
        if text.trim().is_empty() {
            return;
        }
        self.start();
        let fence = "`".repeat(longest_run(&text, '`').max(2) + 1);
        let is_plain = |c: &char| c.is_ascii_alphanumeric() || "+-_.#".contains(*c);
        let language: String = language
            .unwrap_or_default()
            .chars()
            .filter(is_plain)
            .collect();
        for part in [
            &fence,
            &language,
            "\n",
            text.trim_end_matches('\n'),
            "\n",
            &fence,
        ] {
            self.text.push_str(part);
        }
    }

    fn figure(&mut self, image: Option<&Image>, caption: Option<&str>) {
        let address = image.and_then(|image| web_address(&image.url));
        if address.is_none() && caption.is_none() {
            return;
        }
        self.start();
        if let Some(address) = &address {
            let alt = image.and_then(|image| image.alt.as_deref());
            self.text.push('!');
            push_link(&mut self.text, &one_line(alt.unwrap_or_default()), address);
        }
        if let Some(caption) = caption {
            self.text
                .push_str(if address.is_some() { "\n" } else { "" });
            push_text(&mut self.text, caption, Some(Emphasis::Em), Place::Block);
        }
    }

    /// Prints a footnote as GitHub's Markdown has them; its lines are set in by the four spaces that keep them in it.
    fn footnote(&mut self, label: &str, lines: &[Vec<Run>]) {
        if lines.is_empty() {
            return;
        }
        self.start();
        if let Some(label) = note_label(label) {
            for part in ["[^", label.as_str(), "]: "] {
                self.text.push_str(part);
            }
        }
        self.lines(lines, "    ");
    }

    /// Prints the comments below a rule: a list, in which a reply stands below what it answers.
    fn comments(&mut self, comments: &[Comment]) {
        let items: Vec<ListItem> = comments.iter().filter_map(item).collect();
        if items.is_empty() {
            return;
        }
        self.start();
        self.text.push_str("---");
        self.list(false, &items);
    }

    fn embed(&mut self, provider: Option<&str>, url: Option<&str>, text: &str) {
        let href = url.and_then(web_address);
        let provider = provider.filter(|_| href.is_some());
        let Some(label) = embed_label(text, provider, href.as_deref()) else {
            return;
        };
        self.start();
        match href {
            Some(href) => push_link(&mut self.text, &label, &href),
            None => push_text(&mut self.text, &label, None, Place::Block),
        }
    }
}

/// A comment as an item of a list: who and when on a line of its own, then the text.
fn item(comment: &Comment) -> Option<ListItem> {
    if comment.text.trim().is_empty() {
        return None;
    }
    let author = comment.author.as_deref().map(one_line).unwrap_or_default();
    let signed = signature(comment).unwrap_or_default();
    let after = signed.strip_prefix(author.as_str()).unwrap_or_default();
    let parted = if signed.is_empty() { "" } else { "\n" };
    let rest = format!("{after}{parted}{}", comment.text);
    let text = format!("{author}{rest}");
    let named = Inline {
        text: author,
        emphasis: Some(Emphasis::Strong),
        ..Inline::default()
    };
    let rest = Inline {
        text: rest,
        ..Inline::default()
    };
    Some(ListItem {
        text,
        inlines: vec![named, rest],
        depth: comment.depth,
    })
}

/// Places that cells may cover besides their own in one table; when they are used up, cells cover no other. Extraction stays below by
/// [`Limit::TableCells`](crate::Limit::TableCells), a record from elsewhere may not.
const MOST_COVERED: usize = 100_000;

/// The rows of a table with `None` for each place that a cell beside or above covers, as Markdown has no cells that cover others.
fn grid(rows: &[Vec<Cell>]) -> Vec<Vec<Option<&Cell>>> {
    let mut grid = Vec::new();
    let mut left = MOST_COVERED;
    // For each column, the first row that no cell above covers.
    let mut free_from: Vec<usize> = Vec::new();
    for (index, cells) in rows.iter().enumerate() {
        let mut row = Vec::new();
        for cell in cells {
            let ahead = free_from.get(row.len()..).unwrap_or_default();
            let covered = ahead.iter().take_while(|&&free| free > index).count();
            row.resize(row.len() + covered, None);
            let first = row.len();
            let height = usize::from(cell.rowspan).clamp(1, rows.len() - index);
            let width = usize::from(cell.colspan).max(1);
            let fits = width * height <= left + 1;
            let (width, height) = if fits { (width, height) } else { (1, 1) };
            left -= width * height - 1;
            row.push(Some(cell));
            row.resize(first + width, None);
            free_from.resize(free_from.len().max(row.len()), 0);
            for free in free_from.iter_mut().skip(first).take(width) {
                *free = index + height;
            }
        }
        if !cells.is_empty() {
            grid.push(row);
        }
    }
    grid
}
