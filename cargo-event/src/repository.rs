//! The git repositories that directories of contracts are in: mostly one, and submodules have their own.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Ran};
use crate::git::Git;

/// A repository with contracts.
pub(crate) struct Repository {
    /// The directory of its files.
    pub(crate) top: PathBuf,
    /// Whether the workspace itself is in it.
    pub(crate) is_own: bool,
}

/// Every repository that directories are in, the workspace's own first. One that is in none is a
/// failure: nobody could say what was published.
pub(crate) fn repositories(root: &Path, directories: &[PathBuf]) -> Ran<Vec<Repository>> {
    let Some(top) = (Git { directory: root }).top()? else {
        return Err(unknown("this is no git repository", "write"));
    };
    let mut found = vec![Repository { top, is_own: true }];
    for directory in directories {
        let is_in = |one: &Repository| has(&one.top, directory);
        if found.iter().any(is_in) {
            continue;
        }
        let there = directory.ancestors().find(|one| one.is_dir()).unwrap_or(directory);
        let Some(top) = (Git { directory: there }).top()? else {
            let what = format!("`{}` is in no git repository", directory.display());
            return Err(unknown(&what, "move it to where its package is, or write"));
        };
        if !found.iter().any(|one| one.top == top) {
            found.push(Repository { top, is_own: false });
        }
    }
    Ok(found)
}

/// Whether a path is in the repository, and not in another one inside it.
pub(crate) fn has(top: &Path, path: &Path) -> bool {
    let below = path.ancestors().take_while(|one| *one != top);
    path.starts_with(top) && !below.into_iter().any(|one| one.join(".git").exists())
}

fn unknown(what: &str, help: &str) -> Failure {
    Failure::new(format_args!("{what}, so nobody knows which contracts were published")).help(
        format_args!("{help} `--base none` to take every contract file for published as it is"),
    )
}
