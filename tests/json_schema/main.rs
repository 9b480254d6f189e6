//! The published schema accepts exactly what the decoder accepts: thousands of mutated payloads of
//! every kind of type, with the `jsonschema` crate as judge.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod mutate;
mod types;

use jsonschema::Validator;
use mutate::mutations;
use serde_json::Value;
use types::short_names::A;
use types::{Everything, Gate, Handover, Parcel, Tree};
use versioned_events::{EncodeCode, Envelope, Event, Openness};

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap()
}

/// Compares the verdicts on every mutation of every sample; gives how many were accepted and refused.
fn agree<E: Event>(samples: &[(u32, &str)]) -> (usize, usize) {
    let (mut accepted, mut refused) = (0, 0);
    let closed = E::SCHEMA.envelope_json_schema(E::VERSION, Openness::Closed).unwrap();
    let closed = validator(&closed);
    for (version, sample) in samples {
        let schema = E::SCHEMA.json_schema(*version, Openness::Open).unwrap();
        let payload_validator = validator(&schema);
        let envelope_schema = E::SCHEMA.envelope_json_schema(*version, Openness::Open).unwrap();
        let envelope_validator = validator(&envelope_schema);
        let sample: Value = serde_json::from_str(sample).unwrap();
        for payload in std::iter::once(sample.clone()).chain(mutations(&sample)) {
            let text = payload.to_string();
            let decoded = Envelope::<E>::from_payload(text.as_bytes(), *version);
            let valid = payload_validator.is_valid(&payload);
            assert_eq!(
                decoded.is_ok(),
                valid,
                "{} version {version}: the schema says {valid}, the decoder {:?}\n{text}\n{schema:#}",
                E::TYPE,
                decoded.err(),
            );
            let record = record::<E>(*version, &payload);
            let decoded = Envelope::<E>::from_json(record.to_string().as_bytes());
            assert_eq!(decoded.is_ok(), envelope_validator.is_valid(&record), "{record}");
            if let Ok(envelope) = decoded {
                what_is_written_fits(&closed, &envelope);
                accepted += 1;
            } else {
                refused += 1;
            }
        }
    }
    (accepted, refused)
}

fn record<E: Event>(version: u32, payload: &Value) -> Value {
    serde_json::json!({
        "id": "01980000-0001-7000-8000-000000000001", "type": E::TYPE, "source": "test",
        "schema_version": version, "occurred_at": "2026-05-01T10:00:00Z", "data": payload,
    })
}

/// The closed schema is what a writer publishes: everything that is written fits it.
fn what_is_written_fits<E: Event>(closed: &Validator, envelope: &Envelope<E>) {
    let written = match envelope.to_json() {
        Ok(written) => written,
        // An empty key can be read, and not be written.
        Err(error) => return assert_eq!(error.code(), EncodeCode::EmptyKey),
    };
    let written: Value = serde_json::from_slice(&written).unwrap();
    let errors: Vec<_> = closed.iter_errors(&written).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}\n{written}");
}

#[track_caller]
fn both_verdicts_were_seen((accepted, refused): (usize, usize), at_least: usize) {
    assert!(accepted > at_least && refused > at_least, "{accepted} accepted, {refused} refused");
}

#[test]
fn a_history_is_published_version_by_version() {
    let verdicts = agree::<Parcel>(&[
        (1, r#"{"id":"7","kilos":3,"zone":"EU","hue":"red"}"#),
        (2, r#"{"id":"7","weight":3500,"zone":"EU","hue":"red","tip":"1.50"}"#),
        (3, r#"{"id":"7","weight":"3.5","zone":"EU","region":"WORLD","tip":1.5,"extra":7}"#),
        (3, r#"{"ident":"7","weight":3.5,"region":"EU"}"#),
    ]);
    both_verdicts_were_seen(verdicts, 40);
}

#[test]
fn every_field_type_is_described_exactly() {
    let sample = r#"{
        "flag": true, "tiny": -3, "big": 18446744073709551615, "huge": "340282366920938463463374607431768211455",
        "ratio": 0.5, "small": 1.5, "letter": "ß", "name": "x", "fixed": "y", "maybe": "z",
        "list": [1, null, 3], "grid": [[1, 2], [3, 4]], "pair": ["a", 1], "boxed": 9,
        "by_name": {"a": 1}, "by_id": {"01980000-0001-7000-8000-000000000001": true}, "by_number": {"-7": "x"},
        "by_shade": {"DARK": 1}, "id": "01980000-0001-7000-8000-000000000001",
        "at": "2026-05-01T10:00:00.5Z", "local": "2026-05-01T10:00:00+02:00", "day": "2026-02-28",
        "span": "P1DT2H3M4.5S", "wait": "PT1S", "price": "10.50", "bytes": "/9j/", "any": {"a": [1]},
        "host": "127.0.0.1", "shade": "LIGHT"
    }"#;
    both_verdicts_were_seen(agree::<Everything>(&[(1, sample)]), 150);
}

#[test]
fn enums_of_every_tagging_are_described_exactly() {
    let verdicts = agree::<Handover>(&[
        (1, r#"{"how":"Nobody","inner":{"kind":"nobody"},"beside":{"t":"Nobody"}}"#),
        (
            1,
            r#"{"how":{"Person":"x"},"inner":{"kind":"person","name":"n"},"beside":{"t":"Person","c":"x"}}"#,
        ),
        (
            1,
            r#"{"how":{"Box":{"number":3}},"inner":{"name":"n","kind":"box","number":3},"beside":{"c":{"number":3},"t":"Box"}}"#,
        ),
        (
            1,
            r#"{"how":{"Perhaps":null},"inner":{"kind":"letter_box","number":3},"beside":{"t":"Perhaps"}}"#,
        ),
    ]);
    both_verdicts_were_seen(verdicts, 60);
}

#[test]
fn recursive_and_closed_types_are_described_exactly() {
    let tree = r#"{"root":{"value":1,"children":[{"value":2,"children":[]}],"next":{"value":3,"children":[]}}}"#;
    both_verdicts_were_seen(agree::<Tree>(&[(1, tree)]), 15);
    let (accepted, refused) = agree::<Gate>(&[
        (
            1,
            r#"{"width":3,"lock":{"code":"1234","state":{"kind":"Open"},"beside":{"t":"Nobody"}}}"#,
        ),
        (
            1,
            r#"{"width":3,"lock":{"code":"1","state":{"kind":"Shut","by":"x"},"beside":{"t":"Any","c":1}}}"#,
        ),
        (
            1,
            r#"{"width":3,"lock":{"code":"1","state":{"newton":3,"kind":"Forced"},"beside":{"t":"Any"}}}"#,
        ),
    ]);
    assert!(accepted > 3 && refused > 60, "{accepted} accepted, {refused} refused");
}

#[test]
fn types_may_have_the_shortest_names_and_masked_defaults_are_published_masked() {
    let sample = r#"{"d":{"a":1},"s":["M",{"A":{"a":1}},{"D":{"m":{"k":"Nothing"}}}],"m":{"d":{"a":2},"k":"D"}}"#;
    both_verdicts_were_seen(agree::<A>(&[(1, sample)]), 20);
    let schema = A::SCHEMA.json_schema(1, Openness::Open).unwrap();
    assert_eq!(schema["properties"]["masked"]["default"], "***");
}
