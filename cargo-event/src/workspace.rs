//! The packages of a workspace that can have events.

use std::collections::BTreeSet;
use std::path::PathBuf;

use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId};

use crate::args::Build;
use crate::failure::{Failure, Ran};
use crate::hidden;
use crate::host;

/// The crates whose derives make events.
const FACADES: [&str; 3] = ["versioned-events", "event-core", "event-derive"];

/// What cargo says of a workspace.
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    /// Packages with a library that depends on the facade.
    pub(crate) packages: Vec<Member>,
    /// The directories of all packages that were chosen, whether or not they depend on the facade.
    pub(crate) members: Vec<PathBuf>,
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
    Registry { version: String, index: Option<String> },
    Git { url: String, rev: String },
}

impl Workspace {
    /// Asks cargo. Events that cannot be seen are a failure, and not passed over in silence.
    pub(crate) fn find(build: &Build) -> Ran<Self> {
        let metadata = metadata(build)?;
        let mut workspace = Self {
            root: metadata.workspace_root.clone().into(),
            target: metadata.target_directory.clone().into(),
            packages: Vec::new(),
            members: Vec::new(),
            core: core(&metadata)?,
        };
        let reaching = reaching(&metadata);
        if build.package.is_empty() {
            workspace.members.push(workspace.root.clone());
        }
        for package in chosen(&metadata, &build.package)? {
            workspace.members.push(directory(package));
            let is_direct = depends(&metadata, &package.id);
            // The facade may come through a package that passes it on: `crate = "shop::events"`.
            let is_passed_on =
                || reaching.contains(&package.id) && !hidden::in_libraries(package).is_empty();
            if !is_direct && !is_passed_on() {
                continue;
            }
            hidden::refuse(package)?;
            if hidden::has_library(package) {
                workspace.packages.push(member(package, build));
            }
        }
        Ok(workspace)
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
    if build.no_default_features {
        command.features(CargoOpt::NoDefaultFeatures);
    }
    if !build.features().is_empty() {
        command.features(CargoOpt::SomeFeatures(build.features()));
    }
    // The probe runs on this machine: packages of other platforms are not needed, and a build does
    // not download them.
    let platform = host::triple().map(|host| format!("--filter-platform={host}"));
    let offline = build.offline.then(|| "--offline".to_owned());
    command.other_options(platform.into_iter().chain(offline).collect::<Vec<_>>());
    command.exec().map_err(|error| match error {
        cargo_metadata::Error::CargoMetadata { stderr } => {
            Failure::new(stderr.trim().trim_start_matches("error: ").trim_end())
        }
        error => Failure::new(format_args!("`cargo metadata` cannot be run: {error}")),
    })
}

/// The members that `-p` names; all of them without it.
fn chosen<'a>(metadata: &'a Metadata, names: &[String]) -> Ran<Vec<&'a Package>> {
    let members = metadata.workspace_packages();
    let unknown = names.iter().find(|name| !members.iter().any(|one| is_called(one, name)));
    match unknown {
        Some(name) => Err(Failure::new(format_args!("the workspace has no package `{name}`"))),
        None if names.is_empty() => Ok(members),
        None => Ok(members
            .into_iter()
            .filter(|member| names.iter().any(|name| is_called(member, name)))
            .collect()),
    }
}

/// `orders`, `orders@0.1.0` or `order*`, as cargo's own `-p` takes them.
fn is_called(package: &Package, spec: &str) -> bool {
    let (name, version) = spec.split_once('@').unwrap_or((spec, ""));
    let is_version = version.is_empty() || package.version.to_string() == version;
    is_version && fits(package.name.as_str(), name)
}

/// Whether a name fits a pattern with `*` in it.
fn fits(name: &str, pattern: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return name == pattern };
    let Some(rest) = name.strip_prefix(before) else { return false };
    let mut ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    ends.any(|at| rest.get(at..).is_some_and(|rest| fits(rest, after)))
}

/// Whether a package depends on the facade, however it calls it; not only for its tests.
fn depends(metadata: &Metadata, id: &PackageId) -> bool {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let dependencies = nodes.filter(|node| node.id == *id).flat_map(|node| &node.deps);
    dependencies
        .filter(|dependency| {
            let kinds = &dependency.dep_kinds;
            kinds.is_empty() || kinds.iter().any(|kind| kind.kind == DependencyKind::Normal)
        })
        .any(|dependency| FACADES.contains(&metadata[&dependency.pkg].name.as_str()))
}

/// Packages that depend on the facade, through others too.
fn reaching(metadata: &Metadata) -> BTreeSet<PackageId> {
    let nodes = || metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let is_facade = |id: &PackageId| FACADES.contains(&metadata[id].name.as_str());
    let mut reaching: BTreeSet<_> = nodes().map(|node| node.id.clone()).filter(is_facade).collect();
    loop {
        let known = reaching.len();
        let found = nodes().filter(|node| node.dependencies.iter().any(|id| reaching.contains(id)));
        let found: Vec<_> = found.map(|node| node.id.clone()).collect();
        reaching.extend(found);
        if reaching.len() == known {
            return reaching;
        }
    }
}

fn directory(package: &Package) -> PathBuf {
    package.manifest_path.parent().map(PathBuf::from).unwrap_or_default()
}

fn member(package: &Package, build: &Build) -> Member {
    let directory = directory(package);
    let name = package.name.to_string();
    let has_dependency = |name: &str| {
        package.dependencies.iter().any(|one| one.rename.as_ref().unwrap_or(&one.name) == name)
    };
    let asked = build.features().into_iter().filter_map(|feature| match feature.split_once('/') {
        Some((of, feature)) if of == name => Some(feature.to_owned()),
        Some((of, _)) => has_dependency(of.trim_end_matches('?')).then_some(feature),
        None => package.features.contains_key(&feature).then_some(feature),
    });
    let features = match build.all_features {
        true => package.features.keys().cloned().collect(),
        false => asked.collect(),
    };
    Member { name, directory, features }
}

fn core(metadata: &Metadata) -> Ran<Source> {
    let mut found = metadata.packages.iter().filter(|package| package.name == "event-core");
    let (Some(core), other) = (found.next(), found.next()) else {
        let members = metadata.workspace_packages();
        if let Some(member) = members.into_iter().find(|member| depends_elsewhere(member)) {
            return Err(Failure::new(format_args!(
                "`{}` depends on `versioned-events` only on other platforms",
                member.name
            ))
            .help("move `versioned-events` to `[dependencies]`")
            .help("or run `cargo event` on a platform that has the dependency"));
        }
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
        None => {
            let index =
                (!source.is_crates_io()).then(|| source.repr.trim_start_matches("registry+"));
            let version = core.version.to_string();
            Ok(Source::Registry { version, index: index.map(str::to_owned) })
        }
    }
}

/// `[target.'cfg(windows)'.dependencies]`, asked on a machine without Windows.
fn depends_elsewhere(package: &Package) -> bool {
    let mut dependencies = package.dependencies.iter();
    dependencies.any(|one| {
        let is_normal = one.kind == DependencyKind::Normal && one.target.is_some();
        is_normal && FACADES.contains(&one.name.as_str())
    })
}
