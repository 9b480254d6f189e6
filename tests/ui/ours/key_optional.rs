use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
struct OrderPaid {
    order_id: Option<String>,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key("parcel", "order_id"))]
struct OrderSent {
    parcel: u64,
    order_id: std::option::Option<Box<str>>,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: None }).to_json();
}
