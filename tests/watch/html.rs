//! The HTML of a record is inert: a fixed set of elements, addresses of the web, a tree that is read as it was meant, and nothing that a
//! sanitiser takes out.

use std::collections::{HashMap, HashSet};

use scraper::{Html, Node};

/// Every element the HTML may have, with its attributes.
const ALLOWED: &[(&str, &[&str])] = &[
    ("article", &["lang"]),
    ("header", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("p", &[]),
    ("br", &[]),
    ("a", &["href"]),
    ("strong", &[]),
    ("em", &[]),
    ("code", &[]),
    ("pre", &[]),
    ("ul", &[]),
    ("ol", &[]),
    ("li", &[]),
    ("blockquote", &[]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["colspan", "rowspan"]),
    ("td", &["colspan", "rowspan"]),
    ("figure", &[]),
    ("img", &["src", "alt", "width", "height"]),
    ("figcaption", &[]),
    ("sup", &[]),
    ("footer", &[]),
    ("time", &[]),
];

/// Parses the HTML, looks at every element, attribute and address, and says what must not be there.
pub fn not_inert(html: &str) -> Option<String> {
    let tree = Html::parse_fragment(html);
    let nodes = tree.root_element().descendants().skip(1);
    if let Some(what) = nodes.map(|node| node.value()).find_map(active) {
        return Some(format!("{what} in {html}"));
    }
    if tree.root_element().inner_html() != html {
        return Some(format!("it is read as another tree: {html}"));
    }
    (sanitised(html) != html).then(|| format!("a sanitiser changes it: {html}"))
}

fn active(node: &Node) -> Option<String> {
    let element = match node {
        Node::Element(element) => element,
        Node::Comment(_) | Node::Doctype(_) | Node::ProcessingInstruction(_) => {
            return Some(format!("{node:?}"));
        }
        _ => return None,
    };
    let name = element.name();
    let Some((_, attributes)) = ALLOWED.iter().find(|(allowed, _)| *allowed == name) else {
        return Some(format!("<{name}>"));
    };
    element.attrs().find_map(|(attribute, value)| {
        let is_web = value.starts_with("http://") || value.starts_with("https://");
        let active = matches!(attribute, "href" | "src") && !is_web;
        (active || !attributes.contains(&attribute))
            .then(|| format!("<{name} {attribute}={value:?}>"))
    })
}

/// What a sanitiser leaves that allows what the HTML may have.
fn sanitised(html: &str) -> String {
    let tags: HashSet<&str> = ALLOWED.iter().map(|(name, _)| *name).collect();
    let attributes: HashMap<&str, HashSet<&str>> = ALLOWED
        .iter()
        .map(|(name, attributes)| (*name, attributes.iter().copied().collect()))
        .collect();
    ammonia::Builder::empty()
        .tags(tags)
        .tag_attributes(attributes)
        .url_schemes(HashSet::from(["http", "https"]))
        .link_rel(None)
        .clean(html)
        .to_string()
}
