//! Who knows nothing but a contract reads what the compiled decoder reads, and refuses the rest in the
//! same place for the same reason: tens of thousands of payloads of every event of the tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    reason = "tests"
)]

#[path = "../../examples/github/checks.rs"]
mod checks;
#[path = "../../examples/github/code.rs"]
mod code;
#[path = "../../examples/github/events.rs"]
mod events;
#[path = "../laws/events.rs"]
mod law_events;
#[path = "../laws/mutate.rs"]
mod mutate;
#[path = "../../examples/github/parts.rs"]
mod parts;
#[path = "../../examples/github/prose.rs"]
mod prose;
#[path = "../../examples/github/pulls.rs"]
mod pulls;
#[path = "../../examples/github/runs.rs"]
mod runs;
#[path = "../../examples/github/seconds.rs"]
mod seconds;
#[path = "../shop/mod.rs"]
mod shop;
#[path = "../../examples/github/tracker.rs"]
mod tracker;
#[path = "../laws/tree.rs"]
mod tree;
#[path = "../json_schema/types.rs"]
mod types;

use chrono::DateTime;
use event_contract::Contract;
use event_core::contract::contract_of;
use event_rules::{Audience, Random, Reading, draws, samples};
use serde_json::Value;
use versioned_events::schema::EventSchema;
use versioned_events::{Code, Envelope, EventSet};

use tree::Numbers;

/// How often payloads were read and refused.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    contracts: usize,
    read: usize,
    refused: usize,
}

/// Every version of every event of a set, by its contract's text.
fn contracts<S: EventSet>() -> Vec<Contract> {
    let versions = |event: &'static EventSchema| {
        (event.oldest..=event.version).filter_map(move |version| contract_of(event, version))
    };
    let texts = S::EVENTS.iter().flat_map(|event| versions(event)).map(|one| one.to_text());
    texts.map(|text| Contract::from_text(&text).unwrap()).collect()
}

fn decoded<S: EventSet>(contract: &Contract, payload: &str) -> Result<(), (Code, String)> {
    let (event_type, version) = (&contract.event_type, contract.version);
    match Envelope::<S>::from_payload_of(event_type, payload.as_bytes(), version) {
        Ok(_) => Ok(()),
        Err(error) => Err((error.code(), error.path().to_owned())),
    }
}

/// What only the compiled decoder can know: what types and conversions refuse on their own, and what
/// bytes say before there is a payload.
fn is_beyond(contract: &Contract, code: Code) -> bool {
    match code {
        Code::RefusedByType => contract.to_text().contains("foreign<"),
        code => matches!(
            code,
            Code::ConversionFailed | Code::UpcastFailed | Code::EmptyRecord | Code::RegistryFramed
        ),
    }
}

fn agree<S: EventSet>(drawn: usize) -> Counts {
    let mut counts = Counts::default();
    for contract in contracts::<S>() {
        counts.contracts += 1;
        let (reading, mut numbers) = (Reading::new(&contract, Audience::Us), Numbers(7));
        let mut check = |payload: &str| {
            let refusal = reading.refusal(payload);
            let name = format!("{} version {}", contract.event_type, contract.version);
            match (decoded::<S>(&contract, payload), refusal) {
                (Ok(()), None) => counts.read += 1,
                (Err((code, _)), _) if is_beyond(&contract, code) => {}
                (Err((code, path)), Some(refusal)) => {
                    counts.refused += 1;
                    let said = (refusal.code, refusal.path.as_str());
                    assert_eq!(said, (code.as_str(), path.as_str()), "{name}: {payload}");
                }
                (decoded, refusal) => panic!("{name}: {decoded:?} {refusal:?}\n{payload}"),
            }
        };
        let mut payloads: Vec<_> = samples(&contract).into_iter().map(|(_, one)| one).collect();
        payloads.extend(draws(&contract, Random::new(7)).take(drawn));
        for payload in payloads {
            let text = payload.to_string();
            check(&text);
            for _ in 0..8 {
                let mutated = mutate::mutated(text.as_bytes(), text.as_bytes(), &mut numbers);
                if let Ok(mutated) = String::from_utf8(mutated) {
                    check(&mutated);
                }
            }
        }
    }
    println!("{}: {counts:?}", std::any::type_name::<S>());
    counts
}

/// Samples are read, alike in every run, and each is another; one at least for each variant.
fn samples_are_read<S: EventSet>() {
    for contract in contracts::<S>() {
        let samples = samples(&contract);
        let names: std::collections::BTreeSet<_> = samples.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), samples.len());
        assert_eq!(samples, event_rules::samples(&contract));
        assert_eq!((samples[0].0.as_str(), samples[1].0.as_str()), ("full", "minimal"));
        let strict = Reading::new(&contract, Audience::Strict);
        for (name, payload) in &samples {
            let payload = payload.to_string();
            let what = format!("{} version {}: {name}", contract.event_type, contract.version);
            match decoded::<S>(&contract, &payload) {
                Ok(()) => {}
                // Its text is no address of the type's own.
                Err((code, _)) if is_beyond(&contract, code) => println!("{what}: {code}"),
                Err(error) => panic!("{what}: {error:?} {payload}"),
            }
            assert_eq!(strict.refusal(&payload), None, "{what}: {payload}");
        }
    }
}

/// What is drawn of today's version is what the code writes when it has read it.
fn what_is_drawn_is_written<S: EventSet>(drawn: usize) {
    let is_todays = |contract: &&Contract| {
        let mut events = S::EVENTS.iter();
        events.any(|one| one.event_type == contract.event_type && one.version == contract.version)
    };
    for contract in contracts::<S>().iter().filter(is_todays) {
        let (event_type, version) = (&contract.event_type, contract.version);
        let mut written = 0;
        let mut payloads: Vec<_> = samples(contract).into_iter().map(|(_, one)| one).collect();
        payloads.extend(draws(contract, Random::new(8)).take(drawn));
        for payload in payloads {
            let text = payload.to_string();
            let read = Envelope::<S>::from_payload_of(event_type, text.as_bytes(), version);
            let Ok(read) = read else { continue };
            let again: Value = serde_json::from_slice(&read.to_json_unmasked().unwrap()).unwrap();
            assert!(is_in(&payload, &again["data"]), "{event_type}: {payload}\n{}", again["data"]);
            written += 1;
        }
        assert!(written > drawn / 2, "{event_type}: {written}");
    }
}

/// Whether one has all that the other has; the other may have defaults besides, and says in UTC what
/// had another offset.
fn is_in(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => part
            .iter()
            .all(|(name, value)| whole.get(name).is_some_and(|whole| is_in(value, whole))),
        (Value::Array(part), Value::Array(whole)) => {
            part.len() == whole.len()
                && part.iter().zip(whole).all(|(part, whole)| is_in(part, whole))
        }
        (Value::String(one), Value::String(other)) if one != other => {
            let time = |text: &str| DateTime::parse_from_rfc3339(text).ok();
            // Zero has lost its sign when it was read.
            let is_zero = one.trim_start_matches('-') == other;
            is_zero || time(one).is_some() && time(one) == time(other)
        }
        (part, whole) => part == whole,
    }
}

macro_rules! sets {
    ($($name:ident: $set:ty, $drawn:literal;)*) => {
        mod a_reader_of_the_contract_agrees_with_the_decoder {
            $(#[test]
            fn $name() {
                let counts = super::agree::<$set>($drawn);
                assert!(counts.read > 600 * counts.contracts.min(4), "{counts:?}");
                assert!(counts.refused > 2000 * counts.contracts.min(4), "{counts:?}");
            })*
        }
        mod what_is_drawn_is_what_is_written {
            $(#[test]
            fn $name() {
                super::what_is_drawn_is_written::<$set>($drawn);
            })*
        }
        mod samples_are_read_and_always_the_same {
            $(#[test]
            fn $name() {
                super::samples_are_read::<$set>();
            })*
        }
    };
}
sets! {
    orders: orders::ShopEvent, 400;
    github: crate::events::GithubEvent, 10;
    shop: crate::shop::ShopEvent, 400;
    laws: crate::law_events::Shop, 400;
    parcel: crate::types::Parcel, 400;
    everything: crate::types::Everything, 400;
    handover: crate::types::Handover, 400;
    tree: crate::types::Tree, 400;
    gate: crate::types::Gate, 400;
    short_names: crate::types::short_names::A, 400;
}
