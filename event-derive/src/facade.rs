//! What the facade is called in the package that is compiled: a dependency can be renamed.
//!
//! Only lines that cargo writes and people write are understood; whoever has others says
//! `crate = "path"`.

use std::fs;
use std::path::{Path, PathBuf};

const PACKAGE: &str = "versioned-events";

/// `versioned_events`, or what the manifest calls it: `events = { package = "versioned-events" }`.
pub(crate) fn facade() -> String {
    let directory = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let renamed = directory.and_then(|directory| renamed(&directory));
    renamed.unwrap_or_else(|| PACKAGE.to_owned()).replace('-', "_")
}

fn renamed(directory: &Path) -> Option<String> {
    let own = fs::read_to_string(directory.join("Cargo.toml")).ok()?;
    let is_facade = |dependency: &&Dependency<'_>| dependency.package == Some(PACKAGE);
    let dependencies = dependencies(&own);
    if dependencies.iter().any(|dependency| dependency.name == PACKAGE) {
        return None;
    }
    if let Some(found) = dependencies.iter().find(is_facade) {
        return Some(found.name.to_owned());
    }
    let inherited: Vec<_> = dependencies.iter().filter(|one| one.is_inherited).collect();
    if inherited.is_empty() {
        return None;
    }
    let roots = directory.ancestors().map(|above| above.join("Cargo.toml"));
    let root = roots.filter_map(|path| fs::read_to_string(path).ok());
    let root = root.into_iter().find(|manifest| manifest.contains("[workspace"))?;
    let shared = self::dependencies(&root);
    let found = shared
        .iter()
        .filter(is_facade)
        .find(|one| inherited.iter().any(|inherited| inherited.name == one.name))?;
    Some(found.name.to_owned())
}

/// What a manifest says of one dependency.
#[derive(Debug, Default, PartialEq)]
struct Dependency<'a> {
    name: &'a str,
    package: Option<&'a str>,
    is_inherited: bool,
}

fn dependencies(manifest: &str) -> Vec<Dependency<'_>> {
    let mut found: Vec<Dependency<'_>> = Vec::new();
    let mut table = Table::Other;
    for line in manifest.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[') {
            table = Table::of(header);
            if let Table::Dependency(name) = table {
                found.push(Dependency { name, ..Dependency::default() });
            }
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        let (key, value) = (unquoted(key), value.trim());
        match (&table, found.last_mut()) {
            (Table::Dependencies, _) => {
                let (name, member) = key.split_once('.').unwrap_or((key, ""));
                let member = unquoted(member);
                found.push(Dependency {
                    name: unquoted(name),
                    package: if member == "package" {
                        text(value)
                    } else {
                        member_of(value, "package").and_then(text)
                    },
                    is_inherited: member == "workspace" || member_of(value, "workspace").is_some(),
                });
            }
            (Table::Dependency(_), Some(last)) if key == "package" => last.package = text(value),
            (Table::Dependency(_), Some(last)) if key == "workspace" => last.is_inherited = true,
            _ => {}
        }
    }
    found
}

/// The part of a manifest that a line is in.
enum Table<'a> {
    /// `[dependencies]`, `[target.'cfg(unix)'.dev-dependencies]`, `[workspace.dependencies]`
    Dependencies,
    /// `[dependencies.events]`
    Dependency(&'a str),
    Other,
}

impl<'a> Table<'a> {
    fn of(header: &'a str) -> Self {
        let Some((path, _)) = header.split_once(']') else { return Self::Other };
        if path.ends_with("dependencies") {
            return Self::Dependencies;
        }
        match path.rsplit_once("dependencies.") {
            Some((_, name)) => Self::Dependency(unquoted(name)),
            None => Self::Other,
        }
    }
}

/// What follows a member's name in `{ package = "versioned-events", version = "1" }`.
fn member_of<'a>(table: &'a str, name: &str) -> Option<&'a str> {
    let members = table.strip_prefix('{')?.split(',');
    let named = members.filter_map(|member| member.split_once('='));
    let mut values = named.filter(|(key, _)| unquoted(key) == name).map(|(_, value)| value.trim());
    values.next()
}

fn text(value: &str) -> Option<&str> {
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    value.get(1..)?.split_once(quote).map(|(text, _)| text)
}

fn unquoted(key: &str) -> &str {
    key.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::fs;

    use super::{Dependency, PACKAGE, dependencies, renamed};

    #[test]
    fn a_dependency_is_found_however_it_is_written() {
        let facade = Some(PACKAGE);
        for (manifest, found) in [
            ("[dependencies]\nserde = \"1\"", ("serde", None, false)),
            (
                "[package]\nname = \"a\"\n[dependencies] # all\n\"e\" = { version = '1', package = 'versioned-events' }",
                ("e", facade, false),
            ),
            (
                "[dependencies]\nmy-events = { package = \"versioned-events\", path = \"..\", features = [\"garde\", \"derive\"] }",
                ("my-events", facade, false),
            ),
            (
                "[dependencies.events]\nversion = \"1\"\npackage = \"versioned-events\" # ours\n[features]\na = []",
                ("events", facade, false),
            ),
            (
                "[target.'cfg(unix)'.dependencies]\nevents.package = \"versioned-events\"",
                ("events", facade, false),
            ),
            ("[dependencies]\nevents = { workspace = true }", ("events", None, true)),
            ("[dev-dependencies]\nevents.workspace = true", ("events", None, true)),
            ("[dependencies.events]\nworkspace = true", ("events", None, true)),
            (
                "[workspace.dependencies]\nevents = { package = \"versioned-events\", version = \"1\" }",
                ("events", facade, false),
            ),
        ] {
            let (name, package, is_inherited) = found;
            let found = Dependency { name, package, is_inherited };
            assert_eq!(dependencies(manifest), [found], "{manifest}");
        }
    }
    #[test]
    fn a_name_of_the_workspace_is_inherited() {
        let root = std::env::temp_dir().join(format!("facade-{}", std::process::id()));
        let member = root.join("crates/member");
        fs::create_dir_all(&member).unwrap();
        let shared =
            "my-events = { package = \"versioned-events\", version = \"1\" }\nserde = \"1\"\n";
        let workspace = format!("[workspace]\n\n[workspace.dependencies]\n{shared}");
        fs::write(root.join("Cargo.toml"), workspace).unwrap();
        let of = |dependencies: &str| {
            let manifest =
                format!("[package]\nname = \"member\"\n\n[dependencies]\n{dependencies}");
            fs::write(member.join("Cargo.toml"), manifest).unwrap();
            renamed(&member)
        };
        assert_eq!(of("my-events.workspace = true"), Some("my-events".to_owned()));
        assert_eq!(of("serde.workspace = true"), None);
        assert_eq!(of("versioned-events.workspace = true"), None);
        assert_eq!(of(shared), Some("my-events".to_owned()));
        fs::remove_dir_all(root).unwrap();
    }
}
