//! What people wrote beside the contracts, as far as it speaks of the newest version.

use crate::about::{About, Waiver, template};
use crate::finding::Finding;
use crate::history::History;

/// Something wrong with an `about.toml`, though it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem it is: `waiver_expired`.
    pub code: &'static str,
    /// Whether nothing can be published like this.
    pub is_error: bool,
    /// The line in the event type's `about.toml`; 0 if it is missing there.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to write, one action each; may have several lines.
    pub help: Vec<String>,
}

pub(crate) fn problems(history: &History<'_>, about: &About, findings: &[Finding]) -> Vec<Problem> {
    let Some(newest) = history.newest() else { return Vec::new() };
    let event_type = &newest.event_type;
    let waivers = about.own.waivers.iter().filter(|waiver| waiver.version >= newest.version);
    let mut problems: Vec<_> =
        waivers.filter_map(|waiver| wrong_waiver(waiver, history, findings)).collect();
    if about.own.owner.is_none() {
        problems.push(Problem {
            code: "owner_missing",
            is_error: false,
            line: 0,
            what: format!("nobody answers for `{event_type}`"),
            help: vec!["name the team: `owner = \"...\"`".to_owned()],
        });
    }
    if !about.own.versions.contains_key(&newest.version) {
        let paste = template(newest.version, history.today);
        problems.push(Problem {
            code: "about_missing",
            // Who keeps a list of versions keeps it whole.
            is_error: about.own.versions.values().any(|version| version.date.is_some()),
            line: 0,
            what: format!("nothing is said about version {} of `{event_type}`", newest.version),
            help: vec![format!("add this to `contracts/{event_type}/about.toml`:\n{paste}")],
        });
    }
    let later = about.own.versions.iter().filter(|(version, _)| **version > newest.version);
    problems.extend(later.map(|(version, said)| Problem {
        code: "version_unknown",
        is_error: false,
        line: said.line,
        what: format!("`{event_type}` has no version {version}"),
        help: vec![format!("its newest is version {}", newest.version)],
    }));
    problems
}

fn wrong_waiver(waiver: &Waiver, history: &History<'_>, findings: &[Finding]) -> Option<Problem> {
    let Waiver { rule, expires, line, .. } = waiver;
    let is_used = findings.iter().any(|finding| waiver.covers(finding));
    if !is_used {
        return Some(Problem {
            code: "waiver_unused",
            is_error: false,
            line: *line,
            what: format!("this waiver of `{rule}` waives nothing"),
            help: vec!["take it out".to_owned()],
        });
    }
    (*expires < history.today).then(|| Problem {
        code: "waiver_expired",
        is_error: true,
        line: *line,
        what: format!("this waiver of `{rule}` expired on {expires}"),
        help: vec!["do what the rule says, or find out whether a later date holds".to_owned()],
    })
}
