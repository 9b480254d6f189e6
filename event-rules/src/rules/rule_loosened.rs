//! Values have to keep to less.

use super::words::{consumers_first, of_type};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "rule_loosened",
    question: "do values have to keep to less?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::OlderLenient, Who::OlderStrict],
    find: Find::Change(Change::RuleLoosened),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, before, after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} keeps to {before} in version {version_before}, and to {after} in version {version_after}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![consumers_first(found)]
}
