//! What is wrong with a contract file, and what to do about it.

use std::fmt;

/// What is wrong with a contract file.
///
/// The file's name is not in it: whoever opened the file knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractError {
    what: String,
    help: &'static str,
}

/// What helps where a file was changed by hand or by a merge.
const FROM_VERSION_CONTROL: &str =
    "take the file from version control again: a published contract is never edited";

impl ContractError {
    /// What is wrong, in one line that goes on after the file's name.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What to do.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        self.help
    }

    pub(crate) fn damaged(what: impl fmt::Display) -> Self {
        Self { what: what.to_string(), help: FROM_VERSION_CONTROL }
    }

    pub(crate) fn newer_format(found: &str) -> Self {
        Self {
            what: format!("it has format {found}, and this version of the tools knows format 1"),
            help: "update `versioned-events` and `cargo-event`",
        }
    }
}

impl fmt::Display for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for ContractError {}
