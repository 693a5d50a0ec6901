//! Stands in for `Article::text`, `to_markdown` and `to_html` until the library has them; its methods then win over these, and
//! this file goes.

use faircopy::{Article, Block};

pub(crate) trait Rendered {
    fn text(&self) -> String;
    fn to_markdown(&self) -> String;
    fn to_html(&self) -> String;
}

impl Rendered for Article {
    fn text(&self) -> String {
        let texts = self.body.iter().map(Block::text);
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n")
    }

    fn to_markdown(&self) -> String {
        self.text()
    }

    fn to_html(&self) -> String {
        self.text().replace('&', "&amp;").replace('<', "&lt;")
    }
}
