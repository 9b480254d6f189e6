//! What was published: the contracts that others can have, and what this branch did to them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use event_contract::Contract;

use crate::failure::Ran;
use crate::files;
use crate::git::{Commit, Git};

/// Published contract files, and what became of them.
#[derive(Default)]
pub(crate) struct Published {
    /// The commit that was compared with, as somebody would write it; empty without git.
    pub(crate) base: String,
    /// Files that others can have.
    files: BTreeSet<PathBuf>,
    pub(crate) edited: Vec<Edited>,
    pub(crate) deleted: Vec<Deleted>,
}

/// A published file that says something else.
pub(crate) struct Edited {
    pub(crate) file: PathBuf,
    /// The commit that has it as it was.
    pub(crate) base: String,
}

/// A published file that is no longer there.
pub(crate) struct Deleted {
    pub(crate) file: PathBuf,
    /// The commit that has it.
    pub(crate) base: String,
    /// What it promised; `None` for samples.
    pub(crate) contract: Option<Contract>,
    /// Whether its package is still there.
    pub(crate) has_package: bool,
}

impl Published {
    /// Whether a file must stay as it is.
    pub(crate) fn holds(&self, file: &Path) -> bool {
        self.files.contains(file)
    }

    /// Whether a file is as others have it already, as far as git knows.
    pub(crate) fn keeps(&self, file: &Path) -> bool {
        let is_edited = self.edited.iter().any(|edited| edited.file == file);
        !self.base.is_empty() && self.holds(file) && !is_edited
    }

    /// Asks git about directories of contracts, whether or not they are there still.
    pub(crate) fn find(root: &Path, directories: &[PathBuf], base: Option<&str>) -> Ran<Self> {
        if base == Some("none") {
            return Ok(Self { files: on_disk(directories), ..Self::default() });
        }
        let git = Git { directory: root };
        let top = git.top()?;
        let Some(base) = git.base(base)? else { return Ok(Self::default()) };
        let mut published = Self::default();
        published.base.extend(base.commits.first().map(|commit| commit.shown.as_str()));
        let mut arguments: Vec<_> =
            ["--literal-pathspecs", "ls-tree", "-r", "--name-only", "-z", "--full-name"].into();
        arguments.extend([base.published.as_str(), "--"]);
        let arguments = arguments.into_iter().map(Into::into);
        let below: Vec<_> = directories.iter().filter(|one| one.starts_with(&top)).collect();
        if !below.is_empty() {
            let paths = below.iter().map(|directory| directory.as_os_str().to_owned());
            let names = git.ask(arguments.chain(paths))?;
            let names = names.split('\0').filter(|name| is_contract(Path::new(name)));
            published.files = names.map(|name| top.join(name)).collect();
        }
        // The newest first: what was not committed yet is taken back from there.
        for commit in base.commits.iter().rev() {
            published.compare(&git, &top, commit, directories)?;
        }
        Ok(published)
    }

    /// What is different in the files that are there now.
    fn compare(&mut self, git: &Git<'_>, top: &Path, base: &Commit, known: &[PathBuf]) -> Ran<()> {
        let arguments = ["diff", "--no-renames", "--no-ext-diff", "--name-status", "-z", &base.id];
        // Contracts outside of the known directories tell of packages that are gone.
        let paths = ["--", ":(top,glob)**/v*.json", ":(top,glob)**/Cargo.toml"];
        let changes = git.ask(arguments.into_iter().chain(paths))?;
        let mut changes = changes.split('\0');
        let (mut edited, mut deleted, mut packages) = (Vec::new(), Vec::new(), BTreeSet::new());
        while let (Some(status), Some(name)) = (changes.next(), changes.next()) {
            let path = top.join(name);
            let is_known = known.iter().any(|directory| path.starts_with(directory));
            match (status, is_contract(&path)) {
                ("A", _) => {}
                ("D", false) => packages.extend(path.parent().map(Path::to_owned)),
                (_, false) => {}
                ("D", true) => deleted.push((name, path, is_known)),
                (_, true) if is_known => edited.push((name, path)),
                (_, true) => {}
            }
        }
        let names: Vec<_> = edited.iter().map(|(name, _)| *name).collect();
        for ((_, file), was) in edited.into_iter().zip(texts(git, &base.id, &names)?) {
            // Checked out with other line ends, it is the same text.
            let is_same = fs::read(&file).is_ok_and(|now| lines(&now) == lines(&was));
            if !is_same && !self.edited.iter().any(|edited| edited.file == file) {
                self.edited.push(Edited { file, base: base.shown.clone() });
            }
        }
        let has_gone = |path: &Path| path.ancestors().any(|above| packages.contains(above));
        deleted.retain(|(_, path, is_known)| *is_known || has_gone(path));
        let names: Vec<_> = deleted.iter().map(|(name, ..)| *name).collect();
        for ((_, file, has_package), was) in deleted.into_iter().zip(texts(git, &base.id, &names)?)
        {
            let contract = Contract::from_text(&lines(&was)).ok();
            if !self.deleted.iter().any(|deleted| deleted.file == file) {
                let base = base.shown.clone();
                self.deleted.push(Deleted { file, base, contract, has_package });
            }
        }
        Ok(())
    }
}

fn texts(git: &Git<'_>, commit: &str, names: &[&str]) -> Ran<Vec<Vec<u8>>> {
    if names.is_empty() { Ok(Vec::new()) } else { git.texts(commit, names) }
}

fn lines(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

/// `v3.json` and `v3.sample.json`: other files may change.
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
    let types = directories.iter().flat_map(|directory| files::entries(directory));
    types
        .flat_map(|directory| files::entries(&directory))
        .filter(|file| is_contract(file))
        .collect()
}
