#![doc = include_str!("../README.md")]

mod char_ref;
mod content;
mod markup;
mod names;
mod place;
mod run;
mod source;
mod tag;
mod tokenizer;

pub use place::Place;
pub use source::{MAX_BYTES, Source};
pub use tokenizer::{Content, Options, Step, Tokenizer};

use html5ever::tokenizer::TokenSink;

/// Reads the whole text into the sink and returns the sink.
///
/// Scripts and charset labels do not stop it. Use [`Tokenizer`] to act on them, or to stop early.
pub fn tokenize<S: TokenSink>(text: &str, sink: S, options: Options) -> S {
    let source = Source::new(text);
    let mut tokenizer = Tokenizer::new(&source, sink, options);
    while !matches!(tokenizer.step(), Step::Done) {}
    tokenizer.finish()
}
