//! What comes with a variant's name is of another kind.

use super::words::{consumers_first, of_type, since};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "variant_content_changed",
    question: "does something else come with a variant?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::NewerLenient, Who::OlderStrict, Who::NewerStrict],
    find: Find::Change(Change::VariantContentChanged),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, before, after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} comes with {before} in version {version_before}, and with {after} in version {version_after}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![
        format!(
            "keep the variant as it is, and add another one beside it: `#[field(since = {})]`",
            since(found)
        ),
        format!(
            "or write a new enum, and say on the fields that hold it what they held: `#[field(was(type = \"{}\", until = {}, with = ...))]`",
            found.inside.name, found.version_before
        ),
        consumers_first(found),
    ]
}
