//! Test data of others: what serde_json accepts is accepted here, and trace headers are read as the
//! W3C means them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use versioned_events::{Envelope, Event, Trace, diagnose};

fn data(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path)
}

/// Every file of the suite with its name and bytes.
fn suite() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for folder in ["test_parsing", "test_transform"] {
        for entry in fs::read_dir(data("jsontestsuite").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.push((name, fs::read(path).unwrap()));
        }
    }
    assert_eq!(files.len(), 318 + 22);
    files.sort();
    files
}

#[derive(Event)]
#[event(type = "value.seen", version = 1, keyless)]
struct ValueSeen {
    value: Value,
}

/// The same event as serde's derive reads it.
#[derive(serde::Deserialize)]
struct Wire {
    value: Value,
}

#[test]
fn a_payload_is_accepted_exactly_where_serde_json_accepts_it() {
    let mut accepted = 0;
    for (name, file) in suite() {
        let payload = [&b"{\"value\":"[..], &file, b"}"].concat();
        let theirs = serde_json::from_slice::<Wire>(&payload);
        let ours = Envelope::<ValueSeen>::from_payload(&payload, 1);
        assert_eq!(ours.is_ok(), theirs.is_ok(), "{name}: {:?} {:?}", ours.err(), theirs.err());
        match name.split_at(2).0 {
            "y_" => assert!(ours.is_ok(), "{name}"),
            // A file that ends early is completed by what stands around it.
            "n_" => assert!(ours.is_err(), "{name}"),
            _ => {}
        }
        if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
            assert_eq!(ours.data.value, theirs.value, "{name}");
            let written = ours.to_json().unwrap();
            let read = Envelope::<ValueSeen>::from_json(&written).unwrap();
            assert_eq!(read.data.value, theirs.value, "{name}");
            accepted += 1;
        }
    }
    assert!(accepted > 100, "{accepted}");
}

#[test]
fn an_envelope_is_accepted_exactly_where_serde_json_accepts_its_text() {
    let head = r#""id":"01980000-0001-7000-8000-000000000001","type":"value.seen","source":"test","occurred_at":"2026-05-01T10:00:00Z""#;
    for (name, file) in suite() {
        let around =
            |before: &str, after: &str| [before.as_bytes(), &file, after.as_bytes()].concat();
        for record in [
            around(&format!("{{{head},\"schema_version\":1,\"data\":{{\"value\":"), "}}"),
            around("{\"data\":{\"value\":", &format!("}},{head}}}")),
            around("{\"extra\":", &format!(",{head},\"data\":{{\"value\":7}}}}")),
            around(&format!("{{{head},\"data\":{{\"value\":7,\"extra\":"), "}}"),
        ] {
            // As text: serde_json does not look into the bytes of what it skips.
            let theirs = std::str::from_utf8(&record)
                .is_ok_and(|text| serde_json::from_str::<WireRecord>(text).is_ok());
            let ours = Envelope::<ValueSeen>::from_json(&record);
            assert_eq!(ours.is_ok(), theirs, "{name}: {:?}", ours.err());
            assert_eq!(diagnose::<ValueSeen>(&record).is_empty(), theirs, "{name}");
        }
    }
}

#[derive(serde::Deserialize)]
#[allow(dead_code, reason = "only whether it can be read counts")]
struct WireRecord {
    id: uuid::Uuid,
    r#type: String,
    source: String,
    schema_version: Option<u32>,
    occurred_at: chrono::DateTime<chrono::Utc>,
    data: Wire,
}

#[test]
fn trace_headers_are_valid_exactly_where_the_recommendation_says_so() {
    let file = fs::read(data("w3c-trace-context/traceparent.json")).unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    let cases = file["traceparent"].as_array().unwrap();
    assert_eq!(cases.len(), 31);
    for case in cases {
        let (class, header) = (case["cls"].as_str().unwrap(), case["value"].as_str().unwrap());
        let valid = case["valid"].as_bool().unwrap();
        let zeros = ["-00000000000000000000000000000000-", "-0000000000000000-"];
        let expected = match class {
            // Takes ids of zeros, which the recommendation forbids.
            "BaseTraceparent" => valid && !zeros.iter().any(|zero| header.contains(zero)),
            // Knows version 00 only; the recommendation has later ones read like it.
            _ if ["01", "02", "cc"].contains(&&header[..2]) => true,
            _ => valid,
        };
        let ours = Trace::from_traceparent(header).is_some();
        assert_eq!(ours, expected, "{class} {header}");
    }
}
