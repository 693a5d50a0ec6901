//! Both tokenizers in front of the same tree builder, with what each of them gives out.

use std::cell::RefCell;

use faircopy_tokenizer::{Options, tokenize};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{TokenizerResult, tree_builder::TreeSink};
use scraper::{Html, HtmlTreeSink};

/// Hands tokens on and keeps them, texts joined.
struct Watch {
    builder: TreeBuilder<<HtmlTreeSink as TreeSink>::Handle, HtmlTreeSink>,
    tokens: RefCell<Vec<Token>>,
}

impl Watch {
    fn new() -> Self {
        let options = TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        Self {
            builder: TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), options),
            tokens: RefCell::default(),
        }
    }

    fn keep(&self, token: &Token) {
        let mut tokens = self.tokens.borrow_mut();
        match token {
            // html5ever's gives an empty text at the end of an open CDATA section.
            Token::CharacterTokens(text) if text.is_empty() => {}
            Token::CharacterTokens(text) => match tokens.last_mut() {
                Some(Token::CharacterTokens(before)) => before.push_tendril(text),
                _ => tokens.push(Token::CharacterTokens(text.clone())),
            },
            Token::TagToken(tag) => {
                let mut tag = tag.clone();
                if tag.kind == TagKind::EndTag {
                    // The standard has no use for these.
                    tag.attrs.clear();
                    tag.had_duplicate_attributes = false;
                }
                tokens.push(Token::TagToken(tag));
            }
            Token::DoctypeToken(doctype) => tokens.push(Token::DoctypeToken(doctype.clone())),
            Token::CommentToken(text) => tokens.push(Token::CommentToken(text.clone())),
            Token::NullCharacterToken => tokens.push(Token::NullCharacterToken),
            Token::EOFToken => tokens.push(Token::EOFToken),
            Token::ParseError(_) => {}
        }
    }

    fn finish(self) -> (Html, Vec<Token>) {
        (self.builder.sink.finish(), self.tokens.into_inner())
    }
}

impl TokenSink for Watch {
    type Handle = <HtmlTreeSink as TreeSink>::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
        // An error between `pre` and a line break makes the tree builder keep the break, against the standard.
        if matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        self.keep(&token);
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

fn ours(text: &str) -> (Html, Vec<Token>) {
    tokenize(text, Watch::new(), Options::default()).finish()
}

fn html5evers(text: &str) -> (Html, Vec<Token>) {
    let options = TokenizerOpts {
        discard_bom: false,
        ..TokenizerOpts::default()
    };
    let tokenizer = Tokenizer::new(Watch::new(), options);
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.finish()
}

/// What the two tokenizers do not agree on, if anything: a token, or the tree.
pub(crate) fn difference(text: &str) -> Option<String> {
    unlike(text, text)
}

/// The same with a text for each, to see that a difference is found.
pub(crate) fn unlike(our_text: &str, text: &str) -> Option<String> {
    let (our_tree, our_tokens) = ours(our_text);
    let (tree, tokens) = html5evers(text);
    let length = our_tokens.len().max(tokens.len());
    for index in 0..length {
        let (our, other) = (our_tokens.get(index), tokens.get(index));
        if our != other {
            return Some(format!("token {index}: {our:?}, html5ever has {other:?}"));
        }
    }
    (our_tree.quirks_mode != tree.quirks_mode || our_tree != tree)
        .then(|| "the trees differ".to_owned())
}
