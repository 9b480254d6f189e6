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
}

pub(crate) struct Commit {
    pub(crate) id: String,
    /// As somebody would write it.
    pub(crate) shown: String,
}

impl Base {
    fn new(id: String, shown: &str) -> Self {
        let published = id.clone();
        Self { commits: vec![Commit { id, shown: shown.to_owned() }], published }
    }
}

const FETCH: &str = "in CI, fetch all of the history: `fetch-depth: 0`";
const WITHOUT: &str = "or write `--base none` to take every contract file for published as it is";

impl Git<'_> {
    fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.current_dir(self.directory).env("LC_ALL", "C");
        // In a hook, git says where it is; but relative to its own directory.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
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
            let text = String::from_utf8_lossy(&output.stderr);
            let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            return Err(Failure::new(format_args!("git says: {line}")));
        }
        String::from_utf8(output.stdout)
            .map_err(|_| Failure::new("git knows of a file whose name is no UTF-8"))
    }

    /// The directory of the repository's files.
    pub(crate) fn top(&self) -> Ran<PathBuf> {
        match self.ask(["rev-parse", "--show-toplevel"]) {
            Ok(top) => Ok(files::real(Path::new(top.trim_end_matches(['\r', '\n'])))),
            Err(failure) if failure.what.contains("not a git repository") => Err(Failure::new(
                "this is no git repository, so nobody knows which contracts were published",
            )
            .help("write `--base none` to take every contract file for published as it is")),
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
            return Ok(Some(Base::new(self.merge_base(&commit).unwrap_or(commit), asked)));
        }
        let Some(head) = self.commit("HEAD") else { return Ok(None) };
        let Some((name, tip)) = self.default_branch() else {
            return Err(Failure::new("git knows no default branch to compare with")
                .help("name it: `--base origin/main`; in CI, fetch it: `fetch-depth: 0`"));
        };
        let base = self.merge_base(&tip).ok_or_else(|| {
            Failure::new(format_args!("this branch and `{name}` have no common commit here"))
                .help(FETCH)
                .help(WITHOUT)
        })?;
        if base != head {
            return Ok(Some(Base::new(base, &name)));
        }
        // On the default branch: what is not yet committed, and what the last commit changed.
        let mut base = Base::new(head, "HEAD");
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

    /// What files held in a commit; names as git writes them, from the top.
    pub(crate) fn texts(&self, commit: &str, names: &[&str]) -> Ran<Vec<Vec<u8>>> {
        let mut command = self.command();
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(not_run)?;
        let asked: String = names.iter().map(|name| format!("{commit}:{name}\n")).collect();
        let input = child.stdin.take();
        // From a thread of its own: git answers while it is still being asked.
        let writer = std::thread::spawn(move || input.map(|mut it| it.write_all(asked.as_bytes())));
        let output = child.wait_with_output().map_err(not_run)?;
        let _ = writer.join();
        let mut rest = output.stdout.as_slice();
        names.iter().map(|_| text(&mut rest).ok_or_else(no_answer)).collect()
    }
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

fn no_answer() -> Failure {
    Failure::new("git does not say what a contract held").help(FETCH)
}

fn not_run(error: std::io::Error) -> Failure {
    Failure::new(format_args!("cannot run git: {error}"))
}
