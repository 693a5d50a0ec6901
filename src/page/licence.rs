//! By which words and addresses a licence is known.

use crate::text::ends::last_chars;
/// Hosts and paths of open licences of texts. Those of software stand in footers as well, for the program that makes the page.
const ADDRESSES: &[&str] = &[
    "creativecommons.org/licenses/",
    "creativecommons.org/publicdomain/",
];

/// What stands right before the name of the licence a text is under, in lower case.
#[rustfmt::skip]
const LICENSED: &[(&str, &[&str])] = &[
    ("en", &["licensed under", "licenced under", "licensed under a", "licensed under the", "licensed under an", "published under", "published under a", "shared under", "available under a", "available under the", "republish for free under an"]),
    ("de", &["lizenziert unter", "lizenziert unter einer", "lizensiert unter", "ist unter einer", "sind unter einer", "steht unter einer", "stehen unter einer", "steht unter", "stehen unter", "steht unter der", "unter der lizenz", "dieser website unter"]),
    ("es", &["bajo licencia", "bajo una licencia", "bajo la licencia"]),
    ("fr", &["sous licence", "sous la licence", "selon les termes de la licence"]),
    ("it", &["con licenza", "sotto licenza"]),
    ("pt", &["sob a licença", "sob uma licença", "sob licença"]),
    ("nl", &["onder een", "onder de licentie"]),
    ("pl", &["na licencji"]),
    ("ru", &["по лицензии", "на условиях лицензии"]),
    ("ja", &["ライセンスは"]),
    ("zh", &["遵循", "采用", "採用", "本文采用"]),
];

/// What names a work of somebody else, in lower case: its licence is not the page's.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "bild", "flickr", "foto", "icon", "image", "openstreetmap", "photo", "picture", "script", "wikimedia",
];

/// Words of rights statements that are a licence, in lower case. What else stands there are names and "all rights reserved".
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "creative commons", "creativecommons", "cc by", "cc-by", "cc0", "public domain", "gfdl", "gnu ", "open access", "open-access",
    "licence", "license", "lizenz", "licencia", "licenza", "licença", "许可", "ライセンス",
];

/// Characters before a link that say whether the page is under the licence it leads to.
const BEFORE_CHARS: usize = 120;

/// Whether an address is that of an open licence.
pub(super) fn is_open_licence(href: &str) -> bool {
    // Most links of most pages are none.
    let named = |address: &str| {
        let name = href.split_once(address).map(|(_, name)| name);
        name.is_some_and(|name| !name.is_empty())
    };
    href.contains(".org/") && ADDRESSES.iter().any(|address| named(address))
}

/// Whether the text before a link says that the page is under the licence it leads to.
pub(super) fn says_licensed(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\n', '\t', '\r', ':', '：', '“', '„', '"', '「']);
    let near = last_chars(before, BEFORE_CHARS).to_lowercase();
    let words = LICENSED.iter().flat_map(|(_, words)| *words);
    !OTHERS.iter().any(|other| near.contains(other))
        && words.into_iter().any(|word| near.ends_with(word))
}

/// Whether a statement of rights names a licence.
pub(super) fn names_licence(text: &str) -> bool {
    let text = text.to_lowercase();
    NAMES.iter().any(|name| text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::{is_open_licence, names_licence, says_licensed};

    #[test]
    fn the_text_before_a_link_tells_whose_licence_it_is() {
        for own in [
            "This work is licensed under a",
            "Harbour Post von Ada Quill steht unter einer ",
            "版权声明：本文为博主原创文章，遵循",
        ] {
            assert!(says_licensed(own), "{own}");
        }
        for other in ["Foto: Ada Quill, lizenziert unter", "Ada Quill /", ""] {
            assert!(!says_licensed(other), "{other}");
        }
    }

    #[test]
    fn a_statement_of_rights_is_no_licence_by_itself() {
        assert!(names_licence("Available under a Creative Commons License"));
        for none in ["© 2024 Harbour Post. All rights reserved.", "Harbour Post"] {
            assert!(!names_licence(none), "{none}");
        }
    }

    #[test]
    fn open_licences_have_addresses() {
        assert!(is_open_licence("//creativecommons.org/licenses/by/4.0/"));
        assert!(!is_open_licence("https://creativecommons.org/licenses/"));
        assert!(!is_open_licence("https://harbourpost.example/licenses/"));
    }
}
