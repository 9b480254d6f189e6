//! Values that can be anything.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::Ty;

pub(super) const RULE: Rule = Rule {
    id: "any_value",
    question: "does every value have a type?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(contract, |place| matches!(place.ty, Ty::Any))
}

fn words(found: &Found) -> String {
    format!("{} can be anything, so no reader can give it a type", place(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![
        "a struct or an enum with `#[derive(Schema)]`, if what it can be is known".to_owned(),
        format!("or text, if it is only passed on: `{}: String`", found.name_after),
    ]
}
