//! `cargo event check`: code, contracts, samples and history, compared.

use std::collections::BTreeMap;

use event_contract::{Outcome, Samples, contract_file, sample_file};
use serde_json::json;

use crate::args::Build;
use crate::code::EventType;
use crate::failure::Ran;
use crate::files::TypeFiles;
use crate::project::Project;
use crate::samples::{self, Outcomes};
use crate::show::{Problem, Severity, Shell, relative};
use crate::{drift, judge};

/// Whether nothing is wrong.
pub(crate) fn check(build: &Build, shell: &Shell) -> Ran<bool> {
    let mut project = Project::load(build, shell)?;
    let mut problems = published(&project);
    problems.extend(judge::wrong_tops(&project));
    problems.extend(orphans(&project));
    for (known, files) in &project.types {
        problems.extend(code_and_files(known, files));
        problems.extend(judge::judged(&project, known, files));
    }
    let payloads: Vec<_> =
        project.types.iter().map(|(known, files)| samples::payloads(known, files)).collect();
    let probe = project.probe.take();
    let outcomes = samples::outcomes(probe, &project.types, &payloads)?;
    for ((known, files), outcomes) in project.types.iter().zip(&outcomes) {
        problems.extend(compare_samples(known, files, outcomes));
    }
    report(&project, &problems, shell);
    Ok(!problems.iter().any(|problem| problem.severity == Severity::Error))
}

fn report(project: &Project, problems: &[Problem], shell: &Shell) {
    let versions: usize = project.types.iter().map(|(_, files)| files.contracts.len()).sum();
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if shell.json {
        let problems: Vec<_> =
            problems.iter().map(|problem| problem.to_json(&project.root)).collect();
        let all = json!({
            "types": project.types.len(),
            "versions": versions,
            "errors": errors,
            "warnings": warnings,
            "base": project.published.base,
            "problems": problems,
        });
        anstream::println!("{all}");
        return;
    }
    for problem in problems {
        if problem.severity != Severity::Note
            && !(shell.quiet && problem.severity != Severity::Error)
        {
            shell.problem(problem, &project.root);
        }
    }
    let mut text = format!("{} event types, {versions} contracts", project.types.len());
    if errors + warnings > 0 {
        text.push_str(&format!(": {errors} errors, {warnings} warnings"));
    }
    shell.status("Checked", &text);
}

/// Files that others can have, and that this branch changed.
fn published(project: &Project) -> Vec<Problem> {
    let base = &project.published.base;
    let say = |code, what: &str, file: &std::path::PathBuf| {
        let event_type = file.parent().and_then(|parent| parent.file_name());
        let event_type = event_type.and_then(|name| name.to_str()).unwrap_or_default();
        let title = format!("a published contract of `{event_type}` was {what}");
        let path = relative(file, &project.root);
        Problem::new(Severity::Error, code, event_type, title)
            .file(file)
            .help(format!("take it back: `git checkout {base} -- {path}`"))
            .help("to change what is promised, publish the next version")
    };
    let edited = project.published.edited.iter();
    let deleted = project.published.deleted.iter();
    let edited = edited.map(|file| say("published_edited", "edited", file));
    edited.chain(deleted.map(|file| say("published_deleted", "deleted", file))).collect()
}

/// Contracts without an event.
fn orphans(project: &Project) -> Vec<Problem> {
    let orphans = project.orphans.iter();
    let retired = |directory| judge::retired(project, directory);
    orphans
        .filter(|(directory, event_type)| !retired(directory).contains(event_type))
        .map(|(directory, event_type)| {
            let title =
                format!("`{event_type}` has contracts, and nothing in the code describes it");
            Problem::new(Severity::Error, "event_gone", event_type, title)
                .file(directory.join(event_type))
                .help("bring the struct back: others may still send such records")
                .help(format!(
                    "or, if nobody does, write `retired = [\"{event_type}\"]` into `{}`",
                    relative(&directory.join("about.toml"), &project.root)
                ))
        })
        .collect()
}

/// Whether every version has its file, every file its version, and both say the same.
fn code_and_files(known: &EventType, files: &TypeFiles) -> Vec<Problem> {
    let mut problems = Vec::new();
    let event_type = &known.event_type;
    let error = |code: &str, title: String| Problem::new(Severity::Error, code, event_type, title);
    for version in known.versions() {
        let path = contract_file(&known.contracts, event_type, version);
        let Some(said) = known.said(version) else { continue };
        let found = match files.contracts.get(&version) {
            None => Some(
                error(
                    "contract_missing",
                    format!("version {version} of `{event_type}` has no contract"),
                )
                .help("write it: `cargo event accept`"),
            ),
            Some(Err(broken)) => Some(
                error(
                    "contract_damaged",
                    format!(
                        "the contract of `{event_type}` version {version} cannot be read: {}",
                        broken.what
                    ),
                )
                .help(&broken.help),
            ),
            Some(Ok(promised)) => drift::problem(promised, said, known.version()),
        };
        problems.extend(found.map(|problem| problem.version(version).file(path)));
    }
    for (version, contract) in &files.contracts {
        if known.said(*version).is_some() {
            continue;
        }
        let path = contract_file(&known.contracts, event_type, *version);
        let found = match contract {
            Err(broken) => error(
                "contract_damaged",
                format!("the contract of `{event_type}` version {version} cannot be read: {}", broken.what),
            )
            .help(&broken.help),
            Ok(_) if *version > known.version() => error(
                "version_ahead",
                format!("version {version} of `{event_type}` is published, and the code is at version {}", known.version()),
            )
            .help(format!("describe it: `version = {version}`, with what it changed"))
            .help("or delete the file, if no commit that others can have holds it"),
            // A version that the code dropped: the rules speak of it.
            Ok(_) => continue,
        };
        problems.push(found.version(*version).file(path));
    }
    problems
}

/// Whether today's code makes of every sample what was recorded.
fn compare_samples(known: &EventType, files: &TypeFiles, outcomes: &Outcomes) -> Vec<Problem> {
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
