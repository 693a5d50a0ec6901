//! From text to tree: tokenizer, guard, tree builder.

use faircopy_tokenizer::{Options, Place, Source, Step, Tokenizer};

use super::guard::Guard;
use super::tree::Tree;
use crate::limits::{Hits, Limit, Limits};

/// Builds the tree. Its texts that are not white space alone, and its pictures, come with where they stand.
pub(super) fn parse(text: &str, limits: &Limits) -> (Tree, Hits) {
    let page = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source::new(page);
    let options = Options {
        place: Place::Byte,
        attributes_per_tag: limits.count(Limit::AttributesPerTag),
        ..Options::default()
    };
    let mut tokenizer = Tokenizer::new(&source, Guard::new(limits, page.len()), options);
    // Scripts and charset labels are nothing to stop for.
    while !tokenizer.sink().ended() && !matches!(tokenizer.step(), Step::Done) {
        let spare = tokenizer.sink().spare();
        tokenizer.reuse(spare);
    }
    let attributes = tokenizer.most_attributes();
    let guard = tokenizer.finish();
    guard.note_attributes(attributes);
    let (mut tree, hits) = guard.finish();
    let before = text.len() - page.len();
    for node in tree.nodes_mut() {
        let trimmed = node.span.and_then(|span| span.trimmed(page));
        node.span = trimmed.map(|span| span.after(before));
    }
    (tree, hits)
}

#[cfg(test)]
mod tests {
    use html5ever::tendril::TendrilSink;
    use html5ever::tree_builder::TreeBuilderOpts;
    use html5ever::{Attribute, ParseOpts, QualName, driver};
    use scraper::{Html, HtmlTreeSink};

    use crate::input::tree::{NodeId, Tree, Value};
    use crate::limits::{Hits, Limit, Limits};

    /// A node as far as a tree of ours knows it, and its depth.
    #[derive(Debug, PartialEq)]
    enum Row {
        Element(QualName, Vec<(QualName, String)>),
        Text(String),
        Other,
    }

    type Outline = Vec<(usize, Row)>;

    /// The tree html5ever builds when no one watches.
    fn unguarded(text: &str) -> Outline {
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
            ..ParseOpts::default()
        };
        let html: Html =
            driver::parse_document(HtmlTreeSink::new(Html::new_document()), options).one(text);
        let row = |node: &scraper::Node| match node {
            scraper::Node::Element(element) => {
                let attributes = element.attrs.iter();
                let attributes = attributes.map(|(name, value)| (name.clone(), value.to_string()));
                Row::Element(element.name.clone(), attributes.collect())
            }
            scraper::Node::Text(text) => Row::Text(text.to_string()),
            _ => Row::Other,
        };
        let nodes = html.tree.root().descendants();
        nodes
            .map(|node| (node.ancestors().count(), row(node.value())))
            .collect()
    }

    fn outline(tree: &Tree) -> Outline {
        let row = |value: &Value| match value {
            Value::Element(element) => {
                let attributes = tree.attributes_of(element).iter();
                let attributes =
                    attributes.map(|Attribute { name, value }| (name.clone(), value.to_string()));
                let mut attributes: Vec<_> = attributes.collect();
                attributes.sort();
                Row::Element(element.name.clone(), attributes)
            }
            Value::Text(text) => Row::Text(text.to_string()),
            Value::Other => Row::Other,
        };
        let mut rows = Vec::new();
        let mut around = vec![NodeId::ROOT];
        let mut next = Some(NodeId::ROOT);
        while let Some(id) = next {
            let node = &tree[id];
            rows.push((around.len() - 1, row(&node.value)));
            next = node.first.or(node.next);
            if node.first.is_some() {
                around.push(id);
            }
            while next.is_none() && around.len() > 1 {
                next = around.pop().and_then(|id| tree[id].next);
            }
        }
        rows
    }

    fn parse(text: &str, limits: &Limits) -> (Outline, Hits) {
        let (tree, hits) = super::parse(text, limits);
        (outline(&tree), hits)
    }

    /// Pages with every state of the tokenizer and most of the tree builder's rules in them.
    const PAGES: &[&str] = &[
        "",
        "Two boats",
        "\u{feff}<!DOCTYPE html><html lang=en><head><title>A &amp; B</title></head><body><p>x</body></html> late",
        "<table><tr><td>1<td>2<tr><th>3</table><table>foster<b>x</b><tr><td>y</table>",
        "<table><tbody><tr><td><table><caption>c</caption><col><tr><td>in</table></table>",
        "<p>a<b>b<i>c</b>d</i>e<p>f<a href=1>g<div>h<a href=2>i</a></div>",
        "<b><p>one<p>two</b><p>three<font color=red><p>four<p>five",
        "<ul><li>a<li>b<ul><li>c</ul><dl><dt>d<dd>e</dl>",
        "<svg viewBox='0 0 1 1'><title>t</title><style>p { }</style><g/><foreignObject><p>in<br></foreignObject><![CDATA[<p>]]></svg><p>out",
        "<svg><g><p>breaks out<math><mi>x<mglyph></mi><annotation-xml encoding='text/html'><p>y</math>",
        "<script>if (a < b && '</p>') <!--<script></script>--></script><style>a>b{}</style><textarea>\n<p></textarea>",
        "<title><p></title><xmp><b></xmp><iframe><p></iframe><noembed><p></noembed><noscript><p>n</noscript>",
        "<pre>\nfirst</pre><pre>\r\nfirst</pre><listing>\n\nx</listing><pre></ >\nkept",
        "<!-- c --><!---><!x><?php y ?></ z><!DOCTYPE html PUBLIC 'a' 'b'><p a a=2 b='\"' c=&lt d=&copy=1>&copy;&#x80;&notit;&unknown;",
        "<select><option>a<option>b<optgroup><option>c</select><input><button>x<button>y</button>",
        "<form><form><input></form><p>x</form><template><tr><td>t</td></tr><template>u</template></template>",
        "<body class=a><p>x<body id=b class=c><html lang=en dir=ltr>",
        "<frameset><frame></frameset><noframes><p>x</noframes>",
        "<head><base href=/><link rel=x><meta charset=utf-8></head>\n<!-- c -->\n<body>\u{0}nul\u{c}</p></br><hr></div></h1>",
        "<ruby>漢<rb>字<rt>kan<rp>(</ruby><h1>a<h2>b</h1><nobr>x<nobr>y<object><param><embed></object><marquee><b></marquee>c",
        "a < b <3 </> <p/x/y=z/ w><br/><a href=x",
        "<plaintext><p>never</plaintext>",
    ];

    #[test]
    fn honest_pages_have_the_standard_tree() {
        for page in PAGES {
            let (tree, hits) = parse(page, &Limits::default());
            assert_eq!(tree, unguarded(page), "{page}");
            assert_eq!(hits, Hits::default(), "{page}");
        }
    }

    #[test]
    fn long_pages_have_the_standard_tree() {
        for page in PAGES {
            let page = page.trim_start_matches('\u{feff}');
            let long = format!("{}\r\n{page}", "渡 ".repeat(2000)).repeat(3);
            let (tree, hits) = parse(&long, &Limits::default());
            assert_eq!(tree, unguarded(&long), "{page}");
            assert_eq!(hits, Hits::default(), "{page}");
        }
    }

    #[test]
    fn a_tag_with_too_many_attributes_is_cut_wherever_it_hides() {
        let attributes: Vec<_> = (0..20_000).map(|i| format!(" a{i}='>' b{i}=c")).collect();
        let attributes = attributes.concat();
        for lead in [
            "",
            "<p>x</p>",
            "<!-- x -->",
            "&am",
            "</>",
            "<p title='<p a>'>",
            "<script>'<p'</script>",
            "<title>x</title>",
        ] {
            let page = format!("{lead}<p{attributes}>kept</p><p>after");
            let (tree, hits) = parse(&page, &Limits::default());
            let hits = hits.into_sorted();
            assert_eq!(
                (hits[0].limit, hits[0].seen),
                (Limit::AttributesPerTag, 40_000),
                "{lead}"
            );
            let attributes = tree.iter().map(|(_, row)| match row {
                Row::Element(_, attributes) => attributes.len(),
                Row::Text(_) | Row::Other => 0,
            });
            assert_eq!(attributes.max(), Some(512), "{lead}");
            let texts = tree.iter().filter_map(|(_, row)| match row {
                Row::Text(text) => Some(text.as_str()),
                Row::Element(..) | Row::Other => None,
            });
            let text: String = texts.collect();
            assert!(text.ends_with("keptafter"), "{lead}");
        }
    }

    #[test]
    fn what_only_looks_like_a_long_tag_is_left_whole() {
        let words = "word ".repeat(3000);
        for page in [
            format!("<!-- <p {words} --><p>after"),
            format!("<p title='<p {words}'>after"),
            format!("<script>'<p {words}'</script><p>after"),
            format!("<svg><![CDATA[<p {words}]]></svg><p>after"),
        ] {
            assert_eq!(parse(&page, &Limits::default()).0, unguarded(&page));
        }
    }
}
