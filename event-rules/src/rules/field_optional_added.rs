//! A field came that may be left out.

use super::words::{hold, of_type, since};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "field_optional_added",
    question: "did a field come that may be left out?",
    severity: Severity::Level,
    breaks: &[Who::OlderStrict],
    find: Find::Change(Change::OptionalFieldAdded),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "version {version_after} may have `{name_after}`{}, and version {version_before} has no such field",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let (name, ty, since) = (&found.name_after, &found.type_after, since(found));
    hold(
        found,
        vec![
            format!("say when it came: `#[field(since = {since})] {name}: {ty}`"),
            "give strict readers the new JSON Schema before it is written for the first time"
                .to_owned(),
        ],
    )
}
