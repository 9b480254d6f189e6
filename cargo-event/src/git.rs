//! What was published: the contracts that others can have, as git knows them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Ran};

/// Published contract files, and what became of them.
#[derive(Default)]
pub(crate) struct Published {
    /// The commit that was compared with, as somebody would write it; empty without git.
    pub(crate) base: String,
    /// Files that others can have.
    pub(crate) files: BTreeSet<PathBuf>,
    pub(crate) edited: Vec<PathBuf>,
    pub(crate) deleted: Vec<PathBuf>,
}

impl Published {
    /// Whether a file must stay as it is.
    pub(crate) fn holds(&self, file: &Path) -> bool {
        self.files.contains(file)
    }

    /// Asks git about some directories. Without a base that can be found this fails, rather than to
    /// find nothing wrong.
    pub(crate) fn find(root: &Path, directories: &[PathBuf], base: Option<&str>) -> Ran<Self> {
        if base == Some("none") {
            return Ok(Self { files: on_disk(directories), ..Self::default() });
        }
        let git = Git { root };
        let top = git.ask(&["rev-parse", "--show-toplevel"]).map_err(|_| {
            Failure::new(
                "this is no git repository, so nobody knows which contracts were published",
            )
            .help("write `--base none` to take every contract file for published as it is")
        })?;
        let top = PathBuf::from(top.trim_end());
        let base = git.base(base)?;
        let mut published = Self { base: base.shown, ..Self::default() };
        let directories: Vec<_> =
            directories.iter().filter_map(|directory| directory.to_str()).collect();
        if directories.is_empty() {
            return Ok(published);
        }
        for commit in base.published {
            let mut arguments =
                vec!["ls-tree", "-r", "--name-only", "-z", "--full-name", &commit, "--"];
            arguments.extend(&directories);
            let files = git.ask(&arguments)?;
            published.files.extend(contract_files(&top, files.split('\0')));
        }
        let mut arguments = vec!["diff", "--no-renames", "--name-status", "-z", &base.commit, "--"];
        arguments.extend(&directories);
        let changes = git.ask(&arguments)?;
        let mut changes = changes.split('\0');
        while let (Some(status), Some(file)) = (changes.next(), changes.next()) {
            let files = contract_files(&top, [file].into_iter());
            match status {
                "A" => {}
                "D" => published.deleted.extend(files),
                _ => published.edited.extend(files),
            }
        }
        Ok(published)
    }
}

/// A commit to compare with.
struct Base {
    commit: String,
    shown: String,
    /// The commits whose contracts others can have.
    published: Vec<String>,
}

struct Git<'a> {
    root: &'a Path,
}

impl Git<'_> {
    fn ask(&self, arguments: &[&str]) -> Ran<String> {
        let output = Command::new("git").current_dir(self.root).args(arguments).output();
        let output =
            output.map_err(|error| Failure::new(format_args!("cannot run git: {error}")))?;
        if !output.status.success() {
            let text = String::from_utf8_lossy(&output.stderr);
            let line = text.lines().next().unwrap_or_default();
            return Err(Failure::new(format_args!("git says: {line}")));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn commit(&self, name: &str) -> Option<String> {
        let name = format!("{name}^{{commit}}");
        let commit = self.ask(&["rev-parse", "--verify", "--quiet", &name]).ok()?;
        Some(commit.trim_end().to_owned())
    }

    fn base(&self, asked: Option<&str>) -> Ran<Base> {
        if let Some(asked) = asked {
            let commit = self.commit(asked).ok_or_else(|| {
                Failure::new(format_args!("git knows no commit `{asked}`"))
                    .help("in CI, fetch all of the history: `fetch-depth: 0`")
            })?;
            let base = self.merge_base(&commit).unwrap_or(commit);
            let published = vec![base.clone()];
            return Ok(Base { commit: base, shown: asked.to_owned(), published });
        }
        let Some(head) = self.commit("HEAD") else {
            return Ok(Base {
                commit: EMPTY_TREE.to_owned(),
                shown: String::new(),
                published: Vec::new(),
            });
        };
        let Some((name, tip)) = self.default_branch() else {
            return Err(Failure::new("git knows no default branch to compare with")
                .help("name it: `--base origin/main`; in CI, fetch it: `fetch-depth: 0`"));
        };
        let base = self.merge_base(&tip).ok_or_else(|| {
            Failure::new(format_args!("this branch and `{name}` have no common commit here"))
                .help("in CI, fetch all of the history: `fetch-depth: 0`")
        })?;
        if base != head {
            return Ok(Base { commit: base.clone(), shown: name, published: vec![base] });
        }
        // On the default branch: what the last commit changed, and what is not yet committed.
        match self.commit("HEAD^") {
            Some(parent) => {
                Ok(Base { commit: parent, shown: "HEAD^".to_owned(), published: vec![head] })
            }
            None if self.is_shallow() => {
                Err(Failure::new("the history was not fetched, so edited contracts cannot be seen")
                    .help("in CI, fetch it: `fetch-depth: 0`")
                    .help(
                        "or write `--base none` to take every contract file for published as it is",
                    ))
            }
            None => {
                Ok(Base { commit: head.clone(), shown: "HEAD".to_owned(), published: vec![head] })
            }
        }
    }

    fn is_shallow(&self) -> bool {
        self.ask(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|text| text.trim() == "true")
    }

    fn merge_base(&self, other: &str) -> Option<String> {
        let base = self.ask(&["merge-base", "HEAD", other]).ok()?;
        Some(base.trim_end().to_owned()).filter(|base| !base.is_empty())
    }

    /// `origin/main`, or what the remote calls it; `main` where there is no remote.
    fn default_branch(&self) -> Option<(String, String)> {
        let names = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
        names.iter().find_map(|name| Some(((*name).to_owned(), self.commit(name)?)))
    }
}

/// The id that git gives to a tree without files.
const EMPTY_TREE: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/// `v3.json` and `v3.sample.json`: other files may change.
fn contract_files<'a>(
    top: &Path,
    names: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = PathBuf> {
    let top = top.to_owned();
    names.filter(|name| is_contract(Path::new(name))).map(move |name| top.join(name))
}

pub(crate) fn is_contract(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let version =
        name.strip_suffix(".json").map(|name| name.strip_suffix(".sample").unwrap_or(name));
    version.and_then(|version| version.strip_prefix('v')).is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Every contract file below some directories.
fn on_disk(directories: &[PathBuf]) -> BTreeSet<PathBuf> {
    let types = directories.iter().flat_map(|directory| crate::files::entries(directory));
    types
        .flat_map(|directory| crate::files::entries(&directory))
        .filter(|file| is_contract(file))
        .collect()
}
