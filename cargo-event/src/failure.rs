//! Why the command could not run at all.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// The command could not run: exit code 2.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) what: String,
    pub(crate) help: Vec<String>,
}

impl Failure {
    pub(crate) fn new(what: impl fmt::Display) -> Self {
        Self { what: what.to_string(), help: Vec::new() }
    }

    pub(crate) fn help(mut self, help: impl fmt::Display) -> Self {
        self.help.push(help.to_string());
        self
    }

    /// A file that could not be read or written.
    pub(crate) fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        let failure = Self::new(format_args!("cannot {doing} `{}`: {error}", path.display()));
        match error.kind() {
            ErrorKind::IsADirectory => failure.help("a file belongs there"),
            ErrorKind::NotADirectory => failure.help("a directory belongs there"),
            ErrorKind::PermissionDenied => failure.help(format_args!("let this user {doing} it")),
            _ => failure,
        }
    }
}

/// What a part of the command makes.
pub(crate) type Ran<T> = Result<T, Failure>;
