//! What the attributes of an element say of how it is shown.

use crate::input::dom::Element as Tag;
use crate::page::block::Presence;

/// Most columns that one cell covers (HTML standard, section 4.9.11).
pub(super) const MOST_COLUMNS: u16 = 1000;

/// Most rows that one cell covers (the same).
pub(super) const MOST_ROWS: u16 = 65_534;

/// How much of the table a cell covers in one direction: 1 when it does not say. A `rowspan` of 0 is for all rows that are left.
pub(super) fn covered(tag: Tag<'_>, direction: &str, most: u16) -> u16 {
    if !matches!(tag.name(), "td" | "th") {
        return 1;
    }
    let said = tag.attr(direction).unwrap_or_default().trim_start();
    let digits: String = said.chars().take_while(char::is_ascii_digit).collect();
    match digits.parse::<u16>() {
        Ok(0) if direction == "rowspan" => most,
        Ok(0) => 1,
        Ok(count) => count.min(most),
        Err(_) if digits.is_empty() => 1,
        Err(_) => most,
    }
}

/// Whether an element centres its lines, by its tag, its `align` or its style.
pub(super) fn is_centred(tag: Tag<'_>, align: Option<&str>, style: Option<&str>) -> bool {
    let aligned = |value: &str| value.trim().eq_ignore_ascii_case("center");
    let styled = |style: &str| {
        style.split(';').any(|rule| {
            rule.split_once(':').is_some_and(|(name, value)| {
                name.trim().eq_ignore_ascii_case("text-align") && aligned(value)
            })
        })
    };
    tag.name() == "center" || align.is_some_and(aligned) || style.is_some_and(styled)
}

pub(super) fn presence_of(tag: Tag<'_>, style: Option<&str>, is_hidden: bool) -> Presence {
    match tag.name() {
        "noscript" => return Presence::Noscript,
        "template" => return Presence::Template,
        _ => {}
    }
    if style.is_some_and(is_hiding) || is_hidden {
        Presence::Styled
    } else {
        Presence::Visible
    }
}

/// Whether an inline element hides what is inside. What a class hides is read: annotators keep it as often as not (prices, ratings,
/// the labels of bylines).
pub(super) fn hides(tag: Tag<'_>) -> bool {
    tag.attr("hidden").is_some() || tag.attr("style").is_some_and(is_hiding)
}

fn is_hiding(style: &str) -> bool {
    let mut colons = style.match_indices(':');
    colons.any(|(at, _)| {
        let (name, value) = style.split_at_checked(at).unwrap_or_default();
        let value = value.strip_prefix(':').unwrap_or_default();
        let says = |wanted_name: &str, wanted_value: &str| {
            are_next(value.chars(), wanted_value.chars())
                && are_next(name.chars().rev(), wanted_name.chars().rev())
        };
        says("display", "none") || says("visibility", "hidden")
    })
}

/// Whether these letters come next in a style, in any case and with white space between them.
fn are_next(style: impl Iterator<Item = char>, letters: impl Iterator<Item = char>) -> bool {
    let mut style = style.filter(|c| !c.is_whitespace());
    let mut letters = letters;
    letters.all(|letter| {
        style
            .next()
            .is_some_and(|c| c.eq_ignore_ascii_case(&letter))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::is_hiding;

    /// As `is_hiding`, on a copy without white space.
    fn says_hidden(style: &str) -> bool {
        let bare: String = style.split_whitespace().collect();
        let bare = bare.to_ascii_lowercase();
        bare.contains("display:none") || bare.contains("visibility:hidden")
    }

    proptest! {
        #[test]
        fn a_style_hides_by_two_rules(parts in "((dis|vis|ibi)?[Pp]?lay|ility|y| |\u{a0}|:|;|no|ne|hid|den){0,9}") {
            prop_assert_eq!(is_hiding(&parts), says_hidden(&parts));
        }
    }

    #[test]
    fn white_space_and_case_do_not_matter() {
        for style in [
            "display:none",
            "color: red; Visibility :\tHIDDEN",
            "x;di splay: no ne !important",
        ] {
            assert!(is_hiding(style) && says_hidden(style), "{style}");
        }
        assert!(!is_hiding("display: block; overflow: hidden"));
    }
}
