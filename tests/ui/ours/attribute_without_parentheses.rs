use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event = "order.paid"]
struct OrderPaid {
    #[field = "masked"]
    order_id: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
