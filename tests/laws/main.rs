//! What holds for every event and every record, tried on many.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod damage;
mod events;
mod tree;

use proptest::collection::vec;
use proptest::prelude::*;
use versioned_events::{DecodeError, Envelope, EventSet, diagnose};

use crate::events::{OrderPaid, OrderSent, Shop, envelope, masked, order_paid};
use crate::tree::{Numbers, Tree};

/// `diagnose` is empty exactly for what is read, and else starts with the same error.
fn diagnosed<S: EventSet>(bytes: &[u8]) -> Result<Envelope<S>, DecodeError> {
    let result = Envelope::<S>::from_json(bytes);
    let problems = diagnose::<S>(bytes);
    let text = String::from_utf8_lossy(bytes);
    assert_eq!(problems.is_empty(), result.is_ok(), "{text}");
    assert_eq!(
        problems.first().map(DecodeError::code),
        result.as_ref().err().map(DecodeError::code),
        "{text}"
    );
    assert!(problems.len() <= 20);
    result
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_decodes_to_its_masked_value(event in order_paid()) {
        let envelope = envelope(event.clone());
        let bytes = envelope.to_json().unwrap();
        let decoded = diagnosed::<OrderPaid>(&bytes).unwrap();
        prop_assert_eq!(&decoded, &envelope.clone().map(|event| masked(&event)));
        prop_assert_eq!(decoded.to_json().unwrap(), bytes);
        let bytes = envelope.to_json_unmasked().unwrap();
        prop_assert_eq!(diagnosed::<OrderPaid>(&bytes).unwrap(), envelope);
    }

    #[test]
    fn the_order_of_fields_and_the_space_between_mean_nothing(event in order_paid(), seed in any::<u64>()) {
        let envelope = envelope(event);
        let record = String::from_utf8(envelope.to_json_unmasked().unwrap()).unwrap();
        let tree: Tree = serde_json::from_str(&record).unwrap();
        let shuffled = tree.shuffled(&mut Numbers(seed));
        prop_assert_eq!(diagnosed::<OrderPaid>(shuffled.as_bytes()).unwrap(), envelope, "{}", shuffled);
    }

    #[test]
    fn a_set_and_a_batch_give_what_a_single_event_gives(events in vec(order_paid(), 0..5), cut in any::<usize>()) {
        let mut records: Vec<_> = events.iter().map(|event| envelope(event.clone()).to_json().unwrap()).collect();
        records.push(envelope(OrderSent { to: "me".to_owned() }).to_json().unwrap());
        let cut = cut % records.len();
        records[cut].pop();
        let set: Vec<_> = records.iter().map(|record| diagnosed::<Shop>(record)).collect();
        let batch: Vec<_> = Envelope::<Shop>::decode_batch(&records).collect();
        prop_assert_eq!(set.len(), batch.len());
        for (index, (one, of_batch)) in set.iter().zip(batch).enumerate() {
            prop_assert_eq!(of_batch.as_ref().map_err(|bad| bad.index).err(), (index == cut).then_some(index));
            prop_assert_eq!(one.clone(), of_batch.map_err(|bad| bad.error));
        }
        let paid = |record| diagnosed::<OrderPaid>(record).map(|envelope| envelope.map(Shop::Paid));
        for (record, one) in records.iter().zip(set).take(events.len()) {
            prop_assert_eq!(paid(record), one);
        }
    }

    #[test]
    fn any_damage_is_an_error_or_another_event_but_never_a_panic(
        event in order_paid(), places in vec((any::<usize>(), any::<u8>(), 0..5u8), 1..4)
    ) {
        let mut bytes = envelope(event).to_json().unwrap();
        for (place, byte, damage) in places {
            let at = place % bytes.len();
            match damage {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                3 => bytes.truncate(at.max(1)),
                _ => bytes.extend_from_within(at..),
            }
        }
        let _ = diagnosed::<Shop>(&bytes);
        let _ = diagnosed::<OrderPaid>(&bytes);
    }

    #[test]
    fn a_value_of_any_kind_in_any_place_is_read_or_diagnosed(
        event in order_paid(), seed in any::<u64>(), version in 0u32..4
    ) {
        let record = String::from_utf8(envelope(event).to_json().unwrap()).unwrap();
        let record = record.replace(r#""schema_version":2"#, &format!(r#""schema_version":{version}"#));
        let mut tree: Tree = serde_json::from_str(&record).unwrap();
        let mut numbers = Numbers(seed);
        for _ in 0..3 {
            tree.replace_somewhere(&mut numbers);
        }
        let _ = diagnosed::<Shop>(tree.shuffled(&mut numbers).as_bytes());
    }
}
