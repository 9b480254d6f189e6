#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// Nothing was published yet; of the second, only version 1.
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
struct OrderPaid {
    id: Uuid,
}

#[derive(Event)]
#[event(type = "order.sent", version = 2, key = "id")]
struct OrderSent {
    id: Uuid,
    #[field(since = 2)]
    note: Option<String>,
}
