//! The keywords that the page gives itself, each once.

use crate::article::Origin;
use crate::fields::Evidence;
use crate::fields::place::REACH;
use crate::limits::Limit;
use crate::page::block::BlockId;
use crate::page::claims::Claim;
use crate::text::fold::fold;

/// What templates have where keywords belong, folded.
const PLACEHOLDERS: &[&str] = &[
    "keyword",
    "keywords",
    "null",
    "undefined",
    "yourkeywordshere",
];

/// Keywords of a `meta` element that are the site's own where the text says none of them; fewer may be about a text that says it otherwise.
const OWN: usize = 4;

/// Links marked as keywords, at most: more are the cloud of all that the site has.
const LINKED: usize = 24;

/// Returns the keywords in page order; where the page claims none, those that its links are marked with.
pub(super) fn pick(evidence: &Evidence<'_>) -> Option<Claim<Vec<String>>> {
    let claims = evidence.claims;
    let is_keyword = |text: &str| {
        let variable = text.starts_with('[') && text.ends_with(']');
        !variable && !text.contains(['=', '<']) && !PLACEHOLDERS.contains(&fold(text).as_str())
    };
    let tags: Vec<&Claim<String>> = (claims.tags.iter())
        .filter(|tag| is_keyword(&tag.value))
        .collect();
    let (of_meta, others): (Vec<&Claim<String>>, Vec<&Claim<String>>) =
        tags.iter().partition(|tag| tag.origin == Origin::Meta);
    let tags = if is_of_site(evidence, &of_meta) {
        others
    } else {
        tags
    };
    let limit = evidence.limits.count(Limit::Tags);
    let Some(first) = tags.first() else {
        let linked = claims.linked_tags.iter().map(String::as_str);
        let mut value = distinct(linked.filter(|tag| is_keyword(tag)));
        if value.is_empty() {
            value = distinct(printed(evidence).into_iter().filter(|tag| is_keyword(tag)));
        }
        return (!value.is_empty() && value.len() <= LINKED).then(|| Claim {
            value: value.into_iter().take(limit).collect(),
            origin: Origin::Link,
        });
    };
    let value = distinct(tags.iter().map(|tag| tag.value.as_str()));
    // A claim may hold the first alone of those that the page links to.
    let linked = claims.linked_tags.iter().map(String::as_str);
    let linked = if claims.linked_tags.is_empty() {
        distinct(printed(evidence).into_iter())
    } else {
        distinct(linked)
    };
    let holds = |tag: &String| linked.iter().any(|other| fold(other) == fold(tag));
    let (value, origin) = if linked.len() > value.len() && value.iter().all(holds) {
        (linked, Origin::Link)
    } else {
        (value, first.origin)
    };
    (!value.is_empty()).then(|| Claim {
        value: value.into_iter().take(limit).collect(),
        origin,
    })
}

/// Segments of an address under which a site keeps what it has about a keyword.
#[rustfmt::skip]
const TAG_PATHS: &[(&str, &str)] = &[
    ("en", "tag"), ("en", "tags"), ("en", "topic"), ("en", "topics"), ("en", "keyword"), ("en", "keywords"), ("en", "label"), ("en", "hashtag"), ("en", "tagged"), ("en", "tagging"), ("en", "taxonomy"), ("de", "thema"), ("de", "themen"), ("de", "schlagwort"), ("de", "schlagworte"), ("de", "stichwort"), ("fr", "mot-cle"), ("fr", "mots-cles"), ("fr", "sujet"), ("fr", "tags-cles"),
    ("es", "etiqueta"), ("es", "etiquetas"), ("es", "tema"), ("es", "temas"), ("pt", "assunto"), ("pt", "assuntos"), ("pt", "topico"), ("pt", "topicos"), ("it", "argomento"), ("it", "argomenti"), ("nl", "onderwerp"), ("nl", "onderwerpen"), ("pl", "tagi"), ("pl", "temat"), ("pl", "tematy"), ("cs", "stitek"), ("cs", "stitky"), ("cs", "temata"),
    ("sv", "amne"), ("sv", "amnen"), ("no", "emne"), ("da", "emne"), ("fi", "aihe"), ("fi", "avainsana"), ("hu", "cimke"), ("ro", "eticheta"), ("tr", "etiket"), ("tr", "etiketler"), ("vi", "tu-khoa"), ("vi", "chu-de"), ("id", "topik"),
];

/// Names of a query's values under which a site finds what it has about a keyword.
const TAG_QUERIES: &[&str] = &["tag", "tags", "keyword", "keywords", "subject", "hashtag"];

fn is_tag_path(href: &str) -> bool {
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    let mut names = query.split('&').filter_map(|value| {
        let (name, _) = value.split_once('=')?;
        name.split(['%', '[', ':']).next()
    });
    if names.any(|name| TAG_QUERIES.iter().any(|tag| name.eq_ignore_ascii_case(tag))) {
        return true;
    }
    let path = path.split('#').next().unwrap_or_default();
    let mut segments = path.split('/');
    segments.any(|segment| {
        TAG_PATHS
            .iter()
            .any(|(_, word)| segment.eq_ignore_ascii_case(word))
    })
}

/// The texts of links right behind the body that all lead to where a site keeps what it has about a keyword.
fn printed<'e>(evidence: &'e Evidence<'_>) -> Vec<&'e str> {
    let blocks = evidence.blocks;
    let Some(last) = evidence.verdicts.body().next_back() else {
        return Vec::new();
    };
    let behind = (last.0..(last.0 + REACH).min(blocks.len() as u32)).map(BlockId);
    let rows = behind.map(|id| {
        let links = blocks.runs_of(id).iter().filter_map(|run| {
            let href = run.href.as_deref()?;
            Some((href, blocks.text.get(run.range.clone())?))
        });
        let links: Vec<(&str, &str)> = links.collect();
        let are_tags = blocks.leads_elsewhere(id)
            && !links.is_empty()
            && links.iter().all(|(href, _)| is_tag_path(href));
        if are_tags { links } else { Vec::new() }
    });
    // The first rows that hold some, as far as they go on.
    let rows = rows.skip_while(Vec::is_empty);
    let rows = rows.take_while(|links| !links.is_empty());
    let found: Vec<&str> = rows.flatten().map(|(_, text)| text.trim()).collect();
    if found.is_empty() {
        labelled(evidence, last)
    } else {
        found
    }
}

/// What stands before keywords, by language, in lower case.
#[rustfmt::skip]
const LABELS: &[(&str, &str)] = &[
    ("en", "tags"), ("en", "tag"), ("en", "tagged"), ("en", "keywords"), ("de", "schlagwörter"), ("de", "schlagworte"), ("de", "stichwörter"), ("de", "themen"), ("fr", "mots-clés"), ("fr", "mots clés"), ("fr", "étiquettes"), ("es", "etiquetas"), ("es", "temas"), ("es", "palabras clave"), ("pt", "palavras-chave"), ("it", "etichette"), ("it", "parole chiave"),
    ("nl", "trefwoorden"), ("pl", "tagi"), ("pl", "słowa kluczowe"), ("cs", "štítky"), ("cs", "klíčová slova"), ("sv", "taggar"), ("sv", "ämnen"), ("no", "emner"), ("da", "emner"), ("fi", "avainsanat"), ("ru", "теги"), ("ru", "метки"), ("ru", "ключевые слова"), ("uk", "теги"), ("uk", "мітки"), ("uk", "ключові слова"), ("bg", "тагове"), ("bg", "етикети"), ("tr", "etiketler"),
    ("ar", "الوسوم"), ("ar", "كلمات مفتاحية"), ("fa", "برچسب‌ها"), ("fa", "برچسب ها"), ("he", "תגיות"), ("hi", "टैग्स"), ("hi", "टैग"), ("bn", "ট্যাগ"), ("id", "topik"), ("id", "kata kunci"), ("vi", "từ khóa"), ("vi", "thẻ"), ("th", "แท็ก"), ("el", "ετικέτες"), ("ro", "etichete"), ("hu", "címkék"), ("hr", "oznake"),
    ("zh", "标签"), ("zh", "关键词"), ("zh-Hant", "標籤"), ("zh-Hant", "關鍵字"), ("ja", "タグ"), ("ja", "キーワード"), ("ko", "태그"),
];

/// Words of a link in a row behind a label, at most.
const LABELLED_WORDS: f32 = 5.0;

fn is_label(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    LABELS.iter().any(|(_, label)| *label == text)
}

/// The links behind a word that says that they are keywords, wherever they lead: in blocks of their own, or in the same part of a line,
/// as in `Category: Society | Tags: Ferry, Lake`.
fn labelled<'e>(evidence: &'e Evidence<'_>, last: BlockId) -> Vec<&'e str> {
    let blocks = evidence.blocks;
    let end = blocks.len() as u32;
    let behind = (last.0 + 1..(last.0 + REACH).min(end)).map(BlockId);
    for id in behind {
        let text = blocks.text_of(id);
        if is_label(text.trim_end_matches([':', '：', ' '])) {
            let links = (id.0 + 1..end).map(BlockId).take_while(|&at| {
                blocks.is_link(at) && blocks[at].measure.weight() <= LABELLED_WORDS
            });
            let links: Vec<&str> = links.take(LINKED).map(|at| blocks.text_of(at)).collect();
            if !links.is_empty() {
                return links;
            }
        }
        let mut start = blocks[id].range.start;
        for part in text.split('|') {
            let end = start + part.len();
            if part
                .split_once(':')
                .is_some_and(|(label, _)| is_label(label))
            {
                let runs = blocks.runs_of(id).iter().filter(|run| {
                    run.href.is_some() && run.range.start >= start && run.range.end <= end
                });
                let texts = runs.filter_map(|run| blocks.text.get(run.range.clone()));
                return texts.map(str::trim).collect();
            }
            start = end + 1;
        }
    }
    Vec::new()
}

fn distinct<'t>(tags: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut seen = Vec::new();
    let is_new = |tag: &&str| {
        let folded = fold(tag);
        let new = !folded.is_empty() && !seen.contains(&folded);
        seen.push(folded);
        new
    };
    let bare = |tag: &'t str| tag.trim_matches(['#', '›', '»', '•', '·', ' ']);
    tags.map(bare).filter(is_new).map(str::to_owned).collect()
}

/// Whether keywords are those of the site as a whole, which all its pages have: headline and text say none of them.
fn is_of_site(evidence: &Evidence<'_>, tags: &[&Claim<String>]) -> bool {
    if tags.len() < OWN {
        return false;
    }
    let blocks = evidence.blocks;
    let wordings = evidence.headline.wordings.iter().map(String::as_str);
    let body = evidence.verdicts.body().map(|id| blocks.folded(id));
    let texts: Vec<&str> = wordings.chain(body).collect();
    let said = |tag: &&Claim<String>| {
        let tag = fold(&tag.value);
        !tag.is_empty() && texts.iter().any(|text| text.contains(&tag))
    };
    !texts.is_empty() && !tags.iter().any(said)
}
