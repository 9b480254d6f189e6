//! A payload can be large.

use crate::rule::{Find, Found, Rule, Severity};
use crate::size::largest;
use event_contract::Contract;

pub(super) const RULE: Rule = Rule {
    id: "payload_large",
    question: "are payloads small?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

/// Bytes from which on a payload is large. Azure Event Grid counts events in steps of 64 kB, and the
/// smallest limit of the usual brokers is 256 kB (Amazon SNS, SQS and EventBridge).
const LARGE: u64 = 64 * 1024;

fn find(contract: &Contract) -> Vec<Found> {
    let size = largest(contract);
    if size <= LARGE {
        return Vec::new();
    }
    let size = format!("up to about {} kB", size / 1024);
    vec![Found::at(contract, "$", "").between("", &size, contract.version)]
}

fn words(found: &Found) -> String {
    format!("a payload of `{}` has {}", found.event_type, found.after)
}

fn help(_: &Found) -> Vec<String> {
    vec![
        "keep it below 64 kB: put what is large where files are kept, and publish its address"
            .to_owned(),
        "or lower the `max_length` of what makes it large".to_owned(),
    ]
}
