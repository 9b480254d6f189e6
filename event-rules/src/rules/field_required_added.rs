//! A field came, and payloads have to have it.

use super::words::{hold, of_type, since};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "field_required_added",
    question: "did a field come that payloads have to have?",
    severity: Severity::Level,
    breaks: &[Who::NewerLenient, Who::OlderStrict, Who::NewerStrict],
    find: Find::Change(Change::RequiredFieldAdded),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "version {version_after} requires `{name_after}`{}, and version {version_before} has no such field",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let (name, ty, since) = (&found.name_after, &found.type_after, since(found));
    hold(
        found,
        vec![
            format!(
                "say what stands in for it in earlier versions: `#[field(since = {since}, default = ...)] {name}: {ty}`"
            ),
            format!("or let it be absent: `#[field(since = {since})] {name}: Option<{ty}>`"),
        ],
    )
}
