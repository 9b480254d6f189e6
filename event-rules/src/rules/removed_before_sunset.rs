//! A field went before the date that was promised.

use super::words::of_type;
use crate::history::History;
use crate::place::places;
use crate::rule::{Find, Found, Rule, Severity};
use crate::sunset::sunsets;

pub(super) const RULE: Rule = Rule {
    id: "removed_before_sunset",
    question: "does every field stay until its sunset?",
    severity: Severity::Error,
    breaks: &[],
    find: Find::History(find),
    words,
    help,
};

fn find(history: &History<'_>) -> Vec<Found> {
    let Some((newest, previous)) =
        history.newest().and_then(|newest| Some((newest, history.earlier().last()?)))
    else {
        return Vec::new();
    };
    let paths: Vec<_> = places(newest).into_iter().map(|place| place.path).collect();
    sunsets(previous)
        .into_iter()
        .filter(|sunset| sunset.date >= history.today && !paths.contains(&sunset.path))
        .map(|sunset| {
            let (promised, now) =
                (format!("until {}", sunset.date), format!("gone on {}", history.today));
            let mut found = Found::at(newest, &sunset.path, &sunset.name);
            found = found.between(&promised, &now, previous.version);
            (found.inside, found.type_before) = (sunset.inside, sunset.type_in_rust);
            found
        })
        .collect()
}

fn words(found: &Found) -> String {
    let Found { name_before, before, version_after, .. } = found;
    format!(
        "`{name_before}`{} is promised {before}, and version {version_after} has it no more",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let Found { name_before, type_before, .. } = found;
    vec![format!("keep it until then: `{name_before}: {type_before}`")]
}
