//! Another name for a field or variant is no longer read.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "alias_removed",
    question: "is a former name of a field or variant no longer read?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Change(Change::AliasRemoved),
    words,
    help,
};

fn words(found: &Found) -> String {
    let (name, version, of) = (&found.name_after, found.version_after, of_type(found));
    format!("version {version} no longer reads `{}` as `{name}`{of}", former(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![format!(
        "keep reading it, as records with that name are still there: `#[serde(alias = \"{}\")]`",
        former(found)
    )]
}

/// The name behind `or`.
fn former(found: &Found) -> &str {
    let names = found.before.rsplit_once("` or `").map_or("", |(_, last)| last);
    names.trim_end_matches('`')
}
