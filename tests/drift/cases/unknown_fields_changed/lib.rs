#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id", deny_unknown_fields)]
struct OrderPaid {
    id: Uuid,
}

#[derive(Event)]
#[event(type = "order.sent", version = 2, key = "id")]
struct OrderSent {
    id: Uuid,
}
