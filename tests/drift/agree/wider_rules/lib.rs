#![allow(dead_code)]

use garde::Validate;
use uuid::Uuid;
use versioned_events::Event;

/// What keeps to the rules of version 1 keeps to these.
#[derive(Validate, Event)]
#[event(type = "order.paid", version = 2, key = "id", validate)]
struct OrderPaid {
    #[garde(skip)]
    id: Uuid,
    #[garde(range(min = -0.5, max = 1000.0))]
    total: f64,
    #[garde(length(max = 64))]
    name: String,
    #[garde(length(chars, min = 1, max = 64))]
    place: String,
    #[garde(length(min = 2, max = 256))]
    street: String,
}
