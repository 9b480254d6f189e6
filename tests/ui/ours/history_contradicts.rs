use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 4, key = "order_id", removed(name = "coupon", type = "String", since = 3, until = 2))]
struct OrderPaid {
    order_id: String,
    #[field(since = 3, default, renamed(from = "total", until = 2))]
    amount: String,
    #[field(since = 3, default, was(type = "i64", until = 1, with = at))]
    at: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
