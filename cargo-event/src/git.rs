//! Git, asked: where its repository is, which commit to compare with, what changed since.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Ran};
use crate::files;

/// What git says when asked in a directory.
pub(crate) struct Git<'a> {
    pub(crate) directory: &'a Path,
}

/// What to compare with.
pub(crate) struct Base {
    /// Commits, the oldest first: what differs from any of them was changed.
    pub(crate) commits: Vec<Commit>,
    /// The commit whose contracts others can have.
    pub(crate) published: String,
    /// What was added there since, if anything was.
    pub(crate) tip: Option<Commit>,
}

pub(crate) struct Commit {
    pub(crate) id: String,
    /// As somebody would write it.
    pub(crate) shown: String,
}

impl Base {
    fn new(id: String, shown: &str) -> Self {
        let published = id.clone();
        Self { commits: vec![Commit { id, shown: shown.to_owned() }], published, tip: None }
    }

    fn with_tip(mut self, id: String, shown: &str) -> Self {
        let is_new = id != self.published;
        self.tip = is_new.then(|| Commit { id, shown: shown.to_owned() });
        self
    }
}

/// Variables that speak of another repository, or of other names than are written here.
const OF_OTHERS: [&str; 9] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];

const FETCH: &str = "in CI, fetch all of the history: `fetch-depth: 0`";
pub(crate) const WITHOUT: &str =
    "or write `--base none` to take every contract file for published as it is";

impl Git<'_> {
    fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.current_dir(self.directory).env("LC_ALL", "C");
        // In a hook, git says where it is; but relative to its own directory.
        for variable in OF_OTHERS {
            command.env_remove(variable);
        }
        command
    }

    pub(crate) fn ask<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Ran<String> {
        let output = self.command().args(arguments).output().map_err(not_run)?;
        if !output.status.success() {
            return Err(said(&output.stderr));
        }
        String::from_utf8(output.stdout)
            .map_err(|_| Failure::new("git knows of a file whose name is no UTF-8"))
    }

    /// The directory of the repository's files; `None` if this is in no repository.
    pub(crate) fn top(&self) -> Ran<Option<PathBuf>> {
        match self.ask(["rev-parse", "--show-toplevel"]) {
            Ok(top) => Ok(Some(files::real(Path::new(top.trim_end_matches(['\r', '\n']))))),
            Err(failure) if failure.what.contains("not a git repository") => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The commit to compare with; `None` if nothing was committed yet. A base that cannot be found
    /// is a failure, rather than nothing wrong.
    pub(crate) fn base(&self, asked: Option<&str>) -> Ran<Option<Base>> {
        if let Some(asked) = asked {
            let commit = self.commit(asked).ok_or_else(|| {
                Failure::new(format_args!("git knows no commit `{asked}`")).help(FETCH)
            })?;
            let base = self.merge_base(&commit).unwrap_or_else(|| commit.clone());
            return Ok(Some(Base::new(base, asked).with_tip(commit, asked)));
        }
        let Some(head) = self.commit("HEAD") else { return Ok(None) };
        let Some((name, tip)) = self.default_branch() else {
            return Err(Failure::new("git knows no default branch to compare with")
                .help("name it: `--base origin/main`; in CI, fetch it: `fetch-depth: 0`")
                .help(WITHOUT));
        };
        let base = self.merge_base(&tip).ok_or_else(|| {
            Failure::new(format_args!("this branch and `{name}` have no common commit here"))
                .help(FETCH)
                .help(WITHOUT)
        })?;
        if base != head {
            return Ok(Some(Base::new(base, &name).with_tip(tip, &name)));
        }
        // On the default branch: what is not yet committed, and what the last commit changed.
        let mut base = Base::new(head, "HEAD").with_tip(tip, &name);
        match self.commit("HEAD^") {
            Some(id) => base.commits.insert(0, Commit { id, shown: "HEAD^".to_owned() }),
            None if self.is_shallow() => {
                let what = "the history was not fetched, so edited contracts cannot be seen";
                return Err(Failure::new(what).help(FETCH).help(WITHOUT));
            }
            None => {}
        }
        Ok(Some(base))
    }

    fn commit(&self, name: &str) -> Option<String> {
        let name = format!("{name}^{{commit}}");
        let commit = self.ask(["rev-parse", "--verify", "--quiet", "--end-of-options", &name]);
        Some(commit.ok()?.trim_end().to_owned())
    }

    fn is_shallow(&self) -> bool {
        self.ask(["rev-parse", "--is-shallow-repository"]).is_ok_and(|text| text.trim() == "true")
    }

    fn merge_base(&self, other: &str) -> Option<String> {
        let base = self.ask(["merge-base", "HEAD", other]).ok()?;
        Some(base.trim_end().to_owned()).filter(|base| !base.is_empty())
    }

    /// `origin/main`, or what the remote calls it; `main` where there is no remote.
    fn default_branch(&self) -> Option<(String, String)> {
        let names = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
        names.iter().find_map(|name| Some(((*name).to_owned(), self.commit(name)?)))
    }

    /// Every file of a commit whose name is meant; names as git writes them, from the top.
    pub(crate) fn files(&self, commit: &str, is_meant: impl Fn(&Path) -> bool) -> Ran<Vec<Held>> {
        let listed = self.ask(["ls-tree", "-r", "-z", "--full-tree", commit])?;
        let held = listed.split('\0').filter_map(|entry| {
            let (about, name) = entry.split_once('\t')?;
            let id = about.rsplit(' ').next()?.to_owned();
            Some(Held { id, name: name.to_owned() })
        });
        Ok(held.filter(|held| is_meant(Path::new(&held.name))).collect())
    }

    /// What git would call the contents of files that are there now.
    pub(crate) fn ids(&self, files: &[&Path]) -> Ran<Vec<String>> {
        let paths: String = files.iter().map(|file| format!("{}\n", file.display())).collect();
        let said = self.tell(&["hash-object", "--stdin-paths"], paths)?;
        let said = String::from_utf8_lossy(&said);
        let ids: Vec<_> = said.lines().map(str::to_owned).collect();
        if ids.len() == files.len() { Ok(ids) } else { Err(no_answer()) }
    }

    /// What objects hold.
    pub(crate) fn texts(&self, ids: &[&str]) -> Ran<Vec<Vec<u8>>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let said = self.tell(&["cat-file", "--batch"], ids.join("\n") + "\n")?;
        let mut rest = said.as_slice();
        ids.iter().map(|_| text(&mut rest).ok_or_else(no_answer)).collect()
    }

    /// What git says when it is told something.
    fn tell(&self, arguments: &[&str], told: String) -> Ran<Vec<u8>> {
        let mut command = self.command();
        command.args(arguments).stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(not_run)?;
        let input = child.stdin.take();
        // From a thread of its own: git answers while it is still being told.
        let writer = std::thread::spawn(move || input.map(|mut it| it.write_all(told.as_bytes())));
        let output = child.wait_with_output().map_err(not_run)?;
        let _ = writer.join();
        if output.status.success() { Ok(output.stdout) } else { Err(said(&output.stderr)) }
    }
}

impl Git<'_> {
    /// The directories of contracts that Rust sources of a commit name: the file, and what it says.
    pub(crate) fn named(&self, commit: &str) -> Vec<(PathBuf, PathBuf)> {
        let pattern = "contracts[[:space:]]*=[[:space:]]*\"[^\"]+\"";
        let arguments = ["grep", "-I", "-o", "-z", "-E", "--full-name", "--no-line-number"];
        let of = ["--no-column", "--no-color", "-e", pattern, commit, "--", ":(top,glob)**/*.rs"];
        // It fails where there are none.
        let said = self.ask(arguments.into_iter().chain(of)).unwrap_or_default();
        let named = said.lines().filter_map(|line| {
            let (file, said) = line.strip_prefix(commit)?.strip_prefix(':')?.split_once('\0')?;
            Some((file.into(), said.split('"').nth(1)?.into()))
        });
        named.collect()
    }
}

/// A file of a commit.
pub(crate) struct Held {
    /// What git calls its contents.
    pub(crate) id: String,
    pub(crate) name: String,
}

/// `<id> blob <size>`, the bytes, and a line end.
fn text(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, body) = rest.split_at_checked(end + 1)?;
    let size = std::str::from_utf8(head).ok()?.trim_end().rsplit(' ').next()?.parse().ok()?;
    let (text, after) = body.split_at_checked(size)?;
    *rest = after.get(1..)?;
    Some(text.to_owned())
}

fn said(error: &[u8]) -> Failure {
    let text = String::from_utf8_lossy(error);
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    Failure::new(format_args!("git says: {line}"))
}

fn no_answer() -> Failure {
    Failure::new("git does not say what a contract held").help(FETCH)
}

fn not_run(error: std::io::Error) -> Failure {
    Failure::new(format_args!("cannot run git: {error}"))
}
