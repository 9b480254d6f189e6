//! What is shown, and how: sentences as everywhere in `versioned-events`, colours as cargo's own.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anstyle::{AnsiColor, Style};
use event_rules::Report;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::render::{BOLD, bold, labelled, rendered, report_text, width};

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

const STATUS: Style = bold(AnsiColor::BrightGreen);

/// Writes to the terminal.
pub(crate) struct Shell {
    pub(crate) quiet: bool,
    pub(crate) json: bool,
    pub(crate) timings: bool,
}

impl Shell {
    /// A line of results. Who reads them may have stopped to; the exit code tells the rest.
    pub(crate) fn result(&self, line: impl fmt::Display) {
        let _ = writeln!(anstream::stdout(), "{line}");
    }

    /// Does it, and says how long that took if somebody wants to know.
    pub(crate) fn timed<T>(&self, what: &str, work: impl FnOnce() -> T) -> T {
        let began = Instant::now();
        let done = work();
        if self.timings {
            self.status("Took", &format!("{:>6} ms, {what}", began.elapsed().as_millis()));
        }
        done
    }

    fn tell(&self, text: impl fmt::Display) {
        let _ = write!(anstream::stderr(), "{text}");
    }

    /// `   Accepted order.paid version 3`, as cargo tells what it does.
    pub(crate) fn status(&self, verb: &str, what: &str) {
        if !self.quiet {
            self.tell(format_args!("{STATUS}{verb:>12}{STATUS:#} {what}\n"));
        }
    }

    /// Lines of a report, coloured by what they are.
    pub(crate) fn report(&self, report: &Report) {
        let _ = write!(anstream::stdout(), "{}", report_text(report, width()));
    }

    /// One thing that was found, for people.
    pub(crate) fn problem(&self, problem: &Problem, root: &Path) {
        self.tell(rendered(problem, root, width()));
    }

    /// Why nothing was done; as data too, for whoever asked for that.
    pub(crate) fn failure(&self, failure: &Failure) {
        if self.json {
            self.result(json!({ "error": failure.what, "help": failure.help }));
        }
        let style = Severity::Error.style();
        self.tell(format_args!("{style}error{style:#}{BOLD}: {}{BOLD:#}\n", failure.what));
        for help in &failure.help {
            self.tell(format_args!("{}\n", labelled("help", help, width())));
        }
    }
}

/// A path as somebody would write it at the root of the workspace.
pub(crate) fn relative(file: &Path, root: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).display().to_string()
}

/// `1 contract`, `2 contracts`
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
