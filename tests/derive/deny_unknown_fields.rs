//! `deny_unknown_fields`

use versioned_events::{Code, Event, Schema};

use crate::support::{becomes, refuses};

#[derive(Event)]
#[event(type = "lamp.switched", version = 2, keyless, deny_unknown_fields)]
#[event(removed(name = "was_on", type = "Option<bool>", until = 1))]
struct LampSwitched {
    #[serde(alias = "lit")]
    on: bool,
    room: Option<Room>,
    kind: Option<Kind>,
    open: Option<Open>,
    shut: Option<Shut>,
}

#[derive(Schema)]
#[serde(deny_unknown_fields)]
struct Room {
    name: String,
}

#[derive(Schema)]
#[schema(tag = "t", content = "c", deny_unknown_fields)]
enum Kind {
    Plain,
    Named { name: String },
}

#[derive(Schema)]
#[serde(tag = "t")]
enum Open {
    Plain,
}

#[derive(Schema)]
#[schema(tag = "t", deny_unknown_fields)]
enum Shut {
    Plain,
    Named { name: String },
}

#[test]
fn a_closed_enum_refuses_what_stands_beside_its_tag() {
    for shut in [
        r#"{"t":"Plain","x":1}"#,
        r#"{"x":1,"t":"Plain"}"#,
        r#"{"t":"Named","name":"a","x":1}"#,
        r#"{"x":1,"name":"a","t":"Named"}"#,
    ] {
        let data = format!(r#"{{"on":true,"shut":{shut}}}"#);
        refuses::<LampSwitched>(2, &[(&data, Code::UnknownField, "$.data.shut")]);
    }
    let named = r#"{"on":true,"shut":{"t":"Named","name":"a"}}"#;
    becomes::<LampSwitched>(2, named, named);
}

#[test]
fn a_closed_event_refuses_what_the_version_does_not_have() {
    refuses::<LampSwitched>(
        2,
        &[
            (r#"{"on":true,"x":1}"#, Code::UnknownField, "$.data"),
            (r#"{"on":true,"was_on":true}"#, Code::UnknownField, "$.data"),
            (r#"{"on":true,"room":{"name":"a","size":1}}"#, Code::UnknownField, "$.data.room"),
            (r#"{"on":true,"kind":{"t":"Plain","x":1}}"#, Code::UnknownField, "$.data.kind"),
            (
                r#"{"on":true,"kind":{"t":"Named","c":{"name":"a","x":1}}}"#,
                Code::UnknownField,
                "$.data.kind.c",
            ),
        ],
    );
}

#[test]
fn the_error_lists_the_known_names_and_not_the_unknown_one() {
    let error = crate::support::error::<LampSwitched>(2, r#"{"on":true,"SECRET":1}"#);
    assert_eq!(error.expected(), Some("one of `on`, `room`, `kind`, `open`, `shut`"));
    assert!(!error.to_string().contains("SECRET"), "{error}");
}

#[test]
fn known_names_and_aliases_pass() {
    becomes::<LampSwitched>(1, r#"{"was_on":true,"lit":true}"#, r#"{"on":true}"#);
    becomes::<LampSwitched>(
        2,
        r#"{"room":{"name":"a"},"on":true,"kind":{"c":{"name":"b"},"t":"Named"}}"#,
        r#"{"on":true,"room":{"name":"a"},"kind":{"t":"Named","c":{"name":"b"}}}"#,
    );
}

#[test]
fn it_does_not_reach_into_other_types() {
    let data = r#"{"on":true,"open":{"x":1,"t":"Plain","y":2}}"#;
    becomes::<LampSwitched>(2, data, r#"{"on":true,"open":{"t":"Plain"}}"#);
}

#[test]
fn without_it_unknown_fields_of_any_shape_are_ignored() {
    #[derive(Event)]
    #[event(type = "lamp.broken", version = 1, keyless)]
    struct LampBroken {
        on: bool,
    }
    let data = r#"{"x":{"y":[1,{"on":2}]},"on":true,"x":null,"":"","z":1e999}"#;
    becomes::<LampBroken>(1, data, r#"{"on":true}"#);
}
