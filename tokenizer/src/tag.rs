//! Start tags and end tags.

use std::collections::BTreeSet;
use std::mem;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink};
use html5ever::{Attribute, LocalName, QualName, ns};
use memchr::memchr2;

use crate::char_ref;
use crate::run::{REPLACEMENT, Run};
use crate::source::Text;
use crate::tokenizer::{Step, Tokenizer};

/// Attributes among which a name is looked for one by one. Above this there is a set of them, so that the cost is linear.
const FEW: usize = 16;

/// A part of a tag as it is written.
#[derive(Clone, Copy)]
struct Written {
    start: usize,
    end: usize,
    /// Whether it is what it says: no upper case in a name, no reference in a value, no NUL.
    is_plain: bool,
}

impl Written {
    /// The value of an attribute without one.
    const EMPTY: Self = Self {
        start: 0,
        end: 0,
        is_plain: true,
    };
}

/// The attributes of a tag, the first of each name.
#[derive(Default)]
struct Attributes {
    list: Vec<Attribute>,
    /// All names in the list, once they are more than a [`FEW`].
    names: Option<BTreeSet<LocalName>>,
    has_duplicates: bool,
    /// How many were left out.
    beyond: usize,
}

impl Attributes {
    #[inline]
    fn has(&mut self, name: &LocalName) -> bool {
        if self.list.len() <= FEW {
            return self.list.iter().any(|attr| attr.name.local == *name);
        }
        let names = self.names.get_or_insert_with(|| {
            let names = self.list.iter().map(|attr| attr.name.local.clone());
            names.collect()
        });
        names.contains(name)
    }

    #[inline]
    fn push(&mut self, name: LocalName, value: StrTendril) {
        if let Some(names) = &mut self.names {
            names.insert(name.clone());
        }
        self.list.push(Attribute {
            // The tree builder gives some of them a namespace.
            name: QualName::new(None, ns!(), name),
            value,
        });
    }
}

impl<S: TokenSink> Tokenizer<'_, S> {
    /// Reads the tag whose name begins at `name_start`. One that the text ends in is left out.
    pub(crate) fn tag(
        &mut self,
        less_than: usize,
        name_start: usize,
        kind: TagKind,
    ) -> Step<S::Handle> {
        let text = self.text;
        let name = read_name(text, name_start, ENDS_TAG_NAME);
        let mut at = name.end;
        let mut attributes = Attributes {
            list: match kind {
                TagKind::StartTag => mem::take(&mut self.spare),
                TagKind::EndTag => Vec::new(),
            },
            ..Attributes::default()
        };
        let self_closing = loop {
            at = skip_space(text, at);
            match text.byte(at) {
                None => {
                    self.at = at;
                    return Step::Done;
                }
                Some(b'>') => break false,
                Some(b'/') => {
                    at += 1;
                    if text.byte(at) == Some(b'>') {
                        break true;
                    }
                }
                Some(_) => {
                    let (name, value);
                    (name, value, at) = read_attribute(text, at);
                    // No one asks for the attributes of an end tag. After the last byte there is no tag at all.
                    if kind == TagKind::StartTag && at < text.len() {
                        self.attribute(name, value, &mut attributes);
                    }
                }
            }
        };
        self.at = at + 1;
        let count = attributes.list.len() + attributes.beyond;
        self.most_attributes = self.most_attributes.max(count);
        let name = self.name(name);
        if kind == TagKind::StartTag {
            self.last_start_tag = name.clone();
        }
        let tag = Tag {
            kind,
            name,
            self_closing,
            attrs: attributes.list,
            had_duplicate_attributes: attributes.has_duplicates,
        };
        self.give_tag(Token::TagToken(tag), less_than)
    }

    #[inline]
    fn attribute(&mut self, name: Written, value: Written, attributes: &mut Attributes) {
        if attributes.beyond > 0 {
            attributes.beyond += 1;
            return;
        }
        let name = self.name(name);
        if attributes.has(&name) {
            attributes.has_duplicates = true;
        } else if attributes.list.len() >= self.attributes_per_tag {
            attributes.beyond = 1;
        } else {
            let value = self.value(value);
            attributes.push(name, value);
        }
    }

    #[inline]
    fn name(&mut self, name: Written) -> LocalName {
        let written = self.text.part(name.start, name.end);
        if name.is_plain {
            return self.names.get(written);
        }
        self.buffer.clear();
        self.buffer.extend(written.chars().map(lower_case));
        self.names.get(&self.buffer)
    }

    #[inline]
    fn value(&mut self, value: Written) -> StrTendril {
        let text = self.text;
        if value.is_plain {
            return text.tendril(value.start, value.end);
        }
        let mut run = Run::new(value.start, &mut self.buffer);
        let mut from = value.start;
        while let Some(offset) = memchr2(b'&', 0, text.bytes(from, value.end)) {
            let found = from + offset;
            from = found + 1;
            if text.byte(found) == Some(0) {
                run.replace((found, from), REPLACEMENT, text, &mut self.buffer);
            } else if let Some(reference) = char_ref::read(text, found, true) {
                from = found + reference.length;
                run.replace((found, from), reference.chars(), text, &mut self.buffer);
            }
        }
        run.end(value.end, text, &mut self.buffer)
    }
}

/// In a name, ASCII letters only change case.
pub(crate) fn lower_case(c: char) -> char {
    match c {
        '\0' => '\u{fffd}',
        c => c.to_ascii_lowercase(),
    }
}

#[inline]
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0c' | b' ')
}

#[inline]
fn skip_space(text: Text<'_>, mut at: usize) -> usize {
    while text.byte(at).is_some_and(is_space) {
        at += 1;
    }
    at
}

/// What a byte is in a name, a bit for each: of each of the many bytes of names it is asked at once.
type Part = u8;

/// It ends the name of a tag.
const ENDS_TAG_NAME: Part = 1;
/// It ends the name of an attribute.
const ENDS_ATTRIBUTE_NAME: Part = 1 << 1;
/// Another stands in its place: a capital, or NUL.
const IS_REPLACED: Part = 1 << 2;

const PARTS: [Part; 256] = {
    let mut parts = [0; 256];
    let mut byte = 0_u8;
    loop {
        parts[byte as usize] = match byte {
            b'\t' | b'\n' | b'\x0c' | b' ' | b'/' | b'>' => ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
            b'=' => ENDS_ATTRIBUTE_NAME,
            0 | b'A'..=b'Z' => IS_REPLACED,
            _ => 0,
        };
        if byte == u8::MAX {
            break parts;
        }
        byte += 1;
    }
};

/// Reads a name up to a byte that `ends` it. The first byte belongs to it, whatever it is.
#[inline]
fn read_name(text: Text<'_>, start: usize, ends: Part) -> Written {
    let first = text.byte(start);
    let mut parts = first.map_or(0, |byte| PARTS[usize::from(byte)]);
    let mut end = start + usize::from(first.is_some());
    for &byte in text.rest(end) {
        let part = PARTS[usize::from(byte)];
        if part & ends != 0 {
            break;
        }
        parts |= part;
        end += 1;
    }
    Written {
        start,
        end,
        is_plain: parts & IS_REPLACED == 0,
    }
}

/// Reads the attribute at `start`. Returns its name, its value, and where it ends.
#[inline]
fn read_attribute(text: Text<'_>, start: usize) -> (Written, Written, usize) {
    let name = read_name(text, start, ENDS_ATTRIBUTE_NAME);
    let at = skip_space(text, name.end);
    if text.byte(at) != Some(b'=') {
        return (name, Written::EMPTY, at);
    }
    let at = skip_space(text, at + 1);
    let (value, after) = match text.byte(at) {
        Some(quote @ (b'"' | b'\'')) => read_quoted(text, at + 1, quote),
        _ => read_unquoted(text, at),
    };
    (name, value, after)
}

#[inline]
fn read_quoted(text: Text<'_>, start: usize, quote: u8) -> (Written, usize) {
    let found = text.find_either_or_nul(quote, b'&', start);
    let is_plain = found.is_none_or(|found| text.byte(found) == Some(quote));
    let end = if is_plain {
        found
    } else {
        found.and_then(|found| text.find(quote, found, text.len()))
    };
    let value = Written {
        start,
        end: end.unwrap_or(text.len()),
        is_plain,
    };
    (value, end.map_or(text.len(), |end| end + 1))
}

#[inline]
fn read_unquoted(text: Text<'_>, start: usize) -> (Written, usize) {
    let mut is_plain = true;
    let mut end = start;
    while let Some(byte) = text
        .byte(end)
        .filter(|&byte| !is_space(byte) && byte != b'>')
    {
        is_plain &= byte != b'&' && byte != 0;
        end += 1;
    }
    let value = Written {
        start,
        end,
        is_plain,
    };
    (value, end)
}
