//! Where the code no longer keeps a contract. The derives say it first, at the field; this sees what
//! only a running program can, and packages that nobody compiled since a file changed.

use event_contract::Contract;
use event_rules::{Change, Difference, differences};

use crate::show::{Problem, Severity};

/// What to say if the code no longer keeps a contract. Docs, deprecation and tags may differ.
pub(crate) fn problem(promised: &Contract, said: &Contract, today: u32) -> Option<Problem> {
    let Contract { event_type, version, .. } = promised;
    let is_today = *version == today;
    let mut lines: Vec<_> = differences(promised, said)
        .iter()
        .filter(|difference| is_drift(difference.change, is_today))
        .map(line)
        .collect();
    if is_today && promised.min_reader_version != said.min_reader_version {
        lines.push(format!(
            "its readers: the contract says from version {}, the code says from version {}",
            promised.min_reader_version, said.min_reader_version
        ));
    }
    if lines.is_empty() {
        return None;
    }
    let title = format!("the code does not keep the contract of `{event_type}` version {version}");
    let mut problem = Problem::new(Severity::Error, "drift", event_type, title).version(*version);
    problem.lines = lines;
    let next = today + 1;
    Some(match is_today {
        true => problem
            .help(format!("publish version {next} instead: `version = {next}`, and say what changed"))
            .help(format!("or run `cargo event accept` if version {version} was never published")),
        false => problem.help(format!(
            "say what version {version} was: `since`, `renamed`, `was`, `removed` and `holds` describe it"
        )),
    })
}

fn line(difference: &Difference) -> String {
    let Difference { path, before, after, .. } = difference;
    let side = |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.to_owned() };
    format!("`{path}`: the contract says {}, the code says {}", side(before), side(after))
}

/// Whether a difference breaks what was promised. What counts for all versions at once, such as a
/// default, may come later as long as earlier records are still read.
const fn is_drift(change: Change, is_today: bool) -> bool {
    match change {
        Change::MaskStrengthened => false,
        Change::KeyChanged | Change::RuleLoosened | Change::Opened | Change::DefaultAdded => {
            is_today
        }
        _ => true,
    }
}
