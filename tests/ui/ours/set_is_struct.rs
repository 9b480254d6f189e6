use versioned_events::{Envelope, EventSet};

#[derive(EventSet)]
struct ShopEvent {
    order_id: String,
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
