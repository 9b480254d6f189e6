use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", validate)]
struct OrderPaid {
    order_id: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
