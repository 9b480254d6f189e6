//! What was done to published contracts, and contracts that nothing describes any more.

use std::path::{Path, PathBuf};

use event_contract::Contract;

use crate::code::EventType;
use crate::judge;
use crate::project::Project;
use crate::published::Deleted;
use crate::show::{Problem, Severity, relative};

/// Files that others can have, and that this branch changed.
pub(crate) fn published(project: &Project) -> Vec<Problem> {
    let published = &project.published;
    let edited = published.edited.iter();
    let edited = edited.map(|edited| changed(project, &edited.file, &edited.base, "edited"));
    let deleted = published.deleted.iter().filter_map(|deleted| deleted_one(project, deleted));
    edited.chain(deleted).collect()
}

fn deleted_one(project: &Project, deleted: &Deleted) -> Option<Problem> {
    let Deleted { file, base, contract, has_package } = deleted;
    match contract {
        // In another directory it promises the same.
        Some(contract) if project.promises(contract) => None,
        Some(contract) if !has_package => {
            let (event_type, version) = (&contract.event_type, contract.version);
            let title = format!("version {version} of `{event_type}` went with its package");
            let moved = format!("contracts/{event_type}/v{version}.json");
            let problem = Problem::new(Severity::Error, "published_deleted", event_type, title);
            let problem = problem.version(version).file(file);
            Some(
                problem
                    .help(format!("move it to the package that has the event now: `{moved}`"))
                    .help(take_back(project, file, base)),
            )
        }
        Some(_) => Some(changed(project, file, base, "deleted")),
        // Samples go with their contract, and are spoken of only if that stayed.
        None => {
            let stayed = contract_of_samples(file).is_some_and(|contract| contract.is_file());
            stayed.then(|| changed(project, file, base, "deleted"))
        }
    }
}

/// `v3.json` beside `v3.sample.json`; a contract that was damaged before it was deleted is itself.
fn contract_of_samples(file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?.to_str()?.strip_suffix(".sample.json")?;
    Some(file.with_file_name(format!("{name}.json")))
}

fn changed(project: &Project, file: &Path, base: &str, what: &str) -> Problem {
    let event_type = event_type(file);
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let title = match name.split('.').next().and_then(|name| name.strip_prefix('v')) {
        Some(version) if name.ends_with(".sample.json") => {
            format!("published samples of `{event_type}` version {version} were {what}")
        }
        version => {
            let version = version.unwrap_or_default();
            format!("the published contract of `{event_type}` version {version} was {what}")
        }
    };
    let code = format!("published_{what}");
    Problem::new(Severity::Error, &code, event_type, title)
        .file(file)
        .help(take_back(project, file, base))
        .help("to change what is promised, publish the next version")
}

fn take_back(project: &Project, file: &Path, base: &str) -> String {
    let quoted = |path: String| match path.contains(char::is_whitespace) {
        true => format!("'{path}'"),
        false => path,
    };
    // A submodule has commits of its own.
    let within = file.ancestors().skip(1).take_while(|above| *above != project.root);
    let submodule = within.into_iter().find(|above| above.join(".git").exists());
    let submodule = submodule.filter(|above| above.starts_with(&project.root));
    let (git, path) = match submodule {
        Some(above) => {
            let directory = quoted(relative(above, &project.root));
            (format!("git -C {directory}"), relative(file, above))
        }
        None => ("git".to_owned(), relative(file, &project.root)),
    };
    format!("take it back: `{git} checkout {base} -- {}`", quoted(path))
}

/// What others published while this branch said something else.
pub(crate) fn meanwhile(project: &Project, file: &Path, contract: &Contract) -> Option<Problem> {
    let published = project.published.meanwhile.iter().find(|other| other.file == file)?;
    if published.contract == *contract {
        return None;
    }
    let (event_type, version, on) = (&contract.event_type, contract.version, &published.on);
    let title = format!(
        "version {version} of `{event_type}` was published on `{on}` meanwhile, and is another one"
    );
    let problem = Problem::new(Severity::Error, "published_meanwhile", event_type, title);
    let problem = problem.version(version).file(file);
    let next = version.saturating_add(1);
    Some(
        problem
            .help(format!("take theirs: `git checkout {on} -- {}`", relative(file, &project.root)))
            .help(format!("and publish yours as the next one: `version = {next}`")),
    )
}

/// The event type that a contract file is of.
pub(crate) fn event_type(file: &Path) -> &str {
    let directory = file.parent().and_then(Path::file_name);
    directory.and_then(|name| name.to_str()).unwrap_or_default()
}

/// Contracts without an event.
pub(crate) fn orphans(project: &Project) -> Vec<Problem> {
    let orphans = project.orphans.iter();
    let retired = |directory| judge::retired(project, directory);
    orphans
        .filter(|(directory, event_type)| !retired(directory).contains(event_type))
        .map(|(directory, event_type)| {
            let title =
                format!("`{event_type}` has contracts, and nothing in the code describes it");
            let problem = Problem::new(Severity::Error, "event_gone", event_type, title)
                .file(directory.join(event_type));
            let top = relative(&directory.join("about.toml"), &project.root);
            let retire = format!("write `retired = [\"{event_type}\"]` into `{top}`");
            let beside = || project.types.iter().filter(|(known, _)| known.contracts == *directory);
            let reads_it = |known: &EventType| {
                let said = known.said(known.version());
                said.is_some_and(|said| said.aliases.contains(event_type))
            };
            // Under its new name it is still read, and never written under the old one again.
            if let Some((known, _)) = beside().find(|(known, _)| reads_it(known)) {
                let name = &known.event_type;
                return problem.help(format!("`{name}` reads its records by its alias, so {retire}"));
            }
            let renamed = beside().find(|(_, files)| files.contracts.is_empty()).map(|(known, _)| {
                let name = &known.event_type;
                format!("or, if it is called `{name}` now, write `alias = \"{event_type}\"` there, and its records are still read")
            });
            let problem = problem.help("bring the struct back: others may still send such records");
            let problem = renamed.into_iter().fold(problem, Problem::help);
            problem
                .help("or, if a feature switches it on, build with that: `--all-features`")
                .help(format!("or, if nobody sends it, {retire}"))
        })
        .collect()
}
