//! `cargo event explain`: what changed, who breaks, what helps, and a payload that proves it.

use event_rules::{Line, Report, Role, rules};
use serde_json::{Value, json};

use crate::args::Explain;
use crate::code::EventType;
use crate::failure::{Failure, Ran};
use crate::files::TypeFiles;
use crate::judge;
use crate::project::Project;
use crate::show::Shell;

/// Explains the changes of event types, or a rule.
pub(crate) fn explain(explain: &Explain, shell: &Shell) -> Ran<bool> {
    if let Some(rule) = explain.what.as_deref().and_then(rules::rule) {
        return Ok(tell_rule(rule, shell));
    }
    let project = Project::load(&explain.build, shell)?;
    let asked = explain.what.as_deref();
    let types: Vec<_> = project
        .types
        .iter()
        .filter(|(known, _)| asked.is_none_or(|asked| known.event_type == asked))
        .collect();
    if let (true, Some(asked)) = (types.is_empty(), asked) {
        let names: Vec<_> =
            project.types.iter().map(|(known, _)| format!("`{}`", known.event_type)).collect();
        return Err(Failure::new(format_args!("`{asked}` is neither an event type nor a rule"))
            .help(format_args!("event types are {}", names.join(", ")))
            .help("the rules stand in docs/rules.md of `versioned-events`"));
    }
    let mut data = Vec::new();
    for (known, files) in types {
        // Of one type all versions, of all types the newest.
        data.extend(one_type(&project, known, files, asked.is_some(), shell));
    }
    if shell.json {
        shell.result(json!({ "findings": data }));
    }
    Ok(true)
}

fn one_type(
    project: &Project,
    known: &EventType,
    files: &TypeFiles,
    every_version: bool,
    shell: &Shell,
) -> Vec<Value> {
    let (about, _) = judge::about(project, known, files);
    let mut history = files.readable();
    // What is not published yet is judged as it would be.
    if !files.contracts.contains_key(&known.version()) {
        history.extend(known.said(known.version()).cloned());
    }
    let first = if every_version { 1 } else { history.len() };
    let mut data = Vec::new();
    for count in first..=history.len() {
        let Some(history) = history.get(..count) else { continue };
        let judgement = judge::judgement(&about, known, history);
        if !shell.json {
            shell.report(&heading(
                known,
                history.last().map_or(1, |newest| newest.version),
                &about,
            ));
            let mut report = Report::default();
            for finding in &judgement.findings {
                report.0.extend(finding.explain().0);
                report.0.push(Line { role: Role::Blank, text: String::new() });
            }
            if judgement.findings.is_empty() {
                report.0.push(Line { role: Role::More, text: "  nothing to say\n".to_owned() });
            }
            shell.report(&report);
        }
        data.extend(judgement.findings.iter().map(|finding| judge::data(finding, &about)));
    }
    data
}

fn heading(known: &EventType, version: u32, about: &event_rules::about::About) -> Report {
    let line = |text| Line { role: Role::More, text };
    Report(vec![
        line(format!(
            "{} version {version}, {} by {}: {}",
            known.event_type,
            about.level,
            about.level_from,
            about.level.who_first()
        )),
        Line { role: Role::Blank, text: String::new() },
    ])
}

fn tell_rule(rule: &event_rules::Rule, shell: &Shell) -> bool {
    let breaks: Vec<_> = rule.breaks.iter().map(|who| who.name()).collect();
    match shell.json {
        true => shell.result(
            json!({ "rule": rule.id, "question": rule.question, "severity": rule.severity.name(), "breaks": breaks })
        ),
        false => {
            shell.result(format_args!("{}: {}", rule.id, rule.question));
            let readers: Vec<_> = rule.breaks.iter().map(ToString::to_string).collect();
            match readers.is_empty() {
                true => shell.result(format_args!("  breaks nobody by itself")),
                false => shell.result(format_args!("  breaks {}", readers.join(", "))),
            }
            shell.result(format_args!("  see docs/rules.md#{} of `versioned-events`", rule.id));
        }
    }
    true
}
