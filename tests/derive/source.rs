//! `source = "shop/billing"`

use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless, source = "home/\"living\" room")]
struct LampSwitched {}

#[derive(Event)]
#[event(type = "lamp.broken", version = 1, keyless)]
struct LampBroken {}

#[test]
fn an_envelope_names_the_events_source() {
    let envelope = Envelope::new(LampSwitched {});
    assert_eq!(envelope.source, "home/\"living\" room");
    let record = String::from_utf8(envelope.to_json().unwrap()).unwrap();
    assert!(record.contains(r#""source":"home/\"living\" room""#), "{record}");
}

#[test]
fn without_source_it_is_the_annotating_crate() {
    assert_eq!(LampBroken::SCHEMA.source, "versioned-events");
    assert_eq!(Envelope::new(LampBroken {}).source, env!("CARGO_PKG_NAME"));
}

#[test]
fn the_builder_and_the_record_win_over_the_default() {
    let built = Envelope::builder(LampSwitched {}).source("attic").build();
    assert_eq!(built.source, "attic");
    let read = Envelope::<LampBroken>::from_json(&built.map(|_| LampBroken {}).to_json().unwrap());
    assert_eq!(read.unwrap().source, "attic");
}
