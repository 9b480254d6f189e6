#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

type Cents = u64;

/// Today's version, an earlier one, one behind an alias, and one in a removed field.
#[derive(Event)]
#[event(type = "order.refunded", version = 2, key = "id")]
#[event(removed(name = "coupon", type = "String", until = 1))]
struct OrderRefunded {
    id: Uuid,
    total: String,
    fee: Cents,
    note: Option<String>,
    tags: Vec<u32>,
}
