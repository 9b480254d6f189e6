//! Finds and reads the payloads that GitHub publishes: npm package `@octokit/webhooks-examples`.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use serde::Deserialize;
use serde_json::value::RawValue;

/// The package and the version whose counts are known.
pub const PACKAGE: &str = "@octokit/webhooks-examples@7.6.1";

/// One event type and the payloads published for it.
#[derive(Deserialize)]
pub struct Webhook {
    pub name: String,
    /// As they stand in the file, byte by byte.
    pub examples: Vec<Box<RawValue>>,
}

/// Why there are no payloads, and what to do.
pub enum Missing {
    Package(PathBuf),
    Unreadable(PathBuf, io::Error),
    AnotherFormat(PathBuf, serde_json::Error),
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Package(dir) => {
                let dir = dir.display();
                writeln!(f, "no webhook payloads in `{dir}`")?;
                write!(f, "help: npm install --no-save --prefix {dir} {PACKAGE}")
            }
            Self::Unreadable(file, error) => write!(f, "cannot read `{}`: {error}", file.display()),
            Self::AnotherFormat(file, error) => {
                // The error's own text may quote the file.
                let (line, column) = (error.line(), error.column());
                writeln!(f, "`{}` is no list of webhooks: {line}:{column}", file.display())?;
                write!(f, "help: this example reads {PACKAGE}")
            }
        }
    }
}

/// `index.json` in the package itself, or in one that npm installed or packed into `dir`.
pub fn find(dir: &Path) -> Result<PathBuf, Missing> {
    ["", "package", "node_modules/@octokit/webhooks-examples"]
        .iter()
        .map(|inside| dir.join(inside).join("api.github.com").join("index.json"))
        .find(|file| file.is_file())
        .ok_or_else(|| Missing::Package(dir.to_owned()))
}

/// Every event type with its payloads.
pub fn read(file: &Path) -> Result<Vec<Webhook>, Missing> {
    let text =
        fs::read_to_string(file).map_err(|error| Missing::Unreadable(file.to_owned(), error))?;
    serde_json::from_str(&text).map_err(|error| Missing::AnotherFormat(file.to_owned(), error))
}
