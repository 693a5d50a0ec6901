//! Dates that a script writes into an element: `show("1621850400", "2021-05-24", document.getElementById("publish_time"))`.

use crate::page::fragment::cut;

/// What stands before the quoted name of the element that a script looks up.
const LOOKUP: &str = "getElementById(";

/// Look-ups of one script that are read.
const LOOKED_UP: usize = 32;

/// Characters before a look-up among which the script names what it will write.
const REACH_CHARS: usize = 400;

/// Characters of a value: a moment with its zone.
const VALUE_CHARS: usize = 40;

/// Values kept of one look-up.
const VALUES: usize = 16;

/// An element by its id, and the quoted values that stand before a script's look-up of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scripted {
    pub(crate) id: String,
    pub(crate) values: Vec<String>,
}

/// Returns what a script may write into those elements whose id is one that is wanted.
pub(crate) fn scripted(script: &str, mut wanted: impl FnMut(&str) -> bool) -> Vec<Scripted> {
    let mut found = Vec::new();
    // Most scripts look nothing up in this way, which is asked in a fraction of the time.
    if !script.contains(LOOKUP) {
        return found;
    }
    let lookups = script.match_indices(LOOKUP).filter_map(|(at, _)| {
        let rest = script.get(at + LOOKUP.len()..)?;
        Some((at, rest.strip_prefix(['"', '\''])?))
    });
    for (at, rest) in lookups.take(LOOKED_UP) {
        let Some((id, _)) = cut(rest, VALUE_CHARS).split_once(['"', '\'']) else {
            continue;
        };
        if !wanted(id) {
            continue;
        }
        let before = script.get(..at).unwrap_or_default();
        let from = before.char_indices().rev().take(REACH_CHARS).last();
        let window = from.and_then(|(from, _)| before.get(from..));
        let values = quoted(window.unwrap_or_default());
        if !values.is_empty() {
            found.push(Scripted {
                id: id.to_owned(),
                values,
            });
        }
    }
    found
}

/// The quoted values with a digit, the last ones where there are many.
fn quoted(text: &str) -> Vec<String> {
    let pieces = text.rsplit(['"', '\'']);
    let telling = pieces.filter(|piece| {
        piece.starts_with(|c: char| c.is_ascii_digit()) && piece.chars().nth(VALUE_CHARS).is_none()
    });
    telling.take(VALUES).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::scripted;

    #[test]
    fn values_before_a_lookup_are_the_elements() {
        let script = r#"var t="1621936800",n="1621850400",s="2021-05-24"; show(t,n,s,document.getElementById("publish_time")); hide(document.getElementById("menu"))"#;
        let found = scripted(script, |id| id.ends_with("time"));
        let values: Vec<&str> = found
            .iter()
            .flat_map(|one| &one.values)
            .map(String::as_str)
            .collect();
        assert_eq!(values, ["2021-05-24", "1621850400", "1621936800"]);
        assert!(scripted(script, |id| id == "date").is_empty());
    }

    #[test]
    fn a_window_is_cut_at_characters() {
        let script = "渡".repeat(900) + "\"2021-05-24\";document.getElementById('date')";
        assert_eq!(scripted(&script, |_| true).len(), 1);
    }
}
