//! Lines that were torn at the links and bold words inside of them.

use super::{CLOSING, Line, OPENING, QUOTES, WIDE_CLOSING, is_item};
use crate::grammar::credit::marks_caption;
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::lexicon::phrase;
use crate::text::ends::last_chars;
use crate::text::measure::Measure;

/// Lines that begin with a sign that closes or parts, at least, for a text to be torn: `, who` below `the mayor`.
const LEAST_TEARS: usize = 2;

/// Signs with which lines of code begin as well.
const OF_CODE: [char; 2] = [')', ']'];

/// The same of one such and of lines that go on in small letters, as those of a poem do by themselves.
const LEAST_GOING_ON: usize = 5;

/// Words from which on a line with a comma or a stop inside is a sentence that breaks off, if it does not end like one.
const SENTENCE_WORDS: f32 = 10.0;

/// Words of a part that a link holds, at most.
const PART_WORDS: f32 = 9.0;

/// Words that no heading ends with, by language.
#[rustfmt::skip]
const BETWEEN: &[(&str, &[&str])] = &[
    ("da", &["og", "af", "på", "til", "med", "som", "den", "det", "de", "en", "et", "i"]),
    ("de", &["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "von", "vom", "in", "im", "zu", "zum", "zur", "auf", "für", "mit", "dass"]),
    ("en", &["the", "of", "a", "an", "and", "to", "in", "on", "at", "for", "with", "from", "by", "his", "her", "its", "their", "our", "your", "that", "as", "or"]),
    ("es", &["el", "los", "las", "de", "del", "un", "una", "y", "en", "con", "por", "para", "que"]),
    ("fr", &["le", "la", "les", "de", "du", "des", "un", "une", "et", "à", "au", "aux", "en", "par", "pour", "sur", "que", "dans"]),
    ("it", &["il", "lo", "gli", "di", "del", "della", "dei", "e", "un", "una", "con", "per", "che", "nel", "nella"]),
    ("nl", &["het", "een", "van", "op", "met", "voor", "dat"]),
    ("pl", &["i", "w", "z", "na", "do", "o", "po", "od", "za"]),
    ("pt", &["o", "os", "as", "do", "da", "dos", "das", "um", "uma", "em", "com", "no", "na"]),
    ("ru", &["и", "в", "на", "с", "по", "из", "от", "о", "к", "для", "у", "что"]),
    ("sv", &["och", "av", "till", "som", "ett", "för"]),
    ("tr", &["ve", "bir", "ile"]),
];

/// Characters of a label, and of what it names, at most.
const LABEL_CHARS: usize = 16;
const NAME_CHARS: usize = 32;

/// Characters of a line's end that tell whether it goes on: one that goes on and on is not measured as a whole each time.
const END_CHARS: usize = 400;

/// Words of a line that ends with such a word, at least.
const OPEN_WORDS: f32 = 3.0;

/// Joins the lines of a text that was torn, and in every text a label with the name below it.
pub(super) fn join(lines: &mut Vec<Line<'_>>) {
    let is_torn = is_torn(lines);
    let mut joined: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    for at in 0..lines.len() {
        let Some(line) = lines.get(at) else { break };
        let behind = lines.get(at + 1).filter(|behind| !behind.gap_before);
        match joined.last_mut() {
            Some(above) if heads(above, line) || is_torn && goes_on(above, line, behind) => {
                above.append(line);
            }
            _ => joined.push(line.clone()),
        }
    }
    *lines = joined;
}

fn is_torn(lines: &[Line<'_>]) -> bool {
    let (mut tears, mut going_on) = (0, 0);
    for (line, below) in lines.iter().zip(lines.iter().skip(1)) {
        if below.gap_before {
            continue;
        }
        tears += usize::from(closes(&below.text) && !below.text.trim_start().starts_with(OF_CODE));
        going_on += usize::from(is_open(&line.text) && is_small(&below.text));
    }
    tears >= LEAST_TEARS || tears > 0 && tears + going_on >= LEAST_GOING_ON
}

/// Whether a line is a label, or the beginning of one, whose name or outlet stands below: `By`, `[Editor:`.
fn heads(line: &Line<'_>, below: &Line<'_>) -> bool {
    let (text, next) = (line.text.trim(), below.text.trim());
    let is_short = text.chars().count() <= LABEL_CHARS && next.chars().count() <= NAME_CHARS;
    if below.gap_before || !is_short || phrase(next).is_some() {
        return false;
    }
    let is_header = |text: &str| HeaderLine::metadata(text, &Hints::default()).is_some();
    let is_empty = || text.ends_with([':', '：']) && is_header(text.trim_start_matches(OPENING));
    let is_by = || !text.contains(' ') && is_header(&format!("{text} {next}")) && !is_header(text);
    (is_empty() || is_by()) && !is_header(next)
}

/// Whether a line goes on with the one below it; `behind` is the one below that.
fn goes_on(line: &Line<'_>, below: &Line<'_>, behind: Option<&Line<'_>>) -> bool {
    if below.gap_before || below.heading.is_some() || line.heading.is_some() || is_item(&below.text)
    {
        return false;
    }
    let (text, next) = (last_chars(line.text.trim(), END_CHARS), below.text.trim());
    if closes(next) || text.ends_with(OPENING) {
        return true;
    }
    let measure = Measure::of(text);
    if measure.ends_sentence && !is_open_end(text) {
        return false;
    }
    let more = Measure::of(next);
    let is_part = more.weight() <= PART_WORDS && !more.ends_sentence;
    let behind = behind.map(|behind| behind.text.trim());
    let returns = behind.is_some_and(|behind| closes(behind) || is_small(behind));
    if is_open(text) && !is_label(text) {
        return is_small(next) || is_open_end(text) || is_part && returns;
    }
    // A link opens the sentence: `Ada Holm` above `said on Monday that …`.
    is_small(next)
        && more.weight() >= OPEN_WORDS
        && (more.stops > 0 || more.commas > 0 || is_open(next))
        && measure.weight() <= PART_WORDS
        && text.chars().next().is_some_and(|c| !c.is_lowercase())
}

fn is_label(text: &str) -> bool {
    text.ends_with([':', '：'])
        || marks_caption(text)
        || HeaderLine::metadata(text, &Hints::default()).is_some()
}

/// Whether a line begins with a sign that closes or parts. One with a word right behind it may begin a name, as `.net` does.
pub(super) fn closes(text: &str) -> bool {
    let text = text.trim_start();
    let mut chars = text.chars();
    let (first, next) = (chars.next(), chars.next());
    let leans = |c: char| CLOSING.contains(&c) || WIDE_CLOSING.contains(&c) || QUOTES.contains(&c);
    let stands_alone = next.is_none_or(|next| next.is_whitespace() || leans(next));
    let is_sign = |first: char| {
        WIDE_CLOSING.contains(&first)
            || (CLOSING.contains(&first) || QUOTES.contains(&first)) && stands_alone
    };
    first.is_some_and(is_sign) && !text.starts_with("...")
}

fn is_small(text: &str) -> bool {
    text.trim_start()
        .chars()
        .next()
        .is_some_and(char::is_lowercase)
}

/// Whether a line breaks off in the midst of a sentence.
fn is_open(text: &str) -> bool {
    let measure = Measure::of(text);
    let is_sentence = measure.weight() >= SENTENCE_WORDS
        && measure.stops + measure.commas > 0
        && measure.bars == 0;
    let ends = is_open_end(text) && measure.weight() >= OPEN_WORDS;
    ends || is_sentence && !measure.ends_sentence
}

/// Whether a line ends with a comma, or with a word that no heading ends with.
fn is_open_end(text: &str) -> bool {
    let text = text.trim_end_matches(QUOTES);
    if text.ends_with([',', '，', '、']) {
        return true;
    }
    let last = text.rsplit(' ').next().unwrap_or_default();
    BETWEEN.iter().any(|(_, words)| words.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::super::read;

    fn lines(text: &str) -> usize {
        read(text, usize::MAX).lines.len()
    }

    #[test]
    fn verse_and_code_keep_their_lines() {
        let verse = "and the boats have come in from the cold,\nand the gulls, who have nothing to say of it,\nare asleep on the roofs of the\n\
            old harbour house, where nobody sits,\nand the clock has been stopped for a year,\nfor the ferry is late, and will go,\n\
            and the people of Sandholm are here,\nwith a child that has never seen snow\n";
        assert_eq!(lines(verse), 8);
        let code = "sail(\nboat,\nharbour\n)\nmoor(\nboat,\npier\n)\n";
        assert_eq!(lines(code), 8);
        let torn = "The night ferry returns on Monday, the\nharbour office\n, in Nordhafen, said.\n\
            Both boats, which are the pride of\nSandholm\n, were in the dock for a month.\n";
        assert_eq!(lines(torn), 2);
    }
}
