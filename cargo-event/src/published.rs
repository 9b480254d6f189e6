//! What was published: the contracts that others can have, and what this branch did to them.
//!
//! Files are compared with what commits hold, and not with git's index: that one can be told to look away.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use event_contract::Contract;

use crate::failure::Ran;
use crate::files;
use crate::git::{Commit, Git, Held};
use crate::repository::{self, Repository, repositories};
use crate::watched::Watched;

/// Published contract files, and what became of them.
#[derive(Default)]
pub(crate) struct Published {
    /// The commit that was compared with, as somebody would write it; empty without git.
    pub(crate) base: String,
    /// Files that others can have.
    files: BTreeSet<PathBuf>,
    pub(crate) edited: Vec<Edited>,
    pub(crate) deleted: Vec<Deleted>,
    pub(crate) meanwhile: Vec<Meanwhile>,
}

/// A contract that was published where this branch left, after it had left.
pub(crate) struct Meanwhile {
    pub(crate) file: PathBuf,
    pub(crate) contract: Contract,
    /// The branch that has it, as somebody would write it.
    pub(crate) on: String,
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

    /// Whether a contract was published in another file, which is gone: it moved.
    pub(crate) fn moved(&self, contract: &Contract) -> bool {
        self.deleted.iter().any(|deleted| deleted.contract.as_ref() == Some(contract))
    }

    /// Whether a file is as others have it already, as far as git knows.
    pub(crate) fn keeps(&self, file: &Path) -> bool {
        let is_edited = self.edited.iter().any(|edited| edited.file == file);
        !self.base.is_empty() && self.holds(file) && !is_edited
    }

    /// Asks git what commits hold. Directories of contracts that only they know are watched, too.
    pub(crate) fn find(root: &Path, watched: &mut Watched, base: Option<&str>) -> Ran<Self> {
        if base == Some("none") {
            return Ok(Self { files: on_disk(&watched.directories), ..Self::default() });
        }
        let mut published = Self::default();
        for repository in repositories(root, &watched.directories)? {
            published.add(&repository, watched, base).map_err(|mut failure| {
                if !repository.is_own {
                    failure.what = format!("in `{}`: {}", repository.top.display(), failure.what);
                }
                failure
            })?;
        }
        Ok(published)
    }

    fn add(&mut self, of: &Repository, watched: &mut Watched, base: Option<&str>) -> Ran<()> {
        let git = Git { directory: &of.top };
        let asked = base.filter(|_| of.is_own);
        let Some(base) = git.base(asked)? else { return Ok(()) };
        if of.is_own || self.base.is_empty() {
            self.base = base.commits.first().map(|it| it.shown.clone()).unwrap_or_default();
        }
        // The newest first: what was not committed yet is taken back from there.
        for commit in base.commits.iter().rev() {
            let is_meant = |name: &Path| is_contract(name) || name.ends_with(MANIFEST);
            let held = git.files(&commit.id, is_meant)?;
            let (manifests, contracts): (Vec<_>, Vec<_>) =
                held.into_iter().partition(|held| held.name.ends_with(MANIFEST));
            let packages: BTreeSet<_> = manifests
                .iter()
                .filter_map(|held| of.top.join(&held.name).parent().map(Path::to_owned))
                .collect();
            watched.look_back(&git, of, commit, &packages, &contracts)?;
            let gone = packages.iter().filter(|one| !one.join(MANIFEST).is_file());
            let gone: BTreeSet<_> = gone.map(PathBuf::as_path).collect();
            let files = contracts.iter().map(|held| (held, of.top.join(&held.name)));
            let known: Vec<_> = files.filter(|(_, file)| repository::has(&of.top, file)).collect();
            if commit.id == base.published {
                let own = known.iter().map(|(_, file)| file).filter(|file| watched.has(file));
                self.files.extend(own.cloned());
            }
            self.compare(&git, commit, watched, &gone, &known)?;
        }
        if let Some(tip) = &base.tip {
            let held = git.files(&tip.id, is_contract)?;
            let held = held.into_iter().map(|held| (of.top.join(&held.name), held));
            let is_new = |file: &Path| watched.has(file) && !self.files.contains(file);
            let new: Vec<_> = held.filter(|(file, _)| is_new(file)).collect();
            let ids: Vec<_> = new.iter().map(|(_, held)| held.id.as_str()).collect();
            let texts = git.texts(&ids)?;
            self.meanwhile.extend(new.into_iter().zip(texts).filter_map(|((file, _), text)| {
                let contract = Contract::from_text(&lines(&text)).ok()?;
                Some(Meanwhile { file, contract, on: tip.shown.clone() })
            }));
        }
        Ok(())
    }

    /// What is different in the files that are there now.
    fn compare(
        &mut self,
        git: &Git<'_>,
        base: &Commit,
        watched: &Watched,
        gone: &BTreeSet<&Path>,
        known: &[(&Held, PathBuf)],
    ) -> Ran<()> {
        let (mut there, mut deleted) = (Vec::new(), Vec::new());
        for (held, file) in known {
            // Contracts outside of the watched directories tell of packages that are gone.
            let (is_known, is_there) = (watched.has(file), is_there(file));
            let has_gone = || file.ancestors().any(|above| gone.contains(above));
            match is_there {
                true if is_known => there.push((*held, file)),
                false if is_known || has_gone() => deleted.push((*held, file, is_known)),
                _ => {}
            }
        }
        let (readable, edited): (Vec<_>, Vec<_>) =
            there.into_iter().partition(|(_, file)| file.is_file());
        let mut edited: Vec<_> = edited.into_iter().map(|(_, file)| file).collect();
        let paths: Vec<_> = readable.iter().map(|(_, file)| file.as_path()).collect();
        let ids = if paths.is_empty() { Vec::new() } else { git.ids(&paths)? };
        let others = readable.iter().zip(ids).filter(|((held, _), id)| held.id != *id);
        let others: Vec<_> = others.map(|(one, _)| *one).collect();
        let ids: Vec<_> = others.iter().map(|(held, _)| held.id.as_str()).collect();
        for ((_, file), was) in others.iter().zip(git.texts(&ids)?) {
            // Checked out with other line ends, it is the same text.
            if !fs::read(file).is_ok_and(|now| lines(&now) == lines(&was)) {
                edited.push(file);
            }
        }
        for file in edited {
            if !self.edited.iter().any(|edited| edited.file == *file) {
                self.edited.push(Edited { file: file.clone(), base: base.shown.clone() });
            }
        }
        let ids: Vec<_> = deleted.iter().map(|(held, ..)| held.id.as_str()).collect();
        for ((_, file, has_package), was) in deleted.into_iter().zip(git.texts(&ids)?) {
            if !self.deleted.iter().any(|deleted| deleted.file == *file) {
                let contract = Contract::from_text(&lines(&was)).ok();
                let (file, base) = (file.clone(), base.shown.clone());
                self.deleted.push(Deleted { file, base, contract, has_package });
            }
        }
        Ok(())
    }
}

pub(crate) const MANIFEST: &str = "Cargo.toml";

/// Whether anything is there, be it a directory or a link to nothing.
fn is_there(file: &Path) -> bool {
    match fs::symlink_metadata(file) {
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
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
