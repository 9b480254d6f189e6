use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event]
struct OrderPaid {
    #[field]
    order_id: String,
    #[field()]
    amount: String,
}

#[derive(Event)]
#[event()]
struct OrderSent {
    order_id: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
