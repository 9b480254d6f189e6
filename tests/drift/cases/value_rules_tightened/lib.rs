#![allow(dead_code)]

use garde::Validate;
use uuid::Uuid;
use versioned_events::{Event, Schema};

/// Version 2 asks for more than version 1, whose records are still read.
#[derive(Validate, Event)]
#[event(type = "order.paid", version = 2, key = "id", validate)]
struct OrderPaid {
    #[garde(skip)]
    id: Uuid,
    #[garde(length(min = 8))]
    coupon: String,
    #[garde(length(max = 10), dive)]
    line_items: Vec<LineItem>,
    #[garde(range(min = 1))]
    total: u64,
}

#[derive(Validate, Schema)]
struct LineItem {
    #[garde(range(max = 99.5))]
    weight: f64,
}
