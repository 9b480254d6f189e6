use versioned_events::{Envelope, Event};

struct Limits;

#[derive(garde::Validate, Event)]
#[event(type = "order.paid", version = 2, key = "order_id", validate)]
#[garde(context(Limits))]
struct OrderPaid {
    #[garde(ascii)]
    order_id: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
