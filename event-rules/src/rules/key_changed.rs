//! Records have another key.

use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "key_changed",
    question: "do records have another key?",
    severity: Severity::Error,
    breaks: &[],
    find: Find::Change(Change::KeyChanged),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { version_before, version_after, .. } = found;
    format!(
        "events of versions {version_before} and {version_after} are not ordered by the same key"
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![
        "keep the key: events that belong together land on two partitions, in no order".to_owned(),
        format!(
            "or publish another event type, and stop writing `{}` when its topic is read to the end",
            found.event_type
        ),
    ]
}
