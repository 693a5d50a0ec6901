//! The tree and the tokens are html5ever's: on pages, on pages with holes and patches, and on soup.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

mod watch;

/// Markup in which each state and most rules of the tree builder are met.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<div class='a'>",
    "</div>",
    "<table>",
    "<tr><td>",
    "</table>",
    "<svg>",
    "</svg>",
    "<math><mi>",
    "<title>",
    "</title>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<textarea>",
    "</textarea>",
    "<xmp>",
    "<plaintext>",
    "<template>",
    "</template>",
    "<select><option>",
    "<pre>",
    "<br/>",
    "</br>",
    "<img src=a alt>",
    "<body b=c>",
    "<html d>",
    "<head>",
    "<frameset>",
    "<noscript>",
    "<iframe>",
    "<foreignObject>",
    "<![CDATA[",
    "]]>",
    "]",
    "<!--",
    "-->",
    "--!>",
    "--",
    "-",
    "<!",
    "<!doctype html>",
    "<!DOCTYPE html PUBLIC '",
    "<?",
    "</",
    "<",
    ">",
    "/",
    "/>",
    "=",
    "'",
    "\"",
    "&",
    "&amp;",
    "&amp",
    "&notit;",
    "&#x41;",
    "&#128",
    "&#",
    "&copy=",
    ";",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\u{c}",
    "\0",
    " ",
    "江州",
    "日报",
    "x",
    "Y",
    "script",
    "SCRIPT ",
    "\u{feff}",
    "\u{1f6a2}",
    "<p a=1 a=2 B='&lt' ",
    "<sCript ",
    "</SCRIPT ",
    "<meta charset=x>",
    "<input type=hidden>",
    "é",
];

/// The fixtures of the project, where they are.
fn pages() -> Vec<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/pages")];
    let mut pages = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                pages
                    .extend(fs::read(path).map(|page| String::from_utf8_lossy(&page).into_owned()));
            }
        }
    }
    pages.sort();
    // Without the project around it, this crate has its soup only.
    assert!(
        pages.len() > 10
            || !Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../fixtures")
                .exists()
    );
    pages
}

/// Numbers that are the same each time (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

fn mutated(page: &str, numbers: &mut Numbers) -> String {
    let mut page = page.to_owned();
    for _ in 0..=numbers.below(6) {
        let mut at = numbers.below(page.len() + 1);
        while !page.is_char_boundary(at) {
            at -= 1;
        }
        match numbers.below(4) {
            0 => page.truncate(at),
            1 => {
                let mut end = (at + numbers.below(40)).min(page.len());
                while !page.is_char_boundary(end) {
                    end += 1;
                }
                page.replace_range(at..end, "");
            }
            _ => page.insert_str(at, PIECES[numbers.below(PIECES.len())]),
        }
    }
    page
}

#[test]
fn fixtures() {
    for page in pages() {
        assert_eq!(watch::difference(&page), None);
        assert_eq!(watch::difference(&page.replace('\n', "\r\n")), None);
    }
}

#[test]
fn mutated_fixtures() {
    let mut numbers = Numbers(0x5EED);
    for page in pages() {
        for _ in 0..60 {
            let page = mutated(&page, &mut numbers);
            assert_eq!(watch::difference(&page), None, "{page}");
        }
    }
}

#[test]
fn a_difference_is_seen() {
    // html5ever reads no more than the standard says, so only a different text can differ.
    assert!(watch::unlike("<p a b>x", "<p b a>x").is_some());
    assert!(watch::unlike("<!doctype html>x", "x").is_some());
    assert!(watch::unlike("<p>x&amp;", "<p>x").is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn soup(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = pieces.concat();
        prop_assert_eq!(watch::difference(&text), None, "{:?}", text);
    }

    #[test]
    fn any_text(text in any::<String>()) {
        prop_assert_eq!(watch::difference(&text), None);
    }
}
