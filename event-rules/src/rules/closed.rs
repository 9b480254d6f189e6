//! Unknown fields are refused now.

use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "closed",
    question: "are unknown fields refused now?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs],
    find: Find::Change(Change::Closed),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { version_before, version_after, inside, .. } = found;
    format!(
        "`{}` steps over unknown fields in version {version_before}, and version {version_after} refuses them",
        inside.name
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![format!(
        "take `deny_unknown_fields` out of `{}`: with it, no older reader takes any later version",
        found.inside.name
    )]
}
