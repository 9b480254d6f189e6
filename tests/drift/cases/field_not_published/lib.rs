#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// One that nobody published, one that came with version 2, and a removed one that never was.
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
#[event(removed(name = "coupon", type = "Option<String>", until = 1))]
struct OrderPaid {
    id: Uuid,
    note: Option<String>,
    currency: Option<String>,
}
