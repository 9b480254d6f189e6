//! Lists in which each place has a type of its own.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::Ty;

pub(super) const RULE: Rule = Rule {
    id: "tuple_of_types",
    question: "do lists hold one type?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(
        contract,
        |place| matches!(place.ty, Ty::Tuple(items) if items.windows(2).any(|pair| pair.first() != pair.last())),
    )
}

/// `delivery_window` becomes `DeliveryWindow`.
fn struct_name(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    name.split(['_', '-']).filter_map(capital).collect()
}

fn words(found: &Found) -> String {
    format!(
        "{} is a list with a type for each place, which Go, Java and Avro do not have",
        place(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    vec![format!(
        "a struct whose fields say what they are: `{}: {}`",
        found.name_after,
        struct_name(&found.name_after)
    )]
}
