//! Hard cases, each once wrong: what a review or a hostile record has found.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use serde_json::json;
use versioned_events::{
    Code, EncodeCode, Envelope, Event, EventSet, Openness, RawEvent, Registry, Schema, diagnose,
};

#[derive(Debug, Schema)]
#[schema(tag = "kind")]
enum Node {
    Leaf,
    Pair { right: Box<Node> },
}

#[derive(Debug, Event)]
#[event(type = "node.grown", version = 1, keyless)]
struct NodeGrown {
    node: Node,
}

#[test]
fn kept_values_do_not_lift_the_limit_of_depth() {
    let nested = |levels: usize, tag_last: bool| {
        let open = if tag_last { r#"{"right":"# } else { r#"{"kind":"Pair","right":"# };
        let close = if tag_last { r#","kind":"Pair"}"# } else { "}" };
        let node = format!("{}{{\"kind\":\"Leaf\"}}{}", open.repeat(levels), close.repeat(levels));
        format!("{{\"node\":{node}}}")
    };
    for (levels, tag_last, readable) in [
        (100, false, true),
        (130, false, false),
        (30, true, true),
        (40, true, false),
        (20_000, true, false),
    ] {
        let payload = nested(levels, tag_last);
        let read = Envelope::<NodeGrown>::from_payload(payload.as_bytes(), 1);
        assert_eq!(
            read.as_ref().err().map(|error| error.code()),
            (!readable).then_some(Code::TooDeep)
        );
    }
}

/// Refuses everything, quoting it.
#[derive(Debug)]
struct Quoting;

impl<'de> serde::Deserialize<'de> for Quoting {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(serde::de::Error::custom(format!("{text} at line 1 column 4")))
    }
}

impl serde::Serialize for Quoting {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

#[derive(Debug, Event)]
#[event(type = "quote.made", version = 1, keyless)]
struct QuoteMade {
    first: u8,
    #[field(schema = "String")]
    quoting: Quoting,
}

#[test]
fn the_words_of_a_foreign_type_are_not_shown_and_its_field_is_named() {
    let marks =
        "\\u0001conversion\\u0001CARD 4111\\u0001conversion\\u0001SECRET\\u0001conversion\\u0001";
    for text in ["4111111111111111", marks] {
        let payload = format!("{{\"first\":1,\"quoting\":\"{text}\"}}");
        let error = Envelope::<QuoteMade>::from_payload(payload.as_bytes(), 1).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::RefusedByType, "$.quoting"));
        assert!(!format!("{error}{error:?}").contains("4111"), "{error}");
        assert_eq!(error.unmasked_conversion_text(), None);
    }
}

#[derive(Debug, Event)]
#[event(type = "value.seen", version = 1, keyless)]
struct ValueSeen {
    value: serde_json::Value,
}

#[test]
fn an_object_with_serde_jsons_private_names_is_an_object() {
    for name in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
        for inner in ["[1,2]", "1", "SECRET"] {
            let value = json!({"a": [{ name: inner }], name: inner});
            let payload = json!({ "value": value });
            let read =
                Envelope::<ValueSeen>::from_payload(payload.to_string().as_bytes(), 1).unwrap();
            assert_eq!(read.data.value, value);
            let again = Envelope::<ValueSeen>::from_json(&read.to_json().unwrap()).unwrap();
            assert_eq!(again.data.value, value);
        }
    }
}

#[derive(Debug, Event)]
#[event(type = "number.seen", version = 1, keyless)]
struct NumberSeen {
    number: u64,
    list: Vec<u8>,
}

#[test]
fn broken_json_is_said_to_be_broken_where_it_is() {
    for (payload, code, path) in [
        (r#"{"list":[],"number":0x10}"#, Code::NotJson, "$.number"),
        (r#"{"list":[],"number":-x}"#, Code::NotJson, "$.number"),
        (r#"{"list":[],"number":1e+}"#, Code::NotJson, "$.number"),
        (r#"{"list":[,],"number":1}"#, Code::NotJson, "$.list"),
        (r#"{"list":[1,],"number":1}"#, Code::NotJson, "$.list"),
        (r#"{"list":[1 2],"number":1}"#, Code::NotJson, "$.list"),
        (r#"{"list":[],"number":tru}"#, Code::NotJson, "$.number"),
        (r#"{"list":[],"number":9007199254740993.0}"#, Code::OutOfRange, "$.number"),
    ] {
        let error = Envelope::<NumberSeen>::from_payload(payload.as_bytes(), 1).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{payload} {error}");
        let record = record("number.seen", "", payload);
        let error = Envelope::<NumberSeen>::from_json(record.as_bytes()).unwrap_err();
        let path = path.replace('$', "$.data");
        assert_eq!((error.code(), error.path()), (code, path.as_str()), "{payload} {error}");
    }
    let error = Envelope::<NumberSeen>::from_json(b"4111111111111111;Ann;19.99").unwrap_err();
    assert_eq!((error.code(), error.offset()), (Code::TypeMismatch, 0));
}

#[test]
fn a_tag_that_comes_twice_is_named() {
    let payload = r#"{"node":{"kind":"Leaf","kind":"Leaf"}}"#;
    let error = Envelope::<NodeGrown>::from_payload(payload.as_bytes(), 1).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::DuplicateField, "$.node.kind"));
}

#[derive(Debug, Event)]
#[event(type = "word.kept", version = 1, key("r#type", "id"))]
struct WordKept {
    r#type: String,
    id: u8,
}

#[test]
fn raw_identifiers_stay_in_rust() {
    let schema = WordKept::SCHEMA.json_schema(1, Openness::Open).unwrap();
    assert_eq!(schema["x-key"], json!(["type", "id"]));
    let error = Envelope::new(WordKept { r#type: String::new(), id: 1 }).to_json().unwrap_err();
    assert_eq!(error.path(), "type");
}

#[derive(Debug, EventSet)]
enum Any {
    Node(NodeGrown),
    #[event(other)]
    Other(RawEvent),
}

fn record(event_type: &str, more: &str, data: &str) -> String {
    format!(
        r#"{{"id":"01980000-0001-7000-8000-000000000001","type":"{event_type}","source":"s",{more}"occurred_at":"2026-05-01T10:00:00Z","data":{data}}}"#
    )
}

#[test]
fn a_type_that_may_be_a_value_is_shown_nowhere() {
    let record = record("Card 4111111111111111", "", "{}");
    let mut envelope = Envelope::<Any>::from_json(record.as_bytes()).unwrap();
    assert!(!format!("{envelope:?}").contains("4111"));
    envelope.occurred_at = chrono::DateTime::<chrono::Utc>::MAX_UTC;
    let error = envelope.to_json().unwrap_err();
    assert_eq!(error.code(), EncodeCode::OutOfRange);
    assert!(!format!("{error}{error:?}").contains("4111"), "{error}");
    let error = Envelope::<Any>::from_payload_of("Card 4111111111111111", b"{", 1).unwrap_err();
    assert!(!format!("{error}{error:?}").contains("4111"), "{error}");
}

#[test]
fn a_version_may_be_written_as_a_float() {
    let record = record("node.grown", "\"schema_version\":1.0,", "{}");
    let error = Envelope::<NodeGrown>::from_json(record.as_bytes()).unwrap_err();
    assert_eq!(
        (error.code(), error.path(), error.version()),
        (Code::MissingField, "$.data.node", Some(1))
    );
    assert_eq!(diagnose::<NodeGrown>(record.as_bytes()), [error]);
}

#[derive(Debug, Schema)]
enum Way {
    Cash,
    Card { number: u8 },
}

#[derive(Debug, Event)]
#[event(type = "way.chosen", version = 1, keyless)]
struct WayChosen {
    way: Way,
}

#[test]
fn a_variant_in_the_wrong_form_is_not_an_unknown_one() {
    for (way, expected) in [
        (r#"{"Cash":null}"#, "text, for the variant has no content"),
        (r#""Card""#, "an object, for the variant has content"),
    ] {
        let payload = format!("{{\"way\":{way}}}");
        let error = Envelope::<WayChosen>::from_payload(payload.as_bytes(), 1).unwrap_err();
        assert_eq!((error.code(), error.expected()), (Code::TypeMismatch, Some(expected)));
    }
}

#[derive(Schema)]
struct Folder {
    #[field(recursive(Entry))]
    entries: Vec<Entry>,
}

#[derive(Schema)]
#[schema(deny_unknown_fields)]
struct Entry {
    folder: Option<Box<Folder>>,
}

#[derive(Event)]
#[event(type = "folder.moved", version = 2, keyless)]
struct FolderMoved {
    folder: Folder,
    #[field(since = 2)]
    by: Option<String>,
}

#[test]
fn refused_fields_behind_recursion_count_for_older_readers() {
    assert_eq!(FolderMoved::SCHEMA.min_reader, 2);
}

#[derive(Debug, Event)]
#[event(type = "inner.made", version = 2, keyless)]
struct Inner {
    #[field(renamed(from = "old", until = 1))]
    new: u8,
    again: Option<Box<Inner>>,
}

#[derive(Debug, Event)]
#[event(type = "outer.made", version = 1, keyless)]
struct Outer {
    inner: Inner,
}

#[test]
fn an_event_inside_another_is_in_its_newest_version_and_inside_itself_in_the_same() {
    let schema = |schema: &serde_json::Value| jsonschema::validator_for(schema).unwrap();
    let outer = schema(&Outer::SCHEMA.json_schema(1, Openness::Open).unwrap());
    for (payload, good) in
        [(json!({"inner": {"new": 1}}), true), (json!({"inner": {"old": 1}}), false)]
    {
        assert_eq!(outer.is_valid(&payload), good, "{payload}");
        let read = Envelope::<Outer>::from_payload(payload.to_string().as_bytes(), 1);
        assert_eq!(read.is_ok(), good, "{payload}");
    }
    let inner = schema(&Inner::SCHEMA.json_schema(1, Openness::Open).unwrap());
    for (payload, good) in [
        (json!({"old": 1, "again": {"old": 2}}), true),
        (json!({"old": 1, "again": {"new": 2}}), false),
        (json!({"new": 1}), false),
    ] {
        assert_eq!(inner.is_valid(&payload), good, "{payload}");
        let read = Envelope::<Inner>::from_payload(payload.to_string().as_bytes(), 1);
        assert_eq!(read.is_ok(), good, "{payload}");
    }
}

#[test]
fn schemas_that_refer_to_themselves_at_different_places_can_be_compared() {
    let one = json!({"$ref": "#/$defs/A", "$defs": {
        "A": {"type": "object", "properties": {"n": {"type": "object", "properties": {"n": {"$ref": "#/$defs/A"}}}}}}});
    let other = json!({"type": "object", "properties": {"n": {"$ref": "#/$defs/B"}}, "$defs": {
        "B": {"type": "object", "properties": {"n": {"type": "object", "properties": {"n": {"$ref": "#/$defs/B"}}}}}}});
    let mut registry = Registry::new();
    registry.register_schema("tree", 1, one).unwrap();
    // Whether they are the same is not the point: it has to come to an end.
    let _ = registry.register_schema("tree", 1, other);
}
