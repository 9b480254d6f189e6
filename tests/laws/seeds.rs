//! The records that damage starts from: the seeds of the fuzz targets.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use versioned_events::{Envelope, EventSet};

use crate::bytes::TARGETS;
use crate::{events, shop};

fn fuzz(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(path)
}

/// The files of a folder, by name.
pub(crate) fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(fuzz(folder)).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    entries.map(|path| (name(&path), fs::read(&path).unwrap())).collect()
}

/// Every seed of every kind.
pub(crate) fn all() -> Vec<Vec<u8>> {
    let folders = fs::read_dir(fuzz("seeds")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut folders: Vec<_> = folders.map(|name| name.to_string_lossy().into_owned()).collect();
    folders.sort();
    folders.iter().flat_map(|folder| files(&format!("seeds/{folder}")).into_values()).collect()
}

fn is_read<S: EventSet>(record: &[u8]) -> bool {
    Envelope::<S>::from_json(record).is_ok()
}

#[test]
fn good_seeds_are_read_and_bad_ones_refused_for_the_reason_in_their_name() {
    for (name, record) in files("seeds/good") {
        assert!(is_read::<shop::AnyEvent>(&record) || is_read::<events::Shop>(&record), "{name}");
    }
    for (name, record) in files("seeds/bad") {
        let code = Envelope::<shop::ShopEvent>::from_json(&record).unwrap_err().code();
        assert!(name.starts_with(code.as_str()) || name == "many_problems", "{name} is {code}");
        assert!(!is_read::<events::Shop>(&record), "{name}");
    }
}

#[test]
fn every_property_has_a_fuzz_target_and_every_target_a_property() {
    let properties: Vec<_> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut sorted = properties.clone();
    sorted.sort();
    assert_eq!(files("targets").into_keys().collect::<Vec<_>>(), sorted);
    let manifest = fs::read_to_string(fuzz("Cargo.toml")).unwrap();
    for (name, target) in files("targets") {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
        let target = String::from_utf8(target).unwrap();
        assert!(target.contains(&format!("fuzz::target!({name});")), "{target}");
    }
}
