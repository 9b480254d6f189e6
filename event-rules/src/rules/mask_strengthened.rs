//! A field shows less of its value.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "mask_strengthened",
    question: "does a field show less of its value?",
    severity: Severity::Note,
    breaks: &[],
    find: Find::Change(Change::MaskStrengthened),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, before, after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} {after} in version {version_after}, and {before} in version {version_before}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![format!(
        "records of version {} still show it: mind how long they are kept",
        found.version_before
    )]
}
