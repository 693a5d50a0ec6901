//! Who is compared, and how each is called: with its defaults, from text to the body's text.

use scraper::Html;

/// An extractor, or the parse alone.
pub struct Contender {
    pub name: &'static str,
    /// Returns the length of what came out; 0 stands for nothing.
    pub run: fn(&str) -> usize,
}

/// The first one's time is the unit of the others.
pub const CONTENDERS: &[Contender] = &[
    Contender {
        name: "scraper, parse alone",
        run: |html| Html::parse_document(html).tree.nodes().len(),
    },
    Contender {
        name: "faircopy",
        run: |html| faircopy::extract(html).text().len(),
    },
    Contender {
        name: "dom_smoothie 0.19.0",
        run: |html| {
            dom_smoothie::Readability::new(html, None, None)
                .and_then(|mut reader| reader.parse())
                .map_or(0, |article| article.text_content.len())
        },
    },
    Contender {
        name: "libreadability 0.3.0",
        run: |html| {
            libreadability::extract(html, None).map_or(0, |article| article.text_content.len())
        },
    },
    Contender {
        name: "rs-trafilatura 0.2.2",
        run: |html| rs_trafilatura::extract(html).map_or(0, |found| found.content_text.len()),
    },
];
