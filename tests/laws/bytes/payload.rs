//! Payloads without envelope.

use serde_json::value::RawValue;
use versioned_events::{Code, DecodeError, Envelope, EventSet};

use super::reading::holds;
use crate::shop::{self, AnyEvent, OrderPaid, ShopEvent};

/// A payload gives what it gives inside an envelope, whatever type and version it is said to have.
pub fn payload(bytes: &[u8]) {
    let is_json = std::str::from_utf8(bytes)
        .is_ok_and(|text| serde_json::from_str::<&RawValue>(text).is_ok());
    for version in 0..=4 {
        let single = Envelope::<OrderPaid>::from_payload(bytes, version);
        let by_name = Envelope::from_payload_of("order.paid", bytes, version);
        assert_eq!(single.as_ref().map(|event| &event.data).map_err(Clone::clone), data(&by_name));
        holds(&single, bytes);
        for event_type in ["order.payed", "user.created", "lamp.lit", "Mr. Smith"] {
            let alone = Envelope::<ShopEvent>::from_payload_of(event_type, bytes, version);
            holds(&alone, bytes);
            holds(&Envelope::<AnyEvent>::from_payload_of(event_type, bytes, version), bytes);
            if is_json {
                is_the_same_in_an_envelope(event_type, bytes, version, alone);
            }
        }
    }
}

fn data<S: EventSet>(result: &Result<Envelope<S>, DecodeError>) -> Result<&S, DecodeError> {
    result.as_ref().map(|event| &event.data).map_err(Clone::clone)
}

fn is_the_same_in_an_envelope(
    event_type: &str,
    bytes: &[u8],
    version: u32,
    alone: Result<Envelope<ShopEvent>, DecodeError>,
) {
    let data = std::str::from_utf8(bytes).unwrap();
    let record = shop::record(event_type, version, data);
    let base = record.len() - 1 - data.len();
    match (alone, Envelope::<ShopEvent>::from_json(record.as_bytes())) {
        (Ok(alone), Ok(inside)) => assert_eq!(alone.data, inside.data),
        // The envelope is one level more.
        (_, Err(inside)) if inside.code() == Code::TooDeep => {}
        (Err(alone), Err(inside)) => {
            assert_eq!(alone.code(), inside.code(), "{alone} {inside}");
            if inside.path().starts_with("$.data") {
                assert_eq!(alone.path().replacen('$', "$.data", 1), inside.path());
                assert_eq!(alone.offset() + base, inside.offset(), "{alone} {inside}");
            }
        }
        (alone, inside) => panic!("{alone:?} {inside:?}"),
    }
}
