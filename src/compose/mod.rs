//! The record from what the stages found.

pub(crate) mod body;
mod code;
pub(crate) mod draft;
mod embeds;
mod footnotes;
mod inlines;
mod join;
mod table;

use std::collections::BTreeMap;

use self::draft::Body;
pub use self::join::join;
use crate::article::{Article, BodyOrigin, Origin, Reason, Removed, Repeats, Status, Why};
use crate::fields::Fields;
use crate::judge::kind_of_page::PageKind;
use crate::judge::{Evidence, Role, Verdict, Verdicts};
use crate::limits::Limits;
use crate::page::block::{BlockId, Blocks, Kind, Presence};
use crate::page::claims::Claim;

/// The judge's name in [`Article::generator`]; it changes when its verdicts may.
const JUDGE: &str = "forest-5";

/// What the stages found of one page.
pub(crate) struct Findings<'a> {
    pub(crate) blocks: &'a Blocks,
    pub(crate) verdicts: &'a Verdicts,
    pub(crate) body: Body,
    pub(crate) fields: Fields,
    pub(crate) kind: PageKind,
    pub(crate) explain: bool,
    pub(crate) limits: &'a Limits,
}

/// Composes the record.
pub(crate) fn article(findings: Findings<'_>) -> Article {
    let removed = if findings.explain {
        removed(&findings)
    } else {
        Vec::new()
    };
    let mut article = Article {
        generator: format!("faircopy/{} {JUDGE}", env!("CARGO_PKG_VERSION")),
        removed_counts: removed_counts(&findings),
        removed,
        body_origin: body_origin(findings.verdicts.sight.origin(findings.blocks)),
        confidence: findings.kind.confidence,
        status: findings.kind.status,
        why: findings.kind.why,
        ..Article::default()
    };
    if article.status != Status::None {
        article.body = findings.body.blocks;
    }
    fill(&mut article, findings.fields);
    article
}

/// The record of bytes that are no page.
pub(crate) fn not_html() -> Article {
    Article {
        generator: format!("faircopy/{} {JUDGE}", env!("CARGO_PKG_VERSION")),
        why: Some(Why::NotHtml),
        ..Article::default()
    }
}

fn fill(article: &mut Article, fields: Fields) {
    let mut origins = Origins(BTreeMap::new());
    macro_rules! note {
        ($($field:ident)+) => { $(article.$field = origins.note(stringify!($field), fields.$field);)+ };
    }
    note!(canonical_url next_page site_name language title subtitle kicker summary source section licence paywalled lead_image);
    macro_rules! note_people {
        ($($list:ident)+) => { $(article.$list = origins.note(stringify!($list), fields.people.$list).unwrap_or_default();)+ };
    }
    note_people!(authors editors contributors);
    let (published, modified) = fields.times.zones_inferred;
    origins.note_inferred("published_at_zone", published);
    origins.note_inferred("modified_at_zone", modified);
    article.published_at = origins
        .note("published_at", fields.times.published)
        .map(|stamp| stamp.to_iso());
    article.modified_at = origins
        .note("modified_at", fields.times.modified)
        .map(|stamp| stamp.to_iso());
    article.tags = origins.note("tags", fields.tags).unwrap_or_default();
    article.comments = fields.comments;
    article.lost_claims = fields.lost;
    article.origins = origins.0;
}

struct Origins(BTreeMap<String, Origin>);

impl Origins {
    /// Notes that a part of a value is no word of the page.
    fn note_inferred(&mut self, part: &str, inferred: bool) {
        if inferred {
            self.0.insert(part.to_owned(), Origin::Inferred);
        }
    }

    /// Takes a field's value and notes where it comes from.
    fn note<T>(&mut self, field: &str, claim: Option<Claim<T>>) -> Option<T> {
        let claim = claim?;
        self.0.insert(field.to_owned(), claim.origin);
        Some(claim.value)
    }
}

fn body_origin(seen: Presence) -> BodyOrigin {
    match seen {
        Presence::Visible => BodyOrigin::Visible,
        Presence::Styled | Presence::Noscript | Presence::Template | Presence::Field => {
            BodyOrigin::Hidden
        }
        Presence::JsonLd => BodyOrigin::JsonLd,
        Presence::State => BodyOrigin::State,
    }
}

/// The reason a block is not in the body; `None` for the body and the headline.
fn reason_of(verdict: &Verdict) -> Option<Reason> {
    match verdict.role {
        Role::Body | Role::Headline => None,
        Role::Summary => Some(Reason::Summary),
        Role::Removed(reason) => Some(reason),
    }
}

fn removed_counts(findings: &Findings<'_>) -> BTreeMap<Reason, u32> {
    let mut counts = BTreeMap::new();
    for id in text_blocks(findings.blocks) {
        if let Some(reason) = reason_of(&findings.verdicts[id]) {
            *counts.entry(reason).or_insert(0) += 1;
        }
    }
    counts
}

fn text_blocks(blocks: &Blocks) -> impl Iterator<Item = BlockId> + '_ {
    blocks.ids().filter(|&id| blocks[id].kind != Kind::Picture)
}

fn removed(findings: &Findings<'_>) -> Vec<Removed> {
    text_blocks(findings.blocks)
        .filter_map(|id| entry(findings, id))
        .collect()
}

fn entry(findings: &Findings<'_>, id: BlockId) -> Option<Removed> {
    let (blocks, verdict) = (findings.blocks, &findings.verdicts[id]);
    let reason = reason_of(verdict)?;
    let text = blocks.text_of(id);
    let twin = match verdict.by {
        Evidence::Copy(twin) => Some(twin),
        _ => None,
    };
    let of = match (reason, twin) {
        (Reason::DuplicateTitle, _) => Some(Repeats::Title),
        (_, Some(twin)) => Some(repeated(findings, twin.kept)),
        _ => None,
    };
    Some(Removed {
        reason,
        by: verdict.by.label(),
        text: text.to_owned(),
        line: blocks[id].line,
        span: blocks[id].span,
        of,
        similarity: twin.map(|twin| twin.similarity),
        difference: verdict.by.difference(blocks, id, findings.limits),
    })
}

/// What a kept block became; a caption that was folded into another is followed to that one.
fn repeated(findings: &Findings<'_>, kept: BlockId) -> Repeats {
    let kept = match findings.verdicts[kept].by {
        Evidence::Copy(twin) if findings.verdicts[twin.kept].is_body() => twin.kept,
        _ => kept,
    };
    match findings.verdicts[kept].role {
        Role::Body => findings
            .body
            .index_of(kept)
            .map_or(Repeats::Removed, Repeats::Body),
        Role::Headline => Repeats::Title,
        Role::Summary => Repeats::Summary,
        Role::Removed(_) => Repeats::Removed,
    }
}
