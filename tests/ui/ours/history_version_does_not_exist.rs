use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "order_id", removed(name = "coupon", type = "String", until = 4))]
struct OrderPaid {
    order_id: String,
    #[field(renamed(from = "total", until = 3))]
    amount: String,
    #[field(was(type = "i64", until = 9, with = at))]
    at: String,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless)]
struct OrderSent {
    #[field(renamed(from = "total", until = 1))]
    amount: String,
}

#[derive(Event)]
#[event(type = "order.lost", version = 2, keyless)]
struct OrderLost {
    #[field(renamed(from = "total", until = 2))]
    amount: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
