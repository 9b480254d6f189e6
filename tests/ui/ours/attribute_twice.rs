use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "order_id", version = 2)]
#[event(debug, debug)]
struct OrderPaid {
    order_id: String,
    #[field(masked, masked(last = 4))]
    card: String,
    #[field(since = 2)]
    #[field(since = 3)]
    note: Option<String>,
}

fn main() {
    println!("{:?}", Envelope::<OrderPaid>::from_json(b"{}"));
}
