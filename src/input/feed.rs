//! Feeding the tokenizer, so that its cost stays linear in the attributes of a tag.
//!
//! html5ever's tokenizer looks for a duplicate through all attributes of a tag, for each of them, before any token is given out; no
//! token sink can stop that. So the text is fed in pieces: a tag that ends within two of them is small enough. When a piece gives no
//! token and a long tag may be the cause, parsing starts anew with each tag fed by itself, and cut.

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use scraper::Html;

use super::guard::Guard;
use crate::limits::{Hits, Limit, Limits};

/// Bytes of a piece. Few enough that the attributes in two of them are compared fast, enough that the pieces cost nothing.
const PIECE_BYTES: usize = 4096;

/// Steps that the look for a long tag may take before it gives up and says yes.
const LOOK_STEPS: usize = 4_000_000;

/// Builds the tree.
pub(super) fn parse(text: &str, limits: &Limits) -> (Html, Hits) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    parse_in_pieces(text, limits).unwrap_or_else(|| parse_tag_by_tag(text, limits))
}

struct Feed<'l> {
    tokenizer: Tokenizer<Guard<'l>>,
    queue: BufferQueue,
}

impl<'l> Feed<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            tokenizer: Tokenizer::new(Guard::new(limits), TokenizerOpts::default()),
            queue: BufferQueue::default(),
        }
    }

    fn guard(&self) -> &Guard<'l> {
        &self.tokenizer.sink
    }

    /// Feeds a piece of the text and returns whether it gave a token.
    fn push(&self, piece: &str) -> bool {
        let before = self.guard().tokens();
        if !self.guard().ended() {
            self.queue.push_back(StrTendril::from(piece));
            // Scripts and charset labels stop the tokenizer; there is nothing to do for either.
            while !matches!(self.tokenizer.feed(&self.queue), TokenizerResult::Done) {}
        }
        self.guard().tokens() > before
    }

    fn finish(self) -> (Html, Hits) {
        self.tokenizer.end();
        self.tokenizer.sink.finish()
    }
}

/// Returns `None` when a tag may have more attributes than the limit.
fn parse_in_pieces(text: &str, limits: &Limits) -> Option<(Html, Hits)> {
    let bound = limits.count(Limit::AttributesPerTag);
    let feed = Feed::new(limits);
    let (mut last_start, mut start, mut was_stuck) = (0, 0, false);
    while start < text.len() && !feed.guard().ended() {
        let end = piece_end(text, start);
        let is_stuck = !feed.push(text.get(start..end).unwrap_or_default());
        if is_stuck && bound < usize::MAX {
            // What the tokenizer is in began in the last piece, unless an empty end tag, which gives no token, was on the way.
            let window = text.get(last_start..end).unwrap_or_default();
            if window.contains("</>") || !was_stuck && may_be_long(text, last_start, end, bound) {
                return None;
            }
        }
        (last_start, start, was_stuck) = (start, end, is_stuck);
    }
    Some(feed.finish())
}

/// Where the piece that begins at `start` ends: at a character, and not before a byte order mark, as the tokenizer drops one there.
fn piece_end(text: &str, start: usize) -> usize {
    let mut end = start.saturating_add(PIECE_BYTES);
    loop {
        match text.get(end..) {
            None if end < text.len() => end += 1,
            None => return text.len(),
            Some(rest) if rest.starts_with('\u{feff}') => end += '\u{feff}'.len_utf8(),
            Some(_) => return end,
        }
    }
}

/// Whether a tag that begins between `start` and `end` could have more attributes than `bound`.
fn may_be_long(text: &str, start: usize, end: usize, bound: usize) -> bool {
    let mut steps = 0;
    (start..end)
        .filter(|&at| is_tag_start(text.as_bytes(), at))
        .any(|at| {
            let mut tag = TagReader::after(text, at);
            let mut attributes = 0;
            while attributes <= bound && steps + tag.steps <= LOOK_STEPS && tag.next_attribute() {
                attributes += 1;
            }
            steps += tag.steps;
            attributes > bound || steps > LOOK_STEPS
        })
}

fn is_tag_start(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at..) {
        Some([b'<', b'/', letter, ..] | [b'<', letter, ..]) => letter.is_ascii_alphabetic(),
        _ => false,
    }
}

/// Parses with every tag cut after its allowed attributes before the tokenizer sees the rest. Somewhat slower.
///
/// That a `<` opens a tag is learned from the tokenizer: its last token came after the `<` before, so it is in text, and it gives
/// none for the name, as it would in a script. In a comment or an attribute the first does not hold.
fn parse_tag_by_tag(text: &str, limits: &Limits) -> (Html, Hits) {
    let bound = limits.count(Limit::AttributesPerTag);
    let bytes = text.as_bytes();
    let parser = Feed::new(limits);
    let push = |from: usize, to: usize| parser.push(text.get(from..to).unwrap_or_default());
    let (mut fed, mut in_text) = (0, true);
    while let Some(offset) = text.get(fed..).and_then(|rest| rest.find('<')) {
        let less_than = fed + offset;
        in_text |= push(fed, less_than + 1);
        fed = less_than + 1;
        if parser.guard().ended() {
            break;
        }
        if !is_tag_start(bytes, less_than) {
            if bytes.get(fed..).is_some_and(|rest| rest.starts_with(b"/>")) {
                in_text |= push(fed, fed + 2);
                fed += 2;
            } else {
                in_text = false;
            }
            continue;
        }
        let mut tag = TagReader::after(text, less_than);
        let shown = (tag.at + 1).min(text.len());
        let was_text = push(fed, shown);
        let has_attributes = bytes.get(tag.at) != Some(&b'>');
        fed = shown;
        if was_text || !in_text || !has_attributes {
            in_text = was_text;
            continue;
        }
        let cut = tag.skip_to_end(bound);
        push(fed, cut.unwrap_or(tag.at));
        if cut.is_some() {
            parser.guard().note_attributes(bound + 1);
        }
        fed = (tag.at + 1).min(text.len());
        in_text = push(tag.at, fed);
    }
    push(fed, text.len());
    parser.finish()
}

/// Reads a tag as far as it takes to count its attributes and to find its end.
struct TagReader<'t> {
    text: &'t str,
    at: usize,
    attribute: usize,
    /// The work done.
    steps: usize,
}

impl<'t> TagReader<'t> {
    /// Starts after the name of the tag at `less_than`.
    fn after(text: &'t str, less_than: usize) -> Self {
        let mut tag = Self {
            text,
            at: less_than + 1,
            attribute: 0,
            steps: 0,
        };
        if tag.byte() == Some(b'/') {
            tag.at += 1;
        }
        tag.skip(|byte| !is_space(byte) && byte != b'/' && byte != b'>');
        tag
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, skipped: impl Fn(u8) -> bool) {
        while self.byte().is_some_and(&skipped) {
            self.at += 1;
            self.steps += 1;
        }
    }

    /// Goes past the next attribute. Returns `false` at the tag's `>` or at the end of the text.
    fn next_attribute(&mut self) -> bool {
        self.skip(|byte| is_space(byte) || byte == b'/');
        self.steps += 1;
        if matches!(self.byte(), None | Some(b'>')) {
            return false;
        }
        self.attribute = self.at;
        // A name may begin with an equals sign.
        self.at += 1;
        self.skip(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        self.skip(is_space);
        if self.byte() == Some(b'=') {
            self.at += 1;
            self.skip(is_space);
            self.skip_value();
        }
        true
    }

    fn skip_value(&mut self) {
        let Some(quote @ (b'"' | b'\'')) = self.byte() else {
            self.skip(|byte| !is_space(byte) && byte != b'>');
            return;
        };
        let value = self.text.get(self.at + 1..).unwrap_or_default();
        let length = value.find(char::from(quote)).unwrap_or(value.len());
        // The search looks at a word at a time.
        self.steps += length / 8;
        self.at = (self.at + length + 2).min(self.text.len());
    }

    /// Goes to the tag's `>` or the end of the text. Returns where the first attribute beyond `bound` begins.
    fn skip_to_end(&mut self, bound: usize) -> Option<usize> {
        let mut attributes = 0;
        let mut cut = None;
        while self.next_attribute() {
            attributes += 1;
            if attributes > bound && cut.is_none() {
                cut = Some(self.attribute);
            }
        }
        cut
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by it")]
mod tests {
    use html5ever::tendril::TendrilSink;
    use html5ever::tree_builder::TreeBuilderOpts;
    use html5ever::{ParseOpts, driver};
    use scraper::{Html, HtmlTreeSink};

    use super::{PIECE_BYTES, parse, parse_in_pieces, parse_tag_by_tag};
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
            let (tree, hits) = parse(page, &Limits::default());
            assert_eq!(tree, unguarded(page), "{page}");
            assert_eq!(hits, Hits::default(), "{page}");
        }
    }

    #[test]
    fn both_ways_of_feeding_build_the_same_tree() {
        for page in PAGES {
            let page = page.trim_start_matches('\u{feff}');
            assert_eq!(
                parse_tag_by_tag(page, &Limits::default()).0,
                unguarded(page),
                "{page}"
            );
        }
    }

    #[test]
    fn where_a_piece_ends_does_not_show() {
        for page in PAGES {
            for shift in 0..24 {
                // So that the piece's end falls into every part of the page in turn.
                let lead = PIECE_BYTES - shift;
                let long = format!("{}{page}", "渡".repeat(lead / 3) + &" ".repeat(lead % 3));
                assert_eq!(
                    parse(&long, &Limits::default()).0,
                    unguarded(&long),
                    "{page}"
                );
            }
        }
        let mark = format!("{}\u{feff}\u{feff}kept", "x".repeat(PIECE_BYTES));
        assert_eq!(parse(&mark, &Limits::default()).0, unguarded(&mark));
    }

    #[test]
    fn long_comments_and_values_are_no_reason_to_start_anew() {
        let long = "word ".repeat(PIECE_BYTES);
        for page in [
            format!("<p>a</p><!-- {long} --><p>b</p>"),
            format!("<p>a</p><img alt='{long}'><p>b</p>"),
            format!("<script>{long}</script><p class=x>{long}"),
        ] {
            let (tree, _) = parse_in_pieces(&page, &Limits::default()).expect("read in one go");
            assert_eq!(tree, unguarded(&page));
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
            assert!(
                parse_in_pieces(&page, &Limits::default()).is_none(),
                "{lead}"
            );
            let (tree, hits) = parse(&page, &Limits::default());
            let hits = hits.into_sorted();
            assert_eq!(
                (hits[0].limit, hits[0].seen),
                (Limit::AttributesPerTag, 513),
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
