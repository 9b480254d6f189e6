#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// One went in today's version, another was only in version 2.
#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "id")]
struct OrderPaid {
    id: Uuid,
}
