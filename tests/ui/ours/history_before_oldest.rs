use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 5, key = "order_id", oldest = 3)]
#[event(removed(name = "coupon", type = "String", until = 2))]
struct OrderPaid {
    order_id: String,
    #[field(since = 3)]
    note: Option<String>,
    #[field(renamed(from = "total", until = 1))]
    amount: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
