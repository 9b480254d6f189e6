//! The name of a field or variant that went came back as something else.

use super::words::of_type;
use crate::history::History;
use crate::place::{Place, places};
use crate::rule::{Find, Found, Rule, Severity, label};
use crate::who::Who;
use event_contract::Contract;
use event_contract::Ty;

pub(super) const RULE: Rule = Rule {
    id: "name_reused",
    question: "does a name come back with another meaning?",
    severity: Severity::Error,
    breaks: &[
        Who::OlderUs,
        Who::OlderLenient,
        Who::NewerLenient,
        Who::OlderStrict,
        Who::NewerStrict,
    ],
    find: Find::History(find),
    words,
    help,
};

/// Names that the version before does not have, and one before that had otherwise.
fn find(history: &History<'_>) -> Vec<Found> {
    let Some((newest, earlier)) = history.contracts.split_last() else { return Vec::new() };
    let Some((previous, older)) = earlier.split_last() else { return Vec::new() };
    let taken: Vec<_> = places(previous).into_iter().map(|place| place.path).collect();
    let mut found = Vec::new();
    for place in own_places(newest).filter(|place| !taken.contains(&place.path)) {
        let (path, now) = (&place.path, meaning(&place));
        let once = older.iter().rev().find_map(|contract| {
            let was = own_places(contract).find(|was| was.path == *path)?;
            Some((contract.version, meaning(&was))).filter(|(_, was)| *was != now)
        });
        if let Some((version, was)) = once {
            let name = place.name.to_owned();
            let mut one = Found::at(newest, path, &name).between(&was, &now, version);
            one.label = label(path);
            one.inside = place.inside.clone();
            one.type_after = place.ty.in_rust();
            found.push(one);
        }
    }
    found
}

/// Fields, and what newtype variants hold, without what is inside them.
fn own_places(contract: &Contract) -> impl Iterator<Item = Place<'_>> {
    places(contract).into_iter().filter(|place| place.is_own)
}

/// The type and, where somebody wrote it down, what it means.
fn meaning(place: &Place<'_>) -> String {
    let ty = match place.ty {
        Ty::Optional(inner) => inner,
        ty => ty,
    };
    match place.field.map(|field| field.docs.as_str()).filter(|docs| !docs.is_empty()) {
        Some(docs) => format!("{ty}, \"{docs}\""),
        None => ty.to_string(),
    }
}

fn words(found: &Found) -> String {
    let Found { name_after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} went after version {version_before}, and is something else in version {version_after}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_after, type_after, version_after, .. } = found;
    vec![
        format!(
            "give it a name that no version had: `{name_after}_{version_after}: {type_after}`, or a better one"
        ),
        format!(
            "records of version {} are still there, and whoever reads them by name takes one for the other",
            found.version_before
        ),
    ]
}
