//! Something that was found: for people and, with the same words, for programs.

use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use event_rules::Report;
use serde_json::{Value, json};

use crate::show::{bold, relative};

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// Exit code 1.
    Error,
    /// Worth a look.
    Warning,
    /// Good to know.
    Note,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) severity: Severity,
    /// The rule, or what kind of problem it is: stable.
    pub(crate) code: String,
    /// What is wrong, in one line.
    pub(crate) title: String,
    pub(crate) event_type: String,
    pub(crate) version: Option<u32>,
    /// The file it is about.
    pub(crate) file: Option<PathBuf>,
    /// Further lines: both sides, who breaks, a witness.
    pub(crate) lines: Vec<String>,
    pub(crate) help: Vec<String>,
    /// Why it weighs what it does.
    pub(crate) note: Option<String>,
    /// What to show in place of title, lines and help.
    pub(crate) report: Option<Report>,
    /// The line of the file, from 1; 0 for all of it.
    pub(crate) line: usize,
    /// The same as data, for what has more to say.
    pub(crate) data: Option<Value>,
}

impl Problem {
    pub(crate) fn new(severity: Severity, code: &str, event_type: &str, title: String) -> Self {
        Self {
            severity,
            code: code.to_owned(),
            title,
            event_type: event_type.to_owned(),
            version: None,
            file: None,
            lines: Vec::new(),
            help: Vec::new(),
            note: None,
            report: None,
            line: 0,
            data: None,
        }
    }

    pub(crate) fn version(mut self, version: u32) -> Self {
        self.version = Some(version);
        self
    }

    pub(crate) fn file(mut self, file: impl Into<PathBuf>) -> Self {
        self.file = Some(file.into());
        self
    }

    pub(crate) fn at(mut self, file: impl Into<PathBuf>, line: usize) -> Self {
        self.line = line;
        self.file(file)
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    pub(crate) fn to_json(&self, root: &Path) -> Value {
        let severity = self.severity.name();
        json!({
            "severity": severity,
            "code": self.code,
            "type": self.event_type,
            "version": self.version,
            "file": self.file.as_deref().map(|file| relative(file, root)),
            "line": (self.line > 0).then_some(self.line),
            "title": self.title,
            "lines": self.lines,
            "help": self.help,
            "details": self.data,
        })
    }
}

impl Severity {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    pub(crate) const fn style(self) -> Style {
        match self {
            Self::Error => bold(AnsiColor::BrightRed),
            Self::Warning => bold(AnsiColor::BrightYellow),
            Self::Note => bold(AnsiColor::BrightGreen),
        }
    }
}
