//! `version = 3`

use versioned_events::{Code, Envelope, Event};

use crate::support::{ID, becomes, record, record_error, record_of};

#[derive(Event)]
#[event(type = "lamp.switched", version = 3, keyless)]
struct LampSwitched {
    on: bool,
}

#[test]
fn without_history_every_version_has_todays_shape() {
    assert_eq!((LampSwitched::OLDEST, LampSwitched::VERSION), (1, 3));
    for version in 1..=3 {
        becomes::<LampSwitched>(version, r#"{"on":true}"#, r#"{"on":true}"#);
    }
}

#[test]
fn the_version_that_a_payload_was_read_in_is_kept_and_todays_is_written() {
    let old = record("lamp.switched", 1, r#"{"on":true}"#);
    let envelope = Envelope::<LampSwitched>::from_json(old.as_bytes()).unwrap();
    assert_eq!(envelope.version(), 1);
    assert_eq!(Envelope::new(LampSwitched { on: true }).version(), 3);
    let written = envelope.to_json().unwrap();
    assert!(String::from_utf8(written).unwrap().contains(r#""schema_version":3"#));
}

#[test]
fn a_record_without_version_or_with_null_is_version_1() {
    for version in ["", r#","schema_version":null"#] {
        let record = format!(
            r#"{{"id":"{ID}","type":"lamp.switched","source":"x"{version},"occurred_at":"2026-05-01T10:00:00Z","data":{{"on":true}}}}"#
        );
        let envelope = Envelope::<LampSwitched>::from_json(record.as_bytes()).unwrap();
        assert_eq!(envelope.version(), 1, "{record}");
    }
}

#[test]
fn what_is_no_version_is_refused_by_its_own_code() {
    for (version, code) in [
        ("0", Code::UnknownVersion),
        ("4", Code::NewerVersion),
        ("4294967295", Code::NewerVersion),
        ("4294967296", Code::OutOfRange),
        ("-1", Code::OutOfRange),
        ("1.5", Code::OutOfRange),
        (r#""1""#, Code::TypeMismatch),
        ("[1]", Code::TypeMismatch),
    ] {
        let record = record("lamp.switched", 7, r#"{"on":true}"#)
            .replace(r#""schema_version":7"#, &format!(r#""schema_version":{version}"#));
        let error = record_error::<LampSwitched>(&record);
        assert_eq!((error.code(), error.path()), (code, "$.schema_version"), "{version}: {error}");
    }
}

#[test]
fn today_is_written_with_the_lowest_reader_only_when_that_is_lower() {
    #[derive(Event)]
    #[event(type = "lamp.broken", version = 1, keyless)]
    struct LampBroken {}

    let three = record_of(LampSwitched { on: true });
    assert!(three.contains(r#""schema_version":3,"min_reader_version":1,"#), "{three}");
    let one = record_of(LampBroken {});
    assert!(!one.contains("min_reader_version"), "{one}");
}
