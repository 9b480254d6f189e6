//! Values have to keep to more.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "rule_tightened",
    question: "do values have to keep to more?",
    severity: Severity::Level,
    breaks: &[Who::NewerUs, Who::NewerLenient, Who::NewerStrict],
    find: Find::Change(Change::RuleTightened),
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
    vec![
        format!(
            "keep to what version {} allows: records that are there do not change",
            found.version_before
        ),
        "or check it where events are made, and leave the rule out of the event".to_owned(),
    ]
}
