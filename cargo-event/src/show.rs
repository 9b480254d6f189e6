//! What is shown, and how: sentences as everywhere in `versioned-events`, colours as cargo's own.

use std::fmt;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anstyle::{AnsiColor, Style};
use event_rules::{Report, Role};
use serde_json::json;

use crate::failure::Failure;
pub(crate) use crate::problem::{Problem, Severity};

pub(crate) const fn bold(color: AnsiColor) -> Style {
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

    /// `order.paid version 2, not accepted yet`
    pub(crate) fn heading(&self, what: &str, more: &str) {
        let text = wrapped(&format!("{what}{more}"), textwrap::Options::new(width()));
        let rest = text.strip_prefix(what).unwrap_or(&text);
        let what = if rest.len() < text.len() { what } else { "" };
        self.result(format_args!("{BOLD}{what}{BOLD:#}{rest}"));
    }

    /// One thing that was found, as a result.
    pub(crate) fn result_problem(&self, problem: &Problem, root: &Path) {
        let _ = write!(anstream::stdout(), "{}", rendered(problem, root, width()));
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

/// As wide as the terminal, or as somebody says, and never wider than is good to read.
pub(crate) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    said.unwrap_or_else(textwrap::termwidth).clamp(40, 120)
}

fn rendered(problem: &Problem, root: &Path, width: usize) -> String {
    let Problem { severity, code, title, file, lines, help, .. } = problem;
    if let Some(report) = &problem.report {
        let mut text = report_text(report, width);
        if let Some(note) = &problem.note {
            text.push_str(&format!("{}\n", labelled("note", note, width)));
        }
        return text + "\n";
    }
    let (style, name) = (severity.style(), severity.name());
    let mut text = format!("{style}{name}[{code}]{style:#}{BOLD}: {title}{BOLD:#}\n");
    if let Some(file) = file {
        let line = if problem.line > 0 { format!(":{}", problem.line) } else { String::new() };
        text.push_str(&format!("  {ARROW}-->{ARROW:#} {}{line}\n", relative(file, root)));
    }
    for line in lines {
        // Payloads stay in one line.
        let width = if line.contains('{') { usize::MAX } else { width };
        let options = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("    ");
        text.push_str(&format!("{}\n", wrapped(line, options)));
    }
    for help in help {
        text.push_str(&format!("{}\n", labelled("help", help, width)));
    }
    text.push('\n');
    text
}

/// `  help: ...`, what follows below what began.
fn labelled(word: &str, text: &str, width: usize) -> String {
    let label = format!("  {HELP}{word}{HELP:#}: ");
    let indent = " ".repeat(word.len() + 4);
    let paragraphs = text.lines().map(|line| {
        let options = textwrap::Options::new(width.saturating_sub(indent.len())).break_words(false);
        wrapped(line, options).replace('\n', &format!("\n{indent}"))
    });
    let paragraphs: Vec<_> = paragraphs.collect();
    format!("{label}{}", paragraphs.join(&format!("\n{indent}")))
}

/// Lines that know what they are, coloured; long ones go on below themselves.
fn report_text(report: &Report, width: usize) -> String {
    let mut text = String::new();
    for line in &report.0 {
        let style = match line.role {
            Role::Error | Role::Breaks => Severity::Error.style(),
            Role::Warning => Severity::Warning.style(),
            Role::Note | Role::Reads => Severity::Note.style(),
            Role::Place | Role::Side => ARROW,
            Role::Help | Role::More => HELP,
            _ => Style::new(),
        };
        let (head, rest) = head(line.role, &line.text);
        let style = if head.is_empty() { Style::new() } else { style };
        // Payloads and code are copied: they stay in one line.
        let keeps = matches!(line.role, Role::Payload | Role::Side | Role::Place | Role::Blank);
        let rest = match (keeps, line.role) {
            (true, _) => rest.to_owned(),
            (false, Role::Breaks | Role::Reads) => names(head, rest, width),
            (false, _) => below(head, rest, width),
        };
        let is_title = matches!(line.role, Role::Error | Role::Warning | Role::Note);
        let bold = if is_title { BOLD } else { Style::new() };
        text.push_str(&format!("{style}{head}{style:#}{bold}{rest}{bold:#}\n"));
    }
    text
}

/// Long lines go on below themselves: behind a label, else two further in than they began.
fn below(head: &str, rest: &str, width: usize) -> String {
    let begins = head.chars().count();
    let spaces = rest.len() - rest.trim_start().len();
    let inward = match head.chars().next() {
        Some(' ') => begins + spaces,
        Some(_) => 2,
        None => spaces + 2,
    };
    let (begins, inward) = (" ".repeat(begins), " ".repeat(inward));
    let options = textwrap::Options::new(width).break_words(false);
    let text = wrapped(rest, options.initial_indent(&begins).subsequent_indent(&inward));
    text.strip_prefix(&begins).unwrap_or(&text).to_owned()
}

/// Who is named, one name a piece.
fn names(head: &str, rest: &str, width: usize) -> String {
    let (spaces, all) = rest.split_at(rest.len() - rest.trim_start().len());
    let glued: Vec<_> = all.split("; ").map(|name| name.replace(' ', "\u{a0}")).collect();
    below(head, &format!("{spaces}{}", glued.join("; ")), width)
}

/// What is to be typed stays in one piece: it is copied.
fn wrapped(text: &str, options: textwrap::Options<'_>) -> String {
    let mut is_code = false;
    let glued = text.chars().map(|letter| {
        is_code ^= letter == '`';
        if is_code && letter == ' ' { GLUE } else { letter }
    });
    let glued: String = glued.collect();
    textwrap::fill(&glued, options).replace(GLUE, " ")
}

/// A space that lines are not broken at.
const GLUE: char = '\u{a0}';

/// What is coloured of a line, and what is not.
fn head(role: Role, text: &str) -> (&str, &str) {
    let end = match role {
        Role::Error | Role::Warning | Role::Note => text.find("]: ").map(|at| at + 1),
        Role::Help => text.find(": ").map(|at| at + 1),
        Role::More if text.starts_with("  note: ") => Some("  note:".len()),
        Role::Place => text.find("--> ").map(|at| at + 3),
        Role::Side => text.find('|').map(|at| at + 1),
        Role::Breaks | Role::Reads => {
            let start = text.len() - text.trim_start().len();
            text.get(start..).and_then(|rest| rest.find(' ')).map(|at| start + at)
        }
        _ => None,
    };
    text.split_at(end.unwrap_or_default())
}

/// A path as somebody would write it at the root of the workspace.
pub(crate) fn relative(file: &Path, root: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).display().to_string()
}

/// `1 contract`, `2 contracts`
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
