//! The text of an element that is meant to hold a few words: a name, a time, a tag.

use crate::grammar::byline::is_bare_name;
use crate::grammar::names::begins_with_role;
use crate::input::dom::{Element, Step};
use crate::page::fragment::cut;
use crate::page::tags::ends_line;
use crate::text::clean::{COMBINING_MARKS, clean_line};

/// Steps into an element that is meant to hold a few words.
pub(super) const SHORT_STEPS: usize = 64;

/// Characters of a run of text inside it.
pub(super) const RUN_CHARS: usize = 1_000;

/// Text of a name or a time: elements inside are few, and a walk that finds many is given up, so that nested ones cost no more
/// than their number.
pub(crate) fn short_text(element: Element<'_>) -> String {
    let mut text = String::new();
    for step in element.steps().take(SHORT_STEPS) {
        match step {
            Step::Text(run) => text.push_str(cut(run.as_str(), RUN_CHARS)),
            Step::Enter(inner) | Step::Leave(inner) => {
                if ends_line(inner.name()) {
                    text.push(' ');
                }
            }
        }
    }
    clean_line(&text, COMBINING_MARKS)
}

/// The first run of such a text.
pub(super) fn first_run(element: Element<'_>) -> String {
    let runs = element.steps().take(SHORT_STEPS);
    let mut runs = runs.filter_map(|step| match step {
        Step::Text(run) => Some(cut(run.as_str(), RUN_CHARS)),
        Step::Enter(_) | Step::Leave(_) => None,
    });
    let first = runs.find(|run| !run.trim_ascii().is_empty());
    clean_line(first.unwrap_or_default(), COMBINING_MARKS)
}

/// As [`short_text`], with a bar where two elements meet of which the first ends in a whole name, and a space where other texts meet:
/// style parts `<span>Ada Quill</span><span>Editor</span>`. A lone word behind the name is more of it, if it is no office.
pub(crate) fn short_parts(element: Element<'_>) -> String {
    let mut parts = vec![String::new()];
    let mut met = false;
    for step in element.steps().take(SHORT_STEPS) {
        let Some(part) = parts.last_mut() else { break };
        match step {
            Step::Text(run) => {
                let run = cut(run.as_str(), RUN_CHARS);
                met &= run.trim_ascii().is_empty();
                part.push_str(run);
            }
            Step::Enter(inner) | Step::Leave(inner) => {
                if ends_line(inner.name()) {
                    part.push(' ');
                }
                let enters = matches!(step, Step::Enter(_));
                if enters && met {
                    parts.push(String::new());
                }
                met = !enters;
            }
        }
    }
    let mut text = String::new();
    let mut whole = false;
    for part in parts.iter().map(|part| part.trim()) {
        let small = part.starts_with(char::is_lowercase);
        let goes_on = !small && !part.contains(' ') && !begins_with_role(part);
        text.push_str(if whole && !goes_on { " | " } else { " " });
        text.push_str(part);
        whole = is_bare_name(part) || whole && part.is_empty();
    }
    clean_line(&text, COMBINING_MARKS)
}
