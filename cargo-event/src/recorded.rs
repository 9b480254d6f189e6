//! What today's code makes of samples, against what was recorded.

use std::collections::{BTreeMap, BTreeSet};

use event_contract::{Outcome, Samples, canonical, sample_file};
use serde_json::Value;

use crate::code::EventType;
use crate::files::TypeFiles;
use crate::samples::Outcomes;
use crate::show::{Problem, Severity};

/// Whether today's code makes of every sample what was recorded.
pub(crate) fn compare(known: &EventType, files: &TypeFiles, outcomes: &Outcomes) -> Vec<Problem> {
    let event_type = &known.event_type;
    let today = known.version();
    let path = |version| sample_file(&known.contracts, event_type, version);
    let error = |code: &str, title: String| Problem::new(Severity::Error, code, event_type, title);
    let mut problems = Vec::new();
    for version in known.versions().filter(|version| files.contracts.contains_key(version)) {
        let found = match files.samples.get(&version) {
            Some(Ok(_)) => continue,
            None => error(
                "samples_missing",
                format!("version {version} of `{event_type}` has no samples"),
            )
            .help("write them: `cargo event accept`"),
            Some(Err(broken)) => error(
                "samples_damaged",
                format!(
                    "the samples of `{event_type}` version {version} cannot be read: {}",
                    broken.what
                ),
            )
            .help(&broken.help),
        };
        problems.push(found.version(version).file(path(version)));
    }
    let Some(Ok(recorded)) = files.samples.get(&today) else { return problems };
    let recorded = by_version(recorded);
    for (version, made) in outcomes {
        let is_published = matches!(files.samples.get(version), Some(Ok(_)));
        let mut differing = Vec::new();
        for (name, made) in made.iter().filter(|_| is_published) {
            match recorded.get(version).and_then(|recorded| recorded.get(name.as_str())) {
                Some(expected) if same(expected, made) => {}
                Some(expected) => differing.push((name, told(expected, made))),
                None => problems.push(helped(error(
                    "sample_drift",
                    format!("nobody recorded what version {today} of `{event_type}` makes of sample `{name}` of version {version}"),
                ).version(*version).file(path(today)))),
            }
        }
        // What one change makes of several samples is one mistake.
        let Some(((name, lines), others)) = differing.split_first() else { continue };
        let title = format!(
            "today's code makes something else of sample `{name}` of `{event_type}` version {version}"
        );
        let mut problem = error("sample_drift", title).version(*version).file(path(today));
        problem.lines.clone_from(lines);
        let names: Vec<_> = others.iter().map(|(name, _)| format!("`{name}`")).collect();
        if !names.is_empty() {
            problem.lines.push(format!("and of {}", names.join(", ")));
        }
        problems.push(helped(problem));
    }
    problems
}

fn helped(problem: Problem) -> Problem {
    problem
        .help("take back what changed: an upcast, a default, or how a field is masked or written")
        .help("or publish the next version, which may read its past differently")
}

/// What was recorded with a version, by the version of the sample.
fn by_version(recorded: &Samples) -> BTreeMap<u32, BTreeMap<&str, &Outcome>> {
    let mut all: BTreeMap<u32, BTreeMap<&str, &Outcome>> = BTreeMap::new();
    for sample in &recorded.samples {
        if let Some(outcome) = &sample.becomes {
            all.entry(recorded.version).or_default().insert(&sample.name, outcome);
        }
    }
    for (version, outcomes) in &recorded.earlier {
        let outcomes = outcomes.iter().map(|(name, outcome)| (name.as_str(), outcome));
        all.entry(*version).or_default().extend(outcomes);
    }
    all
}

/// Compared as they are written: a whole number with a point is the same value.
fn same(expected: &Outcome, made: &Outcome) -> bool {
    match (expected, made) {
        (Outcome::Value(expected, id), Outcome::Value(made, other)) => {
            id == other && canonical(expected) == canonical(made)
        }
        (expected, made) => expected == made,
    }
}

/// What is different. Samples are made up, so they can be shown.
fn told(expected: &Outcome, made: &Outcome) -> Vec<String> {
    match (expected, made) {
        (Outcome::Value(old, _), Outcome::Value(new, _)) if old == new => {
            vec!["only masked text differs: it is not shown".to_owned()]
        }
        (Outcome::Value(old, _), Outcome::Value(new, _)) => {
            let mut lines = Vec::new();
            differences("$", Some(old), Some(new), &mut lines);
            lines
        }
        _ => {
            let told = |outcome: &Outcome| match outcome {
                Outcome::Value(value, _) => canonical(value),
                Outcome::Refused(refused) => format!("refused: {refused}"),
            };
            vec![format!("recorded: {}", told(expected)), format!("now:      {}", told(made))]
        }
    }
}

/// Member by member, down to what is not the same.
fn differences(path: &str, old: Option<&Value>, new: Option<&Value>, lines: &mut Vec<String>) {
    match (old, new) {
        (Some(old), Some(new)) if canonical(old) == canonical(new) => {}
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let names: BTreeSet<_> = old.keys().chain(new.keys()).collect();
            for name in names {
                differences(&format!("{path}.{name}"), old.get(name), new.get(name), lines);
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) if old.len() == new.len() => {
            for (place, (old, new)) in old.iter().zip(new).enumerate() {
                differences(&format!("{path}[{place}]"), Some(old), Some(new), lines);
            }
        }
        _ => {
            let side = |value: Option<&Value>| value.map_or("nothing".to_owned(), canonical);
            lines.push(format!("`{path}`: recorded as {}, and now {}", side(old), side(new)));
        }
    }
}
