//! The newest version of an event type is judged against the earlier ones: all rules, the level, and
//! what somebody answers for. No file is read and no clock: the caller says what there is.

use chrono::NaiveDate;
use event_contract::Contract;

use crate::about::About;
use crate::beside::{Problem, problems};
use crate::compare::compare;
use crate::dropped::{dropped, reused};
use crate::finding::{Break, Finding, Standing};
use crate::history::History;
use crate::rule::{Find, Severity};
use crate::rules::RULES;
use crate::who::{Direction, Who};

/// What was found about the newest version of one event type.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Everything that was found, what weighs most first.
    pub findings: Vec<Finding>,
    /// What is wrong with what people wrote beside the contracts.
    pub problems: Vec<Problem>,
}

impl Judgement {
    /// What keeps the version from being published.
    pub fn breaking(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.standing == Standing::Breaking)
    }

    /// What somebody answers for.
    pub fn waived(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| matches!(finding.standing, Standing::Waived { .. }))
    }

    /// What is hardly ever meant.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.standing == Standing::Warning)
    }

    /// What is worth knowing.
    pub fn notes(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.standing == Standing::Note)
    }

    /// Whether the version can be published.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.breaking().next().is_none() && !self.problems.iter().any(|problem| problem.is_error)
    }
}

/// Judges the newest version. To judge an earlier one, give the history up to it.
///
/// ```
/// use event_contract::{Contract, Field, Struct, Ty};
/// use event_rules::{about::About, judge};
///
/// let lamp = |version, fields| Contract {
///     event_type: "lamp.switched".to_owned(),
///     version,
///     min_reader_version: version,
///     aliases: Vec::new(),
///     key: Vec::new(),
///     docs: String::new(),
///     deprecated: None,
///     payload: Struct { closed: false, fields },
///     types: Default::default(),
/// };
/// let on = || Field::new("on", Ty::Bool);
/// let history = [lamp(1, vec![on(), Field::new("lux", Ty::Float64)]), lamp(2, vec![on()])];
///
/// let about = About { level: "FULL".parse().unwrap(), ..About::default() };
/// let judgement = judge(&history, 1, &about, "2026-05-01".parse().unwrap());
/// assert_eq!(judgement.findings[0].rule.id, "field_required_removed");
/// ```
#[must_use]
pub fn judge(history: &[Contract], oldest_read: u32, about: &About, today: NaiveDate) -> Judgement {
    judged(history, oldest_read, about, today, between_versions)
}

/// Judges a newest version that others can have already: what time and people changed since. What it
/// changed itself was judged before it was published, and cannot be changed any more.
#[must_use]
pub fn review(
    history: &[Contract],
    oldest_read: u32,
    about: &About,
    today: NaiveDate,
) -> Judgement {
    // Whether a waiver still waives something, only the findings tell.
    match about.own.waivers.is_empty() {
        true => judged(history, oldest_read, about, today, |_, _| Vec::new()),
        false => judge(history, oldest_read, about, today),
    }
}

fn judged(
    history: &[Contract],
    oldest_read: u32,
    about: &About,
    today: NaiveDate,
    changes: impl FnOnce(&History<'_>, &About) -> Vec<Finding>,
) -> Judgement {
    let history = History {
        contracts: history,
        oldest_read,
        retired: &about.retired,
        taken: &about.taken,
        today,
    };
    let mut findings = found(&history, changes(&history, about));
    for finding in &mut findings {
        finding.standing = standing(finding, about, today);
    }
    findings.sort_by_key(|finding| weight(&finding.standing));
    let problems = problems(&history, about, &findings);
    Judgement { findings, problems }
}

/// What all rules find, before anybody weighs it.
fn found(history: &History<'_>, mut changes: Vec<Finding>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        match rule.find {
            Find::Change(_) | Find::Pair => {}
            Find::History(find) => {
                findings.extend(find(history).into_iter().map(|found| {
                    let breaks = match rule.id {
                        VERSION_DROPPED => dropped(history, found.version_before, &mut changes),
                        NAME_REUSED => reused(history, &found),
                        _ => Vec::new(),
                    };
                    Finding::new(rule, found, breaks)
                }));
            }
            Find::Lint(find) => {
                let known = history.earlier().last().map(find).unwrap_or_default();
                let newest = history.newest().map(find).unwrap_or_default();
                let is_new = |path: &str| known.iter().all(|old| old.path != path);
                let new = newest.into_iter().filter(|found| is_new(&found.path));
                findings.extend(new.map(|found| Finding::new(rule, found, Vec::new())));
            }
        }
    }
    // A name that came back is said once.
    changes.retain(|change| {
        let told =
            |one: &Finding| one.rule.id == NAME_REUSED && one.found.path == change.found.path;
        change.found.version_before + 1 == change.found.version_after || !findings.iter().any(told)
    });
    changes.extend(findings);
    changes
}

/// Differences to the version before; where the level is transitive, also those to earlier versions
/// that no step in between explains.
fn between_versions(history: &History<'_>, about: &About) -> Vec<Finding> {
    let Some((newest, earlier)) = history.contracts.split_last() else { return Vec::new() };
    let Some((previous, older)) = earlier.split_last() else { return Vec::new() };
    let mut findings = compare(previous, newest);
    if !about.level.is_transitive() {
        return findings;
    }
    for contract in older.iter().rev() {
        let mut steps = compare(contract, previous);
        steps.extend(findings.iter().cloned());
        let is_new = |finding: &Finding| {
            finding.breaks.iter().any(|one| !explained(&steps, finding, one.who))
        };
        findings.extend(compare(contract, newest).into_iter().filter(is_new));
    }
    findings
}

/// Whether somebody breaks at the same names on the way already.
fn explained(steps: &[Finding], finding: &Finding, who: Who) -> bool {
    let names =
        |finding: &Finding| [finding.found.name_before.clone(), finding.found.name_after.clone()];
    let here = names(finding);
    steps.iter().any(|step| {
        let same = names(step).iter().any(|name| here.contains(name) && !name.is_empty());
        step.of(who).is_some() && (same || step.found.path == finding.found.path)
    })
}

const NAME_REUSED: &str = "name_reused";
const VERSION_DROPPED: &str = "version_dropped";

fn standing(finding: &Finding, about: &About, today: NaiveDate) -> Standing {
    let is_protected = |one: &Break| {
        let is_over = one.who.direction() == Direction::Backward && is_over(finding, about);
        about.level.protects(one.who) && about.judged_by.contains(&one.who.audience()) && !is_over
    };
    let is_breaking = match finding.rule.severity {
        Severity::Error => true,
        Severity::Level => finding.breaks.iter().any(is_protected),
        Severity::Warning | Severity::Note => false,
    };
    let is_warning = finding.rule.severity == Severity::Warning;
    if !is_breaking && !is_warning {
        return Standing::Note;
    }
    let holds = |waiver: &&crate::about::Waiver| waiver.expires >= today && waiver.covers(finding);
    match about.own.waivers.iter().find(holds) {
        Some(waiver) => Standing::Waived { reason: waiver.reason.clone(), expires: waiver.expires },
        None if is_breaking => Standing::Breaking,
        None => Standing::Warning,
    }
}

/// Whether somebody says that no record of the dropped version is left.
fn is_over(finding: &Finding, about: &About) -> bool {
    let version = about.own.versions.get(&finding.found.version_before);
    finding.rule.id == VERSION_DROPPED && version.is_some_and(|version| version.dropped.is_some())
}

const fn weight(standing: &Standing) -> u8 {
    match standing {
        Standing::Breaking | Standing::Drift => 0,
        Standing::Warning => 1,
        Standing::Waived { .. } => 2,
        Standing::Note => 3,
    }
}
