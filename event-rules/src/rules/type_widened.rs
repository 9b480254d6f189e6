//! All values of before are values now, and so are others.

use super::words::field_was;
use super::words::place;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "type_widened",
    question: "are there values that were none before?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::OlderLenient, Who::OlderStrict],
    find: Find::Change(Change::TypeWidened),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { before, after, version_before, version_after, .. } = found;
    format!(
        "{} grows from `{before}` in version {version_before} to `{after}` in version {version_after}",
        place(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    field_was(found)
}
