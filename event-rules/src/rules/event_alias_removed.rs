//! A former event type is no longer read.

use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "event_alias_removed",
    question: "is a former event type no longer read?",
    severity: Severity::Error,
    breaks: &[Who::NewerUs],
    find: Find::Change(Change::EventAliasRemoved),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { before, after, version_before, version_after, .. } = found;
    format!(
        "version {version_before} is also read as `{before}`, and version {version_after} as `{after}` only"
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![format!("keep it while such records are there: `#[event(alias = \"{}\")]`", found.before)]
}
