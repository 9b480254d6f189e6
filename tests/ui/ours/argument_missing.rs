use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "order_id", removed(name = "coupon", until = 1), removed(until = 2))]
struct OrderPaid {
    order_id: String,
    #[field(renamed(from = "total"))]
    amount: String,
    #[field(renamed(until = 1))]
    note: String,
    #[field(was(type = "i64", until = 2))]
    at: String,
    #[field(was(type = "i64", with = at))]
    to: String,
    #[field(masked())]
    card: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
