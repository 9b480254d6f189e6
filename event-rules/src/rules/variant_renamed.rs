//! A variant has another name, and is read under the former one too.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "variant_renamed",
    question: "is a variant called something else?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::OlderLenient, Who::OlderStrict, Who::NewerStrict],
    find: Find::Change(Change::VariantRenamed),
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
    vec![format!(
        "keep the name on the wire, and have the new one in Rust: `#[serde(rename = \"{}\")]` on the variant",
        found.name_before
    )]
}
