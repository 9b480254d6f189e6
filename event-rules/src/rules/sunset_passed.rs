//! A field that should be gone by now is still there.

use super::words::{of_type, removed};
use crate::history::History;
use crate::rule::{Find, Found, Rule, Severity};
use crate::sunset::sunsets;

pub(super) const RULE: Rule = Rule {
    id: "sunset_passed",
    question: "is every field gone whose sunset has passed?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::History(find),
    words,
    help,
};

fn find(history: &History<'_>) -> Vec<Found> {
    let Some(newest) = history.newest() else { return Vec::new() };
    sunsets(newest)
        .into_iter()
        .filter(|sunset| sunset.date < history.today)
        .map(|sunset| {
            let date = sunset.date.to_string();
            let mut found = Found::at(newest, &sunset.path, &sunset.name);
            found =
                found.between(&date, &format!("still there on {}", history.today), newest.version);
            (found.inside, found.type_before) = (sunset.inside, sunset.type_in_rust);
            found
        })
        .collect()
}

fn words(found: &Found) -> String {
    let Found { name_after, before, .. } = found;
    format!("the sunset of `{name_after}`{} was on {before}, and it is still there", of_type(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![
        format!("take it out with its history: `{}`", removed(found)),
        "or move the date, and tell whoever planned with it: `deprecated(sunset = \"...\")`"
            .to_owned(),
    ]
}
