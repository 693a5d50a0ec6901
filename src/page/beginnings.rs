//! What a reader sees, looked for in a script as it stands there: a script that says little of it may hold how it goes on.

use std::collections::BTreeMap;
use std::fmt::Write;

use aho_corasick::packed::{Config, MatchKind, Searcher};
use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::page::block::{BlockId, Blocks, Kind, Presence};
use crate::text::measure::is_ideograph;

/// Texts that are looked for, from the top of the page on: an excerpt stands before the comments and the teasers.
const MOST_TEXTS: usize = 64;

/// Characters by which a text is known; an ideograph says as much as three letters.
const PROBE_CHARS: usize = 24;

/// The long texts of a page, each by a stretch of characters that neither JSON nor markup writes in another way.
pub(crate) struct Beginnings {
    probes: Probes,
    /// For each pattern its opening, counted from 0, …
    texts: Vec<usize>,
    /// … and for each opening the words of its texts.
    words: Vec<f32>,
}

/// A search for all patterns at once.
enum Probes {
    /// Many bytes at a time, where the machine can.
    Packed(Searcher),
    /// Built for one page and asked of few scripts: the form that is built in the least time.
    Automaton(AhoCorasick),
    None,
}

impl Probes {
    fn of(patterns: &[String]) -> Self {
        let mut packed = Config::new().match_kind(MatchKind::LeftmostFirst).builder();
        if let Some(searcher) = packed.extend(patterns).build() {
            return Self::Packed(searcher);
        }
        let automaton = AhoCorasick::builder()
            .match_kind(aho_corasick::MatchKind::LeftmostFirst)
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .build(patterns);
        automaton.map_or(Self::None, Self::Automaton)
    }

    /// Gives the number of each pattern that is found, as often as it is.
    fn find(&self, text: &str, mut give: impl FnMut(usize)) {
        match self {
            Self::Packed(searcher) => {
                let found = searcher.find_iter(text);
                found.for_each(|found| give(found.pattern().as_usize()));
            }
            Self::Automaton(automaton) => {
                let found = automaton.find_iter(text);
                found.for_each(|found| give(found.pattern().as_usize()));
            }
            Self::None => {}
        }
    }
}

impl Beginnings {
    pub(crate) fn of(blocks: &Blocks) -> Self {
        let long = blocks.ids().filter(|&id| is_text(blocks, id));
        // Texts that open alike are found together.
        let mut openings: BTreeMap<&str, f32> = BTreeMap::new();
        for id in long.take(MOST_TEXTS) {
            if let Some(probe) = probe(blocks.text_of(id)) {
                *openings.entry(probe).or_default() += blocks[id].measure.weight();
            }
        }
        let (mut patterns, mut texts, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for (probe, weight) in openings {
            if !probe.is_ascii() {
                patterns.push(escaped(probe));
                texts.push(words.len());
            }
            patterns.push(probe.to_owned());
            texts.push(words.len());
            words.push(weight);
        }
        Self {
            probes: Probes::of(&patterns),
            texts,
            words,
        }
    }

    /// Words of the texts that a script or a text says.
    pub(crate) fn said_in(&self, script: &str) -> f32 {
        let mut said = vec![false; self.words.len()];
        self.probes.find(script, |pattern| {
            let text = self.texts.get(pattern);
            if let Some(row) = text.and_then(|&text| said.get_mut(text)) {
                *row = true;
            }
        });
        let said = self.words.iter().zip(said).filter(|(_, said)| *said);
        said.map(|(words, _)| words).sum()
    }
}

fn is_text(blocks: &Blocks, id: BlockId) -> bool {
    let block = &blocks[id];
    block.presence == Presence::Visible
        && block.kind != Kind::Code
        && block.measure.is_long()
        && !blocks.leads_elsewhere(id)
}

/// The first stretch of letters, digits, spaces and commas that is long enough.
fn probe(text: &str) -> Option<&str> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '，');
    text.split(|c| !is_plain(c)).find_map(|stretch| {
        let mut said = 0;
        let end = stretch.char_indices().find_map(|(at, c)| {
            said += if is_ideograph(c) { 3 } else { 1 };
            (said >= PROBE_CHARS).then_some(at + c.len_utf8())
        })?;
        stretch.get(..end)
    })
}

/// A text as JSON writes it for readers of ASCII.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        let mut units = [0; 2];
        for unit in c.encode_utf16(&mut units) {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Beginnings;
    use crate::input::dom::Dom;
    use crate::limits::Limits;
    use crate::page::claims::Claims;
    use crate::page::segment;

    fn said(page: &str, script: &str) -> f32 {
        let limits = Limits::default();
        let blocks = segment::blocks(&Dom::parse(page, &limits), &Claims::default(), &limits);
        Beginnings::of(&blocks).said_in(script)
    }

    #[test]
    fn a_script_says_a_text_with_signs_and_letters_escaped() {
        let page = "<p>“Not yet,” said the harbour master of Nordhafen on Friday, and went back to her boat.</p>";
        let script = r#"{"text":"\u201cNot yet,\u201d said the harbour master of Nordhafen <b>on Friday</b>"}"#;
        assert!(said(page, script) > 10.0);
        let page =
            "<p>北方港务局星期五宣布，开往塔恩岛的夜间渡轮将于下星期一恢复通航，票价不变。</p>";
        let script = r#"{"text":"\u5317\u65b9\u6e2f\u52a1\u5c40\u661f\u671f\u4e94\u5ba3\u5e03"}"#;
        assert!(said(page, script) > 10.0);
        assert!(said(page, "{\"text\":\"北方港务局星期五宣布\"}") > 10.0);
    }

    #[test]
    fn labels_links_and_what_is_not_there_say_nothing() {
        let text = "The night ferry returns to Nordhafen on Monday after a month in the dock.";
        assert!(said(&format!("<p>{text}</p>"), "{\"text\":\"another text\"}") == 0.0);
        assert!(said(&format!("<p><a href=/a>{text}</a></p>"), text) == 0.0);
        assert!(said("<p>The night ferry returns</p>", text) == 0.0);
    }
}
