//! `type = "order.paid"`

use versioned_events::{Code, Envelope, Event};

use crate::support::{record, record_error, record_of};

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless)]
struct LampSwitched {
    on: bool,
}

#[derive(Event)]
#[event(type = "front-door.bell_2.rung", version = 1, keyless)]
struct BellRung {}

#[test]
fn the_type_is_the_name_on_the_wire() {
    assert_eq!(LampSwitched::TYPE, "lamp.switched");
    assert_eq!(BellRung::TYPE, "front-door.bell_2.rung");
    assert_eq!(
        record_of(LampSwitched { on: true }),
        concat!(
            r#"{"id":"00000000-0000-7000-8000-000000000001","type":"lamp.switched","source":"shop","#,
            r#""schema_version":1,"occurred_at":"1970-01-01T00:00:00Z","#,
            r#""correlation_id":"00000000-0000-7000-8000-000000000001","data":{"on":true}}"#,
        )
    );
    assert_eq!(Envelope::new(BellRung {}).event_type(), "front-door.bell_2.rung");
}

#[test]
fn a_record_of_another_type_is_refused() {
    for other in ["lamp.broken", "lamp", "lamp.switched.twice", "LAMP.SWITCHED", ""] {
        let error = record_error::<LampSwitched>(&record(other, 1, r#"{"on":true}"#));
        assert_eq!((error.code(), error.path()), (Code::UnknownType, "$.type"), "{other}");
    }
}

#[test]
fn an_escaped_type_is_the_same_type() {
    let record = record(r"lamp\u002eswitched", 1, r#"{"on":true}"#);
    assert!(Envelope::<LampSwitched>::from_json(record.as_bytes()).unwrap().data.on);
}
