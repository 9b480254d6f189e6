//! Values of a field look different.

use super::words::field_was;
use super::words::place;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "type_changed",
    question: "do values look different?",
    severity: Severity::Level,
    breaks: &[
        Who::OlderUs,
        Who::OlderLenient,
        Who::NewerLenient,
        Who::OlderStrict,
        Who::NewerStrict,
    ],
    find: Find::Change(Change::TypeChanged),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { before, after, version_before, version_after, .. } = found;
    format!(
        "{} is `{before}` in version {version_before}, and `{after}` in version {version_after}",
        place(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    field_was(found)
}
