//! A variant went.

use super::words::{consumers_first, keep_old, of_type, since};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "variant_removed",
    question: "did a variant go?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::NewerLenient, Who::NewerStrict],
    find: Find::Change(Change::VariantRemoved),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_before, version_before, version_after, .. } = found;
    format!(
        "version {version_before} has `{name_before}`{}, and version {version_after} has no such variant",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let keep = format!(
        "keep it, and say that it is no longer used: `#[field(deprecated(note = \"...\", since = {}, sunset = \"...\"))]`",
        since(found)
    );
    [vec![keep], keep_old(found, "try_with"), vec![consumers_first(found)]].concat()
}
