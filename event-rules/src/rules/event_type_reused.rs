//! An event type that is gone for good came back, or belongs to another event.

use crate::history::History;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "event_type_reused",
    question: "does an event type come back with another meaning?",
    severity: Severity::Error,
    breaks: &[],
    find: Find::History(find),
    words,
    help,
};

fn find(history: &History<'_>) -> Vec<Found> {
    let Some(newest) = history.newest() else { return Vec::new() };
    let retired = history.retired.iter().map(|name| (name, "retired".to_owned()));
    let taken =
        history.taken.iter().map(|(name, owner)| (name, format!("a former name of {owner}")));
    retired
        .chain(taken)
        .filter(|(name, _)| **name == newest.event_type)
        .map(|(name, was)| Found::at(newest, "$", name).between(&was, "", newest.version))
        .collect()
}

fn words(found: &Found) -> String {
    format!("the event type `{}` is {}, and must not come back", found.event_type, found.before)
}

fn help(found: &Found) -> Vec<String> {
    let Found { event_type, .. } = found;
    vec![
        format!("give the event a type that was never used: `#[event(type = \"{event_type}_again\")]`, or a better one"),
        "if it is the same event as before, take the name out of `retired` in `contracts/about.toml`"
            .to_owned(),
    ]
}
