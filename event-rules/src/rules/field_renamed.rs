//! One field went, and one like it came under another name.

use super::words::{consumers_first, hold, of_type, until};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "field_renamed",
    question: "is a field called something else?",
    severity: Severity::Level,
    breaks: &[
        Who::OlderUs,
        Who::OlderLenient,
        Who::NewerLenient,
        Who::OlderStrict,
        Who::NewerStrict,
    ],
    find: Find::Change(Change::FieldRenamed),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_before, name_after, version_before, version_after, .. } = found;
    format!(
        "`{name_before}`{} of version {version_before} is called `{name_after}` in version {version_after}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_before, name_after, type_after, .. } = found;
    hold(
        found,
        vec![
            format!(
                "keep the name on the wire, and have the new one in Rust: `#[serde(rename = \"{name_before}\")] {name_after}: {type_after}`"
            ),
            format!(
                "or read each version by its own name: `#[field(renamed(from = \"{name_before}\", until = {}))] {name_after}: {type_after}`",
                until(found)
            ),
            consumers_first(found),
        ],
    )
}
