//! `null` inside lists and maps.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::Ty;

pub(super) const RULE: Rule = Rule {
    id: "null_inside",
    question: "are lists and maps free of `null`?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(contract, |place| place.is_inside && matches!(place.ty, Ty::Optional(_)))
}

fn words(found: &Found) -> String {
    format!(
        "{} can be `null` inside a list or a map, which protobuf and others cannot say",
        place(found)
    )
}

fn help(_: &Found) -> Vec<String> {
    vec!["leave the item out instead, or give it a variant that says why it is missing".to_owned()]
}
