//! `newer = "reject"` or `"tolerate"`, and `min_reader_version`

use versioned_events::{Code, Envelope, Event, Schema};

use crate::support::{record, record_error};

#[derive(Event)]
#[event(type = "lamp.switched", version = 2, keyless)]
struct Rejecting {
    on: bool,
    #[field(since = 2)]
    by: Option<String>,
}

#[derive(Event)]
#[event(type = "lamp.switched", version = 2, keyless, newer = "reject")]
struct Explicit {}

#[derive(Event)]
#[event(type = "lamp.switched", version = 2, keyless, newer = "tolerate")]
#[event(removed(name = "on", type = "bool", until = 1))]
struct Tolerant {
    #[field(since = 2, default)]
    by: String,
}

fn newer(min_reader: &str) -> String {
    record("lamp.switched", 9, r#"{"on":true,"by":"me","how":[1]}"#)
        .replace(r#""occurred_at""#, &format!(r#"{min_reader}"occurred_at""#))
}

#[test]
fn a_newer_version_is_rejected_naming_both_versions() {
    let record = newer("");
    let error = record_error::<Rejecting>(&record);
    assert_eq!((error.code(), error.path()), (Code::NewerVersion, "$.schema_version"));
    assert_eq!((error.version(), error.expected()), (Some(9), Some("version 2 or older")));
    assert_eq!(record_error::<Explicit>(&record).code(), Code::NewerVersion);
}

#[test]
fn tolerate_reads_it_as_todays_version() {
    let envelope = Envelope::<Tolerant>::from_json(newer("").as_bytes()).unwrap();
    assert_eq!((envelope.version(), envelope.data.by.as_str()), (9, "me"));
}

#[test]
fn a_newer_version_that_says_so_is_read_as_todays() {
    for min_reader in [1, 2] {
        let record = newer(&format!(r#""min_reader_version":{min_reader},"#));
        let envelope = Envelope::<Rejecting>::from_json(record.as_bytes()).unwrap();
        assert_eq!(envelope.data.by.as_deref(), Some("me"));
        // The same where it stands behind the payload.
        let record = newer("").replace("}}", &format!(r#"}},"min_reader_version":{min_reader}}}"#));
        let envelope = Envelope::<Rejecting>::from_json(record.as_bytes()).unwrap();
        assert_eq!((envelope.version(), envelope.data.on), (9, true));
    }
    for min_reader in ["3", "9", "null"] {
        let record = newer(&format!(r#""min_reader_version":{min_reader},"#));
        assert_eq!(record_error::<Rejecting>(&record).code(), Code::NewerVersion, "{min_reader}");
    }
}

#[test]
fn a_record_that_breaks_off_before_it_says_so_is_cut_and_not_newer() {
    let record = newer(r#""min_reader_version":2,"#);
    for end in 1..record.len() {
        assert_eq!(record_error::<Rejecting>(&record[..end]).code(), Code::Truncated, "{end}");
    }
}

#[test]
fn a_newer_version_still_needs_todays_required_fields() {
    let record = newer(r#""min_reader_version":1,"#).replace(r#""on":true,"#, "");
    let error = record_error::<Rejecting>(&record);
    assert_eq!((error.code(), error.path()), (Code::MissingField, "$.data.on"));
}

macro_rules! min_reader {
    ($($name:ident: $version:literal $(($attribute:meta))* { $($fields:tt)* } => $expected:literal;)*) => {$({
        #[derive(Event)]
        #[event(type = "a.b", version = $version, keyless)]
        $(#[$attribute])*
        #[allow(dead_code, reason = "only its schema is looked at")]
        struct $name { $($fields)* }
        assert_eq!($name::SCHEMA.min_reader, $expected, stringify!($name));
    })*};
}

#[derive(Schema)]
#[schema(deny_unknown_fields)]
struct Closed {}

fn text(number: i64) -> String {
    number.to_string()
}

#[test]
fn the_lowest_reader_follows_from_the_history() {
    min_reader! {
        NoHistory: 5 { a: u8 } => 1;
        Added: 3 { a: u8, #[field(since = 2, default)] b: u8, #[field(since = 3)] c: Option<u8> } => 1;
        RemovedOptional: 3 (event(removed(name = "b", type = "Option<u8>", until = 2))) { a: u8 } => 1;
        RemovedRequired: 3 (event(removed(name = "b", type = "u8", until = 2))) { a: u8 } => 3;
        RemovedLongAgo: 5 (event(removed(name = "b", type = "u8", until = 2))) { a: u8 } => 3;
        RemovedInTheMiddle: 5 (event(removed(name = "b", type = "u8", since = 2, until = 3))) { a: u8 } => 4;
        Renamed: 3 { #[field(renamed(from = "b", until = 1))] a: u8 } => 2;
        RenamedOptional: 3 { #[field(renamed(from = "b", until = 2))] a: Option<u8> } => 3;
        WasAnother: 4 { #[field(was(type = "i64", until = 2, with = text))] a: String } => 3;
        NameTakenAgain: 3 (event(removed(name = "b", type = "Option<u8>", until = 1))) {
            #[field(since = 3)] b: Option<String>
        } => 2;
        ClosedItself: 3 (event(deny_unknown_fields)) { a: u8 } => 3;
        ClosedInside: 3 { a: Vec<Option<Closed>> } => 3;
    }
}
