use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(renamed(from = "total", until = 2), renamed(from = "sum", until = 2))]
    amount: String,
    #[field(was(type = "i64", until = 1, with = at), was(type = "u64", until = 1, with = at))]
    at: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
