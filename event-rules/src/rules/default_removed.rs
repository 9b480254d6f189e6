//! A field has to be there for which something stood in.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "default_removed",
    question: "does a field have to be there for which a default stood in?",
    severity: Severity::Level,
    breaks: &[Who::NewerLenient, Who::NewerStrict],
    find: Find::Change(Change::DefaultRemoved),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "a default stands in for `{name_after}`{} in version {version_before}, and version {version_after} requires it",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_after, type_after, .. } = found;
    vec![format!(
        "keep the default: `#[field(default)] {name_after}: {type_after}`; records without the field are still there"
    )]
}
