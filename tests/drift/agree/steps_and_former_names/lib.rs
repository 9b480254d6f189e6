#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

/// The versions before the step are the earlier struct's own business, whose later ones are not its.
#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "id", upcast_from = OrderPaidV2)]
struct OrderPaid {
    id: Uuid,
    cents: u64,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
struct OrderPaidV2 {
    id: Uuid,
    #[field(since = 2, default)]
    total: u32,
}

impl From<OrderPaidV2> for OrderPaid {
    fn from(OrderPaidV2 { id, total }: OrderPaidV2) -> Self {
        Self { id, cents: u64::from(total) }
    }
}

/// Version 1 was published under another name.
#[derive(Event)]
#[event(type = "order.sent", version = 2, key = "id", alias = "order.shipped")]
struct OrderSent {
    id: Uuid,
}

/// Rolled back: version 2 was published, and is newer than the code.
#[derive(Event)]
#[event(type = "order.lost", version = 1, key = "id")]
struct OrderLost {
    id: Uuid,
}
