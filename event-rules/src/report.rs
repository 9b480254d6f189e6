//! Findings as text for people: lines that know what they are, so that a command can colour and wrap
//! them; and as they are for snapshots and logs.

use std::fmt;

use crate::finding::{Break, Finding, Standing};
use crate::judge::Judgement;
use crate::reader::Audience;
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
        for proof in self.proofs() {
            lines.extend(proof.lines(self));
        }
        lines.extend(
            self.help().into_iter().map(|help| Line::new(Role::Help, format!("  help: {help}"))),
        );
        if let Standing::Waived { reason, expires } = &self.standing {
            lines.push(Line::new(Role::More, format!("  note: waived until {expires}: {reason}")));
        }
        Report(lines)
    }

    fn title(&self) -> Line {
        let (role, word) = match self.standing {
            Standing::Breaking => (Role::Error, "error"),
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
        let side =
            |version: u32, text: &str| Line::new(Role::Side, format!("{version:width$} | {text}"));
        let sides = [(found.version_before, &found.before), (found.version_after, &found.after)];
        sides
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(version, text)| side(version, text))
            .collect()
    }

    /// One line for each reader; none if no payload could tell.
    fn readers(&self) -> Vec<Line> {
        let found = &self.found;
        if found.version_before == found.version_after {
            return Vec::new();
        }
        let one = |who: Who| match self.of(who) {
            Some(broken) => Line::new(
                Role::Breaks,
                format!("  breaks  {}{}", self.name(who), all_of_it(self, broken)),
            ),
            None => Line::new(Role::Reads, format!("  reads   {}", self.name(who))),
        };
        Who::ALL.into_iter().map(one).collect()
    }

    /// `code of version 1`
    fn name(&self, who: Who) -> String {
        let version = match who.direction() {
            Direction::Forward => self.found.version_before,
            Direction::Backward => self.found.version_after,
        };
        match who.audience() {
            Audience::Us => format!("code of version {version}"),
            Audience::Lenient => format!("JSON Schema of version {version}, open"),
            Audience::Strict => format!("JSON Schema of version {version}, closed"),
        }
    }

    /// One proof for each payload and reason.
    fn proofs(&self) -> Vec<Proof<'_>> {
        let mut proofs: Vec<Proof<'_>> = Vec::new();
        for one in &self.breaks {
            let same = |proof: &&mut Proof<'_>| {
                proof.shown.payload == one.payload
                    && proof.shown.words == one.words
                    && proof.shown.who.direction() == one.who.direction()
            };
            match proofs.iter_mut().find(same) {
                Some(proof) => proof.readers.push(one.who),
                None => proofs.push(Proof { shown: one, readers: vec![one.who] }),
            }
        }
        proofs
    }
}

/// Older code that refuses a version refuses all of it.
fn all_of_it(finding: &Finding, broken: &Break) -> String {
    match broken.code {
        "newer_version" => {
            format!(": refuses every record of version {}", finding.found.version_after)
        }
        "unknown_version" => {
            format!(": refuses every record of version {}", finding.found.version_before)
        }
        _ => String::new(),
    }
}

/// A payload, and who refuses it for the same reason.
struct Proof<'a> {
    shown: &'a Break,
    readers: Vec<Who>,
}

impl Proof<'_> {
    fn lines(&self, finding: &Finding) -> [Line; 3] {
        let version = match self.shown.who.direction() {
            Direction::Forward => finding.found.version_after,
            Direction::Backward => finding.found.version_before,
        };
        let readers: Vec<_> = self.readers.iter().map(|who| finding.name(*who)).collect();
        let payload = event_contract::canonical(&self.shown.payload);
        [
            Line::new(
                Role::Proof,
                format!("  written by version {version}, refused by {}:", joined(&readers)),
            ),
            Line::new(Role::Payload, format!("    {payload}")),
            Line::new(Role::Proof, format!("    {} ({})", self.shown.words, self.shown.code)),
        ]
    }
}

fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join("; ")),
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
