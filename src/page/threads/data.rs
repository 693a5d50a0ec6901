//! Comments that a page gives as JSON-LD.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::Said;
use crate::input::dom::{Dom, Step};
use crate::limits::{Hits, Limit, Limits};
use crate::page::fragment::{line, paragraphs};
use crate::page::jsonld_repair::values;

/// Properties that hold the comments on what they stand in.
const COMMENTS: &[&str] = &["comment", "comments", "suggestedAnswer"];

/// Reads the comments in page order, each with how many it stands below.
pub(super) fn read(dom: &Dom, limits: &Limits) -> (Vec<Said>, Hits) {
    let mut hits = Hits::default();
    let mut said = Vec::new();
    for root in scripts(dom, limits)
        .iter()
        .flat_map(|script| values(script))
    {
        comments_in(&root, limits, &mut hits, &mut said);
    }
    (said, hits)
}

fn scripts<'d>(dom: &'d Dom, limits: &Limits) -> Vec<Cow<'d, str>> {
    let scripts = dom.steps().filter_map(|step| match step {
        Step::Enter(element) if element.name() == "script" => {
            let kind = element.attr("type").unwrap_or_default();
            let kind = kind.split(';').next().unwrap_or_default().trim();
            kind.eq_ignore_ascii_case("application/ld+json")
                .then(|| element.text())
        }
        _ => None,
    });
    scripts
        .take(limits.count(Limit::LdBlocks))
        .filter(|text| text.len() <= limits.count(Limit::LdJsonBytes) && text.contains("omment"))
        .collect()
}

/// A value, how deep it stands in the data, and below how many comments.
type Open<'v> = (&'v Value, usize, Option<usize>);

fn comments_in(root: &Value, limits: &Limits, hits: &mut Hits, said: &mut Vec<Said>) {
    let mut open: Vec<Open<'_>> = vec![(root, 1, None)];
    while let Some((value, nesting, below)) = open.pop() {
        if hits.over(limits, Limit::LdDepth, nesting) {
            continue;
        }
        match value {
            Value::Array(list) => {
                open.extend(list.iter().rev().map(|inner| (inner, nesting + 1, below)));
            }
            Value::Object(object) => {
                let own = below.and_then(|depth| comment(object, depth, limits));
                let is_comment = own.is_some();
                if let Some(own) = own {
                    if hits.over(limits, Limit::Comments, said.len() + 1) {
                        return;
                    }
                    said.push(own);
                }
                for (key, inner) in object.iter().rev() {
                    let holds = COMMENTS.contains(&key.as_str());
                    let depth = below.map_or(0, |depth| depth + usize::from(is_comment));
                    open.push((inner, nesting + 1, holds.then_some(depth)));
                }
            }
            _ => {}
        }
    }
}

fn comment(object: &Map<String, Value>, depth: usize, limits: &Limits) -> Option<Said> {
    let text = |keys: &[&str]| keys.iter().find_map(|key| object.get(*key)?.as_str());
    let lines = paragraphs(
        text(&["text", "commentText", "articleBody", "description"])?,
        limits,
    );
    let author = match object.get("author").or_else(|| object.get("creator")) {
        Some(Value::Array(list)) => list.first().and_then(name),
        Some(value) => name(value),
        None => None,
    };
    Some(Said {
        author: author
            .map(|name| line(name, limits))
            .filter(|name| !name.is_empty()),
        times: text(&["dateCreated", "datePublished", "dateModified"])
            .map(str::to_owned)
            .into_iter()
            .collect(),
        lines: lines.lines().map(str::to_owned).collect(),
        is_text: true,
        depth,
        ..Said::default()
    })
}

fn name(value: &Value) -> Option<&str> {
    match value {
        Value::String(name) => Some(name),
        Value::Object(person) => person.get("name")?.as_str(),
        _ => None,
    }
}
