//! Names near the article that no label calls a person's, of which the text itself speaks, or by which the page calls its site.

use crate::fields::Evidence;
use crate::fields::testimony::Said;
use crate::grammar::byline::Named;
use crate::page::block::BlockId;
use crate::text::ends::first_chars;
use crate::text::fold::fold;

/// Lines that no label marks and that are asked whether they name somebody of whom the text does not speak, at most.
pub(super) const MOST_ASKED: usize = 64;

/// Whether the text names what a line holds that no label calls a name: a place, or of whom it tells. Lines that begin with it speak of
/// their author.
pub(super) fn is_spoken_of(evidence: &Evidence<'_>, name: &str) -> bool {
    let mut texts = evidence.verdicts.body().filter(|&id| is_text(evidence, id));
    let stem = Stem::of(name);
    texts.any(|id| stem.stands_in(evidence.blocks.text_of(id)))
}

/// Words from which a block of the body is running text: no name stands behind it that heads the article.
const TEXT_WORDS: f32 = 15.0;

/// Whether a block is a paragraph of the text.
pub(super) fn is_text(evidence: &Evidence<'_>, id: BlockId) -> bool {
    evidence.verdicts[id].is_body()
        && evidence.blocks[id].measure.weight() >= TEXT_WORDS
        && !evidence.captions.holds(id)
}

/// Letters at the end of a word of a name that may be others in another case: `Marecki Port`, `w Mareckim Porcie`.
const ENDING_CHARS: usize = 2;

/// Letters of a word of a name without its ending, at least.
const STEM_CHARS: usize = 4;

/// The words of a name without the endings that cases change.
struct Stem<'n> {
    words: Vec<&'n str>,
}

impl<'n> Stem<'n> {
    fn of(name: &'n str) -> Self {
        let stem = |word: &'n str| {
            let chars = word.chars().count();
            first_chars(word, chars.saturating_sub(ENDING_CHARS).max(STEM_CHARS))
        };
        Self {
            words: name.split_whitespace().map(stem).collect(),
        }
    }

    /// Whether a text says the words one behind the other, not at its very beginning.
    fn stands_in(&self, text: &str) -> bool {
        let Some((&first, rest)) = self.words.split_first() else {
            return false;
        };
        let mut places = text.match_indices(first).filter(|&(at, _)| at > 0);
        places.any(|(at, _)| {
            let mut said = text
                .get(at..)
                .unwrap_or_default()
                .split_whitespace()
                .skip(1);
            rest.iter()
                .all(|stem| said.next().is_some_and(|word| word.starts_with(stem)))
        })
    }
}

/// Leaves those out whom no label calls a person and of whom the text speaks, or by whose name the page calls its site.
pub(super) fn leave_out_spoken_of(people: &mut Vec<Said<Named>>, evidence: &Evidence<'_>) {
    if people.iter().all(|said| said.value.person.role.is_some()) {
        return;
    }
    let sites = names_of_home(evidence);
    let mut asked = 0;
    people.retain(|said| {
        let person = &said.value.person;
        asked += usize::from(person.role.is_none());
        person.role.is_some()
            || asked > MOST_ASKED
            || !is_spoken_of(evidence, &person.name) && !sites.contains(&fold(&person.name))
    });
}

/// What leads to the front page, folded: the site's name, among words for it.
fn names_of_home(evidence: &Evidence<'_>) -> Vec<String> {
    let blocks = evidence.blocks;
    let is_home = |href: &str| href == "/" || is_root(href, evidence.host);
    let links = blocks.inlines.iter().filter_map(|run| {
        let href = run.href.as_deref()?;
        is_home(href).then(|| blocks.text.get(run.range.clone()))?
    });
    let logos = blocks.pictures.iter();
    let logos = logos.filter(|picture| is_home(&picture.href));
    let logos = logos.map(|picture| picture.alt.as_str());
    links.chain(logos).take(MOST_ASKED).map(fold).collect()
}

/// Whether an address is the front page of a host: all links of a page are asked, so it is not parsed.
fn is_root(href: &str, host: Option<&str>) -> bool {
    let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    let Some((host, (_, rest))) = host.zip(href.split_once("://")) else {
        return false;
    };
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    !rest.contains('/') && bare(rest) == bare(host)
}
