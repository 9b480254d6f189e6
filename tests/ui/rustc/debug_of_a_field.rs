use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
struct Customer {
    id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id", debug)]
struct OrderPaid {
    order_id: String,
    customer: Customer,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
