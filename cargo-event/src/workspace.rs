//! The packages of a workspace that can have events.

use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{CargoOpt, Metadata, MetadataCommand, Package, PackageId, TargetKind};

use crate::args::Build;
use crate::failure::{Failure, Ran};

/// The crates whose derives make events.
const FACADES: [&str; 3] = ["versioned-events", "event-core", "event-derive"];

/// What cargo says of a workspace.
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    /// Packages with a library that depends on the facade.
    pub(crate) packages: Vec<Member>,
    /// Packages that depend on it and have no library.
    pub(crate) without_library: Vec<Member>,
    /// Where `event-core` comes from.
    pub(crate) core: Source,
}

/// A package of the workspace.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) directory: PathBuf,
    pub(crate) features: Vec<String>,
}

/// Where a package comes from, as a dependency on it is written.
pub(crate) enum Source {
    Path(PathBuf),
    Registry { version: String },
    Git { url: String, rev: String },
}

impl Workspace {
    /// Asks cargo.
    pub(crate) fn find(build: &Build) -> Ran<Self> {
        let metadata = metadata(build)?;
        let core = core(&metadata)?;
        let mut workspace = Self {
            root: metadata.workspace_root.clone().into(),
            target: metadata.target_directory.clone().into(),
            packages: Vec::new(),
            without_library: Vec::new(),
            core,
        };
        let members = chosen(&metadata, &build.package)?;
        for package in members.into_iter().filter(|package| depends(&metadata, &package.id)) {
            let member = member(package, build)?;
            match has_library(package) {
                true => workspace.packages.push(member),
                false => workspace.without_library.push(member),
            }
        }
        workspace.refuse_hidden_events()?;
        Ok(workspace)
    }

    /// Events in a package without a library cannot be seen, and must not be passed over in silence.
    fn refuse_hidden_events(&self) -> Ran<()> {
        let hidden = self.without_library.iter().find(|member| {
            member.directory.join(event_contract::DIRECTORY).is_dir()
                || derives_events(&member.directory.join("src"))
        });
        match hidden {
            None => Ok(()),
            Some(member) => Err(Failure::new(format_args!(
                "`{}` has events and no library: other programs cannot see them",
                member.name
            ))
            .help("move the events to `src/lib.rs`, and use them from `src/main.rs`")
            .help("or write `#[event(contracts = \"none\")]` on events that nobody else reads, and leave the package out with `-p`")),
        }
    }
}

fn metadata(build: &Build) -> Ran<Metadata> {
    let mut command = MetadataCommand::new();
    if let Some(path) = &build.manifest_path {
        command.manifest_path(path);
    }
    if build.all_features {
        command.features(CargoOpt::AllFeatures);
    }
    if build.offline {
        command.other_options(["--offline".to_owned()]);
    }
    command.exec().map_err(|error| match error {
        cargo_metadata::Error::CargoMetadata { stderr } => {
            Failure::new(stderr.trim().trim_start_matches("error: "))
        }
        error => Failure::new(format_args!("`cargo metadata` cannot be run: {error}")),
    })
}

/// The members that `-p` names; all of them without it.
fn chosen<'a>(metadata: &'a Metadata, names: &[String]) -> Ran<Vec<&'a Package>> {
    let members = metadata.workspace_packages();
    let unknown = names.iter().find(|name| !members.iter().any(|one| one.name == name.as_str()));
    match unknown {
        Some(name) => Err(Failure::new(format_args!("the workspace has no package `{name}`"))),
        None if names.is_empty() => Ok(members),
        None => Ok(members
            .into_iter()
            .filter(|member| names.iter().any(|name| member.name == name.as_str()))
            .collect()),
    }
}

/// Whether a package depends on the facade, however it calls it; not only for its tests.
fn depends(metadata: &Metadata, id: &PackageId) -> bool {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let dependencies = nodes.filter(|node| node.id == *id).flat_map(|node| &node.deps);
    dependencies
        .filter(|dependency| {
            let kinds = &dependency.dep_kinds;
            kinds.is_empty()
                || kinds.iter().any(|kind| kind.kind == cargo_metadata::DependencyKind::Normal)
        })
        .any(|dependency| FACADES.contains(&metadata[&dependency.pkg].name.as_str()))
}

fn has_library(package: &Package) -> bool {
    let is_library = |kind: &TargetKind| matches!(kind, TargetKind::Lib | TargetKind::RLib);
    package.targets.iter().any(|target| target.kind.iter().any(is_library))
}

fn member(package: &Package, build: &Build) -> Ran<Member> {
    let directory = package.manifest_path.parent().map(PathBuf::from).unwrap_or_default();
    let name = package.name.to_string();
    let asked = build.features.iter().filter_map(|feature| match feature.split_once('/') {
        Some((of, feature)) => (of == name).then_some(feature),
        None => package.features.contains_key(feature).then_some(feature.as_str()),
    });
    let features = match build.all_features {
        true => package.features.keys().cloned().collect(),
        false => asked.map(str::to_owned).collect(),
    };
    Ok(Member { name, directory, features })
}

fn core(metadata: &Metadata) -> Ran<Source> {
    let mut found = metadata.packages.iter().filter(|package| package.name == "event-core");
    let (Some(core), other) = (found.next(), found.next()) else {
        return Err(Failure::new("no package of this workspace depends on `versioned-events`")
            .help("`cargo add versioned-events`, and `#[derive(Event)]` on a struct"));
    };
    if let Some(other) = other {
        return Err(Failure::new(format_args!(
            "the workspace uses `event-core` in versions {} and {}",
            core.version, other.version
        ))
        .help("let all packages use the same version of `versioned-events`: `cargo update`, or the newest in every `Cargo.toml`"));
    }
    let Some(source) = &core.source else {
        return Ok(Source::Path(
            core.manifest_path.parent().map(PathBuf::from).unwrap_or_default(),
        ));
    };
    match source.repr.strip_prefix("git+").and_then(|git| git.split_once('#')) {
        Some((url, rev)) => {
            let url = url.split('?').next().unwrap_or(url);
            Ok(Source::Git { url: url.to_owned(), rev: rev.to_owned() })
        }
        None => Ok(Source::Registry { version: core.version.to_string() }),
    }
}

/// Whether any source file below seems to derive events.
fn derives_events(directory: &Path) -> bool {
    let Ok(entries) = fs::read_dir(directory) else { return false };
    entries.flatten().map(|entry| entry.path()).any(|path| match path.is_dir() {
        true => derives_events(&path),
        false => {
            path.extension().is_some_and(|extension| extension == "rs")
                && fs::read_to_string(&path).is_ok_and(|text| names_derive(&text))
        }
    })
}

/// `#[derive(..., Event, ...)]` at the start of a line.
fn names_derive(text: &str) -> bool {
    text.split('\n').enumerate().any(|(number, line)| {
        let Some(list) = line.trim_start().strip_prefix("#[derive(") else { return false };
        let rest: String = text.split('\n').skip(number + 1).take(8).collect();
        let list = format!("{list}{rest}");
        let list = list.split(')').next().unwrap_or_default();
        list.split(',').any(|name| name.trim().rsplit("::").next() == Some("Event"))
    })
}
