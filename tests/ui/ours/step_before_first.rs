use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id", upcast_from = OrderPaidV0)]
struct OrderPaid {
    order_id: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
