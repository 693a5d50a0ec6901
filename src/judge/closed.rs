//! What goes with a block that a rule has settled: the section below a label, a layer that asks for consent, the rest of a small box.

use std::ops::Range;

use crate::article::Reason;
use crate::judge::certain::{Page, SECTION_LABEL, removed};
use crate::judge::sight::is_good;
use crate::judge::{Evidence, Role, Verdict};
use crate::lexicon::headings;
use crate::lexicon::names::NameMask;
use crate::page::block::{BlockId, ElementId, Kind, link_share};

/// Words of a paragraph without a link that a label in a box of its own does not settle, at least: a box is now and then the article's.
/// What readers and lawyers write is long as well, so a label of theirs settles all of it.
const UNSETTLED_WORDS: f32 = 25.0;

/// Share of a paragraph's characters in links up to which it reads like the article's, with a name or two linked. A teaser has its headline
/// in one.
const LINKED_NAMES: f32 = 0.22;

/// An element is a box beside the article when the article has this many times its blocks.
const BOX_SHARE: usize = 4;

/// Blocks of a box that is taken out as a whole, at most.
const MOST_ROOM_BLOCKS: usize = 24;

/// Share of the page's good words that such a box may hold unnamed: an article with a few notices inside holds more.
const MOST_ROOM_SHARE: f32 = 0.25;

/// Words in sentences that have to be left of a page when a layer that asks for consent holds most of its text: beside a short article
/// it does, and an article inside an element with such a name leaves less.
const LEFT_WORDS: f32 = 30.0;

/// What cookies are called, by language, folded.
#[rustfmt::skip]
const COOKIES: &[(&str, &str)] = &[
    ("mul", "cookie"), ("ar", "تعريفالارتباط"), ("fa", "کوکی"), ("fi", "eväste"), ("he", "עוגיות"), ("hu", "sütik"), ("hu", "sütit"),
    ("ja", "クッキー"), ("ko", "쿠키"), ("lt", "slapuk"), ("lv", "sīkdat"), ("nb", "informasjonskapsl"), ("pl", "ciasteczk"),
    ("ru", "куки"), ("sl", "piškotk"), ("sr", "колачић"), ("sv", "kakor"), ("th", "คุกกี"), ("tr", "çerez"), ("uk", "куки"),
];

/// Words of an article for each word of its readers' comments, at least. The question of a thread has a thirtieth of its answers on the
/// development page whose forum names them comments.
const LEFT_SHARE: f32 = 0.25;

impl Page<'_> {
    /// The reason for what follows a label ("Related stories") or a heading that is itself furniture ("Sign up for our letter").
    pub(super) fn section_opened_by(
        &self,
        id: BlockId,
        verdict: Option<&Verdict>,
        may_label: bool,
    ) -> Option<Reason> {
        let heads = matches!(self.blocks[id].kind, Kind::Heading(_));
        match verdict {
            Some(Verdict {
                role: Role::Removed(reason),
                by: Evidence::Phrase(_),
            }) if heads && *reason != Reason::Navigation => Some(*reason),
            Some(Verdict {
                role: Role::Headline,
                ..
            }) => None,
            _ if may_label => {
                let reason = headings::opens(self.blocks.text_of(id));
                reason.filter(|&reason| reason != Reason::Comments || !self.is_count_above_text(id))
            }
            _ => None,
        }
    }

    /// Whether a line with a number stands above all paragraphs: that of the comments, beside the date, is no heading of theirs.
    fn is_count_above_text(&self, id: BlockId) -> bool {
        let mut above = self.blocks.before(id);
        self.blocks[id].measure.digits > 0 && !above.any(|id| is_good(self.blocks, id))
    }

    /// Takes out what a label opens: up to the next heading, the end of the element it stands in, or the first paragraph that reads
    /// like the article's. In a box of its own there is no such paragraph.
    pub(super) fn close_section(
        &self,
        label: BlockId,
        reason: Reason,
        settled: &mut [Option<Verdict>],
    ) {
        let by = SECTION_LABEL;
        settled[label.at()] = settled[label.at()].or(Some(removed(reason, by)));
        let room = self
            .blocks
            .ancestors(label)
            .find(|&element| self.blocks[element].blocks.len() > 1);
        let end = room.map_or(self.blocks.len() as u32, |element| {
            self.blocks[element].blocks.end
        });
        let boxed = room.is_some_and(|element| {
            self.is_aside(element) || reason == Reason::Comments && self.is_of_comments(element)
        });
        let is_of_paragraphs = matches!(reason, Reason::Comments | Reason::Legal);
        for at in label.0 + 1..end {
            let id = BlockId(at);
            let is_heading = matches!(self.blocks[id].kind, Kind::Heading(_));
            let flat_break = !self.blocks.has_markup && self.blocks[id].gap_before;
            let long = self.blocks[id].measure.weight() >= UNSETTLED_WORDS;
            let linked = if long && !is_of_paragraphs {
                LINKED_NAMES
            } else {
                0.0
            };
            let reads_on = is_good(self.blocks, id) && link_share(self.blocks, id) <= linked;
            if is_heading
                || reads_on && !boxed
                || flat_break && self.blocks[id].measure.ends_sentence
            {
                break;
            }
            let is_doubtful = reads_on && long && !is_of_paragraphs;
            let is_text = self.blocks[id].kind != Kind::Picture;
            if settled[id.at()].is_none() && is_text && !is_doubtful {
                settled[id.at()] = Some(removed(reason, by));
            }
        }
    }

    /// Whether an element is named for the readers' comments, and a text that they may be on stands outside of it. A forum names the
    /// answers of a thread so, which are most of its page.
    fn is_of_comments(&self, element: ElementId) -> bool {
        let named = self.density.names(element).intersects(NameMask::COMM);
        let inside = self.density.good_words(element);
        let outside = self.density.good_words(ElementId::ROOT) - inside;
        named && outside >= LEFT_WORDS.max(inside * LEFT_SHARE)
    }

    /// Takes out what readers say below the article, however much it is: elements that are named for it and stand behind the `article`
    /// that holds the headline. The answers of a forum are its text.
    pub(super) fn close_comments(&self, settled: &mut [Option<Verdict>]) {
        let headline = self.headline.printed.filter(|_| !self.is_thread);
        let article = headline.and_then(|id| self.blocks.within(id, &["article"]));
        let Some(article) = article.filter(|&it| self.density.good_words(it) >= LEFT_WORDS) else {
            return;
        };
        let mut closed = self.blocks[article].blocks.end;
        for (at, element) in self.blocks.elements.iter().enumerate() {
            let names = self.density.names(ElementId(at as u32));
            if element.blocks.start < closed || !names.intersects(NameMask::COMM) {
                continue;
            }
            closed = element.blocks.end;
            for id in element.blocks.clone().map(BlockId) {
                if settled[id.at()].is_none() && self.blocks[id].kind != Kind::Picture {
                    settled[id.at()] = Some(removed(Reason::Comments, "comments_behind_article"));
                }
            }
        }
    }

    /// Whether an element is a box beside the article: neither the article's own nor around it.
    fn is_aside(&self, element: ElementId) -> bool {
        let (room, best) = (
            &self.blocks[element].blocks,
            &self.blocks[self.density.best()].blocks,
        );
        let around_best = room.start <= best.start && room.end >= best.end;
        let small = room.len() * BOX_SHARE < best.len().max(1);
        self.blocks.has_markup
            && !around_best
            && (small || !self.density.in_best(BlockId(room.start)))
    }

    /// Takes out what asks for consent as a whole: an element that is named for it, outside of the article, in which a phrase row has
    /// named a block, or a block speaks of cookies. The policies that such layers hold are longer than many an article.
    pub(super) fn close_consent_layers(&self, settled: &mut [Option<Verdict>]) -> Vec<Range<u32>> {
        let mut layers = Vec::new();
        let best = &self.blocks[self.density.best()].blocks;
        let headline = self.headline.printed;
        let mut closed = 0;
        for (at, element) in self.blocks.elements.iter().enumerate() {
            let layer = element.blocks.clone();
            let asks = self.density.names(ElementId(at as u32));
            let is_inside = layer.start < closed;
            let holds_headline = headline.is_some_and(|id| layer.contains(&id.0));
            if is_inside || holds_headline || !asks.intersects(NameMask::CONSENT) {
                continue;
            }
            closed = layer.end;
            let words = |id: BlockId| self.blocks[id].measure.weight();
            let inside = || layer.clone().map(BlockId);
            let named: f32 = inside()
                .filter(|id| is_named(settled[id.at()].as_ref()))
                .map(words)
                .sum();
            let holds_best = layer.start <= best.start && best.end <= layer.end;
            let good =
                self.density.good_words(ElementId::ROOT) - self.density.good_words_over(&layer);
            let speaks =
                named > 0.0 || inside().any(|id| speaks_of_cookies(self.blocks.folded(id)));
            if !speaks || holds_best && (headline.is_none() || good < LEFT_WORDS) {
                continue;
            }
            for id in inside() {
                if settled[id.at()].is_none() && self.blocks[id].kind != Kind::Picture {
                    settled[id.at()] = Some(removed(Reason::Form, "consent_layer"));
                }
            }
            layers.push(layer);
        }
        layers
    }

    /// Takes out the rest of a small element most of whose words one phrase row has named: a consent layer, a letter's sign-up.
    pub(super) fn close_room(&self, id: BlockId, settled: &mut [Option<Verdict>]) {
        let Some(Verdict {
            role: Role::Removed(reason),
            by: by @ Evidence::Phrase(_),
        }) = settled[id.at()]
        else {
            return;
        };
        let room = self.blocks.room_of(id);
        if !self.blocks.has_markup || self.blocks[room].blocks.len() > MOST_ROOM_BLOCKS {
            return;
        }
        let inside = || self.blocks[room].blocks.clone().map(BlockId);
        let words = |id: BlockId| self.blocks[id].measure.weight();
        let is_named = |id: &BlockId| is_named(settled[id.at()].as_ref());
        let named: f32 = inside().filter(is_named).map(words).sum();
        let total: f32 = inside().map(words).sum();
        let page = self.density.good_words(ElementId::ROOT);
        if named * 2.0 < total || total - named > MOST_ROOM_SHARE * page {
            return;
        }
        for other in inside() {
            if settled[other.at()].is_none() && self.blocks[other].kind != Kind::Picture {
                settled[other.at()] = Some(Verdict::removed(reason, by));
            }
        }
    }
}

fn speaks_of_cookies(folded: &str) -> bool {
    COOKIES.iter().any(|(_, word)| folded.contains(word))
}

/// Whether a phrase row settled the block.
fn is_named(verdict: Option<&Verdict>) -> bool {
    matches!(
        verdict,
        Some(Verdict {
            by: Evidence::Phrase(_),
            ..
        })
    )
}

#[cfg(test)]
mod tests {
    use super::COOKIES;
    use crate::text::fold::fold;

    #[test]
    fn words_are_folded_as_texts_are() {
        assert!(COOKIES.iter().all(|(_, word)| fold(word) == *word));
    }
}
