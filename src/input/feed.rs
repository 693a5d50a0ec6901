//! From text to tree: tokenizer, guard, tree builder.

use faircopy_tokenizer::{Options, Place, Source, Step, Tokenizer};
use scraper::Html;

use super::guard::Guard;
use super::sink::Places;
use crate::limits::{Hits, Limit, Limits};

/// Builds the tree. Its texts that are not white space alone, and its pictures, come with where they stand.
pub(super) fn parse(text: &str, limits: &Limits) -> (Html, Places, Hits) {
    let page = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source::new(page);
    let options = Options {
        place: Place::Byte,
        attributes_per_tag: limits.count(Limit::AttributesPerTag),
        ..Options::default()
    };
    let mut tokenizer = Tokenizer::new(&source, Guard::new(limits, page.len()), options);
    // Scripts and charset labels are nothing to stop for.
    while !tokenizer.sink().ended() && tokenizer.step() != Step::Done {}
    let attributes = tokenizer.most_attributes();
    let guard = tokenizer.finish();
    guard.note_attributes(attributes);
    let (html, mut places, hits) = guard.finish();
    let before = text.len() - page.len();
    places.retain_mut(|(_, span)| {
        let trimmed = span.trimmed(page);
        *span = trimmed.unwrap_or_default().after(before);
        trimmed.is_some()
    });
    (html, places, hits)
}

#[cfg(test)]
mod tests {
    use html5ever::tendril::TendrilSink;
    use html5ever::tree_builder::TreeBuilderOpts;
    use html5ever::{ParseOpts, driver};
    use scraper::{Html, HtmlTreeSink};

    use super::parse;
    use crate::limits::{Hits, Limit, Limits};

    /// The tree html5ever builds when no one watches.
    fn unguarded(text: &str) -> Html {
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
            ..ParseOpts::default()
        };
        driver::parse_document(HtmlTreeSink::new(Html::new_document()), options).one(text)
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
            let (tree, _, hits) = parse(page, &Limits::default());
            assert_eq!(tree, unguarded(page), "{page}");
            assert_eq!(hits, Hits::default(), "{page}");
        }
    }

    #[test]
    fn long_pages_have_the_standard_tree() {
        for page in PAGES {
            let page = page.trim_start_matches('\u{feff}');
            let long = format!("{}\r\n{page}", "渡 ".repeat(2000)).repeat(3);
            let (tree, _, hits) = parse(&long, &Limits::default());
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
            let (tree, _, hits) = parse(&page, &Limits::default());
            let hits = hits.into_sorted();
            assert_eq!(
                (hits[0].limit, hits[0].seen),
                (Limit::AttributesPerTag, 40_000),
                "{lead}"
            );
            let most = tree.tree.values().filter_map(|node| node.as_element());
            assert_eq!(
                most.map(|element| element.attrs.len()).max(),
                Some(512),
                "{lead}"
            );
            let text: String = tree.root_element().text().collect();
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
