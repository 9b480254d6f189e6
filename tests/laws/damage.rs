//! Fifty records, cut at every byte, and with every bit flipped.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde_json::Value;
use versioned_events::{Code, DecodeError, Envelope, EventSet};

use crate::bytes::errors::is_silent;
use crate::{diagnosed, events, orders, seeds, shop};

const ORDERS: &str = include_str!("../../examples/orders/records.ndjson");
const RECORDS: usize = 50;
/// The bytes of all records: so many cuts, and eight times as many bits.
const CUTS: usize = 19_088;

struct Record {
    bytes: Vec<u8>,
    /// Reads the record, and shows what was read.
    read: fn(&[u8]) -> Result<String, DecodeError>,
    /// The same with every problem looked at.
    diagnosed: fn(&[u8]) -> Result<String, DecodeError>,
    /// Parts of what is masked, long enough to be known again.
    secrets: BTreeSet<String>,
}

impl Record {
    /// The record, if the set reads it.
    fn of<S: EventSet + Debug>(bytes: &[u8]) -> Option<Self> {
        let envelope = Envelope::<S>::from_json(bytes).ok()?;
        let values = |json: Vec<u8>| serde_json::from_slice::<Value>(&json).unwrap();
        let mut secrets = BTreeSet::new();
        let full = values(envelope.to_json_unmasked().unwrap());
        differing(&full, &values(envelope.to_json().unwrap()), &mut secrets);
        Some(Self {
            bytes: bytes.trim_ascii_end().to_vec(),
            read: |bytes| Envelope::<S>::from_json(bytes).map(|envelope| format!("{envelope:?}")),
            diagnosed: |bytes| diagnosed::<S>(bytes).map(|envelope| format!("{envelope:?}")),
            secrets,
        })
    }

    fn shows_nothing(&self, result: &Result<String, DecodeError>, bytes: &[u8]) {
        let shown = match result {
            Ok(shown) => shown.clone(),
            Err(error) => {
                is_silent(error, bytes);
                format!("{error} {error:?} {}", error.help())
            }
        };
        let is_shown = self.secrets.iter().any(|secret| shown.contains(secret));
        assert!(!is_shown, "{shown}");
    }
}

/// As many characters of a text are nowhere by chance, unless they are nearly the same; `last = 4` shows
/// fewer.
const LONG_ENOUGH: usize = 8;

fn is_telling(part: &&[char]) -> bool {
    part.iter().collect::<BTreeSet<_>>().len() > 2
}

/// What stands in the full record and not in the masked one.
fn differing(full: &Value, masked: &Value, secrets: &mut BTreeSet<String>) {
    match (full, masked) {
        (Value::Object(full), Value::Object(masked)) => {
            full.iter().for_each(|(name, full)| differing(full, &masked[name], secrets));
        }
        (Value::Array(full), Value::Array(masked)) => {
            full.iter().zip(masked).for_each(|(full, masked)| differing(full, masked, secrets));
        }
        (Value::String(full), masked) if full != masked => {
            let letters: Vec<_> = full.chars().collect();
            let parts = letters.windows(LONG_ENOUGH).filter(is_telling);
            secrets.extend(parts.map(|part| part.iter().collect::<String>()));
        }
        _ => {}
    }
}

fn records() -> Vec<Record> {
    let seeds = seeds::files("seeds/good");
    let seeds = seeds.values().map(|seed| {
        let shop =
            || Record::of::<shop::ShopEvent>(seed).or_else(|| Record::of::<events::Shop>(seed));
        shop().or_else(|| Record::of::<shop::AnyEvent>(seed)).unwrap()
    });
    let mut orders: Vec<_> = ORDERS.lines().collect();
    orders.sort_by_key(|record| record.len());
    let orders =
        orders.iter().filter_map(|record| Record::of::<orders::ShopEvent>(record.as_bytes()));
    // The order file has more; the shortest make the fifty full.
    seeds.chain(orders).take(RECORDS).collect()
}

#[test]
fn there_are_fifty_records_and_most_have_something_masked() {
    let records = records();
    assert_eq!(records.len(), RECORDS);
    let with_secrets = records.iter().filter(|record| !record.secrets.is_empty()).count();
    assert!(with_secrets >= 40, "{with_secrets}");
}

#[test]
fn a_record_cut_anywhere_is_an_error_that_says_so() {
    let mut cuts = 0;
    for record in records() {
        assert!((record.diagnosed)(&record.bytes).is_ok());
        for end in 0..record.bytes.len() {
            let cut = &record.bytes[..end];
            let result = (record.diagnosed)(cut);
            record.shows_nothing(&result, cut);
            let code = match std::str::from_utf8(cut) {
                _ if end == 0 => Code::EmptyRecord,
                Ok(_) => Code::Truncated,
                Err(_) => Code::NotUtf8,
            };
            let error = result.unwrap_err();
            assert_eq!(error.code(), code, "{end}: {error}");
            cuts += 1;
        }
    }
    assert_eq!(cuts, CUTS);
}

#[test]
fn one_flipped_bit_is_another_event_or_an_error_without_secrets() {
    let records = records();
    let (first, second) = records.split_at(records.len() / 2);
    let [first, second] = std::thread::scope(|scope| {
        [first, second].map(|half| scope.spawn(|| flipped(half))).map(|half| half.join().unwrap())
    });
    let (read, refused) = (first.0 + second.0, first.1 + second.1);
    assert_eq!(read + refused, CUTS * 8);
    assert!(read > CUTS && refused > CUTS, "{read} and {refused}");
}

/// How many records with a flipped bit were read, and how many refused.
fn flipped(records: &[Record]) -> (usize, usize) {
    let (mut read, mut refused) = (0, 0);
    for record in records {
        let mut damaged = record.bytes.clone();
        for bit in 0..damaged.len() * 8 {
            damaged[bit / 8] ^= 1 << (bit % 8);
            let result = (record.read)(&damaged);
            record.shows_nothing(&result, &damaged);
            match result {
                Ok(_) => read += 1,
                Err(_) => refused += 1,
            }
            damaged[bit / 8] ^= 1 << (bit % 8);
        }
    }
    (read, refused)
}
