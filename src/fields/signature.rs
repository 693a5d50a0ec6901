//! Names that stand near the article in no header line: under the headline, behind the last paragraph.

use crate::article::{Person, PersonRole, Reason};
use crate::fields::Evidence;
use crate::fields::place::HEADLINES;
use crate::fields::spoken_of::{MOST_ASKED, is_spoken_of, is_text};
use crate::grammar::byline::{self, Desk, Named};
use crate::grammar::credit;
use crate::grammar::date::Hints;
use crate::grammar::header::{HeaderLine, Part};
use crate::grammar::labels::is_cjk;
use crate::grammar::source;
use crate::judge::{Evidence as JudgeEvidence, Role};
use crate::lexicon::phrase;
use crate::page::block::{BlockId, InlineRun, Kind};
use crate::text::fold::fold;

/// Blocks under a headline, and above the first, among which a name is looked for.
const BELOW: u32 = 10;
const ABOVE: u32 = 3;

/// Words of a block that is a signature: a label, two names with what they are, a date.
const SIGNATURE_WORDS: f32 = 16.0;

/// Blocks with a name each behind a label that stands alone; names of a line that no label leads.
const LISTED: usize = 4;

/// Blocks between a name and the date that stands beside it.
const DATE_GAP: u32 = 2;

/// Blocks of text under a headline behind which a name may still head the article: the standfirst.
const STANDFIRSTS: usize = 1;

/// Parts of a line that bars part: `Sport | By Ada Quill | 4 May 2021`.
const PARTS: usize = 6;

/// Blocks of the body from its end among which a name may end the text: what follows stands in another box.
const ENDS: usize = 6;

/// Segments of an address under which a site keeps its people.
#[rustfmt::skip]
const PEOPLE_PATHS: &[(&str, &str)] = &[
    ("en", "author"), ("en", "authors"), ("en", "bio"), ("en", "by"), ("en", "byline"), ("en", "columnist"), ("en", "contributor"), ("en", "contributors"), ("en", "editors"), ("en", "experts"), ("en", "journalist"),
    ("en", "member"), ("en", "members"), ("en", "our-people"), ("en", "people"), ("en", "person"), ("en", "profile"), ("en", "profiles"), ("en", "reporter"), ("en", "staff"), ("en", "team"), ("en", "user"), ("en", "users"), ("en", "writer"), ("en", "writers"),
    ("de", "autor"), ("de", "autoren"), ("de", "autorin"), ("de", "profil"), ("de", "redaktion"), ("es", "autores"), ("fr", "auteur"), ("fr", "auteurs"), ("fr", "journaliste"), ("it", "autore"), ("nl", "auteur"), ("pl", "autorzy"),
];

/// Who signs the article outside of its header lines.
#[derive(Debug, Default)]
pub(crate) struct Signatures {
    /// Behind a label near the headline: `by Ada`, `Written by` in a block of its own.
    pub(crate) labelled: Vec<Person>,
    /// Behind a label that follows the text.
    pub(crate) behind: Vec<Person>,
    /// Alone near the headline, beside the date or with a link to the person; several where one line lists them.
    pub(crate) bare: Vec<Person>,
    /// Alone behind the last sentence.
    pub(crate) closing: Vec<Person>,
}

impl Signatures {
    pub(crate) fn read(evidence: &Evidence<'_>) -> Self {
        let near = near_headline(evidence, 0);
        let found = bare(evidence, &near);
        let labelled = labelled(evidence, &near);
        if !found.is_empty() && !labelled.is_empty() {
            return Self::of(evidence, labelled, found);
        }
        // Behind a standfirst that was taken for text, whom a link names is another story's writer as often.
        let farther: Vec<BlockId> = near_headline(evidence, STANDFIRSTS)
            .into_iter()
            .filter(|id| !near.contains(id))
            .filter(|&id| {
                link(evidence, id).is_none()
                    || is_beside_date(evidence, id)
                    || is_dated(evidence, id)
            })
            .collect();
        let found = or(found, || bare(evidence, &farther));
        let labelled = or(labelled, || {
            let heads = |&&id: &&BlockId| is_dated(evidence, id) || is_led(evidence, id);
            let heads: Vec<BlockId> = farther.iter().filter(heads).copied().collect();
            self::labelled(evidence, &heads)
        });
        let labelled = or(labelled, || behind_the_only_label(evidence));
        Self::of(evidence, labelled, found)
    }

    fn of(evidence: &Evidence<'_>, labelled: Vec<Person>, bare: Vec<Person>) -> Self {
        Self {
            labelled,
            behind: behind(evidence),
            bare,
            closing: closing(evidence),
        }
    }
}

/// The first list, or where it names nobody the other.
fn or(people: Vec<Person>, others: impl FnOnce() -> Vec<Person>) -> Vec<Person> {
    if people.is_empty() { others() } else { people }
}

/// Words of a label that stands alone, at most: `Article written by:`.
const LABEL_WORDS: f32 = 4.0;

/// The names behind the label of authors that stands alone and once on the page, however far: lists of other stories have several. One
/// word above the headline, and what leads elsewhere, is of a menu; one that calls nobody anything, `Text` or `By`, of a button.
fn behind_the_only_label(evidence: &Evidence<'_>) -> Vec<Person> {
    let blocks = evidence.blocks;
    let headline = evidence.headline.printed;
    let is_label = |id: &BlockId| {
        let few = blocks[*id].measure.weight() <= LABEL_WORDS;
        let verdict = &evidence.verdicts[*id];
        let ruled = matches!(verdict.by, JudgeEvidence::Rule(_))
            && verdict.role != Role::Removed(Reason::Metadata);
        let label = blocks.text_of(*id);
        let below = headline.is_none_or(|headline| headline < *id);
        // "Reporting" is the name of a menu's part as often.
        let calls = || byline::author_label(label) == Some(PersonRole::Writer);
        few && !ruled
            && (label.trim().contains(' ')
                || below && byline::is_office(label.trim_end_matches([':', ' '])))
            && link(evidence, *id).is_none()
            && is_short(evidence, *id)
            && label.starts_with(char::is_alphabetic)
            && calls()
    };
    let mut labels = blocks.ids().filter(is_label);
    let (Some(label), None) = (labels.next(), labels.next()) else {
        return Vec::new();
    };
    let behind = blocks.behind(label).take(BELOW as usize);
    let behind: Vec<BlockId> = behind.filter(|&id| is_short(evidence, id)).collect();
    listed(evidence, blocks.text_of(label), &behind)
}

/// Whether a block is a label of authors and nothing else, or stands behind one.
fn is_led(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let above = evidence.blocks.before(id).next();
    let mut near = above.into_iter().chain([id]);
    near.any(|id| byline::is_author_label(evidence.blocks.text_of(id)))
}

/// Short blocks that are no text, those under the headline first, as far as the text or behind so many of its blocks.
fn near_headline(evidence: &Evidence<'_>, standfirsts: usize) -> Vec<BlockId> {
    let blocks = evidence.blocks;
    let last = blocks.len() as u32;
    let mut near = Vec::new();
    let text = evidence.verdicts.body().find(|&id| is_text(evidence, id));
    let heads = |id: &&BlockId| text.is_none_or(|text| **id < text);
    for &headline in evidence
        .headline
        .blocks
        .iter()
        .filter(heads)
        .take(HEADLINES)
    {
        let below = headline.0 + 1..(headline.0 + 1 + BELOW).min(last);
        let mut texts = 0;
        let under = below.map(BlockId).take_while(|&id| {
            // The first of the text may itself be a line of names.
            let goes_on = texts <= standfirsts;
            texts += usize::from(is_text(evidence, id));
            goes_on
        });
        near.extend(under.filter(|&id| is_short(evidence, id)));
    }
    // Where the headline stands in no block of its own, what stands right above the text.
    let first = evidence.headline.printed;
    if let Some(first) = first.or(text.filter(|_| evidence.headline.blocks.is_empty())) {
        let above = first.0.saturating_sub(ABOVE)..first.0;
        near.extend(above.map(BlockId).filter(|&id| is_short(evidence, id)));
    }
    near
}

/// Who is named behind a label right behind the text: whole names only, since teasers stand there too.
fn behind(evidence: &Evidence<'_>) -> Vec<Person> {
    let last = evidence.blocks.len() as u32;
    let text = evidence.verdicts.body().rfind(|&id| is_text(evidence, id));
    let Some(text) = text else {
        return Vec::new();
    };
    let behind = text.0 + 1..(text.0 + 1 + BELOW).min(last);
    let comments = Role::Removed(Reason::Comments);
    let related = Role::Removed(Reason::Related);
    let is_line = |id: &BlockId| {
        let role = evidence.verdicts[*id].role;
        is_short(evidence, *id) && role != comments && role != related
    };
    let behind: Vec<BlockId> = behind.map(BlockId).filter(is_line).collect();
    let mut people = labelled(evidence, &behind);
    people.retain(|person| byline::is_bare_name(&person.name));
    or(people, || {
        behind
            .iter()
            .find_map(|&id| of_link(evidence, id))
            .into_iter()
            .collect()
    })
}

/// Whom a link to an author's other texts names: `View all posts by Ada Quill`.
fn of_link(evidence: &Evidence<'_>, id: BlockId) -> Option<Person> {
    let url = link(evidence, id).filter(|href| leads_to_a_person(href))?;
    let text = evidence.blocks.text_of(id).trim();
    let name = byline::behind_lead(text)?;
    let person = Person {
        url: Some(url.to_owned()),
        ..unlabelled(name.to_owned())
    };
    byline::is_bare_name(name).then_some(person)
}

fn is_short(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let weight = evidence.blocks[id].measure.weight();
    let role = evidence.verdicts[id].role;
    let hidden = role == Role::Removed(Reason::Hidden);
    let is_of_picture =
        || role == Role::Removed(Reason::DuplicateCaption) || evidence.captions.holds(id);
    weight > 0.0 && weight <= SIGNATURE_WORDS && !hidden && !is_of_picture()
}

fn labelled(evidence: &Evidence<'_>, near: &[BlockId]) -> Vec<Person> {
    let signed = |(index, &id): (usize, &BlockId)| {
        let text = evidence.blocks.text_of(id);
        if byline::is_author_label(text) {
            return listed(evidence, text, near.get(index + 1..).unwrap_or_default());
        }
        if evidence.verdicts[id].role == Role::Removed(Reason::Metadata) {
            return Vec::new();
        }
        let line = evidence.blocks.parted_text_of(id);
        let named = byline::led_by_label(&line, evidence.hints);
        let named = if named.is_empty() {
            in_a_part(&line, evidence.hints)
        } else {
            named
        };
        let named = if named.is_empty() {
            before_an_office(&line, evidence.hints)
        } else {
            named
        };
        let authors = named.into_iter().filter(|named| named.desk == Desk::Author);
        authors.map(|named| named.person).collect()
    };
    let mut found = near.iter().enumerate().map(signed);
    found.find(|people| !people.is_empty()).unwrap_or_default()
}

/// The whole names that a label leads in one part of a line: `Ferries | By Ada Quill | 4 May 2021`.
fn in_a_part(line: &str, hints: &Hints) -> Vec<Named> {
    let parts: Vec<&str> = line.split(['|', '•', '·']).collect();
    // A line without bars has been read as a whole.
    if parts.len() > PARTS || parts == [line.trim()] {
        return Vec::new();
    }
    let mut named = parts
        .iter()
        .map(|part| byline::led_by_label(part.trim(), hints));
    let named = named.find(|named| !named.is_empty()).unwrap_or_default();
    let whole = |named: &&Named| byline::is_bare_name(&named.person.name);
    if named.iter().filter(whole).count() == named.len() {
        named
    } else {
        Vec::new()
    }
}

/// The whole names that a label leads in a line that goes on about them: `4 May 2021 by Ada Quill, of the Harbour Board`.
fn before_an_office(line: &str, hints: &Hints) -> Vec<Named> {
    let Some((head, _)) = line.split_once(',') else {
        return Vec::new();
    };
    let named = byline::led_by_label(head.trim(), hints);
    let whole = |named: &Named| byline::is_bare_name(&named.person.name);
    if named.iter().all(whole) {
        named
    } else {
        Vec::new()
    }
}

/// The names of the blocks behind a label. More than one where the label or the links say that they are a list.
fn listed(evidence: &Evidence<'_>, label: &str, behind: &[BlockId]) -> Vec<Person> {
    let linked = |id: BlockId| link(evidence, id).is_some_and(leads_to_a_person);
    let plural = label.trim_end_matches([':', ')']).ends_with(['s', 'S']);
    let names = |(index, &id): (usize, &BlockId)| {
        let wanted = index == 0 || plural || linked(id);
        // An address in angles may stand behind the name.
        let text = evidence.blocks.text_of(id);
        let text = text.split('<').next().unwrap_or_default();
        let names = match phrase(text) {
            Some(_) => Vec::new(),
            None => byline::signed_names(text),
        };
        let names = if names.is_empty() && index == 0 && linked(id) {
            byline::account(text).into_iter().collect()
        } else {
            names
        };
        let whole = |name: &String| byline::is_bare_name(name) || byline::is_group(name);
        let sound = linked(id) || names.iter().all(whole);
        if wanted && sound { names } else { Vec::new() }
    };
    let lists = behind.iter().take(LISTED).enumerate().map(names);
    lists
        .take_while(|names| !names.is_empty())
        .flatten()
        .map(unlabelled)
        .collect()
}

fn unlabelled(name: String) -> Person {
    Person {
        name,
        ..Person::default()
    }
}

/// The first name that is all of a block and leads to the person, or stands as the author's; the names of a list that stands so.
fn bare(evidence: &Evidence<'_>, near: &[BlockId]) -> Vec<Person> {
    let names_of = |id: BlockId| -> Vec<String> {
        let text = evidence.blocks.text_of(id);
        let alone = leading_name(text).or_else(|| before_the_site(text, evidence));
        match alone {
            Some(name) => vec![name.to_owned()],
            None if is_signing_group(text) => vec![text.trim().to_owned()],
            None => byline::listed_names(text),
        }
    };
    let is_credit = |id: BlockId| credit::is_credit(evidence.blocks.text_of(id));
    let heads_text = |id: BlockId| {
        evidence.verdicts[id].is_body() && matches!(evidence.blocks[id].kind, Kind::Heading(_))
    };
    // `แชร์ LINE`: what begins with a button's word is none.
    let is_button = |id: BlockId| {
        let first = evidence.blocks.text_of(id).split_whitespace().next();
        first.is_some_and(|word| phrase(word).is_some())
    };
    let is_name = |id: &BlockId| {
        let names = names_of(*id);
        let is_listed = !names.is_empty() && names.len() <= LISTED;
        is_listed
            && !heads_text(*id)
            && !is_button(*id)
            && !names.iter().any(|name| is_spoken_of(evidence, name))
            && !is_credit(*id)
    };
    let linked = |&id: &BlockId| link(evidence, id).is_some_and(leads_to_a_person);
    let placed = |&id: &BlockId| link(evidence, id).is_none() && stands_as_author(evidence, id);
    let asked = near.iter().copied().take(MOST_ASKED);
    let signed: Vec<BlockId> = asked.filter(is_name).collect();
    let signed = || signed.iter().copied();
    let found = signed().find(linked).or_else(|| signed().find(placed));
    if let Some(id) = found {
        let names = names_of(id);
        let url = link(evidence, id).filter(|_| names.len() == 1);
        let person = |name: String| Person {
            url: url.map(str::to_owned),
            ..unlabelled(name)
        };
        return names.into_iter().map(person).collect();
    }
    let mut lines = near.iter().map(|&id| evidence.blocks.parted_text_of(id));
    let parted = lines.find_map(|line| before_a_date(&line, evidence));
    parted.map(unlabelled).into_iter().collect()
}

/// Whether the date stands beside a name, and the headline or a notice speaks for it too. Goods stand under headlines and have a
/// notice as well, but bear no date.
fn stands_as_author(evidence: &Evidence<'_>, id: BlockId) -> bool {
    is_beside_date(evidence, id) && (is_under_headline(evidence, id) || has_notice(evidence, id))
}

/// Whether a block is the first below a headline; pictures, the standfirst, header lines and buttons aside.
fn is_under_headline(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let blocks = evidence.blocks;
    let mut above = blocks.before(id).take(BELOW as usize);
    let beside = |at: BlockId| {
        let is_of_picture = || {
            matches!(blocks[at].kind, Kind::Picture | Kind::Caption) || evidence.captions.holds(at)
        };
        match evidence.verdicts[at].role {
            Role::Summary
            | Role::Removed(Reason::Metadata | Reason::Share | Reason::Form | Reason::Advert) => {
                true
            }
            Role::Removed(_) if is_of_picture() => true,
            Role::Removed(_) => is_dated(evidence, at),
            _ => is_of_picture(),
        }
    };
    let mut standfirsts = 0;
    above
        .find(|&at| {
            if beside(at) {
                return false;
            }
            let is_standfirst = match evidence.verdicts[at].role {
                Role::Body => true,
                Role::Removed(Reason::Other) => blocks[at].measure.ends_sentence,
                _ => false,
            };
            standfirsts += usize::from(is_standfirst);
            !is_standfirst || standfirsts > STANDFIRSTS
        })
        .is_some_and(|at| evidence.headline.blocks.contains(&at))
}

/// Whether a line that is no header line has a date and little beside it: `Nordhafen, 4 May 2021`.
fn is_dated(evidence: &Evidence<'_>, id: BlockId) -> bool {
    is_short(evidence, id)
        && HeaderLine::read(&evidence.blocks.parted_text_of(id), evidence.hints).is_beside_date()
}

/// Words of what stands behind a name and a slash or a bar in its line: a place, an outlet, an office.
const BEHIND_NAME_WORDS: usize = 5;

/// The name that a line begins with, or is: `Ada Quill / Harbour Post`, `Ada Quill | Nordhafen`.
fn leading_name(text: &str) -> Option<&str> {
    let text = without_mail(text.trim());
    if byline::is_bare_name(text) || byline::is_known_japanese_name(text) {
        return Some(text);
    }
    let (name, rest) = text.split_once(['/', '|'])?;
    let (name, rest) = (name.trim(), rest.trim());
    let few = rest.split_whitespace().count() <= BEHIND_NAME_WORDS;
    let sound = few && !rest.contains(['/', '|']) && !rest.contains(char::is_numeric);
    (sound && byline::is_bare_name(name)).then_some(name)
}

/// A line without the address for letters that ends it: `Ada Quill ada@example.com`.
fn without_mail(line: &str) -> &str {
    let parted = line.rsplit_once(char::is_whitespace);
    let before = parted.filter(|(_, last)| source::is_mail_address(last));
    before.map_or(line, |(before, _)| before.trim_end())
}

/// Words of a group that signs.
const GROUP_WORDS: usize = 4;

/// Whether a text is a group's name, as it signs in place of a person: `Harbour Team`, `Redaktion`.
fn is_signing_group(text: &str) -> bool {
    let few = text.split_whitespace().count() <= GROUP_WORDS;
    few && (text.trim().contains(' ') || byline::is_office(text))
        && text.starts_with(char::is_uppercase)
        && byline::is_group(text.trim())
}

/// The name before the site's in a line of the two: `Ada Quill, Harbour Post`, `Ada Quill - Harbour Post`.
fn before_the_site<'t>(text: &'t str, evidence: &Evidence<'_>) -> Option<&'t str> {
    let text = text.trim();
    let (name, site) = text.split_once(',').or_else(|| text.split_once(" - "))?;
    let (name, site) = (name.trim(), fold(site));
    let claims = evidence.claims;
    let mut sites = claims.site_names.iter().chain(&claims.publishers);
    let is_site = !site.is_empty() && sites.any(|claim| fold(&claim.value) == site);
    (is_site && byline::is_bare_name(name)).then_some(name)
}

/// The name that opens a line of parts of which a later one is a date: `Ada Quill | Harbour writer | 4 May 2021`, `Ada Quill / Nordhafen / 4 May 2021`.
fn before_a_date(line: &str, evidence: &Evidence<'_>) -> Option<String> {
    let bar = if line.contains('|') { '|' } else { '/' };
    let (name, rest) = line.split_once(bar)?;
    let dated = |part: &str| {
        let is_date = |part: &Part| matches!(part, Part::Date(_));
        HeaderLine::metadata(part, evidence.hints)
            .is_some_and(|line| line.parts.iter().any(is_date))
    };
    // `Harbour Ferries / 4 May 2021` is a section.
    let is_name = byline::is_bare_name(name.trim()) && (bar == '|' || rest.contains(bar));
    (is_name && rest.split(bar).take(PARTS).any(|part| dated(part.trim())))
        .then(|| name.trim().to_owned())
}

fn link<'e>(evidence: &'e Evidence<'_>, id: BlockId) -> Option<&'e str> {
    let mut runs = evidence.blocks.runs_of(id).iter();
    runs.find_map(|run| run.href.as_deref())
}

/// Whether an address is one person's: what ends in the word alone is the list of all, `/about/team/`.
fn leads_to_a_person(href: &str) -> bool {
    let (path, query) = href.split_once(['?', '#']).unwrap_or((href, ""));
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let is_word = |segment: &str| {
        let mut words = PEOPLE_PATHS.iter();
        words.any(|(_, word)| segment.eq_ignore_ascii_case(word))
    };
    segments.any(is_word) && (segments.next().is_some() || !query.is_empty())
}

fn is_beside_date(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let blocks = evidence.blocks;
    let is_date = |part: &Part| matches!(part, Part::Date(_));
    let read = |at| HeaderLine::read(&blocks.parted_text_of(at), evidence.hints);
    let is_header = |at: &BlockId| evidence.verdicts[*at].role == Role::Removed(Reason::Metadata);
    // Buttons and counters stand between as well.
    let parts = |at: BlockId| -> usize {
        let is_button = matches!(
            evidence.verdicts[at].role,
            Role::Removed(Reason::Share | Reason::Form)
        );
        let counts = is_header(&at)
            && read(at)
                .parts
                .iter()
                .all(|part| matches!(part, Part::Count));
        usize::from(!is_button && !counts)
    };
    let mut near: Vec<BlockId> = blocks.before(id).take(DATE_GAP as usize).collect();
    let mut gap = 0;
    let below = blocks.behind(id).take(BELOW as usize).take_while(|&at| {
        gap += parts(at);
        gap <= DATE_GAP as usize
    });
    near.extend(below);
    // `Nordhafen - 4 May 2021` may be taken for a line of the text.
    let is_next = |at: &BlockId| {
        let role = evidence.verdicts[*at].role;
        let above = role == Role::Removed(Reason::Other) && at.0 + 1 == id.0;
        let below = matches!(role, Role::Removed(Reason::Other) | Role::Body) && at.0 == id.0 + 1;
        above || below
    };
    near.iter().any(|at| {
        is_header(at) && read(*at).parts.iter().any(is_date)
            || is_next(at) && !blocks[*at].measure.ends_sentence && is_dated(evidence, *at)
    })
}

/// Whether another block begins with the name, as the notice about an author does: `Ada Quill is …`.
fn has_notice(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let name = evidence.blocks.text_of(id).trim();
    evidence.blocks.ids().any(|other| {
        let rest = evidence.blocks.text_of(other).strip_prefix(name);
        other != id && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    })
}

/// Whether each word of a line is a row of the lexicon: what the text may be shared by, `X Facebook LINE`.
fn is_of_phrases(line: &str) -> bool {
    line.split_whitespace().all(|word| phrase(word).is_some())
}

/// The name that ends the text, in a block of its own behind a paragraph.
fn closing(evidence: &Evidence<'_>) -> Vec<Person> {
    let blocks = evidence.blocks;
    let body: Vec<BlockId> = evidence
        .verdicts
        .body()
        .filter(|&id| blocks[id].kind != Kind::Picture)
        .collect();
    let behind = |last: BlockId| {
        let next = blocks.behind(last).next()?;
        // What ends the text may be the item of a list.
        let list = blocks.within(last, &["ul", "ol"]);
        let room = list.map_or(blocks.room_of(last), |list| blocks[list].parent);
        (blocks.room_of(next) == room).then_some(next)
    };
    // In a script without case two words of any kind look like a name: `แท็ก สะพาน`.
    let is_cased = |text: &str| {
        text.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || is_cjk(c))
    };
    let signs = |id: BlockId| {
        let name = over_an_office(blocks.text_of(id));
        blocks.is_line(id)
            && !matches!(blocks[id].kind, Kind::Heading(_))
            && is_cased(name)
            && !is_of_phrases(name)
            && link(evidence, id).is_none()
            && byline::is_bare_name(name)
            && !is_of_quote(evidence, id)
    };
    let is_end = |at: usize| {
        let rest = body.get(at + 1..).unwrap_or_default();
        body.get(at).is_some_and(|&id| {
            rest.iter()
                .all(|&other| blocks.room_of(other) != blocks.room_of(id))
                && signs(id)
        })
    };
    let from = body.len().saturating_sub(ENDS).max(1);
    let inside = (from..body.len()).rev().find(|&at| {
        let (before, id) = (body.get(at - 1), body.get(at));
        // Links that stand alone look like blocks with a name, but break a sentence off.
        let follows = |(&text, &id): (&BlockId, &BlockId)| {
            blocks[text].measure.ends_sentence && text.0 + 1 == id.0
        };
        before.zip(id).is_some_and(follows) && is_end(at)
    });
    let signature = inside.and_then(|at| body.get(at).copied()).or_else(|| {
        let last = body.last().copied()?;
        behind(last).filter(|&id| signs(id))
    });
    let name = |id: BlockId| over_an_office(blocks.text_of(id)).to_owned();
    let noticed = || {
        let last = body.last().copied()?;
        let mut ends = [last].into_iter().chain(blocks.behind(last).next());
        ends.find_map(|id| {
            let (name, office) = in_notice(blocks.text_of(id))?;
            (is_apart(evidence, id) || byline::has_calling(&office)).then_some(name)
        })
        .filter(|name| !is_spoken_of(evidence, name))
    };
    let name = signature.map(name).or_else(noticed);
    name.map(unlabelled).into_iter().collect()
}

/// Verbs behind the name that begins a notice about an author, by language. What one writes or covers is said of anybody.
#[rustfmt::skip]
const NOTICE_VERBS: &[(&str, &str)] = &[
    ("en", "is"), ("de", "ist"), ("fr", "est"), ("es", "es"), ("it", "è"), ("pt", "é"), ("pl", "jest"), ("sv", "är"), ("da", "er"),
];

/// Words behind such a verb among which the office stands.
const NOTICE_WORDS: usize = 8;

/// Whether a block is no paragraph of the text, or begins with a link or in other letters: `[Ada Quill] is director of …`. In the text's
/// own letters a director may be the one of whom it speaks.
fn is_apart(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let blocks = evidence.blocks;
    let begins = |run: &InlineRun| blocks[id].range.start == run.range.start;
    !evidence.verdicts[id].is_body() || blocks.runs_of(id).iter().any(begins)
}

/// The name that begins a notice about the author, and what holds the office behind it: `Ada Quill is a reporter at the Harbour Post.`
fn in_notice(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text
        .split_whitespace()
        .take(NAME_WORDS + 1 + NOTICE_WORDS)
        .collect();
    (2..=NAME_WORDS).find_map(|end| {
        let (name, rest) = words.split_at_checked(end)?;
        let (verb, rest) = rest.split_first()?;
        NOTICE_VERBS.iter().find(|(_, word)| word == verb)?;
        let name = name.join(" ");
        let office = rest.get(..NOTICE_WORDS).unwrap_or(rest).join(" ");
        // "Harbour AI is …" is no one.
        let small = |word: &str| word.contains(char::is_lowercase) || word.ends_with('.');
        let is_person = byline::is_bare_name(&name) && name.split(' ').all(small);
        (is_person && byline::is_office(&office)).then_some((name, office))
    })
}

/// Words of a name in such a notice.
const NAME_WORDS: usize = 4;

/// Whether a line says whose the quotation is that ends above it: a dash stands before the name, or an office below.
fn is_of_quote(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let blocks = evidence.blocks;
    let line = blocks.text_of(id).trim();
    let above = blocks.before(id).next().map(|above| blocks.text_of(above));
    let quoted = || above.is_some_and(|above| above.trim_end().ends_with(QUOTE_ENDS));
    (line.starts_with(DASHES) || line.contains('\n')) && quoted()
}

/// Marks before a name that signs.
const DASHES: [char; 4] = ['—', '–', '-', '~'];

/// Marks that end a quotation.
const QUOTE_ENDS: [char; 5] = ['"', '”', '“', '»', '’'];

/// Words of the office in the line below a signature, and of a line there that no word says to be one: `Mayor of Nordhafen`. Longer ones
/// are a poem's.
const OFFICE_WORDS: usize = 8;
const FEW_WORDS: usize = 3;

/// The first of two lines that end a text, where the second says what the one named in the first is: `Ada Quill`, `Harbour master`.
fn over_an_office(text: &str) -> &str {
    let text = text.trim_start_matches(DASHES).trim();
    let Some((name, office)) = text.split_once('\n') else {
        return text;
    };
    let words = office.split_whitespace().count();
    let is_address = office.contains(|c: char| c.is_numeric() || matches!(c, '@' | '\n'));
    let is_short = words <= FEW_WORDS
        && office.starts_with(char::is_uppercase)
        && !office.contains([',', '.', '!', '?']);
    if words <= OFFICE_WORDS && !is_address && (is_short || byline::is_office(office)) {
        name.trim()
    } else {
        text
    }
}
