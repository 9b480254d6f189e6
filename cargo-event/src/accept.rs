//! `cargo event accept`: writes the contracts that are missing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use event_contract::{Contract, contract_file, sample_file};
use serde_json::{Value, json};

use crate::args::Build;
use crate::code::EventType;
use crate::failure::{Failure, Ran};
use crate::files::{TypeFiles, write};
use crate::project::Project;
use crate::samples::{self, Outcomes, Payloads};
use crate::show::{Problem, Severity, Shell, relative};
use crate::{compare, drift, history, judge};

/// Writes what is missing. `false` if something must not be written: a version that breaks what was
/// published before, or a published contract that differs from the code.
pub(crate) fn accept(build: &Build, shell: &Shell) -> Ran<bool> {
    let mut project = Project::load(build, shell)?;
    let changed = history::published(&project);
    let types = project.types.iter();
    let mut plans: Vec<_> =
        types.map(|(known, files)| Plan::of(known, files, &project, &changed)).collect();
    for ((_, files), plan) in project.types.iter_mut().zip(&plans) {
        for (version, said, _) in &plan.missing {
            files.contracts.insert(*version, Ok(said.clone()));
            // Samples belong to the contract that they were drawn from.
            files.samples.remove(version);
        }
    }
    for ((known, files), plan) in project.types.iter().zip(&mut plans) {
        if !plan.missing.is_empty() {
            let wrong = judge::wrong_top(&project, &known.contracts);
            let judged = match wrong.is_empty() {
                true => judge::judged(&project, known, files),
                false => wrong,
            };
            let is_error = |one: &Problem| one.severity == Severity::Error && is_of_rules(one);
            plan.refused.extend(judged.into_iter().filter(is_error));
        }
    }
    let payloads: Vec<_> =
        project.types.iter().map(|(known, files)| samples::payloads(known, files)).collect();
    let outcomes = samples::outcomes(project.probe.take(), &project.types, &payloads)?;
    let mut written = Vec::new();
    let things = project.types.iter().zip(&plans).zip(payloads.iter().zip(&outcomes));
    for (((known, files), plan), (payloads, outcomes)) in things {
        // Nothing of a type is written as long as something of it is refused.
        if plan.refused.is_empty() {
            written.extend(plan.write(&project, known, files, (payloads, outcomes), shell)?);
        }
    }
    let mut known = BTreeSet::new();
    let problems = plans.iter().flat_map(|plan| &plan.refused);
    // What is wrong at the top keeps all types from being written, and is one mistake.
    let is_new = |one: &&Problem| {
        !one.event_type.is_empty() || known.insert((one.file.clone(), one.line, one.title.clone()))
    };
    let problems: Vec<_> = problems.filter(is_new).collect();
    for problem in &problems {
        shell.problem(problem, &project.root);
    }
    if written.is_empty() && problems.is_empty() {
        shell.status("Finished", "every version has its contract already");
    }
    if shell.json {
        let problems: Vec<_> = problems.iter().map(|one| one.to_json(&project.root)).collect();
        shell.result(json!({ "accepted": written, "problems": problems }));
    }
    Ok(problems.is_empty())
}

/// What people still have to write beside a contract does not keep it from being written; what they wrote
/// there in vain does, such as a waiver that expired.
fn is_of_rules(problem: &Problem) -> bool {
    !matches!(problem.code.as_str(), "about_missing" | "owner_missing")
}

/// What to do about one event type.
#[derive(Default)]
struct Plan {
    missing: Vec<(u32, Contract, PathBuf)>,
    refused: Vec<Problem>,
}

impl Plan {
    fn of(known: &EventType, files: &TypeFiles, project: &Project, changed: &[Problem]) -> Self {
        let mut plan = Self::default();
        let directory = known.contracts.join(&known.event_type);
        let is_here = |problem: &&Problem| {
            problem.file.as_deref().is_some_and(|file| file.starts_with(&directory))
        };
        plan.refused.extend(changed.iter().filter(is_here).cloned());
        for version in known.versions() {
            let Some(said) = known.said(version) else { continue };
            let path = contract_file(&known.contracts, &known.event_type, version);
            let is_published = match files.contracts.get(&version) {
                Some(Ok(promised)) => project.is_published(&path, promised),
                _ => project.published.holds(&path),
            };
            match files.contracts.get(&version) {
                Some(Ok(promised)) if promised == said => {}
                Some(Ok(promised)) if is_published => {
                    let found = drift::problem(promised, said, known.version(), true);
                    plan.refused.extend(found.map(|problem| problem.version(version).file(path)));
                }
                Some(Err(broken)) if is_published => {
                    plan.refused.push(compare::damaged(known, version, broken).file(path));
                }
                // A published one that is gone was refused above.
                _ => match history::meanwhile(project, &path, said) {
                    Some(problem) => plan.refused.push(problem),
                    None => plan.missing.push((version, said.clone(), path)),
                },
            }
        }
        // One mistake, one error: an edited file is damaged or different too.
        let mut known = BTreeSet::new();
        plan.refused.retain(|problem| known.insert(problem.file.clone()));
        plan
    }

    /// Writes contracts, and the samples that are not there or no longer right.
    fn write(
        &self,
        project: &Project,
        known: &EventType,
        files: &TypeFiles,
        (payloads, outcomes): (&Payloads, &Outcomes),
        shell: &Shell,
    ) -> Ran<Vec<Value>> {
        let mut written = Vec::new();
        let tell = |verb: &str, what: &str, version: u32, path: &Path| {
            let path = relative(path, &project.root);
            let event_type = &known.event_type;
            shell.status(verb, &format!("{what}{event_type} version {version} ({path})"));
            json!({ "type": event_type, "version": version, "file": path })
        };
        for (version, said, path) in &self.missing {
            write(path, &said.to_text())?;
            written.push(tell("Accepted", "", *version, path));
        }
        for (version, contract) in &files.contracts {
            let (Ok(contract), true) = (contract, known.said(*version).is_some()) else { continue };
            let path = sample_file(&known.contracts, &known.event_type, *version);
            let is_kept = match files.samples.get(version) {
                None => false,
                Some(_) if project.published.holds(&path) => true,
                Some(_) if project.published.moved(contract) => true,
                Some(Ok(_)) => *version != known.version(),
                Some(Err(_)) => false,
            };
            if is_kept {
                continue;
            }
            let text = samples::file(known, contract, payloads, outcomes).to_text();
            if !fs::read_to_string(&path).is_ok_and(|known| known == text) {
                write(&path, &text)?;
                if !self.missing.iter().any(|(missing, ..)| missing == version) {
                    written.push(tell("Accepted", "samples of ", *version, &path));
                }
            }
        }
        if !self.missing.is_empty() {
            touch(known)?;
        }
        Ok(written)
    }
}

/// Cargo compiles again what was touched, and only then does the compiler see new files.
fn touch(known: &EventType) -> Ran<()> {
    for described in &known.structs {
        // The compiler may have been told to write other paths than there are.
        if !described.file.is_file() {
            continue;
        }
        let touched = fs::File::options().append(true).open(&described.file);
        let touched = touched.and_then(|file| file.set_modified(SystemTime::now()));
        touched.map_err(|error| Failure::io("touch", &described.file, &error))?;
    }
    Ok(())
}
