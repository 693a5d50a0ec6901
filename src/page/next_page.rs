//! The following page of an article that is spread over several.

use std::sync::LazyLock;

use crate::text::trie::Trie;

/// What links to the following page say, in lower case and without arrows.
#[rustfmt::skip]
const NEXT: &[(&str, &[&str])] = &[
    ("zh", &["下一页", "下一頁", "下页", "后一页", "下頁"]), ("ja", &["次へ", "次のページ", "次のページへ", "次ページ", "次ページへ"]), ("ko", &["다음", "다음 페이지", "다음페이지"]),
    ("en", &["next", "next page", "continue reading on page 2"]), ("de", &["weiter", "nächste seite", "nächste", "zur nächsten seite"]), ("fr", &["suivant", "suivante", "page suivante"]), ("es", &["siguiente", "página siguiente", "siguiente página"]), ("it", &["successiva", "pagina successiva", "avanti"]), ("pt", &["próxima", "próxima página", "página seguinte", "seguinte"]), ("ca", &["següent", "pàgina següent"]),
    ("nl", &["volgende", "volgende pagina"]), ("sv", &["nästa", "nästa sida"]), ("da", &["næste", "næste side"]), ("no", &["neste", "neste side"]), ("fi", &["seuraava", "seuraava sivu"]),
    ("pl", &["następna", "następna strona", "dalej"]), ("cs", &["další", "další strana"]), ("sk", &["ďalšia", "ďalej"]), ("hu", &["következő", "következő oldal"]), ("ro", &["următoarea", "pagina următoare", "următor"]), ("hr", &["sljedeća", "sljedeća stranica"]), ("bg", &["следваща", "следваща страница"]),
    ("ru", &["следующая", "следующая страница", "далее", "вперед", "вперёд"]), ("uk", &["наступна", "наступна сторінка", "далі"]), ("el", &["επόμενη", "επόμενη σελίδα"]), ("tr", &["sonraki", "sonraki sayfa"]),
    ("ar", &["التالي", "التالية", "الصفحة التالية"]), ("fa", &["بعدی", "صفحه بعد", "صفحه بعدی"]), ("he", &["הבא", "לעמוד הבא"]), ("hi", &["अगला", "अगला पेज"]), ("th", &["ถัดไป", "หน้าถัดไป"]), ("vi", &["trang sau", "trang tiếp", "tiếp theo"]), ("id", &["selanjutnya", "berikutnya", "halaman berikutnya", "halaman selanjutnya"]), ("ms", &["seterusnya", "halaman seterusnya"]),
];

static TRIE: LazyLock<Trie<()>> = LazyLock::new(|| {
    let words = NEXT.iter().flat_map(|(_, words)| *words);
    Trie::new(words.map(|word| (*word, ())))
});

/// Characters of a text that links to the following page, at most: the longest row has 26.
const NEXT_CHARS: usize = 32;

/// The last page of the longest article; a greater number counts articles.
const MOST_PAGES: u32 = 99;

/// What a link's text may have around it.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '»' | '›' | '→' | '▶' | '[' | ']' | '|')
}

/// How the rows of [`NEXT`] begin, where that tells them from other texts, in order.
static OPENINGS: LazyLock<Vec<[char; 2]>> = LazyLock::new(|| {
    let words = NEXT.iter().flat_map(|(_, words)| *words);
    let mut openings: Vec<_> = words.filter_map(|word| opening(word)).collect();
    openings.sort_unstable();
    openings
});

/// The two characters with which a text begins, if both are letters of ASCII or Han: what others become is known when it is cleaned.
fn opening(text: &str) -> Option<[char; 2]> {
    let mut chars = text.chars().map(|c| c.to_ascii_lowercase());
    let opening = [chars.next()?, chars.next()?];
    let is_told = |c: &char| matches!(c, 'a'..='z' | '\u{3400}'..='\u{9fff}');
    opening.iter().all(is_told).then_some(opening)
}

/// Whether a text that begins so may be one of those that [`says_next`] knows. Neither letters of ASCII nor Han characters go when a
/// text is cleaned, so most links are told by them, and their text need not be put together.
pub(super) fn may_say_next(text: &str) -> bool {
    let opening = opening(text.trim_start_matches(is_edge));
    opening.is_none_or(|opening| OPENINGS.binary_search(&opening).is_ok())
}

/// Whether a text has nothing of its own.
pub(super) fn is_edge_alone(text: &str) -> bool {
    text.trim_start_matches(is_edge).is_empty()
}

/// Whether a link's text is that of a link to the following page, or the number of a page.
pub(super) fn says_next(text: &str) -> bool {
    let text = text.trim_matches(is_edge);
    if text.chars().nth(NEXT_CHARS).is_some() {
        return false;
    }
    let text = text.to_lowercase();
    let is_number = || {
        text.parse()
            .is_ok_and(|number: u32| (2..=MOST_PAGES).contains(&number))
    };
    let is_word = || {
        let chars = text.chars().count();
        TRIE.beginning(text.chars())
            .any(|(length, _)| length == chars)
    };
    is_number() || is_word()
}

/// What stands before the number of a page in an address, in lower case. The number of a page of comments has other names.
const MARKS: &[&str] = &[
    "_", "-", ".", "/", "_p", "-p", "/p", "/page/", "/page-", "-page-", "_page_", "/seite/",
    "/seite-", "-seite-", "/pagina/", "?page=", "&page=", "?p=", "&p=", "?pg=", "&pg=", "?pn=",
    "?seite=", "&seite=", "?pagina=", "?sida=", "?s=",
];

/// Whether `next` is the address of the page that follows the one at `own`: the same, but for the number of the page. A site's next
/// article has another name, or a number too great for a page's.
pub(crate) fn follows(own: &str, next: &str) -> bool {
    let bare = |url: &str| {
        let url = url.split('#').next().unwrap_or_default();
        let url = url.split_once("//").map_or(url, |(_, rest)| rest);
        // A slash before a query is one at the end.
        url.trim_end_matches('/').to_lowercase().replace("/?", "?")
    };
    let (own, next) = (bare(own), bare(next));
    if own.is_empty() || own == next {
        return false;
    }
    let is_digit = |c: &char| c.is_ascii_digit();
    let (own, next): (Vec<char>, Vec<char>) = (own.chars().collect(), next.chars().collect());
    let same = own.iter().zip(&next).take_while(|(a, b)| a == b).count();
    let left = own.len().min(next.len()) - same;
    // What both end with: `.html`.
    let same_end = (own.iter().rev())
        .zip(next.iter().rev())
        .take(left)
        .take_while(|(a, b)| a == b && !is_digit(a))
        .count();
    // The number may share digits with the one before: 10 and 11.
    let goes_on = next.get(same).is_some_and(is_digit);
    let shared = own
        .iter()
        .take(same)
        .rev()
        .take_while(|c| goes_on && is_digit(c))
        .count();
    let middle = |url: &[char]| -> String {
        url.iter()
            .skip(same - shared)
            .take((url.len() - same - same_end) + shared)
            .collect()
    };
    let before: String = own.iter().take(same - shared).collect();
    is_numbered(&before, &middle(&own), &middle(&next), same_end)
}

/// Whether what differs of two addresses is the number of a page, or its mark and number where the first has none.
fn is_numbered(before: &str, own: &str, next: &str, chars_behind: usize) -> bool {
    let marked = |text: &str| {
        let digits = text.chars().rev().take_while(char::is_ascii_digit).count();
        let mark: String = text.chars().take(text.chars().count() - digits).collect();
        let number: u32 = text.strip_prefix(mark.as_str())?.parse().ok()?;
        Some((mark, number))
    };
    let Some((mark, number)) = marked(next) else {
        return false;
    };
    if own.is_empty() {
        // Some systems count from nought.
        // `ferry-2` may be the second article of that name; the second page of a file has the file's ending.
        let may_be_name = mark == "-" && chars_behind == 0;
        return MARKS.contains(&mark.as_str()) && !may_be_name && (number == 2 || number == 1);
    }
    let Ok(now) = own.parse::<u32>() else {
        return false;
    };
    let is_page = MARKS.iter().any(|mark| match *mark {
        // A number between two slashes is a day, or a section.
        "/" => before.ends_with('/') && chars_behind == 0,
        mark => before.ends_with(mark),
    });
    mark.is_empty() && is_page && number == now + 1 && number <= MOST_PAGES
}

#[cfg(test)]
mod tests {
    use super::{NEXT, follows, may_say_next, says_next};

    #[test]
    fn no_link_to_the_following_page_is_told_by_its_beginning() {
        for word in NEXT.iter().flat_map(|(_, words)| *words) {
            for text in [format!("{word} »"), format!("\n [{}]", word.to_uppercase())] {
                assert!(may_say_next(&text) && says_next(&text), "{text}");
            }
        }
        assert!(may_say_next("> 12") && may_say_next("n"));
        assert!(!may_say_next("The night ferry") && !may_say_next("渡口周日停航"));
    }

    #[test]
    fn the_following_page_has_the_next_number() {
        let rows = [
            ("ferry.html", "ferry_2.html", true),
            ("ferry.html", "ferry_1.html", true),
            ("ferry_2.html", "ferry_3.html", true),
            ("ferry-9.html", "ferry-10.html", true),
            ("ferry-10.html", "ferry-11.html", true),
            ("ferry", "ferry/2", true),
            ("ferry/", "ferry/2/", true),
            ("ferry/2/", "ferry/3/", true),
            ("ferry", "ferry?page=2", true),
            ("ferry?page=2", "ferry?page=3", true),
            ("ferry?id=7", "ferry?id=7&page=2", true),
            ("ferry", "ferry/page/2", true),
            ("ferry_2.html", "ferry_1.html", false),
            ("ferry.html", "ferry_3.html", false),
            ("ferry.html", "harbour_2.html", false),
            ("123456.html", "123457.html", false),
            ("2024/05/14/ferry", "2024/05/15/ferry", false),
            ("ferry", "ferry/comment-page-2", false),
            ("ferry", "ferry-2", false),
            ("ferry.html", "ferry-2.html", true),
            ("ferry/", "ferry/?page=2", true),
            ("ferry", "ferry", false),
        ];
        for (own, next, expected) in rows {
            let at = |path: &str| format!("https://harbourpost.example/{path}");
            assert_eq!(follows(&at(own), &at(next)), expected, "{own} {next}");
        }
    }

    #[test]
    fn links_to_it_say_so() {
        for text in ["下一页", "Next »", "2", "[Weiter]", "次のページへ"] {
            assert!(says_next(text), "{text}");
        }
        for text in ["Next ferry at noon", "1", "2024", ""] {
            assert!(!says_next(text), "{text}");
        }
    }
}
