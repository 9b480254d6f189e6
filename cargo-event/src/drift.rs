//! Where the code no longer keeps a contract. The derives say it first, at the field; this sees what
//! only a running program can, and packages that nobody compiled since a file changed.

use event_contract::Contract;
use event_rules::{Audience, Change, Difference, Direction, Finding, differences, unannounced};

use crate::show::{Problem, Severity};

/// What to say if the code no longer keeps a contract. Docs, deprecation and tags may differ.
pub(crate) fn problem(
    promised: &Contract,
    said: &Contract,
    today: u32,
    is_published: bool,
) -> Option<Problem> {
    let Contract { event_type, version, .. } = promised;
    let is_today = *version == today;
    let mut found = differences(promised, said);
    found.retain(|difference| is_drift(difference.change, is_today));
    let told = |one: &Difference| line(&one.path, &one.before, &one.after);
    let mut lines: Vec<_> = found.iter().map(told).collect();
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
    Some(match (is_today, is_published) {
        (true, true) => problem.help(publish(next)),
        (true, false) => problem
            .help(publish(next))
            .help(format!("or run `cargo event accept` if version {version} was never published")),
        (false, _) => past(*version, &found).into_iter().fold(problem, Problem::help),
    })
}

/// Masks and value rules have no versions: what the code says today counts for earlier records too.
fn past(version: u32, found: &[Difference]) -> Vec<String> {
    let mut help = Vec::new();
    let has = |change| found.iter().any(|one| one.change == change);
    if found.iter().any(|one| !matches!(one.change, Change::MaskWeakened | Change::RuleTightened)) {
        help.push(format!(
            "say what version {version} was: `since`, `renamed`, `was`, `removed` and `holds` describe it"
        ));
    }
    if has(Change::MaskWeakened) {
        help.push(format!(
            "mask at least as much as version {version}: it was promised to stay inside"
        ));
    }
    if has(Change::RuleTightened) {
        help.push(format!("take the rule out: it would refuse records of version {version}"));
    }
    help
}

fn publish(next: u32) -> String {
    format!("publish version {next} instead: `version = {next}`, and say what changed")
}

/// The same, with who breaks, and where the rest is told.
pub(crate) fn problem_with_readers(
    promised: &Contract,
    said: &Contract,
    today: u32,
    is_published: bool,
) -> Option<Problem> {
    let mut problem = problem(promised, said, today, is_published)?;
    if promised.version == today {
        for finding in unannounced(promised, said) {
            let found = &finding.found;
            let line = line(&found.path, &found.before, &found.after);
            if let Some(at) = problem.lines.iter().position(|known| *known == line) {
                problem.lines.splice(at..=at, told(&finding, line));
            }
        }
    }
    let event_type = &promised.event_type;
    Some(problem.help(format!(
        "see what to write, and a payload for everybody who breaks: `cargo event explain {event_type}`"
    )))
}

fn line(path: &str, before: &str, after: &str) -> String {
    let label = path.rsplit_once('.').map_or(path, |(_, last)| last);
    let [before, after] = [before, after].map(|text| match text {
        "" => "nothing",
        text => text.strip_prefix(&format!("{label}: ")).unwrap_or(text),
    });
    let is_plain = |text: &str| !text.contains(['`', ' ']);
    match is_plain(before) && is_plain(after) {
        true => format!("`{path}`: the contract says `{before}`, the code says `{after}`"),
        false => format!("`{path}`: in the contract: {before}; in the code: {after}"),
    }
}

/// The line, with its rule, and who refuses what.
fn told(finding: &Finding, line: String) -> Vec<String> {
    let mut lines = vec![format!("{line} ({})", finding.rule.id)];
    for direction in [Direction::Forward, Direction::Backward] {
        let breaks = finding.breaks.iter().filter(|one| one.who.direction() == direction);
        let readers: Vec<_> = breaks.map(|one| one.who.audience()).collect();
        let code = readers.contains(&Audience::Us).then_some("code");
        let schema = match [Audience::Lenient, Audience::Strict].map(|one| readers.contains(&one)) {
            [true, true] => Some("lenient and strict JSON Schema"),
            [true, false] => Some("lenient JSON Schema"),
            [false, true] => Some("strict JSON Schema"),
            [false, false] => None,
        };
        let readers: Vec<_> = code.into_iter().chain(schema).collect();
        let broken = match direction {
            Direction::Forward => "breaks published readers",
            Direction::Backward => "breaks new readers of published records",
        };
        if !readers.is_empty() {
            lines.push(format!("  {broken}: {}", readers.join(", ")));
        }
    }
    lines
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
