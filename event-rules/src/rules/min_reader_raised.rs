//! Older code refuses every record, and nothing in the contracts tells why.

use super::words::consumers_first;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "min_reader_raised",
    question: "does older code refuse every record, whatever is in it?",
    severity: Severity::Level,
    breaks: &[Who::OlderUs],
    find: Find::Pair,
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { version_before, version_after, .. } = found;
    format!(
        "code of version {version_before} refuses every record of version {version_after}, and could read them"
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![
        "say what changed with `since`, `removed` and `holds` if they can say it, and leave out `upcast_from` and `was`".to_owned(),
        "take out `deny_unknown_fields`, in the event and in every type inside".to_owned(),
        consumers_first(found),
    ]
}
