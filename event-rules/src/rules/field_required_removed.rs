//! A field went that payloads had to have.

use super::words::{consumers_first, hold, of_type, removed, since};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "field_required_removed",
    question: "did a field go that payloads had to have?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::OlderLenient, Who::OlderStrict, Who::NewerStrict],
    find: Find::Change(Change::RequiredFieldRemoved),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_before, version_before, version_after, .. } = found;
    format!(
        "version {version_before} requires `{name_before}`{}, and version {version_after} has no such field",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let (name, ty, since) = (&found.name_before, &found.type_before, since(found));
    hold(
        found,
        vec![
            format!(
                "keep it while it is read, and say so: `#[field(deprecated(note = \"...\", since = {since}, sunset = \"...\"))] {name}: {ty}`"
            ),
            format!("or take it out with its history: `{}`", removed(found)),
            consumers_first(found),
        ],
    )
}
