use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(tag = "PII", tag = "pii email")]
    email: String,
    address: Address,
}

#[derive(Schema)]
struct Address {
    #[field(tag = pii)]
    street: String,
    #[field(tag = "")]
    city: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
