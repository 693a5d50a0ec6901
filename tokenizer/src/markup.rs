//! What begins with `<`: tags, comments, doctypes.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Doctype, TagKind, Token, TokenSink};

use crate::run::{REPLACEMENT, Run};
use crate::tag::{is_space, lower_case};
use crate::tokenizer::{Content, Step, Tokenizer};

impl<S: TokenSink> Tokenizer<'_, S> {
    /// Reads what begins at `less_than`, which is markup.
    pub(crate) fn markup(&mut self, less_than: usize) -> Step<S::Handle> {
        let text = self.text;
        let at = less_than + 1;
        match text.byte(at) {
            Some(b'!') => self.declaration(less_than),
            Some(b'?') => self.bogus_comment(less_than, at),
            Some(b'/') => match text.byte(at + 1) {
                Some(byte) if byte.is_ascii_alphabetic() => {
                    return self.tag(less_than, at + 1, TagKind::EndTag);
                }
                Some(b'>') => self.at = at + 2,
                _ => self.bogus_comment(less_than, at + 1),
            },
            _ => return self.tag(less_than, at, TagKind::StartTag),
        }
        Step::More
    }

    fn declaration(&mut self, less_than: usize) {
        let text = self.text;
        let at = less_than + b"<!".len();
        let cdata = b"[CDATA[";
        if text.has_at(at, b"--") {
            self.comment(less_than, at + b"--".len());
        } else if text.has_letters_at(at, b"doctype") {
            self.doctype(less_than, at + b"doctype".len());
        } else if text.has_at(at, cdata)
            && self
                .sink
                .adjusted_current_node_present_but_not_in_html_namespace()
        {
            self.at = at + cdata.len();
            self.content = Content::CdataSection;
        } else {
            self.bogus_comment(less_than, at);
        }
    }

    fn bogus_comment(&mut self, less_than: usize, start: usize) {
        let end = self.text.find(b'>', start, self.text.len());
        self.at = end.map_or(self.text.len(), |end| end + 1);
        self.give_comment(less_than, start, end.unwrap_or(self.at));
    }

    fn comment(&mut self, less_than: usize, start: usize) {
        let text = self.text;
        let mut from = start;
        while let Some(greater_than) = text.find(b'>', from, text.len()) {
            let content = text.bytes(start, greater_than);
            if let Some(length) = closed_length(content) {
                self.at = greater_than + 1;
                return self.give_comment(less_than, start, start + length);
            }
            from = greater_than + 1;
        }
        self.at = text.len();
        let content = text.rest(start);
        // The beginning of an end does not belong to the comment.
        let end = [&b"--!"[..], b"--", b"-"]
            .iter()
            .find_map(|end| content.strip_suffix(*end))
            .unwrap_or(content);
        self.give_comment(less_than, start, start + end.len());
    }

    fn give_comment(&mut self, less_than: usize, start: usize, end: usize) {
        let text = self.text;
        let mut run = Run::new(start, &mut self.buffer);
        if text.has_nul() {
            let mut from = start;
            while let Some(nul) = text.find(0, from, end) {
                from = nul + 1;
                run.replace((nul, from), REPLACEMENT, text, &mut self.buffer);
            }
        }
        let comment = run.end(end, text, &mut self.buffer);
        self.give(Token::CommentToken(comment), less_than);
    }

    fn doctype(&mut self, less_than: usize, start: usize) {
        // Even inside quotation marks, the first `>` is the end.
        let end = self.text.find(b'>', start, self.text.len());
        self.at = end.map_or(self.text.len(), |end| end + 1);
        let inside = self.text.part(start, end.unwrap_or(self.at));
        let doctype = read_doctype(inside, end.is_some());
        self.give(Token::DoctypeToken(doctype), less_than);
    }
}

/// The length of a comment, if the `>` after `content` closes it.
fn closed_length(content: &[u8]) -> Option<usize> {
    // `<!-->` and `<!--->` are whole comments.
    if matches!(content, b"" | b"-") {
        return Some(0);
    }
    content
        .strip_suffix(b"--")
        .or_else(|| content.strip_suffix(b"--!"))
        .map(<[u8]>::len)
}

/// Reads what stands after `<!doctype`.
fn read_doctype(inside: &str, is_closed: bool) -> Doctype {
    let mut doctype = Doctype::default();
    let inside = after_space(inside);
    if inside.is_empty() {
        doctype.force_quirks = true;
        return doctype;
    }
    let name_end = inside.find(is_space_char);
    let (name, rest) = inside.split_at(name_end.unwrap_or(inside.len()));
    doctype.name = Some(name.chars().map(lower_case).collect());
    let rest = after_space(rest);
    if rest.is_empty() {
        doctype.force_quirks = !is_closed;
        return doctype;
    }
    doctype.force_quirks = match after_keyword(rest) {
        Some((true, rest)) => read_public(rest, is_closed, &mut doctype),
        Some((false, rest)) => read_system(rest, is_closed, true, &mut doctype),
        None => true,
    };
    doctype
}

/// Whether the keyword is `PUBLIC`, and what stands after it.
fn after_keyword(text: &str) -> Option<(bool, &str)> {
    let (keyword, rest) = text.split_at_checked("PUBLIC".len())?;
    let is_public = keyword.eq_ignore_ascii_case("PUBLIC");
    (is_public || keyword.eq_ignore_ascii_case("SYSTEM")).then_some((is_public, rest))
}

/// Returns whether the doctype forces quirks mode, as the others below do.
fn read_public(text: &str, is_closed: bool, doctype: &mut Doctype) -> bool {
    let Some((public, rest)) = quoted(text) else {
        return true;
    };
    doctype.public_id = Some(public);
    match rest {
        Some(rest) => read_system(rest, is_closed, false, doctype),
        None => true,
    }
}

fn read_system(text: &str, is_closed: bool, is_needed: bool, doctype: &mut Doctype) -> bool {
    let Some((system, rest)) = quoted(text) else {
        let is_left_out = after_space(text).is_empty();
        return is_needed || !is_left_out || !is_closed;
    };
    doctype.system_id = Some(system);
    match rest {
        // Anything after it is passed over.
        Some(rest) => after_space(rest).is_empty() && !is_closed,
        None => true,
    }
}

/// An identifier in quotation marks and what stands after it, or `None` there if the second mark is missing.
fn quoted(text: &str) -> Option<(StrTendril, Option<&str>)> {
    let text = after_space(text);
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let text = text.strip_prefix(quote)?;
    let (value, rest) = match text.split_once(quote) {
        Some((value, rest)) => (value, Some(rest)),
        None => (text, None),
    };
    let value = value
        .chars()
        .map(|c| if c == '\0' { '\u{fffd}' } else { c });
    Some((value.collect(), rest))
}

fn is_space_char(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_space)
}

fn after_space(text: &str) -> &str {
    text.trim_start_matches(is_space_char)
}
