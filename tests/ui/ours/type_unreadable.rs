use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", removed(name = "coupon", type = "Option<", until = 1))]
struct OrderPaid {
    order_id: String,
    #[field(was(type = "an integer", until = 1, with = at))]
    at: String,
    #[field(schema = "")]
    url: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
