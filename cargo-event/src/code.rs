//! What the code says: the events of the probe, by package and event type.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use event_contract::Contract;
use rayon::prelude::*;
use serde_json::Value;

use crate::failure::{Failure, Ran};
use crate::files;
use crate::workspace::Workspace;

/// An event type of a package: every struct that describes versions of it.
pub(crate) struct EventType {
    pub(crate) package: String,
    pub(crate) event_type: String,
    /// The directory of the package's contracts.
    pub(crate) contracts: PathBuf,
    /// Sorted by the versions that they describe; the last one is today's.
    pub(crate) structs: Vec<Described>,
}

/// One struct.
pub(crate) struct Described {
    /// Its place among the events of the probe.
    pub(crate) index: usize,
    pub(crate) name: String,
    pub(crate) file: PathBuf,
    pub(crate) version: u32,
    pub(crate) oldest: u32,
    /// What it says of the versions that it describes.
    pub(crate) said: BTreeMap<u32, Contract>,
}

impl EventType {
    /// What the code says of a version.
    pub(crate) fn said(&self, version: u32) -> Option<&Contract> {
        self.structs.iter().find_map(|described| described.said.get(&version))
    }

    /// Today's struct.
    pub(crate) fn today(&self) -> Option<&Described> {
        self.structs.last()
    }

    /// Today's version.
    pub(crate) fn version(&self) -> u32 {
        self.today().map_or(1, |today| today.version)
    }

    /// The first version that today's struct reads.
    pub(crate) fn oldest(&self) -> u32 {
        self.today().map_or(1, |today| today.oldest)
    }

    /// Every version that the code describes.
    pub(crate) fn versions(&self) -> impl Iterator<Item = u32> {
        self.structs.iter().flat_map(|described| described.said.keys().copied())
    }
}

/// The event types of a workspace, sorted by package and type.
pub(crate) fn event_types(workspace: &Workspace, events: &[Value]) -> Ran<Vec<EventType>> {
    let mut types: BTreeMap<(String, PathBuf, String), EventType> = BTreeMap::new();
    // Reading what they say takes longest.
    let all: Vec<_> = events
        .par_iter()
        .enumerate()
        .map(|(index, event)| described(index, event, workspace))
        .collect();
    for (event, described) in events.iter().zip(all) {
        let text = |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default();
        let directory = Path::new(text("package"));
        // Events of dependencies register themselves too, and are their packages' business.
        let member = workspace.packages.iter().find(|member| member.directory == directory);
        let Some(member) = member else { continue };
        let contracts = files::real(&directory.join(text("contracts")));
        let described = described?;
        let key = (member.name.clone(), contracts.clone(), text("type").to_owned());
        let known = types.entry(key).or_insert_with(|| EventType {
            package: member.name.clone(),
            event_type: text("type").to_owned(),
            contracts,
            structs: Vec::new(),
        });
        known.structs.push(described);
    }
    let mut types: Vec<_> = types.into_values().collect();
    for event_type in &mut types {
        event_type.structs.sort_by_key(|described| (described.version, described.index));
        refuse_twice(event_type)?;
    }
    for (place, one) in types.iter().enumerate() {
        for other in types.iter().skip(place + 1) {
            refuse_shared(one, other)?;
        }
    }
    Ok(types)
}

/// Two packages that keep contracts in one directory have to mean the same event.
fn refuse_shared(one: &EventType, other: &EventType) -> Ran<()> {
    if (&one.contracts, &one.event_type) != (&other.contracts, &other.event_type) {
        return Ok(());
    }
    let differs = |version: &u32| {
        let said = one.said(*version).zip(other.said(*version));
        said.is_some_and(|(one, other)| one != other)
    };
    let Some(version) = one.versions().find(differs) else { return Ok(()) };
    Err(Failure::new(format_args!(
        "`{}` and `{}` describe `{}` version {version} differently, in one directory",
        one.package, other.package, one.event_type
    ))
    .help("write `#[event(contracts = \"none\")]` on the one that only reads")
    .help("or let each package keep its own: without `contracts = \"...\"`, it is `contracts`"))
}

fn described(index: usize, event: &Value, workspace: &Workspace) -> Ran<Described> {
    let text = |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default();
    let number = |name: &str| {
        let number = event.get(name).and_then(Value::as_u64);
        number.and_then(|number| u32::try_from(number).ok()).unwrap_or(1)
    };
    let mut said = BTreeMap::new();
    for (version, contract) in event.get("said").and_then(Value::as_object).into_iter().flatten() {
        let contract = contract.as_str().unwrap_or_default();
        let contract = Contract::from_text(contract).map_err(|error| {
            Failure::new(format_args!("the contract of `{}` cannot be read: {error}", text("name")))
                .help("use `cargo-event` and `versioned-events` of the same version")
        })?;
        said.extend(version.parse::<u32>().ok().map(|version| (version, contract)));
    }
    Ok(Described {
        index,
        name: text("name").to_owned(),
        file: workspace.root.join(text("file")),
        version: number("version"),
        oldest: number("oldest"),
        said,
    })
}

/// Two structs that describe one version cannot share its file.
fn refuse_twice(event_type: &EventType) -> Ran<()> {
    let mut known: BTreeMap<u32, &str> = BTreeMap::new();
    for described in &event_type.structs {
        for version in described.said.keys() {
            let Some(other) = known.insert(*version, &described.name) else { continue };
            return Err(Failure::new(format_args!(
                "`{}` and `{other}` of `{}` both describe `{}` version {version}",
                described.name, event_type.package, event_type.event_type
            ))
            .help("write `#[event(contracts = \"none\")]` on the one that only reads")
            .help("or give one of them a directory of its own: `#[event(contracts = \"contracts/reader\")]`"));
        }
    }
    Ok(())
}
