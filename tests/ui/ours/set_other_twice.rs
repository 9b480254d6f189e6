use versioned_events::{Envelope, EventSet, RawEvent};

#[derive(EventSet)]
enum ShopEvent {
    #[event(other)]
    Unknown(RawEvent),
    #[event(other)]
    Strange(RawEvent),
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
