#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct OrderPaid {
    id: Uuid,
    #[field(default = "EUR")]
    currency: String,
}
