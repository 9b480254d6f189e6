//! The manifest of the program that knows the events: what it depends on, and how it is built.

use std::fs;
use std::path::Path;

use toml::Table;

use crate::args::Build;
use crate::failure::{Failure, Ran};
use crate::workspace::{Member, Source, Workspace};

/// The manifest of a probe that is called so.
pub(crate) fn manifest(name: &str, workspace: &Workspace, build: &Build) -> Ran<String> {
    let mut dependencies = Table::new();
    dependencies.insert("event-core".to_owned(), core(&workspace.core).into());
    for (index, member) in workspace.packages.iter().enumerate() {
        dependencies.insert(format!("package-{index}"), dependency(member, build).into());
    }
    let mut manifest = Table::new();
    let mut package = Table::new();
    package.insert("name".to_owned(), name.into());
    package.insert("edition".to_owned(), "2024".into());
    manifest.insert("package".to_owned(), package.into());
    manifest.insert("dependencies".to_owned(), dependencies.into());
    manifest.insert("workspace".to_owned(), Table::new().into());
    manifest.insert("profile".to_owned(), profile().into());
    if let Some(patch) = patches(&workspace.root)? {
        manifest.insert("patch".to_owned(), patch);
    }
    let text = toml::to_string(&manifest);
    text.map_err(|error| Failure::new(format_args!("the probe cannot be written: {error}")))
}

/// Nobody steps through the probe with a debugger, and everybody waits for it. Where it overflows, it
/// panics.
fn profile() -> Table {
    let mut fast = Table::new();
    fast.insert("opt-level".to_owned(), 1.into());
    let packages = ["event-contract", "event-core", "serde_json"];
    let packages: Table =
        packages.map(|name| (name.to_owned(), fast.clone().into())).into_iter().collect();
    let mut dev = Table::new();
    dev.insert("debug".to_owned(), false.into());
    dev.insert("debug-assertions".to_owned(), false.into());
    dev.insert("overflow-checks".to_owned(), true.into());
    dev.insert("package".to_owned(), packages.into());
    let mut profile = Table::new();
    profile.insert("dev".to_owned(), dev.into());
    profile
}

fn core(source: &Source) -> Table {
    let mut table = Table::new();
    match source {
        Source::Path(path) => {
            table.insert("path".to_owned(), path.display().to_string().into());
        }
        Source::Registry { version, index } => {
            table.insert("version".to_owned(), format!("={version}").into());
            let index = index.as_ref().map(|index| index.as_str().into());
            table.extend(index.map(|index| ("registry-index".to_owned(), index)));
        }
        Source::Git { url, rev } => {
            table.insert("git".to_owned(), url.as_str().into());
            table.insert("rev".to_owned(), rev.as_str().into());
        }
    }
    table.insert("features".to_owned(), vec!["contract"].into());
    table
}

fn dependency(member: &Member, build: &Build) -> Table {
    let mut table = Table::new();
    table.insert("package".to_owned(), member.name.as_str().into());
    table.insert("path".to_owned(), member.directory.display().to_string().into());
    table.insert("features".to_owned(), member.features.clone().into());
    if build.no_default_features {
        table.insert("default-features".to_owned(), false.into());
    }
    table
}

/// What the workspace puts in place of packages; its paths are below its root.
fn patches(root: &Path) -> Ran<Option<toml::Value>> {
    let path = root.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
    let manifest: Table = text
        .parse()
        .map_err(|error| Failure::new(format_args!("cannot read `{}`: {error}", path.display())))?;
    let Some(mut patch) = manifest.get("patch").cloned() else { return Ok(None) };
    let sources = patch.as_table_mut().into_iter().flat_map(|sources| sources.iter_mut());
    for (_, packages) in sources {
        let packages = packages.as_table_mut().into_iter().flat_map(|packages| packages.iter_mut());
        for (_, package) in packages {
            let Some(path) = package.get_mut("path") else { continue };
            let absolute = path.as_str().map(|path| root.join(path).display().to_string());
            if let Some(absolute) = absolute {
                *path = absolute.into();
            }
        }
    }
    Ok(Some(patch))
}
