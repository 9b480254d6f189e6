//! Finds and reads the payloads that GitHub publishes: npm package `@octokit/webhooks-examples`.
//!
//! No payload says its version, so the release that it comes from does.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use serde::Deserialize;
use serde_json::value::RawValue;

/// The package and the version whose counts are known.
pub const PACKAGE: &str = "@octokit/webhooks-examples@7.6.1";

/// From the oldest on. Those of github.com are of two ages: first of each event type stands the
/// payload from GitHub's documentation, as a rule captured years before the others.
pub const RELEASES: [Release; 7] = [
    Release { name: "GHES 3.1", version: 1, folder: "ghes-31", part: Part::All },
    Release { name: "GHES 3.2", version: 2, folder: "ghes-32", part: Part::All },
    Release { name: "GHES 3.3", version: 3, folder: "ghes-33", part: Part::All },
    Release { name: "GHES 3.4", version: 4, folder: "ghes-34", part: Part::All },
    Release { name: "GHES 3.5", version: 5, folder: "ghes-35", part: Part::All },
    Release { name: "github.com's docs", version: 6, folder: "api.github.com", part: Part::First },
    Release { name: "github.com", version: 7, folder: "api.github.com", part: Part::Others },
];

/// Payloads of one age. GHES is GitHub Enterprise Server.
#[derive(Debug)]
pub struct Release {
    pub name: &'static str,
    /// Of every event.
    pub version: u32,
    folder: &'static str,
    part: Part,
}

/// Which payloads of each event type.
#[derive(Debug)]
enum Part {
    All,
    First,
    Others,
}

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

/// The package itself, or the one that npm installed or packed into `dir`.
pub fn find(dir: &Path) -> Result<PathBuf, Missing> {
    ["", "package", "node_modules/@octokit/webhooks-examples"]
        .iter()
        .map(|inside| dir.join(inside))
        .find(|package| package.join("api.github.com").join("index.json").is_file())
        .ok_or_else(|| Missing::Package(dir.to_owned()))
}

impl Release {
    /// Its event types with their payloads.
    pub fn read(&self, package: &Path) -> Result<Vec<Webhook>, Missing> {
        let file = package.join(self.folder).join("index.json");
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => return Err(Missing::Unreadable(file, error)),
        };
        let mut webhooks: Vec<Webhook> =
            serde_json::from_str(&text).map_err(|error| Missing::AnotherFormat(file, error))?;
        for Webhook { examples, .. } in &mut webhooks {
            match self.part {
                Part::All => {}
                Part::First => examples.truncate(1),
                Part::Others => drop(examples.drain(..examples.len().min(1))),
            }
        }
        webhooks.retain(|webhook| !webhook.examples.is_empty());
        Ok(webhooks)
    }
}

/// Every release with its webhooks.
pub fn read(package: &Path) -> Result<Vec<(&'static Release, Vec<Webhook>)>, Missing> {
    RELEASES.iter().map(|release| Ok((release, release.read(package)?))).collect()
}
