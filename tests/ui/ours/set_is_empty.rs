use versioned_events::{Envelope, EventSet};

#[derive(EventSet)]
enum ShopEvent {}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
