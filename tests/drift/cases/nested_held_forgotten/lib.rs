#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::{Event, Schema};

/// The contract of version 1 was published before `Line` had a version 2.
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
struct OrderPaid {
    id: Uuid,
    lines: Vec<Line>,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key = "id")]
struct OrderSent {
    id: Uuid,
    parcel: Parcel,
}

#[derive(Schema)]
struct Parcel {
    lines: Vec<Line>,
}

#[derive(Schema)]
#[schema(version = 2)]
struct Line {
    sku: String,
    #[field(since = 2)]
    note: Option<String>,
}
