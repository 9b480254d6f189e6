#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// One has another name in today's version, one in the version before.
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
struct OrderPaid {
    id: Uuid,
    amount: u64,
    reason: String,
}
