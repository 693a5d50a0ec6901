//! The section of the site that the page stands in: as claimed, else the last step before it on the way from the front page, else as a
//! link of the story is marked.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::article::Origin;
use crate::fields::Evidence;
use crate::grammar::site_name::SiteNames;
use crate::page::claims::Claim;
use crate::text::fold::fold;

/// What stands where systems expect a section, and names none: front pages, texts without a category, words of the system itself.
#[rustfmt::skip]
const NO_SECTIONS: &[(&str, &[&str])] = &[
    ("en", &["all", "archive", "archives", "categories", "category", "default", "detail", "details", "front page", "home", "homepage", "home page", "main", "none", "null", "tag", "tags", "undefined", "uncategorised", "uncategorized"]),
    ("de", &["alle artikel", "archiv", "startseite", "start", "thema", "unkategorisiert", "nicht kategorisiert"]), ("fr", &["accueil", "non classé"]), ("es", &["inicio", "portada", "sin categoría", "sin categorizar"]), ("ca", &["inici", "sense categoria"]),
    ("it", &["senza categoria"]), ("pt", &["início", "página inicial", "sem categoria"]), ("nl", &["startpagina", "geen categorie"]), ("sv", &["hem", "startsida", "okategoriserade"]), ("no", &["hjem", "forside", "ukategorisert"]), ("da", &["ikke-kategoriseret"]), ("fi", &["etusivu", "yleinen"]),
    ("pl", &["strona główna", "bez kategorii"]), ("cs", &["úvod", "nezařazené"]), ("hu", &["főoldal", "egyéb kategória"]), ("ro", &["acasă", "prima pagină", "fără categorie"]), ("el", &["αρχική", "αρχική σελίδα"]), ("tr", &["ana sayfa", "anasayfa"]),
    ("ru", &["главная", "главная страница", "без рубрики"]), ("uk", &["головна", "без категорії"]), ("bg", &["начало", "без категория"]), ("ar", &["الرئيسية", "غير مصنف"]), ("fa", &["خانه", "صفحه اصلی"]), ("he", &["דף הבית"]), ("hi", &["होम"]), ("th", &["หน้าแรก"]), ("vi", &["trang chủ"]), ("id", &["beranda"]),
    ("zh", &["首页", "首頁", "主页", "未分类", "未分類", "正文"]), ("ja", &["ホーム", "トップ", "トップページ", "未分類"]), ("ko", &["홈", "미분류"]),
];

static NONE: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words = NO_SECTIONS.iter().flat_map(|(_, words)| *words);
    words.map(|word| fold(word)).collect()
});

/// Words of the longest step that names a section; a longer one is a headline.
const STEP_WORDS: usize = 6;

/// Returns the first claim that names a section, else what the page's way says.
pub(super) fn pick(evidence: &Evidence<'_>) -> Option<Claim<String>> {
    let claimed = evidence.claims.sections.iter().find_map(|claim| {
        let value = telling(&claim.value)?;
        Some(Claim { value, ..*claim })
    });
    let linked = || {
        let mut linked = evidence.claims.linked_sections.iter();
        let value = linked.find_map(|text| telling(text))?;
        Some(Claim {
            value,
            origin: Origin::Link,
        })
    };
    claimed.or_else(|| on_the_way(evidence)).or_else(linked)
}

/// A section's name; of several that a system has joined by commas, the first that names one.
pub(super) fn telling(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(',').collect();
    // "Food, Wine" is one section, and so is "Arts, Culture, & Books".
    let tight = text.contains(',') && !text.contains(", ");
    let listed = parts.len() > 2 && !parts.last().is_some_and(|last| last.contains('&'));
    let names = if tight || listed { parts } else { vec![text] };
    let mut names = names.into_iter().map(str::trim);
    names.find(|name| names_section(name)).map(str::to_owned)
}

fn names_section(text: &str) -> bool {
    let folded = fold(text);
    text.contains(char::is_alphabetic) && !NONE.contains(&folded)
}

/// The last step before the page itself. Of several ways, the first that has one.
fn on_the_way(evidence: &Evidence<'_>) -> Option<Claim<String>> {
    let claims = evidence.claims;
    let named = claims.site_names.iter().chain(&claims.publishers);
    let named: Vec<&str> = named.map(|claim| claim.value.as_str()).collect();
    let sites = SiteNames::of(&named, evidence.host);
    let value = claims.trails.iter().find_map(|trail| {
        let (last, before) = trail.split_last()?;
        let whole = if is_page(evidence, last, before) {
            before
        } else {
            trail
        };
        let is_section = |name: &&str| {
            names_section(name)
                && !sites.is_name(&fold(name))
                && name.split_whitespace().count() <= STEP_WORDS
        };
        let mut steps = whole.iter().rev().map(|(name, _)| name.as_str());
        steps.find(is_section).map(str::to_owned)
    })?;
    Some(Claim {
        value,
        origin: Origin::JsonLd,
    })
}

/// Whether the last step of a way is the page itself: by its name, its address, or as the only step that leads nowhere.
fn is_page(
    evidence: &Evidence<'_>,
    (name, url): &(String, Option<String>),
    before: &[(String, Option<String>)],
) -> bool {
    let bare = |url: &str| url.trim_end_matches('/').to_owned();
    let Some(url) = url else {
        return before.iter().any(|(_, url)| url.is_some()) || is_title(evidence, name);
    };
    let own = evidence
        .claims
        .canonical
        .iter()
        .map(|claim| claim.value.as_str());
    let mut own = own.chain(evidence.page_url);
    own.any(|own| bare(own) == bare(url)) || is_title(evidence, name)
}

/// Whether a step's name is the headline or its beginning.
fn is_title(evidence: &Evidence<'_>, name: &str) -> bool {
    let name = fold(name.trim_end_matches(['.', '…']));
    let mut wordings = evidence.headline.wordings.iter();
    wordings.any(|wording| wording.starts_with(&name) || name.starts_with(wording.as_str()))
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn a_section_has_a_name_of_its_own() {
        for (claimed, section) in [
            ("Harbour", Some("Harbour")),
            ("Food, Wine", Some("Food, Wine")),
            ("Arts, Culture, & Books", Some("Arts, Culture, & Books")),
            ("Home, Harbour, Ferries", Some("Harbour")),
            ("Aktuelles,Hafen", Some("Aktuelles")),
            ("Uncategorized", None),
            ("Startseite", None),
            ("未分类", None),
            ("17", None),
        ] {
            assert_eq!(telling(claimed).as_deref(), section, "{claimed}");
        }
    }
}
