//! Unknown fields are no longer refused.

use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "opened",
    question: "are unknown fields no longer refused?",
    severity: Severity::Note,
    breaks: &[],
    find: Find::Change(Change::Opened),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { version_before, version_after, inside, .. } = found;
    format!(
        "`{}` refuses unknown fields in version {version_before}, and version {version_after} steps over them",
        inside.name
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![format!(
        "leave new fields out of it until no reader has version {} any more",
        found.version_before
    )]
}
