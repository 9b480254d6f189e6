//! `topic = "orders"`

use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless, topic = "orders")]
struct OrderPaid {}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless)]
struct OrderSent {}

#[test]
fn the_topic_is_a_default_beside_the_record() {
    assert_eq!(OrderPaid::SCHEMA.topic, Some("orders"));
    let envelope = Envelope::new(OrderPaid {});
    assert_eq!(envelope.topic(), Some("orders"));
    let record = String::from_utf8(envelope.to_json().unwrap()).unwrap();
    assert!(!record.contains("orders"), "{record}");
}

#[test]
fn without_topic_there_is_none() {
    assert_eq!(Envelope::new(OrderSent {}).topic(), None);
}
