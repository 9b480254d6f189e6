//! Something else stands in for a field that is left out.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "default_changed",
    question: "does something else stand in for a field that is left out?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Change(Change::DefaultChanged),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "versions {version_before} and {version_after} read a record without `{name_after}`{} differently",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![
        "keep the default: one record would mean two things, depending on who reads it".to_owned(),
        format!("or write `{}` in every record before the default changes", found.name_after),
    ]
}
