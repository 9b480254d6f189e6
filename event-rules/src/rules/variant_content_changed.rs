//! What comes with a variant's name is of another kind.

use super::words::{consumers_first, keep_old, of_type, since};
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
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} comes with something else in version {version_after} than in version {version_before}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let keep = format!(
        "keep the variant as it is, and add another one: `#[field(since = {})]`",
        since(found)
    );
    [vec![keep], keep_old(found, "with"), vec![consumers_first(found)]].concat()
}
