//! A field that had to be there may be left out, and something stands in.

use super::words::{consumers_first, of_type};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "default_added",
    question: "does a default stand in for a field that had to be there?",
    severity: Severity::Level,
    breaks: &[Who::OlderLenient, Who::OlderUs, Who::OlderStrict],
    find: Find::Change(Change::DefaultAdded),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "version {version_before} requires `{name_after}`{}, and in version {version_after} a default may stand in",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_after, type_after, .. } = found;
    vec![
        format!(
            "keep it required: `{name_after}: {type_after}`; a default counts in every version, so it cannot come later"
        ),
        consumers_first(found),
    ]
}
