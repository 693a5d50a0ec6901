//! One record of an article that is spread over several pages.

use std::collections::BTreeSet;

use crate::article::{Article, Block, Person, Reason, Repeats, Status};
use crate::grammar::suffix::{PLAIN_CHARS, is_telling};
use crate::text::fold::fold;

/// Joins the pages of one article, in their order, into one record with nothing twice; `None` when there is no page.
///
/// The fields are the first page's; what it is silent about is taken from the pages after it, and so is who else is named.
/// [`Article::next_page`] is the last page's, and [`Article::confidence`] the least of all. Of a later page's body goes what an earlier
/// page has already shown: the lines it opens with, the lines all pages close with, a picture, a paragraph; a short line inside the text may
/// come again. Of [`Article::removed`], the blocks of later pages no longer say which block of the body they repeat. A span is in the
/// first page; what comes from a later one has none.
///
/// ```
/// let page = |html: &str| faircopy::extract(html);
/// let first = page("<h1>Two boats</h1><p>The night ferry returns on Monday, the harbour office said on Friday.</p>\
///     <a href='/ferry_2.html'>Next</a>");
/// let second = page("<h1>Two boats</h1><p>Nobody has seen the second boat since the storm, says the crew of the pilot.</p>");
/// let article = faircopy::join([first, second]).expect("there are pages");
/// assert_eq!(article.title.as_deref(), Some("Two boats"));
/// assert_eq!(article.body.len(), 2);
/// ```
#[must_use]
pub fn join(pages: impl IntoIterator<Item = Article>) -> Option<Article> {
    let mut pages = pages.into_iter();
    let mut whole = pages.next()?;
    for page in pages {
        whole = append(whole, page);
    }
    Some(whole)
}

fn append(mut whole: Article, mut page: Article) -> Article {
    let body = std::mem::take(&mut page.body);
    let repeated = append_body(&mut whole, body);
    for (reason, count) in std::mem::take(&mut page.removed_counts) {
        *whole.removed_counts.entry(reason).or_default() += count;
    }
    if repeated > 0 {
        *whole
            .removed_counts
            .entry(Reason::DuplicateBody)
            .or_default() += repeated;
    }
    let of_body = |of: &Repeats| matches!(of, Repeats::Body(_));
    whole
        .removed
        .extend(page.removed.into_iter().map(|mut removed| {
            removed.of = removed.of.filter(|of| !of_body(of));
            removed.span = None;
            removed
        }));
    if whole.status == Status::None && page.status != Status::None {
        (whole.status, whole.why) = (page.status, page.why);
    }
    whole.confidence = whole.confidence.min(page.confidence);
    whole.next_page = page.next_page;
    macro_rules! take_over {
        ($($field:ident)+) => { $(whole.$field = whole.$field.or(page.$field);)+ };
    }
    take_over!(canonical_url site_name language title subtitle kicker summary source published_at modified_at section);
    take_over!(licence paywalled lead_image);
    add_people(&mut whole.authors, page.authors);
    add_people(&mut whole.editors, page.editors);
    add_people(&mut whole.contributors, page.contributors);
    add_new(&mut whole.tags, page.tags);
    add_new(&mut whole.comments, page.comments);
    add_new(&mut whole.lost_claims, page.lost_claims);
    add_new(&mut whole.limits_hit, page.limits_hit);
    for (field, origin) in page.origins {
        whole.origins.entry(field).or_insert(origin);
    }
    if whole.next_page.is_none() {
        whole.origins.remove("next_page");
    }
    whole
}

/// Adds the blocks that have not been shown yet; returns how many had been.
fn append_body(whole: &mut Article, page: Vec<Block>) -> u32 {
    let before = whole.body.len() + page.len();
    let keys: Vec<String> = page.iter().map(key).collect();
    // What both close with closes the whole; a short line may end any page.
    let same = (whole.body.iter().rev())
        .zip(keys.iter().rev())
        .take_while(|(last, own)| key(last) == **own)
        .map(|(last, _)| is_telling(last.text(), PLAIN_CHARS));
    let closing = same
        .enumerate()
        .filter_map(|(at, tells)| tells.then_some(at + 1))
        .last()
        .unwrap_or(0);
    if closing < page.len() && closing < whole.body.len() {
        whole.body.truncate(whole.body.len() - closing);
    }
    let title = whole.title.iter().map(|title| format!("t{}", fold(title)));
    let shown: BTreeSet<String> = title.chain(whole.body.iter().map(key)).collect();
    let mut opens = true;
    for (block, key) in page.into_iter().zip(&keys) {
        let is_known = shown.contains(key);
        opens &= is_known;
        let may_repeat =
            !matches!(block, Block::Figure { .. }) && !is_telling(block.text(), PLAIN_CHARS);
        if !is_known || (!opens && may_repeat) {
            whole.body.push(block.without_span());
        }
    }
    u32::try_from(before - whole.body.len()).unwrap_or(u32::MAX)
}

/// What makes two blocks one: the text, or the picture.
fn key(block: &Block) -> String {
    match block {
        Block::Figure {
            image: Some(image), ..
        } => format!("i{}", image.url),
        Block::Figure { caption, .. } => {
            format!("c{}", fold(caption.as_deref().unwrap_or_default()))
        }
        Block::Embed { url: Some(url), .. } => format!("e{url}"),
        _ => format!("t{}", fold(block.text())),
    }
}

fn add_people(people: &mut Vec<Person>, more: Vec<Person>) {
    for person in more {
        let is_known = people
            .iter()
            .any(|known| known.name == person.name && known.role == person.role);
        if !is_known {
            people.push(person);
        }
    }
}

fn add_new<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for value in more {
        if !list.contains(&value) {
            list.push(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::join;
    use crate::article::{Article, Block, Image, Person};

    fn paragraph(text: &str) -> Block {
        Block::Paragraph {
            text: text.to_owned(),
            inlines: Vec::new(),
            span: None,
        }
    }

    fn picture(url: &str) -> Block {
        Block::Figure {
            image: Some(Image {
                url: url.to_owned(),
                ..Image::default()
            }),
            caption: None,
            credit: None,
            span: None,
        }
    }

    fn page(body: Vec<Block>) -> Article {
        Article {
            title: Some("渡轮周日停航".to_owned()),
            body,
            confidence: 0.9,
            ..Article::default()
        }
    }

    const LEAD: &str = "江州港务局周五宣布，渡轮周日停航三天。";
    const CLOSING: &str = "本报记者将继续关注此事的最新进展。";

    #[test]
    fn what_a_page_repeats_of_another_stands_once() {
        let first = page(vec![
            paragraph(LEAD),
            picture("https://harbourpost.example/a.jpg"),
            paragraph("是的。"),
            paragraph(CLOSING),
        ]);
        let second = page(vec![
            paragraph("渡轮周日停航"),
            paragraph(LEAD),
            paragraph("第二艘船自暴风雨以来无人见过，领航员说。"),
            paragraph("是的。"),
            picture("https://harbourpost.example/a.jpg"),
            paragraph(CLOSING),
        ]);
        let whole = join([first, second]).unwrap_or_default();
        let texts: Vec<&str> = whole.body.iter().map(Block::text).collect();
        assert_eq!(
            texts,
            [
                LEAD,
                "",
                "是的。",
                "第二艘船自暴风雨以来无人见过，领航员说。",
                "是的。",
                CLOSING
            ]
        );
    }

    #[test]
    fn a_page_given_twice_adds_nothing() {
        let first = page(vec![paragraph(LEAD), paragraph("是的。")]);
        let whole = join([first.clone(), first.clone()]).unwrap_or_default();
        assert_eq!(whole.body, first.body);
    }

    #[test]
    fn fields_are_the_first_page_s_and_filled_from_the_others() {
        let person = |name: &str| Person {
            name: name.to_owned(),
            ..Person::default()
        };
        let first = Article {
            next_page: Some("https://harbourpost.example/ferry_2.html".to_owned()),
            authors: vec![person("Ada Quill")],
            ..page(vec![paragraph(LEAD)])
        };
        let second = Article {
            published_at: Some("2024-05-14".to_owned()),
            authors: vec![person("Ada Quill"), person("Ole Brandt")],
            confidence: 0.4,
            ..page(vec![paragraph(CLOSING)])
        };
        let whole = join([first, second]).unwrap_or_default();
        assert_eq!(whole.next_page, None);
        assert_eq!(whole.published_at.as_deref(), Some("2024-05-14"));
        assert_eq!(whole.authors.len(), 2);
        assert!((whole.confidence - 0.4).abs() < f32::EPSILON);
        assert!(join([]).is_none());
    }
}
