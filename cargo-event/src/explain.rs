//! `cargo event explain`: what changed, who breaks, what helps, and a payload that proves it. What is
//! explained is in `explained.rs`.

use event_rules::rules;
use serde_json::json;

use crate::args::Explain;
use crate::explained::{Explained, Which, explained};
use crate::failure::{Failure, Ran};
use crate::project::Project;
use crate::show::Shell;

/// Explains the changes of event types, or a rule. Whether none of them is in the way.
pub(crate) fn explain(explain: &Explain, shell: &Shell) -> Ran<bool> {
    if let Some(rule) = explain.what.as_deref().and_then(rules::rule) {
        tell_rule(rule, shell);
        return Ok(true);
    }
    let project = Project::load(&explain.build, shell)?;
    let which = match (&explain.what, explain.version) {
        // Of one type all versions, of all types the newest.
        (None, _) => Which::Newest,
        (Some(_), None) => Which::All,
        (Some(_), Some(version)) => Which::One(version),
    };
    let asked = explain.what.as_deref();
    let is_asked = |event_type: &str| asked.is_none_or(|asked| event_type == asked);
    let types: Vec<_> =
        project.types.iter().filter(|(known, _)| is_asked(&known.event_type)).collect();
    if let (true, Some(asked)) = (types.is_empty(), asked) {
        return Err(unknown(&project, asked));
    }
    let mut all = Vec::new();
    for (known, files) in types {
        all.extend(explained(&project, known, files, which)?);
    }
    match shell.json {
        true => {
            let findings: Vec<_> = all.iter().flat_map(Explained::findings).collect();
            let explained: Vec<_> = all.iter().map(Explained::heading_json).collect();
            shell.result(json!({ "explained": explained, "findings": findings }));
        }
        false => all.iter().for_each(|one| one.show(&project.root, shell)),
    }
    Ok(all.iter().all(Explained::is_fine))
}

fn unknown(project: &Project, asked: &str) -> Failure {
    if project.orphans.iter().any(|(_, event_type)| event_type == asked) {
        let what = format!("`{asked}` has contracts, and nothing in the code describes it");
        return Failure::new(what).help("what to do about it: `cargo event check`");
    }
    let names = project.types.iter().map(|(known, _)| format!("`{}`", known.event_type));
    let names: Vec<_> = names.collect();
    Failure::new(format_args!("`{asked}` is neither an event type nor a rule"))
        .help(format_args!("event types are {}", names.join(", ")))
        .help("the rules stand in docs/rules.md of `versioned-events`")
}

fn tell_rule(rule: &event_rules::Rule, shell: &Shell) {
    let breaks: Vec<_> = rule.breaks.iter().map(|who| who.name()).collect();
    if shell.json {
        return shell.result(
            json!({ "rule": rule.id, "question": rule.question, "severity": rule.severity.name(), "breaks": breaks })
        );
    }
    shell.result(format_args!("{}: {}", rule.id, rule.question));
    let readers: Vec<_> = rule.breaks.iter().map(ToString::to_string).collect();
    match readers.is_empty() {
        true => shell.result(format_args!("  breaks nobody by itself")),
        false => shell.result(format_args!("  breaks {}", readers.join(", "))),
    }
    shell.result(format_args!("  see docs/rules.md#{} of `versioned-events`", rule.id));
}
