//! How often the block's form and its text stand on the page: items of one template are of one kind.

use super::around::{Around, is_unnamed, mix};
use super::{Features, Ground, MISSING, flag};
use crate::judge::density::Density;
use crate::judge::sight::is_good;
use crate::page::block::{Blocks, ElementId};
use crate::text::{Table, table};

/// Elements alike from which on they are items.
const ITEMS: u32 = 3;

/// Sums over the blocks of one signature.
#[derive(Clone, Copy, Default)]
struct Form {
    blocks: f32,
    words: f32,
    good_words: f32,
}

/// Sums over siblings with one tag and name.
#[derive(Clone, Copy, Default)]
struct Items {
    count: u32,
    words: f32,
    good_words: f32,
    chars: f32,
    link_chars: f32,
}

/// The siblings of each element, and the largest set of items it stands in.
struct Siblings {
    groups: Vec<Items>,
    /// Per element, its group, and the largest group of items among those around it.
    of: Vec<(usize, Option<usize>)>,
}

impl Siblings {
    fn find(blocks: &Blocks, around: &Around, density: &Density<'_>) -> Self {
        let mut groups: Vec<Items> = Vec::new();
        let mut known: Table<u64, usize> = table(blocks.elements.len());
        let mut of: Vec<(usize, Option<usize>)> = Vec::with_capacity(blocks.elements.len());
        for (at, element) in blocks.elements.iter().enumerate() {
            let id = ElementId(at as u32);
            let facts = &around[id];
            let key = mix([u64::from(element.parent.0), facts.tag, facts.named]);
            let group = *known.entry(key).or_insert_with(|| {
                groups.push(Items::default());
                groups.len() - 1
            });
            let (chars, link_chars) = density.chars(id);
            let items = &mut groups[group];
            items.count += 1;
            items.words += density.words(id);
            items.good_words += density.good_words(id);
            items.chars += chars;
            items.link_chars += link_chars;
            of.push((group, None));
        }
        for (at, element) in blocks.elements.iter().enumerate().skip(1) {
            let inherited = of.get(element.parent.at()).and_then(|&(_, items)| items);
            let group = of[at].0;
            let tag = element.tag.as_str();
            let is_text = matches!(
                tag,
                "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" | "td"
            );
            let is_item =
                groups[group].count >= ITEMS && !is_text && !(tag == "div" && is_unnamed(element));
            of[at].1 = match inherited {
                Some(outer) if !is_item || groups[outer].count >= groups[group].count => {
                    Some(outer)
                }
                _ => is_item.then_some(group),
            };
        }
        Self { groups, of }
    }

    fn of_owner(&self, owner: ElementId) -> Items {
        let group = self.of.get(owner.at()).map(|&(group, _)| group);
        group
            .and_then(|group| self.groups.get(group))
            .copied()
            .unwrap_or_default()
    }

    fn items_around(&self, owner: ElementId) -> Option<Items> {
        let &(_, items) = self.of.get(owner.at())?;
        self.groups.get(items?).copied()
    }
}

pub(super) fn add(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    let owner = |row: usize| blocks[ground.id(row)].owner;
    forms(ground, features);
    let siblings = Siblings::find(blocks, ground.around, ground.page.density);
    let items = |row: usize, of: &dyn Fn(Items) -> f32| {
        siblings.items_around(owner(row)).map_or(MISSING, of)
    };
    features.add(ground, "siblings", |row| {
        siblings.of_owner(owner(row)).count as f32
    });
    features.add(ground, "items", |row| {
        items(row, &|items| items.count as f32)
    });
    features.add(ground, "item_words", |row| {
        items(row, &|items| items.words / items.count.max(1) as f32)
    });
    features.add(ground, "item_links", |row| {
        items(row, &|items| items.link_chars / items.chars.max(1.0))
    });
    features.add(ground, "item_good", |row| {
        items(row, &|items| items.good_words / items.words.max(1.0))
    });
    texts(ground, features);
}

fn forms(ground: &Ground<'_>, features: &mut Features) {
    let blocks = ground.page.blocks;
    let page = ground.all_words().max(1.0);
    let key = |row: usize| ground.facts[row].signature;
    let mut forms: Table<u64, Form> = table(ground.rows.len());
    for row in 0..ground.rows.len() {
        let form = forms.entry(key(row)).or_default();
        let words = blocks[ground.id(row)].measure.weight();
        form.blocks += 1.0;
        form.words += words;
        form.good_words += if is_good(blocks, ground.id(row)) {
            words
        } else {
            0.0
        };
    }
    let of = |row: usize| forms.get(&key(row)).copied().unwrap_or_default();
    let found: Vec<Form> = ground.open.iter().map(|&row| of(row)).collect();
    let mut column = |name, value: &dyn Fn(&Form) -> f32| {
        let mut at = found.iter();
        features.add(ground, name, |_| at.next().map_or(MISSING, value));
    };
    column("form_blocks", &|form| form.blocks);
    column("form_words", &|form| form.words / form.blocks.max(1.0));
    column("form_good", &|form| form.good_words / form.words.max(1.0));
    column("form_share", &|form| form.words / page);
    let same = |row: usize, other: usize| other < ground.rows.len() && key(row) == key(other);
    features.add(ground, "next_same_form", |row| flag(same(row, row + 1)));
    features.add(ground, "last_same_form", |row| {
        flag(row > 0 && same(row, row - 1))
    });
}

fn texts(ground: &Ground<'_>, features: &mut Features) {
    let text = |row: usize| ground.page.blocks.text_of(ground.id(row));
    let mut times: Table<&str, u32> = table(ground.rows.len());
    for row in 0..ground.rows.len() {
        *times.entry(text(row)).or_default() += 1;
    }
    features.add(ground, "same_text", |row| {
        times.get(text(row)).copied().unwrap_or(1) as f32
    });
}
