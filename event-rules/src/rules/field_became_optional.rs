//! A field that had to be there may be left out.

use super::words::{consumers_first, hold, of_type, until};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "field_became_optional",
    question: "may a field be left out that had to be there?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::OlderLenient, Who::OlderStrict],
    find: Find::Change(Change::BecameOptional),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "version {version_before} requires `{name_after}`{}, and in version {version_after} it may be absent",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_after, type_before, type_after, .. } = found;
    hold(
        found,
        vec![
            format!(
                "keep it required, and write an empty value where there is none: `{name_after}: {type_before}`"
            ),
            format!(
                "or say what it was: `#[field(was(type = \"{type_before}\", until = {}, with = Some))] {name_after}: {type_after}`",
                until(found)
            ),
            consumers_first(found),
        ],
    )
}
