//! Versions of an event type become what is explained of them: the rules' findings, for whom they count,
//! and whether they are in the way.

use std::path::Path;

use event_contract::{Contract, contract_file};
use event_rules::about::About;
use event_rules::{Audience, Direction, Finding, Line, Report, Role, Standing, Who, unannounced};
use serde_json::{Value, json};

use crate::code::EventType;
use crate::compare;
use crate::drift;
use crate::failure::{Failure, Ran};
use crate::files::TypeFiles;
use crate::judge;
use crate::project::Project;
use crate::show::{Problem, Shell};

/// Which versions of a type are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    All,
    Newest,
    One(u32),
}

/// One version, and what there is to say of it.
pub(crate) struct Explained {
    event_type: String,
    version: u32,
    /// The versions before it.
    earlier: Vec<u32>,
    state: State,
    about: About,
    findings: Vec<Finding>,
}

enum State {
    /// It has its contract.
    Accepted,
    /// The code says it, and no contract does yet.
    New,
    /// It has its contract, and the code says something else.
    Drift(Box<Problem>),
}

/// What there is to say of the versions that are asked for, the newest last.
pub(crate) fn explained(
    project: &Project,
    known: &EventType,
    files: &TypeFiles,
    which: Which,
) -> Ran<Vec<Explained>> {
    refuse_damaged(known, files)?;
    let history = judge::history(known, files);
    let (about, _) = judge::about(project, known, files);
    let drifted = drifted(project, known, files, &about);
    if let Which::One(version) = which
        && history.iter().all(|contract| contract.version != version)
    {
        return Err(no_version(known, version, &history));
    }
    // What changed last is what the code did to its version, and not what that version did.
    let has_drifted = drifted.iter().any(|one| one.version == known.version());
    let is_asked = |version| match which {
        Which::All => true,
        Which::One(asked) => version == asked,
        Which::Newest => !has_drifted && Some(version) == newest(&history),
    };
    let mut all = Vec::new();
    for count in 1..=history.len() {
        let Some((last, before)) = history.get(..count).and_then(<[Contract]>::split_last) else {
            continue;
        };
        if !is_asked(last.version) {
            continue;
        }
        let is_newest = count == history.len();
        // What an earlier version gave up to read, nobody knows any more.
        let oldest = if is_newest { known.oldest() } else { 1 };
        let until = history.get(..count).unwrap_or_default();
        let is_accepted = files.contracts.contains_key(&last.version);
        all.push(Explained {
            event_type: known.event_type.clone(),
            version: last.version,
            earlier: before.iter().map(|contract| contract.version).collect(),
            state: if is_accepted { State::Accepted } else { State::New },
            findings: event_rules::judge(until, oldest, &about, judge::today()).findings,
            about: about.clone(),
        });
    }
    let is_asked = |one: &Explained| !matches!(which, Which::One(asked) if asked != one.version);
    all.extend(drifted.into_iter().filter(is_asked));
    Ok(all)
}

fn newest(history: &[Contract]) -> Option<u32> {
    history.last().map(|contract| contract.version)
}

/// The versions of which the code says something else than their contract.
fn drifted(
    project: &Project,
    known: &EventType,
    files: &TypeFiles,
    about: &About,
) -> Vec<Explained> {
    let versions = known.versions().filter_map(|version| {
        let Some(Ok(published)) = files.contracts.get(&version) else { return None };
        let said = known.said(version)?;
        let file = contract_file(&known.contracts, &known.event_type, version);
        let is_published = project.published.holds(&file);
        let problem = drift::problem(published, said, known.version(), is_published)?;
        // What the code says of its past is read with; what it says of today is written too.
        let is_today = version == known.version();
        let findings = if is_today { unannounced(published, said) } else { Vec::new() };
        Some(Explained {
            event_type: known.event_type.clone(),
            version,
            earlier: Vec::new(),
            state: State::Drift(Box::new(problem.file(file))),
            about: about.clone(),
            findings,
        })
    });
    versions.collect()
}

/// What cannot be read cannot be explained, nor what comes after it.
fn refuse_damaged(known: &EventType, files: &TypeFiles) -> Ran<()> {
    let mut broken =
        files.contracts.iter().filter_map(|(version, file)| Some((version, file.as_ref().err()?)));
    let Some((version, broken)) = broken.next() else { return Ok(()) };
    let problem = compare::damaged(known, *version, broken);
    Err(problem.help.iter().fold(Failure::new(problem.title), Failure::help))
}

fn no_version(known: &EventType, version: u32, history: &[Contract]) -> Failure {
    let versions: Vec<_> = history.iter().map(|contract| contract.version.to_string()).collect();
    let word = if versions.len() == 1 { "is version" } else { "are versions" };
    Failure::new(format_args!("`{}` has no version {version}", known.event_type))
        .help(format_args!("there {word} {}", versions.join(", ")))
}

impl Explained {
    /// Whether nothing of it is in the way: what was accepted, was accepted.
    pub(crate) fn is_fine(&self) -> bool {
        let breaks = |finding: &Finding| finding.standing == Standing::Breaking;
        match self.state {
            State::Accepted => true,
            State::New => !self.findings.iter().any(breaks),
            State::Drift(_) => false,
        }
    }

    pub(crate) fn show(&self, root: &Path, shell: &Shell) {
        if let (State::Drift(problem), true) = (&self.state, self.findings.is_empty()) {
            return shell.result_problem(problem, root);
        }
        shell.heading(&format!("{} version {}", self.event_type, self.version), self.state.words());
        shell.report(&self.heading());
        let mut lines = Vec::new();
        for finding in &self.findings {
            lines.extend(finding.explain().0);
            lines.push(Line { role: Role::Blank, text: String::new() });
        }
        shell.report(&Report(lines));
    }

    fn heading(&self) -> Report {
        let line = |text: String| Line { role: Role::More, text };
        let next = self.version.saturating_add(1);
        let mut lines = Vec::new();
        match (&self.state, self.earlier.last()) {
            (State::Drift(problem), _) => {
                lines.push(line(format!("  shown as version {next}, which it would have to be")));
                let help = problem.help.iter().filter(|help| !help.contains("explain"));
                lines.extend(help.map(|help| line(format!("  help: {help}"))));
            }
            (_, None) if self.findings.is_empty() => {
                lines.push(line("  the first one: nothing to compare it with".to_owned()));
            }
            (_, None) => {}
            (_, Some(before)) => {
                let About { level, level_from, .. } = &self.about;
                let first = level.who_first();
                lines.push(line(format!("  level: {level}, by {level_from}: {first}")));
                lines.push(line(format!("  errors are for {}", self.protected(*before))));
                if self.findings.is_empty() {
                    lines.push(line("  nothing changed that readers could notice".to_owned()));
                }
            }
        }
        lines.push(Line { role: Role::Blank, text: String::new() });
        Report(lines)
    }

    /// `code of version 2 on records of version 1; whoever else breaks is noted`
    fn protected(&self, before: u32) -> String {
        let About { level, judged_by, .. } = &self.about;
        let earlier = match level.is_transitive() && self.earlier.len() > 1 {
            true => "earlier versions".to_owned(),
            false => format!("version {before}"),
        };
        let mut names = Vec::new();
        for direction in [Direction::Backward, Direction::Forward] {
            let who = Who::ALL.into_iter().filter(|who| {
                who.direction() == direction
                    && level.protects(*who)
                    && judged_by.contains(&who.audience())
            });
            let readers: Vec<_> = who
                .map(|who| match who.audience() {
                    Audience::Us => "code",
                    Audience::Lenient => "lenient JSON Schema",
                    Audience::Strict => "strict JSON Schema",
                })
                .collect();
            let (reader, writer) = match direction {
                Direction::Backward => (format!("version {}", self.version), earlier.clone()),
                Direction::Forward => (earlier.clone(), format!("version {}", self.version)),
            };
            if !readers.is_empty() {
                names.push(format!("{} of {reader} on records of {writer}", readers.join(", ")));
            }
        }
        match names.is_empty() {
            true => "nobody: whoever breaks is noted".to_owned(),
            false => format!("{}; whoever else breaks is noted", names.join(", and ")),
        }
    }

    pub(crate) fn heading_json(&self) -> Value {
        let (differences, help) = match &self.state {
            State::Drift(problem) => (&problem.lines[..], &problem.help[..]),
            State::Accepted | State::New => Default::default(),
        };
        json!({
            "type": self.event_type,
            "version": self.version,
            "state": self.state.name(),
            "level": self.about.level.name(),
            "level_from": self.about.level_from,
            "findings": self.findings.len(),
            "differences": differences,
            "help": help,
        })
    }

    /// The findings for programs.
    pub(crate) fn findings(&self) -> Vec<Value> {
        let one = |finding: &Finding| {
            let mut data = judge::data(finding, &self.about);
            if let Value::Object(data) = &mut data {
                data.insert("type".to_owned(), json!(self.event_type));
                data.insert("version".to_owned(), json!(self.version));
                data.insert("state".to_owned(), json!(self.state.name()));
                data.insert("title".to_owned(), json!(finding.words()));
                data.insert("help".to_owned(), json!(finding.help()));
            }
            data
        };
        self.findings.iter().map(one).collect()
    }
}

impl State {
    const fn words(&self) -> &'static str {
        match self {
            Self::Accepted => "",
            Self::New => ", not accepted yet",
            Self::Drift(_) => " has its contract, and the code says something else",
        }
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::New => "new",
            Self::Drift(_) => "drift",
        }
    }
}
