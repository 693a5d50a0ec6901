//! From the page's claims and its visible lines to the fields of the record. Each field picks by evidence and says its origin.

mod addresses;
mod comments;
mod language;
mod lead_image;
mod listed;
mod lost;
mod people;
mod place;
mod section;
mod signature;
mod spoken_of;
mod tags;
mod testimony;
mod times;
mod zone;

use crate::article::{Comment, Image, LostClaim, Origin, Reason, Source};
use crate::captions::Captions;
use crate::dedup::copies::Copies;
use crate::fields::people::People;
use crate::fields::place::Place;
use crate::fields::signature::Signatures;
use crate::fields::spoken_of::leave_out_spoken_of;
use crate::fields::testimony::Testimony;
use crate::fields::times::Times;
use crate::grammar::date::Hints;
use crate::grammar::header::HeaderLine;
use crate::grammar::site_name::SiteNames;
use crate::grammar::url::Resolver;
use crate::grammar::{byline, labels, source as source_line};
use crate::headline::Headline;
use crate::judge::standfirst::{is_marked_standfirst, is_marked_summary, is_named};
use crate::judge::{Evidence as JudgeEvidence, Role, Verdict, Verdicts};
use crate::limits::{Hits, Limits};
use crate::page::block::{BlockId, Blocks, Kind};
use crate::page::claims::{Claim, Claims};
use crate::text::fold::fold;

/// A claim as it is shown, where it was found, and what it is read as; `None` where it is no value of its field.
type Heard<T> = (String, Origin, Option<T>);

/// The fields of the record besides the body, each with where it was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    pub(crate) canonical_url: Option<Claim<String>>,
    pub(crate) next_page: Option<Claim<String>>,
    pub(crate) site_name: Option<Claim<String>>,
    pub(crate) language: Option<Claim<String>>,
    pub(crate) title: Option<Claim<String>>,
    pub(crate) subtitle: Option<Claim<String>>,
    pub(crate) kicker: Option<Claim<String>>,
    pub(crate) summary: Option<Claim<String>>,
    pub(crate) people: People,
    pub(crate) source: Option<Claim<Source>>,
    pub(crate) times: Times,
    pub(crate) section: Option<Claim<String>>,
    pub(crate) tags: Option<Claim<Vec<String>>>,
    pub(crate) licence: Option<Claim<String>>,
    pub(crate) paywalled: Option<Claim<bool>>,
    pub(crate) lead_image: Option<Claim<Image>>,
    /// Empty unless asked for.
    pub(crate) comments: Vec<Comment>,
    /// What else the page claims; empty unless asked for.
    pub(crate) lost: Vec<LostClaim>,
    pub(crate) hits: Hits,
}

/// What the fields are picked from.
pub(crate) struct Evidence<'a> {
    pub(crate) claims: &'a Claims,
    pub(crate) blocks: &'a Blocks,
    pub(crate) verdicts: &'a Verdicts,
    pub(crate) copies: &'a Copies,
    pub(crate) captions: &'a Captions,
    pub(crate) headline: &'a Headline,
    pub(crate) resolver: &'a Resolver,
    pub(crate) hints: &'a Hints,
    /// The day in the page's URL.
    pub(crate) url_day: Option<jiff::civil::Date>,
    pub(crate) limits: &'a Limits,
    /// Whether the caller asks for the readers' comments.
    pub(crate) with_comments: bool,
    /// Whether the caller asks for the zone of times that have none.
    pub(crate) infers_zones: bool,
    /// The host of the page's address.
    pub(crate) host: Option<&'a str>,
    /// The page's address, where the caller gives it.
    pub(crate) page_url: Option<&'a str>,
    /// Whether the caller asks for the claims that lost.
    pub(crate) explains: bool,
}

impl Fields {
    /// Picks each field by the evidence that speaks for it.
    pub(crate) fn pick(evidence: &Evidence<'_>) -> Self {
        let claims = evidence.claims;
        let language = language::pick(&claims.languages, &sample(evidence));
        let known = spoken_in(evidence.hints, language.as_ref());
        let evidence = &Evidence {
            hints: &known,
            ..*evidence
        };
        let mut testimony = Testimony::hear(evidence);
        leave_out_spoken_of(&mut testimony.people, evidence);
        let signatures = Signatures::read(evidence);
        let named = claims.site_names.iter().chain(&claims.publishers);
        let outlets: Vec<String> = named
            .map(|claim| fold(&claim.value))
            .filter(|name| !name.is_empty())
            .collect();
        let site_names: Vec<&str> = claims
            .site_names
            .iter()
            .map(|claim| claim.value.as_str())
            .collect();
        let sites = SiteNames::of(&site_names, evidence.host);
        let mut hits = Hits::default();
        let is_site = |name: &str| sites.is_name(&fold(name));
        let people = People::pick(claims, &testimony, &signatures, &outlets, is_site)
            .without_bodies(|name| sites.is_site(name))
            .at(|url| evidence.resolver.resolve(url, evidence.limits, &mut hits));
        let mut fields = Self {
            canonical_url: addresses::own(evidence, &mut hits),
            next_page: addresses::next_page(evidence, &mut hits),
            site_name: first(&claims.site_names).or_else(|| first(&claims.publishers)),
            times: times(evidence, &testimony, language.as_ref()),
            language,
            title: title(evidence.headline),
            subtitle: first(&claims.subtitles).or_else(|| subtitle(evidence)),
            kicker: kicker(evidence).or_else(|| marked_kicker(evidence)),
            summary: summary(evidence),
            source: source(claims, &testimony),
            people,
            section: section::pick(evidence),
            tags: tags::pick(evidence),
            licence: licence(evidence, &mut hits),
            paywalled: claims.paywalled.clone(),
            lead_image: lead_image::pick(evidence, &mut hits),
            comments: if evidence.with_comments {
                comments::comments(evidence)
            } else {
                Vec::new()
            },
            lost: Vec::new(),
            hits,
        };
        if evidence.explains {
            let said = People::said(claims, &testimony, &signatures, &outlets);
            fields.lost = lost::claims(evidence, &testimony, said, &fields);
        }
        fields
    }
}

/// Where a page does not say its language, that of its text tells which of two numbers is the month.
fn spoken_in(hints: &Hints, language: Option<&Claim<String>>) -> Hints {
    let language = language.map(|claim| claim.value.clone());
    Hints {
        language: hints.language.clone().or(language),
        ..hints.clone()
    }
}

fn times(
    evidence: &Evidence<'_>,
    testimony: &Testimony,
    language: Option<&Claim<String>>,
) -> Times {
    let times = Times::pick(evidence.claims, testimony, evidence.url_day, evidence.hints);
    if !evidence.infers_zones {
        return times;
    }
    let language = language.map(|claim| claim.value.as_str());
    times.zoned(|stamp| zone::infer(stamp, evidence.host, language))
}

fn first(claims: &[Claim<String>]) -> Option<Claim<String>> {
    claims.iter().find(|claim| !claim.value.is_empty()).cloned()
}

/// A licence as printed, or its address resolved. Who writes only `/licensing` gives an address.
fn licence(evidence: &Evidence<'_>, hits: &mut Hits) -> Option<Claim<String>> {
    let claims = &evidence.claims.licences;
    // What names a licence by its markup comes before a link in the footer.
    let marked = claims.iter().find(|claim| claim.origin != Origin::Visible);
    let claim = marked.or_else(|| claims.first())?.clone();
    let is_address = claim.value.contains('/') && !claim.value.contains(' ');
    if !is_address {
        return Some(claim);
    }
    let resolver = evidence.resolver;
    let value = resolver.resolve_image(&claim.value, evidence.limits, hits)?;
    Some(Claim { value, ..claim })
}

fn title(headline: &Headline) -> Option<Claim<String>> {
    // A heading may break its line; a title has one.
    let lines = headline.text.as_ref()?.lines().map(str::trim);
    Some(Claim {
        value: lines.collect::<Vec<_>>().join(" "),
        origin: headline.origin?,
    })
}

/// A kicker is this long at most, in words.
const KICKER_WORDS: f32 = 6.0;

/// The short line right above the headline, in the element that holds both.
fn kicker(evidence: &Evidence<'_>) -> Option<Claim<String>> {
    let blocks = evidence.blocks;
    let said = &evidence.headline.blocks;
    let headline = said
        .iter()
        .copied()
        .find(|&id| matches!(blocks[id].kind, Kind::Heading(_)))?;
    let above = BlockId(headline.0.checked_sub(1)?);
    let holds_both = blocks[blocks.room_of(headline)].blocks.contains(&above.0);
    let words = blocks[above].measure.weight();
    let is_line = words > 0.0 && words <= KICKER_WORDS && blocks[above].measure.bars == 0;
    let is_free = matches!(
        evidence.verdicts[above],
        Verdict {
            role: Role::Removed(_),
            by: JudgeEvidence::Judge(_)
        } | Verdict {
            by: JudgeEvidence::Rule("label_at_an_end"),
            ..
        }
    );
    let value = blocks.text_of(above).to_owned();
    let is_menu = blocks.within(above, &["nav"]).is_some();
    (holds_both && is_line && is_free && !is_menu).then_some(Claim {
        value,
        origin: Origin::Visible,
    })
}

/// What class names say of a kicker, by language.
const KICKER_NAMES: &[(&str, &str)] = &[
    ("en", "kicker"),
    ("en", "eyebrow"),
    ("en", "overline"),
    ("en", "supertitle"),
    ("de", "dachzeile"),
    ("de", "spitzmarke"),
    ("de", "topline"),
    ("fr", "surtitre"),
    ("es", "antetitulo"),
    ("it", "occhiello"),
    ("pt", "antetitulo"),
    ("pt", "chapeu"),
    ("pl", "nadtytul"),
    ("nl", "bovenkop"),
];

/// Blocks between the headline and a line whose class calls it a kicker, wherever the template puts it.
const KICKER_REACH: u32 = 2;

/// The short line beside the headline that the class of its element calls a kicker.
fn marked_kicker(evidence: &Evidence<'_>) -> Option<Claim<String>> {
    let blocks = evidence.blocks;
    let headline = evidence.headline.printed?;
    let from = headline.0.saturating_sub(KICKER_REACH);
    let to = (headline.0 + 1 + KICKER_REACH).min(blocks.len() as u32);
    let is_line = |id: &BlockId| {
        let words = blocks[*id].measure.weight();
        words > 0.0 && words <= KICKER_WORDS && blocks[*id].measure.bars == 0
    };
    let is_free = |id: &BlockId| matches!(evidence.verdicts[*id].role, Role::Removed(_));
    let mut near = (from..to).map(BlockId).filter(|&id| id != headline);
    let id = near.find(|id| is_line(id) && is_free(id) && is_named(blocks, *id, KICKER_NAMES))?;
    Some(Claim {
        value: blocks.text_of(id).to_owned(),
        origin: Origin::Visible,
    })
}

/// Blocks below the headline among which its subtitle stands: a byline, a date, a picture may stand between.
const SUBTITLE_REACH: u32 = 4;

/// The standfirst right below the headline: what became the summary, or what its class says is one.
fn subtitle(evidence: &Evidence<'_>) -> Option<Claim<String>> {
    let blocks = evidence.blocks;
    let headline = evidence.headline.printed?;
    let below = headline.0 + 1..(headline.0 + 1 + SUBTITLE_REACH).min(blocks.len() as u32);
    let is_line = |id: BlockId| evidence.verdicts[id].role == Role::Removed(Reason::Metadata);
    let is_kicker = |id: BlockId| {
        let words = blocks[id].measure.weight();
        words <= KICKER_WORDS && matches!(evidence.verdicts[id].role, Role::Removed(_))
    };
    let mut below = below
        .map(BlockId)
        .filter(|&id| blocks[id].kind != Kind::Picture && !is_line(id) && !is_kicker(id));
    let id = below.next()?;
    let is_standfirst = match evidence.verdicts[id].role {
        Role::Summary => true,
        Role::Body | Role::Removed(Reason::Other) => {
            // No heading of a section is a sentence, and no paragraph of the text stands above the byline.
            let is_sentence = blocks[id].measure.ends_sentence;
            let is_above_line = || {
                let next = BlockId(id.0 + 1);
                headline.0 + 1 == id.0 && next.at() < blocks.len() && is_line(next)
            };
            is_marked_standfirst(blocks, id)
                || is_marked_summary(blocks, id)
                || is_sentence && (matches!(blocks[id].kind, Kind::Heading(_)) || is_above_line())
        }
        _ => false,
    };
    is_standfirst.then(|| Claim {
        value: blocks.text_of(id).to_owned(),
        origin: Origin::Visible,
    })
}

/// Blocks looked at for the language.
const SAMPLE_BLOCKS: usize = 40;

/// The text that shows the language: the headline and the body.
fn sample(evidence: &Evidence<'_>) -> String {
    let body = evidence
        .verdicts
        .body()
        .map(|id| evidence.blocks.text_of(id));
    let text = evidence.headline.text.as_deref().into_iter().chain(body);
    text.take(SAMPLE_BLOCKS).collect::<Vec<_>>().join("\n")
}

/// The visible lead, else what the page says in its description.
fn summary(evidence: &Evidence<'_>) -> Option<Claim<String>> {
    let lead = evidence
        .blocks
        .ids()
        .find(|&id| evidence.verdicts[id].role == Role::Summary);
    let visible = lead.map(|id| evidence.blocks.text_of(id).to_owned());
    let visible = visible.map(|value| Claim {
        value,
        origin: Origin::Visible,
    });
    visible.or_else(|| first(&evidence.claims.descriptions))
}

/// The outlet a header line names, then one that the markup names, then one named after the body.
fn source(claims: &Claims, testimony: &Testimony) -> Option<Claim<Source>> {
    let source = |name, origin| Claim {
        value: Source {
            name,
            ..Source::default()
        },
        origin,
    };
    let said = |wanted: &[Place]| {
        let mut said = testimony.sources.iter();
        let said = said.find(|said| wanted.contains(&said.place))?;
        let origin = if said.dropped {
            Origin::DroppedCopy
        } else {
            Origin::Visible
        };
        Some(source(said.value.clone(), origin))
    };
    let claimed = || {
        let claim = first(&claims.sources)?;
        let line = HeaderLine::read(&claim.value, &Hints::default());
        let name = line.into_source().unwrap_or(claim.value);
        Some(source(name, claim.origin))
    };
    said(&[Place::Header, Place::Preface])
        .or_else(claimed)
        .or_else(|| said(&[Place::Closing]))
        .or_else(|| account(claims))
}

/// The account that signs as the author and is no person: on Chinese portals it is the outlet.
fn account(claims: &Claims) -> Option<Claim<Source>> {
    let marked = claims.marked_people.iter().flatten();
    let marked = marked.map(|person| (&person.name, Origin::Visible));
    let shared = claims
        .authors
        .iter()
        .filter(|claim| claim.origin == Origin::OpenGraph);
    let shared = shared.map(|claim| (&claim.value.name, claim.origin));
    // What stands beside a person who signs is what the person does: `桥梁工程师`.
    let mut signers = claims.marked_people.iter().flatten();
    let signed = signers.any(|person| byline::is_plain_name(&person.name));
    let (name, origin) = marked.chain(shared).find_map(|(name, origin)| {
        // `江州日报 | 门户`: the portal that shows it stands behind.
        let name = name
            .split_once(" | ")
            .map_or(name.as_str(), |(name, _)| name);
        let name = source_line::outlet(name)?;
        let is_account = name.contains(labels::is_cjk)
            && (!signed || source_line::is_lone_outlet(&name))
            && !name.contains(char::is_whitespace)
            && !name.contains(['(', '（', '【', '[', '〔', '［'])
            && byline::is_body_name(&name)
            && !byline::is_plain_name(&name)
            && byline::labelled(&name).is_empty();
        is_account.then_some((name, origin))
    })?;
    Some(Claim {
        value: Source {
            name,
            ..Source::default()
        },
        origin,
    })
}
