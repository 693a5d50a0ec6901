//! The article inside a page's embedded state: the JSON from which a script builds a page that is empty, or breaks off, without it.

use std::borrow::Cow;
use std::cell::LazyCell;

use serde_json::Deserializer;
use serde_json_borrow::Value as Json;

use crate::input::dom::{Dom, Element};
use crate::limits::{Hits, Limit, Limits};
use crate::page::beginnings::Beginnings;
use crate::page::block::Blocks;
use crate::page::fragment::paragraphs;
use crate::text::measure::Measure;

/// Where the text of a paragraph stands in the objects that editors and content systems write, in the order of the words.
const TEXT_KEYS: &[&str] = &[
    "html",
    "text",
    "value",
    "content",
    "children",
    "paragraph",
    "data",
];

/// An object with one of these and one of [`NAMES`] points to another page: a teaser.
const ADDRESSES: &[&str] = &["url", "href", "slug", "link", "permalink", "canonicalUrl"];
/// See [`ADDRESSES`].
const NAMES: &[&str] = &["title", "headline", "name"];

/// Objects inside one another that hold one paragraph, at most: block, line, run, mark.
const PARAGRAPH_DEPTH: usize = 5;

/// Words in sentences from which on a text is an article's.
const ARTICLE_WORDS: f32 = 60.0;

/// A text of so many words has more bytes: of two letters a word, with the space.
const ARTICLE_BYTES: usize = 2 * ARTICLE_WORDS as usize;

/// Candidates that are looked at, the longest first: after a few, only messages of the program are left.
const MOST_CANDIDATES: usize = 8;

/// A page with fewer words in sentences, hidden ones included, may be the shell of one that a script builds: any state is read.
const SHELL_WORDS: f32 = 400.0;

/// Words that a page shows of a state that is read all the same, at most: of an article a reader gets the beginning, and of one that is
/// whole on the page most pages show more. To read the state costs as much as to read the page.
const EXCERPT_WORDS: f32 = 800.0;

/// A text of a state says this many times what the page shows of it: else the page has it, as good as all.
const GOES_ON: f32 = 1.25;

/// Returns the longest text in sentences that the embedded state of a page holds, as paragraphs parted by newlines: of a page that says
/// little any, of others one that the page shows the beginning of.
///
/// `None` when no state of the page holds an article: scripts that are programs, and lists of teasers, are none.
pub(crate) fn body(dom: &Dom, blocks: &mut Blocks, limits: &Limits) -> Option<String> {
    let any = is_shell(blocks);
    // Most pages have no state that it could be asked of.
    let mut hits = Hits::default();
    let seen = LazyCell::new(|| Beginnings::of(blocks));
    let is_begun = |script: &str| {
        any || {
            let words = seen.said_in(script);
            words > 0.0 && words < EXCERPT_WORDS
        }
    };
    let scripts: Vec<Script<'_>> = dom.scripts().filter_map(Script::of).collect();
    let mut states: Vec<Json<'_>> = Vec::new();
    for script in &scripts {
        states.extend(state(script, &is_begun, limits, &mut hits));
    }
    let mut candidates: Vec<Cow<'_, str>> = states.iter().flat_map(texts).collect();
    candidates.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let goes_on = |words: f32, text: &str| {
        any || {
            let said = seen.said_in(text);
            said > 0.0 && words > GOES_ON * said
        }
    };
    let body = candidates
        .iter()
        .take(MOST_CANDIDATES)
        .map(|text| paragraphs(text, limits))
        .map(|text| (sentences(&text), text))
        .filter(|(words, text)| *words > ARTICLE_WORDS && goes_on(*words, text))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, text)| text);
    blocks.hits.extend(&hits);
    body
}

fn is_shell(blocks: &Blocks) -> bool {
    let measures = blocks.ids().map(|id| &blocks[id].measure);
    let sentences = measures.filter(|measure| measure.ends_sentence);
    sentences.map(Measure::weight).sum::<f32>() < SHELL_WORDS
}

/// A script that begins with data, or with a name that data are assigned to. Programs, which are most scripts, are none.
struct Script<'d> {
    text: Cow<'d, str>,
    is_json: bool,
}

impl<'d> Script<'d> {
    fn of(script: Element<'d>) -> Option<Self> {
        let kind = script.attr("type").unwrap_or_default();
        let is_json = kind.eq_ignore_ascii_case("application/json");
        if !is_json && !matches!(kind, "" | "text/javascript") {
            return None;
        }
        let text = script.text();
        opens_as_data(&text, is_json).then_some(Self { text, is_json })
    }

    /// All of it, or what is assigned to the name, as in `window.__STATE__ = {…};`.
    fn json(&self) -> Option<&str> {
        let json = if self.is_json {
            &*self.text
        } else {
            self.text.split_once('=')?.1
        };
        Some(json.trim()).filter(|json| json.starts_with(['{', '[']))
    }
}

fn opens_as_data(text: &str, is_json: bool) -> bool {
    let is_name = |c: &char| c.is_ascii_alphanumeric() || "_$.\"'[] \n\r\t".contains(*c);
    let mut rest = text.chars();
    if !is_json && rest.by_ref().find(|c| !is_name(c)) != Some('=') {
        return false;
    }
    let first = rest.find(|c| !c.is_whitespace());
    first.is_some_and(|c| matches!(c, '{' | '['))
}

/// The JSON of a script that is asked for.
fn state<'s>(
    script: &'s Script<'_>,
    is_asked_for: &dyn Fn(&str) -> bool,
    limits: &Limits,
    hits: &mut Hits,
) -> Option<Json<'s>> {
    let json = script.json()?;
    if !is_asked_for(json) || hits.over(limits, Limit::LdJsonBytes, json.len()) {
        return None;
    }
    let mut values = Deserializer::from_str(json).into_iter();
    values.next()?.ok()
}

/// The texts that a state holds: long strings, and lists of pieces.
fn texts<'s>(state: &'s Json<'_>) -> Vec<Cow<'s, str>> {
    let (mut found, mut open) = (Vec::new(), vec![state]);
    while let Some(value) = open.pop() {
        match value {
            Json::Str(text)
                if text.len() > ARTICLE_BYTES && Measure::of(text).weight() > ARTICLE_WORDS =>
            {
                found.push(Cow::Borrowed(&**text));
            }
            Json::Array(items) => {
                let text = joined(items).filter(|text| text.len() > ARTICLE_BYTES);
                found.extend(text.map(Cow::Owned));
                open.extend(items);
            }
            Json::Object(fields) => open.extend(fields.values()),
            _ => {}
        }
    }
    found
}

/// A list of paragraphs as one text; `None` for a list of teasers.
fn joined(items: &[Json<'_>]) -> Option<String> {
    let is_teaser = |item: &Json<'_>| {
        item.as_object().is_some_and(|fields| {
            let has = |keys: &[&str]| keys.iter().any(|key| fields.contains_key(key));
            has(ADDRESSES) && has(NAMES)
        })
    };
    if items.len() < 2 || items.iter().any(is_teaser) {
        return None;
    }
    let (mut text, mut open) = (String::new(), Vec::new());
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        open.push((item, 0));
        push_piece(&mut open, &mut text);
    }
    Some(text)
}

/// Adds the words of one paragraph's object, in order; it is what is open, with its depth.
fn push_piece<'j>(open: &mut Vec<(&'j Json<'j>, usize)>, out: &mut String) {
    while let Some((value, depth)) = open.pop() {
        match value {
            Json::Str(text) => out.push_str(text),
            Json::Array(items) if depth < PARAGRAPH_DEPTH => {
                open.extend(items.iter().rev().map(|item| (item, depth + 1)));
            }
            Json::Object(fields) if depth < PARAGRAPH_DEPTH => {
                let known = TEXT_KEYS.iter().find_map(|key| fields.get(key));
                open.extend(known.map(|value| (value, depth + 1)));
            }
            _ => {}
        }
    }
}

/// Words of the lines that end like sentences.
fn sentences(text: &str) -> f32 {
    let measures = text.lines().map(Measure::of);
    let in_sentences = measures.filter(|measure| measure.ends_sentence);
    in_sentences.map(|measure| measure.weight()).sum()
}

#[cfg(test)]
mod tests {
    use super::body;
    use crate::input::dom::Dom;
    use crate::limits::Limits;
    use crate::page::block::Blocks;

    const LINE: &str = "The night ferry returns to Nordhafen on Monday after a month in the dock, the harbour office said on Friday.";

    fn of(script: &str) -> Option<String> {
        let limits = Limits::default();
        let dom = Dom::parse(&format!("<div id=app></div>{script}"), &limits);
        body(&dom, &mut Blocks::default(), &limits)
    }

    #[test]
    fn a_body_in_markup_and_a_list_of_paragraphs_are_found() {
        let html = format!("<p>{LINE}</p>").repeat(5);
        let state = format!(
            "<script type=application/json>{{\"page\":{{\"story\":{{\"body\":\"{html}\"}}}}}}</script>"
        );
        assert_eq!(of(&state), Some([LINE; 5].join("\n")));
        let item = format!(
            "{{\"type\":\"paragraph\",\"content\":[{{\"type\":\"text\",\"text\":\"{LINE}\"}}]}}"
        );
        let list = [item.as_str(); 5].join(",");
        let state =
            format!("<script>window.__STATE__ = {{\"story\":{{\"blocks\":[{list}]}}}};</script>");
        assert_eq!(of(&state), Some([LINE; 5].join("\n")));
    }

    #[test]
    fn teasers_programs_and_broken_json_are_no_body() {
        let item = format!("{{\"url\":\"/a\",\"title\":\"Two boats\",\"text\":\"{LINE}\"}}");
        let list = [item.as_str(); 5].join(",");
        for script in [
            format!("<script type=application/json>{{\"stories\":[{list}]}}</script>"),
            format!("<script>var text = \"{LINE}\"; show(text);</script>"),
            format!("<script type=application/json>{{\"body\":\"{LINE}</script>"),
        ] {
            assert_eq!(of(&script), None, "{script}");
        }
    }
}
