//! The directories of contracts that count: those of today's code, and those that an earlier commit had.
//!
//! An event that is gone, or that a feature hides, takes its directory out of the code. It must not go
//! unseen with it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use event_contract::DIRECTORY;

use crate::failure::Ran;
use crate::files;
use crate::git::{Commit, Git, Held};
use crate::published::{MANIFEST, is_contract};
use crate::repository::Repository;

/// What is looked at.
pub(crate) struct Watched {
    /// Directories of contracts, whether or not they are there still.
    pub(crate) directories: Vec<PathBuf>,
    /// Packages that can have had others.
    packages: Vec<PathBuf>,
}

impl Watched {
    /// The directories that the code names, and those of packages whose events it does not show.
    pub(crate) fn new(
        directories: impl IntoIterator<Item = PathBuf>,
        packages: &[PathBuf],
    ) -> Self {
        let packages: Vec<_> = packages.iter().map(|one| files::real(one)).collect();
        let hidden = packages.iter().map(|package| package.join(DIRECTORY));
        let hidden = hidden.filter(|directory| {
            files::entries(directory).iter().flat_map(|it| files::entries(it)).any(|file| {
                is_contract(&file) && fs::read_to_string(&file).is_ok_and(|text| is_ours(&text))
            })
        });
        let mut directories: Vec<_> = directories.into_iter().chain(hidden).collect();
        directories.sort();
        directories.dedup();
        Self { directories, packages }
    }

    /// Whether a file is in one of the directories.
    pub(crate) fn has(&self, file: &Path) -> bool {
        self.directories.iter().any(|directory| file.starts_with(directory))
    }

    /// Adds the directories that contracts were in at a commit, if its code named them.
    pub(crate) fn look_back(
        &mut self,
        git: &Git<'_>,
        of: &Repository,
        commit: &Commit,
        packages: &BTreeSet<PathBuf>,
        held: &[Held],
    ) -> Ran<()> {
        let owner = |file: &Path| {
            let is_package = |one: &Path| packages.contains(one) || one.join(MANIFEST).is_file();
            file.ancestors().skip(1).find(|one| is_package(one)).map(Path::to_owned)
        };
        let files = held.iter().map(|held| (held, of.top.join(&held.name)));
        let unknown: Vec<_> = files
            .filter(|(_, file)| !self.has(file))
            .filter(|(_, file)| owner(file).is_some_and(|owner| self.packages.contains(&owner)))
            .collect();
        let ids: Vec<_> = unknown.iter().map(|(held, _)| held.id.as_str()).collect();
        let texts = git.texts(&ids)?;
        let ours = unknown.iter().zip(texts);
        let ours = ours.filter(|(_, text)| is_ours(&String::from_utf8_lossy(text)));
        let found = ours.filter_map(|((_, file), _)| file.parent()?.parent().map(Path::to_owned));
        let found: BTreeSet<_> = found.collect();
        if found.is_empty() {
            return Ok(());
        }
        let named = git
            .named(&commit.id)
            .into_iter()
            .filter_map(|(file, said)| Some(resolved(&owner(&of.top.join(file))?.join(said))));
        let usual = self.packages.iter().map(|package| package.join(DIRECTORY));
        let named: BTreeSet<_> = named.chain(usual).collect();
        self.directories.extend(found.intersection(&named).cloned());
        Ok(())
    }
}

/// Contracts, and not what others keep in files of such names.
fn is_ours(text: &str) -> bool {
    let head = text.trim_start_matches(['\u{feff}', '{', ' ', '\r', '\n']);
    head.starts_with("\"contract\":") && text.contains("\"digest\":")
}

/// Without `.` and `..`, whether or not it is there.
fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => _ = resolved.pop(),
            Component::CurDir => {}
            part => resolved.push(part),
        }
    }
    resolved
}
