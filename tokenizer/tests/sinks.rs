//! What a sink is told and what it may ask for.

use std::cell::RefCell;

use faircopy_tokenizer::{Content, Options, Place, Source, Step, Tokenizer, tokenize};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::{LocalName, local_name};

/// Keeps each token with its place, and answers to start tags.
#[derive(Default)]
struct Kept {
    tokens: RefCell<Vec<(String, u64)>>,
    is_foreign: bool,
}

impl TokenSink for Kept {
    type Handle = LocalName;

    fn process_token(&self, token: Token, place: u64) -> TokenSinkResult<LocalName> {
        let (written, result) = match token {
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => {
                let result = match tag.name {
                    local_name!("script") => TokenSinkResult::Script(tag.name.clone()),
                    _ => TokenSinkResult::Continue,
                };
                (format!("</{}>", tag.name), result)
            }
            Token::TagToken(tag) => {
                let result = match tag.name {
                    local_name!("title") => TokenSinkResult::RawData(RawKind::Rcdata),
                    local_name!("style") => TokenSinkResult::RawData(RawKind::Rawtext),
                    local_name!("script") => TokenSinkResult::RawData(RawKind::ScriptData),
                    local_name!("plaintext") => TokenSinkResult::Plaintext,
                    local_name!("meta") => TokenSinkResult::EncodingIndicator("utf-8".into()),
                    _ => TokenSinkResult::Continue,
                };
                let attributes: Vec<_> = tag.attrs.iter().map(|attr| &*attr.name.local).collect();
                (format!("<{} {}>", tag.name, attributes.join(" ")), result)
            }
            Token::CharacterTokens(text) => (text.to_string(), TokenSinkResult::Continue),
            Token::CommentToken(text) => (format!("<!--{text}-->"), TokenSinkResult::Continue),
            other => (format!("{other:?}"), TokenSinkResult::Continue),
        };
        self.tokens.borrow_mut().push((written, place));
        result
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.is_foreign
    }
}

fn tokens(text: &str, options: Options) -> Vec<(String, u64)> {
    tokenize(text, Kept::default(), options).tokens.into_inner()
}

fn texts(text: &str) -> Vec<String> {
    let tokens = tokens(text, Options::default());
    tokens.into_iter().map(|(text, _)| text).collect()
}

#[test]
fn the_sink_decides_how_text_is_read() {
    assert_eq!(
        texts("<title><b>&amp;</title><style><b></b></style><textarea><b>"),
        [
            "<title >",
            "<b>&",
            "</title>",
            "<style >",
            "<b></b>",
            "</style>",
            "<textarea >",
            "<b >",
            "EOFToken"
        ]
    );
    assert_eq!(
        texts("<plaintext>a</plaintext>"),
        ["<plaintext >", "a</plaintext>", "EOFToken"]
    );
}

#[test]
fn a_run_of_text_is_one_token() {
    let text = "Fähre &amp; Brücke\r\n1 < 2 &#8211; <3 & so on\r".repeat(50);
    let tokens = texts(&format!("<p>{text}</p>"));
    assert_eq!(tokens.len(), 4);
    assert_eq!(tokens[1], "Fähre & Brücke\n1 < 2 – <3 & so on\n".repeat(50));
}

#[test]
fn cdata_is_read_where_the_sink_is_foreign() {
    let foreign = Kept {
        is_foreign: true,
        ..Kept::default()
    };
    let found = tokenize("a<![CDATA[<b>&amp;]]>c", foreign, Options::default());
    let found: Vec<_> = found
        .tokens
        .into_inner()
        .into_iter()
        .map(|(text, _)| text)
        .collect();
    assert_eq!(found, ["a", "<b>&amp;", "c", "EOFToken"]);
    assert_eq!(
        texts("<![CDATA[<b>]]>"),
        ["<!--[CDATA[<b-->", "]]>", "EOFToken"]
    );
}

#[test]
fn scripts_and_charset_labels_are_told_of() {
    let source = Source::new("<meta><script>a</script>b");
    let mut tokenizer = Tokenizer::new(&source, Kept::default(), Options::default());
    assert_eq!(tokenizer.step(), Step::EncodingIndicator("utf-8".into()));
    assert_eq!(tokenizer.step(), Step::More);
    assert_eq!(tokenizer.step(), Step::Script(local_name!("script")));
    assert_eq!(tokenizer.step(), Step::More);
    assert_eq!(tokenizer.step(), Step::Done);
    assert_eq!(tokenizer.step(), Step::Done);
}

#[test]
fn reading_may_stop_at_any_step() {
    let source = Source::new("a<b>c<d>");
    let mut tokenizer = Tokenizer::new(&source, Kept::default(), Options::default());
    assert_eq!(tokenizer.step(), Step::More);
    let found = tokenizer.finish().tokens.into_inner();
    let found: Vec<_> = found.iter().map(|(text, _)| &**text).collect();
    assert_eq!(found, ["a", "<b >", "EOFToken"]);
}

#[test]
fn each_byte_place_is_where_the_token_is_written() {
    let text = "江<p\r\na>\r\n\r\nx&amp;<!--c-->\0</p><![CDATA[x]]><title>\rt</title>\r</ z>";
    let options = Options {
        place: Place::Byte,
        ..Options::default()
    };
    let found: Vec<_> = tokens(text, options)
        .into_iter()
        .map(|(token, place)| {
            let rest = text.get(place as usize..).unwrap_or("inside a character");
            (token, rest.chars().take(3).collect::<String>())
        })
        .collect();
    let found: Vec<_> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        found,
        [
            ("江", "江<p"),
            ("<p a>", "<p\r"),
            ("\n\nx&", "\r\n\r"),
            ("<!--c-->", "<!-"),
            ("NullCharacterToken", "\0</"),
            ("</p>", "</p"),
            ("<!--[CDATA[x]]-->", "<!["),
            ("<title >", "<ti"),
            ("\nt", "\rt<"),
            ("</title>", "</t"),
            ("\n", "\r</"),
            ("<!-- z-->", "</ "),
            ("EOFToken", ""),
        ]
    );
}

#[test]
fn lines_are_those_tokens_begin_on() {
    let found = tokens("a\nb<p\n>c\r\n<b>", Options::default());
    let lines: Vec<_> = found.iter().map(|&(_, line)| line).collect();
    assert_eq!(lines, [1, 2, 3, 4, 4]);
}

#[test]
fn attributes_beyond_the_bound_are_counted() {
    let options = Options {
        attributes_per_tag: 2,
        ..Options::default()
    };
    let source = Source::new("<p a b a='>' c d>x</p e f g h i j>");
    let mut tokenizer = Tokenizer::new(&source, Kept::default(), options);
    while tokenizer.step() != Step::Done {}
    assert_eq!(tokenizer.most_attributes(), 4);
    let found = tokenizer.finish().tokens.into_inner();
    let found: Vec<_> = found.iter().map(|(text, _)| &**text).collect();
    assert_eq!(found, ["<p a b>", "x", "</p>", "EOFToken"]);
    let mut none = Tokenizer::new(
        &source,
        Kept::default(),
        Options {
            attributes_per_tag: 0,
            ..Options::default()
        },
    );
    none.step();
    assert_eq!(none.most_attributes(), 5);
}

#[test]
fn a_fragment_may_begin_inside_an_element() {
    let options = Options {
        content: Content::Rcdata,
        last_start_tag: Some(local_name!("title")),
        ..Options::default()
    };
    let found = tokens("<b></title><b>", options);
    let found: Vec<_> = found.iter().map(|(text, _)| &**text).collect();
    assert_eq!(found, ["<b>", "</title>", "<b >", "EOFToken"]);
}

/// Each text is as long as a page at its worst; a step that looks at all of it each time would take minutes.
#[test]
fn hostile_texts_take_no_longer_than_others() {
    let n = 400_000;
    let attributes = (0..n)
        .map(|i| format!(" a{i}"))
        .collect::<Vec<_>>()
        .concat();
    for (lead, unit) in [
        ("", "<!--"),
        ("", "<!-- -"),
        ("", "<!--x--!"),
        ("", "&"),
        ("", "&a"),
        ("", "&#"),
        ("", "&#1"),
        ("", "&CounterClockwiseContourIntegra"),
        ("", "<"),
        ("", "</"),
        ("", "</a "),
        ("", "<a "),
        ("", "<a b='"),
        ("", "<a b=\"&"),
        ("", "<a b='&'>"),
        ("", "<!doctype "),
        ("", "<!doctype a public '"),
        ("", "<?"),
        ("", "\0"),
        ("\0", "<!--x-->"),
        ("", "\r"),
        ("<title>", "</title"),
        ("<title>", "</titl"),
        ("<title>", "&amp"),
        ("<style>", "</style"),
        ("<script>", "<!--"),
        ("<script>", "<!--<script "),
        ("<script>", "<!--<script>--"),
        ("<script><!--", "</script"),
        ("<script><!--", "-"),
        ("<plaintext>", "\0"),
    ] {
        for place in [Place::Line, Place::Byte] {
            let options = Options {
                place,
                ..Options::default()
            };
            tokenize(
                &format!("{lead}{}", unit.repeat(n)),
                Kept::default(),
                options,
            );
        }
    }
    tokenize(
        &format!("<p{attributes}>"),
        Kept::default(),
        Options::default(),
    );
    let foreign = Kept {
        is_foreign: true,
        ..Kept::default()
    };
    tokenize(&"<![CDATA[".repeat(n), foreign, Options::default());
    let foreign = Kept {
        is_foreign: true,
        ..Kept::default()
    };
    tokenize(
        &format!("<![CDATA[{}", "]".repeat(n)),
        foreign,
        Options::default(),
    );
}
