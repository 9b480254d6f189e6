//! What today's code makes of samples, against what was recorded.

use std::collections::BTreeMap;

use event_contract::{Outcome, Samples, sample_file};

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
        for (name, made) in made.iter().filter(|_| is_published) {
            let expected = recorded.get(version).and_then(|recorded| recorded.get(name.as_str()));
            let title = match expected {
                Some(expected) if same(expected, made) => continue,
                None => format!(
                    "nobody recorded what version {today} of `{event_type}` makes of sample `{name}` of version {version}"
                ),
                Some(_) => format!(
                    "today's code makes something else of sample `{name}` of `{event_type}` version {version}"
                ),
            };
            let mut problem = error("sample_drift", title).version(*version).file(path(today));
            if let Some(expected) = expected {
                problem.lines = vec![
                    format!("recorded: {}", told(expected)),
                    format!("now:      {}", told(made)),
                ];
                if let (Outcome::Value(old, _), Outcome::Value(new, _)) = (expected, made)
                    && old == new
                {
                    problem.lines = vec!["only masked text differs: it is not shown".to_owned()];
                }
            }
            problems.push(
                problem
                    .help("take back what changed: an upcast, a default, or how a field is masked or written")
                    .help("or publish the next version, which may read its past differently"),
            );
        }
    }
    problems
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
            id == other && event_contract::canonical(expected) == event_contract::canonical(made)
        }
        (expected, made) => expected == made,
    }
}

/// Samples are made up, so they can be shown.
fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Value(value, _) => event_contract::canonical(value),
        Outcome::Refused(refused) => format!("refused: {refused}"),
    }
}
