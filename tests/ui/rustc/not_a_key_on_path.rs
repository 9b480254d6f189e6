use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
struct Order {
    amount: f64,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order.amount")]
struct OrderPaid {
    order: Order,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key = "order.amuont")]
struct OrderSent {
    order: Order,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
