//! All that a command looks at: the code, the files, and what git says was published.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use event_contract::{Contract, DIRECTORY};
use rayon::prelude::*;

use crate::args::Build;
use crate::code::{EventType, event_types};
use crate::failure::Ran;
use crate::files::{self, TypeFiles};
use crate::probe::Probe;
use crate::published::Published;
use crate::show::Shell;
use crate::watched::Watched;
use crate::workspace::Workspace;

pub(crate) struct Project {
    pub(crate) root: PathBuf,
    /// `None` once its questions were asked.
    pub(crate) probe: Option<Probe>,
    pub(crate) types: Vec<(EventType, TypeFiles)>,
    /// Event types that have contracts and no code: the directory of contracts, and the type.
    pub(crate) orphans: Vec<(PathBuf, String)>,
    /// `contracts/about.toml` of every directory of contracts.
    pub(crate) about: BTreeMap<PathBuf, Option<String>>,
    pub(crate) published: Published,
    /// Whether it is the whole workspace, and not only some packages.
    pub(crate) is_whole: bool,
}

impl Project {
    /// Builds the workspace and reads everything.
    pub(crate) fn load(build: &Build, shell: &Shell) -> Ran<Self> {
        let workspace = shell.timed("cargo metadata", || Workspace::find(build))?;
        let probe = Probe::start(&workspace, build, shell)?;
        let types = shell.timed("events", || event_types(&workspace, &probe.events))?;
        let root = files::real(&workspace.root);
        let packages = workspace.packages.iter();
        let directories = packages.map(|member| files::real(&member.directory.join(DIRECTORY)));
        let directories = directories.chain(types.iter().map(|known| known.contracts.clone()));
        let mut watched = Watched::new(directories, &workspace.members);
        let base = build.base.as_deref();
        let published = shell.timed("git", || Published::find(&root, &mut watched, base))?;
        let mut orphans = Vec::new();
        let mut about = BTreeMap::new();
        for directory in &watched.directories {
            let described = |name: &str| {
                types.iter().any(|known| known.contracts == *directory && known.event_type == name)
            };
            let found = files::event_types(directory).into_iter();
            orphans.extend(
                found.filter(|name| !described(name)).map(|name| (directory.clone(), name)),
            );
            about.insert(directory.clone(), files::text(&directory.join("about.toml"))?);
        }
        let read = |known: EventType| {
            let files = TypeFiles::read(&known.contracts, &known.event_type)?;
            Ok((known, files))
        };
        let types =
            shell.timed("contracts", || types.into_par_iter().map(read).collect::<Ran<_>>())?;
        let is_whole = build.package.is_empty();
        Ok(Self { root, probe: Some(probe), types, orphans, about, published, is_whole })
    }

    /// Whether a contract was published: in its file, or in another one that moved here.
    pub(crate) fn is_published(&self, file: &Path, contract: &Contract) -> bool {
        self.published.holds(file) || self.published.moved(contract)
    }

    /// Whether a contract file says the same, wherever it is.
    pub(crate) fn promises(&self, contract: &Contract) -> bool {
        let files =
            self.types.iter().filter_map(|(_, files)| files.contracts.get(&contract.version));
        files.flatten().any(|promised| promised == contract)
    }
}
