//! `cargo event accept`: writes the contracts that are missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use event_contract::{Contract, contract_file, sample_file};

use crate::args::Build;
use crate::code::EventType;
use crate::failure::{Failure, Ran};
use crate::files::TypeFiles;
use crate::project::Project;
use crate::show::{Problem, Severity, Shell, relative};
use crate::{drift, judge, samples};

/// Writes what is missing. `false` if something must not be written: a version that breaks what was
/// published before, or a published contract that differs from the code.
pub(crate) fn accept(build: &Build, shell: &Shell) -> Ran<bool> {
    let mut project = Project::load(build, shell)?;
    let (mut planned, mut problems) = (Vec::new(), Vec::new());
    for (known, files) in &mut project.types {
        let mut written = Vec::new();
        for version in known.versions().collect::<Vec<_>>() {
            let Some(said) = known.said(version) else { continue };
            let path = contract_file(&known.contracts, &known.event_type, version);
            match plan(said, known.version(), files, project.published.holds(&path)) {
                Plan::Keep => {}
                Plan::Refuse(found) => problems.push(found.file(&path)),
                Plan::Write => written.push((version, said.clone(), path)),
            }
        }
        for (version, said, _) in &written {
            files.contracts.insert(*version, Ok(said.clone()));
            // Samples belong to the contract that they were drawn from.
            files.samples.remove(version);
        }
        planned.push(written);
    }
    for (place, written) in planned.iter().enumerate() {
        let Some((known, files)) = project.types.get(place) else { continue };
        if !written.is_empty() {
            let judged = judge::judged(&project, known, files).into_iter();
            problems
                .extend(judged.filter(|one| one.severity == Severity::Error && is_of_rules(one)));
        }
    }
    let payloads: Vec<_> =
        project.types.iter().map(|(known, files)| samples::payloads(known, files)).collect();
    let outcomes = samples::outcomes(project.probe.take(), &project.types, &payloads)?;
    let mut count = 0;
    let things = project.types.iter().zip(planned).zip(payloads.iter().zip(&outcomes));
    for (((known, files), written), (payloads, outcomes)) in things {
        // Nothing of a type is written as long as something of it is refused.
        if problems.iter().any(|problem| problem.event_type == known.event_type) {
            continue;
        }
        for (version, said, path) in &written {
            write(path, &said.to_text())?;
            let what = format!("{} version {version}", known.title());
            shell.status("Accepted", &format!("{what} ({})", relative(path, &project.root)));
            count += 1;
        }
        for (version, contract) in &files.contracts {
            let (Ok(contract), true) = (contract, known.said(*version).is_some()) else { continue };
            let path = sample_file(&known.contracts, &known.event_type, *version);
            let is_kept = match files.samples.get(version) {
                None => false,
                Some(_) if project.published.holds(&path) => true,
                Some(Ok(_)) => *version != known.version(),
                Some(Err(_)) => false,
            };
            if is_kept {
                continue;
            }
            let text = samples::file(known, contract, payloads, outcomes).to_text();
            write_if_new(&path, &text)?;
        }
        if !written.is_empty() {
            touch(known)?;
        }
    }
    for problem in &problems {
        shell.problem(problem, &project.root);
    }
    if count == 0 && problems.is_empty() {
        shell.status("Finished", "every version has its contract already");
    }
    Ok(problems.is_empty())
}

/// What people still have to write beside a contract does not keep it from being written.
fn is_of_rules(problem: &Problem) -> bool {
    problem.code != "about_missing"
}

enum Plan {
    Keep,
    Write,
    Refuse(Box<Problem>),
}

/// What to do about one version.
fn plan(said: &Contract, today: u32, files: &TypeFiles, is_published: bool) -> Plan {
    let version = said.version;
    match files.contracts.get(&version) {
        None => Plan::Write,
        Some(Ok(promised)) if promised == said => Plan::Keep,
        Some(Ok(promised)) if is_published => match drift::problem(promised, said, today) {
            None => Plan::Keep,
            Some(problem) => Plan::Refuse(Box::new(problem)),
        },
        Some(Err(broken)) if is_published => {
            let title = format!(
                "version {version} of `{}` cannot be read: {}",
                said.event_type, broken.what
            );
            let problem =
                Problem::new(Severity::Error, "contract_damaged", &said.event_type, title);
            Plan::Refuse(Box::new(problem.version(version).help(&broken.help)))
        }
        Some(_) => Plan::Write,
    }
}

fn write(path: &Path, text: &str) -> Ran<()> {
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).map_err(|error| Failure::io("make", directory, &error))?;
    }
    // Whole or not at all: a contract that breaks off would be an error for everybody.
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    fs::write(&beside, text).map_err(|error| Failure::io("write", &beside, &error))?;
    fs::rename(&beside, path).map_err(|error| Failure::io("write", path, &error))
}

fn write_if_new(path: &Path, text: &str) -> Ran<()> {
    match fs::read_to_string(path) {
        Ok(known) if known == text => Ok(()),
        _ => write(path, text),
    }
}

/// Cargo compiles again what was touched, and only then does the compiler see new files.
fn touch(known: &EventType) -> Ran<()> {
    for described in &known.structs {
        let touched = fs::File::options().append(true).open(&described.file);
        let touched = touched.and_then(|file| file.set_modified(SystemTime::now()));
        touched.map_err(|error| Failure::io("touch", &described.file, &error))?;
    }
    Ok(())
}
