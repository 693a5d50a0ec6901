//! The walk from token to token.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, ScriptEscapeKind};
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult};
use html5ever::{Attribute, LocalName};

use crate::names::Names;
use crate::place::{Place, PlaceReader};
use crate::source::{Source, Text};

/// How to read.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the sink is told of where a token begins.
    pub place: Place,
    /// Distinct attributes that a tag may have. Those after them are left out, and only counted
    /// ([`Tokenizer::most_attributes`]): a tag with a million of them is read fast, but the tree that keeps them pays.
    pub attributes_per_tag: usize,
    /// How the text is read at its start. For a fragment whose context is a `title`, say.
    pub content: Content,
    /// The element whose end tag ends [`Content::Rcdata`], [`Content::Rawtext`] and scripts, until there is a start tag.
    pub last_start_tag: Option<LocalName>,
}

impl Default for Options {
    /// A whole document, all of its attributes, lines for places.
    fn default() -> Self {
        Self {
            place: Place::default(),
            attributes_per_tag: usize::MAX,
            content: Content::default(),
            last_start_tag: None,
        }
    }
}

/// What a step came to.
#[derive(Debug, PartialEq)]
pub enum Step<Handle> {
    /// There may be more.
    More,
    /// The sink wants this script to be run before the next step.
    Script(Handle),
    /// The sink met this charset label; it may be ignored.
    EncodingIndicator(StrTendril),
    /// The text is at its end. [`Tokenizer::finish`] tells the sink.
    Done,
}

/// How the text is read until the sink says otherwise: the standard's states between tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// Tags, comments and character references.
    #[default]
    Data,
    /// Character references and the end tag of the element: `title`, `textarea`.
    Rcdata,
    /// The end tag of the element only: `style`, `xmp`.
    Rawtext,
    /// A script.
    ScriptData,
    /// A script after `<!--`.
    ScriptDataEscaped,
    /// A script after `<!--` and `<script>`.
    ScriptDataDoubleEscaped,
    /// Text up to the end.
    Plaintext,
    /// Text up to `]]>`.
    CdataSection,
}

impl From<RawKind> for Content {
    fn from(kind: RawKind) -> Self {
        match kind {
            RawKind::Rcdata => Self::Rcdata,
            RawKind::Rawtext => Self::Rawtext,
            RawKind::ScriptData => Self::ScriptData,
            RawKind::ScriptDataEscaped(ScriptEscapeKind::Escaped) => Self::ScriptDataEscaped,
            RawKind::ScriptDataEscaped(ScriptEscapeKind::DoubleEscaped) => {
                Self::ScriptDataDoubleEscaped
            }
        }
    }
}

/// Reads a [`Source`] into a sink, a text and the tag after it at a time.
pub struct Tokenizer<'s, S: TokenSink> {
    pub(crate) text: Text<'s>,
    pub(crate) sink: S,
    /// Where the next step begins.
    pub(crate) at: usize,
    pub(crate) content: Content,
    pub(crate) last_start_tag: LocalName,
    pub(crate) names: Names,
    pub(crate) attributes_per_tag: usize,
    pub(crate) most_attributes: usize,
    /// Room for a value in which something is replaced.
    pub(crate) buffer: String,
    /// Room for the attributes of the next tag.
    pub(crate) spare: Vec<Attribute>,
    places: PlaceReader<'s>,
}

impl<'s, S: TokenSink> Tokenizer<'s, S> {
    /// Starts at the beginning of the source.
    pub fn new(source: &'s Source<'s>, sink: S, options: Options) -> Self {
        Self {
            text: source.text(),
            sink,
            at: 0,
            content: options.content,
            last_start_tag: options.last_start_tag.unwrap_or_default(),
            names: Names::new(),
            attributes_per_tag: options.attributes_per_tag,
            most_attributes: 0,
            buffer: String::new(),
            spare: Vec::new(),
            places: PlaceReader::new(source, options.place),
        }
    }

    /// The sink.
    pub fn sink(&self) -> &S {
        &self.sink
    }

    /// The most attributes of any start tag so far. Those beyond [`Options::attributes_per_tag`] count each time they are written,
    /// the others once.
    pub fn most_attributes(&self) -> usize {
        self.most_attributes
    }

    /// Takes back a list of attributes that the sink has emptied, for the next tag to use its room. A sink that keeps attributes in one
    /// list of its own spares an allocation for nearly every tag by it, when it gives each list back after the step that brought it.
    #[inline]
    pub fn reuse(&mut self, mut attributes: Vec<Attribute>) {
        if attributes.capacity() > self.spare.capacity() {
            attributes.clear();
            self.spare = attributes;
        }
    }

    /// Reads on: the text before the next tag, comment or doctype, and that.
    pub fn step(&mut self) -> Step<S::Handle> {
        if self.at >= self.text.len() {
            return Step::Done;
        }
        let end_tag = match self.content {
            Content::Data => {
                return match self.data() {
                    Some(markup) => self.markup(markup),
                    None => Step::More,
                };
            }
            Content::Rcdata => self.raw_text(true),
            Content::Rawtext => self.raw_text(false),
            Content::ScriptData | Content::ScriptDataEscaped | Content::ScriptDataDoubleEscaped => {
                self.script()
            }
            Content::Plaintext => {
                self.plaintext();
                None
            }
            Content::CdataSection => {
                self.cdata_section();
                None
            }
        };
        match end_tag {
            Some(end_tag) => {
                self.content = Content::Data;
                self.markup(end_tag)
            }
            None => Step::More,
        }
    }

    /// Tells the sink that the text is at its end, wherever it stands, and gives it back.
    pub fn finish(mut self) -> S {
        let end = self.at;
        self.give(Token::EOFToken, end);
        self.sink.end();
        self.sink
    }

    /// Hands a token that is no tag to the sink. The answer to it can only be to go on.
    pub(crate) fn give(&mut self, token: Token, at: usize) {
        let place = self.places.of(at);
        let _: TokenSinkResult<S::Handle> = self.sink.process_token(token, place);
    }

    /// Hands a tag to the sink and does as it says.
    pub(crate) fn give_tag(&mut self, token: Token, at: usize) -> Step<S::Handle> {
        let place = self.places.of(at);
        match self.sink.process_token(token, place) {
            TokenSinkResult::Continue => Step::More,
            TokenSinkResult::Plaintext => {
                self.content = Content::Plaintext;
                Step::More
            }
            TokenSinkResult::RawData(kind) => {
                self.content = kind.into();
                Step::More
            }
            TokenSinkResult::Script(script) => {
                self.content = Content::Data;
                Step::Script(script)
            }
            TokenSinkResult::EncodingIndicator(label) => Step::EncodingIndicator(label),
        }
    }
}
