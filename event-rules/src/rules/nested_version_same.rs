//! A nested type changed, and its version stayed.

use crate::difference::{Change, InsideKind, differences};
use crate::history::History;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "nested_version_same",
    question: "does a nested type that changed have a new version?",
    severity: Severity::Error,
    breaks: &[],
    find: Find::History(find),
    words,
    help,
};

fn find(history: &History<'_>) -> Vec<Found> {
    let Some((after, before)) =
        history.newest().and_then(|newest| Some((newest, history.earlier().last()?)))
    else {
        return Vec::new();
    };
    let mut found: Vec<Found> = Vec::new();
    for difference in differences(before, after) {
        let inside = &difference.inside;
        let same = inside.version_before == inside.version_after
            && difference.site_before.owner == difference.site_after.owner;
        let told = found.iter().any(|one| one.inside.name == inside.name);
        if inside.kind != InsideKind::Event && same && needs_version(difference.change) && !told {
            found.push(Found::difference(before, after, &difference));
        }
    }
    found
}

/// Masks, value rules and aliases have no versions: what the code says today counts for all of them.
const fn needs_version(change: Change) -> bool {
    !matches!(
        change,
        Change::MaskWeakened
            | Change::MaskStrengthened
            | Change::RuleTightened
            | Change::RuleLoosened
            | Change::AliasRemoved
            | Change::DefaultChanged
    )
}

fn words(found: &Found) -> String {
    let Found { inside, version_before, version_after, .. } = found;
    format!(
        "`{}` changed between versions {version_before} and {version_after}, and is its version {} in both",
        inside.name, inside.version_after
    )
}

fn help(found: &Found) -> Vec<String> {
    let (inside, now) = (&found.inside, found.inside.version_after);
    vec![
        format!(
            "raise it: `#[schema(version = {})]` on `{}`, with its history on its fields",
            now + 1,
            inside.name
        ),
        format!(
            "and on every field that holds it: `#[field(holds({now}, until = {}))]`, or what it was: `#[field(was(...))]`",
            found.version_before
        ),
        "without both, records of the earlier version are read as if they were of the new one"
            .to_owned(),
    ]
}
