use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(tag = "pii", tag = "gdpr")]
    #[field(tag = "pii")]
    email: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
