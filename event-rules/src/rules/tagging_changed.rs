//! The name of a variant stands elsewhere.

use super::words::{consumers_first, keep_old};
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "tagging_changed",
    question: "does a variant's name stand elsewhere?",
    severity: Severity::Level,
    breaks: &[
        Who::OlderUs,
        Who::OlderLenient,
        Who::NewerLenient,
        Who::OlderStrict,
        Who::NewerStrict,
    ],
    find: Find::Change(Change::TaggingChanged),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { inside, version_before, version_after, .. } = found;
    format!(
        "versions {version_before} and {version_after} write the variants of `{}` in different forms",
        inside.name
    )
}

fn help(found: &Found) -> Vec<String> {
    let back = "take `tag` and `content` back to what they were".to_owned();
    [vec![back], keep_old(found, "with"), vec![consumers_first(found)]].concat()
}
