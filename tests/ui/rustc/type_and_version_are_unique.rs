use versioned_events::{Envelope, Event, EventSet};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {}

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaidV1 {}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless)]
struct OrderSent {}

#[derive(EventSet)]
enum ShopEvent {
    Paid(OrderPaid),
    Sent(OrderSent),
    Old(OrderPaidV1),
    Again(OrderSent),
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
