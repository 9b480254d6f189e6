#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// In a folder of its own, and nowhere: what stands in `contracts` is of others.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id", contracts = "published/events")]
struct OrderPaid {
    id: Uuid,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key = "id", contracts = "none")]
struct OrderSent {
    id: Uuid,
}
