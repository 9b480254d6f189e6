#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// A published rule that the code does not have.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct OrderPaid {
    id: Uuid,
    currency: String,
}
