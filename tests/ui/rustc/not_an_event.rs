use versioned_events::{Envelope, Event, EventSet, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {}

#[derive(Schema)]
struct LineItem {}

struct Plain {}

#[derive(EventSet)]
enum ShopEvent {
    OrderPaid(OrderPaid),
    LineItem(LineItem),
    Plain(Plain),
    Text(String),
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
