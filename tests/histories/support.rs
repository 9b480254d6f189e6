//! Reading payloads, and asking the JSON Schema whether it agrees.

use serde_json::Value;
use versioned_events::{DecodeError, Envelope, Event, Openness, diagnose};

/// Reads a payload of a version, alone and in an envelope; the open schema of that version has to
/// agree with the decoder, and `diagnose` with both.
pub(crate) fn read<E: Event>(payload: &Value, version: u32) -> Result<E, DecodeError> {
    let alone = Envelope::<E>::from_payload(payload.to_string().as_bytes(), version);
    let record = serde_json::json!({
        "id": "01980000-0001-7000-8000-000000000001",
        "type": E::TYPE,
        "source": "tests",
        "schema_version": version,
        "occurred_at": "2026-05-01T10:00:00Z",
        "data": payload,
    });
    let record = record.to_string();
    let enveloped = Envelope::<E>::from_json(record.as_bytes());
    assert_eq!(
        alone.as_ref().map(|_| ()).map_err(DecodeError::code),
        enveloped.as_ref().map(|_| ()).map_err(DecodeError::code),
        "{payload}"
    );
    let problems = diagnose::<E>(record.as_bytes());
    assert_eq!(problems.is_empty(), alone.is_ok(), "{payload}");
    let schema = E::SCHEMA.json_schema(version, Openness::Open).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    assert_eq!(schema.is_valid(payload), alone.is_ok(), "{payload} in version {version}");
    alone.map(|envelope| envelope.data)
}

/// The same for a payload that is taken.
pub(crate) fn taken<E: Event>(payload: &Value, version: u32) -> E {
    read(payload, version).unwrap_or_else(|error| panic!("{error}"))
}

/// Where a payload is refused: `missing_field at $.data.items[0].price`.
pub(crate) fn refused<E: Event>(payload: &Value, version: u32) -> String {
    match read::<E>(payload, version) {
        Ok(_) => panic!("{payload} was taken as version {version}"),
        Err(error) => format!("{} at {}", error.code(), error.path()),
    }
}

/// What today's value is written as, in a version.
pub(crate) fn written<E: Event>(event: E, version: u32) -> Result<Value, String> {
    let record = Envelope::new(event).to_json_as_version(version);
    let record = record.map_err(|error| format!("{} at {}", error.code(), error.path()))?;
    let mut record: Value = serde_json::from_slice(&record).unwrap();
    assert_eq!(record["schema_version"], version);
    let payload = record["data"].take();
    let schema = E::SCHEMA.json_schema(version, Openness::Closed).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    assert!(schema.is_valid(&payload), "{payload} in version {version}");
    Ok(payload)
}
