//! The people a credit names.

use super::ending::ending_of;
use super::unlabelled::{is_supplier, parts};
use super::words::Whom::{self, Photographer, Supplier};
use crate::article::{Person, PersonRole};
use crate::grammar::labels::is_cjk;
use crate::grammar::names::{self, Grip};

/// The people a credit names: before 摄, behind `Photo:`, beside an agency.
pub(super) fn photographers(credit: &str, whom: Whom) -> Vec<Person> {
    let cjk = credit.contains(is_cjk);
    let people: Vec<String> = if cjk {
        let shot_by = credit
            .split(' ')
            .any(|token| matches!(ending_of(token), Some((Photographer, _))));
        if whom == Supplier && !shot_by {
            return Vec::new();
        }
        let shot = credit
            .split(' ')
            .map(|token| ending_of(token).map_or(token, |(_, head)| head))
            .collect::<Vec<_>>()
            .join(" ");
        let people = names::read(&shot, "zh", Grip::Loose).people;
        if people.is_empty() && !credit.ends_with(['摄', '攝']) {
            names::read(&shot, "ja", Grip::Loose).people
        } else {
            people
        }
    } else {
        // "Ada Quill (REUTERS)"
        let outside = credit
            .split_once('(')
            .map_or(credit, |(head, _)| head.trim());
        let parts: Vec<&str> = parts(outside)
            .into_iter()
            .filter(|part| !is_supplier(part))
            .collect();
        let agencies = parts.len() < self::parts(credit).len() || outside.len() < credit.len();
        if whom == Supplier && !agencies && !credit.contains('/') {
            return Vec::new();
        }
        let whole = [outside];
        let candidates = if credit.contains('/') || agencies {
            parts.as_slice()
        } else {
            &whole
        };
        // The first part that is a name and nothing else.
        candidates
            .iter()
            .map(|part| names::read(without_label(part), "en", Grip::Loose))
            .filter(|list| list.rest.is_empty() && list.outlets.is_empty())
            .map(|list| list.people)
            .find(|people| {
                !people.is_empty() && people.iter().all(|name| name.contains([' ', '.']))
            })
            .unwrap_or_default()
    };
    people
        .into_iter()
        .map(|name| Person {
            name,
            role: Some(PersonRole::Photographer),
            ..Person::default()
        })
        .collect()
}

/// Words that stand before a name without a mark: `(Photo Luc Marchand/AFP)`.
const PICTURE_WORDS: &[&str] = &["photo", "photos", "foto", "fotos", "bild", "ph"];

fn without_label(part: &str) -> &str {
    let Some((word, name)) = part.split_once(' ') else {
        return part;
    };
    let is_label = PICTURE_WORDS.contains(&word.to_lowercase().as_str());
    if is_label && name.contains(' ') {
        name
    } else {
        part
    }
}
