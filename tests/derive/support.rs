//! Short ways to read and write one event.

use versioned_events::{
    Code, DecodeError, EncodeError, Envelope, Event, EventSet, TestClock, diagnose,
};

pub(crate) const ID: &str = "0197e5a0-0000-7000-8000-000000000001";

/// A record whose header stands before its payload, so that one pass decodes it.
pub(crate) fn record(event_type: &str, version: u32, data: &str) -> String {
    format!(
        r#"{{"id":"{ID}","type":"{event_type}","source":"shop","schema_version":{version},"occurred_at":"2026-05-01T10:00:00Z","data":{data}}}"#
    )
}

/// The same record with its payload first: it is kept, and decoded after the header.
pub(crate) fn payload_first(event_type: &str, version: u32, data: &str) -> String {
    format!(
        r#"{{"data":{data},"id":"{ID}","type":"{event_type}","source":"shop","schema_version":{version},"occurred_at":"2026-05-01T10:00:00Z"}}"#
    )
}

/// Reads a payload of version `version`, from both records, which have to agree.
pub(crate) fn read<E: Event>(version: u32, data: &str) -> E {
    let envelope = read_record::<E>(&record(E::TYPE, version, data));
    let other = read_record::<E>(&payload_first(E::TYPE, version, data));
    assert_eq!(payload(&envelope), payload(&other), "payload first, version {version}: {data}");
    envelope.data
}

pub(crate) fn read_record<S: EventSet>(record: &str) -> Envelope<S> {
    match Envelope::from_json(record.as_bytes()) {
        Ok(envelope) => envelope,
        Err(error) => panic!("{record}\n  {error}"),
    }
}

/// Why a payload is refused. Both records have to say the same, and `diagnose` the same first.
pub(crate) fn error<E: Event>(version: u32, data: &str) -> DecodeError {
    let error = record_error::<E>(&record(E::TYPE, version, data));
    let other = record_error::<E>(&payload_first(E::TYPE, version, data));
    let both = [&error, &other].map(|error| (error.code(), error.path()));
    assert_eq!(both[0], both[1], "payload first, version {version}: {data}");
    error
}

pub(crate) fn record_error<S: EventSet>(record: &str) -> DecodeError {
    let Err(error) = Envelope::<S>::from_json(record.as_bytes()) else {
        panic!("was read: {record:.300}")
    };
    let problems = diagnose::<S>(record.as_bytes());
    assert_eq!(problems.first().map(DecodeError::code), Some(error.code()), "{record}");
    error
}

/// Asserts for every payload with which code and where it is refused.
pub(crate) fn refuses<E: Event>(version: u32, cases: &[(&str, Code, &str)]) {
    for (data, code, path) in cases {
        let error = error::<E>(version, data);
        assert_eq!((error.code(), error.path()), (*code, *path), "{data}: {error}");
    }
}

/// The record of an event, with an id and a time that never change.
pub(crate) fn record_of<S: EventSet>(event: S) -> String {
    let envelope = Envelope::builder(event).source("shop").clock(&TestClock::new()).build();
    String::from_utf8(envelope.to_json().unwrap()).unwrap()
}

/// The payload as it is written.
pub(crate) fn written<S: EventSet>(event: S) -> String {
    payload(&Envelope::new(event)).unwrap()
}

fn payload<S: EventSet>(envelope: &Envelope<S>) -> Result<String, EncodeError> {
    envelope.to_json().map(|bytes| payload_of(&bytes))
}

/// What stands behind `data`, which is written last.
pub(crate) fn payload_of(record: &[u8]) -> String {
    let record = std::str::from_utf8(record).unwrap();
    let (_, data) = record.split_once(r#","data":"#).unwrap();
    data.strip_suffix('}').unwrap().to_owned()
}

/// Asserts that a payload of version `version` is read, and written as `today`.
pub(crate) fn becomes<E: Event>(version: u32, data: &str, today: &str) {
    assert_eq!(written(read::<E>(version, data)), today, "version {version}: {data}");
}
