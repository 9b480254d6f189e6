//! What is shown, and how: sentences as everywhere in `versioned-events`, colours as cargo's own.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};

use crate::failure::Failure;

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
            "title": self.title,
            "lines": self.lines,
            "help": self.help,
            "details": self.data,
        })
    }
}

impl Severity {
    const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    const fn style(self) -> Style {
        match self {
            Self::Error => bold(AnsiColor::BrightRed),
            Self::Warning => bold(AnsiColor::BrightYellow),
            Self::Note => bold(AnsiColor::BrightGreen),
        }
    }
}

const fn bold(color: AnsiColor) -> Style {
    color.on_default().bold()
}

const BOLD: Style = Style::new().bold();
const ARROW: Style = bold(AnsiColor::BrightBlue);
const HELP: Style = bold(AnsiColor::BrightCyan);
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
            self.tell(format_args!("{}\n", wrapped("help", help, width())));
        }
    }
}

/// As wide as the terminal, or as somebody says, and never wider than is good to read.
pub(crate) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    said.unwrap_or_else(textwrap::termwidth).clamp(40, 120)
}

fn rendered(problem: &Problem, root: &Path, width: usize) -> String {
    let Problem { severity, code, title, file, lines, help, .. } = problem;
    let (style, name) = (severity.style(), severity.name());
    let mut text = format!("{style}{name}[{code}]{style:#}{BOLD}: {title}{BOLD:#}\n");
    if let Some(file) = file {
        text.push_str(&format!("  {ARROW}-->{ARROW:#} {}\n", relative(file, root)));
    }
    for line in lines {
        let indent = "      ";
        let options = textwrap::Options::new(width).initial_indent("   ").subsequent_indent(indent);
        text.push_str(&format!("{}\n", textwrap::fill(line, options)));
    }
    for help in help {
        text.push_str(&format!("{}\n", wrapped("help", help, width)));
    }
    text.push('\n');
    text
}

fn wrapped(word: &str, text: &str, width: usize) -> String {
    let label = format!("   {HELP}={HELP:#} {BOLD}{word}{BOLD:#}: ");
    let lines = textwrap::wrap(text, textwrap::Options::new(width.saturating_sub(11)));
    let lines: Vec<_> = lines.iter().map(|line| line.to_string()).collect();
    format!("{label}{}", lines.join("\n           "))
}

/// A path as somebody would write it at the root of the workspace.
pub(crate) fn relative(file: &Path, root: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).display().to_string()
}

/// `1 contract`, `2 contracts`
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
