//! Where contract files are.

use std::io;
use std::path::{Path, PathBuf};

/// The directory of a package that its contracts are in, unless an event names another.
pub const DIRECTORY: &str = "contracts";

/// The environment variable under which the derives do not compare code with contracts, and register
/// events for `cargo event`, which alone sets it.
pub const ACCEPTING: &str = "VERSIONED_EVENTS_ACCEPT";

/// `contracts/order.paid/v3.json`
#[must_use]
pub fn contract_file(contracts: &Path, event_type: &str, version: u32) -> PathBuf {
    contracts.join(event_type).join(format!("v{version}.json"))
}

/// `contracts/order.paid/v3.sample.json`
#[must_use]
pub fn sample_file(contracts: &Path, event_type: &str, version: u32) -> PathBuf {
    contracts.join(event_type).join(format!("v{version}.sample.json"))
}

/// The versions that have a contract file, sorted; none if there is no directory.
///
/// # Errors
/// If the directory is there and cannot be read.
pub fn published_versions(contracts: &Path, event_type: &str) -> io::Result<Vec<u32>> {
    let entries = match std::fs::read_dir(contracts.join(event_type)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut versions = Vec::new();
    for entry in entries {
        versions.extend(entry?.file_name().to_str().and_then(version_of));
    }
    versions.sort_unstable();
    Ok(versions)
}

/// `v3.json` is version 3; `v03.json` and `v3.sample.json` are no contracts.
fn version_of(file: &str) -> Option<u32> {
    let version = file.strip_prefix('v')?.strip_suffix(".json")?.parse().ok()?;
    Some(version).filter(|version| format!("v{version}.json") == file)
}
