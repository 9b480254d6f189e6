//! Where the probe runs: here, whatever the workspace is built for.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use toml::Table;

/// The target to build for, if the workspace names another than this machine's.
pub(crate) fn target(root: &Path) -> Option<String> {
    let named = env::var("CARGO_BUILD_TARGET").ok().or_else(|| configured(root))?;
    let host = triple()?;
    (named != host).then_some(host)
}

/// `build.target` of cargo's configuration, the nearest first; a list is no single target.
fn configured(root: &Path) -> Option<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let directories = root.ancestors().map(|above| above.join(".cargo")).chain(home);
    let files = directories.flat_map(|one| [one.join("config.toml"), one.join("config")]);
    files.into_iter().find_map(|file| {
        let config: Table = fs::read_to_string(file).ok()?.parse().ok()?;
        let target = config.get("build")?.get("target")?;
        Some(target.as_str().unwrap_or("several").to_owned())
    })
}

/// What this machine is called: `x86_64-unknown-linux-gnu`.
pub(crate) fn triple() -> Option<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = Command::new(rustc).arg("-vV").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    said.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned)
}
