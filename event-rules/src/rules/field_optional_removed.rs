//! A field went that could be left out.

use super::words::{hold, of_type, removed};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "field_optional_removed",
    question: "did a field go that could be left out?",
    severity: Severity::Level,
    breaks: &[Who::NewerStrict],
    find: Find::Change(Change::OptionalFieldRemoved),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_before, version_before, version_after, .. } = found;
    format!(
        "version {version_before} may have `{name_before}`{}, and version {version_after} has no such field",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    hold(
        found,
        vec![
            format!("take it out with its history: `{}`", removed(found)),
            "strict readers that replay earlier records need their JSON Schema as well as the new one"
                .to_owned(),
        ],
    )
}
