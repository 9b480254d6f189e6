use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(renamed(from = "amount", until = 2))]
    amount: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
