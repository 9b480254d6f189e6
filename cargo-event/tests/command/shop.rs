//! A workspace as a team would have it, in a directory and a git repository of its own, and the
//! command run in it as cargo runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The command under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_cargo-event");
/// What all workspaces share: the crates that they depend on are built once.
const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

/// A workspace.
pub(crate) struct Shop {
    pub(crate) root: PathBuf,
}

/// What a run said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Shop {
    /// An empty directory. The same test gets the same one, so that cargo's files do not pile up.
    pub(crate) fn empty(name: &str) -> Self {
        let root = Path::new(SCRATCH).join("shops").join(name);
        if root.exists() {
            fs::remove_dir_all(&root).unwrap();
        }
        fs::create_dir_all(&root).unwrap();
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, root.join("Cargo.lock")).unwrap();
        Self { root: root.canonicalize().unwrap() }
    }

    /// One package with a library, not yet in git.
    pub(crate) fn package(name: &str, lib: &str) -> Self {
        let shop = Self::empty(name);
        shop.write("Cargo.toml", &manifest(name, &format!("{}\n[workspace]\n", facade())));
        shop.write("src/lib.rs", lib);
        shop
    }

    /// One package whose events were accepted and committed on `main`.
    pub(crate) fn published(name: &str, lib: &str) -> Self {
        let shop = Self::package(name, lib);
        shop.git_init();
        shop.run(&["accept"]).is(0);
        shop.commit("Contracts");
        shop
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn exists(&self, path: &str) -> bool {
        self.root.join(path).exists()
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).unwrap();
    }

    /// Replaces text that is there exactly once.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "{from} in {path}");
        self.write(path, &text.replacen(from, to, 1));
    }

    pub(crate) fn git_init(&self) {
        self.write(".gitignore", "target\n");
        self.git(&["init", "--quiet", "--initial-branch=main"]);
        self.commit("Begun");
    }

    pub(crate) fn commit(&self, words: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", words]);
    }

    /// Leaves `main`.
    pub(crate) fn branch(&self, name: &str) {
        self.git(&["checkout", "--quiet", "-b", name]);
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        git(&self.root, arguments)
    }

    /// `cargo event ...` at the root.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.run_in("", arguments)
    }

    /// `cargo event ...` in a directory below.
    pub(crate) fn run_in(&self, directory: &str, arguments: &[&str]) -> Said {
        let mut command = self.command(arguments);
        said(command.current_dir(self.root.join(directory)).output().unwrap())
    }

    /// The command, to be changed before it runs.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.arg("event").args(arguments).current_dir(&self.root).stdin(Stdio::null());
        // Below the directory of this workspace: git must not find that one's repository.
        command.env("GIT_CEILING_DIRECTORIES", Path::new(SCRATCH).join("shops"));
        command.env("CARGO_TARGET_DIR", Path::new(SCRATCH).join("target"));
        command.env("CARGO_NET_OFFLINE", "true");
        let theirs = ["NO_COLOR", "CLICOLOR_FORCE", "CARGO_TERM_COLOR", "COLUMNS", "RUSTFLAGS"];
        for variable in theirs {
            command.env_remove(variable);
        }
        command
    }

    /// Every file below a directory, and its bytes.
    pub(crate) fn files(&self, directory: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut open = vec![self.root.join(directory)];
        let mut files = Vec::new();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if let Ok(bytes) = fs::read(&path) {
                files.push((path, bytes));
            }
        }
        files.sort();
        files
    }
}

pub(crate) fn git(directory: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(directory).args([
        "-c",
        "user.name=Ann",
        "-c",
        "user.email=ann@example.com",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "protocol.file.allow=always",
    ]);
    let output = command.args(arguments).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {err}");
    String::from_utf8(output.stdout).unwrap()
}

/// A manifest without its `[workspace]`; `rest` follows `[dependencies]`.
pub(crate) fn manifest(name: &str, rest: &str) -> String {
    let name = name.replace('/', "-");
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{rest}"
    )
}

/// The dependency on the facade.
pub(crate) fn facade() -> String {
    format!("versioned-events = {{ path = '{}' }}\n", ours(".."))
}

/// A crate of this repository.
pub(crate) fn ours(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path).canonicalize().unwrap();
    path.to_str().unwrap().to_owned()
}

pub(crate) fn said(output: Output) -> Said {
    Said {
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Said {
    /// Asserts the exit code.
    #[track_caller]
    pub(crate) fn is(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.err, self.out);
        self
    }

    /// Asserts that these words are in what people see, wherever lines break.
    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        let in_one_line = self.err.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_there = self.err.contains(words) || in_one_line.contains(words);
        assert!(is_there, "`{words}` is not in:\n{}\n{}", self.err, self.out);
        self
    }

    #[track_caller]
    pub(crate) fn says_nothing_of(self, words: &str) -> Self {
        let is_there = self.err.contains(words) || self.out.contains(words);
        assert!(!is_there, "`{words}` is in:\n{}\n{}", self.err, self.out);
        self
    }

    /// The standard output as one JSON value.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The codes of the problems that a run with `--json` found, sorted.
    #[track_caller]
    pub(crate) fn codes(&self) -> Vec<String> {
        let json = self.json();
        let problems = json["problems"].as_array().unwrap().iter();
        let errors = problems.filter(|problem| problem["severity"] == "error");
        let mut codes: Vec<_> =
            errors.map(|problem| problem["code"].as_str().unwrap().to_owned()).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

/// Asserts what `cargo event check` finds wrong.
impl Shop {
    #[track_caller]
    pub(crate) fn check_finds(&self, codes: &[&str]) {
        let said = self.run(&["check", "--json"]);
        assert_eq!(said.codes(), codes, "{}\n{}", said.err, said.out);
        assert_eq!(said.code, i32::from(!codes.is_empty()), "{}\n{}", said.err, said.out);
    }
}
