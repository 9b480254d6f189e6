//! A version in between has no contract.

use crate::history::History;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "version_missing",
    question: "is there a contract for every version?",
    severity: Severity::Error,
    breaks: &[],
    find: Find::History(find),
    words,
    help,
};

fn find(history: &History<'_>) -> Vec<Found> {
    let Some((first, newest)) = history.contracts.first().zip(history.newest()) else {
        return Vec::new();
    };
    let is_there = |version| history.contracts.iter().any(|contract| contract.version == version);
    let from = first.version.min(history.oldest_read);
    (from..newest.version)
        .filter(|version| !is_there(*version))
        .map(|version| Found::at(newest, "$", "").between("no contract", "", version))
        .collect()
}

fn words(found: &Found) -> String {
    let Found { event_type, version_before, version_after, .. } = found;
    format!(
        "version {version_before} of `{event_type}` has no contract, and version {version_after} has one"
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { event_type, version_before, .. } = found;
    vec![
        format!("take `contracts/{event_type}/v{version_before}.json` from version control again"),
        format!(
            "if version {version_before} was never published, publish this one as version {version_before}"
        ),
    ]
}
