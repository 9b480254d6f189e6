//! Findings as text for people: lines that know what they are, so that a command can colour and wrap
//! them; and as they are for snapshots and logs.

use std::fmt;

use crate::finding::{Break, Finding, Standing};
use crate::judge::Judgement;
use crate::reader::Audience;
use crate::rule::Find;
use crate::who::{Direction, Who};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The first line of something that keeps a version from being published.
    Error,
    /// The first line of a warning.
    Warning,
    /// The first line of something that is waived, or worth knowing.
    Note,
    /// Where it is.
    Place,
    /// What one of the two versions has there.
    Side,
    /// Somebody who breaks.
    Breaks,
    /// Somebody who does not.
    Reads,
    /// What a payload shows.
    Proof,
    /// A payload.
    Payload,
    /// One thing to do.
    Help,
    /// Something that is good to know.
    More,
    /// Nothing, between two findings.
    Blank,
}

/// A line of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// What it says, without any colour.
    pub text: String,
}

impl Line {
    fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into() }
    }
}

/// The lines of a report, printed as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report(pub Vec<Line>);

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(f, "{}", line.text))
    }
}

impl Finding {
    /// Everything about it: the rule, both sides, who breaks, a payload that proves it, what helps.
    #[must_use]
    pub fn explain(&self) -> Report {
        let mut lines = vec![self.title(), self.place()];
        lines.extend(self.sides());
        lines.extend(self.readers());
        lines.extend(self.proofs());
        lines.extend(
            self.help().into_iter().map(|help| Line::new(Role::Help, format!("  help: {help}"))),
        );
        if self.is_let_in() {
            let (before, after) = (self.found.version_before, self.found.version_after);
            let note = match self.standing {
                Standing::Drift => format!(
                    "records of both say version {before}, so nobody can tell which of the two they are of"
                ),
                _ => format!(
                    "`min_reader_version` of version {after} lets code of version {before} try, so it fails on some records only"
                ),
            };
            lines.push(Line::new(Role::More, format!("  note: {note}")));
        }
        if let Standing::Waived { reason, expires } = &self.standing {
            lines.push(Line::new(Role::More, format!("  note: waived until {expires}: {reason}")));
        }
        Report(lines)
    }

    fn title(&self) -> Line {
        let (role, word) = match self.standing {
            Standing::Breaking | Standing::Drift => (Role::Error, "error"),
            Standing::Warning => (Role::Warning, "warning"),
            Standing::Waived { .. } => (Role::Note, "waived"),
            Standing::Note => (Role::Note, "note"),
        };
        Line::new(role, format!("{word}[{}]: {}", self.rule.id, self.words()))
    }

    fn place(&self) -> Line {
        let found = &self.found;
        let path = if found.path == "$" { String::new() } else { format!(", `{}`", found.path) };
        Line::new(Role::Place, format!(" --> {}{path}", found.event_type))
    }

    fn sides(&self) -> Vec<Line> {
        let found = &self.found;
        let width = found.version_before.max(found.version_after).to_string().len();
        let sides = [(found.version_before, &found.before), (found.version_after, &found.after)];
        let side = |(version, text): (u32, &String)| {
            Line::new(Role::Side, format!("{version:width$} | {}{text}", found.label))
        };
        sides.into_iter().filter(|(_, text)| !text.is_empty()).map(side).collect()
    }

    /// Who breaks and who does not; nothing where no payload could tell.
    fn readers(&self) -> Vec<Line> {
        if self.breaks.is_empty() && !matches!(self.rule.find, Find::Change(_)) {
            return Vec::new();
        }
        let (broken, fine): (Vec<_>, Vec<_>) =
            Who::ALL.into_iter().partition(|who| self.of(*who).is_some());
        let breaks = Line::new(Role::Breaks, format!("  breaks: {}", self.names(&broken)));
        let reads = match broken.is_empty() {
            true => "everybody, in both directions".to_owned(),
            false => self.names(&fine),
        };
        let reads = Line::new(Role::Reads, format!("  reads:  {reads}"));
        let lines = [(broken.is_empty(), breaks), (fine.is_empty(), reads)];
        lines.into_iter().filter(|(is_empty, _)| !is_empty).map(|(_, line)| line).collect()
    }

    /// `code of version 1; lenient and strict JSON Schema of version 1`
    fn names(&self, readers: &[Who]) -> String {
        let mut names = Vec::new();
        for direction in [Direction::Forward, Direction::Backward] {
            let version = self.reader_version(direction);
            let has = |audience| {
                readers.iter().any(|who| (who.audience(), who.direction()) == (audience, direction))
            };
            if has(Audience::Us) {
                names.push(format!("code of version {version}"));
            }
            let schema = match (has(Audience::Lenient), has(Audience::Strict)) {
                (false, false) => continue,
                (true, true) => "lenient and strict",
                (true, false) => "lenient",
                (false, true) => "strict",
            };
            names.push(format!("{schema} JSON Schema of version {version}"));
        }
        names.join("; ")
    }

    const fn reader_version(&self, direction: Direction) -> u32 {
        match direction {
            Direction::Forward => self.found.version_before,
            Direction::Backward => self.found.version_after,
        }
    }

    const fn writer_version(&self, direction: Direction) -> u32 {
        match direction {
            Direction::Forward => self.found.version_after,
            Direction::Backward => self.found.version_before,
        }
    }

    /// Each payload once, with everybody who refuses it and why.
    fn proofs(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut shown: Vec<&Break> = Vec::new();
        for one in &self.breaks {
            let same = |other: &&Break| {
                other.payload == one.payload && other.who.direction() == one.who.direction()
            };
            if shown.iter().any(same) {
                continue;
            }
            shown.push(one);
            let direction = one.who.direction();
            let (writer, reader) = (self.writer_version(direction), self.reader_version(direction));
            let title = format!("  written by version {writer}, refused by version {reader}:");
            lines.push(Line::new(Role::Proof, title));
            let payload = event_contract::canonical(&one.payload);
            lines.push(Line::new(Role::Payload, format!("    {payload}")));
            let together: Vec<_> = self.breaks.iter().filter(|other| same(other)).collect();
            lines.extend(reasons(&together));
        }
        lines
    }

    /// Older code that is let in and then fails loses records.
    fn is_let_in(&self) -> bool {
        self.of(Who::OlderUs).is_some_and(|one| one.code != "newer_version")
    }
}

/// One line for each reason, with those who give it.
fn reasons(breaks: &[&Break]) -> Vec<Line> {
    let mut told: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for one in breaks {
        if told.contains(&one.words.as_str()) {
            continue;
        }
        told.push(&one.words);
        let same = breaks.iter().filter(|other| other.words == one.words);
        let readers: Vec<_> = same.map(|other| audience(other.who)).collect();
        let text = format!("    {}: {} ({})", readers.join(", "), one.words, one.code);
        lines.push(Line::new(Role::Proof, text));
    }
    lines
}

const fn audience(who: Who) -> &'static str {
    match who.audience() {
        Audience::Us => "code",
        Audience::Lenient => "lenient",
        Audience::Strict => "strict",
    }
}

impl Judgement {
    /// Everything that was found, each explained.
    #[must_use]
    pub fn explain(&self) -> Report {
        let mut lines = Vec::new();
        for finding in &self.findings {
            lines.extend(finding.explain().0);
            lines.push(Line::new(Role::Blank, ""));
        }
        for problem in &self.problems {
            let role = if problem.is_error { Role::Error } else { Role::Warning };
            let word = if problem.is_error { "error" } else { "warning" };
            lines.push(Line::new(role, format!("{word}: {}", problem.what)));
            if problem.line > 0 {
                lines.push(Line::new(Role::Place, format!(" --> about.toml:{}", problem.line)));
            }
            lines.extend(
                problem.help.iter().map(|help| Line::new(Role::Help, format!("  help: {help}"))),
            );
            lines.push(Line::new(Role::Blank, ""));
        }
        Report(lines)
    }
}
