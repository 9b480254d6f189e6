//! Whole records: decoder and open schema take the same.

use event_core::schema::Schema;
use event_core::{Envelope, Event, Openness};
use serde_json::{Value, json};

use crate::structs::Account;
use crate::support::{Wrap, validator};
use crate::values;

fn record(version: u32) -> Value {
    let data = match version {
        1 => json!({ "id": 1, "total": 2 }),
        2 => json!({ "id": 1, "amount": 2 }),
        _ => json!({ "id": 1, "amount": 2, "level": "low" }),
    };
    json!({
        "id": "067e6162-3b6f-4ae2-a171-2470b63dff00",
        "type": "test.wrapped",
        "source": "tests",
        "schema_version": version,
        "min_reader_version": 1,
        "occurred_at": "2026-05-01T10:00:00Z",
        "trace_id": "0af7651916cd43dd8448eb211c80319c",
        "span_id": "b7ad6b7169203331",
        "correlation_id": "067e6162-3b6f-4ae2-a171-2470b63dff00",
        "causation_id": "067e6162-3b6f-4ae2-a171-2470b63dff00",
        "data": data,
    })
}

/// The record without each field, and with each value in place of each field.
fn records(version: u32) -> Vec<Value> {
    let whole = record(version);
    let names: Vec<String> = whole.as_object().expect("an object").keys().cloned().collect();
    let mut records = vec![whole.clone(), json!([]), json!(null), json!("x"), json!({})];
    for name in names.iter().map(String::as_str).chain(["extra", "Type"]) {
        let mut less = whole.clone();
        less.as_object_mut().expect("an object").remove(name);
        records.push(less);
        let own = ["test.wrapped", "test.wrappd", "test.Wrapped", "1", "2", "3"].map(Value::from);
        let numbers = [1, 2, 3, 4].map(Value::from);
        let values = values::all().into_iter().filter_map(|json| serde_json::from_str(json).ok());
        for value in values.chain(own).chain(numbers) {
            let mut changed = whole.clone();
            changed[name] = value;
            records.push(changed);
        }
    }
    records
}

fn assert_envelopes_agree<T: Schema>() {
    for version in 1..=3 {
        let schema = <Wrap<T>>::SCHEMA
            .envelope_json_schema(version, Openness::Open)
            .expect("the version exists");
        let validator = validator(&schema);
        let records = records(version);
        assert!(validator.is_valid(&records[0]) && records.len() > 3_000);
        for record in records {
            let decoded = Envelope::<Wrap<T>>::from_json(record.to_string().as_bytes());
            // A record of another version is for the schema of that version.
            let taken = decoded.as_ref().is_ok_and(|envelope| envelope.version() == version);
            assert_eq!(validator.is_valid(&record), taken, "version {version}: {record:#}");
        }
    }
}

#[test]
fn envelopes_agree_in_every_version() {
    assert_envelopes_agree::<Account<false>>();
}

#[test]
fn envelopes_of_closed_payloads_agree_in_every_version() {
    assert_envelopes_agree::<Account<true>>();
}

#[test]
fn a_closed_envelope_refuses_what_is_never_written() {
    let schema = <Wrap<Account<false>>>::SCHEMA
        .envelope_json_schema(2, Openness::Closed)
        .expect("the version exists");
    let validator = validator(&schema);
    assert!(validator.is_valid(&record(2)));
    for (name, value) in [
        ("type", json!("test.wrappd")),
        ("schema_version", json!(1)),
        ("min_reader_version", json!(2)),
        ("min_reader_version", json!(null)),
        ("trace_id", json!("00000000000000000000000000000000")),
        ("trace_id", json!("0AF7651916CD43DD8448EB211C80319C")),
        ("span_id", json!("0000000000000000")),
        ("span_id", json!(7)),
        ("extra", json!(1)),
        ("data", json!({ "id": 1, "amount": 2, "extra": 3 })),
    ] {
        let mut changed = record(2);
        changed[name] = value;
        assert!(!validator.is_valid(&changed), "{changed:#}");
    }
    let mut spanless = record(2);
    spanless.as_object_mut().expect("an object").remove("trace_id");
    assert!(!validator.is_valid(&spanless), "a span without a trace means nothing");
}
