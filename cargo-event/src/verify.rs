//! `cargo event verify`: real records against contracts, without any Rust type.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};

use cargo_metadata::MetadataCommand;
use event_contract::Contract;
use event_core::{Envelope, RawEvent};
use event_rules::{Audience, Reading};
use serde_json::json;

use crate::args::Verify;
use crate::failure::{Failure, Ran};
use crate::files::{TypeFiles, event_types};
use crate::show::{Shell, counted};

/// Every record is kept as it is: the contracts say whether it is right.
#[derive(event_derive::EventSet)]
#[event(crate = "event_core")]
enum AnyEvent {
    #[event(other)]
    Any(RawEvent),
}

/// A record that is wrong: its code, and the sentence that says so.
struct Wrong {
    code: String,
    path: String,
    words: String,
}

/// What was counted.
#[derive(Default)]
struct Totals {
    right: BTreeMap<(String, u32), u64>,
    wrong: u64,
}

/// How many records go by between two signs of life.
const STEP: u64 = 100_000;

/// Whether every record is right.
pub(crate) fn verify(verify: &Verify, shell: &Shell) -> Ran<bool> {
    let mut contracts = Contracts::load(&directories(verify)?)?;
    let mut totals = Totals::default();
    let mut input = open(&verify.file)?;
    skip_mark(&mut input).map_err(|error| Failure::io("read", &verify.file, &error))?;
    let (mut number, mut record) = (0, Vec::new());
    loop {
        record.clear();
        let read = input.read_until(b'\n', &mut record);
        if read.map_err(|error| Failure::io("read", &verify.file, &error))? == 0 {
            break;
        }
        number += 1;
        if number % STEP == 0 && !shell.quiet && io::stderr().is_terminal() {
            shell.status("Verifying", &format!("{number} lines, {} wrong", totals.wrong));
        }
        let record = record.trim_ascii();
        if record.is_empty() {
            continue;
        }
        match contracts.check(record) {
            Ok(known) => *totals.right.entry(known).or_default() += 1,
            Err(wrong) => {
                totals.wrong += 1;
                tell(number, &wrong, shell);
            }
        }
    }
    summary(&totals, shell);
    Ok(totals.wrong == 0)
}

/// A byte order mark is the file's, and not the first record's.
fn skip_mark(input: &mut Box<dyn BufRead>) -> io::Result<()> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    if input.fill_buf()?.starts_with(MARK) {
        input.consume(MARK.len());
    }
    Ok(())
}

fn tell(line: u64, wrong: &Wrong, shell: &Shell) {
    let Wrong { code, path, words } = wrong;
    match shell.json {
        true => {
            shell.result(json!({ "line": line, "code": code, "path": path, "words": words }));
        }
        false => shell.result(format_args!("line {line}: {words}")),
    }
}

fn summary(totals: &Totals, shell: &Shell) {
    let right: u64 = totals.right.values().sum();
    for ((event_type, version), count) in &totals.right {
        shell.status("", &format!("{count:>8} {event_type} version {version}"));
    }
    let records = usize::try_from(right + totals.wrong).unwrap_or(usize::MAX);
    let records = counted(records, "record");
    shell.status("Verified", &format!("{records}: {right} right, {} wrong", totals.wrong));
    if shell.json {
        let types = totals.right.iter().map(|((event_type, version), count)| {
            json!({ "type": event_type, "version": version, "right": count })
        });
        let types: Vec<_> = types.collect();
        shell.result(json!({ "right": right, "wrong": totals.wrong, "types": types }));
    }
}

fn open(file: &Path) -> Ran<Box<dyn BufRead>> {
    if file == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let opened = File::open(file).map_err(|error| Failure::io("read", file, &error))?;
    Ok(Box::new(BufReader::with_capacity(1 << 20, opened)))
}

/// The directories that were named, or those of the packages around.
fn directories(verify: &Verify) -> Ran<Vec<PathBuf>> {
    if let Some(missing) = verify.contracts.iter().find(|directory| !directory.is_dir()) {
        return Err(Failure::new(format_args!("there is no directory `{}`", missing.display())));
    }
    if !verify.contracts.is_empty() {
        return Ok(verify.contracts.clone());
    }
    let mut command = MetadataCommand::new();
    command.no_deps();
    if let Some(path) = &verify.manifest_path {
        command.manifest_path(path);
    }
    let metadata = command.exec().map_err(|_| {
        Failure::new("there is no workspace here")
            .help("name the contracts: `--contracts DIRECTORY`")
    })?;
    let packages = metadata.packages.iter().filter_map(|package| package.manifest_path.parent());
    Ok(packages.map(|directory| directory.join(event_contract::DIRECTORY).into()).collect())
}

/// All contracts, by name and version.
struct Contracts {
    contracts: HashMap<(String, u32), Contract>,
    newest: HashMap<String, u32>,
    /// Former names.
    aliases: HashMap<String, String>,
    readings: HashMap<(String, u32), Reading>,
}

impl Contracts {
    fn load(directories: &[PathBuf]) -> Ran<Self> {
        let mut all = Self {
            contracts: HashMap::new(),
            newest: HashMap::new(),
            aliases: HashMap::new(),
            readings: HashMap::new(),
        };
        for directory in directories {
            for event_type in event_types(directory) {
                for (version, contract) in TypeFiles::read(directory, &event_type)?.contracts {
                    let known = (event_type.clone(), version);
                    let contract = contract.map_err(|broken| {
                        Failure::new(format_args!(
                            "the contract of `{event_type}` version {version} cannot be read: {}",
                            broken.what
                        ))
                        .help(broken.help)
                    })?;
                    if all.contracts.get(&known).is_some_and(|other| *other != contract) {
                        let directory = directory.display();
                        return Err(Failure::new(format_args!(
                            "`{event_type}` version {version} has two contracts that differ, one in `{directory}`"
                        ))
                        .help("name the directories that count: `--contracts DIRECTORY`"));
                    }
                    all.add(&event_type, version, contract);
                }
            }
        }
        match all.contracts.is_empty() {
            false => Ok(all),
            true => Err(Failure::new("there are no contracts to verify with")
                .help("write them: `cargo event accept`; or name their directory: `--contracts DIRECTORY`")),
        }
    }

    fn add(&mut self, event_type: &str, version: u32, contract: Contract) {
        for alias in &contract.aliases {
            self.aliases.insert(alias.clone(), event_type.to_owned());
        }
        let newest = self.newest.entry(event_type.to_owned()).or_insert(version);
        *newest = version.max(*newest);
        self.contracts.insert((event_type.to_owned(), version), contract);
    }

    /// The type and version whose contract a record keeps.
    fn check(&mut self, record: &[u8]) -> Result<(String, u32), Wrong> {
        let envelope = Envelope::<AnyEvent>::from_json(record).map_err(|error| Wrong {
            code: error.code().to_string(),
            path: error.path().to_owned(),
            words: error.to_string(),
        })?;
        let AnyEvent::Any(raw) = &envelope.data;
        let known = self.contract_for(raw, record)?;
        let contract = self.contracts.get(&known);
        let reading = match self.readings.entry(known.clone()) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => match contract {
                Some(contract) => entry.insert(Reading::new(contract, Audience::Us)),
                None => {
                    return Err(unknown("unknown_version", "$.schema_version", version_of(raw)));
                }
            },
        };
        match reading.refusal(raw.unmasked_json()) {
            None => Ok(known),
            Some(refusal) => Err(Wrong {
                words: format!(
                    "{} ({}, {} version {})",
                    refusal.words.replace("`$", "`$.data"),
                    refusal.code,
                    known.0,
                    known.1
                ),
                code: refusal.code.to_owned(),
                path: refusal.path.replacen('$', "$.data", 1),
            }),
        }
    }

    /// Of its version; of the newest one, if the record says that this can be read by it.
    fn contract_for(&self, raw: &RawEvent, record: &[u8]) -> Result<(String, u32), Wrong> {
        let name = self.aliases.get(raw.event_type()).map_or(raw.event_type(), String::as_str);
        let Some(newest) = self.newest.get(name) else {
            return Err(unknown(
                "unknown_type",
                "$.type",
                format!("{} has no contract", shown(raw)),
            ));
        };
        let known = (name.to_owned(), raw.version());
        match self.contracts.contains_key(&known) {
            true => Ok(known),
            false if raw.version() > *newest => {
                if min_reader(record).is_some_and(|lowest| lowest <= *newest) {
                    return Ok((known.0, *newest));
                }
                Err(unknown(
                    "newer_version",
                    "$.schema_version",
                    format!(
                        "{} is newer than the newest contract, version {newest}",
                        version_of(raw)
                    ),
                ))
            }
            false => Err(unknown(
                "unknown_version",
                "$.schema_version",
                format!("{} has no contract", version_of(raw)),
            )),
        }
    }
}

/// What a record says of who can read it.
fn min_reader(record: &[u8]) -> Option<u32> {
    let record: serde_json::Value = serde_json::from_slice(record).ok()?;
    u32::try_from(record.get("min_reader_version")?.as_u64()?).ok()
}

fn unknown(code: &str, path: &str, words: String) -> Wrong {
    Wrong { code: code.to_owned(), path: path.to_owned(), words: format!("{words} ({code})") }
}

/// The type is text of the record: shown only if it looks like one.
fn shown(raw: &RawEvent) -> String {
    let name = raw.event_type();
    let is_plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    match name.len() <= 64 && name.bytes().all(is_plain) {
        true => format!("`{name}`"),
        false => "the type".to_owned(),
    }
}

fn version_of(raw: &RawEvent) -> String {
    format!("version {} of {}", raw.version(), shown(raw))
}
