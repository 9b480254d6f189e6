//! `cargo event list`: what there is.

use serde_json::json;

use crate::args::Build;
use crate::failure::Ran;
use crate::judge;
use crate::project::Project;
use crate::show::{Shell, relative};

/// Writes one line for each event type.
pub(crate) fn list(build: &Build, shell: &Shell) -> Ran<bool> {
    let project = Project::load(build, shell)?;
    for problem in judge::wrong_tops(&project) {
        shell.problem(&problem, &project.root);
    }
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for (known, files) in &project.types {
        let published: Vec<_> = files.contracts.keys().copied().collect();
        let policy = judge::policy(&project, known, files);
        for problem in &policy.wrong {
            shell.problem(problem, &project.root);
        }
        let unpublished = match files.contracts.contains_key(&known.version()) {
            true => "",
            false => " (no contract)",
        };
        data.push(json!({
            "type": known.event_type,
            "package": known.package,
            "struct": known.today().map(|today| today.name.as_str()),
            "version": known.version(),
            "oldest": known.oldest(),
            "contracts": published,
            "directory": relative(&judge::directory(known), &project.root),
            "owner": policy.owner,
            "compatibility": policy.level,
        }));
        rows.push([
            known.event_type.clone(),
            format!("{}{unpublished}", known.version()),
            known.oldest().to_string(),
            policy.level.to_owned(),
            policy.owner.unwrap_or_else(|| "-".to_owned()),
            known.package.clone(),
        ]);
    }
    match shell.json {
        true => shell.result(json!({ "types": data })),
        false => table(&rows, shell),
    }
    Ok(true)
}

fn table(rows: &[[String; 6]], shell: &Shell) {
    let names =
        ["type", "version", "oldest", "compatibility", "owner", "package"].map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&names]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<_> = (0..names.len()).map(width).collect();
    for row in [&names].into_iter().chain(rows) {
        let cells: Vec<_> =
            row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}")).collect();
        shell.result(cells.join("  ").trim_end());
    }
}
