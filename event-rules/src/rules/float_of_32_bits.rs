//! Floats that other readers take for other numbers.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::Ty;

pub(super) const RULE: Rule = Rule {
    id: "float_of_32_bits",
    question: "are floats what other readers take them for?",
    severity: Severity::Note,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(contract, |place| matches!(place.ty, Ty::Float32))
}

fn words(found: &Found) -> String {
    format!("{} has 32 bits, and other readers take it for 64", place(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![format!("`{}: f64`, so that 0.1 is the same number everywhere", found.name_after)]
}
