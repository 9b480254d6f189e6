//! A variant came.

use super::words::{consumers_first, hold, of_type, since};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "variant_added",
    question: "did a variant come?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs, Who::OlderLenient, Who::OlderStrict],
    find: Find::Change(Change::VariantAdded),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} comes with version {version_after}, and version {version_before} has no such variant",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    hold(
        found,
        vec![
            "say it in a new optional field, which older readers step over".to_owned(),
            format!("or say when the variant came: `#[field(since = {})]`", since(found)),
            consumers_first(found),
        ],
    )
}
