#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// Nobody can say that version 1 had no default and no other name yet.
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
struct OrderPaid {
    id: Uuid,
    #[field(default)]
    #[serde(alias = "sum")]
    total: u64,
}
