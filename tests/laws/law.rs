//! The laws that hold for every type of field: each is tried on any value of an event.
//!
//! `types/` has the events, whose fields are of every type there is.

use std::fmt::Debug;

use event_contract::Contract;
use event_core::contract::contract_of;
use event_rules::{Audience, Reading};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};
use serde_json::Value;
use versioned_events::{Code, DecodeError, Envelope, Event, EventSet, Openness};

use crate::diagnosed;
use crate::events::envelope;
use crate::mutate::other_form_somewhere;
use crate::tree::{Numbers, Tree};

/// An event that the laws are tried on.
pub(crate) trait Tried: Event + Clone + PartialEq + Debug + 'static {
    /// A set that has the event among others.
    type Set: EventSet + PartialEq + Debug;

    fn any() -> BoxedStrategy<Self>;
    /// What a reader gets to see of the event.
    fn masked(&self) -> Self;
    fn in_set(self) -> Self::Set;
}

fn for_any<T: Tried>(law: impl Fn(T, Numbers)) {
    let ProptestConfig { cases, .. } = ProptestConfig::default();
    let config =
        ProptestConfig { failure_persistence: None, cases: cases / 2, ..Default::default() };
    let any = (T::any(), any::<u64>());
    let tried = TestRunner::new(config).run(&any, |(event, seed)| {
        law(event, Numbers(seed));
        Ok(())
    });
    match tried {
        Ok(()) => {}
        Err(TestError::Fail(reason, (event, seed))) => panic!("{reason}\n{event:#?}\n{seed}"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

fn values(record: &[u8]) -> Value {
    serde_json::from_slice(record).unwrap()
}

/// The lines of its `Debug`, sorted, for hash maps have no order.
fn shown(event: &impl Debug) -> Vec<String> {
    let mut lines: Vec<_> = format!("{event:#?}").lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// The record as a text that can be changed.
fn tree(record: Vec<u8>) -> Tree {
    serde_json::from_slice(&record).unwrap()
}

fn payload(record: &mut Tree) -> &mut Tree {
    let Tree::Object(entries) = record else { panic!("not an object") };
    &mut entries.iter_mut().find(|(name, _)| name == "data").unwrap().1
}

/// Puts another value somewhere into the payload: one of any kind, another of the payload, or nearly
/// the same.
fn replace_a_value(tree: &mut Tree, numbers: &mut Numbers) {
    let data = payload(tree);
    match numbers.below(3) {
        0 => data.replace_somewhere(numbers),
        1 => other_form_somewhere(data, numbers),
        _ => {
            let other = data.somewhere(numbers).clone();
            *data.somewhere(numbers) = other;
        }
    }
}

pub(crate) fn what_is_written_decodes_to_its_masked_value<T: Tried>() {
    for_any(|event: T, _| {
        let envelope = envelope(event);
        let masked = envelope.to_json().unwrap();
        let read = diagnosed::<T>(&masked).unwrap();
        assert_eq!(read, envelope.clone().map(|event| event.masked()));
        assert_eq!(values(&read.to_json().unwrap()), values(&masked));
        assert_eq!(shown(&read.data), shown(&envelope.data));
        let full = diagnosed::<T>(&envelope.to_json_unmasked().unwrap()).unwrap();
        assert_eq!(full, envelope);
    });
}

pub(crate) fn the_order_of_fields_and_the_space_between_mean_nothing<T: Tried>() {
    for_any(|event: T, mut numbers| {
        let envelope = envelope(event);
        let shuffled = tree(envelope.to_json_unmasked().unwrap()).shuffled(&mut numbers);
        assert_eq!(diagnosed::<T>(shuffled.as_bytes()).unwrap(), envelope, "{shuffled}");
    });
}

pub(crate) fn a_set_and_a_batch_give_what_a_single_event_gives<T: Tried>() {
    for_any(|event: T, mut numbers| {
        let record = envelope(event).to_json_unmasked().unwrap();
        let mut records = vec![record.clone()];
        for _ in 0..4 {
            let mut tree = tree(record.clone());
            replace_a_value(&mut tree, &mut numbers);
            records.push(tree.shuffled(&mut numbers).into_bytes());
        }
        let batch = Envelope::<T>::decode_batch(&records);
        let batch_of_set = Envelope::<T::Set>::decode_batch(&records);
        for (index, (one, of_set)) in batch.zip(batch_of_set).enumerate() {
            let alone = diagnosed::<T>(&records[index]);
            assert!(one.as_ref().err().is_none_or(|bad| bad.index == index));
            assert_eq!(one.map_err(|bad| bad.error), alone);
            let set = diagnosed::<T::Set>(&records[index]);
            assert_eq!(set, alone.map(|event| event.map(T::in_set)));
            assert_eq!(of_set.map_err(|bad| bad.error), set);
        }
    });
}

pub(crate) fn the_schema_takes_what_the_decoder_takes<T: Tried>() {
    let open = validator::<T>(Openness::Open);
    let closed = validator::<T>(Openness::Closed);
    for_any(|event: T, mut numbers| {
        let envelope = envelope(event);
        let full = values(&envelope.to_json_unmasked().unwrap());
        assert!(open.is_valid(&full) && closed.is_valid(&full), "{full}");
        let masked = values(&envelope.to_json().unwrap());
        assert!(open.is_valid(&masked) && closed.is_valid(&masked), "{masked}");
        for _ in 0..8 {
            let mut tree = tree(full.to_string().into_bytes());
            replace_a_value(&mut tree, &mut numbers);
            // A number or a text that serde_json cannot read has no value to be validated.
            let Ok(value) = serde_json::from_str::<Value>(&tree.shuffled(&mut Numbers(0))) else {
                continue;
            };
            let read = diagnosed::<T>(value.to_string().as_bytes());
            let valid = open.is_valid(&value);
            let said = read.as_ref().err().is_none_or(|error| !is_said_by_no_schema(error));
            assert!(read.is_ok() == valid || valid && !said, "{valid} {read:?} {value}");
            if let Ok(read) = read {
                let written = values(&read.to_json().unwrap());
                assert!(closed.is_valid(&written), "{written}");
            }
        }
    });
}

pub(crate) fn a_reader_of_its_contract_agrees_with_the_decoder<T: Tried>() {
    let contract = contract_of(T::SCHEMA, T::VERSION).unwrap().to_text();
    let contract = Contract::from_text(&contract).unwrap();
    let ours = Reading::new(&contract, Audience::Us);
    let strict = Reading::new(&contract, Audience::Strict);
    for_any(|event: T, mut numbers| {
        let envelope = envelope(event);
        for written in [envelope.to_json().unwrap(), envelope.to_json_unmasked().unwrap()] {
            let written = values(&written)["data"].to_string();
            assert_eq!(strict.refusal(&written), None, "{written}");
        }
        for _ in 0..8 {
            let mut record = tree(envelope.to_json_unmasked().unwrap());
            replace_a_value(&mut record, &mut numbers);
            let payload = payload(&mut record).shuffled(&mut numbers);
            let read = Envelope::<T>::from_payload(payload.as_bytes(), T::VERSION);
            let said = read.err().map(|error| (error.code().as_str(), error.path().to_owned()));
            let is_foreign = contract.to_text().contains("foreign<");
            if is_foreign && matches!(said, Some(("refused_by_type", _))) {
                continue;
            }
            let refusal = ours.refusal(&payload).map(|refusal| (refusal.code, refusal.path));
            assert_eq!(refusal, said, "{payload}");
        }
    });
}

fn validator<T: Tried>(openness: Openness) -> Validator {
    let schema = T::SCHEMA.envelope_json_schema(T::VERSION, openness).unwrap();
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
}

/// What the decoder refuses and no schema does, as the docs of `json_schema` list it.
fn is_said_by_no_schema(error: &DecodeError) -> bool {
    let is_number = error.expected().is_some_and(|expected| {
        expected.starts_with("a decimal") || expected.starts_with("a whole number")
    });
    match error.code() {
        Code::OutOfRange | Code::BadFormat => is_number,
        code => matches!(code, Code::RefusedByType | Code::TooDeep),
    }
}

/// One test for each law.
macro_rules! laws {
    ($($law:ident)*) => {
        /// Tries every law on an event.
        macro_rules! try_laws {
            ($tried:ty) => {
                $(#[test]
                fn $law() {
                    $crate::law::$law::<$tried>();
                })*
            };
        }
    };
}
laws! {
    what_is_written_decodes_to_its_masked_value
    the_order_of_fields_and_the_space_between_mean_nothing
    a_set_and_a_batch_give_what_a_single_event_gives
    the_schema_takes_what_the_decoder_takes
    a_reader_of_its_contract_agrees_with_the_decoder
}
