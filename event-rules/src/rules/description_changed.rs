//! A field is described in other words, and what its values look like has not changed.

use event_contract::Contract;

use super::words::of_type;
use crate::history::History;
use crate::place::{Place, places};
use crate::rule::{Find, Found, Rule, Severity, label};

pub(super) const RULE: Rule = Rule {
    id: "description_changed",
    question: "is a field described in other words?",
    severity: Severity::Note,
    breaks: &[],
    find: Find::History(find),
    words,
    help,
};

fn find(history: &History<'_>) -> Vec<Found> {
    let Some((newest, earlier)) = history.contracts.split_last() else { return Vec::new() };
    let Some(previous) = earlier.last() else { return Vec::new() };
    let known = described(previous);
    let mut found = Vec::new();
    for (place, now) in described(newest) {
        let same = known.iter().find(|(was, _)| was.path == place.path && was.ty == place.ty);
        let Some((_, was)) = same.filter(|(_, was)| *was != now) else { continue };
        let (was, now) = (in_one_line(was), in_one_line(now));
        let mut one = Found::at(newest, &place.path, place.name);
        one = one.between(&was, &now, previous.version);
        one.label = label(&place.path);
        one.inside = place.inside.clone();
        one.type_after = place.ty.in_rust();
        found.push(one);
    }
    found
}

/// The fields of a contract that somebody described.
fn described(contract: &Contract) -> Vec<(Place<'_>, &str)> {
    let places = places(contract).into_iter().filter(|place| place.is_own);
    let described = places.filter_map(|place| {
        let docs = place.field?.docs.as_str();
        (!docs.is_empty()).then_some((place, docs))
    });
    described.collect()
}

fn in_one_line(docs: &str) -> String {
    docs.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    let of_type = of_type(found);
    format!(
        "`{name_after}`{of_type} is described differently in versions {version_before} and {version_after}"
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_after, type_after, .. } = found;
    let number = found.inside.version_after;
    vec![
        format!(
            "if it means something else now, such as another unit, give it a new name: `{name_after}_{number}: {type_after}`, or a better one"
        ),
        "if it means the same, leave it: records do not change".to_owned(),
    ]
}
