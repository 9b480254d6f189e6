use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "amount")]
struct OrderPaid {
    amount: f64,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key("order_id", "parcels"))]
struct OrderSent {
    order_id: String,
    parcels: Vec<String>,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
