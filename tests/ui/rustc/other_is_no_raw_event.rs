use versioned_events::{Envelope, Event, EventSet};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {}

#[derive(EventSet)]
enum ShopEvent {
    OrderPaid(OrderPaid),
    #[event(other)]
    Unknown(String),
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
