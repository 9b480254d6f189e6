use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
#[event(removed(name = "total", type = "u32", until = 1, lossy))]
struct OrderPaid {
    cents: u32,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
