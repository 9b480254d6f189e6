//! Money in floats.

use super::lint;
use super::words::place;
use crate::place::Place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::Ty;

pub(super) const RULE: Rule = Rule {
    id: "float_for_money",
    question: "is money kept in decimals?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(contract, is_money)
}

/// Words in names of fields that hold money.
const MONEY: [&str; 10] = [
    "amount", "price", "total", "subtotal", "cost", "fee", "tax", "balance", "discount", "payment",
];

fn is_money(place: &Place<'_>) -> bool {
    let mut words = place.name.split(['_', '-']);
    matches!(place.ty, Ty::Float32 | Ty::Float64) && words.any(|word| MONEY.contains(&word))
}

fn words(found: &Found) -> String {
    format!("{} sounds like money, and is {}", place(found), found.after)
}

fn help(found: &Found) -> Vec<String> {
    vec![format!("a decimal, which loses no cents: `{}: Decimal`", found.name_after)]
}
