//! Objects stand deep inside each other.

use super::words::place;
use crate::place::places;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;

pub(super) const RULE: Rule = Rule {
    id: "payload_deep",
    question: "are payloads flat?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

/// How many objects may stand inside each other.
const DEEPEST: usize = 4;

fn find(contract: &Contract) -> Vec<Found> {
    let places = places(contract);
    let deepest =
        places.iter().filter(|place| place.depth > DEEPEST).max_by_key(|place| place.depth);
    deepest
        .map(|place| {
            let around = place.path.rsplit_once('.').map_or("$", |(around, _)| around);
            let name = around.rsplit_once('.').map_or("", |(_, name)| name.trim_end_matches("[]"));
            let depth = format!("{} objects deep", place.depth);
            Found::at(contract, around, name).between("", &depth, contract.version)
        })
        .into_iter()
        .collect()
}

fn words(found: &Found) -> String {
    format!("{} is {}", place(found), found.after)
}

fn help(found: &Found) -> Vec<String> {
    vec![
        format!(
            "keep it to {DEEPEST}: every level is one more unnesting for whoever reads it into a table"
        ),
        format!(
            "name what is inside by an id, and publish it as an event of its own: `{}_id: Uuid`",
            found.name_after
        ),
    ]
}
