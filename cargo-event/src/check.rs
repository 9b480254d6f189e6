//! `cargo event check`: code, contracts, samples and history, compared.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde_json::json;

use crate::args::Build;
use crate::failure::Ran;
use crate::project::Project;
use crate::show::{Problem, Severity, Shell, counted};
use crate::{compare, history, judge, recorded, samples};

/// Whether nothing is wrong.
pub(crate) fn check(build: &Build, shell: &Shell) -> Ran<bool> {
    let mut project = Project::load(build, shell)?;
    let mut problems = history::published(&project);
    let changed: BTreeSet<_> = problems.iter().filter_map(|problem| problem.file.clone()).collect();
    // One mistake, one error: what was changed is said, and not what follows from it.
    let is_new = |problem: &Problem| !problem.file.as_ref().is_some_and(|it| changed.contains(it));
    for (known, files) in &project.types {
        for contract in files.contracts.values().flatten() {
            let (directory, version) = (&known.contracts, contract.version);
            let file = event_contract::contract_file(directory, &known.event_type, version);
            problems.extend(history::meanwhile(&project, &file, contract));
        }
    }
    problems.extend(judge::wrong_tops(&project));
    problems.extend(history::orphans(&project));
    let compared = shell.timed("rules", || {
        let types = project.types.par_iter();
        let found = types.flat_map_iter(|(known, files)| {
            let mut judged = judge::judged(&project, known, files);
            let mut compared = compare::code_and_files(known, files, &project.published);
            compared.retain(is_new);
            // What follows from a file that was changed or is missing.
            let directory = judge::directory(known);
            let is_changed = changed.iter().any(|file| file.starts_with(&directory));
            let is_missing = compared.iter().any(|problem| problem.code == "contract_missing");
            judged.retain(|problem| match problem.code.as_str() {
                "version_missing" => !is_changed && !is_missing,
                code => !is_changed || code.starts_with("about_"),
            });
            let is_refused = compared.iter().chain(&judged).any(is_refusal);
            compared.iter_mut().for_each(|problem| wait(is_refused, problem));
            // What a new version does to an earlier one is said there.
            if compared.iter().any(|problem| problem.code == "drift") {
                judged.retain(|problem| problem.report.is_none() || !is_refusal(problem));
            }
            compared.into_iter().chain(judged)
        });
        found.collect::<Vec<_>>()
    });
    problems.extend(compared);
    let types = project.types.iter();
    let payloads: Vec<_> = types.map(|(known, files)| samples::payloads(known, files)).collect();
    let probe = project.probe.take();
    let outcomes =
        shell.timed("samples", || samples::outcomes(probe, &project.types, &payloads))?;
    for ((known, files), outcomes) in project.types.iter().zip(&outcomes) {
        let has_drifted = problems
            .iter()
            .any(|problem| problem.code == "drift" && problem.event_type == known.event_type);
        let follows = |problem: &Problem| has_drifted && problem.code == "sample_drift";
        let compared = recorded::compare(known, files, outcomes).into_iter();
        problems.extend(compared.filter(|problem| is_new(problem) && !follows(problem)));
    }
    report(&project, &problems, shell);
    Ok(!problems.iter().any(|problem| problem.severity == Severity::Error))
}

/// Whether `cargo event accept` writes nothing because of it.
fn is_refusal(problem: &Problem) -> bool {
    problem.severity == Severity::Error && (problem.report.is_some() || problem.code == "drift")
}

/// What is refused cannot be accepted yet.
fn wait(is_refused: bool, missing: &mut Problem) {
    if is_refused
        && missing.code == "contract_missing"
        && let Some(help) = missing.help.first_mut()
    {
        *help = "once nothing of it is refused, write it: `cargo event accept`".to_owned();
    }
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
        shell.result(all);
        return;
    }
    for problem in problems {
        if problem.severity != Severity::Note
            && !(shell.quiet && problem.severity != Severity::Error)
        {
            shell.problem(problem, &project.root);
        }
    }
    let types = counted(project.types.len(), "event type");
    let mut text = format!("{types}, {}", counted(versions, "contract"));
    if errors + warnings > 0 {
        let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
        text.push_str(&format!(": {errors}, {warnings}"));
    }
    shell.status("Checked", &text);
}
