//! What was committed: the files of contract directories.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use event_contract::{
    Contract, ContractError, Samples, contract_file, published_versions, sample_file,
};

use crate::failure::{Failure, Ran};

/// The files of one event type.
#[derive(Default)]
pub(crate) struct TypeFiles {
    pub(crate) contracts: BTreeMap<u32, Result<Contract, Broken>>,
    pub(crate) samples: BTreeMap<u32, Result<Samples, Broken>>,
    /// The text of `about.toml`.
    pub(crate) about: Option<String>,
}

/// A file that says nothing that can be used.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub(crate) what: String,
    pub(crate) help: String,
}

impl From<ContractError> for Broken {
    fn from(error: ContractError) -> Self {
        Self { what: error.what().to_owned(), help: error.help().to_owned() }
    }
}

impl TypeFiles {
    /// Reads all of them.
    pub(crate) fn read(contracts: &Path, event_type: &str) -> Ran<Self> {
        let directory = contracts.join(event_type);
        let versions = published_versions(contracts, event_type);
        let versions = versions.map_err(|error| Failure::io("read", &directory, &error))?;
        let mut files = Self::default();
        for version in versions {
            let path = contract_file(contracts, event_type, version);
            let contract = text(&path)?.map(|text| contract(&text, event_type, version));
            files.contracts.extend(contract.map(|contract| (version, contract)));
            let path = sample_file(contracts, event_type, version);
            let samples = text(&path)?.map(|text| samples(&text, event_type, version));
            files.samples.extend(samples.map(|samples| (version, samples)));
        }
        files.about = text(&directory.join("about.toml"))?;
        Ok(files)
    }

    /// The contracts that can be read, sorted.
    pub(crate) fn readable(&self) -> Vec<Contract> {
        self.contracts.values().filter_map(|contract| contract.as_ref().ok()).cloned().collect()
    }
}

fn contract(text: &str, event_type: &str, version: u32) -> Result<Contract, Broken> {
    let contract = Contract::from_text(text)?;
    belongs(&contract.event_type, contract.version, event_type, version)?;
    Ok(contract)
}

fn samples(text: &str, event_type: &str, version: u32) -> Result<Samples, Broken> {
    let samples = Samples::from_text(text)?;
    belongs(&samples.event_type, samples.version, event_type, version)?;
    Ok(samples)
}

fn belongs(found: &str, found_version: u32, event_type: &str, version: u32) -> Result<(), Broken> {
    if (found, found_version) == (event_type, version) {
        return Ok(());
    }
    Err(Broken {
        what: format!("it is of `{found}` version {found_version}"),
        help: "take the file from version control again: a contract stays where it was written"
            .to_owned(),
    })
}

/// The text of a file, if it is there; bytes that are no text are kept as marks and found later.
pub(crate) fn text(path: &Path) -> Ran<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::io("read", path, &error)),
    }
}

/// The event types that a directory of contracts has files of.
pub(crate) fn event_types(contracts: &Path) -> BTreeSet<String> {
    let directories = entries(contracts).into_iter().filter(|path| path.is_dir());
    directories
        .filter(|directory| {
            entries(directory).iter().any(|file| crate::published::is_contract(file))
        })
        .filter_map(|directory| Some(directory.file_name()?.to_str()?.to_owned()))
        .collect()
}

/// What is in a directory; nothing if it is not there.
pub(crate) fn entries(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// The one way to write a path: links followed, and `..` resolved. What is not there is below what is.
pub(crate) fn real(path: &Path) -> PathBuf {
    if let Ok(path) = dunce::canonicalize(path) {
        return path;
    }
    let Some(parent) = path.parent() else { return path.to_owned() };
    match path.components().next_back() {
        Some(Component::Normal(name)) => real(parent).join(name),
        Some(Component::ParentDir) => real(parent).parent().map(Path::to_owned).unwrap_or_default(),
        _ => path.to_owned(),
    }
}

/// Writes a file whole or not at all, whoever else writes it: one that breaks off would be an error for
/// everybody.
pub(crate) fn write(path: &Path, text: &str) -> Ran<()> {
    let directory = path.parent().unwrap_or(path);
    fs::create_dir_all(directory).map_err(|error| Failure::io("make", directory, &error))?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        Failure::io("write", path, &error)
    })
}
