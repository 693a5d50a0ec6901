//! Which blocks are the article, and why the others are not.

mod boxes;
pub(crate) mod certain;
mod closed;
pub(crate) mod cut;
mod density;
mod ending;
mod expected;
pub(crate) mod features;
pub(crate) mod focus;
mod forest;
pub(crate) mod kind_of_page;
mod plain;
mod reasons;
mod settle;
pub(crate) mod sight;
pub(crate) mod standfirst;
mod strays;
mod twice;
mod wording;

use crate::judge::focus::Focus;
use std::ops::Index;

use crate::article::Reason;
use crate::dedup::align;
use crate::dedup::copies::{Copies, Twin};
use crate::grammar::date::Hints;
use crate::headline::Headline;
use crate::judge::expected::expected_of;
use crate::judge::features::Features;
use crate::judge::sight::Sight;
use crate::lexicon::Phrase;
use crate::limits::{Limit, Limits};
use crate::page::block::{BlockId, Blocks, Kind};

/// What a block is in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Body,
    Headline,
    Summary,
    Removed(Reason),
}

/// What a role was given on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Evidence {
    /// A rule that is never in doubt, by its name.
    Rule(&'static str),
    /// A row of the lexicon.
    Phrase(&'static Phrase),
    /// The judge's probability that the block is body.
    Judge(f32),
    /// A block that is kept in its stead.
    Copy(Twin),
}

impl Evidence {
    /// The evidence in a word or two, for the trace and the record: `rule link_row`, `judge 0.12`.
    pub(crate) fn label(self) -> String {
        match self {
            Self::Rule(name) => format!("rule {name}"),
            Self::Phrase(phrase) => format!("phrase {}", phrase.label()),
            Self::Judge(p) => format!("judge {p:.2}"),
            Self::Copy(twin) if twin.similarity >= 1.0 => "equal copy".to_owned(),
            Self::Copy(twin) => format!("copy {:.2}", twin.similarity),
        }
    }

    /// How a block differs from the one that is kept in its stead; `None` for equal copies and other evidence.
    pub(crate) fn difference(
        self,
        blocks: &Blocks,
        id: BlockId,
        limits: &Limits,
    ) -> Option<String> {
        let Self::Copy(twin) = self else { return None };
        let edited = twin.similarity < 1.0;
        let most_chars = limits.count(Limit::DiffChars);
        let kept = || blocks.text_of(twin.kept);
        edited.then(|| align::difference(blocks.text_of(id), kept(), most_chars))
    }
}

/// A block's role, and what it was given on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verdict {
    pub(crate) role: Role,
    pub(crate) by: Evidence,
}

impl Verdict {
    pub(crate) fn body(by: Evidence) -> Self {
        Self {
            role: Role::Body,
            by,
        }
    }

    pub(crate) fn removed(reason: Reason, by: Evidence) -> Self {
        Self {
            role: Role::Removed(reason),
            by,
        }
    }

    pub(crate) fn is_body(&self) -> bool {
        self.role == Role::Body
    }

    /// Whether it is the learned judge's word, and no rule's.
    pub(crate) fn is_judged(&self) -> bool {
        matches!(self.by, Evidence::Judge(_))
    }
}

/// One verdict per block.
#[derive(Default)]
pub(crate) struct Verdicts {
    rows: Vec<Verdict>,
    /// What was taken for the page's text.
    pub(crate) sight: Sight,
    /// Whether the page was taken for another than an article's, of which more is kept: the line was drawn lower.
    pub(crate) of_another_kind: bool,
    /// The expected F1 of the body by the judge's probabilities.
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    // what the calibration is learned from
    pub(crate) expected: f32,
    /// The chance that the body is right: the expected F1, calibrated.
    pub(crate) confidence: f32,
}

impl Index<BlockId> for Verdicts {
    type Output = Verdict;

    fn index(&self, id: BlockId) -> &Verdict {
        &self.rows[id.at()]
    }
}

impl Verdicts {
    /// Takes every block for body.
    pub(crate) fn all_body(blocks: usize) -> Self {
        Self {
            rows: vec![Verdict::body(Evidence::Rule("given")); blocks],
            ..Self::default()
        }
    }

    pub(crate) fn body(&self) -> impl DoubleEndedIterator<Item = BlockId> + '_ {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(at, verdict)| verdict.is_body().then_some(BlockId(at as u32)))
    }

    /// The same verdicts, with some replaced: for stages that settle what the judge left open.
    pub(crate) fn with(mut self, changes: impl IntoIterator<Item = (BlockId, Verdict)>) -> Self {
        for (id, verdict) in changes {
            self.rows[id.at()] = verdict;
        }
        self
    }
}

/// What the judge leans on besides the page's own text.
pub(crate) struct Brief<'a> {
    pub(crate) focus: Focus,
    pub(crate) hints: &'a Hints,
    pub(crate) headline: &'a Headline,
    /// The page's descriptions of itself, folded.
    pub(crate) descriptions: Vec<String>,
    /// Whole names of those who are said to be the authors.
    pub(crate) authors: Vec<String>,
    pub(crate) claimed: cut::Claimed,
    /// Whether hidden text stays out even where it is the article.
    pub(crate) visible_only: bool,
}

/// Who is asked what is likely.
pub(crate) trait Oracle {
    /// For each open block the probability that it is body. Flat text has a forest of its own.
    fn blocks(&self, features: &Features) -> Vec<f32>;
    /// The probability that the page is another than an article's, of which more is to be kept.
    fn page(&self, features: &Features) -> f32;
}

/// The forests that the crate ships with.
struct Shipped;

impl Oracle for Shipped {
    fn blocks(&self, features: &Features) -> Vec<f32> {
        if features.of_flat_text {
            forest::table::FLAT.probabilities(features)
        } else {
            forest::table::FOREST.probabilities(features)
        }
    }

    fn page(&self, features: &Features) -> f32 {
        let answers = forest::table::PAGE.probabilities(features);
        answers.first().copied().unwrap_or_default()
    }
}

/// The chance that a paragraph is body which stands in the page's data only, where a reader sees the beginning of the text. The forest,
/// which learned from markup, knows nothing of it: as sure as it is of a plain paragraph, and above every bar.
const WHOLE_CHANCE: f32 = 0.95;

/// Gives each block its verdict.
pub(crate) fn judge(blocks: &Blocks, copies: &Copies, brief: &Brief<'_>) -> Verdicts {
    judge_by(&Shipped, blocks, copies, brief)
}

/// Gives each block its verdict by the answers of an oracle.
pub(crate) fn judge_by(
    oracle: &impl Oracle,
    blocks: &Blocks,
    copies: &Copies,
    brief: &Brief<'_>,
) -> Verdicts {
    let sight = Sight::of(blocks, copies, brief.visible_only);
    let (density, settled) = certain::footing(blocks, copies, &sight, brief);
    let page = certain::Page::new(blocks, copies, &density, &sight, brief);
    let (mut probabilities, other) = learned(oracle, &page, &settled, brief);
    let is_whole = |id: BlockId| {
        settled[id.at()].is_none() && copies.is_weighed(id) && sight.is_whole_as_data(blocks, id)
    };
    for id in blocks.ids().filter(|&id| is_whole(id)) {
        probabilities[id.at()] = WHOLE_CHANCE;
    }
    let surely = cut::surely(&page, &settled);
    let of_another_kind = other >= surely && brief.focus != Focus::Precision;
    let certain = |id: BlockId| {
        let whole = || is_whole(id).then(|| Verdict::body(Evidence::Rule("whole_of_excerpt")));
        let link_row = || {
            if of_another_kind {
                None
            } else {
                page.link_row(id)
            }
        };
        settled[id.at()].or_else(whole).or_else(link_row)
    };
    let certain: Vec<Option<Verdict>> = blocks.ids().map(certain).collect();
    let is_text = |id: &BlockId| {
        let is_open = certain[id.at()].is_none() || is_whole(*id);
        is_open && !matches!(blocks[*id].kind, Kind::Heading(_))
    };
    let open = blocks.ids().filter(is_text);
    let weighed = open.map(|id| (blocks[id].measure.weight(), probabilities[id.at()]));
    let weighed = weighed.collect();
    let bar = cut::bar(brief.focus, &brief.claimed, of_another_kind, weighed);
    let decide = |id: BlockId| {
        let by = Evidence::Judge(probabilities[id.at()]);
        certain[id.at()].unwrap_or_else(|| {
            if probabilities[id.at()] >= bar {
                Verdict::body(by)
            } else {
                Verdict::removed(reasons::furniture(&page, id), by)
            }
        })
    };
    let mut rows: Vec<Verdict> = blocks.ids().map(decide).collect();
    settle::between(blocks, bar, &mut rows);
    twice::extras(blocks, copies, &mut rows);
    twice::told_twice(blocks, copies, &mut rows);
    twice::refrains(blocks, &mut rows);
    twice::between_headlines(blocks, copies, &mut rows);
    settle::pictures(blocks, copies, &mut rows);
    settle::behind_excerpt(blocks, &sight, &mut rows);
    if !of_another_kind {
        settle::ragged_ends(blocks, &mut rows);
    }
    ending::last_sentences(blocks, &mut rows);
    ending::signed_notice(blocks, &mut rows);
    settle::headings_between(blocks, &mut rows);
    if !of_another_kind {
        settle::trailing_headings(blocks, &mut rows);
    }
    ending::last_list(blocks, &mut rows);
    if !of_another_kind {
        ending::behind_editors(blocks, &mut rows);
        strays::take_out(blocks, &brief.authors, brief.hints, &mut rows);
    }
    standfirst::summary(blocks, &brief.descriptions, &mut rows);
    settle::excerpts(blocks, &mut rows);
    boxes::repeats(blocks, &mut rows);
    reasons::by_company(blocks, &mut rows);
    twice::copies(blocks, copies, &mut rows);
    let expected = expected_of(blocks, &rows, &probabilities);
    Verdicts {
        rows,
        sight,
        of_another_kind,
        expected,
        confidence: forest::interpolate(forest::table::CONFIDENCE, expected),
    }
}

/// The forest's probabilities for the blocks that are open, zero for the rest, which it is not asked; and the probability that the
/// page is no article's.
fn learned(
    oracle: &impl Oracle,
    page: &certain::Page<'_>,
    settled: &[Option<Verdict>],
    brief: &Brief<'_>,
) -> (Vec<f32>, f32) {
    let features = Features::measure(page, settled, &brief.descriptions);
    let mut asked = oracle.blocks(&features);
    let words = |&id: &BlockId| page.blocks[id].measure.weight();
    let words: Vec<f32> = features.open.iter().map(words).collect();
    forest::lean_on_templates(&mut asked, &features.templates, &words);
    let mut probabilities = vec![0.0; page.blocks.len()];
    for (id, p) in features.open.iter().zip(asked) {
        probabilities[id.at()] = p;
    }
    let other = if brief.claimed.story {
        // What says that it is a story is one. When nothing of it passes for a story's, it is one of lists and links.
        let passes = |&p: &f32| p >= cut::ARTICLE_BAR;
        f32::from(u8::from(!probabilities.iter().any(passes)))
    } else if page.blocks.has_markup {
        oracle.page(&cut::measure(
            page,
            settled,
            &features,
            &probabilities,
            brief,
        ))
    } else {
        0.0
    };
    (probabilities, other)
}

/// What the training sees of a page: how its blocks are settled, and the features of those that are open.
#[cfg(feature = "training")]
pub(crate) fn lesson(
    blocks: &Blocks,
    copies: &Copies,
    brief: &Brief<'_>,
) -> (Vec<Option<Verdict>>, Vec<bool>, Features) {
    let sight = Sight::of(blocks, copies, brief.visible_only);
    let (density, settled) = certain::footing(blocks, copies, &sight, brief);
    let page = certain::Page::new(blocks, copies, &density, &sight, brief);
    let features = Features::measure(&page, &settled, &brief.descriptions);
    let is_link_row = |id: BlockId| page.link_row(id).is_some();
    (settled, blocks.ids().map(is_link_row).collect(), features)
}

#[cfg(test)]
mod tests {
    use super::{Brief, Evidence, Oracle, Role, Verdicts, cut, judge_by};
    use crate::dedup::copies::Copies;
    use crate::grammar::date::Hints;
    use crate::headline::Headline;
    use crate::input::dom::Dom;
    use crate::judge::features::Features;
    use crate::judge::focus::Focus;
    use crate::limits::Limits;
    use crate::page::block::{BlockId, Blocks};
    use crate::page::claims::Claims;
    use crate::page::segment;

    /// Takes every block for body, and the page for another than an article's, with these chances.
    struct Says {
        body: f32,
        other: f32,
    }

    impl Oracle for Says {
        fn blocks(&self, features: &Features) -> Vec<f32> {
            vec![self.body; features.open.len()]
        }

        fn page(&self, _: &Features) -> f32 {
            self.other
        }
    }

    fn judged(page: &str, other: f32) -> (Blocks, Verdicts) {
        judged_as(page, &Says { body: 0.9, other })
    }

    fn judged_as(page: &str, says: &Says) -> (Blocks, Verdicts) {
        let limits = Limits::default();
        let dom = Dom::parse(page, &limits);
        let claims = Claims::read(&dom, &limits);
        let blocks = segment::blocks(&dom, &claims, &limits);
        let copies = Copies::find(&blocks, &[], false, &limits);
        let brief = Brief {
            focus: Focus::Balanced,
            hints: &Hints::default(),
            headline: &Headline::find(&blocks, &claims, None),
            descriptions: Vec::new(),
            authors: Vec::new(),
            claimed: cut::Claimed::of(&claims, None),
            visible_only: false,
        };
        let verdicts = judge_by(says, &blocks, &copies, &brief);
        (blocks, verdicts)
    }

    fn find(blocks: &Blocks, start: &str) -> Option<BlockId> {
        let mut ids = blocks.ids();
        ids.find(|&id| blocks.text_of(id).starts_with(start))
    }

    const STORY: &str = "<p>The night ferry returns on Monday, the harbour office in Nordhafen said.</p>\
        <p>Both boats were in the dock for a month, and the crews painted them.</p>\
        <p>Tickets are sold from Friday on, at the pier and in the old town.</p>";

    #[test]
    fn a_list_may_end_in_headings_and_an_article_does_not() {
        let page = format!(
            "<main><h1>Night ferry returns</h1>{STORY}<h3>The mill on the hill</h3><h3>The pier</h3></main>"
        );
        let stays = |other: f32| {
            let (blocks, verdicts) = judged(&page, other);
            find(&blocks, "The mill").is_some_and(|id| verdicts[id].is_body())
        };
        assert!(stays(1.0));
        assert!(!stays(0.0));
    }

    #[test]
    fn where_nothing_is_sure_the_likeliest_stays() {
        let page = format!("<main>{STORY}</main>");
        let stays = |body: f32| {
            let (blocks, verdicts) = judged_as(&page, &Says { body, other: 0.0 });
            find(&blocks, "Both boats").is_some_and(|id| verdicts[id].is_body())
        };
        assert!(stays(0.4));
        assert!(!stays(0.1));
    }

    #[test]
    fn comments_behind_a_story_go_and_the_answers_of_a_thread_are_judged() {
        let by = |head: &str| {
            let page = format!(
                "{head}<article><h1>Night ferry returns</h1>{STORY}</article>\
                 <div class=comment><p>I waited for this all winter, and so did my dog.</p></div>"
            );
            let (blocks, verdicts) = judged(&page, 0.0);
            find(&blocks, "I waited").map(|id| verdicts[id].by)
        };
        let thread =
            "<script type=application/ld+json>{\"@type\":\"DiscussionForumPosting\"}</script>";
        assert!(matches!(
            by(""),
            Some(Evidence::Rule("comments_behind_article"))
        ));
        assert!(matches!(by(thread), Some(Evidence::Judge(_))));
    }

    #[test]
    fn a_label_settles_the_lines_of_its_box_and_leaves_a_long_paragraph_to_the_judge() {
        let page = format!(
            "<main><h1>Night ferry returns</h1>{STORY}{STORY_GOES_ON}</main><div><h3>Related stories</h3><p>The bakery opens.</p>\
             <p>The bakery on the pier opens in May, as its owner told the town council on Thursday, with bread from six in the morning \
             and a room for forty guests above the shop.</p></div>"
        );
        let (blocks, verdicts) = judged(&page, 0.0);
        let by = |start: &str| find(&blocks, start).map(|id| verdicts[id].by);
        assert!(matches!(
            by("The bakery opens"),
            Some(Evidence::Rule("section_label"))
        ));
        assert!(matches!(
            by("The bakery on the pier"),
            Some(Evidence::Judge(_))
        ));
        let label = find(&blocks, "Related").map(|id| verdicts[id].role);
        assert!(matches!(label, Some(Role::Removed(_))));
    }

    #[test]
    fn a_paragraph_with_a_name_linked_below_a_box_of_other_stories_is_left_to_the_judge() {
        let lead = "<p>The night ferry of <a href=/town>Sandholm</a> leaves at ten again from Friday, as the council told the fishermen on \
             Tuesday evening, and reaches the island before six in the morning.</p>";
        let teaser = "<p><a href=/bakery>The bakery on the pier opens in May, and its owner bakes</a> for the ferry from then on, as he \
             told the town council on Thursday, with bread from six in the morning.</p>";
        let page = format!(
            "<main><h1>Night ferry returns</h1><div><p>Related stories:</p>{teaser}{lead}{STORY}{STORY_GOES_ON}</div></main>"
        );
        let (blocks, verdicts) = judged(&page, 0.0);
        let by = |start: &str| find(&blocks, start).map(|id| verdicts[id].by);
        assert!(matches!(by("The night ferry of"), Some(Evidence::Judge(_))));
        assert!(matches!(
            by("The bakery on the pier"),
            Some(Evidence::Rule("section_label"))
        ));
    }

    const STORY_GOES_ON: &str = "<p>The office expects a long winter, and has bought salt for the ramps.</p>\
        <p>The old boat goes to the museum, where children can see its engine.</p>\
        <p>A new timetable hangs at the pier, and the bus waits for the last boat.</p>\
        <p>The captain thanked the crews, who had worked on both decks in the rain.</p>\
        <p>On Sunday the harbour is open to all, and the band of the school plays.</p>\
        <p>The town pays for the repair, which cost less than the council had feared.</p>";
}
