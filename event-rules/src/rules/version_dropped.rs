//! A version that was published is no longer read.

use crate::history::History;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;
use event_contract::Contract;

pub(super) const RULE: Rule = Rule {
    id: "version_dropped",
    question: "is every published version still read?",
    severity: Severity::Level,
    breaks: &[Who::NewerUs],
    find: Find::History(find),
    words,
    help,
};

fn find(history: &History<'_>) -> Vec<Found> {
    let Some(newest) = history.newest() else { return Vec::new() };
    let dropped = |contract: &&Contract| contract.version < history.oldest_read;
    let earlier = history.earlier().iter().filter(dropped);
    earlier
        .map(|contract| {
            let now = format!("reads from version {}", history.oldest_read);
            Found::at(newest, "$", "").between("was published", &now, contract.version)
        })
        .collect()
}

fn words(found: &Found) -> String {
    let Found { event_type, version_before, .. } = found;
    format!("records of `{event_type}` version {version_before} are no longer read")
}

fn help(found: &Found) -> Vec<String> {
    let Found { version_before, .. } = found;
    vec![
        format!(
            "keep reading it: `#[event(oldest = {version_before})]`, or `upcast_from` the struct of that version"
        ),
        format!(
            "if no record of it is left, say so in `about.toml`: `[versions.{version_before}]` with `dropped = \"...\"`"
        ),
    ]
}
