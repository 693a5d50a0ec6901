//! Character references: `&amp;`, `&#20320;`, `&copy` without its semicolon.

use crate::source::Text;
use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// Length of the longest name that needs no semicolon, such as `frac12`.
const LONGEST_OPEN: usize = 6;

/// Length of the longest name, `CounterClockwiseContourIntegral`.
const LONGEST: usize = 31;

/// References that make up nearly all there are; the table takes some time to ask.
const FREQUENT: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
];

/// What a reference stands for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CharRef {
    /// Bytes from `&` to the end of it.
    pub(crate) length: usize,
    first: char,
    second: Option<char>,
}

impl CharRef {
    pub(crate) fn chars(&self) -> impl Iterator<Item = char> + use<> {
        [Some(self.first), self.second].into_iter().flatten()
    }
}

/// Reads the reference at the `&` that stands at `at`. Returns `None` when that is just an ampersand.
pub(crate) fn read(text: Text<'_>, at: usize, in_attribute: bool) -> Option<CharRef> {
    let rest = text.part(at + 1, text.len());
    match rest.as_bytes().first()? {
        b'#' => numeric(rest),
        byte if byte.is_ascii_alphanumeric() => named(rest, in_attribute),
        _ => None,
    }
}

fn named(rest: &str, in_attribute: bool) -> Option<CharRef> {
    let letters = rest
        .bytes()
        .take(LONGEST + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    if rest.as_bytes().get(letters) == Some(&b';') {
        // No other name goes on after a semicolon, so none is longer.
        let name = rest.get(..letters)?;
        if let Some(&(_, first)) = FREQUENT.iter().find(|(frequent, _)| *frequent == name) {
            return Some(CharRef {
                length: letters + 2,
                first,
                second: None,
            });
        }
        if let Some((first, second)) = look_up(rest.get(..=letters)?) {
            return Some(CharRef {
                length: letters + 2,
                first,
                second,
            });
        }
    }
    // `?a=b&copy=c` was written in addresses before there was a reference of that name: there it ends with its letters.
    if in_attribute && rest.as_bytes().get(letters) == Some(&b'=') {
        return None;
    }
    let shortest = if in_attribute { letters.max(2) } else { 2 };
    (shortest..=letters.min(LONGEST_OPEN))
        .rev()
        .find_map(|length| {
            let (first, second) = look_up(rest.get(..length)?)?;
            Some(CharRef {
                length: length + 1,
                first,
                second,
            })
        })
}

fn look_up(name: &str) -> Option<(char, Option<char>)> {
    // A zero in the first place marks the beginning of a name.
    let &(first, second) = NAMED_ENTITIES.get(name).filter(|found| found.0 != 0)?;
    let second = (second != 0).then(|| char::from_u32(second)).flatten();
    Some((char::from_u32(first)?, second))
}

fn numeric(rest: &str) -> Option<CharRef> {
    let bytes = rest.as_bytes();
    let (radix, start) = match bytes.get(1) {
        Some(b'x' | b'X') => (16, 2),
        _ => (10, 1),
    };
    let mut code: u32 = 0;
    let mut end = start;
    while let Some(digit) = bytes
        .get(end)
        .and_then(|&byte| char::from(byte).to_digit(radix))
    {
        code = code.saturating_mul(radix).saturating_add(digit);
        end += 1;
    }
    if end == start {
        return None;
    }
    end += usize::from(bytes.get(end) == Some(&b';'));
    Some(CharRef {
        length: end + 1,
        first: by_code(code),
        second: None,
    })
}

fn by_code(code: u32) -> char {
    let control = code
        .checked_sub(0x80)
        .and_then(|index| C1_REPLACEMENTS.get(index as usize));
    match (control, code) {
        (Some(&Some(replacement)), _) => replacement,
        (_, 0) => '\u{fffd}',
        _ => char::from_u32(code).unwrap_or('\u{fffd}'),
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    use super::{FREQUENT, LONGEST, LONGEST_OPEN, look_up, read};
    use html5ever::data::NAMED_ENTITIES;

    fn decoded(text: &str, in_attribute: bool) -> Option<(String, usize)> {
        let source = Source::new(text);
        let found = read(source.text(), 0, in_attribute)?;
        Some((found.chars().collect(), found.length))
    }

    #[test]
    fn the_lengths_are_those_of_the_table() {
        let names = NAMED_ENTITIES.entries().filter(|(_, value)| value.0 != 0);
        let (closed, open): (Vec<_>, Vec<_>) = names
            .map(|(name, _)| *name)
            .partition(|name| name.ends_with(';'));
        assert_eq!(open.iter().map(|name| name.len()).max(), Some(LONGEST_OPEN));
        assert_eq!(open.iter().map(|name| name.len()).min(), Some(2));
        assert_eq!(
            closed.iter().map(|name| name.len() - 1).max(),
            Some(LONGEST)
        );
        for (name, value) in FREQUENT {
            assert_eq!(look_up(&format!("{name};")), Some((*value, None)));
        }
    }

    #[test]
    fn every_name_is_read() {
        for (name, value) in NAMED_ENTITIES.entries().filter(|(_, value)| value.0 != 0) {
            for after in ["", " ", "<"] {
                let (chars, length) = decoded(&format!("&{name}{after}"), true).expect(name);
                assert_eq!(chars.chars().next().map(u32::from), Some(value.0), "{name}");
                assert_eq!(length, name.len() + 1, "{name}");
            }
        }
    }

    #[test]
    fn the_longest_name_is_taken() {
        for (text, in_attribute, expected) in [
            ("&notit;", false, Some(("¬", 4))),
            ("&notin;", false, Some(("∉", 7))),
            ("&notin", false, Some(("¬", 4))),
            ("&notit;", true, None),
            ("&not=", true, None),
            ("&not;=", true, Some(("¬", 5))),
            ("&not", true, Some(("¬", 4))),
            ("&not'", true, Some(("¬", 4))),
            ("&ngE;", false, Some(("≧\u{338}", 5))),
            ("&", false, None),
            ("&&", false, None),
            ("&;", false, None),
            ("&ampersand", false, Some(("&", 4))),
            ("&江", false, None),
        ] {
            let expected = expected.map(|(chars, length): (&str, _)| (chars.to_owned(), length));
            assert_eq!(decoded(text, in_attribute), expected, "{text}");
        }
    }

    #[test]
    fn numbers() {
        for (text, expected) in [
            ("&#27743;", Some(("江", 8))),
            ("&#x6C5f", Some(("江", 7))),
            ("&#X6c5F;", Some(("江", 8))),
            ("&#128;", Some(("€", 6))),
            ("&#x81;", Some(("\u{81}", 6))),
            ("&#0;", Some(("\u{fffd}", 4))),
            ("&#xD800;", Some(("\u{fffd}", 8))),
            ("&#99999999999999999999;", Some(("\u{fffd}", 23))),
            ("&#13;", Some(("\r", 5))),
            ("&#", None),
            ("&#x", None),
            ("&#xg", None),
            ("&#;", None),
        ] {
            let expected = expected.map(|(chars, length): (&str, _)| (chars.to_owned(), length));
            assert_eq!(decoded(text, false), expected, "{text}");
        }
    }
}
