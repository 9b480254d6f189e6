//! Whole numbers that other readers keep as text.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::{Format, Ty};

pub(super) const RULE: Rule = Rule {
    id: "integer_of_128_bits",
    question: "do other languages have the whole numbers?",
    severity: Severity::Note,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(contract, |place| matches!(place.ty, Ty::Text(Format::U128 | Format::I128)))
}

fn words(found: &Found) -> String {
    format!("{} is text for most readers: few have whole numbers of 128 bits", place(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![format!("a smaller type, if that is enough: `{}: u32`", found.name_after)]
}
