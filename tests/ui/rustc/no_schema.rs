use versioned_events::{Envelope, Event};

#[derive(Clone, Debug, Default)]
struct Customer {
    id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "order_id")]
struct OrderPaid {
    order_id: String,
    customer: Customer,
    #[field(deprecated, since = 2, default)]
    seller: Customer,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
