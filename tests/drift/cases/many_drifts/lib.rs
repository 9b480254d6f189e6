#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::{Event, Schema};

/// By name and by type, at the event and inside: all of it in one run.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct OrderPaid {
    id: Uuid,
    amount: String,
    line: Line,
    email: String,
    note: Option<String>,
}

#[derive(Schema)]
struct Line {
    sku: u32,
}
