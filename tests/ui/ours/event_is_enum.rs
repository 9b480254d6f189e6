use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
enum OrderPaid {
    Cash { order_id: String },
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
