//! What the rules say of the history of an event type, and what people wrote beside it.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, Utc};
use event_contract::Contract;
use event_rules::about::{About, AboutError, TopAbout, TypeAbout};
use event_rules::{Finding, Standing, judge, review};
use serde_json::{Value, json};

use crate::code::EventType;
use crate::files::TypeFiles;
use crate::project::Project;
use crate::show::{Problem, Severity, relative};

/// What holds for an event type; what is wrong with its `about.toml` files besides.
pub(crate) fn about(
    project: &Project,
    known: &EventType,
    files: &TypeFiles,
) -> (About, Vec<Problem>) {
    let event_type = &known.event_type;
    let own_file = known.contracts.join(event_type).join(ABOUT);
    let own = TypeAbout::from_text(files.about.as_deref().unwrap_or_default());
    let (own, problems) = match own {
        Ok(own) => (own, Vec::new()),
        Err(errors) => (TypeAbout::default(), wrong(event_type, &own_file, errors)),
    };
    let mut about = About::new(event_type, own, &top(project, &known.contracts));
    about.taken = taken(project, event_type);
    (about, problems)
}

/// What the `about.toml` of a directory of contracts says; what is wrong in it is reported once.
pub(crate) fn top(project: &Project, contracts: &Path) -> TopAbout {
    let text = project.about.get(contracts).and_then(Option::as_deref).unwrap_or_default();
    TopAbout::from_text(text).unwrap_or_default()
}

/// What is wrong in the `about.toml` at the top: nothing is published at a level that nobody knows.
pub(crate) fn wrong_top(project: &Project, contracts: &Path) -> Vec<Problem> {
    let text = project.about.get(contracts).and_then(Option::as_deref).unwrap_or_default();
    let errors = TopAbout::from_text(text).err().unwrap_or_default();
    wrong("", &contracts.join(ABOUT), errors)
}

/// What is wrong in the `about.toml` files at the top.
pub(crate) fn wrong_tops(project: &Project) -> Vec<Problem> {
    let directories = project.about.keys();
    let wrong = directories.flat_map(|directory| {
        [wrong_top(project, directory), misspelt(project, directory)].concat()
    });
    wrong.collect()
}

/// Sets that name an event type that nobody has: what they say of it would be lost.
fn misspelt(project: &Project, contracts: &Path) -> Vec<Problem> {
    if !project.is_whole {
        return Vec::new();
    }
    let sets = top(project, contracts).sets.into_iter();
    let named = sets.flat_map(|(name, set)| {
        let line = set.line;
        set.types.into_iter().map(move |event_type| (name.clone(), line, event_type))
    });
    let is_there = |name: &str| {
        project.types.iter().any(|(known, _)| known.event_type == name)
            || project.orphans.iter().any(|(_, orphan)| orphan == name)
    };
    let unknown = named.filter(|(.., event_type)| !is_there(event_type));
    let problem = |(set, line, event_type): (String, usize, String)| {
        let title = format!("the set `{set}` names `{event_type}`, which no package here has");
        Problem::new(Severity::Warning, "about_wrong", &event_type, title)
            .at(contracts.join(ABOUT), line)
            .help("write the event type as it is in `#[event(type = \"...\")]`, or take it out")
    };
    unknown.map(problem).collect()
}

const ABOUT: &str = "about.toml";

fn wrong(event_type: &str, file: &Path, errors: Vec<AboutError>) -> Vec<Problem> {
    let one = |error: AboutError| {
        Problem::new(Severity::Error, "about_wrong", event_type, error.what)
            .at(file, error.line)
            .help(error.help)
    };
    errors.into_iter().map(one).collect()
}

/// Former names that other event types are still read under.
fn taken(project: &Project, event_type: &str) -> Vec<(String, String)> {
    let others = project.types.iter().filter(|(known, _)| known.event_type != event_type);
    let newest = others.filter_map(|(known, files)| {
        let contract = files.contracts.values().next_back()?.as_ref().ok()?;
        Some((known, contract))
    });
    let names = newest.flat_map(|(known, contract)| {
        contract.aliases.iter().map(|alias| (alias.clone(), known.event_type.clone()))
    });
    names.collect()
}

/// Event types that are gone for good.
pub(crate) fn retired(project: &Project, contracts: &Path) -> Vec<String> {
    top(project, contracts).retired
}

pub(crate) fn today() -> NaiveDate {
    Utc::now().date_naive()
}

/// Every version that there is: by its contract, and as the code says it where there is none yet.
pub(crate) fn history(known: &EventType, files: &TypeFiles) -> Vec<Contract> {
    let mut history = files.readable();
    let is_new = |version: &u32| !files.contracts.contains_key(version);
    history.extend(known.versions().filter(is_new).filter_map(|new| known.said(new)).cloned());
    history.sort_by_key(|contract| contract.version);
    history
}

/// What is wrong with the newest version, and with what is written beside it.
pub(crate) fn judged(project: &Project, known: &EventType, files: &TypeFiles) -> Vec<Problem> {
    let (about, mut problems) = about(project, known, files);
    // One mistake, one error: what cannot be read is said, and not what follows from it. Without the
    // level, nobody knows what is broken.
    if !problems.is_empty() || files.contracts.values().any(Result::is_err) {
        return problems;
    }
    let history = history(known, files);
    let Some(newest) = history.last() else { return problems };
    let file = event_contract::contract_file(&known.contracts, &known.event_type, newest.version);
    // What was published was judged then. And where nothing was, nothing can be broken.
    let is_published = |contract: &Contract| {
        let version = contract.version;
        let file = event_contract::contract_file(&known.contracts, &known.event_type, version);
        version < newest.version && project.is_published(&file, contract)
    };
    let keeps = project.published.keeps(&file) || project.published.moved(newest);
    let judgement = match keeps || !history.iter().any(is_published) {
        true => review(&history, known.oldest(), &about, today()),
        false => judge(&history, known.oldest(), &about, today()),
    };
    problems.extend(judgement.findings.iter().map(|finding| problem(finding, &about, &file)));
    // What to write beside a contract can wait until there is one.
    if !files.contracts.contains_key(&newest.version) {
        return problems;
    }
    let about_file = known.contracts.join(&known.event_type).join(ABOUT);
    problems.extend(judgement.problems.iter().map(|beside| {
        let severity = if beside.is_error { Severity::Error } else { Severity::Warning };
        let mut problem =
            Problem::new(severity, beside.code, &known.event_type, beside.what.clone())
                .at(&about_file, beside.line);
        // In a workspace, the file is further down.
        let usual = format!("contracts/{}/{ABOUT}", known.event_type);
        let shown = relative(&about_file, &project.root);
        problem.help = beside.help.iter().map(|help| help.replace(&usual, &shown)).collect();
        problem
    }));
    problems
}

fn problem(finding: &Finding, about: &About, file: &Path) -> Problem {
    let severity = match finding.standing {
        Standing::Breaking | Standing::Drift => Severity::Error,
        Standing::Warning => Severity::Warning,
        Standing::Waived { .. } | Standing::Note => Severity::Note,
    };
    let found = &finding.found;
    let mut problem = Problem::new(severity, finding.rule.id, &found.event_type, finding.words())
        .version(found.version_after)
        .file(file);
    problem.report = Some(finding.explain());
    problem.help = finding.help();
    problem.data = Some(data(finding, about));
    if severity == Severity::Error {
        problem.note = Some(format!(
            "the level is {}, by {}: {}",
            about.level,
            about.level_from,
            about.level.who_first()
        ));
    }
    problem
}

/// The finding for programs.
pub(crate) fn data(finding: &Finding, about: &About) -> Value {
    let found = &finding.found;
    let breaks: Vec<_> = finding
        .breaks
        .iter()
        .map(|one| {
            json!({
                "who": one.who.name(),
                "witness": one.payload,
                "refused_at": one.path,
                "code": one.code,
                "words": one.words,
            })
        })
        .collect();
    let standing = match &finding.standing {
        Standing::Waived { reason, expires } => {
            json!({ "waived": reason, "expires": expires.to_string() })
        }
        standing => json!(standing.name()),
    };
    json!({
        "rule": finding.rule.id,
        "path": found.path,
        "from_version": found.version_before,
        "to_version": found.version_after,
        "before": found.before,
        "after": found.after,
        "breaks": breaks,
        "standing": standing,
        "level": about.level.name(),
    })
}

/// The owner and the level, for lists.
pub(crate) struct Policy {
    pub(crate) owner: Option<String>,
    pub(crate) level: &'static str,
    pub(crate) wrong: Vec<Problem>,
}

pub(crate) fn policy(project: &Project, known: &EventType, files: &TypeFiles) -> Policy {
    let (about, wrong) = about(project, known, files);
    Policy { owner: about.own.owner, level: about.level.name(), wrong }
}

/// The directory that the contracts of an event type are in.
pub(crate) fn directory(known: &EventType) -> PathBuf {
    known.contracts.join(&known.event_type)
}
