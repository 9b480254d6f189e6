#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// Version 1 has a contract and version 2 has none; of the second event, even today's was published.
#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "id")]
struct OrderPaid {
    id: Uuid,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key = "id")]
struct OrderSent {
    id: Uuid,
}
