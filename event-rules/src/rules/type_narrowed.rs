//! Not all values of before are values now.

use super::words::field_was;
use super::words::place;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "type_narrowed",
    question: "are some values of before no values any more?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::NewerLenient, Who::NewerStrict],
    find: Find::Change(Change::TypeNarrowed),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { before, after, version_before, version_after, .. } = found;
    format!(
        "{} shrinks from `{before}` in version {version_before} to `{after}` in version {version_after}",
        place(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    field_was(found)
}
