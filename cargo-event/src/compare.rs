//! Whether the code and the contracts of an event type say the same.

use event_contract::contract_file;

use crate::code::EventType;
use crate::drift;
use crate::files::{Broken, TypeFiles};
use crate::published::Published;
use crate::show::{Problem, Severity};

/// Whether every version has its file, every file its version, and both say the same.
pub(crate) fn code_and_files(
    known: &EventType,
    files: &TypeFiles,
    published: &Published,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let event_type = &known.event_type;
    let error = |code: &str, title: String| Problem::new(Severity::Error, code, event_type, title);
    for version in known.versions() {
        let path = contract_file(&known.contracts, event_type, version);
        let Some(said) = known.said(version) else { continue };
        let found = match files.contracts.get(&version) {
            None => {
                let title = format!("version {version} of `{event_type}` has no contract");
                let problem = error("contract_missing", title);
                let problem = problem.help("write it: `cargo event accept`");
                Some(match files.contracts.is_empty() {
                    true => problem,
                    false => problem.help(format!(
                        "see what it changes, and for whom: `cargo event explain {event_type} {version}`"
                    )),
                })
            }
            Some(Err(broken)) => Some(damaged(known, version, broken)),
            Some(Ok(promised)) => {
                let is_published = published.holds(&path);
                drift::problem_with_readers(promised, said, known.version(), is_published)
            }
        };
        problems.extend(found.map(|problem| problem.version(version).file(path)));
    }
    for (version, contract) in &files.contracts {
        if known.said(*version).is_some() {
            continue;
        }
        let path = contract_file(&known.contracts, event_type, *version);
        let found = match contract {
            Err(broken) => damaged(known, *version, broken),
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

/// A contract file that says nothing that can be used.
pub(crate) fn damaged(known: &EventType, version: u32, broken: &Broken) -> Problem {
    let event_type = &known.event_type;
    let what = &broken.what;
    let title = format!("the contract of `{event_type}` version {version} cannot be read: {what}");
    let problem = Problem::new(Severity::Error, "contract_damaged", event_type, title);
    problem.version(version).help(&broken.help)
}
