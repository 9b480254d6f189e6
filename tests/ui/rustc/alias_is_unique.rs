use versioned_events::{Envelope, Event, EventSet};

#[derive(Event)]
#[event(type = "order.paid", version = 2, alias = "order.payed", keyless)]
struct OrderPaid {}

#[derive(Event)]
#[event(type = "order.payed", version = 1, keyless)]
struct OrderPayed {}

#[derive(Event)]
#[event(type = "order.sent", version = 1, alias = "order.paid", keyless)]
struct OrderSent {}

#[derive(EventSet)]
enum ShopEvent {
    Paid(OrderPaid),
    Payed(OrderPayed),
}

#[derive(EventSet)]
enum OtherEvent {
    Sent(OrderSent),
    Payed(OrderPaid),
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
