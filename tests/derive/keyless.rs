//! `keyless`

use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "clock.ticked", version = 1, keyless)]
struct ClockTicked {
    count: u8,
}

#[test]
fn a_keyless_event_has_no_key_and_is_written_without_one() {
    let ticked = ClockTicked { count: 7 };
    assert_eq!(ticked.key(), None);
    assert!(ClockTicked::SCHEMA.key.is_empty());
    let envelope = Envelope::new(ticked);
    assert_eq!(envelope.key(), Ok(None));
    assert!(envelope.to_json().is_ok());
}
