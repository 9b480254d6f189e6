//! Keys of maps that are not just text.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::{Format, Ty};

pub(super) const RULE: Rule = Rule {
    id: "map_key_not_text",
    question: "are the keys of maps plain text?",
    severity: Severity::Note,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(
        contract,
        |place| matches!(place.ty, Ty::Map(key, _) if **key != Ty::Text(Format::Plain)),
    )
}

fn words(found: &Found) -> String {
    format!("{} has keys that other readers take for plain text", place(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![format!(
        "a list of structs, if the key is more than a label: `{}: Vec<...>`",
        found.name_after
    )]
}
