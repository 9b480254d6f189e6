//! Durations that databases keep as text.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::{Format, Ty};

pub(super) const RULE: Rule = Rule {
    id: "duration_as_text",
    question: "do other languages have the durations?",
    severity: Severity::Note,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(contract, |place| {
        matches!(place.ty, Ty::Text(Format::Duration | Format::UnsignedDuration))
    })
}

fn words(found: &Found) -> String {
    format!("{} is text for most readers: few read ISO 8601 durations", place(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![format!("a number with its unit in the name: `{}_ms: u32`", found.name_after)]
}
