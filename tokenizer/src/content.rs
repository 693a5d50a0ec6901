//! Text up to the next tag, by what may stand in it.

use html5ever::tokenizer::{Token, TokenSink};

use crate::char_ref;
use crate::run::{REPLACEMENT, Run};
use crate::source::Text;
use crate::tokenizer::{Content, Tokenizer};

impl<S: TokenSink> Tokenizer<'_, S> {
    /// Gives out the text before the next tag. Returns where the markup begins, or `None` at the end or after a NUL.
    pub(crate) fn data(&mut self) -> Option<usize> {
        let text = self.text;
        let mut run = Run::new(self.at, &mut self.buffer);
        let mut from = self.at;
        let markup = loop {
            let Some(found) = text.find_either_or_nul(b'<', b'&', from) else {
                break None;
            };
            from = found + 1;
            match text.byte(found) {
                Some(b'&') => {
                    if let Some(reference) = char_ref::read(text, found, false) {
                        from = found + reference.length;
                        run.replace((found, from), reference.chars(), text, &mut self.buffer);
                    }
                }
                Some(b'<') if begins_markup(text, found) => break Some(found),
                Some(b'<') => {}
                _ => {
                    self.give_null(run, found);
                    return None;
                }
            }
        };
        self.give_text(run, markup.unwrap_or(text.len()));
        markup
    }

    /// Gives out the text before the end tag of the element. Returns where that begins.
    pub(crate) fn raw_text(&mut self, has_references: bool) -> Option<usize> {
        let text = self.text;
        let mut run = Run::new(self.at, &mut self.buffer);
        let mut from = self.at;
        let end_tag = loop {
            let found = if has_references {
                text.find_either_or_nul(b'<', b'&', from)
            } else {
                text.find_or_nul(b'<', from)
            };
            let Some(found) = found else { break None };
            from = found + 1;
            match text.byte(found) {
                Some(b'&') => {
                    if let Some(reference) = char_ref::read(text, found, false) {
                        from = found + reference.length;
                        run.replace((found, from), reference.chars(), text, &mut self.buffer);
                    }
                }
                Some(b'<') if self.is_end_tag(found) => break Some(found),
                Some(b'<') => {}
                _ => run.replace((found, from), REPLACEMENT, text, &mut self.buffer),
            }
        };
        self.give_text(run, end_tag.unwrap_or(text.len()));
        end_tag
    }

    /// The same in a script, which may hide its own end in what looks like a comment.
    pub(crate) fn script(&mut self) -> Option<usize> {
        let text = self.text;
        let mut run = Run::new(self.at, &mut self.buffer);
        let mut from = self.at;
        let end_tag = loop {
            let found = match self.content {
                Content::ScriptData => text.find_or_nul(b'<', from),
                _ => text.find_either_or_nul(b'<', b'-', from),
            };
            let Some(found) = found else { break None };
            from = found + 1;
            match text.byte(found) {
                Some(b'<') => match self.content {
                    Content::ScriptDataDoubleEscaped => {
                        if text.byte(from) == Some(b'/') && is_script(text, from + 1) {
                            self.content = Content::ScriptDataEscaped;
                        }
                    }
                    _ if self.is_end_tag(found) => break Some(found),
                    Content::ScriptData => {
                        if text.has_at(from, b"!--") {
                            self.content = Content::ScriptDataEscaped;
                            // Both dashes may belong to the `-->` as well.
                            from += 1;
                        }
                    }
                    _ => {
                        if is_script(text, from) {
                            self.content = Content::ScriptDataDoubleEscaped;
                        }
                    }
                },
                Some(b'-') => {
                    if text.has_at(found, b"-->") {
                        self.content = Content::ScriptData;
                    }
                }
                _ => run.replace((found, from), REPLACEMENT, text, &mut self.buffer),
            }
        };
        self.give_text(run, end_tag.unwrap_or(text.len()));
        end_tag
    }

    pub(crate) fn plaintext(&mut self) {
        let text = self.text;
        let mut run = Run::new(self.at, &mut self.buffer);
        let mut from = self.at;
        while let Some(found) = text.find(0, from, text.len()) {
            from = found + 1;
            run.replace((found, from), REPLACEMENT, text, &mut self.buffer);
        }
        self.give_text(run, text.len());
    }

    pub(crate) fn cdata_section(&mut self) {
        let text = self.text;
        let run = Run::new(self.at, &mut self.buffer);
        let mut from = self.at;
        while let Some(found) = text.find_or_nul(b']', from) {
            from = found + 1;
            if text.byte(found) == Some(0) {
                return self.give_null(run, found);
            }
            if text.has_at(found, b"]]>") {
                self.content = Content::Data;
                self.give_text(run, found);
                self.at = found + b"]]>".len();
                return;
            }
        }
        self.give_text(run, text.len());
    }

    /// Whether the end tag of the last start tag stands at the `<`.
    fn is_end_tag(&self, less_than: usize) -> bool {
        let name = self.last_start_tag.as_bytes();
        let at = less_than + b"</".len();
        self.text.byte(less_than + 1) == Some(b'/')
            && !name.is_empty()
            // A name with anything else in it is never found by the standard's rules.
            && name.iter().all(u8::is_ascii_lowercase)
            && self.text.has_letters_at(at, name)
            && ends_name(self.text, at + name.len())
    }

    fn give_text(&mut self, run: Run, end: usize) {
        let start = run.start();
        self.at = end;
        if start < end {
            let run = run.end(end, self.text, &mut self.buffer);
            self.give(Token::CharacterTokens(run), start);
        }
    }

    /// Gives out the text before a NUL, and the NUL.
    fn give_null(&mut self, run: Run, at: usize) {
        self.give_text(run, at);
        self.give(Token::NullCharacterToken, at);
        self.at = at + 1;
    }
}

/// Whether the `<` is more than itself.
fn begins_markup(text: Text<'_>, less_than: usize) -> bool {
    match text.byte(less_than + 1) {
        Some(b'!' | b'?') => true,
        Some(b'/') => text.byte(less_than + 2).is_some(),
        next => next.is_some_and(|byte| byte.is_ascii_alphabetic()),
    }
}

fn ends_name(text: Text<'_>, at: usize) -> bool {
    matches!(
        text.byte(at),
        Some(b'\t' | b'\n' | b'\x0c' | b' ' | b'/' | b'>')
    )
}

fn is_script(text: Text<'_>, at: usize) -> bool {
    let name = b"script";
    text.has_letters_at(at, name) && ends_name(text, at + name.len())
}
