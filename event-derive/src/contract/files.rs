//! The contract files of the versions that a struct describes: all of them, or none.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use event_contract::{Contract, contract_file, published_versions};

use super::Published;
use crate::errors::Errors;
use crate::message::{self, Message};
use crate::model::{Contracts, Event};

/// `None` if nothing was published, or if something is wrong with a file.
pub(super) fn read(event: &Event, errors: &mut Errors) -> Option<Published> {
    let Contracts::In(directory) = &event.contracts else { return None };
    let package = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?);
    let found = found(event, &package.join(directory), directory, errors)?;
    refuse_gaps(event, &found, directory, errors);
    let mut published = Published { contracts: Vec::new(), files: Vec::new() };
    for Found { event_type, version } in found {
        if (event.oldest..=event.item.version).contains(&version) {
            let shown = contract_file(Path::new(directory), &event_type, version);
            let file = package.join(&shown);
            let shown = shown.display().to_string();
            match std::fs::read(&file) {
                Ok(bytes) => {
                    let contract = contract(event, &event_type, version, bytes, &shown, errors);
                    published.contracts.extend(contract);
                    published.files.push(file);
                }
                Err(error) => errors.push(event.version_span, unreadable(&shown, error.kind())),
            }
        }
    }
    published.contracts.sort_by_key(|contract| contract.version);
    Some(published)
}

/// A file of that name is there.
struct Found {
    event_type: String,
    version: u32,
}

/// The files of the event under all of its names; `None` if there are none.
fn found(
    event: &Event,
    contracts: &Path,
    directory: &str,
    errors: &mut Errors,
) -> Option<Vec<Found>> {
    let mut found = Vec::new();
    for event_type in [&event.event_type].into_iter().chain(&event.aliases) {
        let event_type = event_type.value();
        match published_versions(contracts, &event_type) {
            Ok(versions) => found.extend(
                versions.iter().map(|&version| Found { event_type: event_type.clone(), version }),
            ),
            Err(error) => {
                let shown = Path::new(directory).join(&event_type).display().to_string();
                errors.push(event.event_type.span(), unreadable(&shown, error.kind()));
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Every version before one that was published was published too.
fn refuse_gaps(event: &Event, found: &[Found], directory: &str, errors: &mut Errors) {
    let newest = found.iter().map(|found| found.version).max().unwrap_or_default();
    // Today's may be yet to come.
    let last =
        if newest > event.item.version { event.item.version } else { event.item.version - 1 };
    let is_there = |version: &u32| found.iter().any(|found| found.version == *version);
    let gap = (event.oldest..=last).rev().find(|version| !is_there(version));
    let Some(version) = gap else { return };
    let event_type = event.event_type.value();
    let file = contract_file(Path::new(directory), &event_type, version).display().to_string();
    let later = (version < event.item.version).then_some(version + 1);
    let message = message::contract_missing(&event_type, version, newest, &file, later);
    errors.push(event.version_span, message);
}

fn contract(
    event: &Event,
    event_type: &str,
    version: u32,
    bytes: Vec<u8>,
    shown: &str,
    errors: &mut Errors,
) -> Option<Contract> {
    let text = String::from_utf8(bytes).map_err(|_| unreadable(shown, ErrorKind::InvalidData));
    let contract = text.and_then(|text| {
        Contract::from_closed_text(&text)
            .map_err(|error| message::contract_unreadable(shown, error.what(), error.help()))
    });
    match contract {
        Ok(contract) if contract.event_type != event_type || contract.version != version => {
            let (event_type, version) = (&contract.event_type, contract.version);
            let message = message::contract_of_another(shown, event_type, version);
            errors.push(event.version_span, message);
            None
        }
        Ok(contract) => Some(contract),
        Err(message) => {
            errors.push(event.version_span, message);
            None
        }
    }
}

fn unreadable(shown: &str, kind: ErrorKind) -> Message {
    let help = "take the file from version control again: a published contract is never edited";
    match kind {
        ErrorKind::InvalidData => {
            message::contract_unreadable(shown, "it is no text in UTF-8", help)
        }
        kind => {
            let help = "make it a file that this user may read";
            message::contract_unreadable(shown, &kind.to_string(), help)
        }
    }
}
