//! The article as HTML, printed from the record with an allow-list of elements and attributes.

use std::fmt::Write as _;

use crate::article::{Article, Block, Cell, Comment, Emphasis, Image, ListItem};
use crate::render::{
    LIST_DEPTH, Run, caption_line, cell_line, embed_label, lines, note_label, one_line, web_address,
};
use crate::text::clean::printable;

pub(super) fn html(article: &Article) -> String {
    let mut out = Html(String::new());
    out.open_article(article.language.as_deref());
    out.header(article);
    for block in &article.body {
        out.block(block);
    }
    out.comments(&article.comments);
    out.0.push_str("\n</article>");
    out.0
}

struct Html(String);

impl Html {
    fn open_article(&mut self, language: Option<&str>) {
        self.0.push_str("<article");
        if let Some(language) = language.filter(|tag| is_language_tag(tag)) {
            self.attribute("lang", language);
        }
        self.0.push('>');
    }

    fn header(&mut self, article: &Article) {
        let title = article.title.as_deref().map(one_line).unwrap_or_default();
        let subtitle = article
            .subtitle
            .as_deref()
            .map(one_line)
            .unwrap_or_default();
        if title.is_empty() && subtitle.is_empty() {
            return;
        }
        self.0.push_str("\n<header>");
        self.element("h1", &title);
        self.element("p", &subtitle);
        self.0.push_str("</header>");
    }

    /// Prints an element that holds text alone; nothing for no text.
    fn element(&mut self, tag: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.open(tag);
        self.text(text);
        self.close(tag);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading {
                level,
                text,
                inlines,
                ..
            } => {
                let tag = ["h1", "h2", "h3", "h4", "h5", "h6"]
                    .get(usize::from((*level).clamp(1, 6)) - 1)
                    .copied()
                    .unwrap_or("h6");
                self.lines_in(tag, &lines(text, inlines));
            }
            Block::Paragraph { text, inlines, .. } => self.lines_in("p", &lines(text, inlines)),
            Block::List { ordered, items, .. } => self.list(*ordered, items),
            Block::Quote { text, inlines, .. } => self.quote(&lines(text, inlines)),
            Block::Table { rows, .. } => self.table(rows),
            Block::Code { text, .. } => self.code(text),
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

    /// Prints lines of runs, parted by `br`, in an element on a line of its own.
    fn lines_in(&mut self, tag: &str, lines: &[Vec<Run>]) {
        if lines.is_empty() {
            return;
        }
        self.0.push('\n');
        self.open(tag);
        self.lines(lines);
        self.close(tag);
    }

    fn lines(&mut self, lines: &[Vec<Run>]) {
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.open("br");
            }
            self.line(line);
        }
    }

    fn line(&mut self, line: &[Run]) {
        for link in line.chunk_by(|a, b| a.href == b.href) {
            // A link without a label is none for a reader.
            let blank = link.iter().all(|run| run.text.trim().is_empty());
            let href = link.first().and_then(|run| run.href.as_deref());
            let href = href.filter(|_| !blank);
            if let Some(href) = href {
                self.0.push_str("<a");
                self.attribute("href", href);
                self.0.push('>');
            }
            for run in link {
                self.run(run);
            }
            if href.is_some() {
                self.close("a");
            }
        }
    }

    fn run(&mut self, run: &Run) {
        if let Some(note) = &run.note {
            return self.element("sup", note);
        }
        match run.emphasis {
            Some(Emphasis::Strong) => self.element("strong", &run.text),
            Some(Emphasis::Em) => self.element("em", &run.text),
            Some(Emphasis::Code) => self.element("code", &run.text),
            Some(Emphasis::Other) | None => self.text(&run.text),
        }
    }

    fn list(&mut self, ordered: bool, items: &[ListItem]) {
        let tag = if ordered { "ol" } else { "ul" };
        let mut open = 0;
        for item in items {
            let lines = lines(&item.text, &item.inlines);
            if lines.is_empty() {
                continue;
            }
            // An item can stand one list deeper than the one before it, not more.
            let depth = usize::from(item.depth).min(open).min(LIST_DEPTH - 1);
            if open == 0 {
                self.0.push('\n');
            }
            if depth == open {
                self.open(tag);
                open += 1;
            } else {
                self.close("li");
                while open > depth + 1 {
                    self.close(tag);
                    self.close("li");
                    open -= 1;
                }
            }
            self.open("li");
            self.lines(&lines);
        }
        for _ in 0..open {
            self.close("li");
            self.close(tag);
        }
    }

    fn quote(&mut self, paragraphs: &[Vec<Run>]) {
        if paragraphs.is_empty() {
            return;
        }
        self.0.push('\n');
        self.open("blockquote");
        for paragraph in paragraphs {
            self.open("p");
            self.line(paragraph);
            self.close("p");
        }
        self.close("blockquote");
    }

    fn table(&mut self, rows: &[Vec<Cell>]) {
        if rows.iter().all(Vec::is_empty) {
            return;
        }
        // A cell covers no row of another part, so the rows that the head's cells cover belong to it.
        let covered = |(index, row): (usize, &Vec<Cell>)| {
            let most = row.iter().map(|cell| usize::from(cell.rowspan)).max();
            index + most.unwrap_or(0).max(1)
        };
        let heads = rows
            .iter()
            .take_while(|row| row.iter().all(|cell| cell.header));
        let head = heads.enumerate().map(covered).max().unwrap_or(0);
        let head = head.min(rows.len());
        let (head, body) = rows.split_at_checked(head).unwrap_or((rows, &[]));
        self.0.push('\n');
        self.open("table");
        self.rows("thead", head);
        self.rows("tbody", body);
        self.close("table");
    }

    fn rows(&mut self, tag: &str, rows: &[Vec<Cell>]) {
        if rows.iter().all(Vec::is_empty) {
            return;
        }
        self.open(tag);
        for row in rows.iter().filter(|row| !row.is_empty()) {
            self.open("tr");
            for cell in row {
                let tag = if cell.header { "th" } else { "td" };
                self.open_cell(tag, cell);
                self.line(&cell_line(cell));
                self.close(tag);
            }
            self.close("tr");
        }
        self.close(tag);
    }

    fn open_cell(&mut self, tag: &str, cell: &Cell) {
        let _ = write!(self.0, "<{tag}");
        for (name, count) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            if count > 1 {
                self.attribute(name, &count.to_string());
            }
        }
        self.0.push('>');
    }

    fn code(&mut self, text: &str) {
        let text = printable(text);
        if text.trim().is_empty() {
            return;
        }
        self.0.push('\n');
        // The `code` also keeps a parser from taking the text's first newline for the one it drops after `pre`.
        self.open("pre");
        self.element("code", &text);
        self.close("pre");
    }

    fn figure(&mut self, image: Option<&Image>, caption: Option<&str>) {
        let image = image.and_then(|image| web_address(&image.url).map(|address| (image, address)));
        if image.is_none() && caption.is_none() {
            return;
        }
        self.0.push('\n');
        self.open("figure");
        if let Some((image, address)) = image {
            self.image(image, &address);
        }
        self.element("figcaption", caption.unwrap_or_default());
        self.close("figure");
    }

    /// Prints the picture, its attributes in the order of their names, as a parsed page lists them.
    fn image(&mut self, image: &Image, address: &str) {
        let pixels = |count: Option<u32>| count.map(|count| count.to_string());
        let attributes = [
            (
                "alt",
                Some(one_line(image.alt.as_deref().unwrap_or_default())),
            ),
            ("height", pixels(image.height)),
            ("src", Some(address.to_owned())),
            ("width", pixels(image.width)),
        ];
        self.0.push_str("<img");
        for (name, value) in attributes {
            if let Some(value) = value {
                self.attribute(name, &value);
            }
        }
        self.0.push('>');
    }

    /// Prints a footnote as a paragraph with its sign in front.
    fn footnote(&mut self, label: &str, lines: &[Vec<Run>]) {
        if lines.is_empty() {
            return;
        }
        self.0.push('\n');
        self.open("p");
        if let Some(label) = note_label(label) {
            self.element("sup", &label);
            self.0.push(' ');
        }
        self.lines(lines);
        self.close("p");
    }

    /// Prints the comments as articles in the article, a reply in the one that it answers, as the HTML standard says they are marked up.
    fn comments(&mut self, comments: &[Comment]) {
        let mut open = 0;
        for comment in comments
            .iter()
            .filter(|comment| !comment.text.trim().is_empty())
        {
            // A comment can stand one deeper than the one before it, not more.
            let depth = usize::from(comment.depth).min(open).min(LIST_DEPTH - 1);
            for _ in depth..open {
                self.close("article");
            }
            open = depth + 1;
            self.0.push('\n');
            self.open("article");
            self.signature(comment);
            self.lines_in("p", &lines(&comment.text, &[]));
        }
        for _ in 0..open {
            self.close("article");
        }
    }

    /// Prints who wrote a comment, and when.
    fn signature(&mut self, comment: &Comment) {
        let author = comment.author.as_deref().map(one_line).unwrap_or_default();
        let at = comment.at.as_deref().map(one_line).unwrap_or_default();
        if author.is_empty() && at.is_empty() {
            return;
        }
        self.0.push('\n');
        self.open("footer");
        self.text(&author);
        if !at.is_empty() {
            self.text(if author.is_empty() { "" } else { ", " });
            self.element("time", &at);
        }
        self.close("footer");
    }

    fn embed(&mut self, provider: Option<&str>, url: Option<&str>, text: &str) {
        let href = url.and_then(web_address);
        let Some(text) = embed_label(text, provider.filter(|_| href.is_some()), href.as_deref())
        else {
            return;
        };
        let run = Run {
            text,
            href,
            emphasis: None,
            note: None,
        };
        self.lines_in("p", &[vec![run]]);
    }

    fn open(&mut self, tag: &str) {
        let _ = write!(self.0, "<{tag}>");
    }

    fn close(&mut self, tag: &str) {
        let _ = write!(self.0, "</{tag}>");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.0, " {name}=\"");
        for c in value.chars() {
            match c {
                '"' => self.0.push_str("&quot;"),
                _ => self.character(c),
            }
        }
        self.0.push('"');
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            self.character(c);
        }
    }

    /// Prints a character as a serialiser of HTML does, so that parsing and printing the output once more changes nothing.
    fn character(&mut self, c: char) {
        match c {
            '&' => self.0.push_str("&amp;"),
            '<' => self.0.push_str("&lt;"),
            '>' => self.0.push_str("&gt;"),
            '\u{A0}' => self.0.push_str("&nbsp;"),
            _ => self.0.push(c),
        }
    }
}

/// Letters and digits in parts of at most eight, as in BCP 47.
fn is_language_tag(tag: &str) -> bool {
    tag.split('-').all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}
