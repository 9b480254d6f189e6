//! A field that could be left out has to be there.

use super::words::{consumers_first, hold, of_type, until};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "field_became_required",
    question: "does a field have to be there that could be left out?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::NewerLenient, Who::NewerStrict],
    find: Find::Change(Change::BecameRequired),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} may be absent in version {version_before}, and version {version_after} requires it",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_after, type_before, type_after, .. } = found;
    hold(
        found,
        vec![
            format!(
                "keep it optional, and ask for it where it is used: `{name_after}: {type_before}`"
            ),
            format!(
                "or say what stands in for it: `#[field(was(type = \"{type_before}\", until = {}, with = Option::unwrap_or_default))] {name_after}: {type_after}`",
                until(found)
            ),
            consumers_first(found),
        ],
    )
}
