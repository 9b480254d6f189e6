use std::collections::BTreeMap;

use versioned_events::{Envelope, Event, Schema};

#[derive(PartialEq, Eq, PartialOrd, Ord, Schema)]
struct Place {
    x: i32,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
struct OrderPaid {
    order_id: String,
    prices: BTreeMap<Place, u64>,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
