//! Packages of fixtures: one workspace of them, checked in one run of cargo.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A workspace whose packages are copies of folders.
pub struct Workspace {
    folder: PathBuf,
}

const DEPENDENCIES: &str = r#"
versioned-events = { path = REPOSITORY, features = ["garde", "rust_decimal"] }
chrono = { version = "0.4.45", default-features = false }
garde = { version = "0.23", default-features = false, features = ["derive"] }
rust_decimal = { version = "1.43", default-features = false, features = ["std"] }
uuid = "1.29"
"#;

impl Workspace {
    /// Copies the folders; what they are called, the packages are.
    pub fn of(name: &str, folders: &[PathBuf]) -> Self {
        let folder = temporary().join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the workspace of the last run goes");
        }
        fs::create_dir_all(&folder).expect("a folder for the workspace");
        let mut members = Vec::new();
        for from in folders {
            let package = name_of(from);
            copy(from, &folder.join(&package));
            let repository = format!("{:?}", repository());
            let dependencies = DEPENDENCIES.replace("REPOSITORY", &repository);
            let manifest = format!(
                "[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                 [lib]\npath = \"lib.rs\"\n\n[dependencies]{dependencies}"
            );
            write(&folder.join(&package).join("Cargo.toml"), &manifest);
            members.push(package);
        }
        let members = format!("[workspace]\nmembers = {members:?}\nresolver = \"3\"\n");
        write(&folder.join("Cargo.toml"), &members);
        // The same versions of everything as in the repository.
        let lock = repository().join("Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file is there");
        Self { folder }
    }

    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// What the compiler says of each package, by its name; nothing of those without errors and
    /// warnings.
    pub fn check(&self, variables: &[(&str, &str)]) -> BTreeMap<String, String> {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--workspace", "--keep-going", "--offline", "--quiet"])
            .arg("--message-format=json")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", temporary().join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("VERSIONED_EVENTS_ACCEPT")
            .env_remove("RUSTFLAGS")
            .envs(variables.iter().copied())
            .output()
            .expect("cargo runs");
        let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
        let mut said: BTreeMap<String, String> = BTreeMap::new();
        for line in messages.lines() {
            let line: Value = serde_json::from_str(line).expect("cargo writes JSON");
            let message = &line["message"];
            let text = message["rendered"].as_str().unwrap_or_default();
            // Only its own errors: the sums at the end say nothing more.
            let is_sum = message["spans"].as_array().is_none_or(Vec::is_empty);
            if line["reason"] == "compiler-message" && !is_sum {
                let package = line["target"]["name"].as_str().unwrap_or_default().to_owned();
                let said = said.entry(package).or_default();
                said.push_str(self.normal(text).trim_end());
                said.push_str("\n\n");
            }
        }
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let own = said.values().any(|said| said.contains("error"));
        assert!(output.status.success() || own, "cargo could not check: {errors}");
        said
    }

    /// Without what differs from one machine to the next.
    fn normal(&self, text: &str) -> String {
        let folder = format!("{}/", self.folder.display());
        let repository = format!("{}/", repository().display());
        text.replace(&folder, "").replace(&repository, "").replace('\\', "/")
    }
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Shared by the workspaces, so that the crates below are built once.
fn temporary() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("drift")
}

/// The folders in `tests/drift/<kind>`, sorted.
pub fn folders(kind: &str) -> Vec<PathBuf> {
    let kind = repository().join("tests/drift").join(kind);
    let entries = fs::read_dir(kind).expect("the folder is there");
    let mut folders: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    folders
}

pub fn name_of(folder: &Path) -> String {
    folder.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8").to_owned()
}

pub fn write(file: &Path, text: &str) {
    fs::write(file, text).expect("the file can be written");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("an entry").path();
        let to = to.join(name_of(&entry));
        match entry.is_dir() {
            true => copy(&entry, &to),
            false => _ = fs::copy(&entry, &to).expect("the file can be copied"),
        }
    }
}
